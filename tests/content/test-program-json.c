/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/program-json.h"
#include "core/kind.h"

/* Records as they are kept: texts of their own. */
typedef struct
{
  GArray *records; /* RoundelProgramRecord */
  GStringChunk *texts;
} Kept;

static gboolean
keep (const RoundelProgramRecord  *record,
      gpointer                     data,
      GError                     **error)
{
  Kept *kept = data;
  RoundelProgramRecord copy = *record;

  copy.kind = g_string_chunk_insert_const (kept->texts, record->kind);
  copy.reg = g_string_chunk_insert_const (kept->texts, record->reg);
  copy.entity = g_string_chunk_insert_const (kept->texts, record->entity);
  copy.circle = record->circle != NULL ? g_string_chunk_insert_const (kept->texts, record->circle) : NULL;
  copy.body = g_string_chunk_insert (kept->texts, record->body);
  g_array_append_val (kept->records, copy);
  return TRUE;
}

static Kept
keep_program (const RoundelProgram *program)
{
  Kept kept = { g_array_new (FALSE, FALSE, sizeof (RoundelProgramRecord)), g_string_chunk_new (4096) };

  g_assert_true (roundel_program_write (program, keep, &kept, NULL));
  return kept;
}

static void
kept_clear (Kept *kept)
{
  g_array_unref (kept->records);
  g_string_chunk_free (kept->texts);
}

static RoundelProgram *
read_kept (const Kept *kept)
{
  return roundel_program_read ("program", (RoundelProgramRecord *) kept->records->data, kept->records->len);
}

static void
assert_same (const Kept *one,
             const Kept *two)
{
  g_assert_cmpuint (one->records->len, ==, two->records->len);
  for (guint i = 0; i < one->records->len; i++)
    {
      const RoundelProgramRecord *a = &g_array_index (one->records, RoundelProgramRecord, i);
      const RoundelProgramRecord *b = &g_array_index (two->records, RoundelProgramRecord, i);

      g_assert_cmpstr (a->kind, ==, b->kind);
      g_assert_cmpstr (a->entity, ==, b->entity);
      g_assert_cmpstr (a->body, ==, b->body);
    }
}

