/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/program-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_MEMBERS_PAGE (roundel_members_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelMembersPage, roundel_members_page, ROUNDEL, MEMBERS_PAGE, RoundelProgramPage)

GtkWidget *roundel_members_page_new (RoundelDesk  *desk,
                                     const char   *program,
                                     GError      **error);

G_END_DECLS
