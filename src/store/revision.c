/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/revision.h"

#include "store/mutant.h"

#include <sodium.h>
#include <string.h>

#define DEPTH_MAX 64

static void
hash_word (crypto_hash_sha256_state *state,
           const char               *word)
{
  gsize length = strlen (word);
  guint8 prefix = (guint8) length;

  g_assert (length <= ROUNDEL_WORD_MAX);
  crypto_hash_sha256_update (state, &prefix, 1);
  crypto_hash_sha256_update (state, (const guint8 *) word, length);
}

/**
 * roundel_revision_digest:
 * @self: a revision with its salt and body
 * @digest: (out caller-allocates): SHA-256 of both, or what the stub of an erased one says it was
 */
void
roundel_revision_digest (const RoundelRevision *self,
                         guint8                 digest[ROUNDEL_HASH_SIZE])
{
  crypto_hash_sha256_state state;

  if (self->digest != NULL)
    {
      memcpy (digest, self->digest, ROUNDEL_HASH_SIZE);
      return;
    }
  crypto_hash_sha256_init (&state);
  crypto_hash_sha256_update (&state, self->salt, ROUNDEL_SALT_SIZE);
  crypto_hash_sha256_update (&state, (const guint8 *) self->body, self->body_length);
  crypto_hash_sha256_final (&state, digest);
}

/**
 * roundel_revision_hash:
 * @self: a revision; its id is not read
 * @digest: (array fixed-size=32): roundel_revision_digest()
 * @id: (out caller-allocates): the id that these fields have
 *
 * The canonical encoding. It is part of the format: what is hashed here never changes. Fixed sizes come first, what
 * varies carries its length, numbers are big-endian.
 */
void
roundel_revision_hash (const RoundelRevision *self,
                       const guint8          *digest,
                       guint8                 id[ROUNDEL_HASH_SIZE])
{
  static const char version[16] = "roundel rev 1";
  crypto_hash_sha256_state state;
  guint64 hlc = GUINT64_TO_BE ((guint64) self->hlc);
  guint32 n_parents = GUINT32_TO_BE ((guint32) self->n_parents);
  guint8 deleted = self->deleted ? 1 : 0;

  crypto_hash_sha256_init (&state);
  if (roundel_mutant == MUTANT_ID_OF_DEVICE_AND_CLOCK)
    {
      crypto_hash_sha256_update (&state, self->device, ROUNDEL_ID_SIZE);
      crypto_hash_sha256_update (&state, (const guint8 *) &hlc, sizeof hlc);
      crypto_hash_sha256_final (&state, id);
      return;
    }
  crypto_hash_sha256_update (&state, (const guint8 *) version, sizeof version);
  crypto_hash_sha256_update (&state, self->program, ROUNDEL_ID_SIZE);
  crypto_hash_sha256_update (&state, self->circle, ROUNDEL_ID_SIZE);
  crypto_hash_sha256_update (&state, self->entity, ROUNDEL_ID_SIZE);
  crypto_hash_sha256_update (&state, self->device, ROUNDEL_ID_SIZE);
  crypto_hash_sha256_update (&state, (const guint8 *) &hlc, sizeof hlc);
  crypto_hash_sha256_update (&state, &deleted, 1);
  hash_word (&state, self->ring);
  hash_word (&state, self->kind);
  hash_word (&state, self->reg);
  crypto_hash_sha256_update (&state, (const guint8 *) &n_parents, sizeof n_parents);
  if (self->n_parents > 0)
    crypto_hash_sha256_update (&state, self->parents, self->n_parents * ROUNDEL_HASH_SIZE);
  crypto_hash_sha256_update (&state, digest, ROUNDEL_HASH_SIZE);
  crypto_hash_sha256_final (&state, id);
}

static gboolean
read_blob (RoundelStatement  *statement,
           int                column,
           int                length,
           const guint8     **bytes)
{
  if (sqlite3_column_type (statement, column) != SQLITE_BLOB || sqlite3_column_bytes (statement, column) != length)
    return FALSE;
  *bytes = sqlite3_column_blob (statement, column);
  return TRUE;
}

