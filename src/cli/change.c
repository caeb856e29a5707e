/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/find.h"
#include "cli/notebook.h"
#include "content/outcome.h"
#include "core/again.h"
#include "core/id.h"
#include "core/life.h"
#include "core/schedule.h"
#include "store/programs.h"

typedef struct
{
  RoundelCli *cli;
  const char *name;
  RoundelProgram *program;
  const RoundelOutcome *outcome;
  gboolean later;
  const char *circle;
} Change;

/* NULL with the usage shown or an error set. */
typedef GPtrArray *(*ChangeFunc) (Change  *change,
                                  char   **words,
                                  GError **error);

static RoundelMember *
find_member (Change      *change,
             const char  *text,
             GError     **error)
{
  guint index;

  return roundel_cli_find_member (change->program, text, &index, error) ? change->program->members->pdata[index] : NULL;
}

/* The circle that was named by its name or id; the only one if none was. */
static RoundelCircle *
find_circle (Change      *change,
             const char  *text,
             GError     **error)
{
  const GPtrArray *circles = change->program->circles;

  if (text == NULL && circles->len == 1)
    return circles->pdata[0];
  for (guint i = 0; text != NULL && i < circles->len; i++)
    {
      RoundelCircle *circle = circles->pdata[i];

      if (g_str_has_prefix (circle->id, text) || g_strcmp0 (circle->name, text) == 0)
        return circle;
    }
  if (text == NULL)
    g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                         _("Which circle? Name it with --circle; “roundel-cli program” lists them."));
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("The program has no circle “%s”. “roundel-cli program” lists them."), text);
  return NULL;
}

static gboolean
is_seated (Change               *change,
           const RoundelMember  *member,
           GError              **error)
{
  for (guint i = 0; i < change->program->circles->len; i++)
    if (g_strv_contains ((const char * const *) ((RoundelCircle *) change->program->circles->pdata[i])->members, member->id))
      return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("%s is in no circle of the program."),
               member->name != NULL ? member->name : member->id);
  return FALSE;
}

static GPtrArray *
move (Change  *change,
      char   **words,
      GError **error)
{
  g_autofree char *starts = g_strdup (words[1]);
  const RoundelSession *session = NULL;
  guint n = 0;

  for (guint i = 0; i < change->program->sessions->len; i++)
    {
      const RoundelSession *one = change->program->sessions->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", one->number);

      if (!g_str_has_prefix (one->id, words[0]) && (change->program->circles->len > 1 || !g_str_equal (number, words[0])))
        continue;
      session = one;
      n++;
    }
  if (n != 1)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The program has no session “%s”, or more than one; name it by its id."), words[0]);
      return NULL;
    }
  if (strlen (starts) == strlen ("2027-02-18") && session->starts != NULL)
    {
      g_free (starts);
      starts = g_strconcat (words[1], session->starts + strlen ("2027-02-18"), NULL);
    }
  if (!roundel_local_time_is_valid (starts))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                   _("“%s” is no date and time; write it as 2027-01-14T15:00."), words[1]);
      return NULL;
    }
  return roundel_program_move_session (change->program, session->id, starts, change->later);
}

static GPtrArray *
join (Change  *change,
      char   **words,
      GError **error)
{
  RoundelCircle *circle = find_circle (change, change->circle, error);
  g_autofree char *id = roundel_id_new (change->cli->env);
  g_autoptr (RoundelMember) member = roundel_member_new (id, words[0]);

  return circle != NULL ? roundel_program_join (change->program, member, circle->id, change->outcome) : NULL;
}

static GPtrArray *
leave (Change  *change,
       char   **words,
       GError **error)
{
  const RoundelMember *member = find_member (change, words[0], error);

  if (member == NULL || !is_seated (change, member, error))
    return NULL;
  return roundel_program_leave (change->program, member->id, change->outcome);
}

static GPtrArray *
change_circle (Change  *change,
               char   **words,
               GError **error)
{
  const RoundelMember *member = find_member (change, words[0], error);
  const RoundelCircle *circle = member != NULL ? find_circle (change, words[1], error) : NULL;

  if (circle == NULL || !is_seated (change, member, error))
    return NULL;
  if (g_strv_contains ((const char * const *) circle->members, member->id))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("%s is in that circle already."), words[0]);
      return NULL;
    }
  return roundel_program_change_circle (change->program, member->id, circle->id, change->outcome);
}

static GPtrArray *
name_member (Change  *change,
             char   **words,
             GError **error)
{
  const RoundelMember *member = find_member (change, words[0], error);

  return member != NULL ? roundel_program_name_member (change->program, member->id, words[1], change->outcome) : NULL;
}

