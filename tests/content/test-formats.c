/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "content/format-loader.h"
#include "content/library.h"
#include "core/expand.h"

typedef gboolean (*StepFunc) (const RoundelFormat *format,
                              const RoundelStep   *step,
                              const RoundelStep   *outer);

static RoundelLibrary *library;

static const RoundelFormat *
find (const char *id)
{
  const RoundelFormat *format = roundel_library_find (library, id, NULL);

  g_assert_nonnull (format);
  return format;
}

/* Fails at a step of its own, not at a repeat, of which FUNC is not true. */
static void
for_steps (const RoundelFormat *format,
           GPtrArray           *steps,
           const RoundelStep   *outer,
           StepFunc             func)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];

      if (step->steps != NULL)
        for_steps (format, step->steps, step, func);
      else if (!func (format, step, outer))
        g_error ("%s: step “%s”", format->id, step->id);
    }
}

static gboolean
is_complete_step (const RoundelFormat *format,
                  const RoundelStep   *step,
                  const RoundelStep   *outer)
{
  return *step->title != '\0' && step->say != NULL && strlen (step->say) >= 15 && strlen (step->say) <= 220;
}

/* A shared round has to leave each member enough time for a breath: ten seconds. */
static gboolean
leaves_time_to_speak (const RoundelFormat *format,
                      const RoundelStep   *step,
                      const RoundelStep   *outer)
{
  guint members = step->gather == ROUNDEL_GATHER_PAIR ? 3 : step->gather == ROUNDEL_GATHER_TRIO ? 4
                  : step->gather == ROUNDEL_GATHER_FOUR ? 5
                  : step->gather == ROUNDEL_GATHER_GROUP ? format->group_max : MIN (format->people_max, 12);

  if (outer == NULL || outer->repeat != ROUNDEL_REPEAT_MEMBER)
    return TRUE;
  return step->low / (outer->share ? MAX (members, 1) : 1) >= 10;
}

static void
assert_complete (const RoundelFormat *format)
{
  g_test_message ("%s", format->id);
  g_assert_nonnull (format->name);
  g_assert_cmpuint (strlen (format->purpose), >=, 10);
  g_assert_cmpuint (strlen (format->when), >=, 10);
  g_assert_cmpuint (strlen (format->when_not), >=, 10);
  g_assert_cmpuint (format->people_min, >=, 2);
  for (guint i = 0; i < format->roles->len; i++)
    g_assert_nonnull (((RoundelRole *) format->roles->pdata[i])->does);
  for_steps (format, format->steps, NULL, is_complete_step);
  for_steps (format, format->steps, NULL, leaves_time_to_speak);
}

/* Seconds of a format for a group of N at its shortest or longest, as roundel_format_minutes() has them. */
static void
assert_minutes (const char *id,
                guint       n,
                double      low,
                double      high)
{
  RoundelFormat group = *find (id);
  double least, most;

  group.group_min = group.group_max = n;
  roundel_format_minutes (&group, &least, &most);
  if (fabs (least - low) > 0.01 || fabs (most - high) > 0.01)
    g_error ("%s with %u: %g to %g minutes instead of %g to %g", id, n, least, most, low, high);
}

static void
test_all_are_there (void)
{
  static const char *ids[] = {
    "aar", "als", "appreciative", "book-club", "case-clinic", "case-clinic-light", "channel-prompt", "coaching-dojo",
    "consultancy", "conv-cafe", "dad", "dyad", "feedback-round", "fifteen", "impromptu", "lean-coffee",
    "learning-story", "lesson-round", "one-two-four-all", "open-fishbowl", "open-space", "pcg", "peer-assist",
    "pli-topic", "practice-trio", "shadow-day", "speed-coaching", "success-panel", "teach-and-discuss", "triz", "troika",
    "ux-fishbowl", "w3", "wial", "wise-crowds", "world-cafe",
  };
  GPtrArray *formats = roundel_library_get_formats (library);

  g_assert_cmpuint (formats->len, ==, 36);
  g_assert_cmpuint (G_N_ELEMENTS (ids), ==, 36);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    find (ids[i]);
}

