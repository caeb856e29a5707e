/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/notebook.h"

G_BEGIN_DECLS

/**
 * RoundelMergeFlags:
 * @ROUNDEL_MERGE_JOIN: take up programs that are not here yet
 * @ROUNDEL_MERGE_ERASE: carry out erasures by others of texts that are here and not theirs; without it they stay out,
 *   and come again with the next file
 */
typedef enum
{
  ROUNDEL_MERGE_DEFAULT = 0,
  ROUNDEL_MERGE_JOIN = 1 << 0,
  ROUNDEL_MERGE_ERASE = 1 << 1,
} RoundelMergeFlags;

/**
 * RoundelMergeResult:
 * @added: registers of records that were not here
 * @changed: registers of records that show something else now
 * @deleted: registers of records that are deleted now; their history stays
 * @erased: registers of records whose words are gone now, taken back by who wrote them
 * @conflicts: registers in which different texts stand side by side now that did not before
 * @revisions: revisions that were not here
 * @unchanged: revisions in the files that were here already
 * @unknown: of @added, those of a kind that this version does not know
 * @erased_by_others: registers with texts here that another device than their own erases
 * @joined: programs that were not here
 *
 * What a merge does. A register is counted once: in conflict before erased, deleted, new and changed. What shows the same words as
 * before is none of them.
 */
typedef struct
{
  guint added;
  guint changed;
  guint deleted;
  guint erased;
  guint conflicts;
  guint revisions;
  guint unchanged;
  guint unknown;
  guint erased_by_others;
  guint joined;
} RoundelMergeResult;

/**
 * RoundelMergeNews:
 * @program: id of the program
 * @device: who wrote it
 * @kind: one of the table of kinds, or a word of a newer version
 * @records: how many records
 *
 * What one writer wrote in one program that is not here yet.
 */
typedef struct
{
  char *program;
  char *device;
  const char *kind;
  guint records;
} RoundelMergeNews;

/**
 * RoundelMergeChange:
 * @before: (nullable): what a register of a record shows here now; %NULL for one that is new
 * @after: (nullable): what it would show; %NULL for a text here that is erased by another device than its own
 * @versions: (nullable) (element-type RoundelRecord): the different texts that would stand side by side
 * @eraser: (nullable): the device that erases the text of another
 *
 * One thing that a merge would change.
 */
typedef struct
{
  RoundelRecord *before;
  RoundelRecord *after;
  GPtrArray *versions;
  char *eraser;
} RoundelMergeChange;

/**
 * ROUNDEL_MERGE_LARGE:
 *
 * With so many revisions that are not here a merge is large: the notebook is backed up before it.
 */
#define ROUNDEL_MERGE_LARGE 1000

/**
 * RoundelMerge:
 *
 * Share files on their way into a notebook: verified and set aside, on a connection of its own, so that all of it may
 * run in a thread. Nothing in the notebook changes before roundel_merge_apply().
 */
typedef struct _RoundelMerge RoundelMerge;

RoundelMerge *roundel_merge_new      (RoundelNotebook        *notebook,
                                      GCancellable           *cancellable,
                                      GError                **error);
void          roundel_merge_free     (RoundelMerge           *self);
void          roundel_merge_set_passphrase (RoundelMerge     *self,
                                      const char             *passphrase);
RoundelDb    *roundel_merge_get_db   (RoundelMerge           *self);
gboolean      roundel_merge_add_file (RoundelMerge           *self,
                                      const char             *path,
                                      GError                **error);
const char   *roundel_merge_get_program (RoundelMerge        *self);
gboolean      roundel_merge_add      (RoundelMerge           *self,
                                      const RoundelRevision  *revision,
                                      const guint8           *digest,
                                      GError                **error);
GPtrArray    *roundel_merge_list_news (RoundelMerge          *self,
                                      GError                **error);
GPtrArray    *roundel_merge_list_kind (RoundelMerge          *self,
                                      const char             *kind,
                                      GError                **error);
GPtrArray    *roundel_merge_list_changes (RoundelMerge       *self,
                                      guint                   most,
                                      RoundelMergeResult     *result,
                                      GError                **error);
double        roundel_merge_get_progress (RoundelMerge       *self);
gboolean      roundel_merge_preview  (RoundelMerge           *self,
                                      RoundelMergeFlags       flags,
                                      RoundelMergeResult     *result,
                                      GError                **error);
gboolean      roundel_merge_apply    (RoundelMerge           *self,
                                      RoundelMergeFlags       flags,
                                      RoundelMergeResult     *result,
                                      GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMerge, roundel_merge_free)

G_END_DECLS
