/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/committee.h"

#include <glib/gi18n-lib.h>

/* The member whom WHO names, by id or by name. */
static const RoundelMember *
find_member (const RoundelProgram *self,
             const char           *who)
{
  const RoundelMember *member = roundel_program_find_member (self, who);
  g_autofree char *folded = roundel_fold (who);

  for (guint i = 0; member == NULL && folded != NULL && i < self->members->len; i++)
    {
      g_autofree char *name = roundel_fold (((RoundelMember *) self->members->pdata[i])->name);

      if (g_strcmp0 (name, folded) == 0)
        member = self->members->pdata[i];
    }
  return member;
}

/* Whether the two texts, each a name or the id of a member, are the same person. */
static gboolean
is_same (const RoundelProgram *self,
         const char           *one,
         const char           *other)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *one_name = NULL;
  g_autofree char *other_name = NULL;

  if (one == NULL || other == NULL)
    return FALSE;
  one_name = roundel_program_dup_person_name (self, one);
  other_name = roundel_program_dup_person_name (self, other);
  x = roundel_fold (one_name);
  y = roundel_fold (other_name);
  return x != NULL && g_strcmp0 (x, y) == 0;
}

/**
 * roundel_program_dup_person_name:
 * @who: a name, or the id of a member
 *
 * Returns: (transfer full): the name
 */
char *
roundel_program_dup_person_name (const RoundelProgram *self,
                                 const char           *who)
{
  const RoundelMember *member = roundel_program_find_member (self, who);

  return g_strdup (member != NULL && member->name != NULL ? member->name : who);
}

/**
 * roundel_program_is_supervisor:
 * @who: (nullable): a name, or the id of a member
 *
 * Returns: whether a member reports to @who
 */
gboolean
roundel_program_is_supervisor (const RoundelProgram *self,
                               const char           *who)
{
  for (guint i = 0; who != NULL && i < self->members->len; i++)
    if (is_same (self, who, ((RoundelMember *) self->members->pdata[i])->reports_to))
      return TRUE;
  return FALSE;
}

/**
 * roundel_program_check_person:
 * @who: (nullable): somebody who leads sessions, is a guest, or of the committee: a name, or the id of a member
 *
 * Returns: (transfer full) (nullable): what stands against it (D4), a sentence in the reader's language
 */
char *
roundel_program_check_person (const RoundelProgram *self,
                              const char           *who)
{
  g_autofree char *name = who != NULL ? roundel_program_dup_person_name (self, who) : NULL;

  if (roundel_program_is_supervisor (self, who))
    return g_strdup_printf (_("%s is the boss of a member."), name);
  for (guint i = 0; who != NULL && i < self->people->len; i++)
    {
      const RoundelPerson *person = self->people->pdata[i];

      if (g_strcmp0 (person->role, ROUNDEL_PERSON_HUMAN_RESOURCES) == 0 && is_same (self, who, person->name))
        return g_strdup_printf (_("%s is from human resources."), name);
    }
  return NULL;
}

/**
 * roundel_program_has_person:
 * @role: one of the roles of #RoundelPerson
 *
 * Returns: whether somebody has it
 */
gboolean
roundel_program_has_person (const RoundelProgram *self,
                            const char           *role)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_strcmp0 (((RoundelPerson *) self->people->pdata[i])->role, role) == 0)
      return TRUE;
  return FALSE;
}

/**
 * roundel_program_committee_has_member:
 *
 * Returns: whether somebody of the advisory committee is a member (D5)
 */
gboolean
roundel_program_committee_has_member (const RoundelProgram *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const RoundelPerson *person = self->people->pdata[i];

      if (g_strcmp0 (person->role, ROUNDEL_PERSON_COMMITTEE) == 0 && find_member (self, person->name) != NULL)
        return TRUE;
    }
  return FALSE;
}
