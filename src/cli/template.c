/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/notebook.h"
#include "core/again.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "core/schedule.h"
#include "store/programs.h"

static void
print (const RoundelCli     *cli,
       const RoundelProgram *program,
       const GPtrArray      *notes)
{
  JsonBuilder *json;

  if (!cli->json)
    {
      roundel_cli_print ("%s\n%s\n", program->title, program->id);
      for (guint i = 0; i < notes->len; i++)
        roundel_cli_print ("%s\n", (char *) notes->pdata[i]);
      return;
    }
  json = roundel_cli_json_new ();
  json_builder_begin_object (json);
  roundel_cli_json_text (json, "program", program->id);
  roundel_cli_json_text (json, "title", program->title);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    json_builder_add_string_value (json, notes->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/* The local time of the first session: a day takes the time of day that it had. */
static char *
read_start (const RoundelProgram  *program,
            const char            *start,
            GError               **error)
{
  const RoundelSession *first = program->sessions->len > 0 ? program->sessions->pdata[0] : NULL;
  g_autofree char *local = NULL;

  if (start != NULL && strchr (start, 'T') == NULL && first != NULL && first->starts != NULL)
    local = g_strconcat (start, strchr (first->starts, 'T'), NULL);
  else
    local = g_strdup (start);
  if (local == NULL || roundel_local_time_is_valid (local))
    return g_steal_pointer (&local);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
               _("“%s” is no date and time; write it as 2027-01-14T15:00."), start);
  return NULL;
}

/**
 * roundel_cli_template:
 *
 * The command `template`: a program is held again, with what was learned from the time it took (D21).
 *
 * Returns: an exit code
 */
int
roundel_cli_template (RoundelCli  *cli,
                      const char  *name,
                      int          argc,
                      char       **argv)
{
  g_autofree char *title = NULL;
  g_autofree char *start = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_("what the new program is called"), N_("TITLE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, N_("when its first session is"), N_("DATE") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *id = NULL;
  g_autofree char *local = NULL;
  RoundelLibrary *library;
  RoundelFormats formats;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name it by its id or its title."));
  if ((library = roundel_cli_get_library (cli, &error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  if ((local = read_start (program, start, &error)) == NULL && error != NULL)
    return roundel_cli_fail (error);
  if (title == NULL)
    /* Translators: the title of a program that is held once more */
    title = g_strdup_printf (_("%s, again"), program->title != NULL ? program->title : "");
  formats = roundel_library_formats (library);
  notes = roundel_program_make_template (program, title, local, &formats);
  roundel_program_renew_ids (program, cli->env);
  if (!roundel_notebook_add_program (notebook, program, &error) || !roundel_notebook_close (notebook, &error))
    return roundel_cli_fail (error);
  print (cli, program, notes);
  return ROUNDEL_CLI_DONE;
}
