/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

int      roundel_tokenizer_register (sqlite3   *handle);
gboolean roundel_tokenizer_is_word  (gunichar   c);

G_END_DECLS
