/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/widgets/passphrase-form.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LOCK_PAGE (roundel_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLockPage, roundel_lock_page, ROUNDEL, LOCK_PAGE, AdwBin)

GtkWidget *roundel_lock_page_new   (RoundelJournal          *journal);
GtkWidget *roundel_unlock_page_new (RoundelPassphraseForm  **form);

const char *roundel_unlock_words (const GError *error);

G_END_DECLS
