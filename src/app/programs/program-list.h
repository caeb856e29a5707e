/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROGRAM_LIST (roundel_program_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelProgramList, roundel_program_list, ROUNDEL, PROGRAM_LIST, AdwBin)

void        roundel_program_list_set_desk     (RoundelProgramList *self,
                                               RoundelDesk        *desk);
gboolean    roundel_program_list_reload       (RoundelProgramList *self,
                                               GError            **error);
guint       roundel_program_list_get_n        (RoundelProgramList *self);
const char *roundel_program_list_get_selected (RoundelProgramList *self);
gboolean    roundel_program_list_select       (RoundelProgramList *self,
                                               const char         *id);
void        roundel_program_list_search       (RoundelProgramList *self);

G_END_DECLS
