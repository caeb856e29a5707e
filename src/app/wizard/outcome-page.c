/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/outcome-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/wizard/outcome-compare.h"

/* Milliseconds until the list has closed and given the focus back, which scrolls too */
#define SCROLL_DELAY 100

/* The ten outcomes as ten questions, of which one is chosen (D1). */
struct _RoundelOutcomePage
{
  RoundelWizardPage parent_instance;

  GtkFlowBox *flow;
  GtkToggleButton *cards[ROUNDEL_N_OUTCOMES];
  GtkWidget *more;        /* what comes to mind besides the one */
  AdwComboRow *second;
  RoundelOutcomeCompare *compare;
  AdwActionRow *after;
  GtkSwitch *after_switch;
  GtkEditable *by_products;
  const RoundelOutcome *compared;   /* of the desk, or NULL */
  const RoundelOutcome *listed_for; /* which one is not in the list of seconds */
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (RoundelOutcomePage, roundel_outcome_page, ROUNDEL_TYPE_WIZARD_PAGE)

static void
toggled_cb (RoundelOutcomePage *self,
            GtkToggleButton    *card)
{
  RoundelWizardPage *page = ROUNDEL_WIZARD_PAGE (self);
  RoundelDraftModel *model = roundel_wizard_page_get_model (page);

  if (roundel_wizard_page_is_refreshing (page) || !gtk_toggle_button_get_active (card))
    return;
  roundel_draft_model_take_draft (model, roundel_draft_set_outcome (roundel_draft_model_get_draft (model),
                                                                   g_object_get_data (G_OBJECT (card), "outcome")));
}

static void
take (RoundelOutcomePage *self,
      RoundelDraft       *draft)
{
  roundel_draft_model_take_draft (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)), draft);
}

static const RoundelDraft *
get_draft (RoundelOutcomePage *self)
{
  return roundel_draft_model_get_draft (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)));
}

/* Where OUTCOME stands in the list, from which the chosen one is left out. */
static guint
get_position (RoundelOutcomePage   *self,
              const RoundelOutcome *outcome)
{
  if (outcome == NULL)
    return 0;
  return outcome->number - (self->listed_for != NULL && self->listed_for->number < outcome->number);
}

/* What a choice brought to light is below the end of the window. */
static gboolean
scroll_cb (gpointer user_data)
{
  RoundelOutcomePage *self = user_data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  self->scroll_id = 0;
  if (scroller == NULL || !gtk_widget_compute_bounds (self->more, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
  return G_SOURCE_REMOVE;
}

/* Another one to compare with is no answer yet; one that had a program of its own has it no longer. */
static void
second_cb (RoundelOutcomePage *self)
{
  RoundelWizardPage *page = ROUNDEL_WIZARD_PAGE (self);
  guint selected = adw_combo_row_get_selected (self->second);
  const GPtrArray *outcomes;

  if (roundel_wizard_page_is_refreshing (page) || selected == GTK_INVALID_LIST_POSITION)
    return;
  outcomes = roundel_desk_get_outcomes (roundel_draft_model_get_desk (roundel_wizard_page_get_model (page)));
  self->compared = NULL;
  for (guint i = 0; selected > 0 && i < outcomes->len; i++)
    if (outcomes->pdata[i] != self->listed_for && get_position (self, outcomes->pdata[i]) == selected)
      self->compared = outcomes->pdata[i];
  take (self, roundel_draft_set_second (get_draft (self), NULL));
  if (self->compared != NULL && self->scroll_id == 0)
    self->scroll_id = g_timeout_add (SCROLL_DELAY, scroll_cb, self);
}

static void
after_cb (RoundelOutcomePage *self)
{
  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)) && self->compared != NULL)
    take (self, roundel_draft_set_second (get_draft (self),
                                          gtk_switch_get_active (self->after_switch) ? self->compared->id : NULL));
}

static void
by_products_cb (RoundelOutcomePage *self)
{
  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    take (self, roundel_draft_set_by_products (get_draft (self), gtk_editable_get_text (self->by_products)));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 26); /* so that two fit beside each other */
  return label;
}

static GtkWidget *
make_mark (const RoundelOutcome *outcome)
{
  GtkWidget *mark = adw_bin_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (roundel_outcome_icon_name (outcome->number));

  adw_bin_set_child (ADW_BIN (mark), icon);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "outcome-mark");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return mark;
}

static char *
describe (const RoundelOutcome *outcome)
{
  g_autofree char *rhythm = roundel_rhythm_describe (&outcome->rhythm);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u–%u people · %s · %u session", "%u–%u people · %s · %u sessions",
                                       outcome->rhythm.count),
                          outcome->circle_min, outcome->circle_max, rhythm, outcome->rhythm.count);
}

