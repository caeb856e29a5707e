/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/check.h"

#include "store/current.h"
#include "store/schema.h"
#include "store/share-file.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static void
add_problem (RoundelChecked *checked,
             const char     *text)
{
  g_ptr_array_add (checked->problems, g_strdup (text));
}

static void
take_error (RoundelChecked *checked,
            GError         *error)
{
  if (error != NULL)
    add_problem (checked, error->message);
}

static void
check_pages (RoundelDb      *db,
             RoundelChecked *checked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, "PRAGMA integrity_check (20)", &error);

  while (statement != NULL && roundel_db_next (db, statement, &error))
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        add_problem (checked, text);
    }
  take_error (checked, error);
}

/* Each revision is what its id says. */
static void
check_hashes (RoundelDb      *db,
              RoundelChecked *checked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT " ROUNDEL_REVISION_COLUMNS " FROM revision", &error);
  guint n_wrong = 0;

  while (statement != NULL && roundel_db_next (db, statement, &error))
    {
      RoundelRevision revision;
      guint8 digest[ROUNDEL_HASH_SIZE], id[ROUNDEL_HASH_SIZE];

      if (!roundel_revision_read (&revision, statement))
        {
          n_wrong++;
          continue;
        }
      roundel_revision_digest (&revision, digest);
      roundel_revision_hash (&revision, digest, id);
      if (memcmp (id, revision.id, ROUNDEL_HASH_SIZE) != 0)
        n_wrong++;
    }
  take_error (checked, error);
  if (n_wrong > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u text is not what was written", "%u texts are not what was written",
                                                         n_wrong), n_wrong);

      add_problem (checked, text);
    }
}

static void
check_derived (RoundelDb      *db,
               RoundelChecked *checked)
{
  g_autoptr (GError) error = NULL;
  gint64 stubs = 0, left = 0;
  guint n_wrong = 0;

  if (roundel_current_verify (db, &n_wrong, &error) && n_wrong > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u record shows an old text", "%u records show an old text",
                                                         n_wrong), n_wrong);

      add_problem (checked, text);
    }
  if (error == NULL
      && roundel_db_number (db, "SELECT count (*) FROM revision WHERE body IS NULL"
                                " AND (id, program, circle, ring) NOT IN (SELECT id, program, circle, ring FROM erased)",
                            &stubs, &error)
      && stubs > 0)
    add_problem (checked, _("A text is missing and nothing says that it was erased."));
  if (error == NULL
      && roundel_db_number (db, "SELECT count (*) FROM erased AS e JOIN revision AS r ON r.id = e.id AND r.program = e.program"
                                " AND r.circle = e.circle AND r.ring = e.ring"
                                " WHERE r.body IS NOT NULL AND r.kind <> 'erase'", &left, &error)
      && left > 0)
    add_problem (checked, _("A text was erased and is still there."));
  take_error (checked, error);
}

static gboolean
check_live_file (const char      *path,
                 RoundelChecked  *checked,
                 GError         **error)
{
  RoundelDb *db = roundel_db_open_to_read (path, error);
  gint64 version = 0;

  if (db == NULL)
    return FALSE;
  check_pages (db, checked);
  if (checked->problems->len == 0 && roundel_db_number (db, "PRAGMA user_version", &version, error))
    {
      checked->schema = (guint) version;
      check_hashes (db, checked);
      check_derived (db, checked);
    }
  roundel_db_close (db, NULL);
  return TRUE;
}

static gboolean
check_share_file (const char      *path,
                  RoundelChecked  *checked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, NULL, NULL, &error);
  RoundelDb *trusted = file != NULL ? roundel_db_open (NULL, 0, &error) : NULL;

  while (trusted != NULL && error == NULL && roundel_share_file_next (file, &error) != NULL)
    {
      RoundelRevision revision;
      guint8 digest[ROUNDEL_HASH_SIZE];

      roundel_share_file_read (file, trusted, &revision, digest, &error);
    }
  take_error (checked, error);
  if (trusted != NULL)
    roundel_db_close (trusted, NULL);
  return TRUE;
}

/**
 * roundel_check_file:
 * @path: a notebook, a journal or a share file
 * @checked: (out caller-allocates): what it is and what is wrong with it; to be cleared when %TRUE is returned
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_OURS when it is none of them
 *
 * Reads the file from end to end and changes nothing.
 *
 * Returns: whether it could be looked at
 */
gboolean
roundel_check_file (const char      *path,
                    RoundelChecked  *checked,
                    GError         **error)
{
  RoundelFileHeader header;

  if (!roundel_schema_read_header (path, &header, error))
    return FALSE;
  *checked = (RoundelChecked) { .schema = header.version, .problems = g_ptr_array_new_with_free_func (g_free) };
  if (header.sealed == ROUNDEL_JOURNAL_ID || header.sealed == ROUNDEL_SHARE_ID)
    {
      checked->kind = header.sealed == ROUNDEL_JOURNAL_ID ? "journal" : "share-file";
      checked->sealed = TRUE;
      return TRUE;
    }
  switch (header.application_id)
    {
    case ROUNDEL_NOTEBOOK_ID:
      checked->kind = "notebook";
      break;
    case ROUNDEL_JOURNAL_ID:
      checked->kind = "journal";
      break;
    case ROUNDEL_SHARE_ID:
      checked->kind = "share-file";
      return check_share_file (path, checked);
    default:
      roundel_schema_refuse (header.application_id, path, error);
      roundel_checked_clear (checked);
      return FALSE;
    }
  if (check_live_file (path, checked, error))
    return TRUE;
  roundel_checked_clear (checked);
  return FALSE;
}

void
roundel_checked_clear (RoundelChecked *checked)
{
  g_clear_pointer (&checked->problems, g_ptr_array_unref);
}
