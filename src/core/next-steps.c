/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/next-steps.h"

/* What has to come first: who cannot meet, what people could be promised in vain, what everything else needs. The words are
 * those of the readiness check. */
static const struct
{
  const char *check;
  RoundelStepTime time;
} order[] = {
  { "size", ROUNDEL_STEP_BEFORE_INVITING },
  { "reporting-lines", ROUNDEL_STEP_BEFORE_INVITING },
  { "levels", ROUNDEL_STEP_BEFORE_INVITING },
  { "people-around", ROUNDEL_STEP_BEFORE_INVITING },
  { "topic", ROUNDEL_STEP_BEFORE_INVITING },
  { "topic-chosen", ROUNDEL_STEP_BEFORE_INVITING },
  { "topic-hard", ROUNDEL_STEP_BEFORE_INVITING },
  { "work-time", ROUNDEL_STEP_BEFORE_INVITING },
  { "no-report", ROUNDEL_STEP_BEFORE_INVITING },
  { "facilitator", ROUNDEL_STEP_BEFORE_INVITING },
  { "dates", ROUNDEL_STEP_BEFORE_INVITING },
  { "length", ROUNDEL_STEP_BEFORE_INVITING },
  { "place", ROUNDEL_STEP_BEFORE_INVITING },
  { "overheard", ROUNDEL_STEP_BEFORE_INVITING },
  { "logistics", ROUNDEL_STEP_BEFORE_START },
  { "letters", ROUNDEL_STEP_BEFORE_START },
  { "plans", ROUNDEL_STEP_BEFORE_START },
  { "equal-slots", ROUNDEL_STEP_BEFORE_START },
  { "partners", ROUNDEL_STEP_BEFORE_START },
  { "practice", ROUNDEL_STEP_BEFORE_START },
  { "results", ROUNDEL_STEP_BEFORE_START },
  { "input", ROUNDEL_STEP_BEFORE_START },
  { "checked", ROUNDEL_STEP_BEFORE_START },
  { "charter", ROUNDEL_STEP_WHILE_IT_RUNS },
};

static guint
find_place (const RoundelCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (order[i].check, check->id))
      return i;
  return G_N_ELEMENTS (order);
}

static RoundelStepTime
find_time (guint place)
{
  return place < G_N_ELEMENTS (order) ? order[place].time : ROUNDEL_STEP_BEFORE_START;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const RoundelNextStep *one = a, *two = b;
  guint x = find_place (one->check);
  guint y = find_place (two->check);

  return one->time != two->time ? (one->time > two->time) - (one->time < two->time) : (x > y) - (x < y);
}

/**
 * roundel_next_steps_list:
 * @readiness: (element-type RoundelReadiness): the seven reasons; it has to stay
 *
 * Puts what is not met yet into the order in which it is best worked off (D20).
 *
 * Returns: (transfer full) (element-type RoundelNextStep): the steps; what is not in the order of this version comes before the
 *   start, after what is
 */
GArray *
roundel_next_steps_list (const GPtrArray *readiness)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (RoundelNextStep));

  for (guint i = 0; i < readiness->len; i++)
    {
      const RoundelReadiness *reason = readiness->pdata[i];

      for (guint k = 0; k < reason->checks->len; k++)
        {
          const RoundelCheck *check = reason->checks->pdata[k];
          RoundelNextStep step = { find_time (find_place (check)), check };

          if (check->status != ROUNDEL_STATUS_MET)
            g_array_append_val (steps, step);
        }
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

/**
 * roundel_step_get_text:
 * @check: what is open
 *
 * Returns: (transfer none): what to do, or to answer
 */
const char *
roundel_step_get_text (const RoundelCheck *check)
{
  return check->question != NULL ? check->question : check->why;
}
