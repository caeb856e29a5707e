/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "store/journal/journal-check.h"

static gboolean
check_file (const char      *path,
            RoundelChecked  *checked,
            GError         **error)
{
  if (!roundel_check_file (path, checked, error))
    return FALSE;
  if (checked->sealed || !g_str_equal (checked->kind, "journal") || checked->problems->len > 0
      || roundel_journal_check (path, checked, error))
    return TRUE;
  roundel_checked_clear (checked);
  return FALSE;
}

static const char *
kind_name (const char *kind)
{
  if (g_str_equal (kind, "notebook"))
    return _("notebook");
  return g_str_equal (kind, "journal") ? _("journal") : _("share file");
}

static void
print_json (const RoundelChecked *checked)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "kind", checked->kind);
  roundel_cli_json_int (json, "schema", checked->schema);
  if (checked->sealed)
    {
      json_builder_set_member_name (json, "encrypted");
      json_builder_add_boolean_value (json, TRUE);
    }
  json_builder_set_member_name (json, "ok");
  json_builder_add_boolean_value (json, checked->problems->len == 0);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < checked->problems->len; i++)
    json_builder_add_string_value (json, checked->problems->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_text (const RoundelChecked *checked,
            const char           *name)
{
  if (checked->sealed)
    g_print (_("“%s” is an encrypted %s; what is inside shows when it is opened.\n"), name, kind_name (checked->kind));
  else if (checked->problems->len == 0)
    g_print (_("“%s” is a sound %s.\n"), name, kind_name (checked->kind));
  for (guint i = 0; i < checked->problems->len; i++)
    g_print ("· %s\n", (const char *) checked->problems->pdata[i]);
}

/**
 * roundel_cli_check:
 *
 * The command `check`: whether a file is a sound notebook, journal or share file.
 *
 * Returns: an exit code
 */
int
roundel_cli_check (RoundelCli  *cli,
                   const char  *name,
                   int          argc,
                   char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (RoundelChecked) checked = { NULL };
  g_autofree char *file = NULL;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which file?"));
  if (!check_file (argv[1], &checked, &error))
    return roundel_cli_fail (error);
  file = g_filename_display_name (argv[1]);
  if (cli->json)
    print_json (&checked);
  else
    print_text (&checked, file);
  if (checked.problems->len == 0)
    return ROUNDEL_CLI_DONE;
  g_printerr (_("roundel-cli: “%s” is a damaged %s. Restore it from a backup.\n"), file, kind_name (checked.kind));
  return ROUNDEL_CLI_FAILED;
}
