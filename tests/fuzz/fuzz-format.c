/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a file holds, the loader answers with a format that can be used, or with an error that says where. */

#include <string.h>

#include "content/format-loader.h"
#include "content/json.h"
#include "content/outcome.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ROUNDEL_CONTENT_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "mine.json"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
assert_sound (const RoundelFormat *format)
{
  double low, high;

  g_assert_cmpuint (format->people_min, >=, 1);
  g_assert_true (format->steps->len > 0 || format->paste != NULL);
  roundel_format_minutes (format, &low, &high);
  g_assert_cmpfloat (low, >=, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) format_error = NULL;
  g_autoptr (GError) outcome_error = NULL;
  g_autoptr (GError) pattern_error = NULL;
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (RoundelFormat) format = roundel_format_load (text, size, "mine.json", FALSE, &format_error);
  g_autoptr (RoundelOutcome) outcome = roundel_outcome_load (text, size, "mine.json", &outcome_error);
  g_autoptr (RoundelPattern) pattern = roundel_pattern_load (text, size, "mine.json", &pattern_error);

  if (format != NULL)
    assert_sound (format);
  else
    assert_told (format_error);
  if (outcome == NULL)
    assert_told (outcome_error);
  if (pattern == NULL)
    assert_told (pattern_error);
  return 0;
}
