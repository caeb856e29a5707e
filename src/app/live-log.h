/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/meeting.h"
#include "core/session-run.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelLiveLog:
 *
 * What a running session is resumed from: its plan and each step since, in the journal. A rehearsal has none.
 */
typedef struct _RoundelLiveLog RoundelLiveLog;

/**
 * RoundelLivePlan:
 * @rounds: (element-type RoundelRound): what the session begins with
 * @ends: wall time at which it is to end, or 0
 * @parts: (element-type RoundelLivePart): what the rounds belong to
 * @run: (nullable): how far it came; %NULL: it was not started
 *
 * A session as it is stored.
 */
typedef struct
{
  RoundelMeeting *meeting;
  GPtrArray *rounds;
  gint64 ends;
  GPtrArray *parts;
  RoundelSessionRun *run;
} RoundelLivePlan;

RoundelLivePlan *roundel_live_plan_new  (void);
void             roundel_live_plan_free (RoundelLivePlan *self);

RoundelLiveLog *roundel_live_log_begin           (RoundelJournal         *journal,
                                                  const RoundelLivePlan  *plan,
                                                  GError                **error);
RoundelLiveLog *roundel_live_log_read            (RoundelJournal         *journal,
                                                  RoundelLivePlan        *plan,
                                                  GError                **error);
void            roundel_live_log_free            (RoundelLiveLog         *self);
void            roundel_live_log_append          (RoundelLiveLog         *self,
                                                  const char             *line);
void            roundel_live_log_append_presence (RoundelLiveLog         *self,
                                                  guint                   member,
                                                  RoundelPresence         presence);
const char     *roundel_live_log_get_id          (const RoundelLiveLog   *self);
const char     *roundel_live_log_get_warning     (const RoundelLiveLog   *self);
void            roundel_live_log_close           (RoundelLiveLog         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLivePlan, roundel_live_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLiveLog, roundel_live_log_free)

G_END_DECLS
