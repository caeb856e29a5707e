/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

/* A share file is frozen: a newer minor adds kinds and keys, never a table or a column. */
#define ROUNDEL_SHARE_MAJOR 1
#define ROUNDEL_SHARE_VERSION 1000 /* major × 1000 + minor */
#define ROUNDEL_SHARE_PAGE_SIZE 4096
#define ROUNDEL_SHARE_ABOUT "about (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
#define ROUNDEL_SHARE_REVISION \
  "revision (id BLOB NOT NULL PRIMARY KEY, program BLOB NOT NULL, circle BLOB NOT NULL, ring TEXT NOT NULL," \
  " entity BLOB NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL, hlc INTEGER NOT NULL, device BLOB NOT NULL," \
  " parents BLOB NOT NULL, deleted INTEGER NOT NULL, salt BLOB, body TEXT, digest BLOB) STRICT, WITHOUT ROWID"

/**
 * RoundelAudience:
 * @ROUNDEL_AUDIENCE_MEMBERS: the members of a circle, or of all circles
 * @ROUNDEL_AUDIENCE_ORGANISERS: who organises the program: everything
 * @ROUNDEL_AUDIENCE_FACILITATOR: who leads one session: its plan, names, turns and groups, no notes on persons
 *
 * Whom a share file is for.
 */
typedef enum
{
  ROUNDEL_AUDIENCE_MEMBERS,
  ROUNDEL_AUDIENCE_ORGANISERS,
  ROUNDEL_AUDIENCE_FACILITATOR,
} RoundelAudience;

/**
 * RoundelShareFile:
 *
 * Somebody else's share file, open for reading. It is read from a private copy on a connection of its own that can do
 * nothing but read it; nothing in it is believed.
 */
typedef struct _RoundelShareFile RoundelShareFile;

RoundelShareFile *roundel_share_file_open         (const char        *path,
                                                   const char        *passphrase,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
void              roundel_share_file_free         (RoundelShareFile  *self);
const guint8     *roundel_share_file_get_program  (RoundelShareFile  *self);
RoundelAudience   roundel_share_file_get_audience (RoundelShareFile  *self);
gboolean          roundel_share_file_is_sealed    (RoundelShareFile  *self);
const guint8     *roundel_share_file_next         (RoundelShareFile  *self,
                                                   GError           **error);
gboolean          roundel_share_file_read         (RoundelShareFile  *self,
                                                   RoundelDb         *trusted,
                                                   RoundelRevision   *revision,
                                                   guint8             digest[ROUNDEL_HASH_SIZE],
                                                   GError           **error);
const char       *roundel_audience_name           (RoundelAudience    audience);
gboolean          roundel_audience_find           (const char        *word,
                                                   RoundelAudience   *audience);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelShareFile, roundel_share_file_free)

G_END_DECLS
