/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/choose-page.h"

#include <glib/gi18n-lib.h>

#include "app/run/prepare.h"
#include "app/run/quick-form.h"
#include "app/widgets/outcome.h"
#include "app/widgets/plain-row.h"

/* What is to be run: the next session of a program, or a quick one. */
struct _RoundelChoosePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *sessions;
  GtkListBox *upcoming;
  RoundelQuickForm *quick;

  RoundelDesk *desk;
};

G_DEFINE_FINAL_TYPE (RoundelChoosePage, roundel_choose_page, ADW_TYPE_BIN)

static void
show_page (RoundelChoosePage *self,
           GtkWidget         *page)
{
  gboolean any = gtk_widget_get_first_child (GTK_WIDGET (self->upcoming)) != NULL;

  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choose.sessions", page != self->sessions && any);
}

static GtkWidget *
add_row (RoundelChoosePage *self,
         const char        *title,
         const char        *subtitle,
         const char        *icon_name,
         const char        *action,
         const char        *target)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);
  GtkWidget *row = roundel_plain_row_new (title, subtitle);
  GtkWidget *mark = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (mark, "way-icon");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  roundel_plain_row_leads (row, action, target != NULL ? g_variant_new_string (target) : NULL);
  /* two programs may be called the same */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->upcoming, row);
  return mark;
}

static void
add_upcoming (RoundelChoosePage     *self,
              const RoundelUpcoming *upcoming)
{
  GtkWidget *mark = add_row (self, upcoming->title, upcoming->subtitle, roundel_outcome_icon_name (upcoming->outcome),
                             "run.choose", upcoming->session);

  gtk_widget_add_css_class (mark, "hue");
  roundel_outcome_dress (mark, upcoming->outcome);
}

/* Actions */

static void
show_quick (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RoundelChoosePage *self = ROUNDEL_CHOOSE_PAGE (widget);

  show_page (self, GTK_WIDGET (self->quick));
  /* the stack has gone there by itself if the focus was on the page before */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->quick)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->quick), GTK_DIR_TAB_FORWARD);
}

static void
show_sessions (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoundelChoosePage *self = ROUNDEL_CHOOSE_PAGE (widget);

  show_page (self, self->sessions);
  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->upcoming)));
}

/* Overrides */

static void
roundel_choose_page_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_CHOOSE_PAGE (object)->desk);
  G_OBJECT_CLASS (roundel_choose_page_parent_class)->dispose (object);
}

static void
roundel_choose_page_class_init (RoundelChoosePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_choose_page_dispose;

  g_type_ensure (ROUNDEL_TYPE_QUICK_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/choose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelChoosePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoosePage, sessions);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoosePage, upcoming);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoosePage, quick);
  gtk_widget_class_install_action (widget_class, "choose.quick", NULL, show_quick);
  gtk_widget_class_install_action (widget_class, "choose.sessions", NULL, show_sessions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "choose.sessions", NULL);
}

static void
roundel_choose_page_init (RoundelChoosePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_choose_page_set_desk:
 * @self: the page
 * @desk: what it works on
 */
void
roundel_choose_page_set_desk (RoundelChoosePage *self,
                              RoundelDesk       *desk)
{
  g_return_if_fail (ROUNDEL_IS_CHOOSE_PAGE (self));
  g_return_if_fail (ROUNDEL_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  roundel_quick_form_set_library (self->quick, roundel_desk_get_library (desk));
}

/**
 * roundel_choose_page_refresh:
 * @self: the page
 * @error: return location
 *
 * Reads the next sessions again. Without any, the quick session is all there is.
 *
 * Returns: whether they could be read
 */
gboolean
roundel_choose_page_refresh (RoundelChoosePage  *self,
                             GError            **error)
{
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *row;
  gboolean any;

  g_return_val_if_fail (ROUNDEL_IS_CHOOSE_PAGE (self), FALSE);

  if (self->desk == NULL)
    return TRUE;
  list = roundel_upcoming_list (self->desk, error);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->upcoming))) != NULL)
    gtk_list_box_remove (self->upcoming, row);
  for (guint i = 0; list != NULL && i < list->len; i++)
    add_upcoming (self, list->pdata[i]);
  any = list != NULL && list->len > 0;
  if (any)
    {
      add_row (self, _("Partner meeting"), _("Half the time each, and nobody leads"), "system-users-symbolic", "run.partners",
               NULL);
      add_row (self, _("Quick session"), _("With whoever is in the room"), "media-playback-start-symbolic", "choose.quick",
               NULL);
    }
  show_page (self, any ? self->sessions : GTK_WIDGET (self->quick));
  return list != NULL;
}

/**
 * roundel_choose_page_get_quick:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): the quick session that was asked for
 */
RoundelMeeting *
roundel_choose_page_get_quick (RoundelChoosePage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_CHOOSE_PAGE (self), NULL);

  return roundel_quick_form_make_meeting (self->quick);
}
