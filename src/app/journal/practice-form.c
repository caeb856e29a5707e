/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/practice-form.h"

#include <glib/gi18n-lib.h>

/* One attempt: how it went, what happened, how sure its owner feels. One choice is enough. */
struct _RoundelPracticeForm
{
  AdwBin parent_instance;

  GtkLabel *text;
  GtkToggleButton *worked;
  GtkToggleButton *partly;
  GtkToggleButton *not_yet;
  GtkTextView *what;
  GtkToggleButton *confidence_1;
  GtkToggleButton *confidence_2;
  GtkToggleButton *confidence_3;
  GtkToggleButton *confidence_4;
  GtkToggleButton *confidence_5;
  GtkLabel *trouble;

  RoundelJournal *journal;
  char *commitment;
};

G_DEFINE_FINAL_TYPE (RoundelPracticeForm, roundel_practice_form, ADW_TYPE_BIN)

static void
set_chosen (GtkToggleButton **buttons,
            guint             n_buttons)
{
  for (guint i = 0; i < n_buttons; i++)
    gtk_toggle_button_set_active (buttons[i], FALSE);
}

static gboolean
roundel_practice_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_PRACTICE_FORM (widget)->worked));
}

static void
roundel_practice_form_finalize (GObject *object)
{
  RoundelPracticeForm *self = ROUNDEL_PRACTICE_FORM (object);

  g_clear_object (&self->journal);
  g_free (self->commitment);
  G_OBJECT_CLASS (roundel_practice_form_parent_class)->finalize (object);
}

static void
roundel_practice_form_class_init (RoundelPracticeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_practice_form_finalize;
  widget_class->grab_focus = roundel_practice_form_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/practice-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, worked);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, partly);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, not_yet);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, what);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_1);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_2);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_3);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_4);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_5);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, trouble);
}

static void
roundel_practice_form_init (RoundelPracticeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_practice_form_open:
 * @self: a form
 * @journal: where it will be written
 * @commitment: what was practised
 */
void
roundel_practice_form_open (RoundelPracticeForm     *self,
                            RoundelJournal          *journal,
                            const RoundelCommitment *commitment)
{
  GtkToggleButton *results[] = { self->worked, self->partly, self->not_yet };
  GtkToggleButton *confidence[] = { self->confidence_1, self->confidence_2, self->confidence_3, self->confidence_4,
                                    self->confidence_5 };

  g_return_if_fail (ROUNDEL_IS_PRACTICE_FORM (self) && ROUNDEL_IS_JOURNAL (journal) && commitment != NULL);

  g_set_object (&self->journal, journal);
  g_free (self->commitment);
  self->commitment = g_strdup (commitment->id);
  gtk_label_set_label (self->text, commitment->text);
  set_chosen (results, G_N_ELEMENTS (results));
  set_chosen (confidence, G_N_ELEMENTS (confidence));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->what), "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
}

/**
 * roundel_practice_form_save:
 * @self: an open form
 *
 * Returns: (transfer full) (nullable): id of the practice, %NULL when it is not in the journal: the form says why
 */
char *
roundel_practice_form_save (RoundelPracticeForm *self)
{
  GtkToggleButton *confidence[] = { self->confidence_1, self->confidence_2, self->confidence_3, self->confidence_4,
                                    self->confidence_5 };
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  RoundelPractice practice = { NULL };
  char *id = NULL;

  g_return_val_if_fail (ROUNDEL_IS_PRACTICE_FORM (self) && self->journal != NULL, NULL);

  buffer = gtk_text_view_get_buffer (self->what);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  what = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  practice.commitment = self->commitment;
  practice.what = *what != '\0' ? what : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (confidence); i++)
    if (gtk_toggle_button_get_active (confidence[i]))
      practice.confidence = i + 1;
  practice.result = gtk_toggle_button_get_active (self->worked)   ? ROUNDEL_PRACTICE_WORKED
                    : gtk_toggle_button_get_active (self->partly) ? ROUNDEL_PRACTICE_PARTLY
                                                                  : ROUNDEL_PRACTICE_NOT_YET;
  if (!gtk_toggle_button_get_active (self->worked) && !gtk_toggle_button_get_active (self->partly)
      && !gtk_toggle_button_get_active (self->not_yet))
    {
      gtk_label_set_label (self->trouble, _("Say how it went: one of the three is enough."));
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return NULL;
    }
  if (roundel_journal_put_practice (self->journal, &practice, &id, &error))
    return id;
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
  return NULL;
}
