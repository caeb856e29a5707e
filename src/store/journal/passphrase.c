/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/passphrase.h"

#include "store/journal/lock-steps.h"
#include "store/journal/locked-file.h"
#include "store/place.h"
#include "store/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define TRIES 3 /* until somebody who writes without a pause waits for it */

/* A change of the lock on an open journal. A thread derives the key and writes the content, in the form that is wanted, beside
 * the file; meanwhile everything goes on in the old form. When nothing was written since, the new form takes the place of the
 * old one, and the journal goes on with it; else it is written once more. So after a kill there is one or the other, whole. */
typedef struct
{
  char *path;
  char *real;        /* where the file itself lies, behind links */
  char *beside;
  char *secret;      /* NULL: it was not locked */
  char *passphrase;  /* NULL: the lock comes off */
  RoundelLock *lock; /* of one that was not locked */
  RoundelSeal *old_seal, *new_seal;
  char *recovery;
  guint8 *content;
  gsize length;
  gint64 changes, version; /* of the connection when the content was taken */
  guint tries;
  int plain;         /* the file that was not locked, once another has its place */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  if (change->plain >= 0)
    close (change->plain);
  roundel_lock_drop (change->content, change->length);
  roundel_secret_free (change->secret);
  roundel_secret_free (change->passphrase);
  roundel_secret_free (change->recovery);
  g_clear_pointer (&change->lock, roundel_lock_free);
  g_clear_pointer (&change->old_seal, roundel_seal_unref);
  g_clear_pointer (&change->new_seal, roundel_seal_unref);
  g_free (change->beside);
  g_free (change->real);
  g_free (change->path);
  g_free (change);
}

/* What is in memory says it as well as the file, which may be on a stick that is not there. */
static gboolean
opens_with (RoundelSeal  *seal,
            const char   *path,
            const char   *secret,
            GError      **error)
{
  guint8 stream[ROUNDEL_SEAL_STREAM_SIZE] = { 0, }, head[ROUNDEL_SEAL_HEAD_MAX];
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (RoundelSeal) opened = NULL;
  gsize length;

  length = roundel_seal_write_head (seal, ROUNDEL_JOURNAL_ID, stream, head);
  opened = roundel_seal_read_head (head, length, name, secret, error);
  return opened != NULL;
}

/**
 * roundel_journal_opens_with:
 * @self: a locked journal
 * @secret: a passphrase or recovery key
 * @error: return location: %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE
 *
 * Returns: whether it is the one that opens it
 */
gboolean
roundel_journal_opens_with (RoundelJournal  *self,
                            const char      *secret,
                            GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && roundel_journal_is_locked (self) && secret != NULL, FALSE);

  return opens_with (roundel_locked_file_get_seal (roundel_journal_get_locked_file (self)), roundel_journal_get_path (self),
                     secret, error);
}

/* What was written on this connection, and on others. */
static gboolean
look (RoundelJournal  *journal,
      gint64          *changes,
      gint64          *version,
      GError         **error)
{
  RoundelDb *db = roundel_journal_get_db (journal);

  *changes = sqlite3_total_changes64 (roundel_db_get_handle (db));
  return roundel_db_number (db, "PRAGMA data_version", version, error);
}

/* On the thread of the journal. The content of one that is not locked is read by who writes it out. */
static gboolean
begin_try (RoundelJournal  *journal,
           Change          *change,
           GError         **error)
{
  change->tries++;
  roundel_lock_drop (g_steal_pointer (&change->content), change->length);
  if (!look (journal, &change->changes, &change->version, error))
    return FALSE;
  if (change->old_seal == NULL)
    return TRUE;
  change->content = roundel_db_get_content (roundel_journal_get_db (journal), &change->length);
  return change->content != NULL || roundel_lock_fail (change->path, _("it could not be read"), ENOMEM, error);
}

static gboolean
derive (Change  *change,
        GError **error)
{
  if (change->old_seal != NULL && change->tries == 1 && !opens_with (change->old_seal, change->path, change->secret, error))
    return FALSE;
  if (change->passphrase != NULL && change->new_seal == NULL)
    change->new_seal = roundel_lock_new_seal (change->passphrase, &change->recovery, error);
  return change->passphrase == NULL || change->new_seal != NULL;
}

