/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/application.h"
#include "app/meeting-file.h"
#include "app/projector/projector-window.h"
#include "app/run/lobby-steps.h"
#include "app/run/person-tile.h"
#include "app/run/prepare.h"
#include "app/run/round-page.h"
#include "app/run/run-screen.h"
#include "app/shortcuts.h"
#include "app/widgets/ring.h"
#include "app/widgets/room-view.h"
#include "app/window.h"
#include "core/history.h"
#include "store/journal/run-log.h"
#include "store/programs.h"

static RoundelApplication *application;

typedef struct
{
  RoundelWindow *window;
  GtkWidget *screen;
} Fixture;

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

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = roundel_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 0);
  fixture->screen = find (GTK_WIDGET (fixture->window), ROUNDEL_TYPE_RUN_SCREEN);
}

static RoundelRunLog *
get_log (void)
{
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);

  return roundel_journal_get_run (roundel_desk_get_journal (desk, NULL), NULL);
}

static void
forget_run (void)
{
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);
  g_autoptr (RoundelRunLog) log = get_log ();

  if (log != NULL)
    roundel_journal_finish_run (roundel_desk_get_journal (desk, NULL), log->id, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  forget_run ();
  open_window (fixture);
  g_assert_null (fixture->screen);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "run");
  fixture->screen = find (GTK_WIDGET (fixture->window), ROUNDEL_TYPE_RUN_SCREEN);
  app_test_wait (gtk_widget_get_mapped (fixture->screen));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

#define act(fixture, action) g_assert_true (gtk_widget_activate_action ((fixture)->screen, action, NULL))

static void
to_the_round (Fixture *fixture)
{
  act (fixture, "run.quick");
  app_test_wait (find_label (fixture->screen, "Troika Consulting") != NULL);
  act (fixture, "run.start");
  app_test_wait (find_label (fixture->screen, "Check-in, turn 1 of 8") != NULL);
}

static void
test_quick_session_runs_after_two_steps (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (RoundelRunLog) log = NULL;

  to_the_round (fixture);
  g_assert_nonnull (find_label (fixture->screen, "Seat 1"));
  g_assert_nonnull (find_label (fixture->screen, "Round 1 of 4"));
  log = get_log ();
  g_assert_nonnull (log);
  g_assert_cmpuint (log->events->len, ==, 1);
  g_assert_true (g_str_has_prefix (log->events->pdata[0], "start "));
}

static void
test_who_is_here_decides_the_plan (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkWidget *lobby = find (fixture->screen, ROUNDEL_TYPE_LOBBY);
  GtkWidget *tile;

  act (fixture, "run.quick");
  app_test_wait (find_label (lobby, "8 of 8. Press a key, or click.") != NULL);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window)))),
                   ==, "run.start");
  tile = find (lobby, ROUNDEL_TYPE_PERSON_TILE);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)));
  roundel_lobby_press (ROUNDEL_LOBBY (lobby), '1');
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)));
  g_assert_nonnull (find_label (lobby, "7 of 8. Press a key, or click."));
  g_assert_nonnull (find_label (lobby, "Seat 1 has a place here."));
  roundel_lobby_press (ROUNDEL_LOBBY (lobby), '1');
  g_assert_nonnull (find_label (lobby, "8 of 8. Press a key, or click."));
}

