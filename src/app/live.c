/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/live-parts.h"
#include "core/error.h"
#include "core/round-text.h"
#include "store/journal/run-log.h"

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
  RoundelMeeting *meeting;
  GPtrArray *parts; /* of RoundelLivePart */
  GPtrArray *rounds; /* what it began with */
  gint64 ends;
  RoundelSessionRun *run;
  RoundelSessionView *view;
  RoundelJournal *journal; /* NULL: a rehearsal, which leaves no trace */
  char *id; /* of the run in the journal */
  guint n_lines;
  char *warning;
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

static void refresh (RoundelLive *self);

/* Lines */

static const char *const presence_words[] = { "expected", "here", "away" };

static void
append_line (RoundelLive *self,
             const char  *line)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->warning, g_free);
  if (self->id == NULL)
    return;
  if (roundel_journal_append_event (self->journal, self->id, self->n_lines, line, &error))
    self->n_lines++;
  else
    self->warning = g_strdup_printf (_("This step is not safe on the disk: %s"), error->message);
}

static gboolean
begin_log (RoundelLive  *self,
           GError      **error)
{
  g_autofree char *text = roundel_meeting_to_text (self->meeting);
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autofree char *rounds = roundel_rounds_to_text (self->rounds);
  g_autoptr (GString) plan = g_string_new (NULL);

  if (self->journal == NULL)
    return TRUE;
  g_string_append_printf (plan, "meeting %s\nends %" G_GINT64_FORMAT "\nrounds %s", escaped, self->ends, rounds);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *line = roundel_live_part_to_text (self->parts->pdata[i]);

      g_string_append_printf (plan, "\n%s", line);
    }
  self->id = roundel_journal_begin_run (self->journal, self->meeting->program, self->meeting->session, plan->str, error);
  return self->id != NULL;
}

static gboolean
nonsense (const char  *line,
          GError     **error)
{
  g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
               _("The session that was running cannot be read: “%.40s”."), line);
  return FALSE;
}

static gboolean
read_presence (RoundelLive     *self,
               RoundelPresence  presence,
               const char      *text)
{
  guint64 member;

  if (self->meeting == NULL
      || !g_ascii_string_to_unsigned (text, 10, 0, self->meeting->members->len - 1, &member, NULL))
    return FALSE;
  roundel_meeting_set_presence (self->meeting, (guint) member, presence);
  return TRUE;
}

static gboolean
read_line (RoundelLive  *self,
           const char   *line,
           GError      **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  const char *text = words[0] != NULL && words[1] != NULL ? words[1] : "";
  g_autoptr (RoundelSessionEvent) event = NULL;

  if (g_str_equal (words[0], "meeting") && self->meeting == NULL)
    {
      g_autofree char *plain = g_strcompress (text);

      self->meeting = roundel_meeting_from_text (plain, error);
      return self->meeting != NULL;
    }
  if (self->meeting == NULL)
    return nonsense (line, error);
  if (g_str_equal (words[0], "rounds"))
    return (self->rounds = roundel_rounds_from_text (text, error)) != NULL;
  if (g_str_equal (words[0], "ends"))
    return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &self->ends, error);
  if (g_str_equal (words[0], "part"))
    return roundel_live_parts_read (self->parts, text, self->meeting->outline->len) || nonsense (line, error);
  for (guint i = 0; i < G_N_ELEMENTS (presence_words); i++)
    if (g_str_equal (words[0], presence_words[i]))
      return read_presence (self, (RoundelPresence) i, text) || nonsense (line, error);
  if (self->rounds == NULL)
    return nonsense (line, error);
  if (self->run == NULL)
    self->run = roundel_session_run_new (self->rounds, self->ends, FALSE);
  event = roundel_session_event_from_text (line, error);
  return event != NULL && roundel_session_run_apply (self->run, event, error);
}

/* Time */

static gboolean
timer_cb (gpointer user_data)
{
  RoundelLive *self = user_data;

  self->timer = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

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

static void
refresh (RoundelLive *self)
{
  RoundelInstant now = roundel_live_now (self);
  RoundelSessionView *before = self->view;

  self->view = roundel_session_run_view (self->run, &now);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->view->repaint != G_MAXINT64)
    {
      double wait = (double) self->view->repaint / 1000 / roundel_env_get_rate (self->env) + 1;

      self->timer = g_timeout_add ((guint) CLAMP (wait, SHORTEST_WAIT, LONGEST_WAIT), timer_cb, self);
    }
  g_object_ref (self);
  chime (self, before);
  g_signal_emit (self, signals[CHANGED], 0);
  g_clear_pointer (&before, roundel_session_view_free);
  g_object_unref (self);
}

