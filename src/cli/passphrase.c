/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "store/secret.h"

#define MOST 1024

/* On the command line a passphrase would be read by everybody who lists the processes. */
static gboolean
read_line (const char  *path,
           char        *line,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  size_t length = 0;
  ssize_t n = 0;

  while (fd >= 0 && length < MOST && memchr (line, '\n', length) == NULL
         && (n = read (fd, line + length, MOST - length)) > 0)
    length += (size_t) n;
  if (fd < 0 || n < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("The passphrase could not be read from %s: %s."),
                   path, g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  if (memchr (line, '\n', length) == NULL && length == MOST)
    length = 0;
  line[length] = '\0';
  line[strcspn (line, "\r\n")] = '\0';
  if (*line != '\0' && g_utf8_validate (line, -1, NULL))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("The first line of %s is no passphrase: a text in UTF-8 of up to a thousand bytes."),
               path);
  return FALSE;
}

/**
 * roundel_cli_read_passphrase:
 * @path: (nullable): the file of --passphrase-file
 * @passphrase: (out) (transfer full) (nullable): its first line; %NULL without a file. Free it with roundel_secret_free()
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
roundel_cli_read_passphrase (const char  *path,
                             char       **passphrase,
                             GError     **error)
{
  g_autofree char *line = g_malloc0 (MOST + 1);

  *passphrase = NULL;
  if (path == NULL)
    return TRUE;
  if (read_line (path, line, error))
    *passphrase = g_steal_pointer (&line);
  return *passphrase != NULL;
}
