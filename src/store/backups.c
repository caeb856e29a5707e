/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/backups.h"

#include "store/backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define DAYS 7
#define WEEKS 4
#define MONTHS 12
#define BEFORE_MERGE 3

#define STAMP "%Y%m%dT%H%M%SZ"
#define STAMP_LENGTH 16
#define MERGE "-merge"

static char *
folder_of (const char *notebook)
{
  return g_strconcat (notebook, ".backups", NULL);
}

static gint64
size_of (const char *path)
{
  struct stat st;

  return path != NULL && stat (path, &st) == 0 ? st.st_size : 0;
}

static RoundelBackup *
backup_new (const char          *folder,
            const char          *name,
            GDateTime           *made,
            RoundelBackupReason  reason)
{
  RoundelBackup *self = g_new0 (RoundelBackup, 1);

  self->path = g_build_filename (folder, name, NULL);
  self->journal = roundel_backup_path (self->path);
  if (!g_file_test (self->journal, G_FILE_TEST_EXISTS))
    g_clear_pointer (&self->journal, g_free);
  self->made = g_date_time_to_unix (made);
  self->reason = reason;
  self->bytes = size_of (self->path) + size_of (self->journal);
  return self;
}

/* What a name in the folder says, or %NULL if it is not that of a copy of the notebook. */
static RoundelBackup *
read_name (const char *folder,
           const char *name)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *stamp = g_strndup (name, STAMP_LENGTH);
  const char *rest = strlen (name) > STAMP_LENGTH ? name + STAMP_LENGTH : "";

  made = g_date_time_new_from_iso8601 (stamp, utc);
  if (made == NULL || (!g_str_equal (rest, ".db") && !g_str_equal (rest, MERGE ".db")))
    return NULL;
  return backup_new (folder, name, made, g_str_has_prefix (rest, MERGE) ? ROUNDEL_BACKUP_BEFORE_MERGE : ROUNDEL_BACKUP_DAILY);
}

/* What was set aside, as “before-restore-2027-01-20-100000-2” behind the name of the notebook, in local time. */
static RoundelBackup *
read_kept (const char *folder,
           const char *name,
           const char *rest)
{
  static const struct { const char *word; RoundelBackupReason reason; } reasons[] = {
    { ".before-restore-", ROUNDEL_BACKUP_BEFORE_RESTORE }, { ".before-moving-", ROUNDEL_BACKUP_BEFORE_MOVING },
  };
  guint year, month, day, hour, minute, second;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_has_prefix (rest, reasons[i].word)
        && !g_str_has_suffix (rest, "-wal") && !g_str_has_suffix (rest, "-shm")
        && sscanf (rest + strlen (reasons[i].word), "%4u-%2u-%2u-%2u%2u%2u", &year, &month, &day, &hour, &minute, &second) == 6)
      {
        g_autoptr (GDateTime) made = g_date_time_new_local ((gint) year, (gint) month, (gint) day, (gint) hour, (gint) minute,
                                                            second);

        return made != NULL ? backup_new (folder, name, made, reasons[i].reason) : NULL;
      }
  return NULL;
}

static int
compare_made (gconstpointer a,
              gconstpointer b)
{
  const RoundelBackup *one = *(RoundelBackup * const *) a;
  const RoundelBackup *two = *(RoundelBackup * const *) b;

  return one->made < two->made ? 1 : one->made > two->made ? -1 : 0;
}

static void
remove_backup (const RoundelBackup *backup)
{
  if (backup->journal != NULL)
    g_unlink (backup->journal);
  g_unlink (backup->path);
}

/* Which day, week and month a copy was made in, where its owner lives. */
static void
find_periods (gint64 made,
              gint   periods[3])
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (made);

  periods[0] = g_date_time_get_year (local) * 1000 + g_date_time_get_day_of_year (local);
  periods[1] = g_date_time_get_week_numbering_year (local) * 100 + g_date_time_get_week_of_year (local);
  periods[2] = g_date_time_get_year (local) * 100 + g_date_time_get_month (local);
}

/* The newest of each of the last days, weeks and months that have one stay: who was away for a year loses none for it. */
static void
thin (const char *notebook)
{
  static const guint most[] = { DAYS, WEEKS, MONTHS };
  g_autoptr (GPtrArray) backups = roundel_backups_list (notebook);
  guint kept[G_N_ELEMENTS (most)] = { 0 };
  gint last[G_N_ELEMENTS (most)] = { 0 };
  guint before_merge = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const RoundelBackup *backup = backups->pdata[i];
      gboolean stays = FALSE;
      gint periods[G_N_ELEMENTS (most)];

      find_periods (backup->made, periods);
      if (backup->reason == ROUNDEL_BACKUP_BEFORE_MERGE)
        stays = ++before_merge <= BEFORE_MERGE;
      else
        for (guint k = 0; k < G_N_ELEMENTS (most); k++)
          if (periods[k] != last[k])
            {
              last[k] = periods[k];
              stays = ++kept[k] <= most[k] || stays;
            }
      if (!stays)
        remove_backup (backup);
    }
}

