/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/seal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RoundelSealWriter:
 *
 * A sealed file that is being written, front to back.
 */
typedef struct _RoundelSealWriter RoundelSealWriter;

/**
 * RoundelSealReader:
 *
 * A sealed file that is being read, front to back. Each chunk is given out once it is proved to be what was written; the
 * whole is proved when the end has been read.
 */
typedef struct _RoundelSealReader RoundelSealReader;

/**
 * RoundelSealFill:
 * @writer: the file
 * @data: what was given
 * @error: return location
 *
 * Returns: %FALSE, with @error set, to give the file up
 */
typedef gboolean (*RoundelSealFill) (RoundelSealWriter  *writer,
                                     gpointer            data,
                                     GError            **error);

gboolean           roundel_seal_write_file    (RoundelSeal        *seal,
                                               guint32             what,
                                               const char         *path,
                                               RoundelSealFill     fill,
                                               gpointer            data,
                                               GCancellable       *cancellable,
                                               GError            **error);
gboolean           roundel_seal_write_bytes   (RoundelSeal        *seal,
                                               guint32             what,
                                               const char         *path,
                                               const guint8       *bytes,
                                               gsize               length,
                                               GCancellable       *cancellable,
                                               GError            **error);
gboolean           roundel_seal_writer_add    (RoundelSealWriter  *self,
                                               const void         *bytes,
                                               gsize               length,
                                               GError            **error);

RoundelSealReader *roundel_seal_reader_new    (int                 fd,
                                               const char          *path,
                                               guint32             what,
                                               const char         *secret,
                                               GCancellable       *cancellable,
                                               GError            **error);
void               roundel_seal_reader_free   (RoundelSealReader  *self);
gboolean           roundel_seal_reader_read   (RoundelSealReader  *self,
                                               void               *bytes,
                                               gsize               length,
                                               gsize              *read,
                                               GError            **error);
guint8            *roundel_seal_read_bytes    (int                 fd,
                                               const char         *path,
                                               guint32             what,
                                               const char         *secret,
                                               gsize               most,
                                               gsize              *length,
                                               RoundelSeal       **seal,
                                               GCancellable       *cancellable,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSealReader, roundel_seal_reader_free)

G_END_DECLS
