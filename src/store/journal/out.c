/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/out.h"

#include "store/journal/html.h"
#include "store/journal/page-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SOME 64 /* pages between two looks at the clock of who waits */

typedef struct
{
  RoundelJournal *journal;
  GCancellable *cancellable;
  RoundelOutFunc progress;
  gpointer data;

  const char *folder; /* of Markdown */
  GString *html;
  GOutputStream *stream; /* of HTML */
} Writer;

static gboolean
write_text (const char  *path,
            const char  *text,
            GError     **error)
{
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

/* A name that no other page has. */
static gboolean
write_page (Writer      *self,
            const char  *name,
            const char  *text,
            GError     **error)
{
  g_autofree char *plain = g_strconcat (self->folder, "/", name, ".md", NULL);
  g_autofree char *folder = g_path_get_dirname (plain);

  for (guint n = 2; g_file_test (plain, G_FILE_TEST_EXISTS); n++)
    {
      g_free (plain);
      plain = g_strdup_printf ("%s/%s-%u.md", self->folder, name, n);
    }
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return write_text (plain, text, error);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be made: %s."), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
pass_html (Writer  *self,
           GError **error)
{
  gboolean passed = g_output_stream_write_all (self->stream, self->html->str, self->html->len, NULL, self->cancellable, error);

  g_string_truncate (self->html, 0);
  return passed;
}

static gboolean
write_entry (Writer              *self,
             const RoundelEntry  *entry,
             GError             **error)
{
  if (self->folder != NULL)
    {
      g_autofree char *name = roundel_page_file_name (entry);
      g_autofree char *text = roundel_page_file_write (entry);

      return write_page (self, name, text, error);
    }
  else
    {
      g_autofree char *heading = roundel_entry_dup_heading (entry);

      roundel_html_page (self->html, heading, entry->text);
      return pass_html (self, error);
    }
}

static gboolean
write_entries (Writer  *self,
               guint   *pages,
               GError **error)
{
  g_autoptr (GArray) refs = roundel_journal_list_entries (self->journal, NULL, G_MAXUINT, error);

  if (refs == NULL)
    return FALSE;
  for (guint i = refs->len; i > 0; i--)
    {
      g_autofree char *id = roundel_id_text (g_array_index (refs, RoundelEntryRef, i - 1).id);
      g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (self->journal, id, error);

      if (entry == NULL || !write_entry (self, entry, error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->progress != NULL && i % SOME == 0)
        self->progress (1 - (double) i / refs->len, self->data);
    }
  *pages = refs->len;
  return TRUE;
}

static gboolean
write_promises (Writer  *self,
                GError **error)
{
  g_autoptr (GPtrArray) promises = roundel_journal_list_commitments (self->journal, error);
  g_autoptr (GPtrArray) practices = promises != NULL ? roundel_journal_list_practices (self->journal, NULL, error) : NULL;
  gboolean written = TRUE;

  if (practices == NULL)
    return FALSE;
  for (guint i = promises->len; written && i > 0; i--)
    {
      const RoundelCommitment *promise = promises->pdata[i - 1];
      g_autofree char *page = roundel_promise_page_write (promise, practices);
      const RoundelEntry as_page = { .text = promise->text, .written = promise->made };

      if (self->folder != NULL)
        {
          g_autofree char *dated = promise->made != NULL ? roundel_page_file_name (&as_page) : g_strdup ("/promise");
          g_autofree char *name = g_strconcat ("promises", strchr (dated, '/'), NULL);

          written = write_page (self, name, page, error);
        }
      else
        {
          /* what stands between the fences is for programs */
          roundel_html_page (self->html, _("Promise"), strstr (page + 3, "\n---\n\n") + 6);
          written = pass_html (self, error);
        }
    }
  return written;
}

/* Folders hold nothing but what was just written into them. */
static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_folder (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_rmdir (path);
}

static gboolean
write_folder (Writer      *self,
              const char  *path,
              guint       *pages,
              GError     **error)
{
  g_autofree char *made = g_strconcat (path, ".part-XXXXXX", NULL);
  g_autofree char *name = g_filename_display_name (path);

  if (g_mkdtemp (made) == NULL)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be made: %s."), name, g_strerror (errno));
      return FALSE;
    }
  self->folder = made;
  if (write_entries (self, pages, error) && write_promises (self, error))
    {
      /* onto an empty folder, or none */
      if (g_rename (made, path) == 0)
        return TRUE;
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED,
                   errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR
                     ? _("There is something in “%s” already. Choose an empty folder, or a new name.")
                     : _("The pages cannot be put into “%s”. Choose another place."), name);
    }
  remove_folder (made);
  return FALSE;
}

static gboolean
write_html (Writer      *self,
            const char  *path,
            guint       *pages,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) made = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                                       self->cancellable, error);
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *head = roundel_html_begin (_("My journal"));
  g_autoptr (GCancellable) drop = g_cancellable_new ();

  if (made == NULL)
    return FALSE;
  self->stream = stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (made), 1 << 16);
  self->html = g_string_new (head);
  if (write_entries (self, pages, error) && write_promises (self, error))
    {
      roundel_html_end (self->html);
      if (pass_html (self, error) && g_output_stream_close (stream, self->cancellable, error))
        {
          g_string_free (self->html, TRUE);
          return TRUE;
        }
    }
  g_string_free (self->html, TRUE);
  /* closing it cancelled leaves what was there before */
  g_cancellable_cancel (drop);
  g_output_stream_close (stream, drop, NULL);
  return FALSE;
}

static gboolean
write_json (RoundelJournal  *journal,
            const char      *path,
            guint           *pages,
            GError         **error)
{
  g_autofree char *text = roundel_journal_write_json (journal, error);

  return text != NULL && roundel_journal_count_entries (journal, pages, error)
         && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * roundel_journal_write_out:
 * @self: a journal
 * @out: what it becomes
 * @path: the file, which is written over; of Markdown the folder, which must be empty or not there yet
 * @cancellable: (nullable): stops it
 * @progress: (nullable): is told how far it is
 * @data: for @progress
 * @pages: (out): how many entries went out
 * @error: return location
 *
 * Everything that is not in the bin, readable by whoever has the files: also what a lock keeps from others. They are made
 * for their owner alone. Only JSON comes back with the promises.
 *
 * Returns: whether all of it is there; otherwise nothing is
 */
gboolean
roundel_journal_write_out (RoundelJournal  *self,
                           RoundelOut       out,
                           const char      *path,
                           GCancellable    *cancellable,
                           RoundelOutFunc   progress,
                           gpointer         data,
                           guint           *pages,
                           GError         **error)
{
  Writer writer = { .journal = self, .cancellable = cancellable, .progress = progress, .data = data };

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && path != NULL && pages != NULL, FALSE);

  switch (out)
    {
    case ROUNDEL_OUT_MARKDOWN:
      return write_folder (&writer, path, pages, error);
    case ROUNDEL_OUT_HTML:
      return write_html (&writer, path, pages, error);
    case ROUNDEL_OUT_JSON:
    default:
      return write_json (self, path, pages, error);
    }
}
