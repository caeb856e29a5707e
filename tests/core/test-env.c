/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/env.h"

static void
test_simulated_world_stands_still (void)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (1000, 7);

  g_assert_cmpint (roundel_env_now (env), ==, 1000);
  g_usleep (2000);
  g_assert_cmpint (roundel_env_now (env), ==, 1000);
  roundel_env_advance (env, 5);
  g_assert_cmpint (roundel_env_now (env), ==, 1005);
}

static void
test_same_seed_draws_the_same (void)
{
  g_autoptr (RoundelEnv) one = roundel_env_new_simulated (0, 7);
  g_autoptr (RoundelEnv) two = roundel_env_new_simulated (0, 7);
  guint8 a[16], b[16];

  roundel_env_random (one, a, sizeof a);
  roundel_env_random (two, b, sizeof b);
  g_assert_cmpmem (a, sizeof a, b, sizeof b);
}

static void
test_quick_clock_goes_on_after_a_new_start (void)
{
  const char *clock = "1000@2027-01-14T14:00:00Z";
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) first = roundel_env_new_for_clock (clock, &error);
  g_autoptr (RoundelEnv) second = NULL;
  gint64 before;

  g_assert_no_error (error);
  before = roundel_env_now (first);
  g_usleep (20000);
  second = roundel_env_new_for_clock (clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (roundel_env_now (second) - before, >=, 20 * G_USEC_PER_SEC);
}

static void
test_scaled_world_begins_now_and_runs_quicker (void)
{
  g_autoptr (RoundelEnv) outside = roundel_env_new_system ();
  gint64 before = roundel_env_now (outside);
  g_autoptr (RoundelEnv) env = roundel_env_new_scaled (1000);
  gint64 now = roundel_env_now (env);
  gint64 boot = roundel_env_boottime (env);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpfloat (roundel_env_get_rate (env), ==, 1000);
  g_usleep (20000);
  g_assert_cmpint (roundel_env_now (env) - now, >=, 20 * G_USEC_PER_SEC);
  g_assert_cmpint (roundel_env_boottime (env) - boot, >=, 20 * G_USEC_PER_SEC);
}

static void
test_senseless_clock_is_refused (void)
{
  const char *wrong[] = { "", "60", "60@", "0@2027-01-14T14:00:00Z", "x@2027-01-14T14:00:00Z", "60@yesterday" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (roundel_env_new_for_clock (wrong[i], &error));
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
    }
}

static void
test_boot_id_stays_while_the_computer_runs (void)
{
  g_autoptr (RoundelEnv) one = roundel_env_new_system ();
  g_autoptr (RoundelEnv) two = roundel_env_new_system ();

  g_assert_cmpuint (roundel_env_boot_id (one), ==, roundel_env_boot_id (two));
  g_assert_cmpuint (roundel_env_boot_id (one), !=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/env/simulated-world-stands-still", test_simulated_world_stands_still);
  g_test_add_func ("/env/same-seed-draws-the-same", test_same_seed_draws_the_same);
  g_test_add_func ("/env/quick-clock-goes-on-after-a-new-start", test_quick_clock_goes_on_after_a_new_start);
  g_test_add_func ("/env/scaled-world-begins-now-and-runs-quicker", test_scaled_world_begins_now_and_runs_quicker);
  g_test_add_func ("/env/senseless-clock-is-refused", test_senseless_clock_is_refused);
  g_test_add_func ("/env/boot-id-stays-while-the-computer-runs", test_boot_id_stays_while_the_computer_runs);
  return g_test_run ();
}
