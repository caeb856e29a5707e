/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/readiness-page.h"

#include <glib/gi18n-lib.h>

#include "app/program-changes.h"
#include "app/readiness/charter-card.h"
#include "app/readiness/letters-card.h"
#include "app/readiness/reason-group.h"
#include "app/shortcuts.h"
#include "app/widgets/answer-row.h"
#include "app/widgets/conflict-card.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-ring.h"
#include "app/widgets/ring.h"
#include "app/widgets/width-bin.h"
#include "core/agreement.h"
#include "core/readiness.h"

/* The seven reasons as a list to work off (D16): what is computed, what somebody has to say, exceptions, the charter and the
 * letters. */
struct _RoundelReadinessPage
{
  RoundelProgramPage parent_instance;

  AdwWindowTitle *header_title;
  GtkOrientable *head;
  RoundelRing *ring;
  GtkLabel *first;
  GtkWidget *keep;
  GtkBox *reasons;
  RoundelReasonGroup *groups[ROUNDEL_N_REASONS];
  GtkBox *charters;     /* for each circle what is to be decided, and the charter */
  AdwBin *letters;
  RoundelWidthBin *width;

  RoundelProgramChanges *changes;
  GPtrArray *readiness;
  GPtrArray *conflicts;
};

G_DEFINE_FINAL_TYPE (RoundelReadinessPage, roundel_readiness_page, ROUNDEL_TYPE_PROGRAM_PAGE)

static const RoundelProgram *
get_program (RoundelReadinessPage *self)
{
  return roundel_program_page_get_program (ROUNDEL_PROGRAM_PAGE (self));
}

/* Says ERROR, if there is one. */
static void
end_change (RoundelReadinessPage *self,
            const GError         *error)
{
  if (error != NULL)
    roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "readiness.undo", roundel_program_changes_can_undo (self->changes));
}

/* The program as it is in the notebook, to be changed and given to write_program(). */
static RoundelProgram *
read_program (RoundelReadinessPage *self)
{
  g_autoptr (GError) error = NULL;
  RoundelProgram *program = roundel_program_changes_read (self->changes, &error);

  end_change (self, error);
  return program;
}

static void
write_program (RoundelReadinessPage *self,
               RoundelProgram       *after)
{
  g_autoptr (GError) error = NULL;

  roundel_program_changes_write (self->changes, after, &error);
  end_change (self, error);
}

static void
answer_saved_cb (RoundelReadinessPage *self,
                 RoundelAnswerRow     *row)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL)
    return;
  roundel_program_answer (program, id, roundel_answer_row_get_id (row), roundel_answer_row_get_text (row, 0),
                          roundel_answer_row_get_text (row, 1), roundel_answer_row_get_text (row, 2));
  write_program (self, program);
}

static void
exception_saved_cb (RoundelReadinessPage  *self,
                    const RoundelConflict *conflict,
                    RoundelAnswerRow      *row)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autofree char *date = roundel_program_page_dup_today (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL)
    return;
  roundel_program_make_exception (program, id, conflict, roundel_answer_row_get_text (row, 0), date);
  write_program (self, program);
}

static void
rules_cb (RoundelReadinessPage *self,
          char                **rules,
          RoundelCharterCard   *card)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL)
    return;
  roundel_program_set_rules (program, id, roundel_charter_card_get_circle (card), (const char *const *) rules);
  write_program (self, program);
}

static void
agreed_cb (RoundelReadinessPage *self,
           const char           *member,
           gboolean              agrees,
           RoundelCharterCard   *card)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *date = roundel_program_page_dup_today (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL)
    return;
  roundel_program_agree (program, roundel_charter_card_get_circle (card), member, agrees, date);
  write_program (self, program);
}

/* Showing */

/* The charter of each circle; above one that was written twice at the same time, the way to decide it. */
static void
show_charters (RoundelReadinessPage *self)
{
  const RoundelProgram *program = get_program (self);
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self->charters));

  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];
      const RoundelCharter *charter = roundel_program_find_charter (program, circle->id);
      GtkWidget *undecided = next;
      GtkWidget *card = next != NULL ? gtk_widget_get_next_sibling (next) : NULL;

      if (card != NULL && !g_str_equal (roundel_charter_card_get_circle (ROUNDEL_CHARTER_CARD (card)), circle->id))
        {
          while ((next = gtk_widget_get_next_sibling (undecided)) != NULL)
            gtk_box_remove (self->charters, next);
          gtk_box_remove (self->charters, undecided);
          card = NULL;
        }
      if (card == NULL)
        {
          undecided = g_object_new (ROUNDEL_TYPE_CONFLICT_CARD, "visible", FALSE, NULL);
          card = roundel_charter_card_new (circle->id);
          g_signal_connect_object (card, "rules", G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (card, "agreed", G_CALLBACK (agreed_cb), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->charters, undecided);
          gtk_box_append (self->charters, card);
        }
      if (charter != NULL)
        roundel_conflict_card_show (ROUNDEL_CONFLICT_CARD (undecided), roundel_program_page_get_desk (ROUNDEL_PROGRAM_PAGE (self)),
                                    program, charter->id);
      roundel_charter_card_show (ROUNDEL_CHARTER_CARD (card), program);
      next = gtk_widget_get_next_sibling (card);
    }
  while (next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (gone);
      gtk_box_remove (self->charters, gone);
    }
}

