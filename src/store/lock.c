/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

struct _RoundelLock
{
  int fd;
};

/**
 * roundel_lock_take:
 * @path: a notebook whose folder exists
 * @error: return location
 *
 * The lock lies in a file beside the notebook and goes with the process, however it ends.
 *
 * Returns: (transfer full): the lock, or %NULL with %ROUNDEL_STORE_ERROR_BUSY when another program holds it
 */
RoundelLock *
roundel_lock_take (const char  *path,
                   GError     **error)
{
  g_autofree char *beside = g_strconcat (path, ".lock", NULL);
  g_autofree char *name = g_filename_display_name (path);
  RoundelLock *self;
  int fd = open (beside, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      self = g_new0 (RoundelLock, 1);
      self->fd = fd;
      return self;
    }
  if (fd >= 0 && errno == EWOULDBLOCK)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY,
                 _("“%s” is already open in another window. Close it there first."), name);
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be locked: %s."),
                 name, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return NULL;
}

void
roundel_lock_free (RoundelLock *self)
{
  close (self->fd);
  g_free (self);
}
