/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* What people agree on before and around a program: answers to what no software can know (D16), exceptions (D5, D18), the
 * charter (D11) and what supervisors give (D12). Each changes a program in memory; roundel_notebook_change_program() writes
 * it. */

const RoundelReadinessNote *roundel_program_find_answer    (const RoundelProgram  *self,
                                                            const char            *check);
void                        roundel_program_answer         (RoundelProgram        *self,
                                                            const char            *new_id,
                                                            const char            *check,
                                                            const char            *evidence,
                                                            const char            *owner,
                                                            const char            *due);
char                       *roundel_program_name_exception (const RoundelProgram  *self,
                                                            const RoundelConflict *conflict);
const RoundelReadinessNote *roundel_program_find_exception (const RoundelProgram  *self,
                                                            const RoundelConflict *conflict);
void                        roundel_program_make_exception (RoundelProgram        *self,
                                                            const char            *new_id,
                                                            const RoundelConflict *conflict,
                                                            const char            *reason,
                                                            const char            *date);

RoundelCharter *roundel_program_find_charter  (const RoundelProgram *self,
                                               const char           *circle);
char          **roundel_charter_suggest_rules (void);
char          **roundel_charter_never_leaves  (void);
void            roundel_program_set_rules     (RoundelProgram       *self,
                                               const char           *new_id,
                                               const char           *circle,
                                               const char *const    *rules);
void            roundel_program_agree         (RoundelProgram       *self,
                                               const char           *circle,
                                               const char           *member,
                                               gboolean              agrees,
                                               const char           *date);

char **roundel_program_list_supervisors   (const RoundelProgram *self);
char  *roundel_program_write_letter       (const RoundelProgram *self,
                                           const char           *supervisor);
char  *roundel_program_write_talk_sheet   (const RoundelProgram *self);
char  *roundel_program_write_expectation_letter (const RoundelProgram *self);

G_END_DECLS
