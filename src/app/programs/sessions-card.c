/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/sessions-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/rail.h"

/* The timeline of a program: what was, what is next with a button to run it, and what comes later. */
struct _RoundelSessionsCard
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RoundelSessionsCard, roundel_sessions_card, ADW_TYPE_BIN)

static char *
describe (const RoundelSession *session,
          RoundelSessionStage   stage)
{
  g_autofree char *time = session->starts != NULL ? roundel_words_time (session->starts) : NULL;
  g_autofree char *hours = roundel_words_hours (session->seconds);

  if (stage == ROUNDEL_SESSION_HELD)
    return g_strdup (_("Held"));
  if (stage == ROUNDEL_SESSION_PASSED)
    return g_strdup (_("Its time is over, and nothing was recorded"));
  if (time == NULL)
    return g_strdup_printf (_("No date yet · %s"), hours);
  if (session->place != NULL)
    return g_strdup_printf ("%s · %s · %s", time, hours, session->place);
  return g_strdup_printf ("%s · %s", time, hours);
}

static GtkWidget *
make_date (const RoundelSession *session,
           RoundelSessionStage   stage,
           guint                 outcome)
{
  g_autofree char *date = session->starts != NULL ? roundel_words_short_date (session->starts) : g_strdup ("–");
  GtkWidget *label = gtk_label_new (date);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, stage == ROUNDEL_SESSION_NEXT ? "heading" : "dim");
  if (stage == ROUNDEL_SESSION_NEXT)
    {
      gtk_widget_add_css_class (label, "outcome-text");
      roundel_outcome_dress (label, outcome);
    }
  return label;
}

static GtkWidget *
make_run_button (const RoundelSession *session,
                 const char           *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = g_strdup_printf (_("Run %s"), title);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "media-playback-start-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Run"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.run-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", session->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_row (const RoundelProgram *program,
          guint                 at,
          guint                 outcome,
          gint64                now)
{
  const RoundelSession *session = program->sessions->pdata[at];
  const RoundelSession *before = at > 0 ? program->sessions->pdata[at - 1] : NULL;
  const RoundelSession *after = at + 1 < program->sessions->len ? program->sessions->pdata[at + 1] : NULL;
  RoundelSessionStage stage = roundel_session_get_stage (program, session, now);
  const RoundelRailState states[] = { ROUNDEL_RAIL_DONE, ROUNDEL_RAIL_LATER, ROUNDEL_RAIL_NEXT, ROUNDEL_RAIL_LATER };
  g_autofree char *title = roundel_words_session_title (program, session);
  g_autofree char *subtitle = describe (session, stage);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *rail = roundel_rail_new ();

  roundel_rail_set (ROUNDEL_RAIL (rail), states[stage], session->number,
                    before == NULL || g_strcmp0 (before->circle, session->circle) != 0,
                    after == NULL || g_strcmp0 (after->circle, session->circle) != 0);
  roundel_outcome_dress (rail, outcome);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_date (session, stage, outcome));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), rail);
  if (stage == ROUNDEL_SESSION_NEXT)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_run_button (session, title));
  gtk_widget_add_css_class (row, "session-row");
  return row;
}

static void
roundel_sessions_card_class_init (RoundelSessionsCardClass *klass)
{
}

static void
roundel_sessions_card_init (RoundelSessionsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Sessions"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_sessions_card_show:
 * @self: a card
 * @program: whose sessions
 * @outcome: 1 to 10, or 0 for none
 * @now: microseconds since 1970
 */
void
roundel_sessions_card_show (RoundelSessionsCard  *self,
                            const RoundelProgram *program,
                            guint                 outcome,
                            gint64                now)
{
  g_return_if_fail (ROUNDEL_IS_SESSIONS_CARD (self));

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < program->sessions->len; i++)
    gtk_list_box_append (self->list, make_row (program, i, outcome, now));
  if (program->sessions->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No session is planned yet"));
      gtk_list_box_append (self->list, row);
    }
}
