/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "store/journal/journal.h"
#include "store/notebook.h"

G_BEGIN_DECLS

char            *roundel_cli_notebook_path (RoundelCli   *cli);
RoundelNotebook *roundel_cli_open_notebook (RoundelCli   *cli,
                                            GError      **error);
RoundelJournal  *roundel_cli_open_journal  (RoundelCli   *cli,
                                            GError      **error);
gboolean         roundel_cli_check_program (RoundelNotebook  *notebook,
                                            const char       *program,
                                            GError          **error);
char            *roundel_cli_read_text     (const char   *text,
                                            GError      **error);

G_END_DECLS
