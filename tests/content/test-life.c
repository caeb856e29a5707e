/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/life.h"

#include <string.h>

#include "content/members-csv.h"
#include "content/outcome.h"
#include "core/design.h"
#include "core/split.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;
static GPtrArray *patterns;

static const RoundelOutcome *
leadership (void)
{
  return roundel_outcomes_find (outcomes, "leadership-development");
}

/* Nine in one circle, partners in three pairs and a trio. */
static RoundelProgram *
example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "conscious-skills", "members.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) dated = roundel_draft_set_start (empty, "2027-01-14T15:00");
  g_autoptr (RoundelDraft) draft = NULL;
  RoundelDesign *design;
  RoundelProgram *program;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  csv = roundel_members_csv_read (text, strlen (text), "members.csv", NULL);
  draft = roundel_draft_set_members (dated, csv->members);
  design = roundel_design_new (draft, leadership (), roundel_patterns_find (patterns, "weekly-cycle"), &formats, 1);
  program = g_steal_pointer (&design->program);
  design->program = roundel_program_new ("none");
  roundel_design_free (design);
  return program;
}

static char **
partners_of (const RoundelProgram *program,
             const char           *member)
{
  const RoundelPartnering *partners = program->partners->pdata[0];

  for (guint i = 0; i < partners->groups->len; i++)
    if (g_strv_contains ((const char * const *) partners->groups->pdata[i], member))
      return partners->groups->pdata[i];
  return NULL;
}

/* Everybody in a circle has one to three partners, and nobody is twice. */
static void
assert_partners_are_whole (const RoundelProgram *program)
{
  const RoundelCircle *circle = program->circles->pdata[0];
  const RoundelPartnering *partners = program->partners->pdata[0];
  guint n = 0;

  for (guint i = 0; i < partners->groups->len; i++)
    {
      guint size = g_strv_length (partners->groups->pdata[i]);

      g_assert_cmpuint (size, >=, 2);
      g_assert_cmpuint (size, <=, 3);
      n += size;
    }
  g_assert_cmpuint (n, ==, g_strv_length (circle->members));
  for (char **id = circle->members; *id != NULL; id++)
    g_assert_nonnull (partners_of (program, *id));
}

static const char *
starts (const RoundelProgram *program,
        guint                 session)
{
  return ((RoundelSession *) program->sessions->pdata[session])->starts;
}

static void
test_one_session_moves (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *id = g_strdup (((RoundelSession *) program->sessions->pdata[1])->id);
  g_autoptr (GPtrArray) notes = roundel_program_move_session (program, id, "2027-01-22T09:00", FALSE);

  g_assert_cmpstr (starts (program, 0), ==, "2027-01-14T15:00");
  g_assert_cmpstr (starts (program, 1), ==, "2027-01-22T09:00");
  g_assert_cmpstr (starts (program, 2), ==, "2027-01-28T15:00");
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
test_all_later_ones_move_along (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *id = g_strdup (((RoundelSession *) program->sessions->pdata[1])->id);
  g_autoptr (GPtrArray) notes = roundel_program_move_session (program, id, "2027-01-29T14:00", TRUE);

  g_assert_cmpstr (starts (program, 0), ==, "2027-01-14T15:00");
  g_assert_cmpstr (starts (program, 1), ==, "2027-01-29T14:00");
  g_assert_cmpstr (starts (program, 2), ==, "2027-02-05T14:00");
  g_assert_cmpstr (starts (program, 3), ==, "2027-02-12T14:00");
  g_assert_cmpuint (notes->len, ==, 1);
}

static void
test_sessions_that_pass_each_other_are_numbered_anew (void)
{
  g_autoptr (RoundelProgram) program = example ();
  g_autofree char *id = g_strdup (((RoundelSession *) program->sessions->pdata[1])->id);
  g_autoptr (GPtrArray) notes = roundel_program_move_session (program, id, "2027-01-28T09:00", FALSE);
  g_autoptr (GPtrArray) further = NULL;

  g_assert_cmpuint (roundel_program_find_session (program, id)->number, ==, 2);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (notes->pdata[0], "same day"));
  further = roundel_program_move_session (program, id, "2027-02-01T09:00", FALSE);
  g_assert_cmpuint (roundel_program_find_session (program, id)->number, ==, 3);
  g_assert_nonnull (strstr (further->pdata[0], "becomes session 3"));
}

