/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/groups.h"
#include "core/reporting.h"

#define GROUP "meeting"
#define PARTNERS "partner-meeting" /* id of the piece that is their plan */
#define LONG_ENOUGH (45 * 60) /* from here on a quick session has a beginning and an end of its own */

static void
add_part (GPtrArray  *outline,
          const char *format,
          guint       seconds,
          gboolean    optional)
{
  g_ptr_array_add (outline, roundel_outline_part_new (format, NULL, seconds, optional));
}

/* The first word of a name. */
static char *
first_word (const char *name)
{
  const char *end = strpbrk (name, " \t");

  return end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

static void
shift (GArray       *who,
       const GArray *map)
{
  for (guint i = 0; i < who->len; i++)
    g_array_index (who, guint, i) = g_array_index (map, guint, g_array_index (who, guint, i));
}

/* The agenda was made for those in WHO alone: gives them the indices of all members. */
static void
renumber (RoundelAgenda *agenda,
          const GArray  *who,
          guint          n_members)
{
  for (guint r = 0; r < agenda->rounds->len; r++)
    {
      RoundelRound *round = agenda->rounds->pdata[r];

      shift (round->speakers, who);
      for (guint g = 0; g < round->groups->len; g++)
        {
          GArray *group = round->groups->pdata[g];

          for (guint i = 0; i < group->len; i++)
            {
              RoundelSeat *seat = &g_array_index (group, RoundelSeat, i);

              seat->member = g_array_index (who, guint, seat->member);
            }
        }
    }
  shift (agenda->waiting, who);
  agenda->n_members = n_members;
}

static GArray *
list_placed (const RoundelMeeting *self)
{
  GArray *who = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->members->len; i++)
    if (roundel_meeting_get_presence (self, i) != ROUNDEL_PRESENCE_AWAY)
      g_array_append_val (who, i);
  return who;
}

/* 0 for whom the group gave a case, 1 for other members, 2 for those of them who had one today, 3 for guests. */
static guint
rank_claim (const RoundelMeeting *self,
            guint                 member,
            const gboolean       *had)
{
  if (member + self->guests >= self->members->len && !g_array_index (self->hand, RoundelHand, member).first)
    return 3;
  if (had != NULL && had[member])
    return 2;
  return g_array_index (self->hand, RoundelHand, member).first ? 0 : 1;
}

/* The order of claims among WHO, as indices into it. */
static GArray *
list_claims (const RoundelMeeting *self,
             const GArray         *who,
             const gboolean       *had)
{
  g_autoptr (GArray) chosen = self->ledger != NULL ? roundel_ledger_choose (self->ledger, who, G_MAXUINT)
                                                   : g_array_copy ((GArray *) who);
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint rank = 0; rank <= 3; rank++)
    for (guint i = 0; i < chosen->len; i++)
      for (guint j = 0; j < who->len; j++)
        {
          guint member = g_array_index (who, guint, j);

          if (member == g_array_index (chosen, guint, i) && rank_claim (self, member, had) == rank)
            g_array_append_val (claims, j);
        }
  return claims;
}

static GArray *
list_places (const RoundelMeeting *self,
             const GArray         *who)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < who->len; i++)
    g_array_append_val (places, g_array_index (self->hand, RoundelHand, g_array_index (who, guint, i)).group);
  return places;
}

static RoundelAgenda *
expand (const RoundelMeeting *self,
        const RoundelFormats *formats,
        const GPtrArray      *outline,
        guint                 seconds,
        const gboolean       *had,
        GError              **error)
{
  g_autoptr (GArray) who = list_placed (self);
  g_autoptr (GArray) claims = list_claims (self, who, had);
  g_autoptr (RoundelReporting) lines = self->apart ? roundel_reporting_new (self->members) : NULL;
  g_autoptr (RoundelPairs) pairs = NULL;
  g_autoptr (RoundelRoles) roles = self->roles != NULL ? roundel_roles_pick (self->roles, who) : NULL;
  g_autoptr (GArray) places = self->hand_format != NULL ? list_places (self, who) : NULL;
  g_autoptr (GError) local = NULL;
  RoundelExpansion expansion = { .n_members = who->len, .seconds = seconds, .claims = claims, .seed = self->seed,
                                 .roles = roles, .places = places, .places_format = self->hand_format };
  RoundelAgenda *agenda;

  if (who->len < 2)
    {
      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                           _("A session needs at least two people. Mark who is here."));
      return NULL;
    }
  if (lines != NULL || self->together != NULL)
    expansion.pairs = pairs = roundel_groups_pairs (who, lines, self->together);
  agenda = roundel_outline_expand (outline, formats, &expansion, &local);
  /* a session is held all the same, and a note says who sits with whom */
  if (agenda == NULL && pairs != NULL && g_error_matches (local, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE))
    {
      expansion.pairs = NULL;
      agenda = roundel_outline_expand (outline, formats, &expansion, NULL);
      if (agenda != NULL)
        g_ptr_array_add (agenda->notes, g_strdup (local->message));
    }
  if (agenda != NULL)
    renumber (agenda, who, self->members->len);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return agenda;
}

