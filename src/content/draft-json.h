/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/draft.h"

G_BEGIN_DECLS

char         *roundel_draft_to_json   (const RoundelDraft  *self);
RoundelDraft *roundel_draft_from_json (const char          *text,
                                       GError             **error);

G_END_DECLS
