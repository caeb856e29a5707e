/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

#include "cli/run-fit.h"
#include "cli/terminal.h"

/* No more paints a second than this, however quick the clock */
#define SHORTEST_WAIT 40 /* ms */
#define MESSAGE_TIME 6   /* s */

/**
 * Runner:
 * @timer: the next paint
 * @was: what the last paint showed, for the bell and for a terminal that only prints
 * @quitting: a second q quits
 * @signal: which one ends the program; 0 for none
 *
 * A session that runs in a terminal.
 */
typedef struct
{
  const RoundelCliPlan *plan;
  RoundelEnv *env;
  RoundelSessionRun *run;
  RoundelTerminal *terminal;
  GMainLoop *loop;
  guint timer;
  guint message_timer;
  char *message;
  RoundelRunPage page;
  RoundelFit *fit;
  guint chosen;
  gboolean words;
  gboolean quitting;
  int signal;
  struct
  {
    RoundelSessionPhase phase;
    RoundelSessionWarning warning;
    guint round;
    char *text;
  } was;
} Runner;

static void paint (Runner *self);

static gboolean
on_timer (gpointer data)
{
  Runner *self = data;

  self->timer = 0;
  paint (self);
  return G_SOURCE_REMOVE;
}

/* The time of a round is over, or it was left before. */
static void
ring (Runner                   *self,
      const RoundelSessionView *view)
{
  gboolean ran = self->was.phase == ROUNDEL_SESSION_PHASE_RUNNING;
  gboolean over = view->warning == ROUNDEL_SESSION_WARNING_OVER || view->round != self->was.round
                  || view->phase == ROUNDEL_SESSION_PHASE_FINISHED;

  if (ran && self->was.warning != ROUNDEL_SESSION_WARNING_OVER && over && view->phase != ROUNDEL_SESSION_PHASE_HELD)
    roundel_terminal_ring (self->terminal);
}

/* A terminal that only prints gets a page when there is something new on it, and one line that changes. */
static void
print (Runner                 *self,
       const RoundelRunScreen *screen)
{
  g_auto (GStrv) lines = roundel_run_screen_draw (screen);
  g_autofree char *text = g_strjoinv ("\n", lines);
  g_autofree char *status = roundel_run_screen_status (screen);

  if (g_strcmp0 (text, self->was.text) != 0)
    {
      roundel_terminal_show (self->terminal, lines);
      g_free (self->was.text);
      self->was.text = g_steal_pointer (&text);
    }
  roundel_terminal_status (self->terminal, status);
}

static void
paint (Runner *self)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (RoundelSessionView) view = roundel_session_run_view (self->run, &now);
  gboolean dumb = roundel_terminal_is_dumb (self->terminal);
  RoundelRunScreen screen = {
    .plan = self->plan,
    .view = view,
    .page = self->page,
    .fit = self->fit,
    .chosen = self->chosen,
    .words = self->words,
    .message = self->message,
    .utf8 = roundel_terminal_is_utf8 (self->terminal),
    .bold = !dumb,
    .colour = roundel_terminal_has_colour (self->terminal),
  };

  roundel_terminal_get_size (self->terminal, &screen.columns, &screen.rows);
  ring (self, view);
  if (dumb)
    {
      screen.rows = 0;
      print (self, &screen);
    }
  else
    {
      g_auto (GStrv) lines = roundel_run_screen_draw (&screen);

      roundel_terminal_show (self->terminal, lines);
    }
  self->was.phase = view->phase;
  self->was.warning = view->warning;
  self->was.round = view->round;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (view->repaint != G_MAXINT64)
    {
      double wait = (double) view->repaint / 1000 / roundel_env_get_rate (self->env) + 1;

      self->timer = g_timeout_add ((guint) CLAMP (wait, SHORTEST_WAIT, 60 * 60 * 1000), on_timer, self);
    }
}

static gboolean
on_message_timer (gpointer data)
{
  Runner *self = data;

  self->message_timer = 0;
  self->quitting = FALSE;
  g_clear_pointer (&self->message, g_free);
  paint (self);
  return G_SOURCE_REMOVE;
}

static void
say (Runner     *self,
     const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  g_clear_handle_id (&self->message_timer, g_source_remove);
  if (message != NULL)
    self->message_timer = g_timeout_add_seconds (MESSAGE_TIME, on_message_timer, self);
}

