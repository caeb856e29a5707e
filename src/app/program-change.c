/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/program-change.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/window.h"
#include "store/programs.h"

/* So many of what follows are read */
#define MOST_NOTES 10

static void
unref_by_closure (gpointer  change,
                  GClosure *closure)
{
  roundel_program_change_unref (change);
}

static void
say (const RoundelProgramChange *self,
     AdwToast                   *toast)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static void
undo_cb (AdwToast             *toast,
         RoundelProgramChange *self)
{
  g_autoptr (GError) error = NULL;
  gboolean all;

  if (!roundel_notebook_undo_change (roundel_desk_get_notebook (self->desk), self->before, self->after, &all, &error))
    say (self, adw_toast_new (error->message));
  else if (!all)
    say (self, adw_toast_new (_("What was changed since then stays")));
}

static void
carry_out (RoundelProgramChange *self)
{
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!roundel_notebook_change_program (roundel_desk_get_notebook (self->desk), self->before, self->after, &error))
    {
      say (self, adw_toast_new (error->message));
      return;
    }
  toast = adw_toast_new (self->done);
  adw_toast_set_button_label (toast, _("Undo"));
  g_atomic_ref_count_inc (&self->refs);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), self, unref_by_closure, 0);
  say (self, toast);
}

static void
answered_cb (const char *id,
             gpointer    user_data)
{
  g_autoptr (RoundelProgramChange) self = user_data;

  if (g_str_equal (id, "do"))
    carry_out (self);
}

/**
 * roundel_program_change_new:
 * @widget: where it is done
 * @desk: where the program is
 * @program: its id
 *
 * Returns: (transfer full) (nullable): two readings of it, one to compare with and one to change; %NULL when it is gone
 */
RoundelProgramChange *
roundel_program_change_new (GtkWidget   *widget,
                            RoundelDesk *desk,
                            const char  *program)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  RoundelProgramChange *self = g_new0 (RoundelProgramChange, 1);

  g_atomic_ref_count_init (&self->refs);
  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->before = roundel_notebook_read_program (notebook, program, NULL);
  self->after = roundel_notebook_read_program (notebook, program, NULL);
  if (self->before != NULL && self->after != NULL)
    return self;
  roundel_program_change_unref (self);
  return NULL;
}

void
roundel_program_change_unref (RoundelProgramChange *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->before, roundel_program_free);
  g_clear_pointer (&self->after, roundel_program_free);
  g_object_unref (self->widget);
  g_object_unref (self->desk);
  g_free (self->done);
  g_free (self);
}

/**
 * roundel_program_change_get_outcome:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the outcome of the program
 */
const RoundelOutcome *
roundel_program_change_get_outcome (const RoundelProgramChange *self)
{
  return roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), self->after->outcome);
}

/**
 * roundel_program_change_propose:
 * @self: (transfer full): a change
 * @heading: (transfer full): what is asked
 * @notes: (transfer full) (element-type utf8): what follows from it
 * @answer: what the button says that does it
 * @done: (transfer full): what is said afterwards, beside *Undo*
 *
 * Shows what follows before anything is written (D19).
 */
void
roundel_program_change_propose (RoundelProgramChange *self,
                                char                 *heading,
                                GPtrArray            *notes,
                                const char           *answer,
                                char                 *done)
{
  const RoundelAnswer answers[] = {
    { "cancel", _("Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", answer, ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body = NULL;

  self->done = done;
  if (notes->len > MOST_NOTES)
    {
      guint more = notes->len - MOST_NOTES;

      g_ptr_array_set_size (notes, MOST_NOTES);
      g_ptr_array_add (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u thing more.", "And %u things more.", more), more));
    }
  g_ptr_array_add (notes, NULL);
  body = g_strjoinv ("\n", (char **) notes->pdata);
  roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (self->widget)), heading, body, answers, G_N_ELEMENTS (answers),
                      "cancel", answered_cb, self);
  g_free (heading);
  g_ptr_array_unref (notes);
}

/**
 * roundel_program_change_do:
 * @self: (transfer full): a change
 * @done: (transfer full): what is said afterwards, beside *Undo*
 */
void
roundel_program_change_do (RoundelProgramChange *self,
                           char                 *done)
{
  self->done = done;
  carry_out (self);
  roundel_program_change_unref (self);
}
