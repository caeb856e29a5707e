/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/agreement.h"
#include "core/error.h"
#include "core/groups.h"

static void
circle_free (RoundelCircle *self)
{
  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->members);
  g_free (self->facilitator);
  g_free (self);
}

static void
session_free (RoundelSession *self)
{
  g_free (self->id);
  g_free (self->circle);
  g_free (self->starts);
  g_free (self->zone);
  g_free (self->place);
  g_free (self->title);
  g_ptr_array_unref (self->outline);
  g_free (self->knowledge);
  g_free (self->source);
  g_free (self->checked_by);
  g_free (self->question);
  g_ptr_array_unref (self->between);
  g_free (self);
}

static void
partnering_free (RoundelPartnering *self)
{
  g_free (self->id);
  g_free (self->circle);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->former);
  g_free (self);
}

static void
charter_free (RoundelCharter *self)
{
  g_free (self->id);
  g_free (self->circle);
  g_strfreev (self->rules);
  g_strfreev (self->agreed);
  g_free (self->agreed_on);
  g_free (self);
}

static void
lesson_free (RoundelLesson *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->by);
  g_free (self);
}

static void
note_free (RoundelReadinessNote *self)
{
  g_free (self->id);
  g_free (self->check);
  g_free (self->evidence);
  g_free (self->owner);
  g_free (self->due);
  g_free (self);
}

/* Each value begins with its id. */
static const char *
id_of (gconstpointer value)
{
  return *(char *const *) value;
}

static gpointer
find_id (const GPtrArray *values,
         const char      *id)
{
  for (guint i = 0; id != NULL && i < values->len; i++)
    if (g_str_equal (id_of (values->pdata[i]), id))
      return values->pdata[i];
  return NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (id_of (*(gconstpointer const *) a), id_of (*(gconstpointer const *) b));
}

/* A session without a date comes last. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const RoundelProgram *program = data;
  const RoundelSession *one = *(const RoundelSession *const *) a;
  const RoundelSession *two = *(const RoundelSession *const *) b;
  guint x = 0, y = 0;

  while (x < program->circles->len && g_strcmp0 (id_of (program->circles->pdata[x]), one->circle) != 0)
    x++;
  while (y < program->circles->len && g_strcmp0 (id_of (program->circles->pdata[y]), two->circle) != 0)
    y++;
  if (x != y)
    return x < y ? -1 : 1;
  if (g_strcmp0 (one->starts, two->starts) != 0)
    return one->starts == NULL ? 1 : two->starts == NULL ? -1 : strcmp (one->starts, two->starts);
  return strcmp (one->id, two->id);
}

static void
order_members (RoundelProgram *self)
{
  GPtrArray *ordered = roundel_members_new ();

  for (guint c = 0; c < self->circles->len; c++)
    {
      const RoundelCircle *circle = self->circles->pdata[c];

      for (char **id = circle->members; *id != NULL; id++)
        {
          RoundelMember *member = find_id (self->members, *id);

          if (member != NULL)
            {
              guint index;

              g_ptr_array_find (self->members, member, &index);
              g_ptr_array_add (ordered, g_ptr_array_steal_index (self->members, index));
            }
        }
    }
  g_ptr_array_sort (self->members, compare_ids);
  g_ptr_array_extend_and_steal (ordered, self->members);
  self->members = ordered;
}

/**
 * roundel_program_new:
 * @id: names the program
 *
 * Returns: (transfer full): a program of which nothing is known yet
 */
RoundelProgram *
roundel_program_new (const char *id)
{
  RoundelProgram *self = g_new0 (RoundelProgram, 1);

  self->id = g_strdup (id);
  self->members = roundel_members_new ();
  self->circles = g_ptr_array_new_with_free_func ((GDestroyNotify) circle_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) session_free);
  self->partners = g_ptr_array_new_with_free_func ((GDestroyNotify) partnering_free);
  self->charters = g_ptr_array_new_with_free_func ((GDestroyNotify) charter_free);
  self->results = roundel_results_new ();
  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) lesson_free);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_session_record_free);
  self->attendances = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_attendance_free);
  self->harvests = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_harvest_free);
  self->evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_evaluation_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_topic_free);
  self->ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_ballot_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_person_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_decision_free);
  return self;
}