static gboolean
act (Runner                  *self,
     RoundelSessionEventKind  kind,
     gint64                   amount)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (GError) error = NULL;

  if (roundel_session_run_do (self->run, kind, amount, &now, &error))
    return TRUE;
  say (self, error->message);
  return FALSE;
}

static void
quit (Runner *self)
{
  if (self->quitting || self->was.phase == ROUNDEL_SESSION_PHASE_FINISHED
      || self->was.phase == ROUNDEL_SESSION_PHASE_READY)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  say (self, _("Nothing of this session is kept. Press q again to quit."));
  self->quitting = TRUE;
}

static void
choose (Runner *self,
        guint   key)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (RoundelSessionView) view = roundel_session_run_view (self->run, &now);

  if ((key == ROUNDEL_KEY_UP || key == ROUNDEL_KEY_BACK) && self->chosen > 0)
    self->chosen--;
  else if ((key == ROUNDEL_KEY_DOWN || key == ROUNDEL_KEY_NEXT) && self->chosen + 1 < view->rounds->len)
    self->chosen++;
  else if (key == '\r' || key == '\n')
    {
      self->page = ROUNDEL_RUN_PAGE_ROUND;
      act (self, ROUNDEL_SESSION_EVENT_JUMP, self->chosen);
    }
  else if (key == 'j' || key == ROUNDEL_KEY_ESCAPE)
    self->page = ROUNDEL_RUN_PAGE_ROUND;
}

