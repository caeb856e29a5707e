/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelProgramRecord:
 * @kind: one of the table of kinds
 * @reg: the register, empty for a kind with only one
 * @entity: id of what it describes; a member and the notes on it share theirs
 * @circle: (nullable): id of the circle it belongs to
 * @body: (nullable): a JSON object, or %NULL when it was erased
 *
 * One record of a program, as it is kept: data/schema/README.md has the shape of each body. It owns nothing.
 */
typedef struct
{
  const char *kind;
  const char *reg;
  const char *entity;
  const char *circle;
  const char *body;
} RoundelProgramRecord;

typedef gboolean (*RoundelProgramSink) (const RoundelProgramRecord  *record,
                                        gpointer                     data,
                                        GError                     **error);

RoundelProgram *roundel_program_read  (const char                  *id,
                                       const RoundelProgramRecord  *records,
                                       gsize                        n_records);
gboolean        roundel_program_write (const RoundelProgram        *self,
                                       RoundelProgramSink           sink,
                                       gpointer                     data,
                                       GError                     **error);
gboolean        roundel_session_left_write (const RoundelSessionLeft    *self,
                                            RoundelProgramSink           sink,
                                            gpointer                     data,
                                            GError                     **error);

G_END_DECLS
