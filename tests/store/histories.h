/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Lives one random history on two to five computers and compares them with the causal oracle.
 * Returns: (transfer full) (nullable): what went wrong, or NULL */
char *history_live (guint32 seed);

/* Lets go of what was kept between histories. */
void history_end (void);
