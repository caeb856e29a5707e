/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/ledger.h"

static GArray *
members (const char *text)
{
  GArray *who = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        guint member = (guint) g_ascii_strtoull (words[i], NULL, 10);

        g_array_append_val (who, member);
      }
  return who;
}

static void
hold (RoundelLedger *ledger,
      const char    *cases,
      const char    *carried)
{
  g_autoptr (GArray) had = members (cases);
  g_autoptr (GArray) owed = members (carried);

  roundel_ledger_add_session (ledger, had, owed);
}

static void
assert_chosen (RoundelLedger *ledger,
               const char    *present,
               guint          count,
               const char    *expected)
{
  g_autoptr (GArray) who = members (present);
  g_autoptr (GArray) chosen = roundel_ledger_choose (ledger, who, count);
  g_autoptr (GArray) right = members (expected);

  g_assert_cmpmem (chosen->data, chosen->len * sizeof (guint), right->data, right->len * sizeof (guint));
}

static void
test_fewest_then_longest_ago_then_in_order (void)
{
  g_autoptr (RoundelLedger) ledger = roundel_ledger_new (5);

  assert_chosen (ledger, "0 1 2 3 4", 2, "0 1");
  hold (ledger, "1 0", "");
  assert_chosen (ledger, "0 1 2 3 4", 2, "2 3");
  hold (ledger, "2 3", "");
  assert_chosen (ledger, "0 1 2 3 4", 3, "4 0 1");
  hold (ledger, "4 1 0", "");
  assert_chosen (ledger, "0 1 2 3 4", G_MAXUINT, "2 3 4 0 1");
  assert_chosen (ledger, "4 3", 5, "3 4");
  g_assert_cmpuint (roundel_ledger_had (ledger, 1), ==, 2);
}

static void
test_carried_turn_goes_first (void)
{
  g_autoptr (RoundelLedger) ledger = roundel_ledger_new (4);

  hold (ledger, "0 1", "2");
  hold (ledger, "3", "1");
  g_assert_true (roundel_ledger_owed (ledger, 2));
  assert_chosen (ledger, "0 1 2 3", 3, "2 1 0");
  hold (ledger, "2", "");
  g_assert_false (roundel_ledger_owed (ledger, 2));
  assert_chosen (ledger, "0 1 2 3", 2, "1 0");
}

static void
test_absence_keeps_the_claim (void)
{
  g_autoptr (RoundelLedger) ledger = roundel_ledger_new (4);

  hold (ledger, "0", "3");
  assert_chosen (ledger, "0 1 2", 1, "1");
  hold (ledger, "1", "");
  hold (ledger, "2", "");
  g_assert_true (roundel_ledger_owed (ledger, 3));
  assert_chosen (ledger, "0 1 2 3", 2, "3 0");
}

static void
test_shortened_turn_is_owed (void)
{
  g_autoptr (RoundelLedger) ledger = roundel_ledger_new (3);

  hold (ledger, "0 1 2", "1");
  assert_chosen (ledger, "0 1 2", 1, "1");
}

static void
test_those_always_there_differ_by_one_at_most (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint n = 2; n <= 40; n++)
    {
      g_autoptr (RoundelLedger) ledger = roundel_ledger_new (n);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < n; i++)
        g_array_append_val (all, i);
      for (guint session = 0; session < 30; session++)
        {
          guint count = (guint) g_rand_int_range (rand, 1, (gint32) n + 1);
          g_autoptr (GArray) chosen = roundel_ledger_choose (ledger, all, count);
          g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint));
          guint least = G_MAXUINT, most = 0;

          while (chosen->len > 0 && g_rand_int_range (rand, 0, 3) == 0)
            {
              guint last = g_array_index (chosen, guint, chosen->len - 1);

              g_array_append_val (carried, last);
              g_array_set_size (chosen, chosen->len - 1);
            }
          roundel_ledger_add_session (ledger, chosen, carried);
          for (guint i = 0; i < n; i++)
            {
              least = MIN (least, roundel_ledger_had (ledger, i));
              most = MAX (most, roundel_ledger_had (ledger, i));
            }
          g_assert_cmpuint (most - least, <=, 1);
        }
    }
}

/* What one has had more than one case above another was chosen, to be held or carried over, where the other was
 * absent. */
static void
test_absence_alone_sets_members_apart (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 2; n <= 40; n++)
    {
      g_autoptr (RoundelLedger) ledger = roundel_ledger_new (n);
      g_autofree guint *without = g_new0 (guint, n * n);
      double presence = g_rand_double_range (rand, 0.3, 1);

      for (guint session = 0; session < 40; session++)
        {
          g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (guint));
          g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint));
          g_autoptr (GArray) chosen = NULL;
          g_autofree gboolean *there = g_new0 (gboolean, n);

          for (guint i = 0; i < n; i++)
            if (g_rand_double (rand) < presence)
              {
                there[i] = TRUE;
                g_array_append_val (present, i);
              }
          chosen = roundel_ledger_choose (ledger, present, (guint) g_rand_int_range (rand, 1, 4));
          for (guint i = 0; i < chosen->len; i++)
            for (guint b = 0; b < n; b++)
              without[g_array_index (chosen, guint, i) * n + b] += !there[b];
          if (chosen->len > 1 && g_rand_boolean (rand))
            {
              guint last = g_array_index (chosen, guint, chosen->len - 1);

              g_array_append_val (carried, last);
              g_array_set_size (chosen, chosen->len - 1);
            }
          roundel_ledger_add_session (ledger, chosen, carried);
          for (guint a = 0; a < n; a++)
            for (guint b = 0; b < n; b++)
              g_assert_cmpuint (roundel_ledger_had (ledger, a), <=,
                                roundel_ledger_had (ledger, b) + 1 + without[a * n + b]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/fewest-then-longest-ago-then-in-order", test_fewest_then_longest_ago_then_in_order);
  g_test_add_func ("/ledger/carried-turn-goes-first", test_carried_turn_goes_first);
  g_test_add_func ("/ledger/absence-keeps-the-claim", test_absence_keeps_the_claim);
  g_test_add_func ("/ledger/shortened-turn-is-owed", test_shortened_turn_is_owed);
  g_test_add_func ("/ledger/those-always-there-differ-by-one-at-most", test_those_always_there_differ_by_one_at_most);
  g_test_add_func ("/ledger/absence-alone-sets-members-apart", test_absence_alone_sets_members_apart);
  return g_test_run ();
}
