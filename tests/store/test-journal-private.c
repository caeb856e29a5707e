/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "journal-test.h"

#include "core/kind.h"
#include "store/export.h"
#include "store/journal/commitment.h"
#include "store/journal/partner-meeting.h"
#include "store/journal/me.h"
#include "store/journal/release.h"
#include "store/journal/run-log.h"
#include "store/journal/setting.h"
#include "store/journal/tally.h"

#include <string.h>

#define CANARY "kanarifuglxq"

/* Every private kind, with the canary in each of its texts. */

static void
add_entry (Fixture *f)
{
  const char *const tags[] = { CANARY, NULL };
  RoundelEntry entry = { .kind = "reflection", .text = "My " CANARY, .tags = tags };

  g_assert_true (roundel_journal_put_entry (f->journal, &entry, NULL, NULL));
}

static void
add_draft (Fixture *f)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  RoundelEntry entry = { .id = id, .kind = "note", .text = "My " CANARY };

  g_assert_true (roundel_journal_save_draft (f->journal, &entry, NULL));
}

static void
add_promise (Fixture *f)
{
  RoundelCommitment promise = {
    .text = CANARY, .cue = CANARY, .first_step = CANARY, .with = CANARY, .program = CANARY, .learned = CANARY,
  };

  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, NULL, NULL));
}

static void
add_meeting (Fixture *f)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (NOW / G_USEC_PER_SEC);
  RoundelPartnerMeeting meeting = { .with = CANARY, .at = at, .mine = CANARY, .theirs = CANARY };

  g_assert_true (roundel_journal_put_partner_meeting (f->journal, &meeting, NULL, NULL));
}

static void
add_practice (Fixture *f)
{
  RoundelPractice practice = { .commitment = CANARY, .what = CANARY };

  g_assert_true (roundel_journal_put_practice (f->journal, &practice, NULL, NULL));
}

static void
add_me (Fixture *f)
{
  g_autofree char *program = roundel_journal_new_id (f->journal);

  g_assert_true (roundel_journal_set_me (f->journal, program, CANARY, NULL));
}

/* The words that leave are meant to; the way back to the entry is not. */
static void
add_released (Fixture *f)
{
  g_autofree char *program = roundel_journal_new_id (f->journal);
  g_autofree char *entry = write_entry (f, "lesson", "My boss the " CANARY);
  RoundelRecord record = { .program = program, .entity = program, .kind = "program", .body = "{\"title\":\"Skills\"}" };
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_notebook_put (f->notebook, &record, NULL, NULL));
  roundel_release_lesson (f->journal, f->notebook, entry, program, "Only this", NULL, &error);
  g_assert_no_error (error);
}

static void
add_run (Fixture *f)
{
  g_autofree char *run = roundel_journal_begin_run (f->journal, CANARY, CANARY, CANARY, NULL);

  g_assert_true (roundel_journal_append_event (f->journal, run, 0, CANARY, NULL));
}

static void
add_tally (Fixture *f)
{
  g_autofree char *session = roundel_journal_new_id (f->journal);
  const RoundelTallyAnswer answer = { .question = CANARY, .answer = 3 };
  const RoundelTallyComment comment = { .question = CANARY, .text = CANARY };

  g_assert_true (roundel_journal_add_slip (f->journal, session, &answer, 1, &comment, 1, NULL));
}

static void
add_setting (Fixture *f)
{
  g_assert_true (roundel_journal_set_setting (f->journal, CANARY, CANARY, NULL));
}

static const struct
{
  const char *kind;
  void (*add) (Fixture *f);
} canaries[] = {
  { "entry", add_entry }, { "draft", add_draft }, { "promise", add_promise }, { "practice", add_practice },
  { "partner-meeting", add_meeting },
  { "me", add_me }, { "released", add_released }, { "run", add_run }, { "tally", add_tally }, { "setting", add_setting },
};

static void
add_canary (Fixture    *f,
            const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (canaries); i++)
    if (g_str_equal (canaries[i].kind, kind))
      {
        canaries[i].add (f);
        return;
      }
  g_error ("the private kind %s has no canary: add one here", kind);
}

static guint
count_bytes (const char *path,
             const char *text)
{
  g_autofree char *bytes = NULL;
  const char *at;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  at = bytes;
  while ((at = memmem (at, length - (gsize) (at - bytes), text, strlen (text))) != NULL)
    {
      n++;
      at += strlen (text);
    }
  return n;
}

