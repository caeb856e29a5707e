/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelGather:
 * @ROUNDEL_GATHER_ALONE: each for oneself, in silence
 * @ROUNDEL_GATHER_GROUP: in the format's groups
 * @ROUNDEL_GATHER_ROOM: all together
 *
 * How people sit during a round.
 */
typedef enum
{
  ROUNDEL_GATHER_ALONE,
  ROUNDEL_GATHER_PAIR,
  ROUNDEL_GATHER_TRIO,
  ROUNDEL_GATHER_FOUR,
  ROUNDEL_GATHER_GROUP,
  ROUNDEL_GATHER_ROOM,
} RoundelGather;

/**
 * RoundelRoundKind:
 * @ROUNDEL_ROUND_STEP: a step of a format
 * @ROUNDEL_ROUND_SETTLE: people find their places
 * @ROUNDEL_ROUND_IN_HAND: the ten per cent kept in hand (R6)
 */
typedef enum
{
  ROUNDEL_ROUND_STEP,
  ROUNDEL_ROUND_SETTLE,
  ROUNDEL_ROUND_IN_HAND,
} RoundelRoundKind;

/**
 * RoundelSeat:
 * @member: index into the members of the agenda
 * @role: (nullable): what the member is in this round, in the reader's language
 * @also: (nullable): a second role, when the group is too small for one each
 */
typedef struct
{
  guint member;
  const char *role; /* interned */
  const char *also; /* interned */
} RoundelSeat;

/**
 * RoundelRound:
 * @title: what happens
 * @say: (nullable): words to read aloud
 * @spare: (nullable): what the shorter groups do, when not every group has a turn
 * @part: index of the part of the plan this round belongs to; a screen shows one line a part
 * @turn: which turn of how many this is, from 1; 0 when there are no turns
 * @slot: which slot this belongs to, from 1 through the whole agenda: one member's equal share (R1); 0 when none
 * @is_case: the slot is the case of its member, which the turn ledger counts; others are shares in a round
 * @seconds: how long it is planned
 * @least: how short fitting may make it: @seconds itself for a slot (R6), 0 for what may be dropped
 * @optional: may be left out
 * @open: open discussion, which gives time after the optional rounds
 * @floor: of a slot: its member alone has the word; a plan shows that, and a session that runs does not keep it
 * @groups: (element-type GArray): the groups, each a #GArray of #RoundelSeat; empty when alone
 * @speakers: (element-type guint): indices of the members whose turn it is, one a group at most
 *
 * One timed stretch of a session, under one clock for all groups.
 */
typedef struct
{
  RoundelRoundKind kind;
  char *title;
  char *say;
  char *spare;
  guint part;
  guint turn;
  guint turns;
  guint slot;
  gboolean is_case;
  guint seconds;
  guint least;
  gboolean optional;
  gboolean open;
  gboolean floor;
  RoundelGather gather;
  GPtrArray *groups;
  GArray *speakers;
} RoundelRound;

RoundelRound *roundel_round_new  (RoundelRoundKind    kind,
                                  const char         *title,
                                  guint               seconds);
RoundelRound *roundel_round_copy (const RoundelRound *self);
void          roundel_round_free (RoundelRound       *self);

/**
 * RoundelAgenda:
 * @parts: titles of the parts of the plan, in order
 * @formats: ids of the formats of @parts; empty for time in hand
 * @rounds: (element-type RoundelRound): what happens, one after the other without a gap
 * @n_members: how many members the seats point into
 * @notes: what the facilitator should know of how it was fitted, in the reader's language
 * @waiting: (element-type guint): indices of the members whose case did not fit and comes next time
 *
 * A timed plan for the people present: what `agenda`, the lobby, the runner and the papers show.
 */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *formats;
  GPtrArray *rounds;
  guint n_members;
  GPtrArray *notes;
  GArray *waiting;
} RoundelAgenda;

RoundelAgenda *roundel_agenda_new  (guint          n_members);
void           roundel_agenda_free (RoundelAgenda *self);

guint    roundel_agenda_seconds      (const RoundelAgenda *self);
guint    roundel_agenda_slot_seconds (const RoundelAgenda *self,
                                      guint                member);
guint    roundel_agenda_cases        (const RoundelAgenda *self,
                                      guint                member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRound, roundel_round_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelAgenda, roundel_agenda_free)

G_END_DECLS
