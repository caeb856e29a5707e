/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window.h"

#include "app/compat.h"
#include "app/journal/journal-screen.h"
#include "app/programs/programs-screen.h"
#include "app/run/run-screen.h"
#include "app/screen.h"
#include "app/settings.h"
#include "app/share/conflict-page.h"
#include "app/share/synced.h"
#include "app/window-pages.h"
#include "store/journal/run-log.h"

#define TOAST_SECONDS 5 /* as libadwaita has it */
#define TOAST_WIDTH 450 /* likewise: below that it is as wide as the window */
#define TOAST_CHARS 27  /* a line of a toast in a window of 360, and beside a button */
#define TOAST_CHARS_BESIDE 19

struct _RoundelWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GPtrArray *said; /* of AdwToast: what is shown, or waits to be */
  GtkStack *layers; /* the home, and on it what takes the whole window for a while */
  GtkWidget *home;
  AdwViewStack *pages;
  AdwViewStackPage *programs_page;
  AdwViewStackPage *run_page;
  GSettings *settings; /* NULL without its schema */
  RoundelRoom *room;
};

G_DEFINE_FINAL_TYPE (RoundelWindow, roundel_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *page;
  GType (*get_type) (void);
} screens[] = {
  { "programs", roundel_programs_screen_get_type },
  { "run", roundel_run_screen_get_type },
  { "journal", roundel_journal_screen_get_type },
};

/* The screen of a page, which is made when it is first asked for: a start pays for what it shows, and for no more. */
static GtkWidget *
get_screen (RoundelWindow *self,
            const char    *page)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, page));

  for (guint i = 0; i < G_N_ELEMENTS (screens) && adw_bin_get_child (bin) == NULL; i++)
    if (g_str_equal (screens[i].page, page))
      adw_bin_set_child (bin, g_object_new (screens[i].get_type (), "desk", roundel_window_get_desk (self), NULL));
  return adw_bin_get_child (bin);
}

/* Before the window has an application there is nothing to show. */
static GtkWidget *
get_visible_screen (RoundelWindow *self)
{
  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return NULL;
  return get_screen (self, adw_view_stack_get_visible_child_name (self->pages));
}

static void
page_shown_cb (RoundelWindow *self)
{
  get_visible_screen (self);
}

/* What @page was pushed over, and what it goes back to. */
static GtkWidget *
get_below (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "below");
}

/* What has left the view is dropped; what waits below it stays. */
static void
layer_settled_cb (RoundelWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->layers);
  GtkWidget *below = shown != NULL ? get_below (shown) : NULL;
  GtkWidget *next;

  if (gtk_stack_get_transition_running (self->layers))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->layers)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != self->home && child != shown && child != below)
        gtk_stack_remove (self->layers, child);
    }
}

static gboolean
dropped_cb (RoundelWindow *self,
            const GValue  *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    roundel_window_open_shared (self, l->data);
  return files != NULL;
}

/* Actions */

static void
show_page (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);

  if (roundel_window_get_page (self) != NULL)
    return;
  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (target, NULL));
  roundel_screen_focus_content (ROUNDEL_SCREEN (get_visible_screen (self)));
}

static void
open_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);

  if (roundel_window_get_page (self) == NULL)
    roundel_screen_open_menu (ROUNDEL_SCREEN (get_visible_screen (self)));
}

static void
do_on_page (RoundelWindow *self,
            const char    *page,
            const char    *action,
            GVariant      *target)
{
  adw_view_stack_set_visible_child_name (self->pages, page);
  gtk_widget_activate_action_variant (get_screen (self, page), action, target);
}

/* The session is chosen on the page that runs it. */
static void
run_session (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  do_on_page (ROUNDEL_WINDOW (widget), "run", "run.choose", target);
}

static void
practise (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);

  if (roundel_window_get_page (self) == NULL)
    do_on_page (self, "journal", "journal.practise", NULL);
}

static void
meet_partner (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  do_on_page (ROUNDEL_WINDOW (widget), "run", "run.partners", NULL);
}

static void
note_meeting (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  do_on_page (ROUNDEL_WINDOW (widget), "journal", "journal.note-meeting", NULL);
}

static void
keep_promise (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  do_on_page (ROUNDEL_WINDOW (widget), "journal", "journal.keep-promise", target);
}

/* A dot on Programs tells on every page that something was written twice at the same time. */
static void
look_for_conflicts (RoundelWindow *self)
{
  RoundelDesk *desk = roundel_window_get_desk (self);

  adw_view_stack_page_set_needs_attention (self->programs_page, desk != NULL && roundel_conflict_page_has (desk));
}

