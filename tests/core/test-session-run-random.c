/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/session-run.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define SEQUENCES 10000

/* A world in which a session is pressed about: its clock jumps, the computer starts anew, the program is killed. */
typedef struct
{
  GRand *rand;
  GPtrArray *rounds;
  gint64 ends;
  gboolean auto_advance;
  RoundelInstant now;
  RoundelSessionRun *run;
  RoundelSessionRun *twin; /* is told only what was stored */
  GPtrArray *stored;       /* all lines */
  GPtrArray *standing;     /* those not undone */
  GArray *moments;         /* and when they were */
} World;

static guint happened[ROUNDEL_SESSION_EVENT_UNDO + 1];
static guint refused;
static guint killed;

static int
draw (World *world,
      int    below)
{
  return g_rand_int_range (world->rand, 0, below);
}

static GPtrArray *
invent_rounds (World *world,
               int    most)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  int count = 1 + draw (world, most);

  for (int i = 0; i < count; i++)
    {
      guint seconds = draw (world, 8) == 0 ? 0 : (guint) draw (world, 400);
      RoundelRound *round = roundel_round_new (ROUNDEL_ROUND_STEP, "a ‘round’, \"quoted\"\n", seconds);

      round->slot = draw (world, 2) * (guint) draw (world, 3);
      round->is_case = round->slot != 0;
      round->part = (guint) draw (world, 2);
      round->turn = (guint) draw (world, 3);
      round->optional = draw (world, 2);
      round->least = seconds / 2;
      g_ptr_array_add (rounds, round);
    }
  return rounds;
}

static RoundelSessionRun *
new_run (World *world)
{
  return roundel_session_run_new (world->rounds, world->ends, world->auto_advance);
}

static RoundelSessionRun *
run_of (World     *world,
        GPtrArray *lines)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (lines, NULL, NULL);
  g_autoptr (GError) error = NULL;
  RoundelSessionRun *run = new_run (world);

  g_ptr_array_set_free_func (all, NULL);
  g_ptr_array_add (all, NULL);
  roundel_session_run_replay (run, (const char *const *) all->pdata, &error);
  g_assert_no_error (error);
  return run;
}

static void
let_time_pass (World *world)
{
  gint64 span = draw (world, 3) == 0 ? draw (world, 2000000) : draw (world, 200) * SECOND;

  world->now.wall += span;
  world->now.boot += span;
  if (draw (world, 20) == 0) /* somebody sets the clock */
    world->now.wall += (draw (world, 20001) - 10000) * SECOND;
  if (draw (world, 40) == 0) /* the computer is started again */
    {
      world->now.boot = draw (world, 100) * SECOND;
      world->now.boot_id = draw (world, 5) == 0 ? 0 : world->now.boot_id + 1;
    }
}

static const RoundelRoundTime *
time_of (const RoundelSessionView *view,
         guint                     i)
{
  return &g_array_index (view->rounds, RoundelRoundTime, i);
}

static void
assert_same_rounds (const RoundelSessionView *a,
                    const RoundelSessionView *b)
{
  g_assert_cmpuint (a->rounds->len, ==, b->rounds->len);
  for (guint i = 0; i < a->rounds->len; i++)
    {
      g_assert_cmpint (time_of (a, i)->planned, ==, time_of (b, i)->planned);
      g_assert_cmpint (time_of (a, i)->added, ==, time_of (b, i)->added);
      g_assert_cmpint (time_of (a, i)->used, ==, time_of (b, i)->used);
      g_assert_cmpint (time_of (a, i)->returned, ==, time_of (b, i)->returned);
      g_assert_cmpint (time_of (a, i)->left, ==, time_of (b, i)->left);
    }
}

static void
assert_same (const RoundelSessionView *a,
             const RoundelSessionView *b)
{
  assert_same_rounds (a, b);
  for (guint i = 0; i < a->rounds->len; i++)
    {
      g_assert_cmpint (time_of (a, i)->state, ==, time_of (b, i)->state);
      g_assert_cmpint (time_of (a, i)->starts, ==, time_of (b, i)->starts);
    }
  g_assert_cmpint (a->phase, ==, b->phase);
  g_assert_cmpuint (a->round, ==, b->round);
  g_assert_cmpint (a->left, ==, b->left);
  g_assert_cmpint (a->elapsed, ==, b->elapsed);
  g_assert_cmpint (a->stood, ==, b->stood);
  g_assert_cmpint (a->ends, ==, b->ends);
  g_assert_cmpint (a->late, ==, b->late);
}

