/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/json.h"
#include "content/members-csv.h"

static RoundelMembersCsv *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  RoundelMembersCsv *csv = roundel_members_csv_read (text, strlen (text), "members.csv", &error);

  g_assert_no_error (error);
  return csv;
}

static const RoundelMember *
member (const RoundelMembersCsv *csv,
        guint                    index)
{
  g_assert_cmpuint (index, <, csv->members->len);
  return csv->members->pdata[index];
}

static void
assert_problem (const RoundelMembersCsv *csv,
                guint                    index,
                guint                    row,
                const char              *column,
                const char              *why)
{
  const RoundelCsvProblem *problem;

  g_assert_cmpuint (index, <, csv->problems->len);
  problem = csv->problems->pdata[index];
  g_assert_cmpuint (problem->row, ==, row);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_nonnull (strstr (problem->why, why));
}

static void
test_the_example_comes_in (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "conscious-skills", "members.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  csv = read_text (text);
  g_assert_cmpuint (csv->members->len, ==, 9);
  g_assert_cmpuint (csv->problems->len, ==, 0);
  g_assert_cmpuint (g_strv_length (csv->ignored), ==, 0);
  g_assert_cmpstr (member (csv, 1)->name, ==, "Benoît Lefèvre");
  g_assert_cmpstr (member (csv, 3)->name, ==, "Dagny \"Dag\" Sørensen");
  g_assert_cmpstr (member (csv, 3)->reports_to, ==, "Amara Okafor");
  g_assert_cmpstr (member (csv, 5)->name, ==, "Farida Nazari, PhD");
  g_assert_cmpstr (member (csv, 8)->level, ==, "director");
  g_assert_true (g_strv_equal ((const char *[]) { "coaching", "running", NULL },
                               (const char *const *) member (csv, 8)->interests));
  g_assert_cmpstr (member (csv, 8)->goals[0], ==, "lead a larger team");
  g_assert_cmpstr (member (csv, 8)->id, ==, "9");
  g_assert_null (member (csv, 8)->site);
}

static void
test_what_spreadsheets_write (void)
{
  struct
  {
    const char *text;
    const char *name;
    const char *email;
  } cases[] = {
    { "name,email\nZoë,z@example.org\n", "Zoë", "z@example.org" },
    { "\xef\xbb\xbfname,email\r\nZoë,z@example.org\r\n", "Zoë", "z@example.org" },
    { "Name;E-Mail;Email\rZoë;;z@example.org", "Zoë", "z@example.org" },
    { "EMAIL\tName\n\tZoë", "Zoë", NULL },
    { "\"email\" , \" NAME \"\n z@example.org ,  Zoë  \n", "Zoë", "z@example.org" },
    { "name,email\n\"Zoë\nvan Dam\",z@example.org\n", "Zoë\nvan Dam", "z@example.org" },
    { "name,email\n\"Zoë \"\"Z\"\" van Dam, MSc\",z@example.org\n", "Zoë \"Z\" van Dam, MSc", "z@example.org" },
    { "name,email\nZoë 5\" tall,z@example.org\n", "Zoë 5\" tall", "z@example.org" },
    { "name,email,,\nZoë,z@example.org,,,,\n", "Zoë", "z@example.org" },
    { "name,email,level\nZoë\n", "Zoë", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RoundelMembersCsv) csv = read_text (cases[i].text);

      g_assert_cmpuint (csv->problems->len, ==, 0);
      g_assert_cmpuint (csv->members->len, ==, 1);
      g_assert_cmpstr (member (csv, 0)->name, ==, cases[i].name);
      g_assert_cmpstr (member (csv, 0)->email, ==, cases[i].email);
    }
}

static void
test_lists_are_taken_apart (void)
{
  g_autoptr (RoundelMembersCsv) csv = read_text ("name,can help with,Interests,site\nA,\" a ; b;;c \",,Oslo\n");

  g_assert_true (g_strv_equal ((const char *[]) { "a", "b", "c", NULL }, (const char *const *) member (csv, 0)->can_help_with));
  g_assert_cmpuint (g_strv_length (member (csv, 0)->interests), ==, 0);
  g_assert_cmpstr (member (csv, 0)->site, ==, "Oslo");
}

static void
test_unknown_columns_are_named (void)
{
  g_autoptr (RoundelMembersCsv) csv = read_text ("Salary,name,email,Shoe size,name\n9,A,a@b,42,B\n");

  g_assert_true (g_strv_equal ((const char *[]) { "Salary", "Shoe size", "name", NULL }, (const char *const *) csv->ignored));
  g_assert_cmpstr (member (csv, 0)->name, ==, "A");
}

