/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PAGE_HEAD (roundel_page_head_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPageHead, roundel_page_head, ROUNDEL, PAGE_HEAD, AdwBin)

void        roundel_page_head_show        (RoundelPageHead    *self,
                                           RoundelDesk        *desk,
                                           const RoundelEntry *entry);
const char *roundel_page_head_get_kind    (RoundelPageHead    *self);
const char *roundel_page_head_get_program (RoundelPageHead    *self);
void        roundel_page_head_set_narrow  (RoundelPageHead    *self,
                                           gboolean            narrow,
                                           gboolean            stacked);

G_END_DECLS
