/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/results/results-page.h"

#include <glib/gi18n-lib.h>

#include "app/program-changes.h"
#include "app/shortcuts.h"
#include "app/widgets/evaluation-list.h"
#include "app/widgets/page.h"
#include "app/widgets/result-list.h"
#include "app/window.h"
#include "core/agreement.h"
#include "core/id.h"

/* What was typed is on the disk after this time without another edit. */
#define SAVE_MS 700

/* What a program should bring about, and how that is evaluated (D2, E1). */
struct _RoundelResultsPage
{
  AdwBin parent_instance;

  RoundelPage *page;
  GtkBox *box;
  RoundelResultList *results;
  RoundelEvaluationList *evaluation;

  RoundelDesk *desk;
  RoundelProgramChanges *changes;
  RoundelProgram *pending; /* with what was typed and is not on the disk yet, or NULL */
  guint save_id;
  guint reload_id;
};

G_DEFINE_FINAL_TYPE (RoundelResultsPage, roundel_results_page, ADW_TYPE_BIN)

static void
say (RoundelResultsPage *self,
     const char         *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static const RoundelOutcome *
find_outcome (RoundelResultsPage   *self,
              const RoundelProgram *program)
{
  return roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome);
}

static void
show_program (RoundelResultsPage   *self,
              const RoundelProgram *program)
{
  const RoundelOutcome *outcome = find_outcome (self, program);

  g_object_set (self->page, "subtitle", program->title, NULL);
  roundel_result_list_set (self->results, program->results, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->evaluation), outcome != NULL);
  if (outcome != NULL)
    roundel_evaluation_list_set (self->evaluation, program, outcome);
}

static gboolean
save (RoundelResultsPage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->pending == NULL)
    return TRUE;
  if (!roundel_program_changes_write (self->changes, g_steal_pointer (&self->pending), &error))
    {
      say (self, error->message);
      return FALSE;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.undo", TRUE);
  return TRUE;
}

static gboolean
save_cb (gpointer user_data)
{
  RoundelResultsPage *self = user_data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* The program to edit: as it is in the notebook, with what was typed since; it is written a moment later. */
static RoundelProgram *
begin_edit (RoundelResultsPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->pending == NULL)
    self->pending = roundel_program_changes_read (self->changes, &error);
  if (self->pending == NULL)
    {
      say (self, error->message);
      return NULL;
    }
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_MS, save_cb, self);
  return self->pending;
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelResultsPage *self = user_data;
  g_autoptr (RoundelProgram) program = NULL;

  self->reload_id = 0;
  if (self->pending != NULL)
    return G_SOURCE_REMOVE;
  program = roundel_program_changes_read (self->changes, NULL);
  if (program != NULL)
    show_program (self, program);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RoundelResultsPage *self)
{
  /* also told while the program ends */
  if (self->reload_id == 0 && self->desk != NULL)
    self->reload_id = g_idle_add (reload_cb, self);
}

static void
edited_cb (RoundelResultsPage *self,
           const GPtrArray    *results)
{
  RoundelProgram *program = begin_edit (self);

  if (program == NULL)
    return;
  g_ptr_array_set_size (program->results, 0);
  for (guint i = 0; i < results->len; i++)
    {
      RoundelResult *result = roundel_result_copy (results->pdata[i]);

      if (*result->id == '\0')
        {
          g_free (result->id);
          result->id = roundel_id_new (roundel_desk_get_env (self->desk));
        }
      g_ptr_array_add (program->results, result);
    }
  roundel_result_list_set (self->results, program->results, find_outcome (self, program));
}

static void
answered_cb (RoundelResultsPage *self,
             const char         *check,
             const char         *how,
             const char         *owner)
{
  RoundelProgram *program = begin_edit (self);
  g_autofree char *id = roundel_id_new (roundel_desk_get_env (self->desk));

  if (program != NULL)
    roundel_program_answer (program, id, check, how, owner, NULL);
}

/* Actions */

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (save (ROUNDEL_RESULTS_PAGE (widget)) && ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelResultsPage *self = ROUNDEL_RESULTS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean all = TRUE;

  if (save (self) && !roundel_program_changes_undo (self->changes, &all, &error))
    say (self, error->message);
  else if (!all)
    say (self, _("What was changed since then stays"));
  gtk_widget_action_set_enabled (widget, "results.undo", roundel_program_changes_can_undo (self->changes));
}

/* Overrides */

/* It leaves the screen: by Done, or because the window closes. */
static void
roundel_results_page_unmap (GtkWidget *widget)
{
  save (ROUNDEL_RESULTS_PAGE (widget));
  GTK_WIDGET_CLASS (roundel_results_page_parent_class)->unmap (widget);
}

static void
roundel_results_page_dispose (GObject *object)
{
  RoundelResultsPage *self = ROUNDEL_RESULTS_PAGE (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_results_page_parent_class)->dispose (object);
}

static void
roundel_results_page_finalize (GObject *object)
{
  RoundelResultsPage *self = ROUNDEL_RESULTS_PAGE (object);

  g_clear_pointer (&self->pending, roundel_program_free);
  g_clear_pointer (&self->changes, roundel_program_changes_free);
  G_OBJECT_CLASS (roundel_results_page_parent_class)->finalize (object);
}

static void
roundel_results_page_class_init (RoundelResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_results_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_results_page_finalize;
  widget_class->unmap = roundel_results_page_unmap;

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelResultsPage, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelResultsPage, box);

  gtk_widget_class_install_action (widget_class, "results.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "results.undo", NULL, undo);
}

static void
roundel_results_page_init (RoundelResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->results = ROUNDEL_RESULT_LIST (roundel_result_list_new ());
  self->evaluation = ROUNDEL_EVALUATION_LIST (roundel_evaluation_list_new (TRUE));
  gtk_box_append (self->box, GTK_WIDGET (self->results));
  gtk_box_append (self->box, GTK_WIDGET (self->evaluation));
  g_signal_connect_object (self->results, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->evaluation, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.undo", FALSE);
  roundel_shortcuts_attach (GTK_WIDGET (self), "results");
}

/**
 * roundel_results_page_new:
 * @desk: what the screens work on
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program
 */
GtkWidget *
roundel_results_page_new (RoundelDesk  *desk,
                          const char   *program,
                          GError      **error)
{
  g_autoptr (RoundelProgramChanges) changes = roundel_program_changes_new (desk, program);
  g_autoptr (RoundelProgram) read = roundel_program_changes_read (changes, error);
  RoundelResultsPage *self;

  if (read == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_RESULTS_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->changes = g_steal_pointer (&changes);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_program (self, read);
  return GTK_WIDGET (self);
}
