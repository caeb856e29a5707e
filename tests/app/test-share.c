/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/share/conflict-page.h"
#include "app/share/log-page.h"
#include "app/widgets/conflict-card.h"
#include "app/widgets/record-words.h"
#include "app/share/share-page.h"
#include "app/share/shared-file-page.h"
#include "app/share/synced.h"
#include "app/share/synced-list.h"
#include "store/export.h"
#include "store/journal/incoming-log.h"
#include "store/journal/me.h"
#include "store/merge.h"
#include "store/programs.h"

#include <glib/gstdio.h>

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)
#define PROGRAM "01890000-0000-7000-8000-000000000001"
#define CHARTER "01890000-0000-7000-8000-000000000002"
#define LESSON "01890000-0000-7000-8000-000000000003"
#define LATER "Decide later: both stay side by side"
#define MEMBER "01890000-0000-7000-8000-000000000004"

/* Two people, each with a desk, and the file that goes from Grace to Dagny. */
typedef struct
{
  char *folder;
  RoundelEnv *env;
  RoundelDesk *dagny;
  RoundelDesk *grace;
  char *file;
  GtkWidget *window;
} Fixture;

static void
put (RoundelDesk *desk,
     const char  *kind,
     const char  *entity,
     const char  *body)
{
  const RoundelRecord record = { .program = PROGRAM, .entity = entity, .kind = kind, .reg = "", .body = body };
  g_autoptr (GError) error = NULL;

  roundel_notebook_put (roundel_desk_get_notebook (desk), &record, NULL, &error);
  g_assert_no_error (error);
}

static char *
dup_body (RoundelDesk *desk,
          const char  *kind,
          const char  *entity)
{
  const RoundelRecord record = { .program = PROGRAM, .entity = entity, .kind = kind, .reg = "" };
  g_autoptr (RoundelRecord) shown = roundel_notebook_get (roundel_desk_get_notebook (desk), &record, NULL);

  return shown != NULL ? g_strdup (shown->body) : NULL;
}

static gboolean
has_body (RoundelDesk *desk,
          const char  *kind,
          const char  *entity,
          const char  *text)
{
  g_autofree char *body = dup_body (desk, kind, entity);

  return body != NULL && strstr (body, text) != NULL;
}

static void
export (RoundelDesk *desk,
        const char  *path)
{
  const RoundelExport choice = { .program = PROGRAM, .audience = ROUNDEL_AUDIENCE_MEMBERS };
  RoundelExported exported;
  g_autoptr (GError) error = NULL;

  roundel_export_to_file (roundel_desk_get_notebook (desk), &choice, path, NULL, &exported, &error);
  g_assert_no_error (error);
}

static RoundelDesk *
open_desk (Fixture    *fixture,
           const char *name)
{
  g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;
  RoundelDesk *desk = roundel_desk_new (fixture->env, path, &error);

  g_assert_no_error (error);
  return desk;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("roundel-share-XXXXXX", NULL);
  fixture->env = roundel_env_new_simulated (NOW, 1);
  fixture->dagny = open_desk (fixture, "dagny");
  fixture->grace = open_desk (fixture, "grace");
  fixture->file = g_build_filename (fixture->folder, "grace.roundel", NULL);
  put (fixture->grace, "program", PROGRAM, "{\"title\":\"Conscious skills\",\"outcome\":\"leadership-development\"}");
  put (fixture->grace, "member", MEMBER, "{\"name\":\"Dagny\"}");
  put (fixture->grace, "charter", CHARTER, "{\"rules\":[\"What is said here stays here.\"]}");
  export (fixture->grace, fixture->file);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
}

static void
remove_all (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* the devices of the next test have the same names */
  roundel_sync_set_folder (roundel_desk_get_notebook (fixture->dagny), PROGRAM, ROUNDEL_AUDIENCE_MEMBERS, NULL, NULL);
  roundel_sync_set_folder (roundel_desk_get_notebook (fixture->grace), PROGRAM, ROUNDEL_AUDIENCE_MEMBERS, NULL, NULL);
  g_clear_object (&fixture->dagny);
  g_clear_object (&fixture->grace);
  remove_all (fixture->folder);
  roundel_env_unref (fixture->env);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
show (Fixture   *fixture,
      GtkWidget *page)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  return page;
}

static GtkWidget *
open_file (Fixture *fixture)
{
  GtkWidget *page = show (fixture, roundel_shared_file_page_new (fixture->dagny));
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);

  roundel_shared_file_page_add (ROUNDEL_SHARED_FILE_PAGE (page), file);
  return page;
}

