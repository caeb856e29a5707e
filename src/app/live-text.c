/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live-text.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMES 4 /* in one line */

static void
plan_line_free (gpointer data)
{
  RoundelPlanLine *line = data;

  g_free (line->title);
  g_free (line);
}

static RoundelPlanLine *
add_line (GPtrArray          *lines,
          const RoundelRound *round,
          const char         *title)
{
  RoundelPlanLine *line = g_new0 (RoundelPlanLine, 1);

  line->title = g_strdup (title);
  line->optional = TRUE;
  line->in_hand = round->kind == ROUNDEL_ROUND_IN_HAND;
  line->state = ROUNDEL_ROUND_STATE_LEFT_OUT;
  g_ptr_array_add (lines, line);
  return line;
}

/**
 * roundel_text_clock:
 * @wall: microseconds since 1970
 *
 * Returns: (transfer full): the time of day
 */
char *
roundel_text_clock (gint64 wall)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (wall / G_TIME_SPAN_SECOND);

  /* Translators: a time of day, as for g_date_time_format() */
  return g_date_time_format (time, _("%H:%M"));
}

/**
 * roundel_text_end:
 * @wall: when a session ends, in microseconds since 1970
 *
 * Returns: (transfer full): the time of day to the nearest minute, as lateness is told
 */
char *
roundel_text_end (gint64 wall)
{
  return roundel_text_clock (wall + G_TIME_SPAN_MINUTE / 2);
}

/**
 * roundel_text_minutes:
 * @seconds: a length
 *
 * Returns: (transfer full): minutes, to the half: “7½”, isolated, so that it is not “½7” among words from right to left
 */
char *
roundel_text_minutes (gint64 seconds)
{
  gint64 halves = (seconds + 15) / 30;

  if (halves == 1)
    return g_strdup ("½");
  if (halves % 2 != 0)
    return g_strdup_printf ("\u2066%" G_GINT64_FORMAT "½\u2069", halves / 2);
  return g_strdup_printf ("%" G_GINT64_FORMAT, halves / 2);
}

/**
 * roundel_text_span:
 * @seconds: a length
 *
 * Returns: (transfer full): minutes and seconds: “7:00”
 */
char *
roundel_text_span (gint64 seconds)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}

/**
 * roundel_text_names:
 * @meeting: a meeting
 * @members: (element-type guint): some of its members
 *
 * Returns: (transfer full): one whole name, two or three first names, or how many they are
 */
char *
roundel_text_names (const RoundelMeeting *meeting,
                    const GArray         *members)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (members->len == 1)
    return roundel_meeting_dup_name (meeting, g_array_index (members, guint, 0));
  if (members->len > MOST_NAMES)
    return g_strdup_printf (ngettext ("%u person", "%u people", members->len), members->len);
  for (guint i = 0; i < members->len; i++)
    {
      g_autofree char *name = roundel_meeting_dup_short (meeting, g_array_index (members, guint, i));

      if (i > 0)
        /* Translators: between the names of a list, and before its last one */
        g_string_append (text, i + 1 < members->len ? C_("names", ", ") : C_("names", " and "));
      g_string_append (text, name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * roundel_plan_lines_of_agenda:
 * @agenda: a plan
 * @starts: wall time at which it begins
 *
 * Returns: (transfer full) (element-type RoundelPlanLine): its parts
 */
GPtrArray *
roundel_plan_lines_of_agenda (const RoundelAgenda *agenda,
                              gint64               starts)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (plan_line_free);
  RoundelPlanLine *line = NULL;
  guint part = G_MAXUINT;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->part != part)
        {
          part = round->part;
          line = add_line (lines, round, agenda->parts->pdata[part]);
          line->starts = starts;
          line->state = ROUNDEL_ROUND_STATE_AHEAD;
        }
      g_assert (line != NULL);
      line->seconds += round->seconds;
      line->slots = line->slots || round->slot > 0;
      line->optional = line->optional && round->optional;
      starts += round->seconds * G_TIME_SPAN_SECOND;
    }
  return lines;
}

