/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/plan-editor.h"

#include <glib/gi18n-lib.h>

#include "app/plan/air-time.h"
#include "app/plan/block-list.h"
#include "app/plan/format-popover.h"
#include "app/plan/part-pane.h"
#include "app/plan/session-pane.h"
#include "app/plan/sum-line.h"
#include "app/shortcuts.h"
#include "app/widgets/fold.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/session-tabs.h"
#include "app/window.h"
#include "store/error.h"

/* What was typed is on the disk after this time without another edit. */
#define SAVE_MS 700

/* The plans of a circle's sessions, one at a time, as blocks that can be edited. Each session keeps its history until the
 * editor is closed; what is edited is written by itself. */
struct _RoundelPlanEditor
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  GtkWidget *done;
  GtkWidget *back;
  GtkWidget *leaflet;
  RoundelSessionTabs *tabs;
  RoundelBlockList *blocks;
  GtkMenuButton *add;
  RoundelFormatPopover *formats;
  RoundelSumLine *sum;
  GtkScrolledWindow *side;
  RoundelPartPane *part;
  RoundelAirTime *air;
  RoundelSessionPane *session_pane;

  RoundelDesk *desk;
  RoundelPlanKeeper *keeper;
  char *session_id;
  RoundelProgram *program;
  const RoundelSession *session; /* the program's */
  guint people;
  GHashTable *histories;         /* id of a session → RoundelPlanHistory */
  RoundelPlanHistory *history;   /* of the session that is shown */
  RoundelPlanMeasure *measure;
  guint shown;                   /* the part beside the plan */
  RoundelSessionPlan *saved;     /* as it is in the notebook */
  guint save_id;
  guint reload_id;
};

G_DEFINE_FINAL_TYPE (RoundelPlanEditor, roundel_plan_editor, ADW_TYPE_BIN)

static void
say (RoundelPlanEditor *self,
     const char        *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static guint
get_outcome (RoundelPlanEditor *self)
{
  const RoundelOutcome *outcome = roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), self->program->outcome);

  return outcome != NULL ? outcome->number : 0;
}

static const RoundelSessionPlan *
get_plan (RoundelPlanEditor *self)
{
  return roundel_plan_history_get (self->history);
}

static gboolean
save (RoundelPlanEditor *self)
{
  RoundelSessionPlan *plan = (RoundelSessionPlan *) get_plan (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!roundel_plan_keeper_write (self->keeper, self->session, self->saved, plan, &error))
    {
      say (self, error->message);
      return FALSE;
    }
  roundel_session_plan_ref (plan);
  roundel_session_plan_unref (self->saved);
  self->saved = plan;
  return TRUE;
}

static gboolean
save_cb (gpointer user_data)
{
  RoundelPlanEditor *self = user_data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* Showing */

static void
update_actions (RoundelPlanEditor *self)
{
  guint at = roundel_block_list_get_selected (self->blocks);
  guint n = get_plan (self)->outline->len;
  const RoundelPlanBlock *block = at < n ? roundel_plan_measure_find (self->measure, at) : NULL;
  gboolean any = block != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.undo", roundel_plan_history_can_undo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.redo", roundel_plan_history_can_redo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.earlier", any && at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.later", any && at + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.longer", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.shorter", any && block->seconds > ROUNDEL_PLAN_LEAST_PART);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.split",
                                 any && block->seconds >= 2 * ROUNDEL_PLAN_LEAST_PART && n < ROUNDEL_PLAN_MOST_PARTS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.repeat", any && n < ROUNDEL_PLAN_MOST_PARTS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.optional", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.remove", any);
}

static void
show_part (RoundelPlanEditor *self)
{
  guint selected = roundel_block_list_get_selected (self->blocks);

  roundel_part_pane_set (self->part, self->measure, get_plan (self), selected, self->session->starts, get_outcome (self));
  if (selected != self->shown)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->side), 0);
  self->shown = selected;
  update_actions (self);
}

/* Shows the plan as it stands, with the block AT selected. */
static void
show_plan (RoundelPlanEditor *self,
           guint              at)
{
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));
  const RoundelSessionPlan *plan = get_plan (self);

  g_clear_pointer (&self->measure, roundel_plan_measure_free);
  self->measure = roundel_plan_measure_new (plan->outline, &formats, self->people, self->session->seconds);
  roundel_block_list_set (self->blocks, self->measure, plan, self->session->starts, get_outcome (self));
  roundel_block_list_select (self->blocks, plan->outline->len > 0 ? MIN (at, plan->outline->len - 1) : ROUNDEL_PLAN_NO_PART);
  roundel_sum_line_show (self->sum, self->measure);
  roundel_air_time_show (self->air, self->measure->agenda, get_outcome (self));
  roundel_session_pane_set (self->session_pane, plan);
  show_part (self);
}