static void
test_a_room_is_said_for_one_session_or_all_later_ones (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelSession **sessions = (RoundelSession **) program->sessions->pdata;

  roundel_program_set_room (program, sessions[1]->id, ROUNDEL_MODE_IN_PERSON, "Room 2.14", TRUE, TRUE);
  roundel_program_set_room (program, sessions[2]->id, ROUNDEL_MODE_ONLINE, "", FALSE, FALSE);
  g_assert_null (sessions[0]->place);
  g_assert_false (sessions[0]->unheard);
  g_assert_cmpstr (sessions[1]->place, ==, "Room 2.14");
  g_assert_null (sessions[2]->place);
  g_assert_cmpint (sessions[2]->mode, ==, ROUNDEL_MODE_ONLINE);
  g_assert_false (sessions[2]->unheard);
  g_assert_cmpstr (sessions[3]->place, ==, "Room 2.14");
  g_assert_true (sessions[3]->unheard);
}

static void
test_who_joins_has_a_partner_and_a_claim (void)
{
  g_autoptr (RoundelProgram) program = example ();
  const RoundelCircle *circle = program->circles->pdata[0];
  g_autofree char *first = g_strdup (circle->members[0]);
  g_autoptr (RoundelMember) kim = roundel_member_new ("kim", "Kim");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (RoundelLedger) ledger = NULL;

  g_strfreev (((RoundelCharter *) program->charters->pdata[0])->agreed);
  ((RoundelCharter *) program->charters->pdata[0])->agreed = g_strsplit (first, " ", -1);
  notes = roundel_program_join (program, kim, circle->id, leadership ());
  g_assert_cmpuint (g_strv_length (circle->members), ==, 10);
  g_assert_cmpuint (g_strv_length (partners_of (program, "kim")), ==, 2);
  assert_partners_are_whole (program);
  g_assert_cmpuint (notes->len, >=, 3);
  g_assert_nonnull (strstr (notes->pdata[2], "Kim has not agreed to the charter"));
  ledger = roundel_program_fold_ledger (program);
  g_assert_cmpuint (roundel_ledger_had (ledger, program->members->len - 1), ==, 0);
}

static void
test_nobody_who_leaves_leaves_somebody_alone (void)
{
  g_autoptr (RoundelProgram) program = example ();
  const RoundelCircle *circle = program->circles->pdata[0];

  while (g_strv_length (circle->members) > 2)
    {
      g_autofree char *id = g_strdup (circle->members[g_strv_length (circle->members) / 2]);
      g_autoptr (GPtrArray) notes = roundel_program_leave (program, id, leadership ());

      g_assert_cmpuint (notes->len, >, 0);
      g_assert_null (partners_of (program, id));
      g_assert_nonnull (roundel_program_find_member (program, id));
      assert_partners_are_whole (program);
    }
}

