/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/env.h"

#include <errno.h>
#include <sys/random.h>
#include <time.h>

struct _RoundelEnv
{
  gatomicrefcount refs;
  GRand *rand;         /* NULL: the system's randomness */
  gboolean simulated;  /* time stands still until it is advanced */
  guint64 boot_id;
  double rate;         /* seconds that pass here while one passes outside */
  gint64 wall;         /* simulated: the time itself; quick clock: the time at @origin */
  gint64 boot;         /* simulated: the time itself */
  gint64 origin;       /* quick clock: the system's boot time at which it began; 0: the system's own clocks */
};

static gint64
read_clock (clockid_t id)
{
  struct timespec t;

  if (clock_gettime (id, &t) != 0)
    g_error ("clock_gettime: %s", g_strerror (errno));
  return (gint64) t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static guint64
read_boot_id (void)
{
  g_autofree char *id = NULL;
  g_autofree char *digest = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return 0;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, g_strstrip (id), -1);
  digest[16] = '\0';
  return g_ascii_strtoull (digest, NULL, 16);
}

static RoundelEnv *
env_new (void)
{
  RoundelEnv *self = g_new0 (RoundelEnv, 1);

  g_atomic_ref_count_init (&self->refs);
  self->rate = 1.0;
  self->boot_id = read_boot_id ();
  return self;
}

/**
 * roundel_env_new_system:
 *
 * Returns: (transfer full): the computer's own clocks and randomness
 */
RoundelEnv *
roundel_env_new_system (void)
{
  return env_new ();
}

/**
 * roundel_env_new_simulated:
 * @now: the wall time to begin at, microseconds since 1970
 * @seed: where the randomness begins
 *
 * A world that stands still until roundel_env_advance() and draws the same numbers each time.
 *
 * Returns: (transfer full): a simulated world
 */
RoundelEnv *
roundel_env_new_simulated (gint64  now,
                           guint32 seed)
{
  RoundelEnv *self = env_new ();

  self->simulated = TRUE;
  self->rand = g_rand_new_with_seed (seed);
  self->wall = now;
  self->boot = G_USEC_PER_SEC;
  return self;
}

/**
 * roundel_env_new_scaled:
 * @rate: how many seconds pass while one does outside, more than 0
 *
 * Returns: (transfer full): a world that begins at this moment and goes on at @rate, with the system's randomness
 */
RoundelEnv *
roundel_env_new_scaled (double rate)
{
  RoundelEnv *self;

  g_return_val_if_fail (rate > 0, NULL);

  self = env_new ();
  self->rate = rate;
  self->wall = read_clock (CLOCK_REALTIME);
  self->origin = read_clock (CLOCK_BOOTTIME);
  return self;
}

/* The moment the quick clock CLOCK began, kept where it lives as long as the login does: a program that was killed
 * and is started again with the same clock goes on at the right second. */
static gint64
clock_origin (const char *clock)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, clock, -1);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "roundel", NULL);
  g_autofree char *name = g_strdup_printf ("clock-%.16s", digest);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gint64 now = read_clock (CLOCK_BOOTTIME);
  gint64 origin = 0;

  if (g_file_get_contents (path, &text, NULL, NULL))
    origin = g_ascii_strtoll (text, NULL, 10);
  if (origin > 0 && origin <= now)
    return origin;

  g_free (text);
  text = g_strdup_printf ("%" G_GINT64_FORMAT "\n", now);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, NULL))
    g_warning ("The quick clock cannot be kept in %s; it begins anew at each start.", path);
  return now;
}

/**
 * roundel_env_new_for_clock:
 * @clock: `RATE@ISO`: how many seconds pass while one does, and the wall time at the first start
 * @error: return location
 *
 * A quick clock for tests and rehearsals. It runs on through a kill and a new start with the same argument.
 *
 * Returns: (transfer full): the quick clock, with the system's randomness, or %NULL if @clock makes no sense
 */
RoundelEnv *
roundel_env_new_for_clock (const char  *clock,
                           GError     **error)
{
  char *end = NULL;
  double rate = g_ascii_strtod (clock, &end);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = NULL;
  RoundelEnv *self;

  if (end != clock && *end == '@')
    at = g_date_time_new_from_iso8601 (end + 1, utc);
  if (at == NULL || !(rate > 0 && rate <= 100000))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                   "“%s” is no clock: write it as 60@2027-01-14T14:00:00Z", clock);
      return NULL;
    }
  self = env_new ();
  self->rate = rate;
  self->wall = g_date_time_to_unix (at) * G_USEC_PER_SEC + g_date_time_get_microsecond (at);
  self->origin = clock_origin (clock);
  return self;
}

RoundelEnv *
roundel_env_ref (RoundelEnv *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
roundel_env_unref (RoundelEnv *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->rand, g_rand_free);
  g_free (self);
}

/* Microseconds that have passed here since the quick clock began. */
static gint64
quick_span (RoundelEnv *self)
{
  return (gint64) ((double) (read_clock (CLOCK_BOOTTIME) - self->origin) * self->rate);
}

/**
 * roundel_env_now:
 * @self: the world
 *
 * Returns: the wall time, microseconds since 1970
 */
gint64
roundel_env_now (RoundelEnv *self)
{
  if (self->simulated)
    return self->wall;
  if (self->origin != 0)
    return self->wall + quick_span (self);
  return read_clock (CLOCK_REALTIME);
}

/**
 * roundel_env_boottime:
 * @self: the world
 *
 * Returns: microseconds since the computer was started, sleep included; never set back
 */
gint64
roundel_env_boottime (RoundelEnv *self)
{
  if (self->simulated)
    return self->boot;
  if (self->origin != 0)
    return self->origin + quick_span (self);
  return read_clock (CLOCK_BOOTTIME);
}

/**
 * roundel_env_boot_id:
 * @self: the world
 *
 * Tells whether two boot times may be compared.
 *
 * Returns: names the computer's present start; 0 when that is not known
 */
guint64
roundel_env_boot_id (RoundelEnv *self)
{
  return self->boot_id;
}

/**
 * roundel_env_get_rate:
 * @self: the world
 *
 * Returns: seconds that pass here while one passes outside
 */
double
roundel_env_get_rate (RoundelEnv *self)
{
  return self->rate;
}

/**
 * roundel_env_random:
 * @self: the world
 * @bytes: (out caller-allocates) (array length=length): where the random bytes go
 * @length: how many
 */
void
roundel_env_random (RoundelEnv *self,
                    guint8     *bytes,
                    gsize       length)
{
  for (gsize i = 0; self->rand != NULL && i < length; i++)
    bytes[i] = (guint8) g_rand_int (self->rand);

  /* getrandom() gives at most 256 bytes without ever being interrupted */
  for (gsize i = 0; self->rand == NULL && i < length; i += 256)
    if (getrandom (bytes + i, MIN (length - i, 256), 0) < 0)
      g_error ("getrandom: %s", g_strerror (errno));
}

/**
 * roundel_env_advance:
 * @self: a simulated world
 * @span: microseconds by which both clocks move on
 */
void
roundel_env_advance (RoundelEnv *self,
                     gint64      span)
{
  g_return_if_fail (self->simulated);

  self->wall += span;
  self->boot += span;
}
