/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/notebook.h"

#include "core/kind.h"
#include "store/record-list.h"
#include "store/record-write.h"
#include "store/store-resources.h"

#include <glib/gi18n-lib.h>

/**
 * RoundelNotebook:
 *
 * The programs, in one file. Nothing in it is private: it can be exported, shared, merged and copied by hand.
 *
 * A record is one thing of a program: a member, a session, a lesson. Every text it ever had is kept as a revision; what
 * it shows is worked out from them, the same on every computer. Only verbs change it, and the one signal `changed` says
 * that something else may be shown now.
 */
struct _RoundelNotebook
{
  GObject parent_instance;

  RoundelRecords *records;
};

G_DEFINE_FINAL_TYPE (RoundelNotebook, roundel_notebook, G_TYPE_OBJECT)

static guint changed_signal;

static void
changed_cb (gpointer data)
{
  g_signal_emit (data, changed_signal, 0);
}

static gboolean
find_group (const RoundelRecord  *record,
            RoundelGroup         *group,
            GError              **error)
{
  const RoundelKind *kind = roundel_kind_find (record->kind);
  const char *ring = record->ring;

  if (ring == NULL && kind != NULL && kind->ring != ROUNDEL_RING_OF_ITS_OBJECT)
    ring = roundel_ring_name (kind->ring);
  if (ring != NULL && roundel_record_find_group (record, ring, group))
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no record “%s” of the kind “%s” here."),
               record->entity, record->kind);
  return FALSE;
}

static void
roundel_notebook_finalize (GObject *object)
{
  roundel_notebook_close (ROUNDEL_NOTEBOOK (object), NULL);
  G_OBJECT_CLASS (roundel_notebook_parent_class)->finalize (object);
}

static void
roundel_notebook_class_init (RoundelNotebookClass *class)
{
  G_OBJECT_CLASS (class)->finalize = roundel_notebook_finalize;

  /**
   * RoundelNotebook::changed:
   *
   * Something else may be shown now: read again.
   */
  changed_signal = g_signal_new ("changed", ROUNDEL_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_notebook_init (RoundelNotebook *self)
{
}

/**
 * roundel_notebook_open:
 * @path: (nullable): the file, made when missing, in a folder that is made when missing; %NULL for one in memory
 * @env: the world
 * @wait: milliseconds that a write waits for another program. With 0 nothing ever waits: a write that finds the file
 *   busy is kept and tried again from the main loop
 * @error: return location, with the codes of #RoundelStoreError
 *
 * Returns: (transfer full): the notebook, or %NULL
 */
RoundelNotebook *
roundel_notebook_open (const char  *path,
                       RoundelEnv  *env,
                       guint        wait,
                       GError     **error)
{
  RoundelFileType type = {
    .application_id = ROUNDEL_NOTEBOOK_ID,
    .steps = "/org/roundel/store/notebook",
    .resource = roundel_store_get_resource (),
  };
  RoundelRecords *records = roundel_records_open (&type, path, env, wait, error);
  RoundelNotebook *self;

  if (records == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_NOTEBOOK, NULL);
  self->records = records;
  roundel_records_set_changed (records, changed_cb, self);
  return self;
}

/**
 * roundel_notebook_close:
 * @self: a notebook
 * @error: return location
 *
 * Writes what is still waiting and closes the file; afterwards @self can only be let go. Letting go of an open one
 * closes it, too, and says nothing of a failure.
 *
 * Returns: whether everything is on the disk
 */
gboolean
roundel_notebook_close (RoundelNotebook  *self,
                        GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), FALSE);

  return self->records == NULL || roundel_records_close (g_steal_pointer (&self->records), error);
}

/**
 * roundel_notebook_get_path:
 * @self: a notebook
 *
 * Returns: (transfer none) (nullable): the file; %NULL for one in memory
 */
const char *
roundel_notebook_get_path (RoundelNotebook *self)
{
  return roundel_db_get_path (roundel_records_get_db (self->records));
}

RoundelEnv *
roundel_notebook_get_env (RoundelNotebook *self)
{
  return roundel_records_get_env (self->records);
}

