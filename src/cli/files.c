/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/files.h"

#include "cli/passphrase.h"
#include "store/secret.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define PATIENCE 5000 /* milliseconds that a command waits for another program to finish writing */
#define MOST_INPUT (1024 * 1024)

/**
 * roundel_cli_open_journal:
 * @cli: what all commands share; a locked journal opens with --passphrase-file
 * @error: return location
 *
 * Returns: (transfer full): the journal beside the notebook, made when it is missing, or %NULL
 */
RoundelJournal *
roundel_cli_open_journal (RoundelCli  *cli,
                          GError     **error)
{
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_autofree char *path = roundel_journal_path (notebook);
  RoundelJournal *journal;
  char *passphrase;

  if (!roundel_cli_read_passphrase (cli->passphrase_file, &passphrase, error))
    return NULL;
  journal = roundel_journal_open_with (path, passphrase, cli->env, PATIENCE, error);
  roundel_secret_free (passphrase);
  return journal;
}

/**
 * roundel_cli_name_program:
 * @cli: what all commands share
 * @words: (nullable): what `--program` says, if it was given
 * @program: (out) (nullable) (transfer full): the id of the program that is meant
 * @error: return location
 *
 * Returns: whether @words name a program, or there are none
 */
gboolean
roundel_cli_name_program (RoundelCli  *cli,
                          const char  *words,
                          char       **program,
                          GError     **error)
{
  g_autoptr (RoundelNotebook) notebook = NULL;

  *program = NULL;
  if (words == NULL)
    return TRUE;
  notebook = roundel_cli_open_notebook (cli, error);
  if (notebook != NULL)
    *program = roundel_cli_find_program (notebook, words, error);
  return *program != NULL;
}

static char *
read_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && text->len <= MOST_INPUT)
    g_string_append_len (text, buffer, (gssize) n);
  if (ferror (stdin))
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("Standard input could not be read: %s."), g_strerror (errno));
  else if (text->len > MOST_INPUT)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("Standard input is longer than a text may be."));
  else if (strlen (text->str) < text->len)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("Standard input is no text."));
  else
    return g_string_free (g_steal_pointer (&text), FALSE);
  return NULL;
}

/**
 * roundel_cli_read_text:
 * @text: an argument; `-` stands for standard input
 * @error: return location
 *
 * Returns: (transfer full): the text without the blanks around it, or %NULL if there is none or it is no UTF-8
 */
char *
roundel_cli_read_text (const char  *text,
                       GError     **error)
{
  g_autofree char *read = g_str_equal (text, "-") ? read_input (error) : g_strdup (text);

  if (read == NULL)
    return NULL;
  if (!g_utf8_validate (read, -1, NULL))
    g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, _("The text is not written in UTF-8."));
  else if (*g_strstrip (read) == '\0')
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("There is no text to write."));
  else
    return g_steal_pointer (&read);
  return NULL;
}

/**
 * roundel_cli_say_kept:
 * @json: (nullable): where a member `kept` is added; %NULL for sentences
 * @kept: (element-type filename): where what was there before is kept
 */
void
roundel_cli_say_kept (JsonBuilder     *json,
                      const GPtrArray *kept)
{
  if (json != NULL)
    {
      json_builder_set_member_name (json, "kept");
      json_builder_begin_array (json);
    }
  for (guint i = 0; i < kept->len; i++)
    if (json != NULL)
      json_builder_add_string_value (json, kept->pdata[i]);
    else
      g_print (_("What was there before is kept as %s.\n"), (const char *) kept->pdata[i]);
  if (json != NULL)
    json_builder_end_array (json);
}
