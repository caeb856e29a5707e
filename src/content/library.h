/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/outline.h"

G_BEGIN_DECLS

/**
 * RoundelLibrary:
 *
 * The formats at hand, built in and the user's own, and the pieces of which sessions are made besides (welcome,
 * harvest, commitments…), written in the same language.
 */
typedef struct _RoundelLibrary RoundelLibrary;

RoundelLibrary *roundel_library_new  (const char      *folder,
                                      GError         **error);
void            roundel_library_free (RoundelLibrary  *self);

GPtrArray           *roundel_library_get_formats (RoundelLibrary  *self);
GPtrArray           *roundel_library_get_pieces  (RoundelLibrary  *self);
const RoundelFormat *roundel_library_find        (RoundelLibrary  *self,
                                                  const char      *id,
                                                  GError         **error);

RoundelFormats roundel_library_formats (RoundelLibrary *self);

char                *roundel_library_dup_source (RoundelLibrary  *self,
                                                 const char      *folder,
                                                 const char      *id,
                                                 GError         **error);
char                *roundel_library_dup_copy   (RoundelLibrary  *self,
                                                 const char      *folder,
                                                 const char      *id,
                                                 GError         **error);
const RoundelFormat *roundel_library_keep       (RoundelLibrary  *self,
                                                 const char      *folder,
                                                 const char      *text,
                                                 gssize           length,
                                                 const char      *name,
                                                 GError         **error);

GBytes *roundel_content_read (const char  *path,
                              GError     **error);
char  **roundel_content_list (const char  *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLibrary, roundel_library_free)

G_END_DECLS
