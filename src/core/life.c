/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/life.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/schedule.h"

static void G_GNUC_PRINTF (2, 3)
note (GPtrArray  *notes,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (notes, g_strdup_vprintf (format, args));
  va_end (args);
}

static char *
label_of (const RoundelProgram *self,
          const char           *id)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_str_equal (((RoundelMember *) self->members->pdata[i])->id, id))
      return roundel_members_dup_label (self->members, i);
  return g_strdup (id);
}

static char **
with (char       **ids,
      const char  *id)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_strv_builder_addv (list, (const char **) ids);
  g_strv_builder_add (list, id);
  return g_strv_builder_end (list);
}

static char **
without (char       **ids,
         const char  *id)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (char **one = ids; *one != NULL; one++)
    if (!g_str_equal (*one, id))
      g_strv_builder_add (list, *one);
  return g_strv_builder_end (list);
}

static void
replace (char ***old,
         char  **ids)
{
  g_strfreev (*old);
  *old = ids;
}

static RoundelCircle *
find_circle_of (const RoundelProgram *self,
                const char           *member)
{
  for (guint i = 0; i < self->circles->len; i++)
    {
      RoundelCircle *circle = self->circles->pdata[i];

      if (g_strv_contains ((const char * const *) circle->members, member))
        return circle;
    }
  return NULL;
}

/* The partners of a circle; a program of one circle may name none. */
static RoundelPartnering *
find_partners (const RoundelProgram *self,
               const RoundelCircle  *circle)
{
  for (guint i = 0; i < self->partners->len; i++)
    {
      RoundelPartnering *partners = self->partners->pdata[i];

      if (g_strcmp0 (partners->circle, circle->id) == 0 || (partners->circle == NULL && self->circles->len == 1))
        return partners;
    }
  return NULL;
}

static guint
find_index (const RoundelProgram *self,
            const char           *id)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_str_equal (((RoundelMember *) self->members->pdata[i])->id, id))
      return i;
  return G_MAXUINT;
}

static gboolean
may_be_partners (const RoundelProgram   *self,
                 const RoundelReporting *lines,
                 const char             *one,
                 const char             *other)
{
  guint a = find_index (self, one);
  guint b = find_index (self, other);

  return a == G_MAXUINT || b == G_MAXUINT || lines == NULL || !roundel_reporting_in_line (lines, a, b);
}

static void
note_partners (const RoundelProgram  *self,
               char                 **group,
               GPtrArray             *notes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (char **id = group; *id != NULL; id++)
    g_ptr_array_add (names, label_of (self, *id));
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: %s is a list of names: who meets between the sessions from now on */
  note (notes, _("Partners from now on: %s."), text);
}

/* Whoever is alone, else one of a trio, else a pair that becomes one: as few meetings as can be change. */
static void
give_partner (RoundelProgram    *self,
              RoundelPartnering *partners,
              const char        *member,
              gboolean           matter,
              GPtrArray         *notes)
{
  g_autoptr (RoundelReporting) lines = matter ? roundel_reporting_new (self->members) : NULL;
  const guint sizes[] = { 1, 3, 2 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint i = 0; i < partners->groups->len; i++)
      {
        char **group = partners->groups->pdata[i];
        guint size = sizes[s];
        gboolean all = TRUE;

        if (g_strv_length (group) != size)
          continue;
        for (guint k = 0; k < size; k++)
          {
            gboolean may = may_be_partners (self, lines, member, group[k]);

            all = all && may;
            if (size == 3 && may)
              {
                char *pair[] = { group[k], (char *) member, NULL };

                g_ptr_array_add (partners->groups, g_strdupv (pair));
                partners->groups->pdata[i] = without (group, group[k]);
                note_partners (self, partners->groups->pdata[i], notes);
                note_partners (self, partners->groups->pdata[partners->groups->len - 1], notes);
                g_strfreev (group);
                return;
              }
          }
        if (size < 3 && all)
          {
            partners->groups->pdata[i] = with (group, member);
            note_partners (self, partners->groups->pdata[i], notes);
            g_strfreev (group);
            return;
          }
      }
  {
    g_autofree char *name = label_of (self, member);
    char *alone[] = { (char *) member, NULL };

    g_ptr_array_add (partners->groups, g_strdupv (alone));
    /* Translators: %s is a name */
    note (notes, _("%s has no partner yet."), name);
  }
}

