/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/draft-json.h"

#include "content/json-write.h"
#include "content/plan-json.h"

static void
add_member (JsonBuilder         *json,
            const RoundelMember *member)
{
  json_builder_begin_object (json);
  roundel_json_add_text (json, "id", member->id);
  roundel_json_add_text (json, "name", member->name);
  roundel_json_add_text (json, "email", member->email);
  roundel_json_add_text (json, "level", member->level);
  roundel_json_add_text (json, "team", member->team);
  roundel_json_add_text (json, "reports_to", member->reports_to);
  roundel_json_add_text (json, "site", member->site);
  roundel_json_add_texts (json, "interests", member->interests);
  roundel_json_add_texts (json, "goals", member->goals);
  roundel_json_add_texts (json, "can_help_with", member->can_help_with);
  json_builder_end_object (json);
}

static void
add_result (JsonBuilder         *json,
            const RoundelResult *result)
{
  json_builder_begin_object (json);
  roundel_json_add_text (json, "text", result->text);
  roundel_json_add_text (json, "measure", result->measure);
  roundel_json_add_text (json, "baseline", result->baseline);
  roundel_json_add_text (json, "target", result->target);
  json_builder_end_object (json);
}

static void
add_plan (JsonBuilder            *json,
          const RoundelDraftPlan *own)
{
  g_auto (GStrv) keys = g_strsplit (ROUNDEL_PLAN_TEXT_WORDS, " ", -1);

  json_builder_begin_object (json);
  roundel_json_add_uint (json, "session", own->number);
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    roundel_json_add_text (json, keys[i], own->plan->texts[i]);
  roundel_outline_add_json (own->plan->outline, json);
  roundel_between_list_add_json (own->plan->between, json);
  json_builder_end_object (json);
}

typedef void (*AddFunc) (JsonBuilder *json,
                         gpointer     item);

static void
add_list (JsonBuilder     *json,
          const char      *key,
          const GPtrArray *items,
          AddFunc          add)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add (json, items->pdata[i]);
  json_builder_end_array (json);
}

/**
 * roundel_draft_to_json:
 * @self: a draft
 *
 * Returns: (transfer full): @self as a JSON object, members included: what is kept so that nothing typed is lost
 */
char *
roundel_draft_to_json (const RoundelDraft *self)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "outcome", self->outcome);
  roundel_json_add_text (json, "by_products", self->by_products);
  roundel_json_add_text (json, "second", self->second);
  roundel_json_add_text (json, "title", self->title);
  roundel_json_add_text (json, "topic", self->topic);
  roundel_json_add_text (json, "starts", self->starts);
  roundel_json_add_text (json, "zone", self->zone);
  roundel_json_add_text (json, "days_off", self->days_off);
  roundel_json_add_text (json, "pattern", self->pattern);
  roundel_json_add_text (json, "facilitator", self->facilitator);
  roundel_json_add_text (json, "logistics", self->logistics);
  roundel_json_add_text (json, "page", self->page);
  roundel_json_add_text (json, "typed", self->typed);
  roundel_json_add_uint (json, "sessions", self->n_sessions);
  roundel_json_add_uint (json, "seconds", self->seconds);
  roundel_json_add_word (json, "mode", ROUNDEL_MODE_WORDS, self->mode);
  roundel_json_add_text (json, "place", self->place);
  roundel_json_add_text (json, "event", self->event);
  roundel_json_add_text (json, "event_on", self->event_on);
  roundel_json_add_uint (json, "seats", self->n_seats);
  roundel_json_add_uint (json, "circles", self->n_circles);
  add_list (json, "members", self->members, (AddFunc) add_member);
  if (self->results != NULL)
    add_list (json, "results", self->results, (AddFunc) add_result);
  add_list (json, "plans", self->plans, (AddFunc) add_plan);
  return roundel_json_end (json);
}

static RoundelMember *
read_member (RoundelJson *json,
             guint        number)
{
  g_autofree char *fallback = g_strdup_printf ("%u", number);
  g_autofree char *id = roundel_json_text (json, "id");
  RoundelMember *member = roundel_member_new (id != NULL ? id : fallback, NULL);

  member->name = roundel_json_text (json, "name");
  member->email = roundel_json_text (json, "email");
  member->level = roundel_json_text (json, "level");
  member->team = roundel_json_text (json, "team");
  member->reports_to = roundel_json_text (json, "reports_to");
  member->site = roundel_json_text (json, "site");
  member->interests = roundel_json_strings (json, "interests");
  member->goals = roundel_json_strings (json, "goals");
  member->can_help_with = roundel_json_strings (json, "can_help_with");
  return member;
}

