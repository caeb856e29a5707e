/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/programs.h"

#include "content/patch.h"
#include "content/program-json.h"
#include "store/record-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  RoundelNotebook *notebook;
  const char *program;
} Sink;

/* A record of a program before it changes. */
typedef struct
{
  char *entity;
  char *body;
  gboolean stays;
} Kept;

typedef struct
{
  RoundelNotebook *notebook;
  const char *program;
  GHashTable *before;   /* kind, register and entity → Kept */
  GHashTable *now;      /* the same as it stands; NULL when @before is how it stands */
  gboolean passed_over; /* something was left as it is, since it is no longer as in @before */
} Change;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->entity);
  g_free (kept->body);
  g_free (kept);
}

static gboolean
check_record (const RoundelProgramRecord  *record,
              gpointer                     data,
              GError                     **error)
{
  if (roundel_body_is_sound (record->body, strlen (record->body)))
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
               _("A %s of the program is too long to be kept: it has %u KiB, and %u fit. Shorten its texts, or make smaller "
                 "circles."),
               record->kind, (guint) (strlen (record->body) / 1024), ROUNDEL_BODY_MAX / 1024);
  return FALSE;
}

static gboolean
put_record (const RoundelProgramRecord  *record,
            gpointer                     data,
            GError                     **error)
{
  const Sink *sink = data;
  const RoundelRecord put = {
    .program = sink->program,
    .circle = record->circle,
    .entity = record->entity,
    .kind = record->kind,
    .reg = record->reg,
    .body = record->body,
  };

  return roundel_notebook_put (sink->notebook, &put, NULL, error);
}

static RoundelProgram *
assemble (const char      *id,
          const GPtrArray *records)
{
  g_autofree RoundelProgramRecord *list = g_new0 (RoundelProgramRecord, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      list[i] = (RoundelProgramRecord) { record->kind, record->reg, record->entity, record->circle, record->body };
    }
  return roundel_program_read (id, list, records->len);
}

/* The text that a change is made to: that of the revision a form was opened on, or what is shown. */
static char *
find_base (RoundelNotebook      *self,
           const RoundelRecord  *record,
           GError              **error)
{
  g_autoptr (RoundelRecord) shown = NULL;
  g_autoptr (GPtrArray) history = NULL;

  if (record->revision == NULL)
    {
      shown = roundel_notebook_get (self, record, error);
      return shown != NULL ? g_strdup (shown->body != NULL ? shown->body : "{}") : NULL;
    }
  history = roundel_notebook_history (self, record, error);
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const RoundelRecord *one = history->pdata[i];

      if (g_strcmp0 (one->revision, record->revision) == 0)
        return g_strdup (one->body != NULL ? one->body : "{}");
    }
  if (history != NULL)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("What was changed is not in the notebook any more; open it again."));
  return NULL;
}

/**
 * roundel_notebook_add_program:
 * @self: a notebook
 * @program: a new program, with ids of its own
 * @error: return location
 *
 * Writes @program in one transaction.
 *
 * Returns: whether it is on the disk, or waits for another program to finish; otherwise nothing was written
 */
gboolean
roundel_notebook_add_program (RoundelNotebook       *self,
                              const RoundelProgram  *program,
                              GError               **error)
{
  Sink sink = { self, program->id };

  if (!roundel_program_write (program, check_record, NULL, error))
    return FALSE;
  roundel_notebook_begin (self);
  if (roundel_program_write (program, put_record, &sink, error))
    return roundel_notebook_commit (self, error);
  roundel_notebook_cancel (self);
  return FALSE;
}

/**
 * roundel_notebook_add_left:
 * @self: a notebook
 * @program: id of the program
 * @left: what a session leaves
 * @error: return location
 *
 * Writes all of it in one transaction; written again under the same ids it takes the place of what was there.
 *
 * Returns: whether it is on the disk, or waits for another program to finish; otherwise nothing was written
 */
