/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "cli/passphrase.h"
#include "cli/record-text.h"
#include "cli/search.h"
#include "cli/text.h"
#include "store/card.h"
#include "store/export.h"
#include "store/merge.h"
#include "store/programs.h"
#include "store/secret.h"

/* By its id, or by its number, which may need the circle. */
static const char *
find_session (const RoundelProgram  *program,
              const char            *circle,
              const char            *text,
              GError               **error)
{
  RoundelCliSearch search = roundel_cli_search_begin (text);
  const RoundelSession *found;
  gboolean several;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      RoundelSession *session = program->sessions->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", session->number);

      if (circle == NULL || g_strcmp0 (session->circle, circle) == 0)
        roundel_cli_search_try (&search, session, session->id, number);
    }
  found = roundel_cli_search_end (&search, &several);
  if (found != NULL)
    return found->id;
  if (several)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("“%s” means more than one session. Name its circle too, with --circle, or the session by its id."), text);
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("There is no session “%s” in this program. “roundel-cli program” shows them."), text);
  return NULL;
}

static const char *
describe_audience (RoundelAudience audience)
{
  switch (audience)
    {
    case ROUNDEL_AUDIENCE_MEMBERS:
      return _("for the members");
    case ROUNDEL_AUDIENCE_ORGANISERS:
      return _("for those who organise it, with notes on persons");
    case ROUNDEL_AUDIENCE_FACILITATOR:
    default:
      return _("for the facilitator of one session, without notes on persons");
    }
}

static void
print_exported (RoundelCli            *cli,
                const RoundelProgram  *program,
                const RoundelExport   *choice,
                const char            *path,
                const RoundelExported *exported)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *size = g_format_size ((guint64) exported->bytes);
  g_autofree char *title = roundel_cli_text_plain (program->title != NULL ? program->title : program->id);

  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "file", file);
      roundel_cli_json_int (json, "revisions", exported->revisions);
      roundel_cli_json_int (json, "bytes", exported->bytes);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
      return;
    }
  g_print (_("“%s”, %s\n"), g_strdelimit (title, "\n", ' '), describe_audience (choice->audience));
  g_print (ngettext ("  %u revision in %s (%s)\n", "  %u revisions in %s (%s)\n", exported->revisions),
           exported->revisions, file, size);
  if (cli->passphrase_file != NULL)
    g_print ("%s\n", _("It is encrypted. Tell the passphrase by another way than the file."));
  g_print ("%s\n", _("Hand the file on. Who gets it brings it in with “roundel-cli merge”, or opens it in Roundel."));
}

static int
export_program (RoundelCli      *cli,
                const char      *named,
                RoundelAudience  audience,
                const char      *circle,
                const char      *session,
                const char      *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  g_autofree char *id = notebook != NULL ? roundel_cli_find_program (notebook, named, &error) : NULL;
  g_autoptr (RoundelProgram) program = id != NULL ? roundel_notebook_read_program (notebook, id, &error) : NULL;
  RoundelExport choice = { .program = id, .audience = audience };
  const RoundelCircle *of_circle = NULL;
  RoundelExported exported;
  char *passphrase = NULL;
  gboolean done;

  if (program == NULL)
    return roundel_cli_fail (error);
  if (circle != NULL && (of_circle = roundel_cli_find_circle (program, circle, &error)) == NULL)
    return roundel_cli_fail (error);
  choice.circle = of_circle != NULL ? of_circle->id : NULL;
  if (session != NULL && (choice.session = find_session (program, choice.circle, session, &error)) == NULL)
    return roundel_cli_fail (error);
  if (!roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error))
    return roundel_cli_fail (error);
  choice.passphrase = passphrase;
  done = roundel_export_to_file (notebook, &choice, path, NULL, &exported, &error);
  roundel_secret_free (passphrase);
  choice.passphrase = NULL;
  if (!done)
    return roundel_cli_fail (error);
  print_exported (cli, program, &choice, path, &exported);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_export:
 *
 * The command `export`: a share file of one program (S1).
 *
 * Returns: an exit code
 */
int
roundel_cli_export (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  g_autofree char *circle = NULL, *word = NULL, *session = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &word, N_("Whom it is for: members, organisers or facilitator"), N_("WHOM") },
    { "circle", 0, 0, G_OPTION_ARG_STRING, &circle, N_("Only what the members of this circle see"), N_("CIRCLE") },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session, N_("The session that is to be led"), N_("SESSION") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("The file to be written"), N_("FILE") },
    { NULL },
  };
  RoundelAudience audience;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name one, by its title or id."));
  if (!roundel_audience_find (word, &audience))
    return roundel_cli_usage (name, "%s", _("Whom is it for? Say --for members, organisers or facilitator."));
  if (path == NULL)
    return roundel_cli_usage (name, "%s", _("Which file? Name it with --to."));
  if (audience == ROUNDEL_AUDIENCE_FACILITATOR && session == NULL)
    return roundel_cli_usage (name, "%s", _("Which session do they lead? Name it with --session."));
  if (audience != ROUNDEL_AUDIENCE_FACILITATOR && session != NULL)
    return roundel_cli_usage (name, "%s", _("One session alone is for its facilitator: --for facilitator."));
  if (audience == ROUNDEL_AUDIENCE_ORGANISERS && circle != NULL)
    return roundel_cli_usage (name, "%s", _("Organisers get all circles; leave --circle out."));
  return export_program (cli, argv[1], audience, circle, session, path);
}