/* Takes PLAN over. */
static void
push (RoundelPlanEditor  *self,
      RoundelSessionPlan *plan,
      const char         *what,
      guint               at)
{
  if (!roundel_plan_history_push (self->history, plan, what))
    {
      show_plan (self, at);
      return;
    }
  show_plan (self, at);
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_MS, save_cb, self);
}

static void show_session (RoundelPlanEditor *self,
                          const char        *id);

static void
session_cb (RoundelPlanEditor *self,
            const char        *id)
{
  if (self->save_id != 0)
    save (self);
  show_session (self, id);
}

static void
show_titles (RoundelPlanEditor *self)
{
  g_autofree char *title = roundel_words_session_title (self->program, self->session);
  g_autofree char *date = self->session->starts != NULL ? roundel_words_date (self->session->starts) : NULL;
  g_autofree char *subtitle = date != NULL && self->program->title != NULL
                                ? g_strdup_printf ("%s · %s", self->program->title, date) : g_strdup (self->program->title);

  adw_window_title_set_title (self->header_title, title);
  adw_window_title_set_subtitle (self->header_title, subtitle != NULL ? subtitle : "");
}

static void
show_session (RoundelPlanEditor *self,
              const char        *id)
{
  const RoundelSession *session = roundel_program_find_session (self->program, id);
  g_autoptr (GArray) circle = NULL;

  g_return_if_fail (session != NULL);

  circle = roundel_program_list_circle (self->program, roundel_program_find_circle (self->program, session->circle));
  self->session = session;
  self->people = circle->len;
  g_free (self->session_id);
  self->session_id = g_strdup (id);
  self->history = g_hash_table_lookup (self->histories, id);
  if (self->history == NULL)
    {
      self->history = roundel_plan_history_new (roundel_session_plan_new (session));
      g_hash_table_insert (self->histories, g_strdup (id), self->history);
    }
  g_clear_pointer (&self->saved, roundel_session_plan_unref);
  self->saved = roundel_session_plan_new (session);
  roundel_part_pane_fill (self->part, roundel_desk_get_library (self->desk), self->people);
  roundel_format_popover_fill (self->formats, roundel_desk_get_library (self->desk), self->people);
  roundel_session_tabs_set (self->tabs, self->program, self->session, get_outcome (self));
  show_titles (self);
  show_plan (self, 0);
}

/* Somebody else wrote: by a merge, or another window. */
static gboolean
reload_cb (gpointer user_data)
{
  RoundelPlanEditor *self = user_data;
  RoundelProgram *program = roundel_plan_keeper_read (self->keeper, NULL);
  const RoundelSession *session = program != NULL ? roundel_program_find_session (program, self->session_id) : NULL;
  g_autoptr (RoundelSessionPlan) plan = session != NULL ? roundel_session_plan_new (session) : NULL;

  self->reload_id = 0;
  if (plan == NULL)
    {
      g_clear_pointer (&program, roundel_program_free);
      return G_SOURCE_REMOVE;
    }
  self->session = session;
  roundel_program_free (self->program);
  self->program = program;
  show_titles (self);
  if (self->save_id == 0 && !roundel_session_plan_equal (plan, self->saved))
    {
      roundel_session_plan_unref (self->saved);
      self->saved = roundel_session_plan_ref (plan);
      roundel_plan_history_push (self->history, g_steal_pointer (&plan), NULL);
      say (self, _("Changed elsewhere: this is the plan now"));
    }
  show_plan (self, roundel_block_list_get_selected (self->blocks));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RoundelPlanEditor *self)
{
  /* also told while the program ends */
  if (self->reload_id == 0 && self->desk != NULL)
    self->reload_id = g_idle_add (reload_cb, self);
}

/* Callbacks of the parts */

static void
selected_cb (RoundelPlanEditor *self)
{
  if (self->desk != NULL && self->measure != NULL)
    show_part (self);
}

