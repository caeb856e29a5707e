/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"

typedef struct
{
  GtkWidget *window;
  RoundelRing *ring;
  guint notified;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->ring = ROUNDEL_RING (roundel_ring_new (400));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->ring));
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->ring)) >= 400);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
collect (GskRenderNode *node,
         GPtrArray     *found)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect (gsk_container_node_get_child (node, i), found);
      break;
    case GSK_TRANSFORM_NODE: collect (gsk_transform_node_get_child (node), found); break;
    case GSK_OPACITY_NODE: collect (gsk_opacity_node_get_child (node), found); break;
    case GSK_CLIP_NODE: collect (gsk_clip_node_get_child (node), found); break;
    case GSK_CAIRO_NODE: g_ptr_array_add (found, gsk_render_node_ref (node)); break;
    default: break;
    }
}

/* The drawn pieces of the ring, held so that no address is used twice. */
static GPtrArray *
pieces (RoundelRing *ring)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (ring)->snapshot (GTK_WIDGET (ring), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  collect (node, found);
  return found;
}

static guint
drawn_anew (GPtrArray *before,
            GPtrArray *after)
{
  guint n = 0;

  for (guint i = 0; i < after->len; i++)
    n += !g_ptr_array_find (before, after->pdata[i], NULL);
  return n;
}

static void
count_cb (Fixture *fixture)
{
  fixture->notified++;
}

static void
test_a_second_redraws_one_sector_and_the_hand (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;

  roundel_ring_set_countdown (fixture->ring, 38, 60);
  before = pieces (fixture->ring);
  g_assert_cmpuint (before->len, >, 6);
  roundel_ring_set_countdown (fixture->ring, 37, 60);
  after = pieces (fixture->ring);
  g_assert_cmpuint (drawn_anew (before, after), ==, 2);
  again = pieces (fixture->ring);
  g_assert_cmpuint (drawn_anew (after, again), ==, 0);
}

static void
test_a_turn_redraws_its_own_segment (Fixture      *fixture,
                                     gconstpointer data)
{
  RoundelRingTurn turns[] = { { "Amara", 1 }, { "Benoît", .5, 0, TRUE }, { "Chen" } };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  roundel_ring_set_countdown (fixture->ring, 38, 60);
  roundel_ring_set_turns (fixture->ring, turns, G_N_ELEMENTS (turns));
  app_test_wait (gtk_widget_get_width (gtk_widget_get_last_child (GTK_WIDGET (fixture->ring))) > 0);
  before = pieces (fixture->ring);
  turns[1].used = .6;
  roundel_ring_set_turns (fixture->ring, turns, G_N_ELEMENTS (turns));
  after = pieces (fixture->ring);
  g_assert_cmpuint (drawn_anew (before, after), ==, 1);
}

static void
test_every_state_draws (Fixture      *fixture,
                        gconstpointer data)
{
  const RoundelRingSegment segments[] = {
    { ROUNDEL_SEGMENT_OPEN }, { ROUNDEL_SEGMENT_PARTLY, .5 }, { ROUNDEL_SEGMENT_MET }, { ROUNDEL_SEGMENT_FAILED },
  };
  const struct
  {
    int left;
    int length;
  } times[] = { { 60, 60 }, { 1, 60 }, { 0, 60 }, { -1, 60 }, { -600, 60 }, { 90, 60 }, { 36000, 36000 } };

  roundel_ring_set_segments (fixture->ring, segments, G_N_ELEMENTS (segments));
  {
    g_autoptr (GPtrArray) found = pieces (fixture->ring);

    /* open 1, partly 2, met 1, failed 1 */
    g_assert_cmpuint (found->len, ==, 5);
  }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      roundel_ring_set_countdown (fixture->ring, times[i].left, times[i].length);
      found = pieces (fixture->ring);
      g_assert_cmpuint (found->len, >=, 3);
    }
  for (double progress = 0; progress <= 1; progress += .25)
    roundel_ring_set_progress (fixture->ring, progress);
}

