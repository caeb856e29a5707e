/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/readiness-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"

/* The ring in words: the seven reasons, and below each what it was judged by (D16). */
struct _RoundelReadinessCard
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *work;
};

G_DEFINE_FINAL_TYPE (RoundelReadinessCard, roundel_readiness_card, ADW_TYPE_BIN)

static const char *
get_status_name (RoundelStatus status)
{
  const char *names[] = { N_("met"), N_("later"), N_("open"), N_("to settle") };

  return _(names[status]);
}

static GtkWidget *
make_mark (RoundelStatus status,
           guint         outcome)
{
  const char *icons[] = { "object-select-symbolic", "document-open-recent-symbolic", NULL, "dialog-warning-symbolic" };
  const char *classes[] = { "met", "dim", "open-mark", "warning-mark" };
  GtkWidget *mark = gtk_image_new_from_icon_name (icons[status]);

  if (status == ROUNDEL_STATUS_MET)
    roundel_outcome_dress (mark, outcome);
  gtk_widget_add_css_class (mark, classes[status]);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, get_status_name (status), -1);
  return mark;
}

static GtkWidget *
make_check_row (const RoundelCheck *check,
                guint               outcome)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (check->why);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "note");
  gtk_widget_add_css_class (box, "check");
  gtk_box_append (GTK_BOX (box), make_mark (check->status, outcome));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
make_row (const RoundelReadiness *readiness,
          guint                   outcome)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *text = roundel_words_status (readiness);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), roundel_reason_get_name (readiness->reason));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_mark (readiness->status, outcome));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  for (guint i = 0; i < readiness->checks->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_check_row (readiness->checks->pdata[i], outcome));
  gtk_widget_add_css_class (row, "reason");
  return row;
}

static void
roundel_readiness_card_class_init (RoundelReadinessCardClass *klass)
{
}

static void
roundel_readiness_card_init (RoundelReadinessCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The seven reasons"), -1);
  self->work = gtk_button_new_with_label (_("Work through it"));
  gtk_widget_set_halign (self->work, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->work);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_readiness_card_show:
 * @self: a card
 * @program: id of the program
 * @readiness: (element-type RoundelReadiness): the seven reasons
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_readiness_card_show (RoundelReadinessCard *self,
                             const char           *program,
                             const GPtrArray      *readiness,
                             guint                 outcome)
{
  g_return_if_fail (ROUNDEL_IS_READINESS_CARD (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->work), "s", program);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->work), "win.readiness");
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < readiness->len; i++)
    gtk_list_box_append (self->list, make_row (readiness->pdata[i], outcome));
}
