/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/record-write.h"

#include "core/kind.h"
#include "store/erase.h"
#include "store/record-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
body_is_json (RoundelRecords  *self,
              const char      *body,
              GError         **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (roundel_records_get_db (self), "SELECT json_valid (:body)", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":body", body, -1);
  if (roundel_body_is_sound (body, strlen (body))
      && roundel_db_next (roundel_records_get_db (self), statement, NULL) && sqlite3_column_int (statement, 0) == 1)
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
               _("A record of %u bytes was not written: it has to be one JSON object of at most %u bytes."),
               (guint) strlen (body), (guint) ROUNDEL_BODY_MAX);
  return FALSE;
}

/* Which ring the record goes to. A journal has the private kinds only, a notebook all others only. */
static const char *
find_ring (RoundelRecords       *self,
           const RoundelRecord  *record,
           GError              **error)
{
  const RoundelKind *kind = roundel_kind_find (record->kind);
  gboolean private = roundel_records_is_private (self);

  if (kind == NULL || kind->ring == ROUNDEL_RING_OF_ITS_OBJECT || (kind->ring == ROUNDEL_RING_PRIVATE) != private
      || !roundel_kind_has_register (kind, record->reg != NULL ? record->reg : ""))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                   _("A record of the kind “%s” with the register “%s” has no place in this file."),
                   record->kind, record->reg != NULL ? record->reg : "");
      return NULL;
    }
  return roundel_ring_name (kind->ring);
}

static void
add_parent (GByteArray   *parents,
            const guint8 *id)
{
  for (guint i = 0; i < parents->len; i += ROUNDEL_HASH_SIZE)
    if (memcmp (parents->data + i, id, ROUNDEL_HASH_SIZE) == 0)
      return;
  if (parents->len < ROUNDEL_PARENTS_MAX * ROUNDEL_HASH_SIZE)
    g_byte_array_append (parents, id, ROUNDEL_HASH_SIZE);
}

/* What is written over a text is written over the same text from another device too; and one who names no parent
 * writes over what is shown. */
static gboolean
find_parents (RoundelRecords       *self,
              const RoundelGroup   *group,
              const char           *named,
              gboolean              all,
              GByteArray           *parents,
              GError              **error)
{
  const guint8 *pending = roundel_records_find_pending (self, group);
  g_autoptr (GPtrArray) heads = roundel_record_list_heads (roundel_records_get_db (self), group, error);
  const RoundelRecord *base = NULL;
  guint8 id[ROUNDEL_HASH_SIZE];

  if (heads == NULL)
    return FALSE;
  if (named != NULL && roundel_hash_parse (named, id))
    add_parent (parents, id);
  else if (pending != NULL)
    add_parent (parents, pending);
  else if (heads->len > 0)
    named = ((RoundelRecord *) heads->pdata[0])->revision;

  for (guint i = 0; i < heads->len; i++)
    if (g_strcmp0 (((RoundelRecord *) heads->pdata[i])->revision, named) == 0)
      base = heads->pdata[i];
  for (guint i = 0; i < heads->len; i++)
    {
      const RoundelRecord *head = heads->pdata[i];

      if (all || (base != NULL && head->deleted == base->deleted && g_strcmp0 (head->body, base->body) == 0))
        if (roundel_hash_parse (head->revision, id))
          add_parent (parents, id);
    }
  return TRUE;
}

static gboolean
write_record (RoundelRecords       *self,
              const RoundelRecord  *record,
              gboolean              over_all,
              char                **revision,
              GError              **error)
{
  const char *ring = find_ring (self, record, error);
  guint8 circle[ROUNDEL_ID_SIZE] = { 0, };
  g_autoptr (GByteArray) parents = g_byte_array_new ();
  RoundelGroup group;

  if (ring == NULL || !body_is_json (self, record->body, error))
    return FALSE;
  if (!roundel_record_find_group (record, ring, &group)
      || (record->circle != NULL && !roundel_id_parse (record->circle, circle))
      || (g_str_equal (record->kind, "program") && g_strcmp0 (record->program, record->entity) != 0))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                   _("A record of the kind “%s” was not written: “%s” in “%s” is no id."),
                   record->kind, record->entity, record->program);
      return FALSE;
    }
  if (!find_parents (self, &group, record->revision, over_all, parents, error))
    return FALSE;
  roundel_records_begin (self);
  roundel_records_add (self, &group, circle, parents, FALSE, record->body, revision);
  return roundel_records_commit (self, error);
}

