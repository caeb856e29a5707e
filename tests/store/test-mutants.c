/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "histories.h"

#include "store/mutant.h"

#define ENOUGH 500

int roundel_mutant;

/* How many histories it takes until the oracle sees the mistake. */
static void
test_is_caught (gconstpointer data)
{
  guint i;
  g_autofree char *wrong = NULL;

  roundel_mutant = GPOINTER_TO_INT (data);
  for (i = 0; i < ENOUGH && wrong == NULL; i++)
    wrong = history_live (i);
  roundel_mutant = MUTANT_NONE;
  g_assert_nonnull (wrong);
  g_test_message ("caught by history %u: %s", i - 1, wrong);
}

static void
test_none_is_not_caught (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *wrong = history_live (i);

      g_assert_cmpstr (wrong, ==, NULL);
    }
}

#define ADD(name, mutant) g_test_add_data_func ("/mutants/" name, GINT_TO_POINTER (mutant), test_is_caught)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutants/none-is-not-caught", test_none_is_not_caught);
  ADD ("plain-last-writer-wins-is-caught", MUTANT_LAST_WRITER_WINS);
  ADD ("no-tie-break-is-caught", MUTANT_NO_TIE_BREAK);
  ADD ("id-of-device-and-clock-is-caught", MUTANT_ID_OF_DEVICE_AND_CLOCK);
  ADD ("refusing-future-clocks-is-caught", MUTANT_REFUSE_FUTURE_CLOCKS);
  ADD ("superseded-everywhere-is-caught", MUTANT_SUPERSEDED_EVERYWHERE);
  ADD ("body-over-stub-is-caught", MUTANT_BODY_OVER_STUB);
  status = g_test_run ();
  history_end ();
  return status;
}
