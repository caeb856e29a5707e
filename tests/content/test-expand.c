/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/library.h"
#include "core/error.h"
#include "core/expand.h"

#define MOST_PEOPLE 40

static RoundelLibrary *library;

static const RoundelFormat *
get_format (const char *id)
{
  g_autoptr (GError) error = NULL;
  const RoundelFormat *format = roundel_library_find (library, id, &error);

  g_assert_no_error (error);
  return format;
}

static RoundelAgenda *
expand (const char *id,
        guint       people,
        guint       minutes)
{
  RoundelExpansion expansion = { people, minutes * 60 };
  g_autoptr (GError) error = NULL;
  RoundelAgenda *agenda = roundel_format_expand (get_format (id), &expansion, &error);

  g_assert_no_error (error);
  return agenda;
}

/* Everybody sits in exactly one group, and no group is too small or too large. */
static void
check_groups (const RoundelFormat *format,
              const RoundelRound  *round,
              guint                people)
{
  gboolean seated[MOST_PEOPLE] = { FALSE };
  guint count = 0;

  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];

      g_assert_cmpuint (group->len, >=, 2);
      if (round->gather == ROUNDEL_GATHER_GROUP && format->group_min > 0)
        {
          g_assert_cmpuint (group->len + 1, >=, format->group_min);
          if (format->group_max > 0)
            g_assert_cmpuint (group->len, <=, format->group_max + 1);
        }
      if (round->gather == ROUNDEL_GATHER_PAIR)
        g_assert_cmpuint (group->len, <=, 3);
      for (guint k = 0; k < group->len; k++)
        {
          guint member = g_array_index (group, RoundelSeat, k).member;

          g_assert_cmpuint (member, <, people);
          g_assert_false (seated[member]);
          seated[member] = TRUE;
          count++;
        }
    }
  g_assert_cmpuint (count, ==, round->gather == ROUNDEL_GATHER_ALONE ? 0 : people);
}

/* In each slot every group that has a turn has exactly one holder of it, and it is the speaker. */
static void
check_holders (const RoundelFormat *format,
               const RoundelRound  *round)
{
  int turn_role = roundel_format_turn_role (format);
  const char *turn_name;
  guint holders = 0;

  if (!round->is_case || turn_role < 0 || round->groups->len == 0)
    return;
  turn_name = g_intern_string (((RoundelRole *) format->roles->pdata[turn_role])->name);
  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];
      guint here = 0;

      for (guint k = 0; k < group->len; k++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, k);
          gboolean speaks = FALSE;

          for (guint s = 0; s < round->speakers->len; s++)
            speaks |= g_array_index (round->speakers, guint, s) == seat->member;
          g_assert_true ((seat->role == turn_name) == speaks);
          here += speaks;
        }
      g_assert_cmpuint (here, <=, 1);
      holders += here;
    }
  g_assert_cmpuint (holders, ==, round->speakers->len);
  g_assert_cmpuint (holders, >, 0);
}

static void
check_turns (const RoundelFormat *format,
             const RoundelAgenda *agenda)
{
  guint served = 0;
  guint seconds = 0;

  for (guint member = 0; member < agenda->n_members; member++)
    {
      guint cases = roundel_agenda_cases (agenda, member);

      if (format->turns == ROUNDEL_TURNS_ONE)
        g_assert_cmpuint (cases, <=, 1);
      if (cases == 0)
        continue;
      served++;
      if (seconds == 0)
        seconds = roundel_agenda_slot_seconds (agenda, member);
      if (format->turns != ROUNDEL_TURNS_ONE)
        g_assert_cmpuint (roundel_agenda_slot_seconds (agenda, member), ==, seconds);
    }
  if (format->turns == ROUNDEL_TURNS_ALL && served > 0)
    g_assert_cmpuint (served + agenda->waiting->len, ==, agenda->n_members);
}

static void
check_agenda (const RoundelFormat *format,
              const RoundelAgenda *agenda)
{
  g_assert_cmpuint (agenda->rounds->len, >, 0);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      g_assert_cmpuint (round->seconds, >, 0);
      g_assert_cmpuint (round->least, <=, round->seconds);
      if (round->slot != 0)
        g_assert_cmpuint (round->least, ==, round->seconds);
      check_groups (format, round, agenda->n_members);
      check_holders (format, round);
    }
  check_turns (format, agenda);
}

