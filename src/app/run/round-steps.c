/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/round-steps.h"

#include <glib/gi18n-lib.h>

#include "app/run/run-screen.h"

/* What the facilitator does while a session runs. */

static const RoundelSessionView *
get_view (RoundelRunScreen *self)
{
  return roundel_live_get_view (roundel_run_screen_get_live (self));
}

static void
release (RoundelRunScreen *self)
{
  roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_RELEASE, 0);
  roundel_round_page_focus (roundel_run_screen_get_round_page (self));
}

static void
pause_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  switch (get_view (self)->phase)
    {
    case ROUNDEL_SESSION_PHASE_READY: roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_START, 0); break;
    case ROUNDEL_SESSION_PHASE_RUNNING: roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_PAUSE, 0); break;
    case ROUNDEL_SESSION_PHASE_PAUSED: roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_RESUME, 0); break;
    case ROUNDEL_SESSION_PHASE_HELD: release (self); break;
    case ROUNDEL_SESSION_PHASE_FINISHED:
    default: break;
    }
}

/* Time in hand is there to be given, not to be sat out: after the last round the session is over. */
static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  const RoundelSessionView *view = get_view (self);
  gboolean last = view->next >= view->rounds->len
                  || g_array_index (view->rounds, RoundelRoundTime, view->next).round->kind == ROUNDEL_ROUND_IN_HAND;

  if (last)
    {
      roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_FINISH, 0);
      return;
    }
  if (roundel_live_leave_out_expected (roundel_run_screen_get_live (self), roundel_run_screen_get_formats (self)))
    roundel_run_screen_say (self, _("Turns begin: those who are here share the time. “Has Arrived” brings the others in."));
  roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_NEXT, 0);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  roundel_run_screen_step (ROUNDEL_RUN_SCREEN (widget), ROUNDEL_SESSION_EVENT_BACK, 0);
}

static void
time_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  roundel_run_screen_step (ROUNDEL_RUN_SCREEN (widget), ROUNDEL_SESSION_EVENT_ADD,
                           g_str_equal (action, "run.more") ? 60 : -60);
}

static void
hold_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  if (get_view (self)->phase == ROUNDEL_SESSION_PHASE_HELD)
    release (self);
  else
    roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_HOLD, 0);
}

static const char *
undone_text (RoundelSessionEventKind kind)
{
  switch (kind)
    {
    case ROUNDEL_SESSION_EVENT_NEXT:
    case ROUNDEL_SESSION_EVENT_BACK:
    case ROUNDEL_SESSION_EVENT_JUMP: return _("Undone. You are in the round where you were.");
    case ROUNDEL_SESSION_EVENT_ADD:
    case ROUNDEL_SESSION_EVENT_CORRECT: return _("Undone. The time is as it was.");
    case ROUNDEL_SESSION_EVENT_FIT:
    case ROUNDEL_SESSION_EVENT_CARRY:
    case ROUNDEL_SESSION_EVENT_AGREE:
    case ROUNDEL_SESSION_EVENT_EXTEND:
    case ROUNDEL_SESSION_EVENT_REPLAN: return _("Undone. The plan is as it was.");
    case ROUNDEL_SESSION_EVENT_START:
    case ROUNDEL_SESSION_EVENT_PAUSE:
    case ROUNDEL_SESSION_EVENT_RESUME:
    case ROUNDEL_SESSION_EVENT_HOLD:
    case ROUNDEL_SESSION_EVENT_RELEASE:
    case ROUNDEL_SESSION_EVENT_FINISH:
    case ROUNDEL_SESSION_EVENT_UNDO:
    default: return _("The last step is undone.");
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  RoundelSessionEventKind kind;
  g_autoptr (GError) error = NULL;

  if (live == NULL)
    return;
  if (!roundel_live_undo (live, &kind, &error))
    roundel_run_screen_say (self, error->message);
  else
    roundel_run_screen_say (self, undone_text (kind));
}

/* Goes to a round of the plan; what was paused stays so. */
static void
jump_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  guint round = g_variant_get_uint32 (parameter);

  if (round == get_view (self)->round)
    roundel_round_page_focus (roundel_run_screen_get_round_page (self));
  else if (roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_JUMP, round))
    {
      g_autofree char *text = g_strdup_printf (_("Now: %s"), roundel_live_get_part (live, roundel_live_get_round (live)->part));

      roundel_run_screen_say_undo (self, text);
      roundel_round_page_focus (roundel_run_screen_get_round_page (self));
    }
}

static void
fit_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  roundel_round_page_open_fit (roundel_run_screen_get_round_page (ROUNDEL_RUN_SCREEN (widget)));
}

static void
finish_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  roundel_run_screen_step (ROUNDEL_RUN_SCREEN (widget), ROUNDEL_SESSION_EVENT_FINISH, 0);
}

