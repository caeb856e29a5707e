/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PERSON_TILE (roundel_person_tile_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPersonTile, roundel_person_tile, ROUNDEL, PERSON_TILE, GtkToggleButton)

GtkWidget  *roundel_person_tile_new     (const char        *name,
                                         const char        *label,
                                         const char        *key,
                                         guint              outcome);
void        roundel_person_tile_set_presence (RoundelPersonTile *self,
                                              RoundelPresence    presence);
RoundelPresence roundel_person_tile_get_presence (RoundelPersonTile *self);
const char *roundel_person_tile_get_key (RoundelPersonTile *self);

G_END_DECLS
