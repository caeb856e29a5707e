/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/member.h"

static void
test_only_what_is_empty_is_filled_in (void)
{
  g_autoptr (RoundelMember) typed = roundel_member_new ("1", "Amara Okafor");
  g_autoptr (RoundelMember) listed = roundel_member_new ("7", "amara okafor");

  typed->level = g_strdup ("head");
  typed->interests = g_new0 (char *, 1);
  listed->level = g_strdup ("lead");
  listed->team = g_strdup ("Support");
  listed->interests = g_strsplit ("coaching;writing", ";", -1);
  roundel_member_fill (typed, listed);
  g_assert_cmpstr (typed->id, ==, "1");
  g_assert_cmpstr (typed->name, ==, "Amara Okafor");
  g_assert_cmpstr (typed->level, ==, "head");
  g_assert_cmpstr (typed->team, ==, "Support");
  g_assert_cmpstr (typed->interests[1], ==, "writing");
  g_assert_null (typed->email);
}

static void
test_an_id_is_above_all_others (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();

  g_assert_cmpuint (roundel_members_find_id (members), ==, 1);
  g_ptr_array_add (members, roundel_member_new ("10", NULL));
  g_ptr_array_add (members, roundel_member_new ("9", NULL));
  g_assert_cmpuint (roundel_members_find_id (members), ==, 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member/only-what-is-empty-is-filled-in", test_only_what_is_empty_is_filled_in);
  g_test_add_func ("/member/an-id-is-above-all-others", test_an_id_is_above_all_others);
  return g_test_run ();
}