static void
test_a_list_names_the_seats_first (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelCircle *circle = program->circles->pdata[0];
  RoundelMember *seat = program->members->pdata[4];
  g_autoptr (GPtrArray) people = roundel_members_new ();
  g_autoptr (GPtrArray) notes = NULL;

  g_clear_pointer (&seat->name, g_free);
  g_ptr_array_add (people, roundel_member_new ("a", "grace mbeki"));
  g_ptr_array_add (people, roundel_member_new ("b", "Kim"));
  g_ptr_array_add (people, roundel_member_new ("c", "Lea"));
  ((RoundelMember *) people->pdata[1])->team = g_strdup ("Quality");
  notes = roundel_program_bring_in (program, people, leadership ());
  g_assert_cmpstr (seat->name, ==, "Kim");
  g_assert_cmpstr (seat->team, ==, "Quality");
  g_assert_cmpuint (program->members->len, ==, 10);
  g_assert_cmpuint (g_strv_length (circle->members), ==, 10);
  g_assert_true (g_strv_contains ((const char *const *) circle->members, "c"));
  assert_partners_are_whole (program);
  g_assert_cmpstr (notes->pdata[0], ==, "1 seat gets a name.");
  g_assert_cmpstr (notes->pdata[1], ==, "1 person joins, and has a partner.");
  g_assert_cmpstr (notes->pdata[2], ==, "1 is in the program already.");
}

static void
test_a_list_that_is_brought_again_doubles_nobody (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelMember *grace = program->members->pdata[6];
  RoundelCircle *circle = program->circles->pdata[0];
  g_autoptr (GPtrArray) people = roundel_members_new ();
  g_autoptr (GPtrArray) notes = NULL;
  RoundelMember *person;
  guint n = g_strv_length (circle->members);
  g_autofree char *name = g_utf8_strup (grace->name, -1);
  g_autofree char *team = g_strdup (grace->team);

  g_free (grace->email);
  grace->email = NULL;
  g_free (grace->site);
  grace->site = NULL;
  g_ptr_array_add (people, person = roundel_member_new ("a", name)); /* the same, of whom more is known */
  person->email = g_strdup ("grace@example.org");
  person->site = g_strdup ("Bergen");
  person->team = g_strdup ("another");
  g_ptr_array_unref (roundel_program_bring_in (program, people, leadership ()));
  g_assert_cmpuint (g_strv_length (circle->members), ==, n);
  g_assert_cmpstr (grace->email, ==, "grace@example.org");
  g_assert_cmpstr (grace->site, ==, "Bergen");
  g_assert_cmpstr (grace->team, ==, team);

  g_free (person->name); /* the address is who it is */
  person->name = g_strdup ("Grace M.");
  g_ptr_array_unref (roundel_program_bring_in (program, people, leadership ()));
  g_assert_cmpuint (g_strv_length (circle->members), ==, n);
  g_assert_cmpstr (grace->name, !=, "Grace M.");

  g_free (person->name); /* another of that name */
  person->name = g_strdup (grace->name);
  g_free (person->email);
  person->email = g_strdup ("another.grace@example.org");
  notes = roundel_program_bring_in (program, people, leadership ());
  g_assert_cmpstr (notes->pdata[0], ==, "1 person joins, and has a partner.");
  g_assert_cmpuint (g_strv_length (circle->members), ==, n + 1);
}

static void
test_who_has_left_comes_back_with_a_list (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelCircle *circle = program->circles->pdata[0];
  g_autofree char *id = g_strdup (circle->members[3]);
  g_autoptr (GPtrArray) people = roundel_members_new ();
  RoundelMember *person = roundel_member_copy (roundel_program_find_member (program, id));
  guint n = program->members->len;

  g_free (person->id);
  person->id = g_strdup ("another");
  g_ptr_array_add (people, person);
  g_ptr_array_unref (roundel_program_leave (program, id, leadership ()));
  g_assert_false (g_strv_contains ((const char *const *) circle->members, id));
  g_ptr_array_unref (roundel_program_bring_in (program, people, leadership ()));
  g_assert_true (g_strv_contains ((const char *const *) circle->members, id));
  g_assert_cmpuint (program->members->len, ==, n);
  assert_partners_are_whole (program);
}

