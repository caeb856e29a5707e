/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelEntry:
 * @id: names the entry
 * @kind: one of roundel_entry_kinds(), or a word of a newer version
 * @text: what was written, Markdown
 * @tags: (nullable): words to find it by; those with `#` in the text come to them by themselves
 * @program: (nullable): id of the program it is about
 * @session: (nullable): id of the session it is about
 * @written: (nullable): when it was begun; %NULL on the way in: now
 * @revision: (nullable): the version that was read; what a page was opened on is what its text is written over
 * @changed: when this version was written, microseconds since 1970
 * @versions: how many different texts of it stand side by side; above 1 another computer wrote at the same time
 * @deleted: it is in the bin
 *
 * One page of the journal (J1). One that comes out of the store owns what it points to; one that goes in may be on the
 * stack.
 */
typedef struct
{
  const char *id;
  const char *kind;
  const char *text;
  const char * const *tags;
  const char *program;
  const char *session;
  GDateTime *written;
  const char *revision;
  gint64 changed;
  guint versions;
  gboolean deleted;
} RoundelEntry;

/**
 * RoundelEntryRef:
 * @place: the second in which it was written, or the next free one: the greater, the newer
 *
 * What a list holds of each of a hundred thousand entries.
 */
typedef struct
{
  gint64 place;
  guint8 id[ROUNDEL_ID_SIZE];
} RoundelEntryRef;

/**
 * RoundelEntryFilter:
 * @kind: (nullable): only of this kind
 * @program: (nullable): only about this program
 * @from: only written at or after this, seconds since 1970; 0: all
 * @before: only with a smaller place; 0: all. The place of the last one seen gives the next page
 * @deleted: those in the bin, and no others
 */
typedef struct
{
  const char *kind;
  const char *program;
  gint64 from;
  gint64 before;
  gboolean deleted;
} RoundelEntryFilter;

const char * const *roundel_entry_kinds (void);
const char   *roundel_entry_kind_title       (const char                *kind);
char         *roundel_entry_dup_heading      (const RoundelEntry        *self);
void          roundel_entry_free             (RoundelEntry              *self);
RoundelEntry *roundel_entry_read             (RoundelStatement          *row);

gboolean      roundel_journal_put_entry      (RoundelJournal            *self,
                                              const RoundelEntry        *entry,
                                              char                     **id,
                                              GError                   **error);
RoundelEntry *roundel_journal_get_entry      (RoundelJournal            *self,
                                              const char                *id,
                                              GError                   **error);
GPtrArray    *roundel_journal_list_versions  (RoundelJournal            *self,
                                              const char                *id,
                                              GError                   **error);
GArray       *roundel_journal_list_entries   (RoundelJournal            *self,
                                              const RoundelEntryFilter  *filter,
                                              guint                      most,
                                              GError                   **error);
gboolean      roundel_journal_count_entries  (RoundelJournal            *self,
                                              guint                     *entries,
                                              GError                   **error);
gboolean      roundel_journal_delete_entry   (RoundelJournal            *self,
                                              const char                *id,
                                              GError                   **error);
gboolean      roundel_journal_undelete_entry (RoundelJournal            *self,
                                              const char                *id,
                                              GError                   **error);

void          roundel_entry_filter_bind      (const RoundelEntryFilter  *self,
                                              RoundelStatement          *statement);
RoundelStatement *roundel_entry_body         (RoundelDb                 *db,
                                              const RoundelEntry        *entry,
                                              GError                   **error);

/* The columns roundel_entry_read() expects, of a revision r. */
#define ROUNDEL_ENTRY_COLUMNS ROUNDEL_ENTRY_COLUMNS_OF ("r.body") ", r.id, r.hlc, r.deleted"
#define ROUNDEL_ENTRY_COLUMNS_OF(body) \
  "json_extract (" body ", '$.kind'), json_extract (" body ", '$.text')," \
  " (SELECT group_concat (value, char (10)) FROM json_each (" body ", '$.tags'))," \
  " json_extract (" body ", '$.program'), json_extract (" body ", '$.session'), json_extract (" body ", '$.written')"

/* Both are counted by an index. */
#define ROUNDEL_COUNT_ENTRIES \
  "SELECT (SELECT count (*) FROM entry) - (SELECT count (*) FROM entry WHERE live = 0)"

/* What roundel_entry_filter_bind() binds, of an entry e. */
#define ROUNDEL_ENTRY_FILTER \
  "e.live = :live AND (:kind IS NULL OR e.kind = :kind) AND (:program IS NULL OR e.program = :program)" \
  " AND e.place >= :from AND e.place < :before"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelEntry, roundel_entry_free)

G_END_DECLS
