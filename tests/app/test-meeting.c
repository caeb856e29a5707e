/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "app/meeting-file.h"
#include "session-fixture.h"

static gboolean
agenda_has (const RoundelAgenda *agenda,
            guint                member)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      for (guint g = 0; g < round->groups->len; g++)
        {
          const GArray *group = round->groups->pdata[g];

          for (guint s = 0; s < group->len; s++)
            if (g_array_index (group, RoundelSeat, s).member == member)
              return TRUE;
        }
    }
  return FALSE;
}

static void
test_quick_session_needs_no_names_and_fills_its_time (void)
{
  RoundelFormats formats = fixture_formats ();
  g_autoptr (GError) error = NULL;
  const RoundelFormat *troika = formats.find (formats.library, "troika", &error);
  g_autoptr (RoundelMeeting) meeting = roundel_meeting_new_quick (troika, "Help", 8, 60 * 60);
  g_autoptr (RoundelAgenda) agenda = roundel_meeting_plan (meeting, &formats, &error);
  g_autofree char *name = roundel_meeting_dup_name (meeting, 2);
  g_autofree char *key = roundel_meeting_dup_key (meeting, 2);

  g_assert_no_error (error);
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, 60 * 60);
  g_assert_cmpuint (roundel_meeting_count (meeting, ROUNDEL_PRESENCE_HERE), ==, 8);
  g_assert_cmpstr (name, ==, "Seat 3");
  g_assert_cmpstr (key, ==, "3");
}

static void
test_only_those_away_have_no_place (void)
{
  RoundelFormats formats = fixture_formats ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMeeting) meeting = fixture_meeting (7);
  g_autoptr (RoundelAgenda) agenda = NULL;

  roundel_meeting_set_presence (meeting, 2, ROUNDEL_PRESENCE_AWAY);
  agenda = roundel_meeting_plan (meeting, &formats, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agenda->n_members, ==, 9);
  for (guint i = 0; i < 9; i++)
    g_assert_true (agenda_has (agenda, i) == (i != 2));
}

/* Whose case the first group takes, when each group takes one. */
static guint
find_case (const RoundelAgenda *agenda)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->is_case)
        return g_array_index (round->speakers, guint, 0);
    }
  g_assert_not_reached ();
}

static void
test_who_had_a_case_today_waits_behind_the_others (void)
{
  RoundelFormats formats = fixture_formats ();
  g_autoptr (GError) error = NULL;
  const RoundelFormat *consultancy = formats.find (formats.library, "consultancy", &error);
  g_autoptr (RoundelMeeting) meeting = roundel_meeting_new_quick (consultancy, "Help", 5, 60 * 60);
  gboolean had[5] = { FALSE, };

  for (guint i = 0; i < G_N_ELEMENTS (had); i++)
    {
      g_autoptr (RoundelAgenda) agenda = roundel_meeting_plan_rest (meeting, &formats, 0, 60 * 60, had, &error);

      g_assert_no_error (error);
      g_assert_false (had[find_case (agenda)]);
      had[find_case (agenda)] = TRUE;
    }
}

static void
test_one_person_is_no_session (void)
{
  RoundelFormats formats = fixture_formats ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMeeting) meeting = fixture_meeting (9);

  for (guint i = 1; i < 9; i++)
    roundel_meeting_set_presence (meeting, i, ROUNDEL_PRESENCE_AWAY);
  g_assert_null (roundel_meeting_plan (meeting, &formats, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
}

static void
test_people_are_called_by_first_name_unless_two_share_it (void)
{
  g_autoptr (RoundelMeeting) meeting = fixture_meeting (9);
  g_autofree char *amara = roundel_meeting_dup_short (meeting, 0);
  g_autofree char *benoit = roundel_meeting_dup_short (meeting, 1);

  g_assert_cmpstr (amara, ==, "Amara");
  g_assert_cmpstr (benoit, ==, "Benoît Lefèvre");
}

static void
test_each_member_has_a_key_of_its_own (void)
{
  g_autoptr (RoundelMeeting) meeting = fixture_meeting (9);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 9; i++)
    g_assert_true (g_hash_table_add (keys, roundel_meeting_dup_key (meeting, i)));
  g_assert_true (g_hash_table_contains (keys, "A"));
  g_assert_true (g_hash_table_contains (keys, "H"));
}

static void
test_text_brings_all_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMeeting) meeting = fixture_meeting (7);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RoundelMeeting) copy = NULL;

  meeting->session = g_strdup ("s1");
  meeting->starts = G_GINT64_CONSTANT (1800000000000000);
  ((RoundelOutlinePart *) meeting->outline->pdata[1])->begins = 600;
  text = roundel_meeting_to_text (meeting);
  copy = roundel_meeting_from_text (text, &error);
  g_assert_no_error (error);
  again = roundel_meeting_to_text (copy);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (copy->members->len, ==, 9);
  g_assert_cmpuint (roundel_meeting_count (copy, ROUNDEL_PRESENCE_EXPECTED), ==, 2);
  g_assert_cmpuint (((RoundelOutlinePart *) copy->outline->pdata[1])->seconds, ==, ROUNDEL_PLAN_REST);
  g_assert_cmpuint (((RoundelOutlinePart *) copy->outline->pdata[1])->begins, ==, 600);
}

static void
test_nonsense_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_meeting_from_text ("[meeting]\nseconds=3\n", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/quick-session-needs-no-names-and-fills-its-time",
                   test_quick_session_needs_no_names_and_fills_its_time);
  g_test_add_func ("/meeting/only-those-away-have-no-place", test_only_those_away_have_no_place);
  g_test_add_func ("/meeting/who-had-a-case-today-waits-behind-the-others",
                   test_who_had_a_case_today_waits_behind_the_others);
  g_test_add_func ("/meeting/one-person-is-no-session", test_one_person_is_no_session);
  g_test_add_func ("/meeting/people-are-called-by-first-name-unless-two-share-it",
                   test_people_are_called_by_first_name_unless_two_share_it);
  g_test_add_func ("/meeting/each-member-has-a-key-of-its-own", test_each_member_has_a_key_of_its_own);
  g_test_add_func ("/meeting/text-brings-all-back", test_text_brings_all_back);
  g_test_add_func ("/meeting/nonsense-is-refused", test_nonsense_is_refused);
  return g_test_run ();
}
