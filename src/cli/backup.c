/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/check.h"
#include "cli/files.h"
#include "store/backup.h"
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

/* Whether COPY is sound; it is checked before anything is touched. */
static gboolean
check_copy (const char      *copy,
            RoundelChecked  *checked,
            GError         **error)
{
  g_autofree char *name = g_filename_display_name (copy);

  if (!roundel_cli_check_file (copy, checked, error))
    return FALSE;
  if (checked->problems->len > 0)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
                 _("“%s” is damaged; nothing was changed. “roundel-cli check” says how."), name);
  else if (g_str_equal (checked->kind, "share-file"))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
                 _("“%s” is a share file. Bring it in with “roundel-cli merge”."), name);
  else
    return TRUE;
  return FALSE;
}

/* Restores COPY over the notebook or the journal, whichever it is, and notes where the present one is kept. */
static gboolean
restore_file (RoundelCli  *cli,
              const char  *copy,
              const char  *notebook,
              GPtrArray   *kept,
              char       **kind,
              GError     **error)
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (cli->env) / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;

  if (!check_copy (copy, &checked, error))
    return FALSE;
  *kind = g_strdup (checked.kind);
  path = g_str_equal (checked.kind, "journal") ? roundel_journal_path (notebook) : g_strdup (notebook);
  aside = g_strdup_printf ("%s.before-restore-%s", path, stamp);
  if (!roundel_backup_restore (copy, path, aside, error))
    return FALSE;
  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    g_ptr_array_add (kept, g_steal_pointer (&aside));
  return TRUE;
}

static void
print_restored (RoundelCli *cli,
                gboolean    notebook,
                gboolean    journal,
                GPtrArray  *kept)
{
  JsonBuilder *json;

  if (!cli->json)
    {
      g_print ("%s\n", notebook && journal ? _("Notebook and journal are restored.")
                                           : notebook ? _("The notebook is restored.") : _("The journal is restored."));
      for (guint i = 0; i < kept->len; i++)
        g_print (_("What was there before is kept as %s.\n"), (const char *) kept->pdata[i]);
      return;
    }
  json = roundel_cli_json_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "restored");
  json_builder_begin_array (json);
  if (notebook)
    json_builder_add_string_value (json, "notebook");
  if (journal)
    json_builder_add_string_value (json, "journal");
  json_builder_end_array (json);
  json_builder_set_member_name (json, "kept");
  json_builder_begin_array (json);
  for (guint i = 0; i < kept->len; i++)
    json_builder_add_string_value (json, kept->pdata[i]);
  json_builder_end_array (json);
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
  g_autofree char *journal_copy = roundel_backup_path (copy);
  g_autofree char *kind = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_auto (RoundelChecked) checked = { NULL };
  g_autoptr (RoundelLock) lock = NULL;
  gboolean both = g_file_test (journal_copy, G_FILE_TEST_EXISTS);

  /* Both are looked at before either is restored. */
  if (both && !check_copy (journal_copy, &checked, &error))
    return roundel_cli_fail (error);
  g_mkdir_with_parents (folder, 0700);
  lock = roundel_lock_take (notebook, &error);
  if (lock == NULL
      || !restore_file (cli, copy, notebook, kept, &kind, &error)
      || (both && !restore_file (cli, journal_copy, notebook, kept, &other, &error)))
    return roundel_cli_fail (error);
  print_restored (cli, g_str_equal (kind, "notebook"), both || g_str_equal (kind, "journal"), kept);
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