static void
arrived_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  guint member = g_variant_get_uint32 (parameter);
  g_autofree char *name = roundel_meeting_dup_short (roundel_live_get_meeting (live), member);
  g_autofree char *text = g_strdup_printf (_("%s is here and has a place from the next part on."), name);
  g_autoptr (GError) error = NULL;

  if (roundel_live_set_presence (live, member, ROUNDEL_PRESENCE_HERE, roundel_run_screen_get_formats (self), &error))
    roundel_run_screen_say_undo (self, text);
  else
    roundel_run_screen_say (self, error->message);
}

static void
pane_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  static const struct
  {
    const char *action;
    const char *page;
  } pages[] = {
    { "run.plan", "plan" }, { "run.guide", "guide" }, { "run.rescue", "rescue" }, { "run.correct-start", "start" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (action, pages[i].action))
      roundel_run_screen_show_pane (ROUNDEL_RUN_SCREEN (widget), pages[i].page);
}

static void
correct_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  if (!roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_CORRECT, g_variant_get_uint32 (parameter)))
    return;
  roundel_run_screen_leave_pane (self);
  roundel_run_screen_say_undo (self, _("The start is corrected."));
}

static void
timer_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  roundel_run_pane_toggle_timer (roundel_run_screen_get_pane (ROUNDEL_RUN_SCREEN (widget)));
}

static void
message_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  roundel_run_screen_show_pane (self, "plan");
  roundel_run_pane_focus_message (roundel_run_screen_get_pane (self));
}

static void
blank_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  gboolean blank = !roundel_live_is_blank (live);

  roundel_live_set_blank (live, blank);
  roundel_run_screen_say (self, blank ? _("The room view is dark. The clock runs on.") : _("The room sees the view again."));
}

/* With a second screen the room has that; with one, this window is the room view and is it no more. */
static void
room_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  RoundelRunPane *pane = roundel_run_screen_get_pane (self);
  gboolean projector;

  if (roundel_run_screen_is_room (self) || g_list_model_get_n_items (monitors) < 2)
    {
      roundel_run_screen_set_room (self, !roundel_run_screen_is_room (self));
      return;
    }
  g_object_get (pane, "projector", &projector, NULL);
  g_object_set (pane, "projector", !projector, NULL);
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* Esc: out of what is open for a while, one thing at a time, and in the end to Pause. */
static void
return_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (roundel_run_screen_is_room (self))
    roundel_run_screen_set_room (self, FALSE);
  else if (!roundel_run_screen_leave_pane (self) && gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
}

static const char *const names[] = {
  "run.pause", "run.next", "run.back", "run.jump", "run.more", "run.less", "run.hold", "run.fit", "run.finish", "run.arrived",
  "run.plan", "run.guide", "run.rescue", "run.correct-start", "run.correct", "run.extra-timer", "run.message", "run.blank",
};

/* From the room view there is always a way back. */
static const char *const of_room[] = { "run.room-view", "run.fullscreen", "run.return" };

/**
 * roundel_round_steps_install:
 * @klass: the class of the run screen
 *
 * Installs the steps of a running session as actions of the screen.
 */
void
roundel_round_steps_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "run.pause", NULL, pause_action);
  gtk_widget_class_install_action (klass, "run.next", NULL, next_action);
  gtk_widget_class_install_action (klass, "run.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "run.jump", "u", jump_action);
  gtk_widget_class_install_action (klass, "run.more", NULL, time_action);
  gtk_widget_class_install_action (klass, "run.less", NULL, time_action);
  gtk_widget_class_install_action (klass, "run.hold", NULL, hold_action);
  gtk_widget_class_install_action (klass, "run.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "run.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "run.finish", NULL, finish_action);
  gtk_widget_class_install_action (klass, "run.arrived", "u", arrived_action);
  gtk_widget_class_install_action (klass, "run.plan", NULL, pane_action);
  gtk_widget_class_install_action (klass, "run.guide", NULL, pane_action);
  gtk_widget_class_install_action (klass, "run.rescue", NULL, pane_action);
  gtk_widget_class_install_action (klass, "run.correct-start", NULL, pane_action);
  gtk_widget_class_install_action (klass, "run.correct", "u", correct_action);
  gtk_widget_class_install_action (klass, "run.extra-timer", NULL, timer_action);
  gtk_widget_class_install_action (klass, "run.message", NULL, message_action);
  gtk_widget_class_install_action (klass, "run.blank", NULL, blank_action);
  gtk_widget_class_install_action (klass, "run.room-view", NULL, room_view_action);
  gtk_widget_class_install_action (klass, "run.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "run.return", NULL, return_action);
}

/**
 * roundel_round_steps_enable:
 * @screen: the run screen
 * @runs: whether a round is shown
 * @over: whether the close of a session is shown, from which the last step can still be undone
 */
void
roundel_round_steps_enable (GtkWidget *screen,
                            gboolean   runs,
                            gboolean   over)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (screen, names[i], runs);
  gtk_widget_action_set_enabled (screen, "run.undo", runs || over);
  for (guint i = 0; i < G_N_ELEMENTS (of_room); i++)
    gtk_widget_action_set_enabled (screen, of_room[i], runs || roundel_run_screen_is_room (ROUNDEL_RUN_SCREEN (screen)));
}
