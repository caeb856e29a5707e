/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelStoreError:
 * @ROUNDEL_STORE_ERROR_FAILED: nothing a caller can act on
 * @ROUNDEL_STORE_ERROR_NOT_OURS: not the kind of file that was asked for
 * @ROUNDEL_STORE_ERROR_TOO_NEW: written by a newer Roundel
 * @ROUNDEL_STORE_ERROR_CORRUPT: damaged, or made by something else than Roundel
 * @ROUNDEL_STORE_ERROR_READ_ONLY: may not be written
 * @ROUNDEL_STORE_ERROR_NO_SPACE: the disk is full
 * @ROUNDEL_STORE_ERROR_BUSY: another program is writing, or has the file
 * @ROUNDEL_STORE_ERROR_INVALID: what was to be written does not fit the format
 * @ROUNDEL_STORE_ERROR_NOT_FOUND: no such record or program here
 * @ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM: a share file of a program that is not here yet: ask before joining
 * @ROUNDEL_STORE_ERROR_LOCKED: encrypted: ask for its passphrase
 * @ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE: encrypted, and sound, but with another passphrase: ask again
 *
 * What went wrong in the store. A cancelled task has %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  ROUNDEL_STORE_ERROR_FAILED,
  ROUNDEL_STORE_ERROR_NOT_OURS,
  ROUNDEL_STORE_ERROR_TOO_NEW,
  ROUNDEL_STORE_ERROR_CORRUPT,
  ROUNDEL_STORE_ERROR_READ_ONLY,
  ROUNDEL_STORE_ERROR_NO_SPACE,
  ROUNDEL_STORE_ERROR_BUSY,
  ROUNDEL_STORE_ERROR_INVALID,
  ROUNDEL_STORE_ERROR_NOT_FOUND,
  ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM,
  ROUNDEL_STORE_ERROR_LOCKED,
  ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE,
} RoundelStoreError;

#define ROUNDEL_STORE_ERROR (roundel_store_error_quark ())
GQuark roundel_store_error_quark (void);

G_END_DECLS