/* Who is there */

static gboolean
is_in (const RoundelRound *round,
       guint               member)
{
  for (guint g = 0; g < round->groups->len; g++)
    {
      const GArray *group = round->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        if (g_array_index (group, RoundelSeat, i).member == member)
          return TRUE;
    }
  return FALSE;
}

static guint
last_begun_part (RoundelLive *self)
{
  guint part = 0;

  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (self->view->rounds, RoundelRoundTime, i);

      if (time->begun || i <= self->view->round)
        part = MAX (part, time->round->part);
    }
  return part;
}

/* What is ahead, made anew for those who are here now; the part that has begun goes on as it is. */
static RoundelSessionEvent *
replan (RoundelLive          *self,
        const RoundelFormats *formats,
        guint                 first_part,
        RoundelAgenda       **agenda,
        guint                *outline,
        GError              **error)
{
  RoundelInstant now = roundel_live_now (self);
  g_autoptr (RoundelSessionEvent) event = roundel_session_event_new (ROUNDEL_SESSION_EVENT_REPLAN, &now, 0);
  gint64 left = 0;
  guint slots = 0;

  event->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (self->view->rounds, RoundelRoundTime, i);
      RoundelRound *copy;

      slots = MAX (slots, time->round->slot);
      if (time->state != ROUNDEL_ROUND_STATE_AHEAD || time->begun)
        continue;
      if (time->round->part >= first_part)
        {
          left += time->planned + time->added;
          continue;
        }
      copy = roundel_round_copy (time->round);
      copy->seconds = (guint) ((time->planned + time->added) / G_TIME_SPAN_SECOND);
      copy->least = MIN (copy->least, copy->seconds);
      g_ptr_array_add (event->rounds, copy);
    }
  *outline = G_MAXUINT;
  for (guint i = first_part; i < self->parts->len && *outline == G_MAXUINT; i++)
    *outline = ((RoundelLivePart *) self->parts->pdata[i])->outline;
  if (*outline == G_MAXUINT)
    {
      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW,
                           _("The last part has begun; the plan stays as it is."));
      return NULL;
    }
  *agenda = roundel_meeting_plan_rest (self->meeting, formats, *outline, (guint) (left / G_TIME_SPAN_SECOND), error);
  if (*agenda == NULL)
    return NULL;
  for (guint i = 0; i < (*agenda)->rounds->len; i++)
    {
      RoundelRound *copy = roundel_round_copy ((*agenda)->rounds->pdata[i]);

      copy->part += self->parts->len;
      if (copy->slot > 0)
        copy->slot += slots;
      g_ptr_array_add (event->rounds, copy);
    }
  return g_steal_pointer (&event);
}

static gboolean
replan_from (RoundelLive          *self,
             const RoundelFormats *formats,
             guint                 first_part,
             GError              **error)
{
  g_autoptr (RoundelAgenda) agenda = NULL;
  guint outline;
  g_autoptr (RoundelSessionEvent) event = replan (self, formats, first_part, &agenda, &outline, error);
  guint n_parts = self->parts->len;

  if (event == NULL)
    return FALSE;
  roundel_live_parts_add (self->parts, agenda, self->meeting->outline, formats, outline);
  for (guint i = n_parts; i < self->parts->len; i++)
    {
      g_autofree char *line = roundel_live_part_to_text (self->parts->pdata[i]);

      append_line (self, line);
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
  g_clear_pointer (&self->run, roundel_session_run_free);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->meeting, roundel_meeting_free);
  g_clear_pointer (&self->env, roundel_env_unref);
  g_ptr_array_unref (self->parts);
  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->warning);
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
  self->parts = roundel_live_parts_new ();
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
  self->meeting = meeting;
  g_set_object (&self->journal, journal);
  agenda = roundel_meeting_plan (meeting, formats, error);
  if (agenda == NULL)
    return NULL;
  roundel_live_parts_add (self->parts, agenda, meeting->outline, formats, 0);
  self->rounds = roundel_rounds_copy (agenda->rounds);
  if (meeting->starts > 0 && ABS (now - meeting->starts) < SAME_DAY)
    self->ends = meeting->starts + (gint64) meeting->seconds * G_TIME_SPAN_SECOND;
  if (!begin_log (self, error))
    return NULL;
  self->run = roundel_session_run_new (self->rounds, self->ends, FALSE);
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
  g_autoptr (RoundelLive) self = NULL;
  g_autoptr (RoundelRunLog) log = roundel_journal_get_run (journal, error);
  g_auto (GStrv) plan = NULL;

  if (log == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_LIVE, NULL);
  self->env = roundel_env_ref (env);
  self->journal = g_object_ref (journal);
  plan = g_strsplit (log->plan, "\n", -1);
  for (guint i = 0; plan[i] != NULL; i++)
    if (!read_line (self, plan[i], error))
      return NULL;
  for (guint i = 0; i < log->events->len; i++)
    if (!read_line (self, log->events->pdata[i], error))
      return NULL;
  self->n_lines = log->events->len;
  self->id = g_steal_pointer (&log->id);
  /* before its start there is nothing to go on with */
  if (self->run == NULL)
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
 * roundel_live_get_id:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): names the run; %NULL for a rehearsal and once it is closed
 */
