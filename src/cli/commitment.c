/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/files.h"
#include "store/journal/commitment.h"
#include "store/journal/release.h"

typedef struct
{
  char *due;
  char *cue;
  char *program;
  gboolean show;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->due);
  g_free (options->cue);
  g_free (options->program);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_date (const char *text)
{
  unsigned year, month, day;
  char rest;

  return strlen (text) == 10 && sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) == 3
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static int
add (RoundelCli    *cli,
     const Options *options,
     const char    *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autofree char *program = NULL;
  g_autoptr (RoundelJournal) journal =
    roundel_cli_name_program (cli, options->program, &program, &error) ? roundel_cli_open_journal (cli, &error) : NULL;
  g_autofree char *text = journal != NULL ? roundel_cli_read_text (argument, &error) : NULL;
  g_autofree char *id = NULL;
  RoundelCommitment commitment = { .text = text, .due = options->due, .cue = options->cue, .program = program };

  if (text == NULL)
    return roundel_cli_fail (error);
  if (!roundel_journal_put_commitment (journal, &commitment, &id, &error))
    return roundel_cli_fail (error);
  if (options->show && ((notebook = roundel_cli_open_notebook (cli, &error)) == NULL
                        || !roundel_release_commitment (journal, notebook, id, NULL, &error)))
    {
      roundel_journal_delete_commitment (journal, id, NULL);
      return roundel_cli_fail (error);
    }
  if (cli->json)
    roundel_cli_json_id ("commitment", id);
  else if (options->show)
    g_print (_("Promised, and shown to your circle: %s\n"), id);
  else
    g_print (_("Promised, to yourself alone: %s\n"), id);
  return ROUNDEL_CLI_DONE;
}

static double
find_strength (RoundelCli              *cli,
               GPtrArray               *practices,
               const RoundelCommitment *commitment)
{
  return roundel_commitment_strength (commitment, practices, roundel_env_now (cli->env) / G_USEC_PER_SEC);
}

static void
print_json_commitment (JsonBuilder             *json,
                       const RoundelCommitment *commitment,
                       double                   strength)
{
  g_autofree char *made = commitment->made != NULL ? g_date_time_format_iso8601 (commitment->made) : NULL;

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "id", commitment->id);
  roundel_cli_json_text (json, "text", commitment->text);
  roundel_cli_json_text (json, "due", commitment->due);
  roundel_cli_json_text (json, "cue", commitment->cue);
  roundel_cli_json_text (json, "program", commitment->program);
  roundel_cli_json_text (json, "status", commitment->status);
  roundel_cli_json_text (json, "made", made);
  json_builder_set_member_name (json, "strength");
  json_builder_add_double_value (json, strength);
  json_builder_end_object (json);
}

static const char *
status_name (const char *status)
{
  static const char *const names[] = { "open", N_("open"), "kept", N_("kept"), "partly", N_("partly kept"), "let-go", N_("let go") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i += 2)
    if (g_str_equal (names[i], status))
      return _(names[i + 1]);
  return status;
}

static void
print_commitment (const RoundelCommitment *commitment,
                  double                   strength)
{
  g_print ("%s · %s\n  %s", commitment->text, status_name (commitment->status), commitment->id);
  if (commitment->due != NULL)
    g_print (_(" · until %s"), commitment->due);
  if (commitment->cue != NULL)
    g_print (" · %s", commitment->cue);
  if (strength > 0)
    g_print (_(" · strength %.0f %%"), strength * 100);
  g_print ("\n");
}

