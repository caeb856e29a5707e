/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/share/incoming.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHANGE_LIST (roundel_change_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChangeList, roundel_change_list, ROUNDEL, CHANGE_LIST, AdwBin)

void roundel_change_list_show  (RoundelChangeList *self,
                                RoundelIncoming   *incoming,
                                const char        *own);
void roundel_change_list_clear (RoundelChangeList *self);

G_END_DECLS
