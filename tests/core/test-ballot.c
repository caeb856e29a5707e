/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/ballot.h"

#include <string.h>

/* Two topics, and a circle of two. */
static RoundelProgram *
example (void)
{
  RoundelProgram *program = roundel_program_new ("p");
  RoundelCircle *circle = roundel_program_add_circle (program, "c");

  g_strfreev (circle->members);
  circle->members = g_strsplit ("m0 m1", " ", -1);
  g_ptr_array_add (program->members, roundel_member_new ("m0", "Ann"));
  g_ptr_array_add (program->members, roundel_member_new ("m1", "Bo"));
  g_ptr_array_add (program->topics, roundel_topic_new ("t0", "Missed deadlines"));
  g_ptr_array_add (program->topics, roundel_topic_new ("t1", "Long meetings"));
  return program;
}

static void
vote (RoundelProgram *program,
      const char     *id,
      const char     *by,
      const char     *topics)
{
  g_auto (GStrv) ids = g_strsplit (topics, " ", -1);

  roundel_program_vote (program, id, by, (const char *const *) ids);
}

static void
test_a_member_votes_once_and_paper_each_time (void)
{
  g_autoptr (RoundelProgram) program = example ();

  vote (program, "b0", "m0", "t0");
  vote (program, "b1", "m0", "t1");
  vote (program, "b2", NULL, "t0 t1");
  vote (program, "b3", NULL, "t0");
  g_assert_cmpuint (program->ballots->len, ==, 3);
  g_assert_cmpuint (roundel_program_count_ballots (program), ==, 3);
  g_assert_cmpuint (roundel_program_count_votes (program, program->topics->pdata[0]), ==, 2);
  g_assert_cmpuint (roundel_program_count_votes (program, program->topics->pdata[1]), ==, 2);
}

/* As a merge of two copies leaves them. */
static void
test_of_two_ballots_of_one_member_the_last_counts (void)
{
  g_autoptr (RoundelProgram) program = example ();

  vote (program, "b0", NULL, "t0");
  vote (program, "b1", NULL, "t1");
  ((RoundelBallot *) program->ballots->pdata[0])->by = g_strdup ("m0");
  ((RoundelBallot *) program->ballots->pdata[1])->by = g_strdup ("m0");
  g_assert_cmpuint (roundel_program_count_ballots (program), ==, 1);
  g_assert_cmpuint (roundel_program_count_votes (program, program->topics->pdata[0]), ==, 0);
  g_assert_cmpuint (roundel_program_count_votes (program, program->topics->pdata[1]), ==, 1);
}

static void
test_another_topic_asks_for_another_yes (void)
{
  g_autoptr (RoundelProgram) program = example ();

  program->topic = g_strdup ("Missed deadlines");
  roundel_program_say_yes (program, "b0", "m0", TRUE);
  roundel_program_say_yes (program, "b1", "m1", TRUE);
  g_assert_cmpuint (roundel_program_count_yes (program), ==, 2);
  g_assert_cmpuint (roundel_program_count_ballots (program), ==, 0);
  roundel_program_say_yes (program, "b2", "m1", FALSE);
  g_assert_cmpuint (roundel_program_count_yes (program), ==, 1);
  g_free (program->topic);
  program->topic = g_strdup ("Long meetings");
  g_assert_cmpuint (roundel_program_count_yes (program), ==, 0);
  g_assert_false (roundel_program_says_yes (program, "m0"));
}

static void
test_a_paper_ballot_has_every_topic_and_no_name (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *text = NULL;

  ((RoundelTopic *) program->topics->pdata[0])->tried = g_strdup ("reminders");
  text = roundel_program_write_ballot (program);
  g_assert_nonnull (strstr (text, "[  ]  Missed deadlines\n      Tried so far: reminders\n[  ]  Long meetings\n"));
  g_assert_null (strstr (text, "Ann"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ballot/a-member-votes-once-and-paper-each-time", test_a_member_votes_once_and_paper_each_time);
  g_test_add_func ("/ballot/of-two-ballots-of-one-member-the-last-counts", test_of_two_ballots_of_one_member_the_last_counts);
  g_test_add_func ("/ballot/another-topic-asks-for-another-yes", test_another_topic_asks_for_another_yes);
  g_test_add_func ("/ballot/a-paper-ballot-has-every-topic-and-no-name", test_a_paper_ballot_has_every_topic_and_no_name);
  return g_test_run ();
}
