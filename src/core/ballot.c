/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/ballot.h"

#include <glib/gi18n-lib.h>

/* Of several ballots of one member the last counts: two copies may have written one each. */
static RoundelBallot *
find_ballot (const RoundelProgram *self,
             const char           *by)
{
  for (guint i = self->ballots->len; by != NULL && i > 0; i--)
    if (g_strcmp0 (((RoundelBallot *) self->ballots->pdata[i - 1])->by, by) == 0)
      return self->ballots->pdata[i - 1];
  return NULL;
}

static RoundelBallot *
get_ballot (RoundelProgram *self,
            const char     *new_id,
            const char     *by)
{
  RoundelBallot *ballot = find_ballot (self, by);

  if (ballot == NULL)
    {
      ballot = roundel_ballot_new (new_id, by);
      g_ptr_array_add (self->ballots, ballot);
    }
  return ballot;
}

static gboolean
counts (const RoundelProgram *self,
        const RoundelBallot  *ballot)
{
  return ballot->topics[0] != NULL && (ballot->by == NULL || find_ballot (self, ballot->by) == ballot);
}

/**
 * roundel_program_vote:
 * @self: a program
 * @new_id: id of the ballot, if there is none yet
 * @by: (nullable): id of the member; %NULL for one on paper, which is always a new one
 * @topics: ids of those that are voted for
 */
void
roundel_program_vote (RoundelProgram    *self,
                      const char        *new_id,
                      const char        *by,
                      const char *const *topics)
{
  RoundelBallot *ballot = get_ballot (self, new_id, by);

  g_strfreev (ballot->topics);
  ballot->topics = g_strdupv ((char **) topics);
}

/**
 * roundel_program_say_yes:
 * @self: a program with a topic
 * @new_id: id of the ballot, if the member has none yet
 * @by: id of the member
 * @yes: whether the member says yes to the topic
 */
void
roundel_program_say_yes (RoundelProgram *self,
                         const char     *new_id,
                         const char     *by,
                         gboolean        yes)
{
  RoundelBallot *ballot = get_ballot (self, new_id, by);

  g_free (ballot->yes);
  ballot->yes = yes ? g_strdup (self->topic) : NULL;
}

/**
 * roundel_program_says_yes:
 * @member: id of a member
 *
 * Returns: whether they said yes to the topic as it is now
 */
gboolean
roundel_program_says_yes (const RoundelProgram *self,
                          const char           *member)
{
  const RoundelBallot *ballot = find_ballot (self, member);

  return ballot != NULL && ballot->yes != NULL && g_strcmp0 (ballot->yes, self->topic) == 0;
}

/**
 * roundel_program_count_yes:
 *
 * Returns: how many of those who meet said yes to the topic as it is now
 */
guint
roundel_program_count_yes (const RoundelProgram *self)
{
  guint count = 0;

  for (guint c = 0; c < self->circles->len; c++)
    for (char **id = ((RoundelCircle *) self->circles->pdata[c])->members; *id != NULL; id++)
      count += roundel_program_says_yes (self, *id);
  return count;
}

/**
 * roundel_program_count_votes:
 * @topic: one of its topic cards
 *
 * Returns: how many voted for it
 */
guint
roundel_program_count_votes (const RoundelProgram *self,
                             const RoundelTopic   *topic)
{
  guint count = 0;

  for (guint i = 0; i < self->ballots->len; i++)
    {
      const RoundelBallot *ballot = self->ballots->pdata[i];

      count += counts (self, ballot) && g_strv_contains ((const char *const *) ballot->topics, topic->id);
    }
  return count;
}

/**
 * roundel_program_count_ballots:
 *
 * Returns: how many voted
 */
guint
roundel_program_count_ballots (const RoundelProgram *self)
{
  guint count = 0;

  for (guint i = 0; i < self->ballots->len; i++)
    count += counts (self, self->ballots->pdata[i]);
  return count;
}

/**
 * roundel_program_write_ballot:
 * @self: a program with topic cards
 *
 * Returns: (transfer full): a ballot to be printed and filled in without a name, in the reader's language
 */
char *
roundel_program_write_ballot (const RoundelProgram *self)
{
  GString *text = g_string_new (_("What shall we learn about together?"));

  g_string_append_printf (text, "\n\n%s\n\n", _("Tick each topic that concerns you. Nobody signs this."));
  for (guint i = 0; i < self->topics->len; i++)
    {
      const RoundelTopic *topic = self->topics->pdata[i];

      g_string_append_printf (text, "[  ]  %s\n", topic->text);
      if (topic->tried != NULL)
        {
          g_string_append (text, "      ");
          /* Translators: %s is what was tried without much success */
          g_string_append_printf (text, _("Tried so far: %s"), topic->tried);
          g_string_append_c (text, '\n');
        }
    }
  g_string_append_printf (text, "\n%s ______________________________\n", _("Another one:"));
  return g_string_free (text, FALSE);
}