/* planned + added = used + returned + left, in each round and in all */
static void
assert_conserved (const RoundelSessionView *view)
{
  gint64 there = 0, spent = 0, used = 0, remains = 0;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = time_of (view, i);

      g_assert_cmpint (time->planned, ==, time->round->seconds * SECOND);
      g_assert_cmpint (time->planned + time->added, ==, time->used + time->returned + time->left);
      g_assert_cmpint (time->planned + time->added, >=, 0);
      g_assert_cmpint (time->used, >=, 0);
      if (time->state == ROUNDEL_ROUND_STATE_PASSED)
        g_assert_cmpint (time->left, ==, 0);
      if (time->state == ROUNDEL_ROUND_STATE_AHEAD || time->state == ROUNDEL_ROUND_STATE_NOW)
        g_assert_cmpint (time->returned, ==, 0);
      there += time->planned + time->added;
      spent += time->used + time->returned + time->left;
      used += time->used;
      if (time->state == ROUNDEL_ROUND_STATE_AHEAD || time->state == ROUNDEL_ROUND_STATE_NOW)
        remains += MAX (time->left, 0);
    }
  g_assert_cmpint (there, ==, spent);
  g_assert_cmpint (used, ==, view->elapsed - view->stood);
  g_assert_cmpint (view->stood, >=, 0);
  g_assert_cmpint (remains, ==, view->remains);
}

static gint64
minute_of (gint64 exact)
{
  gint64 time = exact + 30 * SECOND;

  return (time - (time % (60 * SECOND) + 60 * SECOND) % (60 * SECOND)) / (60 * SECOND);
}

static gboolean
looks_different (const RoundelSessionView *a,
                 const RoundelSessionView *b)
{
  return a->shown != b->shown || a->round != b->round || a->phase != b->phase ||
         minute_of (a->ends) != minute_of (b->ends) || minute_of (a->late) != minute_of (b->late);
}

/* A clock that was set back before a new start of the computer stands until the old time is there again. */
static gboolean
clock_stands (World *world)
{
  guint count = world->moments->len;

  return count > 0 &&
         roundel_instant_span (&g_array_index (world->moments, RoundelInstant, count - 1), &world->now) == 0;
}

/* Nothing visible changes before the moment that was told, and then something does. */
static void
assert_repaint_is_exact (World                    *world,
                         const RoundelSessionView *view)
{
  g_autoptr (RoundelSessionView) before = NULL;
  g_autoptr (RoundelSessionView) then = NULL;
  RoundelInstant now = world->now;

  if (view->repaint == G_MAXINT64 || clock_stands (world))
    return;
  g_assert_cmpint (view->repaint, >, 0);
  now.wall += view->repaint - 1;
  now.boot += view->repaint - 1;
  before = roundel_session_run_view (world->run, &now);
  g_assert_false (looks_different (view, before));
  g_assert_cmpint (before->warning, ==, view->warning);
  g_assert_cmpint (before->milestone, ==, view->milestone);
  now.wall++;
  now.boot++;
  then = roundel_session_run_view (world->run, &now);
  g_assert_true (looks_different (view, then) || view->phase != ROUNDEL_SESSION_PHASE_RUNNING);
}

