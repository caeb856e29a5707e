/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/partner-meeting.h"

#include "store/journal/journal-body.h"

#define KIND "partner-meeting"
#define DUE (12 * 3600) /* seconds around now in which a planned meeting is the one that begins (J) */
#define MOST_MINUTES 600

/**
 * roundel_partner_meeting_free:
 * @self: (nullable): a meeting that came out of the store
 */
void
roundel_partner_meeting_free (RoundelPartnerMeeting *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->id);
  g_free ((char *) self->program);
  g_free ((char *) self->with);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_free ((char *) self->mine);
  g_free ((char *) self->theirs);
  g_free (self);
}

/**
 * roundel_journal_put_partner_meeting:
 * @self: a journal
 * @meeting: a meeting; without an id it is a new one
 * @id: (out) (optional) (transfer full): id of the meeting
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_partner_meeting (RoundelJournal               *self,
                                     const RoundelPartnerMeeting  *meeting,
                                     char                        **id,
                                     GError                      **error)
{
  g_autofree char *new_id = NULL;
  g_autofree char *base = NULL;
  g_autofree char *at = NULL;
  g_autoptr (RoundelStatement) body = NULL;
  const char *entity = meeting->id;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && meeting->at != NULL, FALSE);

  if (entity == NULL)
    entity = new_id = roundel_journal_new_id (self);
  base = roundel_journal_get_body (self, KIND, entity, error);
  if (base == NULL)
    return FALSE;
  body = roundel_db_prepare (roundel_journal_get_db (self),
                             "SELECT json_patch (:base, json_object ('program', :program, 'with', :with, 'at', :at,"
                             "  'minutes', :minutes, 'held', CASE WHEN :held THEN json ('true') END, 'mine', :mine,"
                             "  'theirs', :theirs))", error);
  if (body == NULL)
    return FALSE;
  at = g_date_time_format_iso8601 (meeting->at);
  roundel_bind_text (body, ":base", base, -1);
  roundel_bind_text (body, ":program", meeting->program, -1);
  roundel_bind_text (body, ":with", meeting->with, -1);
  roundel_bind_text (body, ":at", at, -1);
  roundel_bind_int64 (body, ":minutes", meeting->minutes > 0 ? meeting->minutes : ROUNDEL_PARTNER_MEETING_MINUTES);
  roundel_bind_int64 (body, ":held", meeting->held);
  roundel_bind_text (body, ":mine", meeting->mine, -1);
  roundel_bind_text (body, ":theirs", meeting->theirs, -1);
  if (!roundel_journal_put_body (self, KIND, entity, NULL, body, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (entity);
  return TRUE;
}

static RoundelPartnerMeeting *
meeting_read (RoundelStatement *row)
{
  RoundelPartnerMeeting *self = g_new0 (RoundelPartnerMeeting, 1);

  self->id = roundel_column_id (row, 0);
  self->program = g_strdup (roundel_column_text (row, 1));
  self->with = g_strdup (roundel_column_text (row, 2));
  self->at = roundel_column_date_time (row, 3);
  self->minutes = (guint) CLAMP (sqlite3_column_int (row, 4), 0, MOST_MINUTES);
  self->held = sqlite3_column_int (row, 5) != 0;
  self->mine = g_strdup (roundel_column_text (row, 6));
  self->theirs = g_strdup (roundel_column_text (row, 7));
  return self;
}

/**
 * roundel_journal_list_partner_meetings:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelPartnerMeeting): the meetings, planned and held, the latest first
 */
GPtrArray *
roundel_journal_list_partner_meetings (RoundelJournal  *self,
                                       GError         **error)
{
  RoundelDb *db;
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_partner_meeting_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  statement = roundel_db_prepare (db,
                                  "SELECT c.entity, json_extract (r.body, '$.program'), json_extract (r.body, '$.with'),"
                                  "       json_extract (r.body, '$.at'), json_extract (r.body, '$.minutes'),"
                                  "       json_extract (r.body, '$.held'), json_extract (r.body, '$.mine'),"
                                  "       json_extract (r.body, '$.theirs')"
                                  " FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                                  " WHERE c.program = zeroblob (16) AND c.kind = 'partner-meeting' AND c.live"
                                  " ORDER BY unixepoch (json_extract (r.body, '$.at')) DESC, c.entity DESC", error);
  if (statement == NULL)
    return NULL;
  while (roundel_db_next (db, statement, &failed))
    {
      g_autoptr (RoundelPartnerMeeting) meeting = meeting_read (statement);

      if (meeting->at != NULL)
        g_ptr_array_add (meetings, g_steal_pointer (&meeting));
    }
  if (failed == NULL)
    return g_steal_pointer (&meetings);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * roundel_partner_meetings_find_due:
 * @meetings: (nullable) (element-type RoundelPartnerMeeting): the latest first
 * @now: seconds since 1970
 *
 * Returns: (transfer none) (nullable): the earliest that was not held, if it is planned for about now
 */
const RoundelPartnerMeeting *
roundel_partner_meetings_find_due (const GPtrArray *meetings,
                                   gint64           now)
{
  for (guint i = meetings != NULL ? meetings->len : 0; i-- > 0;)
    {
      const RoundelPartnerMeeting *meeting = meetings->pdata[i];

      if (!meeting->held && ABS (g_date_time_to_unix (meeting->at) - now) <= DUE)
        return meeting;
    }
  return NULL;
}

gboolean
roundel_journal_delete_partner_meeting (RoundelJournal  *self,
                                        const char      *id,
                                        GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, KIND, id, TRUE, error);
}

gboolean
roundel_journal_undelete_partner_meeting (RoundelJournal  *self,
                                          const char      *id,
                                          GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, KIND, id, FALSE, error);
}
