/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/outline.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

static gpointer
copy_part (gconstpointer part,
           gpointer      data)
{
  return roundel_outline_part_copy (part);
}

RoundelOutlinePart *
roundel_outline_part_new (const char *format,
                          const char *title,
                          guint       seconds,
                          gboolean    optional)
{
  RoundelOutlinePart *self = g_new0 (RoundelOutlinePart, 1);

  self->format = g_strdup (format);
  self->title = g_strdup (title);
  self->seconds = seconds;
  self->optional = optional;
  return self;
}

RoundelOutlinePart *
roundel_outline_part_copy (const RoundelOutlinePart *self)
{
  RoundelOutlinePart *copy = roundel_outline_part_new (self->format, self->title, self->seconds, self->optional);

  copy->edition = self->edition;
  copy->begins = self->begins;
  return copy;
}

void
roundel_outline_part_free (RoundelOutlinePart *self)
{
  g_free (self->format);
  g_free (self->title);
  g_free (self);
}

/**
 * roundel_outline_new:
 *
 * Returns: (transfer full) (element-type RoundelOutlinePart): an outline without parts, which owns them
 */
GPtrArray *
roundel_outline_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_outline_part_free);
}

/**
 * roundel_outline_copy:
 * @self: (element-type RoundelOutlinePart): an outline
 *
 * Returns: (transfer full) (element-type RoundelOutlinePart): a copy that shares nothing with @self
 */
GPtrArray *
roundel_outline_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) self, copy_part, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) roundel_outline_part_free);
  return copy;
}

/**
 * roundel_outline_plan:
 * @self: (element-type RoundelOutlinePart): the parts of a session, in order
 * @formats: where their formats come from
 * @error: return location for a format that is not at hand
 *
 * Returns: (transfer full) (element-type RoundelPlanPart): a plan whose formats belong to @formats, or %NULL
 */
GPtrArray *
roundel_outline_plan (const GPtrArray       *self,
                      const RoundelFormats  *formats,
                      GError               **error)
{
  g_autoptr (GPtrArray) plan = roundel_plan_new ();

  for (guint i = 0; i < self->len; i++)
    {
      const RoundelOutlinePart *part = self->pdata[i];
      const RoundelFormat *format = formats->find (formats->library, part->format, error);

      if (format == NULL)
        return NULL;
      g_ptr_array_add (plan, roundel_plan_part_new (format, part->title, part->seconds, part->optional));
      ((RoundelPlanPart *) plan->pdata[i])->begins = part->begins;
    }
  return g_steal_pointer (&plan);
}

/**
 * roundel_outline_expand:
 * @self: (element-type RoundelOutlinePart): the parts of a session, in order
 * @formats: where their formats come from
 * @expansion: for whom, and how long the session is
 * @error: return location for a format that is not at hand, or for a #RoundelCoreError
 *
 * See roundel_plan_expand().
 *
 * Returns: (transfer full): the agenda, or %NULL
 */
RoundelAgenda *
roundel_outline_expand (const GPtrArray         *self,
                        const RoundelFormats    *formats,
                        const RoundelExpansion  *expansion,
                        GError                 **error)
{
  g_autoptr (GPtrArray) plan = NULL;

  if (self->len == 0)
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
                   _("The session has no plan yet. Give it at least one format."));
      return NULL;
    }
  plan = roundel_outline_plan (self, formats, error);
  return plan != NULL ? roundel_plan_expand (plan, expansion, error) : NULL;
}
