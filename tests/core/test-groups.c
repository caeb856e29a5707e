/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/groups.h"

static char *
sizes_to_string (guint n,
                 guint min,
                 guint max,
                 guint best)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = roundel_group_sizes (n, min, max, best, &error);
  GString *text = g_string_new (NULL);

  if (sizes == NULL)
    {
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
      g_assert_nonnull (strstr (error->message, "groups of"));
      return g_string_free (text, FALSE);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < sizes->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "+" : "", g_array_index (sizes, guint, i));
  return g_string_free (text, FALSE);
}

static void
test_sizes_follow_the_format (void)
{
  struct
  {
    guint n, min, max, best;
    const char *sizes;
  } cases[] = {
    { 3, 3, 3, 0, "3" },
    { 4, 3, 3, 0, "4" },
    { 5, 3, 3, 0, "2+3" },
    { 7, 3, 3, 0, "3+4" },
    { 8, 3, 3, 0, "4+4" },
    { 9, 3, 3, 0, "3+3+3" },
    { 10, 3, 3, 0, "3+3+4" },
    { 11, 3, 3, 0, "3+4+4" },
    { 16, 3, 3, 0, "3+3+3+3+4" },
    { 2, 2, 2, 0, "2" },
    { 3, 2, 2, 0, "3" },
    { 7, 2, 2, 0, "2+2+3" },
    { 6, 4, 4, 0, "3+3" },
    { 3, 4, 5, 0, "3" },
    { 14, 4, 6, 5, "4+5+5" },
    { 15, 4, 6, 5, "5+5+5" },
    { 18, 4, 6, 6, "6+6+6" },
    { 18, 4, 6, 5, "4+4+5+5" },
    { 12, 4, 6, 0, "4+4+4" },
    { 13, 4, 0, 0, "4+4+5" },
    { 13, 4, 0, 13, "13" },
    { 3, 1, 2, 0, "3" },
    { 0, 3, 3, 0, "" },
    { 1, 1, 0, 0, "" },
    { 2, 3, 3, 0, "" },
    { 8, 6, 6, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sizes = sizes_to_string (cases[i].n, cases[i].min, cases[i].max, cases[i].best);

      g_test_message ("%u people, %u to %u, best %u", cases[i].n, cases[i].min, cases[i].max, cases[i].best);
      g_assert_cmpstr (sizes, ==, cases[i].sizes);
    }
}

/* Whether N can be written as a sum of sizes from MIN to MAX, tried one by one. */
static gboolean
can_be_summed (guint n,
               guint min,
               guint max)
{
  if (n == 0)
    return TRUE;
  for (guint size = min; size <= MIN (n, max); size++)
    if (can_be_summed (n - size, min, max))
      return TRUE;
  return FALSE;
}

static guint
members_outside (const GArray *sizes,
                 guint         min,
                 guint         max)
{
  guint outside = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      guint size = g_array_index (sizes, guint, i);

      if (size < min || size > max)
        outside += size;
    }
  return outside;
}

/* 2 to 40 people in every range that a format may have */
static void
test_sizes_hold_the_range_when_they_can (void)
{
  for (guint n = 2; n <= 40; n++)
    for (guint min = 2; min <= 8; min++)
      for (guint max = min; max <= 9; max++)
        {
          g_autoptr (GArray) sizes = roundel_group_sizes (n, min, max, 0, NULL);
          guint first, last, sum = 0;

          if (sizes == NULL)
            {
              g_assert_false (can_be_summed (n, min, max + 1));
              g_assert_true ((n == 2 && min == 3) || !can_be_summed (n, MAX (min - 1, 2), max));
              continue;
            }
          first = g_array_index (sizes, guint, 0);
          last = g_array_index (sizes, guint, sizes->len - 1);
          for (guint i = 0; i < sizes->len; i++)
            sum += g_array_index (sizes, guint, i);
          g_assert_cmpuint (sum, ==, n);
          g_assert_cmpuint (first, >=, 2);
          g_assert_cmpuint (last - first, <=, 1);
          g_assert_cmpuint (first + 1, >=, min);
          g_assert_cmpuint (last, <=, max + 1);
          g_assert_true ((members_outside (sizes, min, max) == 0) == can_be_summed (n, min, max));
          if (first < min)
            g_assert_false (can_be_summed (n, min, max + 1));
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/groups/sizes-follow-the-format", test_sizes_follow_the_format);
  g_test_add_func ("/groups/sizes-hold-the-range-when-they-can", test_sizes_hold_the_range_when_they_can);
  return g_test_run ();
}