/**
 * roundel_notebook_get_device:
 * @self: a notebook
 *
 * Returns: (transfer none): id of who writes here: this file, lying where it lies on this computer
 */
const char *
roundel_notebook_get_device (RoundelNotebook *self)
{
  return roundel_records_get_device (self->records);
}

/**
 * roundel_notebook_get_waiting:
 * @self: a notebook
 *
 * Returns: how many writes wait for another program to finish its own
 */
guint
roundel_notebook_get_waiting (RoundelNotebook *self)
{
  return roundel_records_get_waiting (self->records);
}

/**
 * roundel_notebook_get_records: (skip)
 * @self: a notebook
 *
 * Returns: (transfer none): its open file, for the rest of the store
 */
RoundelRecords *
roundel_notebook_get_records (RoundelNotebook *self)
{
  return self->records;
}

/**
 * roundel_notebook_begin:
 * @self: a notebook
 *
 * What is put until roundel_notebook_commit() is written in one transaction and is not seen before. May be nested.
 */
void
roundel_notebook_begin (RoundelNotebook *self)
{
  g_return_if_fail (ROUNDEL_IS_NOTEBOOK (self));

  roundel_records_begin (self->records);
}

/**
 * roundel_notebook_commit:
 * @self: a notebook
 * @error: return location
 *
 * Returns: whether all of it is on the disk, or waits; otherwise nothing was written
 */
gboolean
roundel_notebook_commit (RoundelNotebook  *self,
                         GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), FALSE);

  return roundel_records_commit (self->records, error);
}

/**
 * roundel_notebook_cancel:
 * @self: a notebook
 *
 * In place of roundel_notebook_commit(): nothing that was put since the outermost begin is written.
 */
void
roundel_notebook_cancel (RoundelNotebook *self)
{
  g_return_if_fail (ROUNDEL_IS_NOTEBOOK (self));

  roundel_records_cancel (self->records);
}

/**
 * roundel_notebook_refresh:
 * @self: a notebook
 * @error: return location
 *
 * Looks whether another program or a task has written into the file, and emits `changed` if so. To be called when the
 * window gets the focus, every few seconds, and after a task of one's own.
 *
 * Returns: whether it could look
 */
gboolean
roundel_notebook_refresh (RoundelNotebook  *self,
                          GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), FALSE);

  return roundel_records_refresh (self->records, error);
}

/**
 * roundel_notebook_put:
 * @self: a notebook
 * @record: program, circle, entity, kind, register and body. Its revision is what was read before it was edited: then
 *   what others wrote meanwhile becomes a conflict and is not overwritten. %NULL: written over what is shown now
 * @revision: (out) (optional) (transfer full): id of the new revision
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when kind, register or body do not fit
 *
 * Writes a new text for one register of a record; the first makes the record. The entity of a `program` is the id of the
 * program itself.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_put (RoundelNotebook      *self,
                      const RoundelRecord  *record,
                      char                **revision,
                      GError              **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), FALSE);
  g_return_val_if_fail (record->program && record->entity && record->kind && record->body, FALSE);

  return roundel_record_put (self->records, record, revision, error);
}

/**
 * roundel_notebook_resolve:
 * @self: a notebook
 * @record: as for roundel_notebook_put(), with the text that was chosen
 * @revision: (out) (optional) (transfer full): id of the new revision
 * @error: return location
 *
 * Writes over all texts that stand side by side. They stay in the history.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_resolve (RoundelNotebook      *self,
                          const RoundelRecord  *record,
                          char                **revision,
                          GError              **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), FALSE);
  g_return_val_if_fail (record->program && record->entity && record->kind && record->body, FALSE);

  return roundel_record_resolve (self->records, record, revision, error);
}

/**
 * roundel_notebook_delete:
 * @self: a notebook
 * @program: id of the program
 * @entities: (nullable): ids of records; of a circle, all that is in it goes too; %NULL for the whole program
 * @error: return location
 *
 * Returns: (transfer full): ids of what was live and is deleted now, for the undo; %NULL with @error set
 */
