/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/outgoing.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Share files that are dragged out. Who takes one copies it when it suits them, so that it stays until the next is made. */
static char *
make_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "roundel", "outgoing", NULL);
  int saved;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  saved = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), _("The file cannot be made to be dragged (%s). Save it."),
               g_strerror (saved));
  return NULL;
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/**
 * roundel_outgoing_make:
 * @notebook: a notebook
 * @choice: what goes out
 * @name: what the file is to be called
 * @error: return location
 *
 * Writes a share file into a private folder, in the place of what was there. It waits for the disk.
 *
 * Returns: (transfer full) (type filename): where it is, or %NULL
 */
char *
roundel_outgoing_make (RoundelNotebook      *notebook,
                       const RoundelExport  *choice,
                       const char           *name,
                       GError              **error)
{
  g_autofree char *folder = make_folder (error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  RoundelExported exported;

  if (folder == NULL)
    return NULL;
  empty (folder);
  return roundel_export_to_file (notebook, choice, path, NULL, &exported, error) ? g_steal_pointer (&path) : NULL;
}
