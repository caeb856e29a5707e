/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/journal-keep.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "paper/book.h"
#include "store/journal/bin.h"
#include "store/journal/folder.h"
#include "store/journal/out.h"

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
 * @name: of the command
 * @format: (nullable): `json`, `html` or `markdown`; %NULL for JSON
 * @path: where it goes, for its owner alone
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_export (RoundelCli *cli,
                            const char *name,
                            const char *format,
                            const char *path)
{
  static const char *const formats[] = { "markdown", "html", "json" };
  RoundelOut out = ROUNDEL_OUT_JSON;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = NULL;
  g_autofree char *file = NULL, *said = NULL;
  guint pages = 0;

  if (format != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (formats) && !g_str_equal (formats[i], format))
        i++;
      if (i == G_N_ELEMENTS (formats))
        return roundel_cli_usage (name, "%s", _("A journal goes out as --format markdown, html or json."));
      out = (RoundelOut) i;
    }
  journal = roundel_cli_open_journal (cli, &error);
  if (journal == NULL || !roundel_journal_write_out (journal, out, path, NULL, NULL, NULL, &pages, &error))
    return roundel_cli_fail (error);
  file = g_filename_display_name (path);
  said = g_strdup_printf (ngettext ("%u entry is in %s, readable by whoever has it.\n",
                                    "%u entries are in %s, readable by whoever has it.\n", pages), pages, file);
  return roundel_cli_written (cli, path, said, "entries", pages);
}

/**
 * roundel_cli_journal_print:
 * @cli: what all commands share
 * @path: a PDF file, for its owner alone
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_print (RoundelCli *cli,
                           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autofree char *file = NULL, *said = NULL;
  guint pages;

  /* it is nobody else's from its first byte on */
  if (journal == NULL || !g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error)
      || !roundel_book_write_pdf ((RoundelBookFunc) roundel_book_add_journal, journal, path, &pages, &error))
    return roundel_cli_fail (error);
  file = g_filename_display_name (path);
  said = g_strdup_printf (ngettext ("%u page is in %s, readable by whoever has it.\n",
                                    "%u pages are in %s, readable by whoever has it.\n", pages), pages, file);
  return roundel_cli_written (cli, path, said, "pages", pages);
}

static void
print_skipped (GPtrArray   *skipped,
               JsonBuilder *json)
{
  for (guint i = 0; i < skipped->len; i++)
    {
      const RoundelSkipped *one = skipped->pdata[i];

      if (json == NULL)
        {
          g_print (_("Passed over: %s. %s\n"), one->file, one->why);
          continue;
        }
      json_builder_begin_object (json);
      roundel_cli_json_text (json, "file", one->file);
      roundel_cli_json_text (json, "why", one->why);
      json_builder_end_object (json);
    }
}

/**
 * roundel_cli_journal_import:
 * @cli: what all commands share
 * @path: what roundel_cli_journal_export() wrote as JSON; or a file or a folder of Markdown or text
 *
 * Returns: an exit code
 */
int
roundel_cli_journal_import (RoundelCli *cli,
                            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GPtrArray) copies = journal != NULL ? roundel_copies_read_path (path, &skipped, NULL, &error) : NULL;
  RoundelCopied copied = { 0 };
  JsonBuilder *json;

  if (copies == NULL || !roundel_journal_take (journal, copies, 0, copies->len, &copied, &error))
    return roundel_cli_fail (error);
  if (!cli->json)
    {
      g_print (_("%u new, %u changed, %u here already. What was written over stays as a version.\n"), copied.added,
               copied.changed, copied.unchanged);
      print_skipped (skipped, NULL);
      return ROUNDEL_CLI_DONE;
    }
  json_builder_begin_object (json = roundel_cli_json_new ());
  roundel_cli_json_int (json, "added", copied.added);
  roundel_cli_json_int (json, "changed", copied.changed);
  roundel_cli_json_int (json, "unchanged", copied.unchanged);
  json_builder_set_member_name (json, "skipped");
  json_builder_begin_array (json);
  print_skipped (skipped, json);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
  return ROUNDEL_CLI_DONE;
}
