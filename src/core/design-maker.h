/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/design.h"

G_BEGIN_DECLS

/* What is added to a plan stands before this piece */
#define ROUNDEL_DESIGN_BEFORE_CLOSE "harvest"

/* A design while it is made: what design.c and design-outline.c share. */
typedef struct
{
  const RoundelDraft *draft;
  const RoundelOutcome *outcome;
  const RoundelPattern *pattern;
  const RoundelFormats *formats;
  guint32 seed;
  RoundelDesign *design;
  RoundelReporting *lines;  /* NULL where they do not matter */
  GHashTable *fitted;       /* template and size → outline */
  gboolean bears_absence;   /* whether plans must work with one person away */
} RoundelMaker;

void             roundel_maker_note         (RoundelMaker           *maker,
                                             const char             *format,
                                             ...) G_GNUC_PRINTF (2, 3);
RoundelAgenda   *roundel_maker_expand       (RoundelMaker           *maker,
                                             const GPtrArray        *outline,
                                             guint                   n_members,
                                             guint                   seconds,
                                             GError                **error);
guint            roundel_maker_find_part    (const GPtrArray        *outline,
                                             const char             *format);
const GPtrArray *roundel_maker_find_outline (RoundelMaker           *maker,
                                             const RoundelTemplate  *templates,
                                             guint                   number,
                                             guint                   count,
                                             guint                   n_members,
                                             guint                   seconds);

G_END_DECLS