/* A program with something of everything. */
static RoundelProgram *
make_program (void)
{
  RoundelProgram *program = roundel_program_new ("program");
  RoundelMember *member = roundel_member_new ("m1", "Zoë \"Z\" van Dam");
  RoundelCircle *circle = roundel_program_add_circle (program, "c1");
  RoundelSession *session = roundel_program_add_session (program, "s1", "c1");
  RoundelOutlinePart *part = roundel_outline_part_new ("troika", "Threes", ROUNDEL_PLAN_REST, FALSE);
  RoundelPartnering *partners = roundel_program_add_partners (program, "p1", "c1");
  RoundelCharter *charter = roundel_program_add_charter (program, "h1", "c1");
  RoundelResult *result = roundel_program_add_result (program, "r1");
  RoundelLesson *lesson = roundel_program_add_lesson (program, "l1");
  RoundelSessionRecord *record = roundel_program_add_record (program, "f1");
  RoundelAttendance *attendance = roundel_program_add_attendance (program, "f1");
  RoundelReadinessNote *note = roundel_program_add_note (program, "n1");

  program->title = g_strdup ("Title");
  program->outcome = g_strdup ("support");
  program->topic = g_strdup ("What wears us out");
  program->sponsor = g_strdup ("The learning office");
  member->level = g_strdup ("lead");
  member->reports_to = g_strdup ("Boss");
  member->interests = g_strsplit ("a;b", ";", -1);
  g_ptr_array_add (program->members, member);
  g_ptr_array_add (program->members, roundel_member_new ("m0", NULL));
  g_strfreev (circle->members);
  circle->members = g_strsplit ("m1;m0", ";", -1);
  circle->facilitator = g_strdup ("Outside");
  session->starts = g_strdup ("2027-01-14T15:00");
  session->zone = g_strdup ("Europe/Oslo");
  session->seconds = 3600;
  session->mode = ROUNDEL_MODE_ONLINE;
  session->place = g_strdup ("https://example.org/call");
  part->edition = 2;
  g_ptr_array_add (session->outline, part);
  g_ptr_array_add (session->outline, roundel_outline_part_new ("harvest", NULL, 180, TRUE));
  g_ptr_array_add (session->outline, roundel_outline_part_new ("closing", NULL, 0, FALSE));
  session->knowledge = g_strdup ("A film");
  session->question = g_strdup ("Why?");
  g_ptr_array_add (session->between, roundel_between_new (ROUNDEL_BETWEEN_REAL, "Try it", 2));
  g_ptr_array_add (partners->groups, g_strsplit ("m0;m1", ";", -1));
  g_strfreev (charter->rules);
  charter->rules = g_strsplit ("One;Two", ";", -1);
  g_strfreev (charter->agreed);
  charter->agreed = g_strsplit ("m1", ";", -1);
  result->text = g_strdup ("Better talks");
  result->measure = g_strdup ("Asked");
  result->target = g_strdup ("4 of 5");
  lesson->text = g_strdup ("Ask first");
  lesson->by = g_strdup ("m1");
  record->session = g_strdup ("s1");
  g_strfreev (record->had);
  record->had = g_strsplit ("m1;m1", ";", -1);
  g_strfreev (record->owed);
  record->owed = g_strsplit ("m0", ";", -1);
  record->began = g_strdup ("2027-01-14T15:02");
  record->ended = g_strdup ("2027-01-14T16:01");
  roundel_session_record_add_part (record, "Threes", 1800, 1860);
  roundel_session_record_add_part (record, "Harvest", 180, 0);
  g_ptr_array_add (record->groups, g_strsplit ("m0;m1", ";", -1));
  attendance->session = g_strdup ("s1");
  g_strfreev (attendance->here);
  attendance->here = g_strsplit ("m0;m1", ";", -1);
  attendance->guests = 1;
  note->check = g_strdup ("letters");
  note->evidence = g_strdup ("In the folder");
  note->due = g_strdup ("2027-01-07");
  g_ptr_array_add (program->topics, roundel_topic_new ("t1", "Missed deadlines"));
  ((RoundelTopic *) program->topics->pdata[0])->by = g_strdup ("m1");
  g_ptr_array_add (program->ballots, roundel_ballot_new ("b1", "m1"));
  g_strfreev (((RoundelBallot *) program->ballots->pdata[0])->topics);
  ((RoundelBallot *) program->ballots->pdata[0])->topics = g_strsplit ("t1", ";", -1);
  g_ptr_array_add (program->people, roundel_person_new ("e1", "m0", ROUNDEL_PERSON_COMMITTEE));
  g_ptr_array_add (program->decisions, roundel_decision_new ("d1", "2027-01-05", "We begin in January"));
  program->archived = g_strdup ("2027-06-01");
  program->informal = TRUE;
  roundel_program_put_in_order (program);
  return program;
}

