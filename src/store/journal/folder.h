/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/copy.h"

G_BEGIN_DECLS

/**
 * RoundelSkipped:
 * @file: a file below the folder
 * @why: what kept it out, in words
 */
typedef struct
{
  char *file;
  char *why;
} RoundelSkipped;

GPtrArray *roundel_copies_read_path (const char    *path,
                                     GPtrArray    **skipped,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