/**
 * roundel_meeting_new:
 * @title: what it is called
 * @seconds: how long it is
 *
 * Returns: (transfer full): a meeting without a plan and without people
 */
RoundelMeeting *
roundel_meeting_new (const char *title,
                     guint       seconds)
{
  RoundelMeeting *self = g_new0 (RoundelMeeting, 1);

  self->title = g_strdup (title);
  self->seconds = seconds;
  self->outline = roundel_outline_new ();
  self->members = roundel_members_new ();
  self->presence = g_array_new (FALSE, FALSE, sizeof (RoundelPresence));
  self->hand = g_array_new (FALSE, FALSE, sizeof (RoundelHand));
  self->led = -1;
  self->advice = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static RoundelMeeting *
new_unnamed (const char *title,
             guint       people,
             guint       seconds)
{
  RoundelMeeting *self = roundel_meeting_new (title, seconds);
  g_autoptr (GPtrArray) seats = roundel_members_new_unnamed (people);

  g_ptr_array_set_free_func (seats, NULL);
  for (guint i = 0; i < seats->len; i++)
    roundel_meeting_add (self, seats->pdata[i], ROUNDEL_PRESENCE_HERE);
  return self;
}

/**
 * roundel_meeting_new_quick:
 * @format: what it is for
 * @title: what to call it
 * @people: how many there are, all of them in the room
 * @seconds: how long there is
 *
 * A session without a program and without names (R10). A long one opens with a check-in and closes with commitments and
 * an evaluation, a short one has the time of the format alone.
 *
 * Returns: (transfer full): the meeting
 */
RoundelMeeting *
roundel_meeting_new_quick (const RoundelFormat *format,
                           const char          *title,
                           guint                people,
                           guint                seconds)
{
  RoundelMeeting *self = new_unnamed (title, people, seconds);

  if (seconds >= LONG_ENOUGH)
    add_part (self->outline, "check-in", 0, TRUE);
  add_part (self->outline, format->id, ROUNDEL_PLAN_REST, FALSE);
  if (seconds >= LONG_ENOUGH)
    {
      add_part (self->outline, "commitments", 0, FALSE);
      add_part (self->outline, "evaluation", 0, TRUE);
    }
  return self;
}

/**
 * roundel_meeting_new_partners:
 * @title: what to call it
 * @people: how many partners there are
 * @seconds: how long they have, all of them together
 *
 * A meeting of partners: the same share of the time for each, and nobody leads (J4).
 *
 * Returns: (transfer full): the meeting, without names
 */
RoundelMeeting *
roundel_meeting_new_partners (const char *title,
                              guint       people,
                              guint       seconds)
{
  RoundelMeeting *self = new_unnamed (title, people, seconds);

  add_part (self->outline, PARTNERS, ROUNDEL_PLAN_REST, FALSE);
  return self;
}

/**
 * roundel_meeting_is_of_partners:
 * @self: a meeting
 *
 * Returns: whether it is one of partners between the sessions, which leaves nothing in the notebook
 */
gboolean
roundel_meeting_is_of_partners (const RoundelMeeting *self)
{
  return self->program == NULL && self->outline->len > 0
         && g_str_equal (((RoundelOutlinePart *) self->outline->pdata[0])->format, PARTNERS);
}

void
roundel_meeting_free (RoundelMeeting *self)
{
  g_free (self->program);
  g_free (self->circle);
  g_free (self->session);
  g_free (self->title);
  g_free (self->caption);
  g_ptr_array_unref (self->outline);
  g_ptr_array_unref (self->members);
  g_array_unref (self->presence);
  g_clear_pointer (&self->together, roundel_together_free);
  g_clear_pointer (&self->ledger, roundel_ledger_free);
  g_clear_pointer (&self->roles, roundel_roles_free);
  g_array_unref (self->hand);
  g_free (self->hand_format);
  g_free (self->leader);
  g_strfreev (self->rules);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_ptr_array_unref (self->advice);
  g_free (self);
}

/**
 * roundel_meeting_add:
 * @self: a meeting
 * @member: (transfer full): one more
 * @presence: whether that member is here
 */
void
roundel_meeting_add (RoundelMeeting  *self,
                     RoundelMember   *member,
                     RoundelPresence  presence)
{
  const RoundelHand nowhere = { .group = ROUNDEL_ANY_GROUP };

  g_ptr_array_add (self->members, member);
  g_array_append_val (self->presence, presence);
  g_array_append_val (self->hand, nowhere);
}

RoundelPresence
roundel_meeting_get_presence (const RoundelMeeting *self,
                              guint                 member)
{
  g_return_val_if_fail (member < self->presence->len, ROUNDEL_PRESENCE_AWAY);

  return g_array_index (self->presence, RoundelPresence, member);
}

void
roundel_meeting_set_presence (RoundelMeeting  *self,
                              guint            member,
                              RoundelPresence  presence)
{
  g_return_if_fail (member < self->presence->len);

  g_array_index (self->presence, RoundelPresence, member) = presence;
}

/**
 * roundel_meeting_count:
 * @self: a meeting
 * @presence: here, expected or away
 *
 * Returns: how many members are
 */
guint
roundel_meeting_count (const RoundelMeeting *self,
                       RoundelPresence       presence)
{
  guint n = 0;

  for (guint i = 0; i < self->presence->len; i++)
    n += roundel_meeting_get_presence (self, i) == presence;
  return n;
}

/**
 * roundel_meeting_dup_name:
 * @self: a meeting
 * @member: index of a member
 *
 * Returns: (transfer full): the whole name, or “Seat 3”
 */
char *
roundel_meeting_dup_name (const RoundelMeeting *self,
                          guint                 member)
{
  const RoundelMember *m = self->members->pdata[member];

  /* Translators: a person in the room who has no name here, by the number of the place */
  return m->name != NULL && *m->name != '\0' ? g_strdup (m->name) : g_strdup_printf (_("Seat %u"), member + 1);
}

/**
 * roundel_meeting_dup_short:
 * @self: a meeting
 * @member: index of a member
 *
 * Returns: (transfer full): the first name, the whole name where two share it, or “Seat 3”
 */
char *
roundel_meeting_dup_short (const RoundelMeeting *self,
                           guint                 member)
{
  const RoundelMember *m = self->members->pdata[member];
  g_autofree char *first = NULL;

  if (m->name == NULL || *m->name == '\0')
    return roundel_meeting_dup_name (self, member);
  first = first_word (m->name);
  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelMember *other = self->members->pdata[i];
      g_autofree char *theirs = i != member && other->name != NULL ? first_word (other->name) : NULL;

      if (g_strcmp0 (first, theirs) == 0)
        return g_strdup (m->name);
    }
  return g_steal_pointer (&first);
}

