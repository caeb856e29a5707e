/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_DRAFT_IDLE (G_GINT64_CONSTANT (5) * 60 * G_USEC_PER_SEC) /* J: after such a rest the version before it is kept */
#define ROUNDEL_DRAFT_LARGE_DELETION 100             /* J: characters gone at once, before which it is kept */

gboolean      roundel_draft_is_new_version (const char      *was,
                                            const char      *now,
                                            gint64           rest);

gboolean      roundel_journal_save_draft  (RoundelJournal      *self,
                                           const RoundelEntry  *entry,
                                           GError             **error);
gboolean      roundel_journal_close_draft (RoundelJournal      *self,
                                           const char          *id,
                                           GError             **error);
RoundelEntry *roundel_journal_get_draft   (RoundelJournal      *self,
                                           const char          *id,
                                           GError             **error);
GPtrArray    *roundel_journal_list_drafts (RoundelJournal      *self,
                                           GError             **error);

G_END_DECLS
