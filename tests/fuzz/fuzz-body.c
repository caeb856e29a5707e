/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A body from anybody: what the store takes is sound, and an erasure is taken apart or refused. */

#include "store/erase.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
count (const guint8  *id,
       gpointer       data,
       GError       **error)
{
  (*(guint *) data)++;
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static RoundelDb *db;
  g_autofree char *body = g_strndup ((const char *) data, size);
  g_autoptr (RoundelStatement) statement = NULL;
  guint n = 0;

  if (db == NULL)
    db = roundel_db_open (NULL, 0, NULL);
  if (!roundel_body_is_sound ((const char *) data, size))
    return 0;
  g_assert_cmpuint (strlen (body), ==, size);
  statement = roundel_db_prepare (db, "SELECT json_valid (:body)", NULL);
  roundel_bind_text (statement, ":body", body, (gssize) size);
  if (roundel_db_next (db, statement, NULL) && sqlite3_column_int (statement, 0) == 1)
    roundel_erase_foreach (db, body, size, count, &n, NULL);
  return 0;
}
