/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/prepare.h"

#include <glib/gi18n-lib.h>

#include "app/meeting-groups.h"
#include "app/widgets/program-stage.h"
#include "app/widgets/program-words.h"
#include "core/history.h"
#include "core/week.h"
#include "store/journal/me.h"
#include "store/journal/partner-meeting.h"
#include "store/programs.h"

#define MOST_UPCOMING 6

static void
upcoming_free (gpointer data)
{
  RoundelUpcoming *upcoming = data;

  g_free (upcoming->program);
  g_free (upcoming->session);
  g_free (upcoming->title);
  g_free (upcoming->subtitle);
  g_free (upcoming);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const RoundelUpcoming *one = *(const RoundelUpcoming *const *) a;
  const RoundelUpcoming *two = *(const RoundelUpcoming *const *) b;

  return one->starts < two->starts ? -1 : one->starts > two->starts;
}

static guint
outcome_number (const RoundelOutcome *outcome)
{
  return outcome != NULL ? outcome->number : 0;
}

static const char *
program_title (const RoundelProgram *program)
{
  return program->title != NULL ? program->title : _("Program without a title");
}

/* Index of the member ID in MEETING, or -1. */
static int
find_member (const RoundelMeeting *meeting,
             const char           *id)
{
  for (guint i = 0; i < meeting->members->len; i++)
    if (g_str_equal (((RoundelMember *) meeting->members->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static GArray *
find_members (const RoundelMeeting *meeting,
              char                **ids)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (char **id = ids; *id != NULL; id++)
    {
      int index = find_member (meeting, *id);

      if (index >= 0)
        g_array_append_val (found, index);
    }
  return found;
}

static void
add_history (RoundelMeeting             *meeting,
             const RoundelSessionRecord *record,
             guint                       session)
{
  g_autoptr (GArray) had = find_members (meeting, record->had);
  g_autoptr (GArray) owed = find_members (meeting, record->owed);

  roundel_ledger_add_session (meeting->ledger, had, owed);
  for (guint g = 0; g < record->groups->len; g++)
    {
      g_autoptr (GArray) group = find_members (meeting, record->groups->pdata[g]);

      roundel_together_add (meeting->together, group, session);
    }
  for (guint i = 0; i < record->roles->len; i++)
    {
      const RoundelHeldBy *held = record->roles->pdata[i];
      int member = find_member (meeting, held->member);

      if (member >= 0)
        roundel_roles_add (meeting->roles, held->what, (guint) member, session);
    }
  if (record->led != NULL && find_member (meeting, record->led) >= 0)
    roundel_roles_add (meeting->roles, ROUNDEL_ROLE_LED, (guint) find_member (meeting, record->led), session);
}

/* The last session of the circle before SESSION that was held. */
static const RoundelSessionRecord *
find_last_record (const RoundelProgram *program,
                  const RoundelSession *session)
{
  const RoundelSessionRecord *last = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *other = program->sessions->pdata[i];
      const RoundelSessionRecord *record = roundel_program_find_record (program, other->id);

      if (other == session)
        break;
      if (record != NULL && g_strcmp0 (other->circle, session->circle) == 0)
        last = record;
    }
  return last;
}

/* Somebody from outside leads until a member has; from then on it goes round (D7, R2). */
static void
set_leader (RoundelMeeting             *meeting,
            const RoundelProgram       *program,
            const RoundelSession       *session,
            const RoundelSessionRecord *last)
{
  const RoundelCircle *circle = roundel_program_find_circle (program, session->circle);
  const char *facilitator = circle != NULL ? circle->facilitator : NULL;

  if (last != NULL && last->led != NULL)
    {
      g_autoptr (GArray) leaders = roundel_meeting_list_leaders (meeting);

      meeting->led = leaders->len > 0 ? (int) g_array_index (leaders, guint, 0) : -1;
    }
  else if (facilitator != NULL && find_member (meeting, facilitator) >= 0)
    meeting->led = find_member (meeting, facilitator);
  else
    meeting->leader = g_strdup (facilitator);
}

static void
copy_kept (RoundelMeeting             *meeting,
           const RoundelSessionRecord *last)
{
  g_autoptr (RoundelSessionRecord) copy = roundel_session_record_new ("", NULL);

  for (guint i = 0; i < last->kept->len; i++)
    {
      const RoundelHeldBy *held = last->kept->pdata[i];

      roundel_session_record_add_kept (copy, held->what, held->member);
    }
  g_clear_pointer (&meeting->kept, g_ptr_array_unref);
  meeting->kept = g_ptr_array_ref (copy->kept);
}

static void
add_advice (RoundelMeeting       *meeting,
            const RoundelProgram *program,
            const RoundelSession *session)
{
  g_autoptr (GPtrArray) overruns = roundel_program_find_overruns (program, session);

  for (guint i = 0; i < overruns->len; i++)
    {
      const RoundelOverrun *overrun = overruns->pdata[i];
      guint minutes = MAX ((overrun->seconds + 30) / 60, 1);
      g_autofree char *times = g_strdup_printf (ngettext ("%s ran over in the last %u session", "%s ran over in the last %u sessions",
                                                          overrun->times), overrun->title, overrun->times);

      g_ptr_array_add (meeting->advice, g_strdup_printf (ngettext ("%s, by %u minute on average. Give it more time, or choose a shorter format.",
                                                                   "%s, by %u minutes on average. Give it more time, or choose a shorter format.",
                                                                   minutes), times, minutes));
    }
}

static void
add_charter (RoundelMeeting       *meeting,
             const RoundelProgram *program,
             const RoundelSession *session)
{
  for (guint i = 0; i < program->charters->len; i++)
    {
      const RoundelCharter *charter = program->charters->pdata[i];

      if (charter->rules != NULL && *charter->rules != NULL
          && (charter->circle == NULL || g_strcmp0 (charter->circle, session->circle) == 0))
        {
          g_strfreev (meeting->rules);
          meeting->rules = g_strdupv (charter->rules);
        }
    }
}

static guint
count_sessions (const RoundelProgram *program,
                const char           *circle)
{
  guint n = 0;

  for (guint i = 0; i < program->sessions->len; i++)
    n += g_strcmp0 (((RoundelSession *) program->sessions->pdata[i])->circle, circle) == 0;
  return n;
}

/* “today 14:00” in the time of this room, as all clock times of the plan are; NULL on another day. */
static char *
describe_today (const RoundelSession *session,
                gint64                now)
{
  gint64 starts = roundel_session_get_begin (session);
  g_autoptr (GDateTime) begin = session->starts != NULL ? g_date_time_new_from_unix_local (starts / G_TIME_SPAN_SECOND) : NULL;
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / G_TIME_SPAN_SECOND);

  if (begin == NULL || g_date_time_get_year (begin) != g_date_time_get_year (today)
      || g_date_time_get_day_of_year (begin) != g_date_time_get_day_of_year (today))
    return NULL;
  /* Translators: an hour of this day such as today 14:00, in strftime's codes */
  return g_date_time_format (begin, _("today %H:%M"));
}

/* “Session 2 · today 14:00 · 9 people” */
static char *
describe_upcoming (const RoundelProgram *program,
                   const RoundelSession *session,
                   gint64                now)
{
  g_autoptr (GArray) circle = roundel_program_list_circle (program, roundel_program_find_circle (program, session->circle));
  g_autofree char *title = roundel_words_session_title (program, session);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", circle->len), circle->len);
  g_autofree char *today = describe_today (session, now);
  g_autofree char *when = today != NULL ? g_strdup (today)
                          : session->starts != NULL ? roundel_words_near (session->starts, now) : g_strdup (_("no date yet"));

  return g_strdup_printf ("%s · %s · %s", title, when, people);
}

static char *
make_caption (const RoundelProgram *program,
              const RoundelSession *session,
              gint64                now)
{
  g_autofree char *today = describe_today (session, now);
  g_autoptr (GString) caption = g_string_new (program_title (program));

  g_string_append_printf (caption, C_("session, of how many", " · Session %u of %u"), session->number,
                          count_sessions (program, session->circle));
  if (today != NULL)
    g_string_append_printf (caption, " · %s", today);
  else if (session->starts != NULL)
    {
      g_autoptr (GDateTime) begin = g_date_time_new_from_unix_local (roundel_session_get_begin (session) / G_TIME_SPAN_SECOND);
      g_autofree char *local = g_date_time_format (begin, "%Y-%m-%dT%H:%M");
      g_autofree char *time = roundel_words_time (local);
      g_autofree char *date = roundel_words_date (local);

      g_string_append_printf (caption, " · %s, %s", time, date);
    }
  if (session->place != NULL)
    g_string_append_printf (caption, " · %s", session->place);
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

/**
 * roundel_upcoming_list:
 * @desk: what the screens work on
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelUpcoming): the next session of each program, the nearest first, no more
 *  than fit on a page; or %NULL
 */
GPtrArray *
roundel_upcoming_list (RoundelDesk  *desk,
                       GError      **error)
{
  gint64 now = roundel_env_now (roundel_desk_get_env (desk));
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), error);
  g_autoptr (GPtrArray) list = NULL;

  if (programs == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (upcoming_free);
  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];
      const RoundelSession *session = roundel_program_find_next (program, now);
      RoundelUpcoming *upcoming;

      if (session == NULL)
        continue;
      upcoming = g_new0 (RoundelUpcoming, 1);
      upcoming->program = g_strdup (program->id);
      upcoming->starts = roundel_session_get_begin (session);
      g_ptr_array_add (list, upcoming);
    }
  g_ptr_array_sort (list, compare_starts);
  if (list->len > MOST_UPCOMING)
    g_ptr_array_set_size (list, MOST_UPCOMING);

  /* only a whole program tells which sessions were held */
  for (guint i = list->len; i-- > 0;)
    {
      RoundelUpcoming *upcoming = list->pdata[i];
      g_autoptr (RoundelProgram) program = roundel_notebook_read_program (roundel_desk_get_notebook (desk),
                                                                          upcoming->program, NULL);
      const RoundelSession *session = program != NULL ? roundel_program_find_next (program, now) : NULL;

      if (session == NULL)
        {
          g_ptr_array_remove_index (list, i);
          continue;
        }
      upcoming->session = g_strdup (session->id);
      upcoming->starts = roundel_session_get_begin (session);
      upcoming->title = g_strdup (program_title (program));
      upcoming->outcome = outcome_number (roundel_outcomes_find (roundel_desk_get_outcomes (desk), program->outcome));
      upcoming->subtitle = describe_upcoming (program, session, now);
    }
  g_ptr_array_sort (list, compare_starts);
  return g_steal_pointer (&list);
}

