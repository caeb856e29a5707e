/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WIZARD (roundel_wizard_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWizard, roundel_wizard, ROUNDEL, WIZARD, AdwBin)

GtkWidget *roundel_wizard_new (RoundelDesk *desk);

G_END_DECLS
