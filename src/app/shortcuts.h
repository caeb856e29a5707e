/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ROUNDEL_SHORTCUT_MOST_KEYS 4

/**
 * RoundelShortcut:
 * @action: a detailed action name; its prefix tells who has it: `app`, `win`, or a screen
 * @keys: accelerators, %NULL at the end
 * @title: what it does
 * @group: heading in the shortcuts window
 */
typedef struct
{
  const char *action;
  const char *keys[ROUNDEL_SHORTCUT_MOST_KEYS];
  const char *title;
  const char *group;
} RoundelShortcut;

const RoundelShortcut *roundel_shortcuts_list    (guint          *n_shortcuts);
void                   roundel_shortcuts_install (GtkApplication *application);
void                   roundel_shortcuts_attach  (GtkWidget      *screen,
                                                  const char     *prefix);
void                   roundel_shortcuts_attach_inside (GtkWidget *widget,
                                                        const char *prefix);

gboolean roundel_shortcuts_activate (GtkWidget       *widget,
                                     const char      *prefix,
                                     guint            keyval,
                                     GdkModifierType  state);

G_END_DECLS
