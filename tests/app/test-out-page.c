/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/journal/out-page.h"
#include "app/widgets/print.h"
#include "store/journal/entry.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  RoundelEnv *env;
  RoundelJournal *journal;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("roundel-out-XXXXXX", NULL);
  f->env = roundel_env_new_simulated (NOW, 1);
  path = g_build_filename (f->folder, "journal.db", NULL);
  f->journal = roundel_journal_open (path, f->env, 0, NULL);
  f->window = gtk_window_new ();
  f->page = roundel_out_page_new (f->journal);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  const char *const files[] = { "journal.db", "journal.db.lock", "out.json", "out.pdf", "notes/one.md", "notes/two.txt", "notes" };

  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->journal);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, files[i], NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  roundel_env_unref (f->env);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static guint
count (Fixture *f)
{
  guint n = 0;

  g_assert_true (roundel_journal_count_entries (f->journal, &n, NULL));
  return n;
}

static void
write_file (Fixture    *f,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_pages_come_in_once_and_go_again (Fixture      *f,
                                      gconstpointer data)
{
  RoundelOutPage *page = ROUNDEL_OUT_PAGE (f->page);
  g_autofree char *notes = g_build_filename (f->folder, "notes", NULL);

  write_file (f, "notes/one.md", "First");
  write_file (f, "notes/two.txt", "Second");
  roundel_out_page_bring_in (page, notes);
  app_test_wait (says (f->page, "2 pages came in"));
  g_assert_cmpuint (count (f), ==, 2);
  roundel_out_page_bring_in (page, notes);
  app_test_wait (says (f->page, "Everything in it was here already"));
  g_assert_cmpuint (count (f), ==, 2);
  gtk_widget_activate_action (f->page, "out.undo", NULL);
  g_assert_cmpuint (count (f), ==, 2);

  write_file (f, "notes/one.md", "First, again");
  roundel_out_page_bring_in (page, notes);
  app_test_wait (says (f->page, "1 page came in"));
  g_assert_true (says (f->page, "Undo"));
  gtk_widget_activate_action (f->page, "out.undo", NULL);
  app_test_wait (says (f->page, "Taken back"));
  g_assert_cmpuint (count (f), ==, 2);
}

static void
test_what_cannot_be_read_is_said (Fixture      *f,
                                  gconstpointer data)
{
  g_autofree char *none = g_build_filename (f->folder, "none.json", NULL);

  roundel_out_page_bring_in (ROUNDEL_OUT_PAGE (f->page), none);
  app_test_wait (says (f->page, "cannot be read"));
}

/* A locked one and one in memory are read from a copy. */
static void
test_it_goes_out_and_comes_back (Fixture      *f,
                                 gconstpointer data)
{
  const RoundelEntry entry = { .kind = "note", .text = "Whole" };
  g_autoptr (RoundelJournal) other = roundel_journal_open (NULL, f->env, 0, NULL);
  GtkWidget *second = roundel_out_page_new (other);
  g_autofree char *path = g_build_filename (f->folder, "out.json", NULL);

  g_assert_true (roundel_journal_put_entry (f->journal, &entry, NULL, NULL));
  roundel_out_page_write (ROUNDEL_OUT_PAGE (f->page), ROUNDEL_OUT_JSON, path);
  app_test_wait (says (f->page, "1 page is in “out.json” now."));
  gtk_window_set_child (GTK_WINDOW (f->window), second);
  f->page = second;
  roundel_out_page_bring_in (ROUNDEL_OUT_PAGE (second), path);
  app_test_wait (says (second, "1 page came in"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  roundel_out_page_write (ROUNDEL_OUT_PAGE (second), ROUNDEL_OUT_JSON, path);
  app_test_wait (says (second, "1 page is in"));
}

static void
test_it_is_printed_whole (Fixture      *f,
                          gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = roundel_print_operation_new ("My journal 1/2", (RoundelBookFunc) roundel_book_add_journal,
                                                                              g_object_ref (f->journal), g_object_unref);
  g_autofree char *path = g_build_filename (f->folder, "out.pdf", NULL);
  g_autofree char *text = g_strnfill (100, '\n');
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;
  const RoundelEntry entry = { .kind = "note", .text = text };
  gsize length;
  int pages;

  for (gsize i = 0; i < 100; i += 2)
    text[i] = 'a';
  for (guint i = 0; i < 4; i++)
    g_assert_true (roundel_journal_put_entry (f->journal, &entry, NULL, NULL));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (f->window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (operation), GTK_PRINT_SETTINGS_OUTPUT_BASENAME),
                   ==, "My journal 1-2");
  g_object_get (operation, "n-pages", &pages, NULL);
  g_assert_cmpint (pages, >=, 4);
  g_assert_cmpint (pages, <=, 8);
  g_assert_true (g_file_get_contents (path, &printed, &length, NULL));
  g_assert_true (g_str_has_prefix (printed, "%PDF-"));
}

#define ADD(name, function) g_test_add ("/out-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("pages-come-in-once-and-go-again", test_pages_come_in_once_and_go_again);
  ADD ("what-cannot-be-read-is-said", test_what_cannot_be_read_is_said);
  ADD ("it-goes-out-and-comes-back", test_it_goes_out_and_comes_back);
  ADD ("it-is-printed-whole", test_it_is_printed_whole);
  return g_test_run ();
}
