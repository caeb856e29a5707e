/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-record.h"
#include "store/journal/tally.h"

G_BEGIN_DECLS

gboolean           roundel_slip_add   (RoundelJournal     *journal,
                                       const char         *tally,
                                       int                 worth,
                                       const char         *change,
                                       GError            **error);
RoundelEvaluation *roundel_slip_close (const RoundelTally *tally,
                                       const char         *id,
                                       const char         *session);

G_END_DECLS
