/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/commitment-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/journal/practice-dots.h"
#include "app/widgets/late-menu.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"

#define MOST_DOTS 10 /* J: the last of them; all of them are in the pictures of growth */

/* A promise: what, with whom and until when, how firm the habit is, and the way to say that it was tried. */
struct _RoundelCommitmentCard
{
  AdwBin parent_instance;

  RoundelRing *ring;
  GtkLabel *text;
  GtkLabel *terms;
  GtkLabel *cue;
  GtkWidget *shown;
  GtkWidget *help;
  GtkLabel *help_label;
  GtkButton *first_button;
  GtkButton *second_button;
  GtkButton *let_go_button;
  GtkLabel *learned;
  RoundelPracticeDots *dots;
  GtkLabel *status;
  GtkWidget *try_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (RoundelCommitmentCard, roundel_commitment_card, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The hue of its program, or the accent for a promise of one's own. */
static void
dress (GtkWidget *widget,
       guint      outcome)
{
  roundel_outcome_dress (widget, outcome);
  if (outcome == 0)
    gtk_widget_add_css_class (widget, "accent");
  else
    gtk_widget_remove_css_class (widget, "accent");
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const RoundelCommitment *commitment)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) state = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  if (g_str_equal (commitment->status, "open"))
    {
      add_item (state, _("_Kept"), "promise.keep", commitment->id);
      add_item (state, _("_Partly Kept"), "promise.keep-partly", commitment->id);
      add_item (state, _("_Let Go"), "promise.let-go", commitment->id);
      if (commitment->later)
        add_item (other, _("_Begin Now"), "promise.begin", commitment->id);
      else
        add_item (other, _("_Wait Until Later"), "promise.wait", commitment->id);
    }
  else
    add_item (state, _("_Open Again"), "promise.reopen", commitment->id);
  add_item (other, _("_Edit…"), "promise.edit", commitment->id);
  add_item (other, _("_Delete"), "promise.delete", commitment->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (state));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  return G_MENU_MODEL (menu);
}

/* When, and how small the beginning is. */
static char *
dup_cue (const RoundelCommitment *commitment)
{
  const char *cue = commitment->cue != NULL ? commitment->cue : "";
  g_autofree char *step = NULL;

  if (commitment->first_step == NULL || *commitment->first_step == '\0')
    return g_strdup (cue);
  step = g_strdup_printf (_("First: %s"), commitment->first_step);
  return *cue != '\0' ? g_strjoin ("\n", cue, step, NULL) : g_steal_pointer (&step);
}

static const char *
status_label (const char *status)
{
  if (g_str_equal (status, "kept"))
    return _("kept");
  if (g_str_equal (status, "partly"))
    return _("partly kept");
  if (g_str_equal (status, "let-go"))
    return _("let go");
  return NULL;
}

/* The last practices of one commitment, the oldest first. */
static GArray *
last_results (GPtrArray  *practices,
              const char *commitment)
{
  GArray *results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));

  for (guint i = 0; i < practices->len && results->len < MOST_DOTS; i++)
    {
      const RoundelPractice *practice = practices->pdata[i];

      if (g_str_equal (practice->commitment, commitment))
        g_array_prepend_val (results, practice->result);
    }
  return results;
}

static void
set_offer (GtkButton  *button,
           const char *label,
           const char *action,
           const char *id)
{
  gtk_button_set_label (button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (button)), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (button)), 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static gboolean
is_over (const RoundelCommitment *commitment,
         gint64                   now)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  return g_str_equal (commitment->status, "open") && commitment->due != NULL && strcmp (commitment->due, today) < 0;
}

/* Three ways on, each as good as the others: of one that rests, and of one whose last day has passed. */
static void
show_help (RoundelCommitmentCard   *self,
           const RoundelCommitment *commitment,
           gboolean                 lapsed,
           gint64                   now)
{
  gboolean over = is_over (commitment, now);

  gtk_widget_set_visible (self->help, over || lapsed);
  gtk_label_set_label (self->help_label, over ? _("Its last day has passed. What became of it?")
                                              : _("It rests, and nothing is lost. What would help?"));
  set_offer (self->first_button, over ? _("It Was Kept") : _("Make It Smaller"), over ? "promise.keep" : "promise.edit", commitment->id);
  set_offer (self->second_button, over ? _("Partly Kept") : _("Change the Cue"),
             over ? "promise.keep-partly" : "promise.change-cue", commitment->id);
  set_offer (self->let_go_button, _("Let It Go, and Keep What You Learned"), "promise.let-go", commitment->id);
}