static GtkCheckButton *
find_check (GtkWidget  *widget,
            const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
leave_page (Fixture   *fixture,
            GtkWidget *page)
{
  g_object_ref (page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  while (G_OBJECT (page)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (page);
}

/* ANSWER: what is chosen where texts are in conflict; NULL when none are. */
static void
bring_in (Fixture    *fixture,
          const char *answer)
{
  GtkWidget *page = open_file (fixture);

  app_test_wait (find_text (page, "Nothing is deleted") != NULL);
  if (answer != NULL)
    {
      g_assert_nonnull (find_text (page, "1 text is still to be decided."));
      gtk_check_button_set_active (find_check (page, answer), TRUE);
      g_assert_null (find_text (page, "1 text is still to be decided."));
    }
  g_assert_true (gtk_widget_activate_action (page, "shared.bring-in", NULL));
  app_test_wait (dup_body (fixture->dagny, "program", PROGRAM) != NULL);
  leave_page (fixture, page);
}

static void
test_nothing_changes_before_it_is_said (Fixture      *fixture,
                                        gconstpointer data)
{
  GtkWidget *page = open_file (fixture);

  app_test_wait (find_text (page, "Nothing is deleted") != NULL);
  g_assert_nonnull (find_text (page, "Conscious skills"));
  g_assert_nonnull (find_text (page, "joining takes up its sessions"));
  g_assert_nonnull (find_text (page, "Who are you there?"));
  g_assert_null (dup_body (fixture->dagny, "program", PROGRAM));
}

static void
test_what_came_in_is_here_and_comes_once (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *body = NULL;
  GtkWidget *page;

  bring_in (fixture, NULL);
  body = dup_body (fixture->dagny, "charter", CHARTER);
  g_assert_cmpstr (body, ==, "{\"rules\":[\"What is said here stays here.\"]}");
  page = open_file (fixture);
  app_test_wait (find_text (page, "All of it is here already.") != NULL);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_an_encrypted_file_asks_for_its_passphrase (Fixture      *fixture,
                                                gconstpointer data)
{
  const RoundelExport choice = { .program = PROGRAM, .audience = ROUNDEL_AUDIENCE_MEMBERS, .passphrase = "seven segments" };
  RoundelExported exported;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *entry;

  roundel_export_to_file (roundel_desk_get_notebook (fixture->grace), &choice, fixture->file, NULL, &exported, &error);
  g_assert_no_error (error);
  page = open_file (fixture);
  app_test_wait (find_text (page, "This file has a passphrase") != NULL);
  entry = find_type (page, ADW_TYPE_PASSWORD_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "six segments");
  gtk_widget_activate_action (page, "shared.open-locked", NULL);
  app_test_wait (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0'); /* asked again */
  gtk_editable_set_text (GTK_EDITABLE (entry), "seven segments");
  gtk_widget_activate_action (page, "shared.open-locked", NULL);
  app_test_wait (find_text (page, "Conscious skills") != NULL);
}

static void
test_what_is_no_share_file_is_refused (Fixture      *fixture,
                                       gconstpointer data)
{
  GtkWidget *page;

  g_assert_true (g_file_set_contents (fixture->file, "no database", -1, NULL));
  page = open_file (fixture);
  app_test_wait (find_text (page, "This file does not come in") != NULL);
}

#define OTHER "01890000-0000-7000-8000-00000000000a"

/* Grace's program, another one of hers with a passphrase, and a text. */
static void
test_several_files_say_each_what_they_are (Fixture      *fixture,
                                           gconstpointer data)
{
  const RoundelRecord other = { .program = OTHER, .entity = OTHER, .kind = "program", .reg = "", .body = "{\"title\":\"Book club\"}" };
  const RoundelExport choice = { .program = OTHER, .audience = ROUNDEL_AUDIENCE_MEMBERS, .passphrase = "seven segments" };
  const RoundelRecord wanted = { .program = OTHER, .entity = OTHER, .kind = "program", .reg = "" };
  g_autofree char *sealed = g_build_filename (fixture->folder, "book-club.roundel", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "notes.roundel", NULL);
  const char *paths[] = { fixture->file, sealed, text };
  g_autoptr (RoundelRecord) came = NULL;
  RoundelExported exported;
  GtkWidget *page;

  roundel_notebook_put (roundel_desk_get_notebook (fixture->grace), &other, NULL, NULL);
  g_assert_true (roundel_export_to_file (roundel_desk_get_notebook (fixture->grace), &choice, sealed, NULL, &exported, NULL));
  g_assert_true (g_file_set_contents (text, "no database", -1, NULL));
  page = show (fixture, roundel_shared_file_page_new (fixture->dagny));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      roundel_shared_file_page_add (ROUNDEL_SHARED_FILE_PAGE (page), file);
    }
  app_test_wait (find_text (page, "Nothing is deleted by opening these files.") != NULL);
  g_assert_nonnull (find_text (page, "of 1 program"));
  g_assert_nonnull (find_text (page, "grace.roundel, from someone\n3 new"));
  g_assert_nonnull (find_text (page, "notes.roundel"));
  g_assert_null (find_text (page, "Book club"));

  gtk_widget_activate_action (page, "shared.unlock", "s", sealed);
  app_test_wait (find_text (page, "This file has a passphrase") != NULL);
  gtk_widget_activate_action (page, "shared.leave-locked", NULL);
  g_assert_nonnull (find_text (page, "notes.roundel"));
  gtk_widget_activate_action (page, "shared.unlock", "s", sealed);
  gtk_editable_set_text (GTK_EDITABLE (find_type (page, ADW_TYPE_PASSWORD_ENTRY_ROW)), "seven segments");
  gtk_widget_activate_action (page, "shared.open-locked", NULL);
  app_test_wait (find_text (page, "of 2 programs") != NULL);
  g_assert_nonnull (find_text (page, "book-club.roundel, from someone\n1 new"));
  g_assert_nonnull (find_text (page, "Who are you in “Conscious skills”?"));

  gtk_widget_activate_action (page, "shared.bring-in", NULL);
  app_test_wait (dup_body (fixture->dagny, "program", PROGRAM) != NULL);
  came = roundel_notebook_get (roundel_desk_get_notebook (fixture->dagny), &wanted, NULL);
  g_assert_cmpstr (came->body, ==, "{\"title\":\"Book club\"}");
}

/* Both write the charter; then what Grace wrote comes to Dagny, who answers. */
static void
make_conflict (Fixture    *fixture,
               const char *answer)
{
  bring_in (fixture, NULL);
  put (fixture->dagny, "charter", CHARTER, "{\"rules\":[\"What is said here stays here. Names do not leave.\"]}");
  put (fixture->grace, "charter", CHARTER, "{\"rules\":[\"What is said here stays here. Lessons may leave.\"]}");
  export (fixture->grace, fixture->file);
  g_assert_false (roundel_conflict_page_has (fixture->dagny));
  bring_in (fixture, answer);
}

static guint
count_texts (Fixture *fixture)
{
  const RoundelRecord record = { .program = PROGRAM, .entity = CHARTER, .kind = "charter", .reg = "" };
  g_autoptr (GPtrArray) history = roundel_notebook_history (roundel_desk_get_notebook (fixture->dagny), &record, NULL);

  return history->len;
}

static void
test_the_other_text_can_be_kept_and_none_is_lost (Fixture      *fixture,
                                                  gconstpointer data)
{
  GtkWidget *page;
  g_autofree char *body = NULL;

  make_conflict (fixture, LATER);
  g_assert_true (roundel_conflict_page_has (fixture->dagny));
  g_assert_cmpuint (count_texts (fixture), ==, 3);
  page = show (fixture, roundel_conflict_page_new (fixture->dagny, NULL));
  app_test_wait (find_text (page, "Lessons may leave.") != NULL);
  g_assert_nonnull (find_text (page, "Names do not leave."));
  gtk_widget_activate_action (page, "conflict.keep", NULL);
  g_assert_true (roundel_conflict_page_has (fixture->dagny));
  gtk_check_button_set_active (find_check (page, "Text of someone"), TRUE);
  gtk_widget_activate_action (page, "conflict.keep", NULL);
  g_assert_false (roundel_conflict_page_has (fixture->dagny));
  body = dup_body (fixture->dagny, "charter", CHARTER);
  g_assert_cmpstr (body, ==, "{\"rules\":[\"What is said here stays here. Lessons may leave.\"]}");
  g_assert_cmpuint (count_texts (fixture), ==, 4);
}

/* At its program, and at the record itself. */
static void
test_what_is_to_be_decided_is_said_where_it_stands (Fixture      *fixture,
                                                    gconstpointer data)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (fixture->dagny);
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GVariant) target = NULL;
  RoundelConflictCard *card = g_object_new (ROUNDEL_TYPE_CONFLICT_CARD, NULL);
  const char *said = "2 texts written at the same time", *in, *kind, *entity, *reg;
  GtkWidget *row, *page;

  make_conflict (fixture, LATER);
  program = roundel_notebook_read_program (notebook, PROGRAM, NULL);
  show (fixture, GTK_WIDGET (card));
  g_object_ref (card);
  roundel_conflict_card_show (card, fixture->dagny, program, MEMBER);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  roundel_conflict_card_show (card, fixture->dagny, program, NULL);
  app_test_wait (find_text (GTK_WIDGET (card), said) != NULL);
  row = gtk_widget_get_ancestor (find_text (GTK_WIDGET (card), said), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.decide");
  target = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)));
  g_variant_get (target, "(&s&s&s&s)", &in, &kind, &entity, &reg);
  g_assert_cmpstr (entity, ==, CHARTER);

  page = show (fixture, roundel_conflict_page_new (fixture->dagny, &(RoundelRecord) { .program = in, .kind = kind,
                                                                                      .entity = entity, .reg = reg }));
  gtk_check_button_set_active (find_check (page, "Your text"), TRUE);
  gtk_widget_activate_action (page, "conflict.keep", NULL);
  roundel_conflict_card_show (card, fixture->dagny, program, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  g_object_unref (card);
}

static void
test_what_is_decided_before_is_so_afterwards (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autofree char *body = NULL;

  make_conflict (fixture, "Text of someone");
  g_assert_false (roundel_conflict_page_has (fixture->dagny));
  body = dup_body (fixture->dagny, "charter", CHARTER);
  g_assert_cmpstr (body, ==, "{\"rules\":[\"What is said here stays here. Lessons may leave.\"]}");
  g_assert_cmpuint (count_texts (fixture), ==, 4);
}

/* Bring In cannot be pressed any more then, and Escape has to go somewhere. */
static void
test_what_is_done_can_be_cancelled_by_key (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWidget *page = open_file (fixture);
  GtkWidget *focus;

  app_test_wait (find_text (page, "Nothing is deleted") != NULL);
  g_assert_true (gtk_widget_activate_action (page, "shared.bring-in", NULL));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), ==, "shared.cancel");
  app_test_wait (has_body (fixture->dagny, "program", PROGRAM, "Conscious"));
  leave_page (fixture, page);
}

