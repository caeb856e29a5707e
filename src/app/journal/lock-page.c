/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/lock-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/recovery-sheet.h"
#include "app/widgets/focus.h"
#include "app/widgets/sheet.h"
#include "store/journal/passphrase.h"
#include "store/secret.h"

/* Locks the journal, after saying what that is good for and what not; of a locked one it changes the passphrase or takes
 * the lock off. Afterwards it shows the key for paper, once. */
struct _RoundelLockPage
{
  AdwBin parent_instance;

  RoundelSheet *sheet;
  RoundelPassphraseForm *form;
  GtkWidget *now; /* the passphrase of a locked one */
  GtkWidget *cancel;

  RoundelJournal *journal;
  GCancellable *cancellable; /* while it is being done */
  char *recovery;
};

G_DEFINE_FINAL_TYPE (RoundelLockPage, roundel_lock_page, ADW_TYPE_BIN)

static void
print_key (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelLockPage *self = ROUNDEL_LOCK_PAGE (widget);

  if (self->recovery != NULL)
    roundel_recovery_sheet_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->recovery);
}

static GtkWidget *
add_button (RoundelLockPage *self,
            const char      *label,
            const char      *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  roundel_sheet_add (self->sheet, button);
  return button;
}

/* In two lines: were it left to the width, a hyphen might be put where the key has none. */
static void
show_key_text (GtkLabel   *label,
               const char *key)
{
  gsize half = (strlen (key) + 1) / 2;
  char *lines = g_strdup_printf ("%.*s\n%s", (int) half, key, key + half);

  gtk_label_set_label (label, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, key, -1);
  roundel_secret_free (lines);
}

static void
show_key (RoundelLockPage *self)
{
  GtkWidget *key, *print;

  roundel_sheet_empty (self->sheet);
  roundel_sheet_add_text (self->sheet, _("The journal is locked"), "title-1");
  roundel_sheet_add_text (self->sheet, _("Write this key on paper, or print it. It opens the journal when the passphrase is "
                                         "forgotten; nothing else does, and it is shown this once."), NULL);
  key = roundel_sheet_add_text (self->sheet, NULL, "title-2");
  show_key_text (GTK_LABEL (key), self->recovery);
  gtk_widget_add_css_class (key, "monospace");
  gtk_label_set_selectable (GTK_LABEL (key), TRUE);
  gtk_label_set_xalign (GTK_LABEL (key), .5);
  gtk_label_set_justify (GTK_LABEL (key), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (key, 12);
  gtk_widget_set_margin_bottom (key, 12);
  roundel_sheet_add_text (self->sheet, _("Keep it apart from the computer: whoever has both reads your journal."), "note");
  print = add_button (self, _("Print…"), "lock.print");
  gtk_widget_add_css_class (print, "suggested-action");
  add_button (self, _("I Have Written It Down"), "sheet.close");
  gtk_widget_grab_focus (print);
}

/* What was asked for is not left behind half done: either it is cancelled, or its key is shown. */
static void
set_busy (RoundelLockPage *self,
          gboolean         busy)
{
  roundel_passphrase_form_set_busy (self->form, busy);
  gtk_widget_set_visible (self->cancel, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->sheet), "sheet.close", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lock.take-off", !busy);
  if (self->now != NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self->now), !busy);
  if (busy)
    gtk_widget_grab_focus (self->cancel);
}

static void
set_cb (GObject      *journal,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (RoundelLockPage) self = user_data;
  g_autoptr (GError) error = NULL;
  char *recovery;
  gboolean done = roundel_journal_set_passphrase_finish (ROUNDEL_JOURNAL (journal), result, &recovery, &error);

  g_clear_object (&self->cancellable);
  roundel_secret_free (self->recovery);
  self->recovery = recovery;
  if (self->journal == NULL)
    return;
  set_busy (self, FALSE);
  if (!done)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        roundel_passphrase_form_say (self->form, roundel_unlock_words (error));
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  roundel_passphrase_form_clear (self->form);
  self->now = NULL;
  if (recovery != NULL)
    show_key (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->sheet), "sheet.close", NULL);
}

/* With PASSPHRASE %NULL the lock comes off. */
static void
set_passphrase (RoundelLockPage *self,
                const char      *passphrase)
{
  const char *now = self->now != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->now)) : NULL;

  if (self->cancellable != NULL)
    return;
  if (now != NULL && *now == '\0')
    {
      roundel_passphrase_form_say (self->form, _("Type the passphrase of now first."));
      gtk_widget_grab_focus (self->now);
      return;
    }
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  roundel_journal_set_passphrase_async (self->journal, now, passphrase, self->cancellable, set_cb, g_object_ref (self));
}

