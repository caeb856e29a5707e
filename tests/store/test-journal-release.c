/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "journal-test.h"

#include "store/export.h"
#include "store/journal/commitment.h"
#include "store/journal/me.h"
#include "store/journal/release.h"
#include "store/journal/reply.h"
#include "store/merge.h"

#include <string.h>

static void
put (Fixture    *f,
     const char *program,
     const char *entity,
     const char *kind,
     const char *body)
{
  g_autoptr (GError) error = NULL;
  RoundelRecord record = { .program = program, .entity = entity, .kind = kind, .body = body };

  roundel_notebook_put (f->notebook, &record, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_program (Fixture *f)
{
  char *program = roundel_id_new (f->env);

  put (f, program, program, "program", "{\"title\":\"Skills\"}");
  return program;
}

static RoundelRecord *
get (Fixture    *f,
     const char *program,
     const char *entity,
     const char *kind)
{
  g_autoptr (GError) error = NULL;
  RoundelRecord *record = roundel_notebook_get (f->notebook, &(RoundelRecord) { .program = program, .entity = entity,
                                                .kind = kind }, &error);

  g_assert_no_error (error);
  return record;
}

static gboolean
file_has (const char *path,
          const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

static void
test_a_lesson_goes_out_and_comes_back (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  g_autofree char *entry = write_entry (f, "lesson", "My boss Amara listens when I come early");
  g_autofree char *lesson = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  g_autoptr (RoundelRecord) erased = NULL;
  g_autoptr (GPtrArray) released = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const RoundelRelease *one;

  g_assert_true (roundel_release_lesson (f->journal, f->notebook, entry, program, "Come ohnzwgj early", &lesson, &error));
  record = get (f, program, lesson, "lesson");
  g_assert_cmpstr (record->body, ==, "{\"text\":\"Come ohnzwgj early\"}");
  g_assert_cmpstr (record->ring, ==, "members");
  g_assert_null (record->circle);
  g_assert_cmpstr (lesson, !=, entry);

  released = roundel_release_list (f->journal, f->notebook, entry, &error);
  g_assert_cmpuint (released->len, ==, 1);
  one = released->pdata[0];
  g_assert_cmpstr (one->id, ==, lesson);
  g_assert_cmpstr (one->from, ==, entry);
  g_assert_cmpstr (one->text, ==, "Come ohnzwgj early");

  g_assert_true (roundel_release_take_back (f->journal, f->notebook, lesson, &error));
  erased = get (f, program, lesson, "lesson");
  g_assert_null (erased->body);
  after = roundel_release_list (f->journal, f->notebook, entry, &error);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_null (((RoundelRelease *) after->pdata[0])->text);
  g_assert_true (roundel_notebook_close (f->notebook, NULL));
  g_clear_object (&f->notebook);
  g_assert_false (file_has (f->notebook_path, "ohnzwgj"));
}

/* What a colleague has after an exchange. */
static void
bring (Fixture         *f,
       const char      *program,
       RoundelNotebook *other)
{
  g_autofree char *path = g_build_filename (f->folder, "share.roundel", NULL);
  const RoundelExport choice = { .program = program, .audience = ROUNDEL_AUDIENCE_MEMBERS };
  RoundelExported exported;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMerge) merge = roundel_merge_new (other, NULL, &error);
  RoundelMergeResult result;

  g_assert_true (roundel_export_to_file (f->notebook, &choice, path, NULL, &exported, &error));
  g_assert_true (roundel_merge_add_file (merge, path, &error));
  roundel_merge_apply (merge, ROUNDEL_MERGE_JOIN, &result, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static void
test_taken_back_it_is_gone_from_other_notebooks (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  g_autofree char *entry = write_entry (f, "lesson", "Something private");
  g_autofree char *path = g_build_filename (f->folder, "other.db", NULL);
  g_autoptr (RoundelNotebook) other = roundel_notebook_open (path, f->env, 1000, NULL);
  g_autofree char *lesson = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_release_lesson (f->journal, f->notebook, entry, program, "Come ohnzwgj early", &lesson, &error));
  bring (f, program, other);
  g_assert_true (roundel_db_checkpoint (roundel_records_get_db (roundel_notebook_get_records (other)), NULL));
  g_assert_true (file_has (path, "ohnzwgj"));
  g_assert_true (roundel_release_take_back (f->journal, f->notebook, lesson, &error));
  bring (f, program, other);
  g_assert_true (roundel_notebook_close (other, &error));
  g_assert_false (file_has (path, "ohnzwgj"));
  g_assert_false (file_has (path, "private"));
}

static void
test_it_goes_to_the_circle_of_its_owner (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  g_autofree char *me = roundel_id_new (f->env);
  g_autofree char *ours = roundel_id_new (f->env);
  g_autofree char *theirs = roundel_id_new (f->env);
  g_autofree char *body = g_strdup_printf ("{\"members\":[\"x\",\"%s\"]}", me);
  g_autofree char *entry = write_entry (f, "lesson", "Ask first");
  g_autofree char *lesson = NULL;
  g_autofree char *expected = g_strdup_printf ("{\"text\":\"Ask first\",\"by\":\"%s\"}", me);
  g_autofree char *read = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  put (f, program, theirs, "circle", "{\"members\":[\"y\"]}");
  put (f, program, ours, "circle", body);
  g_assert_null (roundel_journal_get_me (f->journal, program, &error));
  g_assert_no_error (error);
  g_assert_true (roundel_journal_set_me (f->journal, program, me, &error));
  read = roundel_journal_get_me (f->journal, program, &error);
  g_assert_cmpstr (read, ==, me);
  g_assert_true (roundel_release_lesson (f->journal, f->notebook, entry, program, NULL, &lesson, &error));
  record = get (f, program, lesson, "lesson");
  g_assert_cmpstr (record->circle, ==, ours);
  g_assert_cmpstr (record->body, ==, expected);
}

static void
test_only_what_is_here_is_released (Fixture       *f,
                                    gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  g_autofree char *other = roundel_id_new (f->env);
  g_autofree char *entry = write_entry (f, "lesson", "Ask first");
  g_autoptr (GPtrArray) released = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (roundel_release_lesson (f->journal, f->notebook, entry, other, NULL, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (roundel_release_lesson (f->journal, f->notebook, other, program, NULL, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (roundel_release_take_back (f->journal, f->notebook, other, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  released = roundel_release_list (f->journal, f->notebook, NULL, NULL);
  g_assert_cmpuint (released->len, ==, 0);
}

/* A crash between the two files: the way is there, and leads to nothing. */
static void
test_a_crash_in_between_shows_nothing (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  g_autofree char *entry = write_entry (f, "lesson", "Ask first");
  g_autofree char *lesson = NULL;
  g_autoptr (RoundelNotebook) busy = roundel_notebook_open (f->notebook_path, f->env, 1, NULL);
  g_autoptr (GPtrArray) released = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_db_begin (roundel_records_get_db (roundel_notebook_get_records (f->notebook)), NULL));
  g_assert_false (roundel_release_lesson (f->journal, busy, entry, program, NULL, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  roundel_db_rollback (roundel_records_get_db (roundel_notebook_get_records (f->notebook)));
  released = roundel_release_list (f->journal, f->notebook, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (released->len, ==, 0);
  g_assert_true (roundel_release_lesson (f->journal, f->notebook, entry, program, NULL, &lesson, &error));
  again = roundel_release_list (f->journal, f->notebook, entry, &error);
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_a_shown_commitment_shows_no_more_than_it_says (Fixture       *f,
                                                    gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  RoundelCommitment promise = {
    .text = "Talk to him", .due = "2027-01-21", .cue = "when he is late", .first_step = "write it down", .with = "Ben",
    .program = program, .rhythm = 3,
  };
  g_autofree char *id = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RoundelCommitment) read = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  g_autoptr (RoundelRecord) later = NULL;
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, &id, &error));
  g_assert_true (roundel_release_commitment (f->journal, f->notebook, id, &shown, &error));
  record = get (f, program, shown, "commitment");
  g_assert_cmpstr (record->body, ==, "{\"text\":\"Talk to him\",\"due\":\"2027-01-21\",\"status\":\"open\"}");

  read = roundel_journal_get_commitment (f->journal, id, &error);
  g_assert_cmpstr (read->cue, ==, promise.cue);
  g_assert_cmpstr (read->first_step, ==, promise.first_step);
  g_assert_cmpstr (read->with, ==, promise.with);
  g_assert_cmpuint (read->rhythm, ==, 3);
  g_assert_cmpstr (read->status, ==, "open");
  g_assert_cmpint (g_date_time_to_unix (read->made), ==, NOW / SECOND);
  promise = *read;
  promise.status = "kept";
  promise.learned = "He wants to be asked";
  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, NULL, &error));
  g_assert_true (roundel_release_commitment (f->journal, f->notebook, id, &again, &error));
  g_assert_cmpstr (again, ==, shown);
  later = get (f, program, shown, "commitment");
  g_assert_cmpstr (later->body, ==, "{\"text\":\"Talk to him\",\"due\":\"2027-01-21\",\"status\":\"kept\"}");
  g_assert_cmpuint (later->versions, ==, 1);

  commitments = roundel_journal_list_commitments (f->journal, &error);
  g_assert_cmpuint (commitments->len, ==, 1);
  g_assert_cmpstr (((RoundelCommitment *) commitments->pdata[0])->learned, ==, "He wants to be asked");
  g_assert_true (roundel_release_take_back (f->journal, f->notebook, shown, &error));

  promise = (RoundelCommitment) { .text = "Of no program" };
  g_clear_pointer (&id, g_free);
  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, &id, &error));
  g_assert_false (roundel_release_commitment (f->journal, f->notebook, id, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
}

/* What is shown follows; what is not stays private. */
static void
test_the_circle_reads_what_became_of_it (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *program = make_program (f);
  RoundelCommitment promise = { .text = "Talk to him", .program = program };
  g_autofree char *id = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (RoundelCommitment) read = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  g_autoptr (RoundelRecord) gone = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, &id, &error));
  g_assert_true (roundel_release_follow (f->journal, f->notebook, id, &error));
  nothing = roundel_release_list (f->journal, f->notebook, id, &error);
  g_assert_cmpuint (nothing->len, ==, 0);

  g_assert_true (roundel_release_commitment (f->journal, f->notebook, id, &shown, &error));
  read = roundel_journal_get_commitment (f->journal, id, &error);
  promise = *read;
  promise.status = "partly";
  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, NULL, &error));
  g_assert_true (roundel_release_follow (f->journal, f->notebook, id, &error));
  record = get (f, program, shown, "commitment");
  g_assert_cmpstr (record->body, ==, "{\"text\":\"Talk to him\",\"status\":\"partly\"}");

  g_assert_true (roundel_journal_delete_commitment (f->journal, id, &error));
  g_assert_true (roundel_release_follow (f->journal, f->notebook, id, &error));
  gone = get (f, program, shown, "commitment");
  g_assert_null (gone->body);
}

/* Whoever changed a promise that rested begins anew. */
static void
test_what_was_renewed_has_not_lapsed (Fixture       *f,
                                      gconstpointer  data)
{
  const gint64 day = 24 * 3600;
  g_autoptr (GPtrArray) practices = g_ptr_array_new ();
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (NOW / SECOND);
  g_autoptr (GDateTime) renewed = g_date_time_add_days (at, 20);
  RoundelPractice practice = { .commitment = "one", .at = at };
  RoundelCommitment promise = { .id = "one", .status = "open", .rhythm = 7, .made = at };

  g_ptr_array_add (practices, &practice);
  g_assert_false (roundel_commitment_has_lapsed (&promise, practices, NOW / SECOND + 13 * day));
  g_assert_true (roundel_commitment_has_lapsed (&promise, practices, NOW / SECOND + 22 * day));
  g_assert_false (roundel_commitment_is_due (&promise, practices, NOW / SECOND + 22 * day));
  promise.renewed = renewed;
  g_assert_false (roundel_commitment_has_lapsed (&promise, practices, NOW / SECOND + 22 * day));
  g_assert_true (roundel_commitment_is_due (&promise, practices, NOW / SECOND + 22 * day));
  g_assert_true (roundel_commitment_has_lapsed (&promise, practices, NOW / SECOND + 40 * day));
}

static void
test_practice_makes_strength (Fixture       *f,
                              gconstpointer  data)
{
  RoundelCommitment promise = { .text = "Ask first" };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GArray) attempts = NULL;
  g_autoptr (GError) error = NULL;
  const RoundelPractice *last;

  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, &id, &error));
  for (guint i = 0; i < 5; i++)
    {
      RoundelPractice practice = {
        .commitment = id, .result = i % 3, .what = "What \"happened\"", .confidence = i + 1, .helper = i == 4,
      };

      roundel_env_advance (f->env, G_GINT64_CONSTANT (7) * 24 * 3600 * SECOND);
      g_assert_true (roundel_journal_put_practice (f->journal, &practice, NULL, &error));
    }
  practices = roundel_journal_list_practices (f->journal, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (practices->len, ==, 5);
  last = practices->pdata[0];
  g_assert_cmpint (g_date_time_to_unix (last->at), ==, roundel_env_now (f->env) / SECOND);
  g_assert_cmpint (last->result, ==, ROUNDEL_PRACTICE_PARTLY);
  g_assert_cmpstr (last->what, ==, "What \"happened\"");
  g_assert_cmpuint (last->confidence, ==, 5);
  g_assert_true (last->helper);
  attempts = roundel_practice_attempts (practices, id);
  g_assert_cmpuint (attempts->len, ==, 5);
  g_assert_cmpfloat (roundel_practice_strength ((const RoundelAttempt *) (gpointer) attempts->data, 5, 7, 0,
                                                  roundel_practice_time (roundel_env_now (f->env) / SECOND)),
                     >, 0.3);

  g_assert_true (roundel_journal_delete_practice (f->journal, last->id, &error));
  fewer = roundel_journal_list_practices (f->journal, NULL, &error);
  g_assert_cmpuint (fewer->len, ==, 4);
  g_assert_true (roundel_journal_undelete_practice (f->journal, last->id, &error));
  g_assert_true (roundel_journal_delete_commitment (f->journal, id, &error));
  g_assert_true (roundel_journal_undelete_commitment (f->journal, id, &error));
}

static void
test_a_reply_goes_to_the_circle_of_the_lesson (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *program = roundel_journal_new_id (f->journal);
  g_autofree char *other = roundel_journal_new_id (f->journal);
  g_autofree char *circle = roundel_journal_new_id (f->journal);
  g_autofree char *lesson = roundel_journal_new_id (f->journal);
  g_autofree char *me = roundel_journal_new_id (f->journal);
  const RoundelRecord about = { .program = program, .circle = circle, .entity = lesson, .kind = "lesson", .body = "{\"text\":\"Ask\"}" };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) replies = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  const RoundelReply *thanks, *question;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_notebook_put (f->notebook, &about, NULL, NULL));
  g_assert_true (roundel_journal_set_me (f->journal, program, me, NULL));
  roundel_reply_put (f->journal, f->notebook, &about, NULL, &error);
  g_assert_no_error (error);
  roundel_env_advance (f->env, SECOND);
  roundel_reply_put (f->journal, f->notebook, &about, "How did you \"ask\"?", &error);
  g_assert_no_error (error);
  replies = roundel_reply_list (f->notebook, program, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replies->len, ==, 2);
  thanks = replies->pdata[0];
  question = replies->pdata[1];
  g_assert_cmpstr (thanks->lesson, ==, lesson);
  g_assert_cmpstr (thanks->by, ==, me);
  g_assert_null (thanks->text);
  g_assert_cmpstr (question->text, ==, "How did you \"ask\"?");
  records = roundel_notebook_list_kind (f->notebook, "reply", NULL);
  g_assert_cmpstr (((RoundelRecord *) records->pdata[0])->circle, ==, circle);
  none = roundel_reply_list (f->notebook, other, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_false (roundel_reply_take_back (f->journal, f->notebook, program, lesson, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (roundel_reply_take_back (f->journal, f->notebook, program, question->id, &error));
  fewer = roundel_reply_list (f->notebook, program, NULL);
  g_assert_cmpuint (fewer->len, ==, 1);
  roundel_journal_set_me (f->journal, program, other, NULL);
  g_assert_false (roundel_reply_take_back (f->journal, f->notebook, program, thanks->id, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
}

static void
test_a_question_waits_for_its_author (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *program = roundel_journal_new_id (f->journal);
  g_autofree char *lesson = roundel_journal_new_id (f->journal);
  g_autofree char *me = roundel_journal_new_id (f->journal);
  g_autofree char *other = roundel_journal_new_id (f->journal);
  g_autofree char *body = g_strdup_printf ("{\"text\":\"Ask\",\"by\":\"%s\"}", me);
  const RoundelRecord about = { .program = program, .entity = lesson, .kind = "lesson", .body = body };
  g_autoptr (RoundelReply) found = NULL;

  g_assert_true (roundel_notebook_put (f->notebook, &about, NULL, NULL));
  g_assert_true (roundel_journal_set_me (f->journal, program, other, NULL));
  g_assert_true (roundel_reply_put (f->journal, f->notebook, &about, NULL, NULL));
  roundel_env_advance (f->env, SECOND);
  g_assert_true (roundel_reply_put (f->journal, f->notebook, &about, "And then?", NULL));
  g_assert_null (roundel_reply_find_question (f->journal, f->notebook, program, NULL));
  g_assert_true (roundel_journal_set_me (f->journal, program, me, NULL));
  found = roundel_reply_find_question (f->journal, f->notebook, program, NULL);
  g_assert_nonnull (found);
  g_assert_cmpstr (found->text, ==, "And then?");
  g_assert_cmpstr (found->by, ==, other);
  roundel_env_advance (f->env, SECOND);
  g_assert_true (roundel_reply_put (f->journal, f->notebook, &about, "I wait", NULL));
  g_assert_null (roundel_reply_find_question (f->journal, f->notebook, program, NULL));
  g_assert_true (roundel_reply_take_back_answers (f->journal, f->notebook, program, lesson, NULL));
  roundel_reply_free (found);
  found = roundel_reply_find_question (f->journal, f->notebook, program, NULL);
  g_assert_cmpstr (found->text, ==, "And then?");
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-release/a-lesson-goes-out-and-comes-back", test_a_lesson_goes_out_and_comes_back);
  ADD ("/journal-release/taken-back-it-is-gone-from-other-notebooks", test_taken_back_it_is_gone_from_other_notebooks);
  ADD ("/journal-release/it-goes-to-the-circle-of-its-owner", test_it_goes_to_the_circle_of_its_owner);
  ADD ("/journal-release/only-what-is-here-is-released", test_only_what_is_here_is_released);
  ADD ("/journal-release/a-crash-in-between-shows-nothing", test_a_crash_in_between_shows_nothing);
  ADD ("/journal-release/a-shown-commitment-shows-no-more-than-it-says", test_a_shown_commitment_shows_no_more_than_it_says);
  ADD ("/journal-release/the-circle-reads-what-became-of-it", test_the_circle_reads_what_became_of_it);
  ADD ("/journal-release/a-question-waits-for-its-author", test_a_question_waits_for_its_author);
  ADD ("/journal-release/what-was-renewed-has-not-lapsed", test_what_was_renewed_has_not_lapsed);
  ADD ("/journal-release/practice-makes-strength", test_practice_makes_strength);
  ADD ("/journal-release/a-reply-goes-to-the-circle-of-the-lesson", test_a_reply_goes_to_the_circle_of_the_lesson);
  return g_test_run ();
}
