/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/block-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"
#include "app/widgets/plan-blocks.h"
#include "app/widgets/rhythm-bar.h"

/* A session of usual length, and the smallest block, in pixels */
#define PLAN_HEIGHT 470
#define LEAST_TITLE 11 /* characters of it that are always shown */
#define LEAST_HEIGHT 32
#define TWO_LINES 52 /* height of a block with room for them */
#define MOST_TURNS 8
#define HANDLE_ROOM 10 /* below the last words of a block, so that the handle does not lie over them */

/* A block of a plan, as high as it is long, with the clock before it. The selected one shows its turns, and has a handle at
 * its end to be made longer or shorter with. */
struct _RoundelBlockRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *clock;
  GtkWidget *block;    /* the ground with the words on it */
  GtkWidget *ground;
  GtkWidget *words;
  GtkLabel *title;
  GtkBox *line;        /* the title, and the minutes at its end */
  GtkBox *more;        /* beside the title, or below it */
  GtkLabel *detail;
  GtkLabel *tag;
  GtkLabel *minutes;
  GtkLabel *problem;
  GtkBox *turns;
  GtkWidget *handle;
  gboolean narrow;
  guint part;
  guint seconds;       /* as it stands */
  guint dragged;       /* as it stood when the handle was taken */
  double dragged_at;   /* where in the row that was */
  double scale;        /* pixels for a second */
};

enum
{
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelBlockRow, roundel_block_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
make_label (const char *css_class,
            gboolean    wraps)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  if (wraps)
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
    }
  else
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The rounds of one turn as a line, and how long they are together. */
static void
add_turn (RoundelBlockRow     *self,
          const RoundelAgenda *agenda,
          guint                slot,
          guint                turn,
          guint                outcome)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *name = make_label ("note", FALSE);
  GtkLabel *length = make_label ("note", FALSE);
  GtkWidget *bar = roundel_rhythm_bar_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (RoundelRhythmSpan));
  g_autofree char *text = g_strdup_printf (_("Turn %u"), turn);
  g_autofree char *span_text = NULL;
  guint sum = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      RoundelRhythmSpan span = { round->seconds, round->floor };

      if (round->slot != slot)
        continue;
      g_array_append_val (spans, span);
      sum += round->seconds;
    }
  if (spans->len == 1)
    g_array_index (spans, RoundelRhythmSpan, 0).own = TRUE;
  span_text = roundel_text_span (sum);
  gtk_label_set_text (name, text);
  gtk_label_set_text (length, span_text);
  gtk_widget_add_css_class (GTK_WIDGET (length), "numeric");
  gtk_widget_set_hexpand (bar, TRUE);
  roundel_outcome_dress (bar, outcome);
  roundel_rhythm_bar_set (ROUNDEL_RHYTHM_BAR (bar), spans);
  gtk_widget_add_css_class (line, "plan-turn");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (name));
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (length));
  gtk_box_append (self->turns, line);
}

static void
show_turns (RoundelBlockRow     *self,
            const RoundelAgenda *agenda,
            guint                outcome)
{
  guint last = 0;
  guint turn = 0;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->turns))) != NULL;)
    gtk_box_remove (self->turns, child);
  for (guint i = 0; agenda != NULL && i < agenda->rounds->len && turn < MOST_TURNS; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->slot == 0 || round->slot == last)
        continue;
      last = round->slot;
      add_turn (self, agenda, last, ++turn, outcome);
    }
}

/* Where it is narrow they stand below each other, and in a low block the title is alone. */
static void
place_words (RoundelBlockRow *self)
{
  gboolean low = self->scale * self->seconds < TWO_LINES;
  GtkBox *place = self->narrow && !low ? GTK_BOX (self->words) : self->line;
  GtkWidget *more = GTK_WIDGET (self->more);

  gtk_widget_set_visible (GTK_WIDGET (self->detail), *gtk_label_get_text (self->detail) != '\0' && !(self->narrow && low));
  if (gtk_widget_get_parent (more) == GTK_WIDGET (place))
    return;
  g_object_ref (more);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (more)), more);
  gtk_box_insert_child_after (place, more, place == self->line ? GTK_WIDGET (self->title) : GTK_WIDGET (self->line));
  g_object_unref (more);
}

/* Only what is selected opens; a block that shows its turns is as high as it needs. */
static void
show_selected (RoundelBlockRow *self)
{
  gboolean selected = gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self));
  guint n_turns = 0;

  for (GtkWidget *turn = gtk_widget_get_first_child (GTK_WIDGET (self->turns)); turn != NULL;
       turn = gtk_widget_get_next_sibling (turn))
    n_turns++;
  gtk_widget_set_visible (GTK_WIDGET (self->turns), selected && n_turns > 1);
  gtk_widget_set_valign (self->words, selected && n_turns > 1 ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->handle, selected && self->part != ROUNDEL_PLAN_NO_PART);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->problem), gtk_widget_get_visible (self->handle) ? HANDLE_ROOM : 0);
}