static void
test_every_step_has_an_action (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (RoundelRunLog) log = NULL;
  static const char *const kinds[] = { "start", "pause", "resume", "add", "add", "next", "back", "hold", "release", "undo" };

  to_the_round (fixture);
  act (fixture, "run.pause");
  act (fixture, "run.pause");
  act (fixture, "run.more");
  act (fixture, "run.less");
  act (fixture, "run.next");
  act (fixture, "run.back");
  act (fixture, "run.hold");
  app_test_wait (find_label (fixture->screen, "Everything rests") != NULL);
  act (fixture, "run.hold");
  act (fixture, "run.undo");
  log = get_log ();
  g_assert_cmpuint (log->events->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_true (g_str_has_prefix (log->events->pdata[i], kinds[i]));
}

/* Space goes on, also after a look at the room view, and what is written meanwhile keeps the focus. */
static void
test_what_rests_goes_on_by_its_one_button (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  to_the_round (fixture);
  act (fixture, "run.hold");
  app_test_wait (find_label (gtk_window_get_focus (window), "Go On") != NULL);
  act (fixture, "run.message");
  roundel_live_set_message (roundel_run_screen_get_live (ROUNDEL_RUN_SCREEN (fixture->screen)), "One moment");
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (window)));
  act (fixture, "run.room-view");
  app_test_wait (ROUNDEL_IS_ROOM_VIEW (gtk_window_get_focus (window)));
  act (fixture, "run.room-view");
  app_test_wait (find_label (gtk_window_get_focus (window), "Go On") != NULL);
  act (fixture, "run.pause");
  app_test_wait (find_label (fixture->screen, "Check-in, turn 1 of 8") != NULL);
}