static void
test_columns_are_known_by_other_names (void)
{
  g_autoptr (RoundelMembersCsv) csv = read_text ("Full name\tE-mail\tDepartment\tLine manager\tLocation\n"
                                                 "Ann Li\tann@x.org\tSales\tBo Ek\tTurku\n");

  g_assert_cmpstr (member (csv, 0)->name, ==, "Ann Li");
  g_assert_cmpstr (member (csv, 0)->email, ==, "ann@x.org");
  g_assert_cmpstr (member (csv, 0)->team, ==, "Sales");
  g_assert_cmpstr (member (csv, 0)->reports_to, ==, "Bo Ek");
  g_assert_cmpstr (member (csv, 0)->site, ==, "Turku");
  g_assert_cmpuint (g_strv_length (csv->ignored), ==, 0);
}

static void
test_a_bad_row_is_named_and_the_others_come_in (void)
{
  g_autoptr (RoundelMembersCsv) csv = read_text ("name,email,reports_to\n"
                                                 "A,a@example.org,\n"        /* 2 */
                                                 ",x@example.org,A\n"        /* 3 */
                                                 "B,no address,A\n"          /* 4 */
                                                 "\n"                        /* 5 */
                                                 "C,A@example.org,A\n"       /* 6 */
                                                 "a,,\n"                     /* 7 */
                                                 "D,d@example.org,d\n"       /* 8 */
                                                 "E, PhD,e@example.org,A\n"  /* 9 */
                                                 "\"F\"f,f@example.org,A\n"  /* 10 */
                                                 "G\ag,g@example.org,A\n"    /* 11 */
                                                 "H,h@example.org,A\n"       /* 12 */
                                                 "\"I,i@example.org,A\n"     /* 13 */
                                                 "J,j@example.org,A\n");     /* 14 */

  g_assert_cmpuint (csv->members->len, ==, 3);
  g_assert_cmpstr (member (csv, 1)->name, ==, "H");
  g_assert_cmpstr (member (csv, 2)->name, ==, "J");
  g_assert_cmpstr (member (csv, 2)->id, ==, "3");
  g_assert_cmpuint (csv->problems->len, ==, 9);
  assert_problem (csv, 0, 3, "name", "missing");
  assert_problem (csv, 1, 4, "email", "“no address”");
  assert_problem (csv, 2, 6, "email", "row 2");
  assert_problem (csv, 3, 7, "name", "row 2");
  assert_problem (csv, 4, 8, "reports_to", "themselves");
  assert_problem (csv, 5, 9, NULL, "more cells");
  assert_problem (csv, 6, 10, NULL, "closing quotation mark");
  assert_problem (csv, 7, 11, "name", "control character");
  assert_problem (csv, 8, 13, NULL, "never closed");
}

static void
test_500_people_and_20_bad_rows (void)
{
  g_autoptr (GString) text = g_string_new ("name,email,level,team,reports_to,interests,goals,can_help_with,site\r\n");
  g_autoptr (RoundelMembersCsv) csv = NULL;

  for (guint i = 0; i < 500; i++)
    if (i % 25 == 7)
      g_string_append_printf (text, "\"Person, %u\",at nowhere,lead,Team %u,Boss,\"a;b\",c,,Oslo\r\n", i, i % 10);
    else
      g_string_append_printf (text, "\"Person, %u\",p%u@example.org,lead,Team %u,Boss,\"a;b\",c,,Oslo\r\n", i, i, i % 10);
  csv = read_text (text->str);
  g_assert_cmpuint (csv->members->len, ==, 480);
  g_assert_cmpuint (csv->problems->len, ==, 20);
  for (guint i = 0; i < 20; i++)
    assert_problem (csv, i, 2 + 7 + 25 * i, "email", "at nowhere");
}

static void
assert_refused (const char *text,
                gsize       length,
                int         code,
                const char *why)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_members_csv_read (text, length, "people.csv", &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "people.csv "));
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_a_file_that_is_no_list_is_refused (void)
{
  g_autofree char *large = g_malloc0 (ROUNDEL_MEMBERS_CSV_MAX_BYTES + 1);
  g_autoptr (GString) rows = g_string_new ("name\n");

  memset (large, 'a', ROUNDEL_MEMBERS_CSV_MAX_BYTES + 1);
  for (guint i = 0; i < ROUNDEL_MEMBERS_CSV_MAX_ROWS; i++)
    g_string_append (rows, "\n");
  assert_refused ("name\nBeno\xeet\n", 12, ROUNDEL_CONTENT_ERROR_SYNTAX, "UTF-8");
  assert_refused ("\xff\xfen\0a\0m\0e\0", 10, ROUNDEL_CONTENT_ERROR_SYNTAX, "UTF-8");
  assert_refused ("name\nA\0B\n", 9, ROUNDEL_CONTENT_ERROR_SYNTAX, "UTF-8");
  assert_refused ("", 0, ROUNDEL_CONTENT_ERROR_VALUE, "“name”");
  assert_refused ("Amara,amara@example.org\n", 24, ROUNDEL_CONTENT_ERROR_VALUE, "reports_to");
  assert_refused (large, ROUNDEL_MEMBERS_CSV_MAX_BYTES + 1, ROUNDEL_CONTENT_ERROR_SYNTAX, "larger than 4 MiB");
  assert_refused (rows->str, rows->len, ROUNDEL_CONTENT_ERROR_SYNTAX, "5000 rows");
}

