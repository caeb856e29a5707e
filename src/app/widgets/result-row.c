/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/result-row.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

enum
{
  TEXT,
  MEASURE,
  BASELINE,
  TARGET,
  N_ENTRIES
};

/* A result that is wanted, and below it how it will be seen. */
struct _RoundelResultRow
{
  AdwExpanderRow parent_instance;

  char *id;
  GtkEditable *entries[N_ENTRIES];
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

G_DEFINE_FINAL_TYPE (RoundelResultRow, roundel_result_row, ADW_TYPE_EXPANDER_ROW)

static void
show_words (RoundelResultRow *self)
{
  g_autoptr (RoundelResult) result = roundel_result_row_get (self);
  g_autofree char *measure = roundel_result_describe (result);
  const char *title = result->text != NULL ? result->text : _("A new result");
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), measure);
}

static void
changed_cb (RoundelResultRow *self)
{
  if (self->setting)
    return;
  show_words (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
removed_cb (RoundelResultRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static char *
dup_text (RoundelResultRow *self,
          guint             entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entries[entry])));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
set_text (RoundelResultRow *self,
          guint             entry,
          const char       *text)
{
  g_autofree char *shown = dup_text (self, entry);

  /* spaces that are being typed stay */
  if (g_strcmp0 (shown, text) != 0)
    gtk_editable_set_text (self->entries[entry], text != NULL ? text : "");
}

/* Once what was hidden is there. */
static gboolean
focus_cb (gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_RESULT_ROW (user_data)->entries[TEXT]));
  return G_SOURCE_REMOVE;
}

static void
roundel_result_row_finalize (GObject *object)
{
  g_free (ROUNDEL_RESULT_ROW (object)->id);
  G_OBJECT_CLASS (roundel_result_row_parent_class)->finalize (object);
}

static void
roundel_result_row_class_init (RoundelResultRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_result_row_finalize;
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_result_row_init (RoundelResultRow *self)
{
  const char *titles[N_ENTRIES] = { _("Result wanted"), _("How it will be seen"), _("What it is now"), _("What it should be") };

  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GtkWidget *entry = adw_entry_row_new ();

      self->entries[i] = GTK_EDITABLE (entry);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), titles[i]);
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
    }
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove, _("Remove this result"));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  roundel_compat_add_suffix (ADW_EXPANDER_ROW (self), self->remove);
}

/**
 * roundel_result_row_new:
 *
 * Returns: (transfer floating): a row, which emits `edited` and `removed`
 */
GtkWidget *
roundel_result_row_new (void)
{
  return g_object_new (ROUNDEL_TYPE_RESULT_ROW, NULL);
}

/**
 * roundel_result_row_set:
 * @self: a row
 * @result: what it shows; nothing is emitted
 */
void
roundel_result_row_set (RoundelResultRow    *self,
                        const RoundelResult *result)
{
  g_return_if_fail (ROUNDEL_IS_RESULT_ROW (self));

  self->setting = TRUE;
  g_free (self->id);
  self->id = g_strdup (result->id);
  set_text (self, TEXT, result->text);
  set_text (self, MEASURE, result->measure);
  set_text (self, BASELINE, result->baseline);
  set_text (self, TARGET, result->target);
  show_words (self);
  self->setting = FALSE;
}

/**
 * roundel_result_row_get:
 *
 * Returns: (transfer full): what was typed
 */
RoundelResult *
roundel_result_row_get (RoundelResultRow *self)
{
  RoundelResult *result;

  g_return_val_if_fail (ROUNDEL_IS_RESULT_ROW (self), NULL);

  result = roundel_result_new (self->id, NULL, NULL);
  result->text = dup_text (self, TEXT);
  result->measure = dup_text (self, MEASURE);
  result->baseline = dup_text (self, BASELINE);
  result->target = dup_text (self, TARGET);
  return result;
}

/**
 * roundel_result_row_begin:
 * @self: a row that is new
 *
 * Opens it, with the cursor in it.
 */
void
roundel_result_row_begin (RoundelResultRow *self)
{
  g_return_if_fail (ROUNDEL_IS_RESULT_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (self), g_object_unref);
}
