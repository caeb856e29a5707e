/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/revision.h"

#include <string.h>

/* In a strict table quick_check() refuses wrong types before a row is read: here the row alone is looked at, each column once of
 * another type with the same bytes. */
static void
test_case_18_wrong_types_in_a_row (void)
{
  static const struct { const char *value, *type; } columns[] = {
    { "0123456789abcdef0123456789abcdef", "blob" }, { "0123456789abcdef", "blob" }, { "0123456789abcdef", "blob" },
    { "members", "text" }, { "0123456789abcdef", "blob" }, { "member", "text" }, { "", "text" }, { "1", "number" },
    { "0123456789abcdef", "blob" }, { "0123456789abcdef0123456789abcdef", "blob" }, { "0", "number" },
    { "0123456789abcdef", "blob" }, { "{}", "text" },
  };
  g_autoptr (GError) error = NULL;
  RoundelDb *db = roundel_db_open (NULL, 0, &error);

  for (guint wrong = 0; wrong <= G_N_ELEMENTS (columns); wrong++)
    {
      g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, "SELECT " ROUNDEL_REVISION_PARAMETERS, &error);
      RoundelRevision revision;

      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (*columns[i].type == 'n' && i != wrong)
          sqlite3_bind_int64 (statement, (int) i + 1, *columns[i].value - '0');
        else if ((*columns[i].type == 'b') == (i != wrong))
          sqlite3_bind_blob (statement, (int) i + 1, columns[i].value, (int) strlen (columns[i].value), SQLITE_STATIC);
        else
          sqlite3_bind_text (statement, (int) i + 1, columns[i].value, -1, SQLITE_STATIC);
      g_assert_true (roundel_db_next (db, statement, &error));
      g_test_message ("column %u", wrong);
      g_assert_cmpint (roundel_revision_read (&revision, statement), ==, wrong == G_N_ELEMENTS (columns));
    }
  g_assert_no_error (error);
  roundel_db_close (db, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/revision/case-18-wrong-types-in-a-row", test_case_18_wrong_types_in_a_row);
  return g_test_run ();
}
