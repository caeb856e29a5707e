/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/outcome.h"

struct _RoundelOutcomeBadge
{
  AdwBin parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (RoundelOutcomeBadge, roundel_outcome_badge, ADW_TYPE_BIN)

static const char *icon_names[ROUNDEL_N_OUTCOMES + 1] = {
  NULL,
  "roundel-outcome-1-symbolic",
  "roundel-outcome-2-symbolic",
  "roundel-outcome-3-symbolic",
  "roundel-outcome-4-symbolic",
  "roundel-outcome-5-symbolic",
  "roundel-outcome-6-symbolic",
  "roundel-outcome-7-symbolic",
  "roundel-outcome-8-symbolic",
  "roundel-outcome-9-symbolic",
  "roundel-outcome-10-symbolic",
};

static void
roundel_outcome_badge_class_init (RoundelOutcomeBadgeClass *klass)
{
}

static void
roundel_outcome_badge_init (RoundelOutcomeBadge *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);

  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "badge");
  gtk_widget_add_css_class (GTK_WIDGET (self), "outcome-text");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * roundel_outcome_badge_new:
 * @outcome: 1 to 10, or 0 for none yet
 * @label: (nullable): its name
 *
 * An outcome as a pill: the mark and the name always go with the hue.
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
roundel_outcome_badge_new (guint       outcome,
                           const char *label)
{
  RoundelOutcomeBadge *self = g_object_new (ROUNDEL_TYPE_OUTCOME_BADGE, NULL);

  roundel_outcome_badge_set (self, outcome, label);
  return GTK_WIDGET (self);
}

/**
 * roundel_outcome_badge_set:
 * @self: a badge
 * @outcome: 1 to 10, or 0 for none yet
 * @label: (nullable): its name
 */
void
roundel_outcome_badge_set (RoundelOutcomeBadge *self,
                           guint                outcome,
                           const char          *label)
{
  g_return_if_fail (ROUNDEL_IS_OUTCOME_BADGE (self));

  roundel_outcome_dress (GTK_WIDGET (self), outcome);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), roundel_outcome_icon_name (outcome));
  gtk_widget_set_visible (self->icon, outcome != 0);
  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
}

/**
 * roundel_outcome_dress:
 * @widget: a widget
 * @outcome: 1 to 10, or 0 for none
 *
 * Gives @widget the hue of @outcome, and no other.
 */
void
roundel_outcome_dress (GtkWidget *widget,
                       guint      outcome)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (outcome <= ROUNDEL_N_OUTCOMES);

  for (guint i = 1; i <= ROUNDEL_N_OUTCOMES; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "outcome-%u", i);
      if (i == outcome)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}

/**
 * roundel_outcome_icon_name:
 * @outcome: 1 to 10, or 0 for none
 *
 * Returns: (nullable): the mark of @outcome
 */
const char *
roundel_outcome_icon_name (guint outcome)
{
  g_return_val_if_fail (outcome <= ROUNDEL_N_OUTCOMES, NULL);

  return icon_names[outcome];
}
