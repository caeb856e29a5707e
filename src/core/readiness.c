/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/readiness.h"

#include <glib/gi18n-lib.h>

/* D13: four weeks are the shortest program that was published. */
#define LEAST_WEEKS 4

/* What all checks look at. */
typedef struct
{
  const RoundelProgram *program;
  const RoundelOutcome *outcome;
  const RoundelFormats *formats;
  GPtrArray *conflicts;
  GPtrArray *trials;       /* of each session */
  RoundelReadiness *reason;
} Checker;

/* A plan, as it turned out. */
typedef struct
{
  RoundelAgenda *agenda; /* NULL: it does not work */
  GError *error;
} Trial;

static void
trial_free (Trial *self)
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

static void
add_check (Checker       *checker,
           const char    *id,
           RoundelStatus  status,
           char          *why)
{
  RoundelCheck *check = g_new0 (RoundelCheck, 1);

  check->id = id;
  check->status = status;
  check->why = why;
  g_ptr_array_add (checker->reason->checks, check);
  checker->reason->status = MAX (checker->reason->status, status);
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

      g_string_append_printf (text, "\n%s %u %u", part->format, part->seconds, part->optional);
    }
  return g_string_free (text, FALSE);
}

static void
try_plans (Checker    *checker,
           GHashTable *known)
{
  for (guint i = 0; i < checker->program->sessions->len; i++)
    {
      const RoundelSession *session = checker->program->sessions->pdata[i];
      g_autofree char *plan = describe_plan (checker->program, session);
      Trial *trial = g_hash_table_lookup (known, plan);

      if (trial == NULL)
        {
          trial = g_new0 (Trial, 1);
          trial->agenda = roundel_program_expand_session (checker->program, session, checker->formats, &trial->error);
          g_hash_table_insert (known, g_steal_pointer (&plan), trial);
        }
      g_ptr_array_add (checker->trials, trial);
    }
}

static gboolean
is_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0';
}

static const RoundelReadinessNote *
find_note (const Checker *checker,
           const char    *id)
{
  for (guint i = 0; i < checker->program->notes->len; i++)
    {
      const RoundelReadinessNote *note = checker->program->notes->pdata[i];

      if (g_strcmp0 (note->check, id) == 0 && is_filled (note->evidence))
        return note;
    }
  return NULL;
}

/* What only people can know: it is so when somebody says what shows it. */
static void
add_question (Checker    *checker,
              const char *id,
              const char *question)
{
  const RoundelReadinessNote *note = find_note (checker, id);

  add_check (checker, id, note != NULL ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_OPEN,
             g_strdup (note != NULL ? note->evidence : question));
  ((RoundelCheck *) checker->reason->checks->pdata[checker->reason->checks->len - 1])->question = question;
}

