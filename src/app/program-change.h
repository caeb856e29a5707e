/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelProgramChange:
 * @after: a reading of the program, to be changed
 *
 * A change of a program that can be undone. It is given away by proposing or doing it.
 */
typedef struct
{
  gatomicrefcount refs;
  GtkWidget *widget;
  RoundelDesk *desk;
  RoundelProgram *before;
  RoundelProgram *after;
  char *done;
} RoundelProgramChange;

RoundelProgramChange *roundel_program_change_new         (GtkWidget                  *widget,
                                                          RoundelDesk                *desk,
                                                          const char                 *program);
void                  roundel_program_change_unref       (RoundelProgramChange       *self);
const RoundelOutcome *roundel_program_change_get_outcome (const RoundelProgramChange *self);
void                  roundel_program_change_propose     (RoundelProgramChange       *self,
                                                          char                       *heading,
                                                          GPtrArray                  *notes,
                                                          const char                 *answer,
                                                          char                       *done);
void                  roundel_program_change_do          (RoundelProgramChange       *self,
                                                          char                       *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelProgramChange, roundel_program_change_unref)

G_END_DECLS
