/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/member-table.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/avatar.h"
#include "app/widgets/width-bin.h"

#define OUTLIVES_MS 500
#define TYPED_AFTER_MS 400

/* Higher than this, in px, it scrolls inside */
#define MOST_HEIGHT 560
#define LEAST_ROW 32

/* Narrower than this, in px at text of normal size, a person is one cell, which folds out what the other columns have */
#define NARROW_BELOW 560

/* So many are read at one person */
#define MOST_CONFLICTS 3

/* The people as a table whose cells can be edited. What stands against somebody is said in the same cell as the name. */
struct _RoundelMemberTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *view;
  GListStore *items;
  guint height_id;
  guint first; /* which row is scrolled to as soon as all have a height, or G_MAXUINT */
};

enum
{
  EDITED,
  TYPED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelMemberTable, roundel_member_table, ADW_TYPE_BIN)

/* An editable text, and for a name the face before it, the conflict below, and what the other columns have. */
typedef struct
{
  RoundelMemberField field;
  GtkListItem *list_item; /* not owned */
  GtkEditable *text;
  GtkWidget *avatar;
  GtkWidget *conflict;
  GtkLabel *conflict_text;
  GtkToggleButton *others;
  GtkLabel *others_text;
  guint typed_id;
} Cell;

/* GtkEditableLabel looks at itself some time after it lost the focus, even if it is gone by then (GTK 4.8, 100 ms). */
static void
cell_free (Cell *cell)
{
  g_clear_handle_id (&cell->typed_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (cell->text, cell);
  g_timeout_add_once (OUTLIVES_MS, g_object_unref, cell->text);
  g_free (cell);
}

static const char *
get_title (RoundelMemberField field)
{
  const char *titles[] = { N_("Name"), N_("Level"), N_("Team"), N_("Reports to"), N_("Interests") };

  return _(titles[field]);
}

/* What stands in one child of the table: of Cell */
static GPtrArray *
get_cells (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "cells");
}

/* The other columns in a line, for the place where there is no room for them */
static char *
sum_up (RoundelMemberItem *item)
{
  GString *line = g_string_new (NULL);

  for (guint i = ROUNDEL_MEMBER_NAME + 1; i < ROUNDEL_N_MEMBER_FIELDS; i++)
    {
      g_autofree char *text = roundel_member_item_dup_text (item, i);

      if (*text != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  if (line->len == 0)
    g_string_append (line, _("Level, team and more"));
  return g_string_free (line, FALSE);
}

static void
item_changed_cb (RoundelMemberItem *item,
                 Cell              *cell)
{
  g_autofree char *text = roundel_member_item_dup_text (item, cell->field);
  g_autofree char *name = roundel_member_item_dup_text (item, ROUNDEL_MEMBER_NAME);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, get_title (cell->field));
  g_autofree char *others = NULL;
  g_autofree char *about = NULL;
  const char *conflict = roundel_member_item_get_conflict (item);

  if (!gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell->text)))
    gtk_editable_set_text (cell->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (cell->avatar == NULL)
    return;
  roundel_avatar_set_name (ADW_AVATAR (cell->avatar), name);
  gtk_widget_set_visible (cell->conflict, conflict != NULL);
  gtk_label_set_text (cell->conflict_text, conflict != NULL ? conflict : "");
  others = sum_up (item);
  gtk_label_set_text (cell->others_text, others);
  /* Translators: a name, and level, team, whom they report to and interests of that person */
  about = g_strdup_printf (_("More about %s: %s"), name, others);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->others), GTK_ACCESSIBLE_PROPERTY_LABEL, about, -1);
}

static void
emit_text (Cell  *cell,
           guint  signal)
{
  RoundelMemberItem *item = gtk_list_item_get_item (cell->list_item);
  GtkWidget *table = gtk_widget_get_ancestor (GTK_WIDGET (cell->text), ROUNDEL_TYPE_MEMBER_TABLE);
  const char *text = gtk_editable_get_text (cell->text);
  g_autofree char *before = item != NULL ? roundel_member_item_dup_text (item, cell->field) : NULL;

  if (item != NULL && table != NULL && !g_str_equal (before, text))
    g_signal_emit (table, signals[signal], 0, roundel_member_item_get_position (item), cell->field, text);
}

