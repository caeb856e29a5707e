/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/main.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "app/app-resources.h"
#include "app/application.h"

/**
 * roundel_app_init_locale:
 *
 * Lets the texts of the program be found in the language of the user.
 */
void
roundel_app_init_locale (void)
{
  const char *localedir = g_getenv ("ROUNDEL_LOCALEDIR"); /* a program that is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * roundel_app_main:
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Returns: the exit code of the program
 */
int
roundel_app_main (int    argc,
                  char **argv)
{
  g_autoptr (RoundelApplication) application = NULL;
  int status;

  roundel_app_init_locale ();
  g_set_application_name ("Roundel");
  g_resources_register (roundel_app_get_resource ());
  application = roundel_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  roundel_application_close (application);
  return status;
}
