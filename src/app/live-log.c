/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live-log.h"

#include <glib/gi18n-lib.h>

#include "app/live-parts.h"
#include "app/meeting-file.h"
#include "core/error.h"
#include "core/round-text.h"
#include "store/journal/run-log.h"

struct _RoundelLiveLog
{
  RoundelJournal *journal;
  char *id; /* of the run in the journal; NULL once it is closed */
  guint n_lines;
  char *warning;
};

static const char *const presence_words[] = { "expected", "here", "away" };

static gboolean
nonsense (const char  *line,
          GError     **error)
{
  g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
               _("The session that was running cannot be read: “%.40s”."), line);
  return FALSE;
}

static gboolean
read_presence (RoundelMeeting  *meeting,
               RoundelPresence  presence,
               const char      *text)
{
  guint64 member;

  if (meeting->members->len == 0
      || !g_ascii_string_to_unsigned (text, 10, 0, meeting->members->len - 1, &member, NULL))
    return FALSE;
  roundel_meeting_set_presence (meeting, (guint) member, presence);
  return TRUE;
}

static gboolean
read_line (RoundelLivePlan  *plan,
           const char       *line,
           GError          **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  const char *text = words[0] != NULL && words[1] != NULL ? words[1] : "";
  g_autoptr (RoundelSessionEvent) event = NULL;

  if (words[0] == NULL)
    return nonsense (line, error);
  if (g_str_equal (words[0], "meeting") && plan->meeting == NULL)
    {
      g_autofree char *plain = g_strcompress (text);

      plan->meeting = roundel_meeting_from_text (plain, error);
      return plan->meeting != NULL;
    }
  if (plan->meeting == NULL)
    return nonsense (line, error);
  if (g_str_equal (words[0], "rounds") && plan->rounds == NULL)
    return (plan->rounds = roundel_rounds_from_text (text, error)) != NULL;
  if (g_str_equal (words[0], "ends"))
    return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &plan->ends, error);
  if (g_str_equal (words[0], "part"))
    return roundel_live_parts_read (plan->parts, text, plan->meeting->outline->len) || nonsense (line, error);
  for (guint i = 0; i < G_N_ELEMENTS (presence_words); i++)
    if (g_str_equal (words[0], presence_words[i]))
      return read_presence (plan->meeting, (RoundelPresence) i, text) || nonsense (line, error);
  if (plan->rounds == NULL)
    return nonsense (line, error);
  if (plan->run == NULL)
    plan->run = roundel_session_run_new (plan->rounds, plan->ends, FALSE);
  event = roundel_session_event_from_text (line, error);
  return event != NULL && roundel_session_run_apply (plan->run, event, error);
}

/**
 * roundel_live_plan_new:
 *
 * Returns: (transfer full): a plan of nothing
 */
RoundelLivePlan *
roundel_live_plan_new (void)
{
  RoundelLivePlan *self = g_new0 (RoundelLivePlan, 1);

  self->parts = roundel_live_parts_new ();
  return self;
}

void
roundel_live_plan_free (RoundelLivePlan *self)
{
  g_clear_pointer (&self->run, roundel_session_run_free);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->meeting, roundel_meeting_free);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * roundel_live_log_begin:
 * @journal: where the session is stored
 * @plan: what it begins with
 * @error: return location
 *
 * Returns: (transfer full): a log without steps, or %NULL
 */
RoundelLiveLog *
roundel_live_log_begin (RoundelJournal         *journal,
                        const RoundelLivePlan  *plan,
                        GError                **error)
{
  g_autoptr (RoundelLiveLog) self = g_new0 (RoundelLiveLog, 1);
  g_autofree char *text = roundel_meeting_to_text (plan->meeting);
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autofree char *rounds = roundel_rounds_to_text (plan->rounds);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_string_append_printf (lines, "meeting %s\nends %" G_GINT64_FORMAT "\nrounds %s", escaped, plan->ends, rounds);
  for (guint i = 0; i < plan->parts->len; i++)
    {
      g_autofree char *line = roundel_live_part_to_text (plan->parts->pdata[i]);

      g_string_append_printf (lines, "\n%s", line);
    }
  self->journal = g_object_ref (journal);
  self->id = roundel_journal_begin_run (journal, plan->meeting->program, plan->meeting->session, lines->str, error);
  return self->id != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * roundel_live_log_read:
 * @journal: where a session may be stored
 * @plan: (out caller-allocates): a plan of nothing, which is filled
 * @error: return location for what is wrong with what is stored
 *
 * Returns: (transfer full) (nullable): the log of the session that was running; %NULL without an error when there is
 *  none
 */
RoundelLiveLog *
roundel_live_log_read (RoundelJournal   *journal,
                       RoundelLivePlan  *plan,
                       GError          **error)
{
  g_autoptr (RoundelRunLog) stored = roundel_journal_get_run (journal, error);
  g_autoptr (RoundelLiveLog) self = NULL;
  g_auto (GStrv) lines = NULL;

  if (stored == NULL)
    return NULL;
  lines = g_strsplit (stored->plan, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (plan, lines[i], error))
      return NULL;
  for (guint i = 0; i < stored->events->len; i++)
    if (!read_line (plan, stored->events->pdata[i], error))
      return NULL;
  self = g_new0 (RoundelLiveLog, 1);
  self->journal = g_object_ref (journal);
  self->n_lines = stored->events->len;
  self->id = g_steal_pointer (&stored->id);
  return g_steal_pointer (&self);
}

void
roundel_live_log_free (RoundelLiveLog *self)
{
  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->warning);
  g_free (self);
}

/**
 * roundel_live_log_append:
 * @self: a log
 * @line: a step
 *
 * A disk that fails does not stop a session: roundel_live_log_get_warning() has what went wrong.
 */
void
roundel_live_log_append (RoundelLiveLog *self,
                         const char     *line)
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

void
roundel_live_log_append_presence (RoundelLiveLog  *self,
                                  guint            member,
                                  RoundelPresence  presence)
{
  g_autofree char *line = g_strdup_printf ("%s %u", presence_words[presence], member);

  roundel_live_log_append (self, line);
}

/**
 * roundel_live_log_get_id:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): names the run; %NULL once it is closed
 */
const char *
roundel_live_log_get_id (const RoundelLiveLog *self)
{
  return self->id;
}

/**
 * roundel_live_log_get_warning:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): why the last step is not safe on the disk
 */
const char *
roundel_live_log_get_warning (const RoundelLiveLog *self)
{
  return self->warning;
}

/**
 * roundel_live_log_close:
 * @self: a log
 *
 * There is nothing to resume any more.
 */
void
roundel_live_log_close (RoundelLiveLog *self)
{
  if (self->id != NULL)
    roundel_journal_finish_run (self->journal, self->id, NULL);
  g_clear_pointer (&self->id, g_free);
}
