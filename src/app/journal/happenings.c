/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/happenings.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/day.h"
#include "app/journal/practice-dots.h"
#include "app/widgets/outcome.h"
#include "core/when.h"
#include "store/journal/me.h"
#include "store/journal/partner-meeting.h"
#include "store/programs.h"

#define MOST 6 /* lines between two pages; a list of pages is what it stays */

/* What is read of the notebook and the journal to tell what happened. */
typedef struct
{
  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *programs;
  GPtrArray *commitments;
  GArray *timeline;
} Reading;

static const RoundelCommitment *
find_commitment (const Reading *reading,
                 const char    *id)
{
  for (guint i = 0; reading->commitments != NULL && i < reading->commitments->len; i++)
    if (g_str_equal (((RoundelCommitment *) reading->commitments->pdata[i])->id, id))
      return reading->commitments->pdata[i];
  return NULL;
}

static void
add (const Reading        *reading,
     gint64                at,
     RoundelHappeningKind  kind,
     RoundelPracticeResult result,
     const char           *program,
     char                 *text)
{
  RoundelHappening happening = { at, kind, result, roundel_about_outcome (reading->desk, reading->programs, program), text };

  g_array_append_val (reading->timeline, happening);
}

/* Whether its owner takes part: has said so, or promised something there, or there is no other. */
static gboolean
is_mine (const Reading *reading,
         const char    *program)
{
  g_autofree char *me = NULL;

  if (reading->programs->len == 1)
    return TRUE;
  for (guint i = 0; reading->commitments != NULL && i < reading->commitments->len; i++)
    if (g_strcmp0 (((RoundelCommitment *) reading->commitments->pdata[i])->program, program) == 0)
      return TRUE;
  me = roundel_journal_get_me (reading->journal, program, NULL);
  return me != NULL;
}

static void
add_sessions (const Reading *reading,
              gint64         now)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  g_autoptr (GArray) whens = NULL;

  for (guint i = 0; reading->programs != NULL && i < reading->programs->len; i++)
    {
      const char *id = ((RoundelProgram *) reading->programs->pdata[i])->id;
      RoundelProgram *program = is_mine (reading, id)
                                  ? roundel_notebook_read_program (roundel_desk_get_notebook (reading->desk), id, NULL) : NULL;

      if (program != NULL)
        g_ptr_array_add (mine, program);
    }
  whens = roundel_when_list (mine);
  for (guint i = 0; i < whens->len; i++)
    {
      const RoundelWhen *when = &g_array_index (whens, RoundelWhen, i);

      if (when->begin <= now)
        add (reading, when->begin, ROUNDEL_HAPPENING_SESSION, 0, when->program->id,
             when->session->title != NULL
               ? g_strdup_printf (_("Session %u, %s"), when->session->number, when->session->title)
               : g_strdup_printf (_("Session %u"), when->session->number));
    }
}

static void
add_practices (const Reading *reading)
{
  g_autoptr (GPtrArray) practices = roundel_journal_list_practices (reading->journal, NULL, NULL);

  for (guint i = 0; practices != NULL && i < practices->len; i++)
    {
      const RoundelPractice *practice = practices->pdata[i];
      const RoundelCommitment *commitment = find_commitment (reading, practice->commitment);

      if (commitment != NULL)
        add (reading, g_date_time_to_unix (practice->at), ROUNDEL_HAPPENING_PRACTICE, practice->result, commitment->program,
             g_strdup_printf (practice->helper ? _("Helped: %s") : _("Tried: %s"), commitment->text));
    }
}

static void
add_meetings (const Reading *reading)
{
  g_autoptr (GPtrArray) meetings = roundel_journal_list_partner_meetings (reading->journal, NULL);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const RoundelPartnerMeeting *meeting = meetings->pdata[i];

      if (meeting->held)
        add (reading, g_date_time_to_unix (meeting->at), ROUNDEL_HAPPENING_MEETING, 0, meeting->program,
             g_strdup_printf (_("Met %s, %u min"), meeting->with != NULL ? meeting->with : _("your partner"), meeting->minutes));
    }
}

