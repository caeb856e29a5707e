/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/house.h"

#include "store/backup.h"
#include "store/check.h"
#include "store/journal/journal.h"
#include "store/journal/lock-steps.h"
#include "store/schema.h"
#include "store/seal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is inside: parts, each with what it is (an application id; 0: a format of one's own), the length of its name, its
 * length, its name and its content; numbers are big-endian. A locked journal goes along locked. */
#define PART_HEAD 16
#define NAME_MOST 200
#define FORMAT_MOST (1 << 20)
#define FORMATS_MOST 1000
#define PART_MOST (G_GUINT64_CONSTANT (8) << 30)
#define BLOCK 65536

typedef struct
{
  const char *notebook;
} Packing;

/* A format that came along, to be written when everything else is sound. */
typedef struct
{
  char *name;
  GBytes *content;
} Format;

typedef struct
{
  RoundelSealReader *reader;
  const char *name; /* of the file, for display */
  char *folder;
  char *notebook;   /* temporary files */
  char *journal;
  GPtrArray *formats;
} Unpacking;

static char *
formats_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);
}

static gboolean
add_part (RoundelSealWriter  *writer,
          guint32             what,
          const char         *name,
          const guint8       *content,
          guint64             length,
          GError            **error)
{
  guint32 numbers[2] = { GUINT32_TO_BE (what), GUINT32_TO_BE ((guint32) strlen (name)) };
  guint64 size = GUINT64_TO_BE (length);

  return roundel_seal_writer_add (writer, numbers, sizeof numbers, error)
         && roundel_seal_writer_add (writer, &size, sizeof size, error)
         && roundel_seal_writer_add (writer, name, strlen (name), error)
         && roundel_seal_writer_add (writer, content, length, error);
}

/* A live file, as it stands, with what is still in its log. */
static gboolean
add_database (RoundelSealWriter  *writer,
              guint32             what,
              const char         *path,
              GError            **error)
{
  RoundelDb *db = roundel_backup_read (path, error);
  guint8 *content;
  gsize length;
  gboolean added;

  if (db == NULL)
    return FALSE;
  content = roundel_db_get_content (db, &length);
  roundel_db_close (db, NULL);
  if (content == NULL)
    return roundel_lock_fail (path, _("it could not be read"), ENOMEM, error);
  /* one that was kept with a log; the copy has none */
  if (length > 19)
    content[18] = content[19] = 1;
  added = add_part (writer, what, "", content, length, error);
  sodium_memzero (content, length);
  sqlite3_free (content);
  return added;
}

static gboolean
add_file (RoundelSealWriter  *writer,
          guint32             what,
          const char         *path,
          const char         *name,
          GError            **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) failed = NULL;
  gsize length;

  if (g_file_get_contents (path, &content, &length, &failed))
    return add_part (writer, what, name, (const guint8 *) content, length, error);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, failed->message);
  return FALSE;
}

static gboolean
is_format_name (const char *name)
{
  gsize length = strlen (name);

  if (length < 6 || length > NAME_MOST || !g_str_has_suffix (name, ".json") || *name == '.')
    return FALSE;
  return strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == length;
}

static gboolean
add_formats (RoundelSealWriter  *writer,
             GError            **error)
{
  g_autofree char *folder = formats_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_format_name (name) && !add_file (writer, 0, path, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (RoundelSealWriter  *writer,
      gpointer            data,
      GError            **error)
{
  Packing *packing = data;
  g_autofree char *journal = roundel_journal_path (packing->notebook);
  RoundelFileHeader header = { 0, };

  if (!add_database (writer, ROUNDEL_NOTEBOOK_ID, packing->notebook, error))
    return FALSE;
  if (!roundel_schema_read_header (journal, &header, NULL) && g_file_test (journal, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The place of the journal is not there, and without it this would not be everything. Put the stick in."));
      return FALSE;
    }
  if (header.sealed == ROUNDEL_JOURNAL_ID && !add_file (writer, ROUNDEL_JOURNAL_ID, journal, "", error))
    return FALSE;
  if (header.sealed == 0 && header.size > 0 && !add_database (writer, ROUNDEL_JOURNAL_ID, journal, error))
    return FALSE;
  return add_formats (writer, error);
}

static gboolean
may_replace (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  RoundelFileHeader header;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)
      || (roundel_schema_read_header (path, &header, NULL) && (header.size == 0 || header.sealed == ROUNDEL_HOUSE_ID)))
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
               _("“%s” is there already and is something else, so it stays as it is. Choose another name."), name);
  return FALSE;
}

/* What this computer knows of its copies lies outside the files, which are copied themselves. */
static char *
memory_path (const char *notebook)
{
  g_autofree char *real = realpath (notebook, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : notebook, -1);
  g_autofree char *name = g_strdup_printf ("%.32s", digest);

  return g_build_filename (g_get_user_state_dir (), "roundel", "copies", name, NULL);
}

