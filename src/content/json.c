/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define MAX_LENGTH (4 * 1024 * 1024)

struct _RoundelJson
{
  char *name;
  JsonNode *root;
  GPtrArray *nodes;   /* from the root to where we are; not owned */
  GPtrArray *places;  /* the way there: `steps`, `[2]`, … */
  GError *error;
  gboolean passes_over;
};

G_DEFINE_QUARK (roundel-content-error-quark, roundel_content_error)

/* json-glib 1.6 recurses without a bound: 128,000 brackets end the process. */
static gboolean
is_shallow (const char *text,
            gsize       length)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted)
        {
          if (text[i] == '\\')
            i++;
          else if (text[i] == '"')
            quoted = FALSE;
        }
      else if (text[i] == '"')
        quoted = TRUE;
      else if ((text[i] == '[' || text[i] == '{') && ++depth > ROUNDEL_JSON_MAX_DEPTH)
        return FALSE;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

static JsonNode *
here (RoundelJson *self)
{
  return self->nodes->pdata[self->nodes->len - 1];
}

static JsonNode *
find (RoundelJson *self,
      const char  *member)
{
  JsonNode *node = here (self);

  if (self->error != NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return json_object_get_member (json_node_get_object (node), member);
}

static JsonNode *
find_required (RoundelJson *self,
               const char  *member)
{
  JsonNode *node = find (self, member);

  if (node == NULL && self->error == NULL)
    {
      if (JSON_NODE_HOLDS_OBJECT (here (self)))
        roundel_json_fail (self, member, _("is missing"));
      else
        roundel_json_fail (self, NULL, _("expected an object in braces"));
    }
  return node;
}

/* json-glib makes of half a surrogate (\ud800) what is no text. */
static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         && g_utf8_validate (json_node_get_string (node), -1, NULL);
}

static gboolean
get_number (JsonNode *node,
            double   *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value);
}

/**
 * roundel_json_new:
 * @text: a JSON text
 * @length: its length in bytes, or -1 if it ends with a zero
 * @name: what to call it in a message: the name of its file
 * @error: return location for a %ROUNDEL_CONTENT_ERROR_SYNTAX
 *
 * Returns: (transfer full): a reader at the root of @text, or %NULL
 */
RoundelJson *
roundel_json_new (const char  *text,
                  gssize       length,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  RoundelJson *self;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (length < 0)
    length = strlen (text);
  if (length > MAX_LENGTH)
    g_set_error (&local, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX, _("it is larger than 4 MiB"));
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error (&local, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                 _("it is no UTF-8 text; save it as UTF-8"));
  else if (!is_shallow (text, length))
    g_set_error (&local, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                 _("its brackets are nested more than %d deep"), ROUNDEL_JSON_MAX_DEPTH);
  else if (json_parser_load_from_data (parser, text, length, &local) && json_parser_get_root (parser) == NULL)
    g_set_error (&local, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX, _("it is empty"));
  if (local != NULL)
    {
      /* json-glib says <data>:LINE:COLUMN: … and quotes half a character */
      g_autofree char *valid = g_utf8_make_valid (local->message, -1);
      const char *what = valid + (g_str_has_prefix (valid, "<data>:") ? strlen ("<data>:") : 0);

      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                   _("%s cannot be read as JSON: %s"), name, what);
      return NULL;
    }

  self = g_new0 (RoundelJson, 1);
  self->name = g_strdup (name);
  self->root = json_node_ref (json_parser_get_root (parser));
  self->nodes = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->nodes, self->root);
  return self;
}

/**
 * roundel_json_pass_over:
 * @self: a reader
 *
 * From now on what is not as expected is as if it were not there, and no mistake: the text may come from a newer version.
 */
void
roundel_json_pass_over (RoundelJson *self)
{
  self->passes_over = TRUE;
}

void
roundel_json_free (RoundelJson *self)
{
  g_free (self->name);
  json_node_unref (self->root);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->places);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * roundel_json_finish:
 * @self: a reader
 * @error: return location for the first thing that was not as expected
 *
 * Returns: whether everything was as expected
 */