/* The handle moves with the end of the block; the row does not. */
static double
get_row_y (RoundelBlockRow *self,
           double           y)
{
  graphene_point_t on_row;

  return gtk_widget_compute_point (self->handle, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, (float) y), &on_row) ? on_row.y : 0;
}

static void
drag_begin_cb (RoundelBlockRow *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = self->seconds;
  self->dragged_at = get_row_y (self, y);
}

static void
drag_update_cb (RoundelBlockRow *self,
                double           x,
                double           y,
                GtkGesture      *gesture)
{
  double pointer_x, pointer_y;
  int seconds;
  guint rounded;

  if (!gtk_gesture_get_point (gesture, NULL, &pointer_x, &pointer_y))
    return;
  seconds = (int) self->dragged + (int) ((get_row_y (self, pointer_y) - self->dragged_at) / self->scale);
  rounded = (guint) MAX (seconds + 30, ROUNDEL_PLAN_LEAST_PART) / 60 * 60;
  if (rounded != self->seconds)
    g_signal_emit (self, signals[RESIZED], 0, rounded);
}

static void
roundel_block_row_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  before)
{
  if ((gtk_widget_get_state_flags (widget) ^ before) & GTK_STATE_FLAG_SELECTED)
    show_selected (ROUNDEL_BLOCK_ROW (widget));
  GTK_WIDGET_CLASS (roundel_block_row_parent_class)->state_flags_changed (widget, before);
}

static void
roundel_block_row_class_init (RoundelBlockRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->state_flags_changed = roundel_block_row_state_flags_changed;

  /* (seconds): the handle was pulled there */
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_handle (RoundelBlockRow *self)
{
  GtkWidget *handle = adw_bin_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (handle, "plan-handle");
  gtk_widget_set_halign (handle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (handle, GTK_ALIGN_END);
  gtk_widget_set_cursor_from_name (handle, "ns-resize");
  gtk_widget_set_tooltip_text (handle, _("Pull to make it longer or shorter"));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  return handle;
}

static void
roundel_block_row_init (RoundelBlockRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->more = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->clock = make_label ("dim", FALSE);
  gtk_label_set_xalign (self->clock, 1);
  gtk_label_set_width_chars (self->clock, 5);
  gtk_label_set_ellipsize (self->clock, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->clock), GTK_ALIGN_START);

  self->title = make_label ("heading", FALSE);
  self->detail = make_label ("note", FALSE);
  self->tag = make_label ("note", FALSE);
  gtk_label_set_ellipsize (self->tag, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tag), "plan-tag");
  gtk_widget_set_valign (GTK_WIDGET (self->tag), GTK_ALIGN_CENTER);
  self->minutes = make_label ("heading", FALSE);
  gtk_label_set_ellipsize (self->minutes, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->minutes), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->minutes), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->minutes), GTK_ALIGN_END);
  gtk_box_append (self->more, GTK_WIDGET (self->detail));
  gtk_box_append (self->more, GTK_WIDGET (self->tag));
  gtk_box_append (self->line, GTK_WIDGET (self->title));
  gtk_box_append (self->line, GTK_WIDGET (self->more));
  gtk_box_append (self->line, GTK_WIDGET (self->minutes));

  self->problem = make_label ("warning-text", TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "note");
  self->turns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_top (GTK_WIDGET (self->turns), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->turns), 6);
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->turns));
  gtk_widget_add_css_class (self->words, "plan-block");

  self->ground = adw_bin_new ();
  gtk_widget_add_css_class (self->ground, "plan-ground");
  self->handle = make_handle (self);
  self->block = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->block), self->ground);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->block), self->words);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (self->block), self->words, TRUE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->block), self->handle);
  gtk_widget_set_hexpand (self->block, TRUE);

  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->clock));
  gtk_box_append (GTK_BOX (row), self->block);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  gtk_widget_add_css_class (GTK_WIDGET (self), "block-row");
}

GtkWidget *
roundel_block_row_new (void)
{
  return g_object_new (ROUNDEL_TYPE_BLOCK_ROW, NULL);
}

/* What stands against the block, if anything. */
static char *
describe_problem (const RoundelPlanBlock *block)
{
  if (block->problem != NULL)
    return g_strdup (block->problem);
  if (block->late > 0)
    return g_strdup_printf (ngettext ("%u minute after its fixed start", "%u minutes after its fixed start",
                                         (block->late + 59) / 60), (block->late + 59) / 60);
  return NULL;
}

