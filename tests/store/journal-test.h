/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of the journal share: a journal and a notebook beside it, in a folder and a time of their own. */

#include "store/journal/draft.h"
#include "store/notebook.h"

#include <glib/gstdio.h>

#define NOW (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)
#define SECOND G_USEC_PER_SEC

typedef struct
{
  RoundelEnv *env;
  RoundelJournal *journal;
  RoundelNotebook *notebook;
  char *folder;
  char *path;
  char *notebook_path;
  guint changes;
} Fixture;

static inline void
count_change (gpointer object,
              gpointer data)
{
  (*(guint *) data)++;
}

static inline void
open_journal (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->journal = roundel_journal_open (f->path, f->env, 1000, &error);
  g_assert_no_error (error);
  g_signal_connect (f->journal, "changed", G_CALLBACK (count_change), &f->changes);
}

static inline void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->env = roundel_env_new_simulated (NOW, 3);
  f->folder = g_dir_make_tmp ("roundel-XXXXXX", NULL);
  f->notebook_path = g_build_filename (f->folder, "notebook.db", NULL);
  f->path = roundel_journal_path (f->notebook_path);
  f->notebook = roundel_notebook_open (f->notebook_path, f->env, 1000, &error);
  g_assert_no_error (error);
  open_journal (f);
}

static inline void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  g_clear_object (&f->journal);
  g_clear_object (&f->notebook);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->notebook_path);
  roundel_env_unref (f->env);
}

/* Another connection, without closing the first: what a new start finds after a kill -9. */
static inline RoundelJournal *
start_again (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal = roundel_journal_open (f->path, f->env, 1000, &error);

  g_assert_no_error (error);
  return journal;
}

static inline char *
write_entry (Fixture    *f,
             const char *kind,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  RoundelEntry entry = { .kind = kind, .text = text };
  char *id = NULL;

  roundel_journal_put_entry (f->journal, &entry, &id, &error);
  g_assert_no_error (error);
  return id;
}

static inline RoundelEntry *
read_entry (Fixture    *f,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  RoundelEntry *entry = roundel_journal_get_entry (f->journal, id, &error);

  g_assert_no_error (error);
  return entry;
}

static inline GArray *
list_entries (Fixture                  *f,
              const RoundelEntryFilter *filter,
              guint                     most)
{
  g_autoptr (GError) error = NULL;
  GArray *refs = roundel_journal_list_entries (f->journal, filter, most, &error);

  g_assert_no_error (error);
  return refs;
}

static inline char *
id_at (GArray *refs,
       guint   i)
{
  return roundel_id_text (g_array_index (refs, RoundelEntryRef, i).id);
}

static inline guint
count_entries (Fixture                  *f,
               const RoundelEntryFilter *filter)
{
  g_autoptr (GArray) refs = list_entries (f, filter, 1000);

  return refs->len;
}
