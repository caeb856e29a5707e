/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/when.h"

G_BEGIN_DECLS

/**
 * RoundelWeek:
 * @last: the session that has been last; without a program when there was none
 * @next: the session that comes, whose overview, question and practice this is; without a program when none does
 *
 * What the circle does between its sessions (J5).
 */
typedef struct
{
  RoundelWhen last;
  RoundelWhen next;
} RoundelWeek;

gboolean            roundel_week_find          (const GArray         *whens,
                                                const char           *program,
                                                gint64                now,
                                                RoundelWeek          *week);
const char * const *roundel_week_find_partners (const RoundelProgram *program,
                                                const char           *me);
const RoundelSession *roundel_week_find_promises (const RoundelProgram *program,
                                                  const char           *me);

G_END_DECLS
