/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the benchmarks of the journal's screen share: a journal of any size, and the program that opens on it. */

#include "app/app-resources.h"
#include "app/application.h"
#include "app/settings.h"
#include "store/journal/commitment.h"
#include "store/journal/entry.h"

#include <glib/gstdio.h>

#define CARDS 3

static const char text[] =
  "The estimate for the export job was slipping again. Last month I would have waited until Friday, and then been sharp "
  "about it. Today I asked at ten in the morning what was in the way, and stayed quiet until the answer was finished.";

static inline GtkWidget *
find_mapped (GtkWidget  *widget,
             const char *type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_height (widget) > 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
fill (const char *folder,
      guint       n_entries)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "roundel", "journal.db", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (RoundelJournal) journal = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  journal = roundel_journal_open (path, env, 0, &error);
  g_assert_no_error (error);
  roundel_journal_begin (journal);
  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *page = g_strdup_printf ("# Page %u\n\n%s", i, text);
      g_autoptr (GDateTime) written = g_date_time_add_hours (now, (int) i - (int) n_entries);
      RoundelEntry entry = { .kind = "reflection", .text = page, .written = written };

      roundel_journal_put_entry (journal, &entry, NULL, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < CARDS; i++)
    {
      const RoundelCommitment promise = { .text = "Ask the same day", .cue = "When I see a date slip", .status = "open" };

      roundel_journal_put_commitment (journal, &promise, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (roundel_journal_commit (journal, &error));
  g_assert_true (roundel_journal_close (journal, &error));
}

static inline void
clear_away (const char *folder)
{
  const char *const remove[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static inline GApplication *
bench_application_new (void)
{
  g_autoptr (GSettings) settings = roundel_settings_new ();

  g_assert_nonnull (settings); /* GSETTINGS_SCHEMA_DIR has to lead to it */
  g_settings_set_string (settings, "page", "journal");
  return G_APPLICATION (roundel_application_new ());
}

static inline int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}
