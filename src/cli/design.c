/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/notebook.h"
#include "cli/describe-program.h"
#include "content/members-csv.h"
#include "content/outcome.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "store/programs.h"

/* Where the options are parsed to. */
typedef struct
{
  GStrv outcomes;
  char *title;
  char *topic;
  char *start;
  char *zone;
  char *days_off;
  int people;
  char *members;
  char *pattern;
  char *by_products;
  char *facilitator;
  char *logistics;
  int circles;
  int sessions;
  int minutes;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->outcomes);
  g_free (options->title);
  g_free (options->topic);
  g_free (options->start);
  g_free (options->zone);
  g_free (options->days_off);
  g_free (options->members);
  g_free (options->pattern);
  g_free (options->by_products);
  g_free (options->facilitator);
  g_free (options->logistics);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* D1: two primary outcomes are two programs. */
static int
refuse_two (const char      *name,
            const GPtrArray *outcomes,
            char           **ids)
{
  const RoundelOutcome *one = roundel_outcomes_find (outcomes, ids[0]);
  const RoundelOutcome *two = roundel_outcomes_find (outcomes, ids[1]);

  return roundel_cli_usage (name, _("“%s” and “%s” on one design are two houses on one foundation: size, rhythm and formats "
                                    "differ. Choose one outcome, and design a second program for the other."),
                            one != NULL ? one->name : ids[0], two != NULL ? two->name : ids[1]);
}

static char *
list_outcomes (const GPtrArray *outcomes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outcomes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((RoundelOutcome *) outcomes->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static RoundelMembersCsv *
read_members (const char  *path,
              GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return roundel_members_csv_read (text, length, name, error);
}

static char *
local_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_strdup (roundel_zone_is_valid (g_time_zone_get_identifier (zone)) ? g_time_zone_get_identifier (zone) : "UTC");
}

/* The answers as a draft. A date alone is a session at ten. */
static RoundelDraft *
make_draft (RoundelCli              *cli,
            const Options           *options,
            const RoundelMembersCsv *csv)
{
  RoundelDraft *draft = roundel_draft_new ();

  draft->outcome = g_strdup (options->outcomes[0]);
  draft->title = g_strdup (options->title);
  draft->topic = g_strdup (options->topic);
  draft->zone = options->zone != NULL ? g_strdup (options->zone) : local_zone ();
  draft->days_off = g_strdup (options->days_off);
  if (options->start == NULL)
    draft->starts = roundel_schedule_suggest (roundel_env_now (cli->env), draft->zone);
  else if (strchr (options->start, 'T') == NULL)
    draft->starts = g_strconcat (options->start, "T10:00", NULL);
  else
    draft->starts = g_strdup (options->start);
  draft->pattern = g_strdup (options->pattern);
  draft->by_products = g_strdup (options->by_products);
  draft->facilitator = g_strdup (options->facilitator);
  draft->logistics = g_strdup (options->logistics);
  draft->n_seats = (guint) options->people;
  draft->n_circles = (guint) options->circles;
  draft->n_sessions = (guint) options->sessions;
  draft->seconds = (guint) options->minutes * 60;
  for (guint i = 0; csv != NULL && i < csv->members->len; i++)
    g_ptr_array_add (draft->members, roundel_member_copy (csv->members->pdata[i]));
  return draft;
}

static void
add_left_out (JsonBuilder             *json,
              const RoundelMembersCsv *csv)
{
  json_builder_set_member_name (json, "left_out");
  json_builder_begin_array (json);
  for (guint i = 0; csv != NULL && i < csv->problems->len; i++)
    {
      const RoundelCsvProblem *problem = csv->problems->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_int (json, "row", problem->row);
      roundel_cli_json_text (json, "column", problem->column);
      roundel_cli_json_text (json, "why", problem->why);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  roundel_cli_json_texts (json, "ignored_columns", csv != NULL ? csv->ignored : NULL);
}

static void
print_json (const RoundelDesign     *design,
            const GPtrArray         *conflicts,
            const RoundelMembersCsv *csv)
{
  const RoundelProgram *program = design->program;
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "program", program->id);
  roundel_cli_json_text (json, "outcome", program->outcome);
  roundel_cli_json_circles (json, program);
  json_builder_set_member_name (json, "sessions");
  json_builder_begin_array (json);
  for (guint i = 0; i < program->sessions->len; i++)
    json_builder_add_string_value (json, ((RoundelSession *) program->sessions->pdata[i])->id);
  json_builder_end_array (json);
  roundel_cli_json_partners (json, program);
  roundel_cli_json_conflicts (json, program, conflicts);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < design->notes->len; i++)
    json_builder_add_string_value (json, design->notes->pdata[i]);
  json_builder_end_array (json);
  add_left_out (json, csv);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static void
print_text (const RoundelDesign     *design,
            const GPtrArray         *conflicts,
            const RoundelMembersCsv *csv)
{
  roundel_cli_print ("%s\n%s\n", design->program->title, design->program->id);
  for (guint i = 0; i < design->notes->len; i++)
    roundel_cli_print ("%s\n", (char *) design->notes->pdata[i]);
  roundel_cli_print_sessions (design->program);
  roundel_cli_print_conflicts (conflicts);
  if (csv == NULL)
    return;
  if (csv->problems->len > 0)
    {
      roundel_cli_print ("\n");
      roundel_cli_print (ngettext ("%u row was left out\n", "%u rows were left out\n", csv->problems->len), csv->problems->len);
    }
  for (guint i = 0; i < csv->problems->len; i++)
    {
      const RoundelCsvProblem *problem = csv->problems->pdata[i];

      if (problem->column != NULL)
        roundel_cli_print (_("  row %u, %s: %s\n"), problem->row, problem->column, problem->why);
      else
        roundel_cli_print (_("  row %u: %s\n"), problem->row, problem->why);
    }
  for (char **column = csv->ignored; *column != NULL; column++)
    roundel_cli_print (_("The column “%s” was not used.\n"), *column);
}

static int
make_program (RoundelCli              *cli,
              const RoundelDraft      *draft,
              const RoundelOutcome    *outcome,
              const RoundelPattern    *pattern,
              const RoundelMembersCsv *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelDesign) design = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_cli_open_notebook (cli, &error);
  RoundelLibrary *library = notebook != NULL ? roundel_cli_get_library (cli, &error) : NULL;
  RoundelFormats formats;
  guint32 seed;

  if (library == NULL)
    return roundel_cli_fail (error);
  formats = roundel_library_formats (library);
  roundel_env_random (cli->env, (guint8 *) &seed, sizeof seed);
  design = roundel_design_new (draft, outcome, pattern, &formats, seed);
  roundel_program_renew_ids (design->program, cli->env);
  if (!roundel_notebook_add_program (notebook, design->program, &error) || !roundel_notebook_close (notebook, &error))
    return roundel_cli_fail (error);
  conflicts = roundel_program_find_conflicts (design->program, outcome);
  if (cli->json)
    print_json (design, conflicts, csv);
  else
    print_text (design, conflicts, csv);
  return ROUNDEL_CLI_DONE;
}

