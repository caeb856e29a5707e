/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/readiness-check.h"

#include <glib/gi18n-lib.h>

/* D13: four weeks are the shortest program that was published. */
#define LEAST_WEEKS 4

/* A member's shares in the rounds are the same as everybody's, and so is the length of each case of one part; that the
 * cases are shared out fairly over the program is the turn ledger's. */
static gboolean
has_equal_slots (const RoundelAgenda *agenda)
{
  g_autofree guint *shares = g_new0 (guint, agenda->n_members + 1);
  g_autoptr (GHashTable) cases = g_hash_table_new (NULL, NULL); /* slot → seconds */
  g_autoptr (GHashTable) usual = g_hash_table_new (NULL, NULL); /* part + 1 → seconds of its cases */

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      gpointer slot = GUINT_TO_POINTER (round->slot);

      if (round->is_case)
        g_hash_table_insert (cases, slot,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (cases, slot)) + round->seconds));
      else if (round->slot != 0)
        for (guint k = 0; k < round->speakers->len; k++)
          shares[g_array_index (round->speakers, guint, k)] += round->seconds;
    }
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      gpointer part = GUINT_TO_POINTER (round->part + 1);
      gpointer seconds = g_hash_table_lookup (cases, GUINT_TO_POINTER (round->slot));
      gpointer others = g_hash_table_lookup (usual, part);

      if (!round->is_case)
        continue;
      if (others != NULL && others != seconds)
        return FALSE;
      g_hash_table_insert (usual, part, seconds);
    }
  for (guint i = 1; i < agenda->n_members; i++)
    if (shares[i] != shares[0])
      return FALSE;
  return TRUE;
}

static gboolean
has_slots (const RoundelAgenda *agenda)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    if (((RoundelRound *) agenda->rounds->pdata[i])->slot != 0)
      return TRUE;
  return FALSE;
}

void
roundel_check_slots (RoundelChecker *self)
{
  guint n = self->program->sessions->len;
  guint with_slots = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelAgenda *agenda = ((RoundelTrial *) self->trials->pdata[i])->agenda;

      if (agenda == NULL)
        continue;
      if (!has_equal_slots (agenda))
        {
          roundel_checker_add (self, "equal-slots", ROUNDEL_STATUS_FAILED,
                               g_strdup_printf (_("In session %u some have more time than others."),
                                                ((RoundelSession *) self->program->sessions->pdata[i])->number));
          return;
        }
      with_slots += has_slots (agenda);
    }
  roundel_checker_add_whole (self, "equal-slots", with_slots, n,
                             g_strdup_printf (_("Give each member a turn in each session: so far in %u of %u."), with_slots, n),
                             _("All members have the same time in each session."));
}

void
roundel_check_plans (RoundelChecker *self)
{
  guint n = self->program->sessions->len;

  for (guint i = 0; i < n; i++)
    {
      const RoundelSession *session = self->program->sessions->pdata[i];
      const RoundelAgenda *agenda = ((RoundelTrial *) self->trials->pdata[i])->agenda;

      if (agenda == NULL)
        roundel_checker_add (self, "plans", ROUNDEL_STATUS_FAILED,
                             g_strdup_printf (_("Session %u: %s"), session->number, ((RoundelTrial *) self->trials->pdata[i])->error->message));
      else if (roundel_agenda_seconds (agenda) != session->seconds)
        roundel_checker_add (self, "plans", ROUNDEL_STATUS_FAILED,
                             g_strdup_printf (_("Session %u is %u minutes long, and its plan %u."), session->number,
                                              session->seconds / 60, roundel_agenda_seconds (agenda) / 60));
      else
        continue;
      return;
    }
  if (n == 0)
    roundel_checker_add (self, "plans", ROUNDEL_STATUS_OPEN, g_strdup (_("Plan the sessions.")));
  else
    roundel_checker_add (self, "plans", ROUNDEL_STATUS_MET, g_strdup (_("Each session has a timed plan of exactly its length.")));
}

void
roundel_check_dates (RoundelChecker *self)
{
  guint n = self->program->sessions->len;
  guint dated = 0;

  for (guint i = 0; i < n; i++)
    dated += ((RoundelSession *) self->program->sessions->pdata[i])->starts != NULL;
  roundel_checker_add_whole (self, "dates", dated, n,
                             g_strdup_printf (_("Choose the dates: so far %u of %u."), dated, n),
                             _("Each session has a date."));
}