static void
count_in (RoundelPlanLine        *line,
          const RoundelRoundTime *time,
          gboolean                before)
{
  gboolean over = time->state == ROUNDEL_ROUND_STATE_PASSED;

  if (time->state == ROUNDEL_ROUND_STATE_LEFT_OUT)
    return;
  line->seconds += (over ? time->used : time->planned + time->added) / G_TIME_SPAN_SECOND;
  if (line->starts == 0)
    line->starts = time->starts;
  if (time->state == ROUNDEL_ROUND_STATE_NOW)
    line->state = before ? ROUNDEL_ROUND_STATE_AHEAD : ROUNDEL_ROUND_STATE_NOW;
  else if (line->state == ROUNDEL_ROUND_STATE_LEFT_OUT)
    line->state = time->state;
  else if (line->state != ROUNDEL_ROUND_STATE_NOW && line->state != time->state)
    line->state = before ? ROUNDEL_ROUND_STATE_AHEAD : ROUNDEL_ROUND_STATE_NOW;
}

/**
 * roundel_plan_lines_of_live:
 * @live: a session
 *
 * Times to come are those expected now.
 *
 * Returns: (transfer full) (element-type RoundelPlanLine): the parts of its plan
 */
GPtrArray *
roundel_plan_lines_of_live (RoundelLive *live)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  GPtrArray *lines = g_ptr_array_new_with_free_func (plan_line_free);
  RoundelPlanLine *line = NULL;
  guint part = G_MAXUINT;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      if (time->round->part != part)
        {
          part = time->round->part;
          line = add_line (lines, time->round, roundel_live_get_part (live, part));
          line->round = i;
        }
      g_assert (line != NULL);
      if (line->state == ROUNDEL_ROUND_STATE_LEFT_OUT && time->state != ROUNDEL_ROUND_STATE_LEFT_OUT)
        line->round = i;
      line->slots = line->slots || time->round->slot > 0;
      line->optional = line->optional && time->round->optional;
      count_in (line, time, view->phase == ROUNDEL_SESSION_PHASE_READY);
    }
  return lines;
}

static const GArray *
speakers_of_turn (const RoundelSessionView *view,
                  guint                     first)
{
  const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, first).round;

  for (guint i = first; i < view->rounds->len; i++)
    {
      const RoundelRound *r = g_array_index (view->rounds, RoundelRoundTime, i).round;

      if (r->part != round->part || r->turn != round->turn)
        break;
      if (r->slot > 0 && r->speakers->len > 0)
        return r->speakers;
    }
  return round->speakers;
}

/**
 * roundel_plan_lines_add_turns:
 * @lines: (element-type RoundelPlanLine): the parts of the plan
 * @live: a session
 *
 * Adds the turns of the present part behind its line: who had one, who has it now, and who waits. For the
 * facilitator's eyes, and stored nowhere (R1).
 */
void
roundel_plan_lines_add_turns (GPtrArray   *lines,
                              RoundelLive *live)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  const RoundelRound *now = roundel_live_get_round (live);
  g_autoptr (GPtrArray) turns = g_ptr_array_new_with_free_func (plan_line_free);
  RoundelPlanLine *line = NULL;
  guint turn = 0;
  guint at = 0;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      if (time->round->part != now->part || time->round->turn == 0)
        continue;
      if (time->round->turn != turn)
        {
          const GArray *speakers = speakers_of_turn (view, i);
          g_autofree char *names = speakers->len > 0 ? roundel_text_names (roundel_live_get_meeting (live), speakers)
                                                     : g_strdup_printf (_("turn %u of %u"), time->round->turn,
                                                                        time->round->turns);

          turn = time->round->turn;
          line = add_line (turns, time->round, names);
          line->turn = TRUE;
          line->optional = FALSE;
          line->round = i;
        }
      g_assert (line != NULL);
      line->slots = line->slots || time->round->slot > 0;
      count_in (line, time, view->phase == ROUNDEL_SESSION_PHASE_READY);
    }
  while (at < lines->len && ((RoundelPlanLine *) lines->pdata[at])->state != ROUNDEL_ROUND_STATE_NOW)
    at++;
  if (turns->len < 2 || at >= lines->len)
    return;
  while (turns->len > 0)
    g_ptr_array_insert (lines, (int) at + 1, g_ptr_array_steal_index (turns, turns->len - 1));
}

static gboolean
same_members (const GArray *a,
              const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, guint, i) != g_array_index (b, guint, i))
      return FALSE;
  return TRUE;
}

