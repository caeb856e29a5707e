/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/notebook.h"

G_BEGIN_DECLS

gboolean roundel_notebook_leave (RoundelNotebook  *self,
                                 const char       *program,
                                 GError          **error);

G_END_DECLS
