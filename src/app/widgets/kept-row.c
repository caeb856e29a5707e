/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/kept-row.h"

/* What was shown or taken last; what differs from it was typed since. */
#define KNOWN "roundel-known"

static const char *
get_known (AdwEntryRow *row)
{
  const char *known = g_object_get_data (G_OBJECT (row), KNOWN);

  return known != NULL ? known : "";
}

/* As Return does, so that the row shows no longer that there is something to apply. */
static void
left_cb (AdwEntryRow *row)
{
  if (roundel_kept_row_is_unsaved (row))
    g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (row)), "activate");
}

/* Return, where nothing was typed: what came in without the cursor, by a drop or an assistive technology, is applied as well. */
static void
activated_cb (AdwEntryRow *row)
{
  if (roundel_kept_row_is_unsaved (row))
    g_signal_emit_by_name (row, "apply");
}

/**
 * roundel_kept_row_init:
 * @row: a row
 *
 * From now on what was typed is applied when the row is left: its `apply` is emitted as if Return had been pressed.
 */
void
roundel_kept_row_init (AdwEntryRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_entry_row_set_show_apply_button (row, TRUE);
  g_signal_connect (row, "entry-activated", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

/**
 * roundel_kept_row_show:
 * @row: a row
 * @text: (nullable): what it should say; not while somebody is writing something else into it
 */
void
roundel_kept_row_show (AdwEntryRow *row,
                       const char  *text)
{
  const char *shown = text != NULL ? text : "";
  gboolean writing = roundel_kept_row_is_unsaved (row);

  g_object_set_data_full (G_OBJECT (row), KNOWN, g_strdup (shown), g_free);
  if (!writing && roundel_kept_row_is_unsaved (row))
    gtk_editable_set_text (GTK_EDITABLE (row), shown);
}

/**
 * roundel_kept_row_is_unsaved:
 * @row: a row
 *
 * Returns: whether something else was typed into it since it was shown, or taken
 */
gboolean
roundel_kept_row_is_unsaved (AdwEntryRow *row)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), get_known (row)) != 0;
}

/**
 * roundel_kept_row_take:
 * @row: a row
 * @text: (inout): replaced by what was typed, without space around it; by %NULL for nothing
 */
void
roundel_kept_row_take (AdwEntryRow *row,
                       char       **text)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  g_object_set_data_full (G_OBJECT (row), KNOWN, g_strdup (typed), g_free);
  g_free (*text);
  *text = g_strstrip (g_strdup (typed));
  if (**text == '\0')
    g_clear_pointer (text, g_free);
}

/**
 * roundel_kept_row_clear:
 * @row: a row whose text was just applied
 *
 * Empties it. While the cursor is in it that counts as typing, and the row would show that there is something to apply.
 */
void
roundel_kept_row_clear (AdwEntryRow *row)
{
  gboolean shows = adw_entry_row_get_show_apply_button (row);

  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  adw_entry_row_set_show_apply_button (row, shows);
}
