/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/members-csv.h"
#include "content/outcome.h"
#include "content/program-json.h"
#include "core/agreement.h"
#include "core/design.h"
#include "core/evaluation-plan.h"
#include "core/id.h"
#include "core/program-ids.h"

#define MOST_PEOPLE 40

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;
static GPtrArray *patterns;

static const RoundelOutcome *
outcome (const char *id)
{
  const RoundelOutcome *found = roundel_outcomes_find (outcomes, id);

  g_assert_nonnull (found);
  return found;
}

/* Takes DRAFT over. */
static RoundelDesign *
design (RoundelDraft *draft,
        const char   *outcome_id,
        const char   *pattern_id)
{
  g_autoptr (RoundelDraft) owned = draft;

  return roundel_design_new (owned, outcome (outcome_id), roundel_patterns_find (patterns, pattern_id), &formats, 1);
}

static RoundelDraft *
seats (guint n)
{
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();

  return roundel_draft_set_seat_count (empty, n);
}

static RoundelDraft *
people (const char *csv_text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMembersCsv) csv = roundel_members_csv_read (csv_text, strlen (csv_text), "members.csv", &error);
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();

  g_assert_no_error (error);
  g_assert_cmpuint (csv->problems->len, ==, 0);
  return roundel_draft_set_members (empty, csv->members);
}

static RoundelDraft *
example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "conscious-skills", "members.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (RoundelDraft) draft = NULL;
  g_autoptr (RoundelDraft) titled = NULL;
  g_autoptr (RoundelDraft) topic = NULL;
  g_autoptr (RoundelDraft) start = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  draft = people (text);
  titled = roundel_draft_set_title (draft, "Conscious skills");
  topic = roundel_draft_set_topic (titled, "difficult conversations about missed deadlines");
  start = roundel_draft_set_start (topic, "2027-01-14T15:00");
  return roundel_draft_set_zone (start, "Europe/Oslo");
}

static gboolean
has_note (const RoundelDesign *made,
          const char          *text)
{
  for (guint i = 0; i < made->notes->len; i++)
    if (strstr (made->notes->pdata[i], text) != NULL)
      return TRUE;
  return FALSE;
}

/* How many plans do not work; each of the others is exactly as long as its session. Circles of the same size have the same
 * plans: one of them is looked at. */
static guint
count_broken_plans (const RoundelProgram *program)
{
  gboolean seen[MOST_PEOPLE + 1] = { FALSE };
  const RoundelCircle *circle = NULL;
  guint size = 0;
  guint broken = 0;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (RoundelAgenda) agenda = NULL;

      if (circle != roundel_program_find_circle (program, session->circle))
        {
          seen[size] = TRUE;
          circle = roundel_program_find_circle (program, session->circle);
          size = g_strv_length (circle->members);
        }
      if (seen[size])
        continue;
      agenda = roundel_program_expand_session (program, session, &formats, &error);
      if (agenda == NULL)
        broken++;
      else
        g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, session->seconds);
    }
  return broken;
}

static void
test_the_example_is_four_thursdays (void)
{
  const char *expected[] = { "2027-01-14T15:00", "2027-01-21T15:00", "2027-01-28T15:00", "2027-02-04T15:00" };
  g_autoptr (RoundelDesign) made = design (example (), "leadership-development", "weekly-cycle");
  const RoundelProgram *program = made->program;

  g_assert_cmpstr (program->title, ==, "Conscious skills");
  g_assert_cmpstr (program->topic, ==, "difficult conversations about missed deadlines");
  g_assert_cmpstr (program->outcome, ==, "leadership-development");
  g_assert_cmpuint (program->circles->len, ==, 1);
  g_assert_null (((RoundelCircle *) program->circles->pdata[0])->name);
  g_assert_cmpuint (program->members->len, ==, 9);
  g_assert_cmpuint (program->sessions->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      g_assert_cmpuint (session->number, ==, i + 1);
      g_assert_cmpstr (session->starts, ==, expected[i]);
      g_assert_cmpstr (session->zone, ==, "Europe/Oslo");
      g_assert_cmpuint (session->seconds, ==, 60 * 60);
      g_assert_cmpint (session->mode, ==, ROUNDEL_MODE_IN_PERSON);
      /* the week's cycle */
      g_assert_cmpuint (session->between->len, ==, 3);
      for (guint k = 0; k < 3; k++)
        g_assert_cmpint (((RoundelBetween *) session->between->pdata[k])->kind, ==, ROUNDEL_BETWEEN_OVERVIEW + k);
    }
  g_assert_cmpuint (count_broken_plans (program), ==, 0);
  g_assert_true (has_note (made, "9 people in one circle"));
}

