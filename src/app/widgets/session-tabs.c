/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/session-tabs.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"

/* The sessions of a circle by their numbers, of which one is shown. */
struct _RoundelSessionTabs
{
  AdwBin parent_instance;

  GtkBox *box;
  gboolean setting;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RoundelSessionTabs, roundel_session_tabs, ADW_TYPE_BIN)

static void
toggled_cb (RoundelSessionTabs *self,
            GtkToggleButton    *tab)
{
  g_autofree char *id = NULL;

  if (self->setting || !gtk_toggle_button_get_active (tab))
    return;
  id = g_strdup (g_object_get_data (G_OBJECT (tab), "session")); /* the tab may go */
  g_signal_emit (self, chosen_signal, 0, id);
}

static GtkToggleButton *
add_tab (RoundelSessionTabs   *self,
         const RoundelProgram *program,
         const RoundelSession *session,
         guint                 outcome)
{
  g_autofree char *title = roundel_words_session_title (program, session);
  g_autofree char *number = g_strdup_printf ("%u", session->number);
  GtkWidget *tab = gtk_toggle_button_new_with_label (number);

  g_object_set_data_full (G_OBJECT (tab), "session", g_strdup (session->id), g_free);
  gtk_widget_set_tooltip_text (tab, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (tab, "circular");
  gtk_widget_add_css_class (tab, "session-tab");
  gtk_widget_add_css_class (tab, "outcome-text"); /* dark enough for the number on it */
  roundel_outcome_dress (tab, outcome);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, tab);
  return GTK_TOGGLE_BUTTON (tab);
}

static void
roundel_session_tabs_class_init (RoundelSessionTabsClass *klass)
{
  /* (id of a session) */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
roundel_session_tabs_init (RoundelSessionTabs *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
roundel_session_tabs_new (void)
{
  return g_object_new (ROUNDEL_TYPE_SESSION_TABS, NULL);
}

/**
 * roundel_session_tabs_set:
 * @self: tabs, which emit `chosen`
 * @program: a program
 * @session: one of its sessions; the tabs are those of its circle
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_session_tabs_set (RoundelSessionTabs   *self,
                          const RoundelProgram *program,
                          const RoundelSession *session,
                          guint                 outcome)
{
  GtkToggleButton *first = NULL;

  g_return_if_fail (ROUNDEL_IS_SESSION_TABS (self));

  self->setting = TRUE;
  for (GtkWidget *tab; (tab = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, tab);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *of = program->sessions->pdata[i];
      GtkToggleButton *tab;

      if (g_strcmp0 (of->circle, session->circle) != 0)
        continue;
      tab = add_tab (self, program, of, outcome);
      if (first != NULL)
        gtk_toggle_button_set_group (tab, first);
      else
        first = tab;
      gtk_toggle_button_set_active (tab, of == session);
    }
  self->setting = FALSE;
}
