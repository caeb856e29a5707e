/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/empty-page.h"

#include "app/widgets/ring.h"

/* What a page shows before there is anything on it: an open ring, one sentence, and one button for what to do. All is
 * set in the .ui file that uses it; without `button-label` there is no button. */
struct _RoundelEmptyPage
{
  AdwBin parent_instance;

  GtkWidget *button;
  char *texts[4];
};

enum
{
  PROP_TITLE = 1,
  PROP_DESCRIPTION,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelEmptyPage, roundel_empty_page, ADW_TYPE_BIN)

static void
roundel_empty_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RoundelEmptyPage *self = ROUNDEL_EMPTY_PAGE (object);

  g_value_set_string (value, self->texts[prop_id - 1]);
}

static void
roundel_empty_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RoundelEmptyPage *self = ROUNDEL_EMPTY_PAGE (object);
  const char *text = g_value_get_string (value);

  if (g_strcmp0 (self->texts[prop_id - 1], text) == 0)
    return;
  g_free (self->texts[prop_id - 1]);
  self->texts[prop_id - 1] = g_strdup (text);
  if (prop_id == PROP_BUTTON_LABEL)
    gtk_widget_set_visible (self->button, text != NULL);
  g_object_notify_by_pspec (object, pspec);
}

static void
roundel_empty_page_finalize (GObject *object)
{
  RoundelEmptyPage *self = ROUNDEL_EMPTY_PAGE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (roundel_empty_page_parent_class)->finalize (object);
}

static void
roundel_empty_page_class_init (RoundelEmptyPageClass *klass)
{
  const char *names[] = { NULL, "title", "description", "button-label", "action-name" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_empty_page_get_property;
  object_class->set_property = roundel_empty_page_set_property;
  object_class->finalize = roundel_empty_page_finalize;
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelEmptyPage, button);
}

static void
roundel_empty_page_init (RoundelEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->button, FALSE);
}
