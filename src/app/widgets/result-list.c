/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/result-list.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/result-row.h"

#define MOST_RESULTS 20

/* The results that are wanted, each with how it will be seen (D2), and those that the outcome suggests. */
struct _RoundelResultList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwPreferencesGroup *suggestions;
  GtkWidget *add;
  GPtrArray *rows;       /* of RoundelResultRow; the group owns them */
  GPtrArray *suggested;  /* rows of the suggestions */
  const RoundelOutcome *outcome;
};

static guint edited_signal;

G_DEFINE_FINAL_TYPE (RoundelResultList, roundel_result_list, ADW_TYPE_BIN)

static GPtrArray *
get_results (RoundelResultList *self)
{
  GPtrArray *results = roundel_results_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (results, roundel_result_row_get (self->rows->pdata[i]));
  return results;
}

static void show_suggestions (RoundelResultList *self,
                              const GPtrArray   *results);

static void
edited (RoundelResultList *self)
{
  g_autoptr (GPtrArray) results = get_results (self);

  gtk_widget_set_sensitive (self->add, results->len < MOST_RESULTS);
  show_suggestions (self, results);
  g_signal_emit (self, edited_signal, 0, results);
}

static void
removed_cb (RoundelResultList *self,
            RoundelResultRow  *row)
{
  guint at;

  if (!g_ptr_array_find (self->rows, row, &at))
    return;
  g_ptr_array_remove_index (self->rows, at);
  adw_preferences_group_remove (self->group, GTK_WIDGET (row));
  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN (at, self->rows->len - 1)]);
  else
    gtk_widget_grab_focus (self->add);
  edited (self);
}

static RoundelResultRow *
add_row (RoundelResultList   *self,
         const RoundelResult *result)
{
  GtkWidget *row = roundel_result_row_new ();

  roundel_result_row_set (ROUNDEL_RESULT_ROW (row), result);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  return ROUNDEL_RESULT_ROW (row);
}

static void
suggestion_cb (RoundelResultList *self,
               GtkWidget         *button)
{
  const RoundelResult *suggested = g_object_get_data (G_OBJECT (button), "result");

  add_row (self, suggested);
  gtk_widget_grab_focus (self->add);
  edited (self);
}

static void
show_suggestions (RoundelResultList *self,
                  const GPtrArray   *results)
{
  for (guint i = 0; i < self->suggested->len; i++)
    adw_preferences_group_remove (self->suggestions, self->suggested->pdata[i]);
  g_ptr_array_set_size (self->suggested, 0);
  for (guint i = 0; self->outcome != NULL && i < self->outcome->results->len; i++)
    {
      RoundelResult *result = self->outcome->results->pdata[i];
      g_autofree char *name = NULL;
      GtkWidget *row, *button;

      if (roundel_results_have (results, result->text))
        continue;
      row = adw_action_row_new ();
      button = gtk_button_new_from_icon_name ("list-add-symbolic");
      /* Translators: a result that is suggested */
      name = g_strdup_printf (_("Add “%s”"), result->text);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), result->text);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), result->measure);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (button), "result", result);
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->suggestions, row);
      g_ptr_array_add (self->suggested, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), self->suggested->len > 0);
}

static void
add_cb (RoundelResultList *self)
{
  g_autoptr (RoundelResult) result = roundel_result_new ("", NULL, NULL);

  roundel_result_row_begin (add_row (self, result));
}

static void
roundel_result_list_finalize (GObject *object)
{
  RoundelResultList *self = ROUNDEL_RESULT_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->suggested);
  G_OBJECT_CLASS (roundel_result_list_parent_class)->finalize (object);
}

static void
roundel_result_list_class_init (RoundelResultListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_result_list_finalize;

  /* (GPtrArray of RoundelResult): all of them, as they are now */
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
roundel_result_list_init (RoundelResultList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  self->rows = g_ptr_array_new ();
  self->suggested = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Results wanted"));
  self->add = gtk_button_new_with_label (_("Add a Result"));
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (self->group, self->add);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  self->suggestions = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->suggestions, _("Suggested for this outcome"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestions));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
roundel_result_list_new (void)
{
  return g_object_new (ROUNDEL_TYPE_RESULT_LIST, NULL);
}

/**
 * roundel_result_list_set:
 * @self: a list, which emits `edited` with all results
 * @results: (element-type RoundelResult): the results
 * @outcome: (nullable): the outcome, which suggests some; it has to stay
 *
 * Rows stay where there are as many, so that what is open stays open and the cursor where it is.
 */
void
roundel_result_list_set (RoundelResultList    *self,
                         const GPtrArray      *results,
                         const RoundelOutcome *outcome)
{
  g_return_if_fail (ROUNDEL_IS_RESULT_LIST (self));

  self->outcome = outcome;
  for (; self->rows->len > results->len; g_ptr_array_remove_index (self->rows, self->rows->len - 1))
    adw_preferences_group_remove (self->group, self->rows->pdata[self->rows->len - 1]);
  for (guint i = 0; i < results->len; i++)
    if (i < self->rows->len)
      roundel_result_row_set (self->rows->pdata[i], results->pdata[i]);
    else
      add_row (self, results->pdata[i]);
  gtk_widget_set_sensitive (self->add, results->len < MOST_RESULTS);
  show_suggestions (self, results);
}
