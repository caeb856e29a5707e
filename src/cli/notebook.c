/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/notebook.h"

#include <glib/gi18n-lib.h>

#include "cli/search.h"
#include "cli/text.h"
#include "content/json.h"

#define WAIT 5000 /* milliseconds for another program that writes */

/**
 * roundel_cli_dup_title:
 * @program: a record of the kind `program`
 *
 * Returns: (transfer full) (nullable): its title, on one line
 */
char *
roundel_cli_dup_title (const RoundelRecord *program)
{
  g_autofree char *title = NULL;
  g_autoptr (RoundelJson) json = roundel_json_new (program->body, -1, program->kind, NULL);

  if (json == NULL)
    return NULL;
  roundel_json_pass_over (json);
  title = roundel_json_text (json, "title");
  return title != NULL ? g_strdelimit (roundel_cli_text_plain (title), "\n", ' ') : NULL;
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
 * @text: the id of a program, its title, or the beginning of its id
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
  RoundelCliSearch search;
  const RoundelRecord *found;
  gboolean several;

  if (programs == NULL)
    return NULL;
  search = roundel_cli_search_begin (text);
  for (guint i = 0; i < programs->len; i++)
    {
      RoundelRecord *program = programs->pdata[i];
      g_autofree char *title = roundel_cli_dup_title (program);

      roundel_cli_search_try (&search, program, program->entity, title);
    }
  found = roundel_cli_search_end (&search, &several);
  if (found != NULL)
    return g_strdup (found->entity);
  if (several)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("“%s” means more than one program. Name it by its id; “roundel-cli programs” lists them."), text);
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("There is no program “%s” in this notebook. “roundel-cli programs” lists them."), text);
  return NULL;
}