static void
test_what_came_in_is_in_the_log_and_can_go_again (Fixture      *fixture,
                                                  gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const RoundelIncomingEntry *entry;
  GtkWidget *page;

  bring_in (fixture, NULL);
  put (fixture->grace, "lesson", LESSON, "{\"text\":\"Ask on the day\"}");
  export (fixture->grace, fixture->file);
  bring_in (fixture, NULL);
  entries = roundel_journal_list_incoming (roundel_desk_get_journal (fixture->dagny, NULL), NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  /* before the first there was nothing to go back to */
  entry = entries->pdata[1];
  g_assert_null (entry->backup);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->title, ==, "Conscious skills");
  g_assert_cmpstr (entry->files, ==, "grace.roundel");
  g_assert_cmpuint (entry->added, ==, 1);
  g_assert_true (g_file_test (entry->backup, G_FILE_TEST_IS_REGULAR));
  page = show (fixture, roundel_log_page_new (fixture->dagny));
  app_test_wait (find_text (page, "Conscious skills, from someone") != NULL);
  g_assert_nonnull (find_text (page, "Restore…"));
}

static void
test_a_change_is_shown_before_and_after (Fixture      *fixture,
                                         gconstpointer data)
{
  GtkWidget *page;

  bring_in (fixture, NULL);
  put (fixture->grace, "program", PROGRAM, "{\"title\":\"Conscious talks\",\"outcome\":\"leadership-development\"}");
  export (fixture->grace, fixture->file);
  page = open_file (fixture);
  app_test_wait (find_text (page, "Afterwards") != NULL);
  g_assert_nonnull (find_text (page, "Title: Conscious skills"));
  g_assert_nonnull (find_text (page, "Title: Conscious talks"));
  g_assert_nonnull (find_text (page, "changed"));
}

