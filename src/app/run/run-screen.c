/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/run-screen.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/run/closing-page.h"
#include "app/run/keep.h"
#include "app/run/lobby-steps.h"
#include "app/run/prepare.h"
#include "app/run/round-steps.h"
#include "app/run/run-frame.h"
#include "app/run/session-steps.h"
#include "app/run/signs.h"
#include "app/run/tasks.h"
#include "app/shortcuts.h"
#include "app/widgets/room-view.h"
#include "app/window.h"
#include "store/programs.h"

/* From the choice of a session to its close. */
struct _RoundelRunScreen
{
  RoundelScreen parent_instance;

  GtkWidget *leave;
  GtkWidget *menu;
  GtkWidget *projector;
  GtkWidget *task;
  GtkWidget *show_plan;
  RoundelRunFrame *frame;
  RoundelRunPane *pane;
  GtkStack *pages;
  RoundelChoosePage *choose;
  RoundelLobby *lobby;
  RoundelRoundPage *round;
  RoundelClosingPage *closing;
  RoundelRoomView *room;

  RoundelDesk *desk;
  RoundelFormats formats;
  RoundelLive *live;
  RoundelPad *pad; /* of live */
  RoundelSigns *signs;
  guint resume_idle;
  GBinding *room_binding; /* not owned */
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelRunScreen, roundel_run_screen, ROUNDEL_TYPE_SCREEN)

/* The world */

static RoundelWindow *
get_window (RoundelRunScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ROUNDEL_IS_WINDOW (root) ? ROUNDEL_WINDOW (root) : NULL;
}

/* Pages */

static gboolean
has_page (RoundelRunScreen *self,
          const char       *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0;
}

static void
allow_actions (RoundelRunScreen *self)
{
  gboolean round = has_page (self, "round");

  roundel_lobby_steps_enable (GTK_WIDGET (self), has_page (self, "choose"), has_page (self, "lobby"));
  roundel_round_steps_enable (GTK_WIDGET (self), round, has_page (self, "closing"));
  roundel_session_steps_enable (GTK_WIDGET (self), round, has_page (self, "closing"));
}

static void
show_task (RoundelRunScreen *self)
{
  roundel_task_dress (GTK_BUTTON (self->task), has_page (self, "round") ? self->live : NULL,
                      roundel_run_frame_is_narrow (self->frame));
}

static void
show_width (RoundelRunScreen *self)
{
  gboolean pane = has_page (self, "lobby") || has_page (self, "round");
  gboolean narrow = roundel_run_frame_is_narrow (self->frame);

  roundel_run_frame_set_has_pane (self->frame, pane);
  gtk_widget_set_visible (self->show_plan, pane && narrow);
  gtk_widget_set_visible (self->projector, has_page (self, "round") && !narrow);
  roundel_round_page_set_narrow (self->round, narrow);
  roundel_lobby_set_narrow (self->lobby, narrow);
  show_task (self);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->pages), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pages), "narrow");
}

static void
focus_page (RoundelRunScreen *self)
{
  if (roundel_run_screen_is_room (self))
    return;
  if (has_page (self, "round"))
    roundel_round_page_focus (self->round);
  else if (has_page (self, "closing"))
    roundel_closing_page_focus (self->closing);
}

/* What the room sees stays the room's at the end, too: the close is for the facilitator's eyes. */
static void
show_page (RoundelRunScreen *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  if (!g_str_equal (name, "closing"))
    roundel_run_screen_set_room (self, FALSE);
  gtk_widget_set_visible (self->leave, g_str_equal (name, "lobby"));
  gtk_widget_set_visible (self->menu, g_str_equal (name, "round"));
  if (!g_str_equal (name, "round"))
    roundel_screen_set_title (ROUNDEL_SCREEN (self), _("Run"), NULL);
  roundel_screen_set_switcher (ROUNDEL_SCREEN (self), !g_str_equal (name, "round"));
  allow_actions (self);
  show_width (self);
  focus_page (self);
}

static void
show_choice (RoundelRunScreen *self)
{
  g_autoptr (GError) error = NULL;

  if (!roundel_choose_page_refresh (self->choose, &error))
    roundel_run_screen_say (self, error->message);
}

/* Round */

static void
changed_cb (RoundelRunScreen *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  gboolean over = view->phase == ROUNDEL_SESSION_PHASE_FINISHED;

  if (over && !has_page (self, "closing"))
    {
      roundel_closing_page_set_live (self->closing, self->desk, self->live, self->pad);
      show_page (self, "closing");
    }
  else if (!over)
    {
      g_autoptr (RoundelLiveText) text = roundel_live_text_new (self->live);
      g_autofree char *number = g_strdup_printf (_("Round %u of %u"), text->number, text->count);

      roundel_screen_set_title (ROUNDEL_SCREEN (self), text->part, number);
      if (!has_page (self, "round"))
        show_page (self, "round");
      show_task (self);
    }
}

