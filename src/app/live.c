/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live.h"

#include <glib/gi18n-lib.h>

#include "app/live-log.h"
#include "app/live-parts.h"
#include "app/live-replan.h"
#include "core/error.h"
#include "core/round-text.h"

#define SHORTEST_WAIT 40                          /* ms: no more views than that, however quick the clock */
#define LONGEST_WAIT (60 * 60 * 1000)             /* ms */
#define SAME_DAY (G_TIME_SPAN_HOUR * 3)           /* started further from its date, a session is not late */

/*
 * The session that runs in this room: the meeting, its run, and what it is resumed from.
 */
struct _RoundelLive
{
  GObject parent_instance;

  RoundelEnv *env;
  RoundelLivePlan *plan;
  RoundelSessionView *view;
  RoundelLiveLog *log; /* NULL: a rehearsal, which leaves no trace */
  char *message; /* to the room; neither this nor the darkness is stored */
  gboolean blank;
  guint stamp;
  gboolean ticks; /* time alone has gone on */
  guint timer;
};

enum
{
  CHANGED,
  CHIMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelLive, roundel_live, G_TYPE_OBJECT)

/* Time */

static void
chime (RoundelLive              *self,
       const RoundelSessionView *before)
{
  const RoundelSessionView *now = self->view;

  if (before == NULL || now->phase != ROUNDEL_SESSION_PHASE_RUNNING || before->phase != ROUNDEL_SESSION_PHASE_RUNNING)
    return;
  if (before->round == now->round && now->warning > before->warning)
    g_signal_emit (self, signals[CHIMED], 0,
                   now->warning == ROUNDEL_SESSION_WARNING_OVER ? ROUNDEL_CHIME_END : ROUNDEL_CHIME_SOFT);
  else if (now->round > before->round && before->warning != ROUNDEL_SESSION_WARNING_OVER)
    g_signal_emit (self, signals[CHIMED], 0, ROUNDEL_CHIME_END);
}

static void refresh (RoundelLive *self);

static gboolean
timer_cb (gpointer user_data)
{
  RoundelLive *self = user_data;

  self->timer = 0;
  self->ticks = TRUE;
  refresh (self);
  self->ticks = FALSE;
  return G_SOURCE_REMOVE;
}

static void
refresh (RoundelLive *self)
{
  RoundelInstant now = roundel_live_now (self);
  RoundelSessionView *before = self->view;

  self->view = roundel_session_run_view (self->plan->run, &now);
  if (!self->ticks || self->view->phase != ROUNDEL_SESSION_PHASE_RUNNING || self->view->left <= 0)
    self->stamp++;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->view->repaint != G_MAXINT64)
    self->timer = g_timeout_add (roundel_live_wait (self, self->view->repaint), timer_cb, self);
  g_object_ref (self);
  chime (self, before);
  g_signal_emit (self, signals[CHANGED], 0);
  g_clear_pointer (&before, roundel_session_view_free);
  g_object_unref (self);
}

static gboolean
replan (RoundelLive          *self,
        const RoundelFormats *formats,
        guint                 first_part,
        GError              **error)
{
  RoundelInstant now = roundel_live_now (self);
  guint n_parts = self->plan->parts->len;
  g_autoptr (RoundelSessionEvent) event = roundel_live_replan_from (self->plan, self->view, formats, first_part, &now,
                                                                    error);

  if (event == NULL)
    return FALSE;
  for (guint i = n_parts; self->log != NULL && i < self->plan->parts->len; i++)
    {
      g_autofree char *line = roundel_live_part_to_text (self->plan->parts->pdata[i]);

      roundel_live_log_append (self->log, line);
    }
  return roundel_live_apply (self, event, error);
}

/* Overrides */

static void
roundel_live_finalize (GObject *object)
{
  RoundelLive *self = ROUNDEL_LIVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->view, roundel_session_view_free);
  g_clear_pointer (&self->plan, roundel_live_plan_free);
  g_clear_pointer (&self->log, roundel_live_log_free);
  g_clear_pointer (&self->env, roundel_env_unref);
  g_free (self->message);
  G_OBJECT_CLASS (roundel_live_parent_class)->finalize (object);
}

