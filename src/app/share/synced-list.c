/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/synced-list.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/compat.h"
#include "app/share/figures.h"
#include "app/share/synced.h"
#include "store/secret.h"

/* The folder through which a program is exchanged, and what the last pass over it did. */
struct _RoundelSyncedList
{
  AdwBin parent_instance;

  AdwActionRow *row;
  GtkWidget *choose;
  GtkWidget *now;
  GtkWidget *stop;
  AdwPasswordEntryRow *passphrase;
  GtkLabel *said;
  GtkLabel *steps; /* out of the folder */
  GtkWidget *move_house;

  RoundelDesk *desk;
  GCancellable *cancellable;
  char *program; /* NULL before */
  RoundelAudience audience;
  char *folder;  /* NULL while there is none */
  gboolean anew; /* what is asked for next is to begin anew */
};

G_DEFINE_FINAL_TYPE (RoundelSyncedList, roundel_synced_list, ADW_TYPE_BIN)

static void
say (RoundelSyncedList *self,
     const char        *text,
     gboolean           warning)
{
  gtk_label_set_label (self->said, text);
  gtk_widget_set_visible (GTK_WIDGET (self->said), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->steps), FALSE);
  gtk_widget_set_visible (self->move_house, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->said), warning ? "note" : "warning-text");
  gtk_widget_add_css_class (GTK_WIDGET (self->said), warning ? "warning-text" : "note");
}

static void
show_folder (RoundelSyncedList *self)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  char *passphrase = roundel_sync_dup_passphrase (notebook, self->program, self->audience);
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  g_free (self->folder);
  self->folder = roundel_sync_get_folder (notebook, self->program, self->audience);
  name = self->folder != NULL ? g_filename_display_name (self->folder) : NULL;
  escaped = name != NULL ? g_markup_escape_text (name, -1) : NULL;
  adw_action_row_set_subtitle (self->row, escaped != NULL ? escaped
                                          : _("Kept the same by Syncthing, Nextcloud, a stick or a network share: your part goes "
                                              "in, everyone's comes here."));
  gtk_widget_set_visible (self->choose, self->folder == NULL);
  gtk_widget_set_visible (self->now, self->folder != NULL);
  gtk_widget_set_visible (self->stop, self->folder != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->passphrase),
                                 passphrase != NULL ? _("Another passphrase for the folder")
                                                    : _("Passphrase for the folder, if you want one"));
  roundel_secret_free (passphrase);
  gtk_button_set_label (GTK_BUTTON (self->now), self->anew ? _("Begin Anew") : _("Exchange Now"));
}

/* Whether it lies where Roundel keeps a notebook unless another is named. */
static gboolean
is_usual_place (const char *live)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "roundel", "notebook.db", NULL);
  g_autofree char *real = realpath (usual, NULL);

  return g_strcmp0 (live, real) == 0;
}

/* A file that is open cannot be moved, and neither can the identity of this device, which hangs on its place: so it goes by
 * “Move House”, which leaves the old file alone until its owner has seen the new one. */
static void
show_way_out (RoundelSyncedList *self,
              const char        *live)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "roundel", NULL);
  g_autofree char *place = g_filename_display_name (folder);
  g_autofree char *name = g_filename_display_basename (live);
  g_autofree char *steps = NULL;

  if (is_usual_place (live))
    steps = g_strdup (_("Stop using this folder, and choose one that does not hold your notebook."));
  else
    steps = g_strdup_printf (_("1. Save everything into one file outside this folder, with “Move House”.\n"
                               "2. Close Roundel, and start it without naming a notebook. It then keeps yours in “%s”.\n"
                               "3. There choose “Move House” in the main menu, move in with that file, and choose this folder "
                               "again for the exchange.\n"
                               "4. When you have seen that everything is there, delete “%s” here and what lies beside it."),
                             place, name);
  gtk_label_set_label (self->steps, steps);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), TRUE);
  gtk_widget_set_visible (self->move_house, !is_usual_place (live));
}

/* One sentence for each thing that was done, or that has to be looked at. */
static char *
dup_said (const RoundelSyncResult *result)
{
  g_autofree char *figures = roundel_figures_dup (&result->merged, ROUNDEL_FIGURES_COMING);
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->emptied)
    return g_strdup (_("The folder was in use and is empty now, so it was left alone, and nothing is deleted here. Is the stick in, "
                       "the share mounted? If it was emptied on purpose, begin anew."));
  g_string_append_printf (text, ngettext ("%u text went out; ", "%u texts went out; ", result->published), result->published);
  /* Translators: such as: 3 new, 1 changed */
  g_string_append_printf (text, _("%s came in."), figures);
  if (result->merged.erased_by_others > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u text was erased by somebody who did not write it. It stays, until you open a file "
                                              "of theirs and say that it may go.",
                                              "%u texts were erased by somebody who did not write them. They stay, until you open "
                                              "a file of theirs and say that they may go.", result->merged.erased_by_others),
                              result->merged.erased_by_others);
    }
  for (guint i = 0; i < result->skipped->len; i++)
    {
      const RoundelSyncSkipped *skipped = result->skipped->pdata[i];
      g_autofree char *name = g_filename_display_name (skipped->file);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Not read yet: %s (%s)"), name, skipped->why);
    }
  if (result->live_inside != NULL)
    {
      g_autofree char *name = g_filename_display_name (result->live_inside);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Your notebook “%s” lies inside this folder, where it could be copied half-written, and your "
                                      "journal lies beside it. Move both out."), name);
    }
  if (result->unpublished != NULL)
    g_string_append_printf (text, "\n%s", result->unpublished->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The sentences may lie below what is in view. */
static void
tell (RoundelSyncedList *self,
      const char        *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  roundel_compat_announce (GTK_WIDGET (self), text);
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RoundelSyncedList) self = user_data;
  g_autoptr (GError) error = NULL;
  const RoundelSyncResult *done = roundel_synced_finish (ROUNDEL_DESK (source), result, &error);
  g_autofree char *said = done != NULL ? dup_said (done) : g_strdup (error->message);

  if (self->desk == NULL)
    return;
  self->anew = done != NULL && done->emptied;
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase), TRUE);
  if (done != NULL && !done->sealed)
    gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  show_folder (self);
  tell (self, done != NULL && !done->emptied ? _("The folder was gone through") : _("The folder was left alone"));
  say (self, said, done == NULL || done->emptied || done->live_inside != NULL || done->unpublished != NULL);
  if (done != NULL && done->live_inside != NULL)
    show_way_out (self, done->live_inside);
}

