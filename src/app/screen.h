/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SCREEN (roundel_screen_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoundelScreen, roundel_screen, ROUNDEL, SCREEN, AdwBin)

/**
 * RoundelScreenClass:
 *
 * A page of the window with the header bar that all pages share. A screen derives from it, and its template sets
 * `title`, `subtitle` and `content` and adds children of the type `start` and `end` to the header bar.
 */
struct _RoundelScreenClass
{
  AdwBinClass parent_class;
};

void     roundel_screen_set_title     (RoundelScreen *self,
                                       const char    *title,
                                       const char    *subtitle);
void     roundel_screen_set_switcher  (RoundelScreen *self,
                                       gboolean       switcher);
void     roundel_screen_set_header   (RoundelScreen *self,
                                      gboolean       header);
void     roundel_screen_open_menu     (RoundelScreen *self);
void     roundel_screen_focus_content (RoundelScreen *self);

G_END_DECLS
