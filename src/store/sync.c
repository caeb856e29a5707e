/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/sync.h"

#include "store/export.h"
#include "store/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* FOLDER/<program>-<audience>/<device>/<n>-<hash8>.roundel: each device writes only its own files, never one anew, and reads
 * everyone's. What a file holds is looked up in it: there is no watermark that could be wrong. */

#define OWN_MOST 8 /* more of one's own files than these become one */

typedef struct
{
  char *path;
  GHashTable *ids; /* of GBytes */
} Segment;

typedef struct
{
  RoundelNotebook *notebook;
  const RoundelSync *choice;
  GCancellable *cancellable;
  RoundelMerge *merge;
  RoundelSyncResult *result;
  char *passphrase;  /* NULL for none */
  gboolean opened;   /* it opens a file of somebody else */
  char *place;       /* of the program in the folder */
  GHashTable *held;  /* of GBytes: ids of what lies in the folder */
  GPtrArray *own;    /* of Segment: those of this device */
  guint last;        /* the highest number that is taken */
  gboolean outdated; /* one's own files have what was erased since, or are not encrypted as the rest will be */
} Pass;

static void
segment_free (Segment *self)
{
  g_free (self->path);
  g_hash_table_unref (self->ids);
  g_free (self);
}

static void
skipped_free (RoundelSyncSkipped *self)
{
  g_free (self->file);
  g_free (self->why);
  g_free (self);
}

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

static void
id_set_add_all (GHashTable *set,
                GHashTable *other)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (set, g_bytes_ref (id));
}

static gboolean
id_set_within (GHashTable *set,
               GHashTable *other)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (other, id))
      return FALSE;
  return TRUE;
}

static void
skip (Pass       *pass,
      const char *path,
      const char *why)
{
  RoundelSyncSkipped *skipped = g_new0 (RoundelSyncSkipped, 1);

  skipped->file = g_strdup (path + strlen (pass->place) + 1);
  skipped->why = g_strdup (why);
  g_ptr_array_add (pass->result->skipped, skipped);
}

/* Whether this was erased here. */
static gboolean
is_stub (Pass         *pass,
         const guint8 *id)
{
  RoundelDb *db = roundel_merge_get_db (pass->merge);
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, "SELECT 1 FROM revision WHERE id = :id AND body IS NULL", NULL);

  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":id", id, ROUNDEL_HASH_SIZE);
  return roundel_db_next (db, statement, NULL);
}

/* The ids in a share file; with OUTDATED, every row of it is looked at. */
static GHashTable *
read_ids (Pass        *pass,
          const char  *path,
          gboolean    *outdated,
          GError     **error)
{
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, pass->passphrase, pass->cancellable, error);
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GError) failed = NULL;
  g_autofree char *program = NULL;
  const guint8 *id;

  if (file == NULL)
    return NULL;
  program = roundel_id_text (roundel_share_file_get_program (file));
  if (!g_str_equal (program, pass->choice->program) || roundel_share_file_get_audience (file) != pass->choice->audience)
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM,
                           _("It is of another program, or for others than this folder."));
      return NULL;
    }
  ids = id_set_new ();
  while ((id = roundel_share_file_next (file, &failed)) != NULL)
    {
      GBytes *bytes = g_bytes_new (id, ROUNDEL_HASH_SIZE);
      guint8 digest[ROUNDEL_HASH_SIZE];
      RoundelRevision revision;

      g_hash_table_add (ids, bytes);
      if (outdated == NULL)
        continue;
      if (!roundel_share_file_read (file, roundel_merge_get_db (pass->merge), &revision, digest, error))
        return NULL;
      *outdated = *outdated || (revision.body != NULL && is_stub (pass, revision.id));
    }
  if (outdated == NULL)
    pass->opened |= roundel_share_file_is_sealed (file);
  else if (pass->passphrase != NULL && !roundel_share_file_is_sealed (file))
    *outdated = TRUE;
  if (failed == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/* A file that cannot be read now keeps nothing else from being read, and is tried again the next time. */
static gboolean
read_segment (Pass        *pass,
              const char  *path,
              gboolean     own,
              GError     **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GHashTable) ids = read_ids (pass, path, own ? &pass->outdated : NULL, &failed);

  if (ids != NULL && !own && roundel_merge_add_file (pass->merge, path, &failed))
    pass->result->read++;
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (failed != NULL)
    {
      pass->result->sealed |= !own && (g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED)
                                       || g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE));
      skip (pass, path, failed->message);
      return TRUE;
    }
  id_set_add_all (pass->held, ids);
  if (own)
    {
      Segment *segment = g_new0 (Segment, 1);

      segment->path = g_strdup (path);
      segment->ids = g_steal_pointer (&ids);
      g_ptr_array_add (pass->own, segment);
    }
  return TRUE;
}

