/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/seal.h"

#include "store/secret.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC "\216RndSea\n"
#define VERSION 1
#define KEY_SIZE ROUNDEL_SEAL_KEY_SIZE
#define SALT_SIZE crypto_pwhash_SALTBYTES
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define BOX_SIZE (KEY_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define KIB_MIN (crypto_pwhash_MEMLIMIT_MIN / 1024)

/* Places in the head and in a slot */
#define HEAD_VERSION 8
#define HEAD_SLOTS 9
#define HEAD_WHAT 12
#define SLOT_KIB 4
#define SLOT_SALT 8
#define SLOT_NONCE (SLOT_SALT + SALT_SIZE)
#define SLOT_BOX (SLOT_NONCE + NONCE_SIZE)

G_STATIC_ASSERT (sizeof MAGIC - 1 == ROUNDEL_SEAL_MAGIC_SIZE);
G_STATIC_ASSERT (SLOT_BOX + BOX_SIZE == ROUNDEL_SEAL_SLOT_SIZE);

struct _RoundelSeal
{
  gatomicrefcount refs;
  guint8 *key; /* in guarded memory that is not swapped out */
  guint n_slots;
  guint8 slots[ROUNDEL_SEAL_SLOTS_MAX][ROUNDEL_SEAL_SLOT_SIZE];
};

static guint32 own_passes = ROUNDEL_SEAL_PASSES;
static guint32 own_kib = ROUNDEL_SEAL_KIB;

static void
put_number (guint8  *place,
            guint32  number)
{
  number = GUINT32_TO_BE (number);
  memcpy (place, &number, sizeof number);
}

static guint32
get_number (const guint8 *place)
{
  guint32 number;

  memcpy (&number, place, sizeof number);
  return GUINT32_FROM_BE (number);
}

static RoundelSeal *
seal_alloc (void)
{
  RoundelSeal *self;

  if (sodium_init () < 0)
    g_error ("libsodium does not start");
  self = g_new0 (RoundelSeal, 1);
  g_atomic_ref_count_init (&self->refs);
  self->key = sodium_malloc (KEY_SIZE);
  if (self->key == NULL)
    g_error ("No memory for a key");
  return self;
}

/* The same words give the same key, however the keyboard composes its accents. */
static gboolean
derive (const char    *secret,
        const guint8  *slot,
        guint8        *key,
        GError       **error)
{
  char *plain = g_utf8_validate (secret, -1, NULL) ? g_utf8_normalize (secret, -1, G_NORMALIZE_NFC) : NULL;
  int failed;

  if (plain == NULL || *plain == '\0')
    {
      roundel_secret_free (plain);
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                           _("A passphrase is a text of one character or more, in UTF-8."));
      return FALSE;
    }
  failed = crypto_pwhash (key, KEY_SIZE, plain, strlen (plain), slot + SLOT_SALT, get_number (slot),
                          (size_t) get_number (slot + SLOT_KIB) * 1024, crypto_pwhash_ALG_ARGON2ID13);
  roundel_secret_free (plain);
  if (!failed)
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED,
                       _("There is not enough memory to work out the key. Close other programs and try again."));
  return FALSE;
}

static gboolean
fill_slot (RoundelSeal   *self,
           guint          i,
           const char    *secret,
           GError       **error)
{
  guint8 *slot = self->slots[i];
  guint8 *key = sodium_malloc (KEY_SIZE);
  gboolean filled;

  put_number (slot, own_passes);
  put_number (slot + SLOT_KIB, own_kib);
  randombytes_buf (slot + SLOT_SALT, SALT_SIZE);
  randombytes_buf (slot + SLOT_NONCE, NONCE_SIZE);
  filled = derive (secret, slot, key, error);
  if (filled)
    crypto_aead_xchacha20poly1305_ietf_encrypt (slot + SLOT_BOX, NULL, self->key, KEY_SIZE, slot, SLOT_NONCE, NULL,
                                                slot + SLOT_NONCE, key);
  sodium_free (key);
  return filled;
}

