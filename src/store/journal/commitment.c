/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/commitment.h"

#include "store/journal/journal-body.h"

/* In the table of kinds a private commitment is a promise: that of the notebook is what the circle sees. */
#define KIND "promise"

#define DAY (24 * 60 * 60) /* seconds */

#define SELECT_COMMITMENT \
  "SELECT c.entity, r.id, r.deleted, json_extract (r.body, '$.text'), json_extract (r.body, '$.due')," \
  "       json_extract (r.body, '$.cue'), json_extract (r.body, '$.first_step'), json_extract (r.body, '$.with')," \
  "       json_extract (r.body, '$.program'), json_extract (r.body, '$.session'), json_extract (r.body, '$.status')," \
  "       json_extract (r.body, '$.learned'), json_extract (r.body, '$.rhythm'), json_extract (r.body, '$.made')," \
  "       json_extract (r.body, '$.off'), json_extract (r.body, '$.later'), json_extract (r.body, '$.renewed')" \
  " FROM current AS c JOIN revision AS r ON r.seq = c.seq" \
  " WHERE c.program = zeroblob (16) AND c.kind = 'promise' AND r.body IS NOT NULL"

/**
 * roundel_commitment_statuses:
 *
 * Returns: (transfer none): what can become of a commitment (J2)
 */
const char * const *
roundel_commitment_statuses (void)
{
  static const char *const statuses[] = { "open", "kept", "partly", "let-go", NULL };

  return statuses;
}

/**
 * roundel_commitment_free:
 * @self: (nullable): a commitment that came out of the store
 */
void
roundel_commitment_free (RoundelCommitment *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->id);
  g_free ((char *) self->text);
  g_free ((char *) self->due);
  g_free ((char *) self->cue);
  g_free ((char *) self->first_step);
  g_free ((char *) self->with);
  g_free ((char *) self->program);
  g_free ((char *) self->session);
  g_free ((char *) self->status);
  g_free ((char *) self->learned);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_clear_pointer (&self->renewed, g_date_time_unref);
  g_free ((char *) self->revision);
  g_free (self);
}

/**
 * roundel_practice_free:
 * @self: (nullable): a practice that came out of the store
 */
void
roundel_practice_free (RoundelPractice *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->id);
  g_free ((char *) self->commitment);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_free ((char *) self->what);
  g_free (self);
}

static gpointer
commitment_read (RoundelStatement *row)
{
  RoundelCommitment *self = g_new0 (RoundelCommitment, 1);

  self->id = roundel_column_id (row, 0);
  self->revision = roundel_hash_text (sqlite3_column_blob (row, 1));
  self->deleted = sqlite3_column_int (row, 2) != 0;
  self->text = g_strdup (roundel_column_text (row, 3));
  self->due = g_strdup (roundel_column_text (row, 4));
  self->cue = g_strdup (roundel_column_text (row, 5));
  self->first_step = g_strdup (roundel_column_text (row, 6));
  self->with = g_strdup (roundel_column_text (row, 7));
  self->program = g_strdup (roundel_column_text (row, 8));
  self->session = g_strdup (roundel_column_text (row, 9));
  self->status = g_strdup (roundel_column_text (row, 10));
  self->learned = g_strdup (roundel_column_text (row, 11));
  self->rhythm = (guint) CLAMP (sqlite3_column_int (row, 12), 0, ROUNDEL_PRACTICE_MOST_RHYTHM);
  self->made = roundel_column_date_time (row, 13);
  self->off = (guint) CLAMP (sqlite3_column_int (row, 14), 0, 0x7f);
  self->later = sqlite3_column_int (row, 15) != 0;
  self->renewed = roundel_column_date_time (row, 16);
  if (self->text == NULL)
    self->text = g_strdup ("");
  if (self->status == NULL)
    self->status = g_strdup ("open");
  if (self->rhythm == 0)
    self->rhythm = ROUNDEL_PRACTICE_RHYTHM;
  return self;
}

