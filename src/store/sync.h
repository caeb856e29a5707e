/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge.h"
#include "store/share-file.h"

G_BEGIN_DECLS

/**
 * RoundelSync:
 * @program: id of a program that is here
 * @audience: members or organisers
 * @folder: (type filename): the folder that something else keeps the same on several computers
 * @passphrase: (nullable): what the files in it are encrypted with; %NULL for what it was before
 * @anew: the program may be bound to another folder, or the folder was emptied on purpose
 *
 * A folder through which those of one audience exchange one program.
 */
typedef struct
{
  const char *program;
  RoundelAudience audience;
  const char *folder;
  const char *passphrase;
  gboolean anew;
} RoundelSync;

/**
 * RoundelSyncSkipped:
 * @file: (type filename): where it lies in the folder
 * @why: for people
 */
typedef struct
{
  char *file;
  char *why;
} RoundelSyncSkipped;

/**
 * RoundelSyncResult:
 * @published: revisions that went out
 * @read: files of others that were read
 * @merged: what came in
 * @skipped: (element-type RoundelSyncSkipped): files that were not read; they are tried again
 * @emptied: the folder was in use and nothing is in it now: it may not be mounted, and was left alone
 * @live_inside: (nullable) (type filename): the notebook, which lies inside the folder and should not
 * @sealed: somebody's files need another passphrase, so nothing went out
 * @unpublished: (nullable): why nothing could go out; what came in is here nevertheless
 *
 * What one pass did.
 */
typedef struct
{
  guint published;
  guint read;
  RoundelMergeResult merged;
  GPtrArray *skipped;
  gboolean emptied;
  char *live_inside;
  gboolean sealed;
  GError *unpublished;
} RoundelSyncResult;

gboolean roundel_sync_pass        (RoundelNotebook    *notebook,
                                   const RoundelSync  *choice,
                                   RoundelMergeFlags   flags,
                                   GCancellable       *cancellable,
                                   RoundelSyncResult  *result,
                                   GError            **error);
void     roundel_sync_result_clear (RoundelSyncResult *result);

gboolean roundel_sync_is_used     (void);
char    *roundel_sync_dup_place   (const char         *folder,
                                   const char         *program,
                                   RoundelAudience     audience);
char    *roundel_sync_get_folder  (RoundelNotebook    *notebook,
                                   const char         *program,
                                   RoundelAudience     audience);
gboolean roundel_sync_set_folder  (RoundelNotebook    *notebook,
                                   const char         *program,
                                   RoundelAudience     audience,
                                   const char         *folder,
                                   GError            **error);
char    *roundel_sync_dup_passphrase (RoundelNotebook *notebook,
                                   const char         *program,
                                   RoundelAudience     audience);
gboolean roundel_sync_set_passphrase (RoundelNotebook *notebook,
                                   const char         *program,
                                   RoundelAudience     audience,
                                   const char         *passphrase,
                                   GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundelSyncResult, roundel_sync_result_clear)

G_END_DECLS
