/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-record.h"

G_BEGIN_DECLS

#define ROUNDEL_PAD_LINES 3   /* of a harvest (R3) */
#define ROUNDEL_PAD_TEXT 500  /* characters that a line may have */

/**
 * RoundelPromiseWord:
 * @ROUNDEL_PROMISE_OPEN: not asked yet
 * @ROUNDEL_PROMISE_PASSED: passed, which is an answer
 * @ROUNDEL_PROMISE_MADE: there is one; its words stay with its owner
 * @ROUNDEL_PROMISE_PARTNER: the same, and the partner will ask about it
 * @ROUNDEL_PROMISE_CIRCLE: its owner wants the circle to read it
 *
 * What is noted of the promise of a member.
 */
typedef enum
{
  ROUNDEL_PROMISE_OPEN,
  ROUNDEL_PROMISE_PASSED,
  ROUNDEL_PROMISE_MADE,
  ROUNDEL_PROMISE_PARTNER,
  ROUNDEL_PROMISE_CIRCLE,
} RoundelPromiseWord;

/**
 * RoundelPadPromise:
 * @member: id of its owner
 * @id: (nullable): names the commitment that the circle will read
 * @text: (nullable): its words, only with %ROUNDEL_PROMISE_CIRCLE
 */
typedef struct
{
  char *member;
  RoundelPromiseWord word;
  char *id;
  char *text;
} RoundelPadPromise;

/**
 * RoundelChallenge:
 * @by: (nullable): id of the member who brought it
 * @chosen: whether it is given time today
 * @keep: whether the one who brought it wants it kept
 */
typedef struct
{
  char *by;
  char *text;
  gboolean chosen;
  gboolean keep;
} RoundelChallenge;

/**
 * RoundelPad:
 * @harvest: three lines, empty ones too
 * @challenges: (element-type RoundelChallenge): in the order in which they came (R9)
 * @promises: (element-type RoundelPadPromise): of those who were asked
 *
 * What is written down in the room while a session runs. It is private, and goes when the session is closed, but for what
 * roundel_pad_leave() takes out of it.
 */
typedef struct
{
  char *harvest[ROUNDEL_PAD_LINES];
  GPtrArray *challenges;
  GPtrArray *promises;
} RoundelPad;

RoundelPad        *roundel_pad_new           (void);
void               roundel_pad_free          (RoundelPad             *self);
char              *roundel_pad_to_text       (const RoundelPad       *self);
RoundelPad        *roundel_pad_from_text     (const char             *text);

void               roundel_pad_set_line      (RoundelPad             *self,
                                              guint                   line,
                                              const char             *text);
RoundelChallenge  *roundel_pad_add_challenge (RoundelPad             *self,
                                              const char             *by,
                                              const char             *text);
RoundelPadPromise *roundel_pad_get_promise   (RoundelPad             *self,
                                              const char             *member);
void               roundel_pad_set_promise   (RoundelPad             *self,
                                              const char             *member,
                                              RoundelPromiseWord      word,
                                              const char             *id,
                                              const char             *text);
guint              roundel_pad_count_promises (const RoundelPad      *self);
void               roundel_pad_leave         (const RoundelPad       *self,
                                              RoundelSessionLeft     *left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPad, roundel_pad_free)

G_END_DECLS
