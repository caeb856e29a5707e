/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/copy.h"

G_BEGIN_DECLS

char *roundel_words_copied (const RoundelCopied *copied,
                            const GPtrArray     *skipped);

G_END_DECLS
