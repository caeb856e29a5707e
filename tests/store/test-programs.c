/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/design.h"
#include "core/program-ids.h"
#include "helper.h"
#include "store/programs.h"

/* A small program, made without the content. */
static RoundelProgram *
make_program (RoundelNotebook *notebook,
              const char      *title)
{
  RoundelProgram *program = roundel_program_new ("program");
  RoundelCircle *circle = roundel_program_add_circle (program, "circle");
  RoundelMember *member = roundel_member_new ("1", "Amara");

  program->title = g_strdup (title);
  member->reports_to = g_strdup ("Ruth");
  g_ptr_array_add (program->members, member);
  g_ptr_array_add (program->members, roundel_member_new ("2", "Benoît"));
  g_strfreev (circle->members);
  circle->members = g_strsplit ("2 1", " ", -1);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("session-%u", i);
      RoundelSession *session = roundel_program_add_session (program, id, "circle");

      session->starts = g_strdup (i == 0 ? "2027-01-21T15:00" : "2027-01-14T15:00");
      session->zone = g_strdup ("Europe/Oslo");
      session->seconds = 3600;
      g_ptr_array_add (session->outline, roundel_outline_part_new ("troika", NULL, ROUNDEL_PLAN_REST, FALSE));
    }
  roundel_program_renew_ids (program, roundel_notebook_get_env (notebook));
  return program;
}

static char *
add_program (RoundelNotebook *notebook,
             const char      *title)
{
  g_autoptr (RoundelProgram) program = make_program (notebook, title);
  g_autoptr (GError) error = NULL;

  roundel_notebook_add_program (notebook, program, &error);
  g_assert_no_error (error);
  return g_strdup (program->id);
}

static void
test_a_program_comes_back_whole (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *id = add_program (notebook, "Conscious skills");
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (notebook, id, &error);
  const RoundelSession *first;

  g_assert_no_error (error);
  g_assert_cmpstr (program->title, ==, "Conscious skills");
  g_assert_cmpuint (program->members->len, ==, 2);
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[0])->name, ==, "Benoît");
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[1])->reports_to, ==, "Ruth");
  g_assert_cmpuint (program->sessions->len, ==, 2);
  first = program->sessions->pdata[0];
  g_assert_cmpuint (first->number, ==, 1);
  g_assert_cmpstr (first->starts, ==, "2027-01-14T15:00");
  g_assert_cmpstr (first->circle, ==, ((RoundelCircle *) program->circles->pdata[0])->id);
  g_assert_cmpuint (first->outline->len, ==, 1);
}

