/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/room-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/ring.h"

#define HEIGHT 1080.0 /* what is laid out is that high, and scaled to the height there is */
#define RING 876      /* so that the digits are a fifth of the height */
#define COLUMN_WIDTH 776
#define COLUMN_HEIGHT 972
#define NATURAL_HEIGHT 540
#define LONG_TITLE 26 /* characters */
#define FULL_GROUPS 2 /* so many are shown with a line a person */
#define MOST_COLUMNS 3
#define PICTURE_MS 1600

/* What the room sees: large, quiet, without controls, and nothing that is meant for the facilitator alone. */
struct _RoundelRoomView
{
  GtkWidget parent_instance;

  GtkWidget *canvas;
  RoundelRing *ring;
  GtkWidget *column;
  GtkLabel *ends;
  GtkLabel *part;
  GtkLabel *title;
  GtkLabel *words;
  GtkBox *rules;
  GtkGrid *groups;
  GtkLabel *next;
  GtkLabel *still;
  GtkLabel *message;
  guint timer; /* how long the picture of a bell is shown */

  RoundelLive *live;
  guint stamp; /* of what is shown */
  const RoundelRound *shown; /* whose groups are shown; never followed */
};

G_DEFINE_FINAL_TYPE (RoundelRoomView, roundel_room_view, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text != NULL ? text : "") != 0)
    gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
speaks (const RoundelRound *round,
        guint               member)
{
  for (guint i = 0; i < round->speakers->len; i++)
    if (g_array_index (round->speakers, guint, i) == member)
      return TRUE;
  return FALSE;
}

/* The one who has the floor, with a bar of the hue before the name. */
static void
add_speaker (RoundelRoomView *self,
             GtkWidget       *box,
             const char      *name,
             const char      *role)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 22);
  GtkWidget *bar = adw_bin_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (bar, "room-bar");
  gtk_widget_add_css_class (bar, "hue");
  roundel_outcome_dress (bar, roundel_live_get_meeting (self->live)->outcome);
  add_label (words, name, "room-speaker");
  if (role != NULL)
    add_label (words, role, "room-role");
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_role (GtkWidget  *box,
          const char *role,
          guint       n)
{
  /* Translators: the role that each of the people above has, as consultant */
  g_autofree char *shared = g_strdup_printf (_("each as %s"), role);

  add_label (box, n > 1 ? shared : role, "room-role");
}

/* All others, with their role once below those who share it. */
static void
add_others (RoundelRoomView    *self,
            GtkWidget          *box,
            const RoundelRound *round,
            const GArray       *seats,
            gboolean            full)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *role = NULL;
  guint n = 0;

  gtk_widget_add_css_class (others, "room-others");
  for (guint i = 0; i < seats->len; i++)
    {
      const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, i);
      g_autofree char *name = roundel_meeting_dup_short (meeting, seat->member);

      if (speaks (round, seat->member))
        continue;
      if (g_strcmp0 (role, seat->role) != 0)
        {
          if (full && role != NULL)
            add_role (others, role, n);
          role = seat->role;
          n = 0;
        }
      n++;
      if (full)
        add_label (others, name, "room-name");
      else
        g_string_append_printf (line, "%s%s", line->len > 0 ? C_("names", ", ") : "", name);
    }
  if (line->len > 0)
    add_label (others, line->str, "room-small");
  if (full && role != NULL)
    add_role (others, role, n);
  gtk_box_append (GTK_BOX (box), others);
}

static void
show_groups (RoundelRoomView    *self,
             const RoundelRound *round)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  gboolean full = round->groups->len <= FULL_GROUPS;
  int columns = full || round->groups->len <= 4 ? 2 : MOST_COLUMNS;
  GtkWidget *child;

  if (round == self->shown)
    return;
  self->shown = round;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_grid_remove (self->groups, child);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), round->groups->len > 1);
  for (guint g = 0; g < round->groups->len && round->groups->len > 1; g++)
    {
      const GArray *seats = round->groups->pdata[g];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, full ? 12 : 2);
      g_autofree char *title = g_strdup_printf (_("Group %u"), g + 1);

      add_label (box, title, "room-role");
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "room-strong");
      for (guint i = 0; i < seats->len; i++)
        {
          const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, i);
          g_autofree char *name = roundel_meeting_dup_short (meeting, seat->member);

          if (speaks (round, seat->member))
            add_speaker (self, box, name, full ? seat->role : NULL);
        }
      add_others (self, box, round, seats, full);
      gtk_grid_attach (self->groups, box, (int) g % columns, (int) g / columns, 1, 1);
    }
}

static void
show_rules (RoundelRoomView *self,
            char           **rules)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rules))) != NULL)
    gtk_box_remove (self->rules, child);
  gtk_widget_set_visible (GTK_WIDGET (self->rules), rules != NULL);
  for (char **rule = rules; rule != NULL && *rule != NULL; rule++)
    add_label (GTK_WIDGET (self->rules), *rule, "room-small");
}

/* Where there is so much to read that all is scaled down, the clock stays as large as it is. */
static void
fit_ring (RoundelRoomView *self)
{
  int height;

  gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, COLUMN_WIDTH, &height, NULL, NULL, NULL);
  roundel_ring_set_size (self->ring, RING * MAX (height, COLUMN_HEIGHT) / COLUMN_HEIGHT);
}

