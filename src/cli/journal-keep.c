/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/journal-keep.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/files.h"
#include "store/journal/bin.h"
#include "store/journal/copy.h"

/**
 * roundel_cli_journal_delete:
 * @cli: what all commands share
 * @entry: id of an entry
 * @deleted: whether it goes into the bin, or comes out of it
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_delete (RoundelCli *cli,
                            const char *entry,
                            gboolean    deleted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);

  if (journal == NULL
      || !(deleted ? roundel_journal_delete_entry (journal, entry, &error) : roundel_journal_undelete_entry (journal, entry, &error)))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("entry", entry);
  else if (deleted)
    g_print (_("In the bin. “roundel-cli journal restore %s” takes it out.\n"), entry);
  else
    g_print (_("Out of the bin: %s\n"), entry);
  return ROUNDEL_CLI_DONE;
}

int
roundel_cli_journal_empty_bin (RoundelCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  guint erased = 0;
  JsonBuilder *json;

  if (journal == NULL || !roundel_journal_empty_bin (journal, &erased, &error))
    return roundel_cli_fail (error);
  if (!cli->json)
    {
      g_print (ngettext ("%u entry is erased for good. Backups made before still have it.\n",
                         "%u entries are erased for good. Backups made before still have them.\n", erased), erased);
      return ROUNDEL_CLI_DONE;
    }
  json_builder_begin_object (json = roundel_cli_json_new ());
  roundel_cli_json_int (json, "erased", erased);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
  return ROUNDEL_CLI_DONE;
}

int
roundel_cli_journal_versions (RoundelCli *cli,
                              const char *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autoptr (RoundelEntry) shown = journal != NULL ? roundel_journal_get_entry (journal, entry, &error) : NULL;
  g_autoptr (GPtrArray) versions = shown != NULL ? roundel_journal_list_versions (journal, entry, &error) : NULL;
  JsonBuilder *json = NULL;

  if (versions == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; i < versions->len; i++)
    {
      const RoundelEntry *version = versions->pdata[i];
      g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (version->changed / G_USEC_PER_SEC);
      g_autofree char *when = g_date_time_format_iso8601 (changed);

      if (json == NULL)
        {
          g_print ("%s\n%s\n\n", when, version->text);
          continue;
        }
      json_builder_begin_object (json);
      roundel_cli_json_text (json, "changed", when);
      roundel_cli_json_text (json, "kind", version->kind);
      roundel_cli_json_text (json, "text", version->text);
      json_builder_end_object (json);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_journal_export:
 * @cli: what all commands share
 * @path: where the copy goes, for its owner alone
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_export (RoundelCli *cli,
                            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autofree char *text = journal != NULL ? roundel_journal_write_json (journal, &error) : NULL;
  JsonBuilder *json;

  if (text == NULL || !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return roundel_cli_fail (error);
  if (!cli->json)
    {
      g_print (_("The whole journal is in %s, readable by whoever has the file.\n"), path);
      return ROUNDEL_CLI_DONE;
    }
  json_builder_begin_object (json = roundel_cli_json_new ());
  roundel_cli_json_text (json, "file", path);
  roundel_cli_json_int (json, "bytes", (gint64) strlen (text));
  json_builder_end_object (json);
  roundel_cli_json_print (json);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_journal_import:
 * @cli: what all commands share
 * @path: what roundel_cli_journal_export() wrote
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_import (RoundelCli *cli,
                            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autofree char *text = NULL;
  RoundelCopied copied;
  gsize length;
  JsonBuilder *json;

  if (journal == NULL || !g_file_get_contents (path, &text, &length, &error)
      || !roundel_journal_read_json (journal, text, length, &copied, &error))
    return roundel_cli_fail (error);
  if (!cli->json)
    {
      g_print (_("%u new, %u changed, %u here already. What was written over stays as a version.\n"), copied.added,
               copied.changed, copied.unchanged);
      return ROUNDEL_CLI_DONE;
    }
  json_builder_begin_object (json = roundel_cli_json_new ());
  roundel_cli_json_int (json, "added", copied.added);
  roundel_cli_json_int (json, "changed", copied.changed);
  roundel_cli_json_int (json, "unchanged", copied.unchanged);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
  return ROUNDEL_CLI_DONE;
}
