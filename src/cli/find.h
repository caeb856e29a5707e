/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/programs.h"

G_BEGIN_DECLS

RoundelProgram *roundel_cli_find_session (RoundelNotebook       *notebook,
                                          const char            *text,
                                          const RoundelSession **session,
                                          GError               **error);
RoundelCircle  *roundel_cli_find_circle  (const RoundelProgram  *program,
                                          const char            *text,
                                          GError               **error);
gboolean        roundel_cli_find_member  (const RoundelProgram  *program,
                                          const char            *text,
                                          guint                 *member,
                                          GError               **error);

G_END_DECLS
