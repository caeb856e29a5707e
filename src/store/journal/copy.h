/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelCopied:
 * @added: what was not here
 * @changed: what was here with another text, which stays as a version
 * @unchanged: what was here already
 */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
} RoundelCopied;

char    *roundel_journal_write_json (RoundelJournal  *self,
                                     GError         **error);
gboolean roundel_journal_read_json  (RoundelJournal  *self,
                                     const char      *text,
                                     gsize            length,
                                     RoundelCopied   *copied,
                                     GError         **error);

G_END_DECLS
