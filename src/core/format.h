/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"

G_BEGIN_DECLS

/**
 * RoundelTurns:
 * @ROUNDEL_TURNS_NONE: nobody has a slot of its own
 * @ROUNDEL_TURNS_ALL: every member has a slot in each session
 * @ROUNDEL_TURNS_ONE: one case a group and session; the turn ledger says whose
 * @ROUNDEL_TURNS_SOME: a few tell, the others listen; the turn ledger says who
 */
typedef enum
{
  ROUNDEL_TURNS_NONE,
  ROUNDEL_TURNS_ALL,
  ROUNDEL_TURNS_ONE,
  ROUNDEL_TURNS_SOME,
} RoundelTurns;

/**
 * RoundelRoleKind:
 * @ROUNDEL_ROLE_MEMBER: moves on with each turn
 * @ROUNDEL_ROLE_TURN: the one whose slot it is
 * @ROUNDEL_ROLE_FIXED: the same member for the whole format (a table's host)
 * @ROUNDEL_ROLE_EXTRA: held besides another role, for the whole format (timekeeper)
 * @ROUNDEL_ROLE_LEADER: the facilitator's; takes no seat
 */
typedef enum
{
  ROUNDEL_ROLE_MEMBER,
  ROUNDEL_ROLE_TURN,
  ROUNDEL_ROLE_FIXED,
  ROUNDEL_ROLE_EXTRA,
  ROUNDEL_ROLE_LEADER,
} RoundelRoleKind;

/**
 * RoundelRole:
 * @does: (nullable): what the role does, in a sentence
 * @min: how many of a group have it at least
 * @max: and at most; 0 for all who are left
 */
typedef struct
{
  char *id;
  char *name;
  char *does;
  RoundelRoleKind kind;
  guint min;
  guint max;
} RoundelRole;

/**
 * RoundelSpeaks:
 * @ROUNDEL_SPEAKS_EVERYONE: open discussion; whoever wants
 * @ROUNDEL_SPEAKS_EACH: one after the other around the room; passing is an answer
 * @ROUNDEL_SPEAKS_REPORTERS: one a group
 * @ROUNDEL_SPEAKS_MEMBER: the one whose slot it is, in a round in which nobody has the role with the turn
 * @ROUNDEL_SPEAKS_ROLES: the roles the step names
 */
typedef enum
{
  ROUNDEL_SPEAKS_NOBODY,
  ROUNDEL_SPEAKS_EVERYONE,
  ROUNDEL_SPEAKS_EACH,
  ROUNDEL_SPEAKS_REPORTERS,
  ROUNDEL_SPEAKS_FACILITATOR,
  ROUNDEL_SPEAKS_MEMBER,
  ROUNDEL_SPEAKS_ROLES,
} RoundelSpeaks;

typedef enum
{
  ROUNDEL_REPEAT_NONE,
  ROUNDEL_REPEAT_MEMBER,
  ROUNDEL_REPEAT_STORYTELLER,
  ROUNDEL_REPEAT_TOPIC,
  ROUNDEL_REPEAT_TURN,
  ROUNDEL_REPEAT_BLOCK,
} RoundelRepeat;

/**
 * RoundelMix:
 * @ROUNDEL_MIX_KEEP: people stay in their groups
 * @ROUNDEL_MIX_NEW: new groups of people who have not met yet today
 * @ROUNDEL_MIX_SCATTER: those with a fixed role stay, the others go to other tables
 */
typedef enum
{
  ROUNDEL_MIX_KEEP,
  ROUNDEL_MIX_NEW,
  ROUNDEL_MIX_SCATTER,
} RoundelMix;

/**
 * RoundelStep:
 * @steps: (nullable) (element-type RoundelStep): what is repeated; %NULL for a step of its own
 * @low: shortest length in seconds; of the whole block when @share
 * @high: longest length in seconds
 * @count_low: how often at least, for everything but members
 * @count_high: how often at most
 * @share: the members of a group share the minutes of the steps, instead of having them each
 * @slot: in a format with one case: belongs to the one whose case it is
 * @settle: seconds to find the places, when the groups change
 * @speaks_roles: indices of the roles that speak, as bits
 * @provenance: where the minutes come from: P published, R recalled, J our judgement
 *
 * One step of a format, or several that are repeated.
 */
typedef struct
{
  GPtrArray *steps;
  RoundelRepeat repeat;
  guint count_low;
  guint count_high;
  gboolean share;

  char *id;
  char *title;
  char *say;
  guint low;
  guint high;
  RoundelGather gather;
  RoundelMix mix;
  RoundelSpeaks speaks;
  guint64 speaks_roles;
  gboolean optional;
  gboolean slot;
  guint settle;
  char provenance;
} RoundelStep;

/**
 * RoundelFormat:
 * @edition: rises when the steps change, so that an old plan can be told from a new one
 * @people_min: fewest people it works with
 * @people_max: most people; 0 for no bound
 * @group_min: smallest group; 0 when the whole room is one group
 * @group_max: largest group; 0 for no bound
 * @group_best: the size to prefer; 0 for none
 * @paste: (nullable): a text to paste into an online channel, for a format without minutes
 * @odd: (nullable): what a spare member, or the shorter group, does
 * @sources: addresses of the pages its facts come from
 * @attribution: (nullable): to be shown wherever the format is
 *
 * A published way to run a session, or a part of one (D6). Texts are in the reader's language.
 */
typedef struct
{
  char *id;
  guint edition;
  char *name;
  char *purpose;
  char *when;
  char *when_not;
  guint people_min;
  guint people_max;
  guint group_min;
  guint group_max;
  guint group_best;
  RoundelTurns turns;
  GPtrArray *roles;
  GPtrArray *steps;
  char *paste;
  char *odd;
  char *note;
  char **sources;
  char *source_edition;
  char *licence;
  char *attribution;
} RoundelFormat;

RoundelRole *roundel_role_new  (void);
void         roundel_role_free (RoundelRole *self);
RoundelStep *roundel_step_new  (void);
void         roundel_step_free (RoundelStep *self);

RoundelFormat *roundel_format_new  (void);
void           roundel_format_free (RoundelFormat *self);

int      roundel_format_find_role (const RoundelFormat *self,
                                   const char          *id);
int      roundel_format_turn_role (const RoundelFormat *self);
void     roundel_format_minutes   (const RoundelFormat *self,
                                   double              *low,
                                   double              *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRole, roundel_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelStep, roundel_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelFormat, roundel_format_free)

G_END_DECLS