static void
roundel_live_class_init (RoundelLiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_live_finalize;

  /* the view is another one: something happened, or a second passed */
  signals[CHANGED] = g_signal_new ("changed", ROUNDEL_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* a #RoundelChime sounds */
  signals[CHIMED] = g_signal_new ("chimed", ROUNDEL_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
}

static void
roundel_live_init (RoundelLive *self)
{
  self->plan = roundel_live_plan_new ();
}

/**
 * roundel_live_new:
 * @env: clocks
 * @meeting: (transfer full): what is run, with those who are here
 * @formats: where its formats come from
 * @journal: (nullable): where it is resumed from; %NULL for a rehearsal, which leaves no trace
 * @error: return location
 *
 * Returns: (transfer full): a session that is ready to start, or %NULL
 */
RoundelLive *
roundel_live_new (RoundelEnv           *env,
                  RoundelMeeting       *meeting,
                  const RoundelFormats *formats,
                  RoundelJournal       *journal,
                  GError              **error)
{
  g_autoptr (RoundelLive) self = g_object_new (ROUNDEL_TYPE_LIVE, NULL);
  g_autoptr (RoundelAgenda) agenda = NULL;
  gint64 now = roundel_env_now (env);

  self->env = roundel_env_ref (env);
  self->plan->meeting = meeting;
  agenda = roundel_meeting_plan (meeting, formats, error);
  if (agenda == NULL)
    return NULL;
  roundel_live_parts_add (self->plan->parts, agenda, meeting->outline, formats, 0);
  self->plan->rounds = roundel_rounds_copy (agenda->rounds);
  if (meeting->starts > 0 && ABS (now - meeting->starts) < SAME_DAY)
    self->plan->ends = meeting->starts + (gint64) meeting->seconds * G_TIME_SPAN_SECOND;
  if (journal != NULL && (self->log = roundel_live_log_begin (journal, self->plan, error)) == NULL)
    return NULL;
  self->plan->run = roundel_session_run_new (self->plan->rounds, self->plan->ends, FALSE);
  refresh (self);
  return g_steal_pointer (&self);
}

/**
 * roundel_live_resume:
 * @env: clocks
 * @journal: the journal of roundel_live_new()
 * @error: return location for what is wrong with what it holds
 *
 * Returns: (transfer full) (nullable): the session that was running when the program ended, in the second in which it
 *  would be now; %NULL without an error when there was none
 */
RoundelLive *
roundel_live_resume (RoundelEnv      *env,
                     RoundelJournal  *journal,
                     GError         **error)
{
  g_autoptr (RoundelLive) self = g_object_new (ROUNDEL_TYPE_LIVE, NULL);

  self->env = roundel_env_ref (env);
  self->log = roundel_live_log_read (journal, self->plan, error);
  if (self->log == NULL)
    return NULL;
  /* before its start there is nothing to go on with */
  if (self->plan->run == NULL)
    {
      roundel_live_close (self);
      return NULL;
    }
  refresh (self);
  return g_steal_pointer (&self);
}

RoundelInstant
roundel_live_now (RoundelLive *self)
{
  return roundel_instant_now (self->env);
}

/**
 * roundel_live_wait:
 * @self: a session
 * @span: microseconds on its clock, which runs quicker in a rehearsal
 *
 * Returns: for how many milliseconds to wait until @span has passed
 */
guint
roundel_live_wait (RoundelLive *self,
                   gint64       span)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), LONGEST_WAIT);

  return (guint) CLAMP ((double) span / 1000 / roundel_env_get_rate (self->env) + 1, SHORTEST_WAIT, LONGEST_WAIT);
}

/**
 * roundel_live_get_id:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): names the run; %NULL for a rehearsal and once it is closed
 */
const char *
roundel_live_get_id (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->log != NULL ? roundel_live_log_get_id (self->log) : NULL;
}

/**
 * roundel_live_get_meeting:
 * @self: a session
 *
 * Returns: (transfer none): what is run
 */
RoundelMeeting *
roundel_live_get_meeting (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->plan->meeting;
}

/**
 * roundel_live_get_view:
 * @self: a session
 *
 * Returns: (transfer none): everything there is to show, until `changed` is emitted again
 */
const RoundelSessionView *
roundel_live_get_view (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->view;
}

/**
 * roundel_live_get_round:
 * @self: a session
 *
 * Returns: (transfer none): the present round
 */
const RoundelRound *
roundel_live_get_round (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return g_array_index (self->view->rounds, RoundelRoundTime, self->view->round).round;
}

/**
 * roundel_live_get_part:
 * @self: a session
 * @part: of a round
 *
 * Returns: (transfer none): the title of that line of the plan
 */
const char *
roundel_live_get_part (RoundelLive *self,
                       guint        part)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return part < self->plan->parts->len ? ((RoundelLivePart *) self->plan->parts->pdata[part])->title : "";
}

/**
 * roundel_live_get_format:
 * @self: a session
 * @part: of a round
 *
 * Returns: (transfer none) (nullable): id of the format that part is made of; %NULL for time in hand
 */
const char *
roundel_live_get_format (RoundelLive *self,
                         guint        part)
{
  guint outline;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  if (part >= self->plan->parts->len)
    return NULL;
  outline = ((RoundelLivePart *) self->plan->parts->pdata[part])->outline;
  if (outline >= self->plan->meeting->outline->len)
    return NULL;
  return ((RoundelOutlinePart *) self->plan->meeting->outline->pdata[outline])->format;
}

