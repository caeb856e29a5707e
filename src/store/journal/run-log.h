/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelRunLog:
 * @id: names the run
 * @program: (nullable): id of the program; %NULL for a quick session
 * @session: (nullable): id of the session
 * @plan: what the run began with, in the words of who runs it
 * @events: (element-type utf8): every step since, as roundel_session_event_to_text() gives them
 *
 * A session that is being run: all that is needed to go on in the same round after a kill -9.
 */
typedef struct
{
  char *id;
  char *program;
  char *session;
  char *plan;
  GPtrArray *events;
} RoundelRunLog;

void           roundel_run_log_free         (RoundelRunLog   *self);

char          *roundel_journal_begin_run    (RoundelJournal  *self,
                                             const char      *program,
                                             const char      *session,
                                             const char      *plan,
                                             GError         **error);
gboolean       roundel_journal_append_event (RoundelJournal  *self,
                                             const char      *run,
                                             guint            number,
                                             const char      *line,
                                             GError         **error);
RoundelRunLog *roundel_journal_get_run      (RoundelJournal  *self,
                                             GError         **error);
gboolean       roundel_journal_finish_run   (RoundelJournal  *self,
                                             const char      *run,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRunLog, roundel_run_log_free)

G_END_DECLS
