/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/reason-group.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/answer-row.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-mark.h"
#include "core/agreement.h"

/* One of the seven reasons: what was computed, what somebody has to say, and exceptions. A row stays as long as what it
 * is about does, so that focus, place and what is being typed do; it is named by that. */
struct _RoundelReasonGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;

  /* of the last time it was shown */
  const RoundelProgram *program;
  GPtrArray *conflicts;
  guint outcome;
};

enum
{
  ANSWERED,
  EXCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelReasonGroup, roundel_reason_group, ADW_TYPE_PREFERENCES_GROUP)

static void
answered_cb (RoundelReasonGroup *self,
             RoundelAnswerRow   *row)
{
  g_signal_emit (self, signals[ANSWERED], 0, row);
}

static void
excepted_cb (RoundelReasonGroup *self,
             RoundelAnswerRow   *row)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      g_autofree char *name = roundel_program_name_exception (self->program, self->conflicts->pdata[i]);

      if (g_str_equal (name, roundel_answer_row_get_id (row)))
        {
          g_signal_emit (self, signals[EXCEPTED], 0, self->conflicts->pdata[i], row);
          return;
        }
    }
}

static void
show_mark (RoundelReasonGroup *self,
           GtkWidget          *row,
           RoundelStatus       status)
{
  roundel_readiness_mark_show (g_object_get_data (G_OBJECT (row), "mark"), status, self->outcome);
}

/* The row NAME is from now on the one at AT, unless there is none. Rows keep their order: those before it are gone. */
static GtkWidget *
find_row (RoundelReasonGroup *self,
          const char         *name,
          int                 at)
{
  GtkListBoxRow *row;
  int found = at;

  while ((row = gtk_list_box_get_row_at_index (self->list, found)) != NULL
         && !g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
    found++;
  for (; row != NULL && found > at; found--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, at)));
  return GTK_WIDGET (row);
}

static void
add_row (RoundelReasonGroup *self,
         GtkWidget          *row,
         const char         *name,
         int                 at)
{
  GtkWidget *mark = roundel_readiness_mark_new (ROUNDEL_STATUS_OPEN, 0);

  gtk_widget_set_name (row, name);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), mark);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_insert (self->list, row, at);
}

static char *
describe_answer (const RoundelReadinessNote *note)
{
  g_autofree char *due = note != NULL && note->due != NULL ? roundel_words_day (note->due) : NULL;
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

static void
show_answer (RoundelReasonGroup       *self,
             int                       at,
             const char               *name,
             const char               *title,
             const char               *known,
             const RoundelAnswerEntry *entries,
             guint                     n_entries,
             RoundelStatus             status,
             GCallback                 saved)
{
  GtkWidget *row = find_row (self, name, at);

  if (row == NULL)
    {
      row = roundel_answer_row_new (name, title, known, entries, n_entries);
      g_signal_connect_object (row, "saved", saved, self, G_CONNECT_SWAPPED);
      add_row (self, row, name, at);
    }
  else
    roundel_answer_row_show (ROUNDEL_ANSWER_ROW (row), title, known, entries);
  show_mark (self, row, status);
}

static void
show_question (RoundelReasonGroup *self,
               int                 at,
               const RoundelCheck *check)
{
  const RoundelReadinessNote *note = roundel_program_find_answer (self->program, check->id);
  const RoundelAnswerEntry entries[] = {
    { _("What shows that it is so"), note != NULL ? note->evidence : NULL },
    { _("Who sees to it"), note != NULL ? note->owner : NULL },
    { _("Until when"), note != NULL ? note->due : NULL },
  };
  g_autofree char *known = describe_answer (note);

  show_answer (self, at, check->id, check->question, known, entries, G_N_ELEMENTS (entries), check->status,
               G_CALLBACK (answered_cb));
}

static void
show_computed (RoundelReasonGroup *self,
               int                 at,
               const RoundelCheck *check)
{
  GtkWidget *row = find_row (self, check->id, at);

  if (row == NULL)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      add_row (self, row, check->id, at);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), check->why);
  show_mark (self, row, check->status);
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