static void
test_each_format_is_complete (void)
{
  GPtrArray *formats = roundel_library_get_formats (library);

  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];

      assert_complete (format);
      g_assert_nonnull (format->odd);
      g_assert_true (format->steps->len > 0 || format->paste != NULL);
      /* where it comes from, or that it is ours */
      g_assert_true (format->sources[0] != NULL || format->note != NULL);
    }
}

static void
test_each_piece_is_complete (void)
{
  static const char *ids[] = {
    "welcome", "charter-agree", "check-in", "last-commitments", "challenges", "knowledge", "discussion", "break",
    "lesson-input", "pli-report", "harvest", "commitments", "evaluation", "handover", "closing", "carry-on",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_complete (find (ids[i]));
}

static void
test_ids_are_file_names (void)
{
  static const char *folders[] = { "formats", "pieces" };

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_auto (GStrv) names = roundel_content_list (folders[f]);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *path = g_build_path ("/", folders[f], names[i], NULL);
          g_autoptr (GBytes) bytes = roundel_content_read (path, NULL);
          g_autoptr (RoundelFormat) format = roundel_format_load (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                                                  path, FALSE, NULL);
          g_autofree char *name = g_strconcat (format->id, ".json", NULL);

          g_assert_cmpstr (names[i], ==, name);
        }
    }
}

static void
test_no_id_is_used_twice (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *formats = roundel_library_get_formats (library);
  g_auto (GStrv) pieces = roundel_content_list ("pieces");

  for (guint i = 0; i < formats->len; i++)
    g_assert_true (g_hash_table_add (ids, ((RoundelFormat *) formats->pdata[i])->id));
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      *strrchr (pieces[i], '.') = '\0';
      g_assert_true (g_hash_table_add (ids, pieces[i]));
    }
}

static void
test_derived_ones_say_from_whom (void)
{
  static const char *structures[] = { "troika", "wise-crowds", "one-two-four-all", "impromptu", "w3", "triz",
                                      "appreciative", "fifteen", "conv-cafe", "dad", "ux-fishbowl" };
  static const char *clinics[] = { "case-clinic", "case-clinic-light" };
  GPtrArray *formats = roundel_library_get_formats (library);
  guint attributed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (structures); i++)
    {
      const RoundelFormat *format = find (structures[i]);

      g_assert_cmpstr (format->licence, ==, "CC BY-SA 4.0");
      g_assert_cmpstr (format->source_edition, ==, "Fieldbook 2026");
      g_assert_nonnull (strstr (format->attribution, "Liberating Structures"));
      g_assert_nonnull (format->sources[0]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (clinics); i++)
    {
      g_assert_cmpstr (find (clinics[i])->licence, ==, "CC BY-SA 3.0");
      g_assert_nonnull (strstr (find (clinics[i])->attribution, "u-school"));
    }
  for (guint i = 0; i < formats->len; i++)
    attributed += ((RoundelFormat *) formats->pdata[i])->attribution != NULL;
  g_assert_cmpuint (attributed, ==, G_N_ELEMENTS (structures) + G_N_ELEMENTS (clinics));
}

static void
test_brands_are_left_alone (void)
{
  g_assert_cmpstr (find ("learning-story")->name, ==, "Learning story");
  g_assert_cmpstr (find ("coaching-dojo")->name, ==, "Coaching practice circle");
  g_assert_cmpstr (find ("dyad")->name, ==, "Pair, half the time each");
  g_assert_cmpstr (find ("als")->name, ==, "Action learning set");
}