static void
test_every_format_for_2_to_40_people (void)
{
  GPtrArray *formats = roundel_library_get_formats (library);

  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];
      guint done = 0;

      for (guint people = 2; format->steps->len > 0 && people <= MOST_PEOPLE; people++)
        {
          g_autoptr (GError) error = NULL;
          RoundelExpansion expansion = { people };
          g_autoptr (RoundelAgenda) agenda = roundel_format_expand (format, &expansion, &error);

          if (agenda == NULL)
            {
              g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
              continue;
            }
          g_assert_cmpuint (agenda->waiting->len, ==, 0);
          check_agenda (format, agenda);
          done++;
        }
      if (format->steps->len > 0 && done == 0)
        g_error ("%s works with no number of people from 2 to %d", format->id, MOST_PEOPLE);
    }
}

static void
test_no_time_is_exceeded (void)
{
  GPtrArray *formats = roundel_library_get_formats (library);

  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];

      for (guint people = 2; format->steps->len > 0 && people <= 13; people++)
        for (guint minutes = 5; minutes <= 200; minutes += 13)
          {
            g_autoptr (GError) error = NULL;
            RoundelExpansion expansion = { people, minutes * 60 };
            g_autoptr (RoundelAgenda) agenda = roundel_format_expand (format, &expansion, &error);

            if (agenda == NULL)
              {
                g_assert_nonnull (error);
                continue;
              }
            g_assert_cmpuint (roundel_agenda_seconds (agenda), <=, minutes * 60);
            g_assert_cmpuint (agenda->notes->len, ==, (agenda->waiting->len > 0) + (people < format->people_min));
            check_agenda (format, agenda);
          }
    }
}

static void
test_seven_in_troika_are_client_once_each (void)
{
  g_autoptr (RoundelAgenda) agenda = expand ("troika", 7, 0);
  guint seconds = roundel_agenda_slot_seconds (agenda, 0);

  g_assert_cmpuint (seconds, >=, 7 * 60);
  for (guint member = 0; member < 7; member++)
    {
      g_assert_cmpuint (roundel_agenda_cases (agenda, member), ==, 1);
      g_assert_cmpuint (roundel_agenda_slot_seconds (agenda, member), ==, seconds);
    }
}

static void
test_a_group_without_a_turn_has_something_to_do (void)
{
  g_autoptr (RoundelAgenda) agenda = expand ("troika", 7, 0);
  guint spare = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->slot != 0 && round->speakers->len < round->groups->len)
        {
          g_assert_nonnull (round->spare);
          spare++;
        }
    }
  g_assert_cmpuint (spare, ==, 4);
}

static void
test_too_few_are_refused_with_figures (void)
{
  RoundelExpansion expansion = { 2 };
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_format_expand (get_format ("troika"), &expansion, &error));
  g_assert_cmpstr (error->message, ==,
                   "Troika Consulting needs at least 3 people, and there are 2. Choose a format for fewer people.");
}

static void
test_a_set_of_four_goes_on_with_three (void)
{
  RoundelExpansion expansion = { 3 };
  g_autoptr (RoundelAgenda) agenda = expand ("als", 3, 120);

  check_agenda (get_format ("als"), agenda);
  for (guint member = 0; member < 3; member++)
    g_assert_cmpuint (roundel_agenda_cases (agenda, member), ==, 1);
  g_assert_cmpstr (agenda->notes->pdata[0], ==, "Action learning set is meant for 4 people or more; 3 go on with it.");
  /* which would be one and the same pair, three times */
  g_assert_null (roundel_format_expand (get_format ("impromptu"), &expansion, NULL));
}

static void
test_eight_in_threes_with_a_pair_when_fours_take_too_long (void)
{
  g_autoptr (RoundelAgenda) fours = expand ("troika", 8, 40);
  g_autoptr (RoundelAgenda) threes = expand ("troika", 8, 27);
  const RoundelRound *of_fours = fours->rounds->pdata[2];
  const RoundelRound *of_threes = threes->rounds->pdata[2];

  g_assert_cmpuint (of_fours->groups->len, ==, 2);
  g_assert_cmpuint (of_threes->groups->len, ==, 3);
  g_assert_cmpuint (((GArray *) of_threes->groups->pdata[0])->len, ==, 2);
  g_assert_cmpuint (threes->waiting->len, ==, 0);
  check_agenda (get_format ("troika"), threes);
}

