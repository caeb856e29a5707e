/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/ring.h"

#include <adwaita.h>

#include "app/widgets/ring-arcs.h"
#include "app/widgets/ring-label.h"
#include "app/widgets/ring-pieces.h"
#include "app/widgets/ring-seats.h"
#include "app/widgets/ring-text.h"

#define N_REASONS 7
#define FILL_MS 250   /* a segment that fills */
#define REFILL_MS 400 /* the arc at a change of round */
#define SMALL 64.0    /* below it a segment is met or track */
#define BOLD 90.0     /* below it the number is small and bold */

typedef struct
{
  RoundelRingSegment now;
  double from; /* what was filled before the motion began */
} Segment;

struct _RoundelRing
{
  GtkWidget parent_instance;

  RoundelRingMode mode;
  GArray *segments; /* of Segment */
  double progress;
  double progress_from;
  int left;
  int length;
  double hand_from;
  gboolean paused;
  gboolean room_view;
  int size;
  char *title;
  char *detail;
  char *caption;
  char *icon_name;
  const char *milestone;

  GtkWidget *text; /* draws nothing: its CSS colour is the foreground, the ring's own is the hue */
  GtkWidget *icon;
  RoundelRingSeats *seats;
  RoundelRingLabel *label; /* NULL when the font changed */
  gboolean label_valid;
  RoundelRingMetrics metrics;
  RoundelRingPieces *pieces;
  AdwAnimation *motion;
  double moved; /* 0 when a motion begins, 1 at rest */
};

enum
{
  PROP_0,
  PROP_MILESTONE,
  PROP_ROOM_VIEW,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelRing, roundel_ring, GTK_TYPE_WIDGET)

static double
filled (const RoundelRingSegment *segment)
{
  switch (segment->state)
    {
    case ROUNDEL_SEGMENT_MET: return 1;
    case ROUNDEL_SEGMENT_PARTLY: return CLAMP (segment->done, 0.0, 1.0);
    case ROUNDEL_SEGMENT_OPEN:
    case ROUNDEL_SEGMENT_FAILED:
    default: return 0;
    }
}

static double
on_the_way (RoundelRing *self,
            double       from,
            double       to)
{
  return from + (to - from) * self->moved;
}

static void
start_motion (RoundelRing *self,
              guint        milliseconds)
{
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->motion), milliseconds);
  adw_animation_reset (self->motion);
  self->moved = 0;
  adw_animation_play (self->motion);
}

