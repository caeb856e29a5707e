/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/again.h"

#include <string.h>

#include "content/outcome.h"
#include "content/program-json.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "core/schedule.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;

/* Eight named people in one circle. */
static RoundelProgram *
example (void)
{
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) dated = roundel_draft_set_start (empty, "2027-01-14T15:00");
  g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (dated, 8);
  RoundelDesign *design = roundel_design_new (draft, roundel_outcomes_find (outcomes, "problem-solving"), NULL, &formats, 1);
  RoundelProgram *program = g_steal_pointer (&design->program);

  design->program = roundel_program_new ("none");
  roundel_design_free (design);
  for (guint i = 0; i < program->members->len; i++)
    ((RoundelMember *) program->members->pdata[i])->name = g_strdup_printf ("Secret %u", i);
  program->topic = g_strdup ("Secret topic");
  return program;
}

/* Session 1 took place, and each part took FACTOR times as long as it was planned. */
static void
hold (RoundelProgram *program,
      double          factor)
{
  const RoundelSession *session = program->sessions->pdata[0];
  RoundelSessionRecord *record = roundel_program_add_record (program, "record-1");

  record->session = g_strdup (session->id);
  for (guint i = 0; i < session->outline->len; i++)
    {
      const RoundelOutlinePart *part = session->outline->pdata[i];

      roundel_session_record_add_part (record, "Secret", 600, (guint) (600 * factor))->format = g_strdup (part->format);
    }
}

static const RoundelOutlinePart *
find_part (const RoundelProgram *program,
           guint                 session,
           const char           *format)
{
  const GPtrArray *outline = ((RoundelSession *) program->sessions->pdata[session])->outline;

  for (guint i = 0; i < outline->len; i++)
    if (g_str_equal (((RoundelOutlinePart *) outline->pdata[i])->format, format))
      return outline->pdata[i];
  return NULL;
}

static gboolean
keep_body (const RoundelProgramRecord  *record,
           gpointer                     text,
           GError                     **error)
{
  g_string_append (text, record->body);
  return TRUE;
}

static void
test_a_template_has_nothing_of_those_who_were_there (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  guint n_sessions = program->sessions->len;

  hold (program, 1);
  g_ptr_array_add (program->people, roundel_person_new ("p", "Secret", ROUNDEL_PERSON_COMMITTEE));
  roundel_program_add_lesson (program, "lesson")->text = g_strdup ("Secret");
  ((RoundelCircle *) program->circles->pdata[0])->facilitator = g_strdup ("Secret");
  notes = roundel_program_make_template (program, "Again", "2028-03-02T09:00", &formats);
  roundel_program_write (program, keep_body, all, NULL);
  g_assert_null (strstr (all->str, "Secret"));
  g_assert_cmpstr (program->title, ==, "Again");
  g_assert_cmpuint (program->members->len, ==, 8);
  g_assert_cmpuint (program->sessions->len, ==, n_sessions);
  g_assert_cmpstr (((RoundelSession *) program->sessions->pdata[0])->starts, ==, "2028-03-02T09:00");
  g_assert_cmpuint (g_strv_length (((RoundelCharter *) program->charters->pdata[0])->rules), >, 0);
}

static void
test_a_template_without_a_date_keeps_the_order (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1795255200000000), 1);
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      RoundelSession *session = program->sessions->pdata[i];

      g_free (session->title);
      session->title = g_strdup_printf ("%u", i + 1);
    }
  notes = roundel_program_make_template (program, "Again", NULL, &formats);
  roundel_program_renew_ids (program, env);
  roundel_program_put_in_order (program);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_assert_null (session->starts);
      g_assert_cmpstr (session->title, ==, number);
    }
}

