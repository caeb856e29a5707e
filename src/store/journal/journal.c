/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal.h"

#include "store/journal/entry-index.h"
#include "store/journal/journal-file.h"
#include "store/journal/locked-file.h"

#include <glib/gi18n-lib.h>

#define RETRY_INTERVAL 50   /* milliseconds until a write that found the file busy is tried again */
#define CLEAN_INTERVAL 20   /* milliseconds between two pieces of what is done without hurry */
#define CLOSE_PATIENCE 5000 /* milliseconds a last write may wait */

/**
 * RoundelJournal:
 *
 * Everything private, in one file: entries and their drafts, commitments, practice, running sessions, evaluations before
 * they are closed. Nothing that shares can reach it (S3): it is a library of its own.
 *
 * Like a notebook it keeps every text as a revision and shows what they say; the signal `changed` tells that something
 * else may be shown now. What is not to be kept in versions, as each second of a draft, is state: rows that are written
 * over and go when they have served.
 */
struct _RoundelJournal
{
  GObject parent_instance;

  RoundelRecords *records;
  RoundelLockedFile *locked; /* NULL when the file is not encrypted */
  guint wait;
  GQueue state; /* of SQL texts: writes of state that found the file busy */
  guint retry;
  guint held;   /* how many wait for the end of something larger before they hear of it */
  gboolean changed;
  guint clean;  /* while words of erased entries are taken out of the index */
  gboolean clean_begun;
};

G_DEFINE_FINAL_TYPE (RoundelJournal, roundel_journal, G_TYPE_OBJECT)

static guint changed_signal;
static guint trouble_signal;

static void
changed_cb (gpointer data)
{
  RoundelJournal *self = data;

  self->changed = self->held > 0;
  if (!self->changed)
    g_signal_emit (self, changed_signal, 0);
}

static void
told_cb (const char *trouble,
         gpointer    data)
{
  g_signal_emit (data, trouble_signal, 0, trouble);
}

static gboolean
retry_cb (gpointer data)
{
  RoundelJournal *self = data;

  if (!roundel_journal_flush (self, NULL))
    return G_SOURCE_CONTINUE;
  self->retry = 0;
  return G_SOURCE_REMOVE;
}

/* Whether all of it is done; after a failure it begins again. */
static gboolean
clean_some (RoundelJournal  *self,
            gboolean        *done,
            GError         **error)
{
  gboolean first = !self->clean_begun;

  self->clean_begun = roundel_entry_index_clean (roundel_journal_get_db (self), first, done, error) && !*done;
  return self->clean_begun || *done;
}