/* The first conflict of a kind, as a sentence with how many more there are. */
static char *
describe_conflicts (const Checker       *checker,
                    RoundelConflictKind  kind)
{
  char *first = NULL;
  guint more = 0;
  char *text;

  for (guint i = 0; i < checker->conflicts->len; i++)
    {
      const RoundelConflict *conflict = checker->conflicts->pdata[i];

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
find_exception (const Checker       *checker,
                RoundelConflictKind  kind)
{
  for (guint i = 0; i < checker->conflicts->len; i++)
    {
      const RoundelConflict *conflict = checker->conflicts->pdata[i];

      if (conflict->kind == kind && conflict->exception != NULL)
        return conflict->exception;
    }
  return NULL;
}

/* What is met, or met by an exception that was agreed. */
static void
add_met (Checker             *checker,
         const char          *id,
         RoundelConflictKind  kind,
         const char          *why)
{
  const char *exception = find_exception (checker, kind);

  /* Translators: the reason for an exception */
  add_check (checker, id, ROUNDEL_STATUS_MET,
             exception != NULL ? g_strdup_printf (_("An exception is agreed: %s"), exception) : g_strdup (why));
}

static guint
count_members (const Checker *checker,
               gboolean     (*has) (const RoundelMember *member))
{
  guint count = 0;

  for (guint i = 0; i < checker->program->members->len; i++)
    count += has (checker->program->members->pdata[i]);
  return count;
}

static gboolean
has_boss (const RoundelMember *member)
{
  return is_filled (member->reports_to);
}

static gboolean
has_level (const RoundelMember *member)
{
  return is_filled (member->level);
}

static void
check_lines (Checker *checker)
{
  guint n = checker->program->members->len;
  guint known = count_members (checker, has_boss);
  char *why = describe_conflicts (checker, ROUNDEL_CONFLICT_REPORTING_LINE);

  if (why == NULL)
    why = describe_conflicts (checker, ROUNDEL_CONFLICT_UNCLEAR_BOSS);
  if (checker->outcome != NULL && !checker->outcome->reporting_lines_conflict)
    add_check (checker, "reporting-lines", ROUNDEL_STATUS_MET, g_strdup (_("The team meets as it is, its lines included.")));
  else if (why != NULL)
    add_check (checker, "reporting-lines", ROUNDEL_STATUS_FAILED, why);
  else if (n == 0 || known < n)
    add_check (checker, "reporting-lines", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Say to whom they report: known of %u of %u."), known, n));
  else
    add_met (checker, "reporting-lines", ROUNDEL_CONFLICT_REPORTING_LINE, _("No circle has a reporting line in it."));
}

static void
check_levels (Checker *checker)
{
  guint n = checker->program->members->len;
  guint known = count_members (checker, has_level);
  char *why = describe_conflicts (checker, ROUNDEL_CONFLICT_LEVEL);

  if (why != NULL)
    add_check (checker, "levels", ROUNDEL_STATUS_FAILED, why);
  else if (n == 0 || known < n)
    add_check (checker, "levels", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Say their levels: known of %u of %u."), known, n));
  else
    add_met (checker, "levels", ROUNDEL_CONFLICT_LEVEL, _("The members of each circle are at a similar level."));
}

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

static void
check_slots (Checker *checker)
{
  guint n = checker->program->sessions->len;
  guint with_slots = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelAgenda *agenda = ((Trial *) checker->trials->pdata[i])->agenda;

      if (agenda == NULL)
        continue;
      if (!has_equal_slots (agenda))
        {
          add_check (checker, "equal-slots", ROUNDEL_STATUS_FAILED,
                     g_strdup_printf (_("In session %u some have more time than others."),
                                      ((RoundelSession *) checker->program->sessions->pdata[i])->number));
          return;
        }
      with_slots += has_slots (agenda);
    }
  if (with_slots < n || n == 0)
    add_check (checker, "equal-slots", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Give each member a turn in each session: so far in %u of %u."), with_slots, n));
  else
    add_check (checker, "equal-slots", ROUNDEL_STATUS_MET, g_strdup (_("All members have the same time in each session.")));
}

static void
check_equality (Checker *checker)
{
  check_lines (checker);
  check_levels (checker);
  check_slots (checker);
}

static void
check_topic (Checker *checker)
{
  if (is_filled (checker->program->topic))
    add_check (checker, "topic", ROUNDEL_STATUS_MET, g_strdup (checker->program->topic));
  else
    add_check (checker, "topic", ROUNDEL_STATUS_OPEN, g_strdup (_("Name the topic that concerns all members.")));
  add_question (checker, "topic-chosen", _("Did the members choose the topic themselves, before the first session?"));
  add_question (checker, "topic-hard", _("Is it something they have had little success with so far?"));
}

static void
check_plans (Checker *checker)
{
  guint n = checker->program->sessions->len;

  for (guint i = 0; i < n; i++)
    {
      const RoundelSession *session = checker->program->sessions->pdata[i];
      const RoundelAgenda *agenda = ((Trial *) checker->trials->pdata[i])->agenda;

      if (agenda == NULL)
        add_check (checker, "plans", ROUNDEL_STATUS_FAILED,
                   g_strdup_printf (_("Session %u: %s"), session->number, ((Trial *) checker->trials->pdata[i])->error->message));
      else if (roundel_agenda_seconds (agenda) != session->seconds)
        add_check (checker, "plans", ROUNDEL_STATUS_FAILED,
                   g_strdup_printf (_("Session %u is %u minutes long, and its plan %u."), session->number,
                                    session->seconds / 60, roundel_agenda_seconds (agenda) / 60));
      else
        continue;
      return;
    }
  if (n == 0)
    add_check (checker, "plans", ROUNDEL_STATUS_OPEN, g_strdup (_("Plan the sessions.")));
  else
    add_check (checker, "plans", ROUNDEL_STATUS_MET, g_strdup (_("Each session has a timed plan of exactly its length.")));
}

static void
check_dates (Checker *checker)
{
  guint n = checker->program->sessions->len;
  guint dated = 0;

  for (guint i = 0; i < n; i++)
    dated += ((RoundelSession *) checker->program->sessions->pdata[i])->starts != NULL;
  if (n == 0 || dated < n)
    add_check (checker, "dates", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Choose the dates: so far %u of %u."), dated, n));
  else
    add_check (checker, "dates", ROUNDEL_STATUS_MET, g_strdup (_("Each session has a date.")));
}

static void
check_size (Checker *checker)
{
  char *why = describe_conflicts (checker, ROUNDEL_CONFLICT_SIZE);

  if (why != NULL)
    add_check (checker, "size", ROUNDEL_STATUS_FAILED, why);
  else if (checker->outcome == NULL || checker->program->circles->len == 0)
    add_check (checker, "size", ROUNDEL_STATUS_OPEN, g_strdup (_("Choose the outcome, and say who meets.")));
  else
    {
      g_autofree char *sizes = g_strdup_printf (_("Each circle has from %u to %u members."), checker->outcome->circle_min,
                                                checker->outcome->circle_max);

      add_met (checker, "size", ROUNDEL_CONFLICT_SIZE, sizes);
    }
}

static void
check_milestones (Checker *checker)
{
  guint n = checker->program->results->len;
  guint measured = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelResult *result = checker->program->results->pdata[i];

      measured += is_filled (result->text) && is_filled (result->measure) && is_filled (result->target);
    }
  if (n == 0)
    add_check (checker, "results", ROUNDEL_STATUS_OPEN, g_strdup (_("Say which results are wanted, and how they will be seen.")));
  else if (measured < n)
    add_check (checker, "results", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Give each result a measure and a target: so far %u of %u."), measured, n));
  else
    add_check (checker, "results", ROUNDEL_STATUS_MET, g_strdup (_("Each result has a measure and a target.")));
}

static void
check_structure (Checker *checker)
{
  check_plans (checker);
  check_dates (checker);
  check_size (checker);
  check_milestones (checker);
}

static void
check_knowledge (Checker *checker)
{
  guint n = checker->program->sessions->len;
  guint with_input = 0;
  guint checked = 0;

  for (guint i = 0; i < n; i++)
    {
      const RoundelSession *session = checker->program->sessions->pdata[i];

      if (!is_filled (session->knowledge))
        continue;
      with_input++;
      checked += is_filled (session->source) && is_filled (session->checked_by);
    }
  if (n == 0 || with_input < n)
    add_check (checker, "input", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Give each session something to build on: so far %u of %u."), with_input, n));
  else
    add_check (checker, "input", ROUNDEL_STATUS_MET, g_strdup (_("Each session has a knowledge input.")));
  if (with_input == 0 || checked < with_input)
    add_check (checker, "checked", ROUNDEL_STATUS_OPEN,
               g_strdup (_("Name the source of each input, and who checked it.")));
  else
    add_check (checker, "checked", ROUNDEL_STATUS_MET, g_strdup (_("Each input has a source, and somebody checked it.")));
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
check_partners (Checker *checker)
{
  guint n = checker->program->members->len;
  guint partnered = count_partnered (checker->program);

  if (n == 0 || partnered < n)
    add_check (checker, "partners", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Find everybody a partner: so far %u of %u."), partnered, n));
  else
    add_check (checker, "partners", ROUNDEL_STATUS_MET, g_strdup (_("Each member has a partner between the sessions.")));
}

/* The first session of a circle may come before there is anything to practise. */
static void
check_between (Checker *checker)
{
  guint n = 0;
  guint planned = 0;

  for (guint i = 0; i < checker->program->sessions->len; i++)
    {
      const RoundelSession *session = checker->program->sessions->pdata[i];

      if (session->number == 1)
        continue;
      n++;
      planned += session->between->len > 0;
    }
  if (n == 0 || planned < n)
    add_check (checker, "practice", ROUNDEL_STATUS_OPEN,
               g_strdup (_("Say what is practised from one session to the next.")));
  else
    add_check (checker, "practice", ROUNDEL_STATUS_MET, g_strdup (_("There is practice from each session to the next.")));
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
check_length (Checker *checker)
{
  guint weeks = count_weeks (checker->program);

  if (weeks == 0)
    add_check (checker, "length", ROUNDEL_STATUS_OPEN, g_strdup (_("Choose the dates; a habit needs weeks.")));
  else
    add_check (checker, "length", weeks >= LEAST_WEEKS ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_FAILED,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The program lasts %u week; a habit needs %u at least.",
                                             "The program lasts %u weeks; a habit needs %u at least.", weeks),
                                weeks, LEAST_WEEKS));
}

static void
check_application (Checker *checker)
{
  check_partners (checker);
  check_between (checker);
  check_length (checker);
}

static const RoundelCharter *
find_charter (const RoundelProgram *program,
              const RoundelCircle  *circle)
{
  for (guint i = 0; i < program->charters->len; i++)
    {
      const RoundelCharter *charter = program->charters->pdata[i];

      if (charter->circle == NULL || g_str_equal (charter->circle, circle->id))
        return charter;
    }
  return NULL;
}

/* Whether a session of CIRCLE has been held. */
static gboolean
has_met (const RoundelProgram *program,
         const RoundelCircle  *circle)
{
  for (guint i = 0; i < program->records->len; i++)
    {
      const RoundelSessionRecord *record = program->records->pdata[i];
      const RoundelSession *session = roundel_program_find_session (program, record->session);

      if (session != NULL && g_strcmp0 (session->circle, circle->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static RoundelStatus
status_of_charter (const RoundelProgram *program,
                   const RoundelCircle  *circle)
{
  const RoundelCharter *charter = find_charter (program, circle);
  RoundelStatus status = ROUNDEL_STATUS_MET;

  if (charter == NULL || charter->rules[0] == NULL || circle->members[0] == NULL)
    return ROUNDEL_STATUS_OPEN;
  for (char **id = circle->members; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) charter->agreed, *id))
      status = has_met (program, circle) ? ROUNDEL_STATUS_OPEN : ROUNDEL_STATUS_LATER;
  return status;
}

static void
check_charter (Checker *checker)
{
  const GPtrArray *circles = checker->program->circles;
  RoundelStatus worst = circles->len > 0 ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_OPEN;
  const char *why[] = {
    [ROUNDEL_STATUS_MET] = _("Everybody has agreed to the charter."),
    [ROUNDEL_STATUS_LATER] = _("The charter is ready to be agreed on in the first session."),
    [ROUNDEL_STATUS_OPEN] = _("Write a charter, and let everybody of the circle agree to it."),
  };

  for (guint i = 0; i < circles->len; i++)
    worst = MAX (worst, status_of_charter (checker->program, circles->pdata[i]));
  add_check (checker, "charter", worst, g_strdup (why[worst]));
}

static void
check_room (Checker *checker)
{
  guint n = checker->program->sessions->len;
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    placed += is_filled (((RoundelSession *) checker->program->sessions->pdata[i])->place);
  if (n == 0 || placed < n)
    add_check (checker, "place", ROUNDEL_STATUS_OPEN,
               g_strdup_printf (_("Say where they meet: so far %u of %u."), placed, n));
  else
    add_check (checker, "place", ROUNDEL_STATUS_MET, g_strdup (_("Each session has a place.")));
}

static void
check_safety (Checker *checker)
{
  check_charter (checker);
  check_room (checker);
  add_question (checker, "overheard", _("Can nobody overhear them there, on a call neither?"));
}

/* Whether TEXT is the name or the id of one to whom a member reports. */
static gboolean
is_boss (const RoundelProgram *program,
         const char           *text)
{
  g_autofree char *name = roundel_fold (text);

  for (guint i = 0; name != NULL && i < program->members->len; i++)
    {
      g_autofree char *boss = roundel_fold (((RoundelMember *) program->members->pdata[i])->reports_to);

      if (g_strcmp0 (name, boss) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_facilitators (Checker *checker)
{
  const GPtrArray *circles = checker->program->circles;
  gboolean members_lead = checker->outcome != NULL && checker->outcome->facilitation == ROUNDEL_FACILITATION_MEMBERS;
  guint named = 0;

  for (guint i = 0; i < circles->len; i++)
    {
      const RoundelCircle *circle = circles->pdata[i];

      if (is_boss (checker->program, circle->facilitator))
        {
          add_check (checker, "facilitator", ROUNDEL_STATUS_FAILED,
                     g_strdup_printf (_("%s is the boss of a member and cannot lead the sessions."), circle->facilitator));
          return;
        }
      named += is_filled (circle->facilitator);
    }
  if (members_lead)
    add_check (checker, "facilitator", ROUNDEL_STATUS_MET, g_strdup (_("The members lead the sessions themselves.")));
  else if (circles->len == 0 || named < circles->len)
    add_check (checker, "facilitator", ROUNDEL_STATUS_OPEN,
               g_strdup (_("Name who leads the sessions: nobody's boss, and nobody from human resources.")));
  else
    add_check (checker, "facilitator", ROUNDEL_STATUS_MET, g_strdup (_("Who leads the sessions is nobody's boss.")));
}

static void
check_support (Checker *checker)
{
  check_facilitators (checker);
  add_question (checker, "letters", _("Has each supervisor signed the support letter?"));
  add_question (checker, "work-time", _("Is the time of the sessions and of the practice work time?"));
  add_question (checker, "no-report", _("Do supervisors and human resources agree to get no report of what is said?"));
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
  static void (*const checks[ROUNDEL_N_REASONS]) (Checker *checker) = {
    check_equality, check_topic, check_structure, check_knowledge, check_application, check_safety, check_support,
  };
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (program, outcome);
  g_autoptr (GPtrArray) trials = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trial_free);
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) readiness_free);
  Checker checker = { program, outcome, formats, conflicts, trials };

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
  static const char *const words[] = { "met", "later", "open", "failed" };

  g_return_val_if_fail (status < G_N_ELEMENTS (words), NULL);

  return words[status];
}