/**
 * roundel_meeting_dup_key:
 * @self: a meeting
 * @member: index of a member
 *
 * The key that marks the member as present (R7): the first letter of the name that no member before has, or a figure
 * for a seat without a name.
 *
 * Returns: (transfer full) (nullable): one character in upper case, %NULL when none is left
 */
char *
roundel_meeting_dup_key (const RoundelMeeting *self,
                         guint                 member)
{
  g_autoptr (GString) taken = g_string_new (NULL);

  for (guint i = 0; i <= member; i++)
    {
      const RoundelMember *m = self->members->pdata[i];
      g_autofree char *figures = i < 9 ? g_strdup_printf ("%u", i + 1) : g_strdup ("");
      g_autofree char *candidates = g_utf8_strup (m->name != NULL && *m->name != '\0' ? m->name : figures, -1);
      gunichar key = 0;

      for (const char *c = candidates; *c != '\0' && key == 0; c = g_utf8_next_char (c))
        if (g_unichar_isalnum (g_utf8_get_char (c)) && g_utf8_strchr (taken->str, -1, g_utf8_get_char (c)) == NULL)
          key = g_utf8_get_char (c);
      if (i == member)
        {
          char text[7] = { 0 };

          if (key == 0)
            return NULL;
          g_unichar_to_utf8 (key, text);
          return g_strdup (text);
        }
      if (key != 0)
        g_string_append_unichar (taken, key);
    }
  g_return_val_if_reached (NULL);
}

/**
 * roundel_meeting_plan:
 * @self: a meeting
 * @formats: where the formats come from
 * @error: return location for a reason in figures
 *
 * Returns: (transfer full): the plan for those who are here or expected, or %NULL
 */
RoundelAgenda *
roundel_meeting_plan (const RoundelMeeting *self,
                      const RoundelFormats *formats,
                      GError              **error)
{
  return expand (self, formats, self->outline, self->seconds, NULL, error);
}

/**
 * roundel_meeting_plan_rest:
 * @self: a meeting
 * @formats: where the formats come from
 * @from: the first part of the outline that has not begun
 * @seconds: how long there is for it and what follows
 * @had: (nullable): for each member, whether a case was given to it today
 * @error: return location for a reason in figures
 *
 * Returns: (transfer full): what is left of the plan, for those who are here or expected now, or %NULL
 */
RoundelAgenda *
roundel_meeting_plan_rest (const RoundelMeeting *self,
                           const RoundelFormats *formats,
                           guint                 from,
                           guint                 seconds,
                           const gboolean       *had,
                           GError              **error)
{
  g_autoptr (GPtrArray) rest = roundel_outline_copy (self->outline);

  g_return_val_if_fail (from < rest->len, NULL);

  if (from > 0)
    g_ptr_array_remove_range (rest, 0, from);
  return expand (self, formats, rest, seconds, had, error);
}
