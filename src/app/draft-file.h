/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/draft.h"

G_BEGIN_DECLS

RoundelDraft *roundel_draft_file_read  (RoundelDesk         *desk);
gboolean      roundel_draft_file_write (RoundelDesk         *desk,
                                        const RoundelDraft  *draft,
                                        GError             **error);
void          roundel_draft_file_drop  (RoundelDesk         *desk);

G_END_DECLS
