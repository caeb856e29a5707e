/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelTogether:
 *
 * How often each two members have been in a group, and how long ago: what new mixes are told from repeated ones by
 * (R4).
 */
typedef struct _RoundelTogether RoundelTogether;

/* What two who were in one group last time have as recency */
#define ROUNDEL_TOGETHER_LATEST 9

RoundelTogether *roundel_together_new     (guint                  n_members);
void             roundel_together_free    (RoundelTogether       *self);
void             roundel_together_add     (RoundelTogether       *self,
                                           const GArray          *group,
                                           guint                  session);
guint            roundel_together_count   (const RoundelTogether *self,
                                           guint                  a,
                                           guint                  b);
guint            roundel_together_recency (const RoundelTogether *self,
                                           guint                  a,
                                           guint                  b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelTogether, roundel_together_free)

G_END_DECLS
