/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_START_FORM (roundel_start_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelStartForm, roundel_start_form, ROUNDEL, START_FORM, AdwBin)

void roundel_start_form_set_live (RoundelStartForm *self,
                                  RoundelLive      *live);

G_END_DECLS