char **
roundel_notebook_delete (RoundelNotebook     *self,
                         const char          *program,
                         const char * const  *entities,
                         GError             **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL, NULL);

  return roundel_record_delete (self->records, program, entities, error);
}

/**
 * roundel_notebook_undelete:
 * @self: a notebook
 * @program: id of the program
 * @entities: what roundel_notebook_delete() returned
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_undelete (RoundelNotebook     *self,
                           const char          *program,
                           const char * const  *entities,
                           GError             **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL && entities != NULL, FALSE);

  return roundel_record_undelete (self->records, program, entities, error);
}

/**
 * roundel_notebook_erase:
 * @self: a notebook
 * @program: id of the program
 * @entity: id of a record, as a lesson that is taken back (J6)
 * @error: return location
 *
 * Drops every text this record ever had, here at once and in every copy at that copy's next merge. It cannot be undone.
 * It does not reach backups, share files already handed on, or what was written elsewhere without knowing of it.
 *
 * Returns: whether nothing of it is left in the file
 */
gboolean
roundel_notebook_erase (RoundelNotebook  *self,
                        const char       *program,
                        const char       *entity,
                        GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL && entity != NULL, FALSE);

  return roundel_record_erase (self->records, program, entity, error);
}

/**
 * roundel_notebook_list:
 * @self: a notebook
 * @program: id of a program
 * @error: return location
 *
 * Reads a program whole, in one scan. Of a live record all registers are there; kinds of a newer version are there too.
 *
 * Returns: (transfer full) (element-type RoundelRecord): its live records, ordered by kind, record and register
 */
GPtrArray *
roundel_notebook_list (RoundelNotebook  *self,
                       const char       *program,
                       GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL, NULL);

  return roundel_record_list (roundel_records_get_db (self->records), program, error);
}

/**
 * roundel_notebook_list_kind:
 * @self: a notebook
 * @kind: a word of the table of kinds
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): the live records of one kind in all programs
 */
GPtrArray *
roundel_notebook_list_kind (RoundelNotebook  *self,
                            const char       *kind,
                            GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && kind != NULL, NULL);

  return roundel_record_list_kind (roundel_records_get_db (self->records), kind, error);
}

/**
 * roundel_notebook_get:
 * @self: a notebook
 * @record: program, entity, kind and register
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it shows, deleted or not; %NULL with %ROUNDEL_STORE_ERROR_NOT_FOUND
 */
RoundelRecord *
roundel_notebook_get (RoundelNotebook      *self,
                      const RoundelRecord  *record,
                      GError              **error)
{
  RoundelGroup group;

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), NULL);

  if (!find_group (record, &group, error))
    return NULL;
  return roundel_record_get (roundel_records_get_db (self->records), &group, error);
}

/**
 * roundel_notebook_history:
 * @self: a notebook
 * @record: program, entity, kind and register
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): every text it ever had, the newest first; erased ones without
 *   a body
 */
GPtrArray *
roundel_notebook_history (RoundelNotebook      *self,
                          const RoundelRecord  *record,
                          GError              **error)
{
  RoundelGroup group;

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), NULL);

  if (!find_group (record, &group, error))
    return NULL;
  return roundel_record_list_history (roundel_records_get_db (self->records), &group, error);
}

/**
 * roundel_notebook_list_changes:
 * @self: a notebook
 * @program: id of a program
 * @most: how many are wanted
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelRecord): what was written in it, the newest first
 */
GPtrArray *
roundel_notebook_list_changes (RoundelNotebook  *self,
                               const char       *program,
                               guint             most,
                               GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), NULL);

  return roundel_record_list_changes (roundel_records_get_db (self->records), program, most, error);
}

/**
 * roundel_notebook_conflicts:
 * @self: a notebook
 * @program: (nullable): only those of one program
 * @error: return location
 *
 * Returns: (transfer full) (element-type GPtrArray): for each register in which different texts stand side by side, an
 *   array of #RoundelRecord, the one that is shown first
 */
GPtrArray *
roundel_notebook_conflicts (RoundelNotebook  *self,
                            const char       *program,
                            GError          **error)
{
  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self), NULL);

  return roundel_record_list_conflicts (roundel_records_get_db (self->records), program, error);
}
