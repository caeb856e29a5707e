/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge.h"

G_BEGIN_DECLS

/**
 * RoundelFiguresTense:
 * @ROUNDEL_FIGURES_COMING: texts in conflict are still to be decided
 * @ROUNDEL_FIGURES_CAME: they stand side by side
 * @ROUNDEL_FIGURES_DECIDED: they were decided
 */
typedef enum
{
  ROUNDEL_FIGURES_COMING,
  ROUNDEL_FIGURES_CAME,
  ROUNDEL_FIGURES_DECIDED,
} RoundelFiguresTense;

guint roundel_figures_sum (const RoundelMergeResult *result);
char *roundel_figures_dup (const RoundelMergeResult *result,
                           RoundelFiguresTense       tense);

G_END_DECLS
