/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "app-test.h"

#include "app/application.h"

/* The application after it has read ARGUMENT, as far as it does before anything is shown; its exit code or -1. */
static int
read_arguments (RoundelApplication *application,
                const char         *option,
                GVariant           *value)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  int code = -1;

  if (option != NULL)
    g_variant_dict_insert_value (options, option, value);
  g_signal_emit_by_name (application, "handle-local-options", options, &code);
  return code;
}

static void
test_one_instance_a_notebook (void)
{
  g_autoptr (RoundelApplication) own = roundel_application_new ();
  g_autoptr (RoundelApplication) one = roundel_application_new ();
  g_autoptr (RoundelApplication) same = roundel_application_new ();
  g_autoptr (RoundelApplication) other = roundel_application_new ();

  g_assert_cmpint (read_arguments (own, NULL, NULL), ==, -1);
  read_arguments (one, "notebook", g_variant_new_bytestring ("/tmp/one.db"));
  read_arguments (same, "notebook", g_variant_new_bytestring ("/tmp/x/../one.db"));
  read_arguments (other, "notebook", g_variant_new_bytestring ("/tmp/other.db"));
  g_assert_null (roundel_application_get_notebook_path (own));
  g_assert_cmpstr (roundel_application_get_notebook_path (same), ==, "/tmp/one.db");
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (own)), ==, "org.roundel.Roundel");
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (one)), ==,
                   g_application_get_application_id (G_APPLICATION (same)));
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (one)), !=,
                   g_application_get_application_id (G_APPLICATION (other)));
  g_assert_true (g_application_id_is_valid (g_application_get_application_id (G_APPLICATION (one))));
}

static void
test_the_clock_is_handed_down (void)
{
  g_autoptr (RoundelApplication) plain = roundel_application_new ();
  g_autoptr (RoundelApplication) quick = roundel_application_new ();

  g_assert_cmpint (read_arguments (plain, NULL, NULL), ==, -1);
  g_assert_cmpfloat (roundel_env_get_rate (roundel_application_get_env (plain)), ==, 1);
  g_assert_cmpint (read_arguments (quick, "clock", g_variant_new_string ("60@2027-01-14T14:00:00Z")), ==, -1);
  g_assert_cmpfloat (roundel_env_get_rate (roundel_application_get_env (quick)), ==, 60);
}

static void
test_a_senseless_clock_ends_the_program (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (RoundelApplication) application = roundel_application_new ();

      exit (read_arguments (application, "clock", g_variant_new_string ("soon")));
    }
  g_test_trap_subprocess (NULL, APP_TEST_DEADLINE_MS * 1000, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*“soon” is no clock*");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/one-instance-a-notebook", test_one_instance_a_notebook);
  g_test_add_func ("/application/the-clock-is-handed-down", test_the_clock_is_handed_down);
  g_test_add_func ("/application/a-senseless-clock-ends-the-program", test_a_senseless_clock_ends_the_program);
  return g_test_run ();
}
