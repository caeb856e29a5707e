/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

gboolean roundel_journal_set_me (RoundelJournal  *self,
                                 const char      *program,
                                 const char      *member,
                                 GError         **error);
char    *roundel_journal_get_me (RoundelJournal  *self,
                                 const char      *program,
                                 GError         **error);

G_END_DECLS
