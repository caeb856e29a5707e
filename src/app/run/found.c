/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/found.h"

#include "app/run/quick-form.h"
#include "core/id.h"
#include "store/programs.h"

static void
rename_promises (RoundelPad *pad,
                 const char *from,
                 const char *to)
{
  for (guint i = 0; i < pad->promises->len; i++)
    {
      RoundelPadPromise *promise = pad->promises->pdata[i];

      if (g_str_equal (promise->member, from))
        {
          g_free (promise->member);
          promise->member = g_strdup (to);
        }
    }
  for (guint i = 0; i < pad->challenges->len; i++)
    {
      RoundelChallenge *challenge = pad->challenges->pdata[i];

      if (g_strcmp0 (challenge->by, from) == 0)
        {
          g_free (challenge->by);
          challenge->by = g_strdup (to);
        }
    }
}

/* Everybody who was there is a member from now on, guests too, under an id of the own in the world. */
static void
take_members (RoundelProgram *program,
              RoundelCircle  *circle,
              RoundelMeeting *meeting,
              RoundelPad     *pad,
              RoundelEnv     *env)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < meeting->members->len; i++)
    {
      RoundelMember *member = meeting->members->pdata[i];
      g_autofree char *id = roundel_id_new (env);

      rename_promises (pad, member->id, id);
      g_free (member->id);
      member->id = g_strdup (id);
      g_ptr_array_add (program->members, roundel_member_copy (member));
      g_strv_builder_add (ids, id);
    }
  meeting->guests = 0;
  g_strfreev (circle->members);
  circle->members = g_strv_builder_end (ids);
}

static RoundelSession *
take_session (RoundelProgram       *program,
              RoundelCircle        *circle,
              const RoundelMeeting *meeting,
              gint64                began,
              RoundelEnv           *env)
{
  g_autofree char *id = roundel_id_new (env);
  RoundelSession *session = roundel_program_add_session (program, id, circle->id);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (began / G_TIME_SPAN_SECOND);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  session->starts = g_date_time_format (time, "%Y-%m-%dT%H:%M");
  session->zone = g_strdup (g_time_zone_get_identifier (zone));
  session->seconds = meeting->seconds;
  session->title = g_strdup (meeting->title);
  g_ptr_array_unref (session->outline);
  session->outline = roundel_outline_copy (meeting->outline);
  return session;
}

static void
set_session (RoundelSessionLeft *left,
             const char         *session)
{
  char **places[] = { &left->record->session, &left->attendance->session, left->harvest != NULL ? &left->harvest->session : NULL,
                      left->evaluation != NULL ? &left->evaluation->session : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL)
      {
        g_free (*places[i]);
        *places[i] = g_strdup (session);
      }
}

/**
 * roundel_found_program:
 * @desk: what the screens work on
 * @live: a quick session that is over; its people get ids of their own
 * @pad: what was written down in it, which is changed with them
 * @error: return location
 *
 * Makes a program whose first session @live was (R10), with what it left: whose turn it was, who sat together, the harvest.
 * The program is written in one transaction.
 *
 * Returns: (transfer full): id of the program, or %NULL
 */
char *
roundel_found_program (RoundelDesk  *desk,
                       RoundelLive  *live,
                       RoundelPad   *pad,
                       GError      **error)
{
  RoundelEnv *env = roundel_desk_get_env (desk);
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  RoundelMeeting *meeting = roundel_live_get_meeting (live);
  g_autofree char *id = roundel_id_new (env);
  g_autofree char *circle_id = roundel_id_new (env);
  g_autoptr (RoundelProgram) program = roundel_program_new (id);
  RoundelCircle *circle = roundel_program_add_circle (program, circle_id);
  g_autoptr (RoundelSessionLeft) left = NULL;
  const RoundelSession *session;

  program->title = g_strdup (meeting->title);
  program->outcome = g_strdup (roundel_quick_form_find_outcome (meeting));
  take_members (program, circle, meeting, pad, env);
  session = take_session (program, circle, meeting, roundel_live_get_view (live)->starts, env);
  left = roundel_keep_make_left (desk, live, pad, error);
  if (left == NULL)
    return NULL;
  g_free (left->circle);
  left->circle = g_strdup (circle_id);
  set_session (left, session->id);

  roundel_notebook_begin (notebook);
  if (roundel_notebook_add_program (notebook, program, error) && roundel_notebook_add_left (notebook, id, left, error))
    return roundel_notebook_commit (notebook, error) ? g_steal_pointer (&id) : NULL;
  roundel_notebook_cancel (notebook);
  return NULL;
}
