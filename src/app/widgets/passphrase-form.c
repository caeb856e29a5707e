/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/passphrase-form.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/focus.h"
#include "app/widgets/paragraph.h"

#define SHORT 12 /* characters below which a longer one is advised */

/* Asks for a passphrase, or has one chosen: then it is typed twice. It is held by nothing but the entry, whose memory is
 * not swapped out. Signal `given` hands it on. */
struct _RoundelPassphraseForm
{
  AdwBin parent_instance;

  GtkWidget *passphrase;
  GtkWidget *again; /* NULL when it is only asked for */
  GtkLabel *advice;
  GtkLabel *trouble;
  GtkWidget *button;
  GtkWidget *spinner; /* it keeps its place when it stands still */
};

enum
{
  GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelPassphraseForm, roundel_passphrase_form, ADW_TYPE_BIN)

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
give (RoundelPassphraseForm *self)
{
  const char *passphrase = text_of (self->passphrase);

  if (*passphrase == '\0' || gtk_spinner_get_spinning (GTK_SPINNER (self->spinner)))
    return;
  if (self->again != NULL && *text_of (self->again) == '\0')
    {
      gtk_widget_grab_focus (self->again);
      return;
    }
  if (self->again != NULL && !g_str_equal (passphrase, text_of (self->again)))
    {
      roundel_passphrase_form_say (self, _("The two are not the same. Type both once more."));
      return;
    }
  roundel_passphrase_form_say (self, NULL);
  g_signal_emit (self, signals[GIVEN], 0, passphrase);
}

static void
changed_cb (RoundelPassphraseForm *self)
{
  glong length = g_utf8_strlen (text_of (self->passphrase), -1);

  gtk_widget_set_sensitive (self->button, length > 0 && (self->again == NULL || *text_of (self->again) != '\0'));
  roundel_passphrase_form_say (self, NULL);
  if (self->again != NULL)
    gtk_label_set_label (self->advice, length > 0 && length < SHORT
                                         ? _("Short ones are found by trying. Four words that do not belong together are better.")
                                         : _("Four words that do not belong together are easy to remember and hard to find."));
}

static GtkWidget *
add_row (RoundelPassphraseForm *self,
         GtkListBox            *list,
         const char            *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (give), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  return row;
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *class)
{
  GtkWidget *label = roundel_paragraph_new (NULL, class);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static gboolean
roundel_passphrase_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ROUNDEL_PASSPHRASE_FORM (widget)->passphrase);
}

static void
roundel_passphrase_form_class_init (RoundelPassphraseFormClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = roundel_passphrase_form_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = roundel_focus_through;

  /**
   * RoundelPassphraseForm::given:
   * @self: the form
   * @passphrase: what was typed; it stays the form's
   */
  signals[GIVEN] = g_signal_new ("given", ROUNDEL_TYPE_PASSPHRASE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
roundel_passphrase_form_init (RoundelPassphraseForm *self)
{
}

/**
 * roundel_passphrase_form_new:
 * @choose: whether a new one is chosen
 * @button: what is done with it
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
roundel_passphrase_form_new (gboolean    choose,
                             const char *button)
{
  RoundelPassphraseForm *self = g_object_new (ROUNDEL_TYPE_PASSPHRASE_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Passphrase"), -1);
  gtk_box_append (GTK_BOX (box), list);
  self->advice = add_label (GTK_BOX (box), "note");
  self->trouble = add_label (GTK_BOX (box), "warning-text");
  self->button = gtk_button_new_with_label (button);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (give), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->button);
  self->spinner = gtk_spinner_new ();
  gtk_box_append (GTK_BOX (box), self->spinner);
  self->passphrase = add_row (self, GTK_LIST_BOX (list), _("Passphrase"));
  if (choose)
    self->again = add_row (self, GTK_LIST_BOX (list), _("Once more"));
  gtk_widget_set_visible (GTK_WIDGET (self->advice), choose);
  adw_bin_set_child (ADW_BIN (self), box);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * roundel_passphrase_form_say:
 * @self: a form
 * @trouble: (nullable): why it was not taken
 */
void
roundel_passphrase_form_say (RoundelPassphraseForm *self,
                             const char            *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble != NULL)
    roundel_compat_announce (GTK_WIDGET (self), trouble);
}

/**
 * roundel_passphrase_form_clear:
 * @self: a form
 *
 * Forgets what was typed.
 */
void
roundel_passphrase_form_clear (RoundelPassphraseForm *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  if (self->again != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->again), "");
}

/**
 * roundel_passphrase_form_set_busy:
 * @self: a form
 * @busy: whether what was typed is being tried, and nothing else can be typed meanwhile
 */
void
roundel_passphrase_form_set_busy (RoundelPassphraseForm *self,
                                  gboolean               busy)
{
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_sensitive (self->button, !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase), !busy);
  if (self->again != NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self->again), !busy);
}
