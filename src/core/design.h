/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/draft.h"

G_BEGIN_DECLS

/**
 * RoundelDesign:
 * @program: the program, whole; its ids are numbers until roundel_program_renew_ids()
 * @sizes: why the circles are as large as they are, a sentence
 * @notes: (element-type utf8): what the designer should know of how it was made, and what could not be done, sentences in
 *   the reader's language
 *
 * A program that a draft makes.
 */
typedef struct
{
  RoundelProgram *program;
  char *sizes;
  GPtrArray *notes;
} RoundelDesign;

RoundelDesign *roundel_design_new  (const RoundelDraft    *draft,
                                    const RoundelOutcome  *outcome,
                                    const RoundelPattern  *pattern,
                                    const RoundelFormats  *formats,
                                    guint32                seed);
void           roundel_design_free (RoundelDesign         *self);

char *roundel_design_describe_split   (const GPtrArray *circles);
char *roundel_design_describe_circles (guint n_people,
                                       guint n_circles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelDesign, roundel_design_free)

G_END_DECLS
