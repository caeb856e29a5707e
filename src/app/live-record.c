/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live-record.h"

/* A guest is nobody the program knows. */
static gboolean
is_member (const RoundelMeeting *meeting,
           guint                 index)
{
  return index + meeting->guests < meeting->members->len;
}

static const char *
id_of (const RoundelMeeting *meeting,
       guint                 index)
{
  return ((RoundelMember *) meeting->members->pdata[index])->id;
}

/* With the offset: who reads it may be in another zone. */
static char *
local_minute (gint64 wall)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (wall / G_TIME_SPAN_SECOND);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
}

static gboolean
was_held (const RoundelRoundTime *time)
{
  return time->begun && time->used > 0 && time->state != ROUNDEL_ROUND_STATE_LEFT_OUT;
}

/* Whether the group agreed to shorter turns, and did not take that back. */
static gboolean
did_agree (RoundelLive *live)
{
  GPtrArray *events = roundel_live_get_events (live);
  guint undone = 0;

  for (guint i = events->len; i-- > 0;)
    {
      const RoundelSessionEvent *event = events->pdata[i];

      if (event->kind == ROUNDEL_SESSION_EVENT_UNDO)
        undone++;
      else if (undone > 0)
        undone--;
      else if (event->kind == ROUNDEL_SESSION_EVENT_AGREE)
        return TRUE;
    }
  return FALSE;
}

/* Who had a case, and who is owed one: it was planned and did not come to be, or was shortened by agreement (R6). */
static void
add_cases (RoundelSessionRecord     *record,
           const RoundelSessionView *view,
           const RoundelMeeting     *meeting,
           gboolean                  agreed)
{
  g_autofree gboolean *shortened = g_new0 (gboolean, meeting->members->len);
  g_autofree gboolean *had = g_new0 (gboolean, meeting->members->len);
  g_autofree gboolean *planned = g_new0 (gboolean, meeting->members->len);
  g_autoptr (GStrvBuilder) who_had = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) who_is_owed = g_strv_builder_new ();

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      for (guint s = 0; time->round->is_case && s < time->round->speakers->len; s++)
        {
          guint member = g_array_index (time->round->speakers, guint, s);

          planned[member] = TRUE;
          had[member] = had[member] || was_held (time);
          shortened[member] = shortened[member] || (agreed && time->added < 0);
        }
    }
  for (guint i = 0; i < meeting->members->len; i++)
    {
      gboolean here = roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_HERE;

      if (!is_member (meeting, i))
        continue;
      if (had[i])
        g_strv_builder_add (who_had, id_of (meeting, i));
      if (had[i] ? shortened[i] : planned[i] && here)
        g_strv_builder_add (who_is_owed, id_of (meeting, i));
    }
  g_strfreev (record->had);
  g_strfreev (record->owed);
  record->had = g_strv_builder_end (who_had);
  record->owed = g_strv_builder_end (who_is_owed);
}

static void
add_parts (RoundelSessionRecord     *record,
           const RoundelSessionView *view,
           RoundelLive              *live)
{
  gint64 planned = 0;
  gint64 used = 0;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);
      const RoundelRoundTime *next = i + 1 < view->rounds->len ? time + 1 : NULL;

      planned += time->planned;
      used += time->used;
      if (next != NULL && next->round->part == time->round->part)
        continue;
      if (time->round->kind != ROUNDEL_ROUND_IN_HAND)
        {
          RoundelHeldPart *part = roundel_session_record_add_part (record, roundel_live_get_part (live, time->round->part),
                                                                   (guint) (planned / G_TIME_SPAN_SECOND),
                                                                   (guint) (used / G_TIME_SPAN_SECOND));

          part->format = g_strdup (roundel_live_get_format (live, time->round->part));
        }
      planned = used = 0;
    }
}

static gboolean
has_group (const RoundelSessionRecord *record,
           char                      **group)
{
  for (guint i = 0; i < record->groups->len; i++)
    if (g_strv_equal (record->groups->pdata[i], (const char *const *) group))
      return TRUE;
  return FALSE;
}

/* Each group once, however many rounds it sat together; those who were expected and never came are in none. */
static void
add_groups (RoundelSessionRecord     *record,
            const RoundelSessionView *view,
            const RoundelMeeting     *meeting)
{
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      for (guint g = 0; was_held (time) && time->round->groups->len > 1 && g < time->round->groups->len; g++)
        {
          const GArray *seats = time->round->groups->pdata[g];
          g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
          g_auto (GStrv) group = NULL;

          /* in the order of the members, so that the same group is known again */
          for (guint m = 0; m < meeting->members->len; m++)
            for (guint s = 0; s < seats->len; s++)
              if (g_array_index (seats, RoundelSeat, s).member == m && is_member (meeting, m)
                  && roundel_meeting_get_presence (meeting, m) == ROUNDEL_PRESENCE_HERE)
                g_strv_builder_add (builder, id_of (meeting, m));
          group = g_strv_builder_end (builder);
          if (g_strv_length (group) > 1 && !has_group (record, group))
            g_ptr_array_add (record->groups, g_steal_pointer (&group));
        }
    }
}

