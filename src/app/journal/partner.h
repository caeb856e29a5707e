/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "store/journal/partner-meeting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char                        *roundel_partner_dup_names (const RoundelProgram *program,
                                                        const char           *me);
char                        *roundel_partner_dup_title (const RoundelProgram *program,
                                                        const char           *me);
const RoundelPartnerMeeting *roundel_partner_find_open (const GPtrArray *meetings);
char                        *roundel_partner_dup_when  (const RoundelPartnerMeeting *meeting,
                                                        gint64                       now);
gboolean                     roundel_partner_meet      (GtkWidget       *widget,
                                                        RoundelJournal  *journal,
                                                        const char      *program,
                                                        const char      *with,
                                                        GError         **error);

G_END_DECLS
