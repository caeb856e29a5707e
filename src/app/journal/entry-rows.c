/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-rows.h"

#include "app/journal/day.h"
#include "app/journal/entry-row.h"
#include "app/journal/happenings.h"
#include "store/journal/setting.h"

#define HIDDEN "timeline.hidden" /* set: only the pages are shown */

/* The rows of the list of pages: the days between them, and what happened between them. */
struct _RoundelEntryRows
{
  GObject parent_instance;

  GtkListItemFactory *factory;
  RoundelEntryList *entries;
  GtkBox *alone;
  RoundelDesk *desk; /* NULL until somebody may wait for what happened */
  RoundelJournal *journal;
  gboolean (*is_plain) (gpointer data);
  gpointer data;
  GArray *timeline;  /* of RoundelHappening, what happened between the pages; NULL until it was read */
  GHashTable *bound; /* of GtkListItem, the rows in sight */
  gboolean hidden;   /* nothing of the timeline is wanted */
  gboolean stale;    /* it has to be read again */
  guint looking;
};

G_DEFINE_FINAL_TYPE (RoundelEntryRows, roundel_entry_rows, G_TYPE_OBJECT)

static gint64
now (RoundelEntryRows *self)
{
  return roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC;
}

static void
set_day (RoundelEntryRows *self,
         RoundelEntryRow  *row,
         gint64            place,
         gint64            above)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = above == 0 || !roundel_same_day (place, above, zone) ? roundel_day_dup_name (place, now (self), zone) : NULL;

  roundel_entry_row_set_day (row, day);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, roundel_entry_row_new ());
}

/* The days of a row, and what happened around its page. Between pages that were looked for nothing is told. */
static void
dress_row (RoundelEntryRows *self,
           GtkListItem      *list_item)
{
  RoundelEntryRow *row = ROUNDEL_ENTRY_ROW (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  const GArray *timeline = self->is_plain (self->data) && !self->hidden ? self->timeline : NULL;
  gint64 above = 0, place, next = 0;
  guint first;

  if (position >= n)
    return;
  place = roundel_entry_list_get_place (self->entries, position);
  if (position + 1 < n)
    next = roundel_entry_list_get_place (self->entries, position + 1);
  else if (roundel_entry_list_is_growing (self->entries))
    next = place;
  if (position > 0)
    {
      gint64 before = roundel_entry_list_get_place (self->entries, position - 1);
      guint between = timeline != NULL ? roundel_timeline_between (timeline, place, before, &first) : 0;

      above = between > 0 ? g_array_index (timeline, RoundelHappening, first + between - 1).at : before;
    }
  roundel_happenings_fill (roundel_entry_row_get_above (row), timeline, position == 0 ? place : G_MAXINT64, G_MAXINT64, &above,
                           now (self));
  set_day (self, row, place, above);
  roundel_happenings_fill (roundel_entry_row_get_below (row), timeline, next, place, &place, now (self));
}

static void
bind_row_cb (RoundelEntryRows *self,
             GtkListItem      *list_item)
{
  roundel_entry_row_set (ROUNDEL_ENTRY_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
  g_hash_table_add (self->bound, list_item);
  dress_row (self, list_item);
}

static void
unbind_row_cb (RoundelEntryRows *self,
               GtkListItem      *list_item)
{
  g_hash_table_remove (self->bound, list_item);
  roundel_entry_row_set (ROUNDEL_ENTRY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* What happened is there before the first page is written. */
static void
dress_alone (RoundelEntryRows *self)
{
  gboolean alone = g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0;
  gint64 above = 0;

  roundel_happenings_fill (self->alone, alone && !self->hidden ? self->timeline : NULL, G_MININT64, G_MAXINT64, &above, now (self));
}

/* What happened is told after the pages are there, so that nobody waits for it. */
static gboolean
look_cb (gpointer data)
{
  RoundelEntryRows *self = data;
  GHashTableIter iter;
  gpointer list_item;

  self->looking = 0;
  if (self->stale && !self->hidden)
    {
      g_clear_pointer (&self->timeline, g_array_unref);
      self->timeline = roundel_happenings_read (self->desk, self->journal);
      self->stale = FALSE;
    }
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    dress_row (self, list_item);
  dress_alone (self);
  return G_SOURCE_REMOVE;
}

static void
look_again (RoundelEntryRows *self,
            gboolean          stale)
{
  self->stale |= stale;
  if (self->desk != NULL && self->looking == 0)
    self->looking = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

static void
changed_cb (RoundelEntryRows *self)
{
  look_again (self, TRUE);
}

static void
items_changed_cb (RoundelEntryRows *self)
{
  look_again (self, FALSE);
}

static void
roundel_entry_rows_dispose (GObject *object)
{
  RoundelEntryRows *self = ROUNDEL_ENTRY_ROWS (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->factory);
  g_clear_object (&self->entries);
  g_clear_object (&self->alone);
  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->timeline, g_array_unref);
  g_clear_pointer (&self->bound, g_hash_table_unref);
  G_OBJECT_CLASS (roundel_entry_rows_parent_class)->dispose (object);
}

static void
roundel_entry_rows_class_init (RoundelEntryRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_entry_rows_dispose;
}

static void
roundel_entry_rows_init (RoundelEntryRows *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (self->factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (self->factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
}

/**
 * roundel_entry_rows_new:
 * @entries: the pages
 * @journal: the journal they are from
 * @alone: where what happened is told while there is no page
 * @is_plain: whether @entries has every page now; between pages that were looked for nothing is told
 * @data: for @is_plain; it outlives the rows
 *
 * Returns: (transfer full): what makes the rows
 */
RoundelEntryRows *
roundel_entry_rows_new (RoundelEntryList  *entries,
                        RoundelJournal    *journal,
                        GtkBox            *alone,
                        gboolean         (*is_plain) (gpointer data),
                        gpointer           data)
{
  RoundelEntryRows *self = g_object_new (ROUNDEL_TYPE_ENTRY_ROWS, NULL);

  self->entries = g_object_ref (entries);
  self->journal = g_object_ref (journal);
  self->alone = g_object_ref (alone);
  self->is_plain = is_plain;
  self->data = data;
  g_signal_connect_object (journal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * roundel_entry_rows_get_factory:
 * @self: rows
 *
 * Returns: (transfer none): for the list
 */
GtkListItemFactory *
roundel_entry_rows_get_factory (RoundelEntryRows *self)
{
  return self->factory;
}

/**
 * roundel_entry_rows_set_desk:
 * @self: rows
 * @desk: where the programs are, whose sessions happened between the pages
 */
void
roundel_entry_rows_set_desk (RoundelEntryRows *self,
                             RoundelDesk      *desk)
{
  g_autofree char *hidden = roundel_journal_get_setting (self->journal, HIDDEN, NULL);

  g_set_object (&self->desk, desk);
  self->hidden = hidden != NULL;
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  look_again (self, TRUE);
}

/**
 * roundel_entry_rows_get_timeline:
 * @self: rows
 *
 * Returns: whether what happened is told between the pages
 */
gboolean
roundel_entry_rows_get_timeline (RoundelEntryRows *self)
{
  return !self->hidden;
}

/**
 * roundel_entry_rows_set_timeline:
 * @self: rows
 * @timeline: whether what happened is told between the pages, now and later
 */
void
roundel_entry_rows_set_timeline (RoundelEntryRows *self,
                                 gboolean          timeline)
{
  self->hidden = !timeline;
  roundel_journal_set_setting (self->journal, HIDDEN, self->hidden ? "1" : NULL, NULL);
  look_again (self, FALSE);
}