/* What the window works on: without it there is nothing to do here but to say why. */
static void
hand_desk (RoundelWindow      *self,
           RoundelApplication *application)
{
  g_autoptr (GError) error = NULL;
  RoundelDesk *desk = roundel_application_get_desk (application, &error);
  g_autoptr (RoundelRunLog) log = NULL;
  RoundelJournal *journal;

  if (desk == NULL)
    {
      roundel_window_show_trouble (self, error->message);
      return;
    }
  roundel_synced_watch (GTK_WINDOW (self), desk);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (look_for_conflicts), self, G_CONNECT_SWAPPED);
  look_for_conflicts (self);
  get_visible_screen (self);
  journal = roundel_desk_get_journal (desk, NULL);
  log = journal != NULL ? roundel_journal_get_run (journal, NULL) : NULL;
  /* what was running goes on; and what cannot be read is said there */
  if (journal == NULL || log != NULL)
    get_screen (self, "run");
}

/* Overrides */

static gboolean
roundel_window_close_request (GtkWindow *window)
{
  RoundelWindow *self = ROUNDEL_WINDOW (window);
  int width, height;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      g_settings_set_string (self->settings, "page", adw_view_stack_get_visible_child_name (self->pages));
    }
  return GTK_WINDOW_CLASS (roundel_window_parent_class)->close_request (window);
}

/* The overlay gives a toast its natural height, whatever its width: a line has to be short enough by itself. */
static void
wrap_title (AdwToast *toast)
{
  g_autoptr (GtkWidget) title = g_object_ref_sink (gtk_label_new (adw_toast_get_title (toast)));

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (title),
                                 adw_toast_get_button_label (toast) != NULL ? TOAST_CHARS_BESIDE : TOAST_CHARS);
  gtk_widget_add_css_class (title, "heading");
  adw_toast_set_custom_title (toast, title);
}

static void
toast_dismissed_cb (RoundelWindow *self,
                    AdwToast      *toast)
{
  g_ptr_array_remove (self->said, toast);
  if (self->said->len == 0)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
roundel_window_dispose (GObject *object)
{
  RoundelWindow *self = ROUNDEL_WINDOW (object);

  roundel_room_set_live (self->room, NULL);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (roundel_window_parent_class)->dispose (object);
}

static void
roundel_window_finalize (GObject *object)
{
  g_object_unref (ROUNDEL_WINDOW (object)->room);
  g_ptr_array_unref (ROUNDEL_WINDOW (object)->said);
  G_OBJECT_CLASS (roundel_window_parent_class)->finalize (object);
}

static void
roundel_window_class_init (RoundelWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roundel_window_dispose;
  object_class->finalize = roundel_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = roundel_window_close_request;

  g_type_ensure (ROUNDEL_TYPE_SCREEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, layers);
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, home);
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, programs_page);
  gtk_widget_class_bind_template_child (widget_class, RoundelWindow, run_page);
  gtk_widget_class_bind_template_callback (widget_class, layer_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);

  roundel_window_pages_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.practise", NULL, practise);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, open_menu);
  gtk_widget_class_install_action (widget_class, "win.run-session", "s", run_session);
  gtk_widget_class_install_action (widget_class, "win.meet-partner", NULL, meet_partner);
  gtk_widget_class_install_action (widget_class, "win.note-meeting", NULL, note_meeting);
  gtk_widget_class_install_action (widget_class, "win.keep-promise", "(ss)", keep_promise);
}

static void
roundel_window_init (RoundelWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autofree char *page = NULL;
  int width, height;

  self->room = roundel_room_new (GTK_WINDOW (self));
  self->said = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  self->settings = roundel_settings_new ();
  if (self->settings == NULL)
    return;
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  page = g_settings_get_string (self->settings, "page");
  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
}

/**
 * roundel_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window, owned by @application
 */
RoundelWindow *
roundel_window_new (RoundelApplication *application)
{
  RoundelWindow *self;

  g_return_val_if_fail (ROUNDEL_IS_APPLICATION (application), NULL);

  self = g_object_new (ROUNDEL_TYPE_WINDOW, "application", application, NULL);
  hand_desk (self, application);
  return self;
}

/**
 * roundel_window_get_desk:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): what it works on; %NULL when that could not be opened
 */
RoundelDesk *
roundel_window_get_desk (RoundelWindow *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WINDOW (self), NULL);

  return roundel_application_get_desk (ROUNDEL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), NULL);
}

/**
 * roundel_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the page that was pushed; %NULL where another may be
 */
