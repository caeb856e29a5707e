/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/program-json.h"
#include "content/record-json.h"

static gboolean
collect (const RoundelProgramRecord  *record,
         gpointer                     data,
         GError                     **error)
{
  g_hash_table_insert (data, g_strdup (record->kind), g_strdup (record->body));
  return TRUE;
}

static RoundelSessionLeft *
make_left (void)
{
  RoundelSessionLeft *left = roundel_session_left_new ("c", roundel_session_record_new ("r", "s"),
                                                       roundel_attendance_new ("r", "s"));
  const char *const lines[] = { "Ask early", NULL };

  left->record->led = g_strdup ("m1");
  left->record->promises = 6;
  roundel_session_record_add_part (left->record, "Troika", 1800, 2000)->format = g_strdup ("troika");
  roundel_session_record_add_role (left->record, "Timekeeper", "m2");
  roundel_session_record_add_kept (left->record, "Two bosses", "m3");
  left->harvest = roundel_harvest_new ("r", "s");
  g_strfreev (left->harvest->lines);
  left->harvest->lines = g_strdupv ((char **) lines);
  left->evaluation = roundel_evaluation_new ("r", "s");
  left->evaluation->slips = 8;
  left->evaluation->worth[4] = 8;
  g_assert_true (roundel_evaluation_close (left->evaluation));
  roundel_session_left_add_promise (left, "x", "Ask the same day", "m1");
  return left;
}

static void
test_what_a_session_leaves_is_read_again (void)
{
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (RoundelSessionLeft) left = make_left ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  const char *const kinds[] = { "record", "attendance", "harvest", "evaluation" };
  RoundelProgramRecord records[G_N_ELEMENTS (kinds)];
  const RoundelSessionRecord *record;
  const RoundelEvaluation *evaluation;

  g_assert_true (roundel_session_left_write (left, collect, bodies, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    records[i] = (RoundelProgramRecord) { kinds[i], "", "r", "c", g_hash_table_lookup (bodies, kinds[i]) };
  program = roundel_program_read ("p", records, G_N_ELEMENTS (kinds));
  record = program->records->pdata[0];
  g_assert_cmpstr (record->led, ==, "m1");
  g_assert_cmpuint (record->promises, ==, 6);
  g_assert_cmpstr (((RoundelHeldPart *) record->parts->pdata[0])->format, ==, "troika");
  g_assert_cmpstr (((RoundelHeldBy *) record->roles->pdata[0])->member, ==, "m2");
  g_assert_cmpstr (((RoundelHeldBy *) record->kept->pdata[0])->what, ==, "Two bosses");
  g_assert_cmpstr (((RoundelHarvest *) program->harvests->pdata[0])->lines[0], ==, "Ask early");
  evaluation = program->evaluations->pdata[0];
  g_assert_cmpuint (evaluation->slips, ==, 8);
  g_assert_cmpuint (evaluation->mean, ==, 8);
  g_assert_cmpuint (evaluation->worth[4], ==, 8);
  g_assert_cmpstr (g_hash_table_lookup (bodies, "commitment"), ==,
                   "{\"text\":\"Ask the same day\",\"status\":\"open\",\"by\":\"m1\",\"session\":\"s\"}");
}

static void
test_few_slips_have_no_counts_on_disk (void)
{
  g_autoptr (RoundelEvaluation) evaluation = roundel_evaluation_new ("r", "s");
  g_autofree char *body = NULL;

  evaluation->slips = 4;
  evaluation->worth[0] = 1;
  evaluation->worth[5] = 3;
  g_assert_true (roundel_evaluation_close (evaluation));
  body = roundel_evaluation_json_write (evaluation);
  g_assert_cmpstr (body, ==, "{\"session\":\"s\",\"slips\":4,\"twice_mean\":8}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-json/what-a-session-leaves-is-read-again", test_what_a_session_leaves_is_read_again);
  g_test_add_func ("/record-json/few-slips-have-no-counts-on-disk", test_few_slips_have_no_counts_on_disk);
  return g_test_run ();
}
