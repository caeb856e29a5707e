/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

int roundel_cli_journal_delete    (RoundelCli *cli,
                                   const char *entry,
                                   gboolean    deleted);
int roundel_cli_journal_empty_bin (RoundelCli *cli);
int roundel_cli_journal_versions  (RoundelCli *cli,
                                   const char *entry);
int roundel_cli_journal_export    (RoundelCli *cli,
                                   const char *name,
                                   const char *format,
                                   const char *path);
int roundel_cli_journal_print     (RoundelCli *cli,
                                   const char *path);
int roundel_cli_journal_import    (RoundelCli *cli,
                                   const char *path);

G_END_DECLS
