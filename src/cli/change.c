/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/change.h"
#include "cli/find.h"
#include "cli/notebook.h"
#include "content/outcome.h"
#include "core/again.h"
#include "core/id.h"
#include "core/life.h"
#include "core/split.h"
#include "core/schedule.h"
#include "store/programs.h"

RoundelMember *
roundel_cli_change_find_member (RoundelCliChange  *change,
                                const char        *text,
                                GError           **error)
{
  guint index;

  return roundel_cli_find_member (change->program, text, &index, error) ? change->program->members->pdata[index] : NULL;
}

/* The circle that was named by its name or id; the only one if none was. */
RoundelCircle *
roundel_cli_change_find_circle (RoundelCliChange  *change,
                                const char        *text,
                                GError           **error)
{
  const GPtrArray *circles = change->program->circles;

  if (text == NULL && circles->len == 1)
    return circles->pdata[0];
  if (text != NULL)
    return roundel_cli_find_circle (change->program, text, error);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                       _("Which circle? Name it with --circle; “roundel-cli program” lists them."));
  return NULL;
}

static gboolean
is_seated (RoundelCliChange     *change,
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

RoundelSession *
roundel_cli_change_find_session (RoundelCliChange  *change,
                                 const char        *text,
                                 GError           **error)
{
  RoundelSession *session = NULL;
  guint n = 0;

  for (guint i = 0; i < change->program->sessions->len; i++)
    {
      RoundelSession *one = change->program->sessions->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", one->number);

      if (!g_str_has_prefix (one->id, text) && (change->program->circles->len > 1 || !g_str_equal (number, text)))
        continue;
      session = one;
      n++;
    }
  if (n == 1)
    return session;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("The program has no session “%s”, or more than one; name it by its id."), text);
  return NULL;
}

