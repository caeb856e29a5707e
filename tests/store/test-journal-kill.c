/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is killed while writing a journal finds everything again that was confirmed, and of a draft what was saved last. */

#include "helper.h"

#include "store/journal/draft.h"
#include "store/journal/journal-check.h"
#include "store/journal/journal-lock.h"
#include "store/journal/passphrase.h"
#include "store/journal/run-log.h"
#include "store/seal.h"
#include "store/secret.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static guint n_kills = 200;

static void
say (const char *what,
     const char *id,
     guint       number)
{
  printf ("%s %s %u\n", what, id, number);
  fflush (stdout);
}

static void
write_draft (RoundelJournal *journal,
             const char     *id,
             guint           number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  RoundelEntry draft = { .id = id, .kind = "note", .text = text };
  g_autoptr (GError) error = NULL;

  roundel_journal_save_draft (journal, &draft, &error);
  g_assert_no_error (error);
  say ("draft", id, number);
}

/* The one who is killed: writes, and says what is written. */
static int
write_for_ever (const char *path,
                const char *secret)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_journal_open_with (path, secret, env, 5000, &error);
  g_autofree char *run = roundel_journal_begin_run (journal, NULL, NULL, "plan", &error);

  g_assert_no_error (error);
  for (guint i = 0; ; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *draft = roundel_journal_new_id (journal);
      RoundelEntry entry = { .kind = "lesson", .text = "kept" };

      roundel_journal_put_entry (journal, &entry, &id, &error);
      g_assert_no_error (error);
      say ("entry", id, 0);
      for (guint k = 1; k < 8; k++)
        write_draft (journal, draft, k);
      roundel_journal_close_draft (journal, draft, &error);
      g_assert_no_error (error);
      say ("draft", draft, 7);
      roundel_journal_append_event (journal, run, i, "next", &error);
      g_assert_no_error (error);
      say ("event", run, i + 1);
      if (i % 5 == 0)
        g_assert_true (roundel_journal_delete_entry (journal, id, &error));
      if (i % 11 == 0)
        roundel_db_checkpoint (roundel_journal_get_db (journal), NULL);
    }
  return 0;
}

/* What the lock is changed to, in turn: from one that is not locked. */
static const char *const changes[] = { "correct horse", "battery staple", NULL };

typedef struct
{
  RoundelJournal *journal;
  guint next; /* of changes */
} Changing;

static void change_lock (Changing *changing);

static void
changed_cb (GObject      *journal,
            GAsyncResult *result,
            gpointer      data)
{
  Changing *changing = data;
  g_autoptr (GError) error = NULL;
  char *recovery;

  roundel_journal_set_passphrase_finish (changing->journal, result, &recovery, &error);
  g_assert_no_error (error);
  roundel_secret_free (recovery);
  changing->next = (changing->next + 1) % G_N_ELEMENTS (changes);
  say ("change", "to", changing->next);
  change_lock (changing);
}

static void
change_lock (Changing *changing)
{
  guint last = (changing->next + G_N_ELEMENTS (changes) - 1) % G_N_ELEMENTS (changes);

  roundel_journal_set_passphrase_async (changing->journal, changes[last], changes[changing->next], NULL, changed_cb, changing);
}

/* The one who is killed while the lock is set, changed and taken off, again and again, and who writes meanwhile. */
static int
change_for_ever (const char *path,
                 guint       at)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  const char *secret = changes[(at + G_N_ELEMENTS (changes) - 1) % G_N_ELEMENTS (changes)];
  Changing changing = { .next = at };

  roundel_seal_set_cost (1, 8);
  changing.journal = roundel_journal_open_with (path, secret, env, 5000, &error);
  g_assert_no_error (error);
  change_lock (&changing);
  for (;;)
    {
      g_autofree char *id = NULL;
      RoundelEntry entry = { .kind = "lesson", .text = "kept" };

      /* now and then a pause in which the change gets through without waiting for the writer */
      if (!g_main_context_iteration (NULL, g_random_boolean ()) && g_random_int_range (0, 4) > 0)
        continue;
      roundel_journal_put_entry (changing.journal, &entry, &id, &error);
      g_assert_no_error (error);
      say ("entry", id, 0);
    }
  return 0;
}

static GPid
spawn (FILE      **output,
       const char *how,
       const char *path,
       const char *secret)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *argv[] = { self, how, path, secret, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  GPid pid;
  int fd;

  environment = g_environ_setenv (environment, "XDG_STATE_HOME", folder, TRUE);
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &fd, NULL, &error);
  g_assert_no_error (error);
  *output = fdopen (fd, "r");
  return pid;
}

static void
assert_sound (const char *path)
{
  g_auto (RoundelChecked) checked = { NULL, };
  g_autoptr (GError) error = NULL;

  roundel_check_file (path, &checked, &error);
  g_assert_no_error (error);
  roundel_journal_check (path, &checked, &error);
  g_assert_no_error (error);
  if (checked.problems->len > 0)
    g_error ("%s", (char *) checked.problems->pdata[0]);
  g_assert_cmpstr (checked.kind, ==, "journal");
}

