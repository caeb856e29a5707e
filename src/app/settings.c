/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/settings.h"

/**
 * roundel_settings_new:
 *
 * g_settings_new() aborts where the schema is not installed. The program runs without: it only forgets its size.
 *
 * Returns: (transfer full) (nullable): the settings of this user
 */
GSettings *
roundel_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
