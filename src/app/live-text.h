/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live.h"

G_BEGIN_DECLS

/**
 * RoundelPlanLine:
 * @title: what it is called
 * @starts: wall time at which it began or will begin; 0 when it does neither
 * @seconds: how long it is to last, or did last
 * @slots: has time that belongs to one member
 * @optional: may be left out
 * @in_hand: time kept in hand
 * @turn: a turn of the part before it, not a part
 * @round: index of the round with which it begins
 *
 * A part of the plan as a line of a list.
 */
typedef struct
{
  char *title;
  gint64 starts;
  gint64 seconds;
  RoundelRoundState state;
  gboolean slots;
  gboolean optional;
  gboolean in_hand;
  gboolean turn;
  guint round;
} RoundelPlanLine;

GPtrArray *roundel_plan_lines_of_agenda (const RoundelAgenda *agenda,
                                         gint64               starts);
GPtrArray *roundel_plan_lines_of_live   (RoundelLive         *live);
void       roundel_plan_lines_add_turns (GPtrArray           *lines,
                                         RoundelLive         *live);

/**
 * RoundelLiveText:
 * @number: which line of the plan it is, from 1
 * @count: how many lines there are
 * @part: its title
 * @turn: (nullable): “turn 2 of 4”
 * @who: who has the floor, or what happens
 * @instruction: what is done now
 * @words: (nullable): words to read aloud
 * @spare: (nullable): what the shorter groups do
 * @rules: (nullable) (transfer none): the charter, where it is in view
 * @next: what or who comes next
 *
 * The present round in words.
 */
typedef struct
{
  guint number;
  guint count;
  char *part;
  char *turn;
  char *who;
  char *instruction;
  char *words;
  char *spare;
  char **rules;
  char *next;
  GArray *next_members;
} RoundelLiveText;

RoundelLiveText *roundel_live_text_new  (RoundelLive     *live);
void             roundel_live_text_free (RoundelLiveText *self);

char *roundel_live_dup_ends      (const RoundelSessionView *view);
char *roundel_live_dup_lateness  (const RoundelSessionView *view);
int   roundel_live_minutes_late  (const RoundelSessionView *view);
char *roundel_text_clock         (gint64                    wall);
char *roundel_text_end           (gint64                    wall);
char *roundel_text_minutes       (gint64                    seconds);
char *roundel_text_span          (gint64                    seconds);
char *roundel_text_names         (const RoundelMeeting     *meeting,
                                  const GArray             *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLiveText, roundel_live_text_free)

G_END_DECLS