static void
test_a_new_text_can_be_written_from_both (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *page;
  g_autofree char *body = NULL;
  g_autofree char *rules = NULL;

  make_conflict (fixture, LATER);
  g_assert_true (roundel_conflict_page_has (fixture->dagny));
  page = show (fixture, roundel_conflict_page_new (fixture->dagny, NULL));
  gtk_check_button_set_active (find_check (page, "Write a new text from both"), TRUE);
  app_test_wait (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)))),
                            "Lessons leave,\nnames do not.", -1);
  gtk_widget_activate_action (page, "conflict.keep", NULL);
  g_assert_false (roundel_conflict_page_has (fixture->dagny));
  body = dup_body (fixture->dagny, "charter", CHARTER);
  rules = roundel_words_text (body, "rules");
  g_assert_cmpstr (rules, ==, "Lessons leave,\nnames do not.");
}

static void
test_what_leaves_is_shown (Fixture      *fixture,
                           gconstpointer data)
{
  GtkWidget *page = show (fixture, roundel_share_page_new (fixture->grace, PROGRAM, NULL));
  const RoundelExport choice = { .program = PROGRAM, .audience = ROUNDEL_AUDIENCE_MEMBERS };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  app_test_wait (find_text (page, "Charter") != NULL);
  g_assert_nonnull (find_text (page, "Member"));
  g_assert_nonnull (find_text (page, "Your journal stays here"));
  g_assert_null (find_text (page, "Notes on a member"));
  put (fixture->grace, "member-notes", MEMBER, "{\"level\":\"lead\"}");
  put (fixture->grace, "lesson", LESSON, "{\"text\":\"Ask on the day\"}");
  list = roundel_export_list (roundel_desk_get_notebook (fixture->grace), &choice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 4);
  g_assert_true (roundel_notebook_erase (roundel_desk_get_notebook (fixture->grace), PROGRAM, LESSON, NULL));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = roundel_export_list (roundel_desk_get_notebook (fixture->grace), &choice, &error);
  g_assert_cmpuint (list->len, ==, 3);
}