static void
test_the_example_has_exactly_two_conflicts (void)
{
  g_autoptr (RoundelDesign) made = design (example (), "leadership-development", "weekly-cycle");
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (made->program, outcome ("leadership-development"));
  const RoundelConflict *line, *level;

  g_assert_cmpuint (conflicts->len, ==, 2);
  line = conflicts->pdata[0];
  g_assert_cmpint (line->kind, ==, ROUNDEL_CONFLICT_REPORTING_LINE);
  g_assert_cmpuint (line->members->len, ==, 2);
  g_assert_cmpuint (g_array_index (line->members, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (line->members, guint, 1), ==, 3);
  g_assert_cmpstr (line->why, ==, "Dagny \"Dag\" Sørensen reports to Amara Okafor");
  level = conflicts->pdata[1];
  g_assert_cmpint (level->kind, ==, ROUNDEL_CONFLICT_LEVEL);
  g_assert_cmpuint (level->members->len, ==, 1);
  g_assert_cmpuint (g_array_index (level->members, guint, 0), ==, 8);
  g_assert_true (g_str_has_prefix (level->why, "Ingrid Vollan"));
}

static void
test_everybody_has_a_partner_and_nobody_the_boss (void)
{
  g_autoptr (RoundelDesign) made = design (example (), "leadership-development", "weekly-cycle");
  const RoundelPartnering *partners;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (made->program->partners->len, ==, 1);
  partners = made->program->partners->pdata[0];
  g_assert_cmpuint (partners->groups->len, ==, 4);
  for (guint i = 0; i < partners->groups->len; i++)
    {
      const char *const *group = partners->groups->pdata[i];

      g_assert_false (g_strv_contains (group, "1") && g_strv_contains (group, "4"));
      for (guint k = 0; group[k] != NULL; k++)
        g_assert_true (g_hash_table_add (seen, (gpointer) group[k]));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 9);
}

static void
test_all_outcomes_for_2_to_40_people (void)
{
  /* up to 12 each number, beyond that there are circles of the same sizes */
  g_assert_cmpuint (outcomes->len, ==, 10);
  for (guint i = 0; i < outcomes->len; i++)
    for (guint n = 2; n <= MOST_PEOPLE; n += n < 12 ? 1 : 14)
      {
        const RoundelOutcome *of = outcomes->pdata[i];
        g_autoptr (RoundelDesign) made = design (seats (n), of->id, NULL);
        guint broken = count_broken_plans (made->program);
        guint seated = 0;

        for (guint c = 0; c < made->program->circles->len; c++)
          seated += g_strv_length (((RoundelCircle *) made->program->circles->pdata[c])->members);
        g_assert_cmpuint (seated, ==, n);
        g_assert_cmpuint (made->program->sessions->len, ==, of->rhythm.count * made->program->circles->len);
        /* as many as one of its circles should have: each plan works */
        if (n >= of->circle_min)
          g_assert_cmpuint (broken, ==, 0);
        g_assert_true ((broken > 0) == has_note (made, "no plan that works"));
      }
}

static void
test_circles_have_the_size_of_the_outcome (void)
{
  g_autoptr (RoundelDesign) made = design (seats (14), "management-development", NULL);
  const GPtrArray *circles = made->program->circles;

  g_assert_true (has_note (made, "14 people in circles: 5, 5 and 4; the published size is 4 to 6."));
  g_assert_cmpuint (circles->len, ==, 3);
  g_assert_cmpstr (((RoundelCircle *) circles->pdata[0])->name, ==, "Circle 1");
  g_assert_cmpuint (made->program->partners->len, ==, 3);
  g_assert_cmpuint (made->program->charters->len, ==, 3);
}

static void
test_circles_part_a_reporting_line (void)
{
  g_autoptr (RoundelDesign) made = design (people ("name,reports_to\nA,\nB,A\nC,\nD,C\nE,\nF,E\nG,\nH,G\n"),
                                           "management-development", NULL);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (made->program, outcome ("management-development"));

  g_assert_cmpuint (made->program->circles->len, ==, 2);
  g_assert_cmpuint (conflicts->len, ==, 0);
}

static void
test_a_line_that_cannot_be_parted_is_said (void)
{
  g_autoptr (RoundelDesign) made = design (people ("name,reports_to\nA,\nB,A\nC,B\nD,\nE,\nF,\nG,\nH,\n"),
                                           "management-development", NULL);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (made->program, outcome ("management-development"));

  g_assert_cmpuint (made->program->circles->len, ==, 2);
  /* three in one line, two circles: one pair is left */
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_true (has_note (made, "No circles without a reporting line"));
}

static void
test_many_circles_are_counted (void)
{
  g_autoptr (RoundelDesign) made = design (seats (40), "management-development", NULL);

  g_assert_true (has_note (made, "40 people in circles: "));
  g_assert_true (has_note (made, " of 5"));
  g_assert_cmpuint (made->program->circles->len, >, 6);
}

static void
test_partners_at_two_sites_meet_on_a_call (void)
{
  g_autoptr (RoundelDesign) apart = design (people ("name,site\nA,Oslo\nB,Oslo\nC,Oslo\nD,Bergen\n"), "support", NULL);
  g_autoptr (RoundelDesign) together = design (people ("name,site\nA,Oslo\nB,Oslo\nC,Bergen\nD,Bergen\n"), "support", NULL);
  const RoundelPartnering *partners = together->program->partners->pdata[0];
  const char *const *first = partners->groups->pdata[0];

  g_assert_cmpuint (apart->program->partners->len, ==, 1);
  g_assert_true (has_note (apart, "different sites"));
  g_assert_false (has_note (together, "different sites"));
  g_assert_true (g_strv_contains (first, "1") == g_strv_contains (first, "2"));
}

static void
test_a_team_may_have_its_lines (void)
{
  g_autoptr (RoundelDesign) made = design (people ("name,reports_to\nA,\nB,A\nC,A\nD,A\nE,A\n"), "team-building", NULL);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (made->program, outcome ("team-building"));

  g_assert_cmpuint (conflicts->len, ==, 0);
}

static void
test_what_is_not_answered_yet_is_left_open (void)
{
  g_autoptr (RoundelDesign) made = design (roundel_draft_new (), "support", NULL);
  const RoundelSession *session = made->program->sessions->pdata[0];

  g_assert_cmpuint (made->program->members->len, ==, outcome ("support")->circle_best);
  g_assert_null (((RoundelMember *) made->program->members->pdata[0])->name);
  g_assert_null (made->program->title);
  g_assert_null (session->starts);
  g_assert_cmpuint (session->number, ==, 1);
  g_assert_cmpuint (count_broken_plans (made->program), ==, 0);
}

static void
test_length_and_number_of_sessions_can_be_chosen (void)
{
  g_autoptr (RoundelDraft) six = seats (6);
  g_autoptr (RoundelDraft) three = roundel_draft_set_session_count (six, 3);
  g_autoptr (RoundelDesign) made = design (roundel_draft_set_session_length (three, 75 * 60), "problem-solving", NULL);

  g_assert_cmpuint (made->program->sessions->len, ==, 3);
  g_assert_cmpuint (((RoundelSession *) made->program->sessions->pdata[2])->seconds, ==, 75 * 60);
  g_assert_cmpuint (count_broken_plans (made->program), ==, 0);
}

static gboolean
append_record (const RoundelProgramRecord  *record,
               gpointer                     data,
               GError                     **error)
{
  g_string_append_printf (data, "%s %s %s %s %s\n", record->kind, record->reg, record->entity,
                          record->circle != NULL ? record->circle : "", record->body);
  return TRUE;
}

static char *
write_program (const RoundelProgram *program)
{
  GString *text = g_string_new (NULL);

  g_assert_true (roundel_program_write (program, append_record, text, NULL));
  return g_string_free (text, FALSE);
}

static void
test_the_same_answers_make_the_same_program (void)
{
  g_autoptr (RoundelDesign) one = design (example (), "leadership-development", "weekly-cycle");
  g_autoptr (RoundelDesign) two = design (example (), "leadership-development", "weekly-cycle");
  g_autofree char *first = write_program (one->program);
  g_autofree char *second = write_program (two->program);

  g_assert_cmpstr (first, ==, second);
}

static void
test_new_ids_are_new_and_meet_each_other (void)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1795262400000000), 7);
  g_autoptr (RoundelDesign) made = design (example (), "leadership-development", "weekly-cycle");
  RoundelProgram *program = made->program;
  const RoundelCircle *circle = program->circles->pdata[0];
  const RoundelPartnering *partners = program->partners->pdata[0];
  g_autofree char *before = write_program (program);
  g_autofree char *after = NULL;
  guint8 bytes[ROUNDEL_ID_SIZE];

  roundel_program_renew_ids (program, env);
  roundel_program_put_in_order (program);
  after = write_program (program);
  g_assert_true (roundel_id_parse (program->id, bytes));
  for (guint i = 0; i < 9; i++)
    {
      const RoundelMember *member = program->members->pdata[i];

      g_assert_true (roundel_id_parse (member->id, bytes));
      g_assert_cmpstr (circle->members[i], ==, member->id);
      g_assert_null (strstr (before, member->id));
    }
  g_assert_cmpstr (((RoundelMember *) program->members->pdata[0])->name, ==, "Amara Okafor");
  for (guint i = 0; i < partners->groups->len; i++)
    for (char **id = partners->groups->pdata[i]; *id != NULL; id++)
      g_assert_nonnull (roundel_program_find_member (program, *id));
  for (guint i = 0; i < program->sessions->len; i++)
    g_assert_cmpstr (((RoundelSession *) program->sessions->pdata[i])->circle, ==, circle->id);
  g_assert_cmpstr (((RoundelCharter *) program->charters->pdata[0])->circle, ==, circle->id);
  g_assert_cmpstr (partners->circle, ==, circle->id);
  /* results have no other order than that of their ids */
  g_assert_cmpstr (((RoundelResult *) program->results->pdata[0])->text, ==,
                   ((RoundelResult *) outcome ("leadership-development")->results->pdata[0])->text);
  g_assert_null (strstr (after, "circle-0001"));
}

