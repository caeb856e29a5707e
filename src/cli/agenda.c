/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/describe.h"

static void
add_time (JsonBuilder *json,
          const char  *member,
          GDateTime   *begin,
          guint        seconds)
{
  g_autoptr (GDateTime) time = g_date_time_add_seconds (begin, seconds);

  roundel_cli_json_date_time (json, member, time);
}

static void
add_groups (JsonBuilder          *json,
            const RoundelCliPlan *plan,
            const RoundelRound   *round)
{
  json_builder_set_member_name (json, "groups");
  json_builder_begin_array (json);
  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];

      json_builder_begin_array (json);
      for (guint k = 0; k < group->len; k++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, k);

          json_builder_begin_object (json);
          roundel_cli_json_text (json, "member", plan->ids[seat->member]);
          roundel_cli_json_text (json, "role", seat->role);
          if (seat->also != NULL)
            roundel_cli_json_text (json, "also", seat->also);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
add_round (JsonBuilder          *json,
           const RoundelCliPlan *plan,
           const RoundelRound   *round,
           guint                 starts)
{
  json_builder_begin_object (json);
  roundel_cli_json_text (json, "title", round->title);
  add_time (json, "starts", plan->begin, starts);
  roundel_cli_json_int (json, "seconds", round->seconds);
  json_builder_set_member_name (json, "optional");
  json_builder_add_boolean_value (json, round->optional);
  json_builder_set_member_name (json, "slot");
  json_builder_add_boolean_value (json, round->slot != 0);
  roundel_cli_json_int (json, "turn", round->turn);
  /* one name while the whole room listens to one; all of them below */
  roundel_cli_json_text (json, "speaker",
            round->speakers->len == 1 ? plan->ids[g_array_index (round->speakers, guint, 0)] : NULL);
  json_builder_set_member_name (json, "speakers");
  json_builder_begin_array (json);
  for (guint i = 0; i < round->speakers->len; i++)
    json_builder_add_string_value (json, plan->ids[g_array_index (round->speakers, guint, i)]);
  json_builder_end_array (json);
  add_groups (json, plan, round);
  roundel_cli_json_text (json, "say", round->say);
  json_builder_end_object (json);
}

static void
print_json (const RoundelCliPlan *plan)
{
  const RoundelAgenda *agenda = plan->agenda;
  JsonBuilder *json = roundel_cli_json_new ();
  guint starts = 0;

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "title", plan->title);
  add_time (json, "begin", plan->begin, 0);
  add_time (json, "end", plan->begin, roundel_agenda_seconds (agenda));
  roundel_cli_json_int (json, "seconds", roundel_agenda_seconds (agenda));
  json_builder_set_member_name (json, "rounds");
  json_builder_begin_array (json);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      add_round (json, plan, round, starts);
      starts += round->seconds;
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "turns");
  json_builder_begin_object (json);
  for (guint i = 0; i < agenda->n_members; i++)
    {
      json_builder_set_member_name (json, plan->ids[i]);
      json_builder_begin_object (json);
      roundel_cli_json_int (json, "slot_seconds", roundel_agenda_slot_seconds (agenda, i));
      roundel_cli_json_int (json, "cases", roundel_agenda_cases (agenda, i));
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
  json_builder_set_member_name (json, "waiting");
  json_builder_begin_array (json);
  for (guint i = 0; i < agenda->waiting->len; i++)
    json_builder_add_string_value (json, plan->ids[g_array_index (agenda->waiting, guint, i)]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < agenda->notes->len; i++)
    json_builder_add_string_value (json, agenda->notes->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/* The groups in a line each; nothing when the room is one group without roles. */
static void
print_groups (const RoundelCliPlan *plan,
              const RoundelRound   *round)
{
  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];
      g_autofree char *line = roundel_cli_describe_group (plan, round, group);

      if (round->groups->len == 1)
        {
          if (g_array_index (group, RoundelSeat, 0).role != NULL)
            g_print ("               %s\n", line);
        }
      else if (round->spare != NULL && !roundel_cli_has_turn (round, group))
        g_print (_("           %3u %s (no turn)\n"), i + 1, line);
      else
        g_print ("           %3u %s\n", i + 1, line);
    }
  if (round->spare != NULL)
    g_print ("               %s\n", round->spare);
}

static const RoundelRound *
round_at (const RoundelAgenda *agenda,
          guint                i)
{
  return i < agenda->rounds->len ? agenda->rounds->pdata[i] : NULL;
}