static void
set_live (RoundelRunScreen *self,
          RoundelLive      *live)
{
  RoundelWindow *window = get_window (self);

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  roundel_closing_page_set_live (self->closing, self->desk, NULL, NULL);
  g_clear_pointer (&self->pad, roundel_pad_free);
  self->pad = live != NULL ? roundel_keep_load_pad (self->desk, live) : NULL;
  roundel_round_page_set_live (self->round, live);
  roundel_run_pane_set_live (self->pane, live);
  roundel_room_view_set_live (self->room, live);
  if (window != NULL)
    roundel_window_set_live (window, live);
  roundel_signs_set_live (self->signs, live);
  if (live == NULL)
    return;
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* A session that was running when the program ended goes on. */
static void
resume (RoundelRunScreen *self)
{
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, &error);
  g_autoptr (RoundelLive) live = journal != NULL ? roundel_live_resume (roundel_desk_get_env (self->desk), journal, &error)
                                                 : NULL;

  /* what ran, if anything did, is in a journal that is locked or on a stick, and goes on once that is open */
  if (error != NULL && !g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED)
      && !g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
    roundel_run_screen_say (self, error->message);
  if (live == NULL)
    return;
  roundel_meeting_recall (roundel_live_get_meeting (live), self->desk);
  set_live (self, live);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "run");
  roundel_round_page_focus (self->round);
}

static gboolean
resume_cb (gpointer user_data)
{
  RoundelRunScreen *self = user_data;

  self->resume_idle = 0;
  if (self->live == NULL)
    resume (self);
  return G_SOURCE_REMOVE;
}

static void
resume_soon (RoundelRunScreen *self)
{
  if (self->live == NULL && self->resume_idle == 0)
    self->resume_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resume_cb, self, NULL);
}

static void
set_desk (RoundelRunScreen *self,
          RoundelDesk      *desk)
{
  if (desk == NULL || self->desk != NULL)
    return;
  self->desk = g_object_ref (desk);
  self->formats = roundel_library_formats (roundel_desk_get_library (desk));
  roundel_run_pane_set_formats (self->pane, &self->formats);
  roundel_choose_page_set_desk (self->choose, desk);
  g_signal_connect_object (desk, "journal-opened", G_CALLBACK (resume_soon), self, G_CONNECT_SWAPPED);
  resume_soon (self);
}

/* Overrides */

static void
roundel_run_screen_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_DESK)
    g_value_set_object (value, ROUNDEL_RUN_SCREEN (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
roundel_run_screen_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_DESK)
    set_desk (ROUNDEL_RUN_SCREEN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
roundel_run_screen_map (GtkWidget *widget)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  if (has_page (self, "choose"))
    show_choice (self);
  GTK_WIDGET_CLASS (roundel_run_screen_parent_class)->map (widget);
}

static void
roundel_run_screen_root (GtkWidget *widget)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);

  GTK_WIDGET_CLASS (roundel_run_screen_parent_class)->root (widget);
  if (get_window (self) != NULL && self->room_binding == NULL)
    self->room_binding = g_object_bind_property (self->pane, "projector", roundel_window_get_room (get_window (self)), "wanted",
                                                 G_BINDING_BIDIRECTIONAL);
}

static void
roundel_run_screen_dispose (GObject *object)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (object);

  g_clear_handle_id (&self->resume_idle, g_source_remove);
  if (self->signs != NULL)
    roundel_signs_set_live (self->signs, NULL);
  g_clear_object (&self->signs);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_clear_object (&self->live);
  G_OBJECT_CLASS (roundel_run_screen_parent_class)->dispose (object);
}

static void
roundel_run_screen_finalize (GObject *object)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (object);

  g_clear_pointer (&self->pad, roundel_pad_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_run_screen_parent_class)->finalize (object);
}

static void
rang_cb (RoundelRunScreen *self)
{
  /* while everything rests nothing sounds (R11) */
  if (self->live == NULL || roundel_live_get_view (self->live)->phase == ROUNDEL_SESSION_PHASE_HELD)
    return;
  roundel_signs_ring (self->signs, ROUNDEL_CHIME_SOFT);
  roundel_run_screen_say (self, _("The extra time is over."));
}