static guint
count_pieces (RoundelRing *ring)
{
  g_autoptr (GPtrArray) found = pieces (ring);

  return found->len;
}

/* Ten seconds of a minute are two sectors, a whole minute is twelve. */
static void
test_a_new_round_refills_in_a_motion_if_there_are_any (Fixture      *fixture,
                                                       gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  guint few, all;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  roundel_ring_set_countdown (fixture->ring, 10, 60);
  few = count_pieces (fixture->ring);
  roundel_ring_set_countdown (fixture->ring, 60, 60);
  all = count_pieces (fixture->ring);
  g_assert_cmpuint (all - few, ==, 10);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  roundel_ring_set_countdown (fixture->ring, 10, 60);
  g_assert_cmpuint (count_pieces (fixture->ring), ==, few);
  roundel_ring_set_countdown (fixture->ring, 60, 60);
  g_assert_cmpuint (count_pieces (fixture->ring), ==, few);
  app_test_wait (count_pieces (fixture->ring) == all);
}

/* How high the tallest text is drawn, in pixels. */
static double
tallest (GskRenderNode *node)
{
  double height = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        height = MAX (height, tallest (gsk_container_node_get_child (node, i)));
      return height;
    case GSK_TRANSFORM_NODE: return tallest (gsk_transform_node_get_child (node));
    case GSK_TEXT_NODE:
      {
        PangoGlyphString *text = pango_glyph_string_new ();
        const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
        guint n = gsk_text_node_get_num_glyphs (node);
        PangoRectangle ink;

        pango_glyph_string_set_size (text, (int) n);
        for (guint i = 0; i < n; i++)
          text->glyphs[i] = glyphs[i];
        pango_glyph_string_extents (text, gsk_text_node_get_font (node), &ink, NULL);
        pango_glyph_string_free (text);
        return (double) ink.height / PANGO_SCALE;
      }
    default: return 0;
    }
}

/* Of a room view of 1920 × 1080, whose ring is 876 wide. */
static void
test_the_room_reads_digits_of_a_fifth_of_the_height (Fixture      *fixture,
                                                     gconstpointer data)
{
  static const int lefts[] = { 599, 38, 2, 0, -42, -599, 1200, -1200 };

  roundel_ring_set_size (fixture->ring, 876);
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->ring)) >= 876);
  roundel_ring_set_room_view (fixture->ring, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      roundel_ring_set_countdown (fixture->ring, lefts[i], 3600);
      GTK_WIDGET_GET_CLASS (fixture->ring)->snapshot (GTK_WIDGET (fixture->ring), snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_cmpfloat (tallest (node), >=, 1080.0 / 5);
    }
}

static void
test_notifies_only_on_change (Fixture      *fixture,
                              gconstpointer data)
{
  g_signal_connect_swapped (fixture->ring, "notify", G_CALLBACK (count_cb), fixture);
  roundel_ring_set_title (fixture->ring, "4", "of 7", "ready");
  roundel_ring_set_icon_name (fixture->ring, "roundel-outcome-3-symbolic");
  roundel_ring_set_paused (fixture->ring, TRUE);
  roundel_ring_set_room_view (fixture->ring, TRUE);
  roundel_ring_set_size (fixture->ring, 200);
  roundel_ring_set_progress (fixture->ring, .5);
  g_assert_cmpuint (fixture->notified, ==, 2);
  roundel_ring_set_title (fixture->ring, "4", "of 7", "ready");
  roundel_ring_set_icon_name (fixture->ring, "roundel-outcome-3-symbolic");
  roundel_ring_set_paused (fixture->ring, 2);
  roundel_ring_set_room_view (fixture->ring, TRUE);
  roundel_ring_set_size (fixture->ring, 200);
  roundel_ring_set_progress (fixture->ring, .5);
  g_assert_cmpuint (fixture->notified, ==, 2);
}

