/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-store [REVISIONS]: what merging, opening a program and editing cost, beside SQLite doing the bare minimum with the
 * same rows in the same run. `bench-store 1000000` is for an evening. */

#include "store/export.h"
#include "store/merge.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>

#define PROGRAMS 100

typedef struct
{
  double seconds;
  double mebibytes; /* the most that the process had */
} Cost;

static char *
in_folder (const char *folder,
           const char *name)
{
  return g_build_filename (folder, name, NULL);
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
static double
time_raw (const char *source,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 0, &error);
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_autofree char *attach = g_strdup_printf ("PRAGMA cache_size = -65536; ATTACH '%s' AS source", source);
  g_autoptr (GTimer) timer = NULL;

  g_assert_true (roundel_db_script (db, attach, &error));
  timer = g_timer_new ();
  g_assert_true (roundel_db_script (db, "INSERT INTO main.revision (" ROUNDEL_REVISION_COLUMNS ") SELECT "
                                     ROUNDEL_REVISION_COLUMNS " FROM source.revision", &error));
  return g_timer_elapsed (timer, NULL);
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
  g_print ("%.6f %ld\n", g_timer_elapsed (timer, NULL), usage.ru_maxrss);
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

int
main (int   argc,
      char *argv[])
{
  guint n = argc == 2 ? (guint) atoi (argv[1]) : 100000;
  g_autofree char *folder = NULL, *source = NULL, *raw = NULL, *target = NULL, *file = NULL, *command = NULL, *program = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  RoundelExported exported;
  double baseline, exporting;
  Cost first, again;

  setlocale (LC_ALL, "");
  if (argc == 4)
    return merge (argv[2], argv[3]);

  folder = g_dir_make_tmp ("bench-store-XXXXXX", NULL);
  source = in_folder (folder, "source.db");
  raw = in_folder (folder, "raw.db");
  target = in_folder (folder, "target.db");
  file = in_folder (folder, "program.roundel");
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  notebook = roundel_notebook_open (source, env, 0, &error);
  g_assert_no_error (error);
  program = fill (notebook, n);
  g_print ("%u revisions written in %.2f s\n", n, g_timer_elapsed (timer, NULL));

  g_timer_start (timer);
  roundel_export_to_file (notebook, &(RoundelExport) { .program = program }, file, NULL, &exported, &error);
  g_assert_no_error (error);
  exporting = g_timer_elapsed (timer, NULL);
  baseline = time_raw (file, raw);
  first = time_merge (argv[0], target, file);
  again = time_merge (argv[0], target, file);
  g_print ("raw INSERT … SELECT of %u rows (%.1f MiB): %.3f s\n", exported.revisions, exported.bytes / 1048576.0, baseline);
  g_print ("export:      %6.3f s, %4.1f × raw\n", exporting, exporting / baseline);
  g_print ("first merge: %6.3f s, %4.1f × raw (to be ≤ 8), %.0f MiB (to be ≤ 200)\n", first.seconds,
           first.seconds / baseline, first.mebibytes);
  g_print ("again:       %6.3f s, %4.1f × raw (to be ≤ 1.5), %.0f MiB\n", again.seconds, again.seconds / baseline,
           again.mebibytes);
  time_reading (notebook);

  g_clear_object (&notebook);
  command = g_strdup_printf ("rm -rf '%s'", folder);
  return g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL) ? 0 : 1;
}
