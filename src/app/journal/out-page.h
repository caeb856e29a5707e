/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/out.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_OUT_PAGE (roundel_out_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelOutPage, roundel_out_page, ROUNDEL, OUT_PAGE, AdwBin)

GtkWidget *roundel_out_page_new      (RoundelJournal *journal);
void       roundel_out_page_write    (RoundelOutPage *self,
                                      RoundelOut      out,
                                      const char     *path);
void       roundel_out_page_bring_in (RoundelOutPage *self,
                                      const char     *path);

G_END_DECLS
