/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "content/outcome.h"
#include "core/evaluation-plan.h"
#include "core/id.h"
#include "store/programs.h"

/* Where the options are parsed to. */
typedef struct
{
  char *add;
  char *measure;
  char *baseline;
  char *target;
  char *remove;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->add);
  g_free (options->measure);
  g_free (options->baseline);
  g_free (options->target);
  g_free (options->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_results_json (const RoundelProgram *program)
{
  JsonBuilder *json = roundel_cli_json_new ();

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
  roundel_cli_json_print (json);
}

static void
print_results_text (const RoundelProgram *program)
{
  for (guint i = 0; i < program->results->len; i++)
    {
      const RoundelResult *result = program->results->pdata[i];
      g_autofree char *measure = roundel_result_describe (result);

      roundel_cli_print ("%s\n    %s\n    %s\n", result->text != NULL ? result->text : "", measure, result->id);
    }
}

static gboolean
remove_result (RoundelProgram *program,
               const char     *id)
{
  for (guint i = 0; i < program->results->len; i++)
    if (g_str_equal (((RoundelResult *) program->results->pdata[i])->id, id))
      {
        g_ptr_array_remove_index (program->results, i);
        return TRUE;
      }
  return FALSE;
}

/* Writes what the options ask for. */
static gboolean
change (RoundelCli       *cli,
        RoundelNotebook  *notebook,
        RoundelProgram   *program,
        const Options    *options,
        GError          **error)
{
  g_autoptr (RoundelProgram) before = roundel_notebook_read_program (notebook, program->id, error);

  if (before == NULL)
    return FALSE;
  if (options->remove != NULL && !remove_result (program, options->remove))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The program has no result with the id “%s”. “roundel-cli results” lists them."), options->remove);
      return FALSE;
    }
  if (options->add != NULL)
    {
      g_autofree char *id = roundel_id_new (cli->env);
      RoundelResult *result = roundel_program_add_result (program, id);

      result->text = g_strdup (options->add);
      result->measure = g_strdup (options->measure);
      result->baseline = g_strdup (options->baseline);
      result->target = g_strdup (options->target);
    }
  return roundel_notebook_change_program (notebook, before, program, error);
}

static RoundelProgram *
open_program (RoundelCli       *cli,
              const char       *words,
              RoundelNotebook **notebook,
              GError          **error)
{
  g_autofree char *id = NULL;

  *notebook = roundel_cli_open_notebook (cli, error);
  id = *notebook != NULL ? roundel_cli_find_program (*notebook, words, error) : NULL;
  return id != NULL ? roundel_notebook_read_program (*notebook, id, error) : NULL;
}

/**
 * roundel_cli_results:
 *
 * The command `results`: what a program should bring about, and how that will be seen (D2).
 *
 * Returns: an exit code
 */
int
roundel_cli_results (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &options.add, N_("Another result that is wanted"), N_("TEXT") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure, N_("How it will be seen"), N_("TEXT") },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &options.baseline, N_("What it is now"), N_("TEXT") },
    { "target", 0, 0, G_OPTION_ARG_STRING, &options.target, N_("What it should be"), N_("TEXT") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options.remove, N_("The id of a result that is not wanted any more"), N_("ID") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Name one program."));
  if (options.add == NULL && (options.measure != NULL || options.baseline != NULL || options.target != NULL))
    return roundel_cli_usage (name, "%s", _("Say with --add which result the measure is for."));
  program = open_program (cli, argv[1], &notebook, &error);
  if (program == NULL)
    return roundel_cli_fail (error);
  if ((options.add != NULL || options.remove != NULL) && !change (cli, notebook, program, &options, &error))
    return roundel_cli_fail (error);
  if (!roundel_notebook_close (notebook, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    print_results_json (program);
  else
    print_results_text (program);
  return ROUNDEL_CLI_DONE;
}

static void
print_evaluation_json (const RoundelEvaluationPlan *plan)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_text (json, "half", plan->half != NULL ? plan->half->id : NULL);
  roundel_cli_json_text (json, "last", plan->last != NULL ? plan->last->id : NULL);
  roundel_cli_json_text (json, "later", plan->later);
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const RoundelEvaluationItem *item = plan->items->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", item->check);
      roundel_cli_json_text (json, "what", item->what);
      roundel_cli_json_text (json, "when", item->when);
      roundel_cli_json_text (json, "how", item->how);
      roundel_cli_json_text (json, "owner", item->owner);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/**
 * roundel_cli_evaluation:
 *
 * The command `evaluation`: the five things that are evaluated of a program, when and how (E1).
 *
 * Returns: an exit code
 */
int
roundel_cli_evaluation (RoundelCli  *cli,
                        const char  *name,
                        int          argc,
                        char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (RoundelEvaluationPlan) plan = NULL;
  const RoundelOutcome *outcome;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Name one program."));
  program = open_program (cli, argv[1], &notebook, &error);
  outcomes = program != NULL ? roundel_outcomes_load (&error) : NULL;
  if (outcomes == NULL || !roundel_notebook_close (notebook, &error))
    return roundel_cli_fail (error);
  outcome = roundel_outcomes_find (outcomes, program->outcome);
  if (outcome == NULL)
    {
      g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("“%s” has no outcome that is known here, so that nothing can be suggested."), argv[1]);
      return roundel_cli_fail (error);
    }
  plan = roundel_evaluation_plan_new (program, outcome);
  if (cli->json)
    {
      print_evaluation_json (plan);
      return ROUNDEL_CLI_DONE;
    }
  for (guint i = 0; i < plan->items->len; i++)
    {
      const RoundelEvaluationItem *item = plan->items->pdata[i];

      roundel_cli_print ("%s\n    %s\n    %s\n", item->what, item->when, item->how);
    }
  if (plan->later != NULL)
    roundel_cli_print ("%s\n", plan->later);
  return ROUNDEL_CLI_DONE;
}