/* The most members who can have a turn of 7 minutes after a minute alone and two to find the group, tried out over all
 * ways to make groups of three and four, or of three with one pair. */
static guint
most_served (guint people,
             guint minutes)
{
  guint best = 0;

  for (guint fours = 0; fours * 4 <= people; fours++)
    {
      guint threes = (people - fours * 4) / 3;
      guint settle = fours + threes > 1 ? 2 : 0;

      if (threes * 3 + fours * 4 != people)
        continue;
      for (guint turns = 1; turns <= (fours > 0 ? 4 : 3); turns++)
        if (1 + settle + turns * 7 <= minutes)
          best = MAX (best, threes * MIN (turns, 3) + fours * turns);
    }
  for (guint turns = 1; (people + 1) % 3 == 0 && people > 3 && turns <= 3; turns++)
    if (3 + turns * 7 <= minutes)
      best = MAX (best, (people - 2) / 3 * turns + MIN (turns, 2));
  return best;
}

static void
test_as_many_as_possible_have_a_turn_today (void)
{
  const guint people[] = { 3, 4, 6, 7, 8, 9, 10, 11, 13 };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    for (guint minutes = 5; minutes < 40; minutes++)
      {
        RoundelExpansion expansion = { people[i], minutes * 60 };
        g_autoptr (RoundelAgenda) agenda = roundel_format_expand (get_format ("troika"), &expansion, NULL);
        guint served = agenda != NULL ? people[i] - agenda->waiting->len : 0;

        g_assert_cmpuint (served, ==, most_served (people[i], minutes));
      }
}

static void
test_those_who_wait_have_the_last_claims (void)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  RoundelExpansion expansion = { 4, 25 * 60, claims };
  g_autoptr (RoundelAgenda) agenda = NULL;
  const guint order[] = { 2, 0, 3, 1 };

  g_array_append_vals (claims, order, 4);
  agenda = roundel_format_expand (get_format ("troika"), &expansion, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agenda->waiting->len, ==, 1);
  g_assert_cmpuint (g_array_index (agenda->waiting, guint, 0), ==, 1);
  g_assert_cmpstr (agenda->notes->pdata[0], ==, "Turns for 4 people need 29 minutes, there are 25: 3 today, 1 next time.");
}

static void
test_partners_share_their_time_to_the_second (void)
{
  for (guint people = 2; people <= 3; people++)
    for (guint minutes = 15; minutes <= 45; minutes++)
      {
        g_autoptr (RoundelAgenda) agenda = expand ("partner-meeting", people, minutes);

        g_assert_cmpuint (agenda->waiting->len, ==, 0);
        g_assert_cmpuint (roundel_agenda_seconds (agenda), <=, minutes * 60);
        g_assert_cmpuint (roundel_agenda_seconds (agenda), >, (minutes - 4) * 60);
        for (guint i = 1; i < people; i++)
          g_assert_cmpuint (roundel_agenda_slot_seconds (agenda, i), ==, roundel_agenda_slot_seconds (agenda, 0));
      }
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
  g_test_add_func ("/expand/every-format-for-2-to-40-people", test_every_format_for_2_to_40_people);
  g_test_add_func ("/expand/no-time-is-exceeded", test_no_time_is_exceeded);
  g_test_add_func ("/expand/seven-in-troika-are-client-once-each", test_seven_in_troika_are_client_once_each);
  g_test_add_func ("/expand/a-group-without-a-turn-has-something-to-do", test_a_group_without_a_turn_has_something_to_do);
  g_test_add_func ("/expand/too-few-are-refused-with-figures", test_too_few_are_refused_with_figures);
  g_test_add_func ("/expand/a-set-of-four-goes-on-with-three", test_a_set_of_four_goes_on_with_three);
  g_test_add_func ("/expand/eight-in-threes-with-a-pair-when-fours-take-too-long",
                   test_eight_in_threes_with_a_pair_when_fours_take_too_long);
  g_test_add_func ("/expand/as-many-as-possible-have-a-turn-today", test_as_many_as_possible_have_a_turn_today);
  g_test_add_func ("/expand/those-who-wait-have-the-last-claims", test_those_who_wait_have_the_last_claims);
  g_test_add_func ("/expand/partners-share-their-time-to-the-second", test_partners_share_their_time_to_the_second);
  result = g_test_run ();
  roundel_library_free (library);
  return result;
}