static const RoundelCsvColumn *
column (const RoundelCsvHeader *header,
        guint                   index)
{
  g_assert_cmpuint (index, <, header->columns->len);
  return header->columns->pdata[index];
}

static void
test_columns_are_matched_by_hand (void)
{
  const char *text = "Vorname;Abteilung;E-Mail\n;Verkauf;anna@example.org\nAnna;;\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelCsvHeader) header = roundel_csv_header_read (text, strlen (text), "leute.csv", &error);
  g_autoptr (RoundelMembersCsv) unmatched = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;

  g_assert_no_error (error);
  g_assert_true (header->named);
  g_assert_cmpstr (column (header, 0)->name, ==, "Vorname");
  g_assert_cmpstr (column (header, 0)->example, ==, "Anna");
  g_assert_cmpint (column (header, 0)->meaning, ==, ROUNDEL_CSV_NOTHING);
  g_assert_cmpint (column (header, 2)->meaning, ==, ROUNDEL_CSV_EMAIL);
  unmatched = roundel_members_csv_read_as (text, strlen (text), "leute.csv", header, &error);
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
  g_clear_error (&error);

  roundel_csv_header_mean (header, 0, ROUNDEL_CSV_NAME);
  roundel_csv_header_mean (header, 1, ROUNDEL_CSV_TEAM);
  csv = roundel_members_csv_read_as (text, strlen (text), "leute.csv", header, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (csv->members->len, ==, 1);
  g_assert_cmpstr (member (csv, 0)->name, ==, "Anna");
  assert_problem (csv, 0, 2, "name", "missing");

  roundel_csv_header_mean (header, 2, ROUNDEL_CSV_NAME);
  g_assert_cmpint (column (header, 0)->meaning, ==, ROUNDEL_CSV_NOTHING);
  g_clear_pointer (&csv, roundel_members_csv_free);
  csv = roundel_members_csv_read_as (text, strlen (text), "leute.csv", header, &error);
  g_assert_cmpstr (member (csv, 0)->name, ==, "anna@example.org");
  g_assert_true (g_strv_contains ((const char *const *) csv->ignored, "Vorname"));
}

static void
test_a_list_without_names_of_columns_is_people (void)
{
  const char *text = "Anna Berg\nBo Dahl\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelCsvHeader) header = roundel_csv_header_read (text, strlen (text), "names", &error);
  g_autoptr (RoundelMembersCsv) csv = NULL;

  g_assert_false (header->named);
  csv = roundel_members_csv_read_as (text, strlen (text), "names", header, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (csv->members->len, ==, 2);
  g_assert_cmpstr (member (csv, 0)->name, ==, "Anna Berg");
  g_clear_pointer (&csv, roundel_members_csv_free);
  header->named = TRUE;
  csv = roundel_members_csv_read_as (text, strlen (text), "names", header, &error);
  g_assert_cmpuint (csv->members->len, ==, 1);
  g_assert_cmpstr (member (csv, 0)->name, ==, "Bo Dahl");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members-csv/the-example-comes-in", test_the_example_comes_in);
  g_test_add_func ("/members-csv/what-spreadsheets-write", test_what_spreadsheets_write);
  g_test_add_func ("/members-csv/lists-are-taken-apart", test_lists_are_taken_apart);
  g_test_add_func ("/members-csv/unknown-columns-are-named", test_unknown_columns_are_named);
  g_test_add_func ("/members-csv/columns-are-known-by-other-names", test_columns_are_known_by_other_names);
  g_test_add_func ("/members-csv/a-bad-row-is-named-and-the-others-come-in", test_a_bad_row_is_named_and_the_others_come_in);
  g_test_add_func ("/members-csv/500-people-and-20-bad-rows", test_500_people_and_20_bad_rows);
  g_test_add_func ("/members-csv/a-file-that-is-no-list-is-refused", test_a_file_that_is_no_list_is_refused);
  g_test_add_func ("/members-csv/columns-are-matched-by-hand", test_columns_are_matched_by_hand);
  g_test_add_func ("/members-csv/a-list-without-names-of-columns-is-people", test_a_list_without_names_of_columns_is_people);
  return g_test_run ();
}