/* Every table of the journal that is not derived has the canary: a new table without one fails. */
static void
assert_every_table_has_it (Fixture *f)
{
  static const char *const others[] = {
    /* derived, or without any text of a person */
    "current", "erased", "state", "entry", "tally", "search", "search_data", "search_idx", "search_config",
  };
  RoundelDb *db = roundel_journal_get_db (f->journal);
  g_autoptr (RoundelStatement) tables = roundel_db_prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table'", NULL);

  while (roundel_db_next (db, tables, NULL))
    {
      const char *name = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", name);
      sqlite3_stmt *rows = NULL;
      gboolean other = FALSE, found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        other = other || g_str_equal (others[i], name);
      if (other)
        continue;
      g_assert_cmpint (sqlite3_prepare_v2 (roundel_db_get_handle (db), sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (rows); i++)
          {
            const char *text = (const char *) sqlite3_column_text (rows, i);

            found = found || (text != NULL && strstr (text, CANARY) != NULL);
          }
      sqlite3_finalize (rows);
      if (!found)
        g_error ("the table %s has no canary", name);
    }
}

/* Every program in the notebook, for everybody it can be for. */
static void
assert_no_export_has_it (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "share.roundel", NULL);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_kind (f->notebook, "program", NULL);

  g_assert_cmpuint (programs->len, >, 0);
  for (guint i = 0; i < programs->len; i++)
    for (RoundelAudience audience = ROUNDEL_AUDIENCE_MEMBERS; audience <= ROUNDEL_AUDIENCE_ORGANISERS; audience++)
      {
        const RoundelRecord *program = programs->pdata[i];
        const RoundelExport choice = { .program = program->entity, .audience = audience };
        RoundelExported exported;
        g_autoptr (GError) error = NULL;

        roundel_export_to_file (f->notebook, &choice, path, NULL, &exported, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (count_bytes (path, CANARY), ==, 0);
        g_assert_cmpuint (count_bytes (path, "Only this"), >, 0);
        g_unlink (path);
      }
}

static void
test_no_canary_is_in_the_notebook (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (f->notebook_path, "-wal", NULL);
  const RoundelKind *kinds;
  guint n_kinds, n_private = 0;

  kinds = roundel_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].ring == ROUNDEL_RING_PRIVATE)
      {
        add_canary (f, kinds[i].name);
        n_private++;
      }
  g_assert_cmpuint (n_private, ==, G_N_ELEMENTS (canaries));
  assert_every_table_has_it (f);

  g_assert_cmpuint (count_bytes (wal, CANARY), ==, 0);
  g_assert_cmpuint (count_bytes (wal, "Only this"), >, 0);
  assert_no_export_has_it (f);
  g_assert_true (roundel_notebook_close (f->notebook, NULL));
  g_assert_true (roundel_journal_close (f->journal, NULL));
  g_assert_cmpuint (count_bytes (f->notebook_path, CANARY), ==, 0);
  g_assert_cmpuint (count_bytes (f->path, CANARY), >, n_private);
}

static void
assert_refuses_ring (RoundelDb  *db,
                     const char *ring)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO revision (id, program, circle, ring, entity, kind, register, hlc, device, parents, deleted, digest)"
                     " VALUES (randomblob (32), zeroblob (16), zeroblob (16), '%s', randomblob (16), 'entry', '', 1,"
                     " randomblob (16), x'', 0, x'00')", ring);
  g_autoptr (GError) error = NULL;

  g_assert_false (roundel_db_script (db, sql, &error));
  g_assert_nonnull (strstr (error->message, "ring"));
}

static void
test_neither_file_takes_what_belongs_into_the_other (Fixture       *f,
                                                     gconstpointer  data)
{
  RoundelDb *notebook = roundel_records_get_db (roundel_notebook_get_records (f->notebook));

  assert_refuses_ring (notebook, "private");
  assert_refuses_ring (roundel_journal_get_db (f->journal), "members");
  assert_refuses_ring (roundel_journal_get_db (f->journal), "organisers");
}

static void
test_two_hundred_entries_leave_nothing (Fixture       *f,
                                        gconstpointer  data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry %u with the " CANARY, i);
      g_autofree char *id = write_entry (f, roundel_entry_kinds ()[i % 7], text);
    }
  g_assert_true (roundel_notebook_close (f->notebook, NULL));
  g_assert_true (roundel_journal_close (f->journal, NULL));
  g_assert_cmpuint (count_bytes (f->path, CANARY), >=, 200);
  g_assert_cmpuint (count_bytes (f->notebook_path, CANARY), ==, 0);
}

