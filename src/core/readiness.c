/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/readiness-check.h"

#include <glib/gi18n-lib.h>

#include "core/agreement.h"

/* In which answer the first check is kept: its evidence are the words of the seven. */
#define FIRST_CHECK "first-check"

static const char *const status_words[] = { "met", "later", "open", "failed" };

static void
trial_free (RoundelTrial *self)
{
  g_clear_pointer (&self->agenda, roundel_agenda_free);
  g_clear_error (&self->error);
  g_free (self);
}

static void
check_free (RoundelCheck *self)
{
  g_free (self->why);
  g_free (self);
}

static void
readiness_free (RoundelReadiness *self)
{
  g_ptr_array_unref (self->checks);
  g_free (self);
}

void
roundel_checker_add (RoundelChecker *self,
                     const char     *id,
                     RoundelStatus   status,
                     char           *why)
{
  RoundelCheck *check = g_new0 (RoundelCheck, 1);

  check->id = id;
  check->status = status;
  check->why = why;
  g_ptr_array_add (self->reason->checks, check);
  self->reason->status = MAX (self->reason->status, status);
}

/* OPEN says what is missing as long as it is not so of all OF; takes OPEN over. */
void
roundel_checker_add_whole (RoundelChecker *self,
                           const char     *id,
                           guint           n,
                           guint           of,
                           char           *open,
                           const char     *met)
{
  gboolean is_whole = of > 0 && n >= of;
  g_autofree char *owned = open;

  roundel_checker_add (self, id, is_whole ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_OPEN, g_strdup (is_whole ? met : owned));
}

/* Many sessions have the same plan for as many people: it is tried once. */
static char *
describe_plan (const RoundelProgram *program,
               const RoundelSession *session)
{
  g_autoptr (GArray) circle = roundel_program_list_circle (program, roundel_program_find_circle (program, session->circle));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u %u", circle->len, session->seconds);
  for (guint i = 0; i < session->outline->len; i++)
    {
      const RoundelOutlinePart *part = session->outline->pdata[i];

      g_string_append_printf (text, "\n%s %u %u %u", part->format, part->seconds, part->optional, part->begins);
    }
  return g_string_free (text, FALSE);
}

static void
try_plans (RoundelChecker *self,
           GHashTable *known)
{
  for (guint i = 0; i < self->program->sessions->len; i++)
    {
      const RoundelSession *session = self->program->sessions->pdata[i];
      g_autofree char *plan = describe_plan (self->program, session);
      RoundelTrial *trial = g_hash_table_lookup (known, plan);

      if (trial == NULL)
        {
          trial = g_new0 (RoundelTrial, 1);
          trial->agenda = roundel_program_expand_session (self->program, session, self->formats, &trial->error);
          g_hash_table_insert (known, g_steal_pointer (&plan), trial);
        }
      g_ptr_array_add (self->trials, trial);
    }
}

gboolean
roundel_checker_is_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0';
}

static const RoundelReadinessNote *
find_note (const RoundelChecker *self,
           const char           *id)
{
  for (guint i = 0; i < self->program->notes->len; i++)
    {
      const RoundelReadinessNote *note = self->program->notes->pdata[i];

      if (g_strcmp0 (note->check, id) == 0 && roundel_checker_is_filled (note->evidence))
        return note;
    }
  return NULL;
}

/* What only people can know: it is so when somebody says what shows it. */
void
roundel_checker_ask (RoundelChecker *self,
                     const char     *id,
                     const char     *question)
{
  const RoundelReadinessNote *note = find_note (self, id);

  roundel_checker_add (self, id, note != NULL ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_OPEN,
                       g_strdup (note != NULL ? note->evidence : question));
  ((RoundelCheck *) self->reason->checks->pdata[self->reason->checks->len - 1])->question = question;
}

/* The first conflict of a kind, as a sentence with how many more there are. */
char *
roundel_checker_describe (const RoundelChecker *self,
                          RoundelConflictKind   kind)
{
  char *first = NULL;
  guint more = 0;
  char *text;

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const RoundelConflict *conflict = self->conflicts->pdata[i];

      if (conflict->kind != kind || conflict->exception != NULL)
        continue;
      if (first != NULL)
        more++;
      else
        first = conflict->why;
    }
  if (first == NULL || more == 0)
    return g_strdup (first);
  /* Translators: what stands against a circle, and how many more things like it */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more", "%s, and %u more", more), first, more);
  return text;
}

/* The reason of the first exception of a kind. */
static const char *
find_exception (const RoundelChecker *self,
                RoundelConflictKind   kind)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const RoundelConflict *conflict = self->conflicts->pdata[i];

      if (conflict->kind == kind && conflict->exception != NULL)
        return conflict->exception;
    }
  return NULL;
}

