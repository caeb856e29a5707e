/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

#define ROUNDEL_KIND_ERASE "erase"

/**
 * RoundelShown:
 * @seq: the winner; 0 when the group is not in the file
 * @heads: how many revisions nobody has written over
 * @versions: how many different texts among the live heads; above 1 is a conflict
 * @live: neither deleted nor erased
 *
 * What a group shows.
 */
typedef struct
{
  gint64 seq;
  gint64 heads;
  gint64 versions;
  gboolean live;
} RoundelShown;

/**
 * RoundelShownFunc:
 * @group: a group that was worked out again
 * @before: what it showed
 * @after: what it shows now
 * @data: data
 */
typedef void (*RoundelShownFunc) (const RoundelGroup *group,
                                  const RoundelShown *before,
                                  const RoundelShown *after,
                                  gpointer            data);

gboolean roundel_current_prepare (RoundelDb             *db,
                                  GError               **error);
gboolean roundel_current_touch   (RoundelDb             *db,
                                  const RoundelRevision *revision,
                                  GError               **error);
gboolean roundel_current_update  (RoundelDb             *db,
                                  gint64                 since,
                                  RoundelShownFunc       shown,
                                  gpointer               data,
                                  GError               **error);
gboolean roundel_current_rebuild (RoundelDb             *db,
                                  GError               **error);
gboolean roundel_current_verify  (RoundelDb             *db,
                                  guint                 *n_wrong,
                                  GError               **error);
GArray  *roundel_current_heads   (RoundelDb             *db,
                                  const RoundelGroup    *group,
                                  GError               **error);

G_END_DECLS
