/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/pair-again.h"

#include <string.h>

static RoundelProgram *
example (guint n)
{
  RoundelProgram *program = roundel_program_new ("p");
  RoundelCircle *circle = roundel_program_add_circle (program, "c");
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      g_ptr_array_add (program->members, roundel_member_new (id, id));
      g_strv_builder_add (ids, id);
    }
  g_strfreev (circle->members);
  circle->members = g_strv_builder_end (ids);
  return program;
}

static void
test_everybody_meets_everybody_before_anybody_twice (void)
{
  g_autoptr (RoundelProgram) program = example (6);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) notes = roundel_program_pair_again (program, "c", "partners", NULL, round, &error);
      const RoundelPartnering *partners = program->partners->pdata[0];

      g_assert_no_error (error);
      g_assert_cmpuint (notes->len, ==, 3);
      g_assert_cmpuint (program->partners->len, ==, 1);
      g_assert_cmpuint (partners->former->len, ==, 3 * round);
      for (guint i = 0; i < partners->groups->len; i++)
        {
          char **group = partners->groups->pdata[i];

          g_assert_cmpuint (g_strv_length (group), ==, 2);
          if (strcmp (group[0], group[1]) < 0)
            g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s", group[0], group[1])));
          else
            g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s", group[1], group[0])));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 15);
}

static void
test_one_who_is_alone_is_said (void)
{
  g_autoptr (RoundelProgram) program = example (1);
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_program_pair_again (program, "c", "partners", NULL, 1, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (program->partners->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-again/everybody-meets-everybody-before-anybody-twice", test_everybody_meets_everybody_before_anybody_twice);
  g_test_add_func ("/pair-again/one-who-is-alone-is-said", test_one_who_is_alone_is_said);
  return g_test_run ();
}
