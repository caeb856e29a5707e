/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"
#include "store/notebook.h"

G_BEGIN_DECLS

/**
 * RoundelInfo:
 * @schema: the version of the notebook's schema
 * @programs: that are not deleted
 * @sessions: that are not deleted
 * @entries: of the journal, that are not in the bin
 * @revisions: texts that were ever written, in both files
 * @bytes: of both files
 */
typedef struct
{
  gint64 schema;
  gint64 programs;
  gint64 sessions;
  gint64 entries;
  gint64 revisions;
  gint64 bytes;
} RoundelInfo;

gboolean roundel_info_read  (RoundelNotebook  *notebook,
                             RoundelJournal   *journal,
                             RoundelInfo      *info,
                             GError          **error);
gboolean roundel_info_count (RoundelDb        *notebook,
                             RoundelDb        *journal,
                             RoundelInfo      *info,
                             GError          **error);

G_END_DECLS
