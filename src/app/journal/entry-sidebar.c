/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-sidebar.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"
#include "app/journal/entry-list.h"
#include "app/journal/entry-row.h"

/* All that was ever written, by days, and the search over it. */
struct _RoundelEntrySidebar
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkWidget *list_window;
  GtkListView *list;
  GtkLabel *nothing;

  RoundelEnv *env;
  RoundelEntryList *entries;
  GtkSingleSelection *selection;
};

enum
{
  CHOSEN,
  ENTERED,
  SEARCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelEntrySidebar, roundel_entry_sidebar, ADW_TYPE_BIN)

static gint64
now (RoundelEntrySidebar *self)
{
  return roundel_env_now (self->env) / G_USEC_PER_SEC;
}

static void
show_nothing (RoundelEntrySidebar *self)
{
  gboolean searching = *roundel_entry_sidebar_get_typed (self) != '\0';
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0;

  gtk_label_set_label (self->nothing, searching ? _("Nothing you wrote has these words.")
                                                : _("What you write stands here, the newest on top."));
  gtk_stack_set_visible_child (self->stack, empty ? GTK_WIDGET (self->nothing) : self->list_window);
}

static void
selected_cb (RoundelEntrySidebar *self)
{
  RoundelEntryItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, roundel_entry_item_get_id (item));
}

static void
activated_cb (RoundelEntrySidebar *self)
{
  selected_cb (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
searched_cb (RoundelEntrySidebar *self)
{
  if (self->entries == NULL)
    return;
  roundel_entry_list_search (self->entries, roundel_entry_sidebar_get_typed (self));
  show_nothing (self);
  g_signal_emit (self, signals[SEARCHED], 0);
}

static void
stop_search_cb (RoundelEntrySidebar *self)
{
  roundel_entry_sidebar_stop_search (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
reached_cb (RoundelEntrySidebar *self)
{
  if (self->entries != NULL)
    roundel_entry_list_reach (self->entries);
}

/* A tall window has room for more than the first page. */
static void
sized_cb (RoundelEntrySidebar *self,
          GtkAdjustment       *adjustment)
{
  if (gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) &&
      gtk_widget_get_mapped (self->list_window))
    reached_cb (self);
}

/* Rows */

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, roundel_entry_row_new ());
}

static void
bind_row_cb (RoundelEntrySidebar *self,
             GtkListItem         *list_item)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  guint position = gtk_list_item_get_position (list_item);
  RoundelEntryItem *item = gtk_list_item_get_item (list_item);
  gint64 place = roundel_entry_item_get_place (item);
  g_autofree char *day = NULL;

  if (position == 0 || !roundel_same_day (place, roundel_entry_list_get_place (self->entries, position - 1), zone))
    day = roundel_day_dup_name (place, now (self), zone);
  roundel_entry_row_set (ROUNDEL_ENTRY_ROW (gtk_list_item_get_child (list_item)), item, day);
}

static void
unbind_row_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  roundel_entry_row_set (ROUNDEL_ENTRY_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

/* Overrides */

static gboolean
roundel_entry_sidebar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_ENTRY_SIDEBAR (widget)->search));
}

static void
roundel_entry_sidebar_dispose (GObject *object)
{
  RoundelEntrySidebar *self = ROUNDEL_ENTRY_SIDEBAR (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->env, roundel_env_unref);
  G_OBJECT_CLASS (roundel_entry_sidebar_parent_class)->dispose (object);
}

static void
roundel_entry_sidebar_class_init (RoundelEntrySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_entry_sidebar_dispose;
  widget_class->grab_focus = roundel_entry_sidebar_grab_focus;

  /**
   * RoundelEntrySidebar::chosen:
   * @id: of the entry to be shown
   */
  signals[CHOSEN] = g_signal_new ("chosen", ROUNDEL_TYPE_ENTRY_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * RoundelEntrySidebar::entered:
   *
   * The page is to have the focus.
   */
  signals[ENTERED] = g_signal_new ("entered", ROUNDEL_TYPE_ENTRY_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * RoundelEntrySidebar::searched:
   *
   * Something else is searched for.
   */
  signals[SEARCHED] = g_signal_new ("searched", ROUNDEL_TYPE_ENTRY_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/entry-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, search);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, list_window);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
roundel_entry_sidebar_init (RoundelEntrySidebar *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->list_window));
  g_signal_connect_object (pointer, "enter", G_CALLBACK (reached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (reached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (reached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (sized_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_window, pointer);
  gtk_widget_add_controller (self->list_window, focus);
}

/**
 * roundel_entry_sidebar_set_journal:
 * @self: a sidebar
 * @journal: the journal, set once
 */
void
roundel_entry_sidebar_set_journal (RoundelEntrySidebar *self,
                                   RoundelJournal      *journal)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries == NULL);

  self->env = roundel_env_ref (roundel_journal_get_env (journal));
  self->entries = roundel_entry_list_new (journal);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (show_nothing), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  show_nothing (self);
}

/**
 * roundel_entry_sidebar_select:
 * @self: a sidebar
 * @id: (nullable): id of the entry whose page is shown; %NULL for none
 */
void
roundel_entry_sidebar_select (RoundelEntrySidebar *self,
                              const char          *id)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries != NULL);

  gtk_single_selection_set_selected (self->selection, id != NULL ? roundel_entry_list_find (self->entries, id)
                                                                 : GTK_INVALID_LIST_POSITION);
}

/**
 * roundel_entry_sidebar_dup_todays:
 * @self: a sidebar
 *
 * Returns: (transfer full) (nullable): id of the last entry that was begun today
 */
char *
roundel_entry_sidebar_dup_todays (RoundelEntrySidebar *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (RoundelEntryItem) item = NULL;

  g_return_val_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries != NULL, NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->entries), 0);
  if (item == NULL || !roundel_same_day (roundel_entry_item_get_place (item), now (self), zone))
    return NULL;
  return g_strdup (roundel_entry_item_get_id (item));
}

/**
 * roundel_entry_sidebar_set_open:
 * @self: a sidebar
 * @id: (nullable): the page that is being written
 * @kind: (nullable): its kind
 * @text: (nullable): what it says at this moment
 */
void
roundel_entry_sidebar_set_open (RoundelEntrySidebar *self,
                                const char          *id,
                                const char          *kind,
                                const char          *text)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries != NULL);

  roundel_entry_list_set_open (self->entries, id, kind, text);
  if (id != NULL && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    roundel_entry_sidebar_select (self, id);
}

/**
 * roundel_entry_sidebar_get_typed:
 * @self: a sidebar
 *
 * Returns: (transfer none): what is searched for
 */
const char *
roundel_entry_sidebar_get_typed (RoundelEntrySidebar *self)
{
  g_return_val_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/**
 * roundel_entry_sidebar_stop_search:
 * @self: a sidebar
 *
 * Shows all entries.
 */
void
roundel_entry_sidebar_stop_search (RoundelEntrySidebar *self)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}