/* How many turns, and for how many there is none today. */
static char *
describe_turns (const RoundelPlanBlock *block,
                const RoundelShares    *shares)
{
  g_autofree char *turns = roundel_shares_describe (shares);
  guint waiting = block->agenda != NULL ? block->agenda->waiting->len : 0;

  if (turns == NULL || waiting == 0)
    return g_steal_pointer (&turns);
  /* Translators: how many turns, and how many members have none this time */
  return g_strdup_printf (ngettext ("%s · %u next time", "%s · %u next time", waiting), turns, waiting);
}

/**
 * roundel_block_row_set:
 * @self: a row, which emits `resized`
 * @measure: a plan in time
 * @plan: the plan
 * @at: index of a block of @measure
 * @starts: (nullable): local time at which the session begins
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_block_row_set (RoundelBlockRow          *self,
                       const RoundelPlanMeasure *measure,
                       const RoundelSessionPlan *plan,
                       guint                     at,
                       const char               *starts,
                       guint                     outcome)
{
  const RoundelPlanBlock *block = measure->blocks->pdata[at];
  gboolean hand = block->part == ROUNDEL_PLAN_NO_PART;
  const RoundelOutlinePart *part = hand ? NULL : plan->outline->pdata[block->part];
  RoundelShares shares = { 0 };
  const char *title = hand ? _("Time in hand") : part->title != NULL ? part->title
                      : block->format != NULL ? block->format->name : part->format;
  g_autofree char *clock = roundel_text_clock_at (starts, block->starts);
  g_autofree char *minutes = roundel_text_minutes (block->seconds);
  g_autofree char *length = g_strdup_printf (_("%s min"), minutes);
  g_autofree char *detail = NULL;
  g_autofree char *problem = describe_problem (block);
  g_autofree char *name = NULL;
  gboolean left_out = FALSE;

  g_return_if_fail (ROUNDEL_IS_BLOCK_ROW (self));

  if (block->agenda != NULL)
    shares = roundel_agenda_count_shares (block->agenda, 0);
  for (guint i = 0; i < measure->left_out->len; i++)
    left_out |= g_array_index (measure->left_out, guint, i) == block->part;
  detail = describe_turns (block, &shares);
  self->part = block->part;
  self->seconds = block->seconds;
  self->scale = roundel_plan_scale (measure->length);
  set_text (self->clock, clock);
  set_class (GTK_WIDGET (self->clock), "heading", part != NULL && part->begins > 0);
  set_text (self->title, title);
  gtk_label_set_width_chars (self->title, (int) MIN (g_utf8_strlen (title, -1), LEAST_TITLE));
  set_text (self->detail, detail);
  set_text (self->tag, left_out ? _("left out") : part != NULL && part->optional ? _("optional") : NULL);
  set_text (self->minutes, length);
  set_text (self->problem, problem);
  roundel_outcome_dress (self->ground, shares.n > 0 ? outcome : 0);
  roundel_outcome_dress (self->handle, outcome);
  roundel_outcome_dress (GTK_WIDGET (self), outcome);
  set_class (self->ground, "slots", shares.n > 0);
  set_class (self->ground, "optional", hand || part->optional);
  place_words (self);
  show_turns (self, block->agenda, outcome);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), !hand);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !hand);
  gtk_widget_set_focusable (GTK_WIDGET (self), !hand);
  gtk_widget_set_size_request (self->block, -1, MAX (LEAST_HEIGHT, (int) (self->scale * block->seconds)));
  /* Translators: clock time, title of a round, and how long it is */
  name = g_strdup_printf (_("%s %s, %s"), clock, title, length);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : detail != NULL ? detail : "", -1);
  show_selected (self);
}

/**
 * roundel_block_row_set_narrow:
 * @self: a row
 * @narrow: whether its words stand below each other where there is room for that
 */
void
roundel_block_row_set_narrow (RoundelBlockRow *self,
                              gboolean         narrow)
{
  g_return_if_fail (ROUNDEL_IS_BLOCK_ROW (self));

  self->narrow = narrow;
  place_words (self);
}

/**
 * roundel_block_row_get_part:
 *
 * Returns: index into the outline, or %ROUNDEL_PLAN_NO_PART for time in hand
 */
guint
roundel_block_row_get_part (RoundelBlockRow *self)
{
  g_return_val_if_fail (ROUNDEL_IS_BLOCK_ROW (self), ROUNDEL_PLAN_NO_PART);

  return self->part;
}

/**
 * roundel_plan_scale:
 * @length: seconds of a session
 *
 * Returns: how many pixels a second has
 */
double
roundel_plan_scale (guint length)
{
  return (double) PLAN_HEIGHT / MAX (length, 20 * 60);
}