static void
test_line_of_the_plan_leads_to_its_round (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (RoundelRunLog) log = NULL;

  to_the_round (fixture);
  act (fixture, "run.pause");
  act (fixture, "run.plan");
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  app_test_wait (find_label (fixture->screen, "Check-in, turn 2 of 8") != NULL);
  gtk_test_accessible_assert_property (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Go On"); /* moving does not go on */
  act (fixture, "run.undo");
  app_test_wait (find_label (fixture->screen, "Check-in, turn 1 of 8") != NULL);
  g_assert_nonnull (find_label (fixture->screen, "Undone. You are in the round where you were."));
  act (fixture, "run.undo");
  act (fixture, "run.undo"); /* the start stays */
  g_assert_nonnull (find_label (fixture->screen, "There is nothing to undo."));
  log = get_log ();
  g_assert_cmpuint (log->events->len, ==, 5);
  g_assert_true (g_str_has_prefix (log->events->pdata[2], "jump "));
}

static void
test_running_session_is_there_again_when_the_window_is (Fixture      *fixture,
                                                        gconstpointer data)
{
  to_the_round (fixture);
  act (fixture, "run.next");
  act (fixture, "run.next");
  app_test_wait (find_label (fixture->screen, "Check-in, turn 3 of 8") != NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture);
  app_test_wait (gtk_widget_get_mapped (fixture->screen));
  app_test_wait (find_label (fixture->screen, "Check-in, turn 3 of 8") != NULL);
}

static void
test_closed_session_leaves_the_journal (Fixture      *fixture,
                                        gconstpointer data)
{
  to_the_round (fixture);
  act (fixture, "run.finish");
  app_test_wait (find_label (fixture->screen, "The session is over") != NULL);
  g_assert_nonnull (get_log ());
  act (fixture, "run.undo");
  app_test_wait (find_label (fixture->screen, "Check-in, turn 1 of 8") != NULL);
  act (fixture, "run.finish");
  act (fixture, "run.done");
  g_assert_null (get_log ());
  app_test_wait (find_label (fixture->screen, "A quick session") != NULL);
}

static GtkWidget *
find_projector (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ROUNDEL_IS_PROJECTOR_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_room_has_a_window_of_its_own (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkWidget *projector;

  g_object_set (roundel_window_get_room (fixture->window), "wanted", TRUE, NULL);
  g_assert_null (find_projector ()); /* nothing runs */
  to_the_round (fixture);
  projector = find_projector ();
  g_assert_nonnull (projector);
  app_test_wait (gtk_widget_get_mapped (projector));
  app_test_wait (find_label (projector, "Seat 1") != NULL);
  /* no control, and nothing that is for the facilitator alone */
  g_assert_null (find (find (projector, ROUNDEL_TYPE_ROOM_VIEW), GTK_TYPE_BUTTON));
  g_assert_null (find_label (projector, "Time in hand"));
  act (fixture, "run.next");
  g_assert_nonnull (find_label (projector, "Seat 2"));
  gtk_window_close (GTK_WINDOW (projector));
  app_test_wait (find_projector () == NULL);
  act (fixture, "run.room-view");
  app_test_wait (gtk_widget_get_mapped (find (fixture->screen, ROUNDEL_TYPE_ROOM_VIEW)));
  /* in its groups one is the client, and several share the other role */
  for (guint i = 0; i < 20 && find_label (fixture->screen, "each as consultant") == NULL; i++)
    act (fixture, "run.next");
  g_assert_nonnull (find_label (fixture->screen, "each as consultant"));
  g_assert_nonnull (find_label (fixture->screen, "client"));
}

static void
test_room_gets_messages_and_darkness (Fixture      *fixture,
                                      gconstpointer data)
{
  GtkWidget *projector;
  RoundelLive *live;

  g_object_set (roundel_window_get_room (fixture->window), "wanted", TRUE, NULL);
  to_the_round (fixture);
  projector = find_projector ();
  app_test_wait (gtk_widget_get_mapped (projector));
  live = roundel_run_screen_get_live (ROUNDEL_RUN_SCREEN (fixture->screen));
  roundel_live_set_message (live, "Coffee is at half past ten");
  app_test_wait (find_label (projector, "Coffee is at half past ten") != NULL);
  act (fixture, "run.blank");
  app_test_wait (find_label (projector, "Coffee is at half past ten") == NULL);
  g_assert_null (find_label (projector, "Seat 1"));
  act (fixture, "run.blank");
  app_test_wait (find_label (projector, "Seat 1") != NULL);
  roundel_live_set_message (live, "");
  g_assert_null (find_label (projector, "Coffee is at half past ten"));
}

static void
test_clicker_works_from_the_window_of_the_room (Fixture      *fixture,
                                                gconstpointer data)
{
  GtkWidget *focus;
  g_autoptr (RoundelRunLog) log = NULL;

  to_the_round (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (roundel_shortcuts_activate (focus, "run", GDK_KEY_Page_Down, 0));
  app_test_wait (find_label (fixture->screen, "Check-in, turn 2 of 8") != NULL);
  g_assert_true (roundel_shortcuts_activate (focus, "run", GDK_KEY_plus, GDK_SHIFT_MASK));
  g_assert_true (roundel_shortcuts_activate (focus, "run", GDK_KEY_space, 0));
  g_assert_false (roundel_shortcuts_activate (focus, "run", GDK_KEY_x, 0));
  g_assert_false (roundel_shortcuts_activate (focus, "run", GDK_KEY_space, GDK_CONTROL_MASK));
  log = get_log ();
  g_assert_cmpuint (log->events->len, ==, 4);
  g_assert_true (g_str_has_prefix (log->events->pdata[2], "add "));
  g_assert_true (g_str_has_prefix (log->events->pdata[3], "pause "));
}

static void
test_window_becomes_the_room_view_and_the_screen_again (Fixture      *fixture,
                                                        gconstpointer data)
{
  GtkWidget *room;

  to_the_round (fixture);
  room = find (fixture->screen, ROUNDEL_TYPE_ROOM_VIEW);
  act (fixture, "run.room-view");
  app_test_wait (gtk_widget_get_mapped (room));
  g_assert_false (gtk_widget_get_mapped (find (fixture->screen, ADW_TYPE_HEADER_BAR)));
  act (fixture, "run.return");
  app_test_wait (!gtk_widget_get_mapped (room));
  g_assert_true (gtk_widget_get_mapped (find (fixture->screen, ADW_TYPE_HEADER_BAR)));

  /* the room does not see the close */
  act (fixture, "run.room-view");
  app_test_wait (gtk_widget_get_mapped (room));
  act (fixture, "run.finish");
  app_test_wait (find_label (room, "Thank you") != NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == room);
  act (fixture, "run.room-view");
  app_test_wait (find_label (fixture->screen, "The session is over") != NULL);
  g_assert_nonnull (find_label (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Done"));
}

static void
test_start_is_corrected (Fixture      *fixture,
                         gconstpointer data)
{
  const RoundelSessionView *view;

  to_the_round (fixture);
  act (fixture, "run.correct-start");
  app_test_wait (find_label (fixture->screen, "We began") != NULL);
  g_assert_true (gtk_widget_activate_action (fixture->screen, "run.correct", "u", 240));
  view = roundel_live_get_view (roundel_run_screen_get_live (ROUNDEL_RUN_SCREEN (fixture->screen)));
  g_assert_cmpint (ABS (view->elapsed - 240 * G_TIME_SPAN_SECOND), <, G_TIME_SPAN_SECOND);
  app_test_wait (find_label (fixture->screen, "The start is corrected.") != NULL);
  act (fixture, "run.undo");
  view = roundel_live_get_view (roundel_run_screen_get_live (ROUNDEL_RUN_SCREEN (fixture->screen)));
  g_assert_cmpint (view->elapsed, <, 60 * G_TIME_SPAN_SECOND);
}

static void
test_the_round_fits_into_360_pixels (Fixture      *fixture,
                                     gconstpointer data)
{
  int minimum;

  to_the_round (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  app_test_wait (find_label (fixture->screen, "1 minute") == NULL); /* the captions are the first to go */
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* What has only a picture has a name. */
static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
      && gtk_widget_get_tooltip_text (widget) != NULL)
    gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_pause_has_the_focus_and_says_what_it_does (Fixture      *fixture,
                                                gconstpointer data)
{
  GtkWidget *focus;

  to_the_round (fixture);
  assert_named (fixture->screen);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pause");
  act (fixture, "run.pause");
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Go On");
}

static void
test_quick_session_can_become_the_first_of_a_program (Fixture      *fixture,
                                                      gconstpointer data)
{
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  const RoundelSession *session;
  guint before;

  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), NULL);
  before = programs->len;
  g_clear_pointer (&programs, g_ptr_array_unref);
  to_the_round (fixture);
  act (fixture, "run.next");
  act (fixture, "run.finish");
  app_test_wait (find_label (fixture->screen, "The session is over") != NULL);
  act (fixture, "run.found");
  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), NULL);
  g_assert_cmpuint (programs->len, ==, before + 1);
  program = roundel_notebook_read_program (roundel_desk_get_notebook (desk),
                                           ((RoundelProgram *) programs->pdata[before])->id, NULL);
  g_assert_cmpuint (program->members->len, ==, 8);
  session = program->sessions->pdata[0];
  g_assert_nonnull (roundel_program_find_record (program, session->id));
  g_assert_cmpuint (g_strv_length (roundel_program_find_attendance (program, session->id)->here), ==, 8);
  g_assert_null (get_log ());
}

static void
test_partners_meet_with_half_the_time_each (Fixture      *fixture,
                                            gconstpointer data)
{
  RoundelRunScreen *screen = ROUNDEL_RUN_SCREEN (fixture->screen);
  g_autoptr (RoundelAgenda) agenda = NULL;

  act (fixture, "run.partners");
  app_test_wait (find_label (fixture->screen, "Partner meeting") != NULL);
  g_assert_nonnull (find_label (fixture->screen, "2 of 2. Press a key, or click."));
  act (fixture, "run.start");
  app_test_wait (find_label (fixture->screen, "Seat 1") != NULL);
  agenda = roundel_meeting_plan (roundel_live_get_meeting (roundel_run_screen_get_live (screen)),
                                 roundel_run_screen_get_formats (screen), NULL);
  g_assert_cmpuint (roundel_agenda_slot_seconds (agenda, 0), >=, 8 * 60);
  g_assert_cmpuint (roundel_agenda_slot_seconds (agenda, 0), ==, roundel_agenda_slot_seconds (agenda, 1));
}

#define add(name, function) g_test_add ("/run-screen/" name, Fixture, NULL, set_up, function, tear_down)

#define PROGRAM "00000000-0000-7000-8000-000000000001"
#define SECOND_SESSION "00000000-0000-7000-8000-000000000021"

/* Four members, and two sessions of which the first was held. */
static void
write_program (RoundelNotebook *notebook)
{
  g_autoptr (RoundelProgram) program = roundel_program_new (PROGRAM);
  g_autoptr (RoundelSessionLeft) left = NULL;
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  RoundelSessionRecord *record;
  RoundelCircle *circle = roundel_program_add_circle (program, "00000000-0000-7000-8000-000000000002");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("00000000-0000-7000-8000-00000000001%u", i);
      g_autofree char *name = g_strdup_printf ("Member %u", i);

      g_ptr_array_add (program->members, roundel_member_new (id, name));
      g_strv_builder_add (members, id);
    }
  g_strfreev (circle->members);
  circle->members = g_strv_builder_end (members);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("00000000-0000-7000-8000-00000000002%u", i);
      RoundelSession *session = roundel_program_add_session (program, id, circle->id);

      session->seconds = 60 * 60;
      g_ptr_array_add (session->outline, roundel_outline_part_new ("troika", NULL, ROUNDEL_PLAN_REST, FALSE));
    }
  g_assert_true (roundel_notebook_add_program (notebook, program, &error));
  g_assert_no_error (error);
  record = roundel_session_record_new ("00000000-0000-7000-8000-000000000031", "00000000-0000-7000-8000-000000000020");
  g_strfreev (record->had);
  record->had = g_strsplit ("00000000-0000-7000-8000-000000000010", " ", -1);
  left = roundel_session_left_new (circle->id, record, roundel_attendance_new ("00000000-0000-7000-8000-000000000032",
                                                                               record->session));
  g_assert_true (roundel_notebook_add_left (notebook, program->id, left, &error));
  g_assert_no_error (error);
}

