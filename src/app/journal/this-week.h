/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "content/prompt.h"
#include "core/week.h"

G_BEGIN_DECLS

/**
 * RoundelThisWeek:
 * @week: where the owner stands between two sessions; its programs belong to this
 * @comes: whether a session comes
 * @partner: (nullable): name of the owner's partner, or of both; %NULL while nobody knows it
 *
 * What is read of the notebook to tell what the circle does now (J5).
 */
typedef struct
{
  RoundelWeek week;
  gboolean comes;
  char *partner;

  /*< private >*/
  GPtrArray *programs;
  RoundelProgram *program;
} RoundelThisWeek;

void  roundel_this_week_read    (RoundelThisWeek  *self,
                                 RoundelDesk      *desk,
                                 RoundelJournal   *journal,
                                 const char       *program);
void  roundel_this_week_clear   (RoundelThisWeek  *self);
RoundelPromptStage roundel_this_week_get_stage (const RoundelThisWeek *self,
                                                gboolean               lapsed,
                                                gint64                 now);
char *roundel_answer_find       (RoundelJournal   *journal,
                                 const char       *question,
                                 char            **answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundelThisWeek, roundel_this_week_clear)

G_END_DECLS
