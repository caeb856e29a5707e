/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/readiness-check.h"

#include <glib/gi18n-lib.h>

#include "core/agreement.h"
#include "core/ballot.h"
#include "core/committee.h"

static guint
count_members (const RoundelChecker *self,
               gboolean            (*has) (const RoundelMember *member))
{
  guint count = 0;

  for (guint i = 0; i < self->program->members->len; i++)
    count += has (self->program->members->pdata[i]);
  return count;
}

static gboolean
has_boss (const RoundelMember *member)
{
  return roundel_checker_is_filled (member->reports_to);
}

static gboolean
has_level (const RoundelMember *member)
{
  return roundel_checker_is_filled (member->level);
}

static gboolean
has_team (const RoundelMember *member)
{
  return roundel_checker_is_filled (member->team);
}

void
roundel_check_lines (RoundelChecker *self)
{
  guint n = self->program->members->len;
  guint known = count_members (self, has_boss);
  char *why = roundel_checker_describe (self, ROUNDEL_CONFLICT_REPORTING_LINE);

  if (why == NULL)
    why = roundel_checker_describe (self, ROUNDEL_CONFLICT_UNCLEAR_BOSS);
  if (self->outcome != NULL && !self->outcome->reporting_lines_conflict)
    roundel_checker_add (self, "reporting-lines", ROUNDEL_STATUS_MET, g_strdup (_("The team meets as it is, its lines included.")));
  else if (why != NULL)
    roundel_checker_add (self, "reporting-lines", ROUNDEL_STATUS_FAILED, why);
  else if (n == 0 || known < n)
    roundel_checker_add (self, "reporting-lines", ROUNDEL_STATUS_OPEN,
                         g_strdup_printf (_("Say to whom they report: known of %u of %u."), known, n));
  else
    roundel_checker_add_met (self, "reporting-lines", ROUNDEL_CONFLICT_REPORTING_LINE, _("No circle has a reporting line in it."));
}

void
roundel_check_levels (RoundelChecker *self)
{
  guint n = self->program->members->len;
  guint known = count_members (self, has_level);
  char *why = roundel_checker_describe (self, ROUNDEL_CONFLICT_LEVEL);

  if (why != NULL)
    roundel_checker_add (self, "levels", ROUNDEL_STATUS_FAILED, why);
  else if (n == 0 || known < n)
    roundel_checker_add (self, "levels", ROUNDEL_STATUS_OPEN,
                         g_strdup_printf (_("Say their levels: known of %u of %u."), known, n));
  else
    roundel_checker_add_met (self, "levels", ROUNDEL_CONFLICT_LEVEL, _("The members of each circle are at a similar level."));
}

/* Only where the outcome wants difference; who has no team to name, as a partner firm, is different. */
void
roundel_check_teams (RoundelChecker *self)
{
  guint n = self->program->members->len;
  guint known = count_members (self, has_team);
  char *why = roundel_checker_describe (self, ROUNDEL_CONFLICT_TEAM);

  if (self->outcome == NULL || !self->outcome->different_teams)
    return;
  if (why != NULL)
    roundel_checker_add (self, "teams", ROUNDEL_STATUS_FAILED, why);
  else if (n > 0 && known == n)
    roundel_checker_add_met (self, "teams", ROUNDEL_CONFLICT_TEAM, _("The members of each circle are from different teams."));
}

void
roundel_check_size (RoundelChecker *self)
{
  char *why = roundel_checker_describe (self, ROUNDEL_CONFLICT_SIZE);

  if (why != NULL)
    roundel_checker_add (self, "size", ROUNDEL_STATUS_FAILED, why);
  else if (self->outcome == NULL || self->program->circles->len == 0)
    roundel_checker_add (self, "size", ROUNDEL_STATUS_OPEN, g_strdup (_("Choose the outcome, and say who meets.")));
  else
    {
      g_autofree char *sizes = g_strdup_printf (_("Each circle has from %u to %u members."), self->outcome->circle_min,
                                                self->outcome->circle_max);

      roundel_checker_add_met (self, "size", ROUNDEL_CONFLICT_SIZE, sizes);
    }
}

void
roundel_check_topic (RoundelChecker *self)
{
  guint n_yes = roundel_program_count_yes (self->program);
  gboolean is_agreed = n_yes > 0 && n_yes >= self->program->members->len;

  if (roundel_checker_is_filled (self->program->topic))
    roundel_checker_add (self, "topic", ROUNDEL_STATUS_MET, g_strdup (self->program->topic));
  else
    roundel_checker_add (self, "topic", ROUNDEL_STATUS_OPEN, g_strdup (_("Name the topic that concerns all members.")));
  if (is_agreed)
    roundel_checker_add (self, "topic-chosen", ROUNDEL_STATUS_MET, g_strdup (_("Each member said yes to it.")));
  else
    roundel_checker_ask (self, "topic-chosen", _("Did the members choose the topic themselves, before the first session?"));
  roundel_checker_ask (self, "topic-hard", _("Is it something they have had little success with so far?"));
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
  const RoundelCharter *charter = roundel_program_find_charter (program, circle->id);
  RoundelStatus status = ROUNDEL_STATUS_MET;

  if (charter == NULL || charter->rules[0] == NULL || circle->members[0] == NULL)
    return ROUNDEL_STATUS_OPEN;
  for (char **id = circle->members; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) charter->agreed, *id))
      status = has_met (program, circle) ? ROUNDEL_STATUS_OPEN : ROUNDEL_STATUS_LATER;
  return status;
}

