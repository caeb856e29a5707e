/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/expand.h"

G_BEGIN_DECLS

/* In the seconds of a part: all the time that the other parts leave */
#define ROUNDEL_PLAN_REST G_MAXUINT

/* R6: a tenth of a session is kept in hand from the start */
#define ROUNDEL_PLAN_HAND_SHARE 10

/**
 * RoundelPlanPart:
 * @format: (transfer none): a format, or a piece in the same language
 * @title: (nullable): what to call it instead of the name of @format
 * @seconds: how long; 0 for as long as it usually takes, %ROUNDEL_PLAN_REST for what the others leave
 * @optional: may be left out when there is not time for all
 * @begins: seconds after the beginning at which it starts, whatever comes before; 0 when the others say when
 *
 * One part of a session's plan: a line of it on the screen.
 */
typedef struct
{
  const RoundelFormat *format;
  char *title;
  guint seconds;
  gboolean optional;
  guint begins;
} RoundelPlanPart;

RoundelPlanPart *roundel_plan_part_new  (const RoundelFormat *format,
                                         const char          *title,
                                         guint                seconds,
                                         gboolean             optional);
void             roundel_plan_part_free (RoundelPlanPart     *self);
GPtrArray       *roundel_plan_new       (void);

RoundelAgenda *roundel_plan_expand      (const GPtrArray         *plan,
                                         const RoundelExpansion  *expansion,
                                         GError                 **error);
RoundelAgenda *roundel_plan_expand_part (const RoundelPlanPart   *part,
                                         const RoundelExpansion  *expansion,
                                         guint                    seconds,
                                         GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPlanPart, roundel_plan_part_free)

G_END_DECLS
