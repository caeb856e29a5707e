/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PARTNER_PAGE (roundel_partner_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPartnerPage, roundel_partner_page, ROUNDEL, PARTNER_PAGE, AdwBin)

GtkWidget *roundel_partner_page_new (RoundelDesk    *desk,
                                     RoundelJournal *journal,
                                     const char     *program,
                                     gboolean        note);

G_END_DECLS
