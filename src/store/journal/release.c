/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/release.h"

#include "store/journal/commitment.h"
#include "store/journal/entry.h"
#include "store/journal/journal-body.h"
#include "store/journal/me.h"
#include "store/journal/reply.h"

#include <glib/gi18n-lib.h>

/* What crosses from the journal to the notebook is a copy with an id of its own, so that nothing in the notebook leads
 * back. The journal keeps the way from one to the other, and writes it down first: what a crash leaves behind is then a
 * way to nothing, which is never shown, and not a lesson that nobody can take back. Whether it was taken back stands in
 * the notebook alone. */
#define KIND "released"

static char *
make_body (RoundelJournal  *journal,
           const char      *text,
           const char      *due,
           const char      *status,
           const char      *by,
           GError         **error)
{
  RoundelDb *db = roundel_journal_get_db (journal);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT json_patch ('{}', json_object ('text', :text, 'due', :due, 'status', :status, 'by', :by))",
                        error);

  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":text", text, -1);
  roundel_bind_text (statement, ":due", due, -1);
  roundel_bind_text (statement, ":status", status, -1);
  roundel_bind_text (statement, ":by", by, -1);
  return roundel_db_next (db, statement, error) ? g_strdup (roundel_column_text (statement, 0)) : NULL;
}

static gboolean
has_member (RoundelJournal *journal,
            const char     *circle,
            const char     *member)
{
  RoundelDb *db = roundel_journal_get_db (journal);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT 1 FROM json_each (:body, '$.members') WHERE value = :member", NULL);

  roundel_bind_text (statement, ":body", circle, -1);
  roundel_bind_text (statement, ":member", member, -1);
  return roundel_db_next (db, statement, NULL);
}

/* The circle that is to see it: that of its owner, or all when nobody said which. */
static gboolean
find_circle (RoundelJournal   *journal,
             RoundelNotebook  *notebook,
             const char       *program,
             const char       *member,
             char            **circle,
             GError          **error)
{
  g_autoptr (GPtrArray) records = roundel_notebook_list (notebook, program, error);

  *circle = NULL;
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      if (member != NULL && *circle == NULL && g_str_equal (record->kind, "circle") && has_member (journal, record->body, member))
        *circle = g_strdup (record->entity);
    }
  if (records->len > 0)
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no program “%s” in the notebook."), program);
  return FALSE;
}

static gboolean
write_way (RoundelJournal  *journal,
           const char      *id,
           const char      *from,
           const char      *program,
           GError         **error)
{
  g_autoptr (RoundelStatement) body =
    roundel_db_prepare (roundel_journal_get_db (journal), "SELECT json_object ('from', :from, 'program', :program)", error);

  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":from", from, -1);
  roundel_bind_text (body, ":program", program, -1);
  /* On the disk, and not waiting, before anything is in the notebook. */
  return roundel_journal_put_body (journal, KIND, id, NULL, body, error)
         && roundel_records_flush (roundel_journal_get_records (journal), error);
}

static gboolean
release (RoundelJournal   *journal,
         RoundelNotebook  *notebook,
         RoundelRecord    *record,
         const char       *from,
         const char       *due,
         const char       *status,
         const char       *text,
         GError          **error)
{
  g_autofree char *me = roundel_journal_get_me (journal, record->program, NULL);
  g_autofree char *circle = NULL;
  g_autofree char *body = make_body (journal, text, due, status, me, error);

  if (body == NULL || !find_circle (journal, notebook, record->program, me, &circle, error)
      || !write_way (journal, record->entity, from, record->program, error))
    return FALSE;
  record->body = body;
  record->circle = circle;
  return roundel_notebook_put (notebook, record, NULL, error);
}

/**
 * roundel_release_free:
 * @self: (nullable): what was released
 */
void
roundel_release_free (RoundelRelease *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->from);
  g_free (self->program);
  g_free (self->text);
  g_free (self);
}