/* What others keep beside files while they copy them begins with a dot or ends in another way. */
static gboolean
is_segment (const char *name)
{
  return name[0] != '.' && name[0] != '~' && g_str_has_suffix (name, ".roundel");
}

static gboolean
read_device (Pass        *pass,
             const char  *folder,
             gboolean     own,
             GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (own)
        pass->last = MAX (pass->last, (guint) MIN (strtoul (name, NULL, 10), G_MAXUINT / 2));
      if (is_segment (name) && !read_segment (pass, path, own, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_everyone (Pass    *pass,
               GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (pass->place, 0, NULL);
  const char *own = roundel_notebook_get_device (pass->notebook), *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (pass->place, name, NULL);

      if (name[0] != '.' && g_file_test (folder, G_FILE_TEST_IS_DIR)
          && !read_device (pass, folder, g_str_equal (name, own), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bring_in (Pass               *pass,
          RoundelMergeFlags   flags,
          GError            **error)
{
  g_autoptr (GPtrArray) news = roundel_merge_list_news (pass->merge, error);

  if (news == NULL)
    return FALSE;
  return news->len == 0 || roundel_merge_apply (pass->merge, flags, &pass->result->merged, error);
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ROUNDEL_STORE_ERROR,
               code == EACCES || code == EROFS || code == EPERM ? ROUNDEL_STORE_ERROR_READ_ONLY
               : code == ENOSPC || code == EDQUOT               ? ROUNDEL_STORE_ERROR_NO_SPACE
                                                                : ROUNDEL_STORE_ERROR_FAILED,
               _("“%s” cannot be written: %s. What others wrote was read all the same."), name, g_strerror (code));
  return FALSE;
}

/* Under a number that nobody has; the name is taken before the file has it, so that nothing is ever replaced. Others who share
 * the folder may read it, as far as one's own settings for new files say so.
 * Returns: (transfer full): where it lies now */
static char *
name_segment (Pass        *pass,
              const char  *folder,
              const char  *hidden,
              GError     **error)
{
  g_autoptr (GMappedFile) content = g_mapped_file_new (hidden, FALSE, error);
  g_autofree char *hash = NULL;

  if (content == NULL)
    return NULL;
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) g_mapped_file_get_contents (content),
                                      g_mapped_file_get_length (content));
  for (;;)
    {
      g_autofree char *name = g_strdup_printf ("%u-%.8s.roundel", ++pass->last, hash);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      struct stat st;

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd >= 0 && fstat (fd, &st) == 0)
        (void) chmod (hidden, st.st_mode & 0777);
      if (fd >= 0)
        close (fd);
      if (fd >= 0 && rename (hidden, path) == 0)
        return g_steal_pointer (&path);
      fail (path, error);
      return NULL;
    }
}

/* One's own older files whose every revision is in the new one, which is the whole program. */
static void
drop_own (Pass       *pass,
          const char *base)
{
  g_autoptr (GHashTable) ids = read_ids (pass, base, NULL, NULL);

  for (guint i = 0; ids != NULL && i < pass->own->len; i++)
    {
      const Segment *segment = pass->own->pdata[i];

      if (id_set_within (segment->ids, ids))
        unlink (segment->path);
    }
}

static gboolean
publish (Pass    *pass,
         GError **error)
{
  g_autofree char *folder = g_build_filename (pass->place, roundel_notebook_get_device (pass->notebook), NULL);
  g_autofree char *hidden = g_build_filename (folder, ".publishing", NULL);
  RoundelExport choice = {
    .program = pass->choice->program, .audience = pass->choice->audience, .passphrase = pass->passphrase,
    .held = pass->held,
  };
  g_autofree char *path = NULL;
  gboolean whole = FALSE;
  RoundelExported exported;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return fail (folder, error);
  if (!roundel_export_to_file (pass->notebook, &choice, hidden, pass->cancellable, &exported, error))
    return FALSE;
  if (exported.revisions == 0 && !pass->outdated)
    return TRUE;
  whole = pass->outdated || pass->own->len >= OWN_MOST;
  choice.held = NULL;
  if (whole && !roundel_export_to_file (pass->notebook, &choice, hidden, pass->cancellable, &exported, error))
    return FALSE;
  path = name_segment (pass, folder, hidden, error);
  if (path == NULL)
    {
      unlink (hidden);
      return FALSE;
    }
  pass->result->published = exported.revisions;
  if (whole)
    drop_own (pass, path);
  return TRUE;
}

/* Nothing to be read where something was before looks like a stick that is not in, or a share that is not mounted. */
static gboolean
find_place (Pass      *pass,
            gboolean  *there,
            GError   **error)
{
  const RoundelSync *choice = pass->choice;
  g_autofree char *bound = roundel_sync_get_folder (pass->notebook, choice->program, choice->audience);
  g_autofree char *folder = realpath (choice->folder, NULL);
  g_autofree char *shown = g_filename_display_name (choice->folder);
  const char *path = roundel_notebook_get_path (pass->notebook);
  g_autofree char *live = path != NULL ? realpath (path, NULL) : NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                   _("The folder “%s” is not there. Nothing was deleted here; put in the stick, or mount the share, and try again."),
                   shown);
      return FALSE;
    }
  if (bound != NULL && !choice->anew && !g_str_equal (bound, folder))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                   _("This program is exchanged through “%s” already. Use that folder, or bind it anew."), bound);
      return FALSE;
    }
  if (live != NULL && g_str_has_prefix (live, folder) && live[strlen (folder)] == G_DIR_SEPARATOR)
    pass->result->live_inside = g_steal_pointer (&live);
  pass->place = roundel_sync_dup_place (folder, choice->program, choice->audience);
  *there = bound == NULL || choice->anew || g_file_test (pass->place, G_FILE_TEST_IS_DIR);
  pass->result->emptied = !*there;
  return !*there || roundel_sync_set_folder (pass->notebook, choice->program, choice->audience, folder, error);
}

