/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/notebook.h"
#include "cli/record-text.h"
#include "cli/search.h"
#include "cli/text.h"
#include "store/programs.h"

#define ID_LENGTH 12
#define LAST_SECOND G_GINT64_CONSTANT (253402214400) /* the last day of the year 9999 */

/* One register in which different texts stand side by side.
 * id: what it is called here: of exactly these texts, so that a number never means another text than the one listed
 * fields: the keys that are not the same in all; none if a text cannot be taken apart */
typedef struct
{
  char *id;
  GPtrArray *versions; /* RoundelRecord */
  GPtrArray *objects;  /* JsonNode, one a version */
  char **fields;
} Conflict;

static void
conflict_free (Conflict *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->objects);
  g_strfreev (self->fields);
  g_free (self);
}

static char *
make_id (const GPtrArray *versions)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < versions->len; i++)
    g_checksum_update (checksum, (const guchar *) ((RoundelRecord *) versions->pdata[i])->revision, -1);
  return g_strndup (g_checksum_get_string (checksum), ID_LENGTH);
}

static JsonNode *
parse_body (const RoundelRecord *version)
{
  JsonNode *node = json_from_string (version->body, NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return node;
  g_clear_pointer (&node, json_node_unref);
  return json_node_init_object (json_node_alloc (), json_object_new ());
}

static gboolean
differs (const GPtrArray *objects,
         const char      *key)
{
  JsonNode *first = json_object_get_member (json_node_get_object (objects->pdata[0]), key);

  for (guint i = 1; i < objects->len; i++)
    {
      JsonNode *other = json_object_get_member (json_node_get_object (objects->pdata[i]), key);

      if ((first == NULL) != (other == NULL) || (first != NULL && !json_node_equal (first, other)))
        return TRUE;
    }
  return FALSE;
}

static char **
find_fields (const GPtrArray *objects)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  for (guint i = 0; i < objects->len; i++)
    {
      g_autoptr (GList) keys = json_object_get_members (json_node_get_object (objects->pdata[i]));

      for (GList *key = keys; key != NULL; key = key->next)
        if (g_hash_table_add (seen, key->data) && differs (objects, key->data))
          g_strv_builder_add (fields, key->data);
    }
  return g_strv_builder_end (fields);
}

static Conflict *
conflict_new (GPtrArray *versions)
{
  Conflict *self = g_new0 (Conflict, 1);

  self->id = make_id (versions);
  self->versions = g_ptr_array_ref (versions);
  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (self->objects, parse_body (versions->pdata[i]));
  self->fields = find_fields (self->objects);
  return self;
}

static GPtrArray *
list_conflicts (RoundelNotebook  *notebook,
                const char       *program,
                GError          **error)
{
  g_autoptr (GPtrArray) found = roundel_notebook_conflicts (notebook, program, error);
  GPtrArray *conflicts = NULL;

  if (found != NULL)
    conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (conflicts, conflict_new (found->pdata[i]));
  return conflicts;
}

static char *
value_text (JsonObject *object,
            const char *key)
{
  JsonNode *value = json_object_get_member (object, key);

  if (value == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (value));
  return json_to_string (value, FALSE);
}