static void
test_a_screen_reader_is_told_four_things_a_round (Fixture      *fixture,
                                                  gconstpointer data)
{
  g_signal_connect_swapped (fixture->ring, "notify::milestone", G_CALLBACK (count_cb), fixture);
  for (int left = 600; left >= -30; left--)
    roundel_ring_set_countdown (fixture->ring, left, 600);
  g_assert_cmpuint (fixture->notified, ==, 4);
  g_assert_cmpstr (roundel_ring_get_milestone (fixture->ring), ==, "The time is over");
}

static void
test_is_a_picture_with_its_words_or_those_of_its_owner (Fixture      *fixture,
                                                        gconstpointer data)
{
  roundel_ring_set_title (fixture->ring, "4", "of 7", "ready");
  gtk_test_accessible_assert_property (fixture->ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "4 of 7 ready");
  gtk_accessible_update_property (GTK_ACCESSIBLE (fixture->ring), GTK_ACCESSIBLE_PROPERTY_LABEL, "Readiness: 4 of 7",
                                  -1);
  gtk_test_accessible_assert_role (fixture->ring, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "Readiness: 4 of 7");
}

static guint
count_avatars (RoundelRing *ring)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (ring)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ADW_IS_AVATAR (child);
  return n;
}

static void
test_over_twelve_people_have_no_seats (Fixture      *fixture,
                                       gconstpointer data)
{
  RoundelRingTurn turns[13] = { { "Amara" } };

  roundel_ring_set_turns (fixture->ring, turns, 12);
  g_assert_cmpuint (count_avatars (fixture->ring), ==, 12);
  roundel_ring_set_turns (fixture->ring, turns, 13);
  g_assert_cmpuint (count_avatars (fixture->ring), ==, 0);
  roundel_ring_set_turns (fixture->ring, NULL, 0);
  g_assert_cmpuint (count_avatars (fixture->ring), ==, 0);
}

static void
test_one_outcome_at_a_time (void)
{
  GtkWidget *widget = g_object_ref_sink (roundel_outcome_badge_new (3, "Leadership development"));

  g_assert_true (gtk_widget_has_css_class (widget, "outcome-3"));
  roundel_outcome_badge_set (ROUNDEL_OUTCOME_BADGE (widget), 10, "Transfer of training");
  g_assert_false (gtk_widget_has_css_class (widget, "outcome-3"));
  g_assert_false (gtk_widget_has_css_class (widget, "outcome-1"));
  g_assert_true (gtk_widget_has_css_class (widget, "outcome-10"));
  g_object_unref (widget);
}

static void
test_every_outcome_has_a_mark (void)
{
  g_assert_null (roundel_outcome_icon_name (0));
  for (guint i = 1; i <= ROUNDEL_N_OUTCOMES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/roundel/Roundel/icons/scalable/actions/%s.svg",
                                               roundel_outcome_icon_name (i));

      g_assert_true (g_resources_get_info (path, 0, NULL, NULL, NULL));
    }
}

#define add(name, function) g_test_add ("/ring/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  add ("a-second-redraws-one-sector-and-the-hand", test_a_second_redraws_one_sector_and_the_hand);
  add ("a-turn-redraws-its-own-segment", test_a_turn_redraws_its_own_segment);
  add ("every-state-draws", test_every_state_draws);
  add ("a-new-round-refills-in-a-motion-if-there-are-any", test_a_new_round_refills_in_a_motion_if_there_are_any);
  add ("notifies-only-on-change", test_notifies_only_on_change);
  add ("a-screen-reader-is-told-four-things-a-round", test_a_screen_reader_is_told_four_things_a_round);
  add ("is-a-picture-with-its-words-or-those-of-its-owner", test_is_a_picture_with_its_words_or_those_of_its_owner);
  add ("over-twelve-people-have-no-seats", test_over_twelve_people_have_no_seats);
  add ("the-room-reads-digits-of-a-fifth-of-the-height", test_the_room_reads_digits_of_a_fifth_of_the_height);
  g_test_add_func ("/outcome/one-outcome-at-a-time", test_one_outcome_at_a_time);
  g_test_add_func ("/outcome/every-outcome-has-a-mark", test_every_outcome_has_a_mark);
  return g_test_run ();
}
