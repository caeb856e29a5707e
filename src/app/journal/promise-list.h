/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROMISE_LIST (roundel_promise_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPromiseList, roundel_promise_list, ROUNDEL, PROMISE_LIST, AdwBin)

void        roundel_promise_list_set_desk        (RoundelPromiseList  *self,
                                                  RoundelDesk         *desk,
                                                  RoundelJournal      *journal);
void        roundel_promise_list_set_page        (RoundelPromiseList  *self,
                                                  const char          *program,
                                                  const char          *kind);
GPtrArray  *roundel_promise_list_get_commitments (RoundelPromiseList  *self);
guint       roundel_promise_list_count_others    (RoundelPromiseList  *self,
                                                  const char          *id);
const char *roundel_promise_list_get_program     (RoundelPromiseList  *self,
                                                  const char         **session);

G_END_DECLS
