/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

gboolean roundel_tokenizer_register (RoundelDb  *db,
                                     GError    **error);
gboolean roundel_tokenizer_is_word  (gunichar    c);

G_END_DECLS
