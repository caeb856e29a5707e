/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROMISE_OFFER (roundel_promise_offer_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPromiseOffer, roundel_promise_offer, ROUNDEL, PROMISE_OFFER, AdwBin)

void roundel_promise_offer_set_desk (RoundelPromiseOffer *self,
                                     RoundelDesk         *desk,
                                     RoundelJournal      *journal);

G_END_DECLS
