/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/describe-program.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "core/schedule.h"

void
roundel_cli_json_texts (JsonBuilder  *json,
                        const char   *member,
                        char        **texts)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (char **text = texts; text != NULL && *text != NULL; text++)
    json_builder_add_string_value (json, *text);
  json_builder_end_array (json);
}

void
roundel_cli_json_circles (JsonBuilder          *json,
                          const RoundelProgram *program)
{
  json_builder_set_member_name (json, "circles");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", circle->id);
      roundel_cli_json_text (json, "name", circle->name);
      roundel_cli_json_texts (json, "members", circle->members);
      roundel_cli_json_text (json, "facilitator", circle->facilitator);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

void
roundel_cli_json_partners (JsonBuilder          *json,
                           const RoundelProgram *program)
{
  json_builder_set_member_name (json, "partners");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->partners->len; i++)
    {
      const RoundelPartnering *partners = program->partners->pdata[i];

      for (guint k = 0; k < partners->groups->len; k++)
        {
          json_builder_begin_array (json);
          for (char **id = partners->groups->pdata[k]; *id != NULL; id++)
            json_builder_add_string_value (json, *id);
          json_builder_end_array (json);
        }
    }
  json_builder_end_array (json);
}

void
roundel_cli_json_conflicts (JsonBuilder          *json,
                            const RoundelProgram *program,
                            const GPtrArray      *conflicts)
{
  json_builder_set_member_name (json, "conflicts");
  json_builder_begin_array (json);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RoundelConflict *conflict = conflicts->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "kind", roundel_conflict_kind_to_string (conflict->kind));
      json_builder_set_member_name (json, "members");
      json_builder_begin_array (json);
      for (guint k = 0; k < conflict->members->len; k++)
        json_builder_add_string_value (
          json, ((RoundelMember *) program->members->pdata[g_array_index (conflict->members, guint, k)])->id);
      json_builder_end_array (json);
      roundel_cli_json_text (json, "why", conflict->why);
      roundel_cli_json_text (json, "exception", conflict->exception); /* why it may be all the same */
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * roundel_cli_json_time:
 * @json: an object
 * @member: name of a member
 * @session: a session
 * @seconds: how long after its start
 *
 * Writes the moment with its offset; the local time alone when this computer does not know the zone; null without a date.
 */
void
roundel_cli_json_time (JsonBuilder          *json,
                       const char           *member,
                       const RoundelSession *session,
                       guint                 seconds)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (session->starts != NULL)
    time = roundel_local_time_resolve (session->starts, session->zone, seconds, NULL);
  if (time != NULL)
    text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
  else if (session->starts != NULL && seconds == 0)
    text = g_strconcat (session->starts, ":00", NULL);
  roundel_cli_json_text (json, member, text);
}

/* “Thu 14 January 2027, 15:00–16:00” */
static char *
describe_time (const RoundelSession *session)
{
  g_autoptr (GDateTime) begin = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *day = NULL;
  g_autofree char *until = NULL;

  if (session->starts == NULL)
    return g_strdup (_("no date yet"));
  begin = roundel_local_time_resolve (session->starts, session->zone, 0, NULL);
  end = roundel_local_time_resolve (session->starts, session->zone, session->seconds, NULL);
  if (begin == NULL || end == NULL)
    return g_strdup (session->starts);
  /* Translators: a date and a time, as in strftime() */
  day = g_date_time_format (begin, _("%a %e %B %Y, %H:%M"));
  until = g_date_time_format (end, "%H:%M");
  return g_strdup_printf ("%s–%s %s", day, until, session->zone);
}

void
roundel_cli_print_sessions (const RoundelProgram *program)
{
  const char *circle = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autofree char *time = describe_time (session);

      if (i == 0 || g_strcmp0 (circle, session->circle) != 0)
        {
          const RoundelCircle *of = roundel_program_find_circle (program, session->circle);

          roundel_cli_print ("\n");
          if (of != NULL && of->name != NULL)
            roundel_cli_print (_("Sessions of %s\n"), of->name);
          else
            roundel_cli_print ("%s\n", _("Sessions"));
        }
      circle = session->circle;
      roundel_cli_print ("  %2u  %s  %s\n", session->number, time, session->id);
    }
}

void
roundel_cli_print_conflicts (const GPtrArray *conflicts)
{
  if (conflicts->len == 0)
    {
      roundel_cli_print ("\n%s\n", _("Nothing stands against them meeting as peers."));
      return;
    }
  roundel_cli_print ("\n%s\n", _("What stands against them meeting as peers"));
  for (guint i = 0; i < conflicts->len; i++)
    roundel_cli_print ("  %s\n", ((RoundelConflict *) conflicts->pdata[i])->why);
}
