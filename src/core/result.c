/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/result.h"

#include <glib/gi18n-lib.h>

static gpointer
copy_result (gconstpointer result,
             gpointer      data)
{
  return roundel_result_copy (result);
}

/**
 * roundel_result_new:
 * @id: names it
 * @text: (nullable): what is wanted
 * @measure: (nullable): how it will be seen
 *
 * Returns: (transfer full): a result
 */
RoundelResult *
roundel_result_new (const char *id,
                    const char *text,
                    const char *measure)
{
  RoundelResult *self = g_new0 (RoundelResult, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->measure = g_strdup (measure);
  return self;
}

RoundelResult *
roundel_result_copy (const RoundelResult *self)
{
  RoundelResult *copy = roundel_result_new (self->id, self->text, self->measure);

  copy->baseline = g_strdup (self->baseline);
  copy->target = g_strdup (self->target);
  return copy;
}

void
roundel_result_free (RoundelResult *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->measure);
  g_free (self->baseline);
  g_free (self->target);
  g_free (self);
}

/**
 * roundel_result_describe:
 * @self: a result
 *
 * Returns: (transfer full): how it will be seen, in words: “Peers’ ratings, from 2 to 4”, or what is still to be said
 */
char *
roundel_result_describe (const RoundelResult *self)
{
  const char *measure = self->measure != NULL ? self->measure : _("Say how it will be seen");

  if (self->baseline != NULL && self->target != NULL)
    /* Translators: a measure, what it is now, and what it should be */
    return g_strdup_printf (_("%s, from %s to %s"), measure, self->baseline, self->target);
  if (self->baseline != NULL)
    return g_strdup_printf (_("%s, now %s"), measure, self->baseline);
  if (self->target != NULL)
    /* Translators: a measure, and what it should be */
    return g_strdup_printf (_("%s, to be %s"), measure, self->target);
  return g_strdup (measure);
}

/**
 * roundel_results_new:
 *
 * Returns: (transfer full) (element-type RoundelResult): an empty list that owns what is put into it
 */
GPtrArray *
roundel_results_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_result_free);
}

GPtrArray *
roundel_results_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) self, copy_result, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) roundel_result_free);
  return copy;
}

/**
 * roundel_results_have:
 * @self: (element-type RoundelResult): results
 * @text: a suggestion
 *
 * Returns: whether one of @self is that one
 */
gboolean
roundel_results_have (const GPtrArray *self,
                      const char      *text)
{
  for (guint i = 0; i < self->len; i++)
    if (g_strcmp0 (((RoundelResult *) self->pdata[i])->text, text) == 0)
      return TRUE;
  return FALSE;
}