void
roundel_program_free (RoundelProgram *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->outcome);
  g_free (self->by_products);
  g_free (self->pattern);
  g_free (self->topic);
  g_free (self->facilitation);
  g_free (self->sponsor);
  g_free (self->reality);
  g_free (self->event);
  g_free (self->event_on);
  g_free (self->archived);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->circles);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->charters);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->attendances);
  g_ptr_array_unref (self->harvests);
  g_ptr_array_unref (self->evaluations);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->ballots);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/**
 * roundel_program_add_circle:
 * @self: a program
 * @id: names the circle
 *
 * Returns: (transfer none): a new circle of @self, without members
 */
RoundelCircle *
roundel_program_add_circle (RoundelProgram *self,
                            const char     *id)
{
  RoundelCircle *circle = g_new0 (RoundelCircle, 1);

  circle->id = g_strdup (id);
  circle->members = g_new0 (char *, 1);
  g_ptr_array_add (self->circles, circle);
  return circle;
}

/**
 * roundel_program_add_session:
 * @self: a program
 * @id: names the session
 * @circle: (nullable): id of the circle that meets
 *
 * Returns: (transfer none): a new session of @self, without a plan
 */
RoundelSession *
roundel_program_add_session (RoundelProgram *self,
                             const char     *id,
                             const char     *circle)
{
  RoundelSession *session = g_new0 (RoundelSession, 1);

  session->id = g_strdup (id);
  session->circle = g_strdup (circle);
  session->outline = roundel_outline_new ();
  session->between = roundel_between_list_new ();
  g_ptr_array_add (self->sessions, session);
  return session;
}

/**
 * roundel_program_add_partners:
 * @self: a program
 * @id: names the record
 * @circle: (nullable): id of the circle it is made for
 *
 * Returns: (transfer none): a record of partners of @self, still without any
 */
RoundelPartnering *
roundel_program_add_partners (RoundelProgram *self,
                              const char     *id,
                              const char     *circle)
{
  RoundelPartnering *partners = g_new0 (RoundelPartnering, 1);

  partners->id = g_strdup (id);
  partners->circle = g_strdup (circle);
  partners->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  partners->former = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->partners, partners);
  return partners;
}

/**
 * roundel_program_add_charter:
 * @self: a program
 * @id: names the charter
 * @circle: (nullable): id of the circle whose it is
 *
 * Returns: (transfer none): a new charter of @self, without rules, to which nobody has agreed
 */
RoundelCharter *
roundel_program_add_charter (RoundelProgram *self,
                             const char     *id,
                             const char     *circle)
{
  RoundelCharter *charter = g_new0 (RoundelCharter, 1);

  charter->id = g_strdup (id);
  charter->circle = g_strdup (circle);
  charter->rules = g_new0 (char *, 1);
  charter->agreed = g_new0 (char *, 1);
  g_ptr_array_add (self->charters, charter);
  return charter;
}

/**
 * roundel_program_add_result:
 * @self: a program
 * @id: names the result
 *
 * Returns: (transfer none): a new result wanted
 */
RoundelResult *
roundel_program_add_result (RoundelProgram *self,
                            const char     *id)
{
  RoundelResult *result = roundel_result_new (id, NULL, NULL);

  g_ptr_array_add (self->results, result);
  return result;
}

/**
 * roundel_program_add_lesson:
 * @self: a program
 * @id: names the lesson
 *
 * Returns: (transfer none): a new lesson
 */
RoundelLesson *
roundel_program_add_lesson (RoundelProgram *self,
                            const char     *id)
{
  RoundelLesson *lesson = g_new0 (RoundelLesson, 1);

  lesson->id = g_strdup (id);
  g_ptr_array_add (self->lessons, lesson);
  return lesson;
}

/**
 * roundel_program_add_record:
 * @self: a program
 * @id: names the record
 *
 * Returns: (transfer none): the record of a finished session, in which nobody had a case
 */
RoundelSessionRecord *
roundel_program_add_record (RoundelProgram *self,
                            const char     *id)
{
  RoundelSessionRecord *record = roundel_session_record_new (id, NULL);

  g_ptr_array_add (self->records, record);
  return record;
}

