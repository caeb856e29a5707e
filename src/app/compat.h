/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The only place that asks which version of GTK or libadwaita is there. */

/**
 * RoundelAnswer:
 * @id: what the callback is given
 * @label: what the button says, with a mnemonic
 * @appearance: suggested, destructive or neither
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} RoundelAnswer;

typedef void (*RoundelAnswered) (const char *id,
                                 gpointer    user_data);

void    roundel_compat_get_color        (GtkWidget            *widget,
                                         GdkRGBA              *color);
void    roundel_compat_name_drop_down   (GtkWidget            *drop_down);
void    roundel_compat_name_buttons     (GtkWidget            *widget);
void    roundel_compat_announce         (GtkWidget            *widget,
                                         const char           *text);
void    roundel_compat_open_file        (GtkWindow            *parent,
                                         const char           *title,
                                         GListModel           *filters,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GFile  *roundel_compat_open_file_finish (GAsyncResult         *result,
                                         GError              **error);
void    roundel_compat_open_folder      (GtkWindow            *parent,
                                         const char           *title,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GFile  *roundel_compat_open_folder_finish (GAsyncResult       *result,
                                         GError              **error);
void    roundel_compat_save_file        (GtkWindow            *parent,
                                         const char           *title,
                                         const char           *name,
                                         GListModel           *filters,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GFile  *roundel_compat_save_file_finish (GAsyncResult         *result,
                                         GError              **error);
void    roundel_compat_ask              (GtkWindow            *parent,
                                         const char           *heading,
                                         const char           *body,
                                         const RoundelAnswer  *answers,
                                         guint                 n_answers,
                                         const char           *cancel_id,
                                         RoundelAnswered       answered,
                                         gpointer              user_data);
void    roundel_compat_add_suffix       (AdwExpanderRow       *row,
                                         GtkWidget            *suffix);
void    roundel_compat_show_about       (GtkWindow            *parent);
void    roundel_compat_quicken_labels   (void);

G_END_DECLS
