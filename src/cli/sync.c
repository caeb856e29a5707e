/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/notebook.h"
#include "cli/passphrase.h"
#include "store/secret.h"
#include "store/sync.h"

static void
print_json (const RoundelSyncResult *result)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_int (json, "published", result->published);
  roundel_cli_json_int (json, "read", result->read);
  roundel_cli_json_int (json, "added", result->merged.added);
  roundel_cli_json_int (json, "changed", result->merged.changed);
  roundel_cli_json_int (json, "conflicts", result->merged.conflicts);
  roundel_cli_json_int (json, "erased_by_others", result->merged.erased_by_others);
  json_builder_set_member_name (json, "skipped");
  json_builder_begin_array (json);
  for (guint i = 0; i < result->skipped->len; i++)
    {
      const RoundelSyncSkipped *skipped = result->skipped->pdata[i];
      g_autofree char *file = g_filename_display_name (skipped->file);

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "file", file);
      roundel_cli_json_text (json, "why", skipped->why);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_text (const RoundelSyncResult *result)
{
  g_print (ngettext ("Went out: %u revision. ", "Went out: %u revisions. ", result->published), result->published);
  g_print (_("Came in: %u new, %u changed, %u in conflict.\n"), result->merged.added, result->merged.changed,
           result->merged.conflicts);
  for (guint i = 0; i < result->skipped->len; i++)
    {
      const RoundelSyncSkipped *skipped = result->skipped->pdata[i];
      g_autofree char *file = g_filename_display_name (skipped->file);

      g_print (_("Not read, and tried again the next time: %s\n  %s\n"), file, skipped->why);
    }
  if (result->merged.erased_by_others > 0)
    g_print (ngettext ("%u text here is erased by somebody who did not write it; with --erase it goes here too.\n",
                       "%u texts here are erased by somebody who did not write them; with --erase they go here too.\n",
                       result->merged.erased_by_others), result->merged.erased_by_others);
}

static int
run_pass (RoundelCli        *cli,
          const char        *named,
          RoundelSync       *choice,
          RoundelMergeFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  g_autofree char *program = notebook != NULL ? roundel_cli_find_program (notebook, named, &error) : NULL;
  g_auto (RoundelSyncResult) result = { 0, };
  char *passphrase = NULL;
  gboolean done;

  if (program == NULL || !roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error))
    return roundel_cli_fail (error);
  choice->program = program;
  choice->passphrase = passphrase;
  done = roundel_sync_pass (notebook, choice, flags, NULL, &result, &error);
  roundel_secret_free (passphrase);
  if (!done)
    return roundel_cli_fail (error);
  if (result.live_inside != NULL)
    g_printerr (_("roundel-cli: your notebook “%s” lies inside this folder, where another program could copy it half-written. "
                  "Move it out: close Roundel, move the file, and name it with --notebook.\n"), result.live_inside);
  if (result.emptied)
    {
      g_printerr (_("roundel-cli: “%s” was in use and is empty now, so nothing was done, and nothing deleted here. Is the stick "
                    "in, the share mounted? If it was emptied on purpose, say --anew.\n"), choice->folder);
      return ROUNDEL_CLI_FAILED;
    }
  if (cli->json)
    print_json (&result);
  else
    print_text (&result);
  return result.unpublished != NULL ? roundel_cli_fail (result.unpublished) : ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_sync:
 *
 * The command `sync`: one pass over a folder that is kept the same on several computers.
 *
 * Returns: an exit code
 */
int
roundel_cli_sync (RoundelCli  *cli,
                  const char  *name,
                  int          argc,
                  char       **argv)
{
  g_autofree char *word = NULL;
  gboolean anew = FALSE, erase = FALSE;
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &word, N_("Whom the folder is for: members or organisers"), N_("WHOM") },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &anew, N_("The folder was emptied on purpose, or is another one from now on"), NULL },
    { "erase", 0, 0, G_OPTION_ARG_NONE, &erase, N_("Erase what others erased without having written it"), NULL },
    { NULL },
  };
  RoundelSync choice = { 0, };

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 3)
    return roundel_cli_usage (name, "%s", _("Which program, through which folder? Name both."));
  if (!roundel_audience_find (word, &choice.audience) || choice.audience == ROUNDEL_AUDIENCE_FACILITATOR)
    return roundel_cli_usage (name, "%s", _("Whom is it for? Say --for members or organisers."));
  choice.folder = argv[2];
  choice.anew = anew;
  return run_pass (cli, argv[1], &choice, erase ? ROUNDEL_MERGE_ERASE : ROUNDEL_MERGE_DEFAULT);
}
