/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ROUNDEL_PROMPT_OWN 3 /* one in so many is one's own (J) */

/**
 * RoundelPromptStage:
 * @ROUNDEL_PROMPT_AFTER_SESSION: soon after a session
 * @ROUNDEL_PROMPT_BEFORE_TALK: before a hard conversation
 * @ROUNDEL_PROMPT_HALF_WAY: in the middle of the program
 * @ROUNDEL_PROMPT_STUCK: when nothing moves
 * @ROUNDEL_PROMPT_SMALL: micro-learning, on any day
 */
typedef enum
{
  ROUNDEL_PROMPT_AFTER_SESSION,
  ROUNDEL_PROMPT_BEFORE_TALK,
  ROUNDEL_PROMPT_HALF_WAY,
  ROUNDEL_PROMPT_STUCK,
  ROUNDEL_PROMPT_SMALL,
} RoundelPromptStage;

/**
 * RoundelPrompt:
 * @outcome: (nullable): id of the outcome it is for; %NULL for any
 *
 * Something to write about, or to try, that the journal may offer (D10, J5).
 */
typedef struct
{
  char *id;
  char *outcome;
  RoundelPromptStage stage;
  char *text;
} RoundelPrompt;

GPtrArray  *roundel_prompts_load  (GError             **error);
const char *roundel_prompt_choose (GPtrArray           *prompts,
                                   const char          *own,
                                   const char          *outcome,
                                   RoundelPromptStage   stage,
                                   guint                turn);

G_END_DECLS
