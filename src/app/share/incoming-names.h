/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "store/merge.h"

G_BEGIN_DECLS

/**
 * RoundelIncomingProgram:
 * @program: for names
 * @cards: who writes where, as roundel_cards_read()
 *
 * One of the programs in the files.
 */
typedef struct
{
  RoundelProgram *program;
  GHashTable *cards;
} RoundelIncomingProgram;

/**
 * RoundelIncomingNames:
 *
 * What things and people in files are called: as here, and else as in the files.
 */
typedef struct _RoundelIncomingNames RoundelIncomingNames;

RoundelIncomingNames *roundel_incoming_names_new          (RoundelMerge          *merge,
                                                           GError               **error);
void                  roundel_incoming_names_free         (RoundelIncomingNames  *self);
void                  roundel_incoming_names_add_program  (RoundelIncomingNames  *self,
                                                           const char            *program);
const GPtrArray      *roundel_incoming_names_get_programs (RoundelIncomingNames  *self);
guint                 roundel_incoming_names_find         (RoundelIncomingNames  *self,
                                                           const char            *program);
char                 *roundel_incoming_names_dup_writers  (RoundelIncomingNames  *self,
                                                           const GPtrArray       *news,
                                                           const char            *own);

G_END_DECLS
