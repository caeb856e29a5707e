/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reporting.h"

#include <glib/gi18n-lib.h>

#define NOBODY G_MAXUINT

struct _RoundelReporting
{
  guint n;
  guint *boss;       /* of each member: its boss among the members, or NOBODY */
  guint8 *in_line;   /* n × n */
  GStrv labels;
  GPtrArray *unclear; /* RoundelConflict */
};

static RoundelConflict *
conflict_new (RoundelConflictKind  kind,
              char                *why)
{
  RoundelConflict *self = g_new0 (RoundelConflict, 1);

  self->kind = kind;
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->why = why;
  return self;
}

static GPtrArray *
conflicts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_conflict_free);
}

static void
add_member (RoundelConflict *conflict,
            guint            member)
{
  g_array_append_val (conflict->members, member);
}

/* The circle's own indices, or all N when there is no circle. */
static GArray *
circle_or_all (const GArray *circle,
               guint         n)
{
  GArray *all;

  if (circle != NULL)
    return g_array_copy ((GArray *) circle);
  all = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (all, i);
  return all;
}

static void
add_unclear (RoundelReporting *self,
             const GPtrArray  *members,
             guint             member,
             const GArray     *namesakes)
{
  const RoundelMember *who = members->pdata[member];
  RoundelConflict *conflict;

  /* Translators: the second %s is a name that several members have */
  conflict = conflict_new (ROUNDEL_CONFLICT_UNCLEAR_BOSS,
                           g_strdup_printf (_("%s reports to “%s”, and more than one member has that name"),
                                            self->labels[member], who->reports_to));
  add_member (conflict, member);
  for (guint i = 0; i < namesakes->len; i++)
    if (g_array_index (namesakes, guint, i) != member)
      add_member (conflict, g_array_index (namesakes, guint, i));
  g_ptr_array_add (self->unclear, conflict);
}

/* The one namesake who is not MEMBER itself, NOBODY if there is none or more than one. */
static guint
only_other (const GArray *namesakes,
            guint         member,
            gboolean     *several)
{
  guint other = NOBODY;

  *several = FALSE;
  for (guint i = 0; i < namesakes->len; i++)
    {
      guint namesake = g_array_index (namesakes, guint, i);

      if (namesake == member)
        continue;
      if (other != NOBODY)
        *several = TRUE;
      other = namesake;
    }
  return *several ? NOBODY : other;
}

static void
find_bosses (RoundelReporting *self,
             const GPtrArray  *members)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                        g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n; i++)
    {
      const RoundelMember *member = members->pdata[i];
      char *id = roundel_fold (member->id);
      char *name = roundel_fold (member->name);
      GArray *namesakes;

      if (id != NULL)
        g_hash_table_insert (ids, id, GUINT_TO_POINTER (i));
      if (name == NULL)
        continue;
      namesakes = g_hash_table_lookup (names, name);
      if (namesakes == NULL)
        {
          namesakes = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (names, name, namesakes);
        }
      else
        g_free (name);
      g_array_append_val (namesakes, i);
    }

  for (guint i = 0; i < self->n; i++)
    {
      const RoundelMember *member = members->pdata[i];
      g_autofree char *boss = roundel_fold (member->reports_to);
      const GArray *namesakes;
      gpointer found;
      gboolean several;

      self->boss[i] = NOBODY;
      if (boss == NULL)
        continue;
      if (g_hash_table_lookup_extended (ids, boss, NULL, &found))
        self->boss[i] = GPOINTER_TO_UINT (found) == i ? NOBODY : GPOINTER_TO_UINT (found);
      else if ((namesakes = g_hash_table_lookup (names, boss)) != NULL)
        {
          self->boss[i] = only_other (namesakes, i, &several);
          if (several)
            add_unclear (self, members, i, namesakes);
        }
    }
}

/* How many steps BOSS is above MEMBER, 0 if it is not. A line that runs in a circle ends after as many steps as there
 * are members. */
static guint
steps_up (const RoundelReporting *self,
          guint                   member,
          guint                   boss)
{
  guint above = self->boss[member];

  for (guint steps = 1; above != NOBODY && steps <= self->n; steps++)
    {
      if (above == boss)
        return steps;
      above = self->boss[above];
    }
  return 0;
}

