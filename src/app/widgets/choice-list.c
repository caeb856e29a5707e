/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/choice-list.h"

/* Higher than this it scrolls, in pixels */
#define MOST_HEIGHT 148

/* One of several, with all of them in sight. For a popover, in which a combo would be a second popover, which the keyboard
 * does not open with libadwaita 1.2. */
struct _RoundelChoiceList
{
  AdwBin parent_instance;

  GtkWidget *label;
  GtkWidget *box;
  GPtrArray *buttons;  /* of GtkCheckButton, in @box */
};

enum { PROP_TITLE = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RoundelChoiceList, roundel_choice_list, ADW_TYPE_BIN)

static void
toggled_cb (RoundelChoiceList *self,
            GtkCheckButton    *button)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, chosen_signal, 0);
}

static void
roundel_choice_list_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  RoundelChoiceList *self = ROUNDEL_CHOICE_LIST (object);

  if (id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
}

static void
roundel_choice_list_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_CHOICE_LIST (object)->buttons);
  G_OBJECT_CLASS (roundel_choice_list_parent_class)->finalize (object);
}

static void
roundel_choice_list_class_init (RoundelChoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = roundel_choice_list_set_property;
  object_class->finalize = roundel_choice_list_finalize;

  /* What is chosen */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another one is chosen */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_choice_list_init (RoundelChoiceList *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->buttons = g_ptr_array_new ();
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                            NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "note");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_box_append (GTK_BOX (all), self->label);
  gtk_box_append (GTK_BOX (all), scroller);
  adw_bin_set_child (ADW_BIN (self), all);
}

/**
 * roundel_choice_list_set_choices:
 * @self: a list
 * @choices: what there is to choose from
 *
 * The first one is selected.
 */
void
roundel_choice_list_set_choices (RoundelChoiceList  *self,
                                 const char * const *choices)
{
  g_return_if_fail (ROUNDEL_IS_CHOICE_LIST (self));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_box_remove (GTK_BOX (self->box), self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (choices[i]);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), i > 0 ? self->buttons->pdata[0] : NULL);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), button);
      g_ptr_array_add (self->buttons, button);
    }
}

/**
 * roundel_choice_list_get_selected:
 * @self: a list
 *
 * Returns: which one is chosen, from 0; %GTK_INVALID_LIST_POSITION when there is none to choose
 */
guint
roundel_choice_list_get_selected (RoundelChoiceList *self)
{
  g_return_val_if_fail (ROUNDEL_IS_CHOICE_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
roundel_choice_list_set_selected (RoundelChoiceList *self,
                                  guint              selected)
{
  g_return_if_fail (ROUNDEL_IS_CHOICE_LIST (self) && selected < self->buttons->len);

  gtk_check_button_set_active (self->buttons->pdata[selected], TRUE);
}