static gboolean
clean_cb (gpointer data)
{
  RoundelJournal *self = data;
  gboolean done = FALSE;

  clean_some (self, &done, NULL);
  if (!done)
    return G_SOURCE_CONTINUE;
  self->clean = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
clean_all (RoundelJournal  *self,
           GError         **error)
{
  gboolean done = FALSE;

  while (!done)
    if (!clean_some (self, &done, error))
      return FALSE;
  return TRUE;
}

static void
roundel_journal_finalize (GObject *object)
{
  roundel_journal_close (ROUNDEL_JOURNAL (object), NULL);
  G_OBJECT_CLASS (roundel_journal_parent_class)->finalize (object);
}

static void
roundel_journal_class_init (RoundelJournalClass *class)
{
  G_OBJECT_CLASS (class)->finalize = roundel_journal_finalize;

  /**
   * RoundelJournal::changed:
   *
   * Other entries, commitments or practices may be shown now: read again.
   */
  changed_signal = g_signal_new ("changed", ROUNDEL_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RoundelJournal::trouble:
   * @self: a locked journal
   * @said: (nullable): why what was written is in memory alone; %NULL when it is on the disk after all
   */
  trouble_signal = g_signal_new ("trouble", ROUNDEL_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

static void
roundel_journal_init (RoundelJournal *self)
{
  g_queue_init (&self->state);
}

/**
 * roundel_journal_open:
 * @path: (nullable): the file, made when missing; %NULL for one in memory
 * @env: the world
 * @wait: milliseconds that a write waits for another program. With 0 nothing ever waits: a write that finds the file
 *   busy is kept and tried again from the main loop
 * @error: return location, with the codes of #RoundelStoreError
 *
 * Returns: (transfer full): the journal, or %NULL
 */
RoundelJournal *
roundel_journal_open (const char  *path,
                      RoundelEnv  *env,
                      guint        wait,
                      GError     **error)
{
  return roundel_journal_open_with (path, NULL, env, wait, error);
}

static void
take_records (RoundelJournal    *self,
              RoundelRecords    *records,
              RoundelLockedFile *locked)
{
  self->records = records;
  self->locked = locked;
  roundel_records_set_changed (records, changed_cb, self);
  if (locked != NULL)
    roundel_locked_file_set_told (locked, told_cb, self);
}

/**
 * roundel_journal_open_with:
 * @path: (nullable): as for roundel_journal_open()
 * @secret: (nullable): the passphrase or the recovery key of a locked journal; one that is not locked opens with any
 * @env: the world
 * @wait: as for roundel_journal_open(). Of a locked journal, 0 means that it is written within a second, in a thread
 * @error: return location: %ROUNDEL_STORE_ERROR_LOCKED, %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE, %ROUNDEL_STORE_ERROR_BUSY
 *   when a locked one is open elsewhere, %ROUNDEL_STORE_ERROR_NOT_FOUND when the place to which it was moved is missing
 *
 * Returns: (transfer full): the journal, or %NULL
 */
RoundelJournal *
roundel_journal_open_with (const char  *path,
                           const char  *secret,
                           RoundelEnv  *env,
                           guint        wait,
                           GError     **error)
{
  RoundelLockedFile *locked;
  RoundelRecords *records = roundel_journal_open_file (path, secret, env, wait, &locked, error);
  RoundelJournal *self;

  if (records == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_JOURNAL, NULL);
  self->wait = wait;
  take_records (self, records, locked);
  return self;
}

static gboolean
write_all (RoundelJournal  *self,
           GError         **error)
{
  return roundel_journal_flush (self, error)
         && (self->locked == NULL
             || (roundel_records_flush (self->records, error) && roundel_locked_file_flush (self->locked, error)));
}

/**
 * roundel_journal_open_reader:
 * @self: an open journal
 * @error: return location
 *
 * Returns: (transfer full): the journal once more, for another thread to read: what is on the disk, or of a locked one a
 *   copy in memory; or %NULL
 */
RoundelJournal *
roundel_journal_open_reader (RoundelJournal  *self,
                             GError         **error)
{
  RoundelFileType type = roundel_journal_file_type ();
  RoundelDb *db = roundel_journal_get_db (self);
  const char *path = roundel_journal_get_path (self);
  RoundelRecords *records;
  RoundelJournal *reader;
  guint8 *content;
  gsize length;

  if (!write_all (self, error))
    return NULL;
  if (self->locked == NULL && path != NULL)
    return roundel_journal_open (path, roundel_journal_get_env (self), CLOSE_PATIENCE, error);
  content = roundel_db_get_content (db, &length);
  db = content != NULL ? roundel_db_open_content (path, content, length, error) : NULL;
  records = db != NULL ? roundel_records_open_db (&type, db, roundel_journal_get_env (self), CLOSE_PATIENCE, error) : NULL;
  if (records == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("There is not enough memory for the journal."));
      return NULL;
    }
  reader = g_object_new (ROUNDEL_TYPE_JOURNAL, NULL);
  reader->wait = CLOSE_PATIENCE;
  take_records (reader, records, NULL);
  return reader;
}

/**
 * roundel_journal_stop_waiting:
 * @self: a journal that was opened in another thread, where writes wait
 *
 * From now on it belongs to the main loop, in which nothing waits: as if it had been opened there with a wait of 0.
 */
void
roundel_journal_stop_waiting (RoundelJournal *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL (self));

  self->wait = 0;
  roundel_records_set_wait (self->records, 0);
  if (self->locked != NULL)
    roundel_locked_file_set_wait (self->locked, 0);
}

/**
 * roundel_journal_hold:
 * @self: a journal
 *
 * Until roundel_journal_release_hold() `changed` is not emitted: something larger is written piece by piece.
 */
void
roundel_journal_hold (RoundelJournal *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL (self));

  self->held++;
}

void
roundel_journal_release_hold (RoundelJournal *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL (self) && self->held > 0);

  if (--self->held == 0 && self->changed)
    changed_cb (self);
}