/**
 * roundel_seal_new:
 * @passphrase: what opens the file
 * @recovery: (nullable): a key of roundel_recovery_key_new() that opens it, too
 * @error: return location
 *
 * Makes a new key for a file, from libsodium's randomness: the repeatable one of a rehearsal never seals anything.
 *
 * Returns: (transfer full): the seal, or %NULL
 */
RoundelSeal *
roundel_seal_new (const char  *passphrase,
                  const char  *recovery,
                  GError     **error)
{
  g_autoptr (RoundelSeal) self = NULL;

  g_return_val_if_fail (passphrase != NULL, NULL);

  self = seal_alloc ();
  crypto_secretstream_xchacha20poly1305_keygen (self->key);
  if (!fill_slot (self, self->n_slots++, passphrase, error)
      || (recovery != NULL && !fill_slot (self, self->n_slots++, recovery, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * roundel_seal_set_cost: (skip)
 * @passes: of Argon2id
 * @kib: of memory
 *
 * What this process seals from now on asks so much. For tests that are not about the cost.
 */
void
roundel_seal_set_cost (guint32 passes,
                       guint32 kib)
{
  own_passes = passes;
  own_kib = kib;
}

RoundelSeal *
roundel_seal_ref (RoundelSeal *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
roundel_seal_unref (RoundelSeal *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  sodium_free (self->key);
  g_free (self);
}

/**
 * roundel_seal_peek:
 * @bytes: the first bytes of any file
 * @length: how many
 *
 * Returns: the application id of what is inside; 0 when it is no sealed file
 */
guint32
roundel_seal_peek (const guint8 *bytes,
                   gsize         length)
{
  if (length < ROUNDEL_SEAL_PREFIX_SIZE || memcmp (bytes, MAGIC, ROUNDEL_SEAL_MAGIC_SIZE) != 0)
    return 0;
  return get_number (bytes + HEAD_WHAT);
}

/**
 * roundel_seal_head_size:
 * @prefix: (array fixed-size=16): how a sealed file begins
 *
 * Returns: the bytes of its head; 0 when no file of this version begins like that
 */
gsize
roundel_seal_head_size (const guint8 *prefix)
{
  guint n_slots = prefix[HEAD_SLOTS];

  if (prefix[HEAD_VERSION] != VERSION || n_slots < 1 || n_slots > ROUNDEL_SEAL_SLOTS_MAX)
    return 0;
  return ROUNDEL_SEAL_PREFIX_SIZE + n_slots * ROUNDEL_SEAL_SLOT_SIZE + ROUNDEL_SEAL_STREAM_SIZE + ROUNDEL_SEAL_DIGEST_SIZE;
}

/**
 * roundel_seal_write_head: (skip)
 * @self: a seal
 * @what: application id of what is inside
 * @stream: the head of the stream
 * @head: (out caller-allocates): the head of the file
 *
 * Returns: how long it is; its digest is at the end
 */
gsize
roundel_seal_write_head (RoundelSeal   *self,
                         guint32        what,
                         const guint8  *stream,
                         guint8         head[ROUNDEL_SEAL_HEAD_MAX])
{
  guint8 *place = head + ROUNDEL_SEAL_PREFIX_SIZE;

  memset (head, 0, ROUNDEL_SEAL_PREFIX_SIZE);
  memcpy (head, MAGIC, ROUNDEL_SEAL_MAGIC_SIZE);
  head[HEAD_VERSION] = VERSION;
  head[HEAD_SLOTS] = (guint8) self->n_slots;
  put_number (head + HEAD_WHAT, what);
  memcpy (place, self->slots, self->n_slots * ROUNDEL_SEAL_SLOT_SIZE);
  place += self->n_slots * ROUNDEL_SEAL_SLOT_SIZE;
  memcpy (place, stream, ROUNDEL_SEAL_STREAM_SIZE);
  place += ROUNDEL_SEAL_STREAM_SIZE;
  crypto_generichash (place, ROUNDEL_SEAL_DIGEST_SIZE, head, (gsize) (place - head), NULL, 0);
  return (gsize) (place - head) + ROUNDEL_SEAL_DIGEST_SIZE;
}

/**
 * roundel_seal_refuse_damaged: (skip)
 * @name: the file, for display
 * @what: what is wrong with it
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
roundel_seal_refuse_damaged (const char  *name,
                             const char  *what,
                             GError     **error)
{
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
               _("“%s” is damaged (%s), whatever the passphrase. Take another copy of it."), name, what);
  return FALSE;
}

static gboolean
check_head (const guint8  *head,
            gsize          length,
            const char    *name,
            GError       **error)
{
  guint8 digest[ROUNDEL_SEAL_DIGEST_SIZE];

  if (head[HEAD_VERSION] > VERSION)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_TOO_NEW,
                   _("“%s” was encrypted by a newer Roundel. Install that version to open it."), name);
      return FALSE;
    }
  if (length == 0 || roundel_seal_head_size (head) != length)
    return roundel_seal_refuse_damaged (name, _("its beginning is wrong"), error);
  crypto_generichash (digest, sizeof digest, head, length - sizeof digest, NULL, 0);
  if (memcmp (digest, head + length - sizeof digest, sizeof digest) != 0)
    return roundel_seal_refuse_damaged (name, _("its beginning was altered"), error);
  for (guint i = 0; i < head[HEAD_SLOTS]; i++)
    {
      const guint8 *slot = head + ROUNDEL_SEAL_PREFIX_SIZE + i * ROUNDEL_SEAL_SLOT_SIZE;
      guint32 passes = get_number (slot), kib = get_number (slot + SLOT_KIB);

      if (passes < 1 || passes > ROUNDEL_SEAL_PASSES_MAX || kib < KIB_MIN || kib > ROUNDEL_SEAL_KIB_MAX)
        return roundel_seal_refuse_damaged (name, _("it asks for more work than any passphrase is worth"), error);
    }
  return TRUE;
}

/**
 * roundel_seal_read_head: (skip)
 * @head: the head of a sealed file
 * @length: its bytes, as roundel_seal_head_size() says
 * @name: the file, for display
 * @secret: (nullable): a passphrase or a recovery key
 * @error: return location: %ROUNDEL_STORE_ERROR_LOCKED without @secret, %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE when the head
 *   is sound and @secret does not open it, %ROUNDEL_STORE_ERROR_CORRUPT when the head was altered
 *
 * Returns: (transfer full): the seal, or %NULL
 */
RoundelSeal *
roundel_seal_read_head (const guint8  *head,
                        gsize          length,
                        const char    *name,
                        const char    *secret,
                        GError       **error)
{
  g_autoptr (RoundelSeal) self = seal_alloc ();
  char *recovery = secret != NULL ? roundel_recovery_key_parse (secret) : NULL;
  guint8 *key;
  guint8 *slot;
  gboolean opened;

  if (!check_head (head, length, name, error))
    {
      roundel_secret_free (recovery);
      return NULL;
    }
  if (secret == NULL)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED,
                   _("“%s” is encrypted; it opens with its passphrase."), name);
      return NULL;
    }
  self->n_slots = head[HEAD_SLOTS];
  memcpy (self->slots, head + ROUNDEL_SEAL_PREFIX_SIZE, self->n_slots * ROUNDEL_SEAL_SLOT_SIZE);
  slot = self->slots[recovery != NULL && self->n_slots > 1 ? 1 : 0];
  key = sodium_malloc (KEY_SIZE);
  opened = derive (recovery != NULL ? recovery : secret, slot, key, error);
  if (opened
      && crypto_aead_xchacha20poly1305_ietf_decrypt (self->key, NULL, NULL, slot + SLOT_BOX, BOX_SIZE, slot, SLOT_NONCE,
                                                     slot + SLOT_NONCE, key) != 0)
    {
      opened = FALSE;
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE,
                   _("That is not the passphrase of “%s”. Look at capitals and spaces, and try again."), name);
    }
  sodium_free (key);
  roundel_secret_free (recovery);
  return opened ? g_steal_pointer (&self) : NULL;
}

/**
 * roundel_seal_get_key: (skip)
 * @self: a seal
 *
 * Returns: (transfer none): the key of the stream
 */
const guint8 *
roundel_seal_get_key (RoundelSeal *self)
{
  return self->key;
}
