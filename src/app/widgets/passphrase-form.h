/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PASSPHRASE_FORM (roundel_passphrase_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPassphraseForm, roundel_passphrase_form, ROUNDEL, PASSPHRASE_FORM, AdwBin)

GtkWidget *roundel_passphrase_form_new   (gboolean               choose,
                                          const char            *button);
void       roundel_passphrase_form_say   (RoundelPassphraseForm *self,
                                          const char            *trouble);
void       roundel_passphrase_form_clear (RoundelPassphraseForm *self);
void       roundel_passphrase_form_set_busy
                                         (RoundelPassphraseForm *self,
                                          gboolean               busy);

G_END_DECLS
