/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/reporting.h"
#include "core/together.h"

G_BEGIN_DECLS

/**
 * RoundelPartners:
 * @members: (element-type guint): indices of two members, or of three
 * @why: why they suit each other, in the reader's language
 *
 * Peer partners between the sessions (D18).
 */
typedef struct
{
  GArray *members;
  char *why;
} RoundelPartners;

void       roundel_partners_free  (RoundelPartners        *self);
GPtrArray *roundel_partners_match (const GPtrArray        *members,
                                   const GArray           *circle,
                                   const RoundelReporting *lines,
                                   const RoundelTogether  *before,
                                   gboolean                same_site,
                                   guint32                 seed,
                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPartners, roundel_partners_free)

G_END_DECLS