static void
test_a_program_comes_back_whole (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  Kept kept = keep_program (program);
  g_autoptr (RoundelProgram) again = read_kept (&kept);
  Kept kept_again = keep_program (again);
  const RoundelSession *session = again->sessions->pdata[0];
  const RoundelOutlinePart *part = session->outline->pdata[0];
  const RoundelSessionRecord *record = again->records->pdata[0];
  const RoundelAttendance *attendance = again->attendances->pdata[0];
  g_autoptr (RoundelTogether) together = roundel_program_fold_together (again);


  g_assert_cmpuint (((RoundelHeldPart *) record->parts->pdata[0])->used, ==, 1860);
  g_assert_cmpuint (g_strv_length (record->groups->pdata[0]), ==, 2);
  g_assert_cmpuint (roundel_together_count (together, 0, 1), ==, 1);
  g_assert_cmpuint (g_strv_length (attendance->here), ==, 2);
  g_assert_cmpuint (attendance->guests, ==, 1);
  assert_same (&kept, &kept_again);
  g_assert_cmpstr (((RoundelMember *) again->members->pdata[0])->id, ==, "m1");
  g_assert_cmpstr (((RoundelMember *) again->members->pdata[0])->level, ==, "lead");
  g_assert_cmpuint (session->number, ==, 1);
  g_assert_cmpint (session->mode, ==, ROUNDEL_MODE_ONLINE);
  g_assert_cmpstr (session->question, ==, "Why?");
  g_assert_cmpstr (part->format, ==, "troika");
  g_assert_cmpuint (part->edition, ==, 2);
  g_assert_cmpuint (part->seconds, ==, ROUNDEL_PLAN_REST);
  g_assert_true (((RoundelOutlinePart *) session->outline->pdata[1])->optional);
  g_assert_cmpstr (((RoundelCharter *) again->charters->pdata[0])->agreed[0], ==, "m1");
  g_assert_cmpuint (g_strv_length (((RoundelSessionRecord *) again->records->pdata[0])->had), ==, 2);
  g_assert_cmpstr (((RoundelReadinessNote *) again->notes->pdata[0])->evidence, ==, "In the folder");
  g_assert_cmpstr (((RoundelTopic *) again->topics->pdata[0])->by, ==, "m1");
  g_assert_cmpstr (((RoundelBallot *) again->ballots->pdata[0])->topics[0], ==, "t1");
  g_assert_cmpstr (((RoundelPerson *) again->people->pdata[0])->role, ==, ROUNDEL_PERSON_COMMITTEE);
  g_assert_cmpstr (((RoundelDecision *) again->decisions->pdata[0])->on, ==, "2027-01-05");
  g_assert_cmpstr (again->archived, ==, "2027-06-01");
  g_assert_true (again->informal);
  kept_clear (&kept);
  kept_clear (&kept_again);
}

static void
test_each_record_has_its_place_in_the_table_of_kinds (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  Kept kept = keep_program (program);
  const char *const organisers[] = { "member-notes", "readiness", "person", "decision", NULL };

  for (guint i = 0; i < kept.records->len; i++)
    {
      const RoundelProgramRecord *record = &g_array_index (kept.records, RoundelProgramRecord, i);
      const RoundelKind *kind = roundel_kind_find (record->kind);

      g_assert_nonnull (kind);
      g_assert_true (roundel_kind_has_register (kind, record->reg));
      /* who reports to whom, and who is around the program, is for the organisers alone */
      g_assert_cmpint (kind->ring, ==, g_strv_contains (organisers, record->kind) ? ROUNDEL_RING_ORGANISERS
                                                                                  : ROUNDEL_RING_MEMBERS);
      if (strstr (record->body, "Boss") != NULL || strstr (record->body, "In the folder") != NULL)
        g_assert_true (g_strv_contains (organisers, record->kind));
    }
  kept_clear (&kept);
}

static void
test_any_order_makes_the_same_program (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Kept kept = keep_program (program);

  for (guint round = 0; round < 50; round++)
    {
      Kept shuffled = keep_program (program);
      Kept again;
      g_autoptr (RoundelProgram) read = NULL;

      for (guint i = shuffled.records->len - 1; i > 0; i--)
        {
          RoundelProgramRecord *records = (RoundelProgramRecord *) shuffled.records->data;
          guint k = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
          RoundelProgramRecord swap = records[i];

          records[i] = records[k];
          records[k] = swap;
        }
      read = read_kept (&shuffled);
      again = keep_program (read);
      assert_same (&kept, &again);
      kept_clear (&shuffled);
      kept_clear (&again);
    }
  kept_clear (&kept);
}

