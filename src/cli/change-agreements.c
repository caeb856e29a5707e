/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/change.h"
#include "core/agreement.h"
#include "core/ballot.h"
#include "core/committee.h"
#include "core/id.h"
#include "core/pair-again.h"
#include "core/schedule.h"
#include "store/error.h"

/* What people agree on around a program: its topic, who is around it, answers, partners. */

static GPtrArray *
notes_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
replace (char       **text,
         const char  *by)
{
  g_free (*text);
  *text = g_str_equal (by, "-") ? NULL : g_strdup (by);
}

static GPtrArray *
set_topic (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  replace (&change->program->topic, words[0]);
  return notes_new ();
}

static GPtrArray *
set_reality (RoundelCliChange  *change,
             char             **words,
             GError           **error)
{
  replace (&change->program->reality, words[0]);
  return notes_new ();
}

static GPtrArray *
set_event (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  replace (&change->program->event, words[0]);
  g_free (change->program->event_on);
  change->program->event_on = change->program->event != NULL ? g_strdup (change->on) : NULL;
  return notes_new ();
}

static GPtrArray *
set_informal (RoundelCliChange  *change,
              char             **words,
              GError           **error)
{
  change->program->informal = TRUE;
  return notes_new ();
}

static GPtrArray *
set_formal (RoundelCliChange  *change,
            char             **words,
            GError           **error)
{
  change->program->informal = FALSE;
  return notes_new ();
}

static GPtrArray *
set_place (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  RoundelSession *session = roundel_cli_change_find_session (change, words[0], error);

  if (session == NULL)
    return NULL;
  replace (&session->place, words[1]);
  return notes_new ();
}

static GPtrArray *
set_mode (RoundelCliChange  *change,
          char             **words,
          GError           **error)
{
  RoundelSession *session = roundel_cli_change_find_session (change, words[0], error);
  g_auto (GStrv) modes = g_strsplit (ROUNDEL_MODE_WORDS, " ", -1);

  if (session == NULL)
    return NULL;
  for (guint i = 0; modes[i] != NULL; i++)
    if (g_str_equal (modes[i], words[1]))
      {
        session->mode = i;
        return notes_new ();
      }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("“%s” is no mode; take one of: %s."), words[1],
               ROUNDEL_MODE_WORDS);
  return NULL;
}

static GPtrArray *
set_heard (RoundelCliChange  *change,
           const char        *session,
           gboolean           unheard,
           GError           **error)
{
  RoundelSession *found = roundel_cli_change_find_session (change, session, error);

  if (found == NULL)
    return NULL;
  found->unheard = unheard;
  return notes_new ();
}

static GPtrArray *
set_unheard (RoundelCliChange  *change,
             char             **words,
             GError           **error)
{
  return set_heard (change, words[0], TRUE, error);
}

static GPtrArray *
set_overheard (RoundelCliChange  *change,
               char             **words,
               GError           **error)
{
  return set_heard (change, words[0], FALSE, error);
}

static GPtrArray *
add_topic (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  const RoundelMember *by = change->by != NULL ? roundel_cli_change_find_member (change, change->by, error) : NULL;
  g_autofree char *id = roundel_id_new (change->cli->env);
  RoundelTopic *topic;

  if (change->by != NULL && by == NULL)
    return NULL;
  topic = roundel_topic_new (id, words[0]);
  topic->by = by != NULL ? g_strdup (by->id) : NULL;
  g_ptr_array_add (change->program->topics, topic);
  return notes_new ();
}

static const char *
find_topic (RoundelCliChange  *change,
            const char        *text,
            GError           **error)
{
  g_autofree char *folded = roundel_fold (text);

  for (guint i = 0; i < change->program->topics->len; i++)
    {
      const RoundelTopic *topic = change->program->topics->pdata[i];
      g_autofree char *other = roundel_fold (topic->text);

      if (g_str_equal (topic->id, text) || g_strcmp0 (folded, other) == 0)
        return topic->id;
    }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("The program has no topic card “%s”. “roundel-cli --json program” lists them."), text);
  return NULL;
}

static GPtrArray *
vote (RoundelCliChange  *change,
      char             **words,
      GError           **error)
{
  const RoundelMember *by = change->by != NULL ? roundel_cli_change_find_member (change, change->by, error) : NULL;
  g_auto (GStrv) texts = g_strsplit (words[0], ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) topics = NULL;
  g_autofree char *id = roundel_id_new (change->cli->env);
  GPtrArray *notes;

  if (change->by != NULL && by == NULL)
    return NULL;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *topic = find_topic (change, g_strstrip (texts[i]), error);

      if (topic == NULL)
        return NULL;
      g_strv_builder_add (builder, topic);
    }
  topics = g_strv_builder_end (builder);
  roundel_program_vote (change->program, id, by != NULL ? by->id : NULL, (const char *const *) topics);
  notes = notes_new ();
  for (guint i = 0; i < change->program->topics->len; i++)
    {
      const RoundelTopic *topic = change->program->topics->pdata[i];

      g_ptr_array_add (notes, g_strdup_printf ("%s: %u", topic->text, roundel_program_count_votes (change->program, topic)));
    }
  return notes;
}