static void
open_fit (Runner *self)
{
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (RoundelSessionView) view = roundel_session_run_view (self->run, &now);

  if (view->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    return;
  if (view->late < G_TIME_SPAN_MINUTE)
    {
      say (self, _("There is nothing to catch up."));
      return;
    }
  g_clear_pointer (&self->fit, roundel_fit_free);
  self->fit = roundel_fit_session (view, view->ends - view->late);
  self->page = ROUNDEL_RUN_PAGE_FIT;
}

/* Time goes on while the facilitator chooses: what is done is what was shown. */
static void
choose_fit (Runner *self,
            guint   key)
{
  RoundelFitChoice choices[4];
  guint count = roundel_run_fit_choices (self->fit, choices);
  RoundelInstant now = roundel_instant_now (self->env);
  g_autoptr (RoundelSessionEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  self->page = ROUNDEL_RUN_PAGE_ROUND;
  if (key < '1' || key >= '1' + count)
    return;
  event = roundel_fit_choose (self->fit, choices[key - '1'], &now);
  if (event == NULL)
    say (self, _("There is nothing that could give time."));
  else if (!roundel_session_run_apply (self->run, event, &error))
    say (self, error->message);
  else
    say (self, _("Done; u undoes it."));
}

static void
start_or_pause (Runner *self)
{
  switch (self->was.phase)
    {
    case ROUNDEL_SESSION_PHASE_READY:
      act (self, ROUNDEL_SESSION_EVENT_START, 0);
      break;
    case ROUNDEL_SESSION_PHASE_PAUSED:
      act (self, ROUNDEL_SESSION_EVENT_RESUME, 0);
      break;
    default:
      act (self, ROUNDEL_SESSION_EVENT_PAUSE, 0);
      break;
    }
}

static void
press (Runner *self,
       guint   key)
{
  switch (key)
    {
    case ' ':
      start_or_pause (self);
      break;
    case 'n':
    case ROUNDEL_KEY_NEXT:
      /* a presenter has no other key to begin with */
      if (self->was.phase == ROUNDEL_SESSION_PHASE_READY)
        act (self, ROUNDEL_SESSION_EVENT_START, 0);
      else
        act (self, ROUNDEL_SESSION_EVENT_NEXT, 0);
      break;
    case 'b':
    case ROUNDEL_KEY_BACK:
      act (self, ROUNDEL_SESSION_EVENT_BACK, 0);
      break;
    case '+':
    case '=':
      act (self, ROUNDEL_SESSION_EVENT_ADD, 60);
      break;
    case '-':
    case '_':
      act (self, ROUNDEL_SESSION_EVENT_ADD, -60);
      break;
    case 'u':
      if (act (self, ROUNDEL_SESSION_EVENT_UNDO, 0))
        say (self, _("The last step is undone."));
      break;
    case 'h':
    case '.':
      act (self, ROUNDEL_SESSION_EVENT_HOLD, 0);
      break;
    case 'f':
      open_fit (self);
      break;
    case 'w':
      self->words = !self->words;
      break;
    case 'g':
      self->page = ROUNDEL_RUN_PAGE_GROUPS;
      break;
    case 'j':
      self->page = ROUNDEL_RUN_PAGE_JUMP;
      self->chosen = self->was.round;
      break;
    case '?':
      self->page = ROUNDEL_RUN_PAGE_HELP;
      break;
    default:
      break;
    }
}

static void
on_key (guint    key,
        gpointer data)
{
  Runner *self = data;

  if (key == 'q' || key == 'Q')
    quit (self);
  else
    {
      say (self, NULL);
      self->quitting = FALSE;
      if (self->was.phase == ROUNDEL_SESSION_PHASE_HELD)
        {
          if (key == 'h' || key == '.')
            act (self, ROUNDEL_SESSION_EVENT_RELEASE, 0);
        }
      else if (self->page == ROUNDEL_RUN_PAGE_JUMP)
        choose (self, key);
      else if (self->page == ROUNDEL_RUN_PAGE_FIT)
        choose_fit (self, key);
      else if (self->page != ROUNDEL_RUN_PAGE_ROUND)
        self->page = ROUNDEL_RUN_PAGE_ROUND;
      else
        press (self, key < 0x80 ? (guint) g_ascii_tolower ((char) key) : key);
    }
  paint (self);
}

static void
on_repaint (gpointer data)
{
  Runner *self = data;

  g_clear_pointer (&self->was.text, g_free);
  paint (self);
}

static void
on_quit (int      signal,
         gpointer data)
{
  Runner *self = data;

  self->signal = signal;
  g_main_loop_quit (self->loop);
}

/* Runs PLAN, which is to end at ENDS or as long after its start as planned. */
static int
run (const RoundelCliPlan *plan,
     RoundelEnv           *env,
     gint64                ends)
{
  static const RoundelTerminalCalls calls = { on_key, on_repaint, on_quit };
  Runner self = { plan, env };
  g_autoptr (GError) error = NULL;

  self.words = TRUE;
  self.terminal = roundel_terminal_new (&calls, &self, &error);
  if (self.terminal == NULL)
    return roundel_cli_fail (error);
  self.loop = g_main_loop_new (NULL, FALSE);
  self.run = roundel_session_run_new (plan->agenda->rounds, ends, FALSE);
  paint (&self);
  g_main_loop_run (self.loop);

  g_clear_handle_id (&self.timer, g_source_remove);
  g_clear_handle_id (&self.message_timer, g_source_remove);
  roundel_terminal_free (self.terminal);
  roundel_session_run_free (self.run);
  g_main_loop_unref (self.loop);
  g_clear_pointer (&self.fit, roundel_fit_free);
  g_free (self.message);
  g_free (self.was.text);
  /* whoever started the program is told how it ended */
  if (self.signal != 0)
    raise (self.signal);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_run:
 *
 * The command `run`: a session, live in the terminal.
 *
 * Returns: an exit code
 */
int
roundel_cli_run (RoundelCli  *cli,
                 const char  *name,
                 int          argc,
                 char       **argv)
{
  RoundelCliPlanOptions options = { NULL };
  double rate = 1;
  const GOptionEntry entries[] = {
    ROUNDEL_CLI_PLAN_ENTRIES (&options),
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &rate, N_("How many seconds pass while one does, to try it out"), N_("R") },
    { NULL },
  };
  RoundelCliPlan plan = { NULL };
  int code = ROUNDEL_CLI_USAGE;

  if (roundel_cli_parse (cli, name, entries, &argc, &argv))
    {
      if (cli->json)
        code = roundel_cli_usage (name, "%s", _("A live session has no JSON; ask “agenda” or “rehearse” for it."));
      else if (!(rate > 0 && rate <= 100000))
        code = roundel_cli_usage (name, "%s", _("The rate is a number above 0, up to 100000."));
      else
        code = roundel_cli_plan_make (cli, name, &options, argc, argv, &plan);
    }
  if (code == ROUNDEL_CLI_DONE)
    {
      g_autoptr (RoundelEnv) env = rate == 1 ? roundel_env_ref (cli->env) : roundel_env_new_scaled (rate);
      gint64 ends = 0;

      if (options.begin != NULL || options.end != NULL)
        ends = (g_date_time_to_unix (plan.begin) + roundel_agenda_seconds (plan.agenda)) * G_USEC_PER_SEC;
      code = run (&plan, env, ends);
    }
  roundel_cli_plan_clear (&plan);
  roundel_cli_plan_options_clear (&options);
  return code;
}
