/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/program-change.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROGRAM_PAGE (roundel_program_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoundelProgramPage, roundel_program_page, ROUNDEL, PROGRAM_PAGE, AdwBin)

/**
 * RoundelProgramPageClass:
 * @show: shows what roundel_program_page_get_program() returns now; called once at first, and after every change
 *
 * A page about one program that takes the whole window. Its action `program-page.close`, and Escape, leave it.
 */
struct _RoundelProgramPageClass
{
  AdwBinClass parent_class;

  void (*show) (RoundelProgramPage *self);
};

GtkWidget            *roundel_program_page_new          (GType                type,
                                                         RoundelDesk         *desk,
                                                         const char          *program,
                                                         GError             **error);
RoundelDesk          *roundel_program_page_get_desk     (RoundelProgramPage  *self);
RoundelProgram       *roundel_program_page_get_program  (RoundelProgramPage  *self);
const RoundelOutcome *roundel_program_page_get_outcome  (RoundelProgramPage  *self);
RoundelProgramChange *roundel_program_page_begin        (RoundelProgramPage  *self);
char                 *roundel_program_page_dup_new_id   (RoundelProgramPage  *self);
char                 *roundel_program_page_dup_today    (RoundelProgramPage  *self);
void                  roundel_program_page_say          (RoundelProgramPage  *self,
                                                         const char          *text);

G_END_DECLS
