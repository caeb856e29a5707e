/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "paper/papers.h"

/* The words of the papers that a program has, for a message. */
static char *
list_papers (const GPtrArray *papers)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", ((RoundelPaper *) papers->pdata[i])->id);
  return g_string_free (words, FALSE);
}

/**
 * roundel_cli_print_paper:
 *
 * The command `print`: a paper of a program as PDF.
 *
 * Returns: an exit code
 */
int
roundel_cli_print_paper (RoundelCli  *cli,
                         const char  *name,
                         int          argc,
                         char       **argv)
{
  g_autofree char *wanted = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wanted, N_("expectation-letter, ballot, support-letter, talk-sheet or charter"), N_("NAME") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("The PDF file to be written"), N_("FILE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autofree char *id = NULL, *words = NULL, *file = NULL, *said = NULL;
  const RoundelPaper *paper;
  guint n_pages;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 2)
    return roundel_cli_usage (name, "%s", _("Which program? Name one, by its title or id."));
  if (wanted == NULL)
    return roundel_cli_usage (name, "%s", _("Which paper? Name it with --paper."));
  if (path == NULL)
    return roundel_cli_usage (name, "%s", _("Which file? Name it with --to."));
  if ((notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (program = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  papers = roundel_papers_list (program);
  paper = roundel_papers_find (papers, wanted);
  if (paper == NULL)
    {
      words = list_papers (papers);
      g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The program has no paper “%s”. It has: %s."), wanted, words);
      return roundel_cli_fail (error);
    }
  if (!roundel_book_write_pdf ((RoundelBookFunc) roundel_book_add_paper, (gpointer) paper, path, &n_pages, &error))
    return roundel_cli_fail (error);
  file = g_filename_display_name (path);
  said = g_strdup_printf (ngettext ("%u page in %s\n", "%u pages in %s\n", n_pages), n_pages, file);
  return roundel_cli_written (cli, path, said, "pages", n_pages);
}
