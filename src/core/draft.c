/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/draft.h"

#include <glib/gi18n-lib.h>

#include "core/schedule.h"

static void
problem_free (RoundelDraftProblem *self)
{
  g_free (self->why);
  g_free (self);
}

static void
plan_free (RoundelDraftPlan *self)
{
  roundel_session_plan_unref (self->plan);
  g_free (self);
}

/* A copy of SELF, still to be changed. The lists are shared: they never change. */
static RoundelDraft *
edit (const RoundelDraft *self)
{
  RoundelDraft *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->refs);
  copy->outcome = g_strdup (self->outcome);
  copy->by_products = g_strdup (self->by_products);
  copy->second = g_strdup (self->second);
  copy->title = g_strdup (self->title);
  copy->topic = g_strdup (self->topic);
  copy->starts = g_strdup (self->starts);
  copy->zone = g_strdup (self->zone);
  copy->days_off = g_strdup (self->days_off);
  copy->pattern = g_strdup (self->pattern);
  copy->place = g_strdup (self->place);
  copy->event = g_strdup (self->event);
  copy->event_on = g_strdup (self->event_on);
  copy->facilitator = g_strdup (self->facilitator);
  copy->logistics = g_strdup (self->logistics);
  copy->page = g_strdup (self->page);
  copy->typed = g_strdup (self->typed);
  g_ptr_array_ref (copy->members);
  g_ptr_array_ref (copy->plans);
  if (copy->results != NULL)
    g_ptr_array_ref (copy->results);
  return copy;
}

/* An answer of nothing but space is none, but what is being typed keeps its spaces. */
static RoundelDraft *
edit_text (const RoundelDraft *self,
           gsize               offset,
           const char         *text)
{
  RoundelDraft *copy = edit (self);
  char **field = (char **) G_STRUCT_MEMBER_P (copy, offset);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  g_free (*field);
  *field = *stripped != '\0' ? g_strdup (text) : NULL;
  return copy;
}

static gpointer
copy_member (gconstpointer member,
             gpointer      data)
{
  return roundel_member_copy (member);
}

/**
 * roundel_draft_new:
 *
 * Returns: (transfer full): a draft without answers
 */
RoundelDraft *
roundel_draft_new (void)
{
  RoundelDraft *self = g_new0 (RoundelDraft, 1);

  g_atomic_ref_count_init (&self->refs);
  self->members = roundel_members_new ();
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_free);
  return self;
}

RoundelDraft *
roundel_draft_ref (RoundelDraft *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
roundel_draft_unref (RoundelDraft *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->outcome);
  g_free (self->by_products);
  g_free (self->second);
  g_free (self->title);
  g_free (self->topic);
  g_free (self->starts);
  g_free (self->zone);
  g_free (self->days_off);
  g_free (self->pattern);
  g_free (self->place);
  g_free (self->event);
  g_free (self->event_on);
  g_free (self->facilitator);
  g_free (self->logistics);
  g_free (self->page);
  g_free (self->typed);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->plans);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self);
}

RoundelDraft *
roundel_draft_set_outcome (const RoundelDraft *self,
                           const char         *outcome)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, outcome), outcome);
}

RoundelDraft *
roundel_draft_set_by_products (const RoundelDraft *self,
                               const char         *by_products)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, by_products), by_products);
}

RoundelDraft *
roundel_draft_set_second (const RoundelDraft *self,
                          const char         *outcome)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, second), outcome);
}

RoundelDraft *
roundel_draft_set_title (const RoundelDraft *self,
                         const char         *title)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, title), title);
}

RoundelDraft *
roundel_draft_set_topic (const RoundelDraft *self,
                         const char         *topic)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, topic), topic);
}

RoundelDraft *
roundel_draft_set_start (const RoundelDraft *self,
                         const char         *starts)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, starts), starts);
}

RoundelDraft *
roundel_draft_set_zone (const RoundelDraft *self,
                        const char         *zone)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, zone), zone);
}

RoundelDraft *
roundel_draft_set_days_off (const RoundelDraft *self,
                            const char         *days_off)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, days_off), days_off);
}

RoundelDraft *
roundel_draft_set_pattern (const RoundelDraft *self,
                           const char         *pattern)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, pattern), pattern);
}

RoundelDraft *
roundel_draft_set_place (const RoundelDraft *self,
                         const char         *place)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, place), place);
}

RoundelDraft *
roundel_draft_set_event (const RoundelDraft *self,
                         const char         *event)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, event), event);
}

RoundelDraft *
roundel_draft_set_event_on (const RoundelDraft *self,
                            const char         *event_on)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, event_on), event_on);
}

RoundelDraft *
roundel_draft_set_facilitator (const RoundelDraft *self,
                               const char         *facilitator)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, facilitator), facilitator);
}

