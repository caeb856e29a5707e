/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include <string.h>

#include "app/formats/formats-screen.h"

typedef struct
{
  RoundelDesk *desk;
  GtkWidget *screen;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1795255200000000), 1);
  g_autofree char *folder = g_dir_make_tmp ("formats-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  fixture->screen = roundel_formats_screen_new (fixture->desk);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->screen);
  gtk_window_set_default_size (fixture->window, 1152, 752);
  gtk_window_present (fixture->window);
  app_test_wait (gtk_widget_get_width (fixture->screen) > 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->desk);
}

static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (text == NULL || g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define says(fixture, text) (find ((fixture)->screen, GTK_TYPE_LABEL, text) != NULL)

static GtkListBox *
list (Fixture *fixture)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (fixture->screen, ROUNDEL_TYPE_FORMATS_SCREEN, "list"));
}

static guint
count_shown (Fixture *fixture)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list (fixture), i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row));
  return n;
}

static void
test_every_format_is_shown_whole (Fixture      *fixture,
                                  gconstpointer data)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (; (row = gtk_list_box_get_row_at_index (list (fixture), (int) n)) != NULL; n++)
    {
      const RoundelFormat *format = g_object_get_data (G_OBJECT (row), "format");

      gtk_list_box_select_row (list (fixture), row);
      g_assert_true (says (fixture, format->purpose));
      g_assert_true (says (fixture, format->when_not));
      g_assert_true (says (fixture, format->licence));
      g_assert_cmpint (format->sources[0] == NULL, ==, says (fixture, "Written for Roundel"));
      if (g_str_equal (format->id, "impromptu"))
        {
          g_assert_true (says (fixture, "3 times:"));
          g_assert_true (says (fixture, "Each member in turn, sharing these minutes:"));
        }
    }
  g_assert_cmpuint (n, ==, 36);
}

static void
test_people_and_words_leave_those_that_suit (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *search = find (fixture->screen, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *people = find (fixture->screen, GTK_TYPE_SPIN_BUTTON, NULL);
  guint all = count_shown (fixture);
  guint few;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (people), 3);
  few = count_shown (fixture);
  g_assert_cmpuint (few, <, all);
  g_assert_cmpuint (few, >, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (people), 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "troika");
  app_test_wait (count_shown (fixture) == 1);
}

/* A copy is edited, what is wrong is said with its place, and what was typed outlives Escape. */
static void
test_a_copy_is_mended_until_it_is_right (Fixture      *fixture,
                                         gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_widget_get_template_child (fixture->screen, ROUNDEL_TYPE_FORMATS_SCREEN, "text"));
  GtkLabel *trouble = GTK_LABEL (gtk_widget_get_template_child (fixture->screen, ROUNDEL_TYPE_FORMATS_SCREEN, "trouble"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *right = NULL;

  gtk_widget_activate_action (fixture->screen, "formats.edit", NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  right = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_set_text (buffer, "{\n  \"id\": 4\n}", -1);
  gtk_widget_activate_action (fixture->screen, "formats.save", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (trouble)));
  g_assert_nonnull (strstr (gtk_label_get_text (trouble), "id"));
  gtk_widget_activate_action (fixture->screen, "formats.close", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_line (&end), ==, 2);
  gtk_widget_activate_action (fixture->screen, "formats.edit", NULL);
  gtk_text_buffer_set_text (buffer, right, -1);
  gtk_widget_activate_action (fixture->screen, "formats.save", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_cmpuint (count_shown (fixture), ==, 37);
}

int
main (int    argc,
      char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/formats-screen/every-format-is-shown-whole", Fixture, NULL, set_up, test_every_format_is_shown_whole, tear_down);
  g_test_add ("/formats-screen/people-and-words-leave-those-that-suit", Fixture, NULL, set_up,
              test_people_and_words_leave_those_that_suit, tear_down);
  g_test_add ("/formats-screen/a-copy-is-mended-until-it-is-right", Fixture, NULL, set_up,
              test_a_copy_is_mended_until_it_is_right, tear_down);
  return g_test_run ();
}