static GPtrArray *
say_yes (RoundelCliChange  *change,
         char             **words,
         GError           **error)
{
  const RoundelMember *member = roundel_cli_change_find_member (change, words[0], error);
  g_autofree char *id = roundel_id_new (change->cli->env);

  if (member == NULL)
    return NULL;
  if (change->program->topic == NULL)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("The program has no topic yet to say yes to."));
      return NULL;
    }
  roundel_program_say_yes (change->program, id, member->id, TRUE);
  return notes_new ();
}

static GPtrArray *
add_person (RoundelCliChange *change,
            const char       *name,
            const char       *role)
{
  RoundelMember *member = NULL;
  guint index;
  g_autofree char *id = roundel_id_new (change->cli->env);
  GPtrArray *notes = notes_new ();
  char *why;

  for (index = 0; index < change->program->members->len && member == NULL; index++)
    if (g_strcmp0 (((RoundelMember *) change->program->members->pdata[index])->name, name) == 0)
      member = change->program->members->pdata[index];
  g_ptr_array_add (change->program->people, roundel_person_new (id, member != NULL ? member->id : name, role));
  why = g_str_equal (role, ROUNDEL_PERSON_HUMAN_RESOURCES) ? NULL : roundel_program_check_person (change->program, name);
  if (why != NULL)
    g_ptr_array_add (notes, why);
  return notes;
}

static GPtrArray *
add_to_committee (RoundelCliChange  *change,
                  char             **words,
                  GError           **error)
{
  return add_person (change, words[0], ROUNDEL_PERSON_COMMITTEE);
}

static GPtrArray *
add_guest (RoundelCliChange  *change,
           char             **words,
           GError           **error)
{
  return add_person (change, words[0], ROUNDEL_PERSON_GUEST);
}

static GPtrArray *
add_human_resources (RoundelCliChange  *change,
                     char             **words,
                     GError           **error)
{
  return add_person (change, words[0], ROUNDEL_PERSON_HUMAN_RESOURCES);
}

static GPtrArray *
remove_person (RoundelCliChange  *change,
               char             **words,
               GError           **error)
{
  for (guint i = 0; i < change->program->people->len; i++)
    {
      g_autofree char *name = roundel_program_dup_person_name (change->program,
                                                               ((RoundelPerson *) change->program->people->pdata[i])->name);

      if (g_strcmp0 (name, words[0]) != 0)
        continue;
      g_ptr_array_remove_index (change->program->people, i);
      return notes_new ();
    }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("“%s” is not around the program."), words[0]);
  return NULL;
}

static GPtrArray *
add_decision (RoundelCliChange  *change,
              char             **words,
              GError           **error)
{
  g_autofree char *id = roundel_id_new (change->cli->env);

  g_ptr_array_add (change->program->decisions, roundel_decision_new (id, change->on, words[0]));
  return notes_new ();
}

static GPtrArray *
answer (RoundelCliChange  *change,
        char             **words,
        GError           **error)
{
  g_autofree char *id = roundel_id_new (change->cli->env);

  roundel_program_answer (change->program, id, words[0], g_str_equal (words[1], "-") ? NULL : words[1], change->owner, change->on);
  return notes_new ();
}

static GPtrArray *
pair (RoundelCliChange  *change,
      char             **words,
      GError           **error)
{
  const RoundelCircle *circle = roundel_cli_change_find_circle (change, change->circle, error);
  g_autofree char *id = roundel_id_new (change->cli->env);

  if (circle == NULL)
    return NULL;
  return roundel_program_pair_again (change->program, circle->id, id, change->outcome, 1, error);
}

static const RoundelCliChangeVerb verbs[] = {
  { "topic", N_("TEXT"), set_topic },
  { "reality", N_("TEXT"), set_reality },
  { "event", N_("NAME"), set_event },
  { "informal", "", set_informal },
  { "formal", "", set_formal },
  { "place", N_("SESSION PLACE"), set_place },
  { "mode", N_("SESSION MODE"), set_mode },
  { "unheard", N_("SESSION"), set_unheard },
  { "overheard", N_("SESSION"), set_overheard },
  { "topic-card", N_("TEXT"), add_topic },
  { "vote", N_("TOPIC;TOPIC"), vote },
  { "yes", N_("MEMBER"), say_yes },
  { "committee", N_("NAME"), add_to_committee },
  { "guest", N_("NAME"), add_guest },
  { "human-resources", N_("NAME"), add_human_resources },
  { "without", N_("NAME"), remove_person },
  { "decision", N_("TEXT"), add_decision },
  { "answer", N_("CHECK EVIDENCE"), answer },
  { "pair", "", pair },
};

/**
 * roundel_cli_change_agreements:
 * @n_verbs: (out): how many
 *
 * Returns: (transfer none) (array length=n_verbs): the changes of what people agree on
 */
const RoundelCliChangeVerb *
roundel_cli_change_agreements (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}
