/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live.h"

G_BEGIN_DECLS

/**
 * RoundelSeatTurn:
 * @member: index of the member
 * @group: the group it sits in
 * @used: how much of its own time in this part is used, 0 to 1
 * @speaks: has the floor
 *
 * A tick of the ring: for the eyes of the facilitator, computed from the rounds passed, and stored nowhere (R1).
 */
typedef struct
{
  guint member;
  guint group;
  double used;
  gboolean speaks;
} RoundelSeatTurn;

GArray *roundel_turns_of_part (const RoundelSessionView *view);

G_END_DECLS