static char *
describe_line (const RoundelReporting *self,
               guint                   member,
               guint                   boss)
{
  g_autoptr (GString) through = g_string_new (NULL);

  for (guint above = self->boss[member]; above != boss; above = self->boss[above])
    g_string_append_printf (through, "%s%s", through->len > 0 ? ", " : "", self->labels[above]);
  if (through->len == 0)
    /* Translators: a member and the boss */
    return g_strdup_printf (_("%s reports to %s"), self->labels[member], self->labels[boss]);
  /* Translators: a member, a boss further up, and who stands between them */
  return g_strdup_printf (_("%s reports to %s, through %s"), self->labels[member], self->labels[boss], through->str);
}

/**
 * roundel_reporting_new:
 * @members: (element-type RoundelMember): all members of the program: a line may run through another circle
 *
 * Reads the reporting lines off the members. A boss is an id or, if no member has that id, a name; case and the space
 * around it do not matter. A name that two others share puts nobody in line: see roundel_reporting_unclear().
 *
 * Returns: (transfer full): the lines
 */
RoundelReporting *
roundel_reporting_new (const GPtrArray *members)
{
  RoundelReporting *self = g_new0 (RoundelReporting, 1);

  self->n = members->len;
  self->boss = g_new (guint, self->n);
  self->in_line = g_new0 (guint8, (gsize) self->n * self->n);
  self->labels = g_new0 (char *, self->n + 1);
  self->unclear = conflicts_new ();
  for (guint i = 0; i < self->n; i++)
    self->labels[i] = roundel_members_dup_label (members, i);
  find_bosses (self, members);

  for (guint i = 0; i < self->n; i++)
    {
      guint above = self->boss[i];

      for (guint steps = 0; above != NOBODY && above != i && steps < self->n; steps++)
        {
          self->in_line[(gsize) i * self->n + above] = TRUE;
          self->in_line[(gsize) above * self->n + i] = TRUE;
          above = self->boss[above];
        }
    }
  return self;
}

void
roundel_reporting_free (RoundelReporting *self)
{
  g_free (self->boss);
  g_free (self->in_line);
  g_strfreev (self->labels);
  g_ptr_array_unref (self->unclear);
  g_free (self);
}

/**
 * roundel_reporting_size:
 * @self: the lines
 *
 * Returns: how many members they were read off
 */
guint
roundel_reporting_size (const RoundelReporting *self)
{
  return self->n;
}

/**
 * roundel_reporting_label:
 * @self: the lines
 * @member: index of a member
 *
 * Returns: (transfer none): what to call the member, see roundel_members_dup_label()
 */
const char *
roundel_reporting_label (const RoundelReporting *self,
                         guint                   member)
{
  g_return_val_if_fail (member < self->n, NULL);

  return self->labels[member];
}

/**
 * roundel_reporting_in_line:
 * @self: the lines
 * @a: index of a member
 * @b: index of another
 *
 * Returns: %TRUE if one is above the other, directly or through other members
 */
gboolean
roundel_reporting_in_line (const RoundelReporting *self,
                           guint                   a,
                           guint                   b)
{
  g_return_val_if_fail (a < self->n && b < self->n, FALSE);

  return self->in_line[(gsize) a * self->n + b];
}

/**
 * roundel_reporting_describe:
 * @self: the lines
 * @a: index of a member
 * @b: index of another
 *
 * Returns: (transfer full) (nullable): “Dagny reports to Amara”, “Chen reports to Amara, through Dagny”, or %NULL if
 *   they are in no line
 */
char *
roundel_reporting_describe (const RoundelReporting *self,
                            guint                   a,
                            guint                   b)
{
  guint up, down;

  g_return_val_if_fail (a < self->n && b < self->n, NULL);

  if (!roundel_reporting_in_line (self, a, b))
    return NULL;
  up = steps_up (self, a, b);
  down = steps_up (self, b, a);
  return down == 0 || (up > 0 && up <= down) ? describe_line (self, a, b) : describe_line (self, b, a);
}

/**
 * roundel_reporting_unclear:
 * @self: the lines
 *
 * Returns: (transfer none) (element-type RoundelConflict): one for each member whose boss is a name that several others
 *   have; the member first, then those who have the name
 */
const GPtrArray *
roundel_reporting_unclear (const RoundelReporting *self)
{
  return self->unclear;
}

