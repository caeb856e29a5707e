/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-plan.h"
#include "store/notebook.h"

G_BEGIN_DECLS

gboolean        roundel_notebook_add_program   (RoundelNotebook       *self,
                                                const RoundelProgram  *program,
                                                GError               **error);
RoundelProgram *roundel_notebook_read_program  (RoundelNotebook       *self,
                                                const char            *id,
                                                GError               **error);
RoundelProgram *roundel_notebook_read_program_recent (RoundelNotebook *self,
                                                const char            *id,
                                                guint                  most,
                                                GError               **error);
GPtrArray      *roundel_notebook_list_programs (RoundelNotebook       *self,
                                                GError               **error);
gboolean        roundel_notebook_add_left      (RoundelNotebook            *self,
                                                const char                 *program,
                                                const RoundelSessionLeft   *left,
                                                GError                    **error);

gboolean        roundel_notebook_change_program (RoundelNotebook      *self,
                                                 const RoundelProgram *before,
                                                 const RoundelProgram *after,
                                                 GError              **error);
gboolean        roundel_notebook_undo_change    (RoundelNotebook      *self,
                                                 const RoundelProgram *before,
                                                 const RoundelProgram *after,
                                                 gboolean             *all,
                                                 GError              **error);
gboolean        roundel_notebook_edit          (RoundelNotebook       *self,
                                                const RoundelRecord   *record,
                                                char                 **revision,
                                                GError               **error);
gboolean        roundel_notebook_set           (RoundelNotebook       *self,
                                                const RoundelRecord   *record,
                                                GError               **error);
gboolean        roundel_notebook_edit_plan     (RoundelNotebook           *self,
                                                const char                *program,
                                                const RoundelSession      *session,
                                                const RoundelSessionPlan  *before,
                                                const RoundelSessionPlan  *plan,
                                                GError                   **error);

G_END_DECLS
