/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/readiness-page.h"

#include <glib/gi18n-lib.h>

#include "app/program-changes.h"
#include "app/readiness/charter-card.h"
#include "app/readiness/letters-card.h"
#include "app/shortcuts.h"
#include "app/widgets/answer-row.h"
#include "app/widgets/conflict-card.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-mark.h"
#include "app/widgets/readiness-ring.h"
#include "app/widgets/ring.h"
#include "app/widgets/width-bin.h"
#include "core/agreement.h"
#include "core/readiness.h"
#include "core/schedule.h"

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

/* A day in words; what is no day stays as it was written. */
static char *
dup_date (const char *day)
{
  g_autofree char *local = g_strconcat (day, "T00:00", NULL);

  return roundel_local_time_is_valid (local) ? roundel_words_date (local) : g_strdup (day);
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
exception_saved_cb (RoundelReadinessPage *self,
                    RoundelAnswerRow     *row)
{
  guint at = (guint) g_ascii_strtoull (roundel_answer_row_get_id (row), NULL, 10);
  RoundelProgram *program = read_program (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autofree char *date = roundel_program_page_dup_today (ROUNDEL_PROGRAM_PAGE (self));

  if (program == NULL || at >= self->conflicts->len)
    return;
  roundel_program_make_exception (program, id, self->conflicts->pdata[at], roundel_answer_row_get_text (row, 0), date);
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

static GtkWidget *
make_mark (RoundelReadinessPage *self,
           RoundelStatus         status)
{
  const RoundelOutcome *outcome = roundel_program_page_get_outcome (ROUNDEL_PROGRAM_PAGE (self));

  return roundel_readiness_mark_new (status, outcome != NULL ? outcome->number : 0);
}

static char *
describe_answer (const RoundelReadinessNote *note)
{
  g_autofree char *due = note != NULL && note->due != NULL ? dup_date (note->due) : NULL;
  const char *parts[4];
  guint n = 0;

  if (note == NULL)
    return NULL;
  if (note->evidence != NULL)
    parts[n++] = note->evidence;
  if (note->owner != NULL)
    parts[n++] = note->owner;
  if (due != NULL)
    parts[n++] = due;
  parts[n] = NULL;
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
make_question (RoundelReadinessPage *self,
               const RoundelCheck   *check)
{
  const RoundelReadinessNote *note = roundel_program_find_answer (get_program (self), check->id);
  const RoundelAnswerEntry entries[] = {
    { _("What shows that it is so"), note != NULL ? note->evidence : NULL },
    { _("Who sees to it"), note != NULL ? note->owner : NULL },
    { _("Until when"), note != NULL ? note->due : NULL },
  };
  g_autofree char *known = describe_answer (note);
  GtkWidget *row = roundel_answer_row_new (check->id, check->question, known, entries, G_N_ELEMENTS (entries));

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_mark (self, check->status));
  gtk_widget_set_name (row, check->id);
  g_signal_connect_object (row, "saved", G_CALLBACK (answer_saved_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_computed (RoundelReadinessPage *self,
               const RoundelCheck   *check)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), check->why);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark (self, check->status));
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* The check that a conflict makes fail. */
static const char *
get_check (const RoundelConflict *conflict)
{
  switch (conflict->kind)
    {
    case ROUNDEL_CONFLICT_LEVEL:
      return "levels";
    case ROUNDEL_CONFLICT_TEAM:
      return "teams";
    case ROUNDEL_CONFLICT_SIZE:
      return "size";
    case ROUNDEL_CONFLICT_REPORTING_LINE:
    case ROUNDEL_CONFLICT_UNCLEAR_BOSS:
    default:
      return "reporting-lines";
    }
}

static GtkWidget *
make_conflict (RoundelReadinessPage *self,
               guint                 i)
{
  const RoundelConflict *conflict = self->conflicts->pdata[i];
  const RoundelReadinessNote *note = roundel_program_find_exception (get_program (self), conflict);
  const RoundelAnswerEntry entry = { _("Why it may be all the same, as all agreed"), conflict->exception };
  g_autofree char *id = g_strdup_printf ("%u", i);
  g_autofree char *date = note != NULL && note->due != NULL ? dup_date (note->due) : NULL;
  g_autofree char *known = conflict->exception == NULL ? g_strdup (_("Change who meets, or agree on an exception"))
                           : g_strdup_printf (_("Exception agreed: %s · %s"), conflict->exception, date != NULL ? date : "");
  GtkWidget *row = roundel_answer_row_new (id, conflict->why, known, &entry, 1);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_mark (self, conflict->exception != NULL ? ROUNDEL_STATUS_MET
                                                                                                   : ROUNDEL_STATUS_FAILED));
  g_signal_connect_object (row, "saved", G_CALLBACK (exception_saved_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What stands against them meeting as peers may be agreed on, with a reason; a row for each conflict stands for CHECK. */
static gboolean
add_conflicts (RoundelReadinessPage *self,
               AdwPreferencesGroup  *group,
               const RoundelCheck   *check)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const RoundelConflict *conflict = self->conflicts->pdata[i];
      if (!g_str_equal (get_check (conflict), check->id))
        continue;
      adw_preferences_group_add (group, make_conflict (self, i));
      any = TRUE;
    }
  return any;
}

static char *
describe_reason (RoundelReadinessPage   *self,
                 const RoundelReadiness *readiness)
{
  RoundelStatus first;
  const char *now = roundel_status_get_name (readiness->status);

  if (roundel_program_find_first_check (get_program (self), readiness->reason, &first) == NULL || first == readiness->status)
    return g_strdup (now);
  /* Translators: how it stands with a reason, and how it stood at the first check */
  return g_strdup_printf (_("%s · at the first check: %s"), now, roundel_status_get_name (first));
}

/* Above a charter that was written twice at the same time, the way to decide it. */
static void
add_undecided (RoundelReadinessPage *self,
               const RoundelCircle  *circle)
{
  const RoundelCharter *charter = roundel_program_find_charter (get_program (self), circle->id);
  GtkWidget *card;

  if (charter == NULL)
    return;
  card = g_object_new (ROUNDEL_TYPE_CONFLICT_CARD, NULL);
  roundel_conflict_card_show (ROUNDEL_CONFLICT_CARD (card), roundel_program_page_get_desk (ROUNDEL_PROGRAM_PAGE (self)),
                              get_program (self), charter->id);
  gtk_box_append (self->reasons, card);
}

static void
add_reason (RoundelReadinessPage   *self,
            const RoundelReadiness *readiness)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *status = describe_reason (self, readiness);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), roundel_reason_get_name (readiness->reason));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), status);
  for (guint i = 0; i < readiness->checks->len; i++)
    {
      const RoundelCheck *check = readiness->checks->pdata[i];

      if (!add_conflicts (self, ADW_PREFERENCES_GROUP (group), check))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), check->question != NULL ? make_question (self, check)
                                                                                          : make_computed (self, check));
    }
  gtk_box_append (self->reasons, group);
  for (guint i = 0; readiness->reason == ROUNDEL_REASON_SAFETY && i < get_program (self)->circles->len; i++)
    {
      GtkWidget *card = roundel_charter_card_new (get_program (self), get_program (self)->circles->pdata[i]);

      add_undecided (self, get_program (self)->circles->pdata[i]);
      g_signal_connect_object (card, "rules", G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "agreed", G_CALLBACK (agreed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->reasons, card);
    }
  if (readiness->reason == ROUNDEL_REASON_SUPPORT)
    gtk_box_append (self->reasons, roundel_letters_card_new (get_program (self)));
}

