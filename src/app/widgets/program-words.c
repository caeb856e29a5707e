/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/program-words.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-stage.h"
#include "core/agreement.h"
#include "core/schedule.h"

static GDateTime *
read_local (const char *local)
{
  return roundel_local_time_resolve (local, "UTC", 0, NULL);
}

static char *
format_local (const char *local,
              const char *format)
{
  g_autoptr (GDateTime) time = read_local (local);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * roundel_words_date:
 * @local: a local time
 *
 * Returns: (transfer full): “14 January 2027”
 */
char *
roundel_words_date (const char *local)
{
  /* Translators: a date such as 14 January 2027, in strftime's codes */
  return format_local (local, _("%-d %B %Y"));
}

/**
 * roundel_words_day:
 * @day: such as `2027-01-14`
 *
 * Returns: (transfer full): “14 January 2027”; what is no day stays as somebody wrote it
 */
char *
roundel_words_day (const char *day)
{
  g_autofree char *local = g_strconcat (day, "T00:00", NULL);

  return roundel_local_time_is_valid (local) ? roundel_words_date (local) : g_strdup (day);
}

/**
 * roundel_words_short_date:
 * @local: a local time
 *
 * Returns: (transfer full): “14 Jan”
 */
char *
roundel_words_short_date (const char *local)
{
  /* Translators: a short date such as 14 Jan, in strftime's codes */
  return format_local (local, _("%-d %b"));
}

/**
 * roundel_words_time:
 * @local: a local time
 *
 * Returns: (transfer full): “Thursday 15:00”
 */
char *
roundel_words_time (const char *local)
{
  /* Translators: a weekday and an hour such as Thursday 15:00, in strftime's codes */
  return format_local (local, _("%A %H:%M"));
}

/**
 * roundel_words_near:
 * @local: a local time
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): “Thursday, 15:00” within a week, “27 January” within a year, else with the year
 */
char *
roundel_words_near (const char *local,
                    gint64      now)
{
  g_autoptr (GDateTime) time = read_local (local);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_utc (now / G_TIME_SPAN_SECOND);
  GTimeSpan span = time != NULL ? g_date_time_difference (time, today) : 0;

  if (span >= 0 && span < 6 * G_TIME_SPAN_DAY)
    /* Translators: a weekday and an hour such as Thursday, 15:00, in strftime's codes */
    return format_local (local, _("%A, %H:%M"));
  if (ABS (span) < 300 * G_TIME_SPAN_DAY)
    /* Translators: a date such as 27 January, in strftime's codes */
    return format_local (local, _("%-d %B"));
  return roundel_words_date (local);
}

/* Those in a circle, where there is one: who has left is still known by name. */
static guint
count_seats (const RoundelProgram *program,
             guint                *named)
{
  guint n = 0;

  *named = 0;
  for (guint i = 0; i < program->members->len; i++)
    {
      const RoundelMember *member = program->members->pdata[i];
      gboolean seated = program->circles->len == 0;

      for (guint c = 0; c < program->circles->len && !seated; c++)
        seated = g_strv_contains ((const char *const *) ((RoundelCircle *) program->circles->pdata[c])->members, member->id);
      n += seated;
      *named += seated && member->name != NULL && *member->name != '\0';
    }
  return n;
}

/**
 * roundel_words_people:
 * @program: a program
 *
 * Returns: (transfer full): “9 members”, “14 members, 3 circles”, “9 seats, no names yet”
 */
char *
roundel_words_people (const RoundelProgram *program)
{
  guint named;
  guint n = count_seats (program, &named);
  g_autofree char *people = NULL;
  g_autofree char *circles = NULL;

  if (named == n)
    people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member", "%u members", n), n);
  else if (named == 0)
    people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u seat, no name yet", "%u seats, no names yet", n), n);
  else
    people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u seat has a name", "%u of %u seats have names", n),
                              named, n);
  if (program->circles->len < 2)
    return g_steal_pointer (&people);
  circles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u circle", "%u circles", program->circles->len),
                             program->circles->len);
  return g_strdup_printf ("%s · %s", people, circles);
}

static const char *
get_mode_name (RoundelMode mode)
{
  const char *names[] = { N_("in person"), N_("online"), N_("in person and online") };

  return _(names[mode]);
}

/* The sessions of the first circle stand for those of the others. */
static GPtrArray *
list_first_circle (const RoundelProgram *program)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; i < program->sessions->len; i++)
    if (g_strcmp0 (((RoundelSession *) program->sessions->pdata[i])->circle,
                   ((RoundelSession *) program->sessions->pdata[0])->circle) == 0)
      g_ptr_array_add (sessions, program->sessions->pdata[i]);
  return sessions;
}

