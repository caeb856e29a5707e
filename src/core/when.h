/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_WHEN_STILL (4 * 60 * 60) /* seconds after a session in which what is written belongs to it (J) */

/**
 * RoundelWhen:
 * @program: (transfer none): a program
 * @session: (transfer none): one of its sessions
 * @begin: when it begins, seconds since 1970
 * @end: when it ends
 *
 * A session with its place in time.
 */
typedef struct
{
  const RoundelProgram *program;
  const RoundelSession *session;
  gint64 begin;
  gint64 end;
} RoundelWhen;

GArray  *roundel_when_list  (const GPtrArray      *programs);
gboolean roundel_when_now   (const GArray         *whens,
                             gint64                now,
                             RoundelWhen          *when);
gboolean roundel_when_last  (const GArray         *whens,
                             const char           *program,
                             gint64                now,
                             RoundelWhen          *when);
gboolean roundel_when_next  (const GArray         *whens,
                             const char           *program,
                             gint64                now,
                             RoundelWhen          *when);

G_END_DECLS
