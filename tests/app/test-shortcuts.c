/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/application.h"
#include "app/shortcuts-window.h"
#include "app/shortcuts.h"
#include "app/window.h"

/* Whether two actions may both be in reach: those of two screens never are. */
static gboolean
meet (const char *one,
      const char *other)
{
  g_autofree char *a = g_strndup (one, strcspn (one, "."));
  g_autofree char *b = g_strndup (other, strcspn (other, "."));
  const char *everywhere[] = { "app", "win", "window", NULL };

  return g_str_equal (a, b) || g_strv_contains (everywhere, a) || g_strv_contains (everywhere, b);
}

static void
test_no_key_does_two_things (void)
{
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; list[i].keys[k] != NULL; k++)
      for (guint j = 0; j < n; j++)
        for (guint l = 0; list[j].keys[l] != NULL; l++)
          if ((i != j || k != l) && meet (list[i].action, list[j].action))
            g_assert_cmpstr (list[i].keys[k], !=, list[j].keys[l]);
}

static void
test_every_key_and_every_action_can_be_read (void)
{
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;

      g_assert_true (g_action_parse_detailed_name (list[i].action, &name, &target, NULL));
      g_assert_nonnull (list[i].keys[0]);
      g_assert_null (list[i].keys[ROUNDEL_SHORTCUT_MOST_KEYS - 1]);
      for (guint k = 0; list[i].keys[k] != NULL; k++)
        {
          g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (list[i].keys[k]);

          g_assert_nonnull (trigger);
        }
    }
}

static void
test_groups_stand_together (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    if (i == 0 || !g_str_equal (list[i].group, list[i - 1].group))
      g_assert_true (g_hash_table_add (seen, (gpointer) list[i].group));
}

static void
collect_titles (GtkWidget  *widget,
                GHashTable *titles)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (ADW_IS_ACTION_ROW (widget))
    g_hash_table_add (titles, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_titles (child, titles);
}

/* The titles of the rows that are shown. */
static GHashTable *
list_titles (GtkWidget *window)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_titles (window, titles);
  return titles;
}

static guint
count_titles (GtkWidget *window)
{
  g_autoptr (GHashTable) titles = list_titles (window);

  return g_hash_table_size (titles);
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

static void
test_the_window_shows_the_whole_list_and_what_is_sought (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = roundel_shortcuts_window_new (GTK_WINDOW (parent));
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GHashTable) found = NULL;
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);
  int narrowest = 0;

  gtk_window_present (GTK_WINDOW (window));
  all = list_titles (window);
  for (guint i = 0; i < n; i++)
    g_assert_true (g_hash_table_contains (all, list[i].title));
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, 360);

  gtk_editable_set_text (GTK_EDITABLE (find_search (window)), "FORMATS");
  app_test_wait (count_titles (window) < g_hash_table_size (all));
  found = list_titles (window);
  g_assert_cmpuint (g_hash_table_size (found), ==, 3);
  g_assert_true (g_hash_table_contains (found, "Formats"));
  g_assert_true (g_hash_table_contains (found, "Done with the formats"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
count_cb (GSimpleAction *action,
          GVariant      *parameter,
          guint         *count)
{
  ++*count;
}

/* A screen with an action of its own behind the key F10. */
static GtkWidget *
screen_new (guint *count)
{
  const GActionEntry entries[] = { { .name = "menu", .activate = (void (*) (GSimpleAction *, GVariant *, gpointer)) count_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *screen = gtk_entry_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), count);
  gtk_widget_insert_action_group (screen, "win", G_ACTION_GROUP (actions));
  roundel_shortcuts_attach (screen, "win");
  return screen;
}

static void
test_the_keys_of_a_screen_work_while_it_is_shown (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  guint shown = 0, hidden = 0;
  GtkWidget *first = screen_new (&shown);
  GtkWidget *second = screen_new (&hidden);
  const char *press[] = { "xdotool", "key", "F10", NULL };

  gtk_stack_add_child (GTK_STACK (stack), second);
  gtk_stack_add_child (GTK_STACK (stack), first);
  gtk_stack_set_visible_child (GTK_STACK (stack), first);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  app_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_true (g_spawn_sync (NULL, (char **) press, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  app_test_wait (shown + hidden > 0);
  g_assert_cmpuint (shown, ==, 1);
  g_assert_cmpuint (hidden, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts/no-key-does-two-things", test_no_key_does_two_things);
  g_test_add_func ("/shortcuts/every-key-and-every-action-can-be-read", test_every_key_and_every_action_can_be_read);
  g_test_add_func ("/shortcuts/groups-stand-together", test_groups_stand_together);
  g_test_add_func ("/shortcuts/the-window-shows-the-whole-list-and-what-is-sought",
                   test_the_window_shows_the_whole_list_and_what_is_sought);
  g_test_add_func ("/shortcuts/the-keys-of-a-screen-work-while-it-is-shown",
                   test_the_keys_of_a_screen_work_while_it_is_shown);
  return g_test_run ();
}
