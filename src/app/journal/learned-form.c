/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/learned-form.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/focus.h"

#define PAUSE 800 /* milliseconds after the last key until it is in the journal */

/* What a promise that is over has taught, whether it was kept or let go. It may stay empty. */
struct _RoundelLearnedForm
{
  AdwBin parent_instance;

  GtkLabel *text;
  GtkTextView *learned;
  GtkLabel *trouble;

  RoundelJournal *journal;
  char *commitment;
  guint saving;
};

G_DEFINE_FINAL_TYPE (RoundelLearnedForm, roundel_learned_form, ADW_TYPE_BIN)

static gboolean
save_cb (gpointer user_data)
{
  RoundelLearnedForm *self = user_data;

  self->saving = 0;
  if (gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->learned)))
    roundel_learned_form_save (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (RoundelLearnedForm *self)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add (PAUSE, save_cb, self);
}

static gboolean
roundel_learned_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_LEARNED_FORM (widget)->learned));
}

static void
roundel_learned_form_finalize (GObject *object)
{
  RoundelLearnedForm *self = ROUNDEL_LEARNED_FORM (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_object (&self->journal);
  g_free (self->commitment);
  G_OBJECT_CLASS (roundel_learned_form_parent_class)->finalize (object);
}

/* However the form is left, what was typed is kept; and after a pause, without leaving it. */
static void
roundel_learned_form_unmap (GtkWidget *widget)
{
  RoundelLearnedForm *self = ROUNDEL_LEARNED_FORM (widget);

  g_clear_handle_id (&self->saving, g_source_remove);
  if (self->journal != NULL && gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->learned)))
    roundel_learned_form_save (self);
  GTK_WIDGET_CLASS (roundel_learned_form_parent_class)->unmap (widget);
}

static void
roundel_learned_form_class_init (RoundelLearnedFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_learned_form_finalize;
  widget_class->grab_focus = roundel_learned_form_grab_focus;
  widget_class->focus = roundel_focus_through;
  widget_class->unmap = roundel_learned_form_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/learned-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelLearnedForm, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelLearnedForm, learned);
  gtk_widget_class_bind_template_child (widget_class, RoundelLearnedForm, trouble);
}

static void
roundel_learned_form_init (RoundelLearnedForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->learned), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * roundel_learned_form_open:
 * @self: a form
 * @journal: where it will be written
 * @commitment: what is over
 */
void
roundel_learned_form_open (RoundelLearnedForm      *self,
                           RoundelJournal          *journal,
                           const RoundelCommitment *commitment)
{
  g_return_if_fail (ROUNDEL_IS_LEARNED_FORM (self) && ROUNDEL_IS_JOURNAL (journal) && commitment != NULL);

  g_set_object (&self->journal, journal);
  g_free (self->commitment);
  self->commitment = g_strdup (commitment->id);
  gtk_label_set_label (self->text, commitment->text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->learned), commitment->learned != NULL ? commitment->learned : "", -1);
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (self->learned), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
}

/**
 * roundel_learned_form_save:
 * @self: an open form
 *
 * Returns: whether it is in the journal; if not, the form says why
 */
gboolean
roundel_learned_form_save (RoundelLearnedForm *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *learned = NULL;
  g_autoptr (RoundelCommitment) commitment = NULL;
  g_autoptr (GError) error = NULL;
  RoundelCommitment changed;

  g_return_val_if_fail (ROUNDEL_IS_LEARNED_FORM (self) && self->journal != NULL, FALSE);

  buffer = gtk_text_view_get_buffer (self->learned);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  learned = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  commitment = roundel_journal_get_commitment (self->journal, self->commitment, &error);
  if (commitment != NULL)
    {
      changed = *commitment;
      changed.learned = *learned != '\0' ? learned : NULL;
      if (roundel_journal_put_commitment (self->journal, &changed, NULL, &error))
        {
          gtk_text_buffer_set_modified (buffer, FALSE);
          return TRUE;
        }
    }
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
  return FALSE;
}