RoundelConflict *
roundel_conflict_copy (const RoundelConflict *self)
{
  RoundelConflict *copy = conflict_new (self->kind, g_strdup (self->why));

  g_array_append_vals (copy->members, self->members->data, self->members->len);
  copy->circle = g_strdup (self->circle);
  copy->exception = g_strdup (self->exception);
  return copy;
}

void
roundel_conflict_free (RoundelConflict *self)
{
  g_array_unref (self->members);
  g_free (self->circle);
  g_free (self->why);
  g_free (self->exception);
  g_free (self);
}

/**
 * roundel_conflict_kind_to_string:
 * @kind: a kind of conflict
 *
 * Returns: (transfer none): its word in files and in JSON, not translated
 */
const char *
roundel_conflict_kind_to_string (RoundelConflictKind kind)
{
  static const char *words[] = { "reporting-line", "level", "size", "unclear-boss", "same-team" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (words), NULL);

  return words[kind];
}

/**
 * roundel_conflicts_find:
 * @members: (element-type RoundelMember): all members of the program
 * @lines: (nullable): their reporting lines, or %NULL where they are no conflict (outcome 9: the intact team)
 * @circle: (nullable) (element-type guint): indices of the members who meet, or %NULL for all
 * @min: the smallest size of a circle, or 0
 * @max: the largest, or 0
 *
 * Returns: (transfer full) (element-type RoundelConflict): all that stands against this circle (D4): reporting lines,
 *   levels, size, in this order
 */
GPtrArray *
roundel_conflicts_find (const GPtrArray        *members,
                        const RoundelReporting *lines,
                        const GArray           *circle,
                        guint                   min,
                        guint                   max)
{
  GPtrArray *conflicts = lines != NULL ? roundel_conflicts_find_in_lines (lines, circle) : conflicts_new ();
  RoundelConflict *size = roundel_conflict_of_size (circle != NULL ? circle->len : members->len, min, max);

  g_ptr_array_extend_and_steal (conflicts, roundel_conflicts_find_levels (members, circle));
  if (size != NULL)
    g_ptr_array_add (conflicts, size);
  return conflicts;
}

/**
 * roundel_conflicts_find_in_lines:
 * @lines: the reporting lines of the program
 * @circle: (nullable) (element-type guint): indices of the members who meet, or %NULL for all
 *
 * Returns: (transfer full) (element-type RoundelConflict): one for each pair of the circle that is in one line
 */
GPtrArray *
roundel_conflicts_find_in_lines (const RoundelReporting *lines,
                                 const GArray           *circle)
{
  g_autoptr (GArray) who = circle_or_all (circle, lines->n);
  GPtrArray *conflicts = conflicts_new ();

  for (guint i = 0; i < who->len; i++)
    for (guint j = i + 1; j < who->len; j++)
      {
        guint a = g_array_index (who, guint, i);
        guint b = g_array_index (who, guint, j);
        char *why = roundel_reporting_describe (lines, a, b);
        RoundelConflict *conflict;

        if (why == NULL)
          continue;
        conflict = conflict_new (ROUNDEL_CONFLICT_REPORTING_LINE, why);
        add_member (conflict, a);
        add_member (conflict, b);
        g_ptr_array_add (conflicts, conflict);
      }
  return conflicts;
}

/**
 * roundel_conflicts_find_levels:
 * @members: (element-type RoundelMember): the members of the program
 * @circle: (nullable) (element-type guint): indices of the members who meet, or %NULL for all
 *
 * Peers are of a similar level (D4). Levels are words that people chose themselves, so they cannot be measured, only
 * compared: what two thirds of those who state one share is the level of the circle, and each member with another is a
 * conflict. If no level reaches that, there is one conflict with all who state one. An empty level says nothing.
 *
 * Returns: (transfer full) (element-type RoundelConflict): the conflicts
 */