/* What one version says where they differ: the value of the one field, or a line a field. */
static char *
version_text (const Conflict *self,
              guint           index)
{
  JsonObject *object = json_node_get_object (self->objects->pdata[index]);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->fields[0] == NULL)
    return g_strdup (((RoundelRecord *) self->versions->pdata[index])->body);
  if (self->fields[1] == NULL)
    return value_text (object, self->fields[0]);
  for (char **field = self->fields; *field != NULL; field++)
    {
      g_autofree char *value = value_text (object, *field);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", *field, value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The clock of another computer may say anything. */
static GDateTime *
dup_written (const RoundelRecord *version)
{
  return g_date_time_new_from_unix_local (CLAMP (version->written / G_USEC_PER_SEC, 0, LAST_SECOND));
}

static void
print_json (const GPtrArray *conflicts)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const Conflict *conflict = conflicts->pdata[i];
      const RoundelRecord *shown = conflict->versions->pdata[0];
      g_autofree char *fields = g_strjoinv (", ", conflict->fields);

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", conflict->id);
      roundel_cli_json_text (json, "program", shown->program);
      roundel_cli_json_text (json, "kind", shown->kind);
      roundel_cli_json_text (json, "entity", shown->entity);
      roundel_cli_json_text (json, "field", fields);
      json_builder_set_member_name (json, "versions");
      json_builder_begin_array (json);
      for (guint k = 0; k < conflict->versions->len; k++)
        {
          const RoundelRecord *version = conflict->versions->pdata[k];
          g_autoptr (GDateTime) written = dup_written (version);
          g_autofree char *text = version_text (conflict, k);

          json_builder_begin_object (json);
          roundel_cli_json_text (json, "text", text);
          roundel_cli_json_text (json, "by", version->device);
          roundel_cli_json_date_time (json, "at", written);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  roundel_cli_json_print (json);
}

/* What tells this record from others of its kind: its number, or its name, title or words if they are not in question. */
static char *
find_label (const Conflict       *self,
            const RoundelProgram *program)
{
  static const char * const keys[] = { "name", "title", "text" };
  const RoundelRecord *shown = self->versions->pdata[0];
  const RoundelSession *session = roundel_program_find_session (program, shown->entity);
  JsonObject *object = json_node_get_object (self->objects->pdata[0]);

  if (session != NULL)
    return g_strdup_printf (" %u", session->number);
  for (guint i = 0; i < G_N_ELEMENTS (keys) && !g_str_equal (shown->kind, "program"); i++)
    if (json_object_has_member (object, keys[i]) && !g_strv_contains ((const char * const *) self->fields, keys[i]))
      {
        g_autofree char *value = value_text (object, keys[i]);
        g_autofree char *plain = g_strdelimit (roundel_cli_text_plain (value), "\n", ' ');

        return g_strdup_printf (_(" “%s”"), plain);
      }
  return g_strdup ("");
}

static void
print_version (RoundelNotebook *notebook,
               const Conflict  *conflict,
               guint            index)
{
  const RoundelRecord *version = conflict->versions->pdata[index];
  g_autoptr (GDateTime) written = dup_written (version);
  g_autofree char *when = g_date_time_format (written, "%F %R");
  g_autofree char *writer = roundel_cli_writer_name (notebook, version->device);
  g_autofree char *text = version_text (conflict, index);
  g_autofree char *plain = roundel_cli_text_plain (*text != '\0' ? text : _("(nothing)"));
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);

  if (index == 0)
    g_print (_("  %u  %s, %s, shown now\n"), index + 1, writer, when);
  else
    g_print (_("  %u  %s, %s\n"), index + 1, writer, when);
  for (char **line = lines; *line != NULL; line++)
    g_print ("       %s\n", *line);
}

static void
print_conflict (RoundelNotebook *notebook,
                const Conflict  *conflict)
{
  const RoundelRecord *shown = conflict->versions->pdata[0];
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (notebook, shown->program, NULL);
  g_autofree char *fields = g_strjoinv (", ", conflict->fields);
  g_autofree char *plain = roundel_cli_text_plain (fields);
  g_autofree char *title = roundel_cli_text_plain (program != NULL && program->title != NULL ? program->title : "");
  g_autofree char *label = program != NULL ? find_label (conflict, program) : g_strdup ("");

  /* Translators: the number of a conflict, the title of the program, and what is in conflict: session 2: starts */
  g_print (_("%s  “%s”, %s%s: %s\n"), conflict->id, g_strdelimit (title, "\n", ' '), roundel_cli_kind_name (shown->kind), label,
           plain);
  for (guint i = 0; i < conflict->versions->len; i++)
    print_version (notebook, conflict, i);
  g_print ("\n");
}