/* Headings: the part, when there are several, and the turn, when it has several rounds. */
static void
print_headings (const RoundelCliPlan *plan,
                guint                 i)
{
  const RoundelRound *round = round_at (plan->agenda, i);
  const RoundelRound *before = round_at (plan->agenda, i - 1);
  const RoundelRound *after = round_at (plan->agenda, i + 1);

  if (plan->agenda->parts->len > 1 && (before == NULL || before->part != round->part))
    g_print ("\n%s\n", (char *) plan->agenda->parts->pdata[round->part]);
  if (round->turn > 0 && after != NULL && roundel_cli_same_turn (round, after)
      && (before == NULL || !roundel_cli_same_turn (before, round)))
    {
      g_autofree char *speakers = roundel_cli_describe_speakers (plan, round);

      g_print (_("               Turn %u of %u"), round->turn, round->turns);
      g_print ("%s%s\n", round->speakers->len > 0 ? ": " : "", speakers);
    }
}

/* SHOWN is the last round whose groups were printed. */
static void
print_round (const RoundelCliPlan  *plan,
             guint                  i,
             guint                  starts,
             const RoundelRound   **shown)
{
  const RoundelRound *round = round_at (plan->agenda, i);
  const RoundelRound *before = round_at (plan->agenda, i - 1);
  const RoundelRound *after = round_at (plan->agenda, i + 1);
  g_autoptr (GDateTime) time = g_date_time_add_seconds (plan->begin, starts);
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  g_autofree char *minutes = roundel_cli_format_minutes (round->seconds);
  gboolean alone = (before == NULL || !roundel_cli_same_turn (before, round))
                   && (after == NULL || !roundel_cli_same_turn (round, after));

  print_headings (plan, i);
  g_print ("%s  %6s  %s%s", clock, minutes, round->title, round->optional ? _(" (optional)") : "");
  if (round->turn > 0 && alone)
    {
      g_autofree char *speakers = roundel_cli_describe_speakers (plan, round);

      g_print (_(" (turn %u of %u)"), round->turn, round->turns);
      g_print ("%s%s", round->speakers->len > 0 ? ": " : "", speakers);
    }
  g_print ("\n");
  if (round->groups->len > 0 && (*shown == NULL || !roundel_cli_same_groups (*shown, round)))
    {
      print_groups (plan, round);
      *shown = round;
    }
}

static void
print_text (const RoundelCliPlan *plan)
{
  const RoundelAgenda *agenda = plan->agenda;
  guint seconds = roundel_agenda_seconds (agenda);
  const RoundelRound *shown = NULL;
  guint starts = 0;
  g_autofree char *length = roundel_cli_format_length (seconds);
  g_autoptr (GDateTime) end = g_date_time_add_seconds (plan->begin, seconds);
  g_autofree char *begins = g_date_time_format (plan->begin, "%H:%M");
  g_autofree char *ends = g_date_time_format (end, "%H:%M");

  g_print (ngettext ("%s, %u person, %s: %s–%s\n\n", "%s, %u people, %s: %s–%s\n\n", agenda->n_members), plan->title,
           agenda->n_members, length, begins, ends);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      print_round (plan, i, starts, &shown);
      starts += round_at (agenda, i)->seconds;
    }
  g_print ("%s          %s\n", ends, _("End"));
  for (guint i = 0; i < agenda->notes->len; i++)
    g_print ("\n%s\n", (char *) agenda->notes->pdata[i]);
}

/**
 * roundel_cli_agenda:
 *
 * The command `agenda`: a timed plan for the people present.
 *
 * Returns: an exit code
 */
int
roundel_cli_agenda (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  RoundelCliPlanOptions options = { NULL };
  const GOptionEntry entries[] = { ROUNDEL_CLI_PLAN_ENTRIES (&options), { NULL } };
  RoundelCliPlan plan = { NULL };
  int code = ROUNDEL_CLI_USAGE;

  if (roundel_cli_parse (cli, name, entries, &argc, &argv))
    code = roundel_cli_plan_make (cli, name, &options, argc, argv, &plan);
  if (code == ROUNDEL_CLI_DONE && cli->json)
    print_json (&plan);
  else if (code == ROUNDEL_CLI_DONE)
    print_text (&plan);
  roundel_cli_plan_clear (&plan);
  roundel_cli_plan_options_clear (&options);
  return code;
}