/* What the program knows of those who meet: who reports to whom, who has been with whom, who is owed a case, who had which
 * role, and which challenges were kept. */
static void
add_program (RoundelMeeting       *self,
             const RoundelProgram *program,
             const RoundelOutcome *outcome)
{
  const RoundelSession *session = self->session != NULL ? roundel_program_find_session (program, self->session) : NULL;
  const RoundelSessionRecord *last = session != NULL ? find_last_record (program, session) : NULL;
  guint room = self->members->len + ROUNDEL_MEETING_GUESTS;

  self->apart = outcome == NULL || outcome->reporting_lines_conflict;
  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelMember *known = roundel_program_find_member (program, ((RoundelMember *) self->members->pdata[i])->id);

      if (known == NULL)
        continue;
      roundel_member_free (self->members->pdata[i]);
      self->members->pdata[i] = roundel_member_copy (known);
    }
  g_clear_pointer (&self->ledger, roundel_ledger_free);
  g_clear_pointer (&self->together, roundel_together_free);
  g_clear_pointer (&self->roles, roundel_roles_free);
  self->ledger = roundel_ledger_new (room);
  self->together = roundel_together_new (room);
  self->roles = roundel_roles_new (room);
  for (guint s = 0; s < program->sessions->len; s++)
    for (guint r = 0; r < program->records->len; r++)
      {
        const RoundelSessionRecord *record = program->records->pdata[r];

        if (g_strcmp0 (record->session, ((RoundelSession *) program->sessions->pdata[s])->id) == 0)
          add_history (self, record, s + 1);
      }
  if (last != NULL)
    {
      self->promises = last->promises;
      copy_kept (self, last);
    }
}