static void
test_the_designer_says_how_many_circles (void)
{
  g_autoptr (RoundelDraft) fourteen = seats (14);
  g_autoptr (RoundelDesign) made = design (roundel_draft_set_circle_count (fourteen, 2), "management-development", NULL);
  g_autoptr (GPtrArray) conflicts = roundel_program_find_conflicts (made->program, outcome ("management-development"));
  g_autofree char *words = roundel_design_describe_circles (14, 3);

  g_assert_cmpstr (made->sizes, ==, "14 people in circles: 7 and 7; the published size is 4 to 6.");
  g_assert_cmpuint (made->program->circles->len, ==, 2);
  g_assert_cmpuint (count_broken_plans (made->program), ==, 0);
  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpint (((RoundelConflict *) conflicts->pdata[0])->kind, ==, ROUNDEL_CONFLICT_SIZE);
  g_assert_cmpstr (words, ==, "5, 5 and 4");
}

static gboolean
has_part (const RoundelSession *session,
          const char           *format)
{
  for (guint i = 0; i < session->outline->len; i++)
    if (g_str_equal (((RoundelOutlinePart *) session->outline->pdata[i])->format, format))
      return TRUE;
  return FALSE;
}

static void
test_the_members_take_over_where_the_outcome_says (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *of = outcomes->pdata[i];
      g_autoptr (RoundelDesign) made = design (seats (of->circle_best), of->id, NULL);

      for (guint s = 0; s < made->program->sessions->len; s++)
        g_assert_true (has_part (made->program->sessions->pdata[s], "handover") == (s + 1 == of->handover));
      g_assert_true (has_note (made, "the members take over") == (of->handover > 0));
    }
}

