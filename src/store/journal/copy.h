/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelCopy:
 * @kind: one of the private kinds
 * @id: names the record
 * @body: its JSON; %NULL for one that is to go, when something is taken back
 * @partly: keys that @body does not have stay as they are
 *
 * A record on its way into a journal.
 */
typedef struct
{
  char *kind;
  char *id;
  char *body;
  gboolean partly;
} RoundelCopy;

/**
 * RoundelCopied:
 * @added: what was not here
 * @beside: how much of it is no page, but a promise, its practice, a meeting
 * @changed: what was here with another text, which stays as a version
 * @unchanged: what was here already
 * @back: (nullable) (element-type RoundelCopy): what takes it back, the last first when it is taken from the end; %NULL
 *   when nobody wants that
 */
typedef struct
{
  guint added;
  guint beside;
  guint changed;
  guint unchanged;
  GPtrArray *back;
} RoundelCopied;

void       roundel_copy_free           (RoundelCopy     *self);
GPtrArray *roundel_copies_new          (void);

char      *roundel_journal_write_json  (RoundelJournal  *self,
                                        GError         **error);
GPtrArray *roundel_copies_read_json    (const char      *text,
                                        gsize            length,
                                        GError         **error);
gboolean   roundel_journal_take        (RoundelJournal  *self,
                                        GPtrArray       *copies,
                                        guint            from,
                                        guint            to,
                                        RoundelCopied   *copied,
                                        GError         **error);
gboolean   roundel_journal_take_back   (RoundelJournal  *self,
                                        GPtrArray       *back,
                                        guint            most,
                                        GError         **error);
gboolean   roundel_journal_read_json   (RoundelJournal  *self,
                                        const char      *text,
                                        gsize            length,
                                        RoundelCopied   *copied,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelCopy, roundel_copy_free)

G_END_DECLS
