/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/committee.h"

/* Ann reports to Bo, Cas to Ann by her id. */
static RoundelProgram *
example (void)
{
  RoundelProgram *program = roundel_program_new ("p");
  const char *names[] = { "Ann", "Cas", "Dov" };
  const char *bosses[] = { "Bo Berg", "m0", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      RoundelMember *member = roundel_member_new (id, names[i]);

      member->reports_to = g_strdup (bosses[i]);
      g_ptr_array_add (program->members, member);
    }
  return program;
}

static void
add (RoundelProgram *program,
     const char     *name,
     const char     *role)
{
  g_ptr_array_add (program->people, roundel_person_new (name, name, role));
}

static void
test_a_supervisor_is_found_by_name_and_by_id (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *why = roundel_program_check_person (program, " bo BERG");

  g_assert_true (roundel_program_is_supervisor (program, "Bo Berg"));
  g_assert_true (roundel_program_is_supervisor (program, "m0"));
  g_assert_true (roundel_program_is_supervisor (program, "ann"));
  g_assert_false (roundel_program_is_supervisor (program, "Dov"));
  g_assert_false (roundel_program_is_supervisor (program, NULL));
  g_assert_cmpstr (why, ==, " bo BERG is the boss of a member.");
}

static void
test_human_resources_are_told_from_others (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *why = NULL;

  add (program, "Hal", ROUNDEL_PERSON_HUMAN_RESOURCES);
  add (program, "Gil", ROUNDEL_PERSON_GUEST);
  why = roundel_program_check_person (program, "hal");
  g_assert_cmpstr (why, ==, "hal is from human resources.");
  g_assert_null (roundel_program_check_person (program, "Gil"));
  g_assert_null (roundel_program_check_person (program, NULL));
}

static void
test_a_committee_wants_a_member (void)
{
  g_autoptr (RoundelProgram) program = example ();

  g_assert_false (roundel_program_has_person (program, ROUNDEL_PERSON_COMMITTEE));
  add (program, "Eve", ROUNDEL_PERSON_COMMITTEE);
  add (program, "Cas", ROUNDEL_PERSON_GUEST);
  g_assert_true (roundel_program_has_person (program, ROUNDEL_PERSON_COMMITTEE));
  g_assert_false (roundel_program_committee_has_member (program));
  add (program, "dov", ROUNDEL_PERSON_COMMITTEE);
  g_assert_true (roundel_program_committee_has_member (program));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/a-supervisor-is-found-by-name-and-by-id", test_a_supervisor_is_found_by_name_and_by_id);
  g_test_add_func ("/committee/human-resources-are-told-from-others", test_human_resources_are_told_from_others);
  g_test_add_func ("/committee/a-committee-wants-a-member", test_a_committee_wants_a_member);
  return g_test_run ();
}
