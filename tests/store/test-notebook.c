/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"
#include "store/lock.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  RoundelEnv *env;
  RoundelNotebook *notebook;
  char *folder;
  char *path;
  char *program;
  guint changes;
} Fixture;

static void
count_change (RoundelNotebook *notebook,
              gpointer         data)
{
  (*(guint *) data)++;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->env = roundel_env_new_simulated (NOW, 3);
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "data", "notebook.db", NULL);
  f->notebook = roundel_notebook_open (f->path, f->env, 1000, &error);
  g_assert_no_error (error);
  f->program = roundel_id_new (f->env);
  g_signal_connect (f->notebook, "changed", G_CALLBACK (count_change), &f->changes);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->notebook);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->program);
  roundel_env_unref (f->env);
}

static void
test_what_is_put_is_shown (Fixture       *f,
                           gconstpointer  data)
{
  g_autofree char *session = roundel_id_new (f->env);
  g_autofree char *first = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"Skills\"}");
  g_autofree char *plan = test_put (f->notebook, f->program, session, "session", "plan", NULL, "{\"parts\":[]}");
  g_autofree char *schedule = test_put (f->notebook, f->program, session, "session", "schedule", NULL, "{\"starts\":\"x\"}");
  g_autofree char *second = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"Better\"}");
  g_autoptr (RoundelRecord) record = test_get (f->notebook, f->program, f->program, "program", "");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (record->body, ==, "{\"title\":\"Better\"}");
  g_assert_cmpstr (record->revision, ==, second);
  g_assert_cmpstr (record->device, ==, roundel_notebook_get_device (f->notebook));
  g_assert_cmpstr (record->ring, ==, "members");
  g_assert_cmpint (record->written, ==, NOW);
  g_assert_cmpuint (record->versions, ==, 1);
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 3);
  g_assert_cmpuint (f->changes, ==, 4);

  history = roundel_notebook_history (f->notebook, record, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((RoundelRecord *) history->pdata[1])->revision, ==, first);
  programs = roundel_notebook_list_kind (f->notebook, "program", &error);
  g_assert_cmpuint (programs->len, ==, 1);
}

static void
test_what_is_put_together_is_written_together (Fixture       *f,
                                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *member = roundel_id_new (f->env);
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (RoundelRecord) record = NULL;

  roundel_notebook_begin (f->notebook);
  one = test_put (f->notebook, f->program, member, "member", "", NULL, "{\"name\":\"A\"}");
  two = test_put (f->notebook, f->program, member, "member", "", NULL, "{\"name\":\"B\"}");
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 0);
  g_assert_true (roundel_notebook_commit (f->notebook, &error));
  g_assert_cmpuint (f->changes, ==, 1);
  record = test_get (f->notebook, f->program, member, "member", "");
  g_assert_cmpstr (record->revision, ==, two);
  g_assert_cmpuint (record->heads, ==, 1);
}

static void
test_what_is_cancelled_is_not_written (Fixture       *f,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *member = roundel_id_new (f->env);
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (RoundelRecord) record = NULL;

  roundel_notebook_begin (f->notebook);
  one = test_put (f->notebook, f->program, member, "member", "", NULL, "{\"name\":\"A\"}");
  roundel_notebook_begin (f->notebook);
  roundel_notebook_cancel (f->notebook);
  g_assert_false (roundel_notebook_commit (f->notebook, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED);
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 0);
  g_assert_cmpuint (f->changes, ==, 0);

  two = test_put (f->notebook, f->program, member, "member", "", NULL, "{\"name\":\"B\"}");
  record = test_get (f->notebook, f->program, member, "member", "");
  g_assert_cmpuint (record->heads, ==, 1);
  g_assert_cmpuint (test_number (f->notebook, "SELECT sum (length (parents)) FROM revision"), ==, 0);
}

