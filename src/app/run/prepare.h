/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "app/meeting.h"
#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelUpcoming:
 * @program: id of the program
 * @session: id of the session
 * @title: what the program is called
 * @subtitle: what the session is called, and when it is
 * @outcome: number of the outcome
 * @starts: wall time; %G_MAXINT64 without a date
 *
 * A session that could be run, as a line of a list.
 */
typedef struct
{
  char *program;
  char *session;
  char *title;
  char *subtitle;
  guint outcome;
  gint64 starts;
} RoundelUpcoming;

GPtrArray      *roundel_upcoming_list    (RoundelDesk           *desk,
                                          GError               **error);
RoundelMeeting *roundel_meeting_prepare  (const RoundelProgram  *program,
                                          const RoundelSession  *session,
                                          const RoundelOutcome  *outcome,
                                          gint64                 now);
RoundelMeeting *roundel_meeting_prepare_partners (RoundelDesk     *desk);
RoundelMeeting *roundel_meeting_find     (RoundelDesk           *desk,
                                          const char            *session,
                                          GError               **error);
void            roundel_meeting_recall   (RoundelMeeting        *self,
                                          RoundelDesk           *desk);

G_END_DECLS
