/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"

#include "store/check.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autofree char *program = roundel_id_new (env), *lesson = roundel_id_new (env);
  g_autofree char *x = NULL, *y = NULL, *z = NULL;

  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "notebook.db", NULL);
  notebook = roundel_notebook_open (f->path, env, 0, &error);
  g_assert_no_error (error);
  x = test_put (notebook, program, program, "program", "", NULL, "{\"title\":\"One\"}");
  y = test_put (notebook, program, program, "program", "", NULL, "{\"title\":\"Two\"}");
  z = test_put (notebook, program, lesson, "lesson", "", NULL, "{\"text\":\"taken back\"}");
  g_assert_true (roundel_notebook_erase (notebook, program, lesson, &error));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static guint
count_problems (const char *path,
                const char *kind)
{
  g_auto (RoundelChecked) checked = { NULL, };
  g_autoptr (GError) error = NULL;

  roundel_check_file (path, &checked, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (checked.kind, ==, kind);
  g_assert_cmpuint (checked.schema, >, 0);
  return checked.problems->len;
}

static void
test_sound_files_have_no_problem (Fixture       *f,
                                  gconstpointer  data)
{
  g_autofree char *share = g_test_build_filename (G_TEST_DIST, "fixtures", "share-1.0.roundel", NULL);

  g_assert_cmpuint (count_problems (f->path, "notebook"), ==, 0);
  g_assert_cmpuint (count_problems (share, "share-file"), ==, 0);
}

static void
test_each_damage_is_seen (Fixture       *f,
                          gconstpointer  data)
{
  static const char * const damages[] = {
    "UPDATE revision SET body = '{\"title\":\"Three\"}' WHERE body LIKE '%Two%'",
    "UPDATE revision SET hlc = hlc + 1 WHERE kind = 'program'",
    "DELETE FROM current",
    "UPDATE current SET seq = 1 WHERE kind = 'program'",
    "UPDATE current SET versions = 2 WHERE kind = 'program'",
    "INSERT INTO current VALUES (x'00', 'member', x'00', '', 'members', 1, 1, 1, 1)",
    "DELETE FROM erased",
    "INSERT INTO erased SELECT id, program, circle, ring FROM revision WHERE body LIKE '%Two%'",
  };
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_assert_true (g_file_set_contents (f->path, bytes, (gssize) length, NULL));
      test_sql (f->path, damages[i]);
      g_assert_cmpuint (count_problems (f->path, "notebook"), >, 0);
    }
}

static void
test_looking_changes_nothing (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (f->path, &before, &n_before, NULL));
  count_problems (f->path, "notebook");
  g_assert_true (g_file_get_contents (f->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_other_files_are_refused (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *text = g_build_filename (f->folder, "text", NULL);
  const char *paths[] = { text, f->folder, "/dev/null" };

  g_assert_true (g_file_set_contents (text, "a text", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      RoundelChecked checked;
      g_autoptr (GError) error = NULL;

      g_assert_false (roundel_check_file (paths[i], &checked, &error));
      g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
    }
}

#define ADD(name, func) g_test_add ("/check/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("sound-files-have-no-problem", test_sound_files_have_no_problem);
  ADD ("each-damage-is-seen", test_each_damage_is_seen);
  ADD ("looking-changes-nothing", test_looking_changes_nothing);
  ADD ("other-files-are-refused", test_other_files_are_refused);
  return g_test_run ();
}