static void
remember (const char *notebook,
          const char *path,
          gint64      now)
{
  g_autofree char *memory = memory_path (notebook);
  g_autofree char *folder = g_path_get_dirname (memory);
  g_autofree char *place = g_path_get_dirname (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  struct stat here, there;

  g_key_file_set_int64 (file, "copy", "time", now);
  g_key_file_set_string (file, "copy", "place", place);
  g_key_file_set_boolean (file, "copy", "same-disk",
                          stat (notebook, &here) == 0 && stat (path, &there) == 0 && here.st_dev == there.st_dev);
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (memory, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/**
 * roundel_house_last:
 * @notebook: a notebook
 * @copy: (out caller-allocates): what is known of the last copy of everything
 */
void
roundel_house_last (const char       *notebook,
                    RoundelHouseCopy *copy)
{
  g_autofree char *memory = memory_path (notebook);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  *copy = (RoundelHouseCopy) { 0, };
  if (!g_key_file_load_from_file (file, memory, G_KEY_FILE_NONE, NULL))
    return;
  copy->time = g_key_file_get_int64 (file, "copy", "time", NULL);
  copy->place = g_key_file_get_string (file, "copy", "place", NULL);
  copy->same_disk = g_key_file_get_boolean (file, "copy", "same-disk", NULL);
}

void
roundel_house_copy_clear (RoundelHouseCopy *copy)
{
  g_clear_pointer (&copy->place, g_free);
}

/**
 * roundel_house_pack:
 * @notebook: a notebook; the journal beside it goes along, locked if it is
 * @passphrase: what the file is to open with
 * @path: the file; an older one of its kind is replaced
 * @env: the world
 * @cancellable: (nullable): ends it; nothing is left behind
 * @error: return location
 *
 * Writes one encrypted file with everything: notebook, journal and one's own formats.
 *
 * Returns: whether it is whole and on the disk; then it is the last copy
 */
gboolean
roundel_house_pack (const char    *notebook,
                    const char    *passphrase,
                    const char    *path,
                    RoundelEnv    *env,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Packing packing = { .notebook = notebook };
  g_autoptr (RoundelSeal) seal = NULL;

  g_return_val_if_fail (notebook != NULL && passphrase != NULL && path != NULL, FALSE);

  if (!may_replace (path, error))
    return FALSE;
  seal = roundel_seal_new (passphrase, NULL, error);
  if (seal == NULL || !roundel_seal_write_file (seal, ROUNDEL_HOUSE_ID, path, fill, &packing, cancellable, error))
    return FALSE;
  remember (notebook, path, roundel_env_now (env));
  return TRUE;
}

static gboolean
refuse (Unpacking  *self,
        GError    **error)
{
  return roundel_seal_refuse_damaged (self->name, _("its parts are wrong"), error);
}

static gboolean
take_block (Unpacking  *self,
            guint8     *block,
            gsize       length,
            GError    **error)
{
  gsize got;

  if (!roundel_seal_reader_read (self->reader, block, length, &got, error))
    return FALSE;
  return got == length || refuse (self, error);
}

/* Into a private file beside where it is to be. */
static gboolean
take_database (Unpacking  *self,
               char      **temporary,
               guint64     length,
               GError    **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gboolean taken = TRUE;
  int fd;

  if (*temporary != NULL)
    return refuse (self, error);
  *temporary = g_build_filename (self->folder, ".moving-XXXXXX", NULL);
  fd = g_mkstemp_full (*temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      roundel_lock_fail (*temporary, _("it could not be made"), errno, error);
      g_clear_pointer (temporary, g_free);
      return FALSE;
    }
  while (taken && length > 0)
    {
      gsize next = MIN (length, BLOCK);

      taken = take_block (self, block, next, error)
              && (write (fd, block, next) == (ssize_t) next || roundel_lock_fail (*temporary, _("it could not be written"), errno, error));
      length -= next;
    }
  close (fd);
  sodium_memzero (block, BLOCK);
  return taken;
}

static void
format_free (gpointer data)
{
  Format *format = data;

  g_free (format->name);
  g_bytes_unref (format->content);
  g_free (format);
}

static gboolean
take_format (Unpacking   *self,
             const char  *name,
             guint64      length,
             GError     **error)
{
  g_autofree guint8 *content = NULL;
  Format *format;

  if (!is_format_name (name) || length > FORMAT_MOST || self->formats->len >= FORMATS_MOST)
    return refuse (self, error);
  content = g_malloc (length + 1);
  if (!take_block (self, content, length, error))
    return FALSE;
  format = g_new0 (Format, 1);
  format->name = g_strdup (name);
  format->content = g_bytes_new_take (g_steal_pointer (&content), length);
  g_ptr_array_add (self->formats, format);
  return TRUE;
}

static gboolean
take_part (Unpacking     *self,
           const guint8  *head,
           GError       **error)
{
  char name[NAME_MOST + 1] = { 0, };
  guint32 what, name_length;
  guint64 length;

  memcpy (&what, head, sizeof what);
  memcpy (&name_length, head + 4, sizeof name_length);
  memcpy (&length, head + 8, sizeof length);
  what = GUINT32_FROM_BE (what);
  name_length = GUINT32_FROM_BE (name_length);
  length = GUINT64_FROM_BE (length);
  if (name_length > NAME_MOST || length > PART_MOST)
    return refuse (self, error);
  if (!take_block (self, (guint8 *) name, name_length, error))
    return FALSE;
  if (what == ROUNDEL_NOTEBOOK_ID)
    return take_database (self, &self->notebook, length, error);
  if (what == ROUNDEL_JOURNAL_ID)
    return take_database (self, &self->journal, length, error);
  return what == 0 ? take_format (self, name, length, error) : refuse (self, error);
}

static gboolean
take_parts (Unpacking  *self,
            GError    **error)
{
  guint8 head[PART_HEAD];
  gsize got;

  do
    {
      if (!roundel_seal_reader_read (self->reader, head, sizeof head, &got, error))
        return FALSE;
      if (got == sizeof head && !take_part (self, head, error))
        return FALSE;
    }
  while (got == sizeof head);
  return (got == 0 && self->notebook != NULL) || refuse (self, error);
}

static gboolean
check (Unpacking   *self,
       const char  *temporary,
       const char  *kind,
       GError     **error)
{
  g_auto (RoundelChecked) checked = { NULL };

  if (temporary == NULL)
    return TRUE;
  if (!roundel_check_file (temporary, &checked, error))
    return FALSE;
  return (g_str_equal (checked.kind, kind) && checked.problems->len == 0) || refuse (self, error);
}

static gboolean
put (const char  *temporary,
     const char  *path,
     const char  *stamp,
     GPtrArray   *kept,
     GError     **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.before-moving-%s", path, stamp);

  if (temporary == NULL)
    return TRUE;
  if (!roundel_backup_restore (temporary, path, aside, error))
    return FALSE;
  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    g_ptr_array_add (kept, g_steal_pointer (&aside));
  return TRUE;
}

/* A format of the same name that is here already stays. */
static void
put_formats (Unpacking *self)
{
  g_autofree char *folder = formats_folder ();

  if (self->formats->len == 0 || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  for (guint i = 0; i < self->formats->len; i++)
    {
      Format *format = self->formats->pdata[i];
      g_autofree char *path = g_build_filename (folder, format->name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_file_set_contents (path, g_bytes_get_data (format->content, NULL), (gssize) g_bytes_get_size (format->content), NULL);
    }
}

static void
drop_temporary (char *temporary)
{
  if (temporary != NULL)
    unlink (temporary);
  g_free (temporary);
}

static gboolean
unpack (int            fd,
        const char    *path,
        const char    *passphrase,
        const char    *notebook,
        const char    *stamp,
        GPtrArray     *kept,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *journal = roundel_journal_path (notebook);
  g_autoptr (RoundelSealReader) reader = roundel_seal_reader_new (fd, path, ROUNDEL_HOUSE_ID, passphrase, cancellable, error);
  Unpacking self = { .reader = reader, .name = name };
  gboolean done;

  if (reader == NULL)
    return FALSE;
  self.folder = g_path_get_dirname (notebook);
  self.formats = g_ptr_array_new_with_free_func (format_free);
  if (g_mkdir_with_parents (self.folder, 0700) != 0)
    done = roundel_lock_fail (self.folder, _("it could not be made"), errno, error);
  else
    done = take_parts (&self, error)
           && check (&self, self.notebook, "notebook", error) && check (&self, self.journal, "journal", error)
           /* the journal first: one that is locked and open is refused */
           && put (self.journal, journal, stamp, kept, error) && put (self.notebook, notebook, stamp, kept, error);
  if (done)
    put_formats (&self);
  drop_temporary (self.notebook);
  drop_temporary (self.journal);
  g_ptr_array_unref (self.formats);
  g_free (self.folder);
  return done;
}

/**
 * roundel_house_unpack:
 * @path: a file of roundel_house_pack(), from outside
 * @passphrase: what it opens with
 * @notebook: where the notebook goes; the journal goes beside it
 * @env: the world
 * @kept: (element-type filename): the names under which what was there is kept are added
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Everything is read to the end and checked before anything is put in its place.
 *
 * Returns: whether it lives here now
 */
gboolean
roundel_house_unpack (const char    *path,
                      const char    *passphrase,
                      const char    *notebook,
                      RoundelEnv    *env,
                      GPtrArray     *kept,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (env) / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autoptr (GError) refused = NULL;
  int fd = roundel_schema_open_picked (path, &refused);
  gboolean done;

  if (refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  if (fd < 0)
    return roundel_lock_fail (path, _("it could not be opened"), errno, error);
  done = unpack (fd, path, passphrase, notebook, stamp, kept, cancellable, error);
  close (fd);
  return done;
}
