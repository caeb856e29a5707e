/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/when.h"

#define HOUR 3600
/* 14 January 2027, 15:00 in Oslo */
#define BEGIN G_GINT64_CONSTANT (1799935200)

static void
add (GPtrArray  *programs,
     const char *program_id,
     const char *session_id,
     const char *starts)
{
  RoundelProgram *program = NULL;
  RoundelSession *session;

  for (guint i = 0; i < programs->len; i++)
    if (g_str_equal (((RoundelProgram *) programs->pdata[i])->id, program_id))
      program = programs->pdata[i];
  if (program == NULL)
    g_ptr_array_add (programs, program = roundel_program_new (program_id));
  session = roundel_program_add_session (program, session_id, NULL);
  g_free (session->starts);
  g_free (session->zone);
  session->starts = g_strdup (starts);
  session->zone = g_strdup ("Europe/Oslo");
  session->seconds = 90 * 60;
}

static GPtrArray *
make_programs (void)
{
  GPtrArray *programs = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);

  add (programs, "b", "b1", "2027-01-16T09:00");
  add (programs, "a", "a2", "2027-01-21T15:00");
  add (programs, "a", "a1", "2027-01-14T15:00");
  add (programs, "a", "open", NULL);
  return programs;
}

static void
test_sessions_stand_by_time (void)
{
  g_autoptr (GPtrArray) programs = make_programs ();
  g_autoptr (GArray) whens = roundel_when_list (programs);

  g_assert_cmpuint (whens->len, ==, 3);
  g_assert_cmpstr (g_array_index (whens, RoundelWhen, 0).session->id, ==, "a1");
  g_assert_cmpint (g_array_index (whens, RoundelWhen, 0).begin, ==, BEGIN);
  g_assert_cmpint (g_array_index (whens, RoundelWhen, 0).end, ==, BEGIN + 90 * 60);
  g_assert_cmpstr (g_array_index (whens, RoundelWhen, 1).session->id, ==, "b1");
}

static void
test_what_is_written_soon_after_belongs_to_it (void)
{
  g_autoptr (GPtrArray) programs = make_programs ();
  g_autoptr (GArray) whens = roundel_when_list (programs);
  RoundelWhen when;

  g_assert_false (roundel_when_now (whens, BEGIN - 1, &when));
  g_assert_true (roundel_when_now (whens, BEGIN, &when));
  g_assert_true (roundel_when_now (whens, BEGIN + 5 * HOUR, &when));
  g_assert_cmpstr (when.session->id, ==, "a1");
  g_assert_false (roundel_when_now (whens, BEGIN + 6 * HOUR, &when));
}

static void
test_last_and_next (void)
{
  g_autoptr (GPtrArray) programs = make_programs ();
  g_autoptr (GArray) whens = roundel_when_list (programs);
  gint64 now = BEGIN + 72 * HOUR;
  RoundelWhen when;

  g_assert_true (roundel_when_last (whens, NULL, now, &when));
  g_assert_cmpstr (when.session->id, ==, "b1");
  g_assert_true (roundel_when_last (whens, "a", now, &when));
  g_assert_cmpstr (when.session->id, ==, "a1");
  g_assert_true (roundel_when_next (whens, "a", now, &when));
  g_assert_cmpstr (when.session->id, ==, "a2");
  g_assert_false (roundel_when_next (whens, "b", now, &when));
  g_assert_false (roundel_when_last (whens, NULL, BEGIN - 1, &when));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/sessions-stand-by-time", test_sessions_stand_by_time);
  g_test_add_func ("/when/what-is-written-soon-after-belongs-to-it", test_what_is_written_soon_after_belongs_to_it);
  g_test_add_func ("/when/last-and-next", test_last_and_next);
  return g_test_run ();
}
