/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/notebook.h"

G_BEGIN_DECLS

const char *roundel_cli_kind_name     (const char      *kind);
char       *roundel_cli_count_records (const char      *kind,
                                       guint            n);
char       *roundel_cli_writer_name   (RoundelNotebook *notebook,
                                       const char      *device);

G_END_DECLS
