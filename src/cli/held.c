/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "core/history.h"

/* What a session that was held left; each may be missing. */
typedef struct
{
  const RoundelProgram *program;
  const RoundelSession *session;
  const RoundelSessionRecord *record;
  const RoundelAttendance *attendance;
  const RoundelHarvest *harvest;
  const RoundelEvaluation *evaluation;
} Held;

static const char *
name_of (const RoundelProgram *program,
         const char           *member)
{
  const RoundelMember *found = roundel_program_find_member (program, member);

  return found != NULL && found->name != NULL ? found->name : member;
}

static char *
list_names (const RoundelProgram *program,
            char                **members)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **member = members; member != NULL && *member != NULL; member++)
    g_string_append_printf (line, "%s%s", line->len > 0 ? C_("names", ", ") : "", name_of (program, *member));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_texts (JsonBuilder  *json,
           const char   *member,
           char        **texts)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (char **text = texts; text != NULL && *text != NULL; text++)
    json_builder_add_string_value (json, *text);
  json_builder_end_array (json);
}

static void
add_parts (JsonBuilder                *json,
           const RoundelSessionRecord *record)
{
  json_builder_set_member_name (json, "parts");
  json_builder_begin_array (json);
  for (guint i = 0; i < record->parts->len; i++)
    {
      const RoundelHeldPart *part = record->parts->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "title", part->title);
      roundel_cli_json_text (json, "format", part->format);
      roundel_cli_json_int (json, "planned", part->planned);
      roundel_cli_json_int (json, "used", part->used);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_roles (JsonBuilder                *json,
           const RoundelSessionRecord *record)
{
  json_builder_set_member_name (json, "roles");
  json_builder_begin_array (json);
  for (guint i = 0; i < record->roles->len; i++)
    {
      const RoundelHeldBy *held = record->roles->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "role", held->what);
      roundel_cli_json_text (json, "member", held->member);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_evaluation (JsonBuilder             *json,
                const RoundelEvaluation *evaluation)
{
  json_builder_set_member_name (json, "evaluation");
  if (evaluation == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  roundel_cli_json_int (json, "slips", evaluation->slips);
  json_builder_set_member_name (json, "mean");
  json_builder_add_double_value (json, evaluation->mean / 2.0);
  add_texts (json, "changes", evaluation->changes);
  json_builder_end_object (json);
}

static void
print_json (const Held *held)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "session", held->session->id);
  roundel_cli_json_text (json, "began", held->record->began);
  roundel_cli_json_text (json, "ended", held->record->ended);
  roundel_cli_json_text (json, "led", held->record->led);
  add_texts (json, "here", held->attendance != NULL ? held->attendance->here : NULL);
  roundel_cli_json_int (json, "guests", held->attendance != NULL ? held->attendance->guests : 0);
  add_texts (json, "had", held->record->had);
  add_texts (json, "owed", held->record->owed);
  add_roles (json, held->record);
  add_parts (json, held->record);
  roundel_cli_json_int (json, "promises", held->record->promises);
  add_texts (json, "harvest", held->harvest != NULL ? held->harvest->lines : NULL);
  add_evaluation (json, held->evaluation);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_line (const char *title,
            const char *text)
{
  if (text != NULL && *text != '\0')
    roundel_cli_print ("%s: %s\n", title, text);
}

static void
print_text (const Held *held)
{
  const RoundelSessionRecord *record = held->record;
  g_autofree char *here = list_names (held->program, held->attendance != NULL ? held->attendance->here : NULL);
  g_autofree char *had = list_names (held->program, record->had);
  g_autofree char *owed = list_names (held->program, record->owed);

  print_line (_("Began"), record->began);
  print_line (_("Ended"), record->ended);
  print_line (_("Led by"), record->led != NULL ? name_of (held->program, record->led) : NULL);
  print_line (_("Here"), here);
  print_line (_("Had a case"), had);
  print_line (_("Owed a case"), owed);
  for (guint i = 0; i < record->roles->len; i++)
    {
      const RoundelHeldBy *by = record->roles->pdata[i];

      print_line (by->what, name_of (held->program, by->member));
    }
  roundel_cli_print ("\n");
  for (guint i = 0; i < record->parts->len; i++)
    {
      const RoundelHeldPart *part = record->parts->pdata[i];

      roundel_cli_print (_("%3u of %3u min  %s\n"), (part->used + 30) / 60, (part->planned + 30) / 60, part->title);
    }
  for (char **line = held->harvest != NULL ? held->harvest->lines : NULL; line != NULL && *line != NULL; line++)
    roundel_cli_print ("\n“%s”\n", *line);
  if (held->evaluation != NULL)
    roundel_cli_print (ngettext ("\nWorth the time: %.1f of %u, from %u slip\n", "\nWorth the time: %.1f of %u, from %u slips\n",
                                 held->evaluation->slips),
                       held->evaluation->mean / 2.0, ROUNDEL_WORTH_MOST, held->evaluation->slips);
}

/**
 * roundel_cli_held:
 *
 * The command `held`: what a session that took place left, and nothing of what was said by whom (R1, E1).
 *
 * Returns: an exit code
 */
int
roundel_cli_held (RoundelCli  *cli,
                  const char  *name,
                  int          argc,
                  char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  Held held = { NULL };

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which session? Name it by its id."));
  if ((notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (program = roundel_cli_find_session (notebook, argv[1], &held.session, &error)) == NULL)
    return roundel_cli_fail (error);
  held.program = program;
  held.record = roundel_program_find_record (program, held.session->id);
  held.attendance = roundel_program_find_attendance (program, held.session->id);
  held.harvest = roundel_program_find_harvest (program, held.session->id);
  held.evaluation = roundel_program_find_evaluation (program, held.session->id);
  if (held.record == NULL)
    {
      g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The session “%s” was not held yet. Run it first, or bring in what its facilitator hands back."), argv[1]);
      return roundel_cli_fail (error);
    }
  if (cli->json)
    print_json (&held);
  else
    print_text (&held);
  return ROUNDEL_CLI_DONE;
}
