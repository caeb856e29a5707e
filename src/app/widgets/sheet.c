/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/sheet.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/paragraph.h"
#include "app/window.h"

/* A page for roundel_window_push() that is read and answered from top to bottom, with a way back. */
struct _RoundelSheet
{
  AdwBin parent_instance;

  GtkBox *body;
};

G_DEFINE_FINAL_TYPE (RoundelSheet, roundel_sheet, ADW_TYPE_BIN)

static void
close_sheet (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
roundel_sheet_class_init (RoundelSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "sheet.close", NULL, close_sheet);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sheet.close", NULL);
}

static void
roundel_sheet_init (RoundelSheet *self)
{
}

/**
 * roundel_sheet_new:
 * @title: of the page
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
roundel_sheet_new (const char *title)
{
  RoundelSheet *self = g_object_new (ROUNDEL_TYPE_SHEET, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *close = gtk_button_new_with_label (_("Close"));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "sheet.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), close);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  gtk_widget_add_css_class (header, "chrome");
  gtk_widget_set_margin_top (body, 24);
  gtk_widget_set_margin_bottom (body, 24);
  gtk_widget_set_margin_start (body, 12);
  gtk_widget_set_margin_end (body, 12);
  self->body = GTK_BOX (body);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * roundel_sheet_add:
 * @self: a page
 * @child: (transfer floating): what comes next on it
 */
void
roundel_sheet_add (RoundelSheet *self,
                   GtkWidget    *child)
{
  gtk_box_append (self->body, child);
}

/**
 * roundel_sheet_add_text:
 * @self: a page
 * @text: what it says next
 * @css_class: (nullable): how
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
roundel_sheet_add_text (RoundelSheet *self,
                        const char   *text,
                        const char   *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  roundel_sheet_add (self, label);
  return label;
}

/**
 * roundel_sheet_empty:
 * @self: a page
 *
 * Takes all off, for what comes next.
 */
void
roundel_sheet_empty (RoundelSheet *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
}