/**
 * roundel_live_get_stamp:
 * @self: a session
 *
 * While a round runs down nothing changes from second to second but its clock and its turns: a screen that shows words
 * and times of day has nothing to do as long as the stamp is the same.
 *
 * Returns: another number, never 0, when anything else may have changed
 */
guint
roundel_live_get_stamp (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), 0);

  return self->stamp;
}

/**
 * roundel_live_get_message:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the room view says besides the round
 */
const char *
roundel_live_get_message (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->message;
}

/**
 * roundel_live_set_message:
 * @self: a session
 * @message: (nullable): what the room view says; empty or %NULL for nothing
 */
void
roundel_live_set_message (RoundelLive *self,
                          const char  *message)
{
  g_return_if_fail (ROUNDEL_IS_LIVE (self));

  g_free (self->message);
  self->message = message != NULL && *message != '\0' ? g_strdup (message) : NULL;
  refresh (self);
}

gboolean
roundel_live_is_blank (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  return self->blank;
}

/**
 * roundel_live_set_blank:
 * @self: a session
 * @blank: whether the room view is dark; the clock runs on
 */
void
roundel_live_set_blank (RoundelLive *self,
                        gboolean     blank)
{
  g_return_if_fail (ROUNDEL_IS_LIVE (self));

  self->blank = blank;
  refresh (self);
}

/**
 * roundel_live_get_warning:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why the last step is not safe on the disk
 */
const char *
roundel_live_get_warning (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->log != NULL ? roundel_live_log_get_warning (self->log) : NULL;
}

/**
 * roundel_live_get_events:
 * @self: a session
 *
 * Returns: (transfer none) (element-type RoundelSessionEvent): all steps, undone ones too
 */
GPtrArray *
roundel_live_get_events (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return roundel_session_run_get_events (self->plan->run);
}

gboolean
roundel_live_is_rehearsal (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  return self->log == NULL;
}

/**
 * roundel_live_can:
 * @self: a session
 * @kind: a step
 *
 * Returns: whether a button for it is sensitive
 */
gboolean
roundel_live_can (RoundelLive             *self,
                  RoundelSessionEventKind  kind)
{
  RoundelInstant now;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  now = roundel_live_now (self);
  return roundel_session_run_can (self->plan->run, kind, &now);
}

/**
 * roundel_live_apply:
 * @self: a session
 * @event: what happens
 * @error: return location for why it cannot
 *
 * The step is on the disk before it shows.
 *
 * Returns: whether it happened
 */
gboolean
roundel_live_apply (RoundelLive                *self,
                    const RoundelSessionEvent  *event,
                    GError                    **error)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  if (!roundel_session_run_apply (self->plan->run, event, error))
    return FALSE;
  line = roundel_session_event_to_text (event);
  if (self->log != NULL)
    roundel_live_log_append (self->log, line);
  refresh (self);
  return TRUE;
}

/**
 * roundel_live_do:
 * @self: a session
 * @kind: a step that has neither changes nor rounds
 * @amount: seconds, or the index of a round
 * @error: return location for why it cannot be done now
 *
 * Returns: whether it happened
 */
gboolean
roundel_live_do (RoundelLive              *self,
                 RoundelSessionEventKind   kind,
                 gint64                    amount,
                 GError                  **error)
{
  RoundelInstant now;
  g_autoptr (RoundelSessionEvent) event = NULL;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  now = roundel_live_now (self);
  event = roundel_session_event_new (kind, &now, amount);
  return roundel_live_apply (self, event, error);
}

/* Who has a place in what is ahead is here, and who has none is not. */
static void
follow_plan (RoundelLive *self)
{
  RoundelMeeting *meeting = self->plan->meeting;
  guint part;
  guint right = 0;

  for (guint i = 0; i < meeting->members->len; i++)
    right += !roundel_live_replan_needed (self->view, i, roundel_meeting_get_presence (meeting, i), &part);
  for (guint i = 0; right > 0 && i < meeting->members->len; i++)
    {
      RoundelPresence presence = roundel_meeting_get_presence (meeting, i);

      if (presence == ROUNDEL_PRESENCE_EXPECTED || !roundel_live_replan_needed (self->view, i, presence, &part))
        continue;
      presence = presence == ROUNDEL_PRESENCE_HERE ? ROUNDEL_PRESENCE_EXPECTED : ROUNDEL_PRESENCE_HERE;
      roundel_meeting_set_presence (meeting, i, presence);
      if (self->log != NULL)
        roundel_live_log_append_presence (self->log, i, presence);
    }
}

/**
 * roundel_live_undo:
 * @self: a session
 * @kind: (out): what was undone
 * @error: return location for why nothing can be
 *
 * Takes the last step back, but not the start: that nobody means who means the last step. Where that was somebody's
 * arrival, that member is on the way again.
 *
 * Returns: whether a step is undone
 */
