/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/outline.h"

G_BEGIN_DECLS

/**
 * RoundelLivePart:
 * @title: what a screen calls it
 * @outline: index into the outline of the meeting; %G_MAXUINT for time in hand
 *
 * A part of the plan of a running session. Rounds point to them by their index, so parts are only ever added.
 */
typedef struct
{
  char *title;
  guint outline;
} RoundelLivePart;

GPtrArray *roundel_live_parts_new    (void);
void       roundel_live_parts_add    (GPtrArray             *parts,
                                      const RoundelAgenda   *agenda,
                                      const GPtrArray       *outline,
                                      const RoundelFormats  *formats,
                                      guint                  from);
gboolean   roundel_live_parts_read   (GPtrArray             *parts,
                                      const char            *text,
                                      guint                  n_outline);
char      *roundel_live_part_to_text (const RoundelLivePart *self);

G_END_DECLS