static GPtrArray *
move (RoundelCliChange  *change,
      char             **words,
      GError           **error)
{
  g_autofree char *starts = g_strdup (words[1]);
  const RoundelSession *session = roundel_cli_change_find_session (change, words[0], error);

  if (session == NULL)
    return NULL;
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
join (RoundelCliChange  *change,
      char             **words,
      GError           **error)
{
  RoundelCircle *circle = roundel_cli_change_find_circle (change, change->circle, error);
  g_autofree char *id = roundel_id_new (change->cli->env);
  g_autoptr (RoundelMember) member = roundel_member_new (id, words[0]);

  return circle != NULL ? roundel_program_join (change->program, member, circle->id, change->outcome) : NULL;
}

static GPtrArray *
leave (RoundelCliChange  *change,
       char             **words,
       GError           **error)
{
  const RoundelMember *member = roundel_cli_change_find_member (change, words[0], error);

  if (member == NULL || !is_seated (change, member, error))
    return NULL;
  return roundel_program_leave (change->program, member->id, change->outcome);
}

static GPtrArray *
change_circle (RoundelCliChange  *change,
               char             **words,
               GError           **error)
{
  const RoundelMember *member = roundel_cli_change_find_member (change, words[0], error);
  const RoundelCircle *circle = member != NULL ? roundel_cli_change_find_circle (change, words[1], error) : NULL;

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
split_circle (RoundelCliChange  *change,
              char             **words,
              GError           **error)
{
  const RoundelCircle *circle = roundel_cli_change_find_circle (change, change->circle, error);

  if (circle == NULL)
    return NULL;
  return roundel_program_split_circle (change->program, circle->id, change->cli->env, change->outcome, 1, error);
}

static GPtrArray *
name_member (RoundelCliChange  *change,
             char             **words,
             GError           **error)
{
  const RoundelMember *member = roundel_cli_change_find_member (change, words[0], error);

  return member != NULL ? roundel_program_name_member (change->program, member->id, words[1], change->outcome) : NULL;
}

static GPtrArray *
set_facilitator (RoundelCliChange  *change,
                 char             **words,
                 GError           **error)
{
  const RoundelCircle *circle = roundel_cli_change_find_circle (change, change->circle, error);

  if (circle == NULL)
    return NULL;
  return roundel_program_set_facilitator (change->program, circle->id, g_str_equal (words[0], "-") ? NULL : words[0]);
}

static GPtrArray *
carry_on (RoundelCliChange  *change,
          char             **words,
          GError           **error)
{
  const RoundelCircle *circle = roundel_cli_change_find_circle (change, change->circle, error);
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
archive (RoundelCliChange  *change,
         char             **words,
         GError           **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (change->cli->env) / G_USEC_PER_SEC);

  g_free (change->program->archived);
  change->program->archived = g_date_time_format (now, "%Y-%m-%d");
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
unarchive (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  g_clear_pointer (&change->program->archived, g_free);
  return g_ptr_array_new_with_free_func (g_free);
}

static const RoundelCliChangeVerb events[] = {
  { "move", N_("SESSION START"), move },
  { "join", N_("NAME"), join },
  { "leave", N_("MEMBER"), leave },
  { "circle", N_("MEMBER CIRCLE"), change_circle },
  { "split", "", split_circle },
  { "name", N_("MEMBER NAME"), name_member },
  { "facilitator", N_("NAME"), set_facilitator },
  { "carry-on", "", carry_on },
  { "archive", "", archive },
  { "unarchive", "", unarchive },
};

static guint
count_words (const RoundelCliChangeVerb *verb)
{
  g_auto (GStrv) words = g_strsplit (verb->words, " ", -1);

  return *verb->words != '\0' ? g_strv_length (words) : 0;
}

static const RoundelCliChangeVerb *
find_verb (char **argv,
           int    argc)
{
  guint n_agreements;
  const RoundelCliChangeVerb *agreements = roundel_cli_change_agreements (&n_agreements);

  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (events) + n_agreements; i++)
    {
      const RoundelCliChangeVerb *verb = i < G_N_ELEMENTS (events) ? &events[i] : &agreements[i - G_N_ELEMENTS (events)];

      if (g_str_equal (verb->verb, argv[2]) && (guint) argc == count_words (verb) + 3)
        return verb;
    }
  return NULL;
}

static char *
list_verbs (void)
{
  guint n_agreements;
  const RoundelCliChangeVerb *agreements = roundel_cli_change_agreements (&n_agreements);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (events) + n_agreements; i++)
    {
      const RoundelCliChangeVerb *verb = i < G_N_ELEMENTS (events) ? &events[i] : &agreements[i - G_N_ELEMENTS (events)];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", verb->verb, *verb->words != '\0' ? " " : "",
                              *verb->words != '\0' ? _(verb->words) : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_day (const char *text)
{
  g_autofree char *local = g_strconcat (text, "T00:00", NULL);

  return roundel_local_time_is_valid (local);
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
  g_autofree char *by = NULL;
  g_autofree char *on = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *list = NULL;
  const GOptionEntry entries[] = {
    { "later", 0, 0, G_OPTION_ARG_NONE, &later, N_("move: all later sessions of the circle move along"), NULL },
    { "circle", 0, 0, G_OPTION_ARG_STRING, &circle, N_("join, facilitator, carry-on, pair: which circle"), N_("CIRCLE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_("topic-card, vote: whose it is; without it, on paper"), N_("MEMBER") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("event, decision, answer: the day of it, or until when"), N_("DATE") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, N_("answer: who sees to it"), N_("NAME") },
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
  RoundelCliChange change;
  const RoundelCliChangeVerb *verb;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  verb = find_verb (argv, argc);
  list = list_verbs ();
  if (verb == NULL)
    return roundel_cli_usage (name, _("Say what changes: %s (“-” for nobody, or for nothing)."), list);
  if (on != NULL && !is_day (on))
    return roundel_cli_usage (name, _("“%s” is no day; write it as 2027-01-14."), on);
  if ((outcomes = roundel_outcomes_load (&error)) == NULL
      || (notebook = roundel_cli_open_notebook (cli, &error)) == NULL
      || (id = roundel_cli_find_program (notebook, argv[1], &error)) == NULL
      || (before = roundel_notebook_read_program (notebook, id, &error)) == NULL
      || (after = roundel_notebook_read_program (notebook, id, &error)) == NULL)
    return roundel_cli_fail (error);
  change = (RoundelCliChange) { cli, name, after, roundel_outcomes_find (outcomes, after->outcome), later, circle, by, on, owner };
  notes = verb->func (&change, argv + 3, &error);
  if (notes == NULL)
    return roundel_cli_fail (error);
  if (!dry_run && (!roundel_notebook_change_program (notebook, before, after, &error)
                   || !roundel_notebook_close (notebook, &error)))
    return roundel_cli_fail (error);
  print_notes (cli, notes, !dry_run);
  return ROUNDEL_CLI_DONE;
}
