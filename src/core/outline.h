/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plan.h"

G_BEGIN_DECLS

/**
 * RoundelOutlinePart:
 * @format: id of a format, or of a piece
 * @edition: the edition of @format it was planned with; 0 in a template
 * @title: (nullable): what to call it instead of the name of the format
 * @seconds: how long; 0 for as long as it usually takes, %ROUNDEL_PLAN_REST for what the others leave
 * @optional: may be left out when there is not time for all
 * @begins: seconds after the session's begin at which it starts, whatever comes before; 0 when the others say when
 *
 * One part of a session's plan as it is written down: what a #RoundelPlanPart is before its format has been looked up.
 */
typedef struct
{
  char *format;
  guint edition;
  char *title;
  guint seconds;
  gboolean optional;
  guint begins;
} RoundelOutlinePart;

/**
 * RoundelFormats:
 * @find: looks a format or a piece up by its id
 * @library: handed to @find
 *
 * Where formats come from. They belong to it.
 */
typedef struct
{
  const RoundelFormat *(*find) (gpointer     library,
                                const char  *id,
                                GError     **error);
  gpointer library;
} RoundelFormats;

RoundelOutlinePart *roundel_outline_part_new  (const char         *format,
                                               const char         *title,
                                               guint               seconds,
                                               gboolean            optional);
RoundelOutlinePart *roundel_outline_part_copy (const RoundelOutlinePart *self);
void                roundel_outline_part_free (RoundelOutlinePart *self);

GPtrArray     *roundel_outline_new    (void);
GPtrArray     *roundel_outline_copy   (const GPtrArray         *self);
GPtrArray     *roundel_outline_plan   (const GPtrArray         *self,
                                       const RoundelFormats    *formats,
                                       GError                 **error);
RoundelAgenda *roundel_outline_expand (const GPtrArray         *self,
                                       const RoundelFormats    *formats,
                                       const RoundelExpansion  *expansion,
                                       GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelOutlinePart, roundel_outline_part_free)

G_END_DECLS
