/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/library.h"
#include "core/expand.h"

static double
time_expansions (const RoundelFormat *format,
                 guint                people,
                 guint                times)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < times; i++)
    {
      RoundelExpansion expansion = { people };
      g_autoptr (GError) error = NULL;
      g_autoptr (RoundelAgenda) agenda = roundel_format_expand (format, &expansion, &error);

      g_assert_no_error (error);
    }
  return g_timer_elapsed (timer, NULL) / times;
}

/* What copying the rounds of an agenda costs: the least that making them can. */
static double
time_copies (const RoundelFormat *format,
             guint                people,
             guint                times)
{
  RoundelExpansion expansion = { people };
  g_autoptr (RoundelAgenda) agenda = roundel_format_expand (format, &expansion, NULL);
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < times; i++)
    for (guint r = 0; r < agenda->rounds->len; r++)
      roundel_round_free (roundel_round_copy (agenda->rounds->pdata[r]));
  return g_timer_elapsed (timer, NULL) / times;
}

int
main (void)
{
  const char *const ids[] = { "troika", "one-two-four-all", "impromptu" };
  const guint people[] = { 40, 500 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLibrary) library = roundel_library_new (NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint p = 0; p < G_N_ELEMENTS (people); p++)
      {
        const RoundelFormat *format = roundel_library_find (library, ids[i], NULL);
        double copies, expansions;

        if (format == NULL)
          continue;
        copies = time_copies (format, people[p], 20);
        expansions = time_expansions (format, people[p], 3);
        g_print ("%-18s %3u people: %8.3f ms, %6.1f times a copy of its rounds\n", ids[i], people[p], expansions * 1000,
                 expansions / copies);
      }
  return 0;
}