static void
test_a_boss_who_joins_is_said (void)
{
  g_autoptr (RoundelProgram) program = example ();
  const RoundelCircle *circle = program->circles->pdata[0];
  g_autoptr (RoundelMember) boss = roundel_member_new ("boss", "Ruth Lindqvist");
  g_autoptr (GPtrArray) notes = roundel_program_join (program, boss, circle->id, leadership ());
  g_autofree char *text = NULL;

  g_ptr_array_add (notes, NULL);
  text = g_strjoinv ("\n", (char **) notes->pdata);
  g_assert_nonnull (strstr (text, "reports to Ruth Lindqvist"));
  for (char **id = partners_of (program, "boss"); *id != NULL; id++)
    g_assert_cmpstr (roundel_program_find_member (program, *id)->reports_to, !=, "Ruth Lindqvist");
}

static void
test_a_facilitator_who_leaves_leads_no_more (void)
{
  g_autoptr (RoundelProgram) program = example ();
  RoundelCircle *circle = program->circles->pdata[0];
  g_autofree char *id = g_strdup (circle->members[3]);
  g_autoptr (GPtrArray) notes = NULL;

  g_free (circle->facilitator);
  circle->facilitator = g_strdup (id);
  notes = roundel_program_leave (program, id, leadership ());
  g_assert_null (circle->facilitator);
  g_assert_cmpuint (notes->len, >, 0);
}

/* As example() without bosses, with the last four in a circle of their own, who are partners in two pairs. */
static RoundelProgram *
two_circles (void)
{
  RoundelProgram *program = example ();
  RoundelCircle *second = roundel_program_add_circle (program, "second");
  RoundelPartnering *partners = program->partners->pdata[0];
  RoundelPartnering *others = roundel_program_add_partners (program, "others", "second");
  RoundelCircle *first = program->circles->pdata[0];
  char *trio[] = { first->members[0], first->members[1], first->members[2], NULL };
  char *pair[] = { first->members[3], first->members[4], NULL };

  for (guint i = 0; i < program->members->len; i++)
    g_clear_pointer (&((RoundelMember *) program->members->pdata[i])->reports_to, g_free);
  g_ptr_array_set_size (partners->groups, 0);
  g_ptr_array_add (partners->groups, g_strdupv (trio));
  g_ptr_array_add (partners->groups, g_strdupv (pair));
  for (guint i = 5; i < 9; i += 2)
    {
      char *two[] = { first->members[i], first->members[i + 1], NULL };

      g_ptr_array_add (others->groups, g_strdupv (two));
    }
  g_strfreev (second->members);
  second->members = g_strdupv (first->members + 5);
  for (guint i = 5; i < 9; i++)
    g_clear_pointer (&first->members[i], g_free);
  return program;
}

static void
assert_group (const RoundelPartnering *partners,
              guint                    group,
              const char              *expected)
{
  g_autofree char *members = g_strjoinv (" ", partners->groups->pdata[group]);

  g_assert_cmpstr (members, ==, expected);
}

static void
test_who_changes_circle_has_partners_there_and_leaves_nobody_alone (void)
{
  g_autoptr (RoundelProgram) program = two_circles ();
  const RoundelCircle *first = program->circles->pdata[0];
  const RoundelCircle *second = program->circles->pdata[1];
  const RoundelPartnering *partners = program->partners->pdata[0];
  const RoundelPartnering *others = program->partners->pdata[1];
  g_auto (GStrv) five = g_strdupv (first->members);
  g_auto (GStrv) four = g_strdupv (second->members);
  g_autofree char *one_of_trio = g_strdup_printf ("%s %s", five[1], five[2]);
  g_autofree char *left_and_one = g_strdup_printf ("%s %s", five[0], five[3]);
  g_autofree char *pair_with = g_strdup_printf ("%s %s %s", four[0], four[1], five[4]);
  g_autoptr (GPtrArray) notes = roundel_program_change_circle (program, five[4], second->id, NULL);

  g_assert_cmpuint (g_strv_length (first->members), ==, 4);
  g_assert_false (g_strv_contains ((const char * const *) first->members, five[4]));
  g_assert_true (g_strv_contains ((const char * const *) second->members, five[4]));
  g_assert_cmpuint (partners->groups->len, ==, 2);
  assert_group (partners, 0, one_of_trio);
  assert_group (partners, 1, left_and_one);
  assert_group (others, 0, pair_with);
  g_assert_cmpuint (notes->len, >=, 3); /* each of the three new groups is said */
}

