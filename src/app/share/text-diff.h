/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelStretch:
 * @start: in bytes of the text
 * @end: in bytes of the text
 */
typedef struct
{
  gsize start;
  gsize end;
} RoundelStretch;

GArray *roundel_text_diff (const char *text,
                           const char *other);

G_END_DECLS
