/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * RoundelFileType:
 * @application_id: in the header of the file
 * @steps: folder of the resource with the steps of its schema, named `0001-what.sql`…
 * @resource: what holds @steps
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
  gboolean (*index) (RoundelDb  *db,
                     gint64      since,
                     GError    **error);
} RoundelFileType;

#define ROUNDEL_NOTEBOOK_ID 0x526e644eu /* RndN */
#define ROUNDEL_JOURNAL_ID 0x526e644au  /* RndJ */
#define ROUNDEL_SHARE_ID 0x526e6453u    /* RndS */
#define ROUNDEL_HOUSE_ID 0x526e6448u    /* RndH, always sealed */

/**
 * RoundelFileHeader:
 * @size: of the file in bytes
 * @page_size: of the database; 0 when it is none
 * @application_id: who made it
 * @version: of the schema
 * @sealed: of an encrypted file, the application id of what is inside; else 0
 *
 * The first bytes of a file.
 */
typedef struct
{
  gint64 size;
  guint page_size;
  guint32 application_id;
  guint32 version;
  guint32 sealed;
} RoundelFileHeader;

gboolean roundel_schema_read_header (const char        *path,
                                     RoundelFileHeader *header,
                                     GError           **error);
int      roundel_schema_open_picked (const char        *path,
                                     GError           **error);
void     roundel_schema_refuse (guint32               application_id,
                               const char            *path,
                               GError               **error);
void     roundel_schema_refuse_sealed (guint32        sealed,
                               guint32                wanted,
                               const char            *path,
                               GError               **error);
gboolean roundel_schema_check (const RoundelFileType *type,
                               const char            *path,
                               GError               **error);
gboolean roundel_schema_apply (const RoundelFileType *type,
                               RoundelDb             *db,
                               GError               **error);

G_END_DECLS
