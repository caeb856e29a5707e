/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/reminders.h"

#include <glib/gi18n-lib.h>

#include "core/remind.h"
#include "store/journal/commitment.h"
#include "store/journal/run-log.h"
#include "store/journal/setting.h"

#define LOOK_EVERY 60 /* seconds */
#define ID "reminder" /* one notification, which a later one takes the place of */

/**
 * roundel_reminders_list_due:
 * @journal: a journal
 *
 * Returns: (transfer full): ids of the promises whose occasion is there, those that wait left out
 */
char **
roundel_reminders_list_due (RoundelJournal *journal)
{
  g_autoptr (GPtrArray) commitments = roundel_journal_list_commitments (journal, NULL);
  g_autoptr (GPtrArray) practices = roundel_journal_list_practices (journal, NULL, NULL);
  g_autoptr (GStrvBuilder) due = g_strv_builder_new ();
  gint64 now = roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC;

  for (guint i = 0; commitments != NULL && practices != NULL && i < commitments->len; i++)
    {
      const RoundelCommitment *commitment = commitments->pdata[i];

      if (roundel_commitment_is_due (commitment, practices, now))
        g_strv_builder_add (due, commitment->id);
    }
  return g_strv_builder_end (due);
}

/**
 * roundel_reminders_must_wait:
 * @journal: a journal
 *
 * In a session the screen is the room's: nothing of its owner's journal comes up on it, and nobody is called away.
 *
 * Returns: whether a session is being run
 */
gboolean
roundel_reminders_must_wait (RoundelJournal *journal)
{
  g_autoptr (RoundelRunLog) run = roundel_journal_get_run (journal, NULL);

  return run != NULL;
}

static RoundelJournal *
find_journal (RoundelApplication *application)
{
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);

  return desk != NULL ? roundel_desk_get_journal (desk, NULL) : NULL; /* a locked one keeps silent */
}

static void
read_reminding (RoundelJournal   *journal,
                RoundelReminding *reminding)
{
  g_autofree char *text = roundel_journal_get_setting (journal, ROUNDEL_REMIND_SETTING, NULL);

  roundel_reminding_read (reminding, text);
}

/* Not before SECONDS from now. */
static void
put_off (RoundelJournal *journal,
         gint64          seconds)
{
  RoundelReminding reminding;
  g_autofree char *text = NULL;

  read_reminding (journal, &reminding);
  reminding.next = roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC + seconds;
  text = roundel_reminding_to_text (&reminding);
  roundel_journal_set_setting (journal, ROUNDEL_REMIND_SETTING, text, NULL);
}

/* It says that something is due and not what: others may look at the screen. */
static void
send (RoundelApplication *application)
{
  g_autoptr (GNotification) notification = g_notification_new (_("A promise of yours is due"));

  g_notification_set_body (notification, _("Have you tried it?"));
  g_notification_set_category (notification, "presence");
  g_notification_set_default_action (notification, "app.reminder-show");
  g_notification_add_button (notification, _("Done"), "app.reminder-done");
  g_notification_add_button (notification, _("Later"), "app.reminder-later");
  g_application_send_notification (G_APPLICATION (application), ID, notification);
}

static gboolean
look_cb (gpointer data)
{
  RoundelApplication *application = data;
  RoundelJournal *journal = find_journal (application);
  gint64 now = roundel_env_now (roundel_application_get_env (application)) / G_USEC_PER_SEC;
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now);
  RoundelReminding reminding;
  g_auto (GStrv) due = NULL;

  if (journal == NULL)
    return G_SOURCE_CONTINUE;
  if (roundel_reminders_must_wait (journal))
    {
      g_application_withdraw_notification (G_APPLICATION (application), ID);
      return G_SOURCE_CONTINUE;
    }
  read_reminding (journal, &reminding);
  if (!roundel_reminding_may (&reminding, now, (guint) g_date_time_get_hour (local)))
    return G_SOURCE_CONTINUE;
  due = roundel_reminders_list_due (journal);
  if (due[0] == NULL)
    return G_SOURCE_CONTINUE;
  put_off (journal, ROUNDEL_REMIND_NEXT);
  send (application);
  return G_SOURCE_CONTINUE;
}

/* Actions */

static void
show_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window;

  g_application_activate (G_APPLICATION (user_data));
  window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.practise", NULL);
}

/* Of one promise it is clear which was meant; of several its owner says which. */
static void
done_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  RoundelJournal *journal = find_journal (user_data);
  g_auto (GStrv) due = journal != NULL ? roundel_reminders_list_due (journal) : NULL;
  RoundelPractice practice = { .result = ROUNDEL_PRACTICE_WORKED };

  if (due != NULL && g_strv_length (due) == 1)
    {
      practice.commitment = due[0];
      roundel_journal_put_practice (journal, &practice, NULL, NULL);
    }
  else
    show_action (action, parameter, user_data);
}

static void
later_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  RoundelJournal *journal = find_journal (user_data);

  if (journal != NULL)
    put_off (journal, ROUNDEL_REMIND_LATER);
}

static void
stop_cb (RoundelApplication *application)
{
  g_source_remove (GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (application), "reminders")));
}

/**
 * roundel_reminders_attach:
 * @application: an application that has started
 *
 * Reminds its user, while it runs, of promises whose occasion is there, once that is wanted.
 */
void
roundel_reminders_attach (RoundelApplication *application)
{
  const GActionEntry actions[] = {
    { .name = "reminder-show", .activate = show_action },
    { .name = "reminder-done", .activate = done_action },
    { .name = "reminder-later", .activate = later_action },
  };

  g_return_if_fail (ROUNDEL_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  g_object_set_data (G_OBJECT (application), "reminders", GUINT_TO_POINTER (g_timeout_add_seconds (LOOK_EVERY, look_cb, application)));
  g_signal_connect (application, "shutdown", G_CALLBACK (stop_cb), NULL);
}
