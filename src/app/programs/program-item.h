/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "app/widgets/program-stage.h"
#include "app/widgets/program-words.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROGRAM_ITEM (roundel_program_item_get_type ())
G_DECLARE_FINAL_TYPE (RoundelProgramItem, roundel_program_item, ROUNDEL, PROGRAM_ITEM, GObject)

RoundelProgramItem *roundel_program_item_new       (const RoundelProgram *program,
                                                    const RoundelOutcome *outcome,
                                                    gint64                now);
const char         *roundel_program_item_get_id      (RoundelProgramItem *self);
const char         *roundel_program_item_get_title   (RoundelProgramItem *self);
const char         *roundel_program_item_get_summary (RoundelProgramItem *self);
guint               roundel_program_item_get_outcome (RoundelProgramItem *self);
const char         *roundel_program_item_get_outcome_name (RoundelProgramItem *self);
RoundelStage        roundel_program_item_get_stage   (RoundelProgramItem *self);
gboolean            roundel_program_item_matches     (RoundelProgramItem *self,
                                                      const char         *words);
int                 roundel_program_item_compare     (gconstpointer       a,
                                                      gconstpointer       b);

const GPtrArray    *roundel_program_item_get_readiness (RoundelProgramItem *self);
void                roundel_program_item_take_readiness (RoundelProgramItem *self,
                                                      GPtrArray          *readiness);
guint               roundel_program_item_get_to_decide (RoundelProgramItem *self);
void                roundel_program_item_set_to_decide (RoundelProgramItem *self,
                                                      guint               n);
void                roundel_program_item_set_heading (RoundelProgramItem *self,
                                                      gboolean            heading);

G_END_DECLS
