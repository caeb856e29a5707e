/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/readiness-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/conflict-card.h"
#include "app/widgets/answer-row.h"
#include "app/readiness/charter-card.h"
#include "app/readiness/letters-card.h"
#include "app/shortcuts.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-ring.h"
#include "app/widgets/ring.h"
#include "app/widgets/width-bin.h"
#include "app/window.h"
#include "core/agreement.h"
#include "core/id.h"
#include "core/readiness.h"
#include "core/schedule.h"
#include "store/programs.h"

/* The seven reasons as a list to work off (D16): what is computed, what somebody has to say, exceptions, the charter and the
 * letters. */
struct _RoundelReadinessPage
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  GtkOrientable *head;
  RoundelRing *ring;
  GtkLabel *first;
  GtkWidget *keep;
  GtkBox *reasons;
  RoundelWidthBin *width;

  RoundelDesk *desk;
  char *id;
  RoundelProgram *program;
  GPtrArray *readiness;
  GPtrArray *conflicts;
  GPtrArray *undo;      /* of RoundelProgram: before and after, in turn */
  guint reload_id;
};

G_DEFINE_FINAL_TYPE (RoundelReadinessPage, roundel_readiness_page, ADW_TYPE_BIN)

static void
say (RoundelReadinessPage *self,
     const char           *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static RoundelProgram *
read_program (RoundelReadinessPage *self)
{
  g_autoptr (GError) error = NULL;
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->id, &error);

  if (program == NULL)
    say (self, error->message);
  return program;
}

/* Writes what makes AFTER, a program that was read and changed, and keeps how to undo it. Takes AFTER over. */
static void
write_program (RoundelReadinessPage *self,
               RoundelProgram       *after)
{
  g_autoptr (RoundelProgram) owned = after;
  g_autoptr (RoundelProgram) before = read_program (self);
  g_autoptr (GError) error = NULL;

  if (before == NULL)
    return;
  if (!roundel_notebook_change_program (roundel_desk_get_notebook (self->desk), before, after, &error))
    {
      say (self, error->message);
      return;
    }
  g_ptr_array_add (self->undo, g_steal_pointer (&before));
  g_ptr_array_add (self->undo, g_steal_pointer (&owned));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "readiness.undo", TRUE);
}

static char *
today (RoundelReadinessPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y-%m-%d");
}

/* A day in words; what is no day stays as it was written. */
static char *
dup_date (const char *day)
{
  g_autofree char *local = g_strconcat (day, "T00:00", NULL);

  return roundel_local_time_is_valid (local) ? roundel_words_date (local) : g_strdup (day);
}

static char *
new_id (RoundelReadinessPage *self)
{
  return roundel_id_new (roundel_desk_get_env (self->desk));
}

static void
answer_saved_cb (RoundelReadinessPage *self,
                 RoundelAnswerRow     *row)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *id = new_id (self);

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
  g_autofree char *id = new_id (self);
  g_autofree char *date = today (self);

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
  g_autofree char *id = new_id (self);

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
  g_autofree char *date = today (self);

  if (program == NULL)
    return;
  roundel_program_agree (program, roundel_charter_card_get_circle (card), member, agrees, date);
  write_program (self, program);
}

/* Showing */

static const char *
get_status_name (RoundelStatus status)
{
  const char *names[] = { N_("met"), N_("later"), N_("open"), N_("to settle") };

  return _(names[status]);
}

static GtkWidget *
make_mark (RoundelReadinessPage *self,
           RoundelStatus         status)
{
  const char *icons[] = { "object-select-symbolic", "document-open-recent-symbolic", NULL, "dialog-warning-symbolic" };
  const char *classes[] = { "met", "dim", "open-mark", "warning-mark" };
  const RoundelOutcome *outcome = roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), self->program->outcome);
  GtkWidget *mark = gtk_image_new_from_icon_name (icons[status]);

  if (status == ROUNDEL_STATUS_MET && outcome != NULL)
    roundel_outcome_dress (mark, outcome->number);
  gtk_widget_add_css_class (mark, classes[status]);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, get_status_name (status), -1);
  return mark;
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
  const RoundelReadinessNote *note = roundel_program_find_answer (self->program, check->id);
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
  const RoundelReadinessNote *note = roundel_program_find_exception (self->program, conflict);
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
  const char *now = get_status_name (readiness->status);

  if (roundel_program_find_first_check (self->program, readiness->reason, &first) == NULL || first == readiness->status)
    return g_strdup (now);
  /* Translators: how it stands with a reason, and how it stood at the first check */
  return g_strdup_printf (_("%s · at the first check: %s"), now, get_status_name (first));
}

