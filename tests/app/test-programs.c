/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/programs/program-list.h"
#include "app/programs/programs-screen.h"
#include "app/programs/stress-card.h"
#include "app/widgets/plan-blocks.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "store/programs.h"

typedef struct
{
  RoundelDesk *desk;
  RoundelProgramsScreen *screen;
  GtkWindow *window;
} Fixture;

/* 2026-11-21 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1795255200000000)

static RoundelDesign *
make_design (RoundelDesk *desk,
             const char  *title,
             const char  *outcome,
             const char  *starts)
{
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) titled = roundel_draft_set_title (empty, title);
  g_autoptr (RoundelDraft) zoned = roundel_draft_set_zone (titled, "Europe/Oslo");
  g_autoptr (RoundelDraft) dated = roundel_draft_set_start (zoned, starts);
  g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (dated, 8);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (desk));

  return roundel_design_new (draft, roundel_outcomes_find (roundel_desk_get_outcomes (desk), outcome), NULL, &formats, 1);
}

static void
keep (RoundelDesk    *desk,
      RoundelProgram *program)
{
  g_autoptr (GError) error = NULL;

  roundel_program_renew_ids (program, roundel_desk_get_env (desk));
  roundel_notebook_add_program (roundel_desk_get_notebook (desk), program, &error);
  g_assert_no_error (error);
}

static char *
add_program (RoundelDesk *desk,
             const char  *title,
             const char  *outcome,
             const char  *starts)
{
  g_autoptr (RoundelDesign) design = make_design (desk, title, outcome, starts);

  keep (desk, design->program);
  return g_strdup (design->program->id);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 1);
  g_autofree char *folder = g_dir_make_tmp ("programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  fixture->screen = g_object_new (ROUNDEL_TYPE_PROGRAMS_SCREEN, "desk", fixture->desk, NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->screen));
  gtk_window_set_default_size (fixture->window, 1152, 752);
  gtk_window_present (fixture->window);
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->screen)) > 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->desk);
}

/* What is shown below WIDGET and is of a type, or is a label that says TEXT. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (text == NULL || g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
begins (GtkWidget  *widget,
        const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (begins (child, text))
      return TRUE;
  return FALSE;
}

#define says(fixture, text) (find (GTK_WIDGET ((fixture)->screen), GTK_TYPE_LABEL, text) != NULL)

static void
test_without_programs_there_are_ways_to_begin (Fixture      *fixture,
                                               gconstpointer data)
{
  g_assert_true (says (fixture, "People learn well from one another"));
  g_assert_false (says (fixture, "Sessions"));
}

static void
test_a_program_appears_when_it_is_written (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");

  app_test_wait (says (fixture, "In preparation"));
  app_test_wait (says (fixture, "Starts 14 January"));
  app_test_wait (says (fixture, "10 sessions, Thursday 15:00, in person"));
}

static void
test_stages_are_in_their_order_and_a_search_narrows_them (Fixture      *fixture,
                                                          gconstpointer data)
{
  g_autofree char *one = add_program (fixture->desk, "Stuck projects", "problem-solving", "2026-01-14T15:00");
  g_autofree char *two = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");
  g_autofree char *three = add_program (fixture->desk, "Support desk", "support", "2026-11-05T15:00");
  GtkWidget *list;
  GtkWidget *search;

  app_test_wait (says (fixture, "Under way") && says (fixture, "In preparation") && says (fixture, "Completed"));
  list = find (GTK_WIDGET (fixture->screen), ROUNDEL_TYPE_PROGRAM_LIST, NULL);
  g_assert_cmpuint (roundel_program_list_get_n (ROUNDEL_PROGRAM_LIST (list)), ==, 3);
  search = find (list, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "LEADERSHIP cons");
  app_test_wait (!says (fixture, "Under way") && !says (fixture, "Completed"));
  g_assert_true (says (fixture, "In preparation"));
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing of the kind");
  app_test_wait (says (fixture, "No program has these words in its title, topic or outcome."));
}

static void
test_what_was_deleted_comes_back (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");

  app_test_wait (says (fixture, "Sessions"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "programs.delete", NULL);
  app_test_wait (says (fixture, "People learn well from one another"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "programs.undo", NULL);
  app_test_wait (says (fixture, "10 sessions, Thursday 15:00, in person"));
}

static void
test_a_session_opens_on_its_plan (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");
  GtkWidget *label;
  GtkWidget *row;

  app_test_wait (says (fixture, "Session 1"));
  g_assert_null (find (GTK_WIDGET (fixture->screen), ROUNDEL_TYPE_PLAN_BLOCKS, NULL));
  label = find (GTK_WIDGET (fixture->screen), GTK_TYPE_LABEL, "Session 1");
  row = gtk_widget_get_ancestor (label, ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_test_wait (find (GTK_WIDGET (fixture->screen), ROUNDEL_TYPE_PLAN_BLOCKS, NULL) != NULL);
  app_test_wait (says (fixture, "15:00") && says (fixture, "18:30"));
}

static void
test_a_reason_opens_on_what_it_was_judged_by (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");
  GtkWidget *row;

  app_test_wait (says (fixture, "Equality"));
  row = gtk_widget_get_ancestor (find (GTK_WIDGET (fixture->screen), GTK_TYPE_LABEL, "Equality"), ADW_TYPE_EXPANDER_ROW);
  g_assert_false (begins (row, "Say their levels"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_true (begins (row, "Say their levels"));
}

static void
test_a_program_is_rehearsed_or_not (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");
  GtkWidget *card;

  app_test_wait (says (fixture, "Stress test"));
  card = find (GTK_WIDGET (fixture->screen), ROUNDEL_TYPE_STRESS_CARD, NULL);
  gtk_widget_activate_action (card, "stress.run", NULL);
  g_assert_true (begins (card, "Does it bear"));
  gtk_widget_activate_action (card, "stress.cancel", NULL);
  g_assert_true (begins (card, "Does it bear"));
  gtk_widget_activate_action (card, "stress.run", NULL);
  app_test_wait (begins (card, "Sessions end on time in "));
  g_assert_false (begins (card, "Does it bear"));
}

static void
test_a_narrow_window_shows_one_pane (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");

  app_test_wait (says (fixture, "Sessions"));
  gtk_window_set_default_size (fixture->window, 360, 720);
  app_test_wait (!says (fixture, "Sessions") && says (fixture, "Starts 14 January"));
  roundel_programs_screen_open (fixture->screen, id);
  app_test_wait (says (fixture, "Sessions"));
  app_test_wait (!says (fixture, "Starts 14 January"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "programs.back", NULL);
  app_test_wait (says (fixture, "Starts 14 January"));
}

static void
test_the_pointer_passes_over_the_list_and_opens_nothing (Fixture      *fixture,
                                                         gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *list;

  id = add_program (fixture->desk, "Conscious skills", "leadership-development", "2027-01-14T15:00");
  app_test_wait ((list = find (GTK_WIDGET (fixture->screen), GTK_TYPE_LIST_VIEW, NULL)) != NULL);
  g_assert_false (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
}

static void
test_two_hundred_programs_are_listed (Fixture      *fixture,
                                      gconstpointer data)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (fixture->desk);
  g_autoptr (RoundelDesign) design = NULL;
  GtkWidget *list;
  gint64 begin;

  design = make_design (fixture->desk, "Support desk", "support", "2027-01-14T15:00");
  roundel_notebook_begin (notebook);
  for (guint i = 0; i < 200; i++)
    {
      g_free (design->program->title);
      design->program->title = g_strdup_printf ("Program %03u", i);
      keep (fixture->desk, design->program);
    }
  roundel_notebook_commit (notebook, NULL);
  app_test_wait (says (fixture, "Program 000"));
  list = find (GTK_WIDGET (fixture->screen), ROUNDEL_TYPE_PROGRAM_LIST, NULL);
  g_assert_cmpuint (roundel_program_list_get_n (ROUNDEL_PROGRAM_LIST (list)), ==, 200);
  begin = g_get_monotonic_time ();
  g_assert_true (roundel_program_list_reload (ROUNDEL_PROGRAM_LIST (list), NULL));
  g_test_message ("200 programs are read in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - begin) / 1000);
}

#define add(name, function) g_test_add ("/programs/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  add ("without-programs-there-are-ways-to-begin", test_without_programs_there_are_ways_to_begin);
  add ("a-program-appears-when-it-is-written", test_a_program_appears_when_it_is_written);
  add ("stages-are-in-their-order-and-a-search-narrows-them", test_stages_are_in_their_order_and_a_search_narrows_them);
  add ("what-was-deleted-comes-back", test_what_was_deleted_comes_back);
  add ("a-session-opens-on-its-plan", test_a_session_opens_on_its_plan);
  add ("a-reason-opens-on-what-it-was-judged-by", test_a_reason_opens_on_what_it_was_judged_by);
  add ("a-program-is-rehearsed-or-not", test_a_program_is_rehearsed_or_not);
  add ("a-narrow-window-shows-one-pane", test_a_narrow_window_shows_one_pane);
  add ("the-pointer-passes-over-the-list-and-opens-nothing", test_the_pointer_passes_over_the_list_and_opens_nothing);
  add ("two-hundred-programs-are-listed", test_two_hundred_programs_are_listed);
  return g_test_run ();
}
