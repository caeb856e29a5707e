/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/partner.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"
#include "app/widgets/program-words.h"
#include "core/week.h"

/* The names of those who are in one's pair or trio, as far as they have any. */
static GPtrArray *
list_names (const RoundelProgram *program,
            const char           *me)
{
  const char * const *partners = roundel_week_find_partners (program, me);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; partners != NULL && i < program->members->len; i++)
    {
      const RoundelMember *member = program->members->pdata[i];

      if (member->name != NULL && !g_str_equal (member->id, me) && g_strv_contains (partners, member->id))
        g_ptr_array_add (names, roundel_words_name (program, i));
    }
  return names;
}

/**
 * roundel_partner_dup_names:
 * @program: a program
 * @me: (nullable): id of a member
 *
 * Returns: (transfer full) (nullable): the name of the member's partner, or of both in a trio; %NULL while none is known
 */
char *
roundel_partner_dup_names (const RoundelProgram *program,
                           const char           *me)
{
  g_autoptr (GPtrArray) names = list_names (program, me);

  if (names->len == 0)
    return NULL;
  if (names->len == 1)
    return g_strdup (names->pdata[0]);
  /* Translators: the partners of somebody: Eitan and Ingrid */
  return g_strdup_printf (_("%s and %s"), (char *) names->pdata[0], (char *) names->pdata[1]);
}

/**
 * roundel_partner_dup_title:
 * @program: a program
 * @me: (nullable): id of a member
 *
 * Returns: (transfer full) (nullable): the member and the partner, or both in a trio, as a title; %NULL while none is known
 */
char *
roundel_partner_dup_title (const RoundelProgram *program,
                           const char           *me)
{
  g_autoptr (GPtrArray) names = list_names (program, me);

  if (names->len == 0)
    return NULL;
  if (names->len == 1)
    return g_strdup_printf (_("You and %s"), (char *) names->pdata[0]);
  /* Translators: the three of a trio: You, Eitan and Ingrid */
  return g_strdup_printf (_("You, %s and %s"), (char *) names->pdata[0], (char *) names->pdata[1]);
}

/**
 * roundel_partner_find_open:
 * @meetings: (nullable) (element-type RoundelPartnerMeeting): the latest first
 *
 * Returns: (transfer none) (nullable): the first of those that are planned, or of which nothing was noted yet
 */
const RoundelPartnerMeeting *
roundel_partner_find_open (const GPtrArray *meetings)
{
  for (guint i = meetings != NULL ? meetings->len : 0; i-- > 0;)
    if (!((RoundelPartnerMeeting *) meetings->pdata[i])->held)
      return meetings->pdata[i];
  return NULL;
}

/**
 * roundel_partner_dup_when:
 * @meeting: a meeting
 * @now: seconds since 1970
 *
 * Returns: (transfer full): its day and time, in words
 */
char *
roundel_partner_dup_when (const RoundelPartnerMeeting *meeting,
                          gint64                       now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 at = g_date_time_to_unix (meeting->at);
  g_autofree char *day = roundel_day_dup_date (at, now, zone);
  g_autofree char *time = roundel_day_dup_time (at, zone);

  return g_strdup_printf ("%s, %s", day, time);
}

/**
 * roundel_partner_meet:
 * @widget: a widget in the window
 * @journal: where the meeting waits for what was taken away from it
 * @program: (nullable): id of the program whose partner it is
 * @with: (nullable): name of the partner
 * @error: return location
 *
 * Begins a meeting: its two halves run on the page that runs sessions.
 *
 * Returns: whether it begins
 */
gboolean
roundel_partner_meet (GtkWidget       *widget,
                      RoundelJournal  *journal,
                      const char      *program,
                      const char      *with,
                      GError         **error)
{
  gint64 now = roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) meetings = roundel_journal_list_partner_meetings (journal, error);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (now);
  const RoundelPartnerMeeting meeting = { .program = program, .with = with, .at = at };

  if (meetings == NULL)
    return FALSE;
  if (roundel_partner_meetings_find_due (meetings, now) == NULL
      && !roundel_journal_put_partner_meeting (journal, &meeting, NULL, error))
    return FALSE;
  gtk_widget_activate_action (widget, "win.meet-partner", NULL);
  return TRUE;
}
