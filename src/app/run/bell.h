/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live.h"

G_BEGIN_DECLS

typedef struct _RoundelBell RoundelBell;

RoundelBell *roundel_bell_new  (void);
void         roundel_bell_free (RoundelBell  *self);
gboolean     roundel_bell_ring (RoundelBell  *self,
                                RoundelChime  chime);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBell, roundel_bell_free)

G_END_DECLS