/**
 * roundel_journal_put_commitment:
 * @self: a journal
 * @commitment: a commitment; without an id it is a new one, and without a status it is open
 * @id: (out) (optional) (transfer full): id of the commitment
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_commitment (RoundelJournal           *self,
                                const RoundelCommitment  *commitment,
                                char                    **id,
                                GError                  **error)
{
  g_autofree char *new_id = NULL;
  g_autofree char *made = NULL;
  g_autofree char *renewed = NULL;
  g_autoptr (RoundelStatement) body = NULL;
  const char *entity = commitment->id;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && commitment->text != NULL, FALSE);

  if (entity == NULL)
    entity = new_id = roundel_journal_new_id (self);
  made = roundel_journal_time_text (self, commitment->made);
  renewed = commitment->renewed != NULL ? roundel_journal_time_text (self, commitment->renewed) : NULL;
  body = roundel_db_prepare (roundel_journal_get_db (self),
                             "SELECT json_patch (:base, json_object ('text', :text, 'due', :due, 'cue', :cue,"
                             "  'first_step', :first_step, 'with', :with, 'program', :program, 'session', :session,"
                             "  'status', :status, 'learned', :learned, 'rhythm', nullif (:rhythm, 0), 'made', :made,"
                             "  'off', nullif (:off, 0), 'later', CASE WHEN :later THEN json ('true') END,"
                             "  'renewed', :renewed))",
                             error);
  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":text", commitment->text, -1);
  roundel_bind_text (body, ":due", commitment->due, -1);
  roundel_bind_text (body, ":cue", commitment->cue, -1);
  roundel_bind_text (body, ":first_step", commitment->first_step, -1);
  roundel_bind_text (body, ":with", commitment->with, -1);
  roundel_bind_text (body, ":program", commitment->program, -1);
  roundel_bind_text (body, ":session", commitment->session, -1);
  roundel_bind_text (body, ":status", commitment->status != NULL ? commitment->status : "open", -1);
  roundel_bind_text (body, ":learned", commitment->learned, -1);
  roundel_bind_int64 (body, ":rhythm", commitment->rhythm);
  roundel_bind_int64 (body, ":off", commitment->off);
  roundel_bind_int64 (body, ":later", commitment->later);
  roundel_bind_text (body, ":made", made, -1);
  roundel_bind_text (body, ":renewed", renewed, -1);
  if (!roundel_journal_put_body (self, KIND, entity, commitment->revision, body, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (entity);
  return TRUE;
}

/**
 * roundel_journal_get_commitment:
 * @self: a journal
 * @id: id of a commitment
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full): the commitment, deleted or not, or %NULL
 */
RoundelCommitment *
roundel_journal_get_commitment (RoundelJournal  *self,
                                const char      *id,
                                GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self), SELECT_COMMITMENT " AND c.entity = :id", error);
  return roundel_journal_read_one (self, statement, id, commitment_read, error);
}

/**
 * roundel_journal_list_commitments:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelCommitment): those that are not deleted, the newest first
 */
GPtrArray *
roundel_journal_list_commitments (RoundelJournal  *self,
                                  GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self), SELECT_COMMITMENT " AND c.live"
                                  " ORDER BY unixepoch (json_extract (r.body, '$.made')) DESC, c.entity DESC", error);
  return roundel_journal_read_all (self, statement, commitment_read, (GDestroyNotify) roundel_commitment_free, error);
}

