/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/session-pane.h"

#include <glib/gi18n-lib.h>

#include "app/plan/between-row.h"

/* What a session brings in besides its rounds: a title, a knowledge input with its source, a question (D9), and what is done
 * in the time that leads to it (D10). Each change is told by `edited` with the plan as it is then. */
struct _RoundelSessionPane
{
  AdwBin parent_instance;

  GtkEditable *texts[ROUNDEL_PLAN_N_TEXTS];
  GtkListBox *between;
  GtkWidget *add;
  const RoundelSessionPlan *plan; /* the editor's, as it stands */
  gboolean setting;
};

static guint edited_signal;

G_DEFINE_FINAL_TYPE (RoundelSessionPane, roundel_session_pane, ADW_TYPE_BIN)

/* Takes PLAN over. */
static void
edit (RoundelSessionPane *self,
      RoundelSessionPlan *plan,
      const char         *what,
      guint               at)
{
  g_autoptr (RoundelSessionPlan) owned = plan;
  g_autofree char *of_text = what != NULL ? g_strdup_printf ("%s %u", what, at) : NULL;

  g_signal_emit (self, edited_signal, 0, plan, of_text);
}

static void
text_cb (RoundelSessionPane *self,
         GtkEditable        *entry)
{
  guint text = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "text"));

  if (!self->setting)
    edit (self, roundel_session_plan_set_text (self->plan, text, gtk_editable_get_text (entry)), "text", text);
}

static void
between_edited_cb (RoundelSessionPane *self,
                   RoundelBetweenRow  *row)
{
  guint at = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (!self->setting && at < self->plan->between->len)
    edit (self, roundel_session_plan_set_between (self->plan, at, roundel_between_row_get_kind (row),
                                                  roundel_between_row_get_text (row), roundel_between_row_get_before (row)),
          "between", at);
}

static void
between_removed_cb (RoundelSessionPane *self,
                    RoundelBetweenRow  *row)
{
  guint at = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (at < self->plan->between->len)
    edit (self, roundel_session_plan_remove_between (self->plan, at), NULL, 0);
}

static void
add_cb (RoundelSessionPane *self)
{
  guint n = self->plan->between->len;
  GtkListBoxRow *row;

  edit (self, roundel_session_plan_set_between (self->plan, n, n == 0 ? ROUNDEL_BETWEEN_PARTNER : ROUNDEL_BETWEEN_REAL,
                                                n == 0 ? _("Practise it with your partner, once") : _("Then for real, once"), 0),
        NULL, 0);
  row = gtk_list_box_get_row_at_index (self->between, (int) n);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
roundel_session_pane_class_init (RoundelSessionPaneClass *klass)
{
  /* (the plan with the change, what was changed) */
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static GtkWidget *
make_heading (const char *text,
              const char *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (why);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "note");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_start (box, 3);
  return box;
}

static void
roundel_session_pane_init (RoundelSessionPane *self)
{
  const char *const titles[] = { _("Title of the session"), _("Knowledge input"), _("Its source"), _("Checked by"),
                                 _("Question for the discussion") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      self->texts[i] = GTK_EDITABLE (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      g_object_set_data (G_OBJECT (row), "text", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "changed", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (box), make_heading (_("This session"), _("Something to build on, so that it is no venting session.")));
  gtk_box_append (GTK_BOX (box), group);

  gtk_box_append (GTK_BOX (box), make_heading (_("Before this session"), _("Practice makes the habit: first with a partner, then for real.")));
  self->between = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->between, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->between), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->between), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Before this session"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->between));
  self->add = gtk_button_new_with_label (_("Add Practice"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->add);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_session_pane_set:
 * @self: a pane, which emits `edited`
 * @plan: what it shows; it has to stay until the next one
 *
 * The rows stay, so that the focus does.
 */
void
roundel_session_pane_set (RoundelSessionPane       *self,
                          const RoundelSessionPlan *plan)
{
  GtkListBoxRow *row;

  g_return_if_fail (ROUNDEL_IS_SESSION_PANE (self));

  self->plan = plan;
  self->setting = TRUE;
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    {
      g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->texts[i])));
      const char *text = plan->texts[i] != NULL ? plan->texts[i] : "";

      if (!g_str_equal (typed, text))
        gtk_editable_set_text (self->texts[i], text);
    }
  for (guint i = 0; i < plan->between->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->between, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (roundel_between_row_new ());
          g_signal_connect_object (row, "edited", G_CALLBACK (between_edited_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "removed", G_CALLBACK (between_removed_cb), self, G_CONNECT_SWAPPED);
          gtk_list_box_append (self->between, GTK_WIDGET (row));
        }
      roundel_between_row_set (ROUNDEL_BETWEEN_ROW (row), plan->between->pdata[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->between, (int) plan->between->len)) != NULL)
    gtk_list_box_remove (self->between, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->between), plan->between->len > 0);
  self->setting = FALSE;
}
