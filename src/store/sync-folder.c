/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/sync.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <unistd.h>

/* To which folder a program is bound here. It is said of this computer alone, and so lies where the identity of the device does. */

static char *
binding_path (RoundelNotebook *notebook,
              const char      *program,
              RoundelAudience  audience)
{
  g_autofree char *key = g_strjoin ("\n", roundel_notebook_get_device (notebook), program, roundel_audience_name (audience), NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strdup_printf ("%.32s", digest);

  return g_build_filename (g_get_user_state_dir (), "roundel", "synced", name, NULL);
}

/**
 * roundel_sync_is_used:
 *
 * Returns: whether any program may be bound to a folder on this computer
 */
gboolean
roundel_sync_is_used (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "roundel", "synced", NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/**
 * roundel_sync_get_folder:
 * @notebook: a notebook
 * @program: id of a program
 * @audience: members or organisers
 *
 * Returns: (transfer full) (nullable) (type filename): the folder it is bound to; %NULL for none
 */
char *
roundel_sync_get_folder (RoundelNotebook *notebook,
                         const char      *program,
                         RoundelAudience  audience)
{
  g_autofree char *path = binding_path (notebook, program, audience);
  char *folder = NULL;

  if (!g_file_get_contents (path, &folder, NULL, NULL))
    return NULL;
  return g_strchomp (folder);
}

/**
 * roundel_sync_set_folder:
 * @notebook: a notebook
 * @program: id of a program
 * @audience: members or organisers
 * @folder: (nullable) (type filename): what it is bound to from now on; %NULL lets go of it, and leaves what lies there
 * @error: return location
 *
 * Returns: whether it is noted
 */
gboolean
roundel_sync_set_folder (RoundelNotebook  *notebook,
                         const char       *program,
                         RoundelAudience   audience,
                         const char       *folder,
                         GError          **error)
{
  g_autofree char *path = binding_path (notebook, program, audience);
  g_autofree char *state = g_path_get_dirname (path);

  if (folder == NULL)
    {
      unlink (path);
      return TRUE;
    }
  if (g_mkdir_with_parents (state, 0700) == 0)
    return g_file_set_contents_full (path, folder, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("The folder “%s” cannot be made: %s."), state,
               g_strerror (errno));
  return FALSE;
}
