/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ROUNDEL_CORE_ERROR (roundel_core_error_quark ())

/**
 * RoundelCoreError:
 * @ROUNDEL_CORE_ERROR_PEOPLE: it cannot be done with these people: too few, too many, or some who must not be together
 * @ROUNDEL_CORE_ERROR_NOT_NOW: the session cannot do this at this moment
 * @ROUNDEL_CORE_ERROR_NONSENSE: a stored text or an argument that means nothing
 * @ROUNDEL_CORE_ERROR_TIME: it cannot be done in this time
 */
typedef enum
{
  ROUNDEL_CORE_ERROR_PEOPLE,
  ROUNDEL_CORE_ERROR_NOT_NOW,
  ROUNDEL_CORE_ERROR_NONSENSE,
  ROUNDEL_CORE_ERROR_TIME,
} RoundelCoreError;

GQuark roundel_core_error_quark (void);

G_END_DECLS
