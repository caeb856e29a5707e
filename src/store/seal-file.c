/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/seal-file.h"

#include "store/place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ROUNDEL_SEAL_CHUNK
#define SEALED_CHUNK (CHUNK + ROUNDEL_SEAL_CHUNK_EXTRA)

struct _RoundelSealWriter
{
  int fd;
  char *name;
  GCancellable *cancellable;
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 digest[ROUNDEL_SEAL_DIGEST_SIZE]; /* of the head */
  guint8 plain[CHUNK];
  gsize filled;
  guint8 sealed[SEALED_CHUNK];
};

struct _RoundelSealReader
{
  int fd; /* not owned */
  char *name;
  GCancellable *cancellable;
  RoundelSeal *seal;
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 digest[ROUNDEL_SEAL_DIGEST_SIZE];
  guint8 plain[CHUNK];
  gsize place, filled; /* of what was opened and not yet given out */
  gboolean ended;
  guint8 sealed[SEALED_CHUNK];
};

static gboolean
fail (const char  *name,
      const char  *said,
      int          code,
      GError     **error)
{
  gint error_code = code == ENOSPC || code == EDQUOT ? ROUNDEL_STORE_ERROR_NO_SPACE
                    : code == EACCES || code == EROFS || code == EPERM ? ROUNDEL_STORE_ERROR_READ_ONLY
                    : code == ENOENT ? ROUNDEL_STORE_ERROR_NOT_FOUND : ROUNDEL_STORE_ERROR_FAILED;

  g_set_error (error, ROUNDEL_STORE_ERROR, error_code, "%s: %s (%s)", name, said, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (RoundelSealWriter  *self,
           const guint8       *bytes,
           gsize               length,
           GError            **error)
{
  while (length > 0)
    {
      ssize_t put = write (self->fd, bytes, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return fail (self->name, _("it could not be written"), errno, error);
      bytes += put;
      length -= (gsize) put;
    }
  return TRUE;
}

static gboolean
begin (RoundelSealWriter  *self,
       RoundelSeal        *seal,
       guint32             what,
       GError            **error)
{
  guint8 stream[ROUNDEL_SEAL_STREAM_SIZE], head[ROUNDEL_SEAL_HEAD_MAX];
  gsize length;

  crypto_secretstream_xchacha20poly1305_init_push (&self->state, stream, roundel_seal_get_key (seal));
  length = roundel_seal_write_head (seal, what, stream, head);
  memcpy (self->digest, head + length - sizeof self->digest, sizeof self->digest);
  return write_all (self, head, length, error);
}

static gboolean
push (RoundelSealWriter  *self,
      guint8              tag,
      GError            **error)
{
  unsigned long long length;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  crypto_secretstream_xchacha20poly1305_push (&self->state, self->sealed, &length, self->plain, self->filled,
                                              self->digest, sizeof self->digest, tag);
  self->filled = 0;
  return write_all (self, self->sealed, (gsize) length, error);
}

/**
 * roundel_seal_writer_add:
 * @self: a file that is being written
 * @bytes: what comes next
 * @length: its bytes
 * @error: return location
 *
 * Returns: whether it could be taken
 */
gboolean
roundel_seal_writer_add (RoundelSealWriter  *self,
                         const void         *bytes,
                         gsize               length,
                         GError            **error)
{
  const guint8 *next = bytes;

  while (length > 0)
    {
      gsize taken;

      /* The last chunk is not known before the end: a full one waits for what follows. */
      if (self->filled == CHUNK && !push (self, 0, error))
        return FALSE;
      taken = MIN (length, CHUNK - self->filled);
      memcpy (self->plain + self->filled, next, taken);
      self->filled += taken;
      next += taken;
      length -= taken;
    }
  return TRUE;
}

/**
 * roundel_seal_write_file:
 * @seal: what it is to be sealed with
 * @what: application id of what is inside
 * @path: the file; what is there is replaced when the new one is whole
 * @fill: writes the content
 * @data: for @fill
 * @cancellable: (nullable): ends it; nothing is left behind
 * @error: return location
 *
 * No byte of the content is on the disk unencrypted at any time.
 *
 * Returns: whether the file is whole and on the disk
 */
gboolean
roundel_seal_write_file (RoundelSeal      *seal,
                         guint32           what,
                         const char       *path,
                         RoundelSealFill   fill,
                         gpointer          data,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  g_autofree char *name = g_filename_display_name (path);
  RoundelSealWriter *writer;
  gboolean written;
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  int code;

  if (fd < 0)
    return fail (name, _("it could not be made"), errno, error);
  writer = g_new0 (RoundelSealWriter, 1);
  writer->fd = fd;
  writer->name = name;
  writer->cancellable = cancellable;
  written = begin (writer, seal, what, error)
            && fill (writer, data, error)
            && push (writer, crypto_secretstream_xchacha20poly1305_TAG_FINAL, error)
            && ((code = roundel_place (fd, temporary, path)) == 0
                || fail (name, _("it could not be written"), code, error));
  if (!written)
    unlink (temporary);
  close (fd);
  sodium_memzero (writer, sizeof *writer);
  g_free (writer);
  return written;
}

static gboolean
fill_bytes (RoundelSealWriter  *writer,
            gpointer            data,
            GError            **error)
{
  GBytes *bytes = data;

  return roundel_seal_writer_add (writer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * roundel_seal_write_bytes:
 * @seal: what it is to be sealed with
 * @what: application id of what is inside
 * @path: the file; what is there is replaced when the new one is whole
 * @bytes: the content
 * @length: its bytes
 * @cancellable: (nullable): ends it; nothing is left behind
 * @error: return location
 *
 * Returns: whether the file is whole and on the disk
 */
gboolean
roundel_seal_write_bytes (RoundelSeal   *seal,
                          guint32        what,
                          const char    *path,
                          const guint8  *bytes,
                          gsize          length,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, length);

  return roundel_seal_write_file (seal, what, path, fill_bytes, content, cancellable, error);
}

/* Fills BYTES unless the file ends before. */
static gboolean
read_all (RoundelSealReader  *self,
          guint8             *bytes,
          gsize               length,
          gsize              *got,
          GError            **error)
{
  for (*got = 0; *got < length; )
    {
      ssize_t n = read (self->fd, bytes + *got, length - *got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (self->name, _("it could not be read"), errno, error);
      if (n == 0)
        break;
      *got += (gsize) n;
    }
  return TRUE;
}

static gboolean
open_head (RoundelSealReader  *self,
           guint32             what,
           const char         *secret,
           GError            **error)
{
  guint8 head[ROUNDEL_SEAL_HEAD_MAX];
  gsize got, length;

  if (!read_all (self, head, ROUNDEL_SEAL_PREFIX_SIZE, &got, error))
    return FALSE;
  if (roundel_seal_peek (head, got) != what)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
                   _("“%s” is not the encrypted file that belongs here."), self->name);
      return FALSE;
    }
  length = roundel_seal_head_size (head);
  if (length > 0)
    {
      if (!read_all (self, head + ROUNDEL_SEAL_PREFIX_SIZE, length - ROUNDEL_SEAL_PREFIX_SIZE, &got, error))
        return FALSE;
      if (got != length - ROUNDEL_SEAL_PREFIX_SIZE)
        return roundel_seal_refuse_damaged (self->name, _("its end is missing"), error);
    }
  self->seal = roundel_seal_read_head (head, length, self->name, secret, error);
  if (self->seal == NULL)
    return FALSE;
  memcpy (self->digest, head + length - sizeof self->digest, sizeof self->digest);
  if (crypto_secretstream_xchacha20poly1305_init_pull (&self->state, head + length - sizeof self->digest
                                                                     - ROUNDEL_SEAL_STREAM_SIZE,
                                                       roundel_seal_get_key (self->seal)) == 0)
    return TRUE;
  return roundel_seal_refuse_damaged (self->name, _("its beginning is wrong"), error);
}

/**
 * roundel_seal_reader_new:
 * @fd: the file, at its beginning; it stays the caller's
 * @path: its name
 * @what: application id of what should be inside
 * @secret: (nullable): its passphrase or recovery key
 * @cancellable: (nullable): ends the reading
 * @error: return location: %ROUNDEL_STORE_ERROR_LOCKED, %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE or
 *   %ROUNDEL_STORE_ERROR_CORRUPT, which are never taken for one another
 *
 * Returns: (transfer full): the reader, or %NULL
 */
RoundelSealReader *
roundel_seal_reader_new (int            fd,
                         const char    *path,
                         guint32        what,
                         const char    *secret,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (RoundelSealReader) self = g_new0 (RoundelSealReader, 1);

  self->fd = fd;
  self->name = g_filename_display_name (path);
  g_set_object (&self->cancellable, cancellable);
  return open_head (self, what, secret, error) ? g_steal_pointer (&self) : NULL;
}

void
roundel_seal_reader_free (RoundelSealReader *self)
{
  g_clear_pointer (&self->seal, roundel_seal_unref);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

static gboolean
pull (RoundelSealReader  *self,
      GError            **error)
{
  unsigned long long length;
  guint8 tag;
  gsize got, more;
  guint8 one;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !read_all (self, self->sealed, SEALED_CHUNK, &got, error))
    return FALSE;
  if (got == 0)
    return roundel_seal_refuse_damaged (self->name, _("its end is missing"), error);
  if (got < ROUNDEL_SEAL_CHUNK_EXTRA
      || crypto_secretstream_xchacha20poly1305_pull (&self->state, self->plain, &length, &tag, self->sealed, got,
                                                     self->digest, sizeof self->digest) != 0)
    return roundel_seal_refuse_damaged (self->name, got < SEALED_CHUNK ? _("its end is missing or was altered")
                                                                       : _("a part of it was altered"), error);
  self->place = 0;
  self->filled = (gsize) length;
  self->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  if (!self->ended)
    return got == SEALED_CHUNK || roundel_seal_refuse_damaged (self->name, _("its end is missing"), error);
  if (!read_all (self, &one, 1, &more, error))
    return FALSE;
  return more == 0 || roundel_seal_refuse_damaged (self->name, _("something follows its end"), error);
}

/**
 * roundel_seal_reader_read:
 * @self: a reader
 * @bytes: (out caller-allocates): what comes next
 * @length: how much is wanted
 * @read: (out): how much there was; less than @length only when the end was reached, and proved
 * @error: return location
 *
 * Returns: whether it could be read and is what was written
 */
gboolean
roundel_seal_reader_read (RoundelSealReader  *self,
                          void               *bytes,
                          gsize               length,
                          gsize              *read,
                          GError            **error)
{
  guint8 *next = bytes;

  for (*read = 0; *read < length; )
    {
      gsize taken;

      if (self->place == self->filled && self->ended)
        return TRUE;
      if (self->place == self->filled && !pull (self, error))
        return FALSE;
      taken = MIN (length - *read, self->filled - self->place);
      memcpy (next + *read, self->plain + self->place, taken);
      self->place += taken;
      *read += taken;
    }
  return TRUE;
}

/**
 * roundel_seal_read_bytes:
 * @fd: the file, at its beginning; it stays the caller's
 * @path: its name
 * @what: application id of what should be inside
 * @secret: (nullable): its passphrase or recovery key
 * @most: bytes that the file may have
 * @length: (out): bytes of the content
 * @seal: (out) (optional) (transfer full): what it is sealed with, to seal it again
 * @cancellable: (nullable): ends the reading
 * @error: return location, as for roundel_seal_reader_new()
 *
 * Reads a sealed file whole.
 *
 * Returns: (transfer full): its content in memory of sqlite3_malloc64(), or %NULL
 */
guint8 *
roundel_seal_read_bytes (int            fd,
                         const char    *path,
                         guint32        what,
                         const char    *secret,
                         gsize          most,
                         gsize         *length,
                         RoundelSeal  **seal,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (RoundelSealReader) reader = roundel_seal_reader_new (fd, path, what, secret, cancellable, error);
  struct stat st = { 0, };
  guint8 *bytes;

  if (reader == NULL)
    return NULL;
  if (fstat (fd, &st) != 0 || st.st_size > (off_t) most)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS, _("“%s” is larger than any file of its kind."),
                   reader->name);
      return NULL;
    }
  bytes = sqlite3_malloc64 ((sqlite3_uint64) st.st_size + 1);
  if (bytes == NULL)
    {
      fail (reader->name, _("it could not be read"), ENOMEM, error);
      return NULL;
    }
  /* The content is shorter than the file; the extra byte finds the end, and a file that grew meanwhile. */
  if (!roundel_seal_reader_read (reader, bytes, (gsize) st.st_size + 1, length, error) || *length > (gsize) st.st_size)
    {
      if (error != NULL && *error == NULL)
        roundel_seal_refuse_damaged (reader->name, _("it changed while it was read"), error);
      sodium_memzero (bytes, (gsize) st.st_size + 1);
      sqlite3_free (bytes);
      return NULL;
    }
  if (seal != NULL)
    *seal = roundel_seal_ref (reader->seal);
  return bytes;
}
