/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs in a language that puts every text in ⟦brackets⟧: pseudo.py. */

#include "tour.h"

#include "app/main.h"
#include "app/shortcuts.h"

static RoundelApplication *application;

/* What is the same in all languages, and what GTK and libadwaita say themselves of a list to choose from and of a toast. */
static gboolean
is_not_ours (GtkWidget  *widget,
             const char *text)
{
  static const char *const said[] = {
    "(None)", "Search…", "GPL-3.0-or-later", "CC BY-SA 4.0", "Fieldbook 2026", /* names of licences, of an edition */
#if GTK_CHECK_VERSION (4, 10, 0)
    "Search", "Dismiss",
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_strcmp0 (text, said[i]) == 0)
      return TRUE;
  return gtk_widget_has_css_class (widget, "keycap") || (text != NULL && g_str_has_prefix (text, "https://"));
}

static void
assert_translated (const char *where,
                   GtkWidget  *widget,
                   const char *property)
{
  g_autofree char *text = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property) == NULL)
    return;
  g_object_get (widget, property, &text, NULL);
  if (is_not_ours (widget, text))
    return;
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)) && strstr (text, "⟦") == NULL)
      {
        g_test_message ("%s: %s of %s is not translated: %s", where, property, G_OBJECT_TYPE_NAME (widget), text);
        g_test_fail ();
        return;
      }
}

static guint
walk (const char *where,
      GtkWidget  *widget)
{
  guint n = 0;

  assert_translated (where, widget, "tooltip-text");
  assert_translated (where, widget, "placeholder-text");
  /* GTK itself names the keys in a menu */
  if (GTK_IS_LABEL (widget) && !g_str_equal (gtk_widget_get_css_name (widget), "accelerator"))
    {
      assert_translated (where, widget, "label");
      n++;
    }
  /* what is inside these is GTK's own */
  if (ADW_IS_ENTRY_ROW (widget))
    assert_translated (where, widget, "title");
  if (ADW_IS_ENTRY_ROW (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_SPIN_BUTTON (widget))
    return n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += walk (where, child);
  return n;
}

static void
seen_cb (const char *where,
         GtkWidget  *window)
{
  g_assert_cmpuint (walk (where, window), >, 10);
}

static void
test_every_page_is_translated (void)
{
  tour_walk (application, 1152, seen_cb);
}

static void
test_the_keys_are_translated (void)
{
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (g_dgettext (NULL, list[i].title), !=, list[i].title);
      g_assert_cmpstr (g_dpgettext2 (NULL, "shortcuts", list[i].group), !=, list[i].group);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int code;

  roundel_app_init_locale ();
  app_test_init (&argc, &argv);
  application = roundel_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/translated/every-page-is-translated", test_every_page_is_translated);
  g_test_add_func ("/translated/the-keys-are-translated", test_the_keys_are_translated);
  code = g_test_run ();
  g_object_unref (application);
  return code;
}
