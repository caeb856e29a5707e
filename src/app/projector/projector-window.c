/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/projector/projector-window.h"

#include <glib/gi18n-lib.h>

#include "app/shortcuts.h"
#include "app/widgets/room-view.h"

/* The room view in a window of its own: full screen on the second screen where there is one. */
struct _RoundelProjectorWindow
{
  GtkWindow parent_instance;

  GtkWindow *main_window; /* not owned: it owns this one */
};

G_DEFINE_FINAL_TYPE (RoundelProjectorWindow, roundel_projector_window, GTK_TYPE_WINDOW)

/* A screen that does not show the main window, or NULL. */
static GdkMonitor *
other_monitor (GtkWindow *main_window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (main_window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (main_window));
  GdkMonitor *taken = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (monitors, i);

      g_object_unref (monitor); /* the model keeps it */
      if (taken != NULL && monitor != taken)
        return monitor;
    }
  return NULL;
}

/* A presenter's clicker sends its keys to the window that has the focus. */
static gboolean
key_cb (GtkEventController *keys,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state,
        gpointer            user_data)
{
  RoundelProjectorWindow *self = user_data;

  if (keyval == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (self));
  else if (keyval == GDK_KEY_F11 && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else if (keyval == GDK_KEY_F11)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    {
      GtkWidget *focus = gtk_window_get_focus (self->main_window);

      return focus != NULL && roundel_shortcuts_activate (focus, "run", keyval, state);
    }
  return GDK_EVENT_STOP;
}

static void
roundel_projector_window_class_init (RoundelProjectorWindowClass *klass)
{
}

static void
roundel_projector_window_init (RoundelProjectorWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Room View"));
  gtk_window_set_child (GTK_WINDOW (self), roundel_room_view_new ());
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * roundel_projector_window_new:
 * @main_window: the window of the facilitator, which gets the keys
 * @live: the session that runs
 *
 * Returns: (transfer none): a window, full screen if there is a second screen
 */
GtkWidget *
roundel_projector_window_new (GtkWindow   *main_window,
                              RoundelLive *live)
{
  RoundelProjectorWindow *self = g_object_new (ROUNDEL_TYPE_PROJECTOR_WINDOW, NULL);
  GdkMonitor *monitor = other_monitor (main_window);

  self->main_window = main_window;
  roundel_room_view_set_live (ROUNDEL_ROOM_VIEW (gtk_window_get_child (GTK_WINDOW (self))), live);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  return GTK_WIDGET (self);
}