static gboolean
read_word (RoundelStatement  *statement,
           int                column,
           const char       **word)
{
  const char *text;
  int length;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return FALSE;
  text = (const char *) sqlite3_column_text (statement, column);
  length = sqlite3_column_bytes (statement, column);
  if (text == NULL || length > ROUNDEL_WORD_MAX)
    return FALSE;
  for (int i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-')
      return FALSE;
  *word = text;
  return TRUE;
}

static gboolean
read_parents (RoundelRevision  *self,
              RoundelStatement *statement,
              int               column)
{
  int length = sqlite3_column_bytes (statement, column);

  if (sqlite3_column_type (statement, column) != SQLITE_BLOB
      || length % ROUNDEL_HASH_SIZE != 0 || length > ROUNDEL_PARENTS_MAX * ROUNDEL_HASH_SIZE)
    return FALSE;
  self->parents = sqlite3_column_blob (statement, column);
  self->n_parents = (gsize) length / ROUNDEL_HASH_SIZE;
  for (gsize i = 1; i < self->n_parents; i++)
    if (memcmp (self->parents + (i - 1) * ROUNDEL_HASH_SIZE, self->parents + i * ROUNDEL_HASH_SIZE, ROUNDEL_HASH_SIZE) >= 0)
      return FALSE;
  return TRUE;
}

/* Salt and body, or the digest of an erased pair: never a mixture. */
static gboolean
read_content (RoundelRevision  *self,
              RoundelStatement *statement,
              int               column)
{
  self->salt = NULL;
  self->body = NULL;
  self->body_length = 0;
  self->digest = NULL;
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return sqlite3_column_type (statement, column + 1) == SQLITE_NULL
           && read_blob (statement, column + 2, ROUNDEL_HASH_SIZE, &self->digest);

  if (sqlite3_column_type (statement, column + 2) != SQLITE_NULL
      || sqlite3_column_type (statement, column + 1) != SQLITE_TEXT
      || !read_blob (statement, column, ROUNDEL_SALT_SIZE, &self->salt))
    return FALSE;
  self->body = (const char *) sqlite3_column_text (statement, column + 1);
  self->body_length = (gsize) sqlite3_column_bytes (statement, column + 1);
  return self->body != NULL;
}

/**
 * roundel_revision_read:
 * @self: (out caller-allocates): where the view goes; it lives as long as the row
 * @statement: a row whose first columns are %ROUNDEL_REVISION_COLUMNS
 *
 * Reads a row and checks the type, length and form of every column. Body and hash are not looked at.
 *
 * Returns: whether the row has the form of a revision
 */
gboolean
roundel_revision_read (RoundelRevision  *self,
                       RoundelStatement *statement)
{
  gint64 deleted = sqlite3_column_int64 (statement, 10);

  self->hlc = sqlite3_column_int64 (statement, 7);
  self->deleted = deleted == 1;
  return read_blob (statement, 0, ROUNDEL_HASH_SIZE, &self->id)
         && read_blob (statement, 1, ROUNDEL_ID_SIZE, &self->program)
         && read_blob (statement, 2, ROUNDEL_ID_SIZE, &self->circle)
         && read_word (statement, 3, &self->ring)
         && read_blob (statement, 4, ROUNDEL_ID_SIZE, &self->entity)
         && read_word (statement, 5, &self->kind) && *self->kind != '\0'
         && read_word (statement, 6, &self->reg)
         && sqlite3_column_type (statement, 7) == SQLITE_INTEGER && self->hlc >= 0
         && read_blob (statement, 8, ROUNDEL_ID_SIZE, &self->device)
         && read_parents (self, statement, 9)
         && sqlite3_column_type (statement, 10) == SQLITE_INTEGER && (deleted == 0 || deleted == 1)
         && read_content (self, statement, 11);
}

/**
 * roundel_revision_bind:
 * @self: a revision that lives until @statement is reset
 * @statement: a statement with %ROUNDEL_REVISION_PARAMETERS as its first parameters, in this order
 */
void
roundel_revision_bind (const RoundelRevision *self,
                       RoundelStatement      *statement)
{
  sqlite3_bind_blob (statement, 1, self->id, ROUNDEL_HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 2, self->program, ROUNDEL_ID_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 3, self->circle, ROUNDEL_ID_SIZE, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, self->ring, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 5, self->entity, ROUNDEL_ID_SIZE, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, self->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, self->reg, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 8, self->hlc);
  sqlite3_bind_blob (statement, 9, self->device, ROUNDEL_ID_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 10, self->n_parents > 0 ? (const void *) self->parents : "",
                     (int) (self->n_parents * ROUNDEL_HASH_SIZE), SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 11, self->deleted ? 1 : 0);
  sqlite3_bind_blob (statement, 12, self->salt, ROUNDEL_SALT_SIZE, SQLITE_STATIC);
  sqlite3_bind_text (statement, 13, self->body, (int) self->body_length, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 14, self->digest, ROUNDEL_HASH_SIZE, SQLITE_STATIC);
}

/* Moves LENGTH bytes to the end of what is filled, with a zero byte behind them. */
static gpointer
put (guint8        **end,
     gconstpointer   bytes,
     gsize           length)
{
  guint8 *start = *end;

  if (bytes == NULL)
    return NULL;
  memcpy (start, bytes, length);
  start[length] = '\0';
  *end += length + 1;
  return start;
}

/**
 * roundel_revision_copy:
 * @self: a view
 *
 * Returns: (transfer full): a copy in one block that owns everything it points to
 */
RoundelRevision *
roundel_revision_copy (const RoundelRevision *self)
{
  gsize room = 512 + self->n_parents * ROUNDEL_HASH_SIZE + self->body_length;
  RoundelRevision *copy = g_malloc0 (sizeof *copy + room);
  guint8 *end = (guint8 *) (copy + 1);

  *copy = *self;
  copy->id = put (&end, self->id, ROUNDEL_HASH_SIZE);
  copy->program = put (&end, self->program, ROUNDEL_ID_SIZE);
  copy->circle = put (&end, self->circle, ROUNDEL_ID_SIZE);
  copy->ring = put (&end, self->ring, strlen (self->ring));
  copy->entity = put (&end, self->entity, ROUNDEL_ID_SIZE);
  copy->kind = put (&end, self->kind, strlen (self->kind));
  copy->reg = put (&end, self->reg, strlen (self->reg));
  copy->device = put (&end, self->device, ROUNDEL_ID_SIZE);
  copy->parents = put (&end, self->parents, self->n_parents * ROUNDEL_HASH_SIZE);
  copy->salt = put (&end, self->salt, ROUNDEL_SALT_SIZE);
  copy->body = put (&end, self->body, self->body_length);
  copy->digest = put (&end, self->digest, ROUNDEL_HASH_SIZE);
  g_assert (end <= (guint8 *) (copy + 1) + room);
  return copy;
}

void
roundel_revision_free (RoundelRevision *self)
{
  g_free (self);
}

/**
 * roundel_body_is_sound:
 * @body: text
 * @length: its bytes
 *
 * What must hold before a parser sees a body: an object, UTF-8 without a zero byte, at most 64 KiB and 64 brackets
 * deep (128,000 of them crash json-glib 1.6.6). Whether it is JSON at all is asked of SQLite's json_valid().
 *
 * Returns: whether it holds
 */
gboolean
roundel_body_is_sound (const char *body,
                       gsize       length)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  if (length < 2 || length > ROUNDEL_BODY_MAX || body[0] != '{' || !g_utf8_validate_len (body, length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (quoted && body[i] == '\\')
        i++;
      else if (body[i] == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if ((body[i] == '{' || body[i] == '[') && ++depth > DEPTH_MAX)
        return FALSE;
      else if ((body[i] == '}' || body[i] == ']') && depth > 0)
        depth--;
    }
  return TRUE;
}

/**
 * roundel_hash_text:
 * @hash: (array fixed-size=32): the id of a revision
 *
 * Returns: (transfer full): the id as text
 */
char *
roundel_hash_text (const guint8 *hash)
{
  char *text = g_malloc (ROUNDEL_HASH_SIZE * 2 + 1);

  return sodium_bin2hex (text, ROUNDEL_HASH_SIZE * 2 + 1, hash, ROUNDEL_HASH_SIZE);
}

/**
 * roundel_hash_parse:
 * @text: (nullable): the id of a revision as text
 * @hash: (out caller-allocates): its bytes
 *
 * Returns: whether @text is the id of a revision
 */
gboolean
roundel_hash_parse (const char *text,
                    guint8      hash[ROUNDEL_HASH_SIZE])
{
  size_t length = 0;

  return text != NULL && strlen (text) == ROUNDEL_HASH_SIZE * 2
         && sodium_hex2bin (hash, ROUNDEL_HASH_SIZE, text, ROUNDEL_HASH_SIZE * 2, NULL, &length, NULL) == 0
         && length == ROUNDEL_HASH_SIZE;
}
