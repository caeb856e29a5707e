/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/agenda.h"

G_BEGIN_DECLS

/**
 * RoundelRhythmSpan:
 * @seconds: how long
 * @own: the one whose turn it is has the floor
 */
typedef struct
{
  guint seconds;
  gboolean own;
} RoundelRhythmSpan;

#define ROUNDEL_TYPE_RHYTHM_BAR (roundel_rhythm_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRhythmBar, roundel_rhythm_bar, ROUNDEL, RHYTHM_BAR, GtkWidget)

GtkWidget *roundel_rhythm_bar_new (void);
void       roundel_rhythm_bar_set (RoundelRhythmBar *self,
                                   const GArray     *spans);

G_END_DECLS
