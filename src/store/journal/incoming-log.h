/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelIncomingEntry:
 * @when: microseconds since 1970
 * @title: title of the program
 * @files: names of the files, without their folders
 * @from: names of those who wrote what came in
 * @added: records that were new
 * @changed: records that showed something else afterwards
 * @deleted: records that were deleted
 * @erased: records that were taken back
 * @conflicts: texts that stood side by side afterwards
 * @revisions: texts that came in
 * @backup: (nullable) (type filename): the notebook as it was before
 *
 * One time that something came in from others.
 */
typedef struct
{
  gint64 when;
  char *title;
  char *files;
  char *from;
  guint added;
  guint changed;
  guint deleted;
  guint erased;
  guint conflicts;
  guint revisions;
  char *backup;
} RoundelIncomingEntry;

void       roundel_incoming_entry_free    (RoundelIncomingEntry        *self);
gboolean   roundel_journal_log_incoming   (RoundelJournal              *self,
                                           const RoundelIncomingEntry  *entry,
                                           GError                     **error);
GPtrArray *roundel_journal_list_incoming  (RoundelJournal              *self,
                                           GError                     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelIncomingEntry, roundel_incoming_entry_free)

G_END_DECLS
