/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tour.h"

#include "app/screen.h"

typedef struct
{
  RoundelWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = roundel_window_new ((RoundelApplication *) data);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_child_visible (child) ? find (child, type) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The innermost that needs more than that. */
static const char *
find_wide (GtkWidget *widget,
           int        width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > width)
        return find_wide (child, width);
    }
  return gtk_widget_get_parent (widget) != NULL ? G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)) : NULL;
}

static void
fits_cb (const char *where,
         GtkWidget  *window)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  while (minimum > 360 && g_get_monotonic_time () < deadline) /* it folds when it is idle */
    {
      g_main_context_iteration (NULL, FALSE);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    }
  if (minimum > 360)
    {
      g_test_message ("%s needs %d pixels, by what is in a %s", where, minimum, find_wide (window, 360));
      g_test_fail ();
    }
}

static void
test_every_page_fits_into_360_pixels (gconstpointer data)
{
  /* beside the buttons of other desktops than GNOME */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":minimize,maximize,close", NULL);
  tour_walk ((RoundelApplication *) data, 360, fits_cb);
}

static void
test_page_action_shows_the_page (Fixture      *fixture,
                                 gconstpointer data)
{
  AdwViewStack *pages = ADW_VIEW_STACK (find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));

  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "programs");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "journal");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "journal");
  g_assert_true (ROUNDEL_IS_SCREEN (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (pages)))));
}

static void
test_a_pushed_page_takes_the_window_and_gives_it_back (Fixture      *fixture,
                                                       gconstpointer data)
{
  GtkWidget *page = gtk_label_new ("wizard");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  roundel_window_push (fixture->window, page);
  app_test_wait (gtk_widget_get_mapped (page));
  app_test_wait (find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK) == NULL);
  roundel_window_pop (fixture->window);
  app_test_wait (page == NULL);
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));
}

static void
test_narrow_window_has_the_switcher_at_its_foot (Fixture      *fixture,
                                                 gconstpointer data)
{
  AdwViewStack *pages = ADW_VIEW_STACK (find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));
  AdwViewSwitcherBar *bar = ADW_VIEW_SWITCHER_BAR (gtk_widget_get_next_sibling (GTK_WIDGET (pages)));
  RoundelScreen *screen = ROUNDEL_SCREEN (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (pages))));

  app_test_wait (!adw_view_switcher_bar_get_reveal (bar));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  app_test_wait (adw_view_switcher_bar_get_reveal (bar));
  roundel_screen_set_switcher (screen, FALSE);
  g_assert_false (adw_view_switcher_bar_get_reveal (bar));
  roundel_screen_set_switcher (screen, TRUE);
  g_assert_true (adw_view_switcher_bar_get_reveal (bar));
}

/* Every button and menu of the shell has a name a screen reader can say; libadwaita's own are libadwaita's. */
static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL &&
      gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
      !g_str_has_prefix (gtk_button_get_icon_name (GTK_BUTTON (widget)), "adw-") && gtk_widget_get_tooltip_text (widget) != NULL)
    gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_buttons_with_a_picture_have_a_name (Fixture      *fixture,
                                         gconstpointer data)
{
  assert_named (GTK_WIDGET (fixture->window));
}

#define add(name, function) g_test_add ("/window/" name, Fixture, application, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (RoundelApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  app_test_init (&argc, &argv);
  application = roundel_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  add ("page-action-shows-the-page", test_page_action_shows_the_page);
  add ("a-pushed-page-takes-the-window-and-gives-it-back", test_a_pushed_page_takes_the_window_and_gives_it_back);
  add ("narrow-window-has-the-switcher-at-its-foot", test_narrow_window_has_the_switcher_at_its_foot);
  add ("buttons-with-a-picture-have-a-name", test_buttons_with_a_picture_have_a_name);
  g_test_add_data_func ("/window/every-page-fits-into-360-pixels", application, test_every_page_fits_into_360_pixels);
  return g_test_run ();
}
