/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/record-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Constant texts, put together here only because they begin alike. */
#define SELECT_CURRENT \
  "SELECT " ROUNDEL_RECORD_COLUMNS ", c.heads, c.versions FROM current AS c JOIN revision AS r ON r.seq = c.seq "

static gboolean
collect (RoundelDb         *db,
         RoundelStatement  *statement,
         GPtrArray         *records,
         GError           **error)
{
  g_autoptr (GError) failed = NULL;

  while (roundel_db_next (db, statement, &failed))
    {
      RoundelRecord *record = roundel_record_new (statement);

      if (record == NULL)
        {
          g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
                               _("A row of the notebook is damaged. Restore it from a backup."));
          return FALSE;
        }
      g_ptr_array_add (records, record);
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
}

static void
bind_group (RoundelStatement   *statement,
            const RoundelGroup *group)
{
  roundel_bind_blob (statement, ":program", group->program, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":kind", group->kind, -1);
  roundel_bind_blob (statement, ":entity", group->entity, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":register", group->reg, -1);
  roundel_bind_text (statement, ":ring", group->ring, -1);
}

static gboolean
is_live (const RoundelRecord *record)
{
  return !record->deleted && record->body != NULL;
}

/* What is live, and what it lives in: a record is deleted when all its registers are, but the circle and the program
 * of a live record come back with it. */
static GHashTable *
find_living (GPtrArray *records)
{
  g_autoptr (GHashTable) living = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      if (!is_live (record))
        continue;
      g_hash_table_add (living, (gpointer) record->entity);
      if (record->circle != NULL)
        g_hash_table_add (living, (gpointer) record->circle);
      if (record->program != NULL)
        g_hash_table_add (living, (gpointer) record->program);
    }
  return g_steal_pointer (&living);
}

/* The entity of a program is the program itself, so that whatever lives in it keeps it. */
static void
keep_living (GPtrArray *records)
{
  g_autoptr (GHashTable) living = find_living (records);
  g_autoptr (GPtrArray) kept = g_ptr_array_sized_new (records->len);

  for (guint i = 0; i < records->len; i++)
    {
      RoundelRecord *record = records->pdata[i];

      if (g_hash_table_contains (living, record->entity) && record->body != NULL)
        g_ptr_array_add (kept, g_steal_pointer (&records->pdata[i]));
    }
  g_hash_table_remove_all (living);
  g_ptr_array_set_size (records, 0);
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&kept));
}

/**
 * roundel_record_get:
 * @db: a connection
 * @group: a register of a record
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it shows, deleted or not; %NULL with %ROUNDEL_STORE_ERROR_NOT_FOUND when it
 *   is not here
 */
RoundelRecord *
roundel_record_get (RoundelDb           *db,
                    const RoundelGroup  *group,
                    GError             **error)
{
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, SELECT_CURRENT
                        "WHERE c.program = :program AND c.kind = :kind AND c.entity = :entity"
                        "  AND c.register = :register AND c.ring = :ring", error);

  if (statement == NULL)
    return NULL;
  bind_group (statement, group);
  if (!collect (db, statement, records, error))
    return NULL;
  if (records->len > 0)
    return g_ptr_array_steal_index (records, 0);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no such record here."));
  return NULL;
}

/**
 * roundel_record_list_all:
 * @db: a connection
 * @program: (nullable): id of the program; %NULL for what belongs to none
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): its records, deleted or not, ordered by kind, record and register
 */
GPtrArray *
roundel_record_list_all (RoundelDb   *db,
                         const char  *program,
                         GError     **error)
{
  guint8 id[ROUNDEL_ID_SIZE] = { 0, };
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, SELECT_CURRENT "WHERE c.program = :program ORDER BY c.kind, c.entity, c.register", error);

  if (statement == NULL)
    return NULL;
  if (program != NULL && !roundel_id_parse (program, id))
    return g_steal_pointer (&records);
  roundel_bind_blob (statement, ":program", id, ROUNDEL_ID_SIZE);
  return collect (db, statement, records, error) ? g_steal_pointer (&records) : NULL;
}

/**
 * roundel_record_list:
 * @db: a connection
 * @program: (nullable): id of the program; %NULL for what belongs to none
 * @error: return location
 *
 * Reads a program whole, in one scan, ordered by kind, record and register. Of a live record all registers are there.
 *
 * Returns: (transfer full) (element-type RoundelRecord): its live records
 */
