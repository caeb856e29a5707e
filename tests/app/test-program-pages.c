/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/people/members-page.h"
#include "app/topic/choice-page.h"
#include "app/widgets/answer-row.h"
#include "app/widgets/line-group.h"
#include "app/widgets/member-table.h"
#include "core/ballot.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "store/programs.h"

typedef struct
{
  RoundelDesk *desk;
  char *program;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

/* Eight, of whom the second reports to the first. */
static void
add_program (Fixture *fixture)
{
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (fixture->desk));
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (empty, 8);
  g_autoptr (RoundelDesign) design =
    roundel_design_new (draft, roundel_outcomes_find (roundel_desk_get_outcomes (fixture->desk), "support"), NULL, &formats, 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < design->program->members->len; i++)
    ((RoundelMember *) design->program->members->pdata[i])->name = g_strdup_printf ("Name %u", i);
  ((RoundelMember *) design->program->members->pdata[1])->reports_to = g_strdup ("Name 0");
  roundel_program_renew_ids (design->program, roundel_desk_get_env (fixture->desk));
  roundel_notebook_add_program (roundel_desk_get_notebook (fixture->desk), design->program, &error);
  g_assert_no_error (error);
  fixture->program = g_strdup (design->program->id);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1795255200000000), 1);
  g_autofree char *folder = g_dir_make_tmp ("members-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  add_program (fixture);
  if (g_strcmp0 (data, "topic") == 0)
    fixture->page = roundel_choice_page_new (fixture->desk, fixture->program, &error);
  else
    fixture->page = roundel_members_page_new (fixture->desk, fixture->program, &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_set_default_size (fixture->window, g_strcmp0 (data, "narrow") == 0 ? 360 : 1152, 720);
  gtk_window_present (fixture->window);
  app_test_wait (gtk_widget_get_width (fixture->page) > 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->desk);
  g_free (fixture->program);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (Fixture *fixture,
          GType    type,
          guint    n)
{
  return find (fixture->page, type, &n);
}

static RoundelProgram *
read_program (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (fixture->desk), fixture->program, &error);

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return program;
}

static gboolean
has_exception (Fixture *fixture)
{
  g_autoptr (RoundelProgram) program = read_program (fixture);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (program, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    if (g_strcmp0 (((RoundelConflict *) conflicts->pdata[i])->exception, "They asked for it") == 0)
      return TRUE;
  return FALSE;
}

static void
test_an_exception_is_agreed_and_taken_back (Fixture      *fixture,
                                            gconstpointer data)
{
  GtkWidget *row = find_nth (fixture, ROUNDEL_TYPE_ANSWER_ROW, 0);
  guint first = 0;

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find (row, ADW_TYPE_ENTRY_ROW, &first)), "They asked for it");
  g_signal_emit_by_name (row, "saved");
  app_test_wait (has_exception (fixture));
  row = find_nth (fixture, ROUNDEL_TYPE_ANSWER_ROW, 0);
  first = 0;
  gtk_editable_set_text (GTK_EDITABLE (find (row, ADW_TYPE_ENTRY_ROW, &first)), "");
  g_signal_emit_by_name (row, "saved");
  app_test_wait (!has_exception (fixture));
}

static void
test_a_cell_is_edited (Fixture      *fixture,
                       gconstpointer data)
{
  GtkWidget *table = find_nth (fixture, ROUNDEL_TYPE_MEMBER_TABLE, 0);
  g_autoptr (RoundelProgram) program = NULL;

  g_signal_emit_by_name (table, "edited", 2, ROUNDEL_MEMBER_TEAM, "Finance");
  program = read_program (fixture);
  for (guint i = 0; i < program->members->len; i++)
    {
      const RoundelMember *member = program->members->pdata[i];

      g_assert_cmpstr (member->team, ==, g_str_equal (member->name, "Name 2") ? "Finance" : NULL);
    }
}

static void
test_a_narrow_table_folds_out (Fixture      *fixture,
                               gconstpointer data)
{
  GtkWidget *others;
  GtkWidget *level;
  g_autoptr (RoundelProgram) program = NULL;

  app_test_wait (find_nth (fixture, GTK_TYPE_TOGGLE_BUTTON, 0) != NULL);
  others = find_nth (fixture, GTK_TYPE_TOGGLE_BUTTON, 0);
  level = find_nth (fixture, GTK_TYPE_EDITABLE_LABEL, 1);
  app_test_wait (gtk_widget_get_mapped (others));
  g_assert_false (gtk_widget_get_mapped (level));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (others), TRUE);
  app_test_wait (gtk_widget_get_mapped (level));
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (level));
  gtk_editable_set_text (GTK_EDITABLE (level), "director");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (level), TRUE);
  program = read_program (fixture);
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[0])->level, ==, "director");
  g_assert_true (gtk_widget_get_mapped (level));
}

static void
test_the_committee_has_names_and_decisions (Fixture      *fixture,
                                            gconstpointer data)
{
  GtkWidget *committee = find_nth (fixture, ROUNDEL_TYPE_LINE_GROUP, 0);
  GtkWidget *decisions = find_nth (fixture, ROUNDEL_TYPE_LINE_GROUP, 1);
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (RoundelProgram) without = NULL;
  const RoundelPerson *person;

  g_signal_emit_by_name (committee, "added", "name 3");
  g_signal_emit_by_name (decisions, "added", "We begin in January");
  program = read_program (fixture);
  person = program->people->pdata[0];
  g_assert_cmpstr (person->role, ==, ROUNDEL_PERSON_COMMITTEE);
  g_assert_cmpstr (roundel_program_find_member (program, person->name)->name, ==, "Name 3");
  g_assert_cmpstr (((RoundelDecision *) program->decisions->pdata[0])->on, ==, "2026-11-21");
  g_signal_emit_by_name (committee, "removed", person->id);
  without = read_program (fixture);
  g_assert_cmpuint (without->people->len, ==, 0);
  g_assert_cmpuint (without->decisions->len, ==, 1);
}