static void
test_what_a_newer_version_wrote_is_passed_over (void)
{
  const RoundelProgramRecord records[] = {
    { "program", "", "program", NULL, "{\"title\":\"T\",\"mood\":{\"colour\":\"blue\"}}" },
    { "weather", "", "w1", NULL, "{\"rain\":true}" },
    { "session", "schedule", "s1", "c1", "{\"starts\":\"2027-01-14T15:00\",\"mode\":\"on-the-moon\"}" },
    { "session", "catering", "s1", "c1", "{\"soup\":\"leek\"}" },
    { "session", "plan", "s1", "c1", "{\"parts\":[{\"format\":\"troika\",\"lights\":1}],\"between\":[{\"kind\":\"dance\",\"text\":\"x\"}]}" },
  };
  g_autoptr (RoundelProgram) program = roundel_program_read ("program", records, G_N_ELEMENTS (records));
  const RoundelSession *session;

  g_assert_cmpstr (program->title, ==, "T");
  g_assert_cmpuint (program->sessions->len, ==, 1);
  session = program->sessions->pdata[0];
  g_assert_cmpstr (session->starts, ==, "2027-01-14T15:00");
  g_assert_cmpint (session->mode, ==, ROUNDEL_MODE_IN_PERSON);
  g_assert_cmpuint (session->outline->len, ==, 1);
  g_assert_cmpuint (session->between->len, ==, 1);
}

static void
test_a_malformed_body_does_no_harm (void)
{
  const char *bodies[] = { NULL, "", "{", "[]", "7", "null", "{\"title\":[]}", "{\"members\":{}}", "{\"members\":[1,null,{}]}",
                           "{\"parts\":7,\"between\":[7]}", "{\"parts\":[{},[],{\"format\":9,\"seconds\":1e99}]}",
                           "{\"groups\":[1,{\"members\":\"x\"}]}", "{\"starts\":\"99\",\"seconds\":-1,\"zone\":7}",
                           "{\"had\":3,\"owed\":[[]]}", "{\"starts\":\"2027-01-14T15:00\",\"starts\":7}" };
  guint n_kinds;
  const RoundelKind *kinds = roundel_kinds (&n_kinds);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (RoundelProgramRecord));
      g_autoptr (RoundelProgram) program = NULL;
      g_autoptr (GPtrArray) conflicts = NULL;
      Kept kept;

      for (guint k = 0; k < n_kinds; k++)
        for (guint reg = 0; kinds[k].registers[reg] != NULL; reg++)
          {
            RoundelProgramRecord record = { kinds[k].name, kinds[k].registers[reg], kinds[k].name, "circle", bodies[i] };

            g_array_append_val (records, record);
          }
      program = roundel_program_read ("program", (RoundelProgramRecord *) records->data, records->len);
      conflicts = roundel_program_find_conflicts (program, NULL);
      kept = keep_program (program);
      kept_clear (&kept);
    }
}

static void
test_a_circle_keeps_its_order_without_those_who_are_gone (void)
{
  const RoundelProgramRecord records[] = {
    { "member", "", "a", NULL, "{\"name\":\"A\"}" },
    { "member", "", "b", NULL, "{\"name\":\"B\"}" },
    { "member", "", "z", NULL, "{\"name\":\"Z\"}" },
    { "circle", "", "c", NULL, "{\"members\":[\"z\",\"gone\",\"a\",\"z\"]}" },
  };
  g_autoptr (RoundelProgram) program = roundel_program_read ("program", records, G_N_ELEMENTS (records));
  g_autoptr (GArray) circle = roundel_program_list_circle (program, program->circles->pdata[0]);

  g_assert_cmpuint (program->members->len, ==, 3);
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[0])->name, ==, "Z");
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[1])->name, ==, "A");
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[2])->name, ==, "B");
  g_assert_cmpuint (circle->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program-json/a-program-comes-back-whole", test_a_program_comes_back_whole);
  g_test_add_func ("/program-json/each-record-has-its-place-in-the-table-of-kinds",
                   test_each_record_has_its_place_in_the_table_of_kinds);
  g_test_add_func ("/program-json/any-order-makes-the-same-program", test_any_order_makes_the_same_program);
  g_test_add_func ("/program-json/what-a-newer-version-wrote-is-passed-over", test_what_a_newer_version_wrote_is_passed_over);
  g_test_add_func ("/program-json/a-malformed-body-does-no-harm", test_a_malformed_body_does_no_harm);
  g_test_add_func ("/program-json/a-circle-keeps-its-order-without-those-who-are-gone",
                   test_a_circle_keeps_its_order_without_those_who_are_gone);
  return g_test_run ();
}
