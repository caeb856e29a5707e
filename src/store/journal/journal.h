/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/records.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_JOURNAL (roundel_journal_get_type ())
G_DECLARE_FINAL_TYPE (RoundelJournal, roundel_journal, ROUNDEL, JOURNAL, GObject)

typedef struct _RoundelLockedFile RoundelLockedFile;

RoundelFileType roundel_journal_file_type   (void);
char           *roundel_journal_path        (const char       *notebook);

RoundelJournal *roundel_journal_open        (const char       *path,
                                             RoundelEnv       *env,
                                             guint             wait,
                                             GError          **error);
RoundelJournal *roundel_journal_open_with   (const char       *path,
                                             const char       *secret,
                                             RoundelEnv       *env,
                                             guint             wait,
                                             GError          **error);
RoundelJournal *roundel_journal_open_reader (RoundelJournal   *self,
                                             GError          **error);
void            roundel_journal_stop_waiting (RoundelJournal  *self);
void            roundel_journal_hold        (RoundelJournal   *self);
void            roundel_journal_release_hold (RoundelJournal  *self);
gboolean        roundel_journal_is_locked   (RoundelJournal   *self);
gboolean        roundel_journal_close       (RoundelJournal   *self,
                                             GError          **error);
gboolean        roundel_journal_is_open     (RoundelJournal   *self);
guint           roundel_journal_get_wait    (RoundelJournal   *self);
const char     *roundel_journal_get_path    (RoundelJournal   *self);
RoundelEnv     *roundel_journal_get_env     (RoundelJournal   *self);
RoundelRecords *roundel_journal_get_records (RoundelJournal   *self);
RoundelDb      *roundel_journal_get_db      (RoundelJournal   *self);
char           *roundel_journal_new_id      (RoundelJournal   *self);

RoundelLockedFile *roundel_journal_get_locked_file (RoundelJournal *self);
void            roundel_journal_replace     (RoundelJournal    *self,
                                             RoundelRecords    *records,
                                             RoundelLockedFile *locked);

void            roundel_journal_begin       (RoundelJournal   *self);
gboolean        roundel_journal_commit      (RoundelJournal   *self,
                                             GError          **error);
gboolean        roundel_journal_refresh     (RoundelJournal   *self,
                                             GError          **error);

gboolean        roundel_journal_write_state (RoundelJournal   *self,
                                             RoundelStatement *statement,
                                             GError          **error);
gboolean        roundel_journal_clean_index (RoundelJournal   *self,
                                             GError          **error);
gboolean        roundel_journal_flush       (RoundelJournal   *self,
                                             GError          **error);

G_END_DECLS