GPtrArray *
roundel_conflicts_find_levels (const GPtrArray *members,
                               const GArray    *circle)
{
  g_autoptr (GArray) who = circle_or_all (circle, members->len);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) stated = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *common = NULL;
  const char *common_as_written = NULL;
  guint most = 0;
  GPtrArray *conflicts = conflicts_new ();
  RoundelConflict *conflict;

  for (guint i = 0; i < who->len; i++)
    {
      guint index = g_array_index (who, guint, i);
      const RoundelMember *member = members->pdata[index];
      char *level = roundel_fold (member->level);
      guint count;

      if (level == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, level)) + 1;
      if (count > most)
        {
          most = count;
          g_free (common);
          common = g_strdup (level);
          common_as_written = member->level;
        }
      g_hash_table_replace (counts, level, GUINT_TO_POINTER (count));
      g_array_append_val (stated, index);
    }
  if (most == stated->len)
    return conflicts;

  if (most * 3 < stated->len * 2)
    {
      guint n = g_hash_table_size (counts);
      g_autofree char *why = NULL;

      why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u different level, and none is that of most",
                                          "%u different levels, and none is that of most", n), n);
      conflict = conflict_new (ROUNDEL_CONFLICT_LEVEL, g_steal_pointer (&why));
      g_array_append_vals (conflict->members, stated->data, stated->len);
      g_ptr_array_add (conflicts, conflict);
      return conflicts;
    }

  for (guint i = 0; i < stated->len; i++)
    {
      guint index = g_array_index (stated, guint, i);
      const RoundelMember *member = members->pdata[index];
      g_autofree char *level = roundel_fold (member->level);
      g_autofree char *label = NULL;

      if (g_str_equal (level, common))
        continue;
      label = roundel_members_dup_label (members, index);
      /* Translators: a member, its level, and the level most others have */
      conflict = conflict_new (ROUNDEL_CONFLICT_LEVEL,
                               g_strdup_printf (_("%s has the level “%s”, most others “%s”"), label, member->level,
                                                common_as_written));
      add_member (conflict, index);
      g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

/**
 * roundel_conflicts_find_teams:
 * @members: (element-type RoundelMember): the members of the program
 * @circle: (nullable) (element-type guint): indices of the members who meet, or %NULL for all
 *
 * Where the outcome wants members of different teams, more than a third (J) of those who state one are of the same. Two of
 * nine from Sales are none: they still hear seven others.
 *
 * Returns: (transfer full) (element-type RoundelConflict): one for each such team
 */
GPtrArray *
roundel_conflicts_find_teams (const GPtrArray *members,
                              const GArray    *circle)
{
  g_autoptr (GArray) who = circle_or_all (circle, members->len);
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GPtrArray *conflicts = conflicts_new ();
  guint stated = 0;

  for (guint i = 0; i < who->len; i++)
    {
      guint index = g_array_index (who, guint, i);
      char *team = roundel_fold (((RoundelMember *) members->pdata[index])->team);
      GArray *mates = team != NULL ? g_hash_table_lookup (teams, team) : NULL;

      if (team == NULL)
        continue;
      stated++;
      if (mates != NULL)
        g_free (team);
      else
        g_hash_table_insert (teams, team, mates = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (mates, index);
    }
  /* in the order of the members, not of the table */
  for (guint i = 0; i < who->len; i++)
    {
      const RoundelMember *member = members->pdata[g_array_index (who, guint, i)];
      g_autofree char *team = roundel_fold (member->team);
      const GArray *mates = team != NULL ? g_hash_table_lookup (teams, team) : NULL;
      RoundelConflict *conflict;

      if (mates == NULL || mates->len < 2 || mates->len * 3 <= stated
          || g_array_index (mates, guint, 0) != g_array_index (who, guint, i))
        continue;
      /* Translators: how many, of how many, and the name of their team */
      conflict = conflict_new (ROUNDEL_CONFLICT_TEAM, g_strdup_printf (_("%u of %u are of the team “%s”; different teams are wanted"),
                                                                       mates->len, stated, member->team));
      g_array_append_vals (conflict->members, mates->data, mates->len);
      g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

/**
 * roundel_conflict_of_size:
 * @n: how many meet
 * @min: the smallest size, or 0
 * @max: the largest size, or 0
 *
 * Returns: (transfer full) (nullable): the conflict, or %NULL if the size is right
 */
RoundelConflict *
roundel_conflict_of_size (guint n,
                          guint min,
                          guint max)
{
  if (n < min)
    return conflict_new (ROUNDEL_CONFLICT_SIZE,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member; at least %u are needed",
                                                       "%u members; at least %u are needed", n), n, min));
  if (max > 0 && n > max)
    return conflict_new (ROUNDEL_CONFLICT_SIZE,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member; at most %u are wanted",
                                                       "%u members; at most %u are wanted", n), n, max));
  return NULL;
}
