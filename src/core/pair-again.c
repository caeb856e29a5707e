/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/pair-again.h"

#include <glib/gi18n-lib.h>

#include "core/partners.h"

static RoundelPartnering *
find_partners (const RoundelProgram *self,
               const char           *circle)
{
  for (guint i = 0; i < self->partners->len; i++)
    {
      RoundelPartnering *partners = self->partners->pdata[i];

      if (g_strcmp0 (partners->circle, circle) == 0 || (partners->circle == NULL && self->circles->len == 1))
        return partners;
    }
  return NULL;
}

static void
add_groups (const RoundelProgram *self,
            RoundelTogether      *before,
            const GPtrArray      *groups,
            guint                 first)
{
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));

      for (char **id = groups->pdata[i]; *id != NULL; id++)
        for (guint m = 0; m < self->members->len; m++)
          if (g_str_equal (((RoundelMember *) self->members->pdata[m])->id, *id))
            g_array_append_val (group, m);
      roundel_together_add (before, group, first + i);
    }
}

static gboolean
meets_in_person (const RoundelProgram *self,
                 const char           *circle)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];

      if (g_strcmp0 (session->circle, circle) == 0 && session->mode != ROUNDEL_MODE_IN_PERSON)
        return FALSE;
    }
  return TRUE;
}

static char **
list_ids (const RoundelProgram *self,
          const GArray         *members)
{
  char **ids = g_new0 (char *, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    ids[i] = g_strdup (((RoundelMember *) self->members->pdata[g_array_index (members, guint, i)])->id);
  return ids;
}

static char *
describe (const RoundelProgram  *self,
          const RoundelPartners *partners)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < partners->members->len; i++)
    g_ptr_array_add (names, roundel_members_dup_label (self->members, g_array_index (partners->members, guint, i)));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (" · ", (char **) names->pdata);
  /* Translators: names of partners, and why they suit each other */
  return g_strdup_printf (_("%s (%s)"), list, partners->why);
}

/**
 * roundel_program_pair_again:
 * @self: a program
 * @circle: id of a circle
 * @new_id: id of its partners, if it has none yet
 * @outcome: (nullable): the outcome of @self
 * @seed: another seed gives other partners of the same worth
 * @error: return location
 *
 * Gives the circle other partners than it has and had (D18): new pairs before repeated ones. Who meet in person only are
 * paired at one site as far as that goes.
 *
 * Returns: (transfer full) (element-type utf8): the new partners and why they suit each other, or %NULL with
 *   %ROUNDEL_CORE_ERROR_PEOPLE
 */
GPtrArray *
roundel_program_pair_again (RoundelProgram        *self,
                            const char            *circle,
                            const char            *new_id,
                            const RoundelOutcome  *outcome,
                            guint32                seed,
                            GError               **error)
{
  const RoundelCircle *of = roundel_program_find_circle (self, circle);
  g_autoptr (GArray) members = NULL;
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (self->members);
  g_autoptr (RoundelTogether) before = roundel_together_new (self->members->len);
  g_autoptr (GPtrArray) matched = NULL;
  RoundelPartnering *partners = find_partners (self, circle);
  const RoundelReporting *matter = outcome == NULL || outcome->reporting_lines_conflict ? lines : NULL;
  GPtrArray *notes;

  g_return_val_if_fail (of != NULL, NULL);

  members = roundel_program_list_circle (self, of);
  if (partners != NULL)
    {
      add_groups (self, before, partners->former, 1);
      add_groups (self, before, partners->groups, partners->former->len + 1);
    }
  if (meets_in_person (self, circle))
    matched = roundel_partners_match (self->members, members, matter, before, TRUE, seed, NULL);
  if (matched == NULL)
    matched = roundel_partners_match (self->members, members, matter, before, FALSE, seed, error);
  if (matched == NULL)
    return NULL;
  if (partners == NULL)
    partners = roundel_program_add_partners (self, new_id, circle);
  g_ptr_array_extend_and_steal (partners->former, g_steal_pointer (&partners->groups));
  partners->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < matched->len; i++)
    {
      const RoundelPartners *one = matched->pdata[i];

      g_ptr_array_add (partners->groups, list_ids (self, one->members));
      g_ptr_array_add (notes, describe (self, one));
    }
  return notes;
}
