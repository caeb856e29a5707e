/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelTagSpan:
 * @start: where its word begins, behind the sign, in bytes
 * @end: where it ends
 */
typedef struct
{
  gsize start;
  gsize end;
} RoundelTagSpan;

GArray *roundel_tags_scan (const char *text);
char  **roundel_tags_find (const char *text);

G_END_DECLS