static void
test_a_facilitator_who_changes_circle_leads_the_old_one_no_more (void)
{
  g_autoptr (RoundelProgram) program = two_circles ();
  RoundelCircle *first = program->circles->pdata[0];
  g_autofree char *id = g_strdup (first->members[0]);
  g_autoptr (GPtrArray) notes = NULL;

  g_free (first->facilitator);
  first->facilitator = g_strdup (id);
  notes = roundel_program_change_circle (program, id, "second", NULL);
  g_assert_null (first->facilitator);
  g_assert_true (g_ptr_array_find_with_equal_func (notes, "Nobody leads the circle now. Find somebody, or let the members lead in turn.",
                                                   g_str_equal, NULL));
}

static void
test_a_facilitator_drops_out_of_one_circle_only (void)
{
  g_autoptr (RoundelProgram) program = two_circles ();
  RoundelCircle *first = program->circles->pdata[0];
  RoundelCircle *second = program->circles->pdata[1];
  g_autoptr (GPtrArray) said = roundel_program_set_facilitator (program, first->id, "Nora Holm");
  g_autoptr (GPtrArray) other = roundel_program_set_facilitator (program, second->id, "Nora Holm");
  g_autoptr (GPtrArray) out = NULL;

  g_assert_cmpuint (said->len, ==, 0);
  g_assert_cmpstr (first->facilitator, ==, "Nora Holm");
  out = roundel_program_set_facilitator (program, first->id, NULL);
  g_assert_null (first->facilitator);
  g_assert_cmpstr (second->facilitator, ==, "Nora Holm");
  g_assert_cmpuint (out->len, ==, 1);
  g_assert_nonnull (strstr (out->pdata[0], "Nobody leads the circle now"));
}

/* Eighteen in one circle, one of whom leads three of the others. */
static RoundelProgram *
many (void)
{
  RoundelProgram *program = example ();
  g_autoptr (GPtrArray) people = roundel_members_new ();

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);
      RoundelMember *person = roundel_member_new (id, id);

      if (i > 0 && i < 4)
        person->reports_to = g_strdup ("more-0");
      g_ptr_array_add (people, person);
    }
  g_ptr_array_unref (roundel_program_bring_in (program, people, leadership ()));
  return program;
}

