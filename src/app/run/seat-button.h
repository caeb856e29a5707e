/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SEAT_BUTTON (roundel_seat_button_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSeatButton, roundel_seat_button, ROUNDEL, SEAT_BUTTON, GtkToggleButton)

GtkWidget *roundel_seat_button_new        (guint              member,
                                           const char        *name,
                                           const char        *role,
                                           guint              group,
                                           guint              n_groups,
                                           gboolean           pinned);
guint      roundel_seat_button_get_member (RoundelSeatButton *self);

G_END_DECLS
