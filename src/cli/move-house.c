/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/passphrase.h"
#include "store/journal/house.h"
#include "store/lock.h"
#include "store/secret.h"

static int
say_last (RoundelCli *cli)
{
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_auto (RoundelHouseCopy) copy = { 0, };
  g_autoptr (GDateTime) time = NULL;

  roundel_house_last (notebook, &copy);
  if (copy.time > 0)
    time = g_date_time_new_from_unix_local (copy.time / G_USEC_PER_SEC);
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      if (time != NULL)
        roundel_cli_json_date_time (json, "last_copy", time);
      else
        roundel_cli_json_text (json, "last_copy", NULL);
      roundel_cli_json_text (json, "place", copy.place);
      json_builder_set_member_name (json, "same_disk");
      json_builder_add_boolean_value (json, copy.same_disk);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
    }
  else if (time == NULL)
    g_print ("%s\n", _("Last copy outside this computer: never."));
  else
    {
      g_autofree char *date = g_date_time_format (time, "%x");

      g_print (copy.same_disk ? _("Last copy: %s, in %s. That is the same disk: carry it elsewhere.\n")
                              : _("Last copy outside this computer: %s, in %s.\n"), date, copy.place);
    }
  return ROUNDEL_CLI_DONE;
}

static int
move_out (RoundelCli *cli,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  char *passphrase;
  gboolean done;

  if (!roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error))
    return roundel_cli_fail (error);
  done = roundel_house_pack (notebook, passphrase, path, cli->env, NULL, &error);
  roundel_secret_free (passphrase);
  if (!done)
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("file", path);
  else
    g_print (_("Everything is in %s, encrypted. Take it to the other computer, and the passphrase in your head.\n"), path);
  return ROUNDEL_CLI_DONE;
}

static int
move_in (RoundelCli *cli,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_autofree char *folder = g_path_get_dirname (notebook);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RoundelLock) lock = NULL;
  char *passphrase = NULL;
  gboolean done;

  g_mkdir_with_parents (folder, 0700);
  lock = roundel_lock_take (notebook, &error);
  done = lock != NULL && roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, &error)
         && roundel_house_unpack (path, passphrase, notebook, cli->env, kept, NULL, &error);
  roundel_secret_free (passphrase);
  if (!done)
    return roundel_cli_fail (error);
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_say_kept (json, kept);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
      return ROUNDEL_CLI_DONE;
    }
  g_print ("%s\n", _("Everything lives here now."));
  roundel_cli_say_kept (NULL, kept);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_move_house:
 *
 * The command `move-house`: everything in one encrypted file, out and in.
 *
 * Returns: an exit code
 */
int
roundel_cli_move_house (RoundelCli  *cli,
                        const char  *name,
                        int          argc,
                        char       **argv)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The file to be written"), N_("FILE") },
    { NULL },
  };
  gboolean out, in;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc == 1 && to == NULL)
    return say_last (cli);
  out = argc == 2 && g_str_equal (argv[1], "out") && to != NULL;
  in = argc == 3 && g_str_equal (argv[1], "in") && to == NULL;
  if (!out && !in)
    return roundel_cli_usage (name, "%s", _("Say “out --to FILE” on the old computer and “in FILE” on the new one."));
  if (cli->passphrase_file == NULL)
    return roundel_cli_usage (name, "%s", _("Which passphrase? Name a file that has it with --passphrase-file."));
  return out ? move_out (cli, to) : move_in (cli, argv[2]);
}