/**
 * roundel_journal_delete_commitment:
 * @self: a journal
 * @id: id of a commitment
 * @error: return location
 *
 * Its practices stay, and are there again after roundel_journal_undelete_commitment().
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_delete_commitment (RoundelJournal  *self,
                                   const char      *id,
                                   GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, KIND, id, TRUE, error);
}

gboolean
roundel_journal_undelete_commitment (RoundelJournal  *self,
                                     const char      *id,
                                     GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, KIND, id, FALSE, error);
}

/**
 * roundel_journal_put_practice:
 * @self: a journal
 * @practice: a practice; without an id it is a new one, and without a time it was now
 * @id: (out) (optional) (transfer full): id of the practice
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_practice (RoundelJournal         *self,
                              const RoundelPractice  *practice,
                              char                  **id,
                              GError                **error)
{
  g_autofree char *new_id = NULL;
  g_autofree char *at = NULL;
  g_autoptr (RoundelStatement) body = NULL;
  const char *entity = practice->id;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && practice->commitment != NULL, FALSE);
  g_return_val_if_fail (practice->confidence <= 5, FALSE);

  if (entity == NULL)
    entity = new_id = roundel_journal_new_id (self);
  at = roundel_journal_time_text (self, practice->at);
  body = roundel_db_prepare (roundel_journal_get_db (self),
                             "SELECT json_patch (:base, json_object ('commitment', :commitment, 'at', :at,"
                             "  'result', :result, 'what', :what, 'confidence', nullif (:confidence, 0),"
                             "  'helper', CASE WHEN :helper THEN json ('true') END))", error);
  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":commitment", practice->commitment, -1);
  roundel_bind_text (body, ":at", at, -1);
  roundel_bind_text (body, ":result", roundel_practice_result_to_text (practice->result), -1);
  roundel_bind_text (body, ":what", practice->what, -1);
  roundel_bind_int64 (body, ":confidence", practice->confidence);
  roundel_bind_int64 (body, ":helper", practice->helper);
  if (!roundel_journal_put_body (self, "practice", entity, NULL, body, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (entity);
  return TRUE;
}

static gpointer
practice_read (RoundelStatement *row)
{
  g_autoptr (RoundelPractice) self = g_new0 (RoundelPractice, 1);
  const char *result = roundel_column_text (row, 3);

  self->id = roundel_column_id (row, 0);
  self->commitment = g_strdup (roundel_column_text (row, 1));
  self->at = roundel_column_date_time (row, 2);
  if (result != NULL)
    roundel_practice_result_from_text (result, &self->result);
  self->what = g_strdup (roundel_column_text (row, 4));
  self->confidence = (guint) CLAMP (sqlite3_column_int (row, 5), 0, 5);
  self->helper = sqlite3_column_int (row, 6) != 0;
  return self->commitment != NULL && self->at != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * roundel_journal_list_practices:
 * @self: a journal
 * @commitment: (nullable): id of a commitment; %NULL for the practices of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelPractice): the practices, the newest first
 */
GPtrArray *
roundel_journal_list_practices (RoundelJournal  *self,
                                const char      *commitment,
                                GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "SELECT c.entity, json_extract (r.body, '$.commitment'), json_extract (r.body, '$.at'),"
                                  "       json_extract (r.body, '$.result'), json_extract (r.body, '$.what'),"
                                  "       json_extract (r.body, '$.confidence'), json_extract (r.body, '$.helper')"
                                  " FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                                  " WHERE c.program = zeroblob (16) AND c.kind = 'practice' AND c.live"
                                  "   AND (:commitment IS NULL OR json_extract (r.body, '$.commitment') = :commitment)"
                                  " ORDER BY unixepoch (json_extract (r.body, '$.at')) DESC, c.entity DESC", error);
  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":commitment", commitment, -1);
  return roundel_journal_read_all (self, statement, practice_read, (GDestroyNotify) roundel_practice_free, error);
}

gboolean
roundel_journal_delete_practice (RoundelJournal  *self,
                                 const char      *id,
                                 GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, "practice", id, TRUE, error);
}

gboolean
roundel_journal_undelete_practice (RoundelJournal  *self,
                                   const char      *id,
                                   GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, "practice", id, FALSE, error);
}

