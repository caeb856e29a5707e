/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/member.h"

#include <glib/gi18n-lib.h>

/**
 * roundel_member_new:
 * @id: names the member in its program
 * @name: (nullable): the person's name, if the seat has one
 *
 * Returns: (transfer full): a member of whom nothing more is known
 */
RoundelMember *
roundel_member_new (const char *id,
                    const char *name)
{
  RoundelMember *self = g_new0 (RoundelMember, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  return self;
}

/**
 * roundel_member_copy:
 * @self: a member
 *
 * Returns: (transfer full): a copy
 */
RoundelMember *
roundel_member_copy (const RoundelMember *self)
{
  RoundelMember *copy = roundel_member_new (self->id, self->name);

  copy->email = g_strdup (self->email);
  copy->level = g_strdup (self->level);
  copy->team = g_strdup (self->team);
  copy->reports_to = g_strdup (self->reports_to);
  copy->site = g_strdup (self->site);
  copy->interests = g_strdupv (self->interests);
  copy->goals = g_strdupv (self->goals);
  copy->can_help_with = g_strdupv (self->can_help_with);
  return copy;
}

void
roundel_member_free (RoundelMember *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->email);
  g_free (self->level);
  g_free (self->team);
  g_free (self->reports_to);
  g_free (self->site);
  g_strfreev (self->interests);
  g_strfreev (self->goals);
  g_strfreev (self->can_help_with);
  g_free (self);
}

/**
 * roundel_member_fill:
 * @self: a member
 * @from: what somebody else knows of the same person
 *
 * Takes from @from what is empty in @self, and nothing else.
 *
 * Returns: whether there was something to take
 */
gboolean
roundel_member_fill (RoundelMember       *self,
                     const RoundelMember *from)
{
  const struct { char **to; const char *from; } texts[] = {
    { &self->name, from->name }, { &self->email, from->email }, { &self->level, from->level }, { &self->team, from->team },
    { &self->reports_to, from->reports_to }, { &self->site, from->site },
  };
  const struct { char ***to; char **from; } lists[] = {
    { &self->interests, from->interests }, { &self->goals, from->goals }, { &self->can_help_with, from->can_help_with },
  };
  gboolean filled = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if ((*texts[i].to == NULL || **texts[i].to == '\0') && texts[i].from != NULL && *texts[i].from != '\0')
      {
        g_free (*texts[i].to);
        *texts[i].to = g_strdup (texts[i].from);
        filled = TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if ((*lists[i].to == NULL || **lists[i].to == NULL) && lists[i].from != NULL && *lists[i].from != NULL)
      {
        g_strfreev (*lists[i].to);
        *lists[i].to = g_strdupv (lists[i].from);
        filled = TRUE;
      }
  return filled;
}

/**
 * roundel_members_new:
 *
 * Returns: (transfer full) (element-type RoundelMember): an empty list that owns its members
 */
GPtrArray *
roundel_members_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_member_free);
}

/**
 * roundel_members_new_unnamed:
 * @count: how many seats
 *
 * Returns: (transfer full) (element-type RoundelMember): seats without names, with the ids `1`, `2`, …
 */
GPtrArray *
roundel_members_new_unnamed (guint count)
{
  GPtrArray *members = roundel_members_new ();

  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_ptr_array_add (members, roundel_member_new (id, NULL));
    }
  return members;
}

/**
 * roundel_members_find_id:
 * @members: (element-type RoundelMember): the members, whose ids are numbers
 *
 * Returns: the first number that is above those of all
 */
guint64
roundel_members_find_id (const GPtrArray *members)
{
  guint64 highest = 0;

  for (guint i = 0; i < members->len; i++)
    highest = MAX (highest, g_ascii_strtoull (((RoundelMember *) members->pdata[i])->id, NULL, 10));
  return highest + 1;
}

/**
 * roundel_members_dup_label:
 * @members: (element-type RoundelMember): the members
 * @index: which of them
 *
 * Returns: (transfer full): the member's name, or “seat 3” while the seat has none
 */
char *
roundel_members_dup_label (const GPtrArray *members,
                           guint            index)
{
  const RoundelMember *member = members->pdata[index];
  g_autofree char *name = g_strstrip (g_strdup (member->name != NULL ? member->name : ""));

  if (*name != '\0')
    return g_steal_pointer (&name);
  /* Translators: a place in the circle that has no name yet, by its number */
  return g_strdup_printf (_("seat %u"), index + 1);
}

/**
 * roundel_fold:
 * @text: (nullable): a name, a level, an interest as somebody typed it
 *
 * Returns: (transfer full) (nullable): @text without space around it, ready to be compared whatever its case and
 *   however its accents are written, or %NULL if nothing is left
 */
char *
roundel_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (g_strstrip (valid), -1, G_NORMALIZE_NFC);

  if (*normal == '\0')
    return NULL;
  return g_utf8_casefold (normal, -1);
}