/**
 * roundel_program_add_attendance:
 * @self: a program
 * @id: names it
 *
 * Returns: (transfer none): the attendance of a session to which nobody came
 */
RoundelAttendance *
roundel_program_add_attendance (RoundelProgram *self,
                                const char     *id)
{
  RoundelAttendance *attendance = roundel_attendance_new (id, NULL);

  g_ptr_array_add (self->attendances, attendance);
  return attendance;
}

/**
 * roundel_program_add_harvest:
 * @self: a program
 * @id: names it
 *
 * Returns: (transfer none): a new harvest, without lines
 */
RoundelHarvest *
roundel_program_add_harvest (RoundelProgram *self,
                             const char     *id)
{
  RoundelHarvest *harvest = roundel_harvest_new (id, NULL);

  g_ptr_array_add (self->harvests, harvest);
  return harvest;
}

/**
 * roundel_program_add_evaluation:
 * @self: a program
 * @id: names it
 *
 * Returns: (transfer none): a new evaluation, without answers
 */
RoundelEvaluation *
roundel_program_add_evaluation (RoundelProgram *self,
                                const char     *id)
{
  RoundelEvaluation *evaluation = roundel_evaluation_new (id, NULL);

  g_ptr_array_add (self->evaluations, evaluation);
  return evaluation;
}

/**
 * roundel_program_add_note:
 * @self: a program
 * @id: names the note
 *
 * Returns: (transfer none): an empty answer to the readiness check
 */
RoundelReadinessNote *
roundel_program_add_note (RoundelProgram *self,
                          const char     *id)
{
  RoundelReadinessNote *note = g_new0 (RoundelReadinessNote, 1);

  note->id = g_strdup (id);
  g_ptr_array_add (self->notes, note);
  return note;
}

/**
 * roundel_program_put_in_order:
 * @self: a program that was read or changed
 *
 * Brings everything into the one order that its content gives, and numbers the sessions: the same records make the same
 * program, in whatever order they came.
 */
void
roundel_program_put_in_order (RoundelProgram *self)
{
  const RoundelSession *before = NULL;

  g_ptr_array_sort (self->circles, compare_ids);
  g_ptr_array_sort_with_data (self->sessions, compare_sessions, self);
  order_members (self);
  g_ptr_array_sort (self->partners, compare_ids);
  g_ptr_array_sort (self->charters, compare_ids);
  g_ptr_array_sort (self->results, compare_ids);
  g_ptr_array_sort (self->lessons, compare_ids);
  g_ptr_array_sort (self->records, compare_ids);
  g_ptr_array_sort (self->attendances, compare_ids);
  g_ptr_array_sort (self->notes, compare_ids);
  g_ptr_array_sort (self->topics, compare_ids);
  g_ptr_array_sort (self->ballots, compare_ids);
  g_ptr_array_sort (self->people, compare_ids);
  g_ptr_array_sort (self->decisions, compare_ids);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      RoundelSession *session = self->sessions->pdata[i];

      session->number = before != NULL && g_strcmp0 (before->circle, session->circle) == 0 ? before->number + 1 : 1;
      before = session;
    }
}

/**
 * roundel_program_find_member:
 * @self: a program
 * @id: (nullable): id of a member
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if @self has none of that id
 */
RoundelMember *
roundel_program_find_member (const RoundelProgram *self,
                             const char           *id)
{
  return find_id (self->members, id);
}

/**
 * roundel_program_find_circle:
 * @self: a program
 * @id: (nullable): id of a circle
 *
 * Returns: (transfer none) (nullable): the circle
 */
RoundelCircle *
roundel_program_find_circle (const RoundelProgram *self,
                             const char           *id)
{
  return find_id (self->circles, id);
}

/**
 * roundel_program_find_session:
 * @self: a program
 * @id: (nullable): id of a session
 *
 * Returns: (transfer none) (nullable): the session
 */
RoundelSession *
roundel_program_find_session (const RoundelProgram *self,
                              const char           *id)
{
  return find_id (self->sessions, id);
}

/**
 * roundel_program_list_circle:
 * @self: a program
 * @circle: (nullable): one of its circles, or %NULL for all members
 *
 * Returns: (transfer full) (element-type guint): indices of the members who meet; those whose record is not here are
 *   passed over
 */
