/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/program-ids.h"

#include <string.h>

#include "core/id.h"

/* Ids that are new, each greater than the one before: what has no other order keeps that in which it was made. */
typedef struct
{
  GHashTable *ids;  /* old → new */
  GPtrArray *fresh;
  guint next;
} Renewal;

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
renew (Renewal  *renewal,
       char    **id)
{
  char *fresh = g_ptr_array_index (renewal->fresh, renewal->next++);

  g_hash_table_insert (renewal->ids, *id, g_strdup (fresh));
  *id = g_strdup (fresh);
}

static void
follow (Renewal  *renewal,
        char    **id)
{
  const char *fresh = *id != NULL ? g_hash_table_lookup (renewal->ids, *id) : NULL;

  if (fresh == NULL)
    return;
  g_free (*id);
  *id = g_strdup (fresh);
}

static void
follow_all (Renewal  *renewal,
            char    **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    follow (renewal, &ids[i]);
}

/**
 * roundel_program_renew_ids:
 * @self: a program
 * @env: where time and randomness come from
 *
 * Gives everything in @self an id of its own in the world, before it is kept.
 */
void
roundel_program_renew_ids (RoundelProgram *self,
                           RoundelEnv     *env)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *lists[] = { self->circles, self->members, self->sessions, self->partners, self->charters, self->results,
                         self->lessons, self->records, self->notes };
  Renewal renewal = { ids, fresh, 0 };
  guint count = 1;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    count += lists[i]->len;
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (fresh, roundel_id_new (env));
  g_ptr_array_sort (fresh, compare_texts);

  renew (&renewal, &self->id);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      renew (&renewal, lists[i]->pdata[k]); /* each begins with its id */

  for (guint i = 0; i < self->members->len; i++)
    follow (&renewal, &((RoundelMember *) self->members->pdata[i])->reports_to);
  for (guint i = 0; i < self->circles->len; i++)
    follow_all (&renewal, ((RoundelCircle *) self->circles->pdata[i])->members);
  for (guint i = 0; i < self->sessions->len; i++)
    follow (&renewal, &((RoundelSession *) self->sessions->pdata[i])->circle);
  for (guint i = 0; i < self->partners->len; i++)
    {
      RoundelPartnering *partners = self->partners->pdata[i];

      follow (&renewal, &partners->circle);
      for (guint k = 0; k < partners->groups->len; k++)
        follow_all (&renewal, partners->groups->pdata[k]);
    }
  for (guint i = 0; i < self->charters->len; i++)
    {
      RoundelCharter *charter = self->charters->pdata[i];

      follow (&renewal, &charter->circle);
      follow_all (&renewal, charter->agreed);
    }
  for (guint i = 0; i < self->lessons->len; i++)
    follow (&renewal, &((RoundelLesson *) self->lessons->pdata[i])->by);
  for (guint i = 0; i < self->records->len; i++)
    {
      RoundelSessionRecord *record = self->records->pdata[i];

      follow (&renewal, &record->session);
      follow_all (&renewal, record->had);
      follow_all (&renewal, record->owed);
    }
}
