/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *roundel_last_copy_said (const char *notebook);

G_END_DECLS
