/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/plan.h"
#include "core/fit.h"

G_BEGIN_DECLS

typedef enum
{
  ROUNDEL_RUN_PAGE_ROUND,
  ROUNDEL_RUN_PAGE_GROUPS,
  ROUNDEL_RUN_PAGE_JUMP,
  ROUNDEL_RUN_PAGE_FIT,
  ROUNDEL_RUN_PAGE_HELP,
} RoundelRunPage;

/**
 * RoundelRunScreen:
 * @view: the session at this moment
 * @fit: (nullable): what there is to choose from on the page of that name
 * @chosen: index of the round that Enter would jump to
 * @words: whether the words to read aloud are shown
 * @message: (nullable): what is to be said about the last key
 * @rows: how high it is; 0 for a terminal that only prints lines: all there is to say, without the live clock
 * @utf8: whether more than ASCII may be shown
 * @bold: whether text may be bold and dim
 * @colour: whether it may have colours
 *
 * All that decides what the terminal shows.
 */
typedef struct
{
  const RoundelCliPlan *plan;
  const RoundelSessionView *view;
  RoundelRunPage page;
  const RoundelFit *fit;
  guint chosen;
  gboolean words;
  const char *message;
  guint columns;
  guint rows;
  gboolean utf8;
  gboolean bold;
  gboolean colour;
} RoundelRunScreen;

GStrv roundel_run_screen_draw   (const RoundelRunScreen *self);
char *roundel_run_screen_status (const RoundelRunScreen *self);
char *roundel_run_screen_clock  (const RoundelRunScreen *self,
                                 gint64                  wall);

const RoundelRoundTime *roundel_run_screen_time (const RoundelRunScreen *self,
                                                 guint                   round);

G_END_DECLS
