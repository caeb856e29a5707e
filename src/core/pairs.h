/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelApart:
 * @ROUNDEL_APART_LINE: they are in one reporting line
 * @ROUNDEL_APART_PLACE: they cannot meet
 *
 * Why two people are kept apart; 0 if they are not.
 */
typedef enum
{
  ROUNDEL_APART_LINE = 1 << 0,
  ROUNDEL_APART_PLACE = 1 << 1,
} RoundelApart;

/**
 * RoundelPairs:
 *
 * What it costs to put each two of some people together, and who is kept apart.
 */
typedef struct _RoundelPairs RoundelPairs;

RoundelPairs *roundel_pairs_new       (guint               n);
void          roundel_pairs_free      (RoundelPairs       *self);
guint         roundel_pairs_get_size  (const RoundelPairs *self);
void          roundel_pairs_set_label (RoundelPairs       *self,
                                       guint               person,
                                       const char         *label);
void          roundel_pairs_set_cost  (RoundelPairs       *self,
                                       guint               a,
                                       guint               b,
                                       gint64              cost);
gint64        roundel_pairs_get_cost  (const RoundelPairs *self,
                                       guint               a,
                                       guint               b);
void          roundel_pairs_set_apart (RoundelPairs       *self,
                                       guint               a,
                                       guint               b,
                                       RoundelApart        why);
RoundelApart  roundel_pairs_get_apart (const RoundelPairs *self,
                                       guint               a,
                                       guint               b);
char         *roundel_pairs_explain   (const RoundelPairs *self,
                                       guint               n_groups,
                                       gboolean            proved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPairs, roundel_pairs_free)

G_END_DECLS
