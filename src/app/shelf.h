/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

GPtrArray      *roundel_shelf_list   (RoundelDesk           *desk,
                                      GError               **error);
RoundelProgram *roundel_shelf_read   (RoundelDesk           *desk,
                                      const char            *id,
                                      GError               **error);
gboolean        roundel_shelf_add    (RoundelDesk           *desk,
                                      const RoundelProgram  *program,
                                      GError               **error);

G_END_DECLS
