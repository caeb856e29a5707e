/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "helper.h"

#include <glib/gstdio.h>
#include <string.h>

char *
test_folder_new (void)
{
  return g_dir_make_tmp ("roundel-XXXXXX", NULL);
}

void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

RoundelNotebook *
test_notebook_new (gint64  now,
                   guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (now, seed);
  RoundelNotebook *notebook = roundel_notebook_open (NULL, env, 0, &error);

  g_assert_no_error (error);
  return notebook;
}

char *
test_id_new (RoundelNotebook *notebook)
{
  return roundel_id_new (roundel_notebook_get_env (notebook));
}

char *
test_put (RoundelNotebook *notebook,
          const char      *program,
          const char      *entity,
          const char      *kind,
          const char      *reg,
          const char      *over,
          const char      *body)
{
  g_autoptr (GError) error = NULL;
  RoundelRecord record = {
    .program = program, .entity = entity, .kind = kind, .reg = reg, .revision = over, .body = body,
  };
  char *revision = NULL;

  roundel_notebook_put (notebook, &record, &revision, &error);
  g_assert_no_error (error);
  return revision;
}

RoundelRecord *
test_get (RoundelNotebook *notebook,
          const char      *program,
          const char      *entity,
          const char      *kind,
          const char      *reg)
{
  g_autoptr (GError) error = NULL;
  RoundelRecord *record = roundel_notebook_get (notebook, &(RoundelRecord) { .program = program, .entity = entity,
                                                .kind = kind, .reg = reg }, &error);

  g_assert_no_error (error);
  return record;
}

guint
test_count (RoundelNotebook *notebook,
            const char      *program)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = roundel_notebook_list (notebook, program, &error);

  g_assert_no_error (error);
  return records->len;
}

gint64
test_number (RoundelNotebook *notebook,
             const char      *sql)
{
  sqlite3 *handle = roundel_db_get_handle (roundel_records_get_db (roundel_notebook_get_records (notebook)));
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* Everything that has to be the same on all computers, as text. */
char *
test_dump (RoundelNotebook *notebook)
{
  static const char * const queries[] = {
    "SELECT hex (id), hex (program), hex (circle), ring, hex (entity), kind, register, hlc, hex (device), hex (parents),"
    "       deleted, hex (salt), body, hex (digest) FROM revision ORDER BY id",
    "SELECT hex (c.program), c.kind, hex (c.entity), c.register, c.ring, hex (r.id), heads, versions, live"
    " FROM current AS c JOIN revision AS r ON r.seq = c.seq ORDER BY 1, 2, 3, 4, 5",
    "SELECT hex (id), hex (program), hex (circle), ring FROM erased ORDER BY 1, 2, 3, 4",
  };
  sqlite3 *handle = roundel_db_get_handle (roundel_records_get_db (roundel_notebook_get_records (notebook)));
  g_autoptr (GString) dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int k = 0; k < sqlite3_column_count (statement); k++)
            {
              const char *text = (const char *) sqlite3_column_text (statement, k);

              g_string_append_printf (dump, "%s|", text != NULL ? text : "NULL");
            }
          g_string_append_c (dump, '\n');
        }
      sqlite3_finalize (statement);
    }
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

gboolean
test_file_has (const char *path,
               const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, text, strlen (text)) != NULL;
}

void
test_export (RoundelNotebook *notebook,
             const char      *program,
             RoundelAudience  audience,
             const char      *path)
{
  g_autoptr (GError) error = NULL;
  RoundelExported exported;

  roundel_export_to_file (notebook, &(RoundelExport) { .program = program, .audience = audience }, path, NULL, &exported,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpint (exported.bytes, >, 0);
}

gboolean
test_merge (RoundelNotebook     *notebook,
            const char          *path,
            RoundelMergeFlags    flags,
            RoundelMergeResult  *result,
            GError             **error)
{
  g_autoptr (RoundelMerge) merge = roundel_merge_new (notebook, NULL, error);
  RoundelMergeResult own;

  return merge != NULL && roundel_merge_add_file (merge, path, error)
         && roundel_merge_apply (merge, flags, result != NULL ? result : &own, error);
}

/* Everything FROM has of the program goes to TO, by way of a share file for organisers. */
void
test_bring (RoundelNotebook *from,
            RoundelNotebook *to,
            const char      *program)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "program.roundel", NULL);

  test_export (from, program, ROUNDEL_AUDIENCE_ORGANISERS, path);
  test_merge (to, path, ROUNDEL_MERGE_JOIN | ROUNDEL_MERGE_ERASE, NULL, &error);
  g_assert_no_error (error);
  test_folder_remove (folder);
}

/* Does to a file what Roundel never would. */
void
test_sql (const char *path,
          const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

/* Puts a revision with a true hash into a share file. */
void
test_forge (const char      *path,
            RoundelRevision *revision)
{
  static guint8 id[ROUNDEL_HASH_SIZE];
  guint8 digest[ROUNDEL_HASH_SIZE];
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  roundel_revision_digest (revision, digest);
  roundel_revision_hash (revision, digest, id);
  revision->id = id;
  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "INSERT INTO revision (" ROUNDEL_REVISION_COLUMNS ") VALUES (" ROUNDEL_REVISION_PARAMETERS ")",
                      -1, &statement, NULL);
  roundel_revision_bind (revision, statement);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}
