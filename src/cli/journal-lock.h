/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

int roundel_cli_journal_lock   (RoundelCli *cli);
int roundel_cli_journal_relock (RoundelCli *cli,
                                const char *new_passphrase_file);
int roundel_cli_journal_unlock (RoundelCli *cli);
int roundel_cli_journal_move   (RoundelCli *cli,
                                const char *folder);

G_END_DECLS
