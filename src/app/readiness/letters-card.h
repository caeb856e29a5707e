/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LETTERS_CARD (roundel_letters_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLettersCard, roundel_letters_card, ROUNDEL, LETTERS_CARD, AdwBin)

GtkWidget *roundel_letters_card_new (const RoundelProgram *program);

G_END_DECLS
