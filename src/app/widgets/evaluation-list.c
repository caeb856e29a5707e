/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/evaluation-list.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-words.h"

typedef struct
{
  GtkWidget *row;
  GtkEditable *how;
  GtkEditable *owner;
  const char *check;
  char *suggested;
} Item;

/* The five things that are evaluated, each with when and how (E1). */
struct _RoundelEvaluationList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwExpanderRow *fold; /* holds the rows where they are only read */
  Item items[ROUNDEL_N_EVALUATED];
  gboolean editable;
  gboolean setting;
};

static guint answered_signal;

G_DEFINE_FINAL_TYPE (RoundelEvaluationList, roundel_evaluation_list, ADW_TYPE_BIN)

static char *
dup_stripped (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* What is as suggested is no answer: it follows the program. */
static void
changed_cb (RoundelEvaluationList *self,
            GtkEditable           *entry)
{
  for (guint i = 0; i < ROUNDEL_N_EVALUATED && !self->setting; i++)
    {
      Item *item = &self->items[i];
      g_autofree char *how = NULL;
      g_autofree char *owner = NULL;

      if (entry != item->how && entry != item->owner)
        continue;
      how = dup_stripped (item->how);
      owner = dup_stripped (item->owner);
      g_signal_emit (self, answered_signal, 0, item->check, g_str_equal (how, item->suggested) ? "" : how, owner);
    }
}

static GtkEditable *
add_entry (RoundelEvaluationList *self,
           GtkWidget             *row,
           const char            *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  return GTK_EDITABLE (entry);
}

static void
make_item (RoundelEvaluationList *self,
           Item                  *item)
{
  item->row = self->editable ? adw_expander_row_new () : adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item->row), FALSE);
  if (self->editable)
    {
      item->how = add_entry (self, item->row, _("How"));
      item->owner = add_entry (self, item->row, _("Who sees to it"));
    }
  else
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (item->row), 0);
  if (self->fold != NULL)
    adw_expander_row_add_row (self->fold, item->row);
  else
    adw_preferences_group_add (self->group, item->row);
}

/* An entry has one line. */
static char *
dup_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("; ", lines);
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  g_autofree char *shown = dup_stripped (entry);

  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_item (RoundelEvaluationList       *self,
           Item                        *item,
           const RoundelEvaluationItem *of)
{
  g_autofree char *words = of->owner != NULL ? g_strdup_printf ("%s · %s\n%s", of->when, of->owner, of->how)
                                             : g_strdup_printf ("%s\n%s", of->when, of->how);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->row), of->what);
  g_object_set (item->row, "subtitle", words, NULL);
  item->check = of->check;
  g_free (item->suggested);
  item->suggested = dup_line (of->suggested);
  if (self->editable)
    {
      g_autofree char *how = dup_line (of->how);

      set_text (item->how, how);
      set_text (item->owner, of->owner);
    }
}

static char *
describe_date (const RoundelSession *session)
{
  return session != NULL && session->starts != NULL ? roundel_words_date (session->starts) : NULL;
}

static char *
describe (const RoundelEvaluationPlan *plan)
{
  g_autofree char *half = describe_date (plan->half);
  g_autofree char *last = describe_date (plan->last);
  const char *how = _("Answers have no names: at the room’s one computer, or on paper slips that are typed in.");
  GString *text = g_string_new (NULL);

  if (half != NULL && plan->half != plan->last)
    /* Translators: two dates */
    g_string_append_printf (text, _("Half way is %s, the end %s. "), half, last);
  g_string_append (text, how);
  if (plan->later != NULL)
    g_string_append_printf (text, "\n%s", plan->later);
  return g_string_free (text, FALSE);
}

static void
roundel_evaluation_list_finalize (GObject *object)
{
  RoundelEvaluationList *self = ROUNDEL_EVALUATION_LIST (object);

  for (guint i = 0; i < ROUNDEL_N_EVALUATED; i++)
    g_free (self->items[i].suggested);
  G_OBJECT_CLASS (roundel_evaluation_list_parent_class)->finalize (object);
}

static void
roundel_evaluation_list_class_init (RoundelEvaluationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_evaluation_list_finalize;

  /* (check, how, owner): what somebody wants instead; an empty text for what is suggested */
  answered_signal = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
roundel_evaluation_list_init (RoundelEvaluationList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("How it will be evaluated"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * roundel_evaluation_list_new:
 * @editable: whether how and who can be changed
 *
 * Returns: (transfer floating): a list, which emits `answered`
 */
GtkWidget *
roundel_evaluation_list_new (gboolean editable)
{
  RoundelEvaluationList *self = g_object_new (ROUNDEL_TYPE_EVALUATION_LIST, NULL);

  self->editable = editable;
  if (!editable)
    {
      self->fold = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fold), _("The five things that are looked at"));
      adw_preferences_group_add (self->group, GTK_WIDGET (self->fold));
    }
  for (guint i = 0; i < ROUNDEL_N_EVALUATED; i++)
    make_item (self, &self->items[i]);
  return GTK_WIDGET (self);
}

/**
 * roundel_evaluation_list_set:
 * @self: a list
 * @program: a program
 * @outcome: its outcome
 */
void
roundel_evaluation_list_set (RoundelEvaluationList *self,
                             const RoundelProgram  *program,
                             const RoundelOutcome  *outcome)
{
  g_autoptr (RoundelEvaluationPlan) plan = roundel_evaluation_plan_new (program, outcome);
  g_autofree char *words = describe (plan);

  g_return_if_fail (ROUNDEL_IS_EVALUATION_LIST (self));

  self->setting = TRUE;
  adw_preferences_group_set_description (self->group, words);
  for (guint i = 0; i < ROUNDEL_N_EVALUATED; i++)
    show_item (self, &self->items[i], plan->items->pdata[i]);
  self->setting = FALSE;
}