/* What a program is called here, or else in the files. */
static char *
find_title (RoundelNotebook *notebook,
            const GPtrArray *coming,
            const char      *program)
{
  const RoundelRecord named = { .program = program, .entity = program, .kind = "program", .reg = "" };
  g_autoptr (RoundelRecord) here = roundel_notebook_get (notebook, &named, NULL);
  char *title = here != NULL && here->body != NULL ? roundel_cli_dup_title (here) : NULL;

  for (guint i = 0; title == NULL && i < coming->len; i++)
    if (g_str_equal (((RoundelRecord *) coming->pdata[i])->program, program))
      title = roundel_cli_dup_title (coming->pdata[i]);
  return title != NULL ? title : g_strdup (program);
}

static void
print_merged_json (RoundelNotebook          *notebook,
                   const GPtrArray          *news,
                   const GPtrArray          *coming,
                   const RoundelMergeResult *result)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_int (json, "added", result->added);
  roundel_cli_json_int (json, "changed", result->changed);
  roundel_cli_json_int (json, "deleted", result->deleted);
  roundel_cli_json_int (json, "erased", result->erased);
  roundel_cli_json_int (json, "conflicts", result->conflicts);
  roundel_cli_json_int (json, "unchanged", result->unchanged);
  roundel_cli_json_int (json, "revisions", result->revisions);
  roundel_cli_json_int (json, "joined", result->joined);
  roundel_cli_json_int (json, "unknown", result->unknown);
  roundel_cli_json_int (json, "erased_by_others", result->erased_by_others);
  json_builder_set_member_name (json, "news");
  json_builder_begin_array (json);
  for (guint i = 0; i < news->len; i++)
    {
      const RoundelMergeNews *of = news->pdata[i];
      g_autofree char *title = find_title (notebook, coming, of->program);

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "program", of->program);
      roundel_cli_json_text (json, "title", title);
      roundel_cli_json_text (json, "by", of->device);
      roundel_cli_json_text (json, "kind", of->kind);
      roundel_cli_json_int (json, "records", of->records);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/* Program by program, and in each writer by writer. */
static void
print_news (RoundelNotebook *notebook,
            const GPtrArray *news,
            const GPtrArray *coming)
{
  const char *program = "", *device = "";

  for (guint i = 0; i < news->len; i++)
    {
      const RoundelMergeNews *of = news->pdata[i];
      g_autofree char *count = roundel_cli_count_records (of->kind, of->records);

      if (!g_str_equal (program, of->program))
        {
          g_autofree char *title = find_title (notebook, coming, of->program);

          g_print ("%s“%s”", i > 0 ? "\n" : "", title);
          device = "";
        }
      if (!g_str_equal (device, of->device))
        {
          g_autofree char *writer = roundel_cli_writer_name (notebook, of->device);

          g_print ("\n");
          g_print (_("  from %s: "), writer);
        }
      else
        g_print (", ");
      g_print ("%s", count);
      program = of->program;
      device = of->device;
    }
  g_print ("\n");
}

static void
print_merged_text (RoundelNotebook          *notebook,
                   const GPtrArray          *news,
                   const GPtrArray          *coming,
                   const RoundelMergeResult *result,
                   gboolean                  preview)
{
  if (news->len == 0)
    {
      g_print (ngettext ("Nothing new: the %u revision is here already.\n",
                         "Nothing new: all %u revisions are here already.\n", result->unchanged), result->unchanged);
      return;
    }
  print_news (notebook, news, coming);
  if (preview)
    g_print (_("Would come in: %u new, %u changed, %u in conflict.\n"), result->added, result->changed, result->conflicts);
  else
    g_print (_("Came in: %u new, %u changed, %u in conflict.\n"), result->added, result->changed, result->conflicts);
  if (result->deleted > 0)
    g_print (ngettext ("%u record is deleted; its history stays.\n", "%u records are deleted; their history stays.\n",
                       result->deleted), result->deleted);
  if (result->erased > 0)
    g_print (ngettext ("The words of %u record go: who wrote it took it back.\n",
                       "The words of %u records go: who wrote them took them back.\n", result->erased), result->erased);
  if (result->unknown > 0)
    g_print (ngettext ("%u record of a newer version is kept and handed on, and shows once this Roundel is newer.\n",
                       "%u records of a newer version are kept and handed on, and show once this Roundel is newer.\n",
                       result->unknown), result->unknown);
  if (result->erased_by_others > 0)
    g_print (ngettext ("%u text here is erased by somebody who did not write it; with --erase it goes here too.\n",
                       "%u texts here are erased by somebody who did not write them; with --erase they go here too.\n",
                       result->erased_by_others), result->erased_by_others);
  if (preview && result->joined > 0)
    g_print ("%s\n", _("The program is not in this notebook yet; add --join to take it up."));
  else if (preview)
    g_print ("%s\n", _("Nothing was changed. Without --preview it comes in."));
  else if (result->conflicts > 0)
    g_print ("%s\n", _("“roundel-cli conflicts” shows what was written at once; nothing of it is lost."));
}