static void
take_from_partners (RoundelProgram    *self,
                    RoundelPartnering *partners,
                    const char        *member,
                    gboolean           matter,
                    GPtrArray         *notes)
{
  for (guint i = 0; i < partners->groups->len; i++)
    {
      g_auto (GStrv) group = NULL;
      g_auto (GStrv) left = NULL;

      if (!g_strv_contains ((const char * const *) partners->groups->pdata[i], member))
        continue;
      group = g_ptr_array_steal_index (partners->groups, i);
      left = without (group, member);
      if (g_strv_length (left) > 1)
        {
          note_partners (self, left, notes);
          g_ptr_array_insert (partners->groups, (gint) i, g_steal_pointer (&left));
        }
      else if (g_strv_length (left) == 1)
        give_partner (self, partners, left[0], matter, notes);
      return;
    }
}

static gboolean
lines_matter (const RoundelOutcome *outcome)
{
  return outcome == NULL || outcome->reporting_lines_conflict;
}

/* What stands against them meeting as peers now and did not BEFORE. */
static void
note_conflicts (const RoundelProgram *self,
                const RoundelOutcome *outcome,
                const GPtrArray      *before,
                GPtrArray            *notes)
{
  g_autoptr (GPtrArray) now = roundel_program_find_conflicts (self, outcome);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, ((RoundelConflict *) before->pdata[i])->why);
  for (int size = TRUE; size >= FALSE; size--) /* what is wrong with the circle goes before what is with some of it */
    for (guint i = 0; i < now->len; i++)
      {
        const RoundelConflict *conflict = now->pdata[i];

        if ((conflict->kind == ROUNDEL_CONFLICT_SIZE) == size && !g_hash_table_contains (known, conflict->why))
          note (notes, _("To settle: %s."), conflict->why);
      }
}

static void
note_charter (const RoundelProgram *self,
              const RoundelCircle  *circle,
              const char           *member,
              GPtrArray            *notes)
{
  g_autofree char *name = label_of (self, member);

  for (guint i = 0; i < self->charters->len; i++)
    {
      const RoundelCharter *charter = self->charters->pdata[i];

      if ((charter->circle == NULL || g_str_equal (charter->circle, circle->id)) && charter->agreed != NULL
          && *charter->agreed != NULL && !g_strv_contains ((const char * const *) charter->agreed, member))
        /* Translators: %s is a name */
        note (notes, _("%s has not agreed to the charter yet: go through it at the next session."), name);
    }
}

static void
put_into (RoundelProgram *self,
          RoundelCircle  *circle,
          const char     *member,
          gboolean        matter,
          GPtrArray      *notes)
{
  RoundelPartnering *partners = find_partners (self, circle);

  replace (&circle->members, with (circle->members, member));
  if (partners != NULL)
    give_partner (self, partners, member, matter, notes);
  note_charter (self, circle, member, notes);
}

static void
take_out_of (RoundelProgram *self,
             RoundelCircle  *circle,
             const char     *member,
             gboolean        matter,
             GPtrArray      *notes)
{
  RoundelPartnering *partners = find_partners (self, circle);

  replace (&circle->members, without (circle->members, member));
  if (partners != NULL)
    take_from_partners (self, partners, member, matter, notes);
  if (g_strcmp0 (circle->facilitator, member) == 0)
    {
      g_clear_pointer (&circle->facilitator, g_free);
      note (notes, _("Nobody leads the circle now. Find somebody, or let the members lead in turn."));
    }
}