RoundelDraft *
roundel_draft_set_logistics (const RoundelDraft *self,
                             const char         *logistics)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, logistics), logistics);
}

RoundelDraft *
roundel_draft_set_typed (const RoundelDraft *self,
                         const char         *typed)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, typed), typed);
}

RoundelDraft *
roundel_draft_set_page (const RoundelDraft *self,
                        const char         *page)
{
  return edit_text (self, G_STRUCT_OFFSET (RoundelDraft, page), page);
}

RoundelDraft *
roundel_draft_set_session_count (const RoundelDraft *self,
                                 guint               n_sessions)
{
  RoundelDraft *copy = edit (self);

  copy->n_sessions = n_sessions;
  return copy;
}

RoundelDraft *
roundel_draft_set_session_length (const RoundelDraft *self,
                                  guint               seconds)
{
  RoundelDraft *copy = edit (self);

  copy->seconds = seconds;
  return copy;
}

RoundelDraft *
roundel_draft_set_mode (const RoundelDraft *self,
                        RoundelMode         mode)
{
  RoundelDraft *copy = edit (self);

  copy->mode = mode;
  return copy;
}

RoundelDraft *
roundel_draft_set_seat_count (const RoundelDraft *self,
                              guint               n_seats)
{
  RoundelDraft *copy = edit (self);

  copy->n_seats = n_seats;
  return copy;
}

RoundelDraft *
roundel_draft_set_circle_count (const RoundelDraft *self,
                                guint               n_circles)
{
  RoundelDraft *copy = edit (self);

  copy->n_circles = n_circles;
  return copy;
}

/**
 * roundel_draft_set_members:
 * @self: a draft
 * @members: (element-type RoundelMember): who they are; empty for seats without names
 *
 * Returns: (transfer full): a draft with a copy of @members
 */
RoundelDraft *
roundel_draft_set_members (const RoundelDraft *self,
                           const GPtrArray    *members)
{
  RoundelDraft *copy = edit (self);

  g_ptr_array_unref (copy->members);
  copy->members = g_ptr_array_copy ((GPtrArray *) members, copy_member, NULL);
  g_ptr_array_set_free_func (copy->members, (GDestroyNotify) roundel_member_free);
  return copy;
}

/**
 * roundel_draft_set_results:
 * @self: a draft
 * @results: (nullable) (element-type RoundelResult): the results wanted; %NULL for those that the outcome suggests
 *
 * Returns: (transfer full): a draft with a copy of @results
 */
RoundelDraft *
roundel_draft_set_results (const RoundelDraft *self,
                           const GPtrArray    *results)
{
  RoundelDraft *copy = edit (self);

  g_clear_pointer (&copy->results, g_ptr_array_unref);
  copy->results = results != NULL ? roundel_results_copy (results) : NULL;
  return copy;
}

/**
 * roundel_draft_set_plan:
 * @self: a draft
 * @number: number of a session, from 1
 * @plan: (nullable): its plan; %NULL for what the outcome or the pattern suggests
 *
 * Returns: (transfer full): a draft
 */
RoundelDraft *
roundel_draft_set_plan (const RoundelDraft *self,
                        guint               number,
                        RoundelSessionPlan *plan)
{
  RoundelDraft *copy = edit (self);
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_free);
  RoundelDraftPlan *own = NULL;

  for (guint i = 0; i <= self->plans->len; i++)
    {
      const RoundelDraftPlan *old = i < self->plans->len ? self->plans->pdata[i] : NULL;

      if (own == NULL && plan != NULL && (old == NULL || old->number >= number))
        {
          own = g_new0 (RoundelDraftPlan, 1);
          own->number = number;
          own->plan = roundel_session_plan_ref (plan);
          g_ptr_array_add (plans, own);
        }
      if (old != NULL && old->number != number)
        {
          RoundelDraftPlan *same = g_new0 (RoundelDraftPlan, 1);

          same->number = old->number;
          same->plan = roundel_session_plan_ref (old->plan);
          g_ptr_array_add (plans, same);
        }
    }
  g_ptr_array_unref (copy->plans);
  copy->plans = plans;
  return copy;
}

/**
 * roundel_draft_find_plan:
 * @self: a draft
 * @number: number of a session, from 1
 *
 * Returns: (transfer none) (nullable): the plan that the designer gave it
 */
const RoundelSessionPlan *
roundel_draft_find_plan (const RoundelDraft *self,
                         guint               number)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (((RoundelDraftPlan *) self->plans->pdata[i])->number == number)
      return ((RoundelDraftPlan *) self->plans->pdata[i])->plan;
  return NULL;
}

