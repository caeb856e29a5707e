/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/files.h"
#include "cli/journal-lock.h"
#include "cli/journal-keep.h"
#include "cli/text.h"
#include "store/journal/release.h"
#include "store/journal/search.h"

#define READABLE 79
#define MOST_LINES 20 /* entries to read without --all */

typedef struct
{
  char *kind;
  char *program;
  char *text;
  char *new_passphrase_file;
  char *to;
  char *format;
  gboolean all;
  gboolean bin;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->program);
  g_free (options->text);
  g_free (options->new_passphrase_file);
  g_free (options->to);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
usage_kind (const char *name)
{
  g_autofree char *kinds = g_strjoinv (", ", (char **) roundel_entry_kinds ());

  return roundel_cli_usage (name, _("An entry is one of these: --kind %s."), kinds);
}

static int
add (RoundelCli    *cli,
     const Options *options,
     const char    *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = NULL;
  g_autofree char *text = roundel_cli_read_text (argument, &error);
  g_autofree char *id = NULL;
  g_autofree char *program = NULL;
  RoundelEntry entry = { .kind = options->kind, .text = text };

  if (text == NULL || !roundel_cli_name_program (cli, options->program, &program, &error))
    return roundel_cli_fail (error);
  entry.program = program;
  journal = roundel_cli_open_journal (cli, &error);
  if (journal == NULL || !roundel_journal_put_entry (journal, &entry, &id, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("entry", id);
  else
    g_print (_("Written, for you alone: %s\n"), id);
  return ROUNDEL_CLI_DONE;
}

static void
print_json_entry (JsonBuilder        *json,
                  const RoundelEntry *entry)
{
  g_autofree char *written = g_date_time_format_iso8601 (entry->written);

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "id", entry->id);
  roundel_cli_json_text (json, "kind", entry->kind);
  roundel_cli_json_text (json, "written", written);
  roundel_cli_json_text (json, "text", entry->text);
  json_builder_set_member_name (json, "tags");
  json_builder_begin_array (json);
  for (guint i = 0; entry->tags[i] != NULL; i++)
    json_builder_add_string_value (json, entry->tags[i]);
  json_builder_end_array (json);
  roundel_cli_json_text (json, "program", entry->program);
  roundel_cli_json_text (json, "session", entry->session);
  json_builder_end_object (json);
}

static void
print_entry (const RoundelEntry *entry,
             const char         *words)
{
  g_autofree char *when = g_date_time_format (entry->written, _("%e %b %Y, %H:%M"));
  g_autofree char *flat = g_strdup (words);
  g_autofree char *line = NULL;

  g_strdelimit (flat, "\n\r\t", ' ');
  line = roundel_cli_text_clip (g_strstrip (flat), READABLE - 2);
  g_print ("%s · %s · %s\n  %s\n", g_strstrip (when), roundel_entry_kind_title (entry->kind), entry->id, line);
}

/* Prints one entry; WORDS instead of the beginning of its text, if there are some. */
static gboolean
show_entry (RoundelJournal  *journal,
            JsonBuilder     *json,
            const char      *id,
            const char      *words,
            GError         **error)
{
  g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (journal, id, error);

  if (entry == NULL)
    return FALSE;
  if (json != NULL)
    print_json_entry (json, entry);
  else
    print_entry (entry, words != NULL ? words : entry->text);
  return TRUE;
}

static guint
most_of (RoundelCli    *cli,
         const Options *options)
{
  return cli->json || options->all ? G_MAXUINT : MOST_LINES;
}

static int
list (RoundelCli    *cli,
      const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  g_autoptr (RoundelJournal) journal =
    roundel_cli_name_program (cli, options->program, &program, &error) ? roundel_cli_open_journal (cli, &error) : NULL;
  RoundelEntryFilter filter = { .kind = options->kind, .program = program, .deleted = options->bin };
  g_autoptr (GArray) refs = NULL;
  JsonBuilder *json = NULL;
  gboolean shown = TRUE;
  guint n = 0;

  if (journal != NULL && roundel_journal_count_entries (journal, &n, &error))
    refs = roundel_journal_list_entries (journal, &filter, most_of (cli, options), &error);
  if (refs == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; shown && i < refs->len; i++)
    {
      g_autofree char *id = roundel_id_text (g_array_index (refs, RoundelEntryRef, i).id);

      shown = show_entry (journal, json, id, NULL, &error);
    }
  if (!shown)
    {
      g_clear_object (&json);
      return roundel_cli_fail (error);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (refs->len == 0)
    g_print (_("There is no entry yet. “roundel-cli journal add” writes one.\n"));
  else if (refs->len == MOST_LINES && n > MOST_LINES)
    g_print (_("… and older ones; --all shows them.\n"));
  return ROUNDEL_CLI_DONE;
}

/* The words around what was found, with the hits between asterisks. */
static char *
mark_hits (const RoundelHit *hit)
{
  GString *text = g_string_new (hit->text);

  for (guint i = hit->marks->len; i > 0; i--)
    {
      const RoundelMark *mark = &g_array_index (hit->marks, RoundelMark, i - 1);

      g_string_insert_c (text, mark->end, '*');
      g_string_insert_c (text, mark->start, '*');
    }
  return g_string_free (text, FALSE);
}

static int
search (RoundelCli    *cli,
        const Options *options,
        const char    *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  g_autoptr (RoundelJournal) journal =
    roundel_cli_name_program (cli, options->program, &program, &error) ? roundel_cli_open_journal (cli, &error) : NULL;
  RoundelEntryFilter filter = { .kind = options->kind, .program = program };
  g_autoptr (GPtrArray) hits = NULL;
  JsonBuilder *json = NULL;
  gboolean shown = TRUE;

  if (journal != NULL)
    hits = roundel_journal_search (journal, words, &filter, most_of (cli, options), &error);
  if (hits == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; shown && i < hits->len; i++)
    {
      const RoundelHit *hit = hits->pdata[i];
      g_autofree char *marked = mark_hits (hit);

      shown = show_entry (journal, json, hit->id, marked, &error);
    }
  if (!shown)
    {
      g_clear_object (&json);
      return roundel_cli_fail (error);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (hits->len == 0)
    g_print (_("Nothing was found.\n"));
  else if (hits->len == MOST_LINES)
    g_print (_("… and perhaps older ones; --all shows them.\n"));
  return ROUNDEL_CLI_DONE;
}

static int
release (RoundelCli    *cli,
         const Options *options,
         const char    *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  g_autoptr (RoundelJournal) journal = notebook != NULL ? roundel_cli_open_journal (cli, &error) : NULL;
  g_autofree char *program = journal != NULL ? roundel_cli_find_program (notebook, options->program, &error) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *lesson = NULL;

  if (program == NULL)
    return roundel_cli_fail (error);
  if (options->text != NULL && (text = roundel_cli_read_text (options->text, &error)) == NULL)
    return roundel_cli_fail (error);
  if (!roundel_release_lesson (journal, notebook, entry, program, text, &lesson, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("lesson", lesson);
  else
    g_print (_("Released to the members, in your copy first; theirs have it after the next exchange: %s\n"
               "“roundel-cli journal takeback %s” takes it back.\n"), lesson, lesson);
  return ROUNDEL_CLI_DONE;
}

static int
take_back (RoundelCli *cli,
           const char *lesson)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  g_autoptr (RoundelJournal) journal = notebook != NULL ? roundel_cli_open_journal (cli, &error) : NULL;

  if (journal == NULL || !roundel_release_take_back (journal, notebook, lesson, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("lesson", lesson);
  else
    g_print (_("Taken back: its words are gone here, and go from every other copy at its next exchange.\n"
               "What somebody has read, and backups, stay as they are.\n"));
  return ROUNDEL_CLI_DONE;
}

/* What is done to the journal as a whole. */
static int
run_whole (RoundelCli    *cli,
           const char    *name,
           const Options *options,
           const char    *verb)
{
  if (cli->passphrase_file == NULL)
    return roundel_cli_usage (name, "%s", _("Which passphrase? Name a file that has it with --passphrase-file."));
  if (g_str_equal (verb, "lock"))
    return roundel_cli_journal_lock (cli);
  if (g_str_equal (verb, "unlock"))
    return roundel_cli_journal_unlock (cli);
  if (options->new_passphrase_file == NULL)
    return roundel_cli_usage (name, "%s", _("Which new passphrase? Name a file that has it with --new-passphrase-file."));
  return roundel_cli_journal_relock (cli, options->new_passphrase_file);
}

static int
run (RoundelCli    *cli,
     const char    *name,
     const Options *options,
     int            argc,
     char         **argv)
{
  const char *verb = argc > 1 ? argv[1] : "";
  g_autofree char *words = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
  gboolean one = argc == 3;

  if (options->kind != NULL && !g_strv_contains (roundel_entry_kinds (), options->kind))
    return usage_kind (name);
  if (g_str_equal (verb, "add") && words != NULL)
    return options->kind != NULL ? add (cli, options, words) : usage_kind (name);
  if (g_str_equal (verb, "list") && argc == 2)
    return list (cli, options);
  if (g_str_equal (verb, "search") && words != NULL)
    return search (cli, options, words);
  if (g_str_equal (verb, "release") && one)
    return options->program != NULL ? release (cli, options, argv[2])
                                    : roundel_cli_usage (name, "%s", _("To which program? Name it with --program."));
  if (g_str_equal (verb, "takeback") && one)
    return take_back (cli, argv[2]);
  if (g_strv_contains ((const char * const []) { "lock", "unlock", "passphrase", NULL }, verb) && argc == 2)
    return run_whole (cli, name, options, verb);
  if (g_str_equal (verb, "move") && one)
    return roundel_cli_journal_move (cli, argv[2]);
  if (one && (g_str_equal (verb, "delete") || g_str_equal (verb, "restore")))
    return roundel_cli_journal_delete (cli, argv[2], g_str_equal (verb, "delete"));
  if (g_str_equal (verb, "empty-bin") && argc == 2)
    return roundel_cli_journal_empty_bin (cli);
  if (g_str_equal (verb, "versions") && one)
    return roundel_cli_journal_versions (cli, argv[2]);
  if (g_str_equal (verb, "export") && argc == 2 && options->to != NULL)
    return roundel_cli_journal_export (cli, name, options->format, options->to);
  if (g_str_equal (verb, "print") && argc == 2 && options->to != NULL)
    return roundel_cli_journal_print (cli, options->to);
  if (g_str_equal (verb, "import") && one)
    return roundel_cli_journal_import (cli, argv[2]);
  return roundel_cli_usage (name, "%s",
                            _("Say what to do: add TEXT, list, search WORDS, release ENTRY, takeback LESSON, delete ENTRY, "
                              "restore ENTRY, empty-bin, versions ENTRY, export --to PATH, print --to FILE, import PATH, lock, "
                              "unlock, passphrase or move FOLDER."));
}

/**
 * roundel_cli_journal:
 *
 * The command `journal`: what one writes for oneself.
 *
 * Returns: an exit code
 */
int
roundel_cli_journal (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("reflection, lesson, question, story, feedback, coming-up or note"), N_("KIND") },
    { "program", 0, 0, G_OPTION_ARG_STRING, &options.program, N_("The program it is about, or whose members are to see it"), N_("PROGRAM") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_("The words to release, instead of those of the entry"), N_("TEXT") },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.new_passphrase_file,
      N_("The file whose first line is the new passphrase"), N_("FILE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("The file to write; of Markdown an empty folder"), N_("PATH") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("markdown, html or json"), N_("FORMAT") },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &options.bin, N_("What is in the bin"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("All that there are, not only the newest"), NULL },
    { NULL },
  };

  return roundel_cli_parse (cli, name, entries, &argc, &argv) ? run (cli, name, &options, argc, argv) : ROUNDEL_CLI_USAGE;
}