/**
 * roundel_happenings_read:
 * @desk: where the sessions are
 * @journal: where the practices and the meetings with the partner are
 *
 * Returns: (transfer full) (element-type RoundelHappening): what happened until now, the latest first
 */
GArray *
roundel_happenings_read (RoundelDesk    *desk,
                         RoundelJournal *journal)
{
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), NULL);
  g_autoptr (GPtrArray) commitments = roundel_journal_list_commitments (journal, NULL);
  const Reading reading = { desk, journal, programs, commitments, roundel_timeline_new () };

  add_sessions (&reading, roundel_env_now (roundel_desk_get_env (desk)) / G_USEC_PER_SEC);
  add_practices (&reading);
  add_meetings (&reading);
  roundel_timeline_sort (reading.timeline);
  return reading.timeline;
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_sign (const RoundelHappening *happening)
{
  GtkWidget *sign;

  if (happening->kind == ROUNDEL_HAPPENING_PRACTICE)
    {
      g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));

      g_array_append_val (results, happening->result);
      sign = roundel_practice_dots_new ();
      roundel_practice_dots_set (ROUNDEL_PRACTICE_DOTS (sign), results);
      gtk_widget_set_margin_start (sign, 3);
      gtk_widget_set_margin_end (sign, 3);
    }
  else
    {
      sign = gtk_image_new_from_icon_name (happening->kind == ROUNDEL_HAPPENING_SESSION ? "org.roundel.Roundel-symbolic"
                                                                                        : "roundel-outcome-9-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      happening->kind == ROUNDEL_HAPPENING_SESSION ? _("Session") : _("Partner meeting"), -1);
    }
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  return sign;
}

static void
add_line (GtkBox                 *box,
          const RoundelHappening *happening,
          GTimeZone              *zone)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *text = new_label (happening->text, "note");
  g_autofree char *time = roundel_day_dup_time (happening->at, zone);
  GtkWidget *sign = new_sign (happening);

  gtk_widget_add_css_class (line, "happening");
  gtk_widget_add_css_class (sign, "outcome-text");
  gtk_widget_set_hexpand (text, TRUE);
  roundel_outcome_dress (sign, happening->outcome);
  gtk_widget_set_tooltip_text (text, happening->text);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), new_label (time, "note"));
  gtk_box_append (box, line);
}

/**
 * roundel_happenings_fill:
 * @box: a box, whose children go
 * @timeline: (nullable) (element-type RoundelHappening): the latest first; %NULL to show none
 * @after: the moment of the page below, seconds since 1970
 * @until: the moment of the page above
 * @above: (inout): the moment of what stands above the box, 0 for nothing; then of the last line in it
 * @now: the present moment
 *
 * A line for each, and a heading where a day begins.
 */
void
roundel_happenings_fill (GtkBox       *box,
                         const GArray *timeline,
                         gint64        after,
                         gint64        until,
                         gint64       *above,
                         gint64        now)
{
  g_autoptr (GTimeZone) zone = NULL;
  guint first = 0;
  guint n = timeline != NULL ? roundel_timeline_between (timeline, after, until, &first) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
  if (n == 0)
    return;
  zone = g_time_zone_new_local ();
  for (guint i = 0; i < MIN (n, MOST); i++)
    {
      const RoundelHappening *happening = &g_array_index (timeline, RoundelHappening, first + i);

      if (*above == 0 || !roundel_same_day (happening->at, *above, zone))
        {
          g_autofree char *day = roundel_day_dup_name (happening->at, now, zone);

          gtk_box_append (box, new_label (day, "day"));
        }
      add_line (box, happening, zone);
      *above = happening->at;
    }
  if (n > MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST), n - MOST);
      GtkWidget *label = new_label (more, "note");

      gtk_widget_add_css_class (label, "happening");
      gtk_box_append (box, label);
    }
}