static void
test_a_plan_that_was_changed_is_that_of_every_circle (void)
{
  g_autoptr (RoundelDesign) first = design (seats (14), "management-development", NULL);
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (first->program->sessions->pdata[1]);
  g_autoptr (RoundelSessionPlan) asked = roundel_session_plan_set_text (plan, ROUNDEL_PLAN_QUESTION, "What do you put off?");
  g_autoptr (RoundelDraft) fourteen = seats (14);
  g_autoptr (RoundelDesign) made = design (roundel_draft_set_plan (fourteen, 2, asked), "management-development", NULL);
  guint n = 0;

  for (guint i = 0; i < made->program->sessions->len; i++)
    {
      const RoundelSession *session = made->program->sessions->pdata[i];
      gboolean changed = g_strcmp0 (session->question, "What do you put off?") == 0;

      g_assert_true (changed == (session->number == 2));
      n += changed;
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
test_results_and_who_leads_are_the_designers (void)
{
  g_autoptr (GPtrArray) wanted = roundel_results_new ();
  g_autoptr (RoundelDraft) six = seats (6);
  g_autoptr (RoundelDraft) led = roundel_draft_set_facilitator (six, "Nora Holm");
  g_autoptr (RoundelDraft) kept = roundel_draft_set_logistics (led, "Chen Wei");
  g_autoptr (RoundelDesign) made = NULL;
  const RoundelResult *result;

  g_ptr_array_add (wanted, roundel_result_new ("", "Cases move", "Cases that moved, of all"));
  made = design (roundel_draft_set_results (kept, wanted), "problem-solving", NULL);
  g_assert_cmpuint (made->program->results->len, ==, 1);
  result = made->program->results->pdata[0];
  g_assert_cmpstr (result->text, ==, "Cases move");
  g_assert_cmpstr (((RoundelCircle *) made->program->circles->pdata[0])->facilitator, ==, "Nora Holm");
  g_assert_cmpstr (((RoundelReadinessNote *) made->program->notes->pdata[0])->evidence, ==, "Chen Wei");
}

static void
test_five_things_are_evaluated_half_way_and_at_the_end (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *of = outcomes->pdata[i];
      g_autoptr (RoundelDesign) made = design (seats (of->circle_best), of->id, NULL);
      g_autoptr (RoundelEvaluationPlan) plan = roundel_evaluation_plan_new (made->program, of);
      const RoundelEvaluationItem *priority = plan->items->pdata[ROUNDEL_EVALUATED_PRIORITY];
      const RoundelEvaluationItem *goals = plan->items->pdata[ROUNDEL_EVALUATED_GOALS];

      g_assert_cmpuint (plan->items->len, ==, 5);
      g_assert_cmpuint (plan->half->number, ==, (of->rhythm.count + 1) / 2);
      g_assert_cmpuint (plan->last->number, ==, of->rhythm.count);
      g_assert_true (strstr (priority->how, of->measures[0]) != NULL);
      g_assert_true (strstr (goals->how, ((RoundelResult *) of->results->pdata[0])->text) != NULL);
      g_assert_true ((plan->later != NULL) == (of->number == 6 || of->number == 8 || of->number == 10));
      for (guint k = 0; k < plan->items->len; k++)
        {
          const RoundelEvaluationItem *item = plan->items->pdata[k];

          g_assert_cmpuint (strlen (item->how), >, 20);
          g_assert_cmpstr (item->how, ==, item->suggested);
        }
    }
}

static void
test_how_it_is_evaluated_can_be_said_otherwise (void)
{
  g_autoptr (RoundelDesign) made = design (seats (8), "support", NULL);
  g_autoptr (RoundelEvaluationPlan) plan = NULL;
  const RoundelEvaluationItem *item;

  roundel_program_answer (made->program, "n", "evaluate-meetings", "A show of hands", "Chen Wei", NULL);
  plan = roundel_evaluation_plan_new (made->program, outcome ("support"));
  item = plan->items->pdata[ROUNDEL_EVALUATED_MEETINGS];
  g_assert_cmpstr (item->how, ==, "A show of hands");
  g_assert_cmpstr (item->owner, ==, "Chen Wei");
  g_assert_cmpstr (item->suggested, !=, item->how);
}

/* Another length than the outcome's own still makes sessions worth their time: they sum to it, and little is left over. */
static void
test_any_length_is_filled (void)
{
  const char *ids[] = { "leadership-development", "support", "problem-solving", "core-coaching-skills" };
  const guint minutes[] = { 60, 180, 300 };

  for (guint o = 0; o < G_N_ELEMENTS (ids); o++)
    for (guint m = 0; m < G_N_ELEMENTS (minutes); m++)
      {
        g_autoptr (RoundelDraft) eight = seats (8);
        g_autoptr (RoundelDesign) made = design (roundel_draft_set_session_length (eight, minutes[m] * 60), ids[o], NULL);

        for (guint i = 0; i < made->program->sessions->len; i++)
          {
            g_autoptr (GError) error = NULL;
            g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (made->program, made->program->sessions->pdata[i],
                                                                               &formats, &error);
            const RoundelRound *last;

            g_assert_no_error (error);
            g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, minutes[m] * 60);
            last = agenda->rounds->pdata[agenda->rounds->len - 1];
            g_assert_cmpint (last->kind, ==, ROUNDEL_ROUND_IN_HAND);
            g_assert_cmpuint (last->seconds, <=, minutes[m] * 60 / 3);
          }
      }
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
  formats = roundel_library_formats (library);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/design/the-example-is-four-thursdays", test_the_example_is_four_thursdays);
  g_test_add_func ("/design/the-example-has-exactly-two-conflicts", test_the_example_has_exactly_two_conflicts);
  g_test_add_func ("/design/everybody-has-a-partner-and-nobody-the-boss", test_everybody_has_a_partner_and_nobody_the_boss);
  g_test_add_func ("/design/all-outcomes-for-2-to-40-people", test_all_outcomes_for_2_to_40_people);
  g_test_add_func ("/design/any-length-is-filled", test_any_length_is_filled);
  g_test_add_func ("/design/circles-have-the-size-of-the-outcome", test_circles_have_the_size_of_the_outcome);
  g_test_add_func ("/design/circles-part-a-reporting-line", test_circles_part_a_reporting_line);
  g_test_add_func ("/design/a-line-that-cannot-be-parted-is-said", test_a_line_that_cannot_be_parted_is_said);
  g_test_add_func ("/design/many-circles-are-counted", test_many_circles_are_counted);
  g_test_add_func ("/design/partners-at-two-sites-meet-on-a-call", test_partners_at_two_sites_meet_on_a_call);
  g_test_add_func ("/design/a-team-may-have-its-lines", test_a_team_may_have_its_lines);
  g_test_add_func ("/design/what-is-not-answered-yet-is-left-open", test_what_is_not_answered_yet_is_left_open);
  g_test_add_func ("/design/length-and-number-of-sessions-can-be-chosen", test_length_and_number_of_sessions_can_be_chosen);
  g_test_add_func ("/design/the-same-answers-make-the-same-program", test_the_same_answers_make_the_same_program);
  g_test_add_func ("/design/new-ids-are-new-and-meet-each-other", test_new_ids_are_new_and_meet_each_other);
  g_test_add_func ("/design/the-designer-says-how-many-circles", test_the_designer_says_how_many_circles);
  g_test_add_func ("/design/the-members-take-over-where-the-outcome-says",
                   test_the_members_take_over_where_the_outcome_says);
  g_test_add_func ("/design/a-plan-that-was-changed-is-that-of-every-circle",
                   test_a_plan_that_was_changed_is_that_of_every_circle);
  g_test_add_func ("/design/results-and-who-leads-are-the-designers", test_results_and_who_leads_are_the_designers);
  g_test_add_func ("/design/five-things-are-evaluated-half-way-and-at-the-end",
                   test_five_things_are_evaluated_half_way_and_at_the_end);
  g_test_add_func ("/design/how-it-is-evaluated-can-be-said-otherwise", test_how_it_is_evaluated_can_be_said_otherwise);
  result = g_test_run ();

  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
