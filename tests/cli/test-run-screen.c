/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/cli.h"
#include "cli/run-screen.h"
#include "cli/terminal.h"
#include "cli/text.h"
#include "core/expand.h"

#include <string.h>

#define SECOND ((gint64) G_USEC_PER_SEC)

static RoundelLibrary *library;

/* Of main(), which a drawing does without */
const RoundelCliCommand *
roundel_cli_find_command (const char *name)
{
  return NULL;
}

typedef struct
{
  RoundelCliPlan plan;
  RoundelEnv *env;
  RoundelSessionRun *run;
  RoundelRunScreen screen;
} Session;

/* A session that begins on 2027-01-14 at 14:00 UTC, on a screen of 80 × 24. */
static Session *
session_new (const char *format,
             guint       people)
{
  Session *self = g_new0 (Session, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  RoundelExpansion expansion = { people };

  self->plan.agenda = roundel_format_expand (roundel_library_find (library, format, NULL), &expansion, &error);
  g_assert_no_error (error);
  self->plan.begin = g_date_time_new (zone, 2027, 1, 14, 14, 0, 0);
  self->plan.title = g_strdup (format);
  self->plan.names = g_new0 (char *, people + 1);
  for (guint i = 0; i < people; i++)
    self->plan.names[i] = g_strdup_printf ("P%u", i + 1);
  self->env = roundel_env_new_simulated (g_date_time_to_unix (self->plan.begin) * SECOND, 1);
  self->run = roundel_session_run_new (self->plan.agenda->rounds, 0, FALSE);
  self->screen = (RoundelRunScreen) { .plan = &self->plan, .words = TRUE, .columns = 80, .rows = 24, .utf8 = TRUE };
  return self;
}

static void
session_free (Session *self)
{
  g_clear_pointer ((RoundelSessionView **) &self->screen.view, roundel_session_view_free);
  roundel_session_run_free (self->run);
  roundel_env_unref (self->env);
  roundel_agenda_free (self->plan.agenda);
  g_date_time_unref (self->plan.begin);
  g_free (self->plan.title);
  g_strfreev (self->plan.names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Session, session_free)

static void
act (Session                 *self,
     RoundelSessionEventKind  kind,
     gint64                   amount)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (GError) error = NULL;

  roundel_session_run_do (self->run, kind, amount, &now, &error);
  g_assert_no_error (error);
}

/* The screen as text, once each line was seen to fit. */
static char *
draw (Session *self)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_auto (GStrv) lines = NULL;

  g_clear_pointer ((RoundelSessionView **) &self->screen.view, roundel_session_view_free);
  self->screen.view = roundel_session_run_view (self->run, &now);
  lines = roundel_run_screen_draw (&self->screen);
  if (self->screen.rows > 0)
    g_assert_cmpuint (g_strv_length (lines), ==, self->screen.rows);
  for (guint i = 0; lines[i] != NULL && !self->screen.bold; i++)
    {
      g_assert_cmpuint (roundel_cli_text_width (lines[i]), <=, self->screen.columns);
      g_assert_true (self->screen.utf8 || g_str_is_ascii (lines[i]));
    }
  return g_strjoinv ("\n", lines);
}

static void
assert_shows (Session    *self,
              const char *text)
{
  g_autofree char *screen = draw (self);

  if (strstr (screen, text) == NULL)
    g_error ("“%s” is not on this screen:\n%s", text, screen);
}

static void
assert_hides (Session    *self,
              const char *text)
{
  g_autofree char *screen = draw (self);

  if (strstr (screen, text) != NULL)
    g_error ("“%s” is on this screen:\n%s", text, screen);
}

static void
test_all_that_a_facilitator_needs_is_there (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);

  assert_shows (session, "39 min in all");
  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_NEXT, 0);
  act (session, ROUNDEL_SESSION_EVENT_NEXT, 0);
  assert_shows (session, "troika · 7 people");
  assert_shows (session, "ends 14:36, 3 min early");
  assert_shows (session, "The client says what the challenge is");
  assert_shows (session, "left of 1 min 30 s");
  assert_shows (session, "turn 1 of 4: P1, P4");
  assert_shows (session, " 1  client: P1 · consultant: P2, P3");
  assert_shows (session, "Next  14:01  Questions to understand (1 min 30 s)");
  assert_shows (session, "“Client, say what your challenge is");
  session->screen.words = FALSE;
  assert_hides (session, "“Client, say");
}

