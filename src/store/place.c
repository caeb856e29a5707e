/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/**
 * roundel_place:
 * @fd: what was written
 * @temporary: its path
 * @path: where it goes, in the same folder; what is there is replaced
 *
 * After a crash there is the old file or the new one.
 *
 * Returns: 0, or the `errno` of what failed
 */
int
roundel_place (int         fd,
               const char *temporary,
               const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int folder_fd;

  if (fsync (fd) != 0 || rename (temporary, path) != 0)
    return errno;
  folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd >= 0)
    {
      fsync (folder_fd);
      close (folder_fd);
    }
  return 0;
}
