/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/members-csv.h"
#include "content/outcome.h"
#include "content/program-json.h"
#include "core/agreement.h"
#include "core/design.h"
#include "core/readiness.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;

/* The program of the example: Dagny reports to Amara, and Ingrid is a director. */
static RoundelDesign *
example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "conscious-skills", "members.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) draft = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  csv = roundel_members_csv_read (text, strlen (text), "members.csv", &error);
  g_assert_no_error (error);
  draft = roundel_draft_set_members (empty, csv->members);
  return roundel_design_new (draft, roundel_outcomes_find (outcomes, "leadership-development"), NULL, &formats, 1);
}

static RoundelStatus
status (const RoundelProgram *program,
        RoundelReason         reason,
        const char           *check)
{
  g_autoptr (GPtrArray) reasons =
    roundel_readiness_check (program, roundel_outcomes_find (outcomes, program->outcome), &formats);
  const RoundelReadiness *one = reasons->pdata[reason];

  for (guint i = 0; i < one->checks->len; i++)
    if (g_str_equal (((RoundelCheck *) one->checks->pdata[i])->id, check))
      return ((RoundelCheck *) one->checks->pdata[i])->status;
  g_assert_not_reached ();
}

static void
test_an_empty_answer_leaves_it_open (void)
{
  g_autoptr (RoundelDesign) design = example ();
  RoundelProgram *program = design->program;

  roundel_program_answer (program, "a", "work-time", "  ", "Ruth", "2027-01-07");
  g_assert_cmpint (status (program, ROUNDEL_REASON_SUPPORT, "work-time"), ==, ROUNDEL_STATUS_OPEN);
  roundel_program_answer (program, "b", "work-time", "Mail of 3 January", "Ruth", "2027-01-07");
  g_assert_cmpint (status (program, ROUNDEL_REASON_SUPPORT, "work-time"), ==, ROUNDEL_STATUS_MET);
  g_assert_cmpuint (program->notes->len, ==, 1);
  g_assert_cmpstr (roundel_program_find_answer (program, "work-time")->owner, ==, "Ruth");
}

static void
test_an_exception_is_agreed_with_its_reason_and_ends_without (void)
{
  g_autoptr (RoundelDesign) design = example ();
  RoundelProgram *program = design->program;
  const RoundelOutcome *outcome = roundel_outcomes_find (outcomes, program->outcome);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (program, outcome);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpint (status (program, ROUNDEL_REASON_EQUALITY, "reporting-lines"), ==, ROUNDEL_STATUS_FAILED);
  roundel_program_make_exception (program, "x", conflicts->pdata[0], "They never share a group; both agree", "2027-01-07");
  after = roundel_program_find_conflicts (program, outcome);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (((RoundelConflict *) after->pdata[0])->exception, ==, "They never share a group; both agree");
  g_assert_null (((RoundelConflict *) after->pdata[1])->exception);
  g_assert_cmpint (status (program, ROUNDEL_REASON_EQUALITY, "reporting-lines"), ==, ROUNDEL_STATUS_MET);
  g_assert_cmpint (status (program, ROUNDEL_REASON_EQUALITY, "levels"), ==, ROUNDEL_STATUS_FAILED);
  roundel_program_make_exception (program, "x", conflicts->pdata[0], "", "2027-01-08");
  g_assert_cmpint (status (program, ROUNDEL_REASON_EQUALITY, "reporting-lines"), ==, ROUNDEL_STATUS_FAILED);
}

static void
test_two_circles_have_conflicts_and_exceptions_of_their_own (void)
{
  g_autoptr (RoundelDesign) design = example ();
  RoundelProgram *program = design->program;
  const RoundelOutcome *outcome = roundel_outcomes_find (outcomes, program->outcome);
  RoundelCircle *first = program->circles->pdata[0];
  RoundelCircle *second = roundel_program_add_circle (program, "second");
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) after = NULL;

  /* two of nine meet, and two others */
  g_strfreev (second->members);
  second->members = g_new0 (char *, 3);
  for (guint i = 0; i < 2; i++)
    second->members[i] = g_strdup (first->members[i + 6]);
  for (guint i = 2; first->members[i] != NULL; i++)
    g_clear_pointer (&first->members[i], g_free);
  conflicts = roundel_program_find_conflicts (program, outcome);
  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpstr (((RoundelConflict *) conflicts->pdata[0])->why, ==, "Circle 1: 2 members; at least 6 are needed");
  g_assert_cmpstr (((RoundelConflict *) conflicts->pdata[1])->why, ==, "Circle 2: 2 members; at least 6 are needed");
  roundel_program_make_exception (program, "x", conflicts->pdata[1], "They asked for it", "2027-01-07");
  after = roundel_program_find_conflicts (program, outcome);
  g_assert_null (((RoundelConflict *) after->pdata[0])->exception);
  g_assert_cmpstr (((RoundelConflict *) after->pdata[1])->exception, ==, "They asked for it");
}

