/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_JOURNAL_PAGE (roundel_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelJournalPage, roundel_journal_page, ROUNDEL, JOURNAL_PAGE, AdwBin)

void         roundel_journal_page_set_desk    (RoundelJournalPage  *self,
                                               RoundelDesk         *desk,
                                               RoundelJournal      *journal);
void         roundel_journal_page_begin       (RoundelJournalPage  *self);
void         roundel_journal_page_write_on    (RoundelJournalPage  *self,
                                               const char          *kind,
                                               const char          *question);
gboolean     roundel_journal_page_open        (RoundelJournalPage  *self,
                                               const char          *id,
                                               GError             **error);
void         roundel_journal_page_reload      (RoundelJournalPage  *self);
gboolean     roundel_journal_page_save        (RoundelJournalPage  *self);
void         roundel_journal_page_leave       (RoundelJournalPage  *self);

const char  *roundel_journal_page_get_id      (RoundelJournalPage  *self);
const char  *roundel_journal_page_get_kind    (RoundelJournalPage  *self);
const char  *roundel_journal_page_get_program (RoundelJournalPage  *self);
char        *roundel_journal_page_dup_text    (RoundelJournalPage  *self);
char        *roundel_journal_page_dup_chosen  (RoundelJournalPage  *self);
char        *roundel_journal_page_dup_date    (RoundelJournalPage  *self);
void         roundel_journal_page_go_to_end   (RoundelJournalPage  *self);
void         roundel_journal_page_set_narrow  (RoundelJournalPage  *self,
                                               gboolean             narrow,
                                               gboolean             stacked);

void         roundel_journal_page_mark_words  (RoundelJournalPage  *self,
                                               const char          *typed);
void         roundel_journal_page_show_released (RoundelJournalPage *self);

G_END_DECLS