static void
test_a_circle_that_is_too_large_is_split (void)
{
  g_autoptr (RoundelProgram) program = many ();
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (0, 1);
  const RoundelCircle *large = roundel_program_find_large_circle (program, leadership ());
  guint n_sessions = program->sessions->len;
  g_autofree char *second_date = g_strdup (starts (program, 1));
  g_autofree char *held = g_strdup (((RoundelSession *) program->sessions->pdata[0])->id);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  RoundelSessionRecord *record = roundel_program_add_record (program, "record");
  guint n = 0;

  g_free (record->session);
  record->session = g_strdup (held);
  g_assert_nonnull (large);
  notes = roundel_program_split_circle (program, large->id, env, leadership (), 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (program->circles->len, ==, 2);
  g_assert_cmpuint (program->sessions->len, ==, 2 * n_sessions - 1); /* the first one was held by all */
  g_assert_cmpuint (program->charters->len, ==, 2);
  g_assert_cmpuint (program->partners->len, ==, 2);
  for (guint c = 0; c < 2; c++)
    {
      const RoundelCircle *circle = program->circles->pdata[c];
      const RoundelPartnering *partners = program->partners->pdata[c];
      guint seated = 0;

      n += g_strv_length (circle->members);
      g_assert_cmpuint (g_strv_length (circle->members), <=, leadership ()->circle_max);
      for (guint i = 0; i < partners->groups->len; i++)
        seated += g_strv_length (partners->groups->pdata[i]);
      g_assert_cmpuint (seated, ==, g_strv_length (circle->members));
    }
  g_assert_cmpuint (n, ==, 18);
  g_assert_null (roundel_program_find_large_circle (program, leadership ()));
  conflicts = roundel_program_find_conflicts (program, leadership ());
  for (guint i = 0; i < conflicts->len; i++)
    g_assert_cmpint (((RoundelConflict *) conflicts->pdata[i])->kind, !=, ROUNDEL_CONFLICT_REPORTING_LINE);
  n = 0;
  for (guint i = 0; i < program->sessions->len; i++)
    n += g_str_equal (starts (program, i), second_date)
         && ((RoundelSession *) program->sessions->pdata[i])->outline->len > 0;
  g_assert_cmpuint (n, ==, 2);
}

static void
test_a_circle_is_split_with_the_reason_why_a_rule_breaks (void)
{
  g_autoptr (RoundelProgram) program = many ();
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (0, 1);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < program->members->len; i++)
    {
      RoundelMember *member = program->members->pdata[i];

      g_free (member->reports_to);
      member->reports_to = g_strcmp0 (member->name, "more-0") != 0 ? g_strdup ("more-0") : NULL;
    }
  notes = roundel_program_split_circle (program, ((RoundelCircle *) program->circles->pdata[0])->id, env, leadership (), 1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (notes, NULL);
  text = g_strjoinv ("\n", (char **) notes->pdata);
  g_assert_nonnull (strstr (text, "No circles without a reporting line can be made."));
  g_assert_cmpuint (program->circles->len, ==, 2);
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
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/life/one-session-moves", test_one_session_moves);
  g_test_add_func ("/life/all-later-ones-move-along", test_all_later_ones_move_along);
  g_test_add_func ("/life/sessions-that-pass-each-other-are-numbered-anew", test_sessions_that_pass_each_other_are_numbered_anew);
  g_test_add_func ("/life/a-room-is-said-for-one-session-or-all-later-ones",
                   test_a_room_is_said_for_one_session_or_all_later_ones);
  g_test_add_func ("/life/who-joins-has-a-partner-and-a-claim", test_who_joins_has_a_partner_and_a_claim);
  g_test_add_func ("/life/nobody-who-leaves-leaves-somebody-alone", test_nobody_who_leaves_leaves_somebody_alone);
  g_test_add_func ("/life/a-list-names-the-seats-first", test_a_list_names_the_seats_first);
  g_test_add_func ("/life/a-list-that-is-brought-again-doubles-nobody", test_a_list_that_is_brought_again_doubles_nobody);
  g_test_add_func ("/life/who-has-left-comes-back-with-a-list", test_who_has_left_comes_back_with_a_list);
  g_test_add_func ("/life/a-boss-who-joins-is-said", test_a_boss_who_joins_is_said);
  g_test_add_func ("/life/a-facilitator-who-leaves-leads-no-more", test_a_facilitator_who_leaves_leads_no_more);
  g_test_add_func ("/life/who-changes-circle-has-partners-there-and-leaves-nobody-alone",
                   test_who_changes_circle_has_partners_there_and_leaves_nobody_alone);
  g_test_add_func ("/life/a-facilitator-who-changes-circle-leads-the-old-one-no-more",
                   test_a_facilitator_who_changes_circle_leads_the_old_one_no_more);
  g_test_add_func ("/life/a-circle-that-is-too-large-is-split", test_a_circle_that_is_too_large_is_split);
  g_test_add_func ("/life/a-circle-is-split-with-the-reason-why-a-rule-breaks",
                   test_a_circle_is_split_with_the_reason_why_a_rule_breaks);
  g_test_add_func ("/life/a-facilitator-drops-out-of-one-circle-only", test_a_facilitator_drops_out_of_one_circle_only);
  result = g_test_run ();

  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