static void
text_changed (RoundelRing *self)
{
  self->label_valid = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (double   value,
          gpointer user_data)
{
  RoundelRing *self = user_data;

  self->moved = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Text */

static double
outer_diameter (RoundelRing *self)
{
  return 2 * self->metrics.radius + self->metrics.width;
}

static void
ensure_label (RoundelRing             *self,
              const RoundelRingColors *colors)
{
  const RoundelRingMetrics *m = &self->metrics;
  double diameter = outer_diameter (self);
  double room = (2 * m->radius - m->width) * .86;
  double text;

  if (self->label == NULL)
    self->label = roundel_ring_label_new (GTK_WIDGET (self));
  else if (self->label_valid)
    return;
  self->label_valid = TRUE;
  text = roundel_ring_label_pixels (self->label);
  if (self->mode == ROUNDEL_RING_COUNTDOWN && self->room_view)
    {
      g_autofree char *time = roundel_ring_room_time_text (self->left);
      g_autofree char *caption = roundel_ring_room_caption (self->left, self->length, self->paused);

      roundel_ring_label_set (self->label, time, NULL, m->radius * .79, PANGO_WEIGHT_NORMAL, caption, m->radius * .13, room,
                              colors);
    }
  else if (self->mode == ROUNDEL_RING_COUNTDOWN)
    {
      g_autofree char *time = roundel_ring_time_text (self->left);
      g_autofree char *caption = roundel_ring_caption (self->left, self->length, self->paused);

      roundel_ring_label_set (self->label, time, NULL, m->radius * .615, PANGO_WEIGHT_LIGHT,
                              caption, MAX (text, m->radius * .115), room, colors);
    }
  else if (diameter < BOLD)
    roundel_ring_label_set (self->label, self->title, self->detail, MIN (.36 * diameter, text * 1.15),
                            PANGO_WEIGHT_BOLD, self->caption, text * .83, room, colors);
  else
    roundel_ring_label_set (self->label, self->title, self->detail, .27 * diameter,
                            PANGO_WEIGHT_LIGHT, self->caption, text * .83, room, colors);
}

static void
snapshot_segments (RoundelRing             *self,
                   const RoundelRingColors *colors)
{
  g_autofree RoundelRingSegment *segments = g_new (RoundelRingSegment, self->segments->len);
  g_autofree double *done = g_new (double, self->segments->len);
  gboolean small = outer_diameter (self) < SMALL;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      segments[i] = segment->now;
      done[i] = on_the_way (self, segment->from, filled (&segment->now));
    }
  roundel_ring_arcs_add_segments (self->pieces, &self->metrics, segments, done, self->segments->len, small, colors);
}

static void
snapshot_countdown (RoundelRing             *self,
                    GtkSnapshot             *snapshot,
                    const RoundelRingColors *colors)
{
  double over = roundel_ring_over (self->left, self->length);
  double hand = on_the_way (self, self->hand_from, roundel_ring_hand (self->left, self->length));

  roundel_ring_arcs_add_dial (self->pieces, &self->metrics, colors);
  /* a group of its own: the overlaps must not show through */
  if (self->paused)
    gtk_snapshot_push_opacity (snapshot, .45);
  if (over > 0)
    roundel_ring_arcs_add_overtime (self->pieces, &self->metrics, over, colors);
  else
    roundel_ring_arcs_add_moving (self->pieces, &self->metrics, hand, 360, &colors->hue);
  if (self->paused)
    gtk_snapshot_pop (snapshot);
}

/* Overrides */

static void
roundel_ring_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RoundelRing *self = ROUNDEL_RING (widget);
  gboolean over = self->mode == ROUNDEL_RING_COUNTDOWN && self->left < 0;
  RoundelRingColors colors;

  roundel_ring_colors_get (&colors, widget, self->text);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2.0f,
                                                          (float) gtk_widget_get_height (widget) / 2.0f));
  roundel_ring_pieces_begin (self->pieces, snapshot);
  roundel_ring_seats_add_turns (self->seats, &self->metrics, self->pieces, &colors);
  switch (self->mode)
    {
    case ROUNDEL_RING_COUNTDOWN: snapshot_countdown (self, snapshot, &colors); break;
    case ROUNDEL_RING_PROGRESS:
      roundel_ring_arcs_add_progress (self->pieces, &self->metrics,
                                      on_the_way (self, self->progress_from, self->progress), &colors);
      break;
    case ROUNDEL_RING_SEGMENTS:
    default: snapshot_segments (self, &colors); break;
    }
  roundel_ring_pieces_end (self->pieces);
  roundel_ring_seats_snapshot (self->seats, &self->metrics, snapshot, &colors);
  ensure_label (self, &colors);
  roundel_ring_label_snapshot (self->label, snapshot, self->room_view, over ? &colors.late_text : &colors.text,
                               over ? &colors.late_text : &colors.dim);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (roundel_ring_parent_class)->snapshot (widget, snapshot);
}

static void
roundel_ring_measure_size (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = ROUNDEL_RING (widget)->size;
}

static void
allocate_icon (RoundelRing *self,
               int          width,
               int          height)
{
  double diameter = outer_diameter (self);
  int size = (int) (diameter * (diameter < SMALL ? .44 : .27)) / 2 * 2;
  GtkAllocation box = { (width - size) / 2, (height - size) / 2, size, size };
  int minimum;

  if (!gtk_widget_should_layout (self->icon))
    return;
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), size);
  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->icon, &box, -1);
}

static void
roundel_ring_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  RoundelRing *self = ROUNDEL_RING (widget);

  roundel_ring_measure (self->mode, MIN (width, height), roundel_ring_seats_get_n (self->seats), &self->metrics);
  self->label_valid = FALSE;
  allocate_icon (self, width, height);
  gtk_widget_size_allocate (self->text, &(GtkAllocation) { 0 }, -1);
  roundel_ring_seats_allocate (self->seats, &self->metrics, width, height);
}

static void
roundel_ring_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  RoundelRing *self = ROUNDEL_RING (widget);

  GTK_WIDGET_CLASS (roundel_ring_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->label, roundel_ring_label_free);
  text_changed (self);
}

