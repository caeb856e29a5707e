/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widgets of the program side by side, for whoever changes one and wants to see it: not a test.
 * `gallery timeline` and `gallery room` show more. */

#include "app/app-resources.h"
#include "app/widgets/outcome.h"
#include "app/widgets/rail.h"
#include "app/widgets/ring.h"

static const char *people[] = {
  "Amara Okafor", "Benoît Lefèvre", "Chen Wei", "Dagny Sørensen", "Eitan Levi", "Farida Nazari", "Grace Mbeki",
  "Hiro Tanaka",
};

static RoundelRing *
add_ring (GtkBox *box,
          int     size,
          guint   outcome)
{
  GtkWidget *ring = roundel_ring_new (size);

  roundel_outcome_dress (ring, outcome);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_box_append (box, ring);
  return ROUNDEL_RING (ring);
}

static GtkBox *
add_row (GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_box_append (box, row);
  return GTK_BOX (row);
}

static void
set_turns (RoundelRing *ring,
           guint        n,
           guint        speaker,
           guint        groups)
{
  RoundelRingTurn turns[G_N_ELEMENTS (people)] = { 0 };

  for (guint i = 0; i < n; i++)
    turns[i] = (RoundelRingTurn) { people[i], i < speaker ? 1 : i == speaker ? .37 : 0, i * groups / n,
                                   i == speaker, i == 7 };
  roundel_ring_set_turns (ring, turns, n);
}

static void
add_rounds (GtkBox *box)
{
  GtkBox *row = add_row (box);
  RoundelRing *ring = add_ring (row, 428, 3);

  roundel_ring_set_countdown (ring, 38, 60);
  set_turns (ring, 7, 3, 1);
  ring = add_ring (row, 428, 3);
  roundel_ring_set_countdown (ring, -42, 60);
  set_turns (ring, 8, 4, 2);
  ring = add_ring (row, 312, 8);
  roundel_ring_set_countdown (ring, 411, 1800);
  roundel_ring_set_paused (ring, TRUE);
  set_turns (ring, 7, 0, 1);
}

static void
add_readiness (GtkBox *box)
{
  const RoundelRingSegment segments[] = {
    { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_MET },
    { ROUNDEL_SEGMENT_PARTLY, .8 }, { ROUNDEL_SEGMENT_PARTLY, .5 }, { ROUNDEL_SEGMENT_FAILED },
  };
  const RoundelRingSegment table[] = {
    { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_OPEN },
  };
  GtkBox *row = add_row (box);
  RoundelRing *ring = add_ring (row, 186, 3);

  roundel_ring_set_segments (ring, segments, 7);
  roundel_ring_set_title (ring, "4", "of 7", "ready");
  ring = add_ring (row, 148, 6);
  roundel_ring_set_segments (ring, segments + 4, 3);
  roundel_ring_set_icon_name (ring, roundel_outcome_icon_name (6));
  ring = add_ring (row, 130, 3);
  roundel_ring_set_progress (ring, .58);
  roundel_ring_set_title (ring, "3", NULL, "min to start");
  ring = add_ring (row, 200, 2);
  roundel_ring_set_segments (ring, table, 4);
  set_turns (ring, 4, 8, 1);
  ring = add_ring (row, 84, 9);
  roundel_ring_set_segments (ring, (RoundelRingSegment[8]) { { 2 }, { 2 }, { 2 }, { 2 }, { 2 }, { 2 }, { 2 }, { 2 } }, 8);
  roundel_ring_set_title (ring, "8:30", NULL, NULL);
  for (guint i = 1; i <= 3; i++)
    {
      ring = add_ring (row, 42, i + 6);
      roundel_ring_set_progress (ring, .31 * i);
      roundel_ring_set_title (ring, i == 1 ? "31" : i == 2 ? "62" : "93", NULL, NULL);
    }
}