static gboolean
same_hour (const GPtrArray *sessions)
{
  g_autofree char *first = roundel_words_time (((RoundelSession *) sessions->pdata[0])->starts);

  for (guint i = 0; i < sessions->len; i++)
    {
      const RoundelSession *session = sessions->pdata[i];
      g_autofree char *time = roundel_words_time (session->starts);

      if (session->starts == NULL || g_strcmp0 (time, first) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * roundel_words_meetings:
 * @program: a program
 *
 * Returns: (transfer full): “4 sessions, Thursday 15:00, in person”
 */
char *
roundel_words_meetings (const RoundelProgram *program)
{
  g_autoptr (GPtrArray) sessions = list_first_circle (program);
  guint n = sessions->len;
  const RoundelSession *first = n > 0 ? sessions->pdata[0] : NULL;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", n), n);
  g_autofree char *time = NULL;

  if (first == NULL)
    return g_strdup (_("no sessions yet"));
  if (!same_hour (sessions))
    return g_strdup_printf ("%s, %s", count, get_mode_name (first->mode));
  time = roundel_words_time (first->starts);
  return g_strdup_printf ("%s, %s, %s", count, time, get_mode_name (first->mode));
}

/**
 * roundel_words_effort:
 * @program: a program
 *
 * Returns: (transfer full): the time in sessions that each member gives, “4 hours each”
 */
char *
roundel_words_effort (const RoundelProgram *program)
{
  g_autoptr (GPtrArray) sessions = list_first_circle (program);
  guint seconds = 0;
  g_autofree char *hours = NULL;

  for (guint i = 0; i < sessions->len; i++)
    seconds += ((RoundelSession *) sessions->pdata[i])->seconds;
  hours = roundel_duration_describe (seconds);
  /* Translators: hours for each member */
  return g_strdup_printf (_("%s each"), hours);
}

/**
 * roundel_words_cost:
 * @program: a program
 *
 * Returns: (transfer full): “35 hours each, 315 hours in all”: what the sessions cost in working time
 */
char *
roundel_words_cost (const RoundelProgram *program)
{
  g_autofree char *each = roundel_words_effort (program);
  g_autofree char *all = NULL;
  guint seconds = 0;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autoptr (GArray) members = roundel_program_list_circle (program, roundel_program_find_circle (program, session->circle));

      seconds += members->len * session->seconds;
    }
  all = roundel_duration_describe (seconds);
  /* Translators: “35 hours each”, and hours of all members together */
  return g_strdup_printf (_("%s, %s in all"), each, all);
}

/* Its number among those of its circle: a list of programs knows no circles, by which the sessions are put in order. */
static guint
find_number (const RoundelProgram *program,
             const RoundelSession *session)
{
  guint number = 1;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *other = program->sessions->pdata[i];

      number += g_strcmp0 (other->circle, session->circle) == 0 && g_strcmp0 (other->starts, session->starts) < 0;
    }
  return number;
}

/**
 * roundel_words_summary:
 * @program: a program
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): the one line that a list has room for: “Session 2 on Thursday, 15:00”
 */
char *
roundel_words_summary (const RoundelProgram *program,
                       gint64                now)
{
  const RoundelSession *next = roundel_program_find_next (program, now);
  const RoundelSession *last = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *when = NULL;

  if (program->sessions->len == 0)
    return g_strdup (_("No sessions yet"));
  if (next != NULL && next->starts == NULL)
    return g_strdup (_("No dates yet"));
  if (next != NULL)
    {
      when = roundel_words_near (next->starts, now);
      if (roundel_program_get_stage (program, now) == ROUNDEL_STAGE_PREPARATION)
        return g_strdup_printf (_("Starts %s"), when);
      return g_strdup_printf (_("Session %u on %s"), find_number (program, next), when);
    }
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      if (session->starts != NULL && (last == NULL || g_strcmp0 (session->starts, last->starts) > 0))
        last = session;
    }
  if (last == NULL)
    return g_strdup (_("All sessions are over"));
  when = roundel_words_near (last->starts, now);
  sessions = list_first_circle (program);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session · ended %s", "%u sessions · ended %s", sessions->len),
                          sessions->len, when);
}

/**
 * roundel_words_session_title:
 * @program: a program
 * @session: one of its sessions
 *
 * Returns: (transfer full): its title, or “Session 2”, with the circle where there are several
 */
char *
roundel_words_session_title (const RoundelProgram *program,
                             const RoundelSession *session)
{
  const RoundelCircle *circle = program->circles->len > 1 ? roundel_program_find_circle (program, session->circle) : NULL;
  g_autofree char *title = session->title != NULL ? g_strdup (session->title)
                                                  : g_strdup_printf (_("Session %u"), session->number);

  if (circle == NULL || circle->name == NULL)
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s · %s", title, circle->name);
}

static char *
first_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);

  return g_strdup (words[0] != NULL ? words[0] : "");
}

/**
 * roundel_words_name:
 * @program: a program
 * @member: index of a member
 *
 * Returns: (transfer full): the first name, or the whole one where two share the first; “seat 3” without a name
 */