static int
list (RoundelCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autoptr (GPtrArray) commitments = journal != NULL ? roundel_journal_list_commitments (journal, &error) : NULL;
  g_autoptr (GPtrArray) practices = commitments != NULL ? roundel_journal_list_practices (journal, NULL, &error) : NULL;
  JsonBuilder *json = NULL;

  if (practices == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; i < commitments->len; i++)
    {
      const RoundelCommitment *commitment = commitments->pdata[i];
      double strength = find_strength (cli, practices, commitment);

      if (json != NULL)
        print_json_commitment (json, commitment, strength);
      else
        print_commitment (commitment, strength);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (commitments->len == 0)
    g_print (_("There is no commitment yet. “roundel-cli commitment add” makes one.\n"));
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
  g_autofree char *words = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;

  if (options->due != NULL && !is_date (options->due))
    return roundel_cli_usage (name, _("“%s” is no date: write it as 2027-01-21."), options->due);
  if (options->show && options->program == NULL)
    return roundel_cli_usage (name, "%s", _("Shown to which circle? Name its program with --program."));
  if (g_str_equal (verb, "add") && words != NULL)
    return add (cli, options, words);
  if (g_str_equal (verb, "list") && argc == 2)
    return list (cli);
  return roundel_cli_usage (name, "%s", _("Say what to do: add TEXT, or list."));
}

/**
 * roundel_cli_commitment:
 *
 * The command `commitment`: what one promises oneself, and may show to the circle.
 *
 * Returns: an exit code
 */
int
roundel_cli_commitment (RoundelCli  *cli,
                        const char  *name,
                        int          argc,
                        char       **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_STRING, &options.due, N_("Until when"), N_("DATE") },
    { "cue", 0, 0, G_OPTION_ARG_STRING, &options.cue, N_("At which cue: “when the meeting begins”"), N_("TEXT") },
    { "program", 0, 0, G_OPTION_ARG_STRING, &options.program, N_("The program it is from"), N_("PROGRAM") },
    { "show", 0, 0, G_OPTION_ARG_NONE, &options.show, N_("Show it to your circle; otherwise nobody sees it"), NULL },
    { NULL },
  };

  return roundel_cli_parse (cli, name, entries, &argc, &argv) ? run (cli, name, &options, argc, argv) : ROUNDEL_CLI_USAGE;
}

static int
practise (RoundelCli      *cli,
          RoundelPractice *practice,
          const char      *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_cli_open_journal (cli, &error);
  g_autoptr (RoundelCommitment) commitment = NULL;
  g_autoptr (GPtrArray) practices = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;

  if (journal != NULL)
    commitment = roundel_journal_get_commitment (journal, practice->commitment, &error);
  if (commitment == NULL || (what != NULL && (text = roundel_cli_read_text (what, &error)) == NULL))
    return roundel_cli_fail (error);
  practice->what = text;
  if (!roundel_journal_put_practice (journal, practice, &id, &error)
      || (practices = roundel_journal_list_practices (journal, practice->commitment, &error)) == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "practice", id);
      roundel_cli_json_text (json, "commitment", commitment->id);
      roundel_cli_json_text (json, "result", roundel_practice_result_to_text (practice->result));
      json_builder_set_member_name (json, "strength");
      json_builder_add_double_value (json, find_strength (cli, practices, commitment));
      json_builder_end_object (json);
      roundel_cli_json_print (json);
    }
  else
    g_print (_("Noted. “%s” has a strength of %.0f %% now.\n"), commitment->text,
             find_strength (cli, practices, commitment) * 100);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_practice:
 *
 * The command `practice`: one attempt at a commitment, for its owner alone.
 *
 * Returns: an exit code
 */
int
roundel_cli_practice (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autofree char *result = NULL;
  g_autofree char *what = NULL;
  int confidence = -1;
  RoundelPractice practice = { NULL };
  const GOptionEntry entries[] = {
    { "result", 0, 0, G_OPTION_ARG_STRING, &result, N_("How it went: worked, partly or not-yet"), N_("RESULT") },
    { "confidence", 0, 0, G_OPTION_ARG_INT, &confidence, N_("How sure you feel of it now, from 1 to 5"), N_("1–5") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &what, N_("What happened"), N_("TEXT") },
    { "helper", 0, 0, G_OPTION_ARG_NONE, &practice.helper, N_("It was somebody else’s turn, and you helped"), NULL },
    { NULL },
  };

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which commitment? “roundel-cli commitment list” shows them."));
  if (result == NULL || !roundel_practice_result_from_text (result, &practice.result))
    return roundel_cli_usage (name, "%s", _("How did it go? --result worked, partly or not-yet."));
  if (confidence != -1 && (confidence < 1 || confidence > 5))
    return roundel_cli_usage (name, "%s", _("Confidence goes from 1 to 5."));
  practice.commitment = argv[1];
  practice.confidence = (guint) MAX (confidence, 0);
  return practise (cli, &practice, what);
}
