/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "store/check.h"

G_BEGIN_DECLS

gboolean roundel_cli_check_file (const char      *path,
                                 RoundelChecked  *checked,
                                 GError         **error);

G_END_DECLS
