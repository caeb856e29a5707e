/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/notebook.h"
#include "content/outcome.h"
#include "core/readiness.h"
#include "store/programs.h"

static const char *
name_of (RoundelReason reason)
{
  switch (reason)
    {
    case ROUNDEL_REASON_EQUALITY:
      return _("Equality");
    case ROUNDEL_REASON_TOPIC:
      return _("Topic of mutual concern");
    case ROUNDEL_REASON_STRUCTURE:
      return _("Structure");
    case ROUNDEL_REASON_KNOWLEDGE:
      return _("Knowledge");
    case ROUNDEL_REASON_APPLICATION:
      return _("Application");
    case ROUNDEL_REASON_SAFETY:
      return _("Psychological safety");
    case ROUNDEL_REASON_SUPPORT:
      return _("Support and freedom");
    case ROUNDEL_N_REASONS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
word_of (RoundelStatus status)
{
  switch (status)
    {
    case ROUNDEL_STATUS_MET:
      return _("met");
    case ROUNDEL_STATUS_LATER:
      return _("later");
    case ROUNDEL_STATUS_OPEN:
      return _("open");
    case ROUNDEL_STATUS_FAILED:
      return _("failed");
    }
  g_assert_not_reached ();
}

static void
print_json (const GPtrArray *reasons)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < reasons->len; i++)
    {
      const RoundelReadiness *one = reasons->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "reason", roundel_reason_to_string (one->reason));
      roundel_cli_json_text (json, "status", roundel_status_to_string (one->status));
      json_builder_set_member_name (json, "checks");
      json_builder_begin_array (json);
      for (guint k = 0; k < one->checks->len; k++)
        {
          const RoundelCheck *check = one->checks->pdata[k];

          json_builder_begin_object (json);
          roundel_cli_json_text (json, "id", check->id);
          json_builder_set_member_name (json, "ok");
          json_builder_add_boolean_value (json, check->status == ROUNDEL_STATUS_MET);
          roundel_cli_json_text (json, "status", roundel_status_to_string (check->status));
          roundel_cli_json_text (json, "why", check->why);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  roundel_cli_json_print (json);
}

static void
print_text (const GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const RoundelReadiness *one = reasons->pdata[i];

      roundel_cli_print ("%s%s: %s\n", i > 0 ? "\n" : "", name_of (one->reason), word_of (one->status));
      for (guint k = 0; k < one->checks->len; k++)
        {
          const RoundelCheck *check = one->checks->pdata[k];

          roundel_cli_print ("  %-7s %s\n", word_of (check->status), check->why);
        }
    }
}

/**
 * roundel_cli_readiness:
 *
 * The command `readiness`: the seven reasons for which programs fail (D16).
 *
 * Returns: an exit code
 */
int
roundel_cli_readiness (RoundelCli  *cli,
                       const char  *name,
                       int          argc,
                       char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *id = NULL;
  RoundelLibrary *library;
  RoundelFormats formats;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name it by its id or its title."));
  if ((outcomes = roundel_outcomes_load (&error)) == NULL
      || (library = roundel_cli_get_library (cli, &error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  formats = roundel_library_formats (library);
  reasons = roundel_readiness_check (program, roundel_outcomes_find (outcomes, program->outcome), &formats);
  if (cli->json)
    print_json (reasons);
  else
    print_text (reasons);
  return ROUNDEL_CLI_DONE;
}
