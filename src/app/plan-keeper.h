/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/session-plan.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PLAN_KEEPER (roundel_plan_keeper_get_type ())
G_DECLARE_INTERFACE (RoundelPlanKeeper, roundel_plan_keeper, ROUNDEL, PLAN_KEEPER, GObject)

/**
 * RoundelPlanKeeperInterface:
 * @read: gives the program as it is now; the ids of its sessions stay the same
 * @write: takes the plan of one of its sessions, and what it was before
 *
 * Where the plans are that an editor edits: in a program of the notebook, or in a draft. It emits `changed` when the program
 * is another, by whatever.
 */
struct _RoundelPlanKeeperInterface
{
  GTypeInterface parent_iface;

  RoundelProgram *(*read)  (RoundelPlanKeeper         *self,
                            GError                   **error);
  gboolean        (*write) (RoundelPlanKeeper         *self,
                            const RoundelSession      *session,
                            const RoundelSessionPlan  *before,
                            const RoundelSessionPlan  *plan,
                            GError                   **error);
};

RoundelProgram *roundel_plan_keeper_read  (RoundelPlanKeeper         *self,
                                           GError                   **error);
gboolean        roundel_plan_keeper_write (RoundelPlanKeeper         *self,
                                           const RoundelSession      *session,
                                           const RoundelSessionPlan  *before,
                                           const RoundelSessionPlan  *plan,
                                           GError                   **error);

RoundelPlanKeeper *roundel_plan_keeper_new_for_program (RoundelDesk *desk,
                                                        const char  *program);

G_END_DECLS
