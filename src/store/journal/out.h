/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelOut:
 * @ROUNDEL_OUT_MARKDOWN: a folder with a file for each page
 * @ROUNDEL_OUT_HTML: one file for a browser
 * @ROUNDEL_OUT_JSON: one file that comes back whole
 *
 * How a journal goes out to be read without Roundel.
 */
typedef enum
{
  ROUNDEL_OUT_MARKDOWN,
  ROUNDEL_OUT_HTML,
  ROUNDEL_OUT_JSON,
} RoundelOut;

/* Told what part of it is done, in the thread that writes. */
typedef void (*RoundelOutFunc) (double   part,
                                gpointer data);

gboolean roundel_journal_write_out (RoundelJournal  *self,
                                    RoundelOut       out,
                                    const char      *path,
                                    GCancellable    *cancellable,
                                    RoundelOutFunc   progress,
                                    gpointer         data,
                                    guint           *pages,
                                    GError         **error);

G_END_DECLS