static void
activated_cb (RoundelPlanEditor *self)
{
  gboolean folded = FALSE;

  g_object_get (self->leaflet, "folded", &folded, NULL);
  if (folded)
    g_object_set (self->leaflet, "visible-child-name", "part", NULL);
}

static void
resized_cb (RoundelPlanEditor *self,
            guint              part,
            guint              seconds)
{
  g_autofree char *what = g_strdup_printf ("minutes %u", part);

  push (self, roundel_session_plan_set_seconds (get_plan (self), part, seconds), what, part);
}

static void
moved_cb (RoundelPlanEditor *self,
          guint              from,
          guint              to)
{
  push (self, roundel_session_plan_move_part (get_plan (self), from, to), NULL, to);
}

/* Before time in hand at the end, or after what is selected. */
static void
added_cb (RoundelPlanEditor *self,
          const char        *id)
{
  const RoundelFormat *format = roundel_library_find (roundel_desk_get_library (self->desk), id, NULL);
  guint at = roundel_block_list_get_selected (self->blocks);
  guint n = get_plan (self)->outline->len;

  if (format == NULL || n >= ROUNDEL_PLAN_MOST_PARTS)
    return;
  at = at < n ? at + 1 : n;
  push (self, roundel_session_plan_add_part (get_plan (self), at, format, 0), NULL, at);
}

static void
edited_cb (RoundelPlanEditor  *self,
           RoundelSessionPlan *plan,
           const char         *what)
{
  push (self, roundel_session_plan_ref (plan), what, roundel_block_list_get_selected (self->blocks));
}

static void
folded (GtkWidget  *owner,
        gboolean    is_folded,
        const char *page)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (owner);
  gboolean part = is_folded && g_strcmp0 (page, "part") == 0;

  gtk_widget_set_visible (self->back, part);
  gtk_widget_set_visible (self->done, !part);
  roundel_block_list_set_narrow (self->blocks, is_folded);
}

/* Actions */

static void
step_history (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  const RoundelSessionPlan *before = get_plan (self);
  gboolean done = g_str_equal (action, "plan.undo") ? roundel_plan_history_undo (self->history)
                                                    : roundel_plan_history_redo (self->history);

  if (!done)
    return;
  show_plan (self, roundel_session_plan_find_change (before, get_plan (self), roundel_block_list_get_selected (self->blocks)));
  save (self);
}

static void
close_editor (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->save_id != 0 && !save (self))
    return;
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  g_object_set (ROUNDEL_PLAN_EDITOR (widget)->leaflet, "visible-child-name", "plan", NULL);
}

static void
add_round (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  gtk_menu_button_popup (ROUNDEL_PLAN_EDITOR (widget)->add);
}

static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint from = roundel_block_list_get_selected (self->blocks);
  guint to = g_str_equal (action, "block.earlier") ? from - 1 : from + 1;

  if (from < get_plan (self)->outline->len && to < get_plan (self)->outline->len)
    moved_cb (self, from, to);
}

/* A minute up or down from what it turned out to be. */
static void
resize (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint at = roundel_block_list_get_selected (self->blocks);
  const RoundelPlanBlock *block = roundel_plan_measure_find (self->measure, at);
  gboolean longer = g_str_equal (action, "block.longer");

  if (block == NULL || (!longer && block->seconds <= ROUNDEL_PLAN_LEAST_PART))
    return;
  resized_cb (self, at, longer ? block->seconds / 60 * 60 + 60 : (block->seconds - 1) / 60 * 60);
}

static void
split (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint at = roundel_block_list_get_selected (self->blocks);
  const RoundelPlanBlock *block = roundel_plan_measure_find (self->measure, at);

  if (block != NULL && block->seconds >= 2 * ROUNDEL_PLAN_LEAST_PART)
    push (self, roundel_session_plan_split_part (get_plan (self), at, block->seconds, block->seconds / 120 * 60), NULL, at);
}

static void
repeat (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint at = roundel_block_list_get_selected (self->blocks);
  const RoundelPlanBlock *block = roundel_plan_measure_find (self->measure, at);

  if (block != NULL)
    push (self, roundel_session_plan_repeat_part (get_plan (self), at, block->seconds), NULL, at + 1);
}

static void
toggle_optional (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint at = roundel_block_list_get_selected (self->blocks);

  if (at < get_plan (self)->outline->len)
    push (self, roundel_session_plan_set_optional (get_plan (self), at,
                                                   !((RoundelOutlinePart *) get_plan (self)->outline->pdata[at])->optional),
          NULL, at);
}

