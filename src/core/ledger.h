/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelLedger:
 *
 * The turn ledger: who has had a case and who is owed one, over the whole program (R1). It is folded anew from what the
 * sessions recorded, and keeps nothing of its own.
 */
typedef struct _RoundelLedger RoundelLedger;

RoundelLedger *roundel_ledger_new         (guint                n_members);
void           roundel_ledger_free        (RoundelLedger       *self);
void           roundel_ledger_add_session (RoundelLedger       *self,
                                           const GArray        *cases,
                                           const GArray        *carried);
guint          roundel_ledger_had         (const RoundelLedger *self,
                                           guint                member);
gboolean       roundel_ledger_owed        (const RoundelLedger *self,
                                           guint                member);
GArray        *roundel_ledger_choose      (const RoundelLedger *self,
                                           const GArray        *present,
                                           guint                count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLedger, roundel_ledger_free)

G_END_DECLS