GArray *
roundel_program_list_circle (const RoundelProgram *self,
                             const RoundelCircle  *circle)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->members->len; i++)
    if (circle == NULL || g_strv_contains ((const char *const *) circle->members, id_of (self->members->pdata[i])))
      g_array_append_val (indices, i);
  return indices;
}

/**
 * roundel_program_dup_circle_name:
 * @self: a program
 * @circle: index of one of its circles
 *
 * Returns: (transfer full): what it is called, “Circle 2” if nothing else
 */
char *
roundel_program_dup_circle_name (const RoundelProgram *self,
                                 guint                 circle)
{
  const char *name = ((RoundelCircle *) self->circles->pdata[circle])->name;

  return name != NULL ? g_strdup (name) : g_strdup_printf (_("Circle %u"), circle + 1);
}

/* A sentence about one person says enough. */
static void
say_circle (const RoundelProgram *self,
            guint                 circle,
            RoundelConflict      *conflict)
{
  g_autofree char *name = roundel_program_dup_circle_name (self, circle);
  g_autofree char *why = conflict->why;

  conflict->circle = g_strdup (id_of (self->circles->pdata[circle]));
  conflict->why = conflict->kind == ROUNDEL_CONFLICT_REPORTING_LINE || conflict->members->len == 1 ? g_steal_pointer (&why)
                  /* Translators: the name of a circle, and what stands against it */
                  : g_strdup_printf (_("%s: %s"), name, why);
}

/**
 * roundel_program_find_conflicts:
 * @self: a program
 * @outcome: (nullable): its outcome, for the sizes and for whether reporting lines matter
 *
 * Where an exception was agreed (D5), it is with the conflict.
 *
 * Returns: (transfer full) (element-type RoundelConflict): all that stands against the circles meeting as peers (D4), circle
 *   by circle; the members are indices into those of @self
 */
GPtrArray *
roundel_program_find_conflicts (const RoundelProgram *self,
                                const RoundelOutcome *outcome)
{
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (self->members);
  gboolean lines_matter = outcome == NULL || outcome->reporting_lines_conflict;
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_conflict_free);

  for (guint i = 0; i < self->circles->len; i++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (self, self->circles->pdata[i]);
      guint before = conflicts->len;

      g_ptr_array_extend_and_steal (conflicts, roundel_conflicts_find (self->members, lines_matter ? lines : NULL, circle,
                                                                       outcome != NULL ? outcome->circle_min : 0,
                                                                       outcome != NULL ? outcome->circle_max : 0));
      if (outcome != NULL && outcome->different_teams)
        g_ptr_array_extend_and_steal (conflicts, roundel_conflicts_find_teams (self->members, circle));
      for (guint k = before; k < conflicts->len && self->circles->len > 1; k++)
        say_circle (self, i, conflicts->pdata[k]);
    }
  if (lines_matter)
    for (guint i = 0; i < roundel_reporting_unclear (lines)->len; i++)
      g_ptr_array_add (conflicts, roundel_conflict_copy (roundel_reporting_unclear (lines)->pdata[i]));
  for (guint i = 0; i < conflicts->len; i++)
    {
      RoundelConflict *conflict = conflicts->pdata[i];
      const RoundelReadinessNote *exception = roundel_program_find_exception (self, conflict);

      if (exception != NULL)
        conflict->exception = g_strdup (exception->evidence);
    }
  return conflicts;
}

static GArray *
find_indices (const RoundelProgram *self,
              char                **ids)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (char **id = ids; *id != NULL; id++)
    {
      guint index;

      if (g_ptr_array_find (self->members, find_id (self->members, *id), &index))
        g_array_append_val (indices, index);
    }
  return indices;
}

/**
 * roundel_program_fold_ledger:
 * @self: a program
 *
 * Returns: (transfer full): the turn ledger (R1) of the members of @self after the sessions that have been held
 */
RoundelLedger *
roundel_program_fold_ledger (const RoundelProgram *self)
{
  RoundelLedger *ledger = roundel_ledger_new (self->members->len);

  for (guint s = 0; s < self->sessions->len; s++)
    for (guint r = 0; r < self->records->len; r++)
      {
        const RoundelSessionRecord *record = self->records->pdata[r];
        g_autoptr (GArray) had = NULL;
        g_autoptr (GArray) owed = NULL;

        if (g_strcmp0 (record->session, id_of (self->sessions->pdata[s])) != 0)
          continue;
        had = find_indices (self, record->had);
        owed = find_indices (self, record->owed);
        roundel_ledger_add_session (ledger, had, owed);
      }
  return ledger;
}