static void
add_outcomes (GtkBox *box)
{
  const char *names[] = { "Coaching culture", "Core coaching skills", "Leadership development",
                          "Management development", "Deep networking", "Problem solving", "Supervisory development",
                          "Support", "Team building", "Transfer of training" };
  GtkBox *row = add_row (box);

  for (guint i = 1; i <= ROUNDEL_N_OUTCOMES; i++)
    {
      RoundelRing *ring = add_ring (row, 44, i);
      RoundelRingSegment segments[7] = { 0 };

      for (guint k = 0; k < i && k < 7; k++)
        segments[k].state = ROUNDEL_SEGMENT_MET;
      roundel_ring_set_segments (ring, segments, 7);
      roundel_ring_set_icon_name (ring, roundel_outcome_icon_name (i));
    }
  for (guint i = 0; i < ROUNDEL_N_OUTCOMES; i++)
    {
      if (i % 5 == 0)
        row = add_row (box);
      gtk_box_append (row, roundel_outcome_badge_new (i + 1, names[i]));
    }
  row = add_row (box);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    gtk_box_append (row, adw_avatar_new (38, people[i], TRUE));
}

/* A window as the dossier is: chrome, the tint under the content, a timeline. */
static void
timeline (GtkWindow *window)
{
  const char *titles[] = { "Say it early", "Hear the other side", "Agree what happens next", "Keep it going" };
  const char *subtitles[] = { "7 of 8 came · closed 2 min late", "Thursday 15:00 · Room 2.14 · leads: Farida",
                              "Half-way check · leads: Hiro", "Final evaluation · leads: Grace" };
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *tint = adw_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new ("Conscious skills");
  GtkWidget *about = gtk_label_new ("Difficult conversations about missed deadlines");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (tint, "tint");
  roundel_outcome_dress (tint, 3);
  gtk_widget_set_size_request (tint, -1, 240);
  gtk_widget_set_valign (tint, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), tint);
  gtk_widget_set_valign (GTK_WIDGET (tint), GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), box);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), box, TRUE);
  gtk_box_append (GTK_BOX (box), roundel_outcome_badge_new (3, "Leadership development"));
  gtk_widget_add_css_class (title, "screen-title");
  gtk_widget_set_halign (title, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (about, "dim");
  gtk_widget_set_halign (about, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), about);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", titles[i], "subtitle", subtitles[i], NULL);
      GtkWidget *rail = roundel_rail_new ();

      roundel_outcome_dress (rail, 3);
      roundel_rail_set (ROUNDEL_RAIL (rail), i == 0 ? ROUNDEL_RAIL_DONE : i == 1 ? ROUNDEL_RAIL_NEXT : ROUNDEL_RAIL_LATER,
                        i + 1, i == 0, i == 3);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), rail);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_set_margin_top (box, 28);
  gtk_widget_set_margin_start (box, 34);
  gtk_widget_set_margin_end (box, 34);
  gtk_widget_set_margin_bottom (box, 34);
  gtk_box_append (GTK_BOX (box), list);
  gtk_window_set_child (window, overlay);
  gtk_window_set_default_size (window, 560, 520);
}

static void
room_view (GtkWindow *window)
{
  GtkWidget *ring = roundel_ring_new (300);

  roundel_outcome_dress (ring, 3);
  roundel_ring_set_room_view (ROUNDEL_RING (ring), TRUE);
  roundel_ring_set_countdown (ROUNDEL_RING (ring), 167, 240);
  gtk_window_set_child (window, ring);
}

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  gtk_widget_set_margin_top (GTK_WIDGET (box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (box), 18);
  add_rounds (box);
  add_readiness (box);
  add_outcomes (box);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (box));
  if (g_strcmp0 (user_data, "timeline") == 0)
    timeline (GTK_WINDOW (window));
  else if (user_data != NULL)
    {
      room_view (GTK_WINDOW (window));
      gtk_window_fullscreen (GTK_WINDOW (window));
    }
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  g_resources_register (roundel_app_get_resource ());
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.roundel.Gallery",
                              "resource-base-path", "/org/roundel/Roundel", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argc > 1 ? argv[1] : NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
