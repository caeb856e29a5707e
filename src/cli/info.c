/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "store/journal/info.h"

static void
print_json (const RoundelInfo *info,
            const char        *device)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_int (json, "schema", info->schema);
  roundel_cli_json_text (json, "device", device);
  roundel_cli_json_int (json, "programs", info->programs);
  roundel_cli_json_int (json, "sessions", info->sessions);
  roundel_cli_json_int (json, "entries", info->entries);
  roundel_cli_json_int (json, "revisions", info->revisions);
  roundel_cli_json_int (json, "bytes", info->bytes);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_text (const RoundelInfo *info,
            const char        *path)
{
  g_autofree char *size = g_format_size ((guint64) info->bytes);
  g_autofree char *name = g_filename_display_name (path);

  g_print ("%s\n", name);
  g_print (ngettext ("%u program", "%u programs", (guint) info->programs), (guint) info->programs);
  g_print (", ");
  g_print (ngettext ("%u session", "%u sessions", (guint) info->sessions), (guint) info->sessions);
  g_print (", ");
  g_print (ngettext ("%u entry in the journal", "%u entries in the journal", (guint) info->entries), (guint) info->entries);
  g_print ("\n");
  g_print (ngettext ("%u text was ever written, in %s", "%u texts were ever written, in %s", (guint) info->revisions),
           (guint) info->revisions, size);
  g_print ("\n");
}

/**
 * roundel_cli_info:
 *
 * The command `info`: how much there is in notebook and journal.
 *
 * Returns: an exit code
 */
int
roundel_cli_info (RoundelCli  *cli,
                  const char  *name,
                  int          argc,
                  char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelJournal) journal = NULL;
  RoundelInfo info;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 1)
    return roundel_cli_usage (name, "%s", _("There is nothing to name; --notebook chooses the notebook."));
  notebook = roundel_cli_open_notebook (cli, &error);
  if (notebook != NULL)
    journal = roundel_cli_open_journal (cli, &error);
  if (journal == NULL || !roundel_info_read (notebook, journal, &info, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    print_json (&info, roundel_notebook_get_device (notebook));
  else
    print_text (&info, roundel_notebook_get_path (notebook));
  return ROUNDEL_CLI_DONE;
}
