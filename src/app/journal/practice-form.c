/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/practice-form.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/focus.h"

/* One attempt: how it went, what happened, how sure its owner feels. One choice is enough. */
struct _RoundelPracticeForm
{
  AdwBin parent_instance;

  GtkLabel *text;
  GtkWidget *other_button;
  GtkWidget *results;
  GtkLabel *noted_label;
  GtkToggleButton *worked;
  GtkToggleButton *partly;
  GtkToggleButton *not_yet;
  GtkTextView *what;
  GtkToggleButton *confidence_1;
  GtkToggleButton *confidence_2;
  GtkToggleButton *confidence_3;
  GtkToggleButton *confidence_4;
  GtkToggleButton *confidence_5;
  GtkCheckButton *helper;
  GtkLabel *trouble;

  RoundelJournal *journal;
  GPtrArray *open; /* ids and texts of the promises, in turn */
  guint index;     /* of the one that was practised */
  GDateTime *at;
  char *noted; /* the practice, once how it went is said */
  gboolean changed; /* what happened, or how sure one feels, since */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RoundelPracticeForm, roundel_practice_form, ADW_TYPE_BIN)

static void
set_chosen (GtkToggleButton **buttons,
            guint             n_buttons)
{
  for (guint i = 0; i < n_buttons; i++)
    gtk_toggle_button_set_active (buttons[i], FALSE);
}

static void
say_trouble (RoundelPracticeForm *self,
             const char          *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/* How it went is enough, and in the journal at once; what happened and how sure one feels come over it. */
static void
result_cb (RoundelPracticeForm *self,
           GtkToggleButton     *button)
{
  g_autofree char *id = NULL;

  if (self->loading || !gtk_toggle_button_get_active (button))
    return;
  id = roundel_practice_form_save (self);
  gtk_widget_set_visible (GTK_WIDGET (self->noted_label), id != NULL);
}

static void
changed_cb (RoundelPracticeForm *self)
{
  self->changed = TRUE;
}

/* What was typed below a practice that is noted belongs to it, however the form is left. */
static void
keep (RoundelPracticeForm *self)
{
  g_autofree char *id = self->noted != NULL && self->changed ? roundel_practice_form_save (self) : NULL;
}

static void
show_promise (RoundelPracticeForm *self)
{
  gtk_label_set_label (self->text, self->open->pdata[self->index * 2 + 1]);
}

static void
take_other (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelPracticeForm *self = ROUNDEL_PRACTICE_FORM (widget);

  self->index = (self->index + 1) % (self->open->len / 2);
  self->changed = TRUE;
  show_promise (self);
}

static void
choose (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelPracticeForm *self = ROUNDEL_PRACTICE_FORM (widget);
  GtkToggleButton *buttons[] = { self->worked, self->partly, self->not_yet };

  gtk_toggle_button_set_active (buttons[CLAMP (g_variant_get_int32 (target), 1, 3) - 1], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}

static gboolean
key_cb (RoundelPracticeForm *self,
        guint                keyval,
        guint                keycode,
        GdkModifierType      state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || keyval < GDK_KEY_1 || keyval > GDK_KEY_3
      || !GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  for (GtkWidget *focus = gtk_root_get_focus (root); focus != NULL; focus = gtk_widget_get_parent (focus))
    if (focus == self->results)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), "practice.choose", "i", (int) (keyval - GDK_KEY_1 + 1));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
roundel_practice_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_PRACTICE_FORM (widget)->worked));
}

static void
roundel_practice_form_unmap (GtkWidget *widget)
{
  keep (ROUNDEL_PRACTICE_FORM (widget));
  GTK_WIDGET_CLASS (roundel_practice_form_parent_class)->unmap (widget);
}

