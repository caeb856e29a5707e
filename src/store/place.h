/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int roundel_place (int         fd,
                   const char *temporary,
                   const char *path);

G_END_DECLS
