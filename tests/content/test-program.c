/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/members-csv.h"
#include "content/outcome.h"
#include "core/design.h"
#include "core/error.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;
static GPtrArray *patterns;

/* The program of the example: member 3 reports to member 0. */
static RoundelDesign *
example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "conscious-skills", "members.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) draft = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  csv = roundel_members_csv_read (text, strlen (text), "members.csv", NULL);
  draft = roundel_draft_set_members (empty, csv->members);
  return roundel_design_new (draft, roundel_outcomes_find (outcomes, "leadership-development"),
                             roundel_patterns_find (patterns, "weekly-cycle"), &formats, 1);
}

static GArray *
indices (guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (array, i);
  return array;
}

static RoundelAgenda *
expand (const RoundelProgram *program,
        guint                 session,
        const GArray         *present,
        guint                 seconds,
        GError              **error)
{
  return roundel_program_expand_present (program, program->sessions->pdata[session],
                                         roundel_outcomes_find (outcomes, program->outcome), present, seconds, &formats,
                                         error);
}

/* Whether the places A and B ever share a group that is not the whole room. */
static gboolean
sit_together (const RoundelAgenda *agenda,
              guint                a,
              guint                b)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      for (guint g = 0; g < round->groups->len; g++)
        {
          const GArray *group = round->groups->pdata[g];
          guint found = 0;

          if (group->len == agenda->n_members)
            continue;
          for (guint k = 0; k < group->len; k++)
            found += g_array_index (group, RoundelSeat, k).member == a || g_array_index (group, RoundelSeat, k).member == b;
          if (found == 2)
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_nobody_sits_with_the_boss (void)
{
  g_autoptr (RoundelDesign) made = example ();

  for (guint n = 5; n <= 9; n++)
    for (guint session = 0; session < 4; session++)
      {
        g_autoptr (GArray) present = indices (n);
        g_autoptr (GError) error = NULL;
        g_autoptr (RoundelAgenda) agenda = expand (made->program, session, present, 3600, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (agenda->n_members, ==, n);
        g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, 3600);
        g_assert_false (sit_together (agenda, 0, 3));
      }
}

static void
test_where_it_cannot_be_it_is_said (void)
{
  g_autoptr (RoundelDesign) made = example ();
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint line_of_three[] = { 0, 3, 4, 5 };
  RoundelMember *member = made->program->members->pdata[4];
  RoundelSession *session = made->program->sessions->pdata[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = NULL;

  g_free (member->reports_to);
  member->reports_to = g_strdup ("4");
  g_ptr_array_set_size (session->outline, 0);
  g_ptr_array_add (session->outline, roundel_outline_part_new ("dyad", NULL, ROUNDEL_PLAN_REST, FALSE));
  g_array_append_vals (present, line_of_three, G_N_ELEMENTS (line_of_three));
  agenda = expand (made->program, 1, present, 20 * 60, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, 20 * 60);
  g_assert_cmpuint (agenda->notes->len, ==, 1);
  g_assert_nonnull (strstr (agenda->notes->pdata[0], "reporting line"));
}

/* The record of a session in which these had a case. */
static void
hold (RoundelProgram *program,
      guint           session,
      const char     *had,
      const char     *owed)
{
  g_autofree char *id = g_strdup_printf ("record-%u", session);
  RoundelSessionRecord *record = roundel_program_add_record (program, id);

  record->session = g_strdup (((RoundelSession *) program->sessions->pdata[session])->id);
  g_strfreev (record->had);
  g_strfreev (record->owed);
  record->had = g_strsplit (had, " ", -1);
  record->owed = g_strsplit (owed, " ", -1);
}

static void
test_the_ledger_counts_what_was_held (void)
{
  g_autoptr (RoundelDesign) made = example ();
  g_autoptr (RoundelLedger) ledger = NULL;

  hold (made->program, 1, "1 2 nobody", "5");
  hold (made->program, 0, "1 4", "");
  ledger = roundel_program_fold_ledger (made->program);
  g_assert_cmpuint (roundel_ledger_had (ledger, 0), ==, 2);
  g_assert_cmpuint (roundel_ledger_had (ledger, 1), ==, 1);
  g_assert_cmpuint (roundel_ledger_had (ledger, 3), ==, 1);
  g_assert_cmpuint (roundel_ledger_had (ledger, 4), ==, 0);
  g_assert_true (roundel_ledger_owed (ledger, 4));
  g_assert_false (roundel_ledger_owed (ledger, 0));
}

static void
test_who_is_owed_a_case_comes_first (void)
{
  g_autoptr (RoundelDesign) made = example ();
  RoundelSession *session = made->program->sessions->pdata[2];
  g_autoptr (GArray) present = indices (7);
  g_autoptr (RoundelAgenda) agenda = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_size (session->outline, 0);
  g_ptr_array_add (session->outline, roundel_outline_part_new ("wial", NULL, ROUNDEL_PLAN_REST, FALSE));
  hold (made->program, 0, "1 2 3 4 5", "");
  hold (made->program, 1, "6", "7");
  agenda = expand (made->program, 2, present, 90 * 60, &error);
  g_assert_no_error (error);
  for (guint member = 0; member < 7; member++)
    g_assert_cmpuint (roundel_agenda_cases (agenda, member), ==, member == 6 ? 1 : 0);
}

static void
test_the_same_session_has_the_same_groups (void)
{
  g_autoptr (RoundelDesign) made = example ();
  g_autoptr (GArray) present = indices (9);
  g_autoptr (RoundelAgenda) one = expand (made->program, 1, present, 3600, NULL);
  g_autoptr (RoundelAgenda) two = expand (made->program, 1, present, 3600, NULL);

  for (guint a = 0; a < 9; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpint (sit_together (one, a, b), ==, sit_together (two, a, b));
}

static void
test_too_little_time_is_said_in_figures (void)
{
  g_autoptr (RoundelDesign) made = example ();
  g_autoptr (GArray) present = indices (9);
  g_autoptr (GError) error = NULL;

  g_assert_null (expand (made->program, 1, present, 5 * 60, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  formats = roundel_library_formats (library);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/program/nobody-sits-with-the-boss", test_nobody_sits_with_the_boss);
  g_test_add_func ("/program/where-it-cannot-be-it-is-said", test_where_it_cannot_be_it_is_said);
  g_test_add_func ("/program/the-ledger-counts-what-was-held", test_the_ledger_counts_what_was_held);
  g_test_add_func ("/program/who-is-owed-a-case-comes-first", test_who_is_owed_a_case_comes_first);
  g_test_add_func ("/program/the-same-session-has-the-same-groups", test_the_same_session_has_the_same_groups);
  g_test_add_func ("/program/too-little-time-is-said-in-figures", test_too_little_time_is_said_in_figures);
  result = g_test_run ();

  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