/**
 * roundel_release_lesson:
 * @journal: a journal
 * @notebook: the notebook beside it
 * @entry: id of an entry
 * @program: id of the program whose members are to see it
 * @text: (nullable): the words that will leave; %NULL for those of the entry
 * @lesson: (out) (optional) (transfer full): id of the lesson
 * @error: return location
 *
 * The one way out of the journal (J6). Only these words go, to the owner's circle.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_release_lesson (RoundelJournal   *journal,
                        RoundelNotebook  *notebook,
                        const char       *entry,
                        const char       *program,
                        const char       *text,
                        char            **lesson,
                        GError          **error)
{
  g_autoptr (RoundelEntry) page = NULL;
  g_autofree char *id = NULL;
  RoundelRecord record = { .program = program, .kind = "lesson" };

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook), FALSE);
  g_return_val_if_fail (entry != NULL && program != NULL, FALSE);

  page = roundel_journal_get_entry (journal, entry, error);
  if (page == NULL)
    return FALSE;
  record.entity = id = roundel_journal_new_id (journal);
  if (!release (journal, notebook, &record, entry, NULL, NULL, text != NULL ? text : page->text, error))
    return FALSE;
  if (lesson != NULL)
    *lesson = g_steal_pointer (&id);
  return TRUE;
}

/* Which of RELEASED the circle of PROGRAM can read. */
static const char *
find_shown (const GPtrArray *released,
            const char      *program)
{
  for (guint i = 0; i < released->len; i++)
    {
      const RoundelRelease *before = released->pdata[i];

      if (before->text != NULL && (program == NULL || g_str_equal (before->program, program)))
        return before->id;
    }
  return NULL;
}

/**
 * roundel_release_commitment:
 * @journal: a journal
 * @notebook: the notebook beside it
 * @commitment: id of a commitment that names its program
 * @shown: (out) (optional) (transfer full): id of what the circle sees
 * @error: return location
 *
 * Shows a commitment to the circle, or what has become of one that is shown: what, until when, and its status. Cue, first
 * step, partner and practice stay private (J3).
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_release_commitment (RoundelJournal   *journal,
                            RoundelNotebook  *notebook,
                            const char       *commitment,
                            char            **shown,
                            GError          **error)
{
  g_autoptr (RoundelCommitment) promise = NULL;
  g_autoptr (GPtrArray) released = NULL;
  g_autofree char *id = NULL;
  RoundelRecord record = { .kind = "commitment" };

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook) && commitment != NULL, FALSE);

  promise = roundel_journal_get_commitment (journal, commitment, error);
  if (promise == NULL)
    return FALSE;
  if (promise->program == NULL)
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                           _("Only a commitment that belongs to a program can be shown to its circle. Name the program."));
      return FALSE;
    }
  released = roundel_release_list (journal, notebook, commitment, error);
  if (released == NULL)
    return FALSE;
  id = g_strdup (find_shown (released, promise->program));
  if (id == NULL)
    id = roundel_journal_new_id (journal);
  record.program = promise->program;
  record.entity = id;
  if (!release (journal, notebook, &record, commitment, promise->due, promise->status, promise->text, error))
    return FALSE;
  if (shown != NULL)
    *shown = g_steal_pointer (&id);
  return TRUE;
}

/**
 * roundel_release_follow:
 * @journal: a journal
 * @notebook: the notebook beside it
 * @commitment: id of a commitment that was changed or deleted
 * @error: return location
 *
 * Of a commitment that is shown, the circle reads what has become of it; of one that was deleted, nothing any more. One
 * that is not shown stays private.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_release_follow (RoundelJournal   *journal,
                        RoundelNotebook  *notebook,
                        const char       *commitment,
                        GError          **error)
{
  g_autoptr (RoundelCommitment) promise = NULL;
  g_autoptr (GPtrArray) released = NULL;
  const char *shown;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook) && commitment != NULL, FALSE);

  released = roundel_release_list (journal, notebook, commitment, error);
  if (released == NULL)
    return FALSE;
  shown = find_shown (released, NULL);
  if (shown == NULL)
    return TRUE;
  promise = roundel_journal_get_commitment (journal, commitment, error);
  if (promise == NULL)
    return FALSE;
  return promise->deleted ? roundel_release_take_back (journal, notebook, shown, error)
                          : roundel_release_commitment (journal, notebook, commitment, NULL, error);
}

/**
 * roundel_release_take_back:
 * @journal: a journal
 * @notebook: the notebook beside it
 * @id: id of a lesson or commitment that came out of @journal
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when it did not
 *
 * Drops its words here, and in every copy at that copy's next merge (J6). It does not reach backups, share files already
 * handed on, or what somebody has read. What its owner answered below it goes with it.
 *
 * Returns: whether nothing of it is left in the notebook
 */