GtkWidget *
roundel_window_get_page (RoundelWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (ROUNDEL_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->layers);
  return page != self->home ? page : NULL;
}

/**
 * roundel_window_get_program:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): id of the program whose dossier is open
 */
const char *
roundel_window_get_program (RoundelWindow *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WINDOW (self), NULL);

  return roundel_programs_screen_get_open (ROUNDEL_PROGRAMS_SCREEN (get_screen (self, "programs")));
}

/**
 * roundel_window_push:
 * @self: the window
 * @page: a page with a header bar of its own, as the wizard is
 *
 * Gives the whole window to @page until roundel_window_pop(). A page that was pushed before is dropped.
 */
void
roundel_window_push (RoundelWindow *self,
                     GtkWidget     *page)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  gtk_stack_add_child (self->layers, page);
  gtk_stack_set_visible_child (self->layers, page);
}

/**
 * roundel_window_push_over:
 * @self: the window
 * @page: a page with a header bar of its own
 *
 * Gives the whole window to @page; roundel_window_pop() goes back to the page that is shown now.
 */
void
roundel_window_push_over (RoundelWindow *self,
                          GtkWidget     *page)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_object_set_data (G_OBJECT (page), "below", roundel_window_get_page (self));
  roundel_window_push (self, page);
}

/**
 * roundel_window_pop:
 * @self: the window
 *
 * Goes back to the pages, or to what the page was pushed over. The page that was pushed is dropped when it has left the view.
 */
void
roundel_window_pop (RoundelWindow *self)
{
  GtkWidget *below;

  g_return_if_fail (ROUNDEL_IS_WINDOW (self));

  below = get_below (gtk_stack_get_visible_child (self->layers));
  gtk_stack_set_visible_child (self->layers, below != NULL ? below : self->home);
  layer_settled_cb (self);
}

/**
 * roundel_window_show_program:
 * @self: the window
 * @program: id of a program
 *
 * Shows the page of the programs, with the dossier of this one.
 */
void
roundel_window_show_program (RoundelWindow *self,
                             const char    *program)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));
  g_return_if_fail (program != NULL);

  adw_view_stack_set_visible_child_name (self->pages, "programs");
  roundel_programs_screen_open (ROUNDEL_PROGRAMS_SCREEN (get_screen (self, "programs")), program);
}

/**
 * roundel_window_add_toast:
 * @self: the window
 * @toast: (transfer full): what was done, and how to undo it; its title is plain text
 *
 * What can be undone stays for twice as long, and waits for no other: it has to be read, found and reached.
 * A screen reader says it, which no toast does by itself. In a narrow window its title takes several lines rather than end
 * in dots.
 */
void
roundel_window_add_toast (RoundelWindow *self,
                          AdwToast      *toast)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));

  roundel_compat_announce (GTK_WIDGET (self), adw_toast_get_title (toast));
  if (gtk_widget_get_width (GTK_WIDGET (self)) < TOAST_WIDTH)
    wrap_title (toast);
  else
    {
      g_autofree char *title = g_markup_escape_text (adw_toast_get_title (toast), -1);

      adw_toast_set_title (toast, title);
    }
  if (adw_toast_get_button_label (toast) != NULL && adw_toast_get_timeout (toast) == TOAST_SECONDS)
    adw_toast_set_timeout (toast, 2 * TOAST_SECONDS);
  if (adw_toast_get_button_label (toast) != NULL)
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_ptr_array_add (self->said, g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      roundel_compat_name_buttons (child);
}

/**
 * roundel_window_dismiss_toasts:
 * @self: the window
 *
 * What toasts say is no longer so.
 */
void
roundel_window_dismiss_toasts (RoundelWindow *self)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));

  while (self->said->len > 0)
    {
      g_autoptr (AdwToast) toast = g_ptr_array_steal_index (self->said, self->said->len - 1);

      adw_toast_dismiss (toast);
    }
}

/**
 * roundel_window_set_live:
 * @self: the window
 * @live: (nullable): the session that runs: a dot on Run tells it on every page, and the room may have a window
 */
void
roundel_window_set_live (RoundelWindow *self,
                         RoundelLive   *live)
{
  g_return_if_fail (ROUNDEL_IS_WINDOW (self));

  adw_view_stack_page_set_needs_attention (self->run_page, live != NULL);
  roundel_room_set_live (self->room, live);
}

/**
 * roundel_window_get_room:
 * @self: the window
 *
 * Returns: (transfer none): the window of the room
 */
RoundelRoom *
roundel_window_get_room (RoundelWindow *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WINDOW (self), NULL);

  return self->room;
}
