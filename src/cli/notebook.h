/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/program.h"
#include "store/notebook.h"

G_BEGIN_DECLS

char            *roundel_cli_notebook_path (RoundelCli       *cli);
RoundelNotebook *roundel_cli_open_notebook (RoundelCli       *cli,
                                            GError          **error);
char            *roundel_cli_find_program  (RoundelNotebook  *notebook,
                                            const char       *text,
                                            GError          **error);
char            *roundel_cli_dup_title     (const RoundelRecord *program);

G_END_DECLS
