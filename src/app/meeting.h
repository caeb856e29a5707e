/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ledger.h"
#include "core/member.h"
#include "core/outline.h"
#include "core/roles.h"
#include "core/together.h"

G_BEGIN_DECLS

#define ROUNDEL_MEETING_GUESTS 100

/**
 * RoundelPresence:
 * @ROUNDEL_PRESENCE_EXPECTED: on the way; keeps a place until turns begin
 * @ROUNDEL_PRESENCE_HERE: in the room
 * @ROUNDEL_PRESENCE_AWAY: does not come today, or has left
 */
typedef enum
{
  ROUNDEL_PRESENCE_EXPECTED,
  ROUNDEL_PRESENCE_HERE,
  ROUNDEL_PRESENCE_AWAY,
} RoundelPresence;

/**
 * RoundelHand:
 * @group: index of the group, %ROUNDEL_ANY_GROUP for any
 * @pinned: whether the member stays there when the others are shuffled
 * @first: whether the group gave a case to the member, whatever the turn ledger says
 */
typedef struct
{
  guint group;
  gboolean pinned;
  gboolean first;
} RoundelHand;

/**
 * RoundelMeeting:
 * @program: (nullable): id of the program; %NULL for a quick session
 * @circle: (nullable): id of the circle that meets
 * @session: (nullable): id of the session
 * @title: what it is called
 * @caption: (nullable): what stands above the title: which session, when and where
 * @outcome: number of the outcome, which gives the hue
 * @starts: wall time at which it is to begin, microseconds; 0 for whenever it is started
 * @seconds: how long it is
 * @outline: (element-type RoundelOutlinePart): its plan
 * @members: (element-type RoundelMember): who belongs to it, guests at the end
 * @presence: (element-type RoundelPresence): of each of @members
 * @guests: how many of @members are guests
 * @seed: another seed mixes other groups
 * @apart: whether those of one reporting line must not be in one group
 * @together: (nullable): who has been in groups with whom, with room for %ROUNDEL_MEETING_GUESTS guests
 * @ledger: (nullable): who has a claim to a case, with as much room
 * @roles: (nullable): who has had which role, with as much room
 * @led: index of the member who leads, -1 when it is nobody of @members
 * @leader: (nullable): name of somebody else who leads
 * @hand: (element-type RoundelHand): where each of @members was put by hand
 * @hand_format: (nullable): id of the format whose groups were made by hand
 * @rules: (nullable): the charter
 * @promises: how many made a promise in the session before
 * @kept: (element-type RoundelHeldBy): (nullable): challenges kept from the session before
 * @advice: (element-type utf8): what earlier sessions teach about this plan, in the reader's language
 *
 * A session as it is about to be run, with those who are there. Agendas made from it have the indices of @members.
 */
typedef struct
{
  char *program;
  char *circle;
  char *session;
  char *title;
  char *caption;
  guint outcome;
  gint64 starts;
  guint seconds;
  GPtrArray *outline;
  GPtrArray *members;
  GArray *presence;
  guint guests;
  guint32 seed;
  gboolean apart;
  RoundelTogether *together;
  RoundelLedger *ledger;
  RoundelRoles *roles;
  int led;
  char *leader;
  GArray *hand;
  char *hand_format;
  char **rules;
  guint promises;
  GPtrArray *kept;
  GPtrArray *advice;
} RoundelMeeting;

RoundelMeeting *roundel_meeting_new       (const char            *title,
                                           guint                  seconds);
RoundelMeeting *roundel_meeting_new_quick (const RoundelFormat   *format,
                                           const char            *title,
                                           guint                  people,
                                           guint                  seconds);
RoundelMeeting *roundel_meeting_new_partners (const char         *title,
                                              guint               people,
                                              guint               seconds);
gboolean        roundel_meeting_is_of_partners (const RoundelMeeting *self);
void            roundel_meeting_free      (RoundelMeeting        *self);
void            roundel_meeting_add       (RoundelMeeting        *self,
                                           RoundelMember         *member,
                                           RoundelPresence        presence);

RoundelPresence roundel_meeting_get_presence (const RoundelMeeting *self,
                                              guint                 member);
void            roundel_meeting_set_presence (RoundelMeeting       *self,
                                              guint                 member,
                                              RoundelPresence       presence);
guint           roundel_meeting_count        (const RoundelMeeting *self,
                                              RoundelPresence       presence);
char           *roundel_meeting_dup_name     (const RoundelMeeting *self,
                                              guint                 member);
char           *roundel_meeting_dup_short    (const RoundelMeeting *self,
                                              guint                 member);
char           *roundel_meeting_dup_key      (const RoundelMeeting *self,
                                              guint                 member);

RoundelAgenda  *roundel_meeting_plan         (const RoundelMeeting *self,
                                              const RoundelFormats *formats,
                                              GError              **error);
RoundelAgenda  *roundel_meeting_plan_rest    (const RoundelMeeting *self,
                                              const RoundelFormats *formats,
                                              guint                 from,
                                              guint                 seconds,
                                              const gboolean        *had,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMeeting, roundel_meeting_free)

G_END_DECLS