static void
test_warnings_are_told_by_words_and_a_mark (void)
{
  g_autoptr (Session) session = session_new ("troika", 6);

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (session->env, 47 * SECOND);
  assert_shows (session, " left of 1 min");
  assert_hides (session, "●");
  roundel_env_advance (session->env, SECOND);
  assert_shows (session, "● less than a fifth left");
  roundel_env_advance (session->env, 9 * SECOND);
  assert_shows (session, "●● the last twentieth");
  roundel_env_advance (session->env, 3 * SECOND);
  assert_shows (session, "▲ over time");
  roundel_env_advance (session->env, 42 * SECOND);
  session->screen.rows = 12;
  assert_shows (session, "+0:42");
  roundel_env_advance (session->env, 60 * SECOND);
  assert_shows (session, "ends 14:31, 1 min late");
}

static void
test_a_group_without_a_turn_is_told_what_to_do (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_JUMP, 14);
  assert_shows (session, "P1, P2, P3 (no turn)");
  assert_shows (session, "turn that left most open");
}

static void
test_being_late_is_answered_by_offers (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);
  g_autoptr (RoundelFit) fit = NULL;

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (session->env, 240 * SECOND);
  assert_shows (session, "3 min late");
  fit = roundel_fit_session (session->screen.view, session->screen.view->ends - session->screen.view->late);
  session->screen.fit = fit;
  session->screen.page = ROUNDEL_RUN_PAGE_FIT;
  assert_shows (session, "The end was promised for 14:39.");
  assert_shows (session, "1  End 3 min later than promised, at 14:42. Nobody’s slot gets shorter.");
  assert_shows (session, "2  Carry turns over: P7 first next time.");
  assert_shows (session, "3  Turns equally shorter, if the group agrees.");
}

static void
test_hold_covers_everything (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);
  g_autofree char *screen = NULL;

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_HOLD, 0);
  session->screen.columns = 140;
  session->screen.page = ROUNDEL_RUN_PAGE_GROUPS;
  screen = draw (session);
  for (const char *p = screen; *p != '\0'; p++)
    g_assert_false (g_ascii_isdigit (*p));
  assert_hides (session, "troika");
  assert_hides (session, "│");
}

static void
test_members_without_a_turn_are_named_at_the_end (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_JUMP, 13);
  roundel_env_advance (session->env, 60 * SECOND);
  act (session, ROUNDEL_SESSION_EVENT_FINISH, 0);
  assert_shows (session, "It took 1 min with all pauses; 39 min were planned.");
  assert_shows (session, "first next time: ");
  assert_shows (session, "P7");
}

static void
test_the_plan_stands_at_the_side_of_a_wide_screen (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_NEXT, 0);
  assert_hides (session, "turn 4 of 4");
  session->screen.columns = 120;
  assert_shows (session, "│ 14:00 ✓ Think of your question");
  assert_shows (session, "│ 14:00 ▸ Find your group");
  assert_shows (session, "│ 14:29   turn 4 of 4: P7");
  session->screen.utf8 = FALSE;
  assert_shows (session, "| 14:00 > Find your group");
}

static void
test_colour_is_only_there_when_wanted (void)
{
  g_autoptr (Session) session = session_new ("troika", 7);

  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (session->env, 50 * SECOND);
  assert_hides (session, "\033");
  session->screen.bold = TRUE;
  assert_shows (session, "\033[1m");
  assert_hides (session, "\033[1;33m");
  session->screen.colour = TRUE;
  assert_shows (session, "\033[1;33m");
}

static void
test_a_name_cannot_steer_the_terminal (void)
{
  g_autoptr (Session) session = session_new ("troika", 6);

  g_free (session->plan.names[0]);
  session->plan.names[0] = g_strdup ("A\033]0;x\a\302\233Z\n");
  act (session, ROUNDEL_SESSION_EVENT_START, 0);
  act (session, ROUNDEL_SESSION_EVENT_NEXT, 0);
  assert_hides (session, "\033");
  assert_hides (session, "\302\233");
}

/* In each size all lines fit, on every page and at every moment of every format. */
static void
test_it_fits_into_every_size (void)
{
  static const guint sizes[][2] = {
    { 80, 24 }, { 1, 1 }, { 3, 50 }, { 20, 5 }, { 40, 12 }, { 99, 18 }, { 140, 40 }, { 250, 9 },
  };
  GPtrArray *formats = roundel_library_get_formats (library);
  guint drawn = 0;

  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];
      g_autoptr (Session) session = NULL;
      double low, high;

      roundel_format_minutes (format, &low, &high);
      if (high == 0)
        continue;
      session = session_new (format->id, CLAMP (11, format->people_min,
                                                format->people_max > 0 ? format->people_max : 11));
      for (guint moment = 0; moment < 8; moment++)
        {
          g_autoptr (RoundelFit) fit = NULL;

          if (moment == 1)
            act (session, ROUNDEL_SESSION_EVENT_START, 0);
          else if (moment == 7)
            act (session, ROUNDEL_SESSION_EVENT_FINISH, 0);
          else if (moment > 1 && session->screen.view->next < session->screen.view->rounds->len)
            act (session, ROUNDEL_SESSION_EVENT_NEXT, 0);
          roundel_env_advance (session->env, (moment % 3) * 200 * SECOND);
          g_free (draw (session));
          fit = roundel_fit_session (session->screen.view, session->screen.view->ends - 600 * SECOND);
          session->screen.fit = fit;
          for (guint size = moment % 2; size < G_N_ELEMENTS (sizes) * 2; size += 2)
            {
              session->screen.columns = sizes[size / 2][0];
              session->screen.rows = sizes[size / 2][1];
              session->screen.utf8 = (size + moment / 2) % 2;
              session->screen.page = (moment + size) % (ROUNDEL_RUN_PAGE_HELP + 1);
              session->screen.message = size % 3 == 0 ? "There is no earlier round." : NULL;
              g_free (draw (session));
              session->screen.page = ROUNDEL_RUN_PAGE_ROUND;
              g_free (draw (session));
              drawn++;
            }
        }
    }
  g_assert_cmpuint (drawn, >, 35 * 8 * 8 - 1);
}

