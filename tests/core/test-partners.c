/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/partners.h"

static RoundelMember *
add (GPtrArray  *members,
     const char *name,
     const char *interests,
     const char *goals,
     const char *site,
     const char *reports_to)
{
  g_autofree char *id = g_strdup_printf ("m%u", members->len);
  RoundelMember *member = roundel_member_new (id, name);

  member->interests = g_strsplit (interests, ";", -1);
  member->goals = g_strsplit (goals, ";", -1);
  member->site = g_strdup (site);
  member->reports_to = g_strdup (reports_to);
  g_ptr_array_add (members, member);
  return member;
}

/* “0-2 1-3”, and that everybody is there once, with at most one trio */
static char *
describe (const GPtrArray *partners,
          guint            n)
{
  GString *text = g_string_new (NULL);
  guint seated = 0;

  for (guint i = 0; i < partners->len; i++)
    {
      const RoundelPartners *pair = partners->pdata[i];

      g_assert_cmpuint (pair->members->len, ==, i + 1 == partners->len && n % 2 == 1 ? 3 : 2);
      g_assert_cmpuint (strlen (pair->why), >, 0);
      for (guint k = 0; k < pair->members->len; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? "-" : i > 0 ? " " : "", g_array_index (pair->members, guint, k));
      seated += pair->members->len;
    }
  g_assert_cmpuint (seated, ==, n);
  return g_string_free (text, FALSE);
}

static gboolean
are_partners (const GPtrArray *partners,
              guint            a,
              guint            b)
{
  for (guint i = 0; i < partners->len; i++)
    {
      const GArray *pair = ((RoundelPartners *) partners->pdata[i])->members;
      guint found = 0;

      for (guint k = 0; k < pair->len; k++)
        found += g_array_index (pair, guint, k) == a || g_array_index (pair, guint, k) == b;
      if (found == 2)
        return TRUE;
    }
  return FALSE;
}

static const char *
why (const GPtrArray *partners,
     guint            member)
{
  for (guint i = 0; i < partners->len; i++)
    {
      const RoundelPartners *pair = partners->pdata[i];

      for (guint k = 0; k < pair->members->len; k++)
        if (g_array_index (pair->members, guint, k) == member)
          return pair->why;
    }
  return NULL;
}

static void
test_those_who_share_most_are_partners (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GError) error = NULL;

  add (members, "Ann", "coaching; Writing", "delegate more", NULL, NULL);
  add (members, "Bea", "chess", "speak up", "Oslo", NULL);
  add (members, "Cas", "WRITING ;coaching", "hold hard conversations", NULL, NULL);
  add (members, "Dov", "running", "Speak up", NULL, NULL);
  add (members, "Eve", "", "", "Oslo ", NULL);
  add (members, "Fay", "", "", " oslo", NULL);
  add (members, "Gil", "cooking", "", NULL, NULL);
  add (members, "Hal", "", "", NULL, NULL);
  partners = roundel_partners_match (members, NULL, NULL, NULL, FALSE, 3, &error);
  g_assert_no_error (error);
  g_free (describe (partners, 8));
  g_assert_true (are_partners (partners, 0, 2));
  g_assert_cmpstr (why (partners, 0), ==, "both: coaching, Writing");
  g_assert_true (are_partners (partners, 1, 3));
  g_assert_cmpstr (why (partners, 1), ==, "both: speak up");
  g_assert_true (are_partners (partners, 4, 5));
  g_assert_cmpstr (why (partners, 4), ==, "same place: Oslo");
  g_assert_true (are_partners (partners, 6, 7));
  g_assert_cmpstr (why (partners, 7), ==, "nothing in common is noted yet");
}

static void
test_odd_one_makes_a_trio (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (GPtrArray) partners = NULL;
  g_autofree char *text = NULL;

  add (members, "Ann", "chess", "", NULL, NULL);
  add (members, "Bea", "coaching", "", NULL, NULL);
  add (members, "Cas", "coaching", "", NULL, NULL);
  add (members, "Dov", "chess", "", NULL, NULL);
  add (members, "Eve", "coaching", "", NULL, NULL);
  partners = roundel_partners_match (members, NULL, NULL, NULL, FALSE, 0, NULL);
  text = describe (partners, 5);
  g_assert_cmpstr (text, ==, "0-3 1-2-4");
  g_assert_cmpstr (why (partners, 1), ==, "all three: coaching");
  g_assert_cmpstr (why (partners, 0), ==, "both: chess");
}

static void
test_trio_says_what_two_of_them_share (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (GPtrArray) partners = NULL;

  add (members, "Ann", "chess", "", NULL, NULL);
  add (members, "Bea", "coaching", "", NULL, NULL);
  add (members, "Cas", "coaching", "", NULL, NULL);
  partners = roundel_partners_match (members, NULL, NULL, NULL, FALSE, 0, NULL);
  g_assert_cmpstr (why (partners, 0), ==, "two of them: coaching");
}

static void
test_new_partners_come_before_shared_interests (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelTogether) before = roundel_together_new (4);

  add (members, "Ann", "a;b;c", "", NULL, NULL);
  add (members, "Bea", "a;b;c", "", NULL, NULL);
  add (members, "Cas", "x", "", NULL, NULL);
  add (members, "Dov", "x", "", NULL, NULL);
  for (guint round = 1; round <= 6; round++)
    {
      g_autoptr (GPtrArray) partners = roundel_partners_match (members, NULL, NULL, before, FALSE, round, NULL);

      /* those with most in common first, and again when everybody has met everybody */
      if (round == 1 || round == 4)
        g_assert_true (are_partners (partners, 0, 1));
      for (guint i = 0; i < partners->len; i++)
        roundel_together_add (before, ((RoundelPartners *) partners->pdata[i])->members, round);
    }
  for (guint a = 0; a < 4; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpuint (roundel_together_count (before, a, b), ==, 2);
}