/* Above a charter that was written twice at the same time, the way to decide it. */
static void
add_undecided (RoundelReadinessPage *self,
               const RoundelCircle  *circle)
{
  const RoundelCharter *charter = roundel_program_find_charter (self->program, circle->id);
  GtkWidget *card;

  if (charter == NULL)
    return;
  card = g_object_new (ROUNDEL_TYPE_CONFLICT_CARD, NULL);
  roundel_conflict_card_show (ROUNDEL_CONFLICT_CARD (card), self->desk, self->program, charter->id);
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
  for (guint i = 0; readiness->reason == ROUNDEL_REASON_SAFETY && i < self->program->circles->len; i++)
    {
      GtkWidget *card = roundel_charter_card_new (self->program, self->program->circles->pdata[i]);

      add_undecided (self, self->program->circles->pdata[i]);
      g_signal_connect_object (card, "rules", G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "agreed", G_CALLBACK (agreed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->reasons, card);
    }
  if (readiness->reason == ROUNDEL_REASON_SUPPORT)
    gtk_box_append (self->reasons, roundel_letters_card_new (self->program));
}

static void
show_first (RoundelReadinessPage *self)
{
  RoundelStatus status;
  const char *day = roundel_program_find_first_check (self->program, ROUNDEL_REASON_EQUALITY, &status);
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
reload (RoundelReadinessPage *self)
{
  RoundelProgram *program = read_program (self);
  g_autofree char *focused = get_focused_name (self);
  const RoundelOutcome *outcome;
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));
  GtkWidget *again;

  if (program == NULL)
    return;
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->program = program;
  outcome = roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome);
  self->readiness = roundel_readiness_check (program, outcome, &formats);
  self->conflicts = roundel_program_find_conflicts (program, outcome);
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_outcome_dress (GTK_WIDGET (self->ring), outcome != NULL ? outcome->number : 0);
  roundel_readiness_ring_count (self->ring, self->readiness);
  show_first (self);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL;)
    gtk_box_remove (self->reasons, child);
  for (guint i = 0; i < self->readiness->len; i++)
    add_reason (self, self->readiness->pdata[i]);
  again = focused != NULL ? find_named (GTK_WIDGET (self->reasons), focused) : NULL;
  if (again != NULL && !gtk_widget_grab_focus (again))
    gtk_widget_child_focus (again, GTK_DIR_TAB_FORWARD);
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelReadinessPage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RoundelReadinessPage *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

static void
narrow_cb (RoundelReadinessPage *self)
{
  gboolean narrow = roundel_width_bin_is_narrow (self->width);

  gtk_orientable_set_orientation (self->head, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Actions */

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  guint n = self->undo->len;

  if (n == 0)
    return;
  if (!roundel_notebook_change_program (roundel_desk_get_notebook (self->desk), self->undo->pdata[n - 1],
                                        self->undo->pdata[n - 2], &error))
    say (self, error->message);
  g_ptr_array_set_size (self->undo, (int) n - 2);
  gtk_widget_action_set_enabled (widget, "readiness.undo", self->undo->len > 0);
}

static void
keep_first (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (widget);
  RoundelProgram *program = read_program (self);
  g_autofree char *id = new_id (self);
  g_autofree char *date = today (self);

  if (program == NULL)
    return;
  roundel_readiness_keep_first (self->readiness, program, id, date);
  write_program (self, program);
}

/* Overrides */

static void
roundel_readiness_page_dispose (GObject *object)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_readiness_page_parent_class)->dispose (object);
}

static void
roundel_readiness_page_finalize (GObject *object)
{
  RoundelReadinessPage *self = ROUNDEL_READINESS_PAGE (object);

  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_ptr_array_unref (self->undo);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_readiness_page_parent_class)->finalize (object);
}

static void
roundel_readiness_page_class_init (RoundelReadinessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_readiness_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_readiness_page_finalize;

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

  gtk_widget_class_install_action (widget_class, "readiness.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "readiness.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "readiness.keep-first", NULL, keep_first);
}

static void
roundel_readiness_page_init (RoundelReadinessPage *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
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
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (roundel_desk_get_notebook (desk), program, error);
  RoundelReadinessPage *self;

  if (read == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_READINESS_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->id = g_strdup (program);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
