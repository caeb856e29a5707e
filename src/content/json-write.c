/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/json-write.h"

void
roundel_json_add_text (JsonBuilder *json,
                       const char  *member,
                       const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

void
roundel_json_add_uint (JsonBuilder *json,
                       const char  *member,
                       guint        value)
{
  if (value == 0)
    return;
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, value);
}

void
roundel_json_add_true (JsonBuilder *json,
                       const char  *member,
                       gboolean     value)
{
  if (!value)
    return;
  json_builder_set_member_name (json, member);
  json_builder_add_boolean_value (json, TRUE);
}

void
roundel_json_add_texts (JsonBuilder  *json,
                        const char   *member,
                        char        **texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (char **text = texts; *text != NULL; text++)
    json_builder_add_string_value (json, *text);
  json_builder_end_array (json);
}

/**
 * roundel_json_add_word:
 * @json: an object
 * @member: name of a member
 * @words: words, with a blank between
 * @index: which of them
 *
 * Writes what roundel_json_choice() reads.
 */
void
roundel_json_add_word (JsonBuilder *json,
                       const char  *member,
                       const char  *words,
                       guint        index)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  g_return_if_fail (index < g_strv_length (list));

  roundel_json_add_text (json, member, list[index]);
}

/**
 * roundel_json_begin:
 *
 * Returns: (transfer full): an object, to be closed with roundel_json_end()
 */
JsonBuilder *
roundel_json_begin (void)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  return json;
}

/**
 * roundel_json_end:
 * @json: (transfer full): an object
 *
 * Returns: (transfer full): its text, on one line
 */
char *
roundel_json_end (JsonBuilder *json)
{
  g_autoptr (JsonBuilder) builder = json;
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
