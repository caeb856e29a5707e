/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/meeting-groups.h"
#include "app/meeting-file.h"
#include "session-fixture.h"

typedef struct
{
  RoundelMeeting *meeting;
  RoundelFormats formats;
  RoundelAgenda *agenda;
  const RoundelRound *round;
  const char *format;
} Fixture;

static void
plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->agenda, roundel_agenda_free);
  fixture->agenda = roundel_meeting_plan (fixture->meeting, &fixture->formats, &error);
  g_assert_no_error (error);
  fixture->round = roundel_agenda_find_groups (fixture->agenda);
  g_assert_nonnull (fixture->round);
  fixture->format = fixture->agenda->formats->pdata[fixture->round->part];
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->meeting = fixture_meeting (9);
  fixture->formats = fixture_formats ();
  plan (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  roundel_agenda_free (fixture->agenda);
  roundel_meeting_free (fixture->meeting);
}

static guint
group_of (Fixture *fixture,
          guint    member)
{
  for (guint g = 0; g < fixture->round->groups->len; g++)
    {
      const GArray *group = fixture->round->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        if (g_array_index (group, RoundelSeat, i).member == member)
          return g;
    }
  return G_MAXUINT;
}

static void
test_who_is_moved_goes_there_and_nobody_else (Fixture      *fixture,
                                              gconstpointer data)
{
  guint before[9];

  g_assert_cmpstr (fixture->format, ==, "troika");
  for (guint i = 0; i < 9; i++)
    before[i] = group_of (fixture, i);
  g_assert_true (roundel_meeting_move (fixture->meeting, fixture->format, fixture->round, 0, (before[0] + 1) % 3));
  plan (fixture);
  g_assert_cmpuint (group_of (fixture, 0), ==, (before[0] + 1) % 3);
  for (guint i = 1; i < 9; i++)
    g_assert_cmpuint (group_of (fixture, i), ==, before[i]);
  g_assert_cmpuint (roundel_agenda_seconds (fixture->agenda), ==, 60 * 60);
}

static void
test_two_change_places (Fixture      *fixture,
                        gconstpointer data)
{
  guint one = group_of (fixture, 0);
  guint other = 1;

  while (group_of (fixture, other) == one)
    other++;
  one = group_of (fixture, 0);
  g_assert_true (roundel_meeting_swap (fixture->meeting, fixture->format, fixture->round, 0, other));
  plan (fixture);
  g_assert_cmpuint (group_of (fixture, other), ==, one);
  g_assert_cmpuint (group_of (fixture, 0), !=, one);
}

static void
test_who_is_pinned_stays_when_others_are_shuffled (Fixture      *fixture,
                                                   gconstpointer data)
{
  guint place = group_of (fixture, 4);
  gboolean moved = FALSE;

  roundel_meeting_pin (fixture->meeting, fixture->format, fixture->round, 4, TRUE);
  for (guint32 seed = 1; seed < 20; seed++)
    {
      guint before = group_of (fixture, 0);

      roundel_meeting_shuffle (fixture->meeting, seed);
      plan (fixture);
      g_assert_cmpuint (group_of (fixture, 4), ==, place);
      moved = moved || group_of (fixture, 0) != before;
    }
  g_assert_true (roundel_meeting_is_pinned (fixture->meeting, 4));
}

static void
test_groups_by_hand_survive_a_crash (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (RoundelMeeting) again = NULL;
  guint place = (group_of (fixture, 2) + 1) % 3;

  fixture->meeting->led = 3;
  roundel_meeting_move (fixture->meeting, fixture->format, fixture->round, 2, place);
  text = roundel_meeting_to_text (fixture->meeting);
  again = roundel_meeting_from_text (text, NULL);
  g_assert_cmpint (again->led, ==, 3);
  roundel_meeting_free (fixture->meeting);
  fixture->meeting = g_steal_pointer (&again);
  plan (fixture);
  g_assert_cmpuint (group_of (fixture, 2), ==, place);
}

static void
test_the_next_leader_is_who_led_least (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (GArray) order = NULL;

  fixture->meeting->roles = roundel_roles_new (9);
  roundel_roles_add (fixture->meeting->roles, "facilitator", 0, 1);
  roundel_roles_add (fixture->meeting->roles, "facilitator", 1, 2);
  roundel_meeting_set_presence (fixture->meeting, 2, ROUNDEL_PRESENCE_AWAY);
  order = roundel_meeting_list_leaders (fixture->meeting);
  g_assert_cmpuint (order->len, ==, 8);
  g_assert_cmpuint (g_array_index (order, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (order, guint, 7), ==, 1);
}

/* The member who writes down what is said in a look back, or G_MAXUINT. */
static guint
find_scribe (RoundelAgenda *agenda)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      for (guint g = 0; g < round->groups->len; g++)
        for (guint s = 0; s < ((GArray *) round->groups->pdata[g])->len; s++)
          {
            const RoundelSeat *seat = &g_array_index ((GArray *) round->groups->pdata[g], RoundelSeat, s);

            if (g_strcmp0 (seat->also, "scribe") == 0)
              return seat->member;
          }
    }
  return G_MAXUINT;
}

/* Nobody has a role again before all have had it (R2). */
static void
test_roles_rotate_over_the_sessions (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (fixture->meeting->outline, 0);
  g_ptr_array_add (fixture->meeting->outline, roundel_outline_part_new ("aar", NULL, ROUNDEL_PLAN_REST, FALSE));
  fixture->meeting->roles = roundel_roles_new (9);
  for (guint session = 1; session <= 9; session++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RoundelAgenda) agenda = roundel_meeting_plan (fixture->meeting, &fixture->formats, &error);
      guint scribe;

      g_assert_no_error (error);
      scribe = find_scribe (agenda);
      g_assert_cmpuint (scribe, <, 9);
      g_assert_true (g_hash_table_add (held, GUINT_TO_POINTER (scribe + 1)));
      roundel_roles_add (fixture->meeting->roles, "scribe", scribe, session);
    }
}

#define add(name, function) g_test_add ("/meeting-groups/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("who-is-moved-goes-there-and-nobody-else", test_who_is_moved_goes_there_and_nobody_else);
  add ("two-change-places", test_two_change_places);
  add ("who-is-pinned-stays-when-others-are-shuffled", test_who_is_pinned_stays_when_others_are_shuffled);
  add ("groups-by-hand-survive-a-crash", test_groups_by_hand_survive_a_crash);
  add ("the-next-leader-is-who-led-least", test_the_next_leader_is_who_led_least);
  add ("roles-rotate-over-the-sessions", test_roles_rotate_over_the_sessions);
  return g_test_run ();
}
