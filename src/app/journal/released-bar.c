/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/released-bar.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "store/journal/release.h"

/* What others can read of a page, and the way to take it back. */
struct _RoundelReleasedBar
{
  AdwBin parent_instance;

  GtkLabel *text;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *entry;
};

static guint said_signal;

G_DEFINE_FINAL_TYPE (RoundelReleasedBar, roundel_released_bar, ADW_TYPE_BIN)

static GPtrArray *
list (RoundelReleasedBar  *self,
      GError             **error)
{
  return self->entry != NULL
           ? roundel_release_list (self->journal, roundel_desk_get_notebook (self->desk), self->entry, error) : NULL;
}

static void
show (RoundelReleasedBar *self)
{
  g_autoptr (GPtrArray) released = list (self, NULL);
  const char *text = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; released != NULL && text == NULL && i < released->len; i++)
    text = ((RoundelRelease *) released->pdata[i])->text;
  if (text != NULL)
    said = g_strdup_printf (_("Your circle can read this lesson: “%s”"), text);
  gtk_label_set_label (self->text, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self), said != NULL);
}

static void
answered (const char *answer,
          gpointer    user_data)
{
  g_autoptr (RoundelReleasedBar) self = user_data;
  g_autoptr (GPtrArray) released = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "take-back") || self->desk == NULL)
    return;
  released = list (self, &error);
  for (guint i = 0; released != NULL && error == NULL && i < released->len; i++)
    {
      const RoundelRelease *one = released->pdata[i];

      if (one->text != NULL)
        roundel_release_take_back (self->journal, roundel_desk_get_notebook (self->desk), one->id, &error);
    }
  show (self);
  g_signal_emit (self, said_signal, 0, error != NULL ? error->message : _("Taken back. Your page stays."));
}

static void
take_back (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  const RoundelAnswer answers[] = {
    { "keep", _("_Leave It There"), ADW_RESPONSE_DEFAULT },
    { "take-back", _("_Take Back"), ADW_RESPONSE_SUGGESTED },
  };

  roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Take the lesson back?"),
                      _("Its words go from this notebook now, and from every other copy when that copy is next brought "
                        "together with yours. Backups, files already handed on and what somebody has read are out of reach."),
                      answers, G_N_ELEMENTS (answers), "keep", answered, g_object_ref (widget));
}

/* Overrides */

static void
roundel_released_bar_dispose (GObject *object)
{
  RoundelReleasedBar *self = ROUNDEL_RELEASED_BAR (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->entry, g_free);
  G_OBJECT_CLASS (roundel_released_bar_parent_class)->dispose (object);
}

static void
roundel_released_bar_class_init (RoundelReleasedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_released_bar_dispose;

  /**
   * RoundelReleasedBar::said:
   * @text: what was done, or what stood in its way
   */
  said_signal = g_signal_new ("said", ROUNDEL_TYPE_RELEASED_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/released-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasedBar, text);
  gtk_widget_class_install_action (widget_class, "released.take-back", NULL, take_back);
}

static void
roundel_released_bar_init (RoundelReleasedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_released_bar_show:
 * @self: a bar
 * @desk: where the notebook is
 * @journal: where the page is
 * @entry: (nullable): id of the page; the bar is in view while somebody can read something of it
 */
void
roundel_released_bar_show (RoundelReleasedBar *self,
                           RoundelDesk        *desk,
                           RoundelJournal     *journal,
                           const char         *entry)
{
  char *id = g_strdup (entry);

  g_return_if_fail (ROUNDEL_IS_RELEASED_BAR (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->journal, journal);
  g_free (self->entry);
  self->entry = id;
  show (self);
}
