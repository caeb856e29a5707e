/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/desk.h"
#include "app/journal/commitment-pane.h"
#include "app/journal/entry-sidebar.h"
#include "app/journal/journal-page.h"
#include "app/journal/journal-screen.h"
#include "app/journal/page-dress.h"
#include "app/journal/page-head.h"
#include "app/journal/meeting-form.h"
#include "app/journal/partner-page.h"
#include "app/journal/partner.h"
#include "app/journal/promise-order.h"
#include "app/journal/this-week.h"
#include "app/reminders.h"
#include "store/journal/commitment.h"
#include "store/journal/draft.h"
#include "store/journal/partner-meeting.h"
#include "store/journal/run-log.h"

#include <glib/gstdio.h>

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  RoundelEnv *env;
  RoundelDesk *desk;
  RoundelJournal *journal;
  GtkWidget *window;
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

static void
open_window (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "notebook.db", NULL);

  fixture->desk = roundel_desk_new (fixture->env, path, &error);
  g_assert_no_error (error);
  fixture->journal = roundel_desk_get_journal (fixture->desk, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  fixture->screen = g_object_new (ROUNDEL_TYPE_JOURNAL_SCREEN, "desk", fixture->desk, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1152, 752);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->screen);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_test_wait (gtk_widget_get_width (fixture->screen) > 0);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->desk);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("roundel-journal-XXXXXX", NULL);
  fixture->env = roundel_env_new_simulated (NOW, 1);
  open_window (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  const char *files[] = { "notebook.db", "journal.db", "notebook.db.lock", "journal.db.lock" };

  close_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  roundel_env_unref (fixture->env);
}