/**
 * roundel_program_move_session:
 * @self: a program
 * @session: id of one of its sessions, with a date
 * @starts: its new local time, such as `2027-02-18T15:00`
 * @later_too: whether all later sessions of its circle move by as much
 *
 * Plans, records and the turn ledger stay with their sessions.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it, sentences in the reader's language
 */
GPtrArray *
roundel_program_move_session (RoundelProgram *self,
                              const char     *session,
                              const char     *starts,
                              gboolean        later_too)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelSession *moved = roundel_program_find_session (self, session);
  g_autofree char *before = NULL;
  guint number, n_later = 0;
  gint64 by;

  g_return_val_if_fail (moved != NULL && roundel_local_time_is_valid (starts), notes);

  before = g_strdup (moved->starts);
  number = moved->number;
  by = before != NULL ? roundel_local_time_distance (before, starts) : 0;
  for (guint i = 0; later_too && before != NULL && i < self->sessions->len; i++)
    {
      RoundelSession *later = self->sessions->pdata[i];
      char *at;

      if (later == moved || later->starts == NULL || g_strcmp0 (later->circle, moved->circle) != 0
          || strcmp (later->starts, before) <= 0)
        continue;
      at = roundel_local_time_add (later->starts, by);
      g_free (later->starts);
      later->starts = at;
      n_later++;
    }
  g_free (moved->starts);
  moved->starts = g_strdup (starts);
  roundel_program_put_in_order (self);
  if (n_later > 0)
    note (notes, ngettext ("%u later session moves along.", "%u later sessions move along.", n_later), n_later);
  if (moved->number != number)
    note (notes, _("Session %u becomes session %u: sessions are numbered by their dates."), number, moved->number);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *other = self->sessions->pdata[i];

      if (other != moved && other->starts != NULL && g_strcmp0 (other->circle, moved->circle) == 0
          && strncmp (other->starts, starts, strlen ("2027-02-18")) == 0)
        note (notes, _("Session %u is on the same day."), other->number);
    }
  return notes;
}

/**
 * roundel_program_set_room:
 * @self: a program
 * @session: id of a session
 * @mode: how it is held
 * @place: (nullable): where, or the address of the call
 * @unheard: whether somebody made sure that nobody can overhear them there (D11)
 * @later_too: the same holds for all later sessions of its circle
 *
 * Says where a session is.
 */
void
roundel_program_set_room (RoundelProgram *self,
                          const char     *session,
                          RoundelMode     mode,
                          const char     *place,
                          gboolean        unheard,
                          gboolean        later_too)
{
  const RoundelSession *from = roundel_program_find_session (self, session);

  g_return_if_fail (from != NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      RoundelSession *one = self->sessions->pdata[i];

      if (one != from && (!later_too || g_strcmp0 (one->circle, from->circle) != 0 || one->number < from->number))
        continue;
      one->mode = mode;
      g_free (one->place);
      one->place = place != NULL && *place != '\0' ? g_strdup (place) : NULL;
      one->unheard = unheard;
    }
}

/**
 * roundel_program_join:
 * @self: a program
 * @member: who joins, with an id of their own
 * @circle: id of the circle they join
 * @outcome: (nullable): the outcome of @self
 *
 * They get a partner: one of a trio, else a pair becomes a trio. In the turn ledger they have had no case, and so are
 * among the first.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_join (RoundelProgram       *self,
                      const RoundelMember  *member,
                      const char           *circle,
                      const RoundelOutcome *outcome)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelCircle *into = roundel_program_find_circle (self, circle);
  g_autoptr (GPtrArray) before = roundel_program_find_conflicts (self, outcome);

  g_return_val_if_fail (into != NULL && find_circle_of (self, member->id) == NULL, notes);

  if (roundel_program_find_member (self, member->id) == NULL)
    g_ptr_array_add (self->members, roundel_member_copy (member));
  put_into (self, into, member->id, lines_matter (outcome), notes);
  roundel_program_put_in_order (self);
  note_conflicts (self, outcome, before, notes);
  return notes;
}

/* What was noted for the seat stays where BY says nothing. */
static void
fill_seat (RoundelMember       *seat,
           const RoundelMember *by)
{
  const struct { char **to; const char *from; } texts[] = {
    { &seat->name, by->name }, { &seat->email, by->email }, { &seat->level, by->level }, { &seat->team, by->team },
    { &seat->reports_to, by->reports_to }, { &seat->site, by->site },
  };
  const struct { char ***to; char **from; } lists[] = {
    { &seat->interests, by->interests }, { &seat->goals, by->goals }, { &seat->can_help_with, by->can_help_with },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].from != NULL)
      {
        g_free (*texts[i].to);
        *texts[i].to = g_strdup (texts[i].from);
      }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].from != NULL)
      {
        g_strfreev (*lists[i].to);
        *lists[i].to = g_strdupv (lists[i].from);
      }
}

