/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/error.h"

G_DEFINE_QUARK (roundel-store-error-quark, roundel_store_error)
