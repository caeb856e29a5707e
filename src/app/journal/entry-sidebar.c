/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-sidebar.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/journal/day.h"
#include "app/journal/entry-list.h"
#include "app/journal/entry-rows.h"
#include "app/journal/filter-popover.h"
#include "app/widgets/focus.h"
#include "store/journal/bin.h"

/* All that was ever written, by days, and the search over it. */
struct _RoundelEntrySidebar
{
  AdwBin parent_instance;

  GtkWidget *search_box;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  RoundelFilterPopover *filter; /* NULL until it was opened */
  GtkWidget *wanted;
  GtkLabel *wanted_label;
  GtkWidget *empty_button;
  GtkStack *stack;
  GtkWidget *list_window;
  GtkListView *list;
  GtkWidget *nothing;
  GtkLabel *nothing_label;
  GtkWidget *everywhere_button;
  GtkWidget *alone;
  GtkBox *happened;

  RoundelDesk *desk;
  RoundelJournal *journal;
  gboolean in_bin;
  RoundelEntryList *entries;
  GtkSingleSelection *selection;
  char *shown; /* the page beside the list; NULL for a new one */
  RoundelEntryRows *rows;
};

enum
{
  PROP_TIMELINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  ENTERED,
  SEARCHED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelEntrySidebar, roundel_entry_sidebar, ADW_TYPE_BIN)

static gboolean
is_plain (gpointer data)
{
  RoundelEntrySidebar *self = data;

  return !self->in_bin && !gtk_widget_get_visible (self->wanted) && *roundel_entry_sidebar_get_typed (self) == '\0';
}

static void
show_nothing (RoundelEntrySidebar *self)
{
  gboolean searching = *roundel_entry_sidebar_get_typed (self) != '\0';
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0;

  const char *said = searching && gtk_widget_get_visible (self->wanted)
                                                                 ? _("None of these pages has such words.")
                     : searching                                 ? _("Nothing you wrote has such words. Fewer of them find more; of "
                                                                     "the last one its beginning is enough.")
                     : self->in_bin                              ? _("The bin is empty.")
                     : gtk_widget_get_visible (self->wanted)     ? _("There is no such page.")
                                                                 : _("What you write stands here, the newest on top.");

  gtk_label_set_label (self->nothing_label, said);
  gtk_widget_set_visible (self->everywhere_button, searching && gtk_widget_get_visible (self->wanted));
  gtk_widget_set_visible (self->alone, is_plain (self));
  gtk_stack_set_visible_child (self->stack, empty ? self->nothing : self->list_window);
}

/* When the list is read anew, the page that is shown may come back into it: nobody chose that. */
static void
selected_cb (RoundelEntrySidebar *self)
{
  RoundelEntryItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || g_strcmp0 (self->shown, roundel_entry_item_get_id (item)) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (roundel_entry_item_get_id (item));
  g_signal_emit (self, signals[CHOSEN], 0, self->shown, TRUE);
}

