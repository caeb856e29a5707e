/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SESSION_TABS (roundel_session_tabs_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSessionTabs, roundel_session_tabs, ROUNDEL, SESSION_TABS, AdwBin)

GtkWidget *roundel_session_tabs_new (void);
void       roundel_session_tabs_set (RoundelSessionTabs   *self,
                                     const RoundelProgram *program,
                                     const RoundelSession *session,
                                     guint                 outcome);

G_END_DECLS
