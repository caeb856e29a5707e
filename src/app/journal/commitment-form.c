/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/commitment-form.h"

#include <glib/gi18n-lib.h>

#include "app/journal/form-rows.h"
#include "app/widgets/focus.h"
#include "app/widgets/spin-wheel.h"

/* A promise, to be made or changed. Only what it is has to be said. */
struct _RoundelCommitmentForm
{
  AdwBin parent_instance;

  GtkLabel *title;
  AdwEntryRow *text;
  AdwEntryRow *cue;
  AdwEntryRow *first_step;
  AdwEntryRow *with;
  AdwEntryRow *due;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  GtkSpinButton *rhythm;
  GtkSwitch *weekend;
  GtkWidget *begin_row;
  GtkSwitch *begin;
  GtkLabel *begin_note;
  GtkLabel *trouble;

  RoundelJournal *journal;
  char *id; /* NULL for a new one */
  char *program;
  char *session;
};

G_DEFINE_FINAL_TYPE (RoundelCommitmentForm, roundel_commitment_form, ADW_TYPE_BIN)

/* One at a time is the default, three the most (J2). */
static void
set_begin (RoundelCommitmentForm *self,
           gboolean               later,
           guint                  active)
{
  gboolean full = active >= ROUNDEL_PRACTICE_MOST_NOW;

  gtk_switch_set_active (self->begin, !later && !full);
  gtk_widget_set_sensitive (self->begin_row, !full);
  gtk_widget_set_visible (self->begin_row, active > 0 || later);
  gtk_label_set_label (self->begin_note, full ? _("Three promises are on their way already. This one waits until one of them is done.")
                                              : _("One promise at a time is easiest to keep; this one may wait until then."));
  gtk_widget_set_visible (GTK_WIDGET (self->begin_note), active > 0);
}

static void
day_chosen_cb (RoundelCommitmentForm *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  roundel_row_set (self->due, text);
  gtk_menu_button_popdown (self->calendar_button);
}

static void
entered_cb (RoundelCommitmentForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "promise.save", NULL);
}

static gboolean
roundel_commitment_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_COMMITMENT_FORM (widget)->text));
}

static void
roundel_commitment_form_finalize (GObject *object)
{
  RoundelCommitmentForm *self = ROUNDEL_COMMITMENT_FORM (object);

  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->program);
  g_free (self->session);
  G_OBJECT_CLASS (roundel_commitment_form_parent_class)->finalize (object);
}

static void
roundel_commitment_form_class_init (RoundelCommitmentFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_commitment_form_finalize;
  widget_class->grab_focus = roundel_commitment_form_grab_focus;
  widget_class->focus = roundel_focus_through;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/commitment-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, cue);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, first_step);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, with);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, due);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, rhythm);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, weekend);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, begin_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, begin);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, begin_note);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentForm, trouble);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
roundel_commitment_form_init (RoundelCommitmentForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
}

/**
 * roundel_commitment_form_open:
 * @self: a form
 * @journal: where it will be written
 * @program: (nullable): for a new one, the program it is from
 * @session: (nullable): for a new one, the session it is from
 * @active: how many others are worked on
 * @id: (nullable): which is to be changed; %NULL for a new one
 * @text: (nullable): for a new one, words to begin with
 */
void
roundel_commitment_form_open (RoundelCommitmentForm *self,
                              RoundelJournal        *journal,
                              const char            *program,
                              const char            *session,
                              guint                  active,
                              const char            *id,
                              const char            *text)
{
  g_autoptr (RoundelCommitment) commitment = NULL;
  const RoundelCommitment empty = { .text = text, .rhythm = ROUNDEL_PRACTICE_RHYTHM, .later = active > 0 };
  const RoundelCommitment *shown;

  g_return_if_fail (ROUNDEL_IS_COMMITMENT_FORM (self) && ROUNDEL_IS_JOURNAL (journal));

  commitment = id != NULL ? roundel_journal_get_commitment (journal, id, NULL) : NULL;
  shown = commitment != NULL ? commitment : &empty;
  g_set_object (&self->journal, journal);
  g_free (self->id);
  self->id = commitment != NULL ? g_strdup (id) : NULL;
  g_free (self->program);
  self->program = g_strdup (program);
  g_free (self->session);
  self->session = g_strdup (session);
  gtk_label_set_label (self->title, self->id != NULL ? _("Change a promise") : _("A promise to yourself"));
  roundel_row_set (self->text, shown->text);
  roundel_row_set (self->cue, shown->cue);
  roundel_row_set (self->first_step, shown->first_step);
  roundel_row_set (self->with, shown->with);
  roundel_row_set (self->due, shown->due);
  gtk_spin_button_set_value (self->rhythm, shown->rhythm);
  gtk_switch_set_active (self->weekend, (shown->off & ROUNDEL_PRACTICE_WEEKEND) == ROUNDEL_PRACTICE_WEEKEND);
  set_begin (self, shown->later, active);
  roundel_row_trouble (self->trouble, NULL, NULL);
}

/**
 * roundel_commitment_form_ask_cue:
 * @self: an open form
 *
 * The cue is what is to be changed.
 */
void
roundel_commitment_form_ask_cue (RoundelCommitmentForm *self)
{
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->cue));
}

/**
 * roundel_commitment_form_save:
 * @self: an open form
 *
 * Returns: (transfer full) (nullable): id of the promise, %NULL when it is not in the journal: the form says what is missing
 */
char *
roundel_commitment_form_save (RoundelCommitmentForm *self)
{
  g_autoptr (RoundelCommitment) was = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *cue = NULL;
  g_autofree char *first_step = NULL;
  g_autofree char *with = NULL;
  g_autofree char *due = NULL;
  g_autoptr (GDateTime) now = NULL;
  RoundelCommitment commitment = { NULL };
  char *id = NULL;

  g_return_val_if_fail (ROUNDEL_IS_COMMITMENT_FORM (self) && self->journal != NULL, NULL);

  text = roundel_row_dup (self->text);
  cue = roundel_row_dup (self->cue);
  first_step = roundel_row_dup (self->first_step);
  with = roundel_row_dup (self->with);
  due = roundel_row_dup (self->due);
  if (text == NULL)
    {
      roundel_row_trouble (self->trouble, _("Say in one sentence what you will do."), self->text);
      return NULL;
    }
  if (due != NULL && !roundel_row_is_date (due))
    {
      roundel_row_trouble (self->trouble, _("A day looks like 2027-02-04."), self->due);
      return NULL;
    }
  if (self->id != NULL)
    was = roundel_journal_get_commitment (self->journal, self->id, NULL);
  if (was != NULL)
    {
      now = g_date_time_new_from_unix_local (roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC);
      commitment = *was;
      commitment.renewed = now;
    }
  else
    {
      commitment.program = self->program;
      commitment.session = self->session;
    }
  commitment.text = text;
  commitment.cue = cue;
  commitment.first_step = first_step;
  commitment.with = with;
  commitment.due = due;
  commitment.rhythm = (guint) gtk_spin_button_get_value_as_int (self->rhythm);
  commitment.off = (commitment.off & ~ROUNDEL_PRACTICE_WEEKEND) | (gtk_switch_get_active (self->weekend) ? ROUNDEL_PRACTICE_WEEKEND : 0);
  commitment.later = gtk_widget_get_visible (self->begin_row) && !gtk_switch_get_active (self->begin);
  if (roundel_journal_put_commitment (self->journal, &commitment, &id, &error))
    return id;
  roundel_row_trouble (self->trouble, error->message, NULL);
  return NULL;
}