/* What the list has is other than before: it begins at its top, or where the page is that is shown. */
static void
settle (RoundelEntrySidebar *self,
        gboolean             at_page)
{
  guint position = self->shown != NULL ? roundel_entry_list_find (self->entries, self->shown) : GTK_INVALID_LIST_POSITION;

  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                at_page && position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
activated_cb (RoundelEntrySidebar *self,
              guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

/* The first that was found. What was typed a moment ago may not have been looked for yet. */
static void
find_first_cb (RoundelEntrySidebar *self)
{
  if (self->entries == NULL || *roundel_entry_sidebar_get_typed (self) == '\0')
    return;
  roundel_entry_list_search (self->entries, roundel_entry_sidebar_get_typed (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    activated_cb (self, 0);
}

static void
searched_cb (RoundelEntrySidebar *self)
{
  if (self->entries == NULL)
    return;
  roundel_entry_list_search (self->entries, roundel_entry_sidebar_get_typed (self));
  settle (self, *roundel_entry_sidebar_get_typed (self) == '\0');
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

/* What the list is to have, and the words for it. */
static void
show_wanted (RoundelEntrySidebar *self)
{
  g_autofree char *said = NULL;
  RoundelEntryFilter filter = { .deleted = self->in_bin };
  guint n = 0;

  if (self->in_bin)
    {
      said = g_strdup (_("Bin"));
      roundel_journal_count_bin (self->journal, &n, NULL);
    }
  else if (self->filter != NULL)
    {
      said = roundel_filter_popover_dup_said (self->filter);
      roundel_filter_popover_get (self->filter, &filter);
    }
  gtk_label_set_label (self->wanted_label, said != NULL ? said : "");
  gtk_widget_set_visible (self->wanted, said != NULL);
  gtk_widget_set_visible (self->empty_button, n > 0);
  gtk_widget_set_visible (self->search_box, !self->in_bin);
  roundel_entry_list_set_filter (self->entries, &filter);
  settle (self, said == NULL);
  show_nothing (self);
}

static void
tag_cb (RoundelEntrySidebar *self,
        const char          *tag)
{
  g_autofree char *typed = g_strconcat (tag, " ", NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), typed);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
filtered_cb (RoundelEntrySidebar *self)
{
  if (self->entries != NULL)
    show_wanted (self);
}

/* A calendar is much to make for a start that does not show it. */
static void
filter_opened_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  RoundelEntrySidebar *self = user_data;

  if (self->filter != NULL || self->desk == NULL)
    return;
  self->filter = g_object_new (ROUNDEL_TYPE_FILTER_POPOVER, NULL);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "tag", G_CALLBACK (tag_cb), self, G_CONNECT_SWAPPED);
  roundel_filter_popover_set_desk (self->filter, self->desk, self->journal);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->filter));
}

static void
empty_answered (const char *answer,
                gpointer    user_data)
{
  g_autoptr (RoundelEntrySidebar) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "empty"))
    return;
  roundel_journal_empty_bin (self->journal, NULL, &error);
  g_signal_emit (self, signals[DONE], 0, error != NULL ? error->message : _("The bin is empty"));
  show_wanted (self);
}

/* Beside the list of the bin stands what is in it. */
static void
show_first (RoundelEntrySidebar *self)
{
  g_autoptr (RoundelEntryItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), 0);

  if (item == NULL)
    return;
  g_free (self->shown);
  self->shown = g_strdup (roundel_entry_item_get_id (item));
  settle (self, TRUE);
  g_signal_emit (self, signals[CHOSEN], 0, self->shown, FALSE);
}

/* Actions */

static void
open_bin (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelEntrySidebar *self = ROUNDEL_ENTRY_SIDEBAR (widget);
  gboolean bin = g_str_equal (action, "entries.open-bin");

  if (self->entries == NULL)
    return;
  gtk_menu_button_popdown (self->filter_button);
  roundel_entry_sidebar_stop_search (self);
  self->in_bin = bin;
  if (!bin && self->filter != NULL)
    roundel_filter_popover_clear (self->filter);
  show_wanted (self);
  if (bin)
    show_first (self);
}

static void
look_everywhere (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  roundel_filter_popover_clear (ROUNDEL_ENTRY_SIDEBAR (widget)->filter);
}

static void
empty_bin (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  const RoundelAnswer answers[] = {
    { "keep", _("_Keep Them"), ADW_RESPONSE_DEFAULT },
    { "empty", _("_Erase for Good"), ADW_RESPONSE_DESTRUCTIVE },
  };

  roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Erase what is in the bin?"),
                      _("Every version of these pages leaves the journal, and nothing brings them back. Backups made before "
                        "still have them, and so has your circle what you released."),
                      answers, G_N_ELEMENTS (answers), "keep", empty_answered, g_object_ref (widget));
}

/* Whether the list has every page. */
static void
changed_cb (RoundelEntrySidebar *self)
{
  guint n = 0;

  if (self->in_bin && roundel_journal_count_bin (self->journal, &n, NULL))
    gtk_widget_set_visible (self->empty_button, n > 0);
}

static void
items_changed_cb (RoundelEntrySidebar *self)
{
  show_nothing (self);
}

/* Overrides */