#define the_page(fixture) ROUNDEL_JOURNAL_PAGE (find ((fixture)->screen, ROUNDEL_TYPE_JOURNAL_PAGE))
#define act(fixture, ...) g_assert_true (gtk_widget_activate_action ((fixture)->screen, __VA_ARGS__))

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (find (GTK_WIDGET (the_page (fixture)), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static guint
count (Fixture *fixture)
{
  guint n = 0;

  g_assert_true (roundel_journal_count_entries (fixture->journal, &n, NULL));
  return n;
}

static void
test_it_opens_on_writing_and_saves_by_itself (Fixture      *fixture,
                                              gconstpointer data)
{
  RoundelJournalPage *page = the_page (fixture);
  g_autoptr (RoundelEntry) draft = NULL;

  app_test_wait (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_cmpuint (count (fixture), ==, 0);
  type (fixture, "Asked before it was late");
  app_test_wait (roundel_journal_page_get_id (page) != NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
  type (fixture, "\nand in time");
  app_test_wait (roundel_journal_get_draft (fixture->journal, roundel_journal_page_get_id (page), NULL) != NULL);
  draft = roundel_journal_get_draft (fixture->journal, roundel_journal_page_get_id (page), NULL);
  g_assert_cmpstr (draft->text, ==, "Asked before it was late\nand in time");
  g_assert_cmpstr (draft->kind, ==, "reflection");
}

static void
test_an_empty_page_is_no_entry (Fixture      *fixture,
                                gconstpointer data)
{
  type (fixture, "  \n");
  act (fixture, "journal.new-entry", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  type (fixture, "Something");
  act (fixture, "journal.new-entry", NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_the_kind_is_kept (Fixture      *fixture,
                       gconstpointer data)
{
  RoundelJournalPage *page = the_page (fixture);
  g_autoptr (RoundelEntry) entry = NULL;
  g_autofree char *id = NULL;

  type (fixture, "Why do I wait?");
  gtk_widget_activate_action (find (GTK_WIDGET (page), ROUNDEL_TYPE_PAGE_HEAD), "page.kind", "s", "question");
  g_assert_true (roundel_journal_page_save (page));
  id = g_strdup (roundel_journal_page_get_id (page));
  act (fixture, "journal.new-entry", NULL);
  entry = roundel_journal_get_entry (fixture->journal, id, NULL);
  g_assert_cmpstr (entry->kind, ==, "question");
}

static void
test_todays_page_is_there_again (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autofree char *text = NULL;

  type (fixture, "First of two evenings");
  g_assert_true (roundel_journal_page_save (the_page (fixture)));
  close_window (fixture);
  open_window (fixture);
  text = roundel_journal_page_dup_text (the_page (fixture));
  g_assert_cmpstr (text, ==, "First of two evenings");
  close_window (fixture);
  roundel_env_advance (fixture->env, 24 * G_TIME_SPAN_HOUR);
  open_window (fixture);
  g_assert_null (roundel_journal_page_get_id (the_page (fixture)));
}

static void
test_a_deleted_page_comes_back (Fixture      *fixture,
                                gconstpointer data)
{
  RoundelJournalPage *page = the_page (fixture);
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  type (fixture, "Not that good");
  g_assert_true (roundel_journal_page_save (page));
  id = g_strdup (roundel_journal_page_get_id (page));
  act (fixture, "journal.delete-entry", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_null (roundel_journal_page_get_id (page));
  act (fixture, "journal.undelete-entry", "s", id);
  g_assert_cmpuint (count (fixture), ==, 1);
  text = roundel_journal_page_dup_text (page);
  g_assert_cmpstr (text, ==, "Not that good");
}

static void
test_covered_nothing_can_be_read (Fixture      *fixture,
                                  gconstpointer data)
{
  RoundelJournalPage *page = the_page (fixture);
  g_autofree char *title = NULL;

  type (fixture, "Secret of the house");
  g_assert_true (roundel_journal_page_save (page));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
  act (fixture, "journal.cover", NULL);
  app_test_wait (!gtk_widget_get_mapped (GTK_WIDGET (page)));
  g_object_get (fixture->screen, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Journal");
  act (fixture, "journal.uncover", NULL);
  app_test_wait (gtk_widget_get_mapped (GTK_WIDGET (page)));
}

static void
test_the_lock_is_always_in_view (Fixture      *fixture,
                                 gconstpointer data)
{
  const int widths[] = { 1152, 800, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 700);
      app_test_wait (gtk_widget_get_width (fixture->screen) <= widths[i]);
      gtk_widget_measure (fixture->screen, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (the_page (fixture))));
    }
}

static void
test_a_practice_is_noted_and_forgotten (Fixture      *fixture,
                                        gconstpointer data)
{
  GtkWidget *pane = find (fixture->screen, ROUNDEL_TYPE_COMMITMENT_PANE);
  const RoundelCommitment commitment = { .text = "I ask the same day" };
  g_autoptr (GPtrArray) practices = NULL;
  g_autofree char *id = NULL;
  GtkWidget *worked;

  g_assert_true (roundel_journal_put_commitment (fixture->journal, &commitment, &id, NULL));
  act (fixture, "journal.practise", NULL);
  gtk_widget_activate_action (pane, "promise.save", NULL);
  practices = roundel_journal_list_practices (fixture->journal, id, NULL);
  g_assert_cmpuint (practices->len, ==, 0);
  g_clear_pointer (&practices, g_ptr_array_unref);
  worked = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (worked));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (worked), TRUE);
  gtk_widget_activate_action (pane, "promise.save", NULL);
  practices = roundel_journal_list_practices (fixture->journal, id, NULL);
  g_assert_cmpuint (practices->len, ==, 1);
  g_assert_cmpint (((RoundelPractice *) practices->pdata[0])->result, ==, ROUNDEL_PRACTICE_WORKED);
  gtk_widget_activate_action (pane, "promise.forget-practice", "s", ((RoundelPractice *) practices->pdata[0])->id);
  g_clear_pointer (&practices, g_ptr_array_unref);
  practices = roundel_journal_list_practices (fixture->journal, id, NULL);
  g_assert_cmpuint (practices->len, ==, 0);
}

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
test_what_happened_stands_between_the_pages (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *sidebar = find (fixture->screen, ROUNDEL_TYPE_ENTRY_SIDEBAR);
  const RoundelCommitment commitment = { .text = "I ask the same day" };
  RoundelPractice practice = { .result = ROUNDEL_PRACTICE_WORKED };
  RoundelPartnerMeeting meeting = { .with = "Benoît", .held = TRUE };
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (NOW / G_USEC_PER_SEC - 3 * 24 * 3600);
  g_autofree char *id = NULL;

  g_assert_true (roundel_journal_put_commitment (fixture->journal, &commitment, &id, NULL));
  practice.commitment = id;
  g_assert_true (roundel_journal_put_practice (fixture->journal, &practice, NULL, NULL));
  meeting.at = at;
  g_assert_true (roundel_journal_put_partner_meeting (fixture->journal, &meeting, NULL, NULL));
  app_test_wait (shows (sidebar, "Tried: I ask the same day")); /* before there is any page */
  type (fixture, "Something");
  g_assert_true (roundel_journal_page_save (the_page (fixture)));
  app_test_wait (shows (find (sidebar, GTK_TYPE_LIST_VIEW), "Tried: I ask the same day"));
  app_test_wait (shows (sidebar, "Met Benoît, 20 min"));
  g_assert_true (gtk_widget_activate_action (sidebar, "entries.timeline", NULL));
  app_test_wait (!shows (sidebar, "Met Benoît, 20 min"));
  close_window (fixture);
  open_window (fixture);
  g_assert_false (shows (fixture->screen, "Met Benoît, 20 min"));
}

static void
test_an_answer_is_found_by_its_question (Fixture      *fixture,
                                         gconstpointer data)
{
  const char *question = "Who told you \"early\" enough, and what made that possible for both of you?";
  const char *const texts[] = {
    "Who told you \"early\" enough, and what made that possible for both of you? A page that only mentions it.",
    "> Who told you \"early\" enough, and what made that possible for both of you?\n\n",
    "> Who told you \"early\" enough, and what made that possible for both of you?\n\nMy manager. She asked.",
  };
  g_autofree char *answer = NULL;
  g_autofree char *found = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const RoundelEntry entry = { .kind = "question", .text = texts[i] };

      g_assert_null (roundel_answer_find (fixture->journal, question, &answer));
      g_clear_pointer (&last, g_free);
      g_assert_true (roundel_journal_put_entry (fixture->journal, &entry, &last, NULL));
    }
  found = roundel_answer_find (fixture->journal, question, &answer);
  g_assert_cmpstr (found, ==, last);
  g_assert_cmpstr (answer, ==, "My manager.");
}

static void
test_a_meeting_is_planned_and_noted (Fixture      *fixture,
                                     gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (roundel_partner_page_new (fixture->desk, fixture->journal, NULL, FALSE));
  g_autoptr (GPtrArray) meetings = NULL;
  const RoundelPartnerMeeting *meeting;
  GtkWidget *form;

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  form = find (page, ROUNDEL_TYPE_MEETING_FORM);
  gtk_widget_activate_action (page, "partner.plan", NULL);
  gtk_widget_activate_action (page, "partner.save", NULL);
  meetings = roundel_journal_list_partner_meetings (fixture->journal, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = roundel_partner_find_open (meetings);
  g_assert_nonnull (meeting);
  g_assert_cmpint (g_date_time_to_unix (meeting->at), ==, NOW / G_USEC_PER_SEC + 24 * 3600);
  gtk_widget_activate_action (page, "partner.hold", "s", meeting->id);
  gtk_editable_set_text (GTK_EDITABLE (find (form, ADW_TYPE_ENTRY_ROW)), "Ask first");
  gtk_widget_activate_action (page, "partner.save", NULL);
  g_clear_pointer (&meetings, g_ptr_array_unref);
  meetings = roundel_journal_list_partner_meetings (fixture->journal, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_null (roundel_partner_find_open (meetings));
  g_assert_cmpstr (((RoundelPartnerMeeting *) meetings->pdata[0])->mine, ==, "Ask first");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_object_unref (page);
}

static void
test_a_note_of_a_meeting_outlives_its_page (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (NOW / G_USEC_PER_SEC - 600);
  const RoundelPartnerMeeting over = { .at = at, .with = "Anna" };
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *page, *form;

  g_assert_true (roundel_journal_put_partner_meeting (fixture->journal, &over, NULL, NULL));
  page = g_object_ref_sink (roundel_partner_page_new (fixture->desk, fixture->journal, NULL, TRUE));
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  form = find (page, ROUNDEL_TYPE_MEETING_FORM);
  g_assert_true (gtk_widget_get_mapped (form));
  gtk_editable_set_text (GTK_EDITABLE (find (form, ADW_TYPE_ENTRY_ROW)), "Wait one breath");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_object_unref (page);
  meetings = roundel_journal_list_partner_meetings (fixture->journal, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_cmpstr (((RoundelPartnerMeeting *) meetings->pdata[0])->mine, ==, "Wait one breath");
  g_assert_cmpstr (((RoundelPartnerMeeting *) meetings->pdata[0])->with, ==, "Anna");
}

static void
test_only_what_is_due_is_reminded_of (Fixture      *fixture,
                                      gconstpointer data)
{
  const RoundelCommitment promises[] = { { .text = "Now" }, { .text = "Waits", .later = TRUE }, { .text = "Kept", .status = "kept" } };
  g_auto (GStrv) due = NULL;
  g_auto (GStrv) none = NULL;
  g_autofree char *first = NULL;
  RoundelPractice practice = { .result = ROUNDEL_PRACTICE_PARTLY };

  g_assert_true (roundel_journal_put_commitment (fixture->journal, &promises[0], &first, NULL));
  g_assert_true (roundel_journal_put_commitment (fixture->journal, &promises[1], NULL, NULL));
  g_assert_true (roundel_journal_put_commitment (fixture->journal, &promises[2], NULL, NULL));
  due = roundel_reminders_list_due (fixture->journal);
  g_assert_cmpuint (g_strv_length (due), ==, 1);
  g_assert_cmpstr (due[0], ==, first);
  practice.commitment = first;
  g_assert_true (roundel_journal_put_practice (fixture->journal, &practice, NULL, NULL));
  none = roundel_reminders_list_due (fixture->journal);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_no_reminder_comes_into_a_session (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autofree char *run = NULL;

  g_assert_false (roundel_reminders_must_wait (fixture->journal));
  run = roundel_journal_begin_run (fixture->journal, NULL, NULL, "{}", NULL);
  g_assert_nonnull (run);
  g_assert_true (roundel_reminders_must_wait (fixture->journal));
  g_assert_true (roundel_journal_finish_run (fixture->journal, run, NULL));
  g_assert_false (roundel_reminders_must_wait (fixture->journal));
}

static void
test_what_is_due_is_capped (Fixture      *fixture,
                            gconstpointer data)
{
  RoundelCommitment promises[] = {
    { .id = "first", .status = "open" }, { .id = "last session", .status = "open", .session = "s" },
    { .id = "waits", .status = "open", .later = TRUE }, { .id = "kept", .status = "kept" },
    { .id = "second", .status = "open" }, { .id = "third", .status = "open" },
  };
  const RoundelPromisePlace expected[] = {
    ROUNDEL_PROMISE_NOW, ROUNDEL_PROMISE_NOW, ROUNDEL_PROMISE_NOW, ROUNDEL_PROMISE_LATER, ROUNDEL_PROMISE_LATER, ROUNDEL_PROMISE_PAST,
  };
  g_autoptr (GPtrArray) commitments = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    g_ptr_array_add (commitments, &promises[i]);
  roundel_promise_order (commitments, "s");
  g_assert_cmpstr (((RoundelCommitment *) commitments->pdata[0])->id, ==, "last session");
  g_assert_cmpstr (((RoundelCommitment *) commitments->pdata[5])->id, ==, "kept");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (roundel_promise_get_place (commitments, i), ==, expected[i]);
}

static gboolean
has_learned (Fixture    *fixture,
             const char *id)
{
  g_autoptr (RoundelCommitment) read = roundel_journal_get_commitment (fixture->journal, id, NULL);

  return read->learned != NULL;
}

static void
test_what_is_let_go_has_taught_something (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *pane = find (fixture->screen, ROUNDEL_TYPE_COMMITMENT_PANE);
  const RoundelCommitment commitment = { .text = "I ask the same day" };
  g_autoptr (RoundelCommitment) read = NULL;
  g_autofree char *id = NULL;
  GtkWidget *focus;

  g_assert_true (roundel_journal_put_commitment (fixture->journal, &commitment, &id, NULL));
  gtk_widget_activate_action (pane, "promise.let-go", "s", id);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Twice a week is enough", -1);
  app_test_wait (has_learned (fixture, id)); /* before it is left: a power cut takes nothing */
  gtk_widget_activate_action (pane, "promise.save", NULL);
  read = roundel_journal_get_commitment (fixture->journal, id, NULL);
  g_assert_cmpstr (read->status, ==, "let-go");
  g_assert_cmpstr (read->learned, ==, "Twice a week is enough");
}

static void
test_a_promise_needs_words_and_a_real_day (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWidget *pane = find (fixture->screen, ROUNDEL_TYPE_COMMITMENT_PANE);
  g_autoptr (GPtrArray) commitments = NULL;
  GtkWidget *focus;

  act (fixture, "journal.add-promise", NULL);
  gtk_widget_activate_action (pane, "promise.save", NULL);
  commitments = roundel_journal_list_commitments (fixture->journal, NULL);
  g_assert_cmpuint (commitments->len, ==, 0);
  g_clear_pointer (&commitments, g_ptr_array_unref);
  focus = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (focus), "I ask the same day");
  gtk_widget_activate_action (pane, "promise.save", NULL);
  commitments = roundel_journal_list_commitments (fixture->journal, NULL);
  g_assert_cmpuint (commitments->len, ==, 1);
  g_assert_cmpstr (((RoundelCommitment *) commitments->pdata[0])->text, ==, "I ask the same day");
}

/* What is marked of a page that says WRITTEN while TYPED is searched for, with a bar behind each. */
static void
assert_marked (const char *written,
               const char *typed,
               const char *expected)
{
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GString) marked = g_string_new (NULL);
  GtkTextTag *tag;
  GtkTextIter at, end;

  roundel_page_dress (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, written, -1);
  roundel_page_mark_words (GTK_TEXT_VIEW (view), typed);
  tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "hit");
  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_starts_tag (&at, tag) || (gtk_text_iter_forward_to_tag_toggle (&at, tag) && gtk_text_iter_starts_tag (&at, tag)))
    {
      g_autofree char *text = NULL;

      end = at;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      text = gtk_text_iter_get_text (&at, &end);
      g_string_append_printf (marked, "%s|", text);
      at = end;
    }
  g_assert_cmpstr (marked->str, ==, expected);
  g_object_unref (view);
}

static void
test_what_is_searched_for_is_marked_on_the_page (Fixture      *fixture,
                                                 gconstpointer data)
{
  assert_marked ("I waited until Friday, until late", "until late", "until|until|late|");
  assert_marked ("I waited until Friday, until late", "\"waited until\"", "waited until|");
  assert_marked ("I waited until Friday, until late", "fri -late -\"I waited\"", "Fri|");
  assert_marked ("I waited until Friday, until late", "\"\" day", "");
}

#define add(name, function) g_test_add ("/journal-screen/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  app_test_init (&argc, &argv);
  add ("it-opens-on-writing-and-saves-by-itself", test_it_opens_on_writing_and_saves_by_itself);
  add ("an-empty-page-is-no-entry", test_an_empty_page_is_no_entry);
  add ("the-kind-is-kept", test_the_kind_is_kept);
  add ("todays-page-is-there-again", test_todays_page_is_there_again);
  add ("a-deleted-page-comes-back", test_a_deleted_page_comes_back);
  add ("covered-nothing-can-be-read", test_covered_nothing_can_be_read);
  add ("the-lock-is-always-in-view", test_the_lock_is_always_in_view);
  add ("a-practice-is-noted-and-forgotten", test_a_practice_is_noted_and_forgotten);
  add ("what-happened-stands-between-the-pages", test_what_happened_stands_between_the_pages);
  add ("an-answer-is-found-by-its-question", test_an_answer_is_found_by_its_question);
  add ("a-meeting-is-planned-and-noted", test_a_meeting_is_planned_and_noted);
  add ("a-note-of-a-meeting-outlives-its-page", test_a_note_of_a_meeting_outlives_its_page);
  add ("only-what-is-due-is-reminded-of", test_only_what_is_due_is_reminded_of);
  add ("no-reminder-comes-into-a-session", test_no_reminder_comes_into_a_session);
  add ("what-is-due-is-capped", test_what_is_due_is_capped);
  add ("what-is-let-go-has-taught-something", test_what_is_let_go_has_taught_something);
  add ("a-promise-needs-words-and-a-real-day", test_a_promise_needs_words_and_a_real_day);
  add ("what-is-searched-for-is-marked-on-the-page", test_what_is_searched_for_is_marked_on_the_page);
  return g_test_run ();
}