static void
show_first (RoundelReadinessPage *self)
{
  RoundelStatus status;
  const char *day = roundel_program_find_first_check (get_program (self), ROUNDEL_REASON_EQUALITY, &status);
  g_autofree char *date = day != NULL ? dup_date (day) : NULL;
  g_autofree char *text = date != NULL ? g_strdup_printf (_("The first check was on %s. Look again half way."), date) : NULL;

  gtk_label_set_text (self->first, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->first), text != NULL);
  gtk_widget_set_visible (self->keep, day == NULL);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What may hold something that was typed and not saved, below WIDGET. */
static void
collect_forms (GtkWidget *widget,
               GPtrArray *forms)
{
  if (ROUNDEL_IS_ANSWER_ROW (widget) || ROUNDEL_IS_CHARTER_CARD (widget))
    g_ptr_array_add (forms, g_object_ref (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      collect_forms (child, forms);
}

static void
keep_unsaved (gpointer form,
              gpointer before)
{
  if (ROUNDEL_IS_CHARTER_CARD (form) && ROUNDEL_IS_CHARTER_CARD (before)
      && g_str_equal (roundel_charter_card_get_circle (form), roundel_charter_card_get_circle (before)))
    roundel_charter_card_take_unsaved (form, before);
  if (ROUNDEL_IS_ANSWER_ROW (form) && ROUNDEL_IS_ANSWER_ROW (before)
      && g_str_equal (roundel_answer_row_get_id (form), roundel_answer_row_get_id (before))
      && g_str_equal (adw_preferences_row_get_title (form), adw_preferences_row_get_title (before)))
    roundel_answer_row_take_unsaved (form, before);
}

/* The name of what has the focus, or of what it is in. */
static char *
get_focused_name (RoundelReadinessPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
    if (!g_str_equal (gtk_widget_get_name (focus), G_OBJECT_TYPE_NAME (focus)))
      return g_strdup (gtk_widget_get_name (focus));
  return NULL;
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

  roundel_program_changes_undo (self->changes, &error);
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
  g_autofree char *focused = get_focused_name (self);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *again;

  if (self->changes == NULL)
    self->changes = roundel_program_changes_new (roundel_program_page_get_desk (page), program->id);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->readiness = roundel_readiness_check (program, outcome, &formats);
  self->conflicts = roundel_program_find_conflicts (program, outcome);
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_outcome_dress (GTK_WIDGET (self->ring), outcome != NULL ? outcome->number : 0);
  roundel_readiness_ring_count (self->ring, self->readiness);
  show_first (self);
  collect_forms (GTK_WIDGET (self->reasons), before);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL;)
    gtk_box_remove (self->reasons, child);
  for (guint i = 0; i < self->readiness->len; i++)
    add_reason (self, self->readiness->pdata[i]);
  collect_forms (GTK_WIDGET (self->reasons), after);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_foreach (after, keep_unsaved, before->pdata[i]);
  again = focused != NULL ? find_named (GTK_WIDGET (self->reasons), focused) : NULL;
  if (again != NULL && !gtk_widget_grab_focus (again))
    gtk_widget_child_focus (again, GTK_DIR_TAB_FORWARD);
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
