/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/check.h"

G_BEGIN_DECLS

gboolean roundel_journal_check (const char      *path,
                                RoundelChecked  *checked,
                                GError         **error);

G_END_DECLS