static GPtrArray *
set_facilitator (Change  *change,
                 char   **words,
                 GError **error)
{
  const RoundelCircle *circle = find_circle (change, change->circle, error);

  if (circle == NULL)
    return NULL;
  return roundel_program_set_facilitator (change->program, circle->id, g_str_equal (words[0], "-") ? NULL : words[0]);
}

static GPtrArray *
carry_on (Change  *change,
          char   **words,
          GError **error)
{
  const RoundelCircle *circle = find_circle (change, change->circle, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  gboolean meets = FALSE;

  for (guint i = 0; i < ROUNDEL_CARRY_ON_SESSIONS; i++)
    {
      g_autofree char *id = roundel_id_new (change->cli->env);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  for (guint i = 0; circle != NULL && i < change->program->sessions->len; i++)
    meets = meets || g_strcmp0 (((RoundelSession *) change->program->sessions->pdata[i])->circle, circle->id) == 0;
  if (circle != NULL && !meets)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("The circle has no session to carry on from."));
  return meets ? roundel_program_carry_on (change->program, circle->id, (const char *const *) ids) : NULL;
}

static GPtrArray *
archive (Change  *change,
         char   **words,
         GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (change->cli->env) / G_USEC_PER_SEC);

  g_free (change->program->archived);
  change->program->archived = g_date_time_format (now, "%Y-%m-%d");
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
unarchive (Change  *change,
           char   **words,
           GError **error)
{
  g_clear_pointer (&change->program->archived, g_free);
  return g_ptr_array_new_with_free_func (g_free);
}

static const struct
{
  const char *verb;
  guint n_words;
  ChangeFunc func;
} changes[] = {
  { "move", 2, move },
  { "join", 1, join },
  { "leave", 1, leave },
  { "circle", 2, change_circle },
  { "name", 2, name_member },
  { "facilitator", 1, set_facilitator },
  { "carry-on", 0, carry_on },
  { "archive", 0, archive },
  { "unarchive", 0, unarchive },
};

static int
find_change (char **argv,
             int    argc)
{
  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (changes[i].verb, argv[2]) && (guint) argc == changes[i].n_words + 3)
      return (int) i;
  return -1;
}

static void
print_notes (const RoundelCli *cli,
             const GPtrArray  *notes,
             gboolean          done)
{
  JsonBuilder *json;

  if (!cli->json)
    {
      for (guint i = 0; i < notes->len; i++)
        roundel_cli_print ("%s\n", (char *) notes->pdata[i]);
      if (!done)
        roundel_cli_print (_("Nothing was changed yet; leave --dry-run out to do it.\n"));
      return;
    }
  json = roundel_cli_json_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "done");
  json_builder_add_boolean_value (json, done);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    json_builder_add_string_value (json, notes->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

/**
 * roundel_cli_change:
 *
 * The command `change`: what happens to a program while it runs (D19).
 *
 * Returns: an exit code
 */
int
roundel_cli_change (RoundelCli  *cli,
                    const char  *name,
                    int          argc,
                    char       **argv)
{
  gboolean later = FALSE, dry_run = FALSE;
  g_autofree char *circle = NULL;
  const GOptionEntry entries[] = {
    { "later", 0, 0, G_OPTION_ARG_NONE, &later, N_("move: all later sessions of the circle move along"), NULL },
    { "circle", 0, 0, G_OPTION_ARG_STRING, &circle, N_("join, facilitator, carry-on: which circle"), N_("CIRCLE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("only say what would follow"), NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (RoundelProgram) before = NULL;
  g_autoptr (RoundelProgram) after = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *id = NULL;
  Change change;
  int which;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  which = find_change (argv, argc);
  if (which < 0)
    return roundel_cli_usage (name, "%s", _("Say what changes: move SESSION START, join NAME, leave MEMBER, circle MEMBER CIRCLE, "
                                            "name MEMBER NAME, facilitator NAME (“-” for nobody), carry-on, archive, or unarchive."));
  if ((outcomes = roundel_outcomes_load (&error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (before = roundel_notebook_read_program (notebook, id, &error)) == NULL
      || (after = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  change = (Change) { cli, name, after, roundel_outcomes_find (outcomes, after->outcome), later, circle };
  notes = changes[which].func (&change, argv + 3, &error);
  if (notes == NULL)
    return roundel_cli_fail (error);
  if (!dry_run && (!roundel_notebook_change_program (notebook, before, after, &error)
                   || !roundel_notebook_close (notebook, &error)))
    return roundel_cli_fail (error);
  print_notes (cli, notes, !dry_run);
  return ROUNDEL_CLI_DONE;
}