/**
 * roundel_journal_is_locked:
 * @self: a journal
 *
 * Returns: whether it is encrypted on the disk
 */
gboolean
roundel_journal_is_locked (RoundelJournal *self)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  return self->locked != NULL;
}

/**
 * roundel_journal_get_locked_file: (skip)
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): the encrypted file; %NULL when it is not locked
 */
RoundelLockedFile *
roundel_journal_get_locked_file (RoundelJournal *self)
{
  return self->locked;
}

/**
 * roundel_journal_replace: (skip)
 * @self: a journal with nothing left to write
 * @records: (transfer full): the same content, open in another form
 * @locked: (transfer full) (nullable): its encrypted file
 *
 * Goes on with it.
 */
void
roundel_journal_replace (RoundelJournal    *self,
                         RoundelRecords    *records,
                         RoundelLockedFile *locked)
{
  roundel_records_close (g_steal_pointer (&self->records), NULL);
  g_clear_pointer (&self->locked, roundel_locked_file_free);
  take_records (self, records, locked);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * roundel_journal_close:
 * @self: a journal
 * @error: return location
 *
 * Writes what is still waiting and closes the file; afterwards @self can only be let go. Letting go of an open one
 * closes it, too, and says nothing of a failure.
 *
 * Returns: whether everything is on the disk
 */
gboolean
roundel_journal_close (RoundelJournal  *self,
                       GError         **error)
{
  gboolean written, closed;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  if (self->records == NULL)
    return TRUE;
  g_clear_handle_id (&self->retry, g_source_remove);
  sqlite3_busy_timeout (roundel_db_get_handle (roundel_journal_get_db (self)), CLOSE_PATIENCE);
  written = roundel_journal_flush (self, error);
  if (self->clean != 0)
    {
      g_clear_handle_id (&self->clean, g_source_remove);
      written = clean_all (self, written ? error : NULL) && written;
    }
  if (self->locked != NULL)
    {
      roundel_locked_file_set_told (self->locked, NULL, NULL);
      written = roundel_records_flush (self->records, written ? error : NULL) && written;
      written = roundel_locked_file_flush (self->locked, written ? error : NULL) && written;
    }
  closed = roundel_records_close (g_steal_pointer (&self->records), written ? error : NULL);
  g_clear_pointer (&self->locked, roundel_locked_file_free);
  g_queue_clear_full (&self->state, g_free);
  return written && closed;
}

/**
 * roundel_journal_is_open:
 * @self: a journal
 *
 * Returns: whether it was not closed yet
 */
gboolean
roundel_journal_is_open (RoundelJournal *self)
{
  return self->records != NULL;
}

/**
 * roundel_journal_get_wait: (skip)
 * @self: a journal
 *
 * Returns: milliseconds that a write waits, as for roundel_journal_open()
 */
guint
roundel_journal_get_wait (RoundelJournal *self)
{
  return self->wait;
}

/**
 * roundel_journal_get_path:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): the file; %NULL for one in memory
 */
const char *
roundel_journal_get_path (RoundelJournal *self)
{
  return roundel_db_get_path (roundel_journal_get_db (self));
}

RoundelEnv *
roundel_journal_get_env (RoundelJournal *self)
{
  return roundel_records_get_env (self->records);
}

/**
 * roundel_journal_get_records: (skip)
 * @self: a journal
 *
 * Returns: (transfer none): its open file, for the rest of the store
 */
RoundelRecords *
roundel_journal_get_records (RoundelJournal *self)
{
  return self->records;
}

/**
 * roundel_journal_get_db: (skip)
 * @self: a journal
 *
 * Returns: (transfer none): its connection, for the rest of the store
 */
RoundelDb *
roundel_journal_get_db (RoundelJournal *self)
{
  return roundel_records_get_db (self->records);
}

/**
 * roundel_journal_new_id:
 * @self: a journal
 *
 * Returns: (transfer full): an id for an entry that is begun
 */
char *
roundel_journal_new_id (RoundelJournal *self)
{
  return roundel_id_new (roundel_journal_get_env (self));
}

/**
 * roundel_journal_begin:
 * @self: a journal
 *
 * What is put until roundel_journal_commit() is written in one transaction and is not seen before. May be nested.
 */
void
roundel_journal_begin (RoundelJournal *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL (self));

  roundel_records_begin (self->records);
}