static void
test_changes_come_newest_first_and_of_one_program (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *id = add_program (notebook, "Conscious skills");
  g_autofree char *other = add_program (notebook, "Another");
  g_autoptr (RoundelProgram) before = roundel_notebook_read_program (notebook, id, NULL);
  g_autoptr (RoundelProgram) after = roundel_notebook_read_program (notebook, id, NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_free (after->title);
  after->title = g_strdup ("Other skills");
  roundel_notebook_change_program (notebook, before, after, &error);
  g_assert_no_error (error);
  changes = roundel_notebook_list_changes (notebook, id, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (((RoundelRecord *) changes->pdata[0])->kind, ==, "program");
  g_assert_nonnull (strstr (((RoundelRecord *) changes->pdata[0])->body, "Other skills"));
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpstr (((RoundelRecord *) changes->pdata[i])->program, ==, id);
}

static void
test_a_list_has_each_program_once (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *one = add_program (notebook, "One");
  g_autofree char *two = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GError) error = NULL;

  roundel_env_advance (roundel_notebook_get_env (notebook), DAY);
  two = add_program (notebook, "Two");
  programs = roundel_notebook_list_programs (notebook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (programs->len, ==, 2);
  g_assert_cmpstr (((RoundelProgram *) programs->pdata[0])->title, ==, "One");
  g_assert_cmpuint (((RoundelProgram *) programs->pdata[1])->sessions->len, ==, 2);

  g_ptr_array_unref (programs);
  g_strfreev (roundel_notebook_delete (notebook, one, NULL, &error));
  g_assert_no_error (error);
  programs = roundel_notebook_list_programs (notebook, &error);
  g_assert_cmpuint (programs->len, ==, 1);
  g_assert_cmpstr (((RoundelProgram *) programs->pdata[0])->id, ==, two);
  g_assert_null (roundel_notebook_read_program (notebook, one, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
}

static void
test_nothing_is_written_of_a_program_that_does_not_fit (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autoptr (RoundelProgram) program = make_program (notebook, "Long");
  g_autoptr (GError) error = NULL;
  RoundelSession *session = program->sessions->pdata[1];

  session->question = g_strnfill (ROUNDEL_BODY_MAX, 'a');
  g_assert_false (roundel_notebook_add_program (notebook, program, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "session"));
  g_assert_cmpuint (test_count (notebook, program->id), ==, 0);
}

static void
test_a_change_leaves_all_other_keys_as_they_are (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *program = test_id_new (notebook);
  g_autofree char *first = test_put (notebook, program, program, "program", "", NULL,
                                     "{\"title\":\"One\",\"n\":12345678901234567890,\"x\":0.10,\"later\":{\"a\":[1,{}]},"
                                     "\"sponsor\":\"S\"}");
  RoundelRecord change = { .program = program, .entity = program, .kind = "program", .reg = "",
                           .body = "{\"title\":\"Two\",\"sponsor\":null,\"topic\":\"t\"}" };
  g_autoptr (RoundelRecord) changed = NULL;
  g_autoptr (RoundelRecord) beside = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_notebook_edit (notebook, &change, NULL, &error));
  g_assert_no_error (error);
  changed = test_get (notebook, program, program, "program", "");
  g_assert_cmpstr (changed->body, ==,
                   "{\"title\":\"Two\",\"n\":12345678901234567890,\"x\":0.10,\"later\":{\"a\":[1,{}]},\"topic\":\"t\"}");
  g_assert_cmpuint (changed->versions, ==, 1);

  /* a form that was opened before is beside it, not over it */
  change.revision = first;
  change.body = "{\"title\":\"Three\"}";
  g_assert_true (roundel_notebook_edit (notebook, &change, NULL, &error));
  beside = test_get (notebook, program, program, "program", "");
  g_assert_cmpuint (beside->versions, ==, 2);
  g_assert_nonnull (strstr (beside->body, "\"sponsor\":\"S\""));
  g_assert_nonnull (strstr (beside->body, "\"Three\""));

  change.revision = NULL;
  change.kind = "charter";
  g_assert_false (roundel_notebook_edit (notebook, &change, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
}

static void
test_a_changed_program_is_written_key_by_key_and_undone (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *id = add_program (notebook, "Conscious skills");
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) before = roundel_notebook_read_program (notebook, id, &error);
  g_autoptr (RoundelProgram) after = roundel_notebook_read_program (notebook, id, &error);
  g_autoptr (RoundelProgram) read = NULL;
  g_autoptr (RoundelProgram) undone = NULL;
  g_autoptr (RoundelRecord) first = NULL;
  g_autofree char *member = g_strdup (((RoundelMember *) before->members->pdata[0])->id);
  RoundelSession *session = after->sessions->pdata[0];
  g_autofree char *session_id = g_strdup (session->id);
  gboolean all;

  g_assert_true (roundel_notebook_edit (notebook, &(RoundelRecord) { .program = id, .entity = member, .kind = "member",
                                        .reg = "", .body = "{\"pronouns\":\"he\"}" }, NULL, &error));
  g_free (session->starts);
  session->starts = g_strdup ("2027-03-01T09:00");
  g_free (((RoundelMember *) after->members->pdata[0])->name);
  ((RoundelMember *) after->members->pdata[0])->name = g_strdup ("Ben");
  g_ptr_array_add (after->members, roundel_member_new ("00000000-0000-7000-8000-000000000001", "Kim"));
  g_assert_true (roundel_notebook_change_program (notebook, before, after, &error));
  g_assert_no_error (error);

  read = roundel_notebook_read_program (notebook, id, &error);
  g_assert_cmpstr (roundel_program_find_session (read, session_id)->starts, ==, "2027-03-01T09:00");
  g_assert_cmpstr (roundel_program_find_session (read, session_id)->zone, ==, "Europe/Oslo");
  g_assert_cmpuint (roundel_program_find_session (read, session_id)->outline->len, ==, 1);
  g_assert_cmpuint (read->members->len, ==, 3);
  first = test_get (notebook, id, member, "member", "");
  g_assert_nonnull (strstr (first->body, "\"pronouns\":\"he\""));
  g_assert_nonnull (strstr (first->body, "\"Ben\""));

  g_assert_true (roundel_notebook_undo_change (notebook, before, after, &all, &error));
  g_assert_true (all);
  undone = roundel_notebook_read_program (notebook, id, &error);
  g_assert_cmpstr (roundel_program_find_session (undone, session_id)->starts, ==, "2027-01-14T15:00");
  g_assert_cmpuint (undone->members->len, ==, 2);
  g_assert_cmpstr (roundel_program_find_member (undone, member)->name, ==, "Benoît");
}

/* Of a change with several parts, those that somebody has written over, deleted or built upon are no longer one's own to undo. */
static void
test_an_undo_leaves_what_was_changed_since (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *id = add_program (notebook, "Conscious skills");
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) before = roundel_notebook_read_program (notebook, id, &error);
  g_autoptr (RoundelProgram) after = roundel_notebook_read_program (notebook, id, &error);
  g_autoptr (RoundelProgram) undone = NULL;
  const char *kim = "00000000-0000-7000-8000-000000000001", *lee = "00000000-0000-7000-8000-000000000002";
  gboolean all;

  g_free (after->title);
  after->title = g_strdup ("Mine");
  g_free (after->topic);
  after->topic = g_strdup ("Mine, too");
  g_ptr_array_add (after->members, roundel_member_new (kim, "Kim"));
  g_ptr_array_add (after->members, roundel_member_new (lee, "Lee"));
  g_assert_true (roundel_notebook_change_program (notebook, before, after, &error));
  g_assert_true (roundel_notebook_edit (notebook, &(RoundelRecord) { .program = id, .entity = id, .kind = "program",
                                        .reg = "", .body = "{\"topic\":\"Decided\"}" }, NULL, &error));
  g_assert_true (roundel_notebook_edit (notebook, &(RoundelRecord) { .program = id, .entity = lee, .kind = "member",
                                        .reg = "", .body = "{\"team\":\"Sales\"}" }, NULL, &error));

  g_assert_true (roundel_notebook_undo_change (notebook, before, after, &all, &error));
  g_assert_no_error (error);
  g_assert_false (all);
  undone = roundel_notebook_read_program (notebook, id, &error);
  g_assert_cmpstr (undone->title, ==, "Conscious skills");
  g_assert_cmpstr (undone->topic, ==, "Decided");
  g_assert_null (roundel_program_find_member (undone, kim));
  g_assert_cmpstr (roundel_program_find_member (undone, lee)->team, ==, "Sales");
}

static void
test_of_very_many_lessons_the_newest_are_read (void)
{
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  g_autofree char *id = add_program (notebook, "Conscious skills");
  g_autoptr (RoundelProgram) recent = NULL;
  g_autoptr (RoundelProgram) whole = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *lesson = g_strdup_printf ("01890000-0000-7000-8000-0000000000%02x", i);
      g_autofree char *body = g_strdup_printf ("{\"text\":\"Lesson %u\"}", i);
      g_autofree char *x = test_put (notebook, id, lesson, "lesson", "", NULL, body);
    }
  recent = roundel_notebook_read_program_recent (notebook, id, 3, NULL);
  whole = roundel_notebook_read_program (notebook, id, NULL);
  g_assert_cmpuint (whole->lessons->len, ==, 20);
  g_assert_cmpuint (recent->lessons->len, ==, 3);
  g_assert_cmpstr (((RoundelLesson *) recent->lessons->pdata[2])->text, ==, "Lesson 19");
  g_assert_cmpuint (recent->members->len, ==, 2);
  g_assert_cmpuint (recent->sessions->len, ==, 2);
  g_assert_cmpstr (recent->title, ==, "Conscious skills");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programs/a-program-comes-back-whole", test_a_program_comes_back_whole);
  g_test_add_func ("/programs/an-undo-leaves-what-was-changed-since", test_an_undo_leaves_what_was_changed_since);
  g_test_add_func ("/programs/of-very-many-lessons-the-newest-are-read", test_of_very_many_lessons_the_newest_are_read);
  g_test_add_func ("/programs/changes-come-newest-first-and-of-one-program", test_changes_come_newest_first_and_of_one_program);
  g_test_add_func ("/programs/a-list-has-each-program-once", test_a_list_has_each_program_once);
  g_test_add_func ("/programs/nothing-is-written-of-a-program-that-does-not-fit",
                   test_nothing_is_written_of_a_program_that_does_not_fit);
  g_test_add_func ("/programs/a-changed-program-is-written-key-by-key-and-undone",
                   test_a_changed_program_is_written_key_by_key_and_undone);
  g_test_add_func ("/programs/a-change-leaves-all-other-keys-as-they-are", test_a_change_leaves_all_other_keys_as_they_are);
  return g_test_run ();
}