static void
roundel_entry_sidebar_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RoundelEntrySidebar *self = ROUNDEL_ENTRY_SIDEBAR (object);

  g_value_set_boolean (value, self->rows == NULL || roundel_entry_rows_get_timeline (self->rows));
}

static void
roundel_entry_sidebar_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RoundelEntrySidebar *self = ROUNDEL_ENTRY_SIDEBAR (object);

  if (self->rows != NULL)
    roundel_entry_rows_set_timeline (self->rows, g_value_get_boolean (value));
}

static gboolean
roundel_entry_sidebar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_ENTRY_SIDEBAR (widget)->search));
}

static void
roundel_entry_sidebar_dispose (GObject *object)
{
  RoundelEntrySidebar *self = ROUNDEL_ENTRY_SIDEBAR (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (roundel_entry_sidebar_parent_class)->dispose (object);
}

static void
roundel_entry_sidebar_finalize (GObject *object)
{
  g_free (ROUNDEL_ENTRY_SIDEBAR (object)->shown);
  G_OBJECT_CLASS (roundel_entry_sidebar_parent_class)->finalize (object);
}

static void
roundel_entry_sidebar_class_init (RoundelEntrySidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_entry_sidebar_get_property;
  object_class->set_property = roundel_entry_sidebar_set_property;
  object_class->dispose = roundel_entry_sidebar_dispose;
  object_class->finalize = roundel_entry_sidebar_finalize;
  widget_class->grab_focus = roundel_entry_sidebar_grab_focus;
  widget_class->focus = roundel_focus_through;

  /* whether what happened is told between the pages */
  properties[PROP_TIMELINE] = g_param_spec_boolean ("timeline", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RoundelEntrySidebar::chosen:
   * @id: of the entry to be shown
   * @by_hand: whether somebody wants to see it now, in the place of the list when there is not room for both
   */
  signals[CHOSEN] = g_signal_new ("chosen", ROUNDEL_TYPE_ENTRY_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
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

  /**
   * RoundelEntrySidebar::done:
   * @said: what was done, which cannot be undone
   */
  signals[DONE] = g_signal_new ("done", ROUNDEL_TYPE_ENTRY_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/entry-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, search_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, search);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, wanted);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, wanted_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, empty_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, alone);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, happened);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, list_window);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, nothing);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntrySidebar, everywhere_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_install_action (widget_class, "entries.open-bin", NULL, open_bin);
  gtk_widget_class_install_action (widget_class, "entries.show-all", NULL, open_bin);
  gtk_widget_class_install_action (widget_class, "entries.look-everywhere", NULL, look_everywhere);
  gtk_widget_class_install_action (widget_class, "entries.empty-bin", NULL, empty_bin);
  gtk_widget_class_install_property_action (widget_class, "entries.timeline", "timeline");
}

static void
roundel_entry_sidebar_init (RoundelEntrySidebar *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->filter_button, filter_opened_cb, self, NULL);
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
  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries == NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->entries = roundel_entry_list_new (journal);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  self->rows = roundel_entry_rows_new (self->entries, journal, self->happened, is_plain, self);
  gtk_list_view_set_factory (self->list, roundel_entry_rows_get_factory (self->rows));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  show_nothing (self);
}

/**
 * roundel_entry_sidebar_set_desk:
 * @self: a sidebar with its journal
 * @desk: where the programs are that the pages are about
 */
void
roundel_entry_sidebar_set_desk (RoundelEntrySidebar *self,
                                RoundelDesk         *desk)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->journal != NULL);

  g_set_object (&self->desk, desk);
  roundel_entry_rows_set_desk (self->rows, desk);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
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

  g_free (self->shown);
  self->shown = g_strdup (id);
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
  gint64 now;

  g_return_val_if_fail (ROUNDEL_IS_ENTRY_SIDEBAR (self) && self->entries != NULL, NULL);

  now = roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC;
  item = g_list_model_get_item (G_LIST_MODEL (self->entries), 0);
  if (item == NULL || !roundel_same_day (roundel_entry_item_get_place (item), now, zone))
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
  if (id == NULL || gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;
  roundel_entry_sidebar_select (self, id);
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    settle (self, TRUE);
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
