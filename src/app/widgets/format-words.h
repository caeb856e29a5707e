/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/format.h"

G_BEGIN_DECLS

char *roundel_words_format_people  (const RoundelFormat *format);
char *roundel_words_format_minutes (const RoundelFormat *format);
char *roundel_words_format_summary (const RoundelFormat *format);

G_END_DECLS
