/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/design.h"
#include "core/draft.h"
#include "core/readiness.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_DRAFT_MODEL (roundel_draft_model_get_type ())
G_DECLARE_FINAL_TYPE (RoundelDraftModel, roundel_draft_model, ROUNDEL, DRAFT_MODEL, GObject)

RoundelDraftModel    *roundel_draft_model_new           (RoundelDesk       *desk);
RoundelDesk          *roundel_draft_model_get_desk      (RoundelDraftModel *self);
const RoundelDraft   *roundel_draft_model_get_draft     (RoundelDraftModel *self);
void                  roundel_draft_model_take_draft    (RoundelDraftModel *self,
                                                         RoundelDraft      *draft);
void                  roundel_draft_model_turn_page     (RoundelDraftModel *self,
                                                         const char        *page);
const RoundelOutcome *roundel_draft_model_get_outcome   (RoundelDraftModel *self);
const RoundelPattern *roundel_draft_model_get_pattern   (RoundelDraftModel *self);
const RoundelDesign  *roundel_draft_model_get_design    (RoundelDraftModel *self);
const GPtrArray      *roundel_draft_model_get_readiness (RoundelDraftModel *self);
const GPtrArray      *roundel_draft_model_get_conflicts (RoundelDraftModel *self);
const RoundelDraftProblem *roundel_draft_model_find_problem (RoundelDraftModel *self,
                                                         RoundelDraftField  field);
gboolean              roundel_draft_model_is_first_draft (RoundelDraftModel *self);

gboolean              roundel_draft_model_save          (RoundelDraftModel *self,
                                                         GError           **error);
void                  roundel_draft_model_discard       (RoundelDraftModel *self);
RoundelProgram       *roundel_draft_model_make_program  (RoundelDraftModel *self);

G_END_DECLS
