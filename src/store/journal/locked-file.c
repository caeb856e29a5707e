/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/locked-file.h"

#include "store/journal/lock-steps.h"
#include "store/place.h"
#include "store/schema.h"
#include "store/seal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SAVE_INTERVAL 200 /* milliseconds: with the save itself, a kill -9 loses less than a second */
#define TROUBLE_PAUSE 25  /* intervals until it is tried again after a failure */
#define SIZE_MOST ((gsize) 8 << 30)

/* A state of the content on its way to the disk, in a thread. */
typedef struct
{
  RoundelSeal *seal;
  char *path;
  guint8 *content;
  gsize length;
  GError *error;
  gint ended; /* atomic */
} Saving;

struct _RoundelLockedFile
{
  char *path; /* where the file itself lies, behind links */
  RoundelSeal *seal;
  RoundelLock *lock;
  RoundelDb *db;  /* not owned */
  guint wait;     /* 0: nothing waits, a thread saves */
  struct stat as_left; /* the file as it was read or written last */

  gboolean dirty;
  GThread *thread;
  Saving *saving;
  guint tick;
  guint pause;
  gboolean in_trouble;
  void (*told) (const char *trouble,
                gpointer    data);
  gpointer told_data;
};

static void
saving_free (Saving *saving)
{
  sodium_memzero (saving->content, saving->length);
  sqlite3_free (saving->content);
  roundel_seal_unref (saving->seal);
  g_clear_error (&saving->error);
  g_free (saving->path);
  g_free (saving);
}

static gpointer
save_thread (gpointer data)
{
  Saving *saving = data;

  roundel_seal_write_bytes (saving->seal, ROUNDEL_JOURNAL_ID, saving->path, saving->content, saving->length, NULL, &saving->error);
  g_atomic_int_set (&saving->ended, 1);
  return NULL;
}

/* A stick that was pulled out, in words. */
static gboolean
explain (RoundelLockedFile  *self,
         GError             *failed,
         GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_filename_display_name (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  g_error_free (failed);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("“%s” is not there any more. Put it back: what you wrote since is in this window alone."),
               name);
  return FALSE;
}

/* Somebody else's file in our place is kept under another name. */
static void
set_other_aside (RoundelLockedFile *self)
{
  struct stat st;

  if (stat (self->path, &st) != 0
      || (st.st_ino == self->as_left.st_ino && st.st_size == self->as_left.st_size
          && st.st_mtim.tv_sec == self->as_left.st_mtim.tv_sec && st.st_mtim.tv_nsec == self->as_left.st_mtim.tv_nsec))
    return;
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s.other-%u", self->path, i);

      if (link (self->path, other) == 0)
        return;
      /* a stick may know no links */
      if (errno != EEXIST && (g_file_test (other, G_FILE_TEST_EXISTS) || rename (self->path, other) == 0))
        return;
    }
}

static Saving *
saving_new (RoundelLockedFile  *self,
            GError            **error)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->content = roundel_db_get_content (self->db, &saving->length);
  if (saving->content == NULL)
    {
      g_free (saving);
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED,
                           _("There is not enough memory to write the journal. Close other programs."));
      return NULL;
    }
  saving->seal = roundel_seal_ref (self->seal);
  saving->path = g_strdup (self->path);
  set_other_aside (self);
  self->dirty = FALSE;
  return saving;
}

/* Takes over how SAVING went. */
static gboolean
end_saving (RoundelLockedFile  *self,
            Saving             *saving,
            GError            **error)
{
  gboolean saved = saving->error == NULL;

  if (saved)
    stat (self->path, &self->as_left);
  else
    explain (self, g_steal_pointer (&saving->error), error);
  saving_free (saving);
  return saved;
}

static gboolean
join (RoundelLockedFile  *self,
      GError            **error)
{
  if (self->thread == NULL)
    return TRUE;
  g_thread_join (g_steal_pointer (&self->thread));
  return end_saving (self, g_steal_pointer (&self->saving), error);
}

static gboolean
save_now (RoundelLockedFile  *self,
          GError            **error)
{
  Saving *saving = saving_new (self, error);

  if (saving == NULL)
    return FALSE;
  save_thread (saving);
  return end_saving (self, saving, error);
}

static void
tell (RoundelLockedFile *self,
      const char        *trouble)
{
  gboolean in_trouble = trouble != NULL;

  if (in_trouble == self->in_trouble)
    return;
  self->in_trouble = in_trouble;
  if (self->told != NULL)
    self->told (trouble, self->told_data);
}

static gboolean
tick_cb (gpointer data)
{
  RoundelLockedFile *self = data;
  g_autoptr (GError) error = NULL;

  if (self->thread != NULL && !g_atomic_int_get (&self->saving->ended))
    return G_SOURCE_CONTINUE;
  if (self->pause > 0 && --self->pause > 0)
    return G_SOURCE_CONTINUE;
  if (self->thread != NULL && join (self, &error))
    tell (self, NULL);
  if (error == NULL && self->dirty)
    {
      self->saving = saving_new (self, &error);
      if (self->saving != NULL)
        self->thread = g_thread_new ("journal", save_thread, self->saving);
    }
  if (error != NULL)
    {
      self->dirty = TRUE;
      self->pause = TROUBLE_PAUSE;
      tell (self, error->message);
    }
  if (self->thread != NULL || self->dirty)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
written_cb (gpointer   data,
            GError   **error)
{
  RoundelLockedFile *self = data;

  if (self->wait > 0)
    return save_now (self, error);
  self->dirty = TRUE;
  if (self->tick == 0)
    self->tick = g_timeout_add (SAVE_INTERVAL, tick_cb, self);
  return TRUE;
}

static RoundelDb *
read_content (RoundelLockedFile  *self,
              const char         *secret,
              GError            **error)
{
  int fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  guint8 *content;
  gsize length;

  if (fd < 0)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be read: %s."), self->path, g_strerror (errno));
      return NULL;
    }
  content = roundel_seal_read_bytes (fd, self->path, ROUNDEL_JOURNAL_ID, secret, SIZE_MOST, &length, &self->seal, NULL, error);
  fstat (fd, &self->as_left);
  close (fd);
  return content != NULL ? roundel_db_open_content (self->path, content, length, error) : NULL;
}

