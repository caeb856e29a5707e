/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/tasks.h"

#include <glib/gi18n-lib.h>

#include "app/run/challenges-page.h"
#include "app/run/harvest-page.h"
#include "app/run/opening-page.h"
#include "app/run/people-page.h"
#include "app/run/promises-page.h"
#include "app/run/slip-page.h"
#include "store/journal/tally.h"

/* What is to be written down, and in which part of a session. */
static const struct
{
  const char *format;
  const char *task;
} formats[] = {
  { "welcome", ROUNDEL_TASK_OPENING },
  { "charter-agree", ROUNDEL_TASK_OPENING },
  { "last-commitments", ROUNDEL_TASK_OPENING },
  { "challenges", ROUNDEL_TASK_CHALLENGES },
  { "harvest", ROUNDEL_TASK_HARVEST },
  { "commitments", ROUNDEL_TASK_PROMISES },
  { "evaluation", ROUNDEL_TASK_SLIPS },
};

static const struct
{
  const char *task;
  const char *label;
  GtkWidget *(*open) (RoundelDesk *desk,
                      RoundelLive *live,
                      RoundelPad  *pad);
} tasks[] = {
  { ROUNDEL_TASK_OPENING, N_("Charter"), roundel_opening_page_new },
  { ROUNDEL_TASK_CHALLENGES, N_("Challenges"), roundel_challenges_page_new },
  { ROUNDEL_TASK_HARVEST, N_("Harvest"), roundel_harvest_page_new },
  { ROUNDEL_TASK_PROMISES, N_("Promises"), roundel_promises_page_new },
  { ROUNDEL_TASK_SLIPS, N_("Slips"), roundel_slip_page_new },
  { ROUNDEL_TASK_PEOPLE, N_("Who Is Here"), roundel_people_page_new },
};

/**
 * roundel_task_of_format:
 * @format: (nullable): id of the format of a part
 *
 * Returns: (transfer none) (nullable): what is to be written down in it
 */
const char *
roundel_task_of_format (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].format, format) == 0)
      return formats[i].task;
  return NULL;
}

/**
 * roundel_task_of_live:
 * @live: a session
 *
 * Returns: (transfer none) (nullable): what is to be written down now
 */
const char *
roundel_task_of_live (RoundelLive *live)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  const char *task = roundel_task_of_format (roundel_live_get_format (live, roundel_live_get_round (live)->part));

  /* with nothing to show the page is no help */
  if (g_strcmp0 (task, ROUNDEL_TASK_OPENING) == 0 && meeting->rules == NULL && meeting->promises == 0
      && (meeting->kept == NULL || meeting->kept->len == 0))
    return NULL;
  return task;
}

/**
 * roundel_task_label:
 * @task: a task
 *
 * Returns: (transfer none): what a button for it says
 */
const char *
roundel_task_label (const char *task)
{
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].task, task))
      return _(tasks[i].label);
  g_return_val_if_reached (NULL);
}

/**
 * roundel_task_dress:
 * @button: opens what is to be written down in this part of the session
 * @live: (nullable): the session, while a round is shown
 * @narrow: whether there is room for an icon alone
 *
 * Shows @button when there is something to write down.
 */
void
roundel_task_dress (GtkButton   *button,
                    RoundelLive *live,
                    gboolean     narrow)
{
  const char *task = live != NULL ? roundel_task_of_live (live) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), task != NULL);
  if (task == NULL)
    return;
  if (narrow)
    gtk_button_set_icon_name (button, "document-edit-symbolic");
  else
    gtk_button_set_label (button, roundel_task_label (task));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), roundel_task_label (task));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, roundel_task_label (task), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", task);
}

static char *
count_slips (RoundelDesk *desk,
             RoundelLive *live)
{
  RoundelJournal *journal = roundel_keep_tally_id (live) != NULL ? roundel_desk_get_journal (desk, NULL) : NULL;
  g_autoptr (RoundelTally) tally = journal != NULL ? roundel_journal_get_tally (journal, roundel_keep_tally_id (live), NULL)
                                                   : NULL;
  guint here = roundel_meeting_count (roundel_live_get_meeting (live), ROUNDEL_PRESENCE_HERE);

  return g_strdup_printf (ngettext ("%u slip of %u", "%u slips of %u", tally != NULL ? tally->slips : 0),
                          tally != NULL ? tally->slips : 0, here);
}

/**
 * roundel_task_state:
 * @task: a task
 * @desk: what the screens work on
 * @live: the session
 * @pad: what is written down in it
 *
 * Returns: (transfer full): how far it is
 */
char *
roundel_task_state (const char       *task,
                    RoundelDesk      *desk,
                    RoundelLive      *live,
                    const RoundelPad *pad)
{
  guint n = 0;

  if (g_str_equal (task, ROUNDEL_TASK_SLIPS))
    return count_slips (desk, live);
  if (g_str_equal (task, ROUNDEL_TASK_PROMISES))
    {
      n = roundel_pad_count_promises (pad);
      return g_strdup_printf (ngettext ("%u noted", "%u noted", n), n);
    }
  if (g_str_equal (task, ROUNDEL_TASK_CHALLENGES))
    return g_strdup_printf (ngettext ("%u collected", "%u collected", pad->challenges->len), pad->challenges->len);
  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    n += *pad->harvest[i] != '\0';
  return g_strdup_printf (ngettext ("%u line of %u", "%u lines of %u", n), n, ROUNDEL_PAD_LINES);
}

/**
 * roundel_task_open:
 * @task: a task
 * @desk: what the screens work on
 * @live: the session
 * @pad: what is written down in it; must outlive the page
 *
 * Returns: (transfer floating) (nullable): its page
 */
GtkWidget *
roundel_task_open (const char  *task,
                   RoundelDesk *desk,
                   RoundelLive *live,
                   RoundelPad  *pad)
{
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].task, task))
      return tasks[i].open (desk, live, pad);
  return NULL;
}
