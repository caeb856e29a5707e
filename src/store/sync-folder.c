/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/sync.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <unistd.h>

/* To which folder a program is bound here, and with which passphrase. It is said of this computer alone, and so lies where the
 * identity of the device does. The passphrase keeps the folder from those who only carry it; who reads here can read the notebook. */

#define PASSPHRASE_SUFFIX ".passphrase"

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

static gboolean
write_note (const char  *path,
            const char  *text,
            GError     **error)
{
  g_autofree char *state = g_path_get_dirname (path);

  if (g_mkdir_with_parents (state, 0700) == 0)
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("The folder “%s” cannot be made: %s."), state,
               g_strerror (errno));
  return FALSE;
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
 * roundel_sync_dup_place:
 * @folder: (type filename): a folder that something else keeps the same
 * @program: id of a program
 * @audience: members or organisers
 *
 * Returns: (transfer full) (type filename): where the files of the program lie in it, in a folder for each device
 */
char *
roundel_sync_dup_place (const char      *folder,
                        const char      *program,
                        RoundelAudience  audience)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", program, roundel_audience_name (audience));

  return g_build_filename (folder, name, NULL);
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

  if (folder == NULL)
    {
      unlink (path);
      return roundel_sync_set_passphrase (notebook, program, audience, NULL, error);
    }
  return write_note (path, folder, error);
}

/**
 * roundel_sync_dup_passphrase:
 * @notebook: a notebook
 * @program: id of a program
 * @audience: members or organisers
 *
 * Returns: (transfer full) (nullable): what the files in its folder are encrypted with, for roundel_secret_free()
 */
char *
roundel_sync_dup_passphrase (RoundelNotebook *notebook,
                             const char      *program,
                             RoundelAudience  audience)
{
  g_autofree char *path = binding_path (notebook, program, audience);
  g_autofree char *beside = g_strconcat (path, PASSPHRASE_SUFFIX, NULL);
  char *passphrase = NULL;

  return g_file_get_contents (beside, &passphrase, NULL, NULL) ? passphrase : NULL;
}

/**
 * roundel_sync_set_passphrase:
 * @notebook: a notebook
 * @program: id of a program
 * @audience: members or organisers
 * @passphrase: (nullable): what the files in its folder are encrypted with from now on
 * @error: return location
 *
 * Returns: whether it is noted
 */
gboolean
roundel_sync_set_passphrase (RoundelNotebook  *notebook,
                             const char       *program,
                             RoundelAudience   audience,
                             const char       *passphrase,
                             GError          **error)
{
  g_autofree char *path = binding_path (notebook, program, audience);
  g_autofree char *beside = g_strconcat (path, PASSPHRASE_SUFFIX, NULL);

  if (passphrase != NULL)
    return write_note (beside, passphrase, error);
  unlink (beside);
  return TRUE;
}