static void
add_card (RoundelOutcomePage   *self,
          const RoundelOutcome *outcome)
{
  GtkToggleButton *card = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *facts = describe (outcome);
  GtkWidget *name = make_label (outcome->name, "outcome-name");

  gtk_widget_add_css_class (name, "outcome-text");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), make_label (outcome->asks, "heading"));
  gtk_box_append (GTK_BOX (texts), make_label (facts, "note"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), make_mark (outcome));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_widget_set_halign (check, GTK_ALIGN_END);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_add_css_class (check, "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_bind_property (card, "active", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), check);
  gtk_button_set_child (GTK_BUTTON (card), overlay);
  roundel_outcome_dress (GTK_WIDGET (card), outcome->number);
  gtk_widget_add_css_class (GTK_WIDGET (card), "outcome-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, outcome->asks,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, outcome->name, -1);
  g_object_set_data (G_OBJECT (card), "outcome", outcome->id);
  if (self->cards[0] != NULL)
    gtk_toggle_button_set_group (card, self->cards[0]);
  g_signal_connect_object (card, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (card));
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (self->flow, child, -1);
  self->cards[outcome->number - 1] = card;
}

/* All but the one that was CHOSEN, after one for none. */
static void
fill_seconds (RoundelOutcomePage   *self,
              const GPtrArray      *outcomes,
              const RoundelOutcome *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (adw_combo_row_get_model (self->second) != NULL && self->listed_for == chosen)
    return;
  self->listed_for = chosen;
  gtk_string_list_append (names, _("Nothing"));
  for (guint i = 0; i < outcomes->len; i++)
    if (outcomes->pdata[i] != chosen)
      gtk_string_list_append (names, ((RoundelOutcome *) outcomes->pdata[i])->name);
  adw_combo_row_set_model (self->second, G_LIST_MODEL (names));
}

/* What is wanted besides the one that was CHOSEN: shown beside it, and never mixed into it. */
static void
show_second (RoundelOutcomePage   *self,
             RoundelDraftModel    *model,
             const RoundelOutcome *chosen)
{
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);
  RoundelDesk *desk = roundel_draft_model_get_desk (model);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (desk));
  g_autofree char *title = NULL;

  if (draft->second != NULL)
    self->compared = roundel_outcomes_find (roundel_desk_get_outcomes (desk), draft->second);
  if (self->compared == chosen)
    self->compared = NULL;
  gtk_widget_set_visible (self->more, chosen != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), self->compared != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->after), self->compared != NULL);
  adw_combo_row_set_selected (self->second, get_position (self, self->compared));
  gtk_switch_set_active (self->after_switch, draft->second != NULL);
  if (self->compared == NULL)
    return;
  roundel_outcome_compare_show (self->compare, chosen, self->compared, &formats);
  /* Translators: the name of an outcome */
  title = g_strdup_printf (_("A second program for “%s”"), self->compared->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->after), title);
}

static void
roundel_outcome_page_refresh (RoundelWizardPage *page,
                              RoundelDraftModel *model)
{
  RoundelOutcomePage *self = ROUNDEL_OUTCOME_PAGE (page);
  const GPtrArray *outcomes = roundel_desk_get_outcomes (roundel_draft_model_get_desk (model));
  const RoundelOutcome *chosen = roundel_draft_model_get_outcome (model);

  if (self->cards[0] == NULL)
    for (guint i = 0; i < outcomes->len && i < ROUNDEL_N_OUTCOMES; i++)
      add_card (self, outcomes->pdata[i]);
  fill_seconds (self, outcomes, chosen);
  show_second (self, model, chosen);
  if (g_strcmp0 (gtk_editable_get_text (self->by_products), get_draft (self)->by_products) != 0)
    gtk_editable_set_text (self->by_products, get_draft (self)->by_products != NULL ? get_draft (self)->by_products : "");
  for (guint i = 0; i < ROUNDEL_N_OUTCOMES; i++)
    if (self->cards[i] != NULL)
      gtk_toggle_button_set_active (self->cards[i], chosen != NULL && chosen->number == i + 1);
}

static void
roundel_outcome_page_dispose (GObject *object)
{
  g_clear_handle_id (&ROUNDEL_OUTCOME_PAGE (object)->scroll_id, g_source_remove);
  G_OBJECT_CLASS (roundel_outcome_page_parent_class)->dispose (object);
}

static void
roundel_outcome_page_class_init (RoundelOutcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_outcome_page_dispose;
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_outcome_page_refresh;
}

static GtkWidget *
make_more (RoundelOutcomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Does a second one matter as much?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Then it is a second program. What is merely welcome changes nothing in this one."));
  self->second = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->second), _("Compare with"));
  g_signal_connect_object (self->second, "notify::selected", G_CALLBACK (second_cb), self, G_CONNECT_SWAPPED);
  self->by_products = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->by_products), _("Welcome besides"));
  g_signal_connect_object (self->by_products, "changed", G_CALLBACK (by_products_cb), self, G_CONNECT_SWAPPED);

  self->compare = g_object_new (ROUNDEL_TYPE_OUTCOME_COMPARE, NULL);
  self->after = ADW_ACTION_ROW (adw_action_row_new ());
  self->after_switch = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->after), FALSE);
  adw_action_row_set_subtitle (self->after, _("With the same people, begun when this one is made"));
  gtk_widget_set_valign (GTK_WIDGET (self->after_switch), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->after, GTK_WIDGET (self->after_switch));
  adw_action_row_set_activatable_widget (self->after, GTK_WIDGET (self->after_switch));
  g_signal_connect_object (self->after_switch, "notify::active", G_CALLBACK (after_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->by_products));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->second));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->after));

  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->compare));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
roundel_outcome_page_init (RoundelOutcomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_max_children_per_line (self->flow, 2);
  gtk_flow_box_set_column_spacing (self->flow, 12);
  gtk_flow_box_set_row_spacing (self->flow, 11);
  gtk_widget_set_valign (GTK_WIDGET (self->flow), GTK_ALIGN_START);
  self->more = make_more (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flow));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}
