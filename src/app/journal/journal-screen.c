/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/journal-screen.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/desk.h"
#include "app/journal/commitment-pane.h"
#include "app/journal/entry-sidebar.h"
#include "app/journal/journal-door.h"
#include "app/journal/journal-over.h"
#include "app/journal/journal-page.h"
#include "app/journal/partner.h"
#include "app/journal/promise-offer.h"
#include "app/journal/this-week.h"
#include "app/shortcuts.h"
#include "app/window.h"
#include "store/journal/draft.h"

struct _RoundelJournalScreen
{
  RoundelScreen parent_instance;

  GtkWidget *back_button;
  GtkWidget *pane_button;
  GtkWidget *growth_button;
  RoundelJournalDoor *door;
  GtkWidget *leaflet;
  RoundelEntrySidebar *sidebar;
  GtkWidget *flap;
  RoundelPromiseOffer *offer;
  RoundelJournalPage *page;
  RoundelCommitmentPane *pane;

  RoundelDesk *desk;
  RoundelJournal *journal; /* NULL until the screen was seen */
  AdwToast *trouble; /* while what is written is in memory alone */
  guint focusing;
  guint laying_out;
  gboolean asking; /* the pane asks something; a narrow window hides it while it is laid out */
};

enum
{
  PROP_DESK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelJournalScreen, roundel_journal_screen, ROUNDEL_TYPE_SCREEN)

static gboolean
is_folded (GtkWidget *widget)
{
  gboolean folded;

  g_object_get (widget, "folded", &folded, NULL);
  return folded;
}

static void
show_list_or_page (RoundelJournalScreen *self,
                   gboolean              page)
{
  g_object_set (self->leaflet, "visible-child", page ? self->flap : GTK_WIDGET (self->sidebar), NULL);
}

