/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/compat.h"

#include <glib/gi18n-lib.h>

/**
 * roundel_compat_get_color:
 * @widget: a widget
 * @color: (out): its CSS `color`
 */
void
roundel_compat_get_color (GtkWidget *widget,
                          GdkRGBA   *color)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/**
 * roundel_compat_name_drop_down:
 * @drop_down: a #GtkDropDown with an accessible label
 *
 * The focus is on the button inside, which has no name of its own before GTK 4.12.
 */
void
roundel_compat_name_drop_down (GtkWidget *drop_down)
{
#if !GTK_CHECK_VERSION (4, 12, 0)
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
#endif
}

/**
 * roundel_compat_name_buttons:
 * @widget: what libadwaita has put together: a question, a toast
 *
 * Before GTK 4.12 a button with a mnemonic is named twice, once with the underscore, and one with a cross not at all.
 */
void
roundel_compat_name_buttons (GtkWidget *widget)
{
#if !GTK_CHECK_VERSION (4, 12, 0)
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    roundel_compat_name_buttons (child);
#endif
}

/**
 * roundel_compat_announce:
 * @widget: who says it
 * @text: what a screen reader says
 *
 * Before GTK 4.14 nothing can be announced: @text becomes the description of @widget, which is read with it.
 */
void
roundel_compat_announce (GtkWidget  *widget,
                         const char *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  /* up to GTK 4.18 the accessibility of tests has no announcements, and GTK calls them without asking */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static GtkFileDialog *
file_dialog (const char *title,
             GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

#else

static void
chooser_answered (GtkNativeDialog *dialog,
                  int              response,
                  GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  g_object_unref (task);
}

static void
choose_file (GtkWindow            *parent,
             GtkFileChooserAction  action,
             const char           *title,
             const char           *name,
             GListModel           *filters,
             GCancellable         *cancellable,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  /* the task holds the dialog for as long as it is open */
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (chooser_answered), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * roundel_compat_open_file:
 * @parent: the window that asks
 * @title: what for
 * @filters: (nullable): a list of #GtkFileFilter
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
roundel_compat_open_file (GtkWindow           *parent,
                          const char          *title,
                          GListModel          *filters,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = file_dialog (title, filters);

  gtk_file_dialog_open (dialog, parent, cancellable, callback, user_data);
#else
  choose_file (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, filters, cancellable, callback, user_data);
#endif
}

/**
 * roundel_compat_open_file_finish:
 * @result: what the callback was given
 * @error: return location: nothing chosen is %G_IO_ERROR_CANCELLED or %GTK_DIALOG_ERROR_DISMISSED
 *
 * Returns: (transfer full) (nullable): the chosen file
 */
GFile *
roundel_compat_open_file_finish (GAsyncResult  *result,
                                 GError       **error)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GObject) dialog = g_async_result_get_source_object (result);

  return gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, error);
#else
  return g_task_propagate_pointer (G_TASK (result), error);
#endif
}

/**
 * roundel_compat_open_folder:
 * @parent: the window that asks
 * @title: what for
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
roundel_compat_open_folder (GtkWindow           *parent,
                            const char          *title,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = file_dialog (title, NULL);

  gtk_file_dialog_select_folder (dialog, parent, cancellable, callback, user_data);
#else
  choose_file (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, NULL, NULL, cancellable, callback, user_data);
#endif
}

/**
 * roundel_compat_open_folder_finish:
 * @result: what the callback was given
 * @error: return location, as for roundel_compat_open_file_finish()
 *
 * Returns: (transfer full) (nullable): the chosen folder
 */
GFile *
roundel_compat_open_folder_finish (GAsyncResult  *result,
                                   GError       **error)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GObject) dialog = g_async_result_get_source_object (result);

  return gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, error);
#else
  return g_task_propagate_pointer (G_TASK (result), error);
#endif
}

/**
 * roundel_compat_save_file:
 * @parent: the window that asks
 * @title: what for
 * @name: the name that is offered
 * @filters: (nullable): a list of #GtkFileFilter
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
roundel_compat_save_file (GtkWindow           *parent,
                          const char          *title,
                          const char          *name,
                          GListModel          *filters,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = file_dialog (title, filters);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, cancellable, callback, user_data);
#else
  choose_file (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, filters, cancellable, callback, user_data);
#endif
}

/**
 * roundel_compat_save_file_finish:
 * @result: what the callback was given
 * @error: return location: nothing chosen is %G_IO_ERROR_CANCELLED or %GTK_DIALOG_ERROR_DISMISSED
 *
 * Returns: (transfer full) (nullable): where to save
 */
GFile *
roundel_compat_save_file_finish (GAsyncResult  *result,
                                 GError       **error)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GObject) dialog = g_async_result_get_source_object (result);

  return gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, error);
#else
  return g_task_propagate_pointer (G_TASK (result), error);
#endif
}

typedef struct
{
  RoundelAnswered answered;
  gpointer user_data;
} Question;

static void
question_answered (GObject    *dialog,
                   const char *id,
                   Question   *question)
{
  question->answered (id, question->user_data);
}

static void
question_free (gpointer  question,
               GClosure *closure)
{
  g_free (question);
}

/**
 * roundel_compat_ask:
 * @parent: the window that asks
 * @heading: the question
 * @body: what follows from the answers
 * @answers: (array length=n_answers): the buttons
 * @n_answers: how many
 * @cancel_id: the answer that Escape gives
 * @answered: called once with the answer
 * @user_data: for @answered
 */
void
roundel_compat_ask (GtkWindow           *parent,
                    const char          *heading,
                    const char          *body,
                    const RoundelAnswer *answers,
                    guint                n_answers,
                    const char          *cancel_id,
                    RoundelAnswered      answered,
                    gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);

  question->answered = answered;
  question->user_data = user_data;
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), answers[i].id, answers[i].label);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), answers[i].id,
                                                answers[i].appearance);
    }
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), cancel_id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (question_answered), question, question_free, 0);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id,
                                                  answers[i].appearance);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), cancel_id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (question_answered), question, question_free, 0);
  roundel_compat_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * roundel_compat_add_suffix:
 * @row: a row that can be expanded
 * @suffix: what comes after its title
 */
void
roundel_compat_add_suffix (AdwExpanderRow *row,
                           GtkWidget      *suffix)
{
#if ADW_CHECK_VERSION (1, 4, 0)
  adw_expander_row_add_suffix (row, suffix);
#else
  adw_expander_row_add_action (row, suffix);
#endif
}

/**
 * roundel_compat_show_about:
 * @parent: the window
 */
void
roundel_compat_show_about (GtkWindow *parent)
{
  const char *comments = _("Design a peer-learning program, run its sessions, and keep the promises made there.");

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_show_about_dialog (GTK_WIDGET (parent),
#else
  adw_show_about_window (parent,
#endif
                         "application-name", "Roundel",
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", comments,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void (*measure_label) (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline);

static void
measure_label_quickly (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  measure_label (widget, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                 minimum_baseline, natural_baseline);
}

/**
 * roundel_compat_quicken_labels:
 *
 * A row of boxes asks each label in it how wide it has to be for the height it gets, and one that wraps tries some twenty
 * widths to find out, each time it is laid out: most of the time that a page with rows takes to appear. What a label needs
 * without regard to the height is what the height was worked out from, and what GTK asked before 4.6. To be called once,
 * before the first window.
 */
void
roundel_compat_quicken_labels (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_LABEL);

  g_return_if_fail (measure_label == NULL);

  measure_label = klass->measure;
  klass->measure = measure_label_quickly;
}
