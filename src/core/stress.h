/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelStressSession:
 * @session: index of the session in its program
 * @held: in how many runs enough people came for its plan
 * @on_time: in how many of these it ended within a minute of its time, with no slot shortened
 * @late: by how many seconds it was late at most in nine of ten
 */
typedef struct
{
  guint session;
  guint held;
  guint on_time;
  guint late;
} RoundelStressSession;

/**
 * RoundelStressMember:
 * @member: index of the member in its program
 * @without: in how many runs it had no case at all
 * @first: the number of the session by which it has had its first case in nine of ten runs; 0 when it often has none
 */
typedef struct
{
  guint member;
  guint without;
  guint first;
} RoundelStressMember;

/**
 * RoundelStress:
 * @runs: how often the whole program was rehearsed
 * @held: how many sessions took place in all runs together
 * @on_time: how many of these ended on time
 * @has_cases: whether the plans have cases at all, which the turn ledger counts
 * @sessions: (element-type RoundelStressSession): each session that has a plan
 * @members: (element-type RoundelStressMember): each member of a circle
 *
 * How a program bears what happens to programs.
 */
typedef struct
{
  guint runs;
  guint held;
  guint on_time;
  gboolean has_cases;
  GArray *sessions;
  GArray *members;
} RoundelStress;

RoundelStress *roundel_program_stress  (const RoundelProgram *program,
                                        const RoundelFormats *formats,
                                        guint                 runs,
                                        guint32               seed,
                                        const gint           *stop);
void           roundel_stress_free     (RoundelStress        *self);
GPtrArray     *roundel_stress_describe (const RoundelStress  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelStress, roundel_stress_free)

G_END_DECLS
