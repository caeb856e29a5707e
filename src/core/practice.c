/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/practice.h"

#include <math.h>

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

static const char *const results[] = {
  [ROUNDEL_PRACTICE_NOT_YET] = "not-yet",
  [ROUNDEL_PRACTICE_PARTLY] = "partly",
  [ROUNDEL_PRACTICE_WORKED] = "worked",
};

const char *
roundel_practice_result_to_text (RoundelPracticeResult result)
{
  return results[result];
}

gboolean
roundel_practice_result_from_text (const char            *text,
                                   RoundelPracticeResult *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (g_str_equal (results[i], text))
      {
        *result = i;
        return TRUE;
      }
  return FALSE;
}

/* A week's day of 1970-01-01, which was a Thursday. */
#define FIRST_WEEKDAY 3

static gint64
to_day (gint64 at)
{
  return at / DAY - (at % DAY < 0);
}

/* How many days there are from FIRST to DAY, this one left out, without those on the weekdays of OFF. */
static gint64
count_days (gint64 first,
            gint64 day,
            guint  off)
{
  gint64 n = 0;

  if ((off & 0x7f) == 0 || (off & 0x7f) == 0x7f)
    return day - first;
  for (gint64 one = first; one < day; one++)
    n += (off & (1u << ((one + FIRST_WEEKDAY) % 7))) == 0;
  return n;
}

static gint64
find_first (const RoundelAttempt *attempts,
            gsize                 n_attempts)
{
  gint64 first = G_MAXINT64;

  for (gsize i = 0; i < n_attempts; i++)
    first = MIN (first, attempts[i].at);
  return first;
}

/* For each occasion since the first attempt the value of the best attempt in it; 0 for none. The last occasion is the
 * one that is not over. */
static GArray *
find_occasions (const RoundelAttempt *attempts,
                gsize                 n_attempts,
                guint                 rhythm,
                guint                 off,
                gint64                now)
{
  static const double values[] = ROUNDEL_PRACTICE_VALUES;
  gint64 first = find_first (attempts, n_attempts);
  gint64 day = to_day (first);
  GArray *occasions = g_array_new (FALSE, TRUE, sizeof (double));

  if (first > now)
    return occasions;
  rhythm = CLAMP (rhythm, 1, ROUNDEL_PRACTICE_MOST_RHYTHM);
  g_array_set_size (occasions, (guint) (count_days (day, to_day (now), off) / rhythm) + 1);
  for (gsize i = 0; i < n_attempts; i++)
    if (attempts[i].at <= now)
      {
        double *best = &g_array_index (occasions, double, count_days (day, to_day (attempts[i].at), off) / rhythm);

        *best = MAX (*best, values[attempts[i].result]);
      }
  return occasions;
}

/**
 * roundel_practice_strength:
 * @attempts: (array length=n_attempts): the practices of one commitment, in any order; those after @now do not count
 * @n_attempts: how many
 * @rhythm: days from one occasion to the next
 * @off: the weekdays that were planned off, a set of bits from 1 for Monday to 64 for Sunday; they are no days of @rhythm
 * @now: the moment for which to tell, as the times of @attempts
 *
 * How far the commitment has become a habit: an exponential average over its occasions, which begin on the day of the first
 * attempt and follow each other by the rhythm, in whole days: whoever practises at nine one Friday and at eight the next has
 * practised on both. With v the value of the best attempt in an occasion (worked 1, partly ¾,
 * not yet ½, none 0),
 *
 *     strength ← strength · m + v · (1 − m),   m = ½^(√rhythm / 13)
 *
 * so that the half-life is 13 · √rhythm days: 13 days for what is practised daily, 34 for what is practised weekly. An
 * occasion without an attempt counts when it is over; it bends the strength by m and never brings it to 0: missing once
 * does not undo a habit (Lally et al. 2010, https://doi.org/10.1002/ejsp.674, who also found that it grows with repetition
 * in one and the same context: hence one cue for all practice of a commitment). The formula and the 13 are those of the
 * Loop Habit Tracker, Score.kt (https://github.com/iSoron/uhabits); the values of the results are J.
 *
 * Returns: from 0 to 1
 */
double
roundel_practice_strength (const RoundelAttempt *attempts,
                           gsize                 n_attempts,
                           guint                 rhythm,
                           guint                 off,
                           gint64                now)
{
  g_autoptr (GArray) occasions = find_occasions (attempts, n_attempts, rhythm, off, now);
  double keep = pow (0.5, sqrt (CLAMP (rhythm, 1, ROUNDEL_PRACTICE_MOST_RHYTHM)) / ROUNDEL_PRACTICE_HALF_LIFE);
  double strength = 0;

  for (guint i = 0; i < occasions->len; i++)
    {
      double value = g_array_index (occasions, double, i);

      if (i + 1 < occasions->len || value > 0)
        strength = strength * keep + value * (1 - keep);
    }
  return strength;
}

/**
 * roundel_practice_lapses:
 * @attempts: (array length=n_attempts): the practices of one commitment, in any order
 * @n_attempts: how many
 * @rhythm: days from one occasion to the next
 * @off: the weekdays that were planned off, as for roundel_practice_strength()
 * @now: the present moment, as the times of @attempts
 *
 * From %ROUNDEL_PRACTICE_LAPSES up it is time to make it smaller, to take another cue, or to let it go with what was
 * learned (J3). Nobody is told off: before the first attempt there is no lapse.
 *
 * Returns: how many occasions have passed since the last one with an attempt
 */
guint
roundel_practice_lapses (const RoundelAttempt *attempts,
                         gsize                 n_attempts,
                         guint                 rhythm,
                         guint                 off,
                         gint64                now)
{
  g_autoptr (GArray) occasions = find_occasions (attempts, n_attempts, rhythm, off, now);
  guint lapses = 0;

  if (occasions->len == 0 || g_array_index (occasions, double, occasions->len - 1) > 0)
    return 0;
  for (guint i = occasions->len - 1; i > 0 && g_array_index (occasions, double, i - 1) == 0; i--)
    lapses++;
  return lapses;
}

/**
 * roundel_practice_is_due:
 * @attempts: (array length=n_attempts): the practices of one commitment, in any order
 * @n_attempts: how many
 * @rhythm: days from one occasion to the next
 * @off: the weekdays that were planned off, as for roundel_practice_strength()
 * @made: when it was promised, or changed last, as the times of @attempts
 * @now: the present moment, as the times of @attempts
 *
 * Somebody who has missed an occasion is reminded no more: roundel_practice_lapses() leads to other offers (J3).
 *
 * Returns: whether the occasion of now is still without an attempt, on a day that was not planned off
 */
gboolean
roundel_practice_is_due (const RoundelAttempt *attempts,
                         gsize                 n_attempts,
                         guint                 rhythm,
                         guint                 off,
                         gint64                made,
                         gint64                now)
{
  g_autoptr (GArray) occasions = NULL;
  guint today = 1u << ((now / DAY + FIRST_WEEKDAY) % 7);

  if ((off & 0x7f) != 0x7f && (off & today) != 0)
    return FALSE;
  occasions = find_occasions (attempts, n_attempts, rhythm, off, now);
  if (occasions->len > 0 && g_array_index (occasions, double, occasions->len - 1) > 0)
    return FALSE;
  return now - made < MAX (rhythm, 1) * DAY
         || (occasions->len > 0 && roundel_practice_lapses (attempts, n_attempts, rhythm, off, now) == 0);
}
