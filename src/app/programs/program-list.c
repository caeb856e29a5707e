/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/program-list.h"

#include "app/programs/program-item.h"
#include "app/programs/program-row.h"
#include "store/programs.h"

/* All programs by stage, with a search. How ready each is comes after what it is called. */
struct _RoundelProgramList
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *shown;
  GPtrArray *items;       /* (element-type RoundelProgramItem): all, in order */
  guint worked_out;       /* how many of them know how ready they are */
  guint work_id;
  RoundelDesk *desk;
  char *selected;         /* id */
  gboolean filling;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelProgramList, roundel_program_list, ADW_TYPE_BIN)

/* One at a time, when there is nothing else to do: until then the ring is open. */
static gboolean
work_out_cb (gpointer user_data)
{
  RoundelProgramList *self = user_data;

  for (; self->worked_out < self->items->len; self->worked_out++)
    {
      RoundelProgramItem *item = self->items->pdata[self->worked_out];
      RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));
      g_autoptr (RoundelProgram) program = NULL;

      program = roundel_notebook_read_program_recent (roundel_desk_get_notebook (self->desk), roundel_program_item_get_id (item), 1,
                                                      NULL);
      if (program == NULL)
        continue;
      roundel_program_item_take_readiness (item, roundel_readiness_check (
        program, roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome), &formats));
      self->worked_out++;
      return G_SOURCE_CONTINUE;
    }
  self->work_id = 0;
  return G_SOURCE_REMOVE;
}

static guint
find_shown (RoundelProgramList *self,
            const char         *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (RoundelProgramItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (g_str_equal (roundel_program_item_get_id (item), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Shows the programs that are searched for, with a heading at the first of each stage. */
static void
fill (RoundelProgramList *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  RoundelProgramItem *before = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      RoundelProgramItem *item = self->items->pdata[i];

      if (!roundel_program_item_matches (item, words))
        continue;
      roundel_program_item_set_heading (item, before == NULL || roundel_program_item_get_stage (before) !=
                                                                  roundel_program_item_get_stage (item));
      g_ptr_array_add (found, item);
      before = item;
    }
  self->filling = TRUE;
  g_list_store_splice (self->shown, 0, n_shown, found->pdata, found->len);
  gtk_single_selection_set_selected (self->selection, find_shown (self, self->selected));
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 || self->items->len == 0 ? "list" : "nothing");
}

static void
search_changed_cb (RoundelProgramList *self)
{
  fill (self);
}

static void
stop_search_cb (RoundelProgramList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
selected_cb (RoundelProgramList *self)
{
  RoundelProgramItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->filling || item == NULL || g_strcmp0 (roundel_program_item_get_id (item), self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (roundel_program_item_get_id (item));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (RoundelProgramList *self,
             guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Not single-click-activate, with which a list selects what the pointer passes. */
static void
clicked_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            GtkListItem     *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  activate_cb (ROUNDEL_PROGRAM_LIST (gtk_widget_get_ancestor (row, ROUNDEL_TYPE_PROGRAM_LIST)),
               gtk_list_item_get_position (list_item));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  GtkWidget *row = g_object_new (ROUNDEL_TYPE_PROGRAM_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  RoundelProgramRow *row = ROUNDEL_PROGRAM_ROW (gtk_list_item_get_child (list_item));

  roundel_program_row_set (row, gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  roundel_program_row_set (ROUNDEL_PROGRAM_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
roundel_program_list_dispose (GObject *object)
{
  RoundelProgramList *self = ROUNDEL_PROGRAM_LIST (object);

  g_clear_handle_id (&self->work_id, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (roundel_program_list_parent_class)->dispose (object);
}

static void
roundel_program_list_finalize (GObject *object)
{
  RoundelProgramList *self = ROUNDEL_PROGRAM_LIST (object);

  g_ptr_array_unref (self->items);
  g_free (self->selected);
  G_OBJECT_CLASS (roundel_program_list_parent_class)->finalize (object);
}

static void
roundel_program_list_class_init (RoundelProgramListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roundel_program_list_dispose;
  object_class->finalize = roundel_program_list_finalize;

  /* another program is selected; one is opened, by Return or a click */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (ROUNDEL_TYPE_PROGRAM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/program-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramList, search);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramList, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramList, view);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
roundel_program_list_init (RoundelProgramList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (ROUNDEL_TYPE_PROGRAM_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
}

void
roundel_program_list_set_desk (RoundelProgramList *self,
                               RoundelDesk        *desk)
{
  g_return_if_fail (ROUNDEL_IS_PROGRAM_LIST (self));

  g_set_object (&self->desk, desk);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return roundel_program_item_compare (*(gpointer *) a, *(gpointer *) b);
}

static guint
count_conflicts (const GPtrArray *conflicts,
                 const char      *program)
{
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += g_str_equal (((RoundelRecord *) ((GPtrArray *) conflicts->pdata[i])->pdata[0])->program, program) ? 1 : 0;
  return n;
}

/**
 * roundel_program_list_reload:
 * @self: a list
 * @error: return location
 *
 * Reads the programs again. What is selected stays so as long as it is there.
 *
 * Returns: whether they could be read
 */
gboolean
roundel_program_list_reload (RoundelProgramList  *self,
                             GError             **error)
{
  RoundelNotebook *notebook;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  gint64 now;

  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_LIST (self), FALSE);

  notebook = roundel_desk_get_notebook (self->desk);
  programs = roundel_notebook_list_programs (notebook, error);
  conflicts = programs != NULL ? roundel_notebook_conflicts (notebook, NULL, error) : NULL;
  if (conflicts == NULL)
    return FALSE;
  now = roundel_env_now (roundel_desk_get_env (self->desk));
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      RoundelProgramItem *item =
        roundel_program_item_new (program, roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome), now);

      roundel_program_item_set_to_decide (item, count_conflicts (conflicts, program->id));
      g_ptr_array_add (self->items, item);
    }
  g_ptr_array_sort (self->items, compare_items);
  fill (self);
  self->worked_out = 0;
  if (self->work_id == 0)
    self->work_id = g_idle_add_full (G_PRIORITY_LOW, work_out_cb, self, NULL);
  return TRUE;
}

guint
roundel_program_list_get_n (RoundelProgramList *self)
{
  return self->items->len;
}

/**
 * roundel_program_list_get_selected:
 * @self: a list
 *
 * Returns: (nullable): id of the program that is selected
 */
const char *
roundel_program_list_get_selected (RoundelProgramList *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_LIST (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (roundel_program_item_get_id (self->items->pdata[i]), self->selected) == 0)
      return self->selected;
  return NULL;
}

/**
 * roundel_program_list_select:
 * @self: a list
 * @id: (nullable): the program to select; %NULL for the first
 *
 * Returns: whether it is there
 */
gboolean
roundel_program_list_select (RoundelProgramList *self,
                             const char         *id)
{
  guint position;

  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_LIST (self), FALSE);

  if (id != NULL && find_shown (self, id) == GTK_INVALID_LIST_POSITION)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  position = id != NULL ? find_shown (self, id) : 0;
  if (position == GTK_INVALID_LIST_POSITION || position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  return TRUE;
}

/**
 * roundel_program_list_search:
 * @self: a list
 *
 * Puts the cursor into the search.
 */
void
roundel_program_list_search (RoundelProgramList *self)
{
  g_return_if_fail (ROUNDEL_IS_PROGRAM_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
