/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/files.h"

#include <glib/gi18n-lib.h>

#include "store/journal/partner-meeting.h"

typedef struct
{
  char *at;
  char *with;
  char *program;
  char *mine;
  char *theirs;
  int minutes;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->at);
  g_free (options->with);
  g_free (options->program);
  g_free (options->mine);
  g_free (options->theirs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One that is new, or ID with what OPTIONS say of it. */
static int
put (RoundelCli    *cli,
     const Options *options,
     GDateTime     *at,
     const char    *id,
     gboolean       held)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  g_autoptr (RoundelJournal) journal =
    roundel_cli_name_program (cli, options->program, &program, &error) ? roundel_cli_open_journal (cli, &error) : NULL;
  g_autoptr (GPtrArray) meetings = journal != NULL ? roundel_journal_list_partner_meetings (journal, &error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (cli->env) / G_USEC_PER_SEC);
  RoundelPartnerMeeting meeting = { .id = NULL, .at = now };
  g_autofree char *written = NULL;

  if (meetings == NULL)
    return roundel_cli_fail (error);
  for (guint i = 0; id != NULL && i < meetings->len; i++)
    if (g_str_equal (((RoundelPartnerMeeting *) meetings->pdata[i])->id, id))
      meeting = *(RoundelPartnerMeeting *) meetings->pdata[i];
  if (id != NULL && meeting.id == NULL)
    {
      g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("There is no meeting “%s” in the journal. “roundel-cli partner list” shows them."), id);
      return roundel_cli_fail (error);
    }
  meeting.held |= held;
  meeting.at = at != NULL ? at : meeting.at;
  meeting.with = options->with != NULL ? options->with : meeting.with;
  meeting.program = program != NULL ? program : meeting.program;
  meeting.minutes = options->minutes > 0 ? (guint) options->minutes : meeting.minutes;
  meeting.mine = options->mine != NULL ? options->mine : meeting.mine;
  meeting.theirs = options->theirs != NULL ? options->theirs : meeting.theirs;
  if (!roundel_journal_put_partner_meeting (journal, &meeting, &written, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("meeting", written);
  else
    g_print (meeting.held ? _("Noted, for yourself alone: %s\n") : _("Planned: %s\n"), written);
  return ROUNDEL_CLI_DONE;
}

static void
print_json_meeting (JsonBuilder                 *json,
                    const RoundelPartnerMeeting *meeting)
{
  g_autofree char *at = g_date_time_format_iso8601 (meeting->at);

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "id", meeting->id);
  roundel_cli_json_text (json, "at", at);
  roundel_cli_json_text (json, "with", meeting->with);
  roundel_cli_json_text (json, "program", meeting->program);
  roundel_cli_json_int (json, "seconds", meeting->minutes * 60);
  json_builder_set_member_name (json, "held");
  json_builder_add_boolean_value (json, meeting->held);
  roundel_cli_json_text (json, "mine", meeting->mine);
  roundel_cli_json_text (json, "theirs", meeting->theirs);
  json_builder_end_object (json);
}

static int
list (RoundelCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autoptr (GPtrArray) meetings = journal != NULL ? roundel_journal_list_partner_meetings (journal, &error) : NULL;
  JsonBuilder *json = NULL;

  if (meetings == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; i < meetings->len; i++)
    {
      const RoundelPartnerMeeting *meeting = meetings->pdata[i];
      g_autoptr (GDateTime) local = g_date_time_to_local (meeting->at);
      g_autofree char *at = g_date_time_format (local, "%F %H:%M");

      if (json != NULL)
        print_json_meeting (json, meeting);
      else
        g_print ("%s · %s%s%s\n  %s\n", at, meeting->held ? _("held") : _("planned"), meeting->with != NULL ? " · " : "",
                 meeting->with != NULL ? meeting->with : "", meeting->id);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (meetings->len == 0)
    g_print (_("There is no meeting yet. “roundel-cli partner plan --at TIME” plans one.\n"));
  return ROUNDEL_CLI_DONE;
}

static int
run (RoundelCli    *cli,
     const char    *name,
     const Options *options,
     int            argc,
     char         **argv)
{
  const char *verb = argc > 1 ? argv[1] : "";
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) at = options->at != NULL ? g_date_time_new_from_iso8601 (options->at, zone) : NULL;

  if (options->at != NULL && at == NULL)
    return roundel_cli_usage (name, _("“%s” is no time: write it as 2027-01-17T16:00:00."), options->at);
  if (g_str_equal (verb, "list") && argc == 2)
    return list (cli);
  if (g_str_equal (verb, "plan") && argc <= 3 && (at != NULL || argc == 3))
    return put (cli, options, at, argc == 3 ? argv[2] : NULL, FALSE);
  if (g_str_equal (verb, "note") && argc <= 3)
    return put (cli, options, at, argc == 3 ? argv[2] : NULL, TRUE);
  return roundel_cli_usage (name, "%s", _("Say what to do: list, plan --at TIME, plan MEETING, note, or note MEETING."));
}

/**
 * roundel_cli_partner:
 *
 * The command `partner`: meetings with one's partner between the sessions, and what each took away; for its owner alone.
 *
 * Returns: an exit code
 */
int
roundel_cli_partner (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("When you meet"), N_("TIME") },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_("With whom"), N_("NAME") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &options.minutes, N_("How long, both halves together"), N_("N") },
    { "program", 0, 0, G_OPTION_ARG_STRING, &options.program, N_("The program whose partner it is"), N_("PROGRAM") },
    { "mine", 0, 0, G_OPTION_ARG_STRING, &options.mine, N_("What you take away"), N_("TEXT") },
    { "theirs", 0, 0, G_OPTION_ARG_STRING, &options.theirs, N_("What your partner takes away"), N_("TEXT") },
    { NULL },
  };

  return roundel_cli_parse (cli, name, entries, &argc, &argv) ? run (cli, name, &options, argc, argv) : ROUNDEL_CLI_USAGE;
}