static void
roundel_run_screen_class_init (RoundelRunScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_run_screen_get_property;
  object_class->set_property = roundel_run_screen_set_property;
  object_class->dispose = roundel_run_screen_dispose;
  object_class->finalize = roundel_run_screen_finalize;
  widget_class->map = roundel_run_screen_map;
  widget_class->root = roundel_run_screen_root;

  /* what the screen works on */
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, ROUNDEL_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ROUNDEL_TYPE_RUN_PANE);
  g_type_ensure (ROUNDEL_TYPE_CHOOSE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_LOBBY);
  g_type_ensure (ROUNDEL_TYPE_ROUND_PAGE);
  g_type_ensure (ROUNDEL_TYPE_CLOSING_PAGE);
  g_type_ensure (ROUNDEL_TYPE_ROOM_VIEW);
  g_type_ensure (ROUNDEL_TYPE_RUN_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/run-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, leave);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, menu);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, projector);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, task);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, show_plan);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, frame);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, pane);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, pages);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, choose);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, lobby);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, round);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, closing);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunScreen, room);
  gtk_widget_class_bind_template_callback (widget_class, roundel_lobby_steps_replan);
  gtk_widget_class_bind_template_callback (widget_class, show_width);
  gtk_widget_class_bind_template_callback (widget_class, rang_cb);

  roundel_lobby_steps_install (widget_class);
  roundel_round_steps_install (widget_class);
  roundel_session_steps_install (widget_class);
}

static void
roundel_run_screen_init (RoundelRunScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signs = roundel_signs_new (GTK_WIDGET (self->round));
  g_object_bind_property (self->pane, "bell", self->signs, "sounds", G_BINDING_SYNC_CREATE);
  roundel_shortcuts_attach (GTK_WIDGET (self), "run");
  roundel_shortcuts_attach_inside (GTK_WIDGET (self->room), "run");
  show_page (self, "choose");
}

RoundelLive *
roundel_run_screen_get_live (RoundelRunScreen *self)
{
  return self->live;
}

const RoundelFormats *
roundel_run_screen_get_formats (RoundelRunScreen *self)
{
  return &self->formats;
}

RoundelRoundPage *
roundel_run_screen_get_round_page (RoundelRunScreen *self)
{
  return self->round;
}

RoundelDesk *
roundel_run_screen_get_desk (RoundelRunScreen *self)
{
  g_return_val_if_fail (ROUNDEL_IS_RUN_SCREEN (self), NULL);

  return self->desk;
}

/**
 * roundel_run_screen_get_pad:
 * @self: the screen
 *
 * Returns: (transfer none) (nullable): what is written down in the session that runs
 */
RoundelPad *
roundel_run_screen_get_pad (RoundelRunScreen *self)
{
  g_return_val_if_fail (ROUNDEL_IS_RUN_SCREEN (self), NULL);

  return self->pad;
}

/**
 * roundel_run_screen_show_choice:
 * @self: the screen
 *
 * Shows what could be run, as it is now.
 */
void
roundel_run_screen_show_choice (RoundelRunScreen *self)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  show_choice (self);
  show_page (self, "choose");
}

/**
 * roundel_run_screen_show_lobby:
 * @self: the screen
 *
 * Shows the meeting that the lobby has.
 */
void
roundel_run_screen_show_lobby (RoundelRunScreen *self)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  show_page (self, "lobby");
  roundel_lobby_steps_replan (self);
  roundel_lobby_focus (self->lobby);
}

/**
 * roundel_run_screen_start:
 * @self: the screen
 * @live: a session in which nothing happened yet
 *
 * Starts its first round.
 */
void
roundel_run_screen_start (RoundelRunScreen *self,
                          RoundelLive      *live)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));
  g_return_if_fail (ROUNDEL_IS_LIVE (live));

  set_live (self, live);
  roundel_run_screen_step (self, ROUNDEL_SESSION_EVENT_START, 0);
}

/**
 * roundel_run_screen_close:
 * @self: the screen
 *
 * The session is closed: what it left is where it belongs, and the rest is erased. After a rehearsal the lobby is there
 * again.
 */
void
roundel_run_screen_close (RoundelRunScreen *self)
{
  gboolean rehearsal;

  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));
  g_return_if_fail (self->live != NULL);

  rehearsal = roundel_live_is_rehearsal (self->live);
  roundel_keep_forget (self->desk, self->live);
  roundel_live_close (self->live);
  set_live (self, NULL);
  if (rehearsal)
    roundel_run_screen_show_lobby (self);
  else
    roundel_run_screen_show_choice (self);
}

