/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/notebook.h"

#include <glib/gi18n-lib.h>

#include "content/json.h"
#include "content/program-json.h"

#define WAIT 5000 /* milliseconds for another program that writes */

typedef enum
{
  MATCH_ID,
  MATCH_TITLE,
  MATCH_PREFIX,
} Match;

static gboolean
matches (const RoundelRecord *program,
         const char          *text,
         Match                match)
{
  g_autoptr (RoundelJson) json = NULL;
  g_autofree char *title = NULL, *folded = NULL, *wanted = NULL;

  if (match == MATCH_ID)
    return g_str_equal (program->entity, text);
  if (match == MATCH_PREFIX)
    return g_str_has_prefix (program->entity, text);
  json = roundel_json_new (program->body, -1, program->kind, NULL);
  if (json == NULL)
    return FALSE;
  roundel_json_pass_over (json);
  title = roundel_json_text (json, "title");
  if (title == NULL)
    return FALSE;
  folded = g_utf8_casefold (title, -1);
  wanted = g_utf8_casefold (text, -1);
  return g_str_equal (folded, wanted);
}

/**
 * roundel_cli_notebook_path:
 * @cli: what all commands share
 *
 * Returns: (transfer full): the notebook that was named, or the user's own
 */
char *
roundel_cli_notebook_path (RoundelCli *cli)
{
  if (cli->notebook != NULL)
    return g_strdup (cli->notebook);
  return g_build_filename (g_get_user_data_dir (), "roundel", "notebook.db", NULL);
}

/**
 * roundel_cli_open_notebook:
 * @cli: what all commands share
 * @error: return location, with the codes of #RoundelStoreError
 *
 * Opens the notebook that was named, or the user's own; it is made when missing. A write waits while another program
 * writes, for five seconds.
 *
 * Returns: (transfer full): the notebook, or %NULL
 */
RoundelNotebook *
roundel_cli_open_notebook (RoundelCli  *cli,
                           GError     **error)
{
  g_autofree char *path = roundel_cli_notebook_path (cli);

  return roundel_notebook_open (path, cli->env, WAIT, error);
}

/**
 * roundel_cli_find_program:
 * @notebook: a notebook
 * @text: the id of a program, the beginning of one id only, or the title of one program only
 * @error: return location, with %ROUNDEL_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the id of the program that is meant, or %NULL
 */
char *
roundel_cli_find_program (RoundelNotebook  *notebook,
                          const char       *text,
                          GError          **error)
{
  g_autoptr (GPtrArray) programs = roundel_notebook_list_kind (notebook, "program", error);

  if (programs == NULL)
    return NULL;
  for (Match match = MATCH_ID; match <= MATCH_PREFIX && *text != '\0'; match++)
    {
      const RoundelRecord *found = NULL;

      for (guint i = 0; i < programs->len; i++)
        {
          const RoundelRecord *program = programs->pdata[i];

          if (!matches (program, text, match))
            continue;
          if (found != NULL)
            {
              g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                           _("“%s” means more than one program: %s and %s. Name the one by its id."), text,
                           found->entity, program->entity);
              return NULL;
            }
          found = program;
        }
      if (found != NULL)
        return g_strdup (found->entity);
    }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("There is no program “%s” in this notebook. “roundel-cli programs” lists them."), text);
  return NULL;
}

/**
 * roundel_cli_read_program:
 * @notebook: a notebook
 * @id: id of a program
 * @error: return location, with the codes of #RoundelStoreError
 *
 * Returns: (transfer full): the program as it stands; with no more than its id when nothing of it is here
 */
RoundelProgram *
roundel_cli_read_program (RoundelNotebook  *notebook,
                          const char       *id,
                          GError          **error)
{
  g_autoptr (GPtrArray) records = roundel_notebook_list (notebook, id, error);
  g_autofree RoundelProgramRecord *read = NULL;

  if (records == NULL)
    return NULL;
  read = g_new0 (RoundelProgramRecord, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      read[i] = (RoundelProgramRecord) { record->kind, record->reg, record->entity, record->circle, record->body };
    }
  return roundel_program_read (id, read, records->len);
}