static void
roundel_ring_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RoundelRing *self = ROUNDEL_RING (object);

  switch (prop_id)
    {
    case PROP_MILESTONE: g_value_set_string (value, self->milestone); break;
    case PROP_ROOM_VIEW: g_value_set_boolean (value, self->room_view); break;
    case PROP_SIZE: g_value_set_int (value, self->size); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_ring_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RoundelRing *self = ROUNDEL_RING (object);

  switch (prop_id)
    {
    case PROP_ROOM_VIEW: roundel_ring_set_room_view (self, g_value_get_boolean (value)); break;
    case PROP_SIZE: roundel_ring_set_size (self, g_value_get_int (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_ring_dispose (GObject *object)
{
  RoundelRing *self = ROUNDEL_RING (object);

  g_clear_object (&self->motion);
  g_clear_pointer (&self->seats, roundel_ring_seats_free);
  g_clear_pointer (&self->label, roundel_ring_label_free);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (roundel_ring_parent_class)->dispose (object);
}

static void
roundel_ring_finalize (GObject *object)
{
  RoundelRing *self = ROUNDEL_RING (object);

  g_array_unref (self->segments);
  roundel_ring_pieces_free (self->pieces);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->caption);
  g_free (self->icon_name);
  G_OBJECT_CLASS (roundel_ring_parent_class)->finalize (object);
}

static void
roundel_ring_class_init (RoundelRingClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_ring_get_property;
  object_class->set_property = roundel_ring_set_property;
  object_class->dispose = roundel_ring_dispose;
  object_class->finalize = roundel_ring_finalize;
  widget_class->measure = roundel_ring_measure_size;
  widget_class->size_allocate = roundel_ring_size_allocate;
  widget_class->snapshot = roundel_ring_snapshot;
  widget_class->css_changed = roundel_ring_css_changed;

  properties[PROP_MILESTONE] = g_param_spec_string ("milestone", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_ROOM_VIEW] = g_param_spec_boolean ("room-view", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 16, 4096, 40, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
roundel_ring_init (RoundelRing *self)
{
  const RoundelRingSegment open[N_REASONS] = { 0 };
  GtkWidget *widget = GTK_WIDGET (self);

  self->size = 40;
  self->moved = 1;
  self->segments = g_array_new (FALSE, TRUE, sizeof (Segment));
  self->pieces = roundel_ring_pieces_new ();
  self->seats = roundel_ring_seats_new (widget);
  self->motion = adw_timed_animation_new (widget, 0, 1, FILL_MS,
                                          adw_callback_animation_target_new (moved_cb, self, NULL));
  self->text = adw_bin_new ();
  gtk_widget_add_css_class (self->text, "ring-text");
  gtk_widget_set_parent (self->text, widget);
  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_parent (self->icon, widget);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  roundel_ring_set_segments (self, open, N_REASONS);
}

/**
 * roundel_ring_new:
 * @size: the least diameter in pixels; the ring grows with the room it is given
 *
 * The sign of the program. A new ring has seven open segments. Its colour is the CSS colour, so a class `outcome-1` to
 * `outcome-10` on it sets the hue. Its owner sets the accessible label.
 *
 * Returns: (transfer floating): a ring
 */
GtkWidget *
roundel_ring_new (int size)
{
  return g_object_new (ROUNDEL_TYPE_RING, "size", size, NULL);
}

static void
set_mode (RoundelRing    *self,
          RoundelRingMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * roundel_ring_set_segments:
 * @self: a ring
 * @segments: (array length=n_segments): clockwise from 12 o'clock
 * @n_segments: how many, at least one
 *
 * Shows a segment each. The same number of segments as before fill in a short motion.
 */
void
roundel_ring_set_segments (RoundelRing              *self,
                           const RoundelRingSegment *segments,
                           guint                     n_segments)
{
  gboolean same;
  gboolean changed = FALSE;

  g_return_if_fail (ROUNDEL_IS_RING (self));
  g_return_if_fail (segments != NULL && n_segments > 0);

  same = self->mode == ROUNDEL_RING_SEGMENTS && self->segments->len == n_segments;
  set_mode (self, ROUNDEL_RING_SEGMENTS);
  g_array_set_size (self->segments, n_segments);
  for (guint i = 0; i < n_segments; i++)
    {
      Segment *segment = &g_array_index (self->segments, Segment, i);
      double shown = on_the_way (self, segment->from, filled (&segment->now));

      changed |= same && shown != filled (&segments[i]);
      segment->now = segments[i];
      segment->from = same ? shown : filled (&segments[i]);
    }
  if (changed)
    start_motion (self, FILL_MS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * roundel_ring_set_progress:
 * @self: a ring
 * @progress: from 0 to 1
 *
 * Shows one arc that grows from 12 o'clock.
 */
void
roundel_ring_set_progress (RoundelRing *self,
                           double       progress)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));
  g_return_if_fail (progress >= 0 && progress <= 1);

  if (self->mode == ROUNDEL_RING_PROGRESS && self->progress == progress)
    return;
  self->progress_from = self->mode == ROUNDEL_RING_PROGRESS ? on_the_way (self, self->progress_from, self->progress)
                                                            : progress;
  set_mode (self, ROUNDEL_RING_PROGRESS);
  self->progress = progress;
  start_motion (self, FILL_MS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_milestone (RoundelRing *self)
{
  const char *milestone = roundel_ring_milestone (self->left, self->length);

  if (g_strcmp0 (milestone, self->milestone) == 0)
    return;
  self->milestone = milestone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MILESTONE]);
}

/**
 * roundel_ring_set_countdown:
 * @self: a ring
 * @left: seconds left, negative once the time is over
 * @length: seconds of the whole, more than 0
 *
 * Shows what is left, with its digits. To be called once a second, or whenever something changed.
 */
void
roundel_ring_set_countdown (RoundelRing *self,
                            int          left,
                            int          length)
{
  gboolean refills;

  g_return_if_fail (ROUNDEL_IS_RING (self));
  g_return_if_fail (length > 0);

  if (self->mode == ROUNDEL_RING_COUNTDOWN && self->left == left && self->length == length)
    return;
  refills = self->mode == ROUNDEL_RING_COUNTDOWN && (self->length != length || left > self->left);
  if (refills)
    self->hand_from = on_the_way (self, self->hand_from, roundel_ring_hand (self->left, self->length));
  else if (self->mode != ROUNDEL_RING_COUNTDOWN || self->moved >= 1)
    self->hand_from = roundel_ring_hand (left, length);
  set_mode (self, ROUNDEL_RING_COUNTDOWN);
  self->left = left;
  self->length = length;
  if (refills)
    start_motion (self, REFILL_MS);
  text_changed (self);
  update_milestone (self);
}

/**
 * roundel_ring_set_turns:
 * @self: a ring
 * @turns: (array length=n_turns) (nullable): the people round the ring, clockwise from 12 o'clock, groups together
 * @n_turns: how many, 0 for none
 *
 * Shows the turns round a countdown, and the seats of up to twelve people round any ring.
 */
void
roundel_ring_set_turns (RoundelRing           *self,
                        const RoundelRingTurn *turns,
                        guint                  n_turns)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));
  g_return_if_fail (turns != NULL || n_turns == 0);

  if (roundel_ring_seats_set (self->seats, turns, n_turns))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * roundel_ring_set_paused:
 * @self: a ring
 * @paused: whether the countdown stands still
 */
void
roundel_ring_set_paused (RoundelRing *self,
                         gboolean     paused)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));

  if (self->paused == !!paused)
    return;
  self->paused = !!paused;
  text_changed (self);
}

