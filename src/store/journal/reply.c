/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/journal/reply.h"

#include <glib/gi18n-lib.h>

#include "content/json.h"
#include "store/journal/journal-body.h"
#include "store/journal/me.h"

#define KIND "reply"

/**
 * roundel_reply_free:
 * @self: (nullable): what roundel_reply_list() found
 */
void
roundel_reply_free (RoundelReply *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->lesson);
  g_free (self->by);
  g_free (self->text);
  g_free (self);
}

/**
 * roundel_reply_put:
 * @journal: where it is said who its owner is
 * @notebook: the notebook beside it
 * @lesson: a lesson in the notebook
 * @text: (nullable): a question to its author; %NULL to say thanks
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits; the circle of the lesson gets it with the next exchange
 */
gboolean
roundel_reply_put (RoundelJournal       *journal,
                   RoundelNotebook      *notebook,
                   const RoundelRecord  *lesson,
                   const char           *text,
                   GError              **error)
{
  RoundelDb *db;
  g_autofree char *me = NULL;
  g_autofree char *id = NULL;
  g_autoptr (RoundelStatement) body = NULL;
  RoundelRecord record = { .program = lesson->program, .circle = lesson->circle, .kind = KIND };

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && ROUNDEL_IS_NOTEBOOK (notebook), FALSE);

  db = roundel_journal_get_db (journal);
  me = roundel_journal_get_me (journal, lesson->program, NULL);
  body = roundel_db_prepare (db, "SELECT json_patch ('{}', json_object ('lesson', :lesson, 'by', :by, 'text', :text))", error);
  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":lesson", lesson->entity, -1);
  roundel_bind_text (body, ":by", me, -1);
  roundel_bind_text (body, ":text", text, -1);
  if (!roundel_db_next (db, body, error))
    return FALSE;
  record.entity = id = roundel_journal_new_id (journal);
  record.body = roundel_column_text (body, 0);
  return roundel_notebook_put (notebook, &record, NULL, error);
}

static char *
dup_text (RoundelJson *json,
          const char  *key)
{
  return roundel_json_has (json, key) ? roundel_json_text (json, key) : NULL;
}

/**
 * roundel_reply_list:
 * @notebook: a notebook
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelReply): what was given back for its lessons, or %NULL
 */
GPtrArray *
roundel_reply_list (RoundelNotebook  *notebook,
                    const char       *program,
                    GError          **error)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_reply_free);
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (notebook) && program != NULL, NULL);

  records = roundel_notebook_list_kind (notebook, KIND, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      g_autoptr (RoundelJson) json = NULL;
      RoundelReply *reply;

      if (!g_str_equal (record->program, program) || record->body == NULL)
        continue;
      json = roundel_json_new (record->body, -1, "body", NULL);
      if (json == NULL || !roundel_json_has (json, "lesson"))
        continue;
      reply = g_new0 (RoundelReply, 1);
      reply->id = g_strdup (record->entity);
      reply->lesson = dup_text (json, "lesson");
      reply->by = dup_text (json, "by");
      reply->text = dup_text (json, "text");
      if (reply->lesson != NULL)
        g_ptr_array_add (replies, reply);
      else
        roundel_reply_free (reply);
    }
  return g_steal_pointer (&replies);
}

/**
 * roundel_reply_take_back:
 * @journal: where it is said who its owner is
 * @notebook: the notebook beside it
 * @program: id of a program
 * @id: id of a reply
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when its owner never gave it
 *
 * Thanks and questions go the way of a lesson that is taken back (J6): from every copy at that copy's next merge.
 *
 * Returns: whether nothing of it is left in the notebook
 */
gboolean
roundel_reply_take_back (RoundelJournal   *journal,
                         RoundelNotebook  *notebook,
                         const char       *program,
                         const char       *id,
                         GError          **error)
{
  g_autofree char *me = NULL;
  g_autoptr (GPtrArray) replies = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && id != NULL, FALSE);

  replies = roundel_reply_list (notebook, program, error);
  if (replies == NULL)
    return FALSE;
  me = roundel_journal_get_me (journal, program, NULL);
  for (guint i = 0; me != NULL && i < replies->len; i++)
    {
      const RoundelReply *reply = replies->pdata[i];

      if (g_str_equal (reply->id, id) && g_strcmp0 (reply->by, me) == 0)
        return roundel_notebook_erase (notebook, program, id, error);
    }
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("“%s” is no reply of yours: only whoever gave it takes it back."), id);
  return FALSE;
}

/**
 * roundel_reply_take_back_answers:
 * @journal: where it is said who its owner is
 * @notebook: the notebook beside it
 * @program: id of a program
 * @lesson: id of a lesson that its owner takes back
 * @error: return location
 *
 * What its author answered may say what the lesson said.
 *
 * Returns: whether nothing that its owner wrote below @lesson is left in the notebook
 */
gboolean
roundel_reply_take_back_answers (RoundelJournal   *journal,
                                 RoundelNotebook  *notebook,
                                 const char       *program,
                                 const char       *lesson,
                                 GError          **error)
{
  g_autofree char *me = NULL;
  g_autoptr (GPtrArray) replies = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && lesson != NULL, FALSE);

  replies = roundel_reply_list (notebook, program, error);
  if (replies == NULL)
    return FALSE;
  me = roundel_journal_get_me (journal, program, NULL);
  for (guint i = 0; me != NULL && i < replies->len; i++)
    {
      const RoundelReply *reply = replies->pdata[i];

      if (g_str_equal (reply->lesson, lesson) && g_strcmp0 (reply->by, me) == 0
          && !roundel_notebook_erase (notebook, program, reply->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_by (GPtrArray  *lessons,
       const char *lesson,
       const char *member)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const RoundelRecord *record = lessons->pdata[i];
      g_autoptr (RoundelJson) json = NULL;
      g_autofree char *by = NULL;

      if (!g_str_equal (record->entity, lesson) || record->body == NULL)
        continue;
      json = roundel_json_new (record->body, -1, "body", NULL);
      by = json != NULL ? dup_text (json, "by") : NULL;
      return g_strcmp0 (by, member) == 0;
    }
  return FALSE;
}

/**
 * roundel_reply_find_question:
 * @journal: where it is said who its owner is
 * @notebook: the notebook beside it
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the last question to a lesson of its owner, who has not answered since; %NULL when there is
 *   none
 */
RoundelReply *
roundel_reply_find_question (RoundelJournal   *journal,
                             RoundelNotebook  *notebook,
                             const char       *program,
                             GError          **error)
{
  g_autofree char *me = NULL;
  g_autoptr (GPtrArray) replies = NULL;
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && program != NULL, NULL);

  me = roundel_journal_get_me (journal, program, NULL);
  if (me == NULL)
    return NULL;
  replies = roundel_reply_list (notebook, program, error);
  lessons = replies != NULL ? roundel_notebook_list_kind (notebook, "lesson", error) : NULL;
  for (guint i = lessons != NULL ? replies->len : 0; i-- > 0;)
    {
      const RoundelReply *reply = replies->pdata[i];

      if (g_strcmp0 (reply->by, me) == 0)
        g_hash_table_add (answered, reply->lesson);
      else if (reply->text != NULL && !g_hash_table_contains (answered, reply->lesson) && is_by (lessons, reply->lesson, me))
        return g_ptr_array_steal_index (replies, i);
    }
  return NULL;
}