/**
 * roundel_journal_commit:
 * @self: a journal
 * @error: return location
 *
 * Returns: whether all of it is on the disk, or waits; otherwise nothing was written
 */
gboolean
roundel_journal_commit (RoundelJournal  *self,
                        GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  return roundel_records_commit (self->records, error);
}

/**
 * roundel_journal_refresh:
 * @self: a journal
 * @error: return location
 *
 * Looks whether another program has written into the file, and emits `changed` if so.
 *
 * Returns: whether it could look
 */
gboolean
roundel_journal_refresh (RoundelJournal  *self,
                         GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  return roundel_records_refresh (self->records, error);
}

/**
 * roundel_journal_clean_index: (skip)
 * @self: a journal out of which something was erased
 * @error: return location
 *
 * Takes the words out of the index, too. Where nothing may wait, the main loop does it piece by piece, or
 * roundel_journal_close() what is left.
 *
 * Returns: whether it is done, or will be
 */
gboolean
roundel_journal_clean_index (RoundelJournal  *self,
                             GError         **error)
{
  self->clean_begun = FALSE;
  if (self->wait > 0)
    return clean_all (self, error);
  if (self->clean == 0)
    self->clean = g_timeout_add_full (G_PRIORITY_LOW, CLEAN_INTERVAL, clean_cb, self, NULL);
  return TRUE;
}

/**
 * roundel_journal_write_state: (skip)
 * @self: a journal
 * @statement: a bound statement that writes state
 * @error: return location
 *
 * Runs it; or, when the file is busy and nothing may wait, keeps it and tries again from the main loop.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_write_state (RoundelJournal    *self,
                             RoundelStatement  *statement,
                             GError           **error)
{
  g_autoptr (GError) failed = NULL;
  char *sql;

  if (roundel_journal_flush (self, &failed) && roundel_db_run (roundel_journal_get_db (self), statement, &failed))
    return TRUE;
  if (self->wait > 0 || !g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  sql = sqlite3_expanded_sql (statement);
  g_queue_push_tail (&self->state, g_strdup (sql));
  sqlite3_free (sql);
  if (self->retry == 0)
    self->retry = g_timeout_add (RETRY_INTERVAL, retry_cb, self);
  return TRUE;
}

/**
 * roundel_journal_flush: (skip)
 * @self: a journal
 * @error: return location
 *
 * Returns: whether no state waits any more
 */
gboolean
roundel_journal_flush (RoundelJournal  *self,
                       GError         **error)
{
  while (!g_queue_is_empty (&self->state))
    {
      if (!roundel_db_script (roundel_journal_get_db (self), g_queue_peek_head (&self->state), error))
        return FALSE;
      g_free (g_queue_pop_head (&self->state));
    }
  return TRUE;
}
