/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *roundel_recovery_key_new   (void);
char *roundel_recovery_key_parse (const char *text);
void  roundel_secret_free        (char       *secret);

G_END_DECLS