static void
test_case_46_a_form_saves_over_what_it_was_opened_on (Fixture       *f,
                                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *opened = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"One\"}");
  g_autofree char *meanwhile = test_put (f->notebook, f->program, f->program, "program", "", opened, "{\"title\":\"Other\"}");
  g_autofree char *saved = test_put (f->notebook, f->program, f->program, "program", "", opened, "{\"title\":\"Mine\"}");
  g_autoptr (GPtrArray) conflicts = roundel_notebook_conflicts (f->notebook, f->program, &error);
  g_autoptr (RoundelRecord) record = test_get (f->notebook, f->program, f->program, "program", "");
  g_autoptr (RoundelRecord) resolved = NULL;
  g_autoptr (GPtrArray) none = NULL;
  GPtrArray *versions;

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  versions = conflicts->pdata[0];
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((RoundelRecord *) versions->pdata[0])->revision, ==, saved);
  g_assert_cmpuint (record->versions, ==, 2);

  record->body = (g_free ((char *) record->body), g_strdup ("{\"title\":\"Both\"}"));
  g_assert_true (roundel_notebook_resolve (f->notebook, record, NULL, &error));
  resolved = test_get (f->notebook, f->program, f->program, "program", "");
  g_assert_cmpuint (resolved->heads, ==, 1);
  none = roundel_notebook_conflicts (f->notebook, NULL, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_case_34_the_same_text_twice_is_one (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *opened = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"One\"}");
  g_autofree char *one = test_put (f->notebook, f->program, f->program, "program", "", opened, "{\"title\":\"Two\"}");
  g_autofree char *two = test_put (f->notebook, f->program, f->program, "program", "", opened, "{\"title\":\"Two\"}");
  g_autoptr (RoundelRecord) record = test_get (f->notebook, f->program, f->program, "program", "");
  g_autoptr (RoundelRecord) after = NULL;
  g_autofree char *three = NULL;

  g_assert_cmpuint (record->heads, ==, 2);
  g_assert_cmpuint (record->versions, ==, 1);
  three = test_put (f->notebook, f->program, f->program, "program", "", record->revision, "{\"title\":\"Three\"}");
  after = test_get (f->notebook, f->program, f->program, "program", "");
  g_assert_cmpuint (after->heads, ==, 1);
  g_assert_cmpstr (after->revision, ==, three);
}

static void
test_delete_takes_a_record_whole_and_undo_brings_it_back (Fixture       *f,
                                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *session = roundel_id_new (f->env);
  g_autofree char *plan = test_put (f->notebook, f->program, session, "session", "plan", NULL, "{\"parts\":[]}");
  g_autofree char *schedule = test_put (f->notebook, f->program, session, "session", "schedule", NULL, "{\"starts\":\"x\"}");
  const char *entities[] = { session, NULL };
  g_auto (GStrv) deleted = roundel_notebook_delete (f->notebook, f->program, entities, &error);
  g_autoptr (RoundelRecord) record = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (deleted), ==, 1);
  g_assert_cmpstr (deleted[0], ==, session);
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 0);
  record = test_get (f->notebook, f->program, session, "session", "plan");
  g_assert_true (record->deleted);
  g_assert_cmpstr (record->body, ==, "{\"parts\":[]}");

  g_assert_true (roundel_notebook_undelete (f->notebook, f->program, (const char * const *) deleted, &error));
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 2);
}

static void
test_case_32_a_child_brings_its_parents_back (Fixture       *f,
                                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *circle = roundel_id_new (f->env);
  g_autofree char *member = roundel_id_new (f->env);
  g_autofree char *a = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"One\"}");
  g_autofree char *b = test_put (f->notebook, f->program, circle, "circle", "", NULL, "{}");
  g_auto (GStrv) deleted = roundel_notebook_delete (f->notebook, f->program, NULL, &error);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_kind (f->notebook, "program", &error);
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpuint (g_strv_length (deleted), ==, 2);
  g_assert_cmpuint (programs->len, ==, 0);
  g_assert_true (roundel_notebook_put (f->notebook, &(RoundelRecord) { .program = f->program, .circle = circle,
                                       .entity = member, .kind = "member", .body = "{}" }, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 3);
  again = roundel_notebook_list_kind (f->notebook, "program", &error);
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_what_is_erased_is_gone_from_the_bytes (Fixture       *f,
                                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *lesson = roundel_id_new (f->env);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *other = roundel_id_new (f->env);
      g_autofree char *body = g_strdup_printf ("{\"text\":\"%0*u\"}", 10 + (i * 37) % 600, i);
      g_autofree char *x = test_put (f->notebook, f->program, other, "lesson", "", NULL, body);
      g_autofree char *y = i % 50 == 0 ? test_put (f->notebook, f->program, lesson, "lesson", "", NULL,
                                              "{\"text\":\"erase-me-everywhere\"}") : NULL;
    }
  g_assert_true (test_file_has (log, "erase-me-everywhere") || test_file_has (f->path, "erase-me-everywhere"));
  g_assert_true (roundel_notebook_erase (f->notebook, f->program, lesson, &error));
  g_assert_no_error (error);
  g_assert_false (test_file_has (log, "erase-me-everywhere"));
  g_assert_false (test_file_has (f->path, "erase-me-everywhere"));
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 300);
}

