/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/restore.h"

#include "store/backup.h"
#include "store/journal/journal-check.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Whether COPY is sound; nothing is touched before that is known. */
static gboolean
check_copy (const char      *copy,
            RoundelChecked  *checked,
            GError         **error)
{
  g_autofree char *name = g_filename_display_name (copy);

  if (!roundel_check_file (copy, checked, error)
      || (g_str_equal (checked->kind, "journal") && !checked->sealed && checked->problems->len == 0
          && !roundel_journal_check (copy, checked, error)))
    return FALSE;
  if (checked->problems->len > 0)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
                 _("“%s” is damaged; nothing was changed. “roundel-cli check” says how."), name);
  else if (g_str_equal (checked->kind, "share-file"))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
                 _("“%s” is a share file. Bring it in with “roundel-cli merge”."), name);
  else
    return TRUE;
  return FALSE;
}

/* What both files are kept under, that nobody has yet: two restores may fall into one second. */
static char *
name_kept (const char *notebook,
           RoundelEnv *env)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (env) / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char *ending = NULL;
  gboolean taken = TRUE;

  for (guint n = 1; taken; n++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *journal = NULL;

      g_free (ending);
      ending = n == 1 ? g_strconcat (".before-restore-", stamp, NULL) : g_strdup_printf (".before-restore-%s-%u", stamp, n);
      kept = g_strconcat (notebook, ending, NULL);
      journal = roundel_backup_path (kept);
      taken = g_file_test (kept, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
    }
  return ending;
}

/* COPY over the notebook or the journal, whichever it is. */
static gboolean
restore_file (const char       *copy,
              const char       *notebook,
              const char       *ending,
              RoundelRestored  *restored,
              GError          **error)
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  gboolean journal;

  if (!check_copy (copy, &checked, error))
    return FALSE;
  journal = g_str_equal (checked.kind, "journal");
  path = journal ? roundel_journal_path (notebook) : g_strdup (notebook);
  kept = g_strconcat (path, ending, NULL);
  if (!roundel_backup_restore (copy, path, kept, error))
    return FALSE;
  *(journal ? &restored->journal : &restored->notebook) = TRUE;
  if (g_file_test (kept, G_FILE_TEST_EXISTS))
    g_ptr_array_add (restored->kept, g_steal_pointer (&kept));
  return TRUE;
}

/* The copy of a journal that lies beside that of its notebook, if there is one and it is not that itself. */
static char *
find_beside (const char *copy)
{
  g_autofree char *journal = roundel_backup_path (copy);

  return !g_str_equal (journal, copy) && g_file_test (journal, G_FILE_TEST_EXISTS) ? g_steal_pointer (&journal) : NULL;
}

/**
 * roundel_restore_preview:
 * @copy: the backup of a notebook, with that of its journal beside it or not; or that of a journal
 * @restored: (out caller-allocates): what would be restored, and how much is in it
 * @error: return location
 *
 * Looks whether all of it is sound, and counts. Nothing is changed.
 *
 * Returns: whether it can be restored
 */
gboolean
roundel_restore_preview (const char       *copy,
                         RoundelRestored  *restored,
                         GError          **error)
{
  g_auto (RoundelChecked) one = { NULL };
  g_auto (RoundelChecked) two = { NULL };
  g_autofree char *beside = find_beside (copy);
  RoundelDb *shared = NULL, *private = NULL;
  gboolean counted, readable;

  *restored = (RoundelRestored) { .kept = g_ptr_array_new_with_free_func (g_free) };
  if (!check_copy (copy, &one, error) || (beside != NULL && !check_copy (beside, &two, error)))
    return FALSE;
  restored->notebook = g_str_equal (one.kind, "notebook");
  restored->journal = beside != NULL || !restored->notebook;
  /* of a locked journal nothing is counted */
  restored->sealed = one.sealed || two.sealed;
  readable = restored->journal && !restored->sealed;
  if (restored->notebook)
    shared = roundel_backup_read (copy, error);
  if (readable && (shared != NULL || !restored->notebook))
    private = roundel_backup_read (restored->notebook ? beside : copy, error);
  counted = (shared != NULL || !restored->notebook) && (private != NULL || !readable)
            && roundel_info_count (shared, private, &restored->contents, error);
  if (shared != NULL)
    roundel_db_close (shared, NULL);
  if (private != NULL)
    roundel_db_close (private, NULL);
  return counted;
}

/**
 * roundel_restore_apply:
 * @copy: as for roundel_restore_preview()
 * @notebook: the notebook that is to be as it was when @copy was made; its journal lies beside it. They may be missing or
 *  damaged
 * @with_journal: whether the journal that lies beside a notebook is restored, too
 * @env: tells the time
 * @restored: (out caller-allocates): what was restored
 * @error: return location
 *
 * Both copies are looked at before either is restored, and both are restored or none. What was there is kept; whoever has
 * the files open reads on from the restored ones. To be called by who holds the lock of the notebook. A locked journal that
 * is open is refused.
 *
 * Returns: whether everything is restored
 */
gboolean
roundel_restore_apply (const char       *copy,
                       const char       *notebook,
                       gboolean          with_journal,
                       RoundelEnv       *env,
                       RoundelRestored  *restored,
                       GError          **error)
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autofree char *beside = with_journal ? find_beside (copy) : NULL;
  g_autofree char *ending = name_kept (notebook, env);
  g_autofree char *back = NULL;
  g_autofree char *journal = NULL;

  *restored = (RoundelRestored) { .kept = g_ptr_array_new_with_free_func (g_free) };
  /* the journal first, since one that is locked and open is refused */
  if (beside != NULL && (!check_copy (copy, &checked, error) || !restore_file (beside, notebook, ending, restored, error)))
    return FALSE;
  if (restore_file (copy, notebook, ending, restored, error))
    return TRUE;
  back = name_kept (notebook, env);
  journal = roundel_journal_path (notebook);
  if (restored->kept->len > 0)
    restore_file (restored->kept->pdata[0], notebook, back, restored, NULL);
  else if (restored->journal)
    g_unlink (journal); /* there was none, so nobody has it open */
  return FALSE;
}

void
roundel_restored_clear (RoundelRestored *restored)
{
  g_clear_pointer (&restored->kept, g_ptr_array_unref);
}