/* Who wrote a lesson takes it back: what goes is shown before it does, and nobody says that nothing is deleted. */
static void
test_what_is_taken_back_is_shown_before_it_goes (Fixture      *fixture,
                                                 gconstpointer data)
{
  GtkWidget *page;

  put (fixture->grace, "lesson", LESSON, "{\"text\":\"Silence is a question too\"}");
  export (fixture->grace, fixture->file);
  bring_in (fixture, NULL);
  g_assert_true (roundel_notebook_erase (roundel_desk_get_notebook (fixture->grace), PROGRAM, LESSON, NULL));
  export (fixture->grace, fixture->file);
  page = open_file (fixture);
  app_test_wait (find_text (page, "It says here") != NULL && find_text (page, "Text: Silence is a question too") != NULL);
  g_assert_nonnull (find_text (page, "taken back by someone"));
  g_assert_nonnull (find_text (page, "1 thing goes from here for good"));
  g_assert_null (find_text (page, "Nothing is deleted"));
}

/* Who was given a single session hands that one back; whose program it is shares with the members. */
static void
test_a_session_that_was_led_is_handed_back (Fixture      *fixture,
                                            gconstpointer data)
{
  const RoundelRecord session = {
    .program = PROGRAM, .entity = LESSON, .kind = "session", .reg = "schedule", .body = "{\"starts\":\"2027-01-14T15:00\"}",
  };
  GtkWidget *page;

  g_assert_true (roundel_notebook_put (roundel_desk_get_notebook (fixture->grace), &session, NULL, NULL));
  export (fixture->grace, fixture->file);
  bring_in (fixture, NULL);
  page = show (fixture, roundel_share_page_new (fixture->dagny, PROGRAM, LESSON));
  app_test_wait (find_text (page, "so do lessons, promises of other sessions") != NULL);
  page = show (fixture, roundel_share_page_new (fixture->grace, PROGRAM, LESSON));
  app_test_wait (find_text (page, "so do levels, reporting lines and goals") != NULL);
}

static void
exchange (Fixture     *fixture,
          RoundelDesk *desk,
          const char  *folder,
          const char  *said)
{
  GtkWidget *page = show (fixture, roundel_share_page_new (desk, PROGRAM, NULL));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  app_test_wait (find_text (page, "A synced folder") != NULL);
  roundel_synced_list_choose (ROUNDEL_SYNCED_LIST (find_type (page, ROUNDEL_TYPE_SYNCED_LIST)), file);
  app_test_wait (find_text (page, said) != NULL);
}

