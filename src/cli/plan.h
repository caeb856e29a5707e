/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/agenda.h"

G_BEGIN_DECLS

/**
 * RoundelCliPlan:
 * @agenda: what happens
 * @begin: when it begins, in the zone of the session
 * @ids: ids of the members, as many as the agenda has
 * @names: what to call them
 *
 * A plan that a command was asked for: a format for so many people, or a session for those present.
 */
typedef struct
{
  RoundelAgenda *agenda;
  GDateTime *begin;
  char *title;
  GStrv ids;
  GStrv names;
} RoundelCliPlan;

/**
 * RoundelCliPlanOptions:
 *
 * Where the options that name a plan are parsed to; begins as all zeros.
 */
typedef struct
{
  char *format;
  int people;
  GStrv present;
  char *begin;
  char *end;
} RoundelCliPlanOptions;

/* The options that name a plan, for a table of #GOptionEntry. */
#define ROUNDEL_CLI_PLAN_ENTRIES(options)                                                                             \
  { "format", 0, 0, G_OPTION_ARG_STRING, &(options)->format, N_("A format, instead of a session"), N_("ID") },         \
  { "people", 0, 0, G_OPTION_ARG_INT, &(options)->people, N_("How many are present"), N_("N") },                       \
  { "present", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(options)->present,                                                   \
    N_("Who came to the session, one by one; without it all did"), N_("MEMBER") },                                     \
  { "begin", 0, 0, G_OPTION_ARG_STRING, &(options)->begin, N_("When it begins"), N_("HH:MM") },                        \
  { "end", 0, 0, G_OPTION_ARG_STRING, &(options)->end, N_("When it has to end; the plan is made to fit"), N_("HH:MM") }

int  roundel_cli_plan_make  (RoundelCli             *cli,
                             const char             *name,
                             RoundelCliPlanOptions  *options,
                             int                     argc,
                             char                  **argv,
                             RoundelCliPlan         *plan);
void roundel_cli_plan_clear (RoundelCliPlan         *plan);
void roundel_cli_plan_options_clear (RoundelCliPlanOptions *options);

G_END_DECLS