static void
check_charter (RoundelChecker *self)
{
  const GPtrArray *circles = self->program->circles;
  RoundelStatus worst = circles->len > 0 ? ROUNDEL_STATUS_MET : ROUNDEL_STATUS_OPEN;
  const char *why[] = {
    [ROUNDEL_STATUS_MET] = _("Everybody has agreed to the charter."),
    [ROUNDEL_STATUS_LATER] = _("The charter is ready to be agreed on in the first session."),
    [ROUNDEL_STATUS_OPEN] = _("Write a charter, and let everybody of the circle agree to it."),
  };

  for (guint i = 0; i < circles->len; i++)
    worst = MAX (worst, status_of_charter (self->program, circles->pdata[i]));
  roundel_checker_add (self, "charter", worst, g_strdup (why[worst]));
}

static void
check_room (RoundelChecker *self)
{
  guint n = self->program->sessions->len;
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    placed += roundel_checker_is_filled (((RoundelSession *) self->program->sessions->pdata[i])->place);
  roundel_checker_add_whole (self, "place", placed, n,
                             g_strdup_printf (_("Say where they meet: so far %u of %u."), placed, n),
                             _("Each session has a place."));
}

/* Answered for each session where its place is said, or for all of them at once. */
static void
check_overheard (RoundelChecker *self)
{
  guint n = self->program->sessions->len;
  guint unheard = 0;

  for (guint i = 0; i < n; i++)
    unheard += ((RoundelSession *) self->program->sessions->pdata[i])->unheard;
  if (n > 0 && unheard == n)
    roundel_checker_add (self, "overheard", ROUNDEL_STATUS_MET, g_strdup (_("Nobody can overhear any of the sessions.")));
  else
    roundel_checker_ask (self, "overheard", _("Can nobody overhear them there, on a call neither?"));
}

void
roundel_check_safety (RoundelChecker *self)
{
  check_charter (self);
  check_room (self);
  check_overheard (self);
}

static void
check_facilitators (RoundelChecker *self)
{
  const GPtrArray *circles = self->program->circles;
  gboolean members_lead = self->outcome != NULL && self->outcome->facilitation == ROUNDEL_FACILITATION_MEMBERS;
  guint named = 0;

  for (guint i = 0; i < circles->len; i++)
    {
      const RoundelCircle *circle = circles->pdata[i];
      g_autofree char *why = roundel_program_check_person (self->program, circle->facilitator);

      if (why != NULL)
        {
          roundel_checker_add (self, "facilitator", ROUNDEL_STATUS_FAILED,
                               /* Translators: a sentence that says who somebody is */
                               g_strdup_printf (_("%s Somebody else should lead the sessions."), why));
          return;
        }
      named += roundel_checker_is_filled (circle->facilitator);
    }
  if (self->program->informal)
    roundel_checker_add (self, "facilitator", ROUNDEL_STATUS_MET, g_strdup (_("Its members started it, and lead it themselves.")));
  else if (members_lead)
    roundel_checker_add (self, "facilitator", ROUNDEL_STATUS_MET, g_strdup (_("The members lead the sessions themselves.")));
  else if (circles->len == 0 || named < circles->len)
    roundel_checker_add (self, "facilitator", ROUNDEL_STATUS_OPEN,
                         g_strdup (_("Name who leads the sessions: nobody's boss, and nobody from human resources.")));
  else
    roundel_checker_add (self, "facilitator", ROUNDEL_STATUS_MET, g_strdup (_("Who leads the sessions is nobody's boss.")));
}

/* Whoever is around it, if somebody is: the committee and guests (D4, D5). */
static void
check_people (RoundelChecker *self)
{
  for (guint i = 0; i < self->program->people->len; i++)
    {
      const RoundelPerson *person = self->program->people->pdata[i];
      char *why = g_strcmp0 (person->role, ROUNDEL_PERSON_HUMAN_RESOURCES) != 0
                  ? roundel_program_check_person (self->program, person->name) : NULL;

      if (why != NULL)
        {
          roundel_checker_add (self, "people-around", ROUNDEL_STATUS_FAILED, why);
          return;
        }
    }
  if (roundel_program_has_person (self->program, ROUNDEL_PERSON_COMMITTEE)
      && !roundel_program_committee_has_member (self->program))
    roundel_checker_add (self, "people-around", ROUNDEL_STATUS_OPEN, g_strdup (_("Ask a member into the advisory committee.")));
  else if (self->program->people->len > 0)
    roundel_checker_add (self, "people-around", ROUNDEL_STATUS_MET,
                         g_strdup (_("Nobody of the committee and no guest is a member's boss, or from human resources.")));
}

void
roundel_check_support (RoundelChecker *self)
{
  check_facilitators (self);
  check_people (self);
  if (!self->program->informal)
    roundel_checker_ask (self, "letters", _("Has each supervisor signed the support letter?"));
  roundel_checker_ask (self, "work-time", _("Is the time of the sessions and of the practice work time?"));
  roundel_checker_ask (self, "no-report", _("Do supervisors and human resources agree to get no report of what is said?"));
}
