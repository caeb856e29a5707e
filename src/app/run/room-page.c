/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/room-page.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/window.h"

/* What is written down in the room, on a page of its own, while the clock goes on: the charter, the challenges, the
 * harvest, the promises, the slips. */
struct _RoundelRoomPage
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *title;
  GtkLabel *lead;
  GtkLabel *problem;
  GtkBox *box;

  RoundelDesk *desk;
  RoundelLive *live;
  RoundelPad *pad; /* not owned: it is the session's, which lasts longer than any page over it */
  gboolean entered;
};

G_DEFINE_FINAL_TYPE (RoundelRoomPage, roundel_room_page, ADW_TYPE_BIN)

static void
clock_cb (RoundelRoomPage *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  g_autofree char *text = view->phase == ROUNDEL_SESSION_PHASE_FINISHED ? g_strdup (_("The session is over"))
                                                                        : roundel_live_dup_ends (view);

  adw_window_title_set_subtitle (self->window_title, text);
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

/* The window asks for the first place when the page is opened: that is where one writes, not the header bar. Afterwards Tab
 * comes to both. */
static gboolean
roundel_room_page_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  RoundelRoomPage *self = ROUNDEL_ROOM_PAGE (widget);

  if (!self->entered)
    {
      self->entered = TRUE;
      if (gtk_widget_child_focus (GTK_WIDGET (self->box), direction))
        return TRUE;
    }
  return GTK_WIDGET_CLASS (roundel_room_page_parent_class)->focus (widget, direction);
}

static void
roundel_room_page_dispose (GObject *object)
{
  RoundelRoomPage *self = ROUNDEL_ROOM_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->live);
  G_OBJECT_CLASS (roundel_room_page_parent_class)->dispose (object);
}

static void
roundel_room_page_class_init (RoundelRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_room_page_dispose;
  widget_class->focus = roundel_room_page_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPage, lead);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPage, problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPage, box);

  gtk_widget_class_install_action (widget_class, "room-page.done", NULL, done_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "room-page.done", NULL);
}

static void
roundel_room_page_init (RoundelRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_room_page_new:
 * @desk: what the screens work on
 * @live: the session
 * @pad: what is written down in it; must outlive the page
 * @title: what the page asks
 * @lead: what is to be said of it, in a sentence or two
 * @content: what it shows
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_room_page_new (RoundelDesk *desk,
                       RoundelLive *live,
                       RoundelPad  *pad,
                       const char  *title,
                       const char  *lead,
                       GtkWidget   *content)
{
  RoundelRoomPage *self = g_object_new (ROUNDEL_TYPE_ROOM_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->live = g_object_ref (live);
  self->pad = pad;
  adw_window_title_set_title (self->window_title, roundel_live_get_meeting (live)->title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->lead, lead);
  gtk_box_append (self->box, content);
  g_signal_connect_object (live, "changed", G_CALLBACK (clock_cb), self, G_CONNECT_SWAPPED);
  clock_cb (self);
  return GTK_WIDGET (self);
}

RoundelDesk *
roundel_room_page_get_desk (RoundelRoomPage *self)
{
  return self->desk;
}

RoundelLive *
roundel_room_page_get_live (RoundelRoomPage *self)
{
  return self->live;
}

RoundelPad *
roundel_room_page_get_pad (RoundelRoomPage *self)
{
  return self->pad;
}

/**
 * roundel_room_page_of:
 * @widget: something on a page
 *
 * Returns: (transfer none): the page
 */
RoundelRoomPage *
roundel_room_page_of (GtkWidget *widget)
{
  return ROUNDEL_ROOM_PAGE (gtk_widget_get_ancestor (widget, ROUNDEL_TYPE_ROOM_PAGE));
}

/**
 * roundel_room_page_warn:
 * @self: a page
 * @text: (nullable): what went wrong; %NULL when it is mended
 */
void
roundel_room_page_warn (RoundelRoomPage *self,
                        const char      *text)
{
  g_return_if_fail (ROUNDEL_IS_ROOM_PAGE (self));

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/**
 * roundel_room_page_save:
 * @self: a page on which something was written
 */
void
roundel_room_page_save (RoundelRoomPage *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ROUNDEL_IS_ROOM_PAGE (self));

  roundel_keep_save_pad (self->desk, self->live, self->pad, &error);
  roundel_room_page_warn (self, error != NULL ? error->message : NULL);
}
