/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agenda.h"

G_BEGIN_DECLS

/**
 * RoundelShares:
 * @n: how many slots a part has, one after the other; each belongs to one member of each group
 * @seconds: how long each is; 0 when they differ
 */
typedef struct
{
  guint n;
  guint seconds;
} RoundelShares;

#define ROUNDEL_TYPE_PLAN_BLOCKS (roundel_plan_blocks_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPlanBlocks, roundel_plan_blocks, ROUNDEL, PLAN_BLOCKS, AdwBin)

GtkWidget *roundel_plan_blocks_new (void);
void       roundel_plan_blocks_set (RoundelPlanBlocks   *self,
                                    const RoundelAgenda *agenda,
                                    const char          *starts,
                                    guint                outcome);

char         *roundel_text_clock_at       (const char          *starts,
                                           guint                seconds);
char         *roundel_shares_describe     (const RoundelShares *shares);
RoundelShares roundel_agenda_count_shares (const RoundelAgenda *agenda,
                                           guint                part);
char         *roundel_agenda_dup_air_time (const RoundelAgenda *agenda);

G_END_DECLS
