/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

#include <sodium.h>

G_BEGIN_DECLS

/* The head of a sealed file; numbers are big-endian:
 *
 *   0   8  magic
 *   8   1  version, 1
 *   9   1  number of slots, 1 or 2
 *  10   2  zeros
 *  12   4  what is inside: the application id of a notebook, a journal…
 *  16  96  for each slot: passes and KiB of Argon2id, salt, nonce, the key of the file encrypted with that of the slot
 *       24  head of the stream
 *       32  BLAKE2b of all before, so that damage is not taken for a wrong passphrase
 *
 * Behind it the content as XChaCha20-Poly1305 stream of libsodium in chunks of 64 KiB, the last one marked, each bound to
 * the head. The first slot is for the passphrase, the second for a recovery key.
 */
#define ROUNDEL_SEAL_MAGIC_SIZE 8
#define ROUNDEL_SEAL_PREFIX_SIZE 16
#define ROUNDEL_SEAL_KEY_SIZE crypto_secretstream_xchacha20poly1305_KEYBYTES
#define ROUNDEL_SEAL_SLOT_SIZE 96
#define ROUNDEL_SEAL_SLOTS_MAX 2
#define ROUNDEL_SEAL_STREAM_SIZE crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define ROUNDEL_SEAL_DIGEST_SIZE 32
#define ROUNDEL_SEAL_HEAD_MAX \
  (ROUNDEL_SEAL_PREFIX_SIZE + ROUNDEL_SEAL_SLOTS_MAX * ROUNDEL_SEAL_SLOT_SIZE + ROUNDEL_SEAL_STREAM_SIZE \
   + ROUNDEL_SEAL_DIGEST_SIZE)
#define ROUNDEL_SEAL_CHUNK 65536
#define ROUNDEL_SEAL_CHUNK_EXTRA crypto_secretstream_xchacha20poly1305_ABYTES

/* What a file from outside may ask of Argon2id: some seconds at most. */
#define ROUNDEL_SEAL_PASSES_MAX 8
#define ROUNDEL_SEAL_KIB_MAX (256 * 1024)

/* What ours ask: a tenth of a second. */
#define ROUNDEL_SEAL_PASSES 2
#define ROUNDEL_SEAL_KIB (64 * 1024)

/**
 * RoundelSeal:
 *
 * The key of a sealed file, in locked memory, and the slots from which a passphrase or a recovery key finds it again.
 */
typedef struct _RoundelSeal RoundelSeal;

RoundelSeal  *roundel_seal_new         (const char        *passphrase,
                                        const char        *recovery,
                                        GError           **error);
void          roundel_seal_set_cost    (guint32            passes,
                                        guint32            kib);
RoundelSeal  *roundel_seal_ref         (RoundelSeal       *self);
void          roundel_seal_unref       (RoundelSeal       *self);

guint32       roundel_seal_peek        (const guint8      *bytes,
                                        gsize              length);
gsize         roundel_seal_head_size   (const guint8      *prefix);
gsize         roundel_seal_write_head  (RoundelSeal       *self,
                                        guint32            what,
                                        const guint8      *stream,
                                        guint8             head[ROUNDEL_SEAL_HEAD_MAX]);
RoundelSeal  *roundel_seal_read_head   (const guint8      *head,
                                        gsize              length,
                                        const char        *name,
                                        const char        *secret,
                                        GError           **error);
const guint8 *roundel_seal_get_key     (RoundelSeal       *self);
gboolean      roundel_seal_refuse_damaged (const char     *name,
                                        const char        *what,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSeal, roundel_seal_unref)

G_END_DECLS
