/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* Who is around a program: its advisory committee (D5), guests, human resources, and whether that goes well with its
 * members (D4). */

gboolean roundel_program_is_supervisor        (const RoundelProgram *self,
                                               const char           *who);
char    *roundel_program_check_person         (const RoundelProgram *self,
                                               const char           *who);
gboolean roundel_program_has_person           (const RoundelProgram *self,
                                               const char           *role);
gboolean roundel_program_committee_has_member (const RoundelProgram *self);
char    *roundel_program_dup_person_name      (const RoundelProgram *self,
                                               const char           *who);

G_END_DECLS
