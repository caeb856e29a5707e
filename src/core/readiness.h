/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelReason:
 *
 * The seven reasons for which a program fails (002).
 */
typedef enum
{
  ROUNDEL_REASON_EQUALITY,
  ROUNDEL_REASON_TOPIC,
  ROUNDEL_REASON_STRUCTURE,
  ROUNDEL_REASON_KNOWLEDGE,
  ROUNDEL_REASON_APPLICATION,
  ROUNDEL_REASON_SAFETY,
  ROUNDEL_REASON_SUPPORT,
  ROUNDEL_N_REASONS,
} RoundelReason;

/**
 * RoundelStatus:
 * @ROUNDEL_STATUS_MET: it is so, and something shows it
 * @ROUNDEL_STATUS_LATER: it is prepared, and due only later
 * @ROUNDEL_STATUS_OPEN: nobody has said yet
 * @ROUNDEL_STATUS_FAILED: it is not so
 *
 * How it stands with a check, or a reason. Greater is worse.
 */
typedef enum
{
  ROUNDEL_STATUS_MET,
  ROUNDEL_STATUS_LATER,
  ROUNDEL_STATUS_OPEN,
  ROUNDEL_STATUS_FAILED,
} RoundelStatus;

/**
 * RoundelCheck:
 * @id: its word in files
 * @why: a sentence that says what it was judged by, or what to do
 * @question: (nullable): what only people can know, and is met by the evidence somebody writes
 */
typedef struct
{
  const char *id; /* static */
  RoundelStatus status;
  char *why;
  const char *question; /* of the catalogue */
} RoundelCheck;

/**
 * RoundelReadiness:
 * @status: the worst of its checks
 * @checks: (element-type RoundelCheck): what was looked at
 *
 * How it stands with one reason (D16).
 */
typedef struct
{
  RoundelReason reason;
  RoundelStatus status;
  GPtrArray *checks;
} RoundelReadiness;

GPtrArray  *roundel_readiness_check          (const RoundelProgram *program,
                                              const RoundelOutcome *outcome,
                                              const RoundelFormats *formats);
const char *roundel_reason_to_string         (RoundelReason         reason);
const char *roundel_status_to_string         (RoundelStatus         status);
void        roundel_readiness_keep_first     (const GPtrArray      *self,
                                              RoundelProgram       *program,
                                              const char           *new_id,
                                              const char           *date);
const char *roundel_program_find_first_check (const RoundelProgram *self,
                                              RoundelReason         reason,
                                              RoundelStatus        *status);

G_END_DECLS