static void
delete_program (RoundelNotebook *notebook)
{
  g_autoptr (GError) error = NULL;

  g_strfreev (roundel_notebook_delete (notebook, PROGRAM, NULL, &error));
  g_assert_no_error (error);
}

/* What a running session is resumed from forgets nothing of its program. */
static void
test_resumed_meeting_knows_its_program (Fixture       *fixture,
                                        gconstpointer  data)
{
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);
  g_autoptr (RoundelMeeting) meeting = NULL;
  g_autoptr (RoundelMeeting) resumed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  write_program (roundel_desk_get_notebook (desk));
  meeting = roundel_meeting_find (desk, SECOND_SESSION, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roundel_ledger_had (meeting->ledger, 0), ==, 1);
  text = roundel_meeting_to_text (meeting);
  resumed = roundel_meeting_from_text (text, &error);
  g_assert_null (resumed->ledger);
  roundel_meeting_recall (resumed, desk);
  g_assert_cmpuint (resumed->members->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (roundel_ledger_had (resumed->ledger, i), ==, roundel_ledger_had (meeting->ledger, i));
  g_assert_nonnull (resumed->roles);
  g_assert_nonnull (resumed->together);
  delete_program (roundel_desk_get_notebook (desk));
}

/* A file as it would be found after a crash, its log with it. */
static GBytes *
read_file (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *file = NULL;
  g_autofree char *lines = NULL;
  gsize length, log_length = 0;
  GByteArray *bytes = g_byte_array_new ();

  g_assert_true (g_file_get_contents (path, &file, &length, NULL));
  g_byte_array_append (bytes, (const guint8 *) file, (guint) length);
  if (g_file_get_contents (log, &lines, &log_length, NULL))
    g_byte_array_append (bytes, (const guint8 *) lines, (guint) log_length);
  return g_byte_array_free_to_bytes (bytes);
}

