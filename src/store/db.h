/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * RoundelDb:
 *
 * A connection to one of our own files. It belongs to one thread at a time.
 */
typedef struct _RoundelDb RoundelDb;

/**
 * RoundelStatement:
 *
 * A prepared statement of the connection's cache; its autoptr cleanup resets it for the next use.
 */
typedef sqlite3_stmt RoundelStatement;

RoundelDb  *roundel_db_open         (const char        *path,
                                     guint              wait,
                                     GError           **error);
RoundelDb  *roundel_db_open_content (const char        *path,
                                     guint8            *content,
                                     gsize              length,
                                     GError           **error);
guint8     *roundel_db_get_content  (RoundelDb         *self,
                                     gsize             *length);
gboolean    roundel_db_is_in_memory (RoundelDb         *self);
void        roundel_db_set_written  (RoundelDb         *self,
                                     gboolean         (*written) (gpointer   data,
                                                                  GError   **error),
                                     gpointer           data);
RoundelDb  *roundel_db_open_to_read (const char        *path,
                                     GError           **error);
gboolean    roundel_db_close        (RoundelDb         *self,
                                     GError           **error);
sqlite3    *roundel_db_get_handle   (RoundelDb         *self);
const char *roundel_db_get_path     (RoundelDb         *self);
void        roundel_db_set_cancellable (RoundelDb      *self,
                                     GCancellable      *cancellable);
GCancellable *roundel_db_get_cancellable (RoundelDb    *self);

gboolean    roundel_db_begin        (RoundelDb         *self,
                                     GError           **error);
gboolean    roundel_db_commit       (RoundelDb         *self,
                                     GError           **error);
void        roundel_db_rollback     (RoundelDb         *self);
gboolean    roundel_db_checkpoint   (RoundelDb         *self,
                                     GError           **error);
gboolean    roundel_db_backup       (RoundelDb         *self,
                                     const char        *path,
                                     GError           **error);

RoundelStatement *roundel_db_prepare (RoundelDb        *self,
                                     const char        *sql,
                                     GError           **error);
gboolean    roundel_db_next         (RoundelDb         *self,
                                     RoundelStatement  *statement,
                                     GError           **error);
gboolean    roundel_db_run          (RoundelDb         *self,
                                     RoundelStatement  *statement,
                                     GError           **error);
gboolean    roundel_db_do           (RoundelDb         *self,
                                     const char        *sql,
                                     GError           **error);
gboolean    roundel_db_script       (RoundelDb         *self,
                                     const char        *sql,
                                     GError           **error);
gboolean    roundel_db_number       (RoundelDb         *self,
                                     const char        *sql,
                                     gint64            *number,
                                     GError           **error);

void        roundel_statement_reset (RoundelStatement  *statement);
void        roundel_bind_int64      (RoundelStatement  *statement,
                                     const char        *name,
                                     gint64             value);
void        roundel_bind_text       (RoundelStatement  *statement,
                                     const char        *name,
                                     const char        *text,
                                     gssize             length);
void        roundel_bind_blob       (RoundelStatement  *statement,
                                     const char        *name,
                                     const guint8      *bytes,
                                     gsize              length);

void        roundel_set_sqlite_error (GError          **error,
                                     sqlite3           *handle,
                                     int                code,
                                     const char        *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelStatement, roundel_statement_reset)

G_END_DECLS
