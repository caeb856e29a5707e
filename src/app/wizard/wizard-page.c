/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/wizard-page.h"

typedef struct
{
  RoundelDraftModel *model;
  gboolean refreshing;
} RoundelWizardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RoundelWizardPage, roundel_wizard_page, ADW_TYPE_BIN)

#define PRIVATE(page) ((RoundelWizardPagePrivate *) roundel_wizard_page_get_instance_private (page))

static void
refresh (RoundelWizardPage *self)
{
  RoundelWizardPagePrivate *priv = PRIVATE (self);

  if (priv->refreshing || priv->model == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->refreshing = TRUE;
  ROUNDEL_WIZARD_PAGE_GET_CLASS (self)->refresh (self, priv->model);
  priv->refreshing = FALSE;
}

/* It is only filled while it is seen. */
static void
roundel_wizard_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roundel_wizard_page_parent_class)->map (widget);
  refresh (ROUNDEL_WIZARD_PAGE (widget));
}

static void
roundel_wizard_page_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (ROUNDEL_WIZARD_PAGE (object))->model);
  G_OBJECT_CLASS (roundel_wizard_page_parent_class)->dispose (object);
}

static void
roundel_wizard_page_class_init (RoundelWizardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_wizard_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = roundel_wizard_page_map;
}

static void
roundel_wizard_page_init (RoundelWizardPage *self)
{
}

/**
 * roundel_wizard_page_set_model:
 * @self: a page
 * @model: the draft it edits; a page has one for its whole life
 */
void
roundel_wizard_page_set_model (RoundelWizardPage *self,
                               RoundelDraftModel *model)
{
  g_return_if_fail (ROUNDEL_IS_WIZARD_PAGE (self) && PRIVATE (self)->model == NULL);

  PRIVATE (self)->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

RoundelDraftModel *
roundel_wizard_page_get_model (RoundelWizardPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WIZARD_PAGE (self), NULL);

  return PRIVATE (self)->model;
}

/**
 * roundel_wizard_page_is_refreshing:
 * @self: a page
 *
 * Returns: whether a change of a widget comes from the draft, and is no edit; or there is no draft yet
 */
gboolean
roundel_wizard_page_is_refreshing (RoundelWizardPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WIZARD_PAGE (self), TRUE);

  return PRIVATE (self)->refreshing || PRIVATE (self)->model == NULL;
}

/**
 * roundel_wizard_page_leave:
 * @self: the page that is left, or finished on
 */
void
roundel_wizard_page_leave (RoundelWizardPage *self)
{
  g_return_if_fail (ROUNDEL_IS_WIZARD_PAGE (self));

  if (ROUNDEL_WIZARD_PAGE_GET_CLASS (self)->leave != NULL)
    ROUNDEL_WIZARD_PAGE_GET_CLASS (self)->leave (self);
}
