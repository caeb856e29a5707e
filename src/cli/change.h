/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelCliChange:
 * @program: the program, to be changed
 * @outcome: (nullable): its outcome
 * @later: (nullable): whether later sessions move along
 * @circle: (nullable): which circle was named
 * @by: (nullable): which member was named
 * @on: (nullable): which day was named
 * @owner: (nullable): who was said to see to it
 *
 * A change of a program, with the options that go with it.
 */
typedef struct
{
  RoundelCli *cli;
  const char *name;
  RoundelProgram *program;
  const RoundelOutcome *outcome;
  gboolean later;
  const char *circle;
  const char *by;
  const char *on;
  const char *owner;
} RoundelCliChange;

/* What follows from it; NULL with an error set. */
typedef GPtrArray *(*RoundelCliChangeFunc) (RoundelCliChange  *change,
                                            char             **words,
                                            GError           **error);

typedef struct
{
  const char *verb;
  const char *words;  /* what it takes, one word each */
  RoundelCliChangeFunc func;
} RoundelCliChangeVerb;

const RoundelCliChangeVerb *roundel_cli_change_agreements (guint *n_verbs);

RoundelMember *roundel_cli_change_find_member (RoundelCliChange  *change,
                                               const char        *text,
                                               GError           **error);
RoundelCircle *roundel_cli_change_find_circle (RoundelCliChange  *change,
                                               const char        *text,
                                               GError           **error);
RoundelSession *roundel_cli_change_find_session (RoundelCliChange  *change,
                                                 const char        *text,
                                                 GError           **error);

G_END_DECLS