static void
roundel_practice_form_finalize (GObject *object)
{
  RoundelPracticeForm *self = ROUNDEL_PRACTICE_FORM (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_free (self->noted);
  g_clear_pointer (&self->at, g_date_time_unref);
  G_OBJECT_CLASS (roundel_practice_form_parent_class)->finalize (object);
}

static void
roundel_practice_form_class_init (RoundelPracticeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_practice_form_finalize;
  widget_class->grab_focus = roundel_practice_form_grab_focus;
  widget_class->focus = roundel_focus_through;
  widget_class->unmap = roundel_practice_form_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/practice-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, other_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, results);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, noted_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, worked);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, partly);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, not_yet);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, what);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_1);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_2);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_3);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_4);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, confidence_5);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, helper);
  gtk_widget_class_bind_template_child (widget_class, RoundelPracticeForm, trouble);
  gtk_widget_class_bind_template_callback (widget_class, result_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "practice.other", NULL, take_other);
  gtk_widget_class_install_action (widget_class, "practice.choose", "i", choose);
}

static void
roundel_practice_form_init (RoundelPracticeForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->what), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * roundel_practice_form_open:
 * @self: a form
 * @journal: where it will be written
 * @commitments: (element-type RoundelCommitment): what may have been practised
 * @index: which of them it was, unless another is chosen
 */
void
roundel_practice_form_open (RoundelPracticeForm *self,
                            RoundelJournal      *journal,
                            GPtrArray           *commitments,
                            guint                index)
{
  GtkToggleButton *results[] = { self->worked, self->partly, self->not_yet };
  GtkToggleButton *confidence[] = { self->confidence_1, self->confidence_2, self->confidence_3, self->confidence_4,
                                    self->confidence_5 };

  g_return_if_fail (ROUNDEL_IS_PRACTICE_FORM (self) && ROUNDEL_IS_JOURNAL (journal) && index < commitments->len);

  keep (self);
  self->loading = TRUE;
  g_clear_pointer (&self->noted, g_free);
  g_clear_pointer (&self->at, g_date_time_unref);
  self->at = g_date_time_new_from_unix_local (roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC);
  gtk_widget_set_visible (GTK_WIDGET (self->noted_label), FALSE);
  g_set_object (&self->journal, journal);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  self->open = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < commitments->len; i++)
    {
      const RoundelCommitment *commitment = commitments->pdata[i];

      g_ptr_array_add (self->open, g_strdup (commitment->id));
      g_ptr_array_add (self->open, g_strdup (commitment->text));
    }
  self->index = index;
  gtk_widget_set_visible (self->other_button, commitments->len > 1);
  show_promise (self);
  set_chosen (results, G_N_ELEMENTS (results));
  set_chosen (confidence, G_N_ELEMENTS (confidence));
  gtk_check_button_set_active (self->helper, FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->what), "", -1);
  say_trouble (self, NULL);
  self->changed = FALSE;
  self->loading = FALSE;
}

/**
 * roundel_practice_form_dup_noted:
 * @self: a form
 *
 * Returns: (transfer full) (nullable): id of the practice that is in the journal already
 */
char *
roundel_practice_form_dup_noted (RoundelPracticeForm *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PRACTICE_FORM (self), NULL);

  return g_strdup (self->noted);
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
  practice.commitment = self->open->pdata[self->index * 2];
  practice.what = *what != '\0' ? what : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (confidence); i++)
    if (gtk_toggle_button_get_active (confidence[i]))
      practice.confidence = i + 1;
  practice.helper = gtk_check_button_get_active (self->helper);
  practice.result = gtk_toggle_button_get_active (self->worked)   ? ROUNDEL_PRACTICE_WORKED
                    : gtk_toggle_button_get_active (self->partly) ? ROUNDEL_PRACTICE_PARTLY
                                                                  : ROUNDEL_PRACTICE_NOT_YET;
  if (!gtk_toggle_button_get_active (self->worked) && !gtk_toggle_button_get_active (self->partly)
      && !gtk_toggle_button_get_active (self->not_yet))
    {
      say_trouble (self, _("Say how it went: one of the three is enough."));
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return NULL;
    }
  practice.id = self->noted;
  practice.at = self->at;
  if (roundel_journal_put_practice (self->journal, &practice, &id, &error))
    {
      g_free (self->noted);
      self->noted = g_strdup (id);
      self->changed = FALSE;
      say_trouble (self, NULL);
      return id;
    }
  say_trouble (self, error->message);
  return NULL;
}
