/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/partings.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/record-words.h"
#include "store/journal/me.h"
#include "store/leave.h"
#include "store/programs.h"

/* What cannot be undone is asked about, and says what it reaches and what not. */
typedef struct
{
  RoundelWindow *window;
  RoundelDesk *desk;
  char *program;
  char *entity; /* NULL when it is about the program */
} Parting;

static Parting *
parting_new (RoundelWindow *window,
             RoundelDesk   *desk,
             const char    *program,
             const char    *entity)
{
  Parting *self = g_new0 (Parting, 1);

  self->window = g_object_ref (window);
  self->desk = g_object_ref (desk);
  self->program = g_strdup (program);
  self->entity = g_strdup (entity);
  return self;
}

static void
parting_free (Parting *self)
{
  g_object_unref (self->window);
  g_object_unref (self->desk);
  g_free (self->program);
  g_free (self->entity);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parting, parting_free)

static void
erase_answered (const char *answer,
                gpointer    user_data)
{
  g_autoptr (Parting) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "erase"))
    return;
  roundel_notebook_erase (roundel_desk_get_notebook (self->desk), self->program, self->entity, &error);
  roundel_window_add_toast (self->window, adw_toast_new (error != NULL ? error->message
                                                                       : _("Erased here. Share the program, so that it goes "
                                                                           "elsewhere, too.")));
}

static void
leave_answered (const char *answer,
                gpointer    user_data)
{
  g_autoptr (Parting) self = user_data;
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal;

  if (!g_str_equal (answer, "leave"))
    return;
  if (!roundel_notebook_leave (roundel_desk_get_notebook (self->desk), self->program, &error))
    {
      roundel_window_add_toast (self->window, adw_toast_new (error->message));
      return;
    }
  journal = roundel_desk_get_journal (self->desk, NULL);
  if (journal != NULL)
    roundel_journal_set_me (journal, self->program, NULL, NULL);
  roundel_window_add_toast (self->window, adw_toast_new (_("You have left. Your pages stay in your journal.")));
}

/**
 * roundel_ask_to_erase:
 * @window: over which it is asked
 * @desk: where the record is
 * @record: program, kind and entity of what is to be erased everywhere
 *
 * Erases when the answer is so: here at once, elsewhere with the next share file.
 */
void
roundel_ask_to_erase (RoundelWindow       *window,
                      RoundelDesk         *desk,
                      const RoundelRecord *record)
{
  const RoundelAnswer answers[] = { { "keep", _("_Keep It"), ADW_RESPONSE_DEFAULT },
                                    { "erase", _("_Erase Everywhere"), ADW_RESPONSE_DESTRUCTIVE } };
  g_autoptr (RoundelRecord) shown = roundel_notebook_get (roundel_desk_get_notebook (desk), record, NULL);
  g_autofree char *named = shown != NULL ? roundel_words_title (shown, NULL) : g_strdup ("");
  g_autofree char *heading = g_strdup_printf (_("Erase “%s” everywhere?"), named);

  roundel_compat_ask (GTK_WINDOW (window), heading,
                      _("Its words, and all it said before, go from this notebook at once, and from every other when it next "
                        "opens a file of this program. Others are asked first when the words are not yours.\n\nIt does not "
                        "reach backups, files already handed on, papers, or what somebody has read. It cannot be undone."),
                      answers, G_N_ELEMENTS (answers), "keep", erase_answered,
                      parting_new (window, desk, record->program, record->entity));
}

/**
 * roundel_ask_to_leave:
 * @window: over which it is asked
 * @desk: where the program is
 * @program: id of the program
 *
 * Leaves when the answer is so.
 */
void
roundel_ask_to_leave (RoundelWindow *window,
                      RoundelDesk   *desk,
                      const char    *program)
{
  const RoundelAnswer answers[] = { { "stay", _("_Stay"), ADW_RESPONSE_DEFAULT },
                                    { "leave", _("_Leave"), ADW_RESPONSE_DESTRUCTIVE } };
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (roundel_desk_get_notebook (desk), program, NULL);
  g_autofree char *heading = g_strdup_printf (_("Leave “%s”?"), read != NULL && read->title != NULL ? read->title : "");

  roundel_compat_ask (GTK_WINDOW (window), heading,
                      _("Its sessions, people and lessons go from this notebook, with what you wrote there and have not shared "
                        "yet. Your journal stays: all pages, promises and practice.\n\nThe others keep their copies, and what "
                        "you released: take a lesson back first if it is to go. A file of the program brings you in again."),
                      answers, G_N_ELEMENTS (answers), "stay", leave_answered, parting_new (window, desk, program, NULL));
}
