/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

gboolean roundel_journal_set_setting (RoundelJournal  *self,
                                      const char      *name,
                                      const char      *value,
                                      GError         **error);
char    *roundel_journal_get_setting (RoundelJournal  *self,
                                      const char      *name,
                                      GError         **error);

G_END_DECLS