static GPtrArray *
read_members (RoundelJson *json)
{
  GPtrArray *members = roundel_members_new ();
  guint n;

  if (!roundel_json_enter (json, "members"))
    return members;
  n = roundel_json_length (json);
  for (guint i = 0; i < n && roundel_json_enter_element (json, i); i++)
    {
      g_ptr_array_add (members, read_member (json, i + 1));
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
  return members;
}

static GPtrArray *
read_results (RoundelJson *json)
{
  GPtrArray *results;

  if (!roundel_json_enter (json, "results"))
    return NULL;
  results = roundel_results_new ();
  for (guint i = 0, n = roundel_json_length (json); i < n && roundel_json_enter_element (json, i); i++)
    {
      RoundelResult *result = roundel_result_new ("", NULL, NULL);

      result->text = roundel_json_text (json, "text");
      result->measure = roundel_json_text (json, "measure");
      result->baseline = roundel_json_text (json, "baseline");
      result->target = roundel_json_text (json, "target");
      g_ptr_array_add (results, result);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
  return results;
}

/* Returns DRAFT with the plan; takes DRAFT over. */
static RoundelDraft *
read_plan (RoundelDraft *draft,
           RoundelJson  *json)
{
  g_autoptr (RoundelDraft) owned = draft;
  g_autoptr (RoundelSessionPlan) plan = NULL;
  g_auto (GStrv) keys = g_strsplit (ROUNDEL_PLAN_TEXT_WORDS, " ", -1);
  RoundelProgram *program = roundel_program_new ("");
  RoundelSession *session = roundel_program_add_session (program, "", NULL);

  plan = roundel_session_plan_new (session);
  roundel_program_free (program);
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    plan->texts[i] = roundel_json_text (json, keys[i]);
  roundel_outline_read_json (plan->outline, json);
  roundel_between_list_read_json (plan->between, json);
  return roundel_draft_set_plan (owned, roundel_json_uint (json, "session", 1, ROUNDEL_DRAFT_MOST_SESSIONS, 1), plan);
}

static RoundelDraft *
read_plans (RoundelDraft *draft,
            RoundelJson  *json)
{
  if (!roundel_json_enter (json, "plans"))
    return draft;
  for (guint i = 0, n = roundel_json_length (json); i < n && roundel_json_enter_element (json, i); i++)
    {
      draft = read_plan (draft, json);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
  return draft;
}

/**
 * roundel_draft_from_json:
 * @text: what roundel_draft_to_json() wrote
 * @error: return location for a %ROUNDEL_CONTENT_ERROR_SYNTAX
 *
 * Returns: (transfer full): the draft, with as many answers as make sense; %NULL if @text is no JSON
 */
RoundelDraft *
roundel_draft_from_json (const char  *text,
                         GError     **error)
{
  g_autoptr (RoundelJson) json = roundel_json_new (text, -1, "draft", error);
  g_autoptr (GPtrArray) members = NULL;
  RoundelDraft *self;

  if (json == NULL)
    return NULL;
  roundel_json_pass_over (json);
  members = read_members (json);
  self = roundel_draft_new ();
  self->outcome = roundel_json_text (json, "outcome");
  self->by_products = roundel_json_text (json, "by_products");
  self->second = roundel_json_text (json, "second");
  self->title = roundel_json_text (json, "title");
  self->topic = roundel_json_text (json, "topic");
  self->starts = roundel_json_text (json, "starts");
  self->zone = roundel_json_text (json, "zone");
  self->days_off = roundel_json_text (json, "days_off");
  self->pattern = roundel_json_text (json, "pattern");
  self->facilitator = roundel_json_text (json, "facilitator");
  self->logistics = roundel_json_text (json, "logistics");
  self->page = roundel_json_text (json, "page");
  self->typed = roundel_json_text (json, "typed");
  self->n_sessions = roundel_json_uint (json, "sessions", 0, ROUNDEL_DRAFT_MOST_SESSIONS, 0);
  self->seconds = roundel_json_uint (json, "seconds", 0, ROUNDEL_DRAFT_MOST_SECONDS, 0);
  self->mode = roundel_json_choice (json, "mode", ROUNDEL_MODE_WORDS, ROUNDEL_MODE_IN_PERSON);
  self->place = roundel_json_text (json, "place");
  self->event = roundel_json_text (json, "event");
  self->event_on = roundel_json_text (json, "event_on");
  self->n_seats = roundel_json_uint (json, "seats", 0, ROUNDEL_DRAFT_MOST_SEATS, 0);
  self->n_circles = roundel_json_uint (json, "circles", 0, ROUNDEL_DRAFT_MOST_SEATS, 0);
  g_ptr_array_unref (self->members);
  self->members = g_steal_pointer (&members);
  self->results = read_results (json);
  return read_plans (self, json);
}
