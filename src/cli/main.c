/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/notebook.h"
#include "store/backups.h"
#include "store/journal/journal.h"

static const RoundelCliCommand commands[] = {
  { "outcomes", N_("[ONE OTHER]"), N_("the ten outcomes, of which a program has one; or two side by side"), roundel_cli_outcomes },
  { "patterns", NULL, N_("rhythms of sessions that are ready to use"), roundel_cli_patterns },
  { "formats", N_("[ID]"), N_("the formats, or one whole"), roundel_cli_formats },
  { "agenda", N_("[SESSION]"), N_("a timed plan for the people present"), roundel_cli_agenda },
  { "rehearse", N_("[SESSION]"), N_("run a plan on a clock of its own, in no time"), roundel_cli_rehearse },
  { "run", N_("[SESSION]"), N_("run a session live, in the terminal"), roundel_cli_run },
  { "held", N_("SESSION"), N_("what a session that took place left"), roundel_cli_held },
  { "design", NULL, N_("make a whole program"), roundel_cli_design, TRUE },
  { "programs", NULL, N_("the programs in the notebook"), roundel_cli_programs },
  { "program", N_("PROGRAM"), N_("one program, whole"), roundel_cli_program },
  { "results", N_("PROGRAM"), N_("what a program should bring about, and how that will be seen"), roundel_cli_results },
  { "evaluation", N_("PROGRAM"), N_("what is evaluated of a program, when and how"), roundel_cli_evaluation },
  { "readiness", N_("PROGRAM"), N_("whether a program can work: the seven reasons"), roundel_cli_readiness },
  { "change", N_("PROGRAM CHANGE…"), N_("a session moves, somebody joins or leaves, a topic is chosen, a question answered, and more"), roundel_cli_change },
  { "template", N_("PROGRAM"), N_("hold a program again, with what was learned from it"), roundel_cli_template },
  { "calendar", N_("PROGRAM"), N_("the sessions of a program as a calendar file"), roundel_cli_calendar },
  { "print", N_("PROGRAM"), N_("a paper of a program as PDF"), roundel_cli_print_paper },
  { "stress", N_("PROGRAM"), N_("a program rehearsed many times, with absences and delays"), roundel_cli_stress },
  { "journal", N_("add TEXT | list | search WORDS | release ENTRY | takeback LESSON | lock | unlock | passphrase | move FOLDER"), N_("what you write for yourself alone"),
    roundel_cli_journal, TRUE },
  { "commitment", N_("add TEXT | list"), N_("what you promise yourself"), roundel_cli_commitment, TRUE },
  { "practice", N_("COMMITMENT"), N_("note one attempt at a commitment"), roundel_cli_practice, TRUE },
  { "lessons", N_("list PROGRAM | me PROGRAM MEMBER | thank LESSON | ask LESSON TEXT"),
    N_("what the circle released, with thanks, questions and answers"), roundel_cli_lessons, TRUE },
  { "partner", N_("list | plan | note [MEETING]"), N_("meetings with your partner, and what each took away"), roundel_cli_partner, TRUE },
  { "export", N_("PROGRAM"), N_("a share file of a program, for others"), roundel_cli_export },
  { "merge", N_("FILE…"), N_("bring share files in"), roundel_cli_merge, TRUE },
  { "sync", N_("PROGRAM FOLDER"), N_("exchange a program through a folder that is kept the same on several computers"),
    roundel_cli_sync, TRUE },
  { "conflicts", N_("[PROGRAM]"), N_("what two people wrote at once"), roundel_cli_conflicts },
  { "resolve", N_("CONFLICT"), N_("keep one of several texts"), roundel_cli_resolve, TRUE },
  { "info", NULL, N_("how much there is in notebook and journal"), roundel_cli_info },
  { "check", N_("FILE"), N_("whether a notebook, journal or share file is sound"), roundel_cli_check },
  { "backup", NULL, N_("private copies of notebook and journal"), roundel_cli_backup },
  { "restore", N_("FILE"), N_("notebook and journal as a backup has them"), roundel_cli_restore },
  { "move-house", N_("out --to FILE | in FILE"), N_("everything in one encrypted file, for another computer"), roundel_cli_move_house },
  { "fill", NULL, N_("invents a notebook and a journal, for rehearsals and benchmarks"), roundel_cli_fill },
};

const RoundelCliCommand *
roundel_cli_find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static char *
list_commands (void)
{
  g_autoptr (GString) text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-12s %s", commands[i].name, _(commands[i].summary));
  g_string_append (text, "\n\n");
  g_string_append (text, _("“roundel-cli COMMAND --help” says more."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A backup that cannot be made is said, and is no reason to write down nothing. */
static void
back_up (RoundelCli *cli)
{
  g_autofree char *notebook = roundel_cli_notebook_path (cli);
  g_autofree char *journal = roundel_journal_path (notebook);
  g_autoptr (GError) error = NULL;

  if (!roundel_backups_make_daily (notebook, journal, cli->env, &error))
    g_printerr (_("roundel-cli: the backup of today could not be made: %s\n"), error->message);
}

int
main (int   argc,
      char *argv[])
{
  RoundelCli cli = { NULL };
  g_autofree char *clock = NULL;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "notebook", 0, 0, G_OPTION_ARG_FILENAME, &cli.notebook, N_("The notebook instead of the default one"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, N_("Print one JSON document"), NULL },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &cli.passphrase_file,
      N_("The file whose first line is the passphrase of what is encrypted"), N_("FILE") },
    { "clock", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &clock, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  const RoundelCliCommand *command;
  int code;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  description = list_commands ();
  g_option_context_set_summary (context, _("Roundel without a screen: programs for peer learning."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* what comes after the command is the command's */
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return roundel_cli_usage (NULL, "%s", error->message);
  if (version)
    {
      g_print ("roundel-cli " PACKAGE_VERSION "\n");
      return ROUNDEL_CLI_DONE;
    }
  if (argc < 2)
    return roundel_cli_usage (NULL, "%s", _("Which command?"));
  command = roundel_cli_find_command (argv[1]);
  if (command == NULL)
    return roundel_cli_usage (NULL, _("There is no command “%s”."), argv[1]);

  cli.env = clock != NULL ? roundel_env_new_for_clock (clock, &error) : roundel_env_new_system ();
  if (cli.env == NULL)
    return roundel_cli_usage (NULL, "%s", error->message);
  argv[1] = g_strdup_printf ("roundel-cli %s", command->name);
  g_set_prgname (argv[1]);
  if (command->writes)
    back_up (&cli);
  code = command->run (&cli, command->name, argc - 1, argv + 1);

  g_free (argv[1]);
  g_clear_pointer (&cli.library, roundel_library_free);
  roundel_env_unref (cli.env);
  g_free (cli.notebook);
  g_free (cli.passphrase_file);
  return code;
}
