/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/notebook.h"

G_BEGIN_DECLS

gboolean    roundel_notebook_give_card (RoundelNotebook  *self,
                                        const char       *program,
                                        const char       *member,
                                        GError          **error);
GHashTable *roundel_cards_read         (const GPtrArray  *records);

G_END_DECLS
