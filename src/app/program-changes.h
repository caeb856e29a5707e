/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelProgramChanges:
 *
 * What a page changed in one program, to be undone as long as the page is there.
 */
typedef struct _RoundelProgramChanges RoundelProgramChanges;

RoundelProgramChanges *roundel_program_changes_new      (RoundelDesk            *desk,
                                                         const char             *program);
void                   roundel_program_changes_free     (RoundelProgramChanges  *self);
RoundelProgram        *roundel_program_changes_read     (RoundelProgramChanges  *self,
                                                         GError                **error);
gboolean               roundel_program_changes_write    (RoundelProgramChanges  *self,
                                                         RoundelProgram         *after,
                                                         GError                **error);
gboolean               roundel_program_changes_can_undo (RoundelProgramChanges  *self);
gboolean               roundel_program_changes_undo     (RoundelProgramChanges  *self,
                                                         gboolean               *all,
                                                         GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelProgramChanges, roundel_program_changes_free)

G_END_DECLS