static void
test_what_does_not_fit_is_refused (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (70, '[');
  g_autofree char *deep_body = g_strdup_printf ("{\"a\":%s", deep);
  g_autofree char *long_text = g_strnfill (ROUNDEL_BODY_MAX, 'x');
  g_autofree char *long_body = g_strdup_printf ("{\"a\":\"%s\"}", long_text);
  const struct { const char *kind, *reg, *body; } wrong[] = {
    { "member", "", "[]" }, { "member", "", "" }, { "member", "", "{\"a\":}" }, { "member", "", "{}x" },
    { "member", "", deep_body }, { "member", "", long_body }, { "member", "", "{\"a\":\"\xff\"}" },
    { "member", "plan", "{}" }, { "session", "", "{}" }, { "entry", "", "{}" }, { "nothing", "", "{}" },
    { "erase", "", "{}" }, { "program", "", "{}" },
  };
  g_autofree char *entity = roundel_id_new (f->env);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      RoundelRecord record = { .program = f->program, .entity = entity, .kind = wrong[i].kind, .reg = wrong[i].reg,
                               .body = wrong[i].body };

      g_assert_false (roundel_notebook_put (f->notebook, &record, NULL, &error));
      g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
    }
  g_assert_cmpuint (f->changes, ==, 0);
}