gboolean
roundel_notebook_add_left (RoundelNotebook           *self,
                           const char                *program,
                           const RoundelSessionLeft  *left,
                           GError                   **error)
{
  Sink sink = { self, program };

  if (!roundel_session_left_write (left, check_record, NULL, error))
    return FALSE;
  roundel_notebook_begin (self);
  if (roundel_session_left_write (left, put_record, &sink, error))
    return roundel_notebook_commit (self, error);
  roundel_notebook_cancel (self);
  return FALSE;
}

/**
 * roundel_notebook_read_program:
 * @self: a notebook
 * @id: names a program
 * @error: return location
 *
 * Returns: (transfer full): the program, whole, or %NULL with %ROUNDEL_STORE_ERROR_NOT_FOUND
 */
RoundelProgram *
roundel_notebook_read_program (RoundelNotebook  *self,
                               const char       *id,
                               GError          **error)
{
  g_autoptr (GPtrArray) records = roundel_notebook_list (self, id, error);

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no program “%s” here."), id);
      return NULL;
    }
  return assemble (id, records);
}

/**
 * roundel_notebook_read_program_recent:
 * @self: a notebook
 * @id: names a program
 * @most: lessons that are wanted, the newest
 * @error: return location
 *
 * For showing a program at once, however many lessons were released in it.
 *
 * Returns: (transfer full): the program, or %NULL with %ROUNDEL_STORE_ERROR_NOT_FOUND
 */
RoundelProgram *
roundel_notebook_read_program_recent (RoundelNotebook  *self,
                                      const char       *id,
                                      guint             most,
                                      GError          **error)
{
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (self));
  g_autoptr (GPtrArray) records = roundel_record_list_recent (db, id, most, error);

  if (records == NULL)
    return NULL;
  if (records->len > 0)
    return assemble (id, records);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no program “%s” here."), id);
  return NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(RoundelProgram *const *) a)->id, (*(RoundelProgram *const *) b)->id);
}

/**
 * roundel_notebook_list_programs:
 * @self: a notebook
 * @error: return location
 *
 * Reads what a list shows of all programs: what it is about, and the dates of its sessions; no people, no circles and
 * no plans.
 *
 * Returns: (transfer full) (element-type RoundelProgram): the programs in the order of their ids, so the oldest first, or
 *   %NULL
 */
GPtrArray *
roundel_notebook_list_programs (RoundelNotebook  *self,
                                GError          **error)
{
  /* those that are found by an index */
  const char *kinds[] = { "program", "session" };
  g_autoptr (GPtrArray) programs = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer id, records;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *of_kind = roundel_notebook_list_kind (self, kinds[i], error);

      if (of_kind == NULL)
        return NULL;
      g_ptr_array_add (kept, of_kind);
      for (guint k = 0; k < of_kind->len; k++)
        {
          RoundelRecord *record = of_kind->pdata[k];
          GPtrArray *of_program = g_hash_table_lookup (parts, record->program);

          if ((of_program == NULL && i > 0) || g_strcmp0 (record->reg, "plan") == 0)
            continue;
          if (of_program == NULL)
            {
              of_program = g_ptr_array_new ();
              g_hash_table_insert (parts, (gpointer) record->program, of_program);
            }
          g_ptr_array_add (of_program, record);
        }
    }
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &id, &records))
    g_ptr_array_add (programs, assemble (id, records));
  g_ptr_array_sort (programs, compare_ids);
  return g_steal_pointer (&programs);
}