void
roundel_check_results (RoundelChecker *self)
{
  guint n = self->program->results->len;
  guint measured = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelResult *result = self->program->results->pdata[i];

      measured += roundel_checker_is_filled (result->text) && roundel_checker_is_filled (result->measure)
                  && roundel_checker_is_filled (result->target);
    }
  if (n == 0)
    roundel_checker_add (self, "results", ROUNDEL_STATUS_OPEN, g_strdup (_("Say which results are wanted, and how they will be seen.")));
  else if (measured < n)
    roundel_checker_add (self, "results", ROUNDEL_STATUS_OPEN,
                         g_strdup_printf (_("Give each result a measure and a target: so far %u of %u."), measured, n));
  else
    roundel_checker_add (self, "results", ROUNDEL_STATUS_MET, g_strdup (_("Each result has a measure and a target.")));
}

void
roundel_check_knowledge (RoundelChecker *self)
{
  guint n = self->program->sessions->len;
  guint with_input = 0;
  guint checked = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelSession *session = self->program->sessions->pdata[i];

      if (!roundel_checker_is_filled (session->knowledge))
        continue;
      with_input++;
      checked += roundel_checker_is_filled (session->source) && roundel_checker_is_filled (session->checked_by);
    }
  roundel_checker_add_whole (self, "input", with_input, n,
                             g_strdup_printf (_("Give each session something to build on: so far %u of %u."), with_input, n),
                             _("Each session has a knowledge input."));
  roundel_checker_add_whole (self, "checked", checked, with_input,
                             g_strdup (_("Name the source of each input, and who checked it.")),
                             _("Each input has a source, and somebody checked it."));
}

static guint
count_partnered (const RoundelProgram *program)
{
  guint count = 0;

  for (guint m = 0; m < program->members->len; m++)
    {
      const RoundelMember *member = program->members->pdata[m];
      gboolean found = FALSE;

      for (guint i = 0; i < program->partners->len && !found; i++)
        {
          const RoundelPartnering *partners = program->partners->pdata[i];

          for (guint k = 0; k < partners->groups->len && !found; k++)
            {
              char **group = partners->groups->pdata[k];

              found = g_strv_length (group) > 1 && g_strv_contains ((const char *const *) group, member->id);
            }
        }
      count += found;
    }
  return count;
}

static void
check_partners (RoundelChecker *self)
{
  guint n = self->program->members->len;
  guint partnered = count_partnered (self->program);

  roundel_checker_add_whole (self, "partners", partnered, n,
                             g_strdup_printf (_("Find everybody a partner: so far %u of %u."), partnered, n),
                             _("Each member has a partner between the sessions."));
}

/* The first session of a circle may come before there is anything to practise. */
static void
check_between (RoundelChecker *self)
{
  guint n = 0;
  guint planned = 0;

  for (guint i = 0; i < self->program->sessions->len; i++)
    {
      const RoundelSession *session = self->program->sessions->pdata[i];

      if (session->number == 1)
        continue;
      n++;
      planned += session->between->len > 0;
    }
  roundel_checker_add_whole (self, "practice", planned, n,
                             g_strdup (_("Say what is practised from one session to the next.")),
                             _("There is practice from each session to the next."));
}

static gint64
day_of (const RoundelSession *session)
{
  g_autoptr (GDateTime) time = roundel_local_time_resolve (session->starts, "UTC", 0, NULL);

  return time != NULL ? g_date_time_to_unix (time) / (24 * 60 * 60) : 0;
}

/* In weeks, each of which ends with a session: four weekly ones are four weeks. */
static guint
count_weeks (const RoundelProgram *program)
{
  guint shortest = G_MAXUINT;
  const RoundelSession *first = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      const RoundelSession *next = i + 1 < program->sessions->len ? program->sessions->pdata[i + 1] : NULL;

      if (session->starts == NULL)
        return 0;
      if (session->number == 1)
        first = session;
      if (next == NULL || next->number == 1)
        shortest = MIN (shortest, (guint) (day_of (session) - day_of (first)) / 7 + 1);
    }
  return shortest != G_MAXUINT ? shortest : 0;
}

static void
check_length (RoundelChecker *self)
{
  guint weeks = count_weeks (self->program);

  if (weeks == 0)
    roundel_checker_add (self, "length", ROUNDEL_STATUS_OPEN, g_strdup (_("Choose the dates; a habit needs weeks.")));
  else
    roundel_checker_add (self, "length", weeks >= LEAST_WEEKS ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_FAILED,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The program lasts %u week; a habit needs %u at least.",
                                                       "The program lasts %u weeks; a habit needs %u at least.", weeks),
                                          weeks, LEAST_WEEKS));
}

void
roundel_check_application (RoundelChecker *self)
{
  check_partners (self);
  check_between (self);
  check_length (self);
}
