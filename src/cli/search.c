/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/search.h"

#include <string.h>

#include "core/member.h"

#define SHORTEST 4

/**
 * roundel_cli_search_begin:
 * @text: what somebody typed; it must stay until the end
 *
 * Returns: a search, to be ended with roundel_cli_search_end()
 */
RoundelCliSearch
roundel_cli_search_begin (const char *text)
{
  return (RoundelCliSearch) { text, roundel_fold (text) };
}

/**
 * roundel_cli_search_try:
 * @self: a search
 * @thing: what may be meant
 * @id: its id
 * @name: (nullable): what people call it
 */
void
roundel_cli_search_try (RoundelCliSearch *self,
                        gpointer          thing,
                        const char       *id,
                        const char       *name)
{
  g_autofree char *folded = roundel_fold (name);

  if (g_str_equal (id, self->text))
    self->by_id = thing;
  if (strlen (self->text) >= SHORTEST && g_str_has_prefix (id, self->text))
    {
      self->by_prefix = thing;
      self->n_prefix++;
    }
  if (folded != NULL && g_strcmp0 (folded, self->folded) == 0)
    {
      self->by_name = thing;
      self->n_name++;
    }
}

/**
 * roundel_cli_search_end:
 * @self: a search; it is over
 * @several: (out): whether more than one thing may be meant
 *
 * Returns: (transfer none) (nullable): what was meant, or %NULL when it is not one thing
 */
gpointer
roundel_cli_search_end (RoundelCliSearch *self,
                        gboolean         *several)
{
  g_clear_pointer (&self->folded, g_free);
  *several = FALSE;
  if (self->by_id != NULL)
    return self->by_id;
  if (self->n_name == 1)
    return self->by_name;
  *several = self->n_name > 1 || self->n_prefix > 1;
  return self->n_name == 0 && self->n_prefix == 1 ? self->by_prefix : NULL;
}
