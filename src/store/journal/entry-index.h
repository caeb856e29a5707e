/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

gboolean roundel_entry_index         (RoundelDb  *db,
                                      gint64      since,
                                      GError    **error);
gboolean roundel_entry_index_clean   (RoundelDb  *db,
                                      gboolean    first,
                                      gboolean   *done,
                                      GError    **error);
gboolean roundel_entry_index_rebuild (RoundelDb  *db,
                                      GError    **error);

G_END_DECLS
