/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/widgets/avatar.h"

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

static const char *
initials (const char *name)
{
  g_autoptr (GtkWidget) avatar = g_object_ref_sink (roundel_avatar_new (32, name));
  GtkLabel *label = find_label (avatar);

  return label != NULL ? g_intern_string (gtk_label_get_text (label)) : NULL;
}

static void
test_initials_are_of_the_name_without_degrees (void)
{
  g_assert_cmpstr (initials ("Amara Okafor"), ==, "AO");
  g_assert_cmpstr (initials ("Farida Nazari, PhD"), ==, "FN");
  g_assert_cmpstr (initials ("Seat 7"), ==, "7");
  g_assert_cmpstr (initials ("Seat 12"), ==, "12");
}

static int
letters_height (GtkWidget *avatar)
{
  PangoRectangle ink;

  pango_layout_get_pixel_extents (gtk_label_get_layout (find_label (avatar)), NULL, &ink);
  return ink.height;
}

/* In a window too, where AdwAvatar measures again. */
static void
test_initials_are_of_one_size (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *thin = roundel_avatar_new (44, "Ines Levi");
  GtkWidget *wide = roundel_avatar_new (44, "Grace Mbeki");

  gtk_box_append (GTK_BOX (box), thin);
  gtk_box_append (GTK_BOX (box), wide);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (gtk_widget_get_height (thin) >= 44);
  g_assert_cmpint (letters_height (thin), ==, letters_height (wide));
  roundel_avatar_set_name (ADW_AVATAR (wide), "Jo Li");
  g_assert_cmpint (letters_height (thin), ==, letters_height (wide));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/avatar/initials-are-of-the-name-without-degrees", test_initials_are_of_the_name_without_degrees);
  g_test_add_func ("/avatar/initials-are-of-one-size", test_initials_are_of_one_size);
  return g_test_run ();
}
