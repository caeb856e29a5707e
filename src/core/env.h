/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelEnv:
 *
 * The world as the program may see it: wall clock, boot clock, randomness and the rate at which time passes.
 * One is made in main and handed down; nothing else reads a clock or draws a random number, so that a test or a
 * rehearsal decides what time it is.
 */
typedef struct _RoundelEnv RoundelEnv;

RoundelEnv *roundel_env_new_system    (void);
RoundelEnv *roundel_env_new_simulated (gint64  now,
                                       guint32 seed);
RoundelEnv *roundel_env_new_scaled    (double  rate);
RoundelEnv *roundel_env_new_for_clock (const char  *clock,
                                       GError     **error);

RoundelEnv *roundel_env_ref   (RoundelEnv *self);
void        roundel_env_unref (RoundelEnv *self);

gint64  roundel_env_now      (RoundelEnv *self);
gint64  roundel_env_boottime (RoundelEnv *self);
guint64 roundel_env_boot_id  (RoundelEnv *self);
double  roundel_env_get_rate (RoundelEnv *self);
void    roundel_env_random   (RoundelEnv *self,
                              guint8     *bytes,
                              gsize       length);
void    roundel_env_advance  (RoundelEnv *self,
                              gint64      span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelEnv, roundel_env_unref)

G_END_DECLS