GPtrArray *
roundel_record_list (RoundelDb   *db,
                     const char  *program,
                     GError     **error)
{
  GPtrArray *records = roundel_record_list_all (db, program, error);

  if (records != NULL)
    keep_living (records);
  return records;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const RoundelRecord *one = *(RoundelRecord * const *) a;
  const RoundelRecord *two = *(RoundelRecord * const *) b;
  int kinds = strcmp (one->kind, two->kind);
  int entities = strcmp (one->entity, two->entity);

  return kinds != 0 ? kinds : entities != 0 ? entities : strcmp (one->reg, two->reg);
}

/**
 * roundel_record_list_recent:
 * @db: a connection
 * @program: id of the program
 * @most: lessons that are wanted
 * @error: return location
 *
 * As roundel_record_list(), but of the lessons, of which there may be very many, only the newest.
 *
 * Returns: (transfer full) (element-type RoundelRecord): its live records
 */
GPtrArray *
roundel_record_list_recent (RoundelDb   *db,
                            const char  *program,
                            guint        most,
                            GError     **error)
{
  guint8 id[ROUNDEL_ID_SIZE];
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        SELECT_CURRENT "WHERE c.program = :program AND c.kind < 'lesson'"
                        " UNION ALL " SELECT_CURRENT "WHERE c.program = :program AND c.kind > 'lesson'"
                        " UNION ALL SELECT * FROM (" SELECT_CURRENT "WHERE c.program = :program AND c.kind = 'lesson' AND c.live"
                        "                          ORDER BY c.entity DESC LIMIT :most)", error);

  if (statement == NULL)
    return NULL;
  if (!roundel_id_parse (program, id))
    return g_steal_pointer (&records);
  roundel_bind_blob (statement, ":program", id, ROUNDEL_ID_SIZE);
  roundel_bind_int64 (statement, ":most", most);
  if (!collect (db, statement, records, error))
    return NULL;
  g_ptr_array_sort (records, compare_records);
  keep_living (records);
  return g_steal_pointer (&records);
}

/* Whether anything in the program lives: then so does the program. */
static gboolean
lives (RoundelDb   *db,
       const char  *program,
       gboolean    *living,
       GError     **error)
{
  guint8 id[ROUNDEL_ID_SIZE];
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT 1 FROM current WHERE program = :program AND live = 1 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  roundel_id_parse (program, id);
  roundel_bind_blob (statement, ":program", id, ROUNDEL_ID_SIZE);
  *living = roundel_db_next (db, statement, &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_record_list_kind:
 * @db: a connection
 * @kind: a word of the table of kinds
 * @error: return location
 *
 * Steps from program to program, however much each of them holds.
 *
 * Returns: (transfer full) (element-type RoundelRecord): the live records of one kind in all programs
 */
GPtrArray *
roundel_record_list_kind (RoundelDb   *db,
                          const char  *kind,
                          GError     **error)
{
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GPtrArray) kept = records_new ();
  g_autoptr (GHashTable) living = NULL;
  g_autoptr (RoundelStatement) statement = NULL;

  statement = roundel_db_prepare (db,
                                  "WITH RECURSIVE p (program) AS"
                                  " (SELECT min (program) FROM current"
                                  "  UNION ALL SELECT (SELECT min (n.program) FROM current AS n WHERE n.program > p.program)"
                                  "  FROM p WHERE p.program IS NOT NULL)"
                                  "SELECT " ROUNDEL_RECORD_COLUMNS ", c.heads, c.versions FROM p"
                                  " CROSS JOIN current AS c ON c.program = p.program AND c.kind = :kind"
                                  " JOIN revision AS r ON r.seq = c.seq", error);
  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":kind", kind, -1);
  if (!collect (db, statement, records, error))
    return NULL;

  living = find_living (records);
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      gboolean keep = g_hash_table_contains (living, record->entity);

      if (!keep && g_str_equal (kind, "program") && !lives (db, record->program, &keep, error))
        return NULL;
      if (keep && record->body != NULL)
        g_ptr_array_add (kept, g_steal_pointer (&records->pdata[i]));
    }
  return g_steal_pointer (&kept);
}