/**
 * roundel_meeting_prepare:
 * @program: a whole program
 * @session: one of its sessions
 * @outcome: (nullable): its outcome
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): the meeting of the circle of @session, everybody on the way
 */
RoundelMeeting *
roundel_meeting_prepare (const RoundelProgram *program,
                         const RoundelSession *session,
                         const RoundelOutcome *outcome,
                         gint64                now)
{
  g_autofree char *title = roundel_words_session_title (program, session);
  RoundelMeeting *meeting = roundel_meeting_new (title, session->seconds);
  g_autoptr (GArray) circle = roundel_program_list_circle (program, roundel_program_find_circle (program, session->circle));
  gint64 starts = roundel_session_get_begin (session);

  meeting->program = g_strdup (program->id);
  meeting->circle = g_strdup (session->circle);
  meeting->session = g_strdup (session->id);
  meeting->caption = make_caption (program, session, now);
  meeting->outcome = outcome_number (outcome);
  meeting->starts = starts != G_MAXINT64 ? starts : 0;
  meeting->seed = g_str_hash (session->id);
  g_ptr_array_unref (meeting->outline);
  meeting->outline = roundel_outline_copy (session->outline);
  for (guint i = 0; i < circle->len; i++)
    roundel_meeting_add (meeting, roundel_member_copy (program->members->pdata[g_array_index (circle, guint, i)]),
                         ROUNDEL_PRESENCE_EXPECTED);
  add_program (meeting, program, outcome);
  set_leader (meeting, program, session, find_last_record (program, session));
  add_charter (meeting, program, session);
  add_advice (meeting, program, session);
  return meeting;
}

