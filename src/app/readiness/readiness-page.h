/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/program-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_READINESS_PAGE (roundel_readiness_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReadinessPage, roundel_readiness_page, ROUNDEL, READINESS_PAGE, RoundelProgramPage)

GtkWidget *roundel_readiness_page_new (RoundelDesk  *desk,
                                       const char   *program,
                                       GError      **error);

G_END_DECLS
