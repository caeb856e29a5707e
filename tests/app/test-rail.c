/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/widgets/rail.h"

static void
test_a_stop_is_in_one_state (void)
{
  GtkWidget *rail = g_object_ref_sink (roundel_rail_new ());

  g_assert_true (gtk_widget_has_css_class (rail, "later"));
  roundel_rail_set (ROUNDEL_RAIL (rail), ROUNDEL_RAIL_NEXT, 2, FALSE, FALSE);
  g_assert_true (gtk_widget_has_css_class (rail, "next"));
  roundel_rail_set (ROUNDEL_RAIL (rail), ROUNDEL_RAIL_DONE, 2, FALSE, FALSE);
  g_assert_true (gtk_widget_has_css_class (rail, "done"));
  g_assert_false (gtk_widget_has_css_class (rail, "next"));
  g_assert_false (gtk_widget_has_css_class (rail, "later"));
  g_object_unref (rail);
}

/* Above the first stop and below the last there is no line. */
static void
test_the_line_joins_the_stops (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *rails[3];
  guint lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rails); i++)
    {
      rails[i] = roundel_rail_new ();
      roundel_rail_set (ROUNDEL_RAIL (rails[i]), ROUNDEL_RAIL_LATER, i + 1, i == 0, i == 2);
      gtk_list_box_append (GTK_LIST_BOX (list), rails[i]);
      gtk_widget_set_size_request (rails[i], -1, 60);
    }
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (gtk_widget_get_height (rails[2]) >= 60);
  for (guint i = 0; i < G_N_ELEMENTS (rails); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      GTK_WIDGET_GET_CLASS (rails[i])->snapshot (rails[i], snapshot);
      node = gtk_snapshot_to_node (snapshot);
      for (guint k = 0; k < gsk_container_node_get_n_children (node); k++)
        lines += gsk_render_node_get_node_type (gsk_container_node_get_child (node, k)) == GSK_COLOR_NODE;
    }
  g_assert_cmpuint (lines, ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/rail/a-stop-is-in-one-state", test_a_stop_is_in_one_state);
  g_test_add_func ("/rail/the-line-joins-the-stops", test_the_line_joins_the_stops);
  return g_test_run ();
}
