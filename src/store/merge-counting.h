/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/current.h"
#include "store/merge.h"

G_BEGIN_DECLS

/* Texts here (r) that the new erasures name (e), written by another device than erases them. */
#define ROUNDEL_HERE_AND_ANOTHERS \
  "FROM temp.erasing AS e JOIN revision AS r ON r.id = e.id AND r.program = e.program AND r.circle = e.circle" \
  "  AND r.ring = e.ring AND r.body IS NOT NULL AND r.kind <> 'erase' AND r.device <> e.device "

/**
 * RoundelMergeCounting:
 *
 * What a merge changes, counted while it is carried out, and of each sort the first with their words.
 */
typedef struct _RoundelMergeCounting RoundelMergeCounting;

RoundelMergeCounting *roundel_merge_counting_new         (RoundelDb             *db,
                                                          RoundelMergeResult    *result,
                                                          GPtrArray             *changes,
                                                          guint                  most);
void                  roundel_merge_counting_free        (RoundelMergeCounting  *self);
gboolean              roundel_merge_counting_note_erased (RoundelMergeCounting  *self,
                                                          GError               **error);
gboolean              roundel_merge_counting_keep_words  (RoundelMergeCounting  *self,
                                                          GError               **error);
void                  roundel_merge_counting_take        (RoundelMergeCounting  *self,
                                                          const RoundelGroup    *group,
                                                          const RoundelShown    *before,
                                                          const RoundelShown    *after);
gboolean              roundel_merge_counting_finish      (RoundelMergeCounting  *self,
                                                          GError               **error);
void                  roundel_merge_change_free          (RoundelMergeChange    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMergeCounting, roundel_merge_counting_free)

G_END_DECLS
