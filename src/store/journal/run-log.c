/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/run-log.h"

#include "store/journal/journal-body.h"

/**
 * roundel_run_log_free:
 * @self: (nullable): the log of a run
 */
void
roundel_run_log_free (RoundelRunLog *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->program);
  g_free (self->session);
  g_free (self->plan);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * roundel_journal_begin_run:
 * @self: a journal
 * @program: (nullable): id of the program; %NULL for a quick session
 * @session: (nullable): id of the session
 * @plan: what the run begins with; any text that its owner can read again
 * @error: return location
 *
 * Returns: (transfer full): id of the run, which is on the disk or waits; %NULL with @error set
 */
char *
roundel_journal_begin_run (RoundelJournal  *self,
                           const char      *program,
                           const char      *session,
                           const char      *plan,
                           GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;
  g_autofree char *id = NULL;
  guint8 bytes[ROUNDEL_ID_SIZE];

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && plan != NULL, NULL);

  id = roundel_journal_new_id (self);
  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "INSERT INTO run (id, program, session, plan) VALUES (:id, :program, :session, :plan)",
                                  error);
  if (statement == NULL || !roundel_bind_id (statement, ":id", id, bytes, error))
    return NULL;
  roundel_bind_text (statement, ":program", program, -1);
  roundel_bind_text (statement, ":session", session, -1);
  roundel_bind_text (statement, ":plan", plan, -1);
  return roundel_journal_write_state (self, statement, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * roundel_journal_append_event:
 * @self: a journal
 * @run: id of a run
 * @number: index of the event, from 0
 * @line: the event, as roundel_session_event_to_text() gives it
 * @error: return location
 *
 * To be called before the step is shown: what was seen has then happened.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_append_event (RoundelJournal  *self,
                              const char      *run,
                              guint            number,
                              const char      *line,
                              GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;
  guint8 id[ROUNDEL_ID_SIZE];

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && run != NULL && line != NULL, FALSE);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "INSERT INTO run_event (run, number, line) VALUES (:run, :number, :line)", error);
  if (statement == NULL || !roundel_bind_id (statement, ":run", run, id, error))
    return FALSE;
  roundel_bind_int64 (statement, ":number", number);
  roundel_bind_text (statement, ":line", line, -1);
  return roundel_journal_write_state (self, statement, error);
}

static gboolean
read_events (RoundelDb      *db,
             RoundelRunLog  *log,
             GError        **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT line FROM run_event WHERE run = :run ORDER BY number", error);
  g_autoptr (GError) failed = NULL;
  guint8 id[ROUNDEL_ID_SIZE];

  if (statement == NULL || !roundel_bind_id (statement, ":run", log->id, id, error))
    return FALSE;
  while (roundel_db_next (db, statement, &failed))
    g_ptr_array_add (log->events, g_strdup (roundel_column_text (statement, 0)));
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_journal_get_run:
 * @self: a journal
 * @error: return location; not set when no session is being run
 *
 * Returns: (transfer full) (nullable): the session that was being run last and was not finished, or %NULL
 */
RoundelRunLog *
roundel_journal_get_run (RoundelJournal  *self,
                         GError         **error)
{
  RoundelDb *db;
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (RoundelRunLog) log = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  /* Ids of later runs are greater. */
  statement = roundel_db_prepare (db, "SELECT id, program, session, plan FROM run ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL || !roundel_db_next (db, statement, error))
    return NULL;
  log = g_new0 (RoundelRunLog, 1);
  log->id = roundel_column_id (statement, 0);
  log->program = g_strdup (roundel_column_text (statement, 1));
  log->session = g_strdup (roundel_column_text (statement, 2));
  log->plan = g_strdup (roundel_column_text (statement, 3));
  log->events = g_ptr_array_new_with_free_func (g_free);
  return read_events (db, log, error) ? g_steal_pointer (&log) : NULL;
}

/**
 * roundel_journal_finish_run:
 * @self: a journal
 * @run: id of a run
 * @error: return location
 *
 * Forgets the run; to be called when its record is in the notebook. Who crashed between the two finds the run again, at
 * its end.
 *
 * Returns: whether it is gone, or waits
 */
gboolean
roundel_journal_finish_run (RoundelJournal  *self,
                            const char      *run,
                            GError         **error)
{
  g_autoptr (RoundelStatement) events = NULL;
  g_autoptr (RoundelStatement) statement = NULL;
  guint8 id[ROUNDEL_ID_SIZE];

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && run != NULL, FALSE);

  events = roundel_db_prepare (roundel_journal_get_db (self), "DELETE FROM run_event WHERE run = :run", error);
  statement = roundel_db_prepare (roundel_journal_get_db (self), "DELETE FROM run WHERE id = :run", error);
  if (events == NULL || statement == NULL
      || !roundel_bind_id (events, ":run", run, id, error) || !roundel_bind_id (statement, ":run", run, id, error))
    return FALSE;
  return roundel_journal_write_state (self, statement, error) && roundel_journal_write_state (self, events, error);
}
