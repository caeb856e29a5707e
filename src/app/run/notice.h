/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RoundelNotice RoundelNotice;

RoundelNotice *roundel_notice_new  (void);
void           roundel_notice_free (RoundelNotice *self);
void           roundel_notice_show (RoundelNotice *self,
                                    const char    *title,
                                    const char    *body);
void           roundel_notice_hide (RoundelNotice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelNotice, roundel_notice_free)

G_END_DECLS