gboolean
roundel_json_finish (RoundelJson  *self,
                     GError      **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * roundel_json_fail:
 * @self: a reader
 * @member: (nullable): the member of this object that is meant
 * @format: what is wrong and what was expected
 * @...: what @format asks for
 *
 * Remembers a mistake at this place, unless there was one before.
 */
void
roundel_json_fail (RoundelJson *self,
                   const char  *member,
                   const char  *format,
                   ...)
{
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *what = NULL;
  va_list args;

  if (self->error != NULL || self->passes_over)
    return;
  for (guint i = 0; i < self->places->len; i++)
    {
      const char *part = self->places->pdata[i];

      g_string_append_printf (place, "%s%s", place->len > 0 && part[0] != '[' ? "." : "", part);
    }
  if (member != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", member);
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (place->len > 0)
    {
      /* a key that is not known may be anything */
      g_autofree char *valid = g_utf8_make_valid (place->str, place->len);

      g_set_error (&self->error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE, "%s: %s: %s", self->name, valid, what);
    }
  else
    g_set_error (&self->error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE, "%s: %s", self->name, what);
}

/**
 * roundel_json_enter:
 * @self: a reader
 * @member: name of a member of this object
 *
 * Goes into @member, if it is there; roundel_json_leave() comes back.
 *
 * Returns: whether it is there
 */
gboolean
roundel_json_enter (RoundelJson *self,
                    const char  *member)
{
  JsonNode *node = find (self, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  g_ptr_array_add (self->nodes, node);
  g_ptr_array_add (self->places, g_strdup (member));
  return TRUE;
}

/**
 * roundel_json_enter_element:
 * @self: a reader
 * @index: less than roundel_json_length()
 *
 * Goes into an element of this array; roundel_json_leave() comes back.
 *
 * Returns: whether it is there
 */
gboolean
roundel_json_enter_element (RoundelJson *self,
                            guint        index)
{
  JsonNode *node = here (self);

  if (self->error != NULL || !JSON_NODE_HOLDS_ARRAY (node) || index >= json_array_get_length (json_node_get_array (node)))
    return FALSE;
  g_ptr_array_add (self->nodes, json_array_get_element (json_node_get_array (node), index));
  g_ptr_array_add (self->places, g_strdup_printf ("[%u]", index));
  return TRUE;
}

void
roundel_json_leave (RoundelJson *self)
{
  g_assert (self->places->len > 0);
  g_ptr_array_set_size (self->nodes, self->nodes->len - 1);
  g_ptr_array_set_size (self->places, self->places->len - 1);
}

/**
 * roundel_json_length:
 * @self: a reader
 *
 * Returns: how many elements this array has
 */
guint
roundel_json_length (RoundelJson *self)
{
  if (self->error != NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (here (self)))
    {
      roundel_json_fail (self, NULL, _("expected a list in square brackets"));
      return 0;
    }
  return json_array_get_length (json_node_get_array (here (self)));
}

/**
 * roundel_json_has:
 * @self: a reader
 * @member: name of a member
 *
 * Returns: whether this object has @member, and not as null
 */
gboolean
roundel_json_has (RoundelJson *self,
                  const char  *member)
{
  JsonNode *node = find (self, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/**
 * roundel_json_is_null:
 * @self: a reader
 * @member: name of a member
 *
 * Returns: whether this object has @member, as null
 */
gboolean
roundel_json_is_null (RoundelJson *self,
                      const char  *member)
{
  JsonNode *node = find (self, member);

  return node != NULL && JSON_NODE_HOLDS_NULL (node);
}

/**
 * roundel_json_string:
 * @self: a reader
 * @member: name of a member that has to be there
 *
 * Returns: (transfer full): its text, which is not empty
 */
char *
roundel_json_string (RoundelJson *self,
                     const char  *member)
{
  JsonNode *node = find_required (self, member);

  if (node == NULL)
    return g_strdup ("");
  if (!is_string (node) || json_node_get_string (node)[0] == '\0')
    {
      roundel_json_fail (self, member, _("expected a text in quotes that is not empty"));
      return g_strdup ("");
    }
  return g_strdup (json_node_get_string (node));
}

/**
 * roundel_json_text:
 * @self: a reader
 * @member: name of a member that may be missing
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
roundel_json_text (RoundelJson *self,
                   const char  *member)
{
  char *text = roundel_json_has (self, member) ? roundel_json_string (self, member) : NULL;

  /* no text at all, when that is passed over */
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/**
 * roundel_json_strings:
 * @self: a reader
 * @member: name of a member that may be missing
 *
 * Returns: (transfer full): its texts
 */
char **
roundel_json_strings (RoundelJson *self,
                      const char  *member)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  if (roundel_json_enter (self, member))
    {
      guint length = roundel_json_length (self);

      for (guint i = 0; i < length && roundel_json_enter_element (self, i); i++)
        {
          if (is_string (here (self)))
            g_strv_builder_add (strings, json_node_get_string (here (self)));
          else
            roundel_json_fail (self, NULL, _("expected a text in quotes"));
          roundel_json_leave (self);
        }
      roundel_json_leave (self);
    }
  return g_strv_builder_end (strings);
}

/**
 * roundel_json_uint:
 * @self: a reader
 * @member: name of a member
 * @min: least value that makes sense
 * @max: greatest value that makes sense
 * @fallback: the value when @member is missing; %G_MAXUINT if it has to be there
 *
 * Returns: its value, a whole number
 */
guint
roundel_json_uint (RoundelJson *self,
                   const char  *member,
                   guint        min,
                   guint        max,
                   guint        fallback)
{
  double value;

  if (!roundel_json_has (self, member) && fallback != G_MAXUINT)
    return fallback;
  if (find_required (self, member) == NULL)
    return min;
  if (!get_number (find (self, member), &value) || value != floor (value) || value < min || value > max)
    {
      roundel_json_fail (self, member, _("expected a whole number from %u to %u"), min, max);
      return min;
    }
  return (guint) value;
}

/**
 * roundel_json_int:
 * @self: a reader
 * @member: name of a member that has to be there
 * @min: least value that makes sense
 * @max: greatest value that makes sense
 *
 * Returns: its value, a whole number
 */
int
roundel_json_int (RoundelJson *self,
                  const char  *member,
                  int          min,
                  int          max)
{
  JsonNode *node = find_required (self, member);
  double value;

  if (node == NULL)
    return min;
  if (!get_number (node, &value) || value != floor (value) || value < min || value > max)
    {
      roundel_json_fail (self, member, _("expected a whole number from %d to %d"), min, max);
      return min;
    }
  return (int) value;
}

/**
 * roundel_json_whole:
 * @self: a reader
 * @min: least value that makes sense
 * @max: greatest value that makes sense
 *
 * Returns: the whole number that stands here, such as an element of a list
 */
guint
roundel_json_whole (RoundelJson *self,
                    guint        min,
                    guint        max)
{
  double value;

  if (self->error != NULL)
    return min;
  if (!get_number (here (self), &value) || value != floor (value) || value < min || value > max)
    {
      roundel_json_fail (self, NULL, _("expected a whole number from %u to %u"), min, max);
      return min;
    }
  return (guint) value;
}

/**
 * roundel_json_bool:
 * @self: a reader
 * @member: name of a member
 *
 * Returns: its value, %FALSE if it is missing
 */
gboolean
roundel_json_bool (RoundelJson *self,
                   const char  *member)
{
  JsonNode *node = find (self, member);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      roundel_json_fail (self, member, _("expected true or false"));
      return FALSE;
    }
  return json_node_get_boolean (node);
}

/**
 * roundel_json_choice:
 * @self: a reader
 * @member: name of a member
 * @choices: the words it may be, with a blank between
 * @fallback: the index when @member is missing; -1 if it has to be there
 *
 * Returns: the index of its word
 */
int
roundel_json_choice (RoundelJson *self,
                     const char  *member,
                     const char  *choices,
                     int          fallback)
{
  g_auto (GStrv) words = g_strsplit (choices, " ", -1);
  g_autofree char *word = NULL;

  if (!roundel_json_has (self, member) && fallback >= 0)
    return fallback;
  word = roundel_json_string (self, member);
  for (int i = 0; self->error == NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  roundel_json_fail (self, member, _("“%s” is none of the words expected here: %s"), word, choices);
  return MAX (fallback, 0);
}

/**
 * roundel_json_range:
 * @self: a reader
 * @member: name of a member
 * @max: greatest value that makes sense
 * @low: (out): the first value
 * @high: (out): the second, not less than the first; G_MAXDOUBLE for null
 *
 * Reads `[low, high]`.
 *
 * Returns: whether it is there
 */
gboolean
roundel_json_range (RoundelJson *self,
                    const char  *member,
                    double       max,
                    double      *low,
                    double      *high)
{
  JsonNode *node = find (self, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  *low = *high = 0;
  if (node == NULL)
    return FALSE;
  if (array != NULL && json_array_get_length (array) == 2 && get_number (json_array_get_element (array, 0), low))
    {
      if (JSON_NODE_HOLDS_NULL (json_array_get_element (array, 1)))
        *high = G_MAXDOUBLE;
      else if (!get_number (json_array_get_element (array, 1), high))
        *high = -1;
      if (*low >= 0 && *low <= max && *high >= *low && (*high <= max || *high == G_MAXDOUBLE))
        return TRUE;
    }
  roundel_json_fail (self, member, _("expected two numbers [low, high], from 0 to %g, the low one first"), max);
  *low = *high = 0;
  return FALSE;
}

static void
value_free (RoundelJsonValue *value)
{
  g_free (value->key);
  g_free (value->sub);
  g_free (value->value);
  g_free (value);
}

static void
list_values (GPtrArray  *values,
             JsonNode   *node,
             const char *key,
             guint       item,
             const char *sub)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        {
          g_autofree char *below = *sub != '\0' ? g_strjoin (".", sub, l->data, NULL) : g_strdup (l->data);

          list_values (values, json_object_get_member (object, l->data), key, item, below);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        list_values (values, json_array_get_element (array, i), key, *sub == '\0' ? i : item, sub);
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      RoundelJsonValue *value = g_new0 (RoundelJsonValue, 1);

      value->key = g_strdup (key);
      value->item = item;
      value->sub = g_strdup (sub);
      value->value = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                                      : json_to_string (node, FALSE);
      g_ptr_array_add (values, value);
    }
}

/**
 * roundel_json_list_values:
 * @self: a reader, in an object
 *
 * For showing all that an object says, also what this version does not know.
 *
 * Returns: (transfer full) (element-type RoundelJsonValue): every value in it, in the order of the text
 */
GPtrArray *
roundel_json_list_values (RoundelJson *self)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  JsonNode *here = self->nodes->pdata[self->nodes->len - 1];

  if (JSON_NODE_HOLDS_OBJECT (here))
    {
      JsonObject *object = json_node_get_object (here);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        list_values (values, json_object_get_member (object, l->data), l->data, 0, "");
    }
  return values;
}

/**
 * roundel_json_expect_keys:
 * @self: a reader
 * @keys: the names of members this object may have, with a blank between
 *
 * Refuses a member with another name: a misspelt key would be passed over in silence.
 */
void
roundel_json_expect_keys (RoundelJson *self,
                          const char  *keys)
{
  g_auto (GStrv) known = g_strsplit (keys, " ", -1);
  g_autoptr (GList) members = NULL;

  if (self->error != NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (here (self)))
    {
      roundel_json_fail (self, NULL, _("expected an object in braces"));
      return;
    }
  members = json_object_get_members (json_node_get_object (here (self)));
  for (GList *m = members; m != NULL; m = m->next)
    if (!g_strv_contains ((const char *const *) known, m->data))
      roundel_json_fail (self, m->data, _("is not known here; known are: %s"), keys);
}
