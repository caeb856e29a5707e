/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the place of what libc offers for writing, for the program and for every library in it: SQLite, GLib, the store.
 * As libc declares the functions twice for files above 2 GiB, so are they here. */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE

#include "failing-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct
{
  gboolean armed;
  FailingDisk how;
  guint nth;
  guint done;
  const char *sealed;
} disk;

/* Whether this operation fails; errno says why. */
static gboolean
fails (gboolean takes_room)
{
  if (!disk.armed)
    return FALSE;
  disk.done++;
  if (disk.how == FAILING_DISK_BROKEN ? disk.done != disk.nth : disk.done < disk.nth || !takes_room)
    return FALSE;
  errno = disk.how == FAILING_DISK_BROKEN ? EIO : ENOSPC;
  return TRUE;
}

static gboolean
is_sealed (const char *path)
{
  if (disk.sealed == NULL || !g_str_has_prefix (path, disk.sealed))
    return FALSE;
  errno = EROFS;
  return TRUE;
}

static int
do_open (const char *path,
         int         flags,
         int         mode)
{
  gboolean writes = (flags & O_ACCMODE) != O_RDONLY;

  /* On a full disk only a file that is not there yet cannot be opened. */
  if (writes && (is_sealed (path) || fails ((flags & O_CREAT) != 0 && access (path, F_OK) != 0)))
    return -1;
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int
open (const char *path,
      int         flags,
      ...)
{
  va_list arguments;
  int mode;

  va_start (arguments, flags);
  mode = va_arg (arguments, int);
  va_end (arguments);
  return do_open (path, flags, mode);
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  va_list arguments;
  int mode;

  va_start (arguments, flags);
  mode = va_arg (arguments, int);
  va_end (arguments);
  return do_open (path, flags, mode);
}

ssize_t
write (int         fd,
       const void *bytes,
       size_t      length)
{
  return fd > 2 && fails (TRUE) ? -1 : syscall (SYS_write, fd, bytes, length);
}

ssize_t
pwrite (int         fd,
        const void *bytes,
        size_t      length,
        off_t       offset)
{
  return fails (TRUE) ? -1 : syscall (SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t
pwrite64 (int         fd,
          const void *bytes,
          size_t      length,
          off64_t     offset)
{
  return fails (TRUE) ? -1 : syscall (SYS_pwrite64, fd, bytes, length, offset);
}

/* That what was written is on the disk is no part of what is tested, and would take most of the time. */
int
fsync (int fd)
{
  return fails (TRUE) ? -1 : 0;
}

int
fdatasync (int fd)
{
  return fails (TRUE) ? -1 : 0;
}

int
ftruncate (int   fd,
           off_t length)
{
  return fails (FALSE) ? -1 : (int) syscall (SYS_ftruncate, fd, length);
}

int
ftruncate64 (int     fd,
             off64_t length)
{
  return fails (FALSE) ? -1 : (int) syscall (SYS_ftruncate, fd, length);
}

int
rename (const char *from,
        const char *to)
{
  return is_sealed (to) || fails (TRUE) ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlink (const char *path)
{
  return is_sealed (path) || fails (FALSE) ? -1 : (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return is_sealed (path) || fails (TRUE) ? -1 : (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode);
}

/**
 * failing_disk_begin:
 * @how: what goes wrong
 * @nth: with which operation that writes, from 1
 */
void
failing_disk_begin (FailingDisk how,
                    guint       nth)
{
  disk.how = how;
  disk.nth = nth;
  disk.done = 0;
  disk.armed = TRUE;
}

/**
 * failing_disk_end:
 *
 * Returns: whether it came so far that something went wrong
 */
gboolean
failing_disk_end (void)
{
  disk.armed = FALSE;
  return disk.done >= disk.nth;
}

/**
 * failing_disk_seal:
 * @folder: (nullable): what lies there can only be read, whoever asks; %NULL for none
 */
void
failing_disk_seal (const char *folder)
{
  disk.sealed = folder;
}