/**
 * roundel_locked_file_open:
 * @path: a locked journal
 * @secret: (nullable): its passphrase or recovery key
 * @wait: 0 when nothing may wait: then a thread writes, within a second; else every commit is on the disk when it returns
 * @db: (out) (transfer full): a connection to what is inside
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY when another program has it open, and those of
 *   roundel_seal_reader_new()
 *
 * Returns: (transfer full): the file, to be freed after the connection is closed; or %NULL
 */
RoundelLockedFile *
roundel_locked_file_open (const char  *path,
                          const char  *secret,
                          guint        wait,
                          RoundelDb  **db,
                          GError     **error)
{
  RoundelLockedFile *self = g_new0 (RoundelLockedFile, 1);

  self->wait = wait;
  self->path = realpath (path, NULL);
  if (self->path == NULL)
    self->path = g_strdup (path);
  self->lock = roundel_lock_take (self->path, error);
  self->db = self->lock != NULL ? read_content (self, secret, error) : NULL;
  if (self->db == NULL)
    {
      roundel_locked_file_free (self);
      return NULL;
    }
  roundel_db_set_written (self->db, written_cb, self);
  *db = self->db;
  return self;
}

/**
 * roundel_locked_file_set_wait:
 * @self: an open file
 * @wait: as for roundel_locked_file_open()
 */
void
roundel_locked_file_set_wait (RoundelLockedFile *self,
                              guint              wait)
{
  self->wait = wait;
}

/**
 * roundel_locked_file_set_told:
 * @self: an open file
 * @told: (nullable): called with a text when it cannot be written, and with %NULL when it was written after all
 * @data: for @told
 */
void
roundel_locked_file_set_told (RoundelLockedFile  *self,
                              void              (*told) (const char *trouble,
                                                         gpointer    data),
                              gpointer            data)
{
  self->told = told;
  self->told_data = data;
}

/**
 * roundel_locked_file_flush:
 * @self: an open file
 * @error: return location
 *
 * Returns: whether all that was written is on the disk
 */
gboolean
roundel_locked_file_flush (RoundelLockedFile  *self,
                           GError            **error)
{
  if (!join (self, NULL))
    self->dirty = TRUE;
  if (!self->dirty || save_now (self, error))
    return TRUE;
  self->dirty = TRUE;
  return FALSE;
}

void
roundel_locked_file_free (RoundelLockedFile *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  join (self, NULL);
  g_clear_pointer (&self->seal, roundel_seal_unref);
  g_clear_pointer (&self->lock, roundel_lock_free);
  free (self->path);
  g_free (self);
}

/**
 * roundel_locked_file_new:
 * @path: where the file itself lies
 * @seal: what it is sealed with
 * @lock: (transfer full): held on it
 * @wait: as for roundel_locked_file_open()
 * @db: (transfer none): a connection to what is inside
 *
 * Returns: (transfer full): a file that was locked just now
 */
RoundelLockedFile *
roundel_locked_file_new (const char  *path,
                         RoundelSeal *seal,
                         RoundelLock *lock,
                         guint        wait,
                         RoundelDb   *db)
{
  RoundelLockedFile *self = g_new0 (RoundelLockedFile, 1);

  self->wait = wait;
  self->path = strdup (path);
  self->seal = roundel_seal_ref (seal);
  self->lock = lock;
  self->db = db;
  stat (self->path, &self->as_left);
  roundel_db_set_written (self->db, written_cb, self);
  return self;
}

/**
 * roundel_locked_file_get_seal:
 * @self: an open file
 *
 * Returns: (transfer none): what it is sealed with
 */
RoundelSeal *
roundel_locked_file_get_seal (RoundelLockedFile *self)
{
  return self->seal;
}

/**
 * roundel_locked_file_touch:
 * @self: an open file
 *
 * Has it saved once more, whatever lies in its place now.
 */
void
roundel_locked_file_touch (RoundelLockedFile *self)
{
  written_cb (self, NULL);
}

/**
 * roundel_locked_file_put:
 * @self: an open file
 * @written: its content as it stands, in another form, on the disk beside it
 * @seal: (nullable): what that is sealed with; %NULL for plain text, which ends the saving
 * @error: return location
 *
 * Puts it in the place of the file, which is saved in that form from now on.
 *
 * Returns: whether it is there; otherwise all is as it was
 */
gboolean
roundel_locked_file_put (RoundelLockedFile  *self,
                         const char         *written,
                         RoundelSeal        *seal,
                         GError            **error)
{
  int fd;
  int code;

  /* a save that is under way would come after it */
  join (self, NULL);
  set_other_aside (self);
  fd = open (written, O_RDONLY | O_CLOEXEC);
  code = fd < 0 ? errno : roundel_place (fd, written, self->path);
  if (fd >= 0)
    close (fd);
  if (code != 0)
    {
      roundel_locked_file_touch (self);
      return roundel_lock_fail (self->path, _("it could not be written"), code, error);
    }
  stat (self->path, &self->as_left);
  self->dirty = FALSE;
  if (seal != NULL)
    {
      roundel_seal_unref (self->seal);
      self->seal = roundel_seal_ref (seal);
    }
  return TRUE;
}
