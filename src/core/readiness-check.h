/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/readiness.h"

G_BEGIN_DECLS

/* What the checks of readiness.c share; nobody else includes it. */

/**
 * RoundelTrial:
 * @agenda: (nullable): what a plan became; %NULL: it does not work
 * @error: (nullable): why not
 */
typedef struct
{
  RoundelAgenda *agenda;
  GError *error;
} RoundelTrial;

/**
 * RoundelChecker:
 * @trials: (element-type RoundelTrial): the plan of each session, as it turned out
 * @reason: what is looked at
 */
typedef struct
{
  const RoundelProgram *program;
  const RoundelOutcome *outcome;
  const RoundelFormats *formats;
  GPtrArray *conflicts;
  GPtrArray *trials;
  RoundelReadiness *reason;
} RoundelChecker;

gboolean roundel_checker_is_filled (const char          *text);
void     roundel_checker_add       (RoundelChecker      *self,
                                    const char          *id,
                                    RoundelStatus        status,
                                    char                *why);
void     roundel_checker_add_whole (RoundelChecker      *self,
                                    const char          *id,
                                    guint                n,
                                    guint                of,
                                    char                *open,
                                    const char          *met);
void     roundel_checker_ask       (RoundelChecker      *self,
                                    const char          *id,
                                    const char          *question);
char    *roundel_checker_describe  (const RoundelChecker *self,
                                    RoundelConflictKind  kind);
void     roundel_checker_add_met   (RoundelChecker      *self,
                                    const char          *id,
                                    RoundelConflictKind  kind,
                                    const char          *why);

void roundel_check_lines        (RoundelChecker *self);
void roundel_check_levels       (RoundelChecker *self);
void roundel_check_teams        (RoundelChecker *self);
void roundel_check_size         (RoundelChecker *self);
void roundel_check_topic        (RoundelChecker *self);
void roundel_check_safety       (RoundelChecker *self);
void roundel_check_support      (RoundelChecker *self);
void roundel_check_slots        (RoundelChecker *self);
void roundel_check_plans        (RoundelChecker *self);
void roundel_check_dates        (RoundelChecker *self);
void roundel_check_results      (RoundelChecker *self);
void roundel_check_knowledge    (RoundelChecker *self);
void roundel_check_application  (RoundelChecker *self);

G_END_DECLS
