/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/fold.h"

/* A leaflet that is watched. It belongs to the leaflet, and ends with it. */
typedef struct
{
  GtkWidget *leaflet;
  GtkWidget *owner;
  RoundelFoldFunc func;
  guint idle_id;
} Fold;

static void
fold_free (gpointer data)
{
  Fold *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_free (self);
}

static gboolean
fold_cb (gpointer user_data)
{
  Fold *self = user_data;
  gboolean folded = FALSE;
  g_autofree char *page = NULL;

  self->idle_id = 0;
  /* its owner has given it up */
  if (gtk_widget_get_parent (self->leaflet) == NULL)
    return G_SOURCE_REMOVE;
  g_object_get (self->leaflet, "folded", &folded, "visible-child-name", &page, NULL);
  if (folded)
    gtk_widget_add_css_class (self->leaflet, "folded");
  else
    gtk_widget_remove_css_class (self->leaflet, "folded");
  self->func (self->owner, folded, page);
  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out, when nothing may come or go. */
static void
changed_cb (Fold *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (fold_cb, self);
}

/**
 * roundel_fold_watch:
 * @leaflet: an AdwLeaflet
 * @owner: the widget in whose template it is
 * @func: what @owner does when the leaflet folds or unfolds, or shows another page
 *
 * A leaflet that is folded has the CSS class `folded`. @func is called outside of layout.
 */
void
roundel_fold_watch (GtkWidget       *leaflet,
                    GtkWidget       *owner,
                    RoundelFoldFunc  func)
{
  Fold *self = g_new0 (Fold, 1);

  self->leaflet = leaflet;
  self->owner = owner;
  self->func = func;
  g_object_set_data_full (G_OBJECT (leaflet), "fold", self, fold_free);
  g_signal_connect_swapped (leaflet, "notify::folded", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (leaflet, "notify::visible-child-name", G_CALLBACK (changed_cb), self);
}
