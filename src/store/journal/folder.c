/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/folder.h"

#include "store/journal/page-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEEPEST 16       /* folders inside each other */
#define MOST_FILES 200000
#define MOST_JSON (256 * 1024 * 1024) /* bytes */

/* Looks into a folder that anybody may have made. */
typedef struct
{
  RoundelDb *db; /* in memory */
  GCancellable *cancellable;
  GPtrArray *copies;
  GPtrArray *skipped;
  guint files;
} Reader;

static void
skipped_free (gpointer data)
{
  RoundelSkipped *skipped = data;

  g_free (skipped->file);
  g_free (skipped->why);
  g_free (skipped);
}

static void
skip (Reader     *self,
      const char *path,
      const char *why)
{
  RoundelSkipped *skipped = g_new0 (RoundelSkipped, 1);

  skipped->file = g_filename_display_name (path);
  skipped->why = g_strdup (why);
  g_ptr_array_add (self->skipped, skipped);
}

/* Nothing but an ordinary file is opened for longer than it takes to see that, and no link is followed. */
static char *
read_file (const char  *path,
           int          flags,
           gsize        most,
           gsize       *length,
           gint64      *modified,
           GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *name = g_filename_display_name (path);
  struct stat st;
  gssize n = -1;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags);

  if (fd < 0 || fstat (fd, &st) != 0)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be read: %s."), name, g_strerror (errno));
  else if (!S_ISREG (st.st_mode))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("“%s” is no ordinary file."), name);
  else if ((guint64) st.st_size > most)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("“%s” is too large to be pages of a journal."), name);
  else
    {
      g_byte_array_set_size (bytes, (guint) st.st_size + 1);
      for (*length = 0; (n = read (fd, bytes->data + *length, (gsize) st.st_size - *length)) > 0; *length += (gsize) n)
        ;
      if (n < 0)
        g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be read: %s."), name, g_strerror (errno));
      *modified = st.st_mtime;
    }
  if (fd >= 0)
    close (fd);
  if (n < 0)
    return NULL;
  bytes->data[*length] = '\0';
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

static void
read_page (Reader     *self,
           const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;
  g_autoptr (RoundelCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gint64 modified;

  text = read_file (path, O_NOFOLLOW, ROUNDEL_PAGE_FILE_MAX, &length, &modified, &error);
  if (text == NULL || !roundel_page_file_read (self->db, name, text, length, modified, &copy, &error))
    skip (self, path, error->message);
  else if (copy != NULL && strlen (copy->body) > ROUNDEL_BODY_MAX)
    skip (self, path, _("It is longer than a page can be (64 KiB). Split it first."));
  else if (copy != NULL)
    g_ptr_array_add (self->copies, g_steal_pointer (&copy));
}

static gboolean
is_page (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown") || g_str_has_suffix (lower, ".txt");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_folder (Reader      *self,
             const char  *path,
             guint        depth,
             GError     **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL)
    /* what other programs keep for themselves */
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
      struct stat st;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (lstat (child, &st) != 0)
        continue;
      if (S_ISDIR (st.st_mode) && depth < DEEPEST)
        {
          g_autoptr (GError) failed = NULL;

          if (!read_folder (self, child, depth + 1, &failed))
            {
              if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
                {
                  g_propagate_error (error, g_steal_pointer (&failed));
                  return FALSE;
                }
              skip (self, child, failed->message);
            }
        }
      else if (S_ISDIR (st.st_mode))
        skip (self, child, _("It lies too deep."));
      else if (is_page (names->pdata[i]) && ++self->files > MOST_FILES)
        {
          g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                       _("There are more than %u files in the folder. Choose a smaller one."), MOST_FILES);
          return FALSE;
        }
      else if (is_page (names->pdata[i]))
        read_page (self, child);
    }
  return TRUE;
}

static GPtrArray *
read_pages (const char    *path,
            GPtrArray     *skipped,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) copies = roundel_copies_new ();
  Reader self = { .cancellable = cancellable, .copies = copies, .skipped = skipped };
  gboolean read = TRUE;

  self.db = roundel_db_open (NULL, 0, error);
  if (self.db == NULL)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    read = read_folder (&self, path, 1, error);
  else
    read_page (&self, path);
  roundel_db_close (self.db, NULL);
  return read ? g_steal_pointer (&copies) : NULL;
}

/**
 * roundel_copies_read_path:
 * @path: a folder with files of Markdown or text, such a file, or what roundel_journal_write_json() wrote
 * @skipped: (out) (transfer full) (element-type RoundelSkipped): what was passed over, and why
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * May be called in any thread. Of a folder all its folders are read; links are not followed.
 *
 * Returns: (transfer full) (element-type RoundelCopy): for roundel_journal_take(), or %NULL
 */
GPtrArray *
roundel_copies_read_path (const char    *path,
                          GPtrArray    **skipped,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autofree char *text = NULL;
  gsize length;
  gint64 modified;

  g_return_val_if_fail (path != NULL && skipped != NULL, NULL);

  *skipped = g_ptr_array_new_with_free_func (skipped_free);
  if (is_page (path) || g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_pages (path, *skipped, cancellable, error);
  text = read_file (path, 0, MOST_JSON, &length, &modified, error);
  return text != NULL ? roundel_copies_read_json (text, length, error) : NULL;
}