gboolean
roundel_release_take_back (RoundelJournal   *journal,
                           RoundelNotebook  *notebook,
                           const char       *id,
                           GError          **error)
{
  g_autoptr (GPtrArray) released = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook) && id != NULL, FALSE);

  released = roundel_release_list (journal, notebook, NULL, error);
  if (released == NULL)
    return FALSE;
  for (guint i = 0; i < released->len; i++)
    {
      const RoundelRelease *one = released->pdata[i];

      if (g_str_equal (one->id, id))
        /* the lesson last: as long as it is there, it can be taken back once more */
        return roundel_reply_take_back_answers (journal, notebook, one->program, id, error)
               && roundel_notebook_erase (notebook, one->program, id, error);
    }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("“%s” was not released from this journal: only its owner takes a lesson back."), id);
  return FALSE;
}

/* What the circle sees of it; FALSE when it is not in the notebook at all. */
static gboolean
read_shown (RoundelJournal  *journal,
            RoundelNotebook *notebook,
            RoundelRelease  *release_of)
{
  static const char *const kinds[] = { "lesson", "commitment" };
  RoundelDb *db = roundel_journal_get_db (journal);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RoundelRecord record = { .program = release_of->program, .entity = release_of->id, .kind = kinds[i] };
      g_autoptr (RoundelRecord) shown = roundel_notebook_get (notebook, &record, NULL);
      g_autoptr (RoundelStatement) statement = NULL;

      if (shown == NULL)
        continue;
      if (shown->body == NULL || shown->deleted)
        return TRUE;
      statement = roundel_db_prepare (db, "SELECT json_extract (:body, '$.text')", NULL);
      roundel_bind_text (statement, ":body", shown->body, -1);
      if (roundel_db_next (db, statement, NULL))
        release_of->text = g_strdup (roundel_column_text (statement, 0));
      return TRUE;
    }
  return FALSE;
}

/**
 * roundel_release_list:
 * @journal: a journal
 * @notebook: the notebook beside it
 * @from: (nullable): only what came from this entry or commitment
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRelease): what went out of the journal, the last first, taken back or not
 */
GPtrArray *
roundel_release_list (RoundelJournal   *journal,
                      RoundelNotebook  *notebook,
                      const char       *from,
                      GError          **error)
{
  RoundelDb *db;
  g_autoptr (GPtrArray) released = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_release_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook), NULL);

  db = roundel_journal_get_db (journal);
  statement = roundel_db_prepare (db,
                                  "SELECT c.entity, json_extract (r.body, '$.from'), json_extract (r.body, '$.program')"
                                  " FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                                  " WHERE c.program = zeroblob (16) AND c.kind = 'released' AND c.live"
                                  "   AND (:from IS NULL OR json_extract (r.body, '$.from') = :from)"
                                  " ORDER BY c.entity DESC", error);
  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":from", from, -1);
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelRelease *one = g_new0 (RoundelRelease, 1);

      one->id = roundel_column_id (statement, 0);
      one->from = g_strdup (roundel_column_text (statement, 1));
      one->program = g_strdup (roundel_column_text (statement, 2));
      if (one->from != NULL && one->program != NULL && read_shown (journal, notebook, one))
        g_ptr_array_add (released, one);
      else
        roundel_release_free (one);
    }
  if (failed == NULL)
    return g_steal_pointer (&released);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
