/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/entry.h"

G_BEGIN_DECLS

gboolean roundel_journal_count_bin   (RoundelJournal  *self,
                                      guint           *entries,
                                      GError         **error);
gboolean roundel_journal_erase_entry (RoundelJournal  *self,
                                      const char      *id,
                                      GError         **error);
gboolean roundel_journal_empty_bin   (RoundelJournal  *self,
                                      guint           *entries,
                                      GError         **error);

G_END_DECLS