/**
 * roundel_program_fold_together:
 * @self: a program
 *
 * Returns: (transfer full): who was in groups with whom in the sessions that have been held (R4)
 */
RoundelTogether *
roundel_program_fold_together (const RoundelProgram *self)
{
  RoundelTogether *together = roundel_together_new (self->members->len);

  for (guint s = 0; s < self->sessions->len; s++)
    for (guint r = 0; r < self->records->len; r++)
      {
        const RoundelSessionRecord *record = self->records->pdata[r];

        if (g_strcmp0 (record->session, id_of (self->sessions->pdata[s])) != 0)
          continue;
        for (guint g = 0; g < record->groups->len; g++)
          {
            g_autoptr (GArray) group = find_indices (self, record->groups->pdata[g]);

            roundel_together_add (together, group, s + 1);
          }
      }
  return together;
}

/**
 * roundel_program_expand_session:
 * @self: a program
 * @session: one of its sessions
 * @formats: where the formats come from
 * @error: return location for why it cannot be done
 *
 * Returns: (transfer full): the timed plan of @session if everybody of its circle comes, or %NULL
 */
RoundelAgenda *
roundel_program_expand_session (const RoundelProgram  *self,
                                const RoundelSession  *session,
                                const RoundelFormats  *formats,
                                GError               **error)
{
  g_autoptr (GArray) circle = roundel_program_list_circle (self, roundel_program_find_circle (self, session->circle));
  RoundelExpansion expansion = { circle->len, session->seconds };

  return roundel_outline_expand (session->outline, formats, &expansion, error);
}

/**
 * roundel_program_expand_present:
 * @self: a program
 * @session: one of its sessions
 * @outcome: (nullable): its outcome, for whether reporting lines matter
 * @present: (element-type guint): indices of the members who came
 * @seconds: how long there is; the length of @session as a rule
 * @formats: where the formats come from
 * @error: return location for why it cannot be done
 *
 * Makes the timed plan of @session for those who are there: cases go by the turn ledger (R1), and nobody sits in a group
 * with somebody of the own reporting line if that can be (R4); if not, a note says so.
 *
 * Returns: (transfer full): the agenda, whose members are places in @present; or %NULL
 */
RoundelAgenda *
roundel_program_expand_present (const RoundelProgram  *self,
                                const RoundelSession  *session,
                                const RoundelOutcome  *outcome,
                                const GArray          *present,
                                guint                  seconds,
                                const RoundelFormats  *formats,
                                GError               **error)
{
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (self->members);
  g_autoptr (RoundelTogether) together = roundel_program_fold_together (self);
  g_autoptr (RoundelPairs) pairs = roundel_groups_pairs (present, lines, together);
  g_autoptr (RoundelLedger) ledger = roundel_program_fold_ledger (self);
  g_autoptr (GArray) claims = roundel_ledger_choose (ledger, present, G_MAXUINT);
  RoundelExpansion expansion = { present->len, seconds, claims, NULL, g_str_hash (session->id) };
  g_autoptr (GError) local = NULL;
  RoundelAgenda *agenda;

  for (guint i = 0; i < claims->len; i++)
    for (guint place = 0; place < present->len; place++)
      if (g_array_index (claims, guint, i) == g_array_index (present, guint, place))
        {
          g_array_index (claims, guint, i) = place;
          break;
        }
  if (outcome == NULL || outcome->reporting_lines_conflict)
    expansion.pairs = pairs;
  agenda = roundel_outline_expand (session->outline, formats, &expansion, &local);
  if (agenda == NULL && expansion.pairs != NULL && g_error_matches (local, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE))
    {
      expansion.pairs = NULL;
      agenda = roundel_outline_expand (session->outline, formats, &expansion, NULL);
      if (agenda != NULL)
        g_ptr_array_add (agenda->notes, g_strdup (local->message));
    }
  if (agenda == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return agenda;
}