/**
 * roundel_ring_set_room_view:
 * @self: a ring
 * @room_view: whether it is read from the last row: large digits, whole minutes from ten minutes up
 */
void
roundel_ring_set_room_view (RoundelRing *self,
                            gboolean     room_view)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));

  if (self->room_view == !!room_view)
    return;
  self->room_view = !!room_view;
  text_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM_VIEW]);
}

/**
 * roundel_ring_set_size:
 * @self: a ring
 * @size: the least diameter in pixels
 */
void
roundel_ring_set_size (RoundelRing *self,
                       int          size)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));

  if (self->size == size)
    return;
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

static void
set_text (RoundelRing *self,
          char       **place,
          const char  *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  text_changed (self);
}

/* What is drawn in the middle is not text to a screen reader. */
static void
update_name (RoundelRing *self)
{
  const char *words[] = { self->title, self->detail, self->caption };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/**
 * roundel_ring_set_title:
 * @self: a ring
 * @title: (nullable): the number in the middle
 * @detail: (nullable): what stands small behind it, as "of 7"
 * @caption: (nullable): the line below
 *
 * A countdown shows its time instead. The accessible label is the same words, until the owner sets another.
 */
void
roundel_ring_set_title (RoundelRing *self,
                        const char  *title,
                        const char  *detail,
                        const char  *caption)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));

  set_text (self, &self->title, title);
  set_text (self, &self->detail, detail);
  set_text (self, &self->caption, caption);
  update_name (self);
}

/**
 * roundel_ring_set_icon_name:
 * @self: a ring
 * @icon_name: (nullable): the mark in the middle, in the hue
 */
void
roundel_ring_set_icon_name (RoundelRing *self,
                            const char  *icon_name)
{
  g_return_if_fail (ROUNDEL_IS_RING (self));

  if (g_strcmp0 (self->icon_name, icon_name) == 0)
    return;
  g_free (self->icon_name);
  self->icon_name = g_strdup (icon_name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

/**
 * roundel_ring_get_milestone:
 * @self: a ring
 *
 * The property `milestone` changes only a few times a round: it is what a screen reader can be told.
 *
 * Returns: (nullable): the last milestone of the countdown that was passed
 */
const char *
roundel_ring_get_milestone (RoundelRing *self)
{
  g_return_val_if_fail (ROUNDEL_IS_RING (self), NULL);

  return self->milestone;
}
