/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* Life happens (D19). Each of these changes a program in memory and says what follows from it, so that it can be shown
 * before it is done; roundel_notebook_change_program() does it. */

GPtrArray *roundel_program_move_session (RoundelProgram       *self,
                                         const char           *session,
                                         const char           *starts,
                                         gboolean              later_too);
void       roundel_program_set_room     (RoundelProgram       *self,
                                         const char           *session,
                                         RoundelMode           mode,
                                         const char           *place,
                                         gboolean              unheard,
                                         gboolean              later_too);
GPtrArray *roundel_program_join         (RoundelProgram       *self,
                                         const RoundelMember  *member,
                                         const char           *circle,
                                         const RoundelOutcome *outcome);
RoundelCircle *roundel_program_find_smallest_circle (RoundelProgram *self);
GPtrArray *roundel_program_bring_in     (RoundelProgram       *self,
                                         const GPtrArray      *people,
                                         const RoundelOutcome *outcome);
GPtrArray *roundel_program_leave        (RoundelProgram       *self,
                                         const char           *member,
                                         const RoundelOutcome *outcome);
GPtrArray *roundel_program_change_circle (RoundelProgram       *self,
                                          const char           *member,
                                          const char           *circle,
                                          const RoundelOutcome *outcome);
GPtrArray *roundel_program_name_member  (RoundelProgram       *self,
                                         const char           *member,
                                         const char           *name,
                                         const RoundelOutcome *outcome);
GPtrArray *roundel_program_set_facilitator (RoundelProgram *self,
                                            const char     *circle,
                                            const char     *facilitator);

G_END_DECLS
