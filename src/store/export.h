/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/notebook.h"
#include "store/share-file.h"

G_BEGIN_DECLS

/**
 * RoundelExport:
 * @program: id of the program
 * @circle: (nullable): id of a circle; %NULL for all. Always %NULL for organisers
 * @audience: whom the file is for
 * @session: (nullable): for a facilitator, id of the session; its circle is taken
 * @passphrase: (nullable): what the file is encrypted with
 * @held: (nullable) (element-type GBytes): ids of revisions that stay out, since who gets the file has them
 *
 * What goes into a share file.
 */
typedef struct
{
  const char *program;
  const char *circle;
  RoundelAudience audience;
  const char *session;
  const char *passphrase;
  GHashTable *held;
} RoundelExport;

/**
 * RoundelExported:
 * @revisions: how many are in the file
 * @bytes: how long the file is
 */
typedef struct
{
  guint revisions;
  gint64 bytes;
} RoundelExported;

GPtrArray *roundel_export_list   (RoundelNotebook      *notebook,
                                 const RoundelExport  *choice,
                                 GError              **error);
gboolean roundel_export_to_file (RoundelNotebook      *notebook,
                                 const RoundelExport  *choice,
                                 const char           *path,
                                 GCancellable         *cancellable,
                                 RoundelExported      *exported,
                                 GError              **error);

G_END_DECLS
