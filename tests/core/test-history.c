/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/history.h"

static RoundelProgram *
program_with (guint sessions)
{
  RoundelProgram *program = roundel_program_new ("p");
  RoundelCircle *circle = roundel_program_add_circle (program, "c");
  const char *const ids[] = { "a", "b", "d", NULL };

  g_strfreev (circle->members);
  circle->members = g_strdupv ((char **) ids);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (program->members, roundel_member_new (ids[i], NULL));
  for (guint i = 0; i < sessions; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      RoundelSession *session = roundel_program_add_session (program, id, "c");

      session->starts = g_strdup_printf ("2027-01-%02uT15:00", 10 + i);
      g_ptr_array_add (session->outline, roundel_outline_part_new ("troika", NULL, 0, FALSE));
    }
  return program;
}

static RoundelSessionRecord *
hold (RoundelProgram *program,
      const char     *session,
      guint           used)
{
  RoundelSessionRecord *record = roundel_program_add_record (program, session);

  record->session = g_strdup (session);
  roundel_session_record_add_part (record, "Troika Consulting", 1800, used)->format = g_strdup ("troika");
  return record;
}

static void
test_what_ran_over_twice_is_said (void)
{
  g_autoptr (RoundelProgram) program = program_with (3);
  g_autoptr (GPtrArray) overruns = NULL;
  const RoundelOverrun *overrun;

  hold (program, "s0", 1800 + 600);
  hold (program, "s1", 1800 + 300);
  overruns = roundel_program_find_overruns (program, program->sessions->pdata[2]);
  g_assert_cmpuint (overruns->len, ==, 1);
  overrun = overruns->pdata[0];
  g_assert_cmpstr (overrun->title, ==, "Troika Consulting");
  g_assert_cmpuint (overrun->times, ==, 2);
  g_assert_cmpuint (overrun->seconds, ==, 450);
}

static void
test_once_is_no_rule_and_a_good_session_ends_it (void)
{
  g_autoptr (RoundelProgram) once = program_with (2);
  g_autoptr (RoundelProgram) better = program_with (4);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) ended = NULL;

  hold (once, "s0", 3000);
  none = roundel_program_find_overruns (once, once->sessions->pdata[1]);
  g_assert_cmpuint (none->len, ==, 0);
  hold (better, "s0", 3000);
  hold (better, "s1", 3000);
  hold (better, "s2", 1850);
  ended = roundel_program_find_overruns (better, better->sessions->pdata[3]);
  g_assert_cmpuint (ended->len, ==, 0);
}

static void
test_roles_are_remembered_over_the_sessions (void)
{
  g_autoptr (RoundelProgram) program = program_with (3);
  RoundelSessionRecord *record = hold (program, "s0", 1800);
  g_autoptr (RoundelRoles) roles = NULL;

  record->led = g_strdup ("b");
  roundel_session_record_add_role (record, "Timekeeper", "d");
  roundel_session_record_add_role (record, "Timekeeper", "gone");
  roles = roundel_program_fold_roles (program);
  g_assert_cmpuint (roundel_roles_count (roles, ROUNDEL_ROLE_LED, 1), ==, 1);
  g_assert_cmpuint (roundel_roles_count (roles, "Timekeeper", 2), ==, 1);
  g_assert_cmpuint (roundel_roles_count (roles, "Timekeeper", 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/what-ran-over-twice-is-said", test_what_ran_over_twice_is_said);
  g_test_add_func ("/history/once-is-no-rule-and-a-good-session-ends-it", test_once_is_no_rule_and_a_good_session_ends_it);
  g_test_add_func ("/history/roles-are-remembered-over-the-sessions", test_roles_are_remembered_over_the_sessions);
  return g_test_run ();
}
