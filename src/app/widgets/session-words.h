/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelSessionWords:
 * @heading: what it is about
 * @lines: (element-type utf8): what there is to say
 */
typedef struct
{
  char *heading;
  GPtrArray *lines;
} RoundelSessionWords;

GPtrArray *roundel_session_words_new (const RoundelProgram *program,
                                      const RoundelSession *session);

G_END_DECLS
