/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ROUNDEL_CORE_ERROR (roundel_core_error_quark ())

/**
 * RoundelCoreError:
 * @ROUNDEL_CORE_ERROR_PEOPLE: it cannot be done with these people: too few, too many, or some who must not be together
 */
typedef enum
{
  ROUNDEL_CORE_ERROR_PEOPLE,
} RoundelCoreError;

GQuark roundel_core_error_quark (void);

G_END_DECLS