static char *
name_copy (const char  *notebook,
           gint64       now,
           const char  *suffix,
           GError     **error)
{
  g_autofree char *folder = folder_of (notebook);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = g_date_time_format (time, STAMP);
  g_autofree char *name = g_strconcat (stamp, suffix, ".db", NULL);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("The folder of backups “%s” cannot be made: %s."),
               shown, g_strerror (errno));
  return NULL;
}

void
roundel_backup_free (RoundelBackup *self)
{
  g_free (self->path);
  g_free (self->journal);
  g_free (self);
}

/**
 * roundel_backups_list:
 * @notebook: a notebook
 *
 * Looks at nothing but the names in the folder: none there is no failure.
 *
 * Returns: (transfer full) (element-type RoundelBackup): the backups of it that were made by themselves, the newest first
 */
GPtrArray *
roundel_backups_list (const char *notebook)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_backup_free);
  g_autofree char *folder = folder_of (notebook);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      RoundelBackup *backup = read_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_made);
  return list;
}

/**
 * roundel_backups_list_all:
 * @notebook: a notebook
 *
 * Returns: (transfer full) (element-type RoundelBackup): as roundel_backups_list(), and what was set aside when something else
 *   took the place of the notebook, which stays until somebody removes it
 */
GPtrArray *
roundel_backups_list_all (const char *notebook)
{
  GPtrArray *list = roundel_backups_list (notebook);
  g_autofree char *folder = g_path_get_dirname (notebook);
  g_autofree char *own = g_path_get_basename (notebook);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      RoundelBackup *backup = g_str_has_prefix (name, own) ? read_kept (folder, name, name + strlen (own)) : NULL;

      if (backup != NULL)
        g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_made);
  return list;
}

/**
 * roundel_backups_make_daily:
 * @notebook: a notebook that may be missing
 * @journal: the journal beside it, that may be missing
 * @env: tells the day
 * @error: return location
 *
 * Makes private copies of both files if there are none of this day, and thins the older ones out: those of 7 days, 4 weeks
 * and 12 months stay. To be called before the first write of a program; it opens the files by itself and may run in a
 * thread.
 *
 * Returns: whether there is a backup of this day, or nothing to make one of
 */
gboolean
roundel_backups_make_daily (const char  *notebook,
                            const char  *journal,
                            RoundelEnv  *env,
                            GError     **error)
{
  gint64 now = roundel_env_now (env) / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) backups = roundel_backups_list (notebook);
  g_autofree char *copy = NULL;
  g_autofree char *journal_copy = NULL;
  gint today[3], day[3];

  if (!g_file_test (notebook, G_FILE_TEST_EXISTS))
    return TRUE;
  find_periods (now, today);
  for (guint i = 0; i < backups->len; i++)
    {
      const RoundelBackup *backup = backups->pdata[i];

      find_periods (backup->made, day);
      if (backup->reason == ROUNDEL_BACKUP_DAILY && day[0] == today[0])
        return TRUE;
    }
  copy = name_copy (notebook, now, "", error);
  if (copy == NULL)
    return FALSE;
  journal_copy = roundel_backup_path (copy);
  /* The journal first: what crosses is written into the notebook first, and what is not marked in the journal yet is
   * marked at the next start. The copy of the notebook says that both are there. */
  if ((g_file_test (journal, G_FILE_TEST_EXISTS) && !roundel_backup_write (journal, journal_copy, error))
      || !roundel_backup_write (notebook, copy, error))
    return FALSE;
  thin (notebook);
  return TRUE;
}

/**
 * roundel_backups_make_before_merge:
 * @notebook: a connection to a notebook
 * @env: tells the time
 * @error: return location
 *
 * Makes a private copy of the notebook alone, since a merge never touches the journal, unless it is still empty. The last
 * three stay.
 *
 * Returns: whether it is whole and on the disk
 */
gboolean
roundel_backups_make_before_merge (RoundelDb   *notebook,
                                   RoundelEnv  *env,
                                   GError     **error)
{
  const char *path = roundel_db_get_path (notebook);
  g_autofree char *copy = NULL;
  gint64 revisions;

  if (!roundel_db_number (notebook, "SELECT max (seq) FROM revision", &revisions, error))
    return FALSE;
  if (revisions == 0)
    return TRUE;
  copy = name_copy (path, roundel_env_now (env) / G_USEC_PER_SEC, MERGE, error);
  if (copy == NULL || !roundel_backup_write (path, copy, error))
    return FALSE;
  thin (path);
  return TRUE;
}