static void
remove_block (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);
  guint at = roundel_block_list_get_selected (self->blocks);

  if (at < get_plan (self)->outline->len)
    push (self, roundel_session_plan_remove_part (get_plan (self), at), NULL, at);
}

/* Overrides */

/* It leaves the screen: by Done, or because the window closes. */
static void
roundel_plan_editor_unmap (GtkWidget *widget)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (widget);

  if (self->save_id != 0)
    save (self);
  GTK_WIDGET_CLASS (roundel_plan_editor_parent_class)->unmap (widget);
}

static void
roundel_plan_editor_dispose (GObject *object)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (roundel_plan_editor_parent_class)->dispose (object);
}

static void
roundel_plan_editor_finalize (GObject *object)
{
  RoundelPlanEditor *self = ROUNDEL_PLAN_EDITOR (object);

  g_clear_pointer (&self->measure, roundel_plan_measure_free);
  g_clear_pointer (&self->saved, roundel_session_plan_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  g_hash_table_unref (self->histories);
  g_free (self->session_id);
  G_OBJECT_CLASS (roundel_plan_editor_parent_class)->finalize (object);
}

static void
roundel_plan_editor_class_init (RoundelPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_plan_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_plan_editor_finalize;
  widget_class->unmap = roundel_plan_editor_unmap;

  g_type_ensure (ROUNDEL_TYPE_AIR_TIME);
  g_type_ensure (ROUNDEL_TYPE_BLOCK_LIST);
  g_type_ensure (ROUNDEL_TYPE_FORMAT_POPOVER);
  g_type_ensure (ROUNDEL_TYPE_PART_PANE);
  g_type_ensure (ROUNDEL_TYPE_SESSION_PANE);
  g_type_ensure (ROUNDEL_TYPE_SESSION_TABS);
  g_type_ensure (ROUNDEL_TYPE_SUM_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, done);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, back);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, tabs);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, blocks);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, add);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, formats);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, sum);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, side);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, part);
  gtk_widget_class_bind_template_child (widget_class, RoundelPlanEditor, air);
  gtk_widget_class_bind_template_child_full (widget_class, "session", FALSE, G_STRUCT_OFFSET (RoundelPlanEditor, session_pane));
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_cb);

  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, step_history);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, step_history);
  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_round);
  gtk_widget_class_install_action (widget_class, "plan.close", NULL, close_editor);
  gtk_widget_class_install_action (widget_class, "plan.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "block.earlier", NULL, move);
  gtk_widget_class_install_action (widget_class, "block.later", NULL, move);
  gtk_widget_class_install_action (widget_class, "block.longer", NULL, resize);
  gtk_widget_class_install_action (widget_class, "block.shorter", NULL, resize);
  gtk_widget_class_install_action (widget_class, "block.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "block.repeat", NULL, repeat);
  gtk_widget_class_install_action (widget_class, "block.optional", NULL, toggle_optional);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, remove_block);
}

static void
roundel_plan_editor_init (RoundelPlanEditor *self)
{
  self->histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) roundel_plan_history_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_fold_watch (self->leaflet, GTK_WIDGET (self), folded);
  g_object_set (self->leaflet, "visible-child-name", "plan", NULL);
  roundel_shortcuts_attach (GTK_WIDGET (self), "plan");
}

/**
 * roundel_plan_editor_new:
 * @desk: what the screens work on
 * @keeper: where the plans are
 * @session: id of a session, which is shown first
 * @error: return location
 *
 * Returns: (transfer floating): an editor for the whole window, or %NULL when there is no such session
 */
GtkWidget *
roundel_plan_editor_new (RoundelDesk        *desk,
                         RoundelPlanKeeper  *keeper,
                         const char         *session,
                         GError            **error)
{
  RoundelProgram *read = roundel_plan_keeper_read (keeper, error);
  RoundelPlanEditor *self;

  if (read == NULL)
    return NULL;
  if (roundel_program_find_session (read, session) == NULL)
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("The session is not there any more."));
      roundel_program_free (read);
      return NULL;
    }
  self = g_object_new (ROUNDEL_TYPE_PLAN_EDITOR, NULL);
  self->desk = g_object_ref (desk);
  self->keeper = g_object_ref (keeper);
  self->program = read;
  g_signal_connect_object (keeper, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_session (self, session);
  return GTK_WIDGET (self);
}
