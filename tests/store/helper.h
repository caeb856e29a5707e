/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/export.h"
#include "store/merge.h"
#include "store/notebook.h"

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)
#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

char            *test_folder_new    (void);
void             test_folder_remove (const char *folder);

RoundelNotebook *test_notebook_new  (gint64      now,
                                     guint32     seed);
char            *test_id_new        (RoundelNotebook *notebook);
char            *test_put           (RoundelNotebook *notebook,
                                     const char      *program,
                                     const char      *entity,
                                     const char      *kind,
                                     const char      *reg,
                                     const char      *over,
                                     const char      *body);
RoundelRecord   *test_get           (RoundelNotebook *notebook,
                                     const char      *program,
                                     const char      *entity,
                                     const char      *kind,
                                     const char      *reg);
guint            test_count         (RoundelNotebook *notebook,
                                     const char      *program);
gint64           test_number        (RoundelNotebook *notebook,
                                     const char      *sql);
char            *test_dump          (RoundelNotebook *notebook);
gboolean         test_file_has      (const char      *path,
                                     const char      *text);

void             test_export        (RoundelNotebook *notebook,
                                     const char      *program,
                                     RoundelAudience  audience,
                                     const char      *path);
gboolean         test_merge         (RoundelNotebook    *notebook,
                                     const char         *path,
                                     RoundelMergeFlags   flags,
                                     RoundelMergeResult *result,
                                     GError            **error);
void             test_bring         (RoundelNotebook *from,
                                     RoundelNotebook *to,
                                     const char      *program);
void             test_sql           (const char      *path,
                                     const char      *sql);
void             test_forge         (const char      *path,
                                     RoundelRevision *revision);
