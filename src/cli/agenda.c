/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/plan.h"

static void
add_time (JsonBuilder *json,
          const char  *member,
          GDateTime   *begin,
          guint        seconds)
{
  g_autoptr (GDateTime) time = g_date_time_add_seconds (begin, seconds);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

static void
add_text (JsonBuilder *json,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (json, member);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
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
          add_text (json, "member", plan->ids[seat->member]);
          add_text (json, "role", seat->role);
          if (seat->also != NULL)
            add_text (json, "also", seat->also);
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
  add_text (json, "title", round->title);
  add_time (json, "starts", plan->begin, starts);
  json_builder_set_member_name (json, "seconds");
  json_builder_add_int_value (json, round->seconds);
  json_builder_set_member_name (json, "optional");
  json_builder_add_boolean_value (json, round->optional);
  json_builder_set_member_name (json, "slot");
  json_builder_add_boolean_value (json, round->slot != 0);
  json_builder_set_member_name (json, "turn");
  json_builder_add_int_value (json, round->turn);
  /* one name while the whole room listens to one; all of them below */
  add_text (json, "speaker",
            round->speakers->len == 1 ? plan->ids[g_array_index (round->speakers, guint, 0)] : NULL);
  json_builder_set_member_name (json, "speakers");
  json_builder_begin_array (json);
  for (guint i = 0; i < round->speakers->len; i++)
    json_builder_add_string_value (json, plan->ids[g_array_index (round->speakers, guint, i)]);
  json_builder_end_array (json);
  add_groups (json, plan, round);
  add_text (json, "say", round->say);
  json_builder_end_object (json);
}

static void
print_json (const RoundelCliPlan *plan)
{
  const RoundelAgenda *agenda = plan->agenda;
  JsonBuilder *json = roundel_cli_json_new ();
  guint starts = 0;

  json_builder_begin_object (json);
  add_text (json, "title", plan->title);
  add_time (json, "begin", plan->begin, 0);
  add_time (json, "end", plan->begin, roundel_agenda_seconds (agenda));
  json_builder_set_member_name (json, "seconds");
  json_builder_add_int_value (json, roundel_agenda_seconds (agenda));
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
      json_builder_set_member_name (json, "slot_seconds");
      json_builder_add_int_value (json, roundel_agenda_slot_seconds (agenda, i));
      json_builder_set_member_name (json, "cases");
      json_builder_add_int_value (json, roundel_agenda_cases (agenda, i));
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

/* The groups in a line each, as `client Member 1, consultant Member 2`; nothing when the room is one group of no roles. */
static void
print_groups (const RoundelCliPlan *plan,
              const RoundelRound   *round)
{
  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint k = 0; k < group->len; k++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, k);

          g_string_append_printf (line, "%s%s", k > 0 ? ", " : "", plan->names[seat->member]);
          if (seat->role != NULL && seat->also != NULL)
            g_string_append_printf (line, " (%s, %s)", seat->role, seat->also);
          else if (seat->role != NULL || seat->also != NULL)
            g_string_append_printf (line, " (%s)", seat->role != NULL ? seat->role : seat->also);
        }
      if (round->groups->len > 1)
        g_print ("               %u  %s\n", i + 1, line->str);
      else if (g_array_index (group, RoundelSeat, 0).role != NULL)
        g_print ("                  %s\n", line->str);
    }
}

static gboolean
same_groups (const RoundelRound *a,
             const RoundelRound *b)
{
  if (a->groups->len != b->groups->len)
    return FALSE;
  for (guint i = 0; i < a->groups->len; i++)
    {
      const GArray *one = a->groups->pdata[i];
      const GArray *two = b->groups->pdata[i];

      if (one->len != two->len)
        return FALSE;
      for (guint k = 0; k < one->len; k++)
        {
          const RoundelSeat *s = &g_array_index (one, RoundelSeat, k);
          const RoundelSeat *t = &g_array_index (two, RoundelSeat, k);

          if (s->member != t->member || s->role != t->role || s->also != t->also)
            return FALSE;
        }
    }
  return TRUE;
}

static void
print_text (const RoundelCliPlan *plan)
{
  const RoundelAgenda *agenda = plan->agenda;
  const RoundelRound *before = NULL;
  guint starts = 0;
  g_autofree char *length = roundel_cli_format_minutes (roundel_agenda_seconds (agenda));
  g_autoptr (GDateTime) end = g_date_time_add_seconds (plan->begin, roundel_agenda_seconds (agenda));
  g_autofree char *ends = g_date_time_format (end, "%H:%M");

  g_print (ngettext ("%s, %u person, %s minutes\n\n", "%s, %u people, %s minutes\n\n", agenda->n_members), plan->title,
           agenda->n_members, length);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      g_autoptr (GDateTime) time = g_date_time_add_seconds (plan->begin, starts);
      g_autofree char *clock = g_date_time_format (time, "%H:%M");
      g_autofree char *minutes = roundel_cli_format_minutes (round->seconds);

      if (round->turn > 0 && (before == NULL || before->turn != round->turn))
        {
          g_autofree char *turn = g_strdup_printf (_("Turn %u of %u"), round->turn, round->turns);

          g_print ("               %s\n", turn);
        }
      g_print ("%s  %6s  %s%s\n", clock, minutes, round->title, round->optional ? _(" (optional)") : "");
      if (before == NULL || !same_groups (before, round))
        print_groups (plan, round);
      starts += round->seconds;
      before = round;
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
