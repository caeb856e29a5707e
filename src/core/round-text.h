/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"

G_BEGIN_DECLS

#define ROUNDEL_ROUND_LONGEST (24 * 60 * 60) /* seconds */

GPtrArray *roundel_rounds_copy      (GPtrArray   *rounds);
gboolean   roundel_rounds_are_sound (GPtrArray   *rounds);
char      *roundel_rounds_to_text   (GPtrArray   *rounds);
GPtrArray *roundel_rounds_from_text (const char  *text,
                                     GError     **error);

G_END_DECLS
