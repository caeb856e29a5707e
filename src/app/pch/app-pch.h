/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK's headers are half of what compiling a screen takes. Used with -Db_pch=true only, as ./run test does: without it each
 * file has to include what it needs. */
#include <adwaita.h>
