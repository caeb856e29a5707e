/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/patch.h"

#include "content/plan-json.h"

static char *
list_to_text (const GPtrArray *list,
              void           (*add) (const GPtrArray *list,
                                     JsonBuilder     *json))
{
  JsonBuilder *json = roundel_json_begin ();

  add (list, json);
  return roundel_json_end (json);
}

static gboolean
differs (const GPtrArray *a,
         const GPtrArray *b,
         void           (*add) (const GPtrArray *list,
                                JsonBuilder     *json))
{
  g_autofree char *text = list_to_text (a, add);
  g_autofree char *other = list_to_text (b, add);

  return !g_str_equal (text, other);
}

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

/**
 * roundel_patch_between:
 * @before: a JSON object as we write it
 * @after: another one
 *
 * Returns: (transfer full) (nullable): the keys that make @after of @before (RFC 7396), null for those that go, or %NULL if
 *   there are none
 */
char *
roundel_patch_between (const char *before,
                       const char *after)
{
  g_autoptr (JsonNode) old = json_from_string (before, NULL);
  g_autoptr (JsonNode) new = json_from_string (after, NULL);
  JsonObject *is = json_node_get_object (new);
  JsonObject *was = json_node_get_object (old);
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, is);
  while (json_object_iter_next (&iter, &key, &value))
    if (!json_object_has_member (was, key) || !json_node_equal (json_object_get_member (was, key), value))
      json_object_set_member (patch, key, json_node_copy (value));
  json_object_iter_init (&iter, was);
  while (json_object_iter_next (&iter, &key, NULL))
    if (!json_object_has_member (is, key))
      json_object_set_null_member (patch, key);
  if (json_object_get_size (patch) == 0)
    return NULL;
  json_node_set_object (root, patch);
  return json_to_string (root, FALSE);
}

/**
 * roundel_patch_without:
 * @patch: of roundel_patch_between()
 * @other: (nullable): another one
 *
 * Returns: (transfer full) (nullable): those keys of @patch that @other does not name, or %NULL if there are none
 */
char *
roundel_patch_without (const char *patch,
                       const char *other)
{
  g_autoptr (JsonNode) root = json_from_string (patch, NULL);
  g_autoptr (JsonNode) others = other != NULL ? json_from_string (other, NULL) : NULL;
  g_autoptr (GList) named = others != NULL ? json_object_get_members (json_node_get_object (others)) : NULL;
  JsonObject *object = json_node_get_object (root);

  for (GList *key = named; key != NULL; key = key->next)
    json_object_remove_member (object, key->data);
  return json_object_get_size (object) > 0 ? json_to_string (root, FALSE) : NULL;
}

/**
 * roundel_session_plan_to_patch:
 * @self: a plan
 * @before: the plan it was changed from
 *
 * Returns: (transfer full) (nullable): a JSON object with the keys that differ, null for those that go, as
 *   roundel_notebook_edit() takes it (RFC 7396); %NULL when none does
 */
char *
roundel_session_plan_to_patch (const RoundelSessionPlan *self,
                               const RoundelSessionPlan *before)
{
  g_auto (GStrv) keys = g_strsplit (ROUNDEL_PLAN_TEXT_WORDS, " ", -1);
  JsonBuilder *json;

  if (roundel_session_plan_equal (self, before))
    return NULL;
  json = roundel_json_begin ();
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], before->texts[i]) != 0)
      {
        json_builder_set_member_name (json, keys[i]);
        if (self->texts[i] != NULL)
          json_builder_add_string_value (json, self->texts[i]);
        else
          json_builder_add_null_value (json);
      }
  if (differs (self->outline, before->outline, roundel_outline_add_json))
    roundel_outline_add_json (self->outline, json);
  if (differs (self->between, before->between, roundel_between_list_add_json))
    roundel_between_list_add_json (self->between, json);
  return roundel_json_end (json);
}
