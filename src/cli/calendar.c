/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "paper/calendar.h"

/**
 * roundel_cli_calendar:
 *
 * The command `calendar`: the sessions of a program as a calendar file.
 *
 * Returns: an exit code
 */
int
roundel_cli_calendar (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autofree char *named = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "circle", 0, 0, G_OPTION_ARG_STRING, &named, N_("Only the sessions of this circle"), N_("CIRCLE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("The file to be written"), N_("FILE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autofree char *id = NULL, *text = NULL, *file = NULL, *said = NULL;
  const RoundelCircle *circle = NULL;
  guint n_sessions;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name one, by its title or id."));
  if (path == NULL)
    return roundel_cli_usage (name, "%s", _("Which file? Name it with --to."));
  if ((notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL
      || (named != NULL && (circle = roundel_cli_find_circle (program, named, &error)) == NULL))
    return roundel_cli_fail (error);
  text = roundel_calendar_write (program, circle, roundel_env_now (cli->env), &n_sessions);
  if (n_sessions == 0)
    {
      g_set_error_literal (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                           _("No session has a date yet, so there is nothing for a calendar. Give them dates first."));
      return roundel_cli_fail (error);
    }
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error))
    return roundel_cli_fail (error);
  file = g_filename_display_name (path);
  said = g_strdup_printf (ngettext ("%u session in %s\n", "%u sessions in %s\n", n_sessions), n_sessions, file);
  return roundel_cli_written (cli, path, said, "sessions", n_sessions);
}