static void
test_a_part_gets_the_time_it_took (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelSession *session = program->sessions->pdata[1];
  g_autoptr (GPtrArray) notes = NULL;
  RoundelSessionRecord *record = roundel_program_add_record (program, "record");

  g_ptr_array_set_size (session->outline, 0);
  g_ptr_array_add (session->outline, roundel_outline_part_new ("harvest", NULL, 600, FALSE));
  g_ptr_array_add (session->outline, roundel_outline_part_new ("dyad", NULL, ROUNDEL_PLAN_REST, FALSE));
  record->session = g_strdup (session->id);
  roundel_session_record_add_part (record, NULL, 600, 900)->format = g_strdup ("harvest");
  roundel_session_record_add_part (record, NULL, 600, 660)->format = g_strdup ("dyad");
  notes = roundel_program_learn (program, &formats);
  g_assert_cmpuint (find_part (program, 1, "harvest")->seconds, ==, 900);
  g_assert_cmpuint (find_part (program, 1, "dyad")->seconds, ==, ROUNDEL_PLAN_REST);
  g_assert_nonnull (strstr (notes->pdata[0], "took 15 minutes where 10 were planned"));
}

static void
test_no_plan_is_longer_than_its_session (void)
{
  const double factors[] = { .3, .8, 1, 1.3, 3, 9 };

  for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
    {
      g_autoptr (RoundelProgram) program = example ();
      g_autoptr (GPtrArray) notes = NULL;

      hold (program, factors[f]);
      notes = roundel_program_learn (program, &formats);
      for (guint i = 0; i < program->sessions->len; i++)
        {
          const RoundelSession *session = program->sessions->pdata[i];
          g_autoptr (GError) error = NULL;
          g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (program, session, &formats, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, session->seconds);
        }
    }
}

static void
test_what_was_left_out_is_optional (void)
{
  g_autoptr (RoundelProgram) program = example ();
  const char *format = ((RoundelOutlinePart *) ((RoundelSession *) program->sessions->pdata[0])->outline->pdata[0])->format;
  RoundelSessionRecord *record = roundel_program_add_record (program, "record");
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_false (find_part (program, 0, format)->optional);
  roundel_session_record_add_part (record, NULL, 600, 0)->format = g_strdup (format);
  notes = roundel_program_learn (program, &formats);
  g_assert_true (find_part (program, 0, format)->optional);
  g_assert_nonnull (strstr (notes->pdata[0], "left out more often than not"));
}

static void
test_three_dates_carry_on_in_the_rhythm (void)
{
  const char *const ids[] = { "x1", "x2", "x3", NULL };
  g_autoptr (RoundelProgram) program = example ();
  const RoundelCircle *circle = program->circles->pdata[0];
  guint n = program->sessions->len;
  const RoundelSession *last = program->sessions->pdata[n - 1];
  const RoundelSession *before = program->sessions->pdata[n - 2];
  gint64 every = roundel_local_time_distance (before->starts, last->starts);
  g_autoptr (GPtrArray) notes = roundel_program_carry_on (program, circle->id, ids);

  g_assert_cmpuint (program->sessions->len, ==, n + 3);
  for (guint i = n; i < n + 3; i++)
    {
      const RoundelSession *one = program->sessions->pdata[i - 1];
      const RoundelSession *next = program->sessions->pdata[i];
      g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (program, next, &formats, NULL);

      g_assert_cmpint (roundel_local_time_distance (one->starts, next->starts), ==, every);
      g_assert_cmpuint (next->number, ==, i + 1);
      g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, next->seconds);
    }
  g_assert_cmpuint (notes->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  formats = roundel_library_formats (library);
  g_test_add_func ("/again/a-template-has-nothing-of-those-who-were-there", test_a_template_has_nothing_of_those_who_were_there);
  g_test_add_func ("/again/a-template-without-a-date-keeps-the-order", test_a_template_without_a_date_keeps_the_order);
  g_test_add_func ("/again/a-part-gets-the-time-it-took", test_a_part_gets_the_time_it_took);
  g_test_add_func ("/again/no-plan-is-longer-than-its-session", test_no_plan_is_longer_than_its_session);
  g_test_add_func ("/again/what-was-left-out-is-optional", test_what_was_left_out_is_optional);
  g_test_add_func ("/again/three-dates-carry-on-in-the-rhythm", test_three_dates_carry_on_in_the_rhythm);
  result = g_test_run ();
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
