/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/week.h"

#define BEGIN G_GINT64_CONSTANT (1799935200) /* 14 January 2027, 15:00 in Oslo */
#define DAY (24 * 3600)

static void
add_session (RoundelProgram *program,
             const char     *id,
             const char     *starts)
{
  RoundelSession *session = roundel_program_add_session (program, id, NULL);

  g_free (session->starts);
  g_free (session->zone);
  session->starts = g_strdup (starts);
  session->zone = g_strdup ("Europe/Oslo");
  session->seconds = 3600;
}

static void
add_member (RoundelProgram *program,
            const char     *id)
{
  RoundelMember *member = g_new0 (RoundelMember, 1);

  member->id = g_strdup (id);
  g_ptr_array_add (program->members, member);
}

static RoundelProgram *
make_program (void)
{
  RoundelProgram *program = roundel_program_new ("p");
  RoundelPartnering *partners = roundel_program_add_partners (program, "pairs", NULL);
  const char *const pair[] = { "anna", "benoit", NULL };

  add_member (program, "anna");
  add_member (program, "benoit");
  add_member (program, "carl");
  g_ptr_array_add (partners->groups, g_strdupv ((char **) pair));
  add_session (program, "first", "2027-01-14T15:00");
  add_session (program, "second", "2027-01-21T15:00");
  return program;
}

static void
test_the_week_lies_between_two_sessions (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autoptr (GPtrArray) programs = g_ptr_array_new ();
  g_autoptr (GArray) whens = NULL;
  RoundelWeek week;

  g_ptr_array_add (programs, program);
  whens = roundel_when_list (programs);
  g_assert_true (roundel_week_find (whens, "p", BEGIN + DAY, &week));
  g_assert_cmpstr (week.last.session->id, ==, "first");
  g_assert_cmpstr (week.next.session->id, ==, "second");
  g_assert_true (roundel_week_find (whens, NULL, BEGIN - DAY, &week));
  g_assert_null (week.last.session);
  g_assert_false (roundel_week_find (whens, "p", BEGIN + 10 * DAY, &week));
}

static void
test_partners_are_those_who_were_paired_last (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  const char *const pair[] = { "anna", "benoit", NULL };
  const char *const trio[] = { "carl", "anna", "benoit", NULL };

  g_assert_cmpstrv (roundel_week_find_partners (program, "benoit"), pair);
  g_assert_null (roundel_week_find_partners (program, "carl"));
  g_assert_null (roundel_week_find_partners (program, NULL));
  g_ptr_array_add (roundel_program_add_partners (program, "again", NULL)->groups, g_strdupv ((char **) trio));
  g_assert_cmpstrv (roundel_week_find_partners (program, "benoit"), trio);
}

static void
hold (RoundelProgram *program,
      const char     *session,
      const char     *member,
      guint           promises)
{
  RoundelSessionRecord *record = roundel_program_add_record (program, session);
  RoundelAttendance *attendance = roundel_program_add_attendance (program, session);
  const char *const here[] = { member, NULL };

  g_free (record->session);
  record->session = g_strdup (session);
  record->promises = promises;
  g_free (attendance->session);
  attendance->session = g_strdup (session);
  g_strfreev (attendance->here);
  attendance->here = g_strdupv ((char **) here);
}

static void
test_promises_were_made_where_one_was_last (void)
{
  g_autoptr (RoundelProgram) program = make_program ();

  g_assert_null (roundel_week_find_promises (program, NULL));
  hold (program, "first", "anna", 3);
  g_assert_cmpstr (roundel_week_find_promises (program, NULL)->id, ==, "first");
  g_assert_cmpstr (roundel_week_find_promises (program, "anna")->id, ==, "first");
  g_assert_null (roundel_week_find_promises (program, "carl"));
  hold (program, "second", "carl", 0);
  g_assert_null (roundel_week_find_promises (program, NULL));
  g_assert_null (roundel_week_find_promises (program, "carl"));
  g_assert_cmpstr (roundel_week_find_promises (program, "anna")->id, ==, "first");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/lies-between-two-sessions", test_the_week_lies_between_two_sessions);
  g_test_add_func ("/week/partners-are-those-who-were-paired-last", test_partners_are_those_who_were_paired_last);
  g_test_add_func ("/week/promises-were-made-where-one-was-last", test_promises_were_made_where_one_was_last);
  return g_test_run ();
}
