/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_APPLICATION (roundel_application_get_type ())
G_DECLARE_FINAL_TYPE (RoundelApplication, roundel_application, ROUNDEL, APPLICATION, AdwApplication)

RoundelApplication *roundel_application_new      (void);
void                roundel_application_close    (RoundelApplication  *self);
RoundelEnv         *roundel_application_get_env  (RoundelApplication  *self);
const char         *roundel_application_get_notebook_path (RoundelApplication *self);
RoundelDesk        *roundel_application_get_desk (RoundelApplication  *self,
                                                  GError             **error);

G_END_DECLS