static void
test_case_26_a_copy_is_another_device (Fixture       *f,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *device = g_strdup (roundel_notebook_get_device (f->notebook));
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (RoundelNotebook) again = NULL, copied = NULL;
  gsize length;

  g_clear_object (&f->notebook);
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  again = roundel_notebook_open (f->path, f->env, 0, &error);
  g_assert_no_error (error);
  copied = roundel_notebook_open (copy, f->env, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (roundel_notebook_get_device (again), ==, device);
  g_assert_cmpstr (roundel_notebook_get_device (copied), !=, device);
}

static void
test_only_its_owner_may_read_it (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  GStatBuf st;

  g_assert_cmpint (g_stat (folder, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_a_closed_notebook_is_one_complete_file (Fixture       *f,
                                             gconstpointer  data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *x = test_put (f->notebook, f->program, f->program, "program", "", NULL, "{\"title\":\"complete\"}");
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_notebook_close (f->notebook, &error));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (test_file_has (f->path, "complete"));
}

static void
test_other_files_are_refused_and_left_alone (Fixture       *f,
                                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "other", NULL);
  g_autofree char *sqlite = g_strnfill (4096, ' ');
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  memcpy (sqlite, "SQLite format 3", 16);
  memcpy (sqlite + 68, "RndS", 4);
  g_assert_true (g_file_set_contents (path, "just a text", -1, NULL));
  g_assert_null (roundel_notebook_open (path, f->env, 0, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, sqlite, 4096, NULL));
  g_assert_null (roundel_notebook_open (path, f->env, 0, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "share file"));
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (after, length, sqlite, 4096);
  g_clear_error (&error);
  g_assert_null (roundel_notebook_open (f->folder, f->env, 0, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
}

static void
test_a_newer_file_is_refused (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  RoundelDb *db;

  g_clear_object (&f->notebook);
  db = roundel_db_open (f->path, 0, &error);
  g_assert_true (roundel_db_script (db, "PRAGMA user_version = 99", &error));
  roundel_db_close (db, NULL);
  g_assert_null (roundel_notebook_open (f->path, f->env, 0, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_TOO_NEW);
}

static gboolean
give_up (gpointer data)
{
  g_error ("The write did not come through in time");
  return G_SOURCE_REMOVE;
}

static void
test_a_write_that_finds_the_file_busy_is_made_up_for (Fixture       *f,
                                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) screen = roundel_notebook_open (f->path, f->env, 0, &error);
  RoundelDb *other = roundel_db_open (f->path, 0, &error);
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  guint deadline;

  g_assert_true (roundel_db_begin (other, &error));
  one = test_put (screen, f->program, f->program, "program", "", NULL, "{\"title\":\"One\"}");
  two = test_put (screen, f->program, f->program, "program", "", NULL, "{\"title\":\"Two\"}");
  g_assert_cmpuint (roundel_notebook_get_waiting (screen), ==, 2);
  roundel_db_rollback (other);
  deadline = g_timeout_add_seconds (10, give_up, NULL);
  while (roundel_notebook_get_waiting (screen) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  record = test_get (screen, f->program, f->program, "program", "");
  g_assert_cmpstr (record->revision, ==, two);
  g_assert_cmpuint (record->heads, ==, 1);

  g_assert_cmpuint (f->changes, ==, 0);
  g_assert_true (roundel_notebook_refresh (f->notebook, &error));
  g_assert_true (roundel_notebook_refresh (f->notebook, &error));
  g_assert_cmpuint (f->changes, ==, 1);
  roundel_db_close (other, NULL);
}

static void
test_a_lock_is_held_once (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLock) lock = roundel_lock_take (f->path, &error);
  g_autoptr (RoundelLock) again = NULL;

  g_assert_no_error (error);
  g_assert_null (roundel_lock_take (f->path, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_pointer (&lock, roundel_lock_free);
  g_clear_error (&error);
  again = roundel_lock_take (f->path, &error);
  g_assert_no_error (error);
}

/* The command line waits for as long as it was told to, and says why nothing was written. */
static void
test_a_busy_file_is_waited_for (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 9);
  g_autoptr (RoundelNotebook) patient = roundel_notebook_open (f->path, env, 200, &error);
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (f->notebook));
  g_autofree char *program = test_id_new (patient);
  RoundelRecord record = { .program = program, .entity = program, .kind = "program", .body = "{\"title\":\"late\"}" };
  g_autoptr (GTimer) timer = NULL;

  g_assert_true (roundel_db_begin (db, &error));
  timer = g_timer_new ();
  g_assert_false (roundel_notebook_put (patient, &record, NULL, &error));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), >, 0.15);
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  roundel_db_rollback (db);
  g_assert_true (roundel_notebook_put (patient, &record, NULL, &error));
}

static void
test_who_only_read_takes_no_lock (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  RoundelDb *reader = roundel_db_open (f->path, 0, &error);
  RoundelDb *writer = roundel_records_get_db (roundel_notebook_get_records (f->notebook));
  gint64 revisions;

  g_assert_no_error (error);
  g_assert_true (roundel_db_number (reader, "SELECT count (*) FROM revision", &revisions, &error));
  g_assert_true (roundel_db_begin (writer, &error));
  g_assert_true (roundel_db_close (reader, &error));
  g_assert_true (roundel_db_commit (writer, &error));
}

#define ADD(name, func) g_test_add ("/notebook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("what-is-put-is-shown", test_what_is_put_is_shown);
  ADD ("what-is-put-together-is-written-together", test_what_is_put_together_is_written_together);
  ADD ("what-is-cancelled-is-not-written", test_what_is_cancelled_is_not_written);
  ADD ("case-46-a-form-saves-over-what-it-was-opened-on", test_case_46_a_form_saves_over_what_it_was_opened_on);
  ADD ("case-34-the-same-text-twice-is-one", test_case_34_the_same_text_twice_is_one);
  ADD ("delete-takes-a-record-whole-and-undo-brings-it-back", test_delete_takes_a_record_whole_and_undo_brings_it_back);
  ADD ("case-32-a-child-brings-its-parents-back", test_case_32_a_child_brings_its_parents_back);
  ADD ("what-is-erased-is-gone-from-the-bytes", test_what_is_erased_is_gone_from_the_bytes);
  ADD ("what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  ADD ("case-26-a-copy-is-another-device", test_case_26_a_copy_is_another_device);
  ADD ("only-its-owner-may-read-it", test_only_its_owner_may_read_it);
  ADD ("a-closed-notebook-is-one-complete-file", test_a_closed_notebook_is_one_complete_file);
  ADD ("other-files-are-refused-and-left-alone", test_other_files_are_refused_and_left_alone);
  ADD ("a-newer-file-is-refused", test_a_newer_file_is_refused);
  ADD ("a-write-that-finds-the-file-busy-is-made-up-for", test_a_write_that_finds_the_file_busy_is_made_up_for);
  ADD ("case-39-a-lock-is-held-once", test_a_lock_is_held_once);
  ADD ("case-39-a-busy-file-is-waited-for-and-said", test_a_busy_file_is_waited_for);
  ADD ("who-only-read-takes-no-lock-when-it-closes", test_who_only_read_takes_no_lock);
  return g_test_run ();
}
