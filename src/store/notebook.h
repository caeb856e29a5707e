/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/records.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_NOTEBOOK (roundel_notebook_get_type ())
G_DECLARE_FINAL_TYPE (RoundelNotebook, roundel_notebook, ROUNDEL, NOTEBOOK, GObject)

RoundelNotebook *roundel_notebook_open        (const char           *path,
                                               RoundelEnv           *env,
                                               guint                 wait,
                                               GError              **error);
gboolean         roundel_notebook_close       (RoundelNotebook      *self,
                                               GError              **error);
const char      *roundel_notebook_get_path    (RoundelNotebook      *self);
RoundelEnv      *roundel_notebook_get_env     (RoundelNotebook      *self);
const char      *roundel_notebook_get_device  (RoundelNotebook      *self);
guint            roundel_notebook_get_waiting (RoundelNotebook      *self);
RoundelRecords  *roundel_notebook_get_records (RoundelNotebook      *self);

void             roundel_notebook_begin       (RoundelNotebook      *self);
gboolean         roundel_notebook_commit      (RoundelNotebook      *self,
                                               GError              **error);
void             roundel_notebook_cancel      (RoundelNotebook      *self);
gboolean         roundel_notebook_refresh     (RoundelNotebook      *self,
                                               GError              **error);

gboolean         roundel_notebook_put         (RoundelNotebook      *self,
                                               const RoundelRecord  *record,
                                               char                **revision,
                                               GError              **error);
gboolean         roundel_notebook_resolve     (RoundelNotebook      *self,
                                               const RoundelRecord  *record,
                                               char                **revision,
                                               GError              **error);
char           **roundel_notebook_delete      (RoundelNotebook      *self,
                                               const char           *program,
                                               const char * const   *entities,
                                               GError              **error);
gboolean         roundel_notebook_undelete    (RoundelNotebook      *self,
                                               const char           *program,
                                               const char * const   *entities,
                                               GError              **error);
gboolean         roundel_notebook_erase       (RoundelNotebook      *self,
                                               const char           *program,
                                               const char           *entity,
                                               GError              **error);

GPtrArray       *roundel_notebook_list        (RoundelNotebook      *self,
                                               const char           *program,
                                               GError              **error);
GPtrArray       *roundel_notebook_list_kind   (RoundelNotebook      *self,
                                               const char           *kind,
                                               GError              **error);
RoundelRecord   *roundel_notebook_get         (RoundelNotebook      *self,
                                               const RoundelRecord  *record,
                                               GError              **error);
GPtrArray       *roundel_notebook_history     (RoundelNotebook      *self,
                                               const RoundelRecord  *record,
                                               GError              **error);
GPtrArray       *roundel_notebook_list_changes (RoundelNotebook     *self,
                                                const char           *program,
                                                guint                 most,
                                                GError              **error);
GPtrArray       *roundel_notebook_conflicts   (RoundelNotebook      *self,
                                               const char           *program,
                                               GError              **error);

G_END_DECLS
