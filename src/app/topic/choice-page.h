/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/program-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHOICE_PAGE (roundel_choice_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChoicePage, roundel_choice_page, ROUNDEL, CHOICE_PAGE, RoundelProgramPage)

GtkWidget *roundel_choice_page_new (RoundelDesk  *desk,
                                    const char   *program,
                                    GError      **error);

G_END_DECLS
