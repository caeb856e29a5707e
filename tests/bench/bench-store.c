/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-store [REVISIONS]: what merging, opening a program and editing cost, beside SQLite doing the bare minimum with the
 * same rows in the same run. With more than 100,000 revisions a second round says how the cost grows: what a merge of them
 * takes beside one of 100,000. `bench-store 1000000` takes some minutes. */

#include "store/export.h"
#include "store/merge.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>

#define USUAL 100000

typedef struct
{
  double seconds;
  double processor; /* seconds; what other programs do hardly changes them */
  double mebibytes; /* the most that the process had */
} Cost;

/* What was measured with one number of revisions. */
typedef struct
{
  Cost raw;
  Cost first;
} Round;

static char *
in_folder (const char *folder,
           const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static double
processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* Half of the revisions are records, half are written over them. */
static char *
fill (RoundelNotebook *notebook,
      guint            n_revisions)
{
  RoundelEnv *env = roundel_notebook_get_env (notebook);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = roundel_id_new (env);
  guint n_records = MAX (n_revisions / 2, 1);
  g_autofree char *text = g_strnfill (200, 'x');

  for (guint first = 0; first < n_records; first += 5000)
    {
      roundel_notebook_begin (notebook);
      for (guint i = first; i < MIN (first + 5000, n_records); i++)
        {
          g_autofree char *entity = roundel_id_new (env);
          g_autofree char *body = g_strdup_printf ("{\"number\":%u,\"text\":\"%.*s\"}", i, (int) (50 + i % 150), text);
          RoundelRecord record = { .program = program, .entity = entity, .kind = "lesson", .body = body };

          roundel_notebook_put (notebook, &record, NULL, &error);
          roundel_notebook_put (notebook, &record, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_true (roundel_notebook_commit (notebook, &error));
    }
  return g_steal_pointer (&program);
}

/* What is in the share file put into the table as it is: nothing is verified and nothing worked out. */
static Cost
time_raw (const char *source,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 0, &error);
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_autofree char *attach = g_strdup_printf ("PRAGMA cache_size = -65536; ATTACH '%s' AS source", source);
  g_autoptr (GTimer) timer = NULL;
  Cost cost = { 0 };

  g_assert_true (roundel_db_script (db, attach, &error));
  cost.processor = -processor_seconds ();
  timer = g_timer_new ();
  g_assert_true (roundel_db_script (db, "INSERT INTO main.revision (" ROUNDEL_REVISION_COLUMNS ") SELECT "
                                     ROUNDEL_REVISION_COLUMNS " FROM source.revision", &error));
  cost.seconds = g_timer_elapsed (timer, NULL);
  cost.processor += processor_seconds ();
  return cost;
}

/* The merge itself, in a process of its own so that its memory can be told. */
static int
merge (const char *path,
       const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 0, &error);
  g_autoptr (RoundelMerge) merging = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  RoundelMergeResult result;
  struct rusage usage;
  double added;

  merging = roundel_merge_new (notebook, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (roundel_merge_add_file (merging, file, &error));
  added = g_timer_elapsed (timer, NULL);
  roundel_merge_apply (merging, ROUNDEL_MERGE_JOIN, &result, &error);
  g_assert_no_error (error);
  if (g_getenv ("VERBOSE"))
    g_printerr ("verified %.3f, applied %.3f; %u new, %u known\n", added, g_timer_elapsed (timer, NULL) - added,
                result.revisions, result.unchanged);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.6f %.6f %ld\n", g_timer_elapsed (timer, NULL), processor_seconds (), usage.ru_maxrss);
  return 0;
}

static Cost
time_merge (const char *program,
            const char *path,
            const char *file)
{
  const char *argv[] = { program, "--merge", path, file, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *end;
  Cost cost;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  cost.seconds = g_ascii_strtod (output, &end);
  cost.processor = g_ascii_strtod (end, &end);
  cost.mebibytes = g_ascii_strtod (end, NULL) / 1024;
  return cost;
}

static void
time_reading (RoundelNotebook *notebook)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = fill (notebook, 600);
  g_autoptr (GTimer) timer = g_timer_new ();
  double opening, editing;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) records = roundel_notebook_list (notebook, program, &error);

      g_assert_cmpuint (records->len, ==, 300);
    }
  opening = g_timer_elapsed (timer, NULL) / 100;
  g_timer_start (timer);
  for (guint i = 0; i < 100; i++)
    g_assert_true (roundel_notebook_put (notebook, &(RoundelRecord) { .program = program, .entity = program,
                                         .kind = "program", .body = "{\"title\":\"edited\"}" }, NULL, &error));
  editing = g_timer_elapsed (timer, NULL) / 100;
  g_print ("opening a program of 300 records: %.2f ms; one edit: %.2f ms\n", opening * 1000, editing * 1000);
}

