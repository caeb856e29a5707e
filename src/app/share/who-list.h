/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "app/share/incoming.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WHO_LIST (roundel_who_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWhoList, roundel_who_list, ROUNDEL, WHO_LIST, AdwBin)

void     roundel_who_list_ask  (RoundelWhoList   *self,
                                RoundelDesk      *desk,
                                RoundelIncoming  *incoming);
gboolean roundel_who_list_keep (RoundelWhoList   *self,
                                GError          **error);

G_END_DECLS
