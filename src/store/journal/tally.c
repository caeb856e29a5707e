/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/tally.h"

#include "store/journal/journal-body.h"

static RoundelTally *
tally_new (void)
{
  RoundelTally *self = g_new0 (RoundelTally, 1);

  self->answers = g_array_new (FALSE, FALSE, sizeof (RoundelTallyAnswer));
  self->comments = g_array_new (FALSE, FALSE, sizeof (RoundelTallyComment));
  return self;
}

/**
 * roundel_tally_free:
 * @self: (nullable): a tally that came out of the store
 */
void
roundel_tally_free (RoundelTally *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->answers->len; i++)
    g_free ((char *) g_array_index (self->answers, RoundelTallyAnswer, i).question);
  for (guint i = 0; i < self->comments->len; i++)
    {
      g_free ((char *) g_array_index (self->comments, RoundelTallyComment, i).question);
      g_free ((char *) g_array_index (self->comments, RoundelTallyComment, i).text);
    }
  g_array_unref (self->answers);
  g_array_unref (self->comments);
  g_free (self);
}

static RoundelStatement *
prepare_of (RoundelDb     *db,
            const char    *sql,
            const guint8  *session,
            GError       **error)
{
  RoundelStatement *statement = roundel_db_prepare (db, sql, error);

  if (statement != NULL)
    roundel_bind_blob (statement, ":session", session, ROUNDEL_ID_SIZE);
  return statement;
}

static gboolean
run_of (RoundelDb     *db,
        const char    *sql,
        const guint8  *session,
        GError       **error)
{
  g_autoptr (RoundelStatement) statement = prepare_of (db, sql, session, error);

  return statement != NULL && roundel_db_run (db, statement, error);
}

static gboolean
count_answer (RoundelDb                 *db,
              const guint8              *session,
              const RoundelTallyAnswer  *answer,
              GError                   **error)
{
  g_autoptr (RoundelStatement) statement =
    prepare_of (db, "INSERT INTO tally_answer (session, question, answer, times) VALUES (:session, :question, :answer, 1)"
                    " ON CONFLICT (session, question, answer) DO UPDATE SET times = times + 1", session, error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":question", answer->question, -1);
  roundel_bind_int64 (statement, ":answer", answer->answer);
  return roundel_db_run (db, statement, error);
}

static gboolean
count_comment (RoundelDb                  *db,
               const guint8               *session,
               const RoundelTallyComment  *comment,
               GError                    **error)
{
  g_autoptr (RoundelStatement) statement =
    prepare_of (db, "INSERT INTO tally_comment (session, question, text, times) VALUES (:session, :question, :text, 1)"
                    " ON CONFLICT (session, question, text) DO UPDATE SET times = times + 1", session, error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":question", comment->question, -1);
  roundel_bind_text (statement, ":text", comment->text, -1);
  return roundel_db_run (db, statement, error);
}

/**
 * roundel_journal_add_slip:
 * @self: a journal
 * @session: id of a session
 * @answers: (array length=n_answers): the answers of one person
 * @n_answers: how many
 * @comments: (array length=n_comments): the comments of one person
 * @n_comments: how many
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY while another program writes: count it again
 *
 * Adds one person's slip to the sums.
 *
 * Returns: whether all of it is on the disk; otherwise nothing was counted
 */
gboolean
roundel_journal_add_slip (RoundelJournal             *self,
                          const char                 *session,
                          const RoundelTallyAnswer   *answers,
                          gsize                       n_answers,
                          const RoundelTallyComment  *comments,
                          gsize                       n_comments,
                          GError                    **error)
{
  RoundelDb *db;
  guint8 id[ROUNDEL_ID_SIZE];
  gboolean counted;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && session != NULL && roundel_id_parse (session, id), FALSE);

  db = roundel_journal_get_db (self);
  if (!roundel_db_begin (db, error))
    return FALSE;
  counted = run_of (db, "INSERT INTO tally (session, slips) VALUES (:session, 1)"
                        " ON CONFLICT (session) DO UPDATE SET slips = slips + 1", id, error);
  for (gsize i = 0; counted && i < n_answers; i++)
    counted = count_answer (db, id, &answers[i], error);
  for (gsize i = 0; counted && i < n_comments; i++)
    counted = count_comment (db, id, &comments[i], error);
  if (counted)
    return roundel_db_commit (db, error);
  roundel_db_rollback (db);
  return FALSE;
}

static void
take_slips (RoundelTally     *tally,
            RoundelStatement *row)
{
  tally->slips = (guint) sqlite3_column_int (row, 0);
}

static void
take_answer (RoundelTally     *tally,
             RoundelStatement *row)
{
  RoundelTallyAnswer answer = {
    g_strdup (roundel_column_text (row, 0)), sqlite3_column_int (row, 1), (guint) sqlite3_column_int (row, 2),
  };

  g_array_append_val (tally->answers, answer);
}

static void
take_comment (RoundelTally     *tally,
              RoundelStatement *row)
{
  RoundelTallyComment comment = {
    g_strdup (roundel_column_text (row, 0)), g_strdup (roundel_column_text (row, 1)),
    (guint) sqlite3_column_int (row, 2),
  };

  g_array_append_val (tally->comments, comment);
}

static gboolean
read_of (RoundelDb     *db,
         const char    *sql,
         const guint8  *session,
         void         (*take) (RoundelTally *, RoundelStatement *),
         RoundelTally  *tally,
         GError       **error)
{
  g_autoptr (RoundelStatement) statement = prepare_of (db, sql, session, error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  while (roundel_db_next (db, statement, &failed))
    take (tally, statement);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_journal_get_tally:
 * @self: a journal
 * @session: id of a session
 * @error: return location
 *
 * Returns: (transfer full): the sums so far, of no slips when there are none; %NULL with @error set
 */
RoundelTally *
roundel_journal_get_tally (RoundelJournal  *self,
                           const char      *session,
                           GError         **error)
{
  RoundelDb *db;
  guint8 id[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelTally) tally = tally_new ();

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && session != NULL && roundel_id_parse (session, id), NULL);

  db = roundel_journal_get_db (self);
  if (read_of (db, "SELECT slips FROM tally WHERE session = :session", id, take_slips, tally, error)
      && read_of (db, "SELECT question, answer, times FROM tally_answer WHERE session = :session ORDER BY question, answer",
                  id, take_answer, tally, error)
      && read_of (db, "SELECT question, text, times FROM tally_comment WHERE session = :session ORDER BY question, text",
                  id, take_comment, tally, error))
    return g_steal_pointer (&tally);
  return NULL;
}

/**
 * roundel_journal_clear_tally:
 * @self: a journal
 * @session: id of a session
 * @error: return location
 *
 * Forgets an evaluation: when it is closed, with four slips or more after its sums were written into the notebook.
 *
 * Returns: whether nothing of it is left
 */
gboolean
roundel_journal_clear_tally (RoundelJournal  *self,
                             const char      *session,
                             GError         **error)
{
  RoundelDb *db;
  guint8 id[ROUNDEL_ID_SIZE];

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && session != NULL && roundel_id_parse (session, id), FALSE);

  db = roundel_journal_get_db (self);
  if (!roundel_db_begin (db, error))
    return FALSE;
  if (run_of (db, "DELETE FROM tally WHERE session = :session", id, error)
      && run_of (db, "DELETE FROM tally_answer WHERE session = :session", id, error)
      && run_of (db, "DELETE FROM tally_comment WHERE session = :session", id, error))
    return roundel_db_commit (db, error);
  roundel_db_rollback (db);
  return FALSE;
}