/**
 * roundel_notebook_edit:
 * @self: a notebook
 * @record: a record that is here, with program, entity, kind and register; its revision is what it is changed from, %NULL
 *   for what is shown; its body a JSON object with the keys that change, null for those that go
 * @revision: (out) (optional) (transfer full): what was written
 * @error: return location
 *
 * Changes single keys of a record (RFC 7396). All others stay as they were written, those of a newer version too, which
 * this one cannot read.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_edit (RoundelNotebook      *self,
                       const RoundelRecord  *record,
                       char                **revision,
                       GError              **error)
{
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (self));
  g_autofree char *base = find_base (self, record, error);
  g_autofree char *body = NULL;
  g_autoptr (RoundelStatement) statement = NULL;
  RoundelRecord put = *record;

  if (base == NULL || (statement = roundel_db_prepare (db, "SELECT json_patch (:base, :keys)", error)) == NULL)
    return FALSE;
  roundel_bind_text (statement, ":base", base, -1);
  roundel_bind_text (statement, ":keys", record->body, -1);
  if (!roundel_db_next (db, statement, error))
    return FALSE;
  body = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  put.body = body;
  return roundel_notebook_put (self, &put, revision, error);
}

static char *
key_of (const RoundelProgramRecord *record)
{
  return g_strjoin ("\n", record->kind, record->reg, record->entity, NULL);
}

static gboolean
keep_record (const RoundelProgramRecord  *record,
             gpointer                     data,
             GError                     **error)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->entity = g_strdup (record->entity);
  kept->body = g_strdup (record->body);
  g_hash_table_insert (data, key_of (record), kept);
  return TRUE;
}

/* By kind, register and entity: Kept. */
static GHashTable *
keep_records (const RoundelProgram  *program,
              GError               **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);

  return roundel_program_write (program, keep_record, records, error) ? g_steal_pointer (&records) : NULL;
}

/* Of PATCH what nobody has changed since, all of it where nothing can have been changed. */
static char *
leave_changed (Change     *change,
               const char *key,
               const Kept *kept,
               char       *patch)
{
  g_autofree char *owned = patch;
  g_autofree char *since = NULL;
  const Kept *now;
  char *rest;

  if (change->now == NULL || patch == NULL)
    return g_steal_pointer (&owned);
  now = g_hash_table_lookup (change->now, key);
  since = now != NULL ? roundel_patch_between (kept->body, now->body) : NULL;
  rest = now != NULL ? roundel_patch_without (patch, since) : NULL;
  change->passed_over |= g_strcmp0 (rest, patch) != 0;
  return rest;
}

static gboolean
change_record (const RoundelProgramRecord  *record,
               gpointer                     data,
               GError                     **error)
{
  Change *change = data;
  g_autofree char *key = key_of (record);
  Kept *kept = g_hash_table_lookup (change->before, key);
  g_autofree char *patch = NULL;
  RoundelRecord put = {
    .program = change->program,
    .circle = record->circle,
    .entity = record->entity,
    .kind = record->kind,
    .reg = record->reg,
    .body = record->body,
  };

  if (kept == NULL && change->now != NULL && g_hash_table_contains (change->now, key))
    {
      change->passed_over = TRUE;
      return TRUE;
    }
  if (kept == NULL)
    return roundel_notebook_put (change->notebook, &put, NULL, error);
  kept->stays = TRUE;
  patch = leave_changed (change, key, kept, roundel_patch_between (kept->body, record->body));
  put.body = patch;
  return patch == NULL || roundel_notebook_edit (change->notebook, &put, NULL, error);
}

/* Whether a record stands as it was left. */
static gboolean
is_as_before (const Change *change,
              const char   *key,
              const Kept   *kept)
{
  const Kept *now = change->now != NULL ? g_hash_table_lookup (change->now, key) : kept;

  return now != NULL && g_str_equal (now->body, kept->body);
}

static gboolean
delete_gone (Change  *change,
             GError **error)
{
  g_autoptr (GHashTable) entities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **gone = NULL;
  g_auto (GStrv) deleted = NULL;
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0;

  g_hash_table_iter_init (&iter, change->before);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((Kept *) value)->stays)
      g_hash_table_add (entities, ((Kept *) value)->entity);
  /* a record that somebody has changed since is theirs as well */
  g_hash_table_iter_init (&iter, change->before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!((Kept *) value)->stays && !is_as_before (change, key, value))
      change->passed_over |= g_hash_table_remove (entities, ((Kept *) value)->entity);
  if (g_hash_table_size (entities) == 0)
    return TRUE;
  gone = g_new0 (const char *, g_hash_table_size (entities) + 1);
  g_hash_table_iter_init (&iter, entities);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    gone[n++] = value;
  deleted = roundel_notebook_delete (change->notebook, change->program, gone, error);
  return deleted != NULL;
}