const char *
roundel_live_get_id (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), NULL);

  return self->id;
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

  return self->meeting;
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

  return part < self->parts->len ? ((RoundelLivePart *) self->parts->pdata[part])->title : "";
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

  return self->warning;
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

  return roundel_session_run_get_events (self->run);
}

gboolean
roundel_live_is_rehearsal (RoundelLive *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);

  return self->journal == NULL;
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
  return roundel_session_run_can (self->run, kind, &now);
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

  if (!roundel_session_run_apply (self->run, event, error))
    return FALSE;
  line = roundel_session_event_to_text (event);
  append_line (self, line);
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
  g_autofree char *line = NULL;
  gboolean placed = FALSE;
  gboolean ahead = FALSE;
  guint next;

  g_return_val_if_fail (ROUNDEL_IS_LIVE (self), FALSE);
  g_return_val_if_fail (member < self->meeting->members->len, FALSE);

  if (roundel_meeting_get_presence (self->meeting, member) == presence)
    return TRUE;
  roundel_meeting_set_presence (self->meeting, member, presence);
  line = g_strdup_printf ("%s %u", presence_words[presence], member);
  append_line (self, line);
  next = last_begun_part (self) + 1;
  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (self->view->rounds, RoundelRoundTime, i).round;

      if (round->part < next || round->kind == ROUNDEL_ROUND_IN_HAND)
        continue;
      ahead = TRUE;
      placed = placed || is_in (round, member);
    }
  if (self->view->phase != ROUNDEL_SESSION_PHASE_FINISHED && ahead && placed == (presence == ROUNDEL_PRESENCE_AWAY))
    return replan_from (self, formats, next, error);
  refresh (self);
  return TRUE;
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
  guint n = roundel_meeting_count (self->meeting, ROUNDEL_PRESENCE_EXPECTED);
  const RoundelRound *now = roundel_live_get_round (self);
  const RoundelRound *next;
  g_autoptr (GArray) expected = NULL;
  gboolean turns = FALSE;
  gboolean done;

  if (n == 0 || self->view->next >= self->view->rounds->len)
    return FALSE;
  next = g_array_index (self->view->rounds, RoundelRoundTime, self->view->next).round;
  if (next->part == now->part)
    return FALSE;
  for (guint i = 0; i < self->view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (self->view->rounds, RoundelRoundTime, i).round;

      turns = turns || (round->part == next->part && round->slot > 0);
    }
  if (!turns)
    return FALSE;

  expected = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->meeting->members->len; i++)
    if (roundel_meeting_get_presence (self->meeting, i) == ROUNDEL_PRESENCE_EXPECTED)
      {
        roundel_meeting_set_presence (self->meeting, i, ROUNDEL_PRESENCE_AWAY);
        g_array_append_val (expected, i);
      }
  done = replan_from (self, formats, next->part, NULL);
  /* on the way they still are, only without a place */
  for (guint i = 0; i < expected->len; i++)
    roundel_meeting_set_presence (self->meeting, g_array_index (expected, guint, i), ROUNDEL_PRESENCE_EXPECTED);
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
  if (self->id != NULL)
    roundel_journal_finish_run (self->journal, self->id, NULL);
  g_clear_pointer (&self->id, g_free);
}