static gboolean
is_known (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A seat without a name. */
static RoundelMember *
find_seat (const RoundelProgram *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      RoundelMember *member = self->members->pdata[i];

      if (!is_known (member->name) && find_circle_of (self, member->id) != NULL)
        return member;
    }
  return NULL;
}

/* The members by name and by address, without regard to capitals. Of two of one name the one without an address is found. */
static void
list_by_name (const RoundelProgram *self,
              GHashTable           *names,
              GHashTable           *emails)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      RoundelMember *member = self->members->pdata[i];
      char *name = roundel_fold (member->name);
      char *email = roundel_fold (member->email);

      if (name != NULL && (email == NULL || !g_hash_table_contains (names, name)))
        g_hash_table_replace (names, name, member);
      else
        g_free (name);
      if (email != NULL)
        g_hash_table_replace (emails, email, member);
    }
}

/* By the address where both have one, else by the name: two people may share a name. */
static RoundelMember *
find_same (GHashTable          *names,
           GHashTable          *emails,
           const RoundelMember *person)
{
  g_autofree char *name = roundel_fold (person->name);
  g_autofree char *email = roundel_fold (person->email);
  RoundelMember *same = email != NULL ? g_hash_table_lookup (emails, email) : NULL;

  if (same != NULL || name == NULL)
    return same;
  same = g_hash_table_lookup (names, name);
  return same != NULL && (email == NULL || !is_known (same->email)) ? same : NULL;
}

/**
 * roundel_program_find_smallest_circle:
 * @self: a program
 *
 * Returns: (transfer none) (nullable): the circle with the fewest members, the first of those
 */
RoundelCircle *
roundel_program_find_smallest_circle (RoundelProgram *self)
{
  RoundelCircle *smallest = NULL;

  for (guint i = 0; i < self->circles->len; i++)
    {
      RoundelCircle *circle = self->circles->pdata[i];

      if (smallest == NULL || g_strv_length (circle->members) < g_strv_length (smallest->members))
        smallest = circle;
    }
  return smallest;
}

