/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/plan.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/expand.h"

#define MAX_PEOPLE 5000

/* TEXT as a time on the day of NOW. */
static GDateTime *
parse_time (const char *text,
            GDateTime  *now)
{
  int hour, minute, length = 0;

  if (sscanf (text, "%2d:%2d%n", &hour, &minute, &length) != 2 || text[length] != '\0' || hour < 0 || hour > 23
      || minute < 0 || minute > 59)
    return NULL;
  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now), hour, minute, 0);
}

/* Whole seconds from BEGIN to END, over midnight if need be. */
static guint
seconds_until (GDateTime *begin,
               GDateTime *end)
{
  gint64 seconds = g_date_time_difference (end, begin) / G_TIME_SPAN_SECOND;

  return (guint) (seconds > 0 ? seconds : seconds + 24 * 60 * 60);
}

static int
expand_format (RoundelCli             *cli,
               RoundelCliPlanOptions  *options,
               guint                   seconds,
               RoundelCliPlan         *plan)
{
  g_autoptr (GError) error = NULL;
  RoundelLibrary *library = roundel_cli_get_library (cli, &error);
  const RoundelFormat *format = library != NULL ? roundel_library_find (library, options->format, &error) : NULL;
  RoundelExpansion expansion = { options->people, seconds };

  if (format != NULL)
    plan->agenda = roundel_format_expand (format, &expansion, &error);
  if (plan->agenda == NULL)
    return roundel_cli_fail (error);

  plan->title = g_strdup (format->name);
  plan->ids = g_new0 (char *, options->people + 1);
  plan->names = g_new0 (char *, options->people + 1);
  for (int i = 0; i < options->people; i++)
    {
      plan->ids[i] = g_strdup_printf ("%d", i + 1);
      plan->names[i] = g_strdup_printf (_("Member %d"), i + 1);
    }
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_plan_make:
 * @cli: what all commands share
 * @name: the command
 * @options: what was asked for
 * @argc: number of arguments that are no options, the name first
 * @argv: the arguments
 * @plan: (out caller-allocates): the plan, to be cleared with roundel_cli_plan_clear()
 *
 * Returns: an exit code; unless it is %ROUNDEL_CLI_DONE, what is wrong has been said
 */
int
roundel_cli_plan_make (RoundelCli             *cli,
                       const char             *name,
                       RoundelCliPlanOptions  *options,
                       int                     argc,
                       char                  **argv,
                       RoundelCliPlan         *plan)
{
  /* the present minute: a plan has no odd seconds */
  gint64 minute = roundel_env_now (cli->env) / G_TIME_SPAN_MINUTE * 60;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (minute);
  g_autoptr (GDateTime) end = NULL;

  *plan = (RoundelCliPlan) { NULL };
  if (options->format == NULL || argc > 1)
    return roundel_cli_usage (name, "%s", _("Which format? Name it with --format."));
  if (options->people < 1 || options->people > MAX_PEOPLE)
    return roundel_cli_usage (name, _("How many people? Say so with --people, from 1 to %d."), MAX_PEOPLE);
  plan->begin = options->begin != NULL ? parse_time (options->begin, now) : g_date_time_ref (now);
  if (plan->begin == NULL)
    return roundel_cli_usage (name, _("“%s” is no time; write it as 14:30."), options->begin);
  if (options->end != NULL && (end = parse_time (options->end, now)) == NULL)
    return roundel_cli_usage (name, _("“%s” is no time; write it as 14:30."), options->end);
  return expand_format (cli, options, end != NULL ? seconds_until (plan->begin, end) : 0, plan);
}

/**
 * roundel_cli_plan_clear:
 * @plan: what roundel_cli_plan_make() filled in, whatever it returned
 */
void
roundel_cli_plan_clear (RoundelCliPlan *plan)
{
  g_clear_pointer (&plan->agenda, roundel_agenda_free);
  g_clear_pointer (&plan->begin, g_date_time_unref);
  g_clear_pointer (&plan->title, g_free);
  g_clear_pointer (&plan->ids, g_strfreev);
  g_clear_pointer (&plan->names, g_strfreev);
}

void
roundel_cli_plan_options_clear (RoundelCliPlanOptions *options)
{
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->begin, g_free);
  g_clear_pointer (&options->end, g_free);
}
