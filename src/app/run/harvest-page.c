/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/harvest-page.h"

#include <glib/gi18n-lib.h>

#define ROUNDEL_TYPE_HARVEST_LINES (roundel_harvest_lines_get_type ())
G_DECLARE_FINAL_TYPE (RoundelHarvestLines, roundel_harvest_lines, ROUNDEL, HARVEST_LINES, AdwBin)

/* Three lines, written down and read back (R3). */
struct _RoundelHarvestLines
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkEditable *lines[ROUNDEL_PAD_LINES];
  GtkLabel *read[ROUNDEL_PAD_LINES];
  GtkToggleButton *read_back;
};

G_DEFINE_FINAL_TYPE (RoundelHarvestLines, roundel_harvest_lines, ADW_TYPE_BIN)

static void
changed_cb (RoundelHarvestLines *self)
{
  RoundelRoomPage *page = roundel_room_page_of (GTK_WIDGET (self));

  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    roundel_pad_set_line (roundel_room_page_get_pad (page), i, gtk_editable_get_text (self->lines[i]));
  roundel_room_page_save (page);
}

static void
read_back_cb (RoundelHarvestLines *self)
{
  RoundelPad *pad = roundel_room_page_get_pad (roundel_room_page_of (GTK_WIDGET (self)));
  gboolean read = gtk_toggle_button_get_active (self->read_back);

  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    {
      gtk_label_set_text (self->read[i], pad->harvest[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->read[i]), *pad->harvest[i] != '\0');
    }
  gtk_stack_set_visible_child_name (self->stack, read ? "read" : "write");
  if (!read)
    gtk_widget_grab_focus (GTK_WIDGET (self->lines[0]));
}

static void
roundel_harvest_lines_map (GtkWidget *widget)
{
  RoundelHarvestLines *self = ROUNDEL_HARVEST_LINES (widget);
  RoundelPad *pad = roundel_room_page_get_pad (roundel_room_page_of (widget));

  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    {
      g_signal_handlers_block_by_func (self->lines[i], changed_cb, self);
      gtk_editable_set_text (self->lines[i], pad->harvest[i]);
      g_signal_handlers_unblock_by_func (self->lines[i], changed_cb, self);
    }
  GTK_WIDGET_CLASS (roundel_harvest_lines_parent_class)->map (widget);
}

static void
roundel_harvest_lines_class_init (RoundelHarvestLinesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = roundel_harvest_lines_map;
}

static void
roundel_harvest_lines_init (RoundelHarvestLines *self)
{
  static const char *const names[] = { N_("First line"), N_("Second line"), N_("Third line") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *write = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *read = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = gtk_toggle_button_new_with_label (_("Read Back"));

  self->stack = GTK_STACK (gtk_stack_new ());
  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    {
      GtkWidget *entry = gtk_entry_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_entry_set_max_length (GTK_ENTRY (entry), ROUNDEL_PAD_TEXT);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[i]), -1);
      gtk_widget_add_css_class (entry, "harvest-line");
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (write), entry);
      self->lines[i] = GTK_EDITABLE (entry);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "title-2");
      gtk_box_append (GTK_BOX (read), label);
      self->read[i] = GTK_LABEL (label);
    }
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, write, "write");
  gtk_stack_add_named (self->stack, read, "read");
  self->read_back = GTK_TOGGLE_BUTTON (button);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "toggled", G_CALLBACK (read_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
roundel_harvest_page_new (RoundelDesk *desk,
                          RoundelLive *live,
                          RoundelPad  *pad)
{
  return roundel_room_page_new (desk, live, pad, _("What did we learn?"),
                                _("Three lines that may leave this room, and no names. Write them down, and read them back."),
                                g_object_new (ROUNDEL_TYPE_HARVEST_LINES, NULL));
}