/* The computed figures of the sources' corrections, without the time to find one's place. */
static void
test_minutes_are_those_of_the_sources (void)
{
  assert_minutes ("troika", 3, 22, 34);
  assert_minutes ("troika", 4, 29, 45);
  assert_minutes ("wise-crowds", 4, 60, 60);
  assert_minutes ("one-two-four-all", 4, 12, 12);
  assert_minutes ("w3", 6, 15, 42);
  assert_minutes ("triz", 5, 35, 35);
  assert_minutes ("appreciative", 4, 52, 63);
  assert_minutes ("fifteen", 2, 21, 25);
  assert_minutes ("fifteen", 3, 29, 35);
  assert_minutes ("fifteen", 4, 37, 45);
  assert_minutes ("conv-cafe", 6, 40, 67);
  assert_minutes ("case-clinic", 5, 55, 68);
  assert_minutes ("case-clinic-light", 4, 29, 31);
  assert_minutes ("peer-assist", 6, 90, 90);
  assert_minutes ("aar", 6, 40, 40);
  assert_minutes ("wial", 6, 60, 60);
  assert_minutes ("consultancy", 6, 45, 50);
  assert_minutes ("dyad", 2, 10, 10);
  assert_minutes ("dyad", 3, 10, 10);
  assert_minutes ("coaching-dojo", 5, 25, 25);
  assert_minutes ("speed-coaching", 2, 30, 30);
  assert_minutes ("practice-trio", 3, 39, 39);
  assert_minutes ("teach-and-discuss", 6, 28, 28);
  assert_minutes ("pli-topic", 6, 32, 53);
  assert_minutes ("pli-report", 6, 25, 54);
  assert_minutes ("shadow-day", 2, 30, 30);
  assert_minutes ("channel-prompt", 2, 0, 0);
  assert_minutes ("learning-story", 6, 36, 48);
  assert_minutes ("success-panel", 8, 34, 46);
}

static guint
settling (const GPtrArray *steps,
          guint            repeats)
{
  guint seconds = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];

      if (step->steps != NULL)
        seconds += settling (step->steps, step->mix == ROUNDEL_MIX_NEW ? step->count_high : repeats);
      else
        seconds += step->settle * repeats;
    }
  return seconds;
}

static void
test_impromptu_takes_twenty_minutes_with_finding_partners (void)
{
  const RoundelFormat *format = find ("impromptu");
  double low, high;

  roundel_format_minutes (format, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 16, 0.01);
  g_assert_cmpfloat_with_epsilon (high, 16, 0.01);
  g_assert_cmpuint (settling (format->steps, 1), ==, 4 * 60);
}

static void
test_a_presenter_in_an_action_learning_set_has_26_to_36_minutes (void)
{
  const RoundelStep *slot = find ("als")->steps->pdata[1];
  guint without = 0, low = 0, high = 0;

  for (guint i = 0; i < slot->steps->len; i++)
    {
      const RoundelStep *step = slot->steps->pdata[i];

      without += step->optional ? 0 : step->low;
      low += step->low;
      high += step->high;
    }
  g_assert_cmpuint (without, ==, 21 * 60);
  g_assert_cmpuint (low, ==, 26 * 60);
  /* with the five minutes to present that we offer instead of two */
  g_assert_cmpuint (high, ==, (36 + 3) * 60);
}

static void
test_the_turn_goes_to_all_to_one_or_to_some (void)
{
  static const char *one[] = { "wial", "case-clinic", "case-clinic-light", "peer-assist", "consultancy", "coaching-dojo" };
  static const char *some[] = { "success-panel", "learning-story", "teach-and-discuss" };
  static const char *all[] = { "troika", "wise-crowds", "als", "pcg", "fifteen", "dyad", "practice-trio" };

  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    g_assert_cmpint (find (one[i])->turns, ==, ROUNDEL_TURNS_ONE);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    g_assert_cmpint (find (some[i])->turns, ==, ROUNDEL_TURNS_SOME);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpint (find (all[i])->turns, ==, ROUNDEL_TURNS_ALL);
}

static void
test_groups_that_can_work_side_by_side_have_no_bound (void)
{
  static const char *ids[] = { "als", "wial", "case-clinic", "pcg", "consultancy", "aar", "book-club" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpuint (find (ids[i])->people_max, ==, 0);
      g_assert_cmpuint (find (ids[i])->group_max, >, 0);
    }
}

static void
test_around_a_case_its_owner_speaks_last (void)
{
  RoundelExpansion expansion = { 9 };
  g_autoptr (RoundelAgenda) agenda = roundel_format_expand (find ("case-clinic"), &expansion, NULL);
  guint owners[2] = { G_MAXUINT, G_MAXUINT };
  guint last[2] = { G_MAXUINT, G_MAXUINT };

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      for (guint g = 0; round->is_case && g < round->speakers->len; g++)
        owners[g] = g_array_index (round->speakers, guint, g);
      if (round->turn == 0 || !g_str_equal (round->title, "Mirror what came up"))
        continue;
      g_assert_cmpuint (round->turns, ==, 5);
      if (round->turn < 4)
        for (guint g = 0; g < 2; g++)
          g_assert_cmpuint (g_array_index (round->speakers, guint, g), !=, owners[g]);
      if (round->turn == 4)
        last[0] = g_array_index (round->speakers, guint, 0);
      if (round->turn == 5)
        last[1] = g_array_index (round->speakers, guint, 0);
    }
  g_assert_cmpuint (owners[0], !=, G_MAXUINT);
  g_assert_cmpuint (last[0], ==, owners[0]);
  g_assert_cmpuint (last[1], ==, owners[1]);
}