/* The program in which somebody is my partner, the newest first; NULL when there is none. */
static RoundelProgram *
find_my_program (RoundelDesk          *desk,
                 const char * const  **partners,
                 GError              **error)
{
  RoundelJournal *journal = roundel_desk_get_journal (desk, error);
  g_autoptr (GPtrArray) programs = journal != NULL ? roundel_notebook_list_programs (roundel_desk_get_notebook (desk), error)
                                                   : NULL;

  for (guint i = programs != NULL ? programs->len : 0; i-- > 0;)
    {
      const char *id = ((RoundelProgram *) programs->pdata[i])->id;
      g_autofree char *me = roundel_journal_get_me (journal, id, NULL);
      g_autoptr (RoundelProgram) program = me != NULL
                                           ? roundel_notebook_read_program (roundel_desk_get_notebook (desk), id, NULL) : NULL;

      *partners = program != NULL ? roundel_week_find_partners (program, me) : NULL;
      if (*partners != NULL)
        return g_steal_pointer (&program);
    }
  return NULL;
}

/* How long the partners said they would meet. */
static guint
find_partner_minutes (RoundelDesk *desk)
{
  gint64 now = roundel_env_now (roundel_desk_get_env (desk)) / G_USEC_PER_SEC;
  RoundelJournal *journal = roundel_desk_get_journal (desk, NULL);
  g_autoptr (GPtrArray) meetings = journal != NULL ? roundel_journal_list_partner_meetings (journal, NULL) : NULL;
  const RoundelPartnerMeeting *meeting = roundel_partner_meetings_find_due (meetings, now);

  return meeting != NULL ? meeting->minutes : ROUNDEL_PARTNER_MEETING_MINUTES;
}

/**
 * roundel_meeting_prepare_partners:
 * @desk: what the screens work on
 *
 * A meeting of partners, as long as it is planned in the journal. It belongs to no program, so that nothing of it is kept
 * where others read it.
 *
 * Returns: (transfer full): the meeting, with the names of my partners where they are known
 */
RoundelMeeting *
roundel_meeting_prepare_partners (RoundelDesk *desk)
{
  const char * const *partners = NULL;
  g_autoptr (RoundelProgram) program = find_my_program (desk, &partners, NULL);
  RoundelMeeting *meeting = roundel_meeting_new_partners (_("Partner meeting"), partners != NULL ? g_strv_length ((char **) partners) : 2,
                                                          find_partner_minutes (desk) * 60);

  if (program != NULL)
    meeting->caption = g_strdup (program_title (program));
  for (guint i = 0; partners != NULL && i < meeting->members->len; i++)
    {
      const RoundelMember *partner = roundel_program_find_member (program, partners[i]);
      RoundelMember *member = meeting->members->pdata[i];

      if (partner != NULL && partner->name != NULL)
        {
          g_free (member->name);
          member->name = g_strdup (partner->name);
        }
    }
  return meeting;
}

/**
 * roundel_meeting_find:
 * @desk: what the screens work on
 * @session: id of a session
 * @error: return location
 *
 * Returns: (transfer full): the meeting, ready for the lobby, or %NULL
 */
RoundelMeeting *
roundel_meeting_find (RoundelDesk  *desk,
                      const char   *session,
                      GError      **error)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, error);

  for (guint i = 0; programs != NULL && i < programs->len; i++)
    {
      const RoundelProgram *sketch = programs->pdata[i];
      g_autoptr (RoundelProgram) program = NULL;

      if (roundel_program_find_session (sketch, session) == NULL)
        continue;
      program = roundel_notebook_read_program (notebook, sketch->id, error);
      return program != NULL ? roundel_meeting_prepare (program, roundel_program_find_session (program, session),
                                                        roundel_outcomes_find (roundel_desk_get_outcomes (desk),
                                                                               program->outcome),
                                                        roundel_env_now (roundel_desk_get_env (desk))) : NULL;
    }
  if (programs != NULL)
    g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("This session is not here any more."));
  return NULL;
}

/**
 * roundel_meeting_recall:
 * @self: a meeting that is resumed
 * @desk: what the screens work on
 *
 * Brings back what its text does not have, so that a plan made anew follows the ledger, the roles, the groups before and
 * the reporting lines as the first one did.
 */
void
roundel_meeting_recall (RoundelMeeting *self,
                        RoundelDesk    *desk)
{
  g_autoptr (RoundelProgram) program = self->program != NULL
                                       ? roundel_notebook_read_program (roundel_desk_get_notebook (desk), self->program, NULL)
                                       : NULL;

  if (program != NULL)
    add_program (self, program, roundel_outcomes_find (roundel_desk_get_outcomes (desk), program->outcome));
}