/* What is met, or met by an exception that was agreed. */
void
roundel_checker_add_met (RoundelChecker      *self,
                         const char          *id,
                         RoundelConflictKind  kind,
                         const char          *why)
{
  const char *exception = find_exception (self, kind);

  /* Translators: the reason for an exception */
  roundel_checker_add (self, id, ROUNDEL_STATUS_MET,
                       exception != NULL ? g_strdup_printf (_("An exception is agreed: %s"), exception) : g_strdup (why));
}

static void
check_equality (RoundelChecker *self)
{
  roundel_check_lines (self);
  roundel_check_levels (self);
  roundel_check_teams (self);
  roundel_check_slots (self);
}

static void
check_structure (RoundelChecker *self)
{
  roundel_check_plans (self);
  roundel_check_dates (self);
  roundel_check_size (self);
  roundel_check_results (self);
  roundel_checker_ask (self, "logistics", _("Who takes care of date, room and reminder?"));
}

/**
 * roundel_readiness_check:
 * @program: a program
 * @outcome: (nullable): its outcome
 * @formats: where the formats of its plans come from
 *
 * Looks at the seven reasons for which programs fail (D16, 002). What the data shows is computed; the rest are questions,
 * which are met only by the evidence somebody gave. Nothing is met on an empty answer.
 *
 * Returns: (transfer full) (element-type RoundelReadiness): the seven, in the order of #RoundelReason
 */
GPtrArray *
roundel_readiness_check (const RoundelProgram *program,
                         const RoundelOutcome *outcome,
                         const RoundelFormats *formats)
{
  static void (*const checks[ROUNDEL_N_REASONS]) (RoundelChecker *self) = {
    check_equality, roundel_check_topic, check_structure, roundel_check_knowledge, roundel_check_application,
    roundel_check_safety, roundel_check_support,
  };
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (program, outcome);
  g_autoptr (GPtrArray) trials = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trial_free);
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) readiness_free);
  RoundelChecker checker = { program, outcome, formats, conflicts, trials };

  try_plans (&checker, known);
  for (guint i = 0; i < ROUNDEL_N_REASONS; i++)
    {
      checker.reason = g_new0 (RoundelReadiness, 1);
      checker.reason->reason = i;
      checker.reason->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
      g_ptr_array_add (reasons, checker.reason);
      checks[i] (&checker);
    }
  return reasons;
}

/**
 * roundel_reason_to_string:
 * @reason: a reason
 *
 * Returns: (transfer none): its word in files and in JSON, not translated
 */
const char *
roundel_reason_to_string (RoundelReason reason)
{
  static const char *const words[ROUNDEL_N_REASONS] = {
    "equality", "topic", "structure", "knowledge", "application", "safety", "support",
  };

  g_return_val_if_fail (reason < ROUNDEL_N_REASONS, NULL);

  return words[reason];
}

/**
 * roundel_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its word in files and in JSON, not translated
 */
const char *
roundel_status_to_string (RoundelStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_words), NULL);

  return status_words[status];
}

/**
 * roundel_readiness_keep_first:
 * @self: (element-type RoundelReadiness): the seven reasons as they stand
 * @program: the program they are of
 * @new_id: id of the answer in which it is kept, if there is none yet
 * @date: today, such as `2027-01-07`
 *
 * Keeps how it stands, so that it can be compared with half way (D16).
 */
void
roundel_readiness_keep_first (const GPtrArray *self,
                              RoundelProgram  *program,
                              const char      *new_id,
                              const char      *date)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            roundel_status_to_string (((RoundelReadiness *) self->pdata[i])->status));
  roundel_program_answer (program, new_id, FIRST_CHECK, words->str, NULL, date);
}

/**
 * roundel_program_find_first_check:
 * @self: a program
 * @reason: a reason
 * @status: (out): how it stood with it at the first check
 *
 * Returns: (nullable): the day of the first check; %NULL when none was kept
 */
const char *
roundel_program_find_first_check (const RoundelProgram *self,
                                  RoundelReason         reason,
                                  RoundelStatus        *status)
{
  const RoundelReadinessNote *note = roundel_program_find_answer (self, FIRST_CHECK);
  g_auto (GStrv) words = g_strsplit (note != NULL && note->evidence != NULL ? note->evidence : "", " ", -1);

  if (reason >= g_strv_length (words))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    if (g_str_equal (status_words[i], words[reason]))
      {
        *status = i;
        return note->due;
      }
  return NULL;
}
