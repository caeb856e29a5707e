/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/evaluation-plan.h"

#include <glib/gi18n-lib.h>

#include "core/agreement.h"

static void
item_free (RoundelEvaluationItem *self)
{
  g_free (self->when);
  g_free (self->how);
  g_free (self->suggested);
  g_free (self->owner);
  g_free (self);
}

/* The sessions of the first circle; where there are more circles, theirs have the same numbers. */
static void
find_sessions (const RoundelProgram  *program,
               RoundelEvaluationPlan *self)
{
  guint n = 0;

  while (n < program->sessions->len && ((RoundelSession *) program->sessions->pdata[n])->number == n + 1)
    n++;
  if (n == 0)
    return;
  self->half = program->sessions->pdata[(n - 1) / 2];
  self->last = program->sessions->pdata[n - 1];
}

static char *
describe_when (const RoundelEvaluationPlan *self,
               RoundelEvaluated             thing)
{
  if (thing == ROUNDEL_EVALUATED_MEETINGS)
    return g_strdup (_("At the end of each session"));
  if (self->last == NULL)
    return g_strdup (_("Half way and at the end"));
  if (self->half == self->last)
    return g_strdup_printf (_("At the end, in session %u"), self->last->number);
  return g_strdup_printf (_("Half way, in session %u, and at the end, in session %u"), self->half->number, self->last->number);
}

static char *
list_goals (const RoundelProgram *program)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < program->results->len; i++)
    {
      const RoundelResult *result = program->results->pdata[i];
      g_autofree char *measure = roundel_result_describe (result);

      if (result->text != NULL)
        /* Translators: a result that is wanted, and how it will be seen */
        g_string_append_printf (text, _("%s%s: %s"), text->len > 0 ? "\n" : "", result->text, measure);
    }
  if (text->len == 0)
    g_string_append (text, _("No result is wanted yet; name one."));
  return g_string_free (text, FALSE);
}

static char *
describe_facilitation (const RoundelOutcome        *outcome,
                       const RoundelEvaluationPlan *plan)
{
  if (outcome->facilitation == ROUNDEL_FACILITATION_MEMBERS)
    return g_strdup (_("Two lines on the slip: what helped us as a group, and what would help more?"));
  if (outcome->handover == 0 || plan->last == NULL || outcome->handover >= plan->last->number)
    return g_strdup (_("Two lines on the slip: what did the facilitator do that helped, and what would help more?"));
  return g_strdup_printf (_("Two lines on the slip: what did the facilitator do that helped, and what would help more? From "
                            "session %u on, when the members lead, they ask it of themselves."), outcome->handover);
}

static char *
suggest (const RoundelProgram        *program,
         const RoundelOutcome        *outcome,
         const RoundelEvaluationPlan *plan,
         RoundelEvaluated             thing)
{
  switch (thing)
    {
    case ROUNDEL_EVALUATED_PRIORITY:
      return g_strjoinv ("\n", outcome->measures);
    case ROUNDEL_EVALUATED_GOALS:
      return list_goals (program);
    case ROUNDEL_EVALUATED_FACILITATION:
      return describe_facilitation (outcome, plan);
    case ROUNDEL_EVALUATED_MEETINGS:
      return g_strdup (_("Who came, as a number; whether everybody had a turn; and a slip: was it worth my time, 0 to 5, and one "
                         "thing to change."));
    case ROUNDEL_EVALUATED_INDIVIDUAL:
      return g_strdup (outcome->evaluate_individual);
    case ROUNDEL_N_EVALUATED:
    default:
      g_assert_not_reached ();
    }
}

/**
 * roundel_evaluation_plan_new:
 * @program: a program
 * @outcome: its outcome
 *
 * Plans how @program is evaluated: the five things of 001, half way and at the end, by what its outcome measures. What
 * somebody wrote instead, with roundel_program_answer(), holds.
 *
 * Returns: (transfer full): the plan; neither @program nor @outcome may go before it
 */
RoundelEvaluationPlan *
roundel_evaluation_plan_new (const RoundelProgram *program,
                             const RoundelOutcome *outcome)
{
  static const char *const checks[ROUNDEL_N_EVALUATED] = {
    "evaluate-priority", "evaluate-goals", "evaluate-facilitation", "evaluate-meetings", "evaluate-individual",
  };
  const char *names[ROUNDEL_N_EVALUATED] = {
    _("Progress on the priority"), _("Results wanted"), _("How it is led"), _("Each session"), _("Each one’s own goals"),
  };
  RoundelEvaluationPlan *self = g_new0 (RoundelEvaluationPlan, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->later = outcome->evaluate_later;
  find_sessions (program, self);
  for (guint i = 0; i < ROUNDEL_N_EVALUATED; i++)
    {
      const RoundelReadinessNote *note = roundel_program_find_answer (program, checks[i]);
      RoundelEvaluationItem *item = g_new0 (RoundelEvaluationItem, 1);

      item->check = checks[i];
      item->what = names[i];
      item->when = describe_when (self, i);
      item->suggested = suggest (program, outcome, self, i);
      item->how = g_strdup (note != NULL && note->evidence != NULL ? note->evidence : item->suggested);
      item->owner = note != NULL ? g_strdup (note->owner) : NULL;
      g_ptr_array_add (self->items, item);
    }
  return self;
}

void
roundel_evaluation_plan_free (RoundelEvaluationPlan *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}
