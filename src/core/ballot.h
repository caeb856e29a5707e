/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* The members choose the topic (D3): topic cards, a ballot on paper or by file, and each one's yes. */

void     roundel_program_vote         (RoundelProgram       *self,
                                       const char           *new_id,
                                       const char           *by,
                                       const char *const    *topics);
void     roundel_program_say_yes      (RoundelProgram       *self,
                                       const char           *new_id,
                                       const char           *by,
                                       gboolean              yes);
gboolean roundel_program_says_yes     (const RoundelProgram *self,
                                       const char           *member);
guint    roundel_program_count_yes    (const RoundelProgram *self);
guint    roundel_program_count_votes  (const RoundelProgram *self,
                                       const RoundelTopic   *topic);
guint    roundel_program_count_ballots (const RoundelProgram *self);
char    *roundel_program_write_ballot (const RoundelProgram *self);

G_END_DECLS
