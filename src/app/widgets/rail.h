/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RoundelRailState:
 * @ROUNDEL_RAIL_DONE: has been
 * @ROUNDEL_RAIL_NEXT: is next
 * @ROUNDEL_RAIL_LATER: comes later
 */
typedef enum
{
  ROUNDEL_RAIL_DONE,
  ROUNDEL_RAIL_NEXT,
  ROUNDEL_RAIL_LATER,
} RoundelRailState;

#define ROUNDEL_TYPE_RAIL (roundel_rail_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRail, roundel_rail, ROUNDEL, RAIL, AdwBin)

GtkWidget *roundel_rail_new (void);
void       roundel_rail_set (RoundelRail      *self,
                             RoundelRailState  state,
                             guint             number,
                             gboolean          first,
                             gboolean          last);

G_END_DECLS