static void
test_keys_are_parsed (void)
{
  static const struct
  {
    const char *bytes;
    guint used;
    guint key;
  } cases[] = {
    { "n", 1, 'n' },
    { " x", 1, ' ' },
    { "−", 3, 0x2212 },
    { "\xe2\x88", 0, 0 },
    { "\xff", 1, 0 },
    { "\033", 1, ROUNDEL_KEY_ESCAPE },
    { "\033[C", 3, ROUNDEL_KEY_NEXT },
    { "\033OD", 3, ROUNDEL_KEY_BACK },
    { "\033[5~n", 4, ROUNDEL_KEY_BACK },
    { "\033[6~", 4, ROUNDEL_KEY_NEXT },
    { "\033[A", 3, ROUNDEL_KEY_UP },
    { "\033[", 0, 0 },
    { "\033[1;5", 0, 0 },
    { "\033[1;5C", 6, 0 },
    { "\033[200~", 6, 0 },
    { "\033q", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint key;

      g_assert_cmpuint (roundel_terminal_parse_key (cases[i].bytes, strlen (cases[i].bytes), &key), ==, cases[i].used);
      g_assert_cmpuint (key, ==, cases[i].key);
    }
}

static void
test_text_is_measured_in_columns (void)
{
  g_autofree char *clipped = roundel_cli_text_clip ("日本語", 5);
  g_autofree char *whole = roundel_cli_text_clip ("日本語", 6);
  g_autofree char *nothing = roundel_cli_text_clip ("abc", 0);
  g_auto (GStrv) lines = roundel_cli_text_wrap ("one two three-hundred\nfour", 8);
  g_auto (GStrv) empty = roundel_cli_text_wrap ("", 8);

  g_assert_cmpuint (roundel_cli_text_width ("ae\xcc\x81\xe6\x97\xa5"), ==, 4);
  g_assert_cmpstr (clipped, ==, "日本…");
  g_assert_cmpstr (whole, ==, "日本語");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstrv (lines, ((const char *const[]) { "one two", "three-hu", "ndred", "four", NULL }));
  g_assert_cmpstrv (empty, ((const char *const[]) { "", NULL }));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new ("/nowhere", &error);
  g_assert_no_error (error);

  g_test_add_func ("/run-screen/all-that-a-facilitator-needs-is-there", test_all_that_a_facilitator_needs_is_there);
  g_test_add_func ("/run-screen/warnings-are-told-by-words-and-a-mark", test_warnings_are_told_by_words_and_a_mark);
  g_test_add_func ("/run-screen/a-group-without-a-turn-is-told-what-to-do", test_a_group_without_a_turn_is_told_what_to_do);
  g_test_add_func ("/run-screen/being-late-is-answered-by-offers", test_being_late_is_answered_by_offers);
  g_test_add_func ("/run-screen/hold-covers-everything", test_hold_covers_everything);
  g_test_add_func ("/run-screen/members-without-a-turn-are-named-at-the-end",
                   test_members_without_a_turn_are_named_at_the_end);
  g_test_add_func ("/run-screen/the-plan-stands-at-the-side-of-a-wide-screen",
                   test_the_plan_stands_at_the_side_of_a_wide_screen);
  g_test_add_func ("/run-screen/colour-is-only-there-when-wanted", test_colour_is_only_there_when_wanted);
  g_test_add_func ("/run-screen/a-name-cannot-steer-the-terminal", test_a_name_cannot_steer_the_terminal);
  g_test_add_func ("/run-screen/it-fits-into-every-size", test_it_fits_into_every_size);
  g_test_add_func ("/terminal/keys-are-parsed", test_keys_are_parsed);
  g_test_add_func ("/text/text-is-measured-in-columns", test_text_is_measured_in_columns);
  result = g_test_run ();
  roundel_library_free (library);
  return result;
}