static void
given_cb (RoundelLockPage *self,
          const char      *passphrase)
{
  set_passphrase (self, passphrase);
}

static void
take_off (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  set_passphrase (ROUNDEL_LOCK_PAGE (widget), NULL);
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelLockPage *self = ROUNDEL_LOCK_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
ask_now (RoundelLockPage *self)
{
  GtkWidget *list = gtk_list_box_new ();

  roundel_sheet_add_text (self->sheet, _("The journal is locked"), "title-1");
  roundel_sheet_add_text (self->sheet, _("Choose another passphrase here, or take the lock off. A new passphrase comes with a new "
                                         "recovery key; the old sheet opens it no more."), NULL);
  self->now = adw_password_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->now), _("Passphrase of now, or the recovery key"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->now);
  roundel_sheet_add (self->sheet, list);
  roundel_sheet_add_text (self->sheet, _("New passphrase"), "heading");
}

static void
explain (RoundelLockPage *self)
{
  roundel_sheet_add_text (self->sheet, _("Lock the journal"), "title-1");
  roundel_sheet_add_text (self->sheet, _("The whole journal is encrypted. Without the passphrase nobody reads a page of it: not on "
                                         "this computer, not in a backup, not on a stick that is lost."), NULL);
  roundel_sheet_add_text (self->sheet, _("It does not protect an open page. Who manages this computer can watch the screen and the "
                                         "keys while you write. Copies that somebody made before stay readable."), NULL);
  roundel_sheet_add_text (self->sheet, _("Nobody can give you the passphrase back. You get a recovery key to keep on paper."), NULL);
}

static gboolean
roundel_lock_page_grab_focus (GtkWidget *widget)
{
  RoundelLockPage *self = ROUNDEL_LOCK_PAGE (widget);

  return gtk_widget_grab_focus (self->now != NULL ? self->now : GTK_WIDGET (self->form));
}

static void
roundel_lock_page_dispose (GObject *object)
{
  RoundelLockPage *self = ROUNDEL_LOCK_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->recovery, roundel_secret_free);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (roundel_lock_page_parent_class)->dispose (object);
}

static void
roundel_lock_page_class_init (RoundelLockPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_lock_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = roundel_lock_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = roundel_focus_through;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lock.print", NULL, print_key);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lock.take-off", NULL, take_off);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lock.cancel", NULL, cancel);
}

static void
roundel_lock_page_init (RoundelLockPage *self)
{
}

/**
 * roundel_lock_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_lock_page_new (RoundelJournal *journal)
{
  RoundelLockPage *self = g_object_new (ROUNDEL_TYPE_LOCK_PAGE, NULL);
  gboolean locked = roundel_journal_is_locked (journal);

  self->journal = g_object_ref (journal);
  self->sheet = ROUNDEL_SHEET (roundel_sheet_new (_("Journal")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
  if (locked)
    ask_now (self);
  else
    explain (self);
  self->form = ROUNDEL_PASSPHRASE_FORM (roundel_passphrase_form_new (TRUE, locked ? _("Change the Passphrase")
                                                                                  : _("Lock the Journal")));
  g_signal_connect_object (self->form, "given", G_CALLBACK (given_cb), self, G_CONNECT_SWAPPED);
  roundel_sheet_add (self->sheet, GTK_WIDGET (self->form));
  self->cancel = add_button (self, _("Cancel"), "lock.cancel");
  gtk_widget_set_visible (self->cancel, FALSE);
  if (locked)
    add_button (self, _("Take the Lock Off"), "lock.take-off");
  return GTK_WIDGET (self);
}

/**
 * roundel_unlock_page_new:
 * @form: (out) (transfer none): what hands the passphrase on
 *
 * Returns: (transfer floating): what stands in the place of a locked journal
 */
GtkWidget *
roundel_unlock_page_new (RoundelPassphraseForm **form)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *form = ROUNDEL_PASSPHRASE_FORM (roundel_passphrase_form_new (FALSE, _("Open")));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 360);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (*form));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-lock-screen-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Your journal is locked"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Its passphrase opens it. If you forgot it, the recovery key on your sheet does."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);
  return page;
}

/**
 * roundel_unlock_words:
 * @error: why a passphrase was not taken
 *
 * Returns: (transfer none): it in words for who has one journal, and does not ask for its path
 */
const char *
roundel_unlock_words (const GError *error)
{
  if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE))
    return _("That is not the passphrase. Look at capitals and spaces, and try again.");
  return error->message;
}
