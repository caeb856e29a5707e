/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/* How the kinds of the journal write and read their bodies. All of them belong to no program as a file has it: which one
 * they are about is in the body, so that it can be changed. */
char      *roundel_journal_get_body    (RoundelJournal     *self,
                                        const char         *kind,
                                        const char         *id,
                                        GError            **error);
gboolean   roundel_journal_put_body    (RoundelJournal     *self,
                                        const char         *kind,
                                        const char         *id,
                                        const char         *over,
                                        RoundelStatement   *body,
                                        GError            **error);
gboolean   roundel_journal_put_new_body (RoundelJournal   *self,
                                        const char         *kind,
                                        const char         *id,
                                        RoundelStatement   *body,
                                        GError            **error);
gboolean   roundel_journal_set_deleted (RoundelJournal     *self,
                                        const char         *kind,
                                        const char         *id,
                                        gboolean            deleted,
                                        GError            **error);

/* Makes something of a row that is there until the next. */
typedef gpointer (*RoundelReadFunc) (RoundelStatement *row);

gpointer   roundel_journal_read_one    (RoundelJournal     *self,
                                        RoundelStatement   *statement,
                                        const char         *id,
                                        RoundelReadFunc     read,
                                        GError            **error);
GPtrArray *roundel_journal_read_all    (RoundelJournal     *self,
                                        RoundelStatement   *statement,
                                        RoundelReadFunc     read,
                                        GDestroyNotify      free,
                                        GError            **error);

char      *roundel_journal_json_array  (const char * const *texts);
char     **roundel_journal_split       (const char         *lines);

GDateTime *roundel_journal_now         (RoundelJournal     *self);
char      *roundel_journal_time_text   (RoundelJournal     *self,
                                        GDateTime          *time);

const char *roundel_column_text        (RoundelStatement   *row,
                                        int                 column);
char       *roundel_column_id          (RoundelStatement   *row,
                                        int                 column);
GDateTime  *roundel_column_date_time   (RoundelStatement   *row,
                                        int                 column);
gboolean    roundel_bind_id            (RoundelStatement   *statement,
                                        const char         *name,
                                        const char         *id,
                                        guint8              bytes[ROUNDEL_ID_SIZE],
                                        GError            **error);

G_END_DECLS
