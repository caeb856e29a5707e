/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/draft-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "content/draft-json.h"

/* Where the unfinished draft of this notebook is: in the folder for state, never in the notebook, which can be shared. */
static char *
dup_path (RoundelDesk *desk)
{
  const char *notebook = roundel_notebook_get_path (roundel_desk_get_notebook (desk));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, notebook != NULL ? notebook : "", -1);
  g_autofree char *name = g_strdup_printf ("draft-%.16s.json", digest);

  return g_build_filename (g_get_user_state_dir (), "roundel", name, NULL);
}

/**
 * roundel_draft_file_read:
 * @desk: what the screens work on
 *
 * Returns: (transfer full) (nullable): the draft of a program that was left unfinished
 */
RoundelDraft *
roundel_draft_file_read (RoundelDesk *desk)
{
  g_autofree char *path = dup_path (desk);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  return roundel_draft_from_json (text, NULL);
}

/**
 * roundel_draft_file_write:
 * @desk: what the screens work on
 * @draft: a draft
 * @error: return location
 *
 * Returns: whether it is on the disk, for nobody else to read
 */
gboolean
roundel_draft_file_write (RoundelDesk         *desk,
                          const RoundelDraft  *draft,
                          GError             **error)
{
  g_autofree char *path = dup_path (desk);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = roundel_draft_to_json (draft);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("The draft cannot be kept in %s: %s"), folder,
                   g_strerror (code));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * roundel_draft_file_drop:
 * @desk: what the screens work on
 *
 * There is no unfinished draft any more.
 */
void
roundel_draft_file_drop (RoundelDesk *desk)
{
  g_autofree char *path = dup_path (desk);

  g_unlink (path);
}
