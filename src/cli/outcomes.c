/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "content/outcome.h"
#include "core/compare.h"

static void
print_outcomes_json (const GPtrArray *outcomes)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", outcome->id);
      roundel_cli_json_int (json, "number", outcome->number);
      roundel_cli_json_text (json, "name", outcome->name);
      roundel_cli_json_text (json, "question", outcome->question);
      roundel_cli_json_text (json, "asks", outcome->asks);
      roundel_cli_json_text (json, "description", outcome->description);
      roundel_cli_json_int (json, "circle_min", outcome->circle_min);
      roundel_cli_json_int (json, "circle_max", outcome->circle_max);
      roundel_cli_json_int (json, "seconds", outcome->minutes * 60);
      roundel_cli_json_int (json, "sessions", outcome->rhythm.count);
      json_builder_set_member_name (json, "formats");
      json_builder_begin_array (json);
      for (char **format = outcome->formats; *format != NULL; format++)
        json_builder_add_string_value (json, *format);
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  roundel_cli_json_print (json);
}

static void
print_outcomes_text (const GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];
      g_autofree char *sessions = g_strdup_printf (ngettext ("%u session", "%u sessions", outcome->rhythm.count),
                                                   outcome->rhythm.count);
      g_autofree char *length = roundel_cli_format_length (outcome->minutes * 60);

      g_print ("%2u  %s  (%s)\n", outcome->number, outcome->name, outcome->id);
      g_print ("    %s\n", outcome->asks);
      g_print (_("    %u to %u people in a circle, %s of %s\n\n"), outcome->circle_min, outcome->circle_max, sessions,
               length);
    }
  g_print ("%s\n", _("A program has one of them: two are two houses on one foundation."));
}

static void
print_patterns (const GPtrArray *patterns,
                gboolean         as_json)
{
  JsonBuilder *json = as_json ? roundel_cli_json_new () : NULL;

  if (json != NULL)
    json_builder_begin_array (json);
  for (guint i = 0; i < patterns->len; i++)
    {
      const RoundelPattern *pattern = patterns->pdata[i];

      if (json != NULL)
        {
          json_builder_begin_object (json);
          roundel_cli_json_text (json, "id", pattern->id);
          roundel_cli_json_text (json, "name", pattern->name);
          roundel_cli_json_text (json, "description", pattern->description);
          roundel_cli_json_int (json, "sessions", pattern->rhythm.count);
          json_builder_end_object (json);
        }
      else
        g_print ("%-20s %s\n%-20s %s\n\n", pattern->id, pattern->name, "", pattern->description);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
}

/* Two designs, value by value (D1). */
static int
compare (RoundelCli           *cli,
         const RoundelOutcome *one,
         const RoundelOutcome *two)
{
  g_autoptr (GError) error = NULL;
  RoundelLibrary *library = roundel_cli_get_library (cli, &error);
  JsonBuilder *json = cli->json ? roundel_cli_json_new () : NULL;
  RoundelFormats formats;

  if (library == NULL)
    return roundel_cli_fail (error);
  formats = roundel_library_formats (library);
  if (json != NULL)
    json_builder_begin_array (json);
  else
    roundel_cli_print ("%s\n  %s\n%s\n  %s\n", one->name, one->why_one, two->name, two->why_one);
  for (guint i = 0; i < ROUNDEL_DESIGN_N_VALUES; i++)
    {
      g_autofree char *first = roundel_outcome_describe_value (one, i, &formats);
      g_autofree char *second = roundel_outcome_describe_value (two, i, &formats);

      if (json != NULL)
        {
          json_builder_begin_object (json);
          roundel_cli_json_text (json, "value", roundel_design_value_to_string (i));
          roundel_cli_json_text (json, one->id, first);
          roundel_cli_json_text (json, two->id, second);
          json_builder_end_object (json);
        }
      else
        roundel_cli_print ("\n%s\n  %s\n  %s\n", roundel_design_value_get_name (i), first, second);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  return ROUNDEL_CLI_DONE;
}

static gboolean
takes_nothing (RoundelCli   *cli,
               const char   *name,
               int          *argc,
               char       ***argv)
{
  if (!roundel_cli_parse (cli, name, NULL, argc, argv))
    return FALSE;
  if (*argc > 1)
    {
      roundel_cli_usage (name, _("“%s” is not needed here."), (*argv)[1]);
      return FALSE;
    }
  return TRUE;
}

/**
 * roundel_cli_outcomes:
 *
 * The command `outcomes`: the ten, each with the question it answers, or two side by side (D1).
 *
 * Returns: an exit code
 */
int
roundel_cli_outcomes (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GError) error = NULL;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  outcomes = roundel_outcomes_load (&error);
  if (outcomes == NULL)
    return roundel_cli_fail (error);
  for (int i = 1; i < argc; i++)
    if (roundel_outcomes_find (outcomes, argv[i]) == NULL)
      return roundel_cli_usage (name, _("There is no outcome “%s”. “roundel-cli outcomes” lists them."), argv[i]);
  if (argc == 3)
    return compare (cli, roundel_outcomes_find (outcomes, argv[1]), roundel_outcomes_find (outcomes, argv[2]));
  if (argc != 1)
    return roundel_cli_usage (name, "%s", _("Name two outcomes to compare them, or none."));
  if (cli->json)
    print_outcomes_json (outcomes);
  else
    print_outcomes_text (outcomes);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_patterns:
 *
 * The command `patterns`: rhythms of sessions that are ready to use (D13).
 *
 * Returns: an exit code
 */
int
roundel_cli_patterns (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autoptr (GPtrArray) patterns = NULL;
  g_autoptr (GError) error = NULL;

  if (!takes_nothing (cli, name, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  patterns = roundel_patterns_load (&error);
  if (patterns == NULL)
    return roundel_cli_fail (error);
  print_patterns (patterns, cli->json);
  return ROUNDEL_CLI_DONE;
}