/**
 * roundel_record_list_history:
 * @db: a connection
 * @group: a register of a record
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): every revision of it, the newest first
 */
GPtrArray *
roundel_record_list_history (RoundelDb           *db,
                             const RoundelGroup  *group,
                             GError             **error)
{
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT " ROUNDEL_RECORD_COLUMNS " FROM revision AS r"
                        " WHERE r.entity = :entity AND r.program = :program AND r.kind = :kind AND r.register = :register"
                        "   AND r.ring = :ring ORDER BY r.hlc DESC, r.id DESC", error);

  if (statement == NULL)
    return NULL;
  bind_group (statement, group);
  return collect (db, statement, records, error) ? g_steal_pointer (&records) : NULL;
}

/**
 * roundel_record_list_changes:
 * @db: a connection
 * @program: id of a program
 * @most: how many are wanted
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): the revisions of all its records that came here last, the newest
 *   first
 */
GPtrArray *
roundel_record_list_changes (RoundelDb   *db,
                             const char  *program,
                             guint        most,
                             GError     **error)
{
  guint8 id[ROUNDEL_ID_SIZE];
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT " ROUNDEL_RECORD_COLUMNS " FROM revision AS r WHERE r.program = :program"
                        " ORDER BY r.seq DESC LIMIT :most", error);

  if (statement == NULL)
    return NULL;
  if (!roundel_id_parse (program, id))
    return g_steal_pointer (&records);
  roundel_bind_blob (statement, ":program", id, ROUNDEL_ID_SIZE);
  roundel_bind_int64 (statement, ":most", most);
  return collect (db, statement, records, error) ? g_steal_pointer (&records) : NULL;
}

/**
 * roundel_record_list_heads:
 * @db: a connection
 * @group: a register of a record
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): the revisions nobody has written over, the winner first
 */
GPtrArray *
roundel_record_list_heads (RoundelDb           *db,
                           const RoundelGroup  *group,
                           GError             **error)
{
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GArray) heads = roundel_current_heads (db, group, error);

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      g_autoptr (RoundelStatement) statement =
        roundel_db_prepare (db, "SELECT " ROUNDEL_RECORD_COLUMNS " FROM revision AS r WHERE r.seq = :seq", error);

      if (statement == NULL)
        return NULL;
      roundel_bind_int64 (statement, ":seq", g_array_index (heads, gint64, i));
      if (!collect (db, statement, records, error))
        return NULL;
    }
  return heads != NULL ? g_steal_pointer (&records) : NULL;
}

/**
 * roundel_record_list_versions:
 * @db: a connection
 * @group: a register of a record
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): the different texts among the heads, the one that is shown first
 */
GPtrArray *
roundel_record_list_versions (RoundelDb           *db,
                              const RoundelGroup  *group,
                              GError             **error)
{
  g_autoptr (GPtrArray) heads = roundel_record_list_heads (db, group, error);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) versions = records_new ();

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      RoundelRecord *record = heads->pdata[i];

      if (is_live (record) && g_hash_table_add (texts, (gpointer) record->body))
        g_ptr_array_add (versions, g_steal_pointer (&heads->pdata[i]));
    }
  if (heads == NULL)
    return NULL;
  return g_steal_pointer (&versions);
}

/**
 * roundel_record_list_conflicts:
 * @db: a connection
 * @program: (nullable): only those of one program
 * @error: return location
 *
 * Returns: (transfer full) (element-type GPtrArray): a #GPtrArray of #RoundelRecord for each register in which
 *   different texts stand side by side; the one that is shown comes first
 */
GPtrArray *
roundel_record_list_conflicts (RoundelDb   *db,
                               const char  *program,
                               GError     **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, SELECT_CURRENT "WHERE c.versions > 1", error);

  if (statement == NULL || !collect (db, statement, records, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      RoundelGroup group;
      GPtrArray *versions;

      if (program != NULL && g_strcmp0 (record->program, program) != 0)
        continue;
      roundel_record_find_group (record, record->ring, &group);
      versions = roundel_record_list_versions (db, &group, error);
      if (versions == NULL)
        return NULL;
      g_ptr_array_add (conflicts, versions);
    }
  return g_steal_pointer (&conflicts);
}