char *
roundel_words_name (const RoundelProgram *program,
                    guint                 member)
{
  const char *name = ((RoundelMember *) program->members->pdata[member])->name;
  g_autofree char *first = NULL;

  if (name == NULL || *name == '\0')
    return roundel_members_dup_label (program->members, member);
  first = first_name (name);
  for (guint i = 0; i < program->members->len; i++)
    {
      const char *other = ((RoundelMember *) program->members->pdata[i])->name;
      g_autofree char *others = i != member && other != NULL ? first_name (other) : NULL;

      if (g_strcmp0 (first, others) == 0)
        return g_strdup (name);
    }
  return g_steal_pointer (&first);
}

/**
 * roundel_reason_get_name:
 * @reason: one of the seven
 *
 * Returns: its name in the reader's language (002)
 */
const char *
roundel_reason_get_name (RoundelReason reason)
{
  const char *names[ROUNDEL_N_REASONS] = {
    N_("Equality"),
    N_("Topic of mutual concern"),
    N_("Structure"),
    N_("Knowledge"),
    N_("Application"),
    N_("Psychological safety"),
    N_("Support and freedom"),
  };

  return _(names[reason]);
}

/**
 * roundel_words_status:
 * @readiness: how it stands with one reason
 *
 * Returns: (transfer full): “met”, “2 open”, “1 to settle”, “later”
 */
char *
roundel_words_status (const RoundelReadiness *readiness)
{
  guint n[ROUNDEL_STATUS_FAILED + 1] = { 0 };

  for (guint i = 0; i < readiness->checks->len; i++)
    n[((RoundelCheck *) readiness->checks->pdata[i])->status]++;
  switch (readiness->status)
    {
    case ROUNDEL_STATUS_FAILED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to settle", "%u to settle", n[ROUNDEL_STATUS_FAILED]),
                              n[ROUNDEL_STATUS_FAILED]);
    case ROUNDEL_STATUS_OPEN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", n[ROUNDEL_STATUS_OPEN]),
                              n[ROUNDEL_STATUS_OPEN]);
    case ROUNDEL_STATUS_LATER: return g_strdup (_("later"));
    case ROUNDEL_STATUS_MET:
    default: return g_strdup (_("met"));
    }
}

/**
 * roundel_readiness_count:
 * @readiness: (element-type RoundelReadiness): the seven reasons
 *
 * Returns: how many are met
 */
guint
roundel_readiness_count (const GPtrArray *readiness)
{
  guint met = 0;

  for (guint i = 0; i < readiness->len; i++)
    met += ((RoundelReadiness *) readiness->pdata[i])->status == ROUNDEL_STATUS_MET;
  return met;
}

/**
 * roundel_words_circle:
 * @program: a program
 * @circle: one of its circles
 *
 * Returns: (transfer full): what it is called, “Circle 2” if nothing else
 */
char *
roundel_words_circle (const RoundelProgram *program,
                      const RoundelCircle  *circle)
{
  guint index = 0;

  g_ptr_array_find (program->circles, circle, &index);
  return roundel_program_dup_circle_name (program, index);
}

/* Who leads is a member, or somebody from outside. */
static char *
dup_leader (const RoundelProgram *program,
            const RoundelCircle  *circle)
{
  RoundelMember *member = roundel_program_find_member (program, circle->facilitator);
  guint index;

  return member != NULL && g_ptr_array_find (program->members, member, &index) ? roundel_words_name (program, index)
                                                                              : g_strdup (circle->facilitator);
}

/* The number of the session in which the members take over; 0 for none. */
static guint
find_handover (const RoundelProgram *program)
{
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      for (guint k = 0; k < session->outline->len; k++)
        if (g_strcmp0 (((RoundelOutlinePart *) session->outline->pdata[k])->format, "handover") == 0)
          return session->number;
    }
  return 0;
}

/**
 * roundel_words_leading:
 * @program: a program
 *
 * Returns: (transfer full): who leads, how it is meant to be, and when the members take over (D7); empty when nothing is
 *   known
 */
char *
roundel_words_leading (const RoundelProgram *program)
{
  GString *words = g_string_new (NULL);
  guint handover = find_handover (program);

  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];
      g_autofree char *leader = circle->facilitator != NULL ? dup_leader (program, circle) : NULL;
      g_autofree char *name = roundel_words_circle (program, circle);

      if (leader != NULL && program->circles->len == 1)
        g_string_append_printf (words, _("Led by %s. "), leader);
      else if (leader != NULL)
        /* Translators: the name of a circle, and who leads it */
        g_string_append_printf (words, _("%s: led by %s. "), name, leader);
    }
  g_string_append (words, program->facilitation != NULL ? program->facilitation : "");
  if (handover > 0)
    g_string_append_printf (words, _(" In session %u the members take over."), handover);
  return g_strstrip (g_string_free (words, FALSE));
}

/**
 * roundel_words_logistics:
 * @program: a program
 *
 * Returns: (transfer full) (nullable): who takes care of date, room and reminder (D7), if that is known
 */
char *
roundel_words_logistics (const RoundelProgram *program)
{
  const RoundelReadinessNote *note = roundel_program_find_answer (program, "logistics");

  return note != NULL && note->evidence != NULL ? g_strdup_printf (_("Date, room and reminder: %s"), note->evidence) : NULL;
}
