/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelResult:
 * @id: names it in its program; in an outcome and in a draft it names nothing
 * @measure: (nullable): how it will be seen
 * @baseline: (nullable): what it is now
 * @target: (nullable): what it should be
 *
 * A result that is wanted (D2).
 */
typedef struct
{
  char *id;
  char *text;
  char *measure;
  char *baseline;
  char *target;
} RoundelResult;

RoundelResult *roundel_result_new      (const char          *id,
                                        const char          *text,
                                        const char          *measure);
RoundelResult *roundel_result_copy     (const RoundelResult *self);
void           roundel_result_free     (RoundelResult       *self);
char          *roundel_result_describe (const RoundelResult *self);

GPtrArray *roundel_results_new  (void);
GPtrArray *roundel_results_copy (const GPtrArray *self);
gboolean   roundel_results_have (const GPtrArray *self,
                                 const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelResult, roundel_result_free)

G_END_DECLS
