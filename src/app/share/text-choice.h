/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"
#include "store/notebook.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_TEXT_CHOICE (roundel_text_choice_get_type ())
G_DECLARE_FINAL_TYPE (RoundelTextChoice, roundel_text_choice, ROUNDEL, TEXT_CHOICE, AdwBin)

GtkWidget *roundel_text_choice_new     (GPtrArray            *versions,
                                        const char           *own,
                                        GHashTable           *cards,
                                        const RoundelProgram *program,
                                        gboolean              can_wait);
gboolean   roundel_text_choice_is_made (RoundelTextChoice    *self);
gboolean   roundel_text_choice_waits   (RoundelTextChoice    *self);
gboolean   roundel_text_choice_keep    (RoundelTextChoice    *self,
                                        RoundelNotebook      *notebook,
                                        GError              **error);

G_END_DECLS
