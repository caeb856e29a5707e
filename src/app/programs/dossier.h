/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/program-change.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_DOSSIER (roundel_dossier_get_type ())
G_DECLARE_FINAL_TYPE (RoundelDossier, roundel_dossier, ROUNDEL, DOSSIER, AdwBin)

void roundel_dossier_show (RoundelDossier *self,
                           RoundelDesk    *desk,
                           RoundelProgram *program);

RoundelDesk *roundel_dossier_get_desk    (RoundelDossier *self);
const char  *roundel_dossier_get_program (RoundelDossier *self);
RoundelProgramChange *roundel_dossier_begin_change (RoundelDossier *self);

G_END_DECLS
