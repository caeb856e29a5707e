/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/events.h"
#include "cli/plan.h"

static const char *
phase_name (RoundelSessionPhase phase)
{
  switch (phase)
    {
    case ROUNDEL_SESSION_PHASE_READY:
      return _("ready");
    case ROUNDEL_SESSION_PHASE_RUNNING:
      return _("running");
    case ROUNDEL_SESSION_PHASE_PAUSED:
      return _("paused");
    case ROUNDEL_SESSION_PHASE_HELD:
      return _("held");
    case ROUNDEL_SESSION_PHASE_FINISHED:
      return _("over");
    }
  g_assert_not_reached ();
}

static void
print_json (const RoundelCliPlan   *plan,
            const RoundelRehearsal *rehearsal)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "transitions");
  json_builder_begin_array (json);
  for (guint i = 0; i < rehearsal->transitions->len; i++)
    {
      const RoundelTransition *t = &g_array_index (rehearsal->transitions, RoundelTransition, i);
      const RoundelRound *round = plan->agenda->rounds->pdata[t->round];

      json_builder_begin_object (json);
      roundel_cli_json_int (json, "at", t->at);
      roundel_cli_json_int (json, "round", t->round);
      roundel_cli_json_text (json, "title", round->title);
      roundel_cli_json_text (json, "state", roundel_session_phase_to_text (t->phase));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  roundel_cli_json_int (json, "planned", rehearsal->planned);
  roundel_cli_json_int (json, "actual", rehearsal->actual);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_transition (const RoundelCliPlan    *plan,
                  const RoundelTransition *transition)
{
  const RoundelRound *round = plan->agenda->rounds->pdata[transition->round];
  g_autoptr (GDateTime) time = g_date_time_add_seconds (plan->begin, transition->at);
  g_autofree char *clock = g_date_time_format (time, "%H:%M:%S");
  g_autofree char *after = roundel_cli_format_minutes (transition->at);
  g_autofree char *turn = round->turn > 0 ? g_strdup_printf (_(" (turn %u of %u)"), round->turn, round->turns) : NULL;

  if (transition->phase == ROUNDEL_SESSION_PHASE_RUNNING)
    g_print ("%s  %7s  %s%s\n", clock, after, round->title, turn != NULL ? turn : "");
  else
    g_print ("%s  %7s  — %s —\n", clock, after, phase_name (transition->phase));
}

static void
print_text (const RoundelCliPlan   *plan,
            const RoundelRehearsal *rehearsal)
{
  g_autofree char *planned = roundel_cli_format_length (rehearsal->planned);
  g_autofree char *actual = roundel_cli_format_length (rehearsal->actual);
  gint64 over = rehearsal->actual - rehearsal->planned;
  g_autofree char *difference = roundel_cli_format_length (ABS (over));

  g_print (ngettext ("%s, %u person, rehearsed\n\n", "%s, %u people, rehearsed\n\n", plan->agenda->n_members),
           plan->title, plan->agenda->n_members);
  for (guint i = 0; i < rehearsal->transitions->len; i++)
    print_transition (plan, &g_array_index (rehearsal->transitions, RoundelTransition, i));
  g_print ("\n");
  if (over == 0)
    g_print (_("Planned %s, and that is how long it took.\n"), planned);
  else if (over > 0)
    g_print (_("Planned %s, took %s with all pauses: %s longer.\n"), planned, actual, difference);
  else
    g_print (_("Planned %s, took %s with all pauses: %s shorter.\n"), planned, actual, difference);
}

static int
rehearse (RoundelCli           *cli,
          const RoundelCliPlan *plan,
          const char           *events)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (RoundelRehearsal) rehearsal = NULL;

  if (events != NULL)
    {
      g_autofree char *name = g_filename_display_name (events);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (events, &text, &length, &error)
          || (steps = roundel_cli_events_read (text, length, name, &error)) == NULL)
        return roundel_cli_fail (error);
    }
  rehearsal = roundel_session_rehearse (plan->agenda->rounds,
                                        steps != NULL ? (RoundelRehearsalStep *) (gpointer) steps->data : NULL,
                                        steps != NULL ? steps->len : 0, &error);
  if (rehearsal == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    print_json (plan, rehearsal);
  else
    print_text (plan, rehearsal);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_rehearse:
 *
 * The command `rehearse`: a plan on a simulated clock, with what may happen on the way.
 *
 * Returns: an exit code
 */
int
roundel_cli_rehearse (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  RoundelCliPlanOptions options = { NULL };
  g_autofree char *events = NULL;
  const GOptionEntry entries[] = {
    ROUNDEL_CLI_PLAN_ENTRIES (&options),
    { "events", 0, 0, G_OPTION_ARG_FILENAME, &events, N_("What happens on the way, one JSON object a line"),
      N_("FILE") },
    { NULL },
  };
  RoundelCliPlan plan = { NULL };
  int code = ROUNDEL_CLI_USAGE;

  if (roundel_cli_parse (cli, name, entries, &argc, &argv))
    code = roundel_cli_plan_make (cli, name, &options, argc, argv, &plan);
  if (code == ROUNDEL_CLI_DONE)
    code = rehearse (cli, &plan, events);
  roundel_cli_plan_clear (&plan);
  roundel_cli_plan_options_clear (&options);
  return code;
}
