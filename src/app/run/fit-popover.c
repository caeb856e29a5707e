/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/fit-popover.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "core/fit.h"

/* What would give time, and what never does (R6): shown before anything is changed. */
struct _RoundelFitPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *summary;
  GtkBox *changes;
  GtkBox *offers;
  GtkBox *kept;
  GtkButton *fit;

  RoundelLive *live;
  RoundelFit *plan;
  RoundelFitChoice choice;
};

enum
{
  FITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelFitPopover, roundel_fit_popover, GTK_TYPE_POPOVER)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static const RoundelRoundTime *
time_at (RoundelFitPopover *self,
         guint              round)
{
  return &g_array_index (roundel_live_get_view (self->live)->rounds, RoundelRoundTime, round);
}

static void
add_words (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
add_row (RoundelFitPopover *self,
         GtkBox            *box,
         const char        *title,
         const char        *where,
         gboolean           slots,
         gboolean           optional)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_bin_new ();

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "plan-bar");
  gtk_widget_add_css_class (bar, "narrow");
  if (optional)
    gtk_widget_add_css_class (bar, "optional");
  if (slots)
    {
      gtk_widget_add_css_class (bar, "slots");
      gtk_widget_add_css_class (bar, "hue");
      roundel_outcome_dress (bar, roundel_live_get_meeting (self->live)->outcome);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  add_words (words, title, slots ? "body" : "heading");
  if (where != NULL)
    add_words (words, where, "note");
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (box, row);
  return row;
}

static void
add_text (GtkWidget  *row,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (row), label);
}

static char *
length_text (guint seconds)
{
  g_autofree char *minutes = NULL;

  if (seconds == 0)
    return g_strdup (_("left out"));
  minutes = roundel_text_minutes (seconds);
  /* Translators: a length in minutes, which may end in ½ */
  return g_strdup_printf (_("%s min"), minutes);
}

/* A part of one step is called as in the plan; of others each step by itself, for two of them may change. */
static gboolean
is_one_step (RoundelFitPopover  *self,
             const RoundelRound *round)
{
  const GArray *rounds = roundel_live_get_view (self->live)->rounds;

  for (guint i = 0; i < rounds->len; i++)
    {
      const RoundelRound *other = time_at (self, i)->round;

      if (other->part == round->part && other->kind == ROUNDEL_ROUND_STEP && !g_str_equal (other->title, round->title))
        return FALSE;
    }
  return TRUE;
}

static void
add_change (RoundelFitPopover    *self,
            const RoundelFitLine *line)
{
  const RoundelRound *round = line->round;
  const char *part = round->kind == ROUNDEL_ROUND_IN_HAND ? round->title : roundel_live_get_part (self->live, round->part);
  gboolean whole = is_one_step (self, round);
  g_autofree char *times = line->count > 1 ? g_strdup_printf (ngettext ("%u time", "%u times", line->count),
                                                              line->count) : NULL;
  /* Translators: a part of the plan, and how often the step comes in it */
  g_autofree char *where = whole ? g_strdup (times) : times == NULL ? g_strdup (part) : g_strdup_printf (_("%s · %s"), part, times);
  g_autofree char *from = length_text (line->from);
  g_autofree char *to = length_text (line->to);
  GtkWidget *row = add_row (self, self->changes, whole ? part : round->title, where, FALSE, round->optional);

  add_text (row, from, "dim");
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  add_text (row, to, "heading");
}

static void
show_changes (RoundelFitPopover    *self,
              const RoundelFitPlan *plan)
{
  g_autoptr (GArray) lines = roundel_fit_plan_list_lines (plan, roundel_live_get_view (self->live));

  for (guint i = 0; i < lines->len; i++)
    {
      const RoundelFitLine *line = &g_array_index (lines, RoundelFitLine, i);

      if (line->kind != ROUNDEL_FIT_TURN)
        add_change (self, line);
    }
}

/* The members' own time in the parts to come: each keeps it. */
static void
show_kept (RoundelFitPopover *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  guint part = G_MAXUINT;

  for (guint i = view->round; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = time_at (self, i);
      gint64 slot = 0;
      g_autofree char *each = NULL;
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (time->round->slot == 0 || time->round->part == part || time->state == ROUNDEL_ROUND_STATE_LEFT_OUT)
        continue;
      part = time->round->part;
      for (guint j = 0; j < view->rounds->len; j++)
        if (time_at (self, j)->round->slot == time->round->slot)
          slot += time_at (self, j)->planned;
      each = roundel_text_span (slot / G_TIME_SPAN_SECOND);
      text = g_strdup_printf (_("%s each"), each);
      row = add_row (self, self->kept, roundel_live_get_part (self->live, part), NULL, TRUE, FALSE);
      add_text (row, text, "dim");
      gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("channel-secure-symbolic"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("kept"), -1);
    }
}

static void
chosen_cb (GtkCheckButton    *check,
           RoundelFitPopover *self)
{
  if (gtk_check_button_get_active (check))
    self->choice = (RoundelFitChoice) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "choice"));
}

