/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/closing-page.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/run/tasks.h"
#include "app/widgets/plain-row.h"

/* After the last round: planned against used, part by part, and who was there. */
struct _RoundelClosingPage
{
  AdwBin parent_instance;

  GtkLabel *caption;
  GtkLabel *summary;
  GtkLabel *note;
  GtkListBox *tasks;
  GtkListBox *parts;
  GtkWidget *done;
  GtkWidget *found;

  RoundelDesk *desk;
  RoundelLive *live;
  const RoundelPad *pad; /* not owned */
};

G_DEFINE_FINAL_TYPE (RoundelClosingPage, roundel_closing_page, ADW_TYPE_BIN)

static char *
describe_end (RoundelLive *live)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  guint here = roundel_meeting_count (meeting, ROUNDEL_PRESENCE_HERE);
  int late = roundel_live_minutes_late (view);
  g_autofree char *clock = roundel_text_end (view->ends);
  g_autofree char *came = g_strdup_printf (ngettext ("%u of %u was here.", "%u of %u were here.", here), here,
                                           meeting->members->len);
  g_autofree char *end = NULL;

  if (late > 0)
    end = g_strdup_printf (ngettext ("It ended at %s, %d minute late.", "It ended at %s, %d minutes late.", (gulong) late),
                           clock, late);
  else if (late < 0)
    end = g_strdup_printf (ngettext ("It ended at %s, %d minute early.", "It ended at %s, %d minutes early.",
                                     (gulong) -late), clock, -late);
  else
    end = g_strdup_printf (_("It ended at %s, on time."), clock);
  return g_strdup_printf ("%s %s", end, came);
}

static void
add_part (RoundelClosingPage *self,
          const char         *title,
          gint64              planned,
          gint64              used)
{
  g_autofree char *from = roundel_text_minutes (planned / G_TIME_SPAN_SECOND);
  g_autofree char *to = roundel_text_minutes (used / G_TIME_SPAN_SECOND);
  g_autofree char *text = used > 0 ? g_strdup_printf (_("%s of %s min"), to, from) : g_strdup (_("left out"));
  GtkWidget *row = roundel_plain_row_new (title, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, used > planned + G_TIME_SPAN_MINUTE ? "late-text" : "dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->parts, row);
}

static const char *
describe_note (RoundelLive *live)
{
  if (roundel_live_is_rehearsal (live))
    return _("It was a rehearsal: nothing of it is kept.");
  if (roundel_meeting_is_of_partners (roundel_live_get_meeting (live)))
    return _("Nothing of it is kept here. What each of you takes away belongs into your journal, which Done opens.");
  if (roundel_live_get_meeting (live)->program == NULL)
    return _("It was a quick session: with Done it is forgotten. It can become the first session of a program.");
  return _("Done keeps who was here, who had a case, who sat together, how long each part took, the harvest, how many promises "
           "there are, and the sums of the slips. How long anybody spoke is kept nowhere.");
}

static void
add_task (RoundelClosingPage *self,
          const char         *task)
{
  g_autofree char *state = roundel_task_state (task, self->desk, self->live, self->pad);
  GtkWidget *row = roundel_plain_row_new (roundel_task_label (task), NULL);
  GtkWidget *label = gtk_label_new (state);

  gtk_widget_add_css_class (label, "dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  roundel_plain_row_leads (row, "run.task", g_variant_new_string (task));
  gtk_list_box_append (self->tasks, row);
}

/* Whoever leads has made one, too, and its words belong into nobody's file but theirs. */
static void
add_own_promise (RoundelClosingPage   *self,
                 const RoundelMeeting *meeting)
{
  GtkWidget *row;

  if (roundel_live_is_rehearsal (self->live) || meeting->program == NULL || meeting->session == NULL)
    return;
  row = roundel_plain_row_new (_("Your own promise"), _("Into your journal, which only you can read"));
  roundel_plain_row_leads (row, "win.keep-promise", g_variant_new ("(ss)", meeting->program, meeting->session));
  gtk_list_box_append (self->tasks, row);
}

static void
show_tasks (RoundelClosingPage *self)
{
  gboolean any = self->live != NULL && self->pad != NULL && !roundel_meeting_is_of_partners (roundel_live_get_meeting (self->live));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->tasks))) != NULL)
    gtk_list_box_remove (self->tasks, row);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), any);
  if (!any)
    return;
  add_task (self, ROUNDEL_TASK_HARVEST);
  add_task (self, ROUNDEL_TASK_PROMISES);
  add_task (self, ROUNDEL_TASK_SLIPS);
  if (self->pad->challenges->len > 0)
    add_task (self, ROUNDEL_TASK_CHALLENGES);
  add_own_promise (self, roundel_live_get_meeting (self->live));
}

static void
roundel_closing_page_map (GtkWidget *widget)
{
  show_tasks (ROUNDEL_CLOSING_PAGE (widget));
  GTK_WIDGET_CLASS (roundel_closing_page_parent_class)->map (widget);
}

static void
roundel_closing_page_dispose (GObject *object)
{
  RoundelClosingPage *self = ROUNDEL_CLOSING_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->live);
  G_OBJECT_CLASS (roundel_closing_page_parent_class)->dispose (object);
}

static void
roundel_closing_page_class_init (RoundelClosingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_closing_page_dispose;
  widget_class->map = roundel_closing_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/closing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, caption);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, note);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, parts);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, done);
  gtk_widget_class_bind_template_child (widget_class, RoundelClosingPage, found);
}

static void
roundel_closing_page_init (RoundelClosingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_closing_page_set_live:
 * @self: the page
 * @desk: what the screens work on
 * @live: (nullable): a session that is over; %NULL when it is closed
 * @pad: (nullable): what was written down in it; must outlive its time here
 */
void
roundel_closing_page_set_live (RoundelClosingPage *self,
                               RoundelDesk        *desk,
                               RoundelLive        *live,
                               const RoundelPad   *pad)
{
  const RoundelSessionView *view;
  g_autofree char *summary = NULL;
  GtkWidget *row;
  gint64 planned = 0;
  gint64 used = 0;

  g_return_if_fail (ROUNDEL_IS_CLOSING_PAGE (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->live, live);
  self->pad = pad;
  show_tasks (self);
  if (live == NULL)
    return;
  gtk_widget_set_visible (self->found, !roundel_live_is_rehearsal (live) && roundel_live_get_meeting (live)->program == NULL
                                       && !roundel_meeting_is_of_partners (roundel_live_get_meeting (live)));
  view = roundel_live_get_view (live);
  summary = describe_end (live);
  gtk_label_set_text (self->caption, roundel_live_get_meeting (live)->title);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->note, describe_note (live));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_list_box_remove (self->parts, row);
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);
      const RoundelRoundTime *next = i + 1 < view->rounds->len ? &g_array_index (view->rounds, RoundelRoundTime, i + 1)
                                                               : NULL;

      planned += time->planned;
      used += time->used;
      if (next != NULL && next->round->part == time->round->part)
        continue;
      if (time->round->kind != ROUNDEL_ROUND_IN_HAND || used > 0)
        add_part (self, roundel_live_get_part (live, time->round->part), planned, used);
      planned = used = 0;
    }
}

/**
 * roundel_closing_page_focus:
 * @self: the page
 *
 * Puts the focus on what closes the session.
 */
void
roundel_closing_page_focus (RoundelClosingPage *self)
{
  g_return_if_fail (ROUNDEL_IS_CLOSING_PAGE (self));

  gtk_widget_grab_focus (self->done);
}
