/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/journal/entry-list.h"
#include "app/journal/entry-sidebar.h"

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)

typedef struct
{
  RoundelEnv *env;
  RoundelJournal *journal;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->env = roundel_env_new_simulated (NOW, 1);
  fixture->journal = roundel_journal_open (NULL, fixture->env, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->journal);
  roundel_env_unref (fixture->env);
}

/* An entry, written MINUTES before now. */
static char *
put (Fixture    *fixture,
     int         minutes,
     const char *text)
{
  g_autoptr (GDateTime) written = g_date_time_new_from_unix_utc (NOW / G_USEC_PER_SEC - minutes * 60);
  const RoundelEntry entry = { .kind = "note", .text = text, .written = written };
  g_autoptr (GError) error = NULL;
  char *id;

  roundel_journal_put_entry (fixture->journal, &entry, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
fill (Fixture *fixture,
      guint    n)
{
  roundel_journal_begin (fixture->journal);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Page %u, of the %s kind", i, i % 2 == 0 ? "even" : "odd");
      g_autofree char *id = put (fixture, (int) (n - i), text);
    }
  g_assert_true (roundel_journal_commit (fixture->journal, NULL));
}

static char *
title_at (RoundelEntryList *list,
          guint             position)
{
  g_autoptr (RoundelEntryItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (item);
  return g_strdup (roundel_entry_item_get_title (item));
}

#define n_items(list) g_list_model_get_n_items (G_LIST_MODEL (list))

#define assert_title(list, position, expected)                \
  G_STMT_START                                                \
    {                                                         \
      g_autofree char *title = title_at (list, position);     \
      g_assert_cmpstr (title, ==, expected);                  \
    }                                                         \
  G_STMT_END

static void
test_the_newest_is_on_top (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *older = put (fixture, 20, "Older");
  g_autofree char *newer = put (fixture, 10, "Newer");
  g_autoptr (RoundelEntryList) list = roundel_entry_list_new (fixture->journal);

  g_assert_cmpuint (n_items (list), ==, 2);
  assert_title (list, 0, "Newer");
  assert_title (list, 1, "Older");
  g_assert_cmpuint (roundel_entry_list_find (list, older), ==, 1);
}

/* A model that mirrors every change that is told, to see that what is told is so. */
static void
mirror_cb (GListModel *list,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (RoundelEntryItem) item = g_list_model_get_item (list, position + i);

      g_ptr_array_insert (mirror, (int) (position + i), g_strdup (roundel_entry_item_get_id (item)));
    }
}

static void
assert_mirrored (RoundelEntryList *list,
                 GPtrArray        *mirror)
{
  g_assert_cmpuint (n_items (list), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (RoundelEntryItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (roundel_entry_item_get_id (item), ==, mirror->pdata[i]);
    }
}

static void
test_ten_thousand_come_page_by_page_and_changes_are_told (Fixture      *fixture,
                                                          gconstpointer data)
{
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RoundelEntryList) list = NULL;
  g_autofree char *first = NULL;
  g_autofree char *id = NULL;

  fill (fixture, 10000);
  list = roundel_entry_list_new (fixture->journal);
  g_assert_cmpuint (n_items (list), >, 0);
  g_assert_cmpuint (n_items (list), <, 1000);
  mirror_cb (G_LIST_MODEL (list), 0, 0, n_items (list), mirror);
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  id = put (fixture, 0, "On top of the first page");
  g_assert_true (roundel_journal_delete_entry (fixture->journal, mirror->pdata[3], NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_mirrored (list, mirror);
  g_assert_cmpuint (n_items (list), <, 1000);
  g_assert_true (roundel_journal_delete_entry (fixture->journal, id, NULL));
  roundel_entry_list_reach (list);
  app_test_wait (n_items (list) == 9999);
  assert_mirrored (list, mirror);
  assert_title (list, 9998, "Page 0, of the even kind");

  first = put (fixture, 0, "The last word");
  g_assert_cmpuint (n_items (list), ==, 10000);
  assert_title (list, 0, "The last word");
  g_free (id);
  id = g_strdup (mirror->pdata[7000]);
  g_assert_true (roundel_journal_delete_entry (fixture->journal, id, NULL));
  app_test_wait (n_items (list) == 9999);
  g_assert_cmpuint (roundel_entry_list_find (list, id), ==, G_MAXUINT);
  g_assert_true (roundel_journal_undelete_entry (fixture->journal, id, NULL));
  app_test_wait (n_items (list) == 10000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_mirrored (list, mirror);
}

static void
test_a_search_shows_what_was_found_and_marks_it (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autoptr (RoundelEntryList) list = NULL;
  g_autoptr (RoundelEntryItem) item = NULL;
  GArray *marks;

  fill (fixture, 1000);
  list = roundel_entry_list_new (fixture->journal);
  roundel_entry_list_search (list, "ev");
  g_assert_cmpuint (n_items (list), ==, 100);
  item = g_list_model_get_item (G_LIST_MODEL (list), 99);
  app_test_wait (n_items (list) == 200);
  marks = roundel_entry_item_get_marks (item);
  g_assert_nonnull (marks);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (g_str_has_prefix (roundel_entry_item_get_preview (item) + g_array_index (marks, RoundelMark, 0).start,
                                   "even"));
  roundel_entry_list_search (list, "nobody");
  g_assert_cmpuint (n_items (list), ==, 0);
  roundel_entry_list_search (list, "");
  roundel_entry_list_reach (list);
  app_test_wait (n_items (list) == 1000);
  g_assert_null (roundel_entry_item_get_marks (item));
}

static void
test_what_is_behind_the_first_page_is_found (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autofree char *oldest = put (fixture, 5000, "The oldest");
  g_autoptr (RoundelEntryList) list = NULL;

  fill (fixture, 100);
  list = roundel_entry_list_new (fixture->journal);
  g_assert_cmpuint (n_items (list), <, 100);
  g_assert_cmpuint (roundel_entry_list_find (list, oldest), ==, 100);
}

static void
test_what_is_typed_shows_before_it_is_a_version (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autofree char *id = put (fixture, 5, "As it was");
  g_autoptr (RoundelEntryList) list = roundel_entry_list_new (fixture->journal);

  assert_title (list, 0, "As it was");
  roundel_entry_list_set_open (list, id, "lesson", "As it is now");
  assert_title (list, 0, "As it is now");
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  const char *said = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget))
                                           : GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (said, text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* One day, one heading, also when a page comes or goes at its beginning. */
static void
test_each_day_has_one_heading (Fixture      *fixture,
                               gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sidebar = g_object_new (ROUNDEL_TYPE_ENTRY_SIDEBAR, NULL);
  g_autofree char *before = put (fixture, 24 * 60, "A day before");
  g_autofree char *now = NULL;

  roundel_entry_sidebar_set_journal (ROUNDEL_ENTRY_SIDEBAR (sidebar), fixture->journal);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (window), sidebar);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (find_label (sidebar, "Yesterday") != NULL);
  g_assert_null (find_label (sidebar, "Today"));
  now = put (fixture, 0, "Now");
  app_test_wait (find_label (sidebar, "Today") != NULL);
  g_assert_nonnull (find_label (sidebar, "Yesterday"));
  g_assert_true (roundel_journal_delete_entry (fixture->journal, now, NULL));
  app_test_wait (find_label (sidebar, "Today") == NULL);
  g_assert_nonnull (find_label (sidebar, "Yesterday"));
  g_assert_true (roundel_journal_delete_entry (fixture->journal, before, NULL));
  app_test_wait (find_label (sidebar, "What you write stands here, the newest on top.") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

static void
test_after_a_search_the_list_is_where_the_page_is (Fixture      *fixture,
                                                   gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sidebar = g_object_new (ROUNDEL_TYPE_ENTRY_SIDEBAR, NULL);
  GtkWidget *search = find_search (sidebar);
  g_autofree char *old = put (fixture, 400, "An old page");

  fill (fixture, 300);
  roundel_entry_sidebar_set_journal (ROUNDEL_ENTRY_SIDEBAR (sidebar), fixture->journal);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (window), sidebar);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (find_label (sidebar, "Page 299, of the odd kind") != NULL);
  g_assert_null (find_label (sidebar, "An old page"));
  gtk_editable_set_text (GTK_EDITABLE (search), "old ");
  app_test_wait (find_label (sidebar, "Page 299, of the odd kind") == NULL);
  roundel_entry_sidebar_select (ROUNDEL_ENTRY_SIDEBAR (sidebar), old);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  app_test_wait (find_label (sidebar, "Page 0, of the even kind") != NULL);
  g_assert_nonnull (find_label (sidebar, "An old page"));
  gtk_editable_set_text (GTK_EDITABLE (search), "even ");
  app_test_wait (find_label (sidebar, "Page 298, of the even kind") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static void
count_chosen (GtkWidget  *sidebar,
              const char *id,
              gboolean    by_hand,
              guint      *n)
{
  (*n)++;
}

/* The window would go to the page, and the rest of the words with it. */
static void
test_who_searches_on_has_chosen_nothing (Fixture      *fixture,
                                         gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sidebar = g_object_new (ROUNDEL_TYPE_ENTRY_SIDEBAR, NULL);
  GtkWidget *search = find_search (sidebar);
  GtkSelectionModel *selection;
  guint chosen = 0;

  fill (fixture, 300);
  roundel_entry_sidebar_set_journal (ROUNDEL_ENTRY_SIDEBAR (sidebar), fixture->journal);
  g_signal_connect (sidebar, "chosen", G_CALLBACK (count_chosen), &chosen);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (window), sidebar);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (search), "even");
  app_test_wait (find_label (sidebar, "Page 299, of the odd kind") == NULL && find_label (sidebar, "Page 296, of the even kind") != NULL);
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (find_list (sidebar)));
  gtk_selection_model_select_item (selection, 1, TRUE);
  g_assert_cmpuint (chosen, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  app_test_wait (find_label (sidebar, "Page 299, of the odd kind") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "kind");
  gtk_editable_set_text (GTK_EDITABLE (search), "even");
  app_test_wait (find_label (sidebar, "Page 299, of the odd kind") == NULL);
  g_assert_cmpuint (chosen, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside a bin stood a new page, as if it were the one thrown away. */
static void
test_the_bin_shows_what_is_in_it (Fixture      *fixture,
                                  gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sidebar = g_object_new (ROUNDEL_TYPE_ENTRY_SIDEBAR, NULL);
  g_autofree char *thrown = put (fixture, 2, "Thrown away");
  guint chosen = 0;

  g_assert_true (roundel_journal_delete_entry (fixture->journal, thrown, NULL));
  roundel_entry_sidebar_set_journal (ROUNDEL_ENTRY_SIDEBAR (sidebar), fixture->journal);
  g_signal_connect (sidebar, "chosen", G_CALLBACK (count_chosen), &chosen);
  gtk_window_set_child (GTK_WINDOW (window), sidebar);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (sidebar, "entries.open-bin", NULL);
  app_test_wait (find_label (sidebar, "Thrown away") != NULL);
  g_assert_cmpuint (chosen, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define add(name, function) g_test_add ("/entry-list/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  app_test_init (&argc, &argv);
  add ("the-newest-is-on-top", test_the_newest_is_on_top);
  add ("ten-thousand-come-page-by-page-and-changes-are-told", test_ten_thousand_come_page_by_page_and_changes_are_told);
  add ("a-search-shows-what-was-found-and-marks-it", test_a_search_shows_what_was_found_and_marks_it);
  add ("what-is-behind-the-first-page-is-found", test_what_is_behind_the_first_page_is_found);
  add ("what-is-typed-shows-before-it-is-a-version", test_what_is_typed_shows_before_it_is_a_version);
  add ("each-day-has-one-heading", test_each_day_has_one_heading);
  add ("after-a-search-the-list-is-where-the-page-is", test_after_a_search_the_list_is_where_the_page_is);
  add ("the-bin-shows-what-is-in-it", test_the_bin_shows_what_is_in_it);
  add ("who-searches-on-has-chosen-nothing", test_who_searches_on_has_chosen_nothing);
  return g_test_run ();
}
