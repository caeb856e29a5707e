/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* A part is at least this long, and no session is longer; in seconds */
#define ROUNDEL_PLAN_LEAST_PART 60
#define ROUNDEL_PLAN_MOST_PART (10 * 60 * 60)
#define ROUNDEL_PLAN_MOST_PARTS 60

/**
 * RoundelPlanText:
 *
 * A text of a session's plan.
 */
typedef enum
{
  ROUNDEL_PLAN_TITLE,
  ROUNDEL_PLAN_KNOWLEDGE,
  ROUNDEL_PLAN_SOURCE,
  ROUNDEL_PLAN_CHECKED_BY,
  ROUNDEL_PLAN_QUESTION,
  ROUNDEL_PLAN_N_TEXTS,
} RoundelPlanText;

/* The keys of the texts in files, in their order */
#define ROUNDEL_PLAN_TEXT_WORDS "title knowledge source checked_by question"

/**
 * RoundelSessionPlan:
 * @texts: (nullable): each %NULL when there is nothing
 * @outline: (element-type RoundelOutlinePart): how the session is spent
 * @between: (element-type RoundelBetween): what is done in the time that leads to it (D10)
 *
 * What is decided about one session besides its date and place. A plan never changes: each edit gives a new one, so that a
 * screen can keep those before it. Read the fields, and never write them.
 */
typedef struct
{
  char *texts[ROUNDEL_PLAN_N_TEXTS];
  GPtrArray *outline;
  GPtrArray *between;

  /*< private >*/
  gatomicrefcount refs;
} RoundelSessionPlan;

RoundelSessionPlan *roundel_session_plan_new   (const RoundelSession     *session);
RoundelSessionPlan *roundel_session_plan_ref   (RoundelSessionPlan       *self);
void                roundel_session_plan_unref (RoundelSessionPlan       *self);
gboolean            roundel_session_plan_equal (const RoundelSessionPlan *self,
                                                const RoundelSessionPlan *other);
guint               roundel_session_plan_find_change (const RoundelSessionPlan *before,
                                                      const RoundelSessionPlan *after,
                                                      guint                     otherwise);
void                roundel_session_plan_apply (const RoundelSessionPlan *self,
                                                RoundelSession           *session);

RoundelSessionPlan *roundel_session_plan_set_text     (const RoundelSessionPlan *self,
                                                       RoundelPlanText           text,
                                                       const char               *value);
RoundelSessionPlan *roundel_session_plan_add_part     (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       const RoundelFormat      *format,
                                                       guint                     seconds);
RoundelSessionPlan *roundel_session_plan_remove_part  (const RoundelSessionPlan *self,
                                                       guint                     at);
RoundelSessionPlan *roundel_session_plan_move_part    (const RoundelSessionPlan *self,
                                                       guint                     from,
                                                       guint                     to);
RoundelSessionPlan *roundel_session_plan_split_part   (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       guint                     seconds,
                                                       guint                     first);
RoundelSessionPlan *roundel_session_plan_repeat_part (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       guint                     seconds);
RoundelSessionPlan *roundel_session_plan_set_seconds  (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       guint                     seconds);
RoundelSessionPlan *roundel_session_plan_set_format   (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       const RoundelFormat      *format);
RoundelSessionPlan *roundel_session_plan_set_name     (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       const char               *name);
RoundelSessionPlan *roundel_session_plan_set_optional (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       gboolean                  optional);
RoundelSessionPlan *roundel_session_plan_set_begins   (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       guint                     begins);
RoundelSessionPlan *roundel_session_plan_set_between  (const RoundelSessionPlan *self,
                                                       guint                     at,
                                                       RoundelBetweenKind        kind,
                                                       const char               *text,
                                                       guint                     before);
RoundelSessionPlan *roundel_session_plan_remove_between (const RoundelSessionPlan *self,
                                                         guint                     at);

/**
 * RoundelPlanHistory:
 *
 * A plan with those before it and those that were undone.
 */
typedef struct _RoundelPlanHistory RoundelPlanHistory;

RoundelPlanHistory       *roundel_plan_history_new         (RoundelSessionPlan *plan);
void                      roundel_plan_history_free        (RoundelPlanHistory *self);
const RoundelSessionPlan *roundel_plan_history_get         (RoundelPlanHistory *self);
gboolean                  roundel_plan_history_push        (RoundelPlanHistory *self,
                                                            RoundelSessionPlan *plan,
                                                            const char         *what);
gboolean                  roundel_plan_history_can_undo    (RoundelPlanHistory *self);
gboolean                  roundel_plan_history_can_redo    (RoundelPlanHistory *self);
gboolean                  roundel_plan_history_undo        (RoundelPlanHistory *self);
gboolean                  roundel_plan_history_redo        (RoundelPlanHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionPlan, roundel_session_plan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPlanHistory, roundel_plan_history_free)

G_END_DECLS
