/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "core/readiness.h"

G_BEGIN_DECLS

char *roundel_words_date     (const char           *local);
char *roundel_words_day      (const char           *day);
char *roundel_words_short_date (const char         *local);
char *roundel_words_time     (const char           *local);
char *roundel_words_near     (const char           *local,
                              gint64                now);
char *roundel_words_people   (const RoundelProgram *program);
char *roundel_words_meetings (const RoundelProgram *program);
char *roundel_words_effort   (const RoundelProgram *program);
char *roundel_words_cost     (const RoundelProgram *program);
char *roundel_words_summary  (const RoundelProgram *program,
                              gint64                now);
char *roundel_words_session_title (const RoundelProgram *program,
                                   const RoundelSession *session);
char *roundel_words_name     (const RoundelProgram *program,
                              guint                 member);

const char *roundel_reason_get_name (RoundelReason           reason);
char       *roundel_words_status    (const RoundelReadiness *readiness);
guint       roundel_readiness_count (const GPtrArray        *readiness);

char *roundel_words_circle (const RoundelProgram *program,
                            const RoundelCircle  *circle);
char *roundel_words_leading (const RoundelProgram *program);
char *roundel_words_logistics (const RoundelProgram *program);

G_END_DECLS
