/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/notebook.h"
#include "cli/describe-program.h"
#include "content/outcome.h"
#include "store/programs.h"

static void
add_members (JsonBuilder          *json,
             const RoundelProgram *program)
{
  json_builder_set_member_name (json, "members");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->members->len; i++)
    {
      const RoundelMember *member = program->members->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", member->id);
      roundel_cli_json_text (json, "name", member->name);
      roundel_cli_json_text (json, "email", member->email);
      roundel_cli_json_text (json, "level", member->level);
      roundel_cli_json_text (json, "team", member->team);
      roundel_cli_json_text (json, "reports_to", member->reports_to);
      roundel_cli_json_text (json, "site", member->site);
      roundel_cli_json_texts (json, "interests", member->interests);
      roundel_cli_json_texts (json, "goals", member->goals);
      roundel_cli_json_texts (json, "can_help_with", member->can_help_with);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_outline (JsonBuilder          *json,
             const RoundelSession *session)
{
  json_builder_set_member_name (json, "plan");
  json_builder_begin_array (json);
  for (guint i = 0; i < session->outline->len; i++)
    {
      const RoundelOutlinePart *part = session->outline->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "format", part->format);
      roundel_cli_json_int (json, "edition", part->edition);
      roundel_cli_json_text (json, "title", part->title);
      json_builder_set_member_name (json, "seconds");
      if (part->seconds > 0 && part->seconds != ROUNDEL_PLAN_REST)
        json_builder_add_int_value (json, part->seconds);
      else
        json_builder_add_null_value (json);
      json_builder_set_member_name (json, "rest");
      json_builder_add_boolean_value (json, part->seconds == ROUNDEL_PLAN_REST);
      json_builder_set_member_name (json, "optional");
      json_builder_add_boolean_value (json, part->optional);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_between (JsonBuilder          *json,
             const RoundelSession *session)
{
  g_auto (GStrv) words = g_strsplit (ROUNDEL_BETWEEN_WORDS, " ", -1);

  json_builder_set_member_name (json, "between");
  json_builder_begin_array (json);
  for (guint i = 0; i < session->between->len; i++)
    {
      const RoundelBetween *between = session->between->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "kind", words[between->kind]);
      roundel_cli_json_text (json, "text", between->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_sessions (JsonBuilder          *json,
              const RoundelProgram *program)
{
  g_auto (GStrv) modes = g_strsplit (ROUNDEL_MODE_WORDS, " ", -1);

  json_builder_set_member_name (json, "sessions");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", session->id);
      roundel_cli_json_int (json, "number", session->number);
      roundel_cli_json_text (json, "circle", session->circle);
      roundel_cli_json_time (json, "starts", session, 0);
      roundel_cli_json_time (json, "ends", session, session->seconds);
      roundel_cli_json_text (json, "zone", session->zone);
      roundel_cli_json_int (json, "seconds", session->seconds);
      roundel_cli_json_text (json, "mode", modes[session->mode]);
      roundel_cli_json_text (json, "place", session->place);
      json_builder_set_member_name (json, "unheard");
      json_builder_add_boolean_value (json, session->unheard);
      roundel_cli_json_text (json, "title", session->title);
      roundel_cli_json_text (json, "knowledge", session->knowledge);
      roundel_cli_json_text (json, "question", session->question);
      add_outline (json, session);
      add_between (json, session);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_ledger (JsonBuilder          *json,
            const RoundelProgram *program)
{
  g_autoptr (RoundelLedger) ledger = roundel_program_fold_ledger (program);

  json_builder_set_member_name (json, "ledger");
  json_builder_begin_object (json);
  for (guint i = 0; i < program->members->len; i++)
    {
      json_builder_set_member_name (json, ((RoundelMember *) program->members->pdata[i])->id);
      json_builder_begin_object (json);
      roundel_cli_json_int (json, "had", roundel_ledger_had (ledger, i));
      roundel_cli_json_int (json, "owed", roundel_ledger_owed (ledger, i));
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static void
add_results (JsonBuilder          *json,
             const RoundelProgram *program)
{
  json_builder_set_member_name (json, "results");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->results->len; i++)
    {
      const RoundelResult *result = program->results->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", result->id);
      roundel_cli_json_text (json, "text", result->text);
      roundel_cli_json_text (json, "measure", result->measure);
      roundel_cli_json_text (json, "baseline", result->baseline);
      roundel_cli_json_text (json, "target", result->target);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_charters (JsonBuilder          *json,
              const RoundelProgram *program)
{
  json_builder_set_member_name (json, "charters");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->charters->len; i++)
    {
      const RoundelCharter *charter = program->charters->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", charter->id);
      roundel_cli_json_text (json, "circle", charter->circle);
      roundel_cli_json_texts (json, "rules", charter->rules);
      roundel_cli_json_texts (json, "agreed", charter->agreed);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_lessons (JsonBuilder          *json,
             const RoundelProgram *program)
{
  json_builder_set_member_name (json, "lessons");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->lessons->len; i++)
    {
      const RoundelLesson *lesson = program->lessons->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", lesson->id);
      roundel_cli_json_text (json, "text", lesson->text);
      roundel_cli_json_text (json, "by", lesson->by);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_topics (JsonBuilder          *json,
            const RoundelProgram *program)
{
  json_builder_set_member_name (json, "topics");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->topics->len; i++)
    {
      const RoundelTopic *topic = program->topics->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", topic->id);
      roundel_cli_json_text (json, "text", topic->text);
      roundel_cli_json_text (json, "tried", topic->tried);
      roundel_cli_json_text (json, "by", topic->by);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Who is around it, and what the committee decided. */
static void
add_people (JsonBuilder          *json,
            const RoundelProgram *program)
{
  json_builder_set_member_name (json, "people");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->people->len; i++)
    {
      const RoundelPerson *person = program->people->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", person->id);
      roundel_cli_json_text (json, "name", person->name);
      roundel_cli_json_text (json, "role", person->role);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "decisions");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->decisions->len; i++)
    {
      const RoundelDecision *decision = program->decisions->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", decision->id);
      roundel_cli_json_text (json, "on", decision->on);
      roundel_cli_json_text (json, "text", decision->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const RoundelProgram *program,
            const GPtrArray      *conflicts)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "id", program->id);
  roundel_cli_json_text (json, "title", program->title);
  roundel_cli_json_text (json, "outcome", program->outcome);
  roundel_cli_json_text (json, "pattern", program->pattern);
  roundel_cli_json_text (json, "topic", program->topic);
  roundel_cli_json_text (json, "facilitation", program->facilitation);
  roundel_cli_json_text (json, "sponsor", program->sponsor);
  roundel_cli_json_text (json, "reality", program->reality);
  roundel_cli_json_text (json, "event", program->event);
  roundel_cli_json_text (json, "event_on", program->event_on);
  roundel_cli_json_text (json, "archived", program->archived);
  json_builder_set_member_name (json, "informal");
  json_builder_add_boolean_value (json, program->informal);
  roundel_cli_json_circles (json, program);
  add_members (json, program);
  add_sessions (json, program);
  roundel_cli_json_partners (json, program);
  roundel_cli_json_conflicts (json, program, conflicts);
  add_ledger (json, program);
  add_results (json, program);
  add_charters (json, program);
  add_lessons (json, program);
  add_topics (json, program);
  add_people (json, program);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_members (const RoundelProgram *program)
{
  for (guint c = 0; c < program->circles->len; c++)
    {
      const RoundelCircle *circle = program->circles->pdata[c];
      g_autoptr (GArray) indices = roundel_program_list_circle (program, circle);

      roundel_cli_print ("\n%s\n", circle->name != NULL ? circle->name : _("Members"));
      for (guint i = 0; i < indices->len; i++)
        {
          guint index = g_array_index (indices, guint, i);
          const RoundelMember *member = program->members->pdata[index];
          g_autofree char *label = roundel_members_dup_label (program->members, index);

          roundel_cli_print ("  %s%s%s%s%s\n", label, member->level != NULL ? ", " : "", member->level != NULL ? member->level : "",
                   member->team != NULL ? ", " : "", member->team != NULL ? member->team : "");
        }
    }
}

static char *
describe_group (const RoundelProgram *program,
                char                **ids)
{
  GString *text = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    {
      guint index;
      g_autofree char *label = NULL;

      if (!g_ptr_array_find (program->members, roundel_program_find_member (program, *id), &index))
        continue;
      label = roundel_members_dup_label (program->members, index);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", label);
    }
  return g_string_free (text, FALSE);
}

static void
print_partners (const RoundelProgram *program)
{
  if (program->partners->len > 0)
    roundel_cli_print ("\n%s\n", _("Partners"));
  for (guint i = 0; i < program->partners->len; i++)
    {
      const RoundelPartnering *partners = program->partners->pdata[i];

      for (guint k = 0; k < partners->groups->len; k++)
        {
          g_autofree char *text = describe_group (program, partners->groups->pdata[k]);

          roundel_cli_print ("  %s\n", text);
        }
    }
}

static void
print_text (const RoundelProgram *program,
            const RoundelOutcome *outcome,
            const GPtrArray      *conflicts)
{
  roundel_cli_print ("%s\n", program->title != NULL ? program->title : program->id);
  if (outcome != NULL)
    roundel_cli_print ("%s\n", outcome->question);
  if (program->topic != NULL)
    roundel_cli_print (_("Topic: %s\n"), program->topic);
  print_members (program);
  roundel_cli_print_sessions (program);
  print_partners (program);
  roundel_cli_print_conflicts (conflicts);
  if (program->lessons->len > 0)
    roundel_cli_print ("\n%s\n", _("Lessons"));
  for (guint i = 0; i < program->lessons->len; i++)
    if (((RoundelLesson *) program->lessons->pdata[i])->text != NULL)
      roundel_cli_print ("  %s\n", ((RoundelLesson *) program->lessons->pdata[i])->text);
}

/**
 * roundel_cli_program:
 *
 * The command `program`: one program, whole.
 *
 * Returns: an exit code
 */
int
roundel_cli_program (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *id = NULL;
  const RoundelOutcome *outcome;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name it by its id or its title."));
  if ((outcomes = roundel_outcomes_load (&error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  outcome = roundel_outcomes_find (outcomes, program->outcome);
  conflicts = roundel_program_find_conflicts (program, outcome);
  if (cli->json)
    print_json (program, conflicts);
  else
    print_text (program, outcome, conflicts);
  return ROUNDEL_CLI_DONE;
}

static void
print_program_line (const RoundelProgram *program,
                    JsonBuilder          *json)
{
  const RoundelSession *first = NULL, *last = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      if (session->starts == NULL)
        continue;
      if (first == NULL || strcmp (session->starts, first->starts) < 0)
        first = session;
      if (last == NULL || strcmp (session->starts, last->starts) > 0)
        last = session;
    }
  if (json != NULL)
    {
      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", program->id);
      roundel_cli_json_text (json, "title", program->title);
      roundel_cli_json_text (json, "outcome", program->outcome);
      roundel_cli_json_text (json, "topic", program->topic);
      roundel_cli_json_int (json, "sessions", program->sessions->len);
      if (first != NULL)
        {
          roundel_cli_json_time (json, "begins", first, 0);
          roundel_cli_json_time (json, "ends", last, last->seconds);
        }
      json_builder_end_object (json);
      return;
    }
  roundel_cli_print ("%s\n", program->title != NULL ? program->title : _("A program without a title"));
  roundel_cli_print (ngettext ("  %u session", "  %u sessions", program->sessions->len), program->sessions->len);
  if (first != NULL)
    roundel_cli_print (_(", %.10s to %.10s"), first->starts, last->starts);
  roundel_cli_print ("\n  %s\n\n", program->id);
}

/**
 * roundel_cli_programs:
 *
 * The command `programs`: those in the notebook.
 *
 * Returns: an exit code
 */
int
roundel_cli_programs (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  JsonBuilder *json;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc > 1)
    return roundel_cli_usage (name, _("“%s” is not needed here."), argv[1]);
  if ((notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (programs = roundel_notebook_list_programs (notebook, &error)) == NULL)
    return roundel_cli_fail (error);
  json = cli->json ? roundel_cli_json_new () : NULL;
  if (json != NULL)
    json_builder_begin_array (json);
  for (guint i = 0; i < programs->len; i++)
    print_program_line (programs->pdata[i], json);
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (programs->len == 0)
    roundel_cli_print ("%s\n", _("No program yet. “roundel-cli design --help” says how to make one."));
  return ROUNDEL_CLI_DONE;
}
