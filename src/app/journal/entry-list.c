/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-list.h"

#include <string.h>

#define FIRST_PAGE 16    /* what a window shows; a GtkListView that finds more makes 200 rows before it paints one */
#define NEXT_PAGE 5000   /* read while nothing else is to be done: about two milliseconds */
#define HITS 100
#define HITS_AHEAD 30    /* rows before the last that is known, at which more are looked for */

/* All entries, or those that were found, as a list of ids and places: 24 bytes each. Items are made when a row asks for one,
 * and live as long as it does. The first page is there at once; the others follow when somebody reaches for the list, while
 * the main loop is idle. The same walk brings the list up to date after a change, page by page. */
struct _RoundelEntryList
{
  GObject parent_instance;

  RoundelJournal *journal;
  GArray *refs;      /* of RoundelEntryRef, the newest first */
  GHashTable *items; /* of RoundelEntryItem, by id, of those that somebody holds */
  GHashTable *hits;  /* of RoundelHit, by id, while something is searched for */
  char *typed;       /* NULL: nothing is searched for */
  gboolean whole;    /* whether more than the first page is wanted */
  guint walk;
  guint walk_at;     /* how many refs the walk has made sure of */
  gboolean complete; /* of a search: nothing more is to be found */
  RoundelEntryFilter filter; /* what is left of all entries; its texts are the next two */
  char *kind;
  char *program;
  char *open_id;     /* the page that is being written */
  char *open_kind;
  char *open_text;
};

static void roundel_entry_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RoundelEntryList, roundel_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, roundel_entry_list_model_init))

#define ref_at(refs, i) (&g_array_index (refs, RoundelEntryRef, i))

static gboolean
is_same (const RoundelEntryRef *a,
         const RoundelEntryRef *b)
{
  return a->place == b->place && memcmp (a->id, b->id, ROUNDEL_ID_SIZE) == 0;
}

static guint
find_ref (RoundelEntryList *self,
          const guint8     *id)
{
  for (guint i = 0; i < self->refs->len; i++)
    if (memcmp (ref_at (self->refs, i)->id, id, ROUNDEL_ID_SIZE) == 0)
      return i;
  return G_MAXUINT;
}

static void
dress_item (RoundelEntryList *self,
            RoundelEntryItem *item)
{
  const char *id = roundel_entry_item_get_id (item);

  if (self->open_id != NULL && g_str_equal (id, self->open_id))
    roundel_entry_item_set_text (item, self->open_kind, self->open_text);
  roundel_entry_item_set_hit (item, self->hits != NULL ? g_hash_table_lookup (self->hits, id) : NULL);
}

/* Puts PAGE in the place of what the list has from AT on. Only what differs is told; the one behind it may have to show
 * the day, or no longer. */
static void
replace (RoundelEntryList *self,
         guint             at,
         guint             removed,
         GArray           *page)
{
  guint added = page->len;
  guint from = 0;
  guint behind;

  while (removed > 0 && added > 0 && is_same (ref_at (self->refs, at), ref_at (page, from)))
    {
      at++, from++;
      removed--, added--;
    }
  while (removed > 0 && added > 0 && is_same (ref_at (self->refs, at + removed - 1), ref_at (page, from + added - 1)))
    removed--, added--;
  if (removed == 0 && added == 0)
    return;
  g_array_remove_range (self->refs, at, removed);
  if (added > 0)
    g_array_insert_vals (self->refs, at, ref_at (page, from), added);
  behind = at + added < self->refs->len;
  g_list_model_items_changed (G_LIST_MODEL (self), at, removed + behind, added + behind);
}

/* How many refs from AT on stand at PLACE or before it in time order, the newest first. */
static guint
count_until (RoundelEntryList *self,
             guint             at,
             gint64            place)
{
  guint low = at;
  guint high = self->refs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ref_at (self->refs, middle)->place >= place)
        low = middle + 1;
      else
        high = middle;
    }
  return low - at;
}

/* What comes behind the first AT. */
static RoundelEntryFilter
next_page (RoundelEntryList *self,
           guint             at)
{
  RoundelEntryFilter filter = self->filter;

  if (at > 0)
    filter.before = ref_at (self->refs, at - 1)->place;
  return filter;
}

/* One page of the walk; whether there may be another. */
static gboolean
walk_on (RoundelEntryList *self,
         guint             most)
{
  RoundelEntryFilter filter = next_page (self, self->walk_at);
  g_autoptr (GArray) page = roundel_journal_list_entries (self->journal, &filter, most, NULL);
  gboolean more;

  if (page == NULL)
    return FALSE;
  more = page->len == most;
  replace (self, self->walk_at,
           more && self->whole ? count_until (self, self->walk_at, ref_at (page, page->len - 1)->place) : self->refs->len - self->walk_at,
           page);
  self->walk_at += page->len;
  return more;
}