static void
test_a_minute_lies_between_two_stories (void)
{
  RoundelExpansion expansion = { 12, 50 * 60 };
  g_autoptr (RoundelAgenda) agenda = roundel_format_expand (find ("success-panel"), &expansion, NULL);
  guint settling_seconds = 0;

  /* three stories with questions, ten minutes in pairs, and three times a minute to come forward */
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, (3 * 12 + 10 + 3 + 1) * 60);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->kind == ROUNDEL_ROUND_SETTLE)
        settling_seconds += round->seconds;
    }
  g_assert_cmpuint (settling_seconds, ==, 4 * 60);
}

static void
test_nobody_hosts_the_room_of_many_tables (void)
{
  static const char *ids[] = { "world-cafe", "dad", "peer-assist" };

  for (guint f = 0; f < G_N_ELEMENTS (ids); f++)
    {
      RoundelExpansion expansion = { 13 };
      g_autoptr (RoundelAgenda) agenda = roundel_format_expand (find (ids[f]), &expansion, NULL);
      guint at_tables = 0;

      for (guint i = 0; i < agenda->rounds->len; i++)
        {
          const RoundelRound *round = agenda->rounds->pdata[i];

          for (guint g = 0; g < round->groups->len; g++)
            {
              const RoundelSeat *first = &g_array_index ((GArray *) round->groups->pdata[g], RoundelSeat, 0);

              if (round->gather == ROUNDEL_GATHER_ROOM)
                g_assert_null (first->role);
              else if (round->kind == ROUNDEL_ROUND_STEP)
                at_tables += first->role != NULL;
            }
        }
      g_assert_cmpuint (at_tables, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/formats/all-36-are-there", test_all_are_there);
  g_test_add_func ("/formats/each-is-complete-with-words-to-read-aloud", test_each_format_is_complete);
  g_test_add_func ("/formats/each-piece-is-complete-with-words-to-read-aloud", test_each_piece_is_complete);
  g_test_add_func ("/formats/ids-are-the-names-of-the-files", test_ids_are_file_names);
  g_test_add_func ("/formats/no-id-is-used-twice-among-formats-and-pieces", test_no_id_is_used_twice);
  g_test_add_func ("/formats/derived-ones-have-licence-edition-and-attribution", test_derived_ones_say_from_whom);
  g_test_add_func ("/formats/brands-are-left-alone", test_brands_are_left_alone);
  g_test_add_func ("/formats/minutes-are-those-of-the-sources", test_minutes_are_those_of_the_sources);
  g_test_add_func ("/formats/impromptu-takes-twenty-minutes-with-finding-partners",
                   test_impromptu_takes_twenty_minutes_with_finding_partners);
  g_test_add_func ("/formats/a-presenter-in-an-action-learning-set-has-26-to-36-minutes",
                   test_a_presenter_in_an_action_learning_set_has_26_to_36_minutes);
  g_test_add_func ("/formats/the-turn-goes-to-all-to-one-or-to-some", test_the_turn_goes_to_all_to_one_or_to_some);
  g_test_add_func ("/formats/groups-that-can-work-side-by-side-have-no-bound",
                   test_groups_that_can_work_side_by_side_have_no_bound);
  g_test_add_func ("/formats/around-a-case-its-owner-speaks-last", test_around_a_case_its_owner_speaks_last);
  g_test_add_func ("/formats/a-minute-lies-between-two-stories", test_a_minute_lies_between_two_stories);
  g_test_add_func ("/formats/nobody-hosts-the-room-of-many-tables", test_nobody_hosts_the_room_of_many_tables);
  status = g_test_run ();
  roundel_library_free (library);
  return status;
}
