/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LINE_GROUP (roundel_line_group_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLineGroup, roundel_line_group, ROUNDEL, LINE_GROUP, AdwBin)

void roundel_line_group_set   (RoundelLineGroup *self,
                               const char       *title,
                               const char       *description,
                               const char       *what);
void roundel_line_group_clear (RoundelLineGroup *self);
void roundel_line_group_add   (RoundelLineGroup *self,
                               const char       *id,
                               const char       *text,
                               const char       *note,
                               gboolean          warn);

G_END_DECLS