/* What stands against them meeting as peers may be agreed on, with a reason. */
static void
show_conflict (RoundelReasonGroup    *self,
               int                    at,
               const RoundelConflict *conflict)
{
  const RoundelReadinessNote *note = roundel_program_find_exception (self->program, conflict);
  const RoundelAnswerEntry entry = { _("Why it may be all the same, as all agreed"), conflict->exception };
  g_autofree char *name = roundel_program_name_exception (self->program, conflict);
  g_autofree char *date = note != NULL && note->due != NULL ? roundel_words_day (note->due) : NULL;
  g_autofree char *known = conflict->exception == NULL ? g_strdup (_("Change who meets, or agree on an exception"))
                           : date == NULL ? g_strdup_printf (_("Exception agreed: %s"), conflict->exception)
                           : g_strdup_printf (_("Exception agreed: %s · %s"), conflict->exception, date);

  show_answer (self, at, name, conflict->why, known, &entry, 1,
               conflict->exception != NULL ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_FAILED, G_CALLBACK (excepted_cb));
}

/* Rows that stand for CHECK, from AT on. Returns how many. */
static int
show_conflicts (RoundelReasonGroup *self,
                int                 at,
                const RoundelCheck *check)
{
  int n = 0;

  for (guint i = 0; i < self->conflicts->len; i++)
    if (g_str_equal (get_check (self->conflicts->pdata[i]), check->id))
      show_conflict (self, at + n++, self->conflicts->pdata[i]);
  return n;
}

static char *
describe_reason (RoundelReasonGroup     *self,
                 const RoundelReadiness *readiness)
{
  RoundelStatus first;
  const char *now = roundel_status_get_name (readiness->status);

  if (roundel_program_find_first_check (self->program, readiness->reason, &first) == NULL || first == readiness->status)
    return g_strdup (now);
  /* Translators: how it stands with a reason, and how it stood at the first check */
  return g_strdup_printf (_("%s · at the first check: %s"), now, roundel_status_get_name (first));
}

static void
roundel_reason_group_class_init (RoundelReasonGroupClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /* (the row of the question) */
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, ROUNDEL_TYPE_ANSWER_ROW);
  /* (the conflict, the row with the reason) */
  signals[EXCEPTED] = g_signal_new ("excepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, ROUNDEL_TYPE_ANSWER_ROW);
}

static void
roundel_reason_group_init (RoundelReasonGroup *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

GtkWidget *
roundel_reason_group_new (void)
{
  return g_object_new (ROUNDEL_TYPE_REASON_GROUP, NULL);
}

/**
 * roundel_reason_group_show:
 * @self: a group, which emits `answered` and `excepted`
 * @readiness: how it stands with the reason
 * @program: a program; it has to stay until the next one
 * @conflicts: (element-type RoundelConflict): all of them; they have to stay until the next ones
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_reason_group_show (RoundelReasonGroup     *self,
                           const RoundelReadiness *readiness,
                           const RoundelProgram   *program,
                           GPtrArray              *conflicts,
                           guint                   outcome)
{
  const char *title = roundel_reason_get_name (readiness->reason);
  g_autofree char *status = NULL;
  GtkListBoxRow *row;
  int at = 0;

  g_return_if_fail (ROUNDEL_IS_REASON_GROUP (self));

  self->program = program;
  self->conflicts = conflicts;
  self->outcome = outcome;
  status = describe_reason (self, readiness);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < readiness->checks->len; i++)
    {
      const RoundelCheck *check = readiness->checks->pdata[i];
      int n = show_conflicts (self, at, check);

      if (n == 0 && check->question != NULL)
        show_question (self, at, check);
      else if (n == 0)
        show_computed (self, at, check);
      at += MAX (n, 1);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, at)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}