static gboolean
walk_cb (gpointer data)
{
  RoundelEntryList *self = data;

  if (walk_on (self, NEXT_PAGE))
    return G_SOURCE_CONTINUE;
  self->walk = 0;
  return G_SOURCE_REMOVE;
}

static void
add_hit (RoundelEntryList *self,
         GArray           *page,
         RoundelHit       *hit)
{
  RoundelEntryRef ref = { .place = hit->place };
  RoundelEntryItem *item = g_hash_table_lookup (self->items, hit->id);

  if (!roundel_id_parse (hit->id, ref.id))
    return;
  g_array_append_val (page, ref);
  if (item != NULL)
    roundel_entry_item_set_hit (item, hit);
}

/* What is found next, behind the first AT. */
static void
search_on (RoundelEntryList *self,
           guint             at,
           guint             removed)
{
  RoundelEntryFilter filter = next_page (self, at);
  g_autoptr (GPtrArray) hits = roundel_journal_search (self->journal, self->typed, &filter, HITS, NULL);
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (RoundelEntryRef));

  self->complete = hits == NULL || hits->len < HITS;
  if (hits != NULL)
    g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      RoundelHit *hit = hits->pdata[i];

      add_hit (self, page, hit);
      g_hash_table_replace (self->hits, hit->id, hit);
    }
  replace (self, at, removed, page);
}

static gboolean
search_on_cb (gpointer data)
{
  RoundelEntryList *self = data;

  self->walk = 0;
  search_on (self, self->refs->len, 0);
  return G_SOURCE_REMOVE;
}

static void
load (RoundelEntryList *self)
{
  g_clear_handle_id (&self->walk, g_source_remove);
  self->walk_at = 0;
  if (self->typed != NULL)
    {
      g_clear_pointer (&self->hits, g_hash_table_unref);
      self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) roundel_hit_free);
      search_on (self, 0, self->refs->len);
    }
  else if (walk_on (self, FIRST_PAGE) && self->whole)
    self->walk = g_idle_add_full (G_PRIORITY_LOW, walk_cb, self, NULL);
}

static void
changed_cb (RoundelEntryList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const char *id = roundel_entry_item_get_id (item);

      if (self->open_id == NULL || !g_str_equal (id, self->open_id))
        roundel_entry_item_reload (item);
    }
  load (self);
}

static void
item_gone_cb (gpointer data,
              GObject *where)
{
  RoundelEntryList *self = data;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (item == (gpointer) where)
      g_hash_table_iter_remove (&iter);
}

/* Overrides */

static GType
roundel_entry_list_get_item_type (GListModel *model)
{
  return ROUNDEL_TYPE_ENTRY_ITEM;
}

static guint
roundel_entry_list_get_n_items (GListModel *model)
{
  return ROUNDEL_ENTRY_LIST (model)->refs->len;
}

static gpointer
roundel_entry_list_get_item (GListModel *model,
                             guint       position)
{
  RoundelEntryList *self = ROUNDEL_ENTRY_LIST (model);
  g_autofree char *id = NULL;
  RoundelEntryItem *item;

  if (position >= self->refs->len)
    return NULL;
  if (self->typed != NULL && !self->complete && self->walk == 0 && position + HITS_AHEAD >= self->refs->len)
    self->walk = g_idle_add (search_on_cb, self);
  id = roundel_id_text (ref_at (self->refs, position)->id);
  item = g_hash_table_lookup (self->items, id);
  if (item != NULL)
    return g_object_ref (item);
  item = roundel_entry_item_new (self->journal, ref_at (self->refs, position));
  g_hash_table_insert (self->items, g_steal_pointer (&id), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  dress_item (self, item);
  return item;
}

static void
roundel_entry_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = roundel_entry_list_get_item_type;
  iface->get_n_items = roundel_entry_list_get_n_items;
  iface->get_item = roundel_entry_list_get_item;
}

static void
roundel_entry_list_dispose (GObject *object)
{
  RoundelEntryList *self = ROUNDEL_ENTRY_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_clear_handle_id (&self->walk, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->items);
  G_OBJECT_CLASS (roundel_entry_list_parent_class)->dispose (object);
}

static void
roundel_entry_list_finalize (GObject *object)
{
  RoundelEntryList *self = ROUNDEL_ENTRY_LIST (object);

  g_clear_object (&self->journal);
  g_array_unref (self->refs);
  g_hash_table_unref (self->items);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_free (self->typed);
  g_free (self->kind);
  g_free (self->program);
  g_free (self->open_id);
  g_free (self->open_kind);
  g_free (self->open_text);
  G_OBJECT_CLASS (roundel_entry_list_parent_class)->finalize (object);
}

static void
roundel_entry_list_class_init (RoundelEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_entry_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_entry_list_finalize;
}