static void
test_a_topic_is_chosen_on_paper (Fixture      *fixture,
                                 gconstpointer data)
{
  GtkWidget *cards = find_nth (fixture, ROUNDEL_TYPE_LINE_GROUP, 0);
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (RoundelProgram) agreed = NULL;

  g_signal_emit_by_name (cards, "added", "Missed deadlines");
  g_signal_emit_by_name (cards, "added", "Long meetings");
  g_clear_pointer (&program, roundel_program_free);
  program = read_program (fixture);
  g_assert_cmpuint (program->topics->len, ==, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  gtk_widget_activate_action (fixture->page, "choice.count", NULL);
  g_clear_pointer (&program, roundel_program_free);
  program = read_program (fixture);
  g_assert_cmpuint (roundel_program_count_ballots (program), ==, 1);
  gtk_widget_activate_action (fixture->page, "choice.take-most", NULL);
  g_clear_pointer (&program, roundel_program_free);
  program = read_program (fixture);
  g_assert_cmpstr (program->topic, ==, ((RoundelTopic *) program->topics->pdata[1])->text);
  /* the first name below the two topics */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 2)), TRUE);
  agreed = read_program (fixture);
  g_assert_cmpuint (roundel_program_count_yes (agreed), ==, 1);
}

static GtkWidget *
find_titled (Fixture    *fixture,
             const char *title)
{
  for (guint n = 0;; n++)
    {
      GtkWidget *row = find_nth (fixture, ADW_TYPE_ENTRY_ROW, n);

      if (row == NULL || g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

/* As a merge does. */
static void
change_elsewhere (Fixture *fixture)
{
  g_autoptr (RoundelProgram) before = read_program (fixture);
  g_autoptr (RoundelProgram) after = read_program (fixture);
  g_autoptr (GError) error = NULL;

  g_free (after->title);
  after->title = g_strdup ("From elsewhere");
  g_free (after->sponsor);
  after->sponsor = g_strdup ("Board");
  roundel_notebook_change_program (roundel_desk_get_notebook (fixture->desk), before, after, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_what_somebody_types_stays (Fixture      *fixture,
                                gconstpointer data)
{
  GtkWidget *leader = find_titled (fixture, "Who leads");
  GtkWidget *exception = find_titled (fixture, "Why it may be");

  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (leader))));
  gtk_editable_set_text (GTK_EDITABLE (leader), "Nora");
  gtk_editable_set_position (GTK_EDITABLE (leader), 2);
  gtk_editable_set_text (GTK_EDITABLE (exception), "They ask");
  change_elsewhere (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_titled (fixture, "Sponsor"))), ==, "Board");
  g_assert_true (find_titled (fixture, "Who leads") == leader && find_titled (fixture, "Why it may be") == exception);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (exception)), ==, "They ask");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (leader)), ==, "Nora");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (leader)), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), leader));
}

static void
test_what_was_typed_is_kept_when_it_is_left (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *sponsor = find_titled (fixture, "Sponsor");
  g_autoptr (RoundelProgram) program = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (sponsor))));
  gtk_editable_set_text (GTK_EDITABLE (sponsor), " Learning office ");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (find_titled (fixture, "Somebody joins")))));
  program = read_program (fixture);
  g_assert_cmpstr (program->sponsor, ==, "Learning office");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sponsor)), ==, "Learning office");
}

static void
test_a_tick_stays_while_the_program_changes (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *cards = find_nth (fixture, ROUNDEL_TYPE_LINE_GROUP, 0);
  GtkWidget *tick, *yes;

  g_signal_emit_by_name (cards, "added", "Missed deadlines");
  change_elsewhere (fixture);
  tick = find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  g_signal_emit_by_name (cards, "added", "Long meetings");
  change_elsewhere (fixture);
  g_assert_true (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 0) == tick && gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  gtk_widget_activate_action (fixture->page, "choice.count", NULL);
  change_elsewhere (fixture);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  gtk_widget_activate_action (fixture->page, "choice.take-most", NULL);
  change_elsewhere (fixture);
  yes = find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 3);
  gtk_widget_grab_focus (yes);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (yes), TRUE);
  change_elsewhere (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == yes);
}

int
main (int    argc,
      char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/program-pages/an-exception-is-agreed-and-taken-back", Fixture, NULL, set_up,
              test_an_exception_is_agreed_and_taken_back, tear_down);
  g_test_add ("/program-pages/a-cell-is-edited", Fixture, NULL, set_up, test_a_cell_is_edited, tear_down);
  g_test_add ("/program-pages/a-narrow-table-folds-out", Fixture, "narrow", set_up, test_a_narrow_table_folds_out, tear_down);
  g_test_add ("/program-pages/what-somebody-types-stays", Fixture, NULL, set_up, test_what_somebody_types_stays, tear_down);
  g_test_add ("/program-pages/what-was-typed-is-kept-when-it-is-left", Fixture, NULL, set_up,
              test_what_was_typed_is_kept_when_it_is_left, tear_down);
  g_test_add ("/program-pages/the-committee-has-names-and-decisions", Fixture, NULL, set_up,
              test_the_committee_has_names_and_decisions, tear_down);
  g_test_add ("/program-pages/a-topic-is-chosen-on-paper", Fixture, "topic", set_up, test_a_topic_is_chosen_on_paper, tear_down);
  g_test_add ("/program-pages/a-tick-stays-while-the-program-changes", Fixture, "topic", set_up,
              test_a_tick_stays_while_the_program_changes, tear_down);
  return g_test_run ();
}
