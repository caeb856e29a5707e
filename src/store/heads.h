/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

/**
 * RoundelNode:
 * @seq: its place in the file
 * @parents: index of its first parent in the parents of the group
 * @live: neither deleted nor erased
 * @head: (out): no other of its group was written over it
 *
 * What decides about one revision in its group: all of one program, ring, kind, entity and register.
 */
typedef struct
{
  guint8 id[ROUNDEL_HASH_SIZE];
  gint64 seq;
  gint64 hlc;
  guint parents;
  guint n_parents;
  gboolean live;
  gboolean head;
} RoundelNode;

/**
 * RoundelUnknownFunc:
 * @node: a revision of the group
 * @parent: the id of a parent that is not in the group
 * @data: data
 */
typedef void (*RoundelUnknownFunc) (const RoundelNode *node,
                                    const guint8      *parent,
                                    gpointer           data);

guint roundel_heads_find (GArray             *nodes,
                          const GByteArray   *parents,
                          RoundelUnknownFunc  unknown,
                          gpointer            data);

G_END_DECLS
