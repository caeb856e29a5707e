/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/shelf.h"

#include "content/program-json.h"

static RoundelProgram *
assemble (const char      *id,
          const GPtrArray *records)
{
  g_autofree RoundelProgramRecord *list = g_new0 (RoundelProgramRecord, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      list[i] = (RoundelProgramRecord) { record->kind, record->reg, record->entity, record->circle, record->body };
    }
  return roundel_program_read (id, list, records->len);
}

/**
 * roundel_shelf_list:
 * @desk: what the screens work on
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelProgram): all programs, in no order, as far as a list needs them: with
 *   title, outcome, circles, sessions and what was held, and without people
 */
GPtrArray *
roundel_shelf_list (RoundelDesk  *desk,
                    GError      **error)
{
  const char *kinds[] = { "program", "session", "record" };
  g_autoptr (GPtrArray) programs = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer id, list;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = roundel_notebook_list_kind (roundel_desk_get_notebook (desk), kinds[i], error);

      if (records == NULL)
        return NULL;
      g_ptr_array_add (kept, records);
      for (guint k = 0; k < records->len; k++)
        {
          RoundelRecord *record = records->pdata[k];
          GPtrArray *of_program = g_hash_table_lookup (parts, record->program);

          if (of_program == NULL)
            {
              if (i > 0)
                continue;
              of_program = g_ptr_array_new ();
              g_hash_table_insert (parts, (gpointer) record->program, of_program);
            }
          g_ptr_array_add (of_program, record);
        }
    }
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &id, &list))
    g_ptr_array_add (programs, assemble (id, list));
  return g_steal_pointer (&programs);
}

/**
 * roundel_shelf_read:
 * @desk: what the screens work on
 * @id: names a program
 * @error: return location
 *
 * Returns: (transfer full): the program, whole, or %NULL
 */
RoundelProgram *
roundel_shelf_read (RoundelDesk  *desk,
                    const char   *id,
                    GError      **error)
{
  g_autoptr (GPtrArray) records = roundel_notebook_list (roundel_desk_get_notebook (desk), id, error);

  return records != NULL ? assemble (id, records) : NULL;
}

typedef struct
{
  RoundelNotebook *notebook;
  const char *program;
} Sink;

static gboolean
put_record (const RoundelProgramRecord  *record,
            gpointer                     data,
            GError                     **error)
{
  const Sink *sink = data;
  const RoundelRecord put = {
    .program = sink->program,
    .circle = record->circle,
    .entity = record->entity,
    .kind = record->kind,
    .reg = record->reg,
    .body = record->body,
  };

  return roundel_notebook_put (sink->notebook, &put, NULL, error);
}

/**
 * roundel_shelf_add:
 * @desk: what the screens work on
 * @program: a new program, with ids of its own
 * @error: return location
 *
 * Writes @program into the notebook, in one transaction.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_shelf_add (RoundelDesk           *desk,
                   const RoundelProgram  *program,
                   GError               **error)
{
  Sink sink = { roundel_desk_get_notebook (desk), program->id };
  g_autoptr (GError) failed = NULL;

  roundel_notebook_begin (sink.notebook);
  roundel_program_write (program, put_record, &sink, &failed);
  if (!roundel_notebook_commit (sink.notebook, failed == NULL ? &failed : NULL))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
