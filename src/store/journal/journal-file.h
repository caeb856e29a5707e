/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"
#include "store/journal/locked-file.h"

G_BEGIN_DECLS

RoundelRecords *roundel_journal_open_file (const char         *path,
                                           const char         *secret,
                                           RoundelEnv         *env,
                                           guint               wait,
                                           RoundelLockedFile **locked,
                                           GError            **error);

G_END_DECLS
