/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/heads.h"

#include "store/mutant.h"

#include <stdlib.h>
#include <string.h>

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return memcmp (((const RoundelNode *) a)->id, ((const RoundelNode *) b)->id, ROUNDEL_HASH_SIZE);
}

/* A text is worth more than its absence: an edit beats a deletion that did not know of it. Then the later one; when
 * both clocks say the same, the id, which is the same on all computers. */
static gboolean
is_better (const RoundelNode *a,
           const RoundelNode *b)
{
  if (a->live != b->live)
    return a->live;
  if (a->hlc != b->hlc)
    return a->hlc > b->hlc;
  if (roundel_mutant == MUTANT_NO_TIE_BREAK)
    return a->seq < b->seq;
  return compare_ids (a, b) > 0;
}

/**
 * roundel_heads_find:
 * @nodes: (element-type RoundelNode): the revisions of one group, at least one; sorted by id afterwards
 * @parents: the ids of all their parents
 * @unknown: (scope call) (nullable): called for each parent that is not in the group
 * @data: for @unknown
 *
 * Finds the heads, the revisions that no other of the group names as parent, and the winner among them. What was
 * written with the knowledge of a text replaces it, whatever the clocks say; clocks decide only between texts whose
 * writers did not know of each other.
 *
 * Returns: the index of the winner in @nodes
 */
guint
roundel_heads_find (GArray             *nodes,
                    const GByteArray   *parents,
                    RoundelUnknownFunc  unknown,
                    gpointer            data)
{
  RoundelNode *node = (RoundelNode *) nodes->data;
  guint winner = 0;

  g_assert (nodes->len > 0);

  if (nodes->len > 1)
    qsort (node, nodes->len, sizeof *node, compare_ids);
  for (guint i = 0; i < nodes->len; i++)
    node[i].head = TRUE;
  for (guint i = 0; i < nodes->len; i++)
    for (guint k = 0; k < node[i].n_parents; k++)
      {
        const guint8 *parent = parents->data + (gsize) (node[i].parents + k) * ROUNDEL_HASH_SIZE;
        RoundelNode key;
        RoundelNode *found;

        memcpy (key.id, parent, ROUNDEL_HASH_SIZE);
        found = bsearch (&key, node, nodes->len, sizeof *node, compare_ids);
        if (found != NULL && roundel_mutant != MUTANT_LAST_WRITER_WINS)
          found->head = FALSE;
        if (found == NULL && unknown != NULL)
          unknown (&node[i], parent, data);
      }
  while (!node[winner].head)
    winner++;
  for (guint i = winner + 1; i < nodes->len; i++)
    if (node[i].head && is_better (&node[i], &node[winner]))
      winner = i;
  return winner;
}
