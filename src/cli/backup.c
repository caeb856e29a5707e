/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "store/backup.h"
#include "store/journal/restore.h"
#include "store/lock.h"

static int
back_up (RoundelCli *cli,
         const char *copy)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_autofree char *journal = roundel_journal_path (notebook);
  g_autofree char *journal_copy = roundel_backup_path (copy);
  gboolean has_journal = g_file_test (journal, G_FILE_TEST_EXISTS);

  if (!roundel_backup_write (notebook, copy, &error)
      || (has_journal && !roundel_backup_write (journal, journal_copy, &error)))
    return roundel_cli_fail (error);
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "notebook", copy);
      roundel_cli_json_text (json, "journal", has_journal ? journal_copy : NULL);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
      return ROUNDEL_CLI_DONE;
    }
  g_print (_("The notebook is copied to %s.\n"), copy);
  if (has_journal)
    g_print (_("The journal is copied to %s. It is private: keep it where only you can read it.\n"), journal_copy);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_backup:
 *
 * The command `backup`: private copies of notebook and journal.
 *
 * Returns: an exit code
 */
int
roundel_cli_backup (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Where the copy of the notebook goes; that of the journal goes beside it"), N_("FILE") },
    { NULL },
  };

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (to == NULL || argc != 1)
    return roundel_cli_usage (name, "%s", _("Where to? Name a file with --to."));
  return back_up (cli, to);
}

static void
print_restored (RoundelCli            *cli,
                const RoundelRestored *restored)
{
  JsonBuilder *json;

  if (!cli->json)
    {
      g_print ("%s\n", restored->notebook && restored->journal ? _("Notebook and journal are restored.")
                       : restored->notebook ? _("The notebook is restored.") : _("The journal is restored."));
      roundel_cli_say_kept (NULL, restored->kept);
      return;
    }
  json = roundel_cli_json_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "restored");
  json_builder_begin_array (json);
  if (restored->notebook)
    json_builder_add_string_value (json, "notebook");
  if (restored->journal)
    json_builder_add_string_value (json, "journal");
  json_builder_end_array (json);
  roundel_cli_say_kept (json, restored->kept);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static int
restore (RoundelCli *cli,
         const char *copy)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_autofree char *folder = g_path_get_dirname (notebook);
  g_auto (RoundelRestored) restored = { 0 };
  g_autoptr (RoundelLock) lock = NULL;

  g_mkdir_with_parents (folder, 0700);
  lock = roundel_lock_take (notebook, &error);
  if (lock == NULL || !roundel_restore_apply (copy, notebook, TRUE, cli->env, &restored, &error))
    return roundel_cli_fail (error);
  print_restored (cli, &restored);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_restore:
 *
 * The command `restore`: notebook and journal as they were when a backup was made.
 *
 * Returns: an exit code
 */
int
roundel_cli_restore (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("From which file? Name the backup of a notebook or of a journal."));
  return restore (cli, argv[1]);
}