static void
show_words (RoundelRoomView          *self,
            const RoundelSessionView *view)
{
  const RoundelRound *round = roundel_live_get_round (self->live);
  g_autoptr (RoundelLiveText) text = roundel_live_text_new (self->live);
  g_autofree char *part = text->turn != NULL ? g_strdup_printf (C_("part, turn", "%s, %s"), text->part, text->turn)
                                             : g_strdup (text->part);
  g_autofree char *ends = roundel_text_end (view->ends);
  gboolean groups = round->groups->len > 1;
  const char *title = groups ? round->title : text->who;

  set_text (self->ends, ends);
  set_text (self->part, part);
  set_text (self->title, title);
  if (g_utf8_strlen (title, -1) > LONG_TITLE)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "long");
  /* what is read aloud stands back for the charter */
  if (text->rules != NULL)
    set_text (self->words, NULL);
  else
    set_text (self->words, groups ? round->say : text->words != NULL ? text->words : text->instruction);
  show_rules (self, text->rules);
  set_text (self->next, text->next);
  set_text (self->message, roundel_live_get_message (self->live));
  show_groups (self, round);
  fit_ring (self);
}

static void
show_round (RoundelRoomView          *self,
            const RoundelSessionView *view)
{
  if (self->stamp != roundel_live_get_stamp (self->live))
    show_words (self, view);
  self->stamp = roundel_live_get_stamp (self->live);
  roundel_ring_set_paused (self->ring, view->phase == ROUNDEL_SESSION_PHASE_PAUSED);
  roundel_ring_set_countdown (self->ring, (int) view->shown, (int) MAX (view->allowed / G_TIME_SPAN_SECOND, 1));
}

static void
changed_cb (RoundelRoomView *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  const char *still = NULL;

  if (view->phase == ROUNDEL_SESSION_PHASE_HELD)
    still = _("One moment, please");
  else if (view->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    still = _("Thank you");
  if (still != NULL)
    set_text (self->still, still);
  else
    show_round (self, view);
  gtk_stack_set_visible_child_name (GTK_STACK (self->canvas), roundel_live_is_blank (self->live) ? "blank"
                                                              : still != NULL                    ? "still"
                                                                                                 : "round");
}

static gboolean
picture_over_cb (gpointer user_data)
{
  RoundelRoomView *self = user_data;

  self->timer = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "chimed");
  return G_SOURCE_REMOVE;
}

/* What the room hears, it sees as well. */
static void
chimed_cb (RoundelRoomView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "chimed");
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PICTURE_MS, picture_over_cb, self);
}

/* Overrides */

static GtkSizeRequestMode
roundel_room_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
roundel_room_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_HEIGHT * 16 / 9 : NATURAL_HEIGHT;
}

/* Everything is laid out HEIGHT high, or as high as it needs, and then scaled as a whole. */
static void
roundel_room_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RoundelRoomView *self = ROUNDEL_ROOM_VIEW (widget);
  double aspect = (double) MAX (width, 1) / MAX (height, 1);
  double high = HEIGHT;
  int minimum;

  gtk_widget_measure (self->canvas, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  high = MAX (high, minimum / aspect);
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_measure (self->canvas, GTK_ORIENTATION_VERTICAL, (int) (high * aspect), &minimum, NULL, NULL, NULL);
      if (minimum <= (int) high)
        break;
      high = minimum;
    }
  gtk_widget_allocate (self->canvas, (int) (high * aspect), (int) high, -1,
                       gsk_transform_scale (NULL, (float) (height / high), (float) (height / high)));
}

static void
roundel_room_view_dispose (GObject *object)
{
  RoundelRoomView *self = ROUNDEL_ROOM_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->live);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  G_OBJECT_CLASS (roundel_room_view_parent_class)->dispose (object);
}

static void
roundel_room_view_class_init (RoundelRoomViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_room_view_dispose;
  widget_class->get_request_mode = roundel_room_view_get_request_mode;
  widget_class->measure = roundel_room_view_measure;
  widget_class->size_allocate = roundel_room_view_size_allocate;

  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/room-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, canvas);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, column);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, ends);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, part);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, words);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, rules);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, groups);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, next);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, still);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomView, message);
}

static void
roundel_room_view_init (RoundelRoomView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE); /* nothing in it is, and keys need a place to go to */
}

/**
 * roundel_room_view_new:
 *
 * Returns: (transfer floating): a view for the room
 */
GtkWidget *
roundel_room_view_new (void)
{
  return g_object_new (ROUNDEL_TYPE_ROOM_VIEW, NULL);
}

/**
 * roundel_room_view_set_live:
 * @self: the view
 * @live: (nullable): the session that runs
 */
void
roundel_room_view_set_live (RoundelRoomView *self,
                            RoundelLive     *live)
{
  g_return_if_fail (ROUNDEL_IS_ROOM_VIEW (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  self->shown = NULL;
  self->stamp = 0;
  if (live == NULL)
    return;
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "chimed", G_CALLBACK (chimed_cb), self, G_CONNECT_SWAPPED);
  roundel_outcome_dress (GTK_WIDGET (self->ring), roundel_live_get_meeting (live)->outcome);
  roundel_outcome_dress (GTK_WIDGET (self->part), roundel_live_get_meeting (live)->outcome);
  changed_cb (self);
}