static void
print_text (RoundelNotebook *notebook,
            const GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    print_conflict (notebook, conflicts->pdata[i]);
  if (conflicts->len == 0)
    g_print ("%s\n", _("Nothing is in conflict."));
  else
    g_print (_("Keep one with “roundel-cli resolve %s --keep 1”. The others stay in the history.\n"),
             ((Conflict *) conflicts->pdata[0])->id);
}

/**
 * roundel_cli_conflicts:
 *
 * The command `conflicts`: what two people wrote at once, side by side.
 *
 * Returns: an exit code
 */
int
roundel_cli_conflicts (RoundelCli  *cli,
                       const char  *name,
                       int          argc,
                       char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *program = NULL;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc > 2)
    return roundel_cli_usage (name, _("“%s” is not needed here."), argv[2]);
  notebook = roundel_cli_open_notebook (cli, &error);
  if (notebook == NULL || (argc == 2 && (program = roundel_cli_find_program (notebook, argv[1], &error)) == NULL))
    return roundel_cli_fail (error);
  conflicts = list_conflicts (notebook, program, &error);
  if (conflicts == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    print_json (conflicts);
  else
    print_text (notebook, conflicts);
  return ROUNDEL_CLI_DONE;
}

static const Conflict *
find_conflict (const GPtrArray  *conflicts,
               const char       *text,
               GError          **error)
{
  RoundelCliSearch search = roundel_cli_search_begin (text);
  const Conflict *found;
  gboolean several;

  for (guint i = 0; i < conflicts->len; i++)
    roundel_cli_search_try (&search, conflicts->pdata[i], ((Conflict *) conflicts->pdata[i])->id, NULL);
  found = roundel_cli_search_end (&search, &several);
  if (found != NULL)
    return found;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("There is no conflict “%s”, or no longer with the same texts. “roundel-cli conflicts” lists them."), text);
  return NULL;
}

static void
print_resolved (RoundelCli     *cli,
                const Conflict *conflict,
                guint           kept,
                const char     *revision,
                guint           left)
{
  g_autofree char *text = version_text (conflict, kept);
  g_autofree char *plain = roundel_cli_text_plain (*text != '\0' ? text : _("(nothing)"));

  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "conflict", conflict->id);
      roundel_cli_json_text (json, "text", text);
      roundel_cli_json_text (json, "revision", revision);
      roundel_cli_json_int (json, "left", left);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
      return;
    }
  g_print (_("Kept: %s\n"), plain);
  if (left > 0)
    g_print (ngettext ("%u conflict is left.\n", "%u conflicts are left.\n", left), left);
  else
    g_print ("%s\n", _("Nothing else is in conflict. The others hear of it with the next share file."));
}

/**
 * roundel_cli_resolve:
 *
 * The command `resolve`: keeps one of several texts; the others stay in the history.
 *
 * Returns: an exit code
 */
int
roundel_cli_resolve (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  int keep = 0;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_INT, &keep, N_("The number of the text to keep"), N_("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *revision = NULL;
  const Conflict *conflict;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which conflict? Name one; “roundel-cli conflicts” lists them."));
  if (keep < 1)
    return roundel_cli_usage (name, "%s", _("Which text? Say its number, from 1, with --keep."));
  notebook = roundel_cli_open_notebook (cli, &error);
  conflicts = notebook != NULL ? list_conflicts (notebook, NULL, &error) : NULL;
  conflict = conflicts != NULL ? find_conflict (conflicts, argv[1], &error) : NULL;
  if (conflict == NULL)
    return roundel_cli_fail (error);
  if ((guint) keep > conflict->versions->len)
    {
      g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("There is no text %d in this conflict: it has %u."), keep, conflict->versions->len);
      return roundel_cli_fail (error);
    }
  if (!roundel_notebook_resolve (notebook, conflict->versions->pdata[keep - 1], &revision, &error)
      || !roundel_notebook_close (notebook, &error))
    return roundel_cli_fail (error);
  print_resolved (cli, conflict, (guint) keep - 1, revision, conflicts->len - 1);
  return ROUNDEL_CLI_DONE;
}