static gboolean
typed_cb (gpointer user_data)
{
  Cell *cell = user_data;

  cell->typed_id = 0;
  emit_text (cell, TYPED);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *text,
            Cell        *cell)
{
  g_clear_handle_id (&cell->typed_id, g_source_remove);
  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (text)))
    cell->typed_id = g_timeout_add (TYPED_AFTER_MS, typed_cb, cell);
}

static void
editing_cb (GtkEditableLabel *label,
            GParamSpec       *pspec,
            Cell             *cell)
{
  RoundelMemberItem *item = gtk_list_item_get_item (cell->list_item);

  /* Escape ends the editing, and is otherwise for the page */
  gtk_widget_action_set_enabled (GTK_WIDGET (label), "editing.stop", gtk_editable_label_get_editing (label));
  if (gtk_editable_label_get_editing (label) || item == NULL)
    return;
  g_clear_handle_id (&cell->typed_id, g_source_remove);
  emit_text (cell, EDITED);
  item_changed_cb (item, cell);
}

/* What was typed is kept at once, and not when GTK looks: the page may be gone by then. */
static void
left_cb (GtkEditableLabel *label)
{
  if (gtk_editable_label_get_editing (label))
    gtk_editable_label_stop_editing (label, TRUE);
}

static Cell *
make_cell (GtkListItem        *list_item,
           RoundelMemberField  field)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  cell->field = field;
  cell->list_item = list_item;
  cell->text = GTK_EDITABLE (g_object_ref_sink (gtk_editable_label_new ("")));
  gtk_widget_action_set_enabled (GTK_WIDGET (cell->text), "editing.stop", FALSE);
  gtk_editable_set_width_chars (cell->text, field == ROUNDEL_MEMBER_LEVEL ? 6 : 10);
  gtk_widget_set_valign (GTK_WIDGET (cell->text), GTK_ALIGN_CENTER);
  g_signal_connect (cell->text, "notify::editing", G_CALLBACK (editing_cb), cell);
  g_signal_connect (cell->text, "changed", G_CALLBACK (changed_cb), cell);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), cell->text, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (cell->text), focus);
  g_ptr_array_add (get_cells (list_item), cell);
  return cell;
}

static GtkWidget *
make_conflict (Cell *cell)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  cell->conflict = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  cell->conflict_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (cell->conflict_text, 0);
  gtk_label_set_wrap (cell->conflict_text, TRUE);
  gtk_label_set_width_chars (cell->conflict_text, 22);
  gtk_widget_add_css_class (GTK_WIDGET (cell->conflict_text), "caption");
  gtk_widget_add_css_class (cell->conflict, "warning-text");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (cell->conflict), icon);
  gtk_box_append (GTK_BOX (cell->conflict), GTK_WIDGET (cell->conflict_text));
  return cell->conflict;
}

/* What the other columns have, editable; folded out below the name where it is narrow. */
static GtkWidget *
make_others (Cell *cell)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = ROUNDEL_MEMBER_NAME + 1; i < ROUNDEL_N_MEMBER_FIELDS; i++)
    {
      GtkWidget *title = gtk_label_new (get_title (i));
      Cell *other = make_cell (cell->list_item, i);

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "note");
      gtk_widget_set_hexpand (GTK_WIDGET (other->text), TRUE);
      gtk_grid_attach (GTK_GRID (grid), title, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (other->text), 1, (int) i, 1, 1);
    }
  g_object_bind_property (cell->others, "active", grid, "visible", G_BINDING_SYNC_CREATE);
  return grid;
}

static GtkWidget *
make_others_button (Cell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  cell->others = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  cell->others_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (cell->others_text, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (cell->others_text), "note");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->others_text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (cell->others), box);
  gtk_widget_set_halign (GTK_WIDGET (cell->others), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (cell->others), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (cell->others), "others");
  return GTK_WIDGET (cell->others);
}

