/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_PARTNER_MEETING_MINUTES 20 /* J: two halves of ten */

/**
 * RoundelPartnerMeeting:
 * @id: names the meeting
 * @program: (nullable): id of the program whose partner it is
 * @with: (nullable): name of the partner
 * @at: when
 * @minutes: how long, both halves together; 0 on the way in: %ROUNDEL_PARTNER_MEETING_MINUTES
 * @held: it took place; otherwise it is planned
 * @mine: (nullable): what its owner takes away
 * @theirs: (nullable): what the partner takes away, in the owner's words
 *
 * A meeting with one's partner between the sessions (J4). Nobody but its owner sees it.
 */
typedef struct
{
  const char *id;
  const char *program;
  const char *with;
  GDateTime *at;
  guint minutes;
  gboolean held;
  const char *mine;
  const char *theirs;
} RoundelPartnerMeeting;

void       roundel_partner_meeting_free             (RoundelPartnerMeeting        *self);
gboolean   roundel_journal_put_partner_meeting      (RoundelJournal               *self,
                                                     const RoundelPartnerMeeting  *meeting,
                                                     char                        **id,
                                                     GError                      **error);
GPtrArray *roundel_journal_list_partner_meetings    (RoundelJournal               *self,
                                                     GError                      **error);
const RoundelPartnerMeeting *
           roundel_partner_meetings_find_due        (const GPtrArray              *meetings,
                                                     gint64                        now);
gboolean   roundel_journal_delete_partner_meeting   (RoundelJournal               *self,
                                                     const char                   *id,
                                                     GError                      **error);
gboolean   roundel_journal_undelete_partner_meeting (RoundelJournal               *self,
                                                     const char                   *id,
                                                     GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPartnerMeeting, roundel_partner_meeting_free)

G_END_DECLS
