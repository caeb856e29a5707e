/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/widgets/answer-row.h"
#include "app/readiness/readiness-page.h"
#include "core/agreement.h"
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

static void
add_program (Fixture *fixture)
{
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (fixture->desk));
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (empty, 8);
  g_autoptr (RoundelDesign) design =
    roundel_design_new (draft, roundel_outcomes_find (roundel_desk_get_outcomes (fixture->desk), "support"), NULL, &formats, 1);
  g_autoptr (GError) error = NULL;

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
  g_autofree char *folder = g_dir_make_tmp ("readiness-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  add_program (fixture);
  fixture->page = roundel_readiness_page_new (fixture->desk, fixture->program, &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_set_default_size (fixture->window, 1152, 752);
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
      gboolean  (*is) (GtkWidget *widget, gconstpointer data),
      gconstpointer data)
{
  if (is (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_named (GtkWidget    *widget,
          gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

static gboolean
is_entry (GtkWidget    *widget,
          gconstpointer data)
{
  return ADW_IS_ENTRY_ROW (widget);
}

static gboolean
is_check (GtkWidget    *widget,
          gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

static RoundelProgram *
read_program (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (fixture->desk), fixture->program, &error);

  g_assert_no_error (error);
  return program;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_an_answer_is_written_and_undone (Fixture      *fixture,
                                      gconstpointer data)
{
  GtkWidget *row = find (fixture->page, is_named, "work-time");
  g_autoptr (RoundelProgram) after = NULL;
  g_autoptr (RoundelProgram) undone = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find (row, is_entry, NULL)), "Mail of 3 January");
  g_signal_emit_by_name (row, "saved");
  settle ();
  after = read_program (fixture);
  g_assert_cmpstr (roundel_program_find_answer (after, "work-time")->evidence, ==, "Mail of 3 January");
  gtk_widget_activate_action (fixture->page, "readiness.undo", NULL);
  settle ();
  undone = read_program (fixture);
  g_assert_null (roundel_program_find_answer (undone, "work-time"));
}

static void
test_the_charter_is_agreed_name_by_name (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (RoundelProgram) program = NULL;
  GtkWidget *check;
  guint n = 0;

  for (; (check = find (fixture->page, is_check, NULL)) != NULL; n++)
    {
      g_autofree char *member = g_strdup (gtk_widget_get_name (check));

      gtk_widget_grab_focus (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      settle ();
      g_assert_cmpstr (gtk_widget_get_name (gtk_root_get_focus (GTK_ROOT (fixture->window))), ==, member);
    }
  program = read_program (fixture);
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpuint (g_strv_length (((RoundelCharter *) program->charters->pdata[0])->agreed), ==, 8);
  g_assert_cmpstr (((RoundelCharter *) program->charters->pdata[0])->agreed_on, ==, "2026-11-21");
}

static gboolean
is_text (GtkWidget    *widget,
         gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

/* Something else that is saved shows the page anew. */
static void
test_what_is_being_typed_stays (Fixture      *fixture,
                                gconstpointer data)
{
  GtkWidget *row = find (fixture->page, is_named, "no-report");
  GtkTextBuffer *rules = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture->page, is_text, NULL)));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find (row, is_entry, NULL)), "Said by both");
  gtk_text_buffer_set_text (rules, "Half a ru", -1);
  row = find (fixture->page, is_named, "work-time");
  gtk_editable_set_text (GTK_EDITABLE (find (row, is_entry, NULL)), "Mail of 3 January");
  g_signal_emit_by_name (row, "saved");
  settle ();
  row = find (fixture->page, is_named, "no-report");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (row, is_entry, NULL))), ==, "Said by both");
  rules = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture->page, is_text, NULL)));
  gtk_text_buffer_get_bounds (rules, &start, &end);
  text = gtk_text_buffer_get_text (rules, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "Half a ru");
}

static gboolean
is_scrolled (GtkWidget    *widget,
             gconstpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget);
}

static gboolean
is_in_view (GtkWidget *widget,
            GtkWidget *scroller)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) && bounds.origin.y > 0 &&
         bounds.origin.y < (float) gtk_widget_get_height (scroller);
}

/* Whether it is near the top of what is shown; else the page moves on its way there. */
static gboolean
scroll_to (GtkWidget *widget,
           GtkWidget *scroller)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return FALSE;
  if (bounds.origin.y > 50 && bounds.origin.y < 300)
    return TRUE;
  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + bounds.origin.y - 150);
  return FALSE;
}

static void
test_the_page_stays_where_it_is (Fixture      *fixture,
                                 gconstpointer data)
{
  GtkWidget *row = find (fixture->page, is_named, "work-time");
  GtkWidget *entry = find (row, is_entry, NULL);
  GtkWidget *scroller = find (fixture->page, is_scrolled, NULL);

  g_assert_false (is_in_view (row, scroller));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_test_wait (gtk_widget_get_mapped (entry));
  gtk_widget_grab_focus (entry);
  app_test_wait (scroll_to (row, scroller));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Mail of 3 January ");
  g_signal_emit_by_name (entry, "entry-activated");
  app_test_wait (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) && !gtk_widget_get_mapped (entry));
  settle ();
  g_assert_true (find (fixture->page, is_named, "work-time") == row);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Mail of 3 January");
  g_assert_nonnull (gtk_widget_get_focus_child (row));
  app_test_wait (is_in_view (row, scroller));
}

int
main (int    argc,
      char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/readiness-page/an-answer-is-written-and-undone", Fixture, NULL, set_up, test_an_answer_is_written_and_undone,
              tear_down);
  g_test_add ("/readiness-page/the-charter-is-agreed-name-by-name", Fixture, NULL, set_up,
              test_the_charter_is_agreed_name_by_name, tear_down);
  g_test_add ("/readiness-page/what-is-being-typed-stays", Fixture, NULL, set_up, test_what_is_being_typed_stays, tear_down);
  g_test_add ("/readiness-page/the-page-stays-where-it-is", Fixture, NULL, set_up, test_the_page_stays_where_it_is, tear_down);
  return g_test_run ();
}
