/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/between-row.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/spin-wheel.h"

#define MOST_DAYS 90

/* One thing to do in the time that leads to a session. */
struct _RoundelBetweenRow
{
  GtkListBoxRow parent_instance;

  GtkDropDown *kind;
  GtkEditable *text;
  GtkSpinButton *before;
  GtkWidget *remove;
  gboolean setting;
};

enum
{
  EDITED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelBetweenRow, roundel_between_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_name (gpointer    widget,
          const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* There are several rows: each is known by what is to be done. */
static void
name_controls (RoundelBetweenRow *self)
{
  const char *text = gtk_editable_get_text (self->text);
  const char *what = *text != '\0' ? text : _("nothing yet");
  /* Translators: %s is what is to be done between two sessions */
  g_autofree char *kind = g_strdup_printf (_("Kind of “%s”"), what);
  /* Translators: %s is what is to be done between two sessions */
  g_autofree char *before = g_strdup_printf (_("Days before the session for “%s”; 0 for any time"), what);
  /* Translators: %s is what is to be done between two sessions */
  g_autofree char *removes = g_strdup_printf (_("Remove “%s”"), what);

  set_name (self->kind, kind);
  set_name (self->before, before);
  set_name (self->remove, removes);
}

static void
edited_cb (RoundelBetweenRow *self)
{
  name_controls (self);
  if (!self->setting)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
removed_cb (RoundelBetweenRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
roundel_between_row_class_init (RoundelBetweenRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_between_row_init (RoundelBetweenRow *self)
{
  const char *const kinds[] = { _("Overview"), _("With the partner"), _("For real"), _("Prompt"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *days = gtk_label_new (_("days before"));

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  gtk_widget_set_hexpand (GTK_WIDGET (self->kind), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind), _("What kind it is"));
  roundel_compat_name_drop_down (GTK_WIDGET (self->kind));
  self->before = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MOST_DAYS, 1));
  roundel_spin_wheel_off (GTK_WIDGET (self->before));
  gtk_widget_set_hexpand (GTK_WIDGET (self->before), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->before), _("Days before the session; 0 for any time"));
  gtk_widget_add_css_class (days, "note");
  self->text = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), _("What is to be done"));
  set_name (self->text, _("What is to be done"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _("What is to be done"));
  self->remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  gtk_widget_set_tooltip_text (self->remove, _("Remove"));
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (line), self->remove);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->before));
  gtk_box_append (GTK_BOX (line), days);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "card-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->before, "value-changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  name_controls (self);
}

GtkWidget *
roundel_between_row_new (void)
{
  return g_object_new (ROUNDEL_TYPE_BETWEEN_ROW, NULL);
}

/**
 * roundel_between_row_set:
 * @self: a row, which emits `edited` and `removed`
 * @between: what it shows
 *
 * Says nothing by `edited`.
 */
void
roundel_between_row_set (RoundelBetweenRow    *self,
                         const RoundelBetween *between)
{
  g_return_if_fail (ROUNDEL_IS_BETWEEN_ROW (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->kind, between->kind);
  if (g_strcmp0 (gtk_editable_get_text (self->text), between->text) != 0)
    gtk_editable_set_text (self->text, between->text);
  gtk_spin_button_set_value (self->before, between->before);
  self->setting = FALSE;
}

RoundelBetweenKind
roundel_between_row_get_kind (RoundelBetweenRow *self)
{
  return gtk_drop_down_get_selected (self->kind);
}

const char *
roundel_between_row_get_text (RoundelBetweenRow *self)
{
  return gtk_editable_get_text (self->text);
}

guint
roundel_between_row_get_before (RoundelBetweenRow *self)
{
  return (guint) gtk_spin_button_get_value_as_int (self->before);
}
