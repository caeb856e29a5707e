/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/expand.h"

G_BEGIN_DECLS

/**
 * RoundelSeating:
 *
 * Who sits with whom while a format is expanded: groups that form, split, merge and mix.
 */
typedef struct _RoundelSeating RoundelSeating;

RoundelSeating *roundel_seating_new  (const RoundelFormat     *format,
                                      const RoundelExpansion  *expansion,
                                      const GArray            *sizes,
                                      GError                 **error);
void            roundel_seating_free (RoundelSeating          *self);

GPtrArray *roundel_seating_by_hand (const RoundelFormat    *format,
                                    const RoundelExpansion *expansion);

GPtrArray *roundel_seating_get    (RoundelSeating  *self,
                                   RoundelGather    gather,
                                   RoundelMix       mix,
                                   GError         **error);
gboolean   roundel_seating_mix    (RoundelSeating  *self,
                                   RoundelGather    gather,
                                   RoundelMix       mix,
                                   GError         **error);
gboolean   roundel_seating_move   (RoundelSeating  *self,
                                   GPtrArray       *groups);
GArray    *roundel_seating_assign (RoundelSeating  *self,
                                   const GArray    *group,
                                   guint            holder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSeating, roundel_seating_free)

G_END_DECLS
