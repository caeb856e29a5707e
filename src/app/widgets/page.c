/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/page.h"

#include "app/widgets/width-bin.h"

/* What takes the whole window for a while: a header bar and what stands below it. In a template children of type `start` and
 * `end` go into the header bar, that of type `action`, what the page is for, too, or to the foot of a narrow page. All others
 * stand one below the other. */
struct _RoundelPage
{
  AdwBin parent_instance;

  RoundelWidthBin *width;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkBox *body;
  GtkBox *foot;
  GtkWidget *action;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void roundel_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RoundelPage, roundel_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, roundel_page_buildable_init))

/* Callbacks */

static void
narrow_cb (RoundelPage *self)
{
  gboolean narrow = roundel_width_bin_is_narrow (self->width);
  gboolean focused = self->action != NULL && gtk_widget_has_focus (self->action);

  if (self->action == NULL || narrow == gtk_widget_get_visible (GTK_WIDGET (self->foot)))
    return;
  g_object_ref (self->action);
  if (narrow)
    {
      adw_header_bar_remove (self->header, self->action);
      gtk_box_append (self->foot, self->action);
    }
  else
    {
      gtk_box_remove (self->foot, self->action);
      adw_header_bar_pack_end (self->header, self->action);
    }
  g_object_unref (self->action);
  gtk_widget_set_hexpand (self->action, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), narrow);
  if (focused)
    gtk_widget_grab_focus (self->action);
}

/* Overrides */

static void
roundel_page_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  RoundelPage *self = ROUNDEL_PAGE (buildable);

  if (self->body == NULL)
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (self->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (self->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "action") == 0)
    {
      self->action = GTK_WIDGET (child);
      adw_header_bar_pack_end (self->header, self->action);
      narrow_cb (self);
    }
  else
    gtk_box_append (self->body, GTK_WIDGET (child));
}

static void
roundel_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = roundel_page_add_child;
}

static void
roundel_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RoundelPage *self = ROUNDEL_PAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE: g_value_set_string (value, adw_window_title_get_title (self->title)); break;
    case PROP_SUBTITLE: g_value_set_string (value, adw_window_title_get_subtitle (self->title)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RoundelPage *self = ROUNDEL_PAGE (object);
  const char *text = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_TITLE: adw_window_title_set_title (self->title, text != NULL ? text : ""); break;
    case PROP_SUBTITLE: adw_window_title_set_subtitle (self->title, text != NULL ? text : ""); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_page_class_init (RoundelPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_page_get_property;
  object_class->set_property = roundel_page_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPage, width);
  gtk_widget_class_bind_template_child (widget_class, RoundelPage, header);
  gtk_widget_class_bind_template_child (widget_class, RoundelPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPage, foot);
  gtk_widget_class_bind_template_child (widget_class, RoundelPage, body);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
roundel_page_init (RoundelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
