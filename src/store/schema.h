/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * RoundelFileType:
 * @application_id: in the header of the file
 * @steps: folder of the resource with the steps of its schema, named `0001-what.sql`…
 * @resource: what holds @steps
 * @prepare: (nullable): called with each new connection, before anything is read
 * @index: (nullable): called inside each transaction that writes revisions, to bring up to date what is derived from them
 *  besides `current`; those above @since are new
 *
 * One of the two live files.
 */
typedef struct
{
  guint32 application_id;
  const char *steps;
  GResource *resource;
  gboolean (*prepare) (RoundelDb  *db,
                       GError    **error);
  gboolean (*index)   (RoundelDb  *db,
                       gint64      since,
                       GError    **error);
} RoundelFileType;

#define ROUNDEL_NOTEBOOK_ID 0x526e644eu /* RndN */
#define ROUNDEL_JOURNAL_ID 0x526e644au  /* RndJ */
#define ROUNDEL_SHARE_ID 0x526e6453u    /* RndS */

void     roundel_schema_refuse (guint32               application_id,
                               const char            *path,
                               GError               **error);
gboolean roundel_schema_check (const RoundelFileType *type,
                               const char            *path,
                               GError               **error);
gboolean roundel_schema_apply (const RoundelFileType *type,
                               RoundelDb             *db,
                               GError               **error);

G_END_DECLS
