/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "content/library.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FORMAT_POPOVER (roundel_format_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFormatPopover, roundel_format_popover, ROUNDEL, FORMAT_POPOVER, GtkPopover)

void roundel_format_popover_fill (RoundelFormatPopover *self,
                                  RoundelLibrary       *library,
                                  guint                 people);

G_END_DECLS