/* Not a byte of notebook or journal is another, at either speed. */
static void
test_rehearsal_by_the_screen_leaves_no_trace (Fixture       *fixture,
                                              gconstpointer  data)
{
  static const char *const speeds[] = { "run.rehearse", "run.rehearse-quick" };
  RoundelDesk *desk = roundel_application_get_desk (application, NULL);
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  const char *path = roundel_notebook_get_path (notebook);
  g_autofree char *journal = roundel_journal_path (path);

  write_program (notebook);
  roundel_db_checkpoint (roundel_records_get_db (roundel_notebook_get_records (notebook)), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (GBytes) before = read_file (path);
      g_autoptr (GBytes) journal_before = read_file (journal);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GBytes) journal_after = NULL;

      roundel_lobby_steps_open (ROUNDEL_RUN_SCREEN (fixture->screen), roundel_meeting_find (desk, SECOND_SESSION, NULL));
      act (fixture, speeds[i]);
      g_assert_true (roundel_live_is_rehearsal (roundel_run_screen_get_live (ROUNDEL_RUN_SCREEN (fixture->screen))));
      act (fixture, "run.next");
      act (fixture, "run.finish");
      app_test_wait (find_label (fixture->screen, "It was a rehearsal: nothing of it is kept.") != NULL);
      act (fixture, "run.done");
      after = read_file (path);
      journal_after = read_file (journal);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_true (g_bytes_equal (journal_before, journal_after));
    }
  delete_program (notebook);
}