/**
 * roundel_run_screen_say:
 * @self: the screen
 * @text: what the facilitator should know for a moment
 */
void
roundel_run_screen_say (RoundelRunScreen *self,
                        const char       *text)
{
  RoundelWindow *window;

  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  window = get_window (self);
  if (has_page (self, "round"))
    roundel_round_page_say (self->round, text, FALSE);
  else if (window != NULL)
    roundel_window_add_toast (window, adw_toast_new (text));
}

/**
 * roundel_run_screen_say_undo:
 * @self: the screen
 * @text: what the last step did
 *
 * Offers to take it back.
 */
void
roundel_run_screen_say_undo (RoundelRunScreen *self,
                             const char       *text)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  if (has_page (self, "round"))
    roundel_round_page_say (self->round, text, TRUE);
}

/**
 * roundel_run_screen_apply:
 * @self: the screen
 * @event: a step
 *
 * Every step goes through here: what the session refuses is said, not swallowed.
 *
 * Returns: whether it happened
 */
gboolean
roundel_run_screen_apply (RoundelRunScreen          *self,
                          const RoundelSessionEvent *event)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_val_if_fail (ROUNDEL_IS_RUN_SCREEN (self), FALSE);

  if (self->live == NULL)
    return FALSE;
  done = roundel_live_apply (self->live, event, &error);
  if (!done)
    roundel_run_screen_say (self, error->message);
  else if (roundel_live_get_warning (self->live) != NULL)
    roundel_run_screen_say (self, roundel_live_get_warning (self->live));
  return done;
}

/**
 * roundel_run_screen_step:
 * @self: the screen
 * @kind: a step that has neither changes nor rounds
 * @amount: seconds, or the index of a round
 *
 * Returns: whether it happened
 */
gboolean
roundel_run_screen_step (RoundelRunScreen        *self,
                         RoundelSessionEventKind  kind,
                         gint64                   amount)
{
  RoundelInstant now;
  g_autoptr (RoundelSessionEvent) event = NULL;

  g_return_val_if_fail (ROUNDEL_IS_RUN_SCREEN (self), FALSE);

  if (self->live == NULL)
    return FALSE;
  now = roundel_live_now (self->live);
  event = roundel_session_event_new (kind, &now, amount);
  return roundel_run_screen_apply (self, event);
}

RoundelChoosePage *
roundel_run_screen_get_choose_page (RoundelRunScreen *self)
{
  return self->choose;
}

RoundelLobby *
roundel_run_screen_get_lobby (RoundelRunScreen *self)
{
  return self->lobby;
}

RoundelRunPane *
roundel_run_screen_get_pane (RoundelRunScreen *self)
{
  return self->pane;
}

/**
 * roundel_run_screen_show_pane:
 * @self: the screen
 * @page: of the pane
 *
 * Shows it, with the focus in it.
 */
void
roundel_run_screen_show_pane (RoundelRunScreen *self,
                              const char       *page)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  roundel_run_screen_set_room (self, FALSE);
  roundel_run_frame_show_pane (self->frame, TRUE);
  roundel_run_pane_show (self->pane, page);
  roundel_run_pane_focus (self->pane);
}

/**
 * roundel_run_screen_leave_pane:
 * @self: the screen
 *
 * Back to the plan, or in a narrow window to the round.
 *
 * Returns: whether there was something to leave
 */
gboolean
roundel_run_screen_leave_pane (RoundelRunScreen *self)
{
  gboolean narrow;
  gboolean left;

  g_return_val_if_fail (ROUNDEL_IS_RUN_SCREEN (self), FALSE);

  narrow = roundel_run_frame_is_narrow (self->frame);
  left = !g_str_equal (roundel_run_pane_get_page (self->pane), "plan") || (narrow && roundel_run_frame_shows_pane (self->frame));
  roundel_run_pane_show (self->pane, "plan");
  if (narrow)
    roundel_run_frame_show_pane (self->frame, FALSE);
  roundel_round_page_focus (self->round);
  return left;
}

gboolean
roundel_run_screen_is_room (RoundelRunScreen *self)
{
  return roundel_run_frame_is_room (self->frame);
}

/**
 * roundel_run_screen_set_room:
 * @self: the screen
 * @room: whether this window becomes the room view, whole and without controls (R11)
 */
void
roundel_run_screen_set_room (RoundelRunScreen *self,
                             gboolean          room)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (self));

  if (roundel_run_screen_is_room (self) == room)
    return;
  roundel_screen_set_header (ROUNDEL_SCREEN (self), !room);
  roundel_run_frame_set_room (self->frame, room);
  allow_actions (self);
  focus_page (self);
}