static gboolean
is_turn (const RoundelRound *round,
         guint               member)
{
  for (guint i = 0; round->is_case && i < round->speakers->len; i++)
    if (g_array_index (round->speakers, guint, i) == member)
      return TRUE;
  return FALSE;
}

/* Which members had ROLE, and which sat in a round in which somebody had it; a case is the ledger's. */
static void
find_holders (const RoundelSessionView *view,
              const char               *role,
              gboolean                 *had,
              gboolean                 *could)
{
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      for (guint g = 0; was_held (time) && g < time->round->groups->len; g++)
        {
          const GArray *seats = time->round->groups->pdata[g];
          gboolean found = FALSE;

          for (guint s = 0; s < seats->len; s++)
            {
              const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, s);

              if ((g_strcmp0 (seat->role, role) == 0 && !is_turn (time->round, seat->member))
                  || g_strcmp0 (seat->also, role) == 0)
                found = had[seat->member] = TRUE;
            }
          for (guint s = 0; found && s < seats->len; s++)
            could[g_array_index (seats, RoundelSeat, s).member] = TRUE;
        }
    }
}

static void
add_role (RoundelSessionRecord     *record,
          const RoundelSessionView *view,
          const RoundelMeeting     *meeting,
          const char               *role)
{
  g_autofree gboolean *had = g_new0 (gboolean, meeting->members->len);
  g_autofree gboolean *could = g_new0 (gboolean, meeting->members->len);
  gboolean all = TRUE;

  find_holders (view, role, had, could);
  for (guint i = 0; i < meeting->members->len; i++)
    all = all && (had[i] || !could[i]);
  for (guint i = 0; !all && i < meeting->members->len; i++)
    if (had[i] && is_member (meeting, i))
      roundel_session_record_add_role (record, role, id_of (meeting, i));
}

/* A role that went round to everybody in the session needs no record. */
static void
add_roles (RoundelSessionRecord     *record,
           const RoundelSessionView *view,
           const RoundelMeeting     *meeting)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, i).round;

      for (guint g = 0; g < round->groups->len; g++)
        {
          const GArray *seats = round->groups->pdata[g];

          for (guint s = 0; s < seats->len; s++)
            {
              const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, s);

              if (seat->role != NULL && g_hash_table_add (seen, (gpointer) seat->role))
                add_role (record, view, meeting, seat->role);
              if (seat->also != NULL && g_hash_table_add (seen, (gpointer) seat->also))
                add_role (record, view, meeting, seat->also);
            }
        }
    }
}

/**
 * roundel_live_make_record:
 * @live: a session that is over
 * @id: names the record
 *
 * Parts, not rounds, and no length of anybody's turn: a clock knows who had the turn, not who spoke, and neither is kept
 * (R1).
 *
 * Returns: (transfer full): what it leaves for the program
 */
RoundelSessionRecord *
roundel_live_make_record (RoundelLive *live,
                          const char  *id)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  RoundelSessionRecord *record = roundel_session_record_new (id, meeting->session);

  record->began = local_minute (view->starts);
  record->ended = local_minute (view->ends);
  add_cases (record, view, meeting, did_agree (live));
  add_parts (record, view, live);
  add_groups (record, view, meeting);
  add_roles (record, view, meeting);
  if (meeting->led >= 0 && is_member (meeting, (guint) meeting->led))
    record->led = g_strdup (id_of (meeting, (guint) meeting->led));
  return record;
}

/**
 * roundel_live_make_attendance:
 * @live: a session that is over
 * @id: names the attendance
 *
 * Returns: (transfer full): who was there
 */
RoundelAttendance *
roundel_live_make_attendance (RoundelLive *live,
                              const char  *id)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  RoundelAttendance *attendance = roundel_attendance_new (id, meeting->session);
  g_autoptr (GStrvBuilder) here = g_strv_builder_new ();

  for (guint i = 0; i < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) != ROUNDEL_PRESENCE_HERE)
      continue;
    else if (is_member (meeting, i))
      g_strv_builder_add (here, id_of (meeting, i));
    else
      attendance->guests++;
  g_strfreev (attendance->here);
  attendance->here = g_strv_builder_end (here);
  return attendance;
}
