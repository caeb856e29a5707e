/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHOICE_LIST (roundel_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChoiceList, roundel_choice_list, ROUNDEL, CHOICE_LIST, AdwBin)

void  roundel_choice_list_set_choices  (RoundelChoiceList  *self,
                                        const char * const *choices);
guint roundel_choice_list_get_selected (RoundelChoiceList  *self);
void  roundel_choice_list_set_selected (RoundelChoiceList  *self,
                                        guint               selected);

G_END_DECLS
