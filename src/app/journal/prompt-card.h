/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "content/outcome.h"
#include "content/prompt.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROMPT_CARD (roundel_prompt_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPromptCard, roundel_prompt_card, ROUNDEL, PROMPT_CARD, AdwBin)

GtkWidget *roundel_prompt_card_new   (void);
void       roundel_prompt_card_offer (RoundelPromptCard    *self,
                                      RoundelJournal       *journal,
                                      const RoundelOutcome *outcome,
                                      RoundelPromptStage    stage);

G_END_DECLS
