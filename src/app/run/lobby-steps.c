/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/lobby-steps.h"

#include <glib/gi18n-lib.h>

#include "app/meeting-file.h"
#include "app/meeting-groups.h"
#include "app/run/prepare.h"
#include "app/window.h"

#define REHEARSAL_RATE 10
#define QUICK_REHEARSAL_RATE 60

static const char *const starts[] = { "run.start", "run.rehearse", "run.rehearse-quick" };

static void
set_startable (GtkWidget *screen,
               gboolean   startable)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    gtk_widget_action_set_enabled (screen, starts[i], startable);
}

/* The meeting of the lobby as it will run; the lobby keeps its own, for after a rehearsal or when it cannot be started. */
static RoundelMeeting *
copy_meeting (RoundelRunScreen *self)
{
  g_autofree char *text = roundel_meeting_to_text (roundel_lobby_get_meeting (roundel_run_screen_get_lobby (self)));
  RoundelMeeting *meeting = roundel_meeting_from_text (text, NULL);

  g_assert (meeting != NULL);
  roundel_meeting_recall (meeting, roundel_run_screen_get_desk (self));
  return meeting;
}

/* Where a session is kept while it runs. The lobby is as it was when one comes back. */
static void
offer_journal (RoundelRunScreen *self)
{
  AdwToast *toast = adw_toast_new (_("Your journal is locked. Open it, then start."));

  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_detailed_action_name (toast, "win.page::journal");
  adw_toast_set_timeout (toast, 0);
  roundel_window_add_toast (ROUNDEL_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), toast);
}

static void
begin (RoundelRunScreen *self,
       guint             rehearsal)
{
  RoundelDesk *desk = roundel_run_screen_get_desk (self);
  g_autoptr (RoundelEnv) env = rehearsal ? roundel_env_new_scaled (rehearsal) : roundel_env_ref (roundel_desk_get_env (desk));
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLive) live = NULL;
  RoundelMeeting *meeting;
  RoundelJournal *journal = NULL;

  if (!rehearsal && (journal = roundel_desk_get_journal (desk, &error)) == NULL)
    {
      if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED))
        offer_journal (self);
      else
        roundel_run_screen_say (self, error->message);
      return;
    }
  meeting = copy_meeting (self);
  if (rehearsal)
    meeting->starts = 0;
  live = roundel_live_new (env, meeting, roundel_run_screen_get_formats (self), journal, &error);
  if (live != NULL)
    roundel_run_screen_start (self, live);
  else
    roundel_run_screen_say (self, error->message);
}

/* Actions */

static void
quick_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelMeeting *meeting = roundel_choose_page_get_quick (roundel_run_screen_get_choose_page (self));

  if (meeting != NULL)
    roundel_lobby_steps_open (self, meeting);
}

static void
leave_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  roundel_run_screen_show_choice (ROUNDEL_RUN_SCREEN (widget));
}

static void
start_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  begin (ROUNDEL_RUN_SCREEN (widget), g_str_equal (action, "run.rehearse") ? REHEARSAL_RATE
                                      : g_str_equal (action, "run.rehearse-quick") ? QUICK_REHEARSAL_RATE : 0);
}

static void
shuffle_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  guint32 seed;

  roundel_env_random (roundel_desk_get_env (roundel_run_screen_get_desk (self)), (guint8 *) &seed, sizeof seed);
  roundel_meeting_shuffle (roundel_lobby_get_meeting (roundel_run_screen_get_lobby (self)), seed);
  roundel_lobby_steps_replan (self);
}

/**
 * roundel_lobby_steps_install:
 * @klass: the class of the run screen
 *
 * Installs what leads from the choice of a session to its first round as actions of the screen.
 */
void
roundel_lobby_steps_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "run.quick", NULL, quick_action);
  gtk_widget_class_install_action (klass, "run.leave", NULL, leave_action);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    gtk_widget_class_install_action (klass, starts[i], NULL, start_action);
  gtk_widget_class_install_action (klass, "run.shuffle", NULL, shuffle_action);
}

/**
 * roundel_lobby_steps_enable:
 * @screen: the run screen
 * @choice: whether the choice of a session is shown
 * @lobby: whether the lobby is shown
 */
void
roundel_lobby_steps_enable (GtkWidget *screen,
                            gboolean   choice,
                            gboolean   lobby)
{
  gtk_widget_action_set_enabled (screen, "run.quick", choice);
  gtk_widget_action_set_enabled (screen, "run.leave", lobby);
  gtk_widget_action_set_enabled (screen, "run.shuffle", lobby);
  set_startable (screen, lobby);
}

/**
 * roundel_lobby_steps_open:
 * @screen: the run screen
 * @meeting: (transfer full): a session that is about to be run
 *
 * Shows its lobby.
 */
void
roundel_lobby_steps_open (RoundelRunScreen *screen,
                          RoundelMeeting   *meeting)
{
  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (screen));
  g_return_if_fail (meeting != NULL);

  roundel_lobby_set_meeting (roundel_run_screen_get_lobby (screen), meeting,
                             roundel_desk_get_env (roundel_run_screen_get_desk (screen)));
  roundel_run_screen_show_lobby (screen);
}

/**
 * roundel_lobby_steps_replan:
 * @screen: the run screen, with a meeting in its lobby
 *
 * Plans the meeting for those who are here or expected, with clock times from now or from its start.
 */
void
roundel_lobby_steps_replan (RoundelRunScreen *screen)
{
  RoundelLobby *lobby;
  const RoundelMeeting *meeting;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = NULL;
  gint64 now;

  g_return_if_fail (ROUNDEL_IS_RUN_SCREEN (screen));

  lobby = roundel_run_screen_get_lobby (screen);
  meeting = roundel_lobby_get_meeting (lobby);
  agenda = roundel_meeting_plan (meeting, roundel_run_screen_get_formats (screen), &error);
  now = roundel_env_now (roundel_desk_get_env (roundel_run_screen_get_desk (screen))) / G_TIME_SPAN_MINUTE * G_TIME_SPAN_MINUTE;
  roundel_lobby_set_agenda (lobby, agenda, error != NULL ? error->message : NULL);
  roundel_run_pane_set_agenda (roundel_run_screen_get_pane (screen), agenda, MAX (meeting->starts, now), meeting->outcome);
  set_startable (GTK_WIDGET (screen), agenda != NULL);
}