static gboolean
end_batch (RoundelRecords  *self,
           gboolean         sound,
           GError         **error)
{
  if (sound)
    return roundel_records_commit (self, error);
  roundel_records_cancel (self);
  return FALSE;
}

/* Writes, in one register, a revision that repeats the body, over all heads. */
static gboolean
repeat (RoundelRecords       *self,
        const RoundelRecord  *record,
        gboolean              deleted,
        GError              **error)
{
  g_autoptr (GByteArray) parents = g_byte_array_new ();
  guint8 circle[ROUNDEL_ID_SIZE] = { 0, };
  RoundelGroup group;

  roundel_record_find_group (record, record->ring, &group);
  if (record->circle != NULL)
    roundel_id_parse (record->circle, circle);
  if (!find_parents (self, &group, NULL, TRUE, parents, error))
    return FALSE;
  roundel_records_add (self, &group, circle, parents, deleted, record->body, NULL);
  return TRUE;
}

/**
 * roundel_record_put:
 * @self: the open file
 * @record: program, circle, entity, kind, register and body; its revision is what it was written over, %NULL for what is
 *   shown now
 * @revision: (out) (optional): id of the new revision
 * @error: return location
 *
 * Returns: whether it is written, or waits
 */
gboolean
roundel_record_put (RoundelRecords       *self,
                     const RoundelRecord  *record,
                     char                **revision,
                     GError              **error)
{
  return write_record (self, record, FALSE, revision, error);
}

/**
 * roundel_record_resolve:
 * @self: the open file
 * @record: as for roundel_record_put(), with the text that was chosen
 * @revision: (out) (optional): id of the new revision
 * @error: return location
 *
 * Writes over all texts that stand side by side. They stay in the history.
 *
 * Returns: whether it is written, or waits
 */
gboolean
roundel_record_resolve (RoundelRecords       *self,
                         const RoundelRecord  *record,
                         char                **revision,
                         GError              **error)
{
  return write_record (self, record, TRUE, revision, error);
}

static gboolean
is_chosen (const RoundelRecord *record,
           const char * const  *entities)
{
  return entities == NULL || g_strv_contains (entities, record->entity)
         || (record->circle != NULL && g_strv_contains (entities, record->circle));
}

/**
 * roundel_record_delete:
 * @self: the open file
 * @program: (nullable): id of the program
 * @entities: (nullable): ids of records; of a circle, everything in it goes too; %NULL for the whole program
 * @error: return location
 *
 * Writes in every live register a revision that says so and repeats the text.
 *
 * Returns: (transfer full): ids of what was live and is deleted now, for roundel_record_undelete(); %NULL with @error set
 */
char **
roundel_record_delete (RoundelRecords      *self,
                       const char          *program,
                       const char * const  *entities,
                       GError             **error)
{
  g_autoptr (GPtrArray) records = roundel_record_list_all (roundel_records_get_db (self), program, error);
  g_autoptr (GStrvBuilder) deleted = g_strv_builder_new ();
  const char *last = "";
  gboolean sound = records != NULL;

  roundel_records_begin (self);
  for (guint i = 0; sound && i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      if (record->deleted || record->body == NULL || !is_chosen (record, entities))
        continue;
      sound = repeat (self, record, TRUE, error);
      if (!g_str_equal (last, record->entity))
        g_strv_builder_add (deleted, record->entity);
      last = record->entity;
    }
  return end_batch (self, sound, error) ? g_strv_builder_end (deleted) : NULL;
}

/**
 * roundel_record_undelete:
 * @self: the open file
 * @program: (nullable): id of the program
 * @entities: what roundel_record_delete() returned
 * @error: return location
 *
 * Writes the texts back.
 *
 * Returns: whether it is written, or waits
 */
gboolean
roundel_record_undelete (RoundelRecords      *self,
                         const char          *program,
                         const char * const  *entities,
                         GError             **error)
{
  g_autoptr (GPtrArray) records = roundel_record_list_all (roundel_records_get_db (self), program, error);
  gboolean sound = records != NULL;

  roundel_records_begin (self);
  for (guint i = 0; sound && i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      if (record->deleted && record->body != NULL && g_strv_contains (entities, record->entity))
        sound = repeat (self, record, FALSE, error);
    }
  return end_batch (self, sound, error);
}

