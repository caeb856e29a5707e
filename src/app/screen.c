/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/screen.h"

typedef struct
{
  AdwHeaderBar *header;
  GtkWidget *switcher_title;
  GtkMenuButton *menu_button;
  AdwBin *content;
  char *title;
  char *subtitle;
  gboolean switcher;
  guint narrow_idle;
} RoundelScreenPrivate;

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SUBTITLE,
  PROP_SWITCHER,
  PROP_SWITCHER_BAR,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void roundel_screen_buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (RoundelScreen, roundel_screen, ADW_TYPE_BIN,
                         G_ADD_PRIVATE (RoundelScreen)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, roundel_screen_buildable_init))

#define PRIVATE(screen) ((RoundelScreenPrivate *) roundel_screen_get_instance_private (screen))

static gboolean
wants_switcher_bar (RoundelScreen *self)
{
  gboolean narrow = FALSE;

  g_object_get (PRIVATE (self)->switcher_title, "title-visible", &narrow, NULL);
  return PRIVATE (self)->switcher && narrow;
}

static gboolean
narrow_cb (gpointer user_data)
{
  RoundelScreen *self = user_data;

  PRIVATE (self)->narrow_idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWITCHER_BAR]);
  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out, when no bar may appear any more. */
static void
title_visible_cb (RoundelScreen *self)
{
  if (PRIVATE (self)->narrow_idle == 0)
    PRIVATE (self)->narrow_idle = g_idle_add (narrow_cb, self);
}

static void
roundel_screen_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  RoundelScreenPrivate *priv = PRIVATE (ROUNDEL_SCREEN (buildable));

  if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
roundel_screen_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = roundel_screen_add_child;
}

/* The switcher shows the stack the screen is a page of. */
static void
roundel_screen_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roundel_screen_parent_class)->root (widget);
  g_object_set (PRIVATE (ROUNDEL_SCREEN (widget))->switcher_title,
                "stack", gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_STACK), NULL);
}

static void
roundel_screen_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RoundelScreen *self = ROUNDEL_SCREEN (object);
  RoundelScreenPrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_CONTENT: g_value_set_object (value, adw_bin_get_child (priv->content)); break;
    case PROP_SUBTITLE: g_value_set_string (value, priv->subtitle); break;
    case PROP_SWITCHER: g_value_set_boolean (value, priv->switcher); break;
    case PROP_SWITCHER_BAR: g_value_set_boolean (value, wants_switcher_bar (self)); break;
    case PROP_TITLE: g_value_set_string (value, priv->title); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_screen_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  RoundelScreen *self = ROUNDEL_SCREEN (object);
  RoundelScreenPrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_CONTENT: adw_bin_set_child (priv->content, g_value_get_object (value)); break;
    case PROP_SUBTITLE: roundel_screen_set_title (self, priv->title, g_value_get_string (value)); break;
    case PROP_SWITCHER: roundel_screen_set_switcher (self, g_value_get_boolean (value)); break;
    case PROP_TITLE: roundel_screen_set_title (self, g_value_get_string (value), priv->subtitle); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_screen_dispose (GObject *object)
{
  g_clear_handle_id (&PRIVATE (ROUNDEL_SCREEN (object))->narrow_idle, g_source_remove);
  G_OBJECT_CLASS (roundel_screen_parent_class)->dispose (object);
}

static void
roundel_screen_finalize (GObject *object)
{
  RoundelScreenPrivate *priv = PRIVATE (ROUNDEL_SCREEN (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (roundel_screen_parent_class)->finalize (object);
}

static void
roundel_screen_class_init (RoundelScreenClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_screen_get_property;
  object_class->set_property = roundel_screen_set_property;
  object_class->dispose = roundel_screen_dispose;
  object_class->finalize = roundel_screen_finalize;
  widget_class->root = roundel_screen_root;

  /* what the page shows below the header bar */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  /* title and subtitle take the place of the switcher in a narrow window */
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  /* whether a narrow window has the switcher bar at its foot */
  properties[PROP_SWITCHER] = g_param_spec_boolean ("switcher", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_SWITCHER_BAR] = g_param_spec_boolean ("switcher-bar", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/screen.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RoundelScreen, header);
  gtk_widget_class_bind_template_child_private (widget_class, RoundelScreen, switcher_title);
  gtk_widget_class_bind_template_child_private (widget_class, RoundelScreen, menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, RoundelScreen, content);
}

static void
roundel_screen_init (RoundelScreen *self)
{
  PRIVATE (self)->switcher = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (PRIVATE (self)->switcher_title, "notify::title-visible", G_CALLBACK (title_visible_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * roundel_screen_set_title:
 * @self: a screen
 * @title: (nullable): shown in the place of the switcher in a narrow window
 * @subtitle: (nullable): below it
 */
void
roundel_screen_set_title (RoundelScreen *self,
                          const char    *title,
                          const char    *subtitle)
{
  RoundelScreenPrivate *priv = PRIVATE (self);

  g_return_if_fail (ROUNDEL_IS_SCREEN (self));

  if (g_strcmp0 (priv->title, title) != 0)
    {
      g_free (priv->title);
      priv->title = g_strdup (title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (g_strcmp0 (priv->subtitle, subtitle) != 0)
    {
      g_free (priv->subtitle);
      priv->subtitle = g_strdup (subtitle);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
    }
}

/**
 * roundel_screen_set_switcher:
 * @self: a screen
 * @switcher: %FALSE hides the switcher bar of a narrow window, as while a round runs
 */
void
roundel_screen_set_switcher (RoundelScreen *self,
                             gboolean       switcher)
{
  RoundelScreenPrivate *priv = PRIVATE (self);

  g_return_if_fail (ROUNDEL_IS_SCREEN (self));

  if (priv->switcher == !!switcher)
    return;
  priv->switcher = !!switcher;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWITCHER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWITCHER_BAR]);
}

/**
 * roundel_screen_set_header:
 * @self: a screen
 * @header: %FALSE leaves the whole window to the page, as for a view of the room
 */
void
roundel_screen_set_header (RoundelScreen *self,
                           gboolean       header)
{
  g_return_if_fail (ROUNDEL_IS_SCREEN (self));

  gtk_widget_set_visible (GTK_WIDGET (PRIVATE (self)->header), header);
}

/**
 * roundel_screen_open_menu:
 * @self: a screen
 *
 * Opens the main menu.
 */
void
roundel_screen_open_menu (RoundelScreen *self)
{
  g_return_if_fail (ROUNDEL_IS_SCREEN (self));

  gtk_menu_button_popup (PRIVATE (self)->menu_button);
}

/**
 * roundel_screen_focus_content:
 * @self: a screen
 *
 * Puts the focus on what the screen shows, and not on its header bar; where it is on that already, it stays.
 */
void
roundel_screen_focus_content (RoundelScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *content = GTK_WIDGET (PRIVATE (self)->content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_if_fail (ROUNDEL_IS_SCREEN (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, content))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}