static void
begin_pass (RoundelSyncedList *self,
            const char        *folder,
            gboolean           anew)
{
  const char *entered = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  const RoundelSync choice = { .program = self->program, .audience = self->audience, .folder = folder,
                               .passphrase = *entered != '\0' ? entered : NULL, .anew = anew };

  gtk_widget_set_sensitive (GTK_WIDGET (self->row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase), FALSE);
  say (self, _("Exchanging…"), FALSE);
  roundel_synced_pass (self->desk, &choice, self->cancellable, passed_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (RoundelSyncedList) self = user_data;
  g_autoptr (GFile) folder = roundel_compat_open_folder_finish (result, NULL);

  if (folder != NULL && self->desk != NULL)
    roundel_synced_list_choose (self, folder);
}

static void
choose (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelSyncedList *self = ROUNDEL_SYNCED_LIST (widget);

  roundel_compat_open_folder (GTK_WINDOW (gtk_widget_get_root (widget)), _("Choose a Synced Folder"), self->cancellable,
                              folder_chosen_cb, g_object_ref (self));
}

static void
exchange (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelSyncedList *self = ROUNDEL_SYNCED_LIST (widget);

  begin_pass (self, self->folder, self->anew);
}

/* Before a folder is chosen, the passphrase waits for it. */
static void
entered_cb (RoundelSyncedList *self)
{
  if (self->folder != NULL)
    begin_pass (self, self->folder, self->anew);
}

static void
stop (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelSyncedList *self = ROUNDEL_SYNCED_LIST (widget);

  roundel_sync_set_folder (roundel_desk_get_notebook (self->desk), self->program, self->audience, NULL, NULL);
  self->anew = FALSE;
  show_folder (self);
  say (self, _("Nothing is exchanged through it any more. What lies there stays."), FALSE);
}

static void
roundel_synced_list_dispose (GObject *object)
{
  RoundelSyncedList *self = ROUNDEL_SYNCED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_synced_list_parent_class)->dispose (object);
}

static void
roundel_synced_list_finalize (GObject *object)
{
  RoundelSyncedList *self = ROUNDEL_SYNCED_LIST (object);

  g_clear_object (&self->cancellable);
  g_free (self->program);
  g_free (self->folder);
  G_OBJECT_CLASS (roundel_synced_list_parent_class)->finalize (object);
}

static void
roundel_synced_list_class_init (RoundelSyncedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_synced_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_synced_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/synced-list.ui");
#define bind(name) gtk_widget_class_bind_template_child (widget_class, RoundelSyncedList, name)
  bind (row);
  bind (choose);
  bind (now);
  bind (stop);
  bind (passphrase);
  bind (said);
  bind (steps);
  bind (move_house);
#undef bind
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_install_action (widget_class, "synced.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "synced.now", NULL, exchange);
  gtk_widget_class_install_action (widget_class, "synced.stop", NULL, stop);
}

static void
roundel_synced_list_init (RoundelSyncedList *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_synced_list_show:
 * @self: the list
 * @desk: where the program is
 * @program: its id
 * @audience: whom it is shared with; for the facilitator of a session there is no folder, and the list hides
 */
void
roundel_synced_list_show (RoundelSyncedList *self,
                          RoundelDesk       *desk,
                          const char        *program,
                          RoundelAudience    audience)
{
  gtk_widget_set_visible (GTK_WIDGET (self), audience != ROUNDEL_AUDIENCE_FACILITATOR);
  if (audience == ROUNDEL_AUDIENCE_FACILITATOR || (g_strcmp0 (program, self->program) == 0 && audience == self->audience))
    return;
  g_set_object (&self->desk, desk);
  g_free (self->program);
  self->program = g_strdup (program);
  self->audience = audience;
  self->anew = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  show_folder (self);
  say (self, "", FALSE);
}

/**
 * roundel_synced_list_choose:
 * @self: a list that shows a program
 * @folder: where it is exchanged from now on
 */
void
roundel_synced_list_choose (RoundelSyncedList *self,
                            GFile             *folder)
{
  g_autofree char *path = g_file_get_path (folder);

  if (path == NULL)
    say (self, _("Choose a folder on this computer."), TRUE);
  else
    begin_pass (self, path, FALSE);
}
