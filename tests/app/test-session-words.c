/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/session-words.h"

#include "app/run/slip.h"

static RoundelProgram *
held_program (void)
{
  RoundelProgram *program = roundel_program_new ("p");
  RoundelCircle *circle = roundel_program_add_circle (program, "c");
  RoundelSession *session = roundel_program_add_session (program, "s", "c");
  RoundelSessionRecord *record = roundel_program_add_record (program, "r");
  RoundelAttendance *attendance = roundel_program_add_attendance (program, "r");
  RoundelEvaluation *evaluation = roundel_program_add_evaluation (program, "r");
  const char *const ids[] = { "a", "b", NULL };
  const char *const here[] = { "a", NULL };

  g_ptr_array_add (program->members, roundel_member_new ("a", "Amara Okafor"));
  g_ptr_array_add (program->members, roundel_member_new ("b", "Benoît Lefèvre"));
  g_strfreev (circle->members);
  circle->members = g_strdupv ((char **) ids);
  session->seconds = 3600;
  record->session = g_strdup ("s");
  record->began = g_strdup ("2027-01-14T15:02:10+01:00");
  record->ended = g_strdup ("2027-01-14T16:04:00+01:00");
  g_strfreev (record->had);
  record->had = g_strdupv ((char **) here);
  roundel_session_record_add_part (record, "Troika Consulting", 1800, 1980);
  roundel_session_record_add_part (record, "Discussion", 600, 0);
  attendance->session = g_strdup ("s");
  g_strfreev (attendance->here);
  attendance->here = g_strdupv ((char **) here);
  evaluation->session = g_strdup ("s");
  evaluation->slips = 5;
  evaluation->mean = 9;
  return program;
}

static gboolean
says (GPtrArray  *sections,
      const char *heading,
      const char *line)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const RoundelSessionWords *words = sections->pdata[i];

      for (guint k = 0; g_strcmp0 (words->heading, heading) == 0 && k < words->lines->len; k++)
        if (g_strcmp0 (words->lines->pdata[k], line) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
test_tells_planned_and_used_and_who_came (void)
{
  g_autoptr (RoundelProgram) program = held_program ();
  g_autoptr (GPtrArray) sections = roundel_session_words_new (program, program->sessions->pdata[0]);

  g_assert_true (says (sections, "How it went", "From 15:02 to 16:04"));
  g_assert_true (says (sections, "How it went", "1 of 2 came: Amara Okafor"));
  g_assert_true (says (sections, "Planned and used", "Troika Consulting: 33 of 30 min"));
  g_assert_true (says (sections, "Planned and used", "Discussion: left out"));
  g_assert_true (says (sections, "Cases", "Had one: Amara Okafor"));
  g_assert_true (says (sections, "Was it worth the time?", "\u20664½\u2069 of 5, from 5 slips"));
}

static void
test_nothing_is_told_of_a_session_to_come (void)
{
  g_autoptr (RoundelProgram) program = held_program ();
  RoundelSession *next = roundel_program_add_session (program, "s2", "c");
  g_autoptr (GPtrArray) sections = roundel_session_words_new (program, next);

  g_assert_cmpuint (sections->len, ==, 0);
}

static void
test_slips_become_sums (void)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (RoundelTallyAnswer));
  g_autoptr (GArray) comments = g_array_new (FALSE, FALSE, sizeof (RoundelTallyComment));
  const RoundelTallyAnswer given[] = { { "worth", 5, 6 }, { "worth", 2, 2 }, { "worth", 99, 1 }, { "other", 1, 9 } };
  const RoundelTallyComment said[] = { { "change", "More time", 2 }, { "other", "x", 1 } };
  RoundelTally tally = { 8, answers, comments };
  g_autoptr (RoundelEvaluation) evaluation = NULL;

  g_array_append_vals (answers, given, G_N_ELEMENTS (given));
  g_array_append_vals (comments, said, G_N_ELEMENTS (said));
  evaluation = roundel_slip_close (&tally, "e", "s");
  g_assert_cmpuint (evaluation->worth[5], ==, 6);
  g_assert_cmpuint (evaluation->worth[2], ==, 2);
  g_assert_cmpuint (evaluation->worth[1], ==, 0);
  g_assert_cmpuint (g_strv_length (evaluation->changes), ==, 2);
  tally.slips = 3;
  g_assert_null (roundel_slip_close (&tally, "e", "s"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-words/tells-planned-and-used-and-who-came", test_tells_planned_and_used_and_who_came);
  g_test_add_func ("/session-words/nothing-is-told-of-a-session-to-come", test_nothing_is_told_of_a_session_to_come);
  g_test_add_func ("/slip/slips-become-sums", test_slips_become_sums);
  return g_test_run ();
}
