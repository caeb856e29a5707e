/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/patch.h"

#include <json-glib/json-glib.h>

/**
 * roundel_patch_texts:
 * @first_key: a key of a record
 * @...: its new text, %NULL or empty for none; more keys and texts, and %NULL
 *
 * Returns: (transfer full): a JSON object with the keys that change, as roundel_notebook_edit() takes it (RFC 7396)
 */
char *
roundel_patch_texts (const char *first_key,
                     ...)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    {
      g_autofree char *text = g_strdup (va_arg (args, const char *));

      if (text != NULL && *g_strstrip (text) != '\0')
        json_object_set_string_member (object, key, text);
      else
        json_object_set_null_member (object, key);
    }
  va_end (args);
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}
