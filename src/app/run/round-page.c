/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/round-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/live-text.h"
#include "app/run/fit-popover.h"
#include "app/run/turns.h"
#include "app/shortcuts.h"
#include "app/widgets/avatar.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring-text.h"
#include "app/widgets/ring.h"

#define MOST_FACES 3
#define MESSAGE_SECONDS 7
#define RING 250
#define RING_NARROW 200

/* The round as the facilitator sees it. */
struct _RoundelRoundPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *body;
  GtkWidget *top;
  GtkLabel *number;
  GtkLabel *part;
  GtkWidget *pill;
  GtkWidget *late_icon;
  GtkLabel *ends;
  GtkLabel *late;
  GtkMenuButton *fit;
  RoundelFitPopover *fit_popover;
  GtkWidget *message_box;
  GtkLabel *message;
  GtkWidget *undo;
  RoundelRing *ring;
  GtkLabel *who;
  GtkLabel *instruction;
  GtkLabel *words;
  GtkLabel *spare;
  GtkBox *next_faces;
  GtkLabel *next;
  GtkButton *pause;
  GtkLabel *pause_caption;
  GtkWidget *release;

  RoundelLive *live;
  guint stamp; /* of what is shown */
  gboolean narrow;
  guint message_timer;
};

G_DEFINE_FINAL_TYPE (RoundelRoundPage, roundel_round_page, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text != NULL ? text : "") != 0)
    gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static gboolean
is_held (RoundelRoundPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "held") == 0;
}

static void
show_next (RoundelRoundPage      *self,
           const RoundelLiveText *text)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  GtkWidget *face;

  if (g_strcmp0 (gtk_label_get_text (self->next), text->next) == 0)
    return;
  while ((face = gtk_widget_get_first_child (GTK_WIDGET (self->next_faces))) != NULL)
    gtk_box_remove (self->next_faces, face);
  for (guint i = 0; i < text->next_members->len && text->next_members->len <= MOST_FACES; i++)
    {
      g_autofree char *name = roundel_meeting_dup_name (meeting, g_array_index (text->next_members, guint, i));

      gtk_box_append (self->next_faces, roundel_avatar_new (24, name));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_faces), text->next_members->len > 0);
  gtk_label_set_text (self->next, text->next);
}

static void
show_words (RoundelRoundPage *self)
{
  g_autoptr (RoundelLiveText) text = roundel_live_text_new (self->live);
  g_autofree char *number = g_strdup_printf (_("Round %u of %u"), text->number, text->count);
  g_autofree char *part = text->turn != NULL ? g_strdup_printf (C_("part, turn", "%s, %s"), text->part, text->turn)
                                             : g_strdup (text->part);
  g_autofree char *words = text->words != NULL ? g_strdup_printf (C_("words to read aloud", "“%s”"), text->words) : NULL;

  if (g_strcmp0 (gtk_label_get_text (self->number), number) != 0)
    gtk_label_set_text (self->number, number);
  if (g_strcmp0 (gtk_label_get_text (self->part), part) != 0)
    gtk_label_set_text (self->part, part);
  set_text (self->who, text->who);
  set_text (self->instruction, text->instruction);
  set_text (self->words, words);
  set_text (self->spare, text->spare);
  show_next (self, text);
}

static void
show_turns (RoundelRoundPage         *self,
            const RoundelSessionView *view)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  g_autoptr (GArray) seats = roundel_turns_of_part (view);
  g_autofree RoundelRingTurn *turns = g_new0 (RoundelRingTurn, seats->len + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < seats->len; i++)
    {
      const RoundelSeatTurn *seat = &g_array_index (seats, RoundelSeatTurn, i);

      g_ptr_array_add (names, roundel_meeting_dup_name (meeting, seat->member));
      turns[i] = (RoundelRingTurn) {
        .name = names->pdata[i],
        .used = seat->used,
        .group = seat->group,
        .speaks = seat->speaks,
        .away = roundel_meeting_get_presence (meeting, seat->member) != ROUNDEL_PRESENCE_HERE,
      };
    }
  roundel_ring_set_turns (self->ring, turns, seats->len);
}

static void
show_lateness (RoundelRoundPage         *self,
               const RoundelSessionView *view)
{
  g_autofree char *ends = roundel_live_dup_ends (view);
  g_autofree char *lateness = roundel_live_dup_lateness (view);
  gboolean late = roundel_live_minutes_late (view) > 0;

  set_text (self->ends, ends);
  set_text (self->late, lateness);
  set_class (self->pill, "is-late", late);
  set_class (self->top, "is-late", late && self->narrow);
  gtk_widget_set_visible (self->late_icon, late);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fit), late);
}

static void
show_pause (RoundelRoundPage         *self,
            const RoundelSessionView *view)
{
  gboolean runs = view->phase == ROUNDEL_SESSION_PHASE_RUNNING;
  const char *name = runs ? _("Pause") : view->phase == ROUNDEL_SESSION_PHASE_READY ? _("Start") : _("Go On");

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->pause)), name) == 0)
    return;
  gtk_button_set_icon_name (self->pause, runs ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (self->pause_caption, name);
  if (view->phase == ROUNDEL_SESSION_PHASE_PAUSED)
    {
      /* the time that stands still, for whoever does not see it */
      g_autofree char *time = roundel_ring_time_text ((int) view->shown);
      g_autofree char *caption = roundel_ring_caption ((int) view->shown, 0, TRUE);
      g_autofree char *told = g_strdup_printf ("%s, %s", time, caption);

      roundel_compat_announce (GTK_WIDGET (self->pause), told);
    }
}

