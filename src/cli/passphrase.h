/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

gboolean roundel_cli_read_passphrase (const char    *path,
                                      char         **passphrase,
                                      GError       **error);

G_END_DECLS