static void
test_a_folder_carries_texts_from_one_to_the_other (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "synced", NULL);
  g_autofree char *name = g_strconcat (PROGRAM, "-members", NULL);
  g_autofree char *place = g_build_filename (folder, name, NULL);
  g_autofree char *charter = NULL;
  GtkWidget *page;

  bring_in (fixture, NULL);
  g_mkdir (folder, 0700);
  exchange (fixture, fixture->grace, folder, "3 texts went out; nothing new came in.");
  put (fixture->grace, "charter", CHARTER, "{\"rules\":[\"Names do not leave.\"]}");
  exchange (fixture, fixture->grace, folder, "1 text went out");
  exchange (fixture, fixture->dagny, folder, "0 texts went out; 1 changed came in.");
  charter = dup_body (fixture->dagny, "charter", CHARTER);
  g_assert_cmpstr (charter, ==, "{\"rules\":[\"Names do not leave.\"]}");

  /* Not mounted, it looks so; what is here stays, and what lies there comes again only when that is said. */
  remove_all (place);
  page = show (fixture, roundel_share_page_new (fixture->dagny, PROGRAM, NULL));
  gtk_widget_activate_action (find_type (page, ROUNDEL_TYPE_SYNCED_LIST), "synced.now", NULL);
  app_test_wait (find_text (page, "it was left alone, and nothing is deleted here") != NULL);
  gtk_widget_activate_action (find_type (page, ROUNDEL_TYPE_SYNCED_LIST), "synced.now", NULL);
  app_test_wait (find_text (page, "4 texts went out") != NULL);
  gtk_widget_activate_action (find_type (page, ROUNDEL_TYPE_SYNCED_LIST), "synced.stop", NULL);
  g_assert_nonnull (find_text (page, "What lies there stays."));
  g_assert_true (g_file_test (place, G_FILE_TEST_IS_DIR));
}

/* What another device puts into the folder is here without a word. */
static void
test_a_folder_is_watched (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "watched", NULL);

  bring_in (fixture, NULL);
  g_mkdir (folder, 0700);
  exchange (fixture, fixture->grace, folder, "3 texts went out");
  exchange (fixture, fixture->dagny, folder, "0 texts went out; nothing new came in.");
  roundel_synced_watch (GTK_WINDOW (fixture->window), fixture->dagny);
  put (fixture->grace, "charter", CHARTER, "{\"rules\":[\"Names do not leave.\"]}");
  exchange (fixture, fixture->grace, folder, "1 text went out");
  app_test_wait (has_body (fixture->dagny, "charter", CHARTER, "Names do not leave."));
  /* that may have been the first look; this is not */
  put (fixture->grace, "charter", CHARTER, "{\"rules\":[\"We begin on time.\"]}");
  exchange (fixture, fixture->grace, folder, "1 text went out");
  app_test_wait (has_body (fixture->dagny, "charter", CHARTER, "We begin on time."));
}

#define add(name, function) g_test_add ("/share/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  app_test_init (&argc, &argv);
  add ("nothing-changes-before-it-is-said", test_nothing_changes_before_it_is_said);
  add ("what-came-in-is-here-and-comes-once", test_what_came_in_is_here_and_comes_once);
  add ("an-encrypted-file-asks-for-its-passphrase", test_an_encrypted_file_asks_for_its_passphrase);
  add ("what-is-no-share-file-is-refused", test_what_is_no_share_file_is_refused);
  add ("several-files-say-each-what-they-are", test_several_files_say_each_what_they_are);
  add ("the-other-text-can-be-kept-and-none-is-lost", test_the_other_text_can_be_kept_and_none_is_lost);
  add ("what-is-to-be-decided-is-said-where-it-stands", test_what_is_to_be_decided_is_said_where_it_stands);
  add ("what-is-decided-before-is-so-afterwards", test_what_is_decided_before_is_so_afterwards);
  add ("what-came-in-is-in-the-log-and-can-go-again", test_what_came_in_is_in_the_log_and_can_go_again);
  add ("what-is-done-can-be-cancelled-by-key", test_what_is_done_can_be_cancelled_by_key);
  add ("a-change-is-shown-before-and-after", test_a_change_is_shown_before_and_after);
  add ("a-new-text-can-be-written-from-both", test_a_new_text_can_be_written_from_both);
  add ("what-leaves-is-shown", test_what_leaves_is_shown);
  add ("what-is-taken-back-is-shown-before-it-goes", test_what_is_taken_back_is_shown_before_it_goes);
  add ("a-session-that-was-led-is-handed-back", test_a_session_that_was_led_is_handed_back);
  add ("a-folder-carries-texts-from-one-to-the-other", test_a_folder_carries_texts_from_one_to_the_other);
  add ("a-folder-is-watched", test_a_folder_is_watched);
  return g_test_run ();
}
