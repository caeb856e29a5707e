/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/commitment.h"
#include "store/journal/copy.h"
#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_PAGE_FILE_MAX (1024 * 1024) /* bytes of a file that is looked into */

char     *roundel_page_file_name    (const RoundelEntry       *entry);
char     *roundel_page_file_write   (const RoundelEntry       *entry);
gboolean  roundel_page_file_read    (RoundelDb                *db,
                                     const char               *name,
                                     const char               *text,
                                     gsize                     length,
                                     gint64                    modified,
                                     RoundelCopy             **copy,
                                     GError                  **error);

char     *roundel_promise_page_write (const RoundelCommitment *promise,
                                      GPtrArray               *practices);

G_END_DECLS