/* In any thread. */
static gboolean
prepare (Change        *change,
         GCancellable  *cancellable,
         GError       **error)
{
  if (!derive (change, error))
    return FALSE;
  if (change->content == NULL)
    {
      RoundelDb *db = roundel_db_open_to_read (change->path, error);

      if (db == NULL)
        return FALSE;
      change->content = roundel_db_get_content (db, &change->length);
      roundel_db_close (db, NULL);
    }
  if (change->content == NULL)
    return roundel_lock_fail (change->path, _("it could not be read"), ENOMEM, error);
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && roundel_lock_write (change->new_seal, change->beside, change->content, change->length, cancellable, error);
}

static gboolean
put_beside (Change  *change,
            GError **error)
{
  int fd = open (change->beside, O_RDONLY | O_CLOEXEC);
  int code = fd < 0 ? errno : roundel_place (fd, change->beside, change->real);

  if (fd >= 0)
    close (fd);
  return code == 0 || roundel_lock_fail (change->real, _("it could not be written"), code, error);
}

/* From the plain file to one in memory. As long as SQLite has the plain one, closing it here would drop SQLite's locks
 * (https://www.sqlite.org/howtocorrupt.html, 2.2): should it stay, it stays open. */
static gboolean
put_lock_on (RoundelJournal  *journal,
             Change          *change,
             GError         **error)
{
  RoundelFileType type = roundel_journal_file_type ();
  RoundelEnv *env = roundel_journal_get_env (journal);
  guint wait = roundel_journal_get_wait (journal);
  RoundelRecords *records;
  RoundelDb *db = roundel_db_open_content (change->path, g_steal_pointer (&change->content), change->length, error);
  RoundelLockedFile *locked;

  records = db != NULL ? roundel_records_open_db (&type, db, env, wait, error) : NULL;
  if (records == NULL)
    return FALSE;
  change->plain = open (change->real, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
  if (!put_beside (change, error))
    {
      change->plain = -1;
      roundel_records_close (records, NULL);
      return FALSE;
    }
  locked = roundel_locked_file_new (change->real, change->new_seal, g_steal_pointer (&change->lock), wait, db);
  roundel_journal_replace (journal, records, locked);
  return TRUE;
}

static gboolean
take_lock_off (RoundelJournal  *journal,
               Change          *change,
               GError         **error)
{
  RoundelFileType type = roundel_journal_file_type ();
  RoundelLockedFile *locked = roundel_journal_get_locked_file (journal);
  RoundelRecords *records;

  if (!roundel_locked_file_put (locked, change->beside, NULL, error))
    return FALSE;
  records = roundel_records_open (&type, change->path, roundel_journal_get_env (journal), roundel_journal_get_wait (journal), error);
  if (records != NULL)
    roundel_journal_replace (journal, records, NULL);
  else
    roundel_locked_file_touch (locked);
  return records != NULL;
}

static gboolean
put (RoundelJournal  *journal,
     Change          *change,
     GError         **error)
{
  RoundelLockedFile *locked = roundel_journal_get_locked_file (journal);
  g_autoptr (GError) failed = NULL;

  if (change->new_seal == NULL)
    return take_lock_off (journal, change, error);
  if (locked != NULL)
    return roundel_locked_file_put (locked, change->beside, change->new_seal, error);
  if (roundel_lock_leave_log (roundel_journal_get_db (journal), &failed) && put_lock_on (journal, change, &failed))
    return TRUE;
  roundel_db_script (roundel_journal_get_db (journal), "PRAGMA journal_mode = WAL", NULL);
  roundel_records_set_wait (roundel_journal_get_records (journal), roundel_journal_get_wait (journal));
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* On the thread of the journal: ends the try, or begins another. */
static gboolean
end_try (RoundelJournal  *journal,
         Change          *change,
         GCancellable    *cancellable,
         gboolean        *again,
         GError         **error)
{
  gint64 changes, version;

  *again = FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!roundel_journal_is_open (journal))
    return roundel_lock_fail (change->path, _("it was closed"), ECANCELED, error);
  if (!roundel_journal_flush (journal, error) || !roundel_records_flush (roundel_journal_get_records (journal), error)
      || !look (journal, &changes, &version, error))
    return FALSE;
  if (changes == change->changes && version == change->version)
    return put (journal, change, error);
  if (!begin_try (journal, change, error))
    return FALSE;
  *again = change->tries <= TRIES;
  return *again || (prepare (change, cancellable, error) && put (journal, change, error));
}

/* In any thread: what was in plain text is written over, and what is kept elsewhere is sealed. Should it not come to an end,
 * the next opening of the journal ends it. */
static void
tidy_up (Change *change)
{
  g_autoptr (GError) error = NULL;

  if (change->plain >= 0)
    roundel_lock_wipe (change->plain);
  if (change->new_seal != NULL && !roundel_lock_seal_copies (change->new_seal, change->path, change->secret, &error))
    g_message ("%s", error->message);
}

static void
tidy_up_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  tidy_up (data);
  g_task_return_boolean (task, TRUE);
}

