/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/plan/block-list.h"
#include "app/plan/plan-editor.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "store/programs.h"

/* 2026-11-21 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1795255200000000)

typedef struct
{
  RoundelDesk *desk;
  char *program;
  char *session;
  GtkWidget *editor;
  GtkWindow *window;
} Fixture;

static void
add_program (Fixture *fixture)
{
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (fixture->desk));
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) seats = roundel_draft_set_seat_count (empty, 8);
  g_autoptr (RoundelDraft) starts = roundel_draft_set_start (seats, "2027-01-14T15:00");
  g_autoptr (RoundelDraft) draft = roundel_draft_set_zone (starts, "Europe/Oslo");
  g_autoptr (RoundelDesign) design =
    roundel_design_new (draft, roundel_outcomes_find (roundel_desk_get_outcomes (fixture->desk), "leadership-development"),
                        roundel_patterns_find (roundel_desk_get_patterns (fixture->desk), "weekly-cycle"), &formats, 1);
  g_autoptr (GError) error = NULL;

  roundel_program_renew_ids (design->program, roundel_desk_get_env (fixture->desk));
  roundel_notebook_add_program (roundel_desk_get_notebook (fixture->desk), design->program, &error);
  g_assert_no_error (error);
  fixture->program = g_strdup (design->program->id);
  fixture->session = g_strdup (((RoundelSession *) design->program->sessions->pdata[0])->id);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 1);
  g_autoptr (RoundelPlanKeeper) source = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  add_program (fixture);
  source = roundel_plan_keeper_new_for_program (fixture->desk, fixture->program);
  fixture->editor = roundel_plan_editor_new (fixture->desk, source, fixture->session, &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->editor);
  gtk_window_set_default_size (fixture->window, 1152, 752);
  gtk_window_present (fixture->window);
  app_test_wait (gtk_widget_get_width (fixture->editor) > 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_object_unref (fixture->desk);
  g_free (fixture->program);
  g_free (fixture->session);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static RoundelBlockList *
blocks (Fixture *fixture)
{
  return ROUNDEL_BLOCK_LIST (find (fixture->editor, ROUNDEL_TYPE_BLOCK_LIST));
}

/* The formats of the plan, as it is in the notebook. */
static char *
read_plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) program =
    roundel_notebook_read_program (roundel_desk_get_notebook (fixture->desk), fixture->program, &error);
  const RoundelSession *session = roundel_program_find_session (program, fixture->session);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < session->outline->len; i++)
    {
      const RoundelOutlinePart *part = session->outline->pdata[i];

      g_string_append_printf (text, "%s%s %u%s", i > 0 ? ", " : "", part->format,
                              part->seconds == ROUNDEL_PLAN_REST ? 999 : part->seconds / 60, part->optional ? " ?" : "");
    }
  return g_string_free (text, FALSE);
}

static void
act (Fixture    *fixture,
     guint       part,
     const char *action)
{
  roundel_block_list_select (blocks (fixture), part);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_emit_by_name (blocks (fixture), "selected");
  g_assert_true (gtk_widget_activate_action (fixture->editor, action, NULL));
}

static gboolean
says_in_notebook (Fixture    *fixture,
                  const char *text)
{
  g_autofree char *plan = read_plan (fixture);

  return g_str_has_prefix (plan, text);
}

static void
test_steps_are_written_and_undone_one_by_one (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autofree char *before = read_plan (fixture);

  g_test_message ("%s", before);
  g_assert_true (g_str_has_prefix (before, "welcome 3, charter-agree"));
  act (fixture, 0, "block.longer");
  act (fixture, 0, "block.later");
  g_assert_cmpuint (roundel_block_list_get_selected (blocks (fixture)), ==, 1);
  act (fixture, 1, "block.optional");
  act (fixture, 1, "block.split");
  app_test_wait (!says_in_notebook (fixture, before));
  g_assert_true (g_strrstr (read_plan (fixture), ", welcome 2 ?, welcome 2 ?, ") != NULL);
  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (fixture->editor, "plan.undo", NULL);
  g_assert_true (says_in_notebook (fixture, before));
  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (fixture->editor, "plan.redo", NULL);
  g_assert_true (g_strrstr (read_plan (fixture), ", welcome 2 ?, welcome 2 ?, ") != NULL);
}

static void
test_what_was_typed_is_written_when_the_window_closes (Fixture      *fixture,
                                                       gconstpointer data)
{
  act (fixture, 0, "block.remove");
  gtk_window_destroy (fixture->window);
  fixture->window = NULL;
  g_assert_true (says_in_notebook (fixture, "charter-agree"));
}

static void
test_what_somebody_else_wrote_is_shown (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const RoundelRecord record = { .program = fixture->program, .entity = fixture->session, .kind = "session", .reg = "plan",
                                 .body = "{\"parts\":[{\"format\":\"troika\",\"rest\":true},{\"format\":\"closing\"}]}" };

  roundel_notebook_edit (roundel_desk_get_notebook (fixture->desk), &record, NULL, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  act (fixture, 1, "block.remove");
  app_test_wait (says_in_notebook (fixture, "troika 999"));
  app_test_wait (!says_in_notebook (fixture, "troika 999, closing"));
}

int
main (int    argc,
      char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/plan-editor/steps-are-written-and-undone-one-by-one", Fixture, NULL, set_up,
              test_steps_are_written_and_undone_one_by_one, tear_down);
  g_test_add ("/plan-editor/what-was-typed-is-written-when-the-window-closes", Fixture, NULL, set_up,
              test_what_was_typed_is_written_when_the_window_closes, tear_down);
  g_test_add ("/plan-editor/what-somebody-else-wrote-is-shown", Fixture, NULL, set_up,
              test_what_somebody_else_wrote_is_shown, tear_down);
  return g_test_run ();
}