static void
roundel_entry_list_init (RoundelEntryList *self)
{
  self->refs = g_array_new (FALSE, FALSE, sizeof (RoundelEntryRef));
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * roundel_entry_list_new:
 * @journal: a journal
 *
 * Returns: (transfer full): its entries, the newest first; they follow what changes in it
 */
RoundelEntryList *
roundel_entry_list_new (RoundelJournal *journal)
{
  RoundelEntryList *self;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal), NULL);

  self = g_object_new (ROUNDEL_TYPE_ENTRY_LIST, NULL);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * roundel_entry_list_reach:
 * @self: a list
 *
 * Somebody is about to move through the list: what is behind its first page is read, too.
 */
void
roundel_entry_list_reach (RoundelEntryList *self)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_LIST (self));

  if (self->whole)
    return;
  self->whole = TRUE;
  if (self->typed == NULL)
    self->walk = g_idle_add_full (G_PRIORITY_LOW, walk_cb, self, NULL);
}

/**
 * roundel_entry_list_search:
 * @self: a list
 * @typed: what was typed so far; without a word in it all entries are shown
 */
void
roundel_entry_list_search (RoundelEntryList *self,
                           const char       *typed)
{
  g_autofree char *query = NULL;
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (ROUNDEL_IS_ENTRY_LIST (self) && typed != NULL);

  query = roundel_search_query (typed);
  if (query == NULL && self->typed == NULL)
    return;
  g_free (self->typed);
  self->typed = query != NULL ? g_strdup (typed) : NULL;
  if (query == NULL)
    {
      g_clear_pointer (&self->hits, g_hash_table_unref);
      g_hash_table_iter_init (&iter, self->items);
      while (g_hash_table_iter_next (&iter, NULL, &item))
        roundel_entry_item_set_hit (item, NULL);
    }
  load (self);
}

/**
 * roundel_entry_list_set_filter:
 * @self: a list
 * @filter: which entries it is to have
 */
void
roundel_entry_list_set_filter (RoundelEntryList         *self,
                               const RoundelEntryFilter *filter)
{
  g_return_if_fail (ROUNDEL_IS_ENTRY_LIST (self) && filter != NULL);

  g_free (self->kind);
  g_free (self->program);
  self->filter = *filter;
  self->filter.kind = self->kind = g_strdup (filter->kind);
  self->filter.program = self->program = g_strdup (filter->program);
  self->whole = FALSE; /* of what was shown before nothing stays */
  load (self);
  roundel_entry_list_reach (self);
}

/**
 * roundel_entry_list_set_open:
 * @self: a list
 * @id: (nullable): the page that is being written
 * @kind: (nullable): its kind
 * @text: (nullable): what it says at this moment; the journal has a version of it later
 */
void
roundel_entry_list_set_open (RoundelEntryList *self,
                             const char       *id,
                             const char       *kind,
                             const char       *text)
{
  RoundelEntryItem *item;

  g_return_if_fail (ROUNDEL_IS_ENTRY_LIST (self));

  g_free (self->open_id);
  g_free (self->open_kind);
  g_free (self->open_text);
  self->open_id = g_strdup (id);
  self->open_kind = g_strdup (kind);
  self->open_text = g_strdup (text);
  item = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;
  if (item != NULL)
    roundel_entry_item_set_text (item, kind, text);
}

/**
 * roundel_entry_list_find:
 * @self: a list
 * @id: id of an entry
 *
 * Returns: where it is in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
roundel_entry_list_find (RoundelEntryList *self,
                         const char       *id)
{
  guint8 bytes[ROUNDEL_ID_SIZE];
  guint position;

  g_return_val_if_fail (ROUNDEL_IS_ENTRY_LIST (self) && id != NULL, G_MAXUINT);

  if (!roundel_id_parse (id, bytes))
    return G_MAXUINT;
  position = find_ref (self, bytes);
  if (position != G_MAXUINT || self->whole || self->typed != NULL)
    return position;
  roundel_entry_list_reach (self);
  while (walk_on (self, NEXT_PAGE))
    ;
  return find_ref (self, bytes);
}

/**
 * roundel_entry_list_get_place:
 * @self: a list
 * @position: which of its rows
 *
 * Returns: when it was written, seconds since 1970
 */
gint64
roundel_entry_list_get_place (RoundelEntryList *self,
                              guint             position)
{
  g_return_val_if_fail (ROUNDEL_IS_ENTRY_LIST (self) && position < self->refs->len, 0);

  return ref_at (self->refs, position)->place;
}

/**
 * roundel_entry_list_is_growing:
 * @self: a list
 *
 * Returns: whether there may be more behind its last row, which nobody has reached for
 */
gboolean
roundel_entry_list_is_growing (RoundelEntryList *self)
{
  g_return_val_if_fail (ROUNDEL_IS_ENTRY_LIST (self), FALSE);

  return !self->whole && self->refs->len >= FIRST_PAGE;
}