static void
say_next (RoundelLiveText *self,
          RoundelLive     *live)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  const RoundelRound *now = roundel_live_get_round (live);
  const RoundelRound *next = NULL;

  if (view->next < view->rounds->len)
    next = g_array_index (view->rounds, RoundelRoundTime, view->next).round;
  if (next == NULL || next->kind == ROUNDEL_ROUND_IN_HAND)
    {
      self->next = g_strdup (_("the end"));
      return;
    }
  if (next->speakers->len > 0 && !(next->slot == now->slot && same_members (next->speakers, now->speakers)))
    {
      g_array_append_vals (self->next_members, next->speakers->data, next->speakers->len);
      self->next = roundel_text_names (roundel_live_get_meeting (live), next->speakers);
    }
  else
    self->next = g_strdup (next->part != now->part ? roundel_live_get_part (live, next->part) : next->title);
}

static gboolean
has_charter_in_view (RoundelLive *live)
{
  const char *format = roundel_live_get_format (live, roundel_live_get_round (live)->part);

  return g_strcmp0 (format, "welcome") == 0 || g_strcmp0 (format, "charter-agree") == 0;
}

/**
 * roundel_live_text_new:
 * @live: a session
 *
 * Returns: (transfer full): its present round in words
 */
RoundelLiveText *
roundel_live_text_new (RoundelLive *live)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  const RoundelRound *round = roundel_live_get_round (live);
  RoundelLiveText *self = g_new0 (RoundelLiveText, 1);
  guint part = G_MAXUINT;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRound *r = g_array_index (view->rounds, RoundelRoundTime, i).round;

      if (r->part == part || r->kind == ROUNDEL_ROUND_IN_HAND)
        continue;
      part = r->part;
      self->count++;
      if (i <= view->round)
        self->number++;
    }
  self->part = g_strdup (roundel_live_get_part (live, round->part));
  if (round->turn > 0 && round->turns > 1)
    self->turn = g_strdup_printf (_("turn %u of %u"), round->turn, round->turns);
  if (round->speakers->len > 0)
    {
      self->who = roundel_text_names (roundel_live_get_meeting (live), round->speakers);
      self->instruction = g_strdup (round->title);
      self->words = g_strdup (round->say);
    }
  else
    {
      self->who = g_strdup (round->title);
      self->instruction = g_strdup (round->say != NULL ? round->say : "");
    }
  if (round->speakers->len > 0 && round->groups->len > round->speakers->len)
    self->spare = g_strdup (round->spare);
  if (has_charter_in_view (live))
    self->rules = roundel_live_get_meeting (live)->rules;
  self->next_members = g_array_new (FALSE, FALSE, sizeof (guint));
  say_next (self, live);
  return self;
}

void
roundel_live_text_free (RoundelLiveText *self)
{
  g_free (self->part);
  g_free (self->turn);
  g_free (self->who);
  g_free (self->instruction);
  g_free (self->words);
  g_free (self->spare);
  g_free (self->next);
  g_array_unref (self->next_members);
  g_free (self);
}

/**
 * roundel_live_minutes_late:
 * @view: a session at a moment
 *
 * Returns: by how many whole minutes it ends late; less than 0: early
 */
int
roundel_live_minutes_late (const RoundelSessionView *view)
{
  return (int) ((view->late + (view->late < 0 ? -1 : 1) * G_TIME_SPAN_SECOND * 30) / G_TIME_SPAN_MINUTE);
}

/**
 * roundel_live_dup_ends:
 * @view: a session at a moment
 *
 * Returns: (transfer full): “Ends 16:02”
 */
char *
roundel_live_dup_ends (const RoundelSessionView *view)
{
  g_autofree char *clock = roundel_text_end (view->ends);

  return g_strdup_printf (_("Ends %s"), clock);
}

/**
 * roundel_live_dup_lateness:
 * @view: a session at a moment
 *
 * Returns: (transfer full): “3 min late”
 */
char *
roundel_live_dup_lateness (const RoundelSessionView *view)
{
  int late = roundel_live_minutes_late (view);

  if (late > 0)
    return g_strdup_printf (_("%d min late"), late);
  if (late < 0)
    return g_strdup_printf (_("%d min early"), -late);
  return g_strdup (_("on time"));
}