static void
assert_time_goes_forward (World *world)
{
  g_autoptr (RoundelSessionView) view = roundel_session_run_view (world->run, &world->now);
  g_autoptr (RoundelSessionView) later = NULL;
  RoundelInstant now = world->now;
  gint64 span = draw (world, 100000000);

  now.wall += span;
  now.boot += span;
  later = roundel_session_run_view (world->run, &now);
  assert_conserved (view);
  assert_conserved (later);
  assert_repaint_is_exact (world, view);
  for (guint i = 0; i < view->rounds->len; i++)
    g_assert_cmpint (time_of (later, i)->used, >=, time_of (view, i)->used);
  if (later->phase == ROUNDEL_SESSION_PHASE_READY || later->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    return;
  g_assert_cmpint (later->elapsed - view->elapsed, <=, span);
  if (!clock_stands (world))
    g_assert_cmpint (later->elapsed - view->elapsed, ==, span);
}

static RoundelSessionEvent *
invent_event (World *world)
{
  RoundelSessionEventKind kind = draw (world, ROUNDEL_SESSION_EVENT_UNDO + 1);
  RoundelSessionEvent *event;

  /* finishing and undoing less often leaves more to look at; without a start there is nothing */
  if (kind == ROUNDEL_SESSION_EVENT_FINISH && draw (world, 3) > 0)
    kind = ROUNDEL_SESSION_EVENT_NEXT;
  if (world->standing->len == 0 && draw (world, 2) == 0)
    kind = ROUNDEL_SESSION_EVENT_START;
  event = roundel_session_event_new (kind, &world->now, 0);
  if (kind == ROUNDEL_SESSION_EVENT_JUMP)
    event->amount = draw (world, 10) - 1;
  if (kind == ROUNDEL_SESSION_EVENT_ADD || kind == ROUNDEL_SESSION_EVENT_EXTEND)
    event->amount = draw (world, 300) - 150;
  if (kind == ROUNDEL_SESSION_EVENT_CORRECT)
    event->amount = draw (world, 2000);
  if (kind == ROUNDEL_SESSION_EVENT_REPLAN)
    event->rounds = invent_rounds (world, 3);
  if (kind >= ROUNDEL_SESSION_EVENT_FIT && kind <= ROUNDEL_SESSION_EVENT_EXTEND)
    {
      event->changes = g_array_new (FALSE, FALSE, sizeof (RoundelChange));
      for (guint i = (guint) draw (world, 4); i < 8; i += 1 + (guint) draw (world, 8))
        {
          RoundelChange change = { i, draw (world, 2) * (guint) draw (world, 300) };

          g_array_append_val (event->changes, change);
        }
    }
  return event;
}

static void
assert_follows (World                     *world,
                const RoundelSessionEvent *event,
                const RoundelSessionView  *before)
{
  g_autoptr (RoundelSessionView) after = roundel_session_run_view (world->run, &world->now);
  gboolean moved = event->kind == ROUNDEL_SESSION_EVENT_NEXT || event->kind == ROUNDEL_SESSION_EVENT_BACK ||
                   event->kind == ROUNDEL_SESSION_EVENT_JUMP;

  if (moved && after->phase != ROUNDEL_SESSION_PHASE_FINISHED)
    g_assert_cmpint (after->phase, ==, before->phase);
  if (event->kind == ROUNDEL_SESSION_EVENT_FIT || event->kind == ROUNDEL_SESSION_EVENT_EXTEND)
    for (guint i = 0; i < after->rounds->len; i++)
      if (time_of (after, i)->round->slot)
        g_assert_cmpint (time_of (after, i)->added, ==, time_of (before, i)->added);
  if (event->kind == ROUNDEL_SESSION_EVENT_REPLAN)
    for (guint i = 0; i < before->rounds->len && time_of (before, i)->begun && i <= before->round; i++)
      g_assert_cmpint (time_of (after, i)->used, ==, time_of (before, i)->used);
}

/* back after next gives back what was returned */
static void
assert_back_takes_again (World                    *world,
                         const RoundelSessionView *before)
{
  g_autoptr (RoundelSessionRun) run = run_of (world, world->standing);
  g_autoptr (RoundelSessionView) moved = roundel_session_run_view (run, &world->now);
  g_autoptr (RoundelSessionView) back = NULL;

  /* from an empty round there is no way back, and with auto-advance it may lead on */
  if (world->auto_advance || moved->phase == ROUNDEL_SESSION_PHASE_FINISHED ||
      (before->allowed == 0 && before->used == 0))
    return;
  roundel_session_run_do (run, ROUNDEL_SESSION_EVENT_BACK, 0, &world->now, NULL);
  back = roundel_session_run_view (run, &world->now);
  g_assert_cmpuint (back->round, ==, before->round);
  assert_same_rounds (back, before);
}

/* One letter of a line may be anything after an accident: it is refused, or it is another whole event. */
static void
assert_strict (World      *world,
               const char *line)
{
  g_autofree char *broken = g_strdup (line);
  g_autofree char *again = NULL;
  g_autoptr (RoundelSessionEvent) event = NULL;

  broken[draw (world, (int) strlen (broken))] = (char) (1 + draw (world, 255));
  event = roundel_session_event_from_text (broken, NULL);
  if (event == NULL)
    return;
  again = roundel_session_event_to_text (event);
  g_assert_cmpstr (again, ==, broken);
}

static void
store (World                     *world,
       const RoundelSessionEvent *event)
{
  g_autoptr (RoundelSessionEvent) read = NULL;
  g_autoptr (GError) error = NULL;
  char *line = roundel_session_event_to_text (event);

  assert_strict (world, line);
  g_ptr_array_add (world->stored, line);
  if (event->kind == ROUNDEL_SESSION_EVENT_UNDO)
    {
      g_ptr_array_set_size (world->standing, (int) world->standing->len - 1);
      g_array_set_size (world->moments, world->moments->len - 1);
    }
  else
    {
      g_ptr_array_add (world->standing, line);
      g_array_append_val (world->moments, event->at);
    }

  read = roundel_session_event_from_text (line, &error);
  g_assert_no_error (error);
  roundel_session_run_apply (world->twin, read, &error);
  g_assert_no_error (error);
  if (draw (world, 10) == 0)
    {
      g_clear_pointer (&world->twin, roundel_session_run_free);
      world->twin = run_of (world, world->stored);
      killed++;
    }
}

static void
press_something (World *world)
{
  g_autoptr (RoundelSessionEvent) event = invent_event (world);
  g_autoptr (RoundelSessionView) before = roundel_session_run_view (world->run, &world->now);
  g_autoptr (RoundelSessionView) after = NULL;
  g_autoptr (RoundelSessionView) twin = NULL;
  g_autoptr (GError) error = NULL;
  gboolean can = roundel_session_run_can (world->run, event->kind, &world->now);

  if (!roundel_session_run_apply (world->run, event, &error))
    {
      int code = can ? ROUNDEL_CORE_ERROR_NONSENSE : ROUNDEL_CORE_ERROR_NOT_NOW;

      g_assert_error (error, ROUNDEL_CORE_ERROR, code);
      after = roundel_session_run_view (world->run, &world->now);
      assert_same (before, after);
      refused++;
      return;
    }
  g_assert_true (can);
  happened[event->kind]++;
  store (world, event);
  after = roundel_session_run_view (world->run, &world->now);
  twin = roundel_session_run_view (world->twin, &world->now);
  assert_same (after, twin);
  assert_follows (world, event, before);
  if (event->kind == ROUNDEL_SESSION_EVENT_NEXT)
    assert_back_takes_again (world, before);
  if (event->kind == ROUNDEL_SESSION_EVENT_UNDO)
    {
      g_autoptr (RoundelSessionRun) never = run_of (world, world->standing);
      g_autoptr (RoundelSessionView) other = roundel_session_run_view (never, &world->now);

      assert_same (after, other);
    }
}

static void
test_whatever_is_pressed_time_is_conserved (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < SEQUENCES; i++)
    {
      World world = { .rand = rand, .now = { 1800000000 * SECOND, 1000 * SECOND, 1 } };
      int presses;

      world.rounds = invent_rounds (&world, 6);
      world.auto_advance = draw (&world, 4) == 0;
      world.ends = draw (&world, 2) * (world.now.wall + draw (&world, 2000) * SECOND);
      world.stored = g_ptr_array_new_with_free_func (g_free);
      world.standing = g_ptr_array_new ();
      world.moments = g_array_new (FALSE, FALSE, sizeof (RoundelInstant));
      world.run = new_run (&world);
      world.twin = new_run (&world);
      presses = 5 + draw (&world, 25);
      for (int j = 0; j < presses; j++)
        {
          let_time_pass (&world);
          press_something (&world);
          assert_time_goes_forward (&world);
          if (!roundel_session_run_can (world.run, ROUNDEL_SESSION_EVENT_REPLAN, &world.now))
            j += 3; /* held or over: little more can happen */
        }
      roundel_session_run_free (world.run);
      roundel_session_run_free (world.twin);
      g_ptr_array_unref (world.standing);
      g_ptr_array_unref (world.stored);
      g_array_unref (world.moments);
      g_ptr_array_unref (world.rounds);
    }
  for (guint i = 0; i < G_N_ELEMENTS (happened); i++)
    {
      g_test_message ("%s: %u", roundel_session_event_kind_to_text (i), happened[i]);
      g_assert_cmpuint (happened[i], >, 300);
    }
  g_test_message ("refused: %u, killed: %u", refused, killed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-run/whatever-is-pressed-time-is-conserved", test_whatever_is_pressed_time_is_conserved);
  return g_test_run ();
}
