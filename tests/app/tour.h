/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"

#include "app/application.h"
#include "app/window.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "store/journal/entry.h"
#include "store/programs.h"

/* A walk through the program, as far as it goes without a file: SEEN is called for each thing that a window of WIDTH shows.
 * All that a person would have written stands in ⟦brackets⟧. */
typedef void (*TourSeen) (const char *where,
                          GtkWidget  *window);

static inline RoundelProgram *
tour_add_program (RoundelDesk *desk)
{
  static const char *const names[] = { "⟦Amara <Okafor & Sons>⟧", "⟦Benoît Lefèvre⟧", "⟦Chen Wei⟧", "⟦Dagny Sørensen⟧", "⟦Eitan Levi⟧",
                                       "⟦Farida Nazari⟧", "⟦Grace Mbeki⟧", "⟦Hiro Tanaka⟧", "⟦Jón van der Meulen⟧" };
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (desk));
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) starts = roundel_draft_set_start (empty, "2030-01-17T15:00");
  g_autoptr (RoundelDraft) title = roundel_draft_set_title (starts, "⟦R&D: conscious <skills>⟧");
  g_autoptr (RoundelDraft) topic = roundel_draft_set_topic (title, "⟦Difficult conversations about Q&A, <deadlines>⟧");
  g_autoptr (RoundelDraft) seats = roundel_draft_set_seat_count (topic, G_N_ELEMENTS (names));
  g_autoptr (RoundelDesign) design = NULL;
  RoundelProgram *program;
  g_autoptr (GError) error = NULL;

  design = roundel_design_new (seats, roundel_outcomes_find (roundel_desk_get_outcomes (desk), "leadership-development"),
                               roundel_patterns_find (roundel_desk_get_patterns (desk), "weekly-cycle"), &formats, 1);
  program = design->program;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RoundelMember *member = program->members->pdata[i];

      g_free (member->name);
      member->name = g_strdup (names[i]);
    }
  roundel_program_renew_ids (program, roundel_desk_get_env (desk));
  roundel_notebook_add_program (roundel_desk_get_notebook (desk), program, &error);
  g_assert_no_error (error);
  return roundel_notebook_read_program (roundel_desk_get_notebook (desk), program->id, NULL);
}

static inline void
tour_add_entry (RoundelDesk *desk)
{
  const RoundelEntry entry = { .kind = "lesson", .text = "⟦A question & then <silence>⟧" };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  roundel_journal_put_entry (roundel_desk_get_journal (desk, &error), &entry, &id, &error);
  g_assert_no_error (error);
}

static inline gboolean
tour_frame_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       frames)
{
  return --*(guint *) frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until what was asked for is on the screen: what finds itself narrow is laid out anew. */
static inline void
tour_settle (RoundelWindow *window)
{
  guint frames = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (window), tour_frame_cb, &frames, NULL);
  app_test_wait (frames == 0);
}

static inline GtkWidget *
tour_find (GtkWidget  *widget,
           const char *type_name)
{
  if (!gtk_widget_get_child_visible (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = tour_find (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* ACTION of the widget of that type which is in view. */
static inline void
tour_do (RoundelWindow *window,
         const char    *type_name,
         const char    *action,
         GVariant      *target)
{
  GtkWidget *widget = tour_find (GTK_WIDGET (window), type_name);

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_activate_action_variant (widget, action, target));
  tour_settle (window);
}

static inline void
tour_walk (RoundelApplication *application,
           int                 width,
           TourSeen            seen)
{
  static const char *const of_round[] = { "run.guide", "run.rescue", "run.plan", "run.hold" };
  static const char *const of_home[] = { "win.share", "win.formats", "win.move-house", "win.backups", "win.incoming-log" };
  static const char *const of_program[] = { "win.readiness", "win.results" };
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);
  RoundelWindow *window = roundel_window_new (application);
  g_autoptr (RoundelProgram) program = NULL;
  const RoundelSession *session;
  GtkWidget *card;

  g_assert_nonnull (desk);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (window)) > 0);
  seen ("welcome", GTK_WIDGET (window));
  tour_do (window, "RoundelWindow", "win.page", g_variant_new_string ("run"));
  seen ("quick session", GTK_WIDGET (window));

  program = tour_add_program (desk);
  session = program->sessions->pdata[0];
  tour_add_entry (desk);
  tour_do (window, "RoundelWindow", "win.page", g_variant_new_string ("programs"));
  roundel_window_show_program (window, program->id);
  tour_settle (window);
  seen ("dossier", GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (of_home); i++)
    {
      tour_do (window, "RoundelWindow", of_home[i], NULL);
      g_assert_nonnull (roundel_window_get_page (window));
      seen (of_home[i], GTK_WIDGET (window));
      roundel_window_pop (window);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_program); i++)
    {
      tour_do (window, "RoundelWindow", of_program[i], g_variant_new_string (program->id));
      g_assert_nonnull (roundel_window_get_page (window));
      seen (of_program[i], GTK_WIDGET (window));
      roundel_window_pop (window);
    }
  tour_do (window, "RoundelWindow", "win.edit-plan", g_variant_new ("(ss)", program->id, session->id));
  seen ("plan", GTK_WIDGET (window));
  roundel_window_pop (window);

  tour_do (window, "RoundelWindow", "win.new-program", NULL);
  card = tour_find (GTK_WIDGET (window), "GtkToggleButton");
  g_assert_true (gtk_widget_has_css_class (card, "outcome-card"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), TRUE);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *where = g_strdup_printf ("page %u of the wizard", i + 1);

      seen (where, GTK_WIDGET (window));
      tour_do (window, "RoundelWizard", "wizard.next", NULL);
    }
  seen ("review", GTK_WIDGET (window));
  roundel_window_pop (window);

  tour_do (window, "RoundelWindow", "win.run-session", g_variant_new_string (session->id));
  seen ("lobby", GTK_WIDGET (window));
  tour_do (window, "RoundelRunScreen", "run.start", NULL);
  seen ("round", GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (of_round); i++)
    {
      tour_do (window, "RoundelRunScreen", of_round[i], NULL);
      seen (of_round[i], GTK_WIDGET (window));
    }
  tour_do (window, "RoundelRunScreen", "run.finish", NULL);
  seen ("closing", GTK_WIDGET (window));

  tour_do (window, "RoundelWindow", "win.page", g_variant_new_string ("journal"));
  roundel_window_add_toast (window, adw_toast_new ("⟦R&D <x>⟧"));
  seen ("journal", GTK_WIDGET (window));
  tour_do (window, "RoundelJournalScreen", "journal.add-promise", NULL);
  seen ("promise", GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
}
