/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelOffer:
 * @helper: index of the member who can help; %G_MAXUINT when nobody can
 * @asker: index of the member who wants it; %G_MAXUINT when nobody asks
 * @what: with what, as it was written
 *
 * An offer that meets an ask (D6), or one of the two alone.
 */
typedef struct
{
  guint helper;
  guint asker;
  const char *what;
} RoundelOffer;

GArray *roundel_program_list_offers (const RoundelProgram *self);

G_END_DECLS