static gboolean
write_change (Change                *change,
              const RoundelProgram  *after,
              GError               **error)
{
  if (!roundel_program_write (after, check_record, NULL, error))
    return FALSE;
  roundel_notebook_begin (change->notebook);
  if (roundel_program_write (after, change_record, change, error) && delete_gone (change, error))
    return roundel_notebook_commit (change->notebook, error);
  roundel_notebook_cancel (change->notebook);
  return FALSE;
}

/**
 * roundel_notebook_change_program:
 * @self: a notebook
 * @before: a program as it was read from @self
 * @after: the same program, changed
 * @error: return location
 *
 * Writes in one transaction what differs, key by key: what somebody else changed meanwhile in other records and other keys
 * stays.
 *
 * Returns: whether it is on the disk, or waits; otherwise nothing was written
 */
gboolean
roundel_notebook_change_program (RoundelNotebook       *self,
                                 const RoundelProgram  *before,
                                 const RoundelProgram  *after,
                                 GError               **error)
{
  g_autoptr (GHashTable) kept = NULL;
  Change change = { .notebook = self, .program = before->id };

  g_return_val_if_fail (g_str_equal (before->id, after->id), FALSE);

  change.before = kept = keep_records (before, error);
  return kept != NULL && write_change (&change, after, error);
}

/**
 * roundel_notebook_undo_change:
 * @self: a notebook
 * @before: what roundel_notebook_change_program() was given
 * @after: what it was given with it
 * @all: (out): whether all of the change is undone
 * @error: return location
 *
 * Brings back what stood in @before where it still stands as in @after: what has been changed since, by oneself or by what came
 * in from others, stays.
 *
 * Returns: whether it is on the disk, or waits; otherwise nothing was written
 */
gboolean
roundel_notebook_undo_change (RoundelNotebook       *self,
                              const RoundelProgram  *before,
                              const RoundelProgram  *after,
                              gboolean              *all,
                              GError               **error)
{
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (self, before->id, error);
  g_autoptr (GHashTable) now = read != NULL ? keep_records (read, error) : NULL;
  g_autoptr (GHashTable) kept = now != NULL ? keep_records (after, error) : NULL;
  Change change = { .notebook = self, .program = before->id, .before = kept, .now = now };

  if (kept == NULL || !write_change (&change, before, error))
    return FALSE;
  *all = !change.passed_over;
  return TRUE;
}

/**
 * roundel_notebook_set:
 * @self: a notebook
 * @record: a record that need not be here yet, otherwise as for roundel_notebook_edit()
 * @error: return location
 *
 * Changes single keys of what is shown of a record, or writes it with these keys alone.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_set (RoundelNotebook      *self,
                      const RoundelRecord  *record,
                      GError              **error)
{
  g_autoptr (GError) local = NULL;

  if (roundel_notebook_edit (self, record, NULL, &local))
    return TRUE;
  if (g_error_matches (local, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND) && record->revision == NULL)
    return roundel_notebook_put (self, record, NULL, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * roundel_notebook_edit_plan:
 * @self: a notebook
 * @program: id of a program
 * @session: one of its sessions
 * @before: its plan as it was read
 * @plan: the plan it is to have
 * @error: return location
 *
 * Writes what differs, and nothing when nothing does. What somebody else changed meanwhile under other keys stays.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_edit_plan (RoundelNotebook           *self,
                            const char                *program,
                            const RoundelSession      *session,
                            const RoundelSessionPlan  *before,
                            const RoundelSessionPlan  *plan,
                            GError                   **error)
{
  g_autofree char *patch = roundel_session_plan_to_patch (plan, before);
  const RoundelRecord record = { .program = program, .circle = session->circle, .entity = session->id, .kind = "session",
                                 .reg = "plan", .body = patch };

  return patch == NULL || roundel_notebook_set (self, &record, error);
}