static void
print_cost (const char *what,
            const Cost *cost,
            const Cost *raw,
            const char *goal)
{
  g_print ("%-12s %7.3f s, processor %7.3f s, %4.1f × raw%s", what, cost->seconds, cost->processor,
           cost->processor / raw->processor, goal);
  if (cost->mebibytes > 0)
    g_print (", %.0f MiB (to be ≤ 200)", cost->mebibytes);
  g_print ("\n");
}

static Round
run (const char *self,
     guint       n_revisions,
     gboolean    last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autofree char *folder = g_dir_make_tmp ("bench-store-XXXXXX", &error);
  g_autofree char *source = in_folder (folder, "source.db");
  g_autofree char *raw = in_folder (folder, "raw.db");
  g_autofree char *target = in_folder (folder, "target.db");
  g_autofree char *file = in_folder (folder, "program.roundel");
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_autofree char *program = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  RoundelExported exported;
  Cost exporting = { 0 }, again;
  Round round;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  notebook = roundel_notebook_open (source, env, 0, &error);
  g_assert_no_error (error);
  program = fill (notebook, n_revisions);
  g_print ("%u revisions written in %.2f s\n", n_revisions, g_timer_elapsed (timer, NULL));

  exporting.processor = -processor_seconds ();
  g_timer_start (timer);
  roundel_export_to_file (notebook, &(RoundelExport) { .program = program }, file, NULL, &exported, &error);
  g_assert_no_error (error);
  exporting.seconds = g_timer_elapsed (timer, NULL);
  exporting.processor += processor_seconds ();
  round.raw = time_raw (file, raw);
  round.first = time_merge (self, target, file);
  again = time_merge (self, target, file);
  g_print ("raw INSERT … SELECT of %u rows (%.1f MiB): %.3f s, processor %.3f s\n", exported.revisions,
           exported.bytes / 1048576.0, round.raw.seconds, round.raw.processor);
  print_cost ("export:", &exporting, &round.raw, "");
  print_cost ("first merge:", &round.first, &round.raw, " (to be ≤ 8)");
  print_cost ("again:", &again, &round.raw, " (to be ≤ 1.5)");
  if (last)
    time_reading (notebook);

  g_clear_object (&notebook);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  return round;
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc == 2 ? (guint) atoi (argv[1]) : USUAL;
  Round one, many;

  setlocale (LC_ALL, "");
  if (argc == 4)
    return merge (argv[2], argv[3]);
  one = run (argv[0], MIN (n, USUAL), n <= USUAL);
  if (n <= USUAL)
    return 0;
  many = run (argv[0], n, TRUE);
  g_print ("%u revisions beside %u, merge: %.1f × the time, %.1f × the processor's (to be ≤ %.0f); raw: %.1f ×, %.1f ×\n",
           n, USUAL, many.first.seconds / one.first.seconds, many.first.processor / one.first.processor,
           1.2 * n / USUAL, many.raw.seconds / one.raw.seconds, many.raw.processor / one.raw.processor);
  return 0;
}