static void
test_a_charter_is_agreed_name_by_name_and_new_rules_ask_again (void)
{
  g_autoptr (RoundelDesign) design = example ();
  RoundelProgram *program = design->program;
  const RoundelCircle *circle = program->circles->pdata[0];
  g_auto (GStrv) rules = roundel_charter_suggest_rules ();
  const char *const other[] = { "Be kind", "", NULL };

  roundel_program_set_rules (program, "c", circle->id, (const char *const *) rules);
  g_assert_cmpint (status (program, ROUNDEL_REASON_SAFETY, "charter"), ==, ROUNDEL_STATUS_LATER);
  for (char **id = circle->members; *id != NULL; id++)
    {
      roundel_program_agree (program, circle->id, *id, TRUE, "2027-01-14");
      roundel_program_agree (program, circle->id, *id, TRUE, "2027-01-14");
    }
  g_assert_cmpint (status (program, ROUNDEL_REASON_SAFETY, "charter"), ==, ROUNDEL_STATUS_MET);
  g_assert_cmpuint (g_strv_length (roundel_program_find_charter (program, circle->id)->agreed), ==,
                    g_strv_length (circle->members));
  roundel_program_set_rules (program, "c", circle->id, (const char *const *) rules);
  g_assert_cmpint (status (program, ROUNDEL_REASON_SAFETY, "charter"), ==, ROUNDEL_STATUS_MET);
  roundel_program_set_rules (program, "c", circle->id, other);
  g_assert_cmpuint (g_strv_length (roundel_program_find_charter (program, circle->id)->rules), ==, 1);
  g_assert_cmpint (status (program, ROUNDEL_REASON_SAFETY, "charter"), ==, ROUNDEL_STATUS_LATER);
  g_assert_null (roundel_program_find_charter (program, circle->id)->agreed_on);
}

static void
test_each_supervisor_gets_a_letter_with_their_people_and_no_others (void)
{
  g_autoptr (RoundelDesign) design = example ();
  g_auto (GStrv) supervisors = roundel_program_list_supervisors (design->program);
  RoundelSession *first = design->program->sessions->pdata[0];
  g_autofree char *letter = NULL;
  g_autofree char *sheet = roundel_program_write_talk_sheet (design->program);

  g_free (first->starts);
  first->starts = g_strdup ("2027-01-14T15:00");
  letter = roundel_program_write_letter (design->program, "Tomás Ibarra");
  g_assert_true (g_strv_contains ((const char *const *) supervisors, "Tomás Ibarra"));
  g_assert_true (g_strv_contains ((const char *const *) supervisors, "Amara Okafor"));
  g_assert_nonnull (strstr (letter, "Chen Wei"));
  g_assert_null (strstr (letter, "Grace Mbeki"));
  g_assert_nonnull (strstr (letter, "Thursday, 14 January 2027, 15:00\n"));
  g_assert_nonnull (strstr (letter, "never reported"));
  g_assert_nonnull (strstr (sheet, "5."));
}

static void
test_the_letter_to_the_organisation_names_no_member (void)
{
  g_autoptr (RoundelDesign) design = example ();
  g_autofree char *letter = NULL;

  design->program->event = g_strdup ("the coaching course");
  letter = roundel_program_write_expectation_letter (design->program);
  g_assert_nonnull (strstr (letter, "It follows the coaching course"));
  g_assert_nonnull (strstr (letter, "Any member can call a meeting"));
  for (guint i = 0; i < design->program->members->len; i++)
    g_assert_null (strstr (letter, ((RoundelMember *) design->program->members->pdata[i])->name));
}

static gboolean
keep (const RoundelProgramRecord  *record,
      gpointer                     data,
      GError                     **error)
{
  RoundelProgramRecord *copy = g_new0 (RoundelProgramRecord, 1);

  *copy = (RoundelProgramRecord) { record->kind, g_strdup (record->reg), g_strdup (record->entity), g_strdup (record->circle),
                                   g_strdup (record->body) };
  g_ptr_array_add (data, copy);
  return TRUE;
}

static void
test_what_is_agreed_is_written_and_read (void)
{
  g_autoptr (RoundelDesign) design = example ();
  RoundelProgram *program = design->program;
  const RoundelCircle *circle = program->circles->pdata[0];
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree RoundelProgramRecord *list = NULL;
  g_autoptr (RoundelProgram) read = NULL;
  const char *const rules[] = { "Be kind", NULL };

  roundel_program_set_rules (program, "c", circle->id, rules);
  roundel_program_agree (program, circle->id, circle->members[0], TRUE, "2027-01-14");
  g_assert_true (roundel_program_write (program, keep, records, NULL));
  list = g_new0 (RoundelProgramRecord, records->len);
  for (guint i = 0; i < records->len; i++)
    list[i] = *(RoundelProgramRecord *) records->pdata[i];
  read = roundel_program_read (program->id, list, records->len);
  g_assert_cmpstr (roundel_program_find_charter (read, circle->id)->agreed_on, ==, "2027-01-14");
  g_assert_cmpstr (roundel_program_find_charter (read, circle->id)->agreed[0], ==, circle->members[0]);
  for (guint i = 0; i < records->len; i++)
    {
      g_free ((char *) list[i].reg);
      g_free ((char *) list[i].entity);
      g_free ((char *) list[i].circle);
      g_free ((char *) list[i].body);
      g_free (records->pdata[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  formats = roundel_library_formats (library);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/agreement/an-empty-answer-leaves-it-open", test_an_empty_answer_leaves_it_open);
  g_test_add_func ("/agreement/an-exception-is-agreed-with-its-reason-and-ends-without",
                   test_an_exception_is_agreed_with_its_reason_and_ends_without);
  g_test_add_func ("/agreement/two-circles-have-conflicts-and-exceptions-of-their-own",
                   test_two_circles_have_conflicts_and_exceptions_of_their_own);
  g_test_add_func ("/agreement/a-charter-is-agreed-name-by-name-and-new-rules-ask-again",
                   test_a_charter_is_agreed_name_by_name_and_new_rules_ask_again);
  g_test_add_func ("/agreement/the-letter-to-the-organisation-names-no-member",
                   test_the_letter_to_the_organisation_names_no_member);
  g_test_add_func ("/agreement/each-supervisor-gets-a-letter-with-their-people-and-no-others",
                   test_each_supervisor_gets_a_letter_with_their_people_and_no_others);
  g_test_add_func ("/agreement/what-is-agreed-is-written-and-read", test_what_is_agreed_is_written_and_read);
  return g_test_run ();
}
