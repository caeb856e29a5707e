/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/plan.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "cli/text.h"
#include "content/outcome.h"
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

/* Those of the circle, or of them who were named. */
static GArray *
find_present (const RoundelProgram  *program,
              const RoundelSession  *session,
              char                 **names,
              GError               **error)
{
  g_autoptr (GArray) present = NULL;

  if (names == NULL)
    return roundel_program_list_circle (program, roundel_program_find_circle (program, session->circle));
  present = g_array_new (FALSE, FALSE, sizeof (guint));
  for (char **name = names; *name != NULL; name++)
    {
      gboolean twice = FALSE;
      guint member;

      if (!roundel_cli_find_member (program, *name, &member, error))
        return NULL;
      for (guint i = 0; i < present->len; i++)
        twice |= g_array_index (present, guint, i) == member;
      if (!twice)
        g_array_append_val (present, member);
    }
  return g_steal_pointer (&present);
}

static char *
describe_session (const RoundelProgram *program,
                  const RoundelSession *session)
{
  const char *title = program->title != NULL ? program->title : program->id;

  if (session->title != NULL)
    return g_strdup_printf ("%s: %s", title, session->title);
  return g_strdup_printf (_("%s, session %u"), title, session->number);
}

/* TEXT, which is taken over, as it may be shown in a terminal on one line. */
static char *
dup_plain (char *text)
{
  g_autofree char *owned = text;

  return g_strdelimit (roundel_cli_text_plain (owned), "\n", ' ');
}

static int
expand_session (RoundelCli             *cli,
                const char             *name,
                RoundelCliPlanOptions  *options,
                const char             *text,
                GDateTime              *now,
                RoundelCliPlan         *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GDateTime) usual = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autoptr (GArray) present = NULL;
  const RoundelSession *session;
  RoundelLibrary *library;
  RoundelFormats formats;

  if ((library = roundel_cli_get_library (cli, &error)) == NULL
      || (outcomes = roundel_outcomes_load (&error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (program = roundel_cli_find_session (notebook, text, &session, &error)) == NULL
      || (present = find_present (program, session, options->present, &error)) == NULL)
    return roundel_cli_fail (error);
  if (session->starts != NULL)
    usual = roundel_local_time_resolve (session->starts, session->zone, 0, NULL);
  if (usual == NULL)
    usual = g_date_time_ref (now);
  plan->begin = options->begin != NULL ? parse_time (options->begin, usual) : g_date_time_ref (usual);
  if (plan->begin == NULL)
    return roundel_cli_usage (name, _("“%s” is no time; write it as 14:30."), options->begin);
  if (options->end != NULL && (end = parse_time (options->end, plan->begin)) == NULL)
    return roundel_cli_usage (name, _("“%s” is no time; write it as 14:30."), options->end);

  formats = roundel_library_formats (library);
  plan->agenda = roundel_program_expand_present (program, session, roundel_outcomes_find (outcomes, program->outcome), present,
                                                 end != NULL ? seconds_until (plan->begin, end) : session->seconds, &formats,
                                                 &error);
  if (plan->agenda == NULL)
    return roundel_cli_fail (error);
  plan->title = dup_plain (describe_session (program, session));
  plan->ids = g_new0 (char *, present->len + 1);
  plan->names = g_new0 (char *, present->len + 1);
  for (guint i = 0; i < present->len; i++)
    {
      guint member = g_array_index (present, guint, i);

      plan->ids[i] = g_strdup (((RoundelMember *) program->members->pdata[member])->id);
      plan->names[i] = dup_plain (roundel_members_dup_label (program->members, member));
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
  if (argc > 2 || (options->format == NULL) == (argc < 2))
    return roundel_cli_usage (name, "%s", _("Which session? Name it by its id, or a format with --format."));
  if (options->format == NULL && options->people != 0)
    return roundel_cli_usage (name, "%s", _("Who is in a session is known; say who came with --present."));
  if (options->format != NULL && options->present != NULL)
    return roundel_cli_usage (name, "%s", _("A format has no members; say how many people with --people."));
  if (options->format == NULL)
    return expand_session (cli, name, options, argv[1], now, plan);
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
  g_clear_pointer (&options->present, g_strfreev);
  g_clear_pointer (&options->begin, g_free);
  g_clear_pointer (&options->end, g_free);
}