static void
add_toast (RoundelJournalScreen *self,
           AdwToast             *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static void
say (RoundelJournalScreen *self,
     const char           *text)
{
  add_toast (self, adw_toast_new (text));
}

/* The date of the page is what a narrow window is called; never what stands on it. */
static void
show_title (RoundelJournalScreen *self)
{
  g_autofree char *date = NULL;
  g_autoptr (GtkWidget) shown = NULL;

  g_object_get (self->leaflet, "visible-child", &shown, NULL);
  if (roundel_journal_door_get_open (self->door) && shown == self->flap)
    date = roundel_journal_page_dup_date (self->page);
  roundel_screen_set_title (ROUNDEL_SCREEN (self), date != NULL ? date : _("Journal"), NULL);
}

static gboolean
lay_out (gpointer data)
{
  RoundelJournalScreen *self = data;
  gboolean open = roundel_journal_door_get_open (self->door);
  GtkWidget *shown;

  self->laying_out = 0;
  g_object_get (self->leaflet, "visible-child", &shown, NULL);
  gtk_widget_set_visible (self->back_button, open && is_folded (self->leaflet) && shown == self->flap);
  gtk_widget_set_visible (self->pane_button, open && is_folded (self->flap));
  gtk_widget_set_visible (self->growth_button, open && !is_folded (self->leaflet));
  roundel_journal_page_set_narrow (self->page, is_folded (self->leaflet), is_folded (self->flap));
  g_object_unref (shown);
  show_title (self);
  if (self->asking && gtk_widget_get_width (self->flap) > 0)
    {
      self->asking = FALSE;
      g_object_set (self->flap, "reveal-flap", TRUE, NULL);
    }
  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out, when no button may appear any more. */
static void
folded_cb (RoundelJournalScreen *self)
{
  if (self->laying_out == 0)
    self->laying_out = g_idle_add (lay_out, self);
}

static void
open_entry (RoundelJournalScreen *self,
            const char           *id)
{
  g_autoptr (GError) error = NULL;

  roundel_entry_sidebar_set_open (self->sidebar, NULL, NULL, NULL);
  if (!roundel_journal_page_open (self->page, id, &error))
    {
      say (self, error->message);
      return;
    }
  roundel_commitment_pane_set_page (self->pane, roundel_journal_page_get_program (self->page), roundel_journal_page_get_kind (self->page));
  roundel_journal_page_mark_words (self->page, roundel_entry_sidebar_get_typed (self->sidebar));
  show_title (self);
}

static void
begin_entry (RoundelJournalScreen *self)
{
  roundel_entry_sidebar_set_open (self->sidebar, NULL, NULL, NULL);
  roundel_journal_page_begin (self->page);
  roundel_commitment_pane_set_page (self->pane, roundel_journal_page_get_program (self->page), roundel_journal_page_get_kind (self->page));
  roundel_entry_sidebar_select (self->sidebar, NULL);
  show_title (self);
}

/* The page of today that was begun last, or a new one. What was typed when the program ended without a word becomes a
 * version of its page. */
static void
open_today (RoundelJournalScreen *self)
{
  g_autoptr (GPtrArray) drafts = roundel_journal_list_drafts (self->journal, NULL);
  g_autofree char *todays = NULL;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    roundel_journal_close_draft (self->journal, ((RoundelEntry *) drafts->pdata[i])->id, NULL);
  todays = roundel_entry_sidebar_dup_todays (self->sidebar);
  if (todays == NULL)
    {
      begin_entry (self);
      return;
    }
  open_entry (self, todays);
  roundel_journal_page_go_to_end (self->page);
  roundel_entry_sidebar_select (self->sidebar, todays);
}

/* Callbacks */

/* What cannot be undone; the page that was shown may be among it. */
static void
erased_cb (RoundelJournalScreen *self,
           const char           *said)
{
  begin_entry (self);
  say (self, said);
}

static void
chosen_cb (RoundelJournalScreen *self,
           const char           *id,
           gboolean              by_hand)
{
  if (g_strcmp0 (id, roundel_journal_page_get_id (self->page)) != 0)
    open_entry (self, id);
  if (by_hand)
    show_list_or_page (self, TRUE);
}

static void
entered_cb (RoundelJournalScreen *self)
{
  show_list_or_page (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
searched_cb (RoundelJournalScreen *self)
{
  roundel_journal_page_mark_words (self->page, roundel_entry_sidebar_get_typed (self->sidebar));
}

/* What is typed shows in the list at once. */
static void
written_cb (RoundelJournalScreen *self)
{
  const char *id = roundel_journal_page_get_id (self->page);
  g_autofree char *text = roundel_journal_page_dup_text (self->page);

  roundel_commitment_pane_set_page (self->pane, roundel_journal_page_get_program (self->page), roundel_journal_page_get_kind (self->page));
  if (id == NULL)
    return;
  roundel_entry_sidebar_set_open (self->sidebar, id, roundel_journal_page_get_kind (self->page), text);
}

static void
undo_cb (AdwToast             *toast,
         RoundelJournalScreen *self)
{
  const char *action = g_object_get_data (G_OBJECT (toast), "action");
  const char *id = g_object_get_data (G_OBJECT (toast), "id");
  GtkWidget *owner = g_str_has_prefix (action, "promise.") ? GTK_WIDGET (self->pane) : GTK_WIDGET (self);

  gtk_widget_activate_action (owner, action, "s", id);
}

static void
done_cb (RoundelJournalScreen *self,
         const char           *said,
         const char           *action,
         const char           *id)
{
  AdwToast *toast = adw_toast_new (said);

  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "action", g_strdup (action), g_free);
  g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  add_toast (self, toast);
}

/* The page says it by itself, where it can be seen. */
static void
trouble_cb (RoundelJournalScreen *self,
            const char           *trouble)
{
  if (self->trouble != NULL)
    {
      adw_toast_dismiss (self->trouble);
      if (trouble == NULL)
        say (self, _("Your journal is on the disk again"));
    }
  g_clear_object (&self->trouble);
  if (trouble == NULL || gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return;
  self->trouble = adw_toast_new (_("Your journal is not on the disk"));
  adw_toast_set_timeout (self->trouble, 0);
  adw_toast_set_priority (self->trouble, ADW_TOAST_PRIORITY_HIGH);
  add_toast (self, g_object_ref (self->trouble));
}

static void
door_entered_cb (RoundelJournalScreen *self,
                 RoundelJournal       *journal)
{
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  roundel_journal_page_set_desk (self->page, self->desk, journal);
  roundel_commitment_pane_set_desk (self->pane, self->desk, journal);
  roundel_promise_offer_set_desk (self->offer, self->desk, journal);
  roundel_entry_sidebar_set_journal (self->sidebar, journal);
  roundel_entry_sidebar_set_desk (self->sidebar, self->desk);
  open_today (self);
  show_list_or_page (self, TRUE);
}

static void
door_moved_cb (RoundelJournalScreen *self)
{
  gboolean open = roundel_journal_door_get_open (self->door);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.delete-entry", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.release", open);
  show_title (self);
  folded_cb (self);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/* Actions */

static void
new_entry (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  if (self->journal == NULL)
    return;
  gtk_widget_activate_action (widget, "journal.uncover", NULL);
  roundel_entry_sidebar_stop_search (self->sidebar);
  begin_entry (self);
  show_list_or_page (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  if (self->journal == NULL)
    return;
  gtk_widget_activate_action (widget, "journal.uncover", NULL);
  open_entry (self, g_variant_get_string (target, NULL));
  roundel_entry_sidebar_select (self->sidebar, g_variant_get_string (target, NULL));
  show_list_or_page (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
write_on (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  const char *kind, *question;

  if (self->journal == NULL)
    return;
  g_variant_get (target, "(&s&s)", &kind, &question);
  new_entry (widget, NULL, NULL);
  roundel_journal_page_write_on (self->page, kind, question);
}

static void
delete_entry (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (self->journal == NULL)
    return;
  roundel_journal_page_save (self->page);
  id = g_strdup (roundel_journal_page_get_id (self->page));
  begin_entry (self);
  if (id == NULL)
    return;
  if (roundel_journal_delete_entry (self->journal, id, &error))
    done_cb (self, _("Page deleted"), "journal.undelete-entry", id);
  else
    say (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
undelete_entry (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  const char *id = g_variant_get_string (target, NULL);

  if (roundel_journal_undelete_entry (self->journal, id, NULL))
    {
      open_entry (self, id);
      roundel_entry_sidebar_select (self->sidebar, id);
    }
}

/* The page that is shown, which is in the bin. */
static void
restore_entry (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  const char *id = self->journal != NULL ? roundel_journal_page_get_id (self->page) : NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  roundel_journal_undelete_entry (self->journal, id, &error);
  roundel_journal_page_reload (self->page);
  say (self, error != NULL ? error->message : _("The page is out of the bin"));
}

/* What takes the whole window for a while, when the pages are in view. */
static void
show_over (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *over;

  if (!roundel_journal_door_get_open (self->door) || !ROUNDEL_IS_WINDOW (root))
    return;
  over = roundel_journal_over_new (action, self->desk, self->journal, self->page);
  if (over == NULL)
    return;
  roundel_window_push (ROUNDEL_WINDOW (root), over);
  gtk_widget_grab_focus (over);
}

static void
meet_partner (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  g_auto (RoundelThisWeek) week = { 0 };
  const RoundelProgram *about;
  g_autoptr (GError) error = NULL;

  if (self->journal == NULL)
    return;
  roundel_this_week_read (&week, self->desk, self->journal, roundel_journal_page_get_program (self->page));
  about = week.comes ? week.week.next.program : week.week.last.program;
  if (!roundel_partner_meet (widget, self->journal, about != NULL ? about->id : NULL, week.partner, &error))
    say (self, error->message);
}

static void
enter (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  roundel_journal_door_enter (ROUNDEL_JOURNAL_SCREEN (widget)->door);
}

static void
cover_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  if (g_str_equal (action, "journal.cover"))
    roundel_journal_door_cover (self->door);
  else
    roundel_journal_door_uncover (self->door);
}

static void
show_list (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  roundel_entry_sidebar_select (self->sidebar, NULL);
  show_list_or_page (self, FALSE);
}

static void
search_all (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  gtk_widget_activate_action (widget, "journal.uncover", NULL);
  show_list_or_page (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

static void
add_promise (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  if (self->journal == NULL)
    return;
  gtk_widget_activate_action (widget, "journal.uncover", NULL);
  show_list_or_page (self, TRUE);
  g_object_set (self->flap, "reveal-flap", TRUE, NULL);
  self->asking = gtk_widget_get_width (self->flap) == 0;
  if (g_str_equal (action, "journal.add-promise"))
    {
      g_autofree char *chosen = roundel_journal_page_dup_chosen (self->page);

      roundel_commitment_pane_add (self->pane, chosen);
    }
  else if (!roundel_commitment_pane_try (self->pane, NULL))
    say (self, _("There is no open promise yet."));
}

/* The words of what was promised in a session: whoever is at its close has the pen in the hand. */
static void
keep_promise (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);
  const char *program, *session;

  if (!roundel_journal_door_get_open (self->door))
    return;
  g_variant_get (target, "(&s&s)", &program, &session);
  show_list_or_page (self, TRUE);
  g_object_set (self->flap, "reveal-flap", TRUE, NULL);
  self->asking = gtk_widget_get_width (self->flap) == 0;
  roundel_commitment_pane_keep (self->pane, program, session);
}

/* Overrides */

/* The switcher puts the focus on the first thing of a page it shows, after it is mapped. What lies over it by then keeps it. */
static gboolean
focus_page_cb (gpointer data)
{
  RoundelJournalScreen *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->focusing = 0;
  if (roundel_journal_door_get_open (self->door)
      && !(ROUNDEL_IS_WINDOW (root) && roundel_window_get_page (ROUNDEL_WINDOW (root)) != NULL)
      && !gtk_widget_grab_focus (GTK_WIDGET (self->pane)))
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
  return G_SOURCE_REMOVE;
}

static void
roundel_journal_screen_map (GtkWidget *widget)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (widget);

  GTK_WIDGET_CLASS (roundel_journal_screen_parent_class)->map (widget);
  if (self->desk == NULL)
    return;
  roundel_journal_door_enter (self->door);
  if (self->focusing == 0)
    self->focusing = g_idle_add (focus_page_cb, self);
}

static void
roundel_journal_screen_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  g_value_set_object (value, ROUNDEL_JOURNAL_SCREEN (object)->desk);
}

static void
roundel_journal_screen_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (object);

  g_set_object (&self->desk, g_value_get_object (value));
  roundel_journal_door_set_desk (self->door, self->desk);
}

static void
roundel_journal_screen_dispose (GObject *object)
{
  RoundelJournalScreen *self = ROUNDEL_JOURNAL_SCREEN (object);

  g_clear_object (&self->trouble);
  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_handle_id (&self->laying_out, g_source_remove);
  if (self->journal != NULL && self->page != NULL)
    roundel_journal_page_leave (self->page);
  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_journal_screen_parent_class)->dispose (object);
}

static void
roundel_journal_screen_class_init (RoundelJournalScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_journal_screen_get_property;
  object_class->set_property = roundel_journal_screen_set_property;
  object_class->dispose = roundel_journal_screen_dispose;
  widget_class->map = roundel_journal_screen_map;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, ROUNDEL_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ROUNDEL_TYPE_JOURNAL_DOOR);
  g_type_ensure (ROUNDEL_TYPE_ENTRY_SIDEBAR);
  g_type_ensure (ROUNDEL_TYPE_JOURNAL_PAGE);
  g_type_ensure (ROUNDEL_TYPE_COMMITMENT_PANE);
  g_type_ensure (ROUNDEL_TYPE_PROMISE_OFFER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/journal-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, back_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, pane_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, growth_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, door);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, flap);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, offer);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalScreen, pane);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, door_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, door_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, erased_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, say);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);

  gtk_widget_class_install_action (widget_class, "journal.new-entry", NULL, new_entry);
  gtk_widget_class_install_action (widget_class, "journal.open-entry", "s", open_action);
  gtk_widget_class_install_action (widget_class, "journal.write-on", "(ss)", write_on);
  gtk_widget_class_install_action (widget_class, "journal.lessons", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.partner", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.note-meeting", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.meet-partner", NULL, meet_partner);
  gtk_widget_class_install_action (widget_class, "journal.growth", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.delete-entry", NULL, delete_entry);
  gtk_widget_class_install_action (widget_class, "journal.undelete-entry", "s", undelete_entry);
  gtk_widget_class_install_action (widget_class, "journal.restore-entry", NULL, restore_entry);
  gtk_widget_class_install_action (widget_class, "journal.versions", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.enter", NULL, enter);
  gtk_widget_class_install_action (widget_class, "journal.cover", NULL, cover_page);
  gtk_widget_class_install_action (widget_class, "journal.uncover", NULL, cover_page);
  gtk_widget_class_install_action (widget_class, "journal.lock", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.out", NULL, show_over);
  gtk_widget_class_install_action (widget_class, "journal.show-list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "journal.search", NULL, search_all);
  gtk_widget_class_install_action (widget_class, "journal.add-promise", NULL, add_promise);
  gtk_widget_class_install_action (widget_class, "journal.keep-promise", "(ss)", keep_promise);
  gtk_widget_class_install_action (widget_class, "journal.practise", NULL, add_promise);
  gtk_widget_class_install_action (widget_class, "journal.release", NULL, show_over);
}

static void
roundel_journal_screen_init (RoundelJournalScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_journal_door_hear_escape (self->door, GTK_WIDGET (self));
  roundel_shortcuts_attach (GTK_WIDGET (self), "journal");
  g_object_bind_property (self->flap, "reveal-flap", self->pane_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}