/**
 * roundel_record_set_deleted:
 * @self: the open file
 * @record: a register of a record, as it was read
 * @deleted: whether it is to be deleted, or back
 * @error: return location
 *
 * Returns: whether it is written, or waits
 */
gboolean
roundel_record_set_deleted (RoundelRecords       *self,
                            const RoundelRecord  *record,
                            gboolean              deleted,
                            GError              **error)
{
  gboolean sound;

  g_return_val_if_fail (record->body != NULL, FALSE);

  roundel_records_begin (self);
  sound = repeat (self, record, deleted, error);
  return end_batch (self, sound, error);
}

/* One erasure for what lies in the same circle and ring. */
static void
add_erasures (RoundelRecords      *self,
              const RoundelGroup  *scope,
              const guint8        *circle,
              GByteArray          *ids)
{
  for (guint first = 0; first < ids->len / ROUNDEL_HASH_SIZE; first += ROUNDEL_ERASE_MAX)
    {
      g_autofree char *body = roundel_erase_body (ids, first);
      g_autofree char *entity = roundel_id_new (roundel_records_get_env (self));
      RoundelGroup group = { .kind = ROUNDEL_KIND_ERASE };

      memcpy (group.program, scope->program, sizeof group.program);
      memcpy (group.ring, scope->ring, sizeof group.ring);
      roundel_id_parse (entity, group.entity);
      roundel_records_add (self, &group, circle, NULL, FALSE, body, NULL);
    }
  g_byte_array_set_size (ids, 0);
}

/**
 * roundel_record_erase:
 * @self: the open file
 * @program: (nullable): id of the program
 * @entity: id of a record
 * @error: return location
 *
 * Drops every text this record ever had, here at once and in every copy at its next merge. It cannot be undone, and it
 * does not reach what was written elsewhere without knowing of it.
 *
 * Returns: whether nothing of it is left in the file
 */
gboolean
roundel_record_erase (RoundelRecords  *self,
                      const char      *program,
                      const char      *entity,
                      GError         **error)
{
  RoundelDb *db = roundel_records_get_db (self);
  g_autoptr (GByteArray) ids = g_byte_array_new ();
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;
  RoundelGroup scope = { .kind = "" };
  guint8 circle[ROUNDEL_ID_SIZE];
  gboolean any = FALSE;

  /* What still waits would escape it. */
  if (!roundel_records_flush (self, error))
    return FALSE;
  statement = roundel_db_prepare (db,
                                  "SELECT id, circle, ring FROM revision WHERE entity = :entity AND program = :program"
                                  "   AND body IS NOT NULL AND kind <> 'erase' ORDER BY ring, circle", error);
  if (statement == NULL)
    return FALSE;
  if ((program != NULL && !roundel_id_parse (program, scope.program)) || !roundel_id_parse (entity, scope.entity))
    return TRUE;
  roundel_bind_blob (statement, ":program", scope.program, ROUNDEL_ID_SIZE);
  roundel_bind_blob (statement, ":entity", scope.entity, ROUNDEL_ID_SIZE);
  roundel_records_begin (self);
  while (roundel_db_next (db, statement, &failed))
    {
      const guint8 *row_circle = sqlite3_column_blob (statement, 1);
      const char *row_ring = (const char *) sqlite3_column_text (statement, 2);

      if (any && (memcmp (circle, row_circle, sizeof circle) != 0 || !g_str_equal (scope.ring, row_ring)))
        add_erasures (self, &scope, circle, ids);
      memcpy (circle, row_circle, sizeof circle);
      g_strlcpy (scope.ring, row_ring, sizeof scope.ring);
      g_byte_array_append (ids, sqlite3_column_blob (statement, 0), ROUNDEL_HASH_SIZE);
      any = TRUE;
    }
  if (any)
    add_erasures (self, &scope, circle, ids);
  sqlite3_reset (statement);
  if (failed != NULL)
    {
      roundel_records_cancel (self);
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!roundel_records_commit (self, error))
    return FALSE;
  /* The log has the texts too. */
  roundel_db_checkpoint (db, NULL);
  return TRUE;
}
