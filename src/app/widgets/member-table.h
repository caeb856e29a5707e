/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/widgets/member-item.h"
#include "core/reporting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_MEMBER_TABLE (roundel_member_table_get_type ())
G_DECLARE_FINAL_TYPE (RoundelMemberTable, roundel_member_table, ROUNDEL, MEMBER_TABLE, AdwBin)

void roundel_member_table_show (RoundelMemberTable *self,
                                const GPtrArray    *members,
                                const GPtrArray    *known,
                                const GPtrArray    *conflicts);
void roundel_member_table_scroll_to (RoundelMemberTable *self,
                                     guint               position);

G_END_DECLS