static void
test_a_run_goes_on_after_a_kill (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *run = NULL;
  g_autoptr (RoundelJournal) again = NULL;
  g_autoptr (RoundelRunLog) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_journal_get_run (f->journal, &error));
  g_assert_no_error (error);
  run = roundel_journal_begin_run (f->journal, NULL, NULL, "the plan", &error);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *line = g_strdup_printf ("event %u", i);

      g_assert_true (roundel_journal_append_event (f->journal, run, i, line, &error));
    }
  again = start_again (f);
  log = roundel_journal_get_run (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (log->id, ==, run);
  g_assert_null (log->program);
  g_assert_cmpstr (log->plan, ==, "the plan");
  g_assert_cmpuint (log->events->len, ==, 12);
  g_assert_cmpstr (log->events->pdata[11], ==, "event 11");

  g_assert_true (roundel_journal_finish_run (again, run, &error));
  g_assert_null (roundel_journal_get_run (f->journal, &error));
  g_assert_no_error (error);
}

static void
test_a_tally_knows_nobody (Fixture       *f,
                           gconstpointer  data)
{
  g_autofree char *session = roundel_journal_new_id (f->journal);
  static const char *const comments[] = { "Zebra first", "Ant last", "Ant last" };
  g_autoptr (RoundelTally) tally = NULL;
  g_autoptr (RoundelTally) cleared = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      const RoundelTallyAnswer answers[] = { { .question = "worth", .answer = (int) i / 2 }, { .question = "safe", .answer = 5 } };
      const RoundelTallyComment comment = { .question = "change", .text = comments[i] };

      g_assert_true (roundel_journal_add_slip (f->journal, session, answers, 2, &comment, 1, &error));
    }
  tally = roundel_journal_get_tally (f->journal, session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally->slips, ==, 3);
  g_assert_cmpuint (tally->answers->len, ==, 3);
  g_assert_cmpuint (g_array_index (tally->answers, RoundelTallyAnswer, 0).times, ==, 3);
  g_assert_cmpuint (g_array_index (tally->answers, RoundelTallyAnswer, 1).times, ==, 2);
  g_assert_cmpuint (tally->comments->len, ==, 2);
  g_assert_cmpstr (g_array_index (tally->comments, RoundelTallyComment, 0).text, ==, "Ant last");
  g_assert_cmpuint (g_array_index (tally->comments, RoundelTallyComment, 0).times, ==, 2);

  g_assert_true (roundel_journal_clear_tally (f->journal, session, &error));
  cleared = roundel_journal_get_tally (f->journal, session, &error);
  g_assert_cmpuint (cleared->slips + cleared->answers->len + cleared->comments->len, ==, 0);
}

static void
test_a_setting_is_written_over (Fixture       *f,
                                gconstpointer  data)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_journal_get_setting (f->journal, "wizard", &error));
  g_assert_true (roundel_journal_set_setting (f->journal, "wizard", "{\"a\":1}", &error));
  g_assert_true (roundel_journal_set_setting (f->journal, "wizard", "{\"a\":2}", &error));
  value = roundel_journal_get_setting (f->journal, "wizard", &error);
  g_assert_cmpstr (value, ==, "{\"a\":2}");
  g_assert_true (roundel_journal_set_setting (f->journal, "wizard", NULL, &error));
  g_assert_null (roundel_journal_get_setting (f->journal, "wizard", &error));
  g_assert_no_error (error);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-private/no-canary-is-in-the-notebook", test_no_canary_is_in_the_notebook);
  ADD ("/journal-private/neither-file-takes-what-belongs-into-the-other", test_neither_file_takes_what_belongs_into_the_other);
  ADD ("/journal-private/two-hundred-entries-leave-nothing", test_two_hundred_entries_leave_nothing);
  ADD ("/journal-private/a-run-goes-on-after-a-kill", test_a_run_goes_on_after_a_kill);
  ADD ("/journal-private/a-tally-knows-nobody", test_a_tally_knows_nobody);
  ADD ("/journal-private/a-setting-is-written-over", test_a_setting_is_written_over);
  return g_test_run ();
}