gboolean
roundel_live_undo (RoundelLive              *self,
                   RoundelSessionEventKind  *kind,
                   GError                  **error)
{
  const RoundelSessionEvent *last;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  last = roundel_session_run_get_last_step (self->plan->run);
  if (last == NULL || last->kind == ROUNDEL_SESSION_EVENT_START)
    {
      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW, _("There is nothing to undo."));
      return FALSE;
    }
  *kind = last->kind;
  if (!roundel_live_do (self, ROUNDEL_SESSION_EVENT_UNDO, 0, error))
    return FALSE;
  if (*kind == ROUNDEL_SESSION_EVENT_REPLAN)
    {
      follow_plan (self);
      refresh (self);
    }
  return TRUE;
}

/**
 * roundel_live_set_presence:
 * @self: a session
 * @member: index of a member of the meeting
 * @presence: whether that member is here now
 * @formats: where the formats come from
 * @error: return location for why the plan cannot follow; the presence is changed all the same
 *
 * Who arrives gets a place from the next part on; the place of who leaves goes to the others. What ran stays.
 *
 * Returns: whether the plan is right for those who are here
 */
gboolean
roundel_live_set_presence (RoundelLive          *self,
                           guint                 member,
                           RoundelPresence       presence,
                           const RoundelFormats *formats,
                           GError              **error)
{
  guint next;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);
  g_return_val_if_fail (member < self->plan->meeting->members->len, FALSE);

  if (roundel_meeting_get_presence (self->plan->meeting, member) == presence)
    return TRUE;
  roundel_meeting_set_presence (self->plan->meeting, member, presence);
  if (self->log != NULL)
    roundel_live_log_append_presence (self->log, member, presence);
  if (roundel_live_replan_needed (self->view, member, presence, &next))
    return replan (self, formats, next, error);
  refresh (self);
  return TRUE;
}

/**
 * roundel_live_give_cases:
 * @self: a session
 * @members: (element-type guint): indices of the members whose challenges are given time
 * @formats: where the formats come from
 * @error: return location for why the plan cannot follow
 *
 * They come first in the parts with cases that have not begun, before what the turn ledger says (R9).
 *
 * Returns: whether the plan follows
 */
gboolean
roundel_live_give_cases (RoundelLive           *self,
                         const GArray          *members,
                         const RoundelFormats  *formats,
                         GError               **error)
{
  RoundelMeeting *meeting;
  gboolean ahead = FALSE;
  guint part = 0;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  meeting = self->plan->meeting;
  for (guint i = 0; i < meeting->hand->len; i++)
    g_array_index (meeting->hand, RoundelHand, i).first = FALSE;
  for (guint i = 0; i < members->len; i++)
    g_array_index (meeting->hand, RoundelHand, g_array_index (members, guint, i)).first = TRUE;
  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (self->view->rounds, RoundelRoundTime, i);

      if (time->begun || i <= self->view->round)
        part = MAX (part, time->round->part);
    }
  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (self->view->rounds, RoundelRoundTime, i).round;

      ahead = ahead || (round->part > part && round->is_case);
    }
  return !ahead || self->view->phase == ROUNDEL_SESSION_PHASE_FINISHED || replan (self, formats, part + 1, error);
}

/**
 * roundel_live_leave_out_expected:
 * @self: a session whose next round opens a part with turns
 * @formats: where the formats come from
 *
 * Those on the way keep a place until turns begin; then the time is shared by those who are here.
 *
 * Returns: whether somebody lost a place
 */
gboolean
roundel_live_leave_out_expected (RoundelLive          *self,
                                 const RoundelFormats *formats)
{
  RoundelMeeting *meeting = self->plan->meeting;
  g_autoptr (GArray) expected = NULL;
  guint part;
  gboolean done;

  if (roundel_meeting_count (meeting, ROUNDEL_PRESENCE_EXPECTED) == 0
      || !roundel_live_replan_opens_turns (self->view, &part))
    return FALSE;
  expected = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_EXPECTED)
      {
        roundel_meeting_set_presence (meeting, i, ROUNDEL_PRESENCE_AWAY);
        g_array_append_val (expected, i);
      }
  done = replan (self, formats, part, NULL);
  /* on the way they still are, only without a place */
  for (guint i = 0; i < expected->len; i++)
    roundel_meeting_set_presence (meeting, g_array_index (expected, guint, i), ROUNDEL_PRESENCE_EXPECTED);
  return done;
}

/**
 * roundel_live_close:
 * @self: a session that is over
 *
 * What it would be resumed from is gone.
 */
void
roundel_live_close (RoundelLive *self)
{
  g_return_if_fail (ROUNDEL_IS_LIVE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->log != NULL)
    roundel_live_log_close (self->log);
}