/* Says which program would be joined, and how. */
static int
ask_to_join (RoundelNotebook *notebook,
             const GPtrArray *news,
             const GPtrArray *coming,
             const GError    *error)
{
  for (guint i = 0; i < news->len; i++)
    {
      const RoundelMergeNews *of = news->pdata[i];
      g_autoptr (GPtrArray) here = roundel_notebook_list (notebook, of->program, NULL);

      if (here == NULL || here->len == 0)
        {
          g_autofree char *title = find_title (notebook, coming, of->program);

          g_printerr (_("roundel-cli: “%s” is not in this notebook yet, so nothing was brought in. Look at it with "
                        "--preview, or add --join to take it up.\n"), title);
          return ROUNDEL_CLI_FAILED;
        }
    }
  return roundel_cli_fail (error);
}

/* Who writes here, for the others to read. */
static gboolean
give_card (RoundelNotebook  *notebook,
           const char       *id,
           const char       *named,
           GError          **error)
{
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (notebook, id, error);
  guint member;

  return program != NULL && roundel_cli_find_member (program, named, &member, error)
         && roundel_notebook_give_card (notebook, id, ((RoundelMember *) program->members->pdata[member])->id, error);
}

static int
merge_files (RoundelCli         *cli,
             char              **files,
             gboolean            preview,
             const char         *card,
             RoundelMergeFlags   flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  g_autoptr (RoundelMerge) merge = notebook != NULL ? roundel_merge_new (notebook, NULL, &error) : NULL;
  g_autoptr (GPtrArray) news = NULL, coming = NULL;
  RoundelMergeResult result;
  char *passphrase = NULL;
  gboolean done;

  if (!roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error))
    return roundel_cli_fail (error);
  if (merge != NULL)
    roundel_merge_set_passphrase (merge, passphrase);
  roundel_secret_free (passphrase);
  for (char **file = files; merge != NULL && *file != NULL; file++)
    if (!roundel_merge_add_file (merge, *file, &error))
      return roundel_cli_fail (error);
  if (merge == NULL
      || (news = roundel_merge_list_news (merge, &error)) == NULL
      || (coming = roundel_merge_list_kind (merge, "program", &error)) == NULL)
    return roundel_cli_fail (error);

  done = preview ? roundel_merge_preview (merge, flags, &result, &error) : roundel_merge_apply (merge, flags, &result, &error);
  if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM))
    return ask_to_join (notebook, news, coming, error);
  if (!done || (card != NULL && !preview && !give_card (notebook, roundel_merge_get_program (merge), card, &error)))
    return roundel_cli_fail (error);
  if (cli->json)
    print_merged_json (notebook, news, coming, &result);
  else
    print_merged_text (notebook, news, coming, &result, preview);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_merge:
 *
 * The command `merge`: brings share files in, all of them or none (S2).
 *
 * Returns: an exit code
 */
int
roundel_cli_merge (RoundelCli  *cli,
                   const char  *name,
                   int          argc,
                   char       **argv)
{
  g_autofree char *card = NULL;
  gboolean preview = FALSE, join = FALSE, erase = FALSE;
  const GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, N_("Only say what would come in"), NULL },
    { "join", 0, 0, G_OPTION_ARG_NONE, &join, N_("Take up a program that is not here yet"), NULL },
    { "card", 0, 0, G_OPTION_ARG_STRING, &card, N_("Tell the others that it is this member who writes here"), N_("MEMBER") },
    { "erase", 0, 0, G_OPTION_ARG_NONE, &erase, N_("Erase what others erased without having written it"), NULL },
    { NULL },
  };

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc < 2)
    return roundel_cli_usage (name, "%s", _("Which share files?"));
  if (card != NULL && argc > 2)
    return roundel_cli_usage (name, "%s", _("A card goes with one program: bring in its file alone."));
  return merge_files (cli, argv + 1, preview, card, (join ? ROUNDEL_MERGE_JOIN : 0) | (erase ? ROUNDEL_MERGE_ERASE : 0));
}
