/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/outcome.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RESULT_LIST (roundel_result_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelResultList, roundel_result_list, ROUNDEL, RESULT_LIST, AdwBin)

GtkWidget *roundel_result_list_new (void);
void       roundel_result_list_set (RoundelResultList    *self,
                                    const GPtrArray      *results,
                                    const RoundelOutcome *outcome);

G_END_DECLS
