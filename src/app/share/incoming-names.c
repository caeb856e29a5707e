/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/incoming-names.h"

#include "app/widgets/record-words.h"
#include "content/program-json.h"
#include "store/card.h"
#include "store/record-list.h"

struct _RoundelIncomingNames
{
  GPtrArray *coming;   /* of RoundelRecord: programs, members, sessions and cards in the files */
  GPtrArray *here;     /* those that are here */
  GPtrArray *programs; /* of RoundelIncomingProgram, in the order in which they were added */
};

static void
incoming_program_free (RoundelIncomingProgram *self)
{
  roundel_program_free (self->program);
  g_hash_table_unref (self->cards);
  g_free (self);
}

static void
add_records (RoundelProgramRecord *list,
             guint                *n,
             const GPtrArray      *records,
             const char           *program)
{
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      gboolean seen = FALSE;

      /* the newest of each comes first */
      for (guint k = 0; k < *n && !seen; k++)
        seen = g_str_equal (list[k].entity, record->entity) && g_str_equal (list[k].reg, record->reg);
      if (!seen && g_str_equal (record->program, program) && !record->deleted)
        list[(*n)++] = (RoundelProgramRecord) { record->kind, record->reg, record->entity, record->circle, record->body };
    }
}

/* The cards of one program: the newest of a device is the last. */
static GHashTable *
read_cards (RoundelIncomingNames *self,
            const char           *program)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < self->here->len; i++)
    if (g_str_equal (((RoundelRecord *) self->here->pdata[i])->program, program))
      g_ptr_array_add (own, self->here->pdata[i]);
  for (guint i = self->coming->len; i > 0; i--)
    if (g_str_equal (((RoundelRecord *) self->coming->pdata[i - 1])->program, program))
      g_ptr_array_add (own, self->coming->pdata[i - 1]);
  return roundel_cards_read (own);
}

/**
 * roundel_incoming_names_new:
 * @merge: to which the files were added
 * @error: return location
 *
 * Reads on the connection of @merge, so in its thread.
 *
 * Returns: (transfer full): the names of no program yet, or %NULL
 */
RoundelIncomingNames *
roundel_incoming_names_new (RoundelMerge  *merge,
                            GError       **error)
{
  const char *kinds[] = { "program", "circle", "member", "session", "card" };
  RoundelIncomingNames *self = g_new0 (RoundelIncomingNames, 1);

  self->coming = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  self->here = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  self->programs = g_ptr_array_new_with_free_func ((GDestroyNotify) incoming_program_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *coming = roundel_merge_list_kind (merge, kinds[i], error);
      GPtrArray *here = coming != NULL ? roundel_record_list_kind (roundel_merge_get_db (merge), kinds[i], error) : NULL;

      if (coming != NULL)
        g_ptr_array_extend_and_steal (self->coming, coming);
      if (here == NULL)
        {
          roundel_incoming_names_free (self);
          return NULL;
        }
      g_ptr_array_extend_and_steal (self->here, here);
    }
  return self;
}

void
roundel_incoming_names_free (RoundelIncomingNames *self)
{
  g_ptr_array_unref (self->coming);
  g_ptr_array_unref (self->here);
  g_ptr_array_unref (self->programs);
  g_free (self);
}

/**
 * roundel_incoming_names_add_program:
 * @self: names
 * @program: id of the program of a file; added twice it is there once
 */
void
roundel_incoming_names_add_program (RoundelIncomingNames *self,
                                    const char           *program)
{
  g_autofree RoundelProgramRecord *list = g_new0 (RoundelProgramRecord, self->coming->len + self->here->len + 1);
  RoundelIncomingProgram *added;
  guint n = 0;

  if (roundel_incoming_names_find (self, program) < self->programs->len)
    return;
  added = g_new0 (RoundelIncomingProgram, 1);
  add_records (list, &n, self->here, program);
  add_records (list, &n, self->coming, program);
  added->program = roundel_program_read (program, list, n);
  added->cards = read_cards (self, program);
  g_ptr_array_add (self->programs, added);
}

/**
 * roundel_incoming_names_get_programs:
 * @self: names
 *
 * Returns: (transfer none) (element-type RoundelIncomingProgram): the programs, in the order in which they were added
 */
const GPtrArray *
roundel_incoming_names_get_programs (RoundelIncomingNames *self)
{
  return self->programs;
}

/**
 * roundel_incoming_names_find:
 * @self: names
 * @program: id of a program
 *
 * Returns: its index; their number when it was not added
 */
guint
roundel_incoming_names_find (RoundelIncomingNames *self,
                             const char           *program)
{
  guint i = 0;

  while (i < self->programs->len
         && !g_str_equal (((RoundelIncomingProgram *) self->programs->pdata[i])->program->id, program))
    i++;
  return i;
}

/**
 * roundel_incoming_names_dup_writers:
 * @self: names
 * @news: (element-type RoundelMergeNews): what was set aside
 * @own: who writes here
 *
 * Returns: (transfer full): who wrote it: “Grace Mbeki, Hiro Tanaka”; “someone” for who gave no card
 */
char *
roundel_incoming_names_dup_writers (RoundelIncomingNames *self,
                                    const GPtrArray      *news,
                                    const char           *own)
{
  g_autoptr (GPtrArray) writers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < news->len; i++)
    {
      const RoundelMergeNews *one = news->pdata[i];
      guint at = roundel_incoming_names_find (self, one->program);
      const RoundelIncomingProgram *program = at < self->programs->len ? self->programs->pdata[at] : NULL;
      g_autofree char *who = NULL;

      if (program == NULL || g_strcmp0 (one->device, own) == 0)
        continue;
      who = roundel_words_who (one->device, own, program->cards, program->program);
      if (!g_ptr_array_find_with_equal_func (writers, who, g_str_equal, NULL))
        g_ptr_array_add (writers, g_steal_pointer (&who));
    }
  g_ptr_array_add (writers, NULL);
  return g_strjoinv (", ", (char **) writers->pdata);
}
