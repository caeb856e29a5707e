/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelRescueCard:
 * @title: what happens in the room; with gettext(), as the other texts
 * @say: words to say aloud
 * @change: what to do now
 * @action: (nullable): the step of a running session that helps, as the screen calls it
 * @label: (nullable): what its button says
 *
 * For whoever leads a session for the first time (R8): what to say and what to change when it gets difficult.
 */
typedef struct
{
  const char *title;
  const char *say;
  const char *change;
  const char *action;
  const char *label;
} RoundelRescueCard;

const RoundelRescueCard *roundel_rescue_cards (guint *n_cards);

G_END_DECLS
