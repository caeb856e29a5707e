/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/notebook.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

RoundelJournal *roundel_cli_open_journal (RoundelCli  *cli,
                                          GError     **error);
gboolean        roundel_cli_name_program (RoundelCli  *cli,
                                          const char  *words,
                                          char       **program,
                                          GError     **error);
char           *roundel_cli_read_text    (const char  *text,
                                          GError     **error);
void roundel_cli_say_kept (JsonBuilder     *json,
                           const GPtrArray *kept);

G_END_DECLS