static void
tidied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What one step of TASK does in a thread. */
static void
run (GTask               *task,
     GTaskThreadFunc      step,
     GAsyncReadyCallback  done)
{
  g_autoptr (GTask) part = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), done, g_object_ref (task));

  g_task_set_check_cancellable (part, FALSE);
  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (part, step);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean again = FALSE;

  if (g_task_propagate_boolean (G_TASK (result), &error)
      && end_try (ROUNDEL_JOURNAL (source), change, g_task_get_cancellable (task), &again, &error))
    run (task, again ? prepare_thread : tidy_up_thread, again ? prepared_cb : tidied_cb);
  else
    {
      roundel_lock_tidy (change->real);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * roundel_journal_set_passphrase_async:
 * @self: a journal in a file
 * @secret: (nullable): of a locked one, what opens it now
 * @passphrase: (nullable): the new passphrase; %NULL takes the lock off for good
 * @cancellable: (nullable): leaves everything as it is
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Locks the journal, or unlocks it, while it is open and written in: it goes on with the file as it is then. Key and content
 * are made in a thread.
 */
void
roundel_journal_set_passphrase_async (RoundelJournal      *self,
                                      const char          *secret,
                                      const char          *passphrase,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  RoundelLockedFile *locked;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Change *change;

  g_return_if_fail (ROUNDEL_IS_JOURNAL (self) && roundel_journal_get_path (self) != NULL);
  g_return_if_fail (roundel_journal_is_locked (self) == (secret != NULL));

  locked = roundel_journal_get_locked_file (self);
  change = g_new0 (Change, 1);
  change->plain = -1;
  change->path = g_strdup (roundel_journal_get_path (self));
  change->real = roundel_lock_real_path (change->path);
  change->beside = roundel_lock_beside (change->real);
  change->secret = g_strdup (secret);
  change->passphrase = g_strdup (passphrase);
  change->old_seal = locked != NULL ? roundel_seal_ref (roundel_locked_file_get_seal (locked)) : NULL;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE); /* once it is done it is not undone */
  g_task_set_task_data (task, change, change_free);
  if ((locked != NULL || (change->lock = roundel_lock_take (change->real, &error)) != NULL) && begin_try (self, change, &error))
    run (task, prepare_thread, prepared_cb);
  else
    g_task_return_error (task, error);
}

/**
 * roundel_journal_set_passphrase_finish:
 * @self: the journal
 * @result: what the callback was given
 * @recovery: (out) (transfer full) (nullable): the new recovery key; free it with roundel_secret_free()
 * @error: return location: %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE, %ROUNDEL_STORE_ERROR_BUSY when it is open elsewhere
 *
 * Returns: whether it is as wanted; otherwise it is as it was
 */
gboolean
roundel_journal_set_passphrase_finish (RoundelJournal  *self,
                                       GAsyncResult    *result,
                                       char           **recovery,
                                       GError         **error)
{
  Change *change;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *recovery = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  change = g_task_get_task_data (G_TASK (result));
  *recovery = g_steal_pointer (&change->recovery);
  return TRUE;
}
