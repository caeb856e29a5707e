/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-search ROUNDEL-CLI: search as one types, opening and counting, in a journal of 100,000 invented entries. */

#include "store/journal/search.h"

#include <glib/gstdio.h>
#include <string.h>

#define ENTRIES "100000"
#define PAGE 30 /* hits that fit on a screen */

/* The commonest words, rare ones, none, and a first letter that begins many. */
static const char *const typed[] = {
  "the missed deadline a", "and it changed the re", "I", "my boss postponed the", "zoe said so", "silence afterwards an",
  "although the meeting", "quetzalcoatl", "In the hallway somebo", "because somebody had", "deadline supplier fea", "t o i a",
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
quantile (GArray *times,
          double  part)
{
  return g_array_index (times, double, (guint) (part * (times->len - 1)));
}

static void
run (const char *const *argv,
     gboolean           silent)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | (silent ? G_SPAWN_STDOUT_TO_DEV_NULL : 0), NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static double
time_runs (const char *const *argv,
           guint              times)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < times; i++)
    run (argv, TRUE);
  return g_timer_elapsed (timer, NULL) / times;
}

static void
bench_keys (RoundelJournal *journal)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint round = 0; round < 10; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (gsize n = 1; n <= MIN (strlen (typed[i]), 20); n++)
        {
          g_autofree char *so_far = g_strndup (typed[i], n);
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) hits = NULL;
          double elapsed;

          g_timer_start (timer);
          hits = roundel_journal_search (journal, so_far, NULL, PAGE, &error);
          elapsed = g_timer_elapsed (timer, NULL);
          g_assert_no_error (error);
          g_array_append_val (times, elapsed);
          if (n == 1)
            g_array_append_val (first, elapsed);
        }
  g_array_sort (times, compare);
  g_array_sort (first, compare);
  g_print ("a key, %u of them: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms; the first of a word: median %.2f ms\n",
           times->len, quantile (times, 0.5) * 1000, quantile (times, 0.99) * 1000, quantile (times, 1) * 1000,
           quantile (first, 0.5) * 1000);
}

/* What it costs to look through all texts. */
static double
time_scan (RoundelJournal *journal)
{
  g_autoptr (GTimer) timer = NULL;
  gint64 n;

  roundel_db_number (roundel_journal_get_db (journal), "SELECT count (*) FROM entry_text WHERE text LIKE '%quetzal%'", &n, NULL);
  timer = g_timer_new ();
  roundel_db_number (roundel_journal_get_db (journal), "SELECT count (*) FROM entry_text WHERE text LIKE '%quetzal%'", &n, NULL);
  return g_timer_elapsed (timer, NULL);
}

static double
time_words (RoundelJournal *journal,
            const char     *words)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) hits = roundel_journal_search (journal, words, NULL, PAGE, NULL);

      g_assert_nonnull (hits);
    }
  return g_timer_elapsed (timer, NULL) / 20;
}

static double
time_list (RoundelJournal *journal,
           guint           most)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GArray) refs = roundel_journal_list_entries (journal, NULL, most, NULL);

  g_assert_nonnull (refs);
  return g_timer_elapsed (timer, NULL);
}

static double
time_open (const char *path,
           RoundelEnv *env)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (RoundelJournal) journal = roundel_journal_open (path, env, 0, NULL);

      g_assert_nonnull (journal);
    }
  return g_timer_elapsed (timer, NULL) / 20;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("roundel-XXXXXX", NULL);
  g_autofree char *notebook = g_build_filename (folder, "notebook.db", NULL);
  g_autofree char *path = roundel_journal_path (notebook);
  const char *const fill[] = { argv[1], "--notebook", notebook, "fill", "--members", "60", "--sessions", "80", "--entries", ENTRIES, NULL };
  const char *const info[] = { argv[1], "--notebook", notebook, "info", NULL };
  const char *const sqlite[] = { "sqlite3", path, "SELECT count (*) FROM entry", NULL };
  const char *const remove[] = { "rm", "-r", folder, NULL };
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (RoundelJournal) journal = NULL;
  g_autofree char *empty = g_build_filename (folder, "empty.db", NULL);
  double scan, ours, theirs, opening;

  g_assert_cmpint (argc, ==, 2);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  run (fill, FALSE);
  journal = roundel_journal_open (path, env, 0, NULL);
  bench_keys (journal);
  scan = time_scan (journal);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double words = time_words (journal, typed[i]);

      g_print ("“%s”: %.2f ms, %.3f times looking through all texts (%.0f ms)\n", typed[i], words * 1000, words / scan, scan * 1000);
    }
  g_print ("the list, all of it: %.1f ms; its first page: %.2f ms\n", time_list (journal, G_MAXUINT) * 1000,
           time_list (journal, PAGE) * 1000);
  g_clear_object (&journal);

  opening = time_open (path, env);
  ours = time_open (empty, env);
  g_print ("opening and closing: %.2f ms, %.2f times that of an empty one\n", opening * 1000, opening / ours);
  ours = time_runs (info, 20);
  if (g_find_program_in_path ("sqlite3") != NULL)
    {
      theirs = time_runs (sqlite, 20);
      g_print ("roundel-cli info: %.1f ms, %.2f times sqlite3 that counts the entries\n", ours * 1000, ours / theirs);
    }
  run (remove, FALSE);
  return 0;
}