/* The draft is there, as it was said or later; or it has become an entry. */
static void
assert_draft (RoundelJournal *journal,
              const char     *id,
              guint           number)
{
  g_autoptr (RoundelEntry) draft = roundel_journal_get_draft (journal, id, NULL);

  if (draft == NULL)
    draft = roundel_journal_get_entry (journal, id, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpint (atoi (draft->text), >=, number);
}

static void
assert_written (RoundelJournal *journal,
                const char     *line)
{
  char what[10], id[40];
  guint number;

  g_assert_cmpint (sscanf (line, "%9s %39s %u", what, id, &number), ==, 3);
  if (g_str_equal (what, "draft"))
    assert_draft (journal, id, number);
  else if (g_str_equal (what, "entry"))
    {
      g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (journal, id, NULL);

      g_assert_nonnull (entry);
      g_assert_cmpstr (entry->text, ==, "kept");
    }
  else
    {
      g_autoptr (RoundelRunLog) log = roundel_journal_get_run (journal, NULL);

      g_assert_cmpstr (log->id, ==, id);
      g_assert_cmpuint (log->events->len, >=, number);
    }
}

/* Which locks what is written first. */
static void
make_locked (const char *path,
             RoundelEnv *env,
             const char *secret)
{
  RoundelJournal *journal = roundel_journal_open (path, env, 0, NULL);
  g_autoptr (GError) error = NULL;
  char *recovery;

  g_object_unref (journal);
  roundel_journal_lock (path, secret, &recovery, &error);
  g_assert_no_error (error);
  roundel_secret_free (recovery);
}

/* The first line means that it is at work. */
static void
kill_at_work (GPid       pid,
              FILE      *output,
              GPtrArray *lines)
{
  char line[100];

  while (fgets (line, sizeof line, output) != NULL && g_str_has_suffix (line, "\n"))
    {
      g_ptr_array_add (lines, g_strdup (line));
      if (lines->len > 1)
        continue;
      g_usleep ((gulong) g_test_rand_int_range (0, 40000));
      kill (pid, SIGKILL);
    }
  g_assert_cmpuint (lines->len, >, 0);
  fclose (output);
  waitpid (pid, NULL, 0);
}

static void
test_what_was_confirmed_is_there (gconstpointer data)
{
  const char *secret = data;
  g_autofree char *folder = test_folder_new ();
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 3);
  guint confirmed = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *name = g_strdup_printf ("journal-%u.db", i / 20);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      RoundelJournal *journal;
      FILE *output;
      GPid pid;

      if (secret != NULL && i % 20 == 0)
        make_locked (path, env, secret);
      pid = spawn (&output, "--write", path, secret);

      kill_at_work (pid, output, lines);
      if (secret == NULL)
        assert_sound (path);
      journal = roundel_journal_open_with (path, secret, env, 0, NULL);
      g_assert_nonnull (journal);
      for (guint k = 0; k < lines->len; k++)
        assert_written (journal, lines->pdata[k]);
      confirmed += lines->len;
      g_object_unref (journal);
    }
  g_test_message ("%u kills, %u confirmed writes, all there", n_kills, confirmed);
  test_folder_remove (folder);
}

/* Opens it with what opens it, and says which of the changes that is. */
static RoundelJournal *
open_any (const char *path,
          RoundelEnv *env,
          guint      *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      RoundelJournal *journal = roundel_journal_open_with (path, changes[i], env, 0, NULL);

      *at = (i + 1) % (guint) G_N_ELEMENTS (changes);
      if (journal != NULL && roundel_journal_is_locked (journal) == (changes[i] != NULL))
        return journal;
      g_clear_object (&journal);
    }
  return NULL;
}

/* The old file or the new one, nothing lost, and nothing readable beside a locked one. */
static void
test_a_change_of_the_lock_is_there_or_not (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *beside = g_strconcat (path, ".changing", NULL);
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 3);
  guint seen[G_N_ELEMENTS (changes)] = { 0 };
  guint at = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *begin = g_strdup_printf ("%u", at);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      RoundelJournal *journal;
      FILE *output;
      GPid pid = spawn (&output, "--change", path, begin);

      kill_at_work (pid, output, lines);
      journal = open_any (path, env, &at);
      g_assert_nonnull (journal);
      seen[at]++;
      g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
      for (guint k = 0; k < lines->len; k++)
        if (!g_str_has_prefix (lines->pdata[k], "change"))
          assert_written (journal, lines->pdata[k]);
      g_object_unref (journal);
    }
  g_test_message ("killed with the first passphrase %u times, with the second %u, without one %u", seen[1], seen[2], seen[0]);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc >= 3 && g_str_equal (argv[1], "--write"))
    return write_for_ever (argv[2], argv[3]);
  if (argc >= 4 && g_str_equal (argv[1], "--change"))
    return change_for_ever (argv[2], (guint) atoi (argv[3]));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  roundel_seal_set_cost (1, 8);
  if (argc == 2)
    n_kills = (guint) atoi (argv[1]);
  g_test_add_data_func ("/journal-kill/what-was-confirmed-is-there", NULL, test_what_was_confirmed_is_there);
  g_test_add_data_func ("/journal-kill/what-was-confirmed-is-there-in-a-locked-one", "correct horse", test_what_was_confirmed_is_there);
  g_test_add_func ("/journal-kill/a-change-of-the-lock-is-there-or-not", test_a_change_of_the_lock_is_there_or_not);
  return g_test_run ();
}