static void
test_partners_can_meet_and_are_in_no_line (void)
{
  const char *sites[] = { "Oslo", "Bergen", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint n = 6; n <= 40; n++)
    {
      g_autoptr (GPtrArray) members = roundel_members_new ();
      g_autoptr (RoundelReporting) lines = NULL;
      g_autoptr (GPtrArray) partners = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *boss = i >= 4 ? g_strdup_printf ("m%d", g_rand_int_range (rand, 0, 4)) : NULL;

          add (members, NULL, "a", "b", sites[g_rand_int_range (rand, 0, 3)], boss);
        }
      lines = roundel_reporting_new (members);
      partners = roundel_partners_match (members, NULL, lines, NULL, TRUE, n, &error);
      if (partners == NULL)
        {
          g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
          g_assert_cmpuint (n, <=, 12);
          continue;
        }
      text = describe (partners, n);
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < a; b++)
          if (are_partners (partners, a, b))
            {
              const char *one = ((RoundelMember *) members->pdata[a])->site;
              const char *other = ((RoundelMember *) members->pdata[b])->site;

              g_assert_false (roundel_reporting_in_line (lines, a, b));
              g_assert_true (one == NULL || other == NULL || g_str_equal (one, other));
            }
    }
}

/* Two sites with an odd number each: a pair across would not meet. */
static void
test_each_odd_site_has_its_trio (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) with_one_more = NULL;

  for (guint i = 0; i < 12; i++)
    add (members, NULL, "", "", i < 5 ? "Oslo" : "Bergen", NULL);
  partners = roundel_partners_match (members, NULL, NULL, NULL, TRUE, 0, NULL);
  g_assert_cmpuint (partners->len, ==, 5);
  for (guint i = 0; i < partners->len; i++)
    {
      const GArray *pair = ((RoundelPartners *) partners->pdata[i])->members;

      for (guint k = 0; k < pair->len; k++)
        g_assert_true ((g_array_index (pair, guint, k) < 5) == (g_array_index (pair, guint, 0) < 5));
    }

  /* whose site is not known can be with either */
  add (members, NULL, "", "", "", NULL);
  with_one_more = roundel_partners_match (members, NULL, NULL, NULL, TRUE, 0, NULL);
  g_free (describe (with_one_more, 13));
}

static void
test_five_hundred_are_paired (void)
{
  const char *sites[] = { "Oslo", "Bergen", "Turku" };
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GError) error = NULL;
  guint seated = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *interest = g_strdup_printf ("%u", i % 25);
      g_autofree char *boss = i >= 6 ? g_strdup_printf ("m%u", i / 5 - 1) : NULL;

      add (members, NULL, interest, "", sites[i % 3], boss);
    }
  lines = roundel_reporting_new (members);
  partners = roundel_partners_match (members, NULL, lines, NULL, TRUE, 4, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < partners->len; i++)
    {
      const GArray *pair = ((RoundelPartners *) partners->pdata[i])->members;

      seated += pair->len;
      for (guint k = 1; k < pair->len; k++)
        {
          guint a = g_array_index (pair, guint, 0);
          guint b = g_array_index (pair, guint, k);

          g_assert_cmpuint (a % 3, ==, b % 3);
          g_assert_false (roundel_reporting_in_line (lines, a, b));
        }
    }
  g_assert_cmpuint (seated, ==, 500);
}

static void
test_who_cannot_be_paired_is_named (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (GArray) circle = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint pair[] = { 1, 3 };

  add (members, "Ann", "", "", "Oslo", NULL);
  add (members, "Bea", "", "", "Oslo", NULL);
  add (members, "Cas", "", "", "Oslo", NULL);
  add (members, "Dov", "", "", "Bergen", NULL);
  g_assert_null (roundel_partners_match (members, NULL, NULL, NULL, TRUE, 0, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
  g_assert_cmpstr (error->message, ==, "Dov cannot meet anyone else");

  /* online they can */
  g_array_append_vals (circle, pair, 2);
  partners = roundel_partners_match (members, circle, NULL, NULL, FALSE, 0, NULL);
  g_assert_cmpuint (partners->len, ==, 1);
  g_assert_true (are_partners (partners, 1, 3));

  g_clear_error (&error);
  g_array_set_size (circle, 1);
  g_assert_null (roundel_partners_match (members, circle, NULL, NULL, FALSE, 0, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partners/those-who-share-most-are-partners", test_those_who_share_most_are_partners);
  g_test_add_func ("/partners/odd-one-makes-a-trio", test_odd_one_makes_a_trio);
  g_test_add_func ("/partners/trio-says-what-two-of-them-share", test_trio_says_what_two_of_them_share);
  g_test_add_func ("/partners/new-partners-come-before-shared-interests",
                   test_new_partners_come_before_shared_interests);
  g_test_add_func ("/partners/partners-can-meet-and-are-in-no-line", test_partners_can_meet_and_are_in_no_line);
  g_test_add_func ("/partners/each-odd-site-has-its-trio", test_each_odd_site_has_its_trio);
  g_test_add_func ("/partners/five-hundred-are-paired", test_five_hundred_are_paired);
  g_test_add_func ("/partners/who-cannot-be-paired-is-named", test_who_cannot_be_paired_is_named);
  return g_test_run ();
}
