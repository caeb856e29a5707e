/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/device.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The one place where this file, lying where it lies, has its identity. */
static char *
identity_path (const guint8 *file,
               const char   *path)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *id = roundel_id_text (file);
  g_autofree char *key = g_strconcat (id, "\n", real != NULL ? real : path, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strdup_printf ("%.32s", digest);

  return g_build_filename (g_get_user_state_dir (), "roundel", "devices", name, NULL);
}

static gboolean
read_identity (const char *path,
               guint8      device[ROUNDEL_ID_SIZE])
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && roundel_id_parse (g_strchomp (text), device);
}

/* Two programs may open the notebook for the first time at once: whoever links its file first names the device. */
static gboolean
write_identity (const char *path,
                const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  gsize length = strlen (text);
  gboolean written = FALSE;
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;
  if (write (fd, text, length) == (ssize_t) length && fsync (fd) == 0)
    written = link (temporary, path) == 0 || errno == EEXIST;
  close (fd);
  unlink (temporary);
  return written;
}

/**
 * roundel_device_find:
 * @env: the world
 * @file: (array fixed-size=16): the id that lies inside the file and is copied with it
 * @path: (nullable): where the file lies; %NULL for one in memory
 * @device: (out caller-allocates): who writes here
 *
 * The identity lies outside the file, keyed by the file and by where it lies, so that a copy of the file is another
 * device. Where it cannot be kept, this run has one of its own: a device too many costs nothing but a name.
 */
void
roundel_device_find (RoundelEnv   *env,
                     const guint8 *file,
                     const char   *path,
                     guint8        device[ROUNDEL_ID_SIZE])
{
  g_autofree char *identity = path != NULL ? identity_path (file, path) : NULL;
  g_autofree char *text = NULL;

  if (identity != NULL && read_identity (identity, device))
    return;
  text = roundel_id_new (env);
  roundel_id_parse (text, device);
  if (identity != NULL && write_identity (identity, text))
    read_identity (identity, device);
}