static GtkCheckButton *
add_offer (RoundelFitPopover *self,
           GtkCheckButton    *first,
           RoundelFitChoice   choice,
           const char        *text)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (check), "choice", GUINT_TO_POINTER (choice));
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (self->offers, check);
  return first != NULL ? first : GTK_CHECK_BUTTON (check);
}

/* When nothing optional is left: what the group decides. */
static void
show_offers (RoundelFitPopover *self)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  int minutes = MAX ((int) ((self->plan->plan->over + 30) / 60), 1);
  g_autofree char *later = g_strdup_printf (ngettext ("End %d minute later", "End %d minutes later",
                                                         (gulong) minutes), minutes);
  GtkCheckButton *first = add_offer (self, NULL, ROUNDEL_FIT_LATER, later);

  if (self->plan->carry != NULL)
    {
      g_autofree char *names = roundel_text_names (meeting, self->plan->carried);
      g_autofree char *text = g_strdup_printf (ngettext ("Carry a turn over: %s goes first next time",
                                                         "Carry turns over: %s go first next time",
                                                         self->plan->carried->len), names);

      add_offer (self, first, ROUNDEL_FIT_CARRY, text);
    }
  if (self->plan->shorter != NULL)
    add_offer (self, first, ROUNDEL_FIT_SHORTER, _("Equally shorter turns, if the group agrees; it is recorded as owed"));
  gtk_check_button_set_active (first, TRUE);
}

static const char *
describe_plan (const RoundelFitPlan *plan,
               gboolean              asks)
{
  gboolean gives = plan->changes->len > 0;

  if (plan->over <= 0)
    return ngettext ("One round gets shorter, nobody’s slot does.", "Some rounds get shorter, nobody’s slot does.",
                     plan->changes->len);
  if (asks)
    return gives ? _("What can give time is not enough. What does the group want?")
                 : _("Nothing optional is left. What does the group want?");
  return gives ? _("All that can give time does. Nobody’s slot gets shorter.")
               : _("Nothing optional is left. Nobody’s slot gets shorter.");
}

/* With one way out there is nothing to choose: the title says it, and the button. */
static void
show_plan (RoundelFitPopover *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  gint64 end = view->ends - view->late;
  gboolean asks, later;
  g_autofree char *clock = NULL;
  g_autofree char *title = NULL;

  g_clear_pointer (&self->plan, roundel_fit_free);
  clear (self->changes);
  clear (self->offers);
  clear (self->kept);
  self->plan = roundel_fit_session (view, end);
  later = self->plan->plan->over > 0;
  asks = later && (self->plan->carry != NULL || self->plan->shorter != NULL);
  self->choice = later ? ROUNDEL_FIT_LATER : ROUNDEL_FIT_PLAIN;
  later = later && !asks;
  clock = roundel_text_end (end + (later ? self->plan->plan->over * G_TIME_SPAN_SECOND : 0));
  title = g_strdup_printf (later ? _("End at %s") : _("Back to %s"), clock);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, describe_plan (self->plan->plan, asks));
  gtk_button_set_label (self->fit, later ? _("End Later") : _("Fit"));
  show_changes (self, self->plan->plan);
  if (asks)
    show_offers (self);
  show_kept (self);
}

static void
fit_cb (RoundelFitPopover *self)
{
  RoundelInstant now = roundel_live_now (self->live);
  g_autoptr (RoundelFit) plan = g_steal_pointer (&self->plan);
  g_autoptr (RoundelSessionEvent) event = plan != NULL ? roundel_fit_choose (plan, self->choice, &now) : NULL;

  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (event == NULL)
    return;
  roundel_live_apply (self->live, event, &error);
  g_signal_emit (self, signals[FITTED], 0, error != NULL ? error->message : NULL);
}

static void
roundel_fit_popover_map (GtkWidget *widget)
{
  RoundelFitPopover *self = ROUNDEL_FIT_POPOVER (widget);

  if (self->live != NULL)
    show_plan (self);
  GTK_WIDGET_CLASS (roundel_fit_popover_parent_class)->map (widget);
}

static void
roundel_fit_popover_dispose (GObject *object)
{
  RoundelFitPopover *self = ROUNDEL_FIT_POPOVER (object);

  g_clear_object (&self->live);
  g_clear_pointer (&self->plan, roundel_fit_free);
  G_OBJECT_CLASS (roundel_fit_popover_parent_class)->dispose (object);
}

static void
roundel_fit_popover_class_init (RoundelFitPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_fit_popover_dispose;
  widget_class->map = roundel_fit_popover_map;

  /* the plan was changed, or with a reason why it could not be */
  signals[FITTED] = g_signal_new ("fitted", ROUNDEL_TYPE_FIT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/fit-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, summary);
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, changes);
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, offers);
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, kept);
  gtk_widget_class_bind_template_child (widget_class, RoundelFitPopover, fit);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
roundel_fit_popover_init (RoundelFitPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_fit_popover_set_live:
 * @self: the popover
 * @live: (nullable): the session that runs
 */
void
roundel_fit_popover_set_live (RoundelFitPopover *self,
                              RoundelLive       *live)
{
  g_return_if_fail (ROUNDEL_IS_FIT_POPOVER (self));

  g_set_object (&self->live, live);
}
