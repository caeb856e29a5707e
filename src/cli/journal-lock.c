/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/journal-lock.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/passphrase.h"
#include "store/journal/journal-lock.h"
#include "store/secret.h"

static char *
journal_path (RoundelCli *cli)
{
  g_autofree char *notebook = roundel_cli_notebook_path (cli);

  return roundel_journal_path (notebook);
}

static void
print_locked (RoundelCli *cli,
              const char *recovery)
{
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "locked");
      json_builder_add_boolean_value (json, recovery != NULL);
      roundel_cli_json_text (json, "recovery", recovery);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
    }
  else if (recovery == NULL)
    g_print ("%s\n", _("The journal is unlocked: whoever has the file can read it."));
  else
    g_print (_("The journal is locked. Write this recovery key on paper and keep it apart from the computer; it opens\n"
               "the journal when the passphrase is forgotten, and nothing else does:\n\n    %s\n"), recovery);
}

static int
report_locked (RoundelCli   *cli,
               gboolean      done,
               char         *recovery,
               const GError *error)
{
  if (!done)
    return roundel_cli_fail (error);
  print_locked (cli, recovery);
  roundel_secret_free (recovery);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_journal_lock:
 * @cli: with --passphrase-file
 *
 * `journal lock`: encrypts the journal (J1).
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_lock (RoundelCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = journal_path (cli);
  char *passphrase, *recovery = NULL;
  gboolean done;

  if (!roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error))
    return roundel_cli_fail (error);
  done = roundel_journal_lock (path, passphrase, &recovery, &error);
  roundel_secret_free (passphrase);
  return report_locked (cli, done, recovery, error);
}

/**
 * roundel_cli_journal_relock:
 * @cli: with --passphrase-file: what opens it now, the passphrase or the recovery key
 * @new_passphrase_file: where the new one is
 *
 * `journal passphrase`: another passphrase for a locked journal.
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_relock (RoundelCli *cli,
                            const char *new_passphrase_file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = journal_path (cli);
  char *secret, *passphrase = NULL, *recovery = NULL;
  gboolean done;

  done = roundel_cli_read_passphrase (cli->passphrase_file, &secret, &error)
         && roundel_cli_read_passphrase (new_passphrase_file, &passphrase, &error)
         && roundel_journal_relock (path, secret, passphrase, &recovery, &error);
  roundel_secret_free (secret);
  roundel_secret_free (passphrase);
  return report_locked (cli, done, recovery, error);
}

/**
 * roundel_cli_journal_unlock:
 * @cli: with --passphrase-file
 *
 * `journal unlock`: takes the lock off for good.
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_unlock (RoundelCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = journal_path (cli);
  char *secret;
  gboolean done;

  done = roundel_cli_read_passphrase (cli->passphrase_file, &secret, &error) && roundel_journal_unlock (path, secret, &error);
  roundel_secret_free (secret);
  return report_locked (cli, done, NULL, error);
}

/**
 * roundel_cli_journal_move:
 * @cli: what all commands share
 * @folder: where the journal is to live
 *
 * `journal move`: to a USB stick, or back.
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_move (RoundelCli *cli,
                          const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = journal_path (cli);

  if (!roundel_journal_move (path, folder, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("folder", folder);
  else
    g_print (_("The journal lives in %s now. Without it Roundel says what is missing.\n"), folder);
  return ROUNDEL_CLI_DONE;
}
