/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/program-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PAPER_PAGE (roundel_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPaperPage, roundel_paper_page, ROUNDEL, PAPER_PAGE, RoundelProgramPage)

GtkWidget *roundel_paper_page_new (RoundelDesk  *desk,
                                   const char   *program,
                                   const char   *paper,
                                   GError      **error);

G_END_DECLS
