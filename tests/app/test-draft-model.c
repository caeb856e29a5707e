/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "app/draft-file.h"
#include "app/wizard/draft-model.h"
#include "core/schedule.h"

typedef struct
{
  RoundelDesk *desk;
  RoundelDraftModel *model;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  /* 2026-11-21 10:00 UTC */
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1795255200000000), 1);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "notebook.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = roundel_desk_new (env, path, &error);
  g_assert_no_error (error);
  fixture->model = roundel_draft_model_new (fixture->desk);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  roundel_draft_file_drop (fixture->desk);
  g_clear_object (&fixture->model);
  roundel_draft_file_drop (fixture->desk);
  g_clear_object (&fixture->desk);
}

static void
take (Fixture      *fixture,
      RoundelDraft *draft)
{
  roundel_draft_model_take_draft (fixture->model, draft);
}

static const RoundelDraft *
draft_of (Fixture *fixture)
{
  return roundel_draft_model_get_draft (fixture->model);
}

static void
answer_three (Fixture *fixture)
{
  take (fixture, roundel_draft_set_outcome (draft_of (fixture), "leadership-development"));
  take (fixture, roundel_draft_set_seat_count (draft_of (fixture), 9));
}

static void
test_a_new_draft_knows_a_day_and_a_zone (Fixture      *fixture,
                                         gconstpointer data)
{
  g_assert_true (roundel_local_time_is_valid (draft_of (fixture)->starts));
  g_assert_true (roundel_zone_is_valid (draft_of (fixture)->zone));
  g_assert_null (draft_of (fixture)->outcome);
  g_assert_null (roundel_draft_model_get_design (fixture->model));
  g_assert_false (roundel_draft_model_is_first_draft (fixture->model));
}

static void
test_three_answers_make_a_program (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (RoundelProgram) program = NULL;

  answer_three (fixture);
  g_assert_true (roundel_draft_model_is_first_draft (fixture->model));
  program = roundel_draft_model_make_program (fixture->model);
  g_assert_cmpstr (program->title, ==, "Leadership development");
  g_assert_cmpuint (program->members->len, ==, 9);
  g_assert_cmpuint (program->sessions->len, ==, 10);
}

static void
test_names_fill_seats (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) names = roundel_members_new ();
  g_autoptr (RoundelProgram) program = NULL;

  answer_three (fixture);
  g_ptr_array_add (names, roundel_member_new ("4", "Amara Okafor"));
  take (fixture, roundel_draft_set_members (draft_of (fixture), names));
  program = roundel_draft_model_make_program (fixture->model);
  g_assert_cmpuint (program->members->len, ==, 9);
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[0])->name, ==, "Amara Okafor");
  g_assert_null (((RoundelMember *) program->members->pdata[8])->name);
  for (guint i = 1; i < 9; i++)
    g_assert_cmpstr (((RoundelMember *) program->members->pdata[i - 1])->id, !=, ((RoundelMember *) program->members->pdata[i])->id);
}

static void
test_the_preview_is_what_is_made (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (RoundelProgram) program = NULL;
  const RoundelDesign *design;

  answer_three (fixture);
  design = roundel_draft_model_get_design (fixture->model);
  program = roundel_draft_model_make_program (fixture->model);
  g_assert_cmpuint (design->program->sessions->len, ==, program->sessions->len);
  for (guint i = 0; i < program->sessions->len; i++)
    g_assert_cmpstr (((RoundelSession *) design->program->sessions->pdata[i])->starts, ==,
                     ((RoundelSession *) program->sessions->pdata[i])->starts);
  g_assert_cmpuint (roundel_draft_model_get_readiness (fixture->model)->len, ==, ROUNDEL_N_REASONS);
}

static void
test_what_is_typed_is_on_the_disk_within_a_second (Fixture      *fixture,
                                                   gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();
  RoundelDraft *draft = NULL;

  take (fixture, roundel_draft_set_title (draft_of (fixture), "Conscious skills"));
  while (draft == NULL && g_get_monotonic_time () - begin < 5 * G_TIME_SPAN_SECOND)
    {
      g_main_context_iteration (NULL, FALSE);
      draft = roundel_draft_file_read (fixture->desk);
    }
  g_assert_nonnull (draft);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_TIME_SPAN_SECOND); /* with room for a loaded machine */
  g_assert_cmpstr (draft->title, ==, "Conscious skills");
  roundel_draft_unref (draft);
}

static void
test_another_day_it_goes_on_where_it_was_left (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (RoundelDraftModel) later = NULL;
  g_autoptr (GError) error = NULL;

  answer_three (fixture);
  roundel_draft_model_save (fixture->model, &error);
  g_assert_no_error (error);
  later = roundel_draft_model_new (fixture->desk);
  g_assert_cmpstr (roundel_draft_model_get_draft (later)->outcome, ==, "leadership-development");
  g_assert_cmpuint (roundel_draft_model_get_draft (later)->n_seats, ==, 9);
}

static void
test_a_discarded_draft_is_gone (Fixture      *fixture,
                                gconstpointer data)
{
  answer_three (fixture);
  roundel_draft_model_save (fixture->model, NULL);
  roundel_draft_model_discard (fixture->model);
  g_assert_null (draft_of (fixture)->outcome);
  g_assert_null (roundel_draft_file_read (fixture->desk));
}

static void
test_a_wrong_zone_is_a_problem_of_its_field (Fixture      *fixture,
                                             gconstpointer data)
{
  g_assert_null (roundel_draft_model_find_problem (fixture->model, ROUNDEL_DRAFT_ZONE));
  take (fixture, roundel_draft_set_zone (draft_of (fixture), "Europe/Atlantis"));
  g_assert_nonnull (roundel_draft_model_find_problem (fixture->model, ROUNDEL_DRAFT_ZONE));
  answer_three (fixture);
  g_assert_false (roundel_draft_model_is_first_draft (fixture->model));
}

#define add(name, function) g_test_add ("/draft-model/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("a-new-draft-knows-a-day-and-a-zone", test_a_new_draft_knows_a_day_and_a_zone);
  add ("three-answers-make-a-program", test_three_answers_make_a_program);
  add ("names-fill-seats", test_names_fill_seats);
  add ("the-preview-is-what-is-made", test_the_preview_is_what_is_made);
  add ("what-is-typed-is-on-the-disk-within-a-second", test_what_is_typed_is_on_the_disk_within_a_second);
  add ("another-day-it-goes-on-where-it-was-left", test_another_day_it_goes_on_where_it_was_left);
  add ("a-discarded-draft-is-gone", test_a_discarded_draft_is_gone);
  add ("a-wrong-zone-is-a-problem-of-its-field", test_a_wrong_zone_is_a_problem_of_its_field);
  return g_test_run ();
}