static gboolean
go_through (Pass               *pass,
            RoundelMergeFlags   flags,
            GError            **error)
{
  pass->merge = roundel_merge_new (pass->notebook, pass->cancellable, error);
  if (pass->merge == NULL)
    return FALSE;
  roundel_merge_set_passphrase (pass->merge, pass->passphrase);
  if (!read_everyone (pass, error) || !bring_in (pass, flags, error))
    return FALSE;
  /* what others encrypt goes out encrypted with the same, or not at all; some may have files from before they agreed on another */
  pass->result->sealed &= !pass->opened;
  if (pass->result->sealed)
    g_set_error_literal (&pass->result->unpublished, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE,
                         _("Others encrypt what they put into this folder, with another passphrase. Nothing of yours went out: enter "
                           "theirs, and exchange again."));
  else if (publish (pass, &pass->result->unpublished) && pass->choice->passphrase != NULL)
    roundel_sync_set_passphrase (pass->notebook, pass->choice->program, pass->choice->audience, pass->passphrase,
                                 &pass->result->unpublished);
  return TRUE;
}

/**
 * roundel_sync_pass:
 * @notebook: a notebook; it stays usable meanwhile, from its own thread
 * @choice: the program, and the folder
 * @flags: what others may do, as for roundel_merge_apply(); joining is not asked for
 * @cancellable: (nullable): ends it
 * @result: (out caller-allocates): what was done, to be cleared also after an error
 * @error: return location
 *
 * Reads what everyone put into the folder, and puts into it what nobody has there yet. What is missing in the folder is never
 * taken for deleted. Afterwards roundel_notebook_refresh() lets the screens know.
 *
 * Returns: whether all that could be read is in the notebook
 */
gboolean
roundel_sync_pass (RoundelNotebook    *notebook,
                   const RoundelSync  *choice,
                   RoundelMergeFlags   flags,
                   GCancellable       *cancellable,
                   RoundelSyncResult  *result,
                   GError            **error)
{
  Pass pass = { .notebook = notebook, .choice = choice, .cancellable = cancellable, .result = result };
  gboolean there = FALSE, done;

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (notebook), FALSE);
  g_return_val_if_fail (choice->audience != ROUNDEL_AUDIENCE_FACILITATOR, FALSE);

  *result = (RoundelSyncResult) { .skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) skipped_free) };
  pass.passphrase = choice->passphrase != NULL ? g_strdup (choice->passphrase)
                                               : roundel_sync_dup_passphrase (notebook, choice->program, choice->audience);
  pass.held = id_set_new ();
  pass.own = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  done = find_place (&pass, &there, error) && (!there || go_through (&pass, flags, error));
  g_clear_pointer (&pass.merge, roundel_merge_free);
  g_hash_table_unref (pass.held);
  g_ptr_array_unref (pass.own);
  g_free (pass.place);
  roundel_secret_free (pass.passphrase);
  return done;
}

void
roundel_sync_result_clear (RoundelSyncResult *result)
{
  g_clear_pointer (&result->skipped, g_ptr_array_unref);
  g_clear_pointer (&result->live_inside, g_free);
  g_clear_error (&result->unpublished);
}