static GtkWidget *
make_name (Cell            *cell,
           RoundelWidthBin *bin)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->avatar = roundel_avatar_new (28, NULL);
  gtk_widget_set_valign (GTK_WIDGET (cell->text), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (cell->text), "heading");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (cell->text));
  gtk_box_append (GTK_BOX (texts), make_conflict (cell));
  gtk_box_append (GTK_BOX (others), make_others_button (cell));
  gtk_box_append (GTK_BOX (others), make_others (cell));
  gtk_box_append (GTK_BOX (texts), others);
  g_object_bind_property (bin, "narrow", others, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), cell->avatar);
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          gpointer            field)
{
  Cell *cell;

  g_object_set_data_full (G_OBJECT (list_item), "cells", g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free),
                          (GDestroyNotify) g_ptr_array_unref);
  cell = make_cell (list_item, GPOINTER_TO_UINT (field));
  gtk_list_item_set_child (list_item, cell->field == ROUNDEL_MEMBER_NAME
                                        ? make_name (cell, g_object_get_data (G_OBJECT (factory), "bin"))
                                        : GTK_WIDGET (cell->text));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  RoundelMemberItem *item = gtk_list_item_get_item (list_item);
  GPtrArray *cells = get_cells (list_item);

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = cells->pdata[i];

      g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), cell);
      item_changed_cb (item, cell);
      if (cell->others != NULL)
        gtk_toggle_button_set_active (cell->others, FALSE);
    }
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  GPtrArray *cells = get_cells (list_item);

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = cells->pdata[i];

      g_clear_handle_id (&cell->typed_id, g_source_remove); /* it would be taken for the next person's */
      g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), cell);
    }
}

static void
remove_cb (GtkListItem *list_item)
{
  RoundelMemberItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *table = gtk_widget_get_ancestor (gtk_list_item_get_child (list_item), ROUNDEL_TYPE_MEMBER_TABLE);

  if (item != NULL && table != NULL)
    g_signal_emit (table, signals[REMOVED], 0, roundel_member_item_get_position (item));
}

static void
setup_remove_cb (GtkListItemFactory *factory,
                 GtkListItem        *list_item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, button);
}

static void
bind_remove_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item)
{
  GtkWidget *button = gtk_list_item_get_child (list_item);
  g_autofree char *name = roundel_member_item_dup_text (gtk_list_item_get_item (list_item), ROUNDEL_MEMBER_NAME);
  g_autofree char *text = g_strdup_printf (_("Leave %s out"), name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
add_column (GtkColumnView      *view,
            RoundelWidthBin    *bin,
            RoundelMemberField  field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "bin", bin);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column = gtk_column_view_column_new (get_title (field), factory);
  gtk_column_view_column_set_expand (column, field == ROUNDEL_MEMBER_NAME);
  if (field != ROUNDEL_MEMBER_NAME)
    g_object_bind_property (bin, "narrow", column, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

static void
add_remove_column (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_remove_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_remove_cb), NULL);
  column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

/* As high as its rows, whatever is said in them. A list guesses the height of rows that it has not shown, and tells it while it
 * is laid out, when no size may be set. */
static gboolean
height_cb (gpointer user_data)
{
  RoundelMemberTable *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double head = gtk_widget_get_height (self->view) - gtk_adjustment_get_page_size (adjustment);

  self->height_id = 0;
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              (int) MIN (MOST_HEIGHT, gtk_adjustment_get_upper (adjustment) + MAX (head, 0)));
  if (self->first != G_MAXUINT)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * self->first
                                          / MAX (g_list_model_get_n_items (G_LIST_MODEL (self->items)), 1));
  self->first = G_MAXUINT;
  return G_SOURCE_REMOVE;
}

static void
upper_cb (RoundelMemberTable *self)
{
  if (self->height_id == 0)
    self->height_id = g_idle_add (height_cb, self);
}

static void
roundel_member_table_dispose (GObject *object)
{
  g_clear_handle_id (&ROUNDEL_MEMBER_TABLE (object)->height_id, g_source_remove);
  G_OBJECT_CLASS (roundel_member_table_parent_class)->dispose (object);
}

static void
roundel_member_table_finalize (GObject *object)
{
  g_clear_object (&ROUNDEL_MEMBER_TABLE (object)->items);
  G_OBJECT_CLASS (roundel_member_table_parent_class)->finalize (object);
}