static int
design (RoundelCli    *cli,
        const char    *name,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (RoundelDraft) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) patterns = roundel_patterns_load (&error);
  g_autoptr (GPtrArray) outcomes = patterns != NULL ? roundel_outcomes_load (&error) : NULL;
  const RoundelOutcome *outcome;
  const RoundelPattern *pattern;

  if (outcomes == NULL)
    return roundel_cli_fail (error);
  if (options->outcomes == NULL || options->outcomes[0] == NULL)
    return roundel_cli_usage (name, "%s", _("Which outcome? Choose one with --outcome; “roundel-cli outcomes” lists them."));
  if (options->outcomes[1] != NULL)
    return refuse_two (name, outcomes, options->outcomes);
  outcome = roundel_outcomes_find (outcomes, options->outcomes[0]);
  if (outcome == NULL)
    {
      g_autofree char *known = list_outcomes (outcomes);

      return roundel_cli_usage (name, _("There is no outcome “%s”. There are %s."), options->outcomes[0], known);
    }
  pattern = roundel_patterns_find (patterns, options->pattern);
  if (options->pattern != NULL && pattern == NULL)
    return roundel_cli_usage (name, _("There is no pattern “%s”. “roundel-cli patterns” lists them."), options->pattern);
  if (options->people < 0 || (options->people > 0 && options->members != NULL))
    return roundel_cli_usage (name, "%s", _("Say how many people with --people, or who with --members."));
  if (options->circles < 0 || options->sessions < 0 || options->minutes < 0)
    return roundel_cli_usage (name, "%s", _("Say how many circles, sessions and minutes with numbers above zero."));
  if (options->members != NULL)
    {
      csv = read_members (options->members, &error);
      if (csv == NULL)
        return roundel_cli_fail (error);
    }
  draft = make_draft (cli, options, csv);
  problems = roundel_draft_list_problems (draft);
  for (guint i = 0; i < problems->len; i++)
    {
      const RoundelDraftProblem *problem = problems->pdata[i];

      /* without people it has as many seats as suit the outcome */
      if (problem->field != ROUNDEL_DRAFT_PEOPLE || !problem->missing || csv != NULL)
        return roundel_cli_usage (name, "%s", problem->why);
    }
  return make_program (cli, draft, outcome, pattern, csv);
}

/**
 * roundel_cli_design:
 *
 * The command `design`: a whole program from a few answers (D20).
 *
 * Returns: an exit code
 */
int
roundel_cli_design (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.outcomes, N_("The one question it is to answer"), N_("ID") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("What it is called"), N_("TEXT") },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &options.topic, N_("What concerns all members"), N_("TEXT") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_("When the first session is, as 2027-01-14T15:00"),
      N_("TIME") },
    { "days-off", 0, 0, G_OPTION_ARG_STRING, &options.days_off,
      N_("Days on which nobody meets, as 2027-02-18,2027-03-22/2027-03-29"), N_("DAYS") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone, N_("The time zone of the sessions, as Europe/Oslo"), N_("ZONE") },
    { "people", 0, 0, G_OPTION_ARG_INT, &options.people, N_("How many people, as long as they have no names"), N_("N") },
    { "members", 0, 0, G_OPTION_ARG_FILENAME, &options.members, N_("Who they are: a table with a column “name”"),
      N_("CSV") },
    { "pattern", 0, 0, G_OPTION_ARG_STRING, &options.pattern, N_("A rhythm instead of that of the outcome"), N_("ID") },
    { "sessions", 0, 0, G_OPTION_ARG_INT, &options.sessions, N_("How many sessions"), N_("N") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &options.minutes, N_("How long a session is"), N_("N") },
    { "circles", 0, 0, G_OPTION_ARG_INT, &options.circles, N_("Into how many circles people are put"), N_("N") },
    { "facilitator", 0, 0, G_OPTION_ARG_STRING, &options.facilitator, N_("Who leads the sessions at first"), N_("NAME") },
    { "logistics", 0, 0, G_OPTION_ARG_STRING, &options.logistics, N_("Who takes care of date, room and reminder"), N_("NAME") },
    { "by-products", 0, 0, G_OPTION_ARG_STRING, &options.by_products, N_("What is welcome besides, and changes nothing"),
      N_("TEXT") },
    { NULL },
  };

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc > 1)
    return roundel_cli_usage (name, _("“%s” is not needed here."), argv[1]);
  return design (cli, name, &options);
}