static void
roundel_commitment_card_class_init (RoundelCommitmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_PRACTICE_DOTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/commitment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, terms);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, cue);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, shown);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, help);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, help_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, first_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, second_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, let_go_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, learned);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, dots);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, status);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, try_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentCard, menu_button);
}

static void
roundel_commitment_card_init (RoundelCommitmentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
roundel_commitment_card_new (void)
{
  return g_object_new (ROUNDEL_TYPE_COMMITMENT_CARD, NULL);
}

/**
 * roundel_commitment_card_set:
 * @self: a card
 * @commitment: what it shows
 * @practices: (element-type RoundelPractice): of all commitments, the newest first
 * @outcome: number of the outcome of its program, 0 for none
 * @shown: whether the circle can read it
 * @now: seconds since 1970
 */
void
roundel_commitment_card_set (RoundelCommitmentCard   *self,
                             const RoundelCommitment *commitment,
                             GPtrArray               *practices,
                             guint                    outcome,
                             gboolean                 shown,
                             gint64                   now)
{
  g_autoptr (GArray) results = NULL;
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *terms = NULL;
  g_autofree char *cue = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *strength_said = NULL;
  g_autofree char *try_said = NULL;
  g_autofree char *menu_said = NULL;
  gboolean open, lapsed;
  double strength;

  g_return_if_fail (ROUNDEL_IS_COMMITMENT_CARD (self) && commitment != NULL && practices != NULL);

  open = g_str_equal (commitment->status, "open");
  results = last_results (practices, commitment->id);
  strength = roundel_commitment_strength (commitment, practices, now);
  lapsed = roundel_commitment_has_lapsed (commitment, practices, now);

  dress (GTK_WIDGET (self->ring), outcome);
  dress (GTK_WIDGET (self->dots), outcome);
  roundel_ring_set_progress (self->ring, CLAMP (strength, 0, 1));
  percent = g_strdup_printf ("%d", (int) (CLAMP (strength, 0, 1) * 100 + .5));
  roundel_ring_set_title (self->ring, percent, NULL, NULL);
  strength_said = g_strdup_printf (_("Strength %s of 100"), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ring), GTK_ACCESSIBLE_PROPERTY_LABEL, strength_said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ring), strength_said);
  gtk_label_set_label (self->text, commitment->text);
  terms = roundel_commitment_dup_terms (commitment);
  cue = dup_cue (commitment);
  show_text (self->cue, cue);
  show_text (self->terms, terms);
  show_text (self->status, status_label (commitment->status));
  show_text (self->learned, open ? NULL : commitment->learned);
  gtk_widget_set_visible (self->shown, shown);
  show_help (self, commitment, lapsed, now);
  roundel_practice_dots_set (self->dots, results);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), results->len > 0);
  gtk_widget_set_visible (self->try_button, open && !commitment->later);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->try_button), "s", commitment->id);
  try_said = g_strdup_printf (_("Tried it: %s"), commitment->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->try_button), GTK_ACCESSIBLE_PROPERTY_LABEL, try_said, -1);
  menu = make_menu (commitment);
  roundel_late_menu_set (self->menu_button, menu);
  menu_said = g_strdup_printf (_("More for: %s"), commitment->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_said, -1);
}

/**
 * roundel_commitment_dup_terms:
 * @commitment: a commitment
 *
 * Returns: (transfer full) (nullable): “with Benoît, until 4 February”
 */
char *
roundel_commitment_dup_terms (const RoundelCommitment *commitment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (commitment->due != NULL ? commitment->due : "", "T12:00:00", NULL);
  g_autoptr (GDateTime) due = g_date_time_new_from_iso8601 (noon, zone);
  /* Translators: until this day a promise is to be kept: 4 February */
  g_autofree char *day = due != NULL ? g_date_time_format (due, _("%-d %B")) : NULL;
  gboolean with = commitment->with != NULL && *commitment->with != '\0';

  if (with && day != NULL)
    return g_strdup_printf (_("with %s, until %s"), commitment->with, day);
  if (with)
    return g_strdup_printf (_("with %s"), commitment->with);
  if (day != NULL)
    return g_strdup_printf (_("until %s"), day);
  return NULL;
}