static void
roundel_member_table_class_init (RoundelMemberTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_member_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_member_table_finalize;

  /* (position, RoundelMemberField, text): a cell was edited, or is being; (position): somebody is left out */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
roundel_member_table_init (RoundelMemberTable *self)
{
  RoundelWidthBin *bin = g_object_new (ROUNDEL_TYPE_WIDTH_BIN, "narrow-below", NARROW_BELOW, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *none;
  GtkWidget *view;

  self->first = G_MAXUINT;
  self->items = g_list_store_new (ROUNDEL_TYPE_MEMBER_ITEM);
  none = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (none));
  for (guint i = 0; i < ROUNDEL_N_MEMBER_FIELDS; i++)
    add_column (GTK_COLUMN_VIEW (view), bin, i);
  add_remove_column (GTK_COLUMN_VIEW (view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  gtk_widget_add_css_class (view, "people-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  self->view = view;
  gtk_scrolled_window_set_min_content_height (self->scroller, 120);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::upper", G_CALLBACK (upper_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  g_object_set (bin, "child", scroller, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (bin));
}

/* What stands against each person, by id. */
static GHashTable *
find_conflicts (const GPtrArray *known,
                const GPtrArray *conflicts)
{
  GHashTable *against = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const RoundelConflict *conflict = conflicts->pdata[i];

      for (guint k = 0; k < conflict->members->len && conflict->exception == NULL; k++)
        {
          RoundelMember *member = known->pdata[g_array_index (conflict->members, guint, k)];
          GPtrArray *texts = g_hash_table_lookup (against, member->id);

          if (texts == NULL)
            g_hash_table_insert (against, member->id, texts = g_ptr_array_new ());
          g_ptr_array_add (texts, conflict->why);
        }
    }
  return against;
}

/* A boss of many has too many to be read in a cell. In one paragraph: GTK measures lines that it broke otherwise than those that
 * were. */
static char *
join_conflicts (const GPtrArray *texts)
{
  GString *text;

  if (texts == NULL)
    return NULL;
  text = g_string_new (texts->pdata[0]);
  for (guint i = 1; i < MIN (texts->len, MOST_CONFLICTS); i++)
    g_string_append_printf (text, " · %s", (char *) texts->pdata[i]);
  if (texts->len > MOST_CONFLICTS)
    {
      guint more = texts->len - MOST_CONFLICTS;

      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);
    }
  return g_string_free (text, FALSE);
}

/**
 * roundel_member_table_show:
 * @self: a table
 * @members: (element-type RoundelMember): whom it shows
 * @known: (nullable) (element-type RoundelMember): the members whom @conflicts count; those of @members among them
 * @conflicts: (nullable) (element-type RoundelConflict): what stands against them; exceptions are left out
 */
void
roundel_member_table_show (RoundelMemberTable *self,
                           const GPtrArray    *members,
                           const GPtrArray    *known,
                           const GPtrArray    *conflicts)
{
  g_autoptr (GHashTable) against = find_conflicts (known, conflicts);
  guint n;

  g_return_if_fail (ROUNDEL_IS_MEMBER_TABLE (self));

  if (members->len > MOST_HEIGHT / LEAST_ROW)
    gtk_scrolled_window_set_min_content_height (self->scroller, MOST_HEIGHT); /* once, and not row by row */
  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (n > members->len)
    g_list_store_splice (self->items, members->len, n - members->len, NULL, 0);
  for (guint i = 0; i < members->len; i++)
    {
      const RoundelMember *member = members->pdata[i];
      g_autofree char *conflict = join_conflicts (g_hash_table_lookup (against, member->id));
      g_autoptr (RoundelMemberItem) item = i < n ? g_list_model_get_item (G_LIST_MODEL (self->items), i)
                                                 : roundel_member_item_new ();

      roundel_member_item_set (item, member, i, conflict);
      if (i >= n)
        g_list_store_append (self->items, item);
    }
}

/**
 * roundel_member_table_scroll_to:
 * @self: a table
 * @position: which of the members should be the first that is seen
 */
void
roundel_member_table_scroll_to (RoundelMemberTable *self,
                                guint               position)
{
  g_return_if_fail (ROUNDEL_IS_MEMBER_TABLE (self));

  self->first = position;
  upper_cb (self);
}
