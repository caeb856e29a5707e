/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/session-steps.h"

#include <glib/gi18n-lib.h>

#include "app/run/found.h"
#include "app/run/lobby-steps.h"
#include "app/run/prepare.h"
#include "app/run/run-screen.h"
#include "app/run/tasks.h"
#include "app/window.h"

static RoundelWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return ROUNDEL_IS_WINDOW (root) ? ROUNDEL_WINDOW (root) : NULL;
}

static gboolean
is_free (RoundelRunScreen *self)
{
  if (roundel_run_screen_get_live (self) == NULL)
    return TRUE;
  roundel_run_screen_say (self, _("A session is running. Finish it first."));
  return FALSE;
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelDesk *desk = roundel_run_screen_get_desk (self);
  g_autoptr (GError) error = NULL;
  RoundelMeeting *meeting;

  if (!is_free (self))
    return;
  meeting = parameter != NULL ? roundel_meeting_find (desk, g_variant_get_string (parameter, NULL), &error)
                              : roundel_meeting_prepare_partners (desk);
  if (meeting != NULL)
    roundel_lobby_steps_open (self, meeting);
  else
    roundel_run_screen_say (self, error->message);
}

/* From a page that was open for a while to Pause, from which the keys go on, and not to what opened it. */
static void
back_cb (RoundelRoundPage *round)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (round)))
    roundel_round_page_focus (round);
}

static void
task_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelWindow *window = get_window (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  GtkWidget *page = live != NULL && window != NULL
                    ? roundel_task_open (g_variant_get_string (parameter, NULL), roundel_run_screen_get_desk (self), live,
                                         roundel_run_screen_get_pad (self)) : NULL;

  if (page == NULL)
    return;
  g_signal_connect_object (page, "destroy", G_CALLBACK (back_cb), roundel_run_screen_get_round_page (self), G_CONNECT_SWAPPED);
  roundel_window_push (window, page);
}

static void
found_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = roundel_found_program (roundel_run_screen_get_desk (self), roundel_run_screen_get_live (self),
                                                    roundel_run_screen_get_pad (self), &error);

  if (program == NULL)
    {
      roundel_run_screen_say (self, error->message);
      return;
    }
  roundel_run_screen_close (self);
  gtk_widget_activate_action (widget, "win.page", "s", "programs");
  roundel_run_screen_say (self, _("The session is the first of a program now."));
}

static void
say_kept (GtkWidget  *widget,
          const char *program,
          const char *session)
{
  RoundelWindow *window = get_window (widget);
  AdwToast *toast;

  if (window == NULL)
    return;
  toast = adw_toast_new (_("Kept in the program."));
  /* who led a single session hands back what happened */
  adw_toast_set_button_label (toast, _("Share…"));
  adw_toast_set_action_target_value (toast, g_variant_new ("(ss)", program, session));
  adw_toast_set_action_name (toast, "win.share-session");
  roundel_window_add_toast (window, toast);
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelRunScreen *self = ROUNDEL_RUN_SCREEN (widget);
  RoundelLive *live = roundel_run_screen_get_live (self);
  gboolean rehearsal = roundel_live_is_rehearsal (live);
  g_autofree char *program = !rehearsal ? g_strdup (roundel_live_get_meeting (live)->program) : NULL;
  g_autofree char *session = g_strdup (roundel_live_get_meeting (live)->session);
  gboolean partners = !rehearsal && roundel_meeting_is_of_partners (roundel_live_get_meeting (live));
  g_autoptr (GError) error = NULL;

  if (!roundel_keep_session (roundel_run_screen_get_desk (self), live, roundel_run_screen_get_pad (self), &error))
    {
      roundel_run_screen_say (self, error->message);
      return;
    }
  roundel_run_screen_close (self);
  if (program != NULL)
    say_kept (widget, program, session != NULL ? session : "");
  if (partners)
    gtk_widget_activate_action (widget, "win.note-meeting", NULL);
}

/**
 * roundel_session_steps_install:
 * @klass: the class of the run screen
 *
 * Installs what is done before and after the rounds of a session as actions of the screen.
 */
void
roundel_session_steps_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "run.choose", "s", choose_action);
  gtk_widget_class_install_action (klass, "run.partners", NULL, choose_action);
  gtk_widget_class_install_action (klass, "run.task", "s", task_action);
  gtk_widget_class_install_action (klass, "run.found", NULL, found_action);
  gtk_widget_class_install_action (klass, "run.done", NULL, done_action);
}

/**
 * roundel_session_steps_enable:
 * @screen: the run screen
 * @runs: whether a round is shown
 * @over: whether the close of a session is shown
 */
void
roundel_session_steps_enable (GtkWidget *screen,
                              gboolean   runs,
                              gboolean   over)
{
  gtk_widget_action_set_enabled (screen, "run.task", runs || over);
  gtk_widget_action_set_enabled (screen, "run.found", over);
  gtk_widget_action_set_enabled (screen, "run.done", over);
}
