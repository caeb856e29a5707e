/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/share/incoming.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_DECISIONS (roundel_decisions_get_type ())
G_DECLARE_FINAL_TYPE (RoundelDecisions, roundel_decisions, ROUNDEL, DECISIONS, GObject)

RoundelDecisions *roundel_decisions_new        (RoundelIncoming   *incoming,
                                                RoundelNotebook   *notebook);
GtkWidget        *roundel_decisions_get_view   (RoundelDecisions  *self,
                                                guint              index);
guint             roundel_decisions_count_open (RoundelDecisions  *self);
gboolean          roundel_decisions_wait       (RoundelDecisions  *self);
gboolean          roundel_decisions_keep       (RoundelDecisions  *self,
                                                GError           **error);

G_END_DECLS