/**
 * roundel_practice_time:
 * @at: a moment, seconds since 1970
 *
 * Returns: the same on the clock at the wall, as roundel_practice_strength() takes it: microseconds since 1970-01-01T00:00
 *   where the reader is
 */
gint64
roundel_practice_time (gint64 at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (at);

  return at * G_USEC_PER_SEC + (local != NULL ? g_date_time_get_utc_offset (local) : 0);
}

/**
 * roundel_practice_attempts:
 * @practices: (element-type RoundelPractice): what roundel_journal_list_practices() returned
 * @commitment: id of a commitment
 *
 * Returns: (transfer full) (element-type RoundelAttempt): what counts of its own practices, for
 *   roundel_practice_strength()
 */
GArray *
roundel_practice_attempts (GPtrArray  *practices,
                           const char *commitment)
{
  GArray *attempts = g_array_new (FALSE, FALSE, sizeof (RoundelAttempt));

  for (guint i = 0; i < practices->len; i++)
    {
      const RoundelPractice *practice = practices->pdata[i];
      RoundelAttempt attempt = { 0, practice->result };

      if (!g_str_equal (practice->commitment, commitment))
        continue;
      attempt.at = roundel_practice_time (g_date_time_to_unix (practice->at));
      g_array_append_val (attempts, attempt);
    }
  return attempts;
}

/**
 * roundel_commitment_strength:
 * @self: a commitment
 * @practices: (element-type RoundelPractice): practices, its own among them
 * @now: seconds since 1970
 *
 * Returns: roundel_practice_strength() of it
 */
double
roundel_commitment_strength (const RoundelCommitment *self,
                             GPtrArray               *practices,
                             gint64                   now)
{
  g_autoptr (GArray) attempts = roundel_practice_attempts (practices, self->id);

  return roundel_practice_strength ((const RoundelAttempt *) (gpointer) attempts->data, attempts->len, self->rhythm, self->off,
                                    roundel_practice_time (now));
}

/**
 * roundel_commitment_has_lapsed:
 * @self: a commitment
 * @practices: (element-type RoundelPractice): practices, its own among them
 * @now: seconds since 1970
 *
 * Returns: whether it is worked on, and as many occasions have passed as roundel_practice_lapses() says
 */
gboolean
roundel_commitment_has_lapsed (const RoundelCommitment *self,
                               GPtrArray               *practices,
                               gint64                   now)
{
  g_autoptr (GArray) attempts = roundel_practice_attempts (practices, self->id);

  /* whoever made it smaller, or took another cue, begins anew */
  if (self->renewed != NULL && now - g_date_time_to_unix (self->renewed) < DAY * self->rhythm * ROUNDEL_PRACTICE_LAPSES)
    return FALSE;
  return g_str_equal (self->status, "open") && !self->later
         && roundel_practice_lapses ((const RoundelAttempt *) (gpointer) attempts->data, attempts->len, self->rhythm, self->off,
                                     roundel_practice_time (now)) >= ROUNDEL_PRACTICE_LAPSES;
}

/**
 * roundel_commitment_is_due:
 * @self: a commitment
 * @practices: (element-type RoundelPractice): practices, its own among them
 * @now: seconds since 1970
 *
 * Returns: whether it is worked on, and roundel_practice_is_due()
 */
gboolean
roundel_commitment_is_due (const RoundelCommitment *self,
                           GPtrArray               *practices,
                           gint64                   now)
{
  g_autoptr (GArray) attempts = roundel_practice_attempts (practices, self->id);
  GDateTime *begun = self->renewed != NULL ? self->renewed : self->made;
  gint64 made = begun != NULL ? g_date_time_to_unix (begun) : now;

  return g_str_equal (self->status, "open") && !self->later
         && roundel_practice_is_due ((const RoundelAttempt *) (gpointer) attempts->data, attempts->len, self->rhythm, self->off,
                                     roundel_practice_time (made), roundel_practice_time (now));
}