/**
 * roundel_draft_make_second:
 * @self: a draft whose designer wanted a second outcome
 *
 * Two outcomes are two houses (001): of the first design only the people and the time of the first session stay.
 *
 * Returns: (transfer full) (nullable): the draft of the program for the second outcome, or %NULL if there is none
 */
RoundelDraft *
roundel_draft_make_second (const RoundelDraft *self)
{
  RoundelDraft *second;

  if (self->second == NULL)
    return NULL;
  second = roundel_draft_set_members (self, self->members);
  g_clear_pointer (&second->outcome, g_free);
  second->outcome = g_steal_pointer (&second->second);
  g_clear_pointer (&second->by_products, g_free);
  g_clear_pointer (&second->title, g_free);
  g_clear_pointer (&second->topic, g_free);
  g_clear_pointer (&second->pattern, g_free);
  g_clear_pointer (&second->event, g_free);
  g_clear_pointer (&second->event_on, g_free);
  g_clear_pointer (&second->page, g_free);
  g_clear_pointer (&second->results, g_ptr_array_unref);
  g_ptr_array_unref (second->plans);
  second->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_free);
  second->n_sessions = 0;
  second->seconds = 0;
  second->n_circles = 0;
  return second;
}

static void
add_problem (GPtrArray         *problems,
             RoundelDraftField  field,
             gboolean           missing,
             const char        *why)
{
  RoundelDraftProblem *problem = g_new0 (RoundelDraftProblem, 1);

  problem->field = field;
  problem->missing = missing;
  problem->why = g_strdup (why);
  g_ptr_array_add (problems, problem);
}

/**
 * roundel_draft_count_people:
 * @self: a draft
 *
 * Returns: how many people there are, with and without names; 0 for not said
 */
guint
roundel_draft_count_people (const RoundelDraft *self)
{
  return MAX (self->members->len, self->n_seats);
}

/**
 * roundel_draft_list_problems:
 * @self: a draft
 *
 * What is still to be answered, or answered otherwise, before it is a program. Whether an outcome or a pattern of that id
 * exists is for those to say who have them.
 *
 * Returns: (transfer full) (element-type RoundelDraftProblem): the problems in the order of the answers, none when all is well
 */
GPtrArray *
roundel_draft_list_problems (const RoundelDraft *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  guint people = roundel_draft_count_people (self);

  if (self->outcome == NULL)
    add_problem (problems, ROUNDEL_DRAFT_OUTCOME, TRUE, _("Choose the one question that the program is to answer."));
  if (self->title == NULL)
    add_problem (problems, ROUNDEL_DRAFT_TITLE, TRUE, _("Give the program a title."));
  if (self->topic == NULL)
    add_problem (problems, ROUNDEL_DRAFT_TOPIC, TRUE, _("Name the topic that concerns all members."));
  if (self->starts == NULL)
    add_problem (problems, ROUNDEL_DRAFT_START, TRUE, _("Choose when the first session is."));
  else if (!roundel_local_time_is_valid (self->starts))
    add_problem (problems, ROUNDEL_DRAFT_START, FALSE, _("Write the start as 2027-01-14T15:00, on a day in the calendar."));
  if (self->zone == NULL)
    add_problem (problems, ROUNDEL_DRAFT_ZONE, TRUE, _("Choose the time zone of the sessions."));
  else if (!roundel_zone_is_valid (self->zone))
    add_problem (problems, ROUNDEL_DRAFT_ZONE, FALSE, _("Choose a time zone that exists, such as Europe/Oslo."));
  if (!roundel_days_off_is_valid (self->days_off))
    add_problem (problems, ROUNDEL_DRAFT_DAYS_OFF, FALSE,
                 _("Write days off as 2027-02-18, and a time off as 2027-03-22/2027-03-29, with commas between them."));
  if (self->n_sessions > ROUNDEL_DRAFT_MOST_SESSIONS)
    add_problem (problems, ROUNDEL_DRAFT_SESSIONS, FALSE, _("Plan fewer sessions, 200 at most."));
  if (self->seconds != 0 && (self->seconds < ROUNDEL_DRAFT_LEAST_SECONDS || self->seconds > ROUNDEL_DRAFT_MOST_SECONDS))
    add_problem (problems, ROUNDEL_DRAFT_LENGTH, FALSE, _("Make a session from 10 minutes to 10 hours long."));
  if (people == 0)
    add_problem (problems, ROUNDEL_DRAFT_PEOPLE, TRUE, _("Say how many people learn together, or who."));
  else if (people == 1)
    add_problem (problems, ROUNDEL_DRAFT_PEOPLE, FALSE, _("Find at least two people: nobody is a peer alone."));
  else if (people > ROUNDEL_DRAFT_MOST_SEATS)
    add_problem (problems, ROUNDEL_DRAFT_PEOPLE, FALSE, _("Make several programs of more than 5000 people."));
  return problems;
}