/**
 * roundel_program_bring_in:
 * @self: a program with a circle
 * @people: (element-type RoundelMember): who comes in, each with an id of their own
 * @outcome: (nullable): the outcome of @self
 *
 * Seats without a name get one first; who is left then joins the circle with the fewest members. Whoever is there already, by
 * their address or else by their name, gets only what was not known of them; whoever has left comes back.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_bring_in (RoundelProgram       *self,
                          const GPtrArray      *people,
                          const RoundelOutcome *outcome)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) before = roundel_program_find_conflicts (self, outcome);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_there = 0, n_filled = 0, n_named = 0, n_joined = 0;

  list_by_name (self, names, emails);
  for (guint i = 0; i < people->len; i++)
    {
      const RoundelMember *person = people->pdata[i];
      RoundelMember *known = find_same (names, emails, person);
      RoundelMember *seat = known == NULL ? find_seat (self) : NULL;

      if (known != NULL && find_circle_of (self, known->id) != NULL)
        {
          n_filled += roundel_member_fill (known, person);
          n_there++;
        }
      else if (seat != NULL)
        {
          fill_seat (seat, person);
          n_named++;
        }
      else
        {
          g_autoptr (GPtrArray) partners = g_ptr_array_new_with_free_func (g_free);

          if (known == NULL)
            g_ptr_array_add (self->members, roundel_member_copy (person));
          else
            roundel_member_fill (known, person);
          put_into (self, roundel_program_find_smallest_circle (self), known != NULL ? known->id : person->id,
                    lines_matter (outcome), partners);
          n_joined++;
        }
    }
  roundel_program_put_in_order (self);
  if (n_named > 0)
    note (notes, ngettext ("%u seat gets a name.", "%u seats get a name.", n_named), n_named);
  if (n_joined > 0)
    note (notes, ngettext ("%u person joins, and has a partner.", "%u people join, and have partners.", n_joined), n_joined);
  if (n_there > 0)
    note (notes, ngettext ("%u is in the program already.", "%u are in the program already.", n_there), n_there);
  if (n_filled > 0)
    note (notes, ngettext ("What was not known of %u of them is filled in.", "What was not known of %u of them is filled in.", n_filled),
          n_filled);
  note_conflicts (self, outcome, before, notes);
  return notes;
}

/**
 * roundel_program_leave:
 * @self: a program
 * @member: id of who leaves
 * @outcome: (nullable): the outcome of @self
 *
 * They leave their circle and their partner. Their name stays with what they took part in, and what they released stays.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_leave (RoundelProgram       *self,
                       const char           *member,
                       const RoundelOutcome *outcome)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelCircle *circle = find_circle_of (self, member);
  g_autoptr (GPtrArray) before = roundel_program_find_conflicts (self, outcome);

  g_return_val_if_fail (circle != NULL, notes);

  take_out_of (self, circle, member, lines_matter (outcome), notes);
  roundel_program_put_in_order (self);
  note_conflicts (self, outcome, before, notes);
  return notes;
}

/**
 * roundel_program_change_circle:
 * @self: a program
 * @member: id of a member of a circle
 * @circle: id of another circle
 * @outcome: (nullable): the outcome of @self
 *
 * What they have had in the turn ledger goes with them.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_change_circle (RoundelProgram       *self,
                               const char           *member,
                               const char           *circle,
                               const RoundelOutcome *outcome)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelCircle *from = find_circle_of (self, member);
  RoundelCircle *into = roundel_program_find_circle (self, circle);
  g_autoptr (GPtrArray) before = roundel_program_find_conflicts (self, outcome);

  g_return_val_if_fail (from != NULL && into != NULL && from != into, notes);

  take_out_of (self, from, member, lines_matter (outcome), notes);
  put_into (self, into, member, lines_matter (outcome), notes);
  roundel_program_put_in_order (self);
  note_conflicts (self, outcome, before, notes);
  return notes;
}

/**
 * roundel_program_name_member:
 * @self: a program
 * @member: id of a member
 * @name: the name the seat gets
 * @outcome: (nullable): the outcome of @self
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_name_member (RoundelProgram       *self,
                             const char           *member,
                             const char           *name,
                             const RoundelOutcome *outcome)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelMember *named = roundel_program_find_member (self, member);
  g_autoptr (GPtrArray) before = roundel_program_find_conflicts (self, outcome);

  g_return_val_if_fail (named != NULL, notes);

  g_free (named->name);
  named->name = g_strdup (name);
  note_conflicts (self, outcome, before, notes);
  return notes;
}

/**
 * roundel_program_set_facilitator:
 * @self: a program
 * @circle: id of one of its circles
 * @facilitator: (nullable): who leads it from now on, or %NULL when somebody drops out and nobody takes their place
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_set_facilitator (RoundelProgram *self,
                                 const char     *circle,
                                 const char     *facilitator)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  RoundelCircle *led = roundel_program_find_circle (self, circle);

  g_return_val_if_fail (led != NULL, notes);

  g_free (led->facilitator);
  led->facilitator = g_strdup (facilitator);
  if (facilitator == NULL)
    note (notes, _("Nobody leads the circle now. Find somebody, or let the members lead in turn."));
  return notes;
}