static void
show_first (RoundelReadinessPage *self)
{
  RoundelStatus status;
  const char *day = roundel_program_find_first_check (get_program (self), ROUNDEL_REASON_EQUALITY, &status);
  g_autofree char *date = day != NULL ? roundel_words_day (day) : NULL;
  g_autofree char *text = date != NULL ? g_strdup_printf (_("The first check was on %s. Look again half way."), date) : NULL;

  gtk_label_set_text (self->first, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->first), text != NULL);
  gtk_widget_set_visible (self->keep, day == NULL);
}

static void
narrow_cb (RoundelReadinessPage *self)
{
  gboolean narrow = roundel_width_bin_is_narrow (self->width);

  gtk_orientable_set_orientation (self->head, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Actions */

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean all;

  roundel_program_changes_undo (self->changes, &all, &error);
  if (error == NULL && !all)
    roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), _("What was changed since then stays"));
  end_change (self, error);
}

static void
keep_first (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (widget);
  RoundelProgram *program = read_program (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autofree char *date = roundel_program_page_dup_today (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL)
    return;
  roundel_readiness_keep_first (self->readiness, program, id, date);
  write_program (self, program);
}

/* Overrides */

static void
roundel_readiness_page_show (RoundelProgramPage *page)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (page);
  const RoundelProgram *program = get_program (self);
  const RoundelOutcome *outcome = roundel_program_page_get_outcome (page);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (roundel_program_page_get_desk (page)));
  guint number = outcome != NULL ? outcome->number : 0;

  if (self->changes == NULL)
    self->changes = roundel_program_changes_new (roundel_program_page_get_desk (page), program->id);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->readiness = roundel_readiness_check (program, outcome, &formats);
  self->conflicts = roundel_program_find_conflicts (program, outcome);
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_outcome_dress (GTK_WIDGET (self->ring), number);
  roundel_readiness_ring_count (self->ring, self->readiness);
  show_first (self);
  for (guint i = 0; i < self->readiness->len; i++)
    roundel_reason_group_show (self->groups[i], self->readiness->pdata[i], program, self->conflicts, number);
  show_charters (self);
  adw_bin_set_child (self->letters, roundel_letters_card_new (program));
}

static void
roundel_readiness_page_finalize (GObject *object)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (object);

  g_clear_pointer (&self->changes, roundel_program_changes_free);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_readiness_page_parent_class)->finalize (object);
}

static void
roundel_readiness_page_class_init (RoundelReadinessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_readiness_page_finalize;
  ROUNDEL_PROGRAM_PAGE_CLASS (klass)->show = roundel_readiness_page_show;

  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/readiness-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, head);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, first);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, keep);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, RoundelReadinessPage, width);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);

  gtk_widget_class_install_action (widget_class, "readiness.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "readiness.keep-first", NULL, keep_first);
}

static void
roundel_readiness_page_init (RoundelReadinessPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->charters = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->letters = ADW_BIN (adw_bin_new ());
  for (guint i = 0; i < ROUNDEL_N_REASONS; i++)
    {
      self->groups[i] = ROUNDEL_REASON_GROUP (roundel_reason_group_new ());
      g_signal_connect_object (self->groups[i], "answered", G_CALLBACK (answer_saved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->groups[i], "excepted", G_CALLBACK (exception_saved_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->reasons, GTK_WIDGET (self->groups[i]));
      if (i == ROUNDEL_REASON_SAFETY)
        gtk_box_append (self->reasons, GTK_WIDGET (self->charters));
    }
  gtk_box_append (self->reasons, GTK_WIDGET (self->letters));
  narrow_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "readiness.undo", FALSE);
  roundel_shortcuts_attach (GTK_WIDGET (self), "readiness");
}

/**
 * roundel_readiness_page_new:
 * @desk: what the screens work on
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program
 */
GtkWidget *
roundel_readiness_page_new (RoundelDesk  *desk,
                            const char   *program,
                            GError      **error)
{
  return roundel_program_page_new (ROUNDEL_TYPE_READINESS_PAGE, desk, program, error);
}
