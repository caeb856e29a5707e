/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-item.h"

#include "core/markdown.h"

#define PREVIEW 120

/* What a row of the list shows of one entry. Its text is read when a row asks for it. */
struct _RoundelEntryItem
{
  GObject parent_instance;

  RoundelJournal *journal;
  char *id;
  gint64 place;
  gboolean loaded;
  char *kind;
  char *title;
  char *preview;
  char *hit;     /* NULL unless it was searched for: what stands in place of the preview */
  GArray *marks; /* of RoundelMark, in hit */
};

G_DEFINE_FINAL_TYPE (RoundelEntryItem, roundel_entry_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
take_text (RoundelEntryItem *self,
           const char       *kind,
           const char       *text)
{
  g_free (self->kind);
  g_free (self->title);
  g_free (self->preview);
  self->kind = g_strdup (kind);
  self->title = roundel_page_dup_title (text);
  self->preview = roundel_page_dup_preview (text, PREVIEW);
  self->loaded = TRUE;
}

static void
load (RoundelEntryItem *self)
{
  g_autoptr (RoundelEntry) entry = NULL;

  if (self->loaded)
    return;
  entry = roundel_journal_get_entry (self->journal, self->id, NULL);
  if (entry != NULL)
    take_text (self, entry->kind, entry->text);
  else
    take_text (self, "note", "");
}

static void
roundel_entry_item_finalize (GObject *object)
{
  RoundelEntryItem *self = ROUNDEL_ENTRY_ITEM (object);

  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->preview);
  g_free (self->hit);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (roundel_entry_item_parent_class)->finalize (object);
}

static void
roundel_entry_item_class_init (RoundelEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_entry_item_finalize;

  /**
   * RoundelEntryItem::changed:
   *
   * Its row has something else to show.
   */
  changed_signal = g_signal_new ("changed", ROUNDEL_TYPE_ENTRY_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_entry_item_init (RoundelEntryItem *self)
{
}

/**
 * roundel_entry_item_new:
 * @journal: where the entry is
 * @ref: which it is
 *
 * Returns: (transfer full): what stands for it in a list
 */
RoundelEntryItem *
roundel_entry_item_new (RoundelJournal        *journal,
                        const RoundelEntryRef *ref)
{
  RoundelEntryItem *self = g_object_new (ROUNDEL_TYPE_ENTRY_ITEM, NULL);

  self->journal = g_object_ref (journal);
  self->id = roundel_id_text (ref->id);
  self->place = ref->place;
  return self;
}

const char *
roundel_entry_item_get_id (RoundelEntryItem *self)
{
  return self->id;
}

/**
 * roundel_entry_item_get_place:
 * @self: an item
 *
 * Returns: when it was written, seconds since 1970
 */
gint64
roundel_entry_item_get_place (RoundelEntryItem *self)
{
  return self->place;
}

const char *
roundel_entry_item_get_title (RoundelEntryItem *self)
{
  load (self);
  return self->title;
}

/**
 * roundel_entry_item_get_preview:
 * @self: an item
 *
 * Returns: (transfer none): what stands below the title: how the page goes on, or what was found in it
 */
const char *
roundel_entry_item_get_preview (RoundelEntryItem *self)
{
  load (self);
  return self->hit != NULL ? self->hit : self->preview;
}

const char *
roundel_entry_item_get_kind (RoundelEntryItem *self)
{
  load (self);
  return self->kind;
}

/**
 * roundel_entry_item_get_marks:
 * @self: an item
 *
 * Returns: (transfer none) (nullable) (element-type RoundelMark): what was found, in the preview
 */
GArray *
roundel_entry_item_get_marks (RoundelEntryItem *self)
{
  return self->marks;
}

/**
 * roundel_entry_item_set_hit:
 * @self: an item
 * @hit: (nullable): what was found in it; %NULL when nothing is searched for
 */
void
roundel_entry_item_set_hit (RoundelEntryItem *self,
                            const RoundelHit *hit)
{
  if (hit == NULL && self->hit == NULL)
    return;
  g_free (self->hit);
  g_clear_pointer (&self->marks, g_array_unref);
  self->hit = hit != NULL ? g_strdelimit (g_strdup (hit->text), "\n\t", ' ') : NULL;
  self->marks = hit != NULL ? g_array_ref (hit->marks) : NULL;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * roundel_entry_item_set_text:
 * @self: an item
 * @kind: its kind
 * @text: what is being written on its page
 */
void
roundel_entry_item_set_text (RoundelEntryItem *self,
                             const char       *kind,
                             const char       *text)
{
  take_text (self, kind, text);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * roundel_entry_item_reload:
 * @self: an item
 *
 * The journal has changed: its text is read again.
 */
void
roundel_entry_item_reload (RoundelEntryItem *self)
{
  if (!self->loaded)
    return;
  self->loaded = FALSE;
  g_signal_emit (self, changed_signal, 0);
}
