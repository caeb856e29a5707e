/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/notebook.h"
#include "core/stress.h"
#include "store/programs.h"

#define MOST_RUNS 100000

static void
print_json (const RoundelProgram *program,
            const RoundelStress  *stress,
            const GPtrArray      *lines)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  roundel_cli_json_int (json, "runs", stress->runs);
  roundel_cli_json_int (json, "held", stress->held);
  roundel_cli_json_int (json, "on-time", stress->on_time);
  json_builder_set_member_name (json, "sessions");
  json_builder_begin_array (json);
  for (guint i = 0; i < stress->sessions->len; i++)
    {
      const RoundelStressSession *one = &g_array_index (stress->sessions, RoundelStressSession, i);

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "session", ((RoundelSession *) program->sessions->pdata[one->session])->id);
      roundel_cli_json_int (json, "held", one->held);
      roundel_cli_json_int (json, "on-time", one->on_time);
      roundel_cli_json_int (json, "late", one->late);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "members");
  json_builder_begin_array (json);
  for (guint i = 0; stress->has_cases && i < stress->members->len; i++)
    {
      const RoundelStressMember *one = &g_array_index (stress->members, RoundelStressMember, i);

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "member", ((RoundelMember *) program->members->pdata[one->member])->id);
      roundel_cli_json_int (json, "without", one->without);
      roundel_cli_json_int (json, "first", one->first);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    json_builder_add_string_value (json, lines->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/**
 * roundel_cli_stress:
 *
 * The command `stress`: a program rehearsed many times with absences and delays.
 *
 * Returns: an exit code
 */
int
roundel_cli_stress (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  int runs = 1000, seed = 1;
  const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, N_("how often it is rehearsed, 1000 by itself"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_("another seed draws other absences and delays"), N_("N") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (RoundelStress) stress = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *id = NULL;
  RoundelLibrary *library;
  RoundelFormats formats;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name it by its id or its title."));
  if (runs < 1 || runs > MOST_RUNS)
    return roundel_cli_usage (name, _("--runs is a number from 1 to %d."), MOST_RUNS);
  if ((library = roundel_cli_get_library (cli, &error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  formats = roundel_library_formats (library);
  stress = roundel_program_stress (program, &formats, (guint) runs, (guint32) seed, NULL);
  lines = roundel_stress_describe (stress);
  if (cli->json)
    {
      print_json (program, stress, lines);
      return ROUNDEL_CLI_DONE;
    }
  for (guint i = 0; i < lines->len; i++)
    roundel_cli_print ("%s\n", (char *) lines->pdata[i]);
  return ROUNDEL_CLI_DONE;
}