static void
changed_cb (RoundelRoundPage *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  gboolean held = view->phase == ROUNDEL_SESSION_PHASE_HELD;
  gboolean begins = held && !is_held (self);
  int length = (int) MAX (view->allowed / G_TIME_SPAN_SECOND, 1);

  gtk_stack_set_visible_child_name (self->stack, held ? "held" : "round");
  /* unmapped where this window is the room view */
  if (begins && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->release);
  if (held)
    return;
  show_turns (self, view);
  if (self->stamp != roundel_live_get_stamp (self->live))
    {
      show_words (self);
      show_lateness (self, view);
      show_pause (self, view);
      self->stamp = roundel_live_get_stamp (self->live);
    }
  roundel_ring_set_paused (self->ring, view->phase == ROUNDEL_SESSION_PHASE_PAUSED);
  roundel_ring_set_countdown (self->ring, (int) view->shown, length);
}

static void
milestone_cb (RoundelRoundPage *self)
{
  const char *milestone = roundel_ring_get_milestone (self->ring);

  if (milestone != NULL)
    roundel_compat_announce (GTK_WIDGET (self->pause), milestone);
}

static gboolean
message_over_cb (gpointer user_data)
{
  RoundelRoundPage *self = user_data;

  self->message_timer = 0;
  gtk_widget_set_visible (self->message_box, FALSE);
  return G_SOURCE_REMOVE;
}

static void
fitted_cb (RoundelRoundPage *self,
           const char       *refusal)
{
  g_autofree char *ends = roundel_live_dup_ends (roundel_live_get_view (self->live));

  roundel_round_page_say (self, refusal != NULL ? refusal : ends, refusal == NULL);
  roundel_round_page_focus (self);
}

static void
roundel_round_page_dispose (GObject *object)
{
  g_clear_handle_id (&ROUNDEL_ROUND_PAGE (object)->message_timer, g_source_remove);
  roundel_round_page_set_live (ROUNDEL_ROUND_PAGE (object), NULL);
  G_OBJECT_CLASS (roundel_round_page_parent_class)->dispose (object);
}

static void
roundel_round_page_class_init (RoundelRoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_round_page_dispose;

  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_FIT_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/round-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, body);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, top);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, number);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, part);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, pill);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, late_icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, ends);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, late);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, fit);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, fit_popover);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, message_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, message);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, undo);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, who);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, instruction);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, words);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, spare);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, next_faces);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, next);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, pause);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, pause_caption);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoundPage, release);
  gtk_widget_class_bind_template_callback (widget_class, fitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, roundel_round_page_focus);
}

static void
roundel_round_page_init (RoundelRoundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_shortcuts_attach_inside (self->body, "run");
  g_signal_connect_object (self->ring, "notify::milestone", G_CALLBACK (milestone_cb), self, G_CONNECT_SWAPPED);
}

/**
 * roundel_round_page_set_live:
 * @self: the page
 * @live: (nullable): the session that runs
 */
void
roundel_round_page_set_live (RoundelRoundPage *self,
                             RoundelLive      *live)
{
  g_return_if_fail (ROUNDEL_IS_ROUND_PAGE (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_func (self->live, changed_cb, self);
  g_set_object (&self->live, live);
  self->stamp = 0;
  if (self->fit_popover != NULL)
    roundel_fit_popover_set_live (self->fit_popover, live);
  if (live == NULL)
    return;
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  roundel_outcome_dress (GTK_WIDGET (self->ring), roundel_live_get_meeting (live)->outcome);
  changed_cb (self);
}

/**
 * roundel_round_page_set_narrow:
 * @self: the page
 * @narrow: whether there is little room: no captions, and the lateness as a strip
 */
void
roundel_round_page_set_narrow (RoundelRoundPage *self,
                               gboolean          narrow)
{
  g_return_if_fail (ROUNDEL_IS_ROUND_PAGE (self));

  self->narrow = narrow;
  self->stamp = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->number), !narrow);
  gtk_widget_set_hexpand (self->pill, narrow);
  set_class (self->body, "narrow", narrow);
  roundel_ring_set_size (self->ring, narrow ? RING_NARROW : RING);
  if (self->live != NULL)
    changed_cb (self);
}

/**
 * roundel_round_page_say:
 * @self: the page
 * @message: what the facilitator should know for a moment
 * @undo: whether it tells of a step that can be undone beside it
 *
 * Above the ring, where a toast would cover the buttons.
 */
void
roundel_round_page_say (RoundelRoundPage *self,
                        const char       *message,
                        gboolean          undo)
{
  g_return_if_fail (ROUNDEL_IS_ROUND_PAGE (self));

  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (self->undo, undo);
  gtk_widget_set_visible (self->message_box, TRUE);
  roundel_compat_announce (GTK_WIDGET (self->pause), message);
  g_clear_handle_id (&self->message_timer, g_source_remove);
  self->message_timer = g_timeout_add_seconds (MESSAGE_SECONDS, message_over_cb, self);
}

/**
 * roundel_round_page_focus:
 * @self: the page
 *
 * The focused control in a round is Pause, and the only one while everything rests is Go On.
 */
void
roundel_round_page_focus (RoundelRoundPage *self)
{
  g_return_if_fail (ROUNDEL_IS_ROUND_PAGE (self));

  gtk_widget_grab_focus (is_held (self) ? self->release : GTK_WIDGET (self->pause));
}

/**
 * roundel_round_page_open_fit:
 * @self: the page
 *
 * Shows what would give time, when the session is late.
 */
void
roundel_round_page_open_fit (RoundelRoundPage *self)
{
  g_return_if_fail (ROUNDEL_IS_ROUND_PAGE (self));

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->fit)))
    gtk_menu_button_popup (self->fit);
  else
    roundel_round_page_say (self, _("There is nothing to fit: it is not late."), FALSE);
}