/* Two minutes, on the clock of a quick rehearsal. */
static void
test_extra_timer_rings (Fixture       *fixture,
                        gconstpointer  data)
{
  act (fixture, "run.quick");
  act (fixture, "run.rehearse-quick");
  act (fixture, "run.pause");
  act (fixture, "run.extra-timer");
  g_assert_null (find_label (fixture->screen, "The extra time is over."));
  app_test_wait (find_label (fixture->screen, "The extra time is over.") != NULL);
  act (fixture, "run.finish");
  act (fixture, "run.done");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int code;

  app_test_init (&argc, &argv);
  application = roundel_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  add ("quick-session-runs-after-two-steps", test_quick_session_runs_after_two_steps);
  add ("who-is-here-decides-the-plan", test_who_is_here_decides_the_plan);
  add ("every-step-has-an-action", test_every_step_has_an_action);
  add ("what-rests-goes-on-by-its-one-button", test_what_rests_goes_on_by_its_one_button);
  add ("line-of-the-plan-leads-to-its-round", test_line_of_the_plan_leads_to_its_round);
  add ("running-session-is-there-again-when-the-window-is", test_running_session_is_there_again_when_the_window_is);
  add ("closed-session-leaves-the-journal", test_closed_session_leaves_the_journal);
  add ("quick-session-can-become-the-first-of-a-program", test_quick_session_can_become_the_first_of_a_program);
  add ("partners-meet-with-half-the-time-each", test_partners_meet_with_half_the_time_each);
  add ("room-has-a-window-of-its-own", test_room_has_a_window_of_its_own);
  add ("room-gets-messages-and-darkness", test_room_gets_messages_and_darkness);
  add ("clicker-works-from-the-window-of-the-room", test_clicker_works_from_the_window_of_the_room);
  add ("window-becomes-the-room-view-and-the-screen-again", test_window_becomes_the_room_view_and_the_screen_again);
  add ("start-is-corrected", test_start_is_corrected);
  add ("the-round-fits-into-360-pixels", test_the_round_fits_into_360_pixels);
  add ("pause-has-the-focus-and-says-what-it-does", test_pause_has_the_focus_and_says_what_it_does);
  add ("resumed-meeting-knows-its-program", test_resumed_meeting_knows_its_program);
  add ("rehearsal-by-the-screen-leaves-no-trace", test_rehearsal_by_the_screen_leaves_no_trace);
  add ("extra-timer-rings", test_extra_timer_rings);
  code = g_test_run ();
  g_object_unref (application);
  return code;
}
