/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean roundel_journal_lock   (const char  *path,
                                 const char  *passphrase,
                                 char       **recovery,
                                 GError     **error);
gboolean roundel_journal_relock (const char  *path,
                                 const char  *secret,
                                 const char  *passphrase,
                                 char       **recovery,
                                 GError     **error);
gboolean roundel_journal_unlock (const char  *path,
                                 const char  *secret,
                                 GError     **error);
gboolean roundel_journal_move   (const char  *path,
                                 const char  *folder,
                                 GError     **error);

G_END_DECLS
