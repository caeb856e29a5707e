/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-list.h"

#include <glib/gi18n-lib.h>

#include "cli/describe.h"

/* One line of the plan: a part's heading, a round, or several drawn together. */
typedef struct
{
  guint first;
  guint last;
  gboolean heading;
} Entry;

static const char *
mark (const RoundelRunScreen *screen,
      RoundelRoundState       state)
{
  static const char *const marks[] = { " ", "▸", "✓", "–" };
  static const char *const ascii[] = { " ", ">", "*", "-" };

  return (screen->utf8 ? marks : ascii)[state];
}

/* The state of several rounds: the present one counts, then what is still to come. */
static RoundelRoundState
state_of (const RoundelRunScreen *screen,
          const Entry            *entry)
{
  RoundelRoundState state = ROUNDEL_ROUND_STATE_LEFT_OUT;

  for (guint i = entry->first; i <= entry->last; i++)
    {
      if (roundel_run_screen_time (screen, i)->state == ROUNDEL_ROUND_STATE_NOW)
        return ROUNDEL_ROUND_STATE_NOW;
      state = MIN (state, roundel_run_screen_time (screen, i)->state);
    }
  return state;
}

static const RoundelRound *
round_of (const RoundelRunScreen *screen,
          guint                   round)
{
  return roundel_run_screen_time (screen, round)->round;
}

/* The round that runs, or none. */
static guint
running_round (const RoundelRunScreen *screen)
{
  gboolean runs = screen->view->phase == ROUNDEL_SESSION_PHASE_RUNNING
                  || screen->view->phase == ROUNDEL_SESSION_PHASE_PAUSED;

  return runs ? screen->view->round : G_MAXUINT;
}

static gboolean
is_same_for_the_next (const RoundelRound *round,
                      const RoundelRound *next)
{
  return round->turn > 0 && next->turn == round->turn + 1 && round->part == next->part
         && g_str_equal (round->title, next->title);
}

/* The last round of those that are drawn together with FIRST: a turn, or one step that each member has in turn. */
static guint
find_last (const RoundelRunScreen *screen,
           guint                   first)
{
  guint now = running_round (screen);
  guint count = screen->view->rounds->len;
  guint last = first;

  if (now < count && roundel_cli_same_turn (round_of (screen, first), round_of (screen, now)))
    return first;
  while (last + 1 < count && roundel_cli_same_turn (round_of (screen, first), round_of (screen, last + 1)))
    last++;
  while (last + 1 < count && is_same_for_the_next (round_of (screen, last), round_of (screen, last + 1)))
    last++;
  return first <= now && now <= last ? first : last;
}

/* The lines of the plan; PRESENT is set to that of round CURRENT. */
static GArray *
list_entries (const RoundelRunScreen *screen,
              gboolean                together,
              guint                   current,
              guint                  *present)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  *present = 0;
  for (guint i = 0; i < screen->view->rounds->len; i++)
    {
      Entry entry = { i, together ? find_last (screen, i) : i, FALSE };

      if (screen->plan->agenda->parts->len > 1
          && (i == 0 || round_of (screen, i - 1)->part != round_of (screen, i)->part))
        {
          Entry heading = { i, i, TRUE };

          g_array_append_val (entries, heading);
        }
      if (entry.first <= current && current <= entry.last)
        *present = entries->len;
      g_array_append_val (entries, entry);
      i = entry.last;
    }
  return entries;
}

static void
add_entry (const RoundelRunScreen *screen,
           RoundelLines           *lines,
           const Entry            *entry,
           const char             *lead,
           gboolean                chosen)
{
  const RoundelRoundTime *time = roundel_run_screen_time (screen, entry->first);
  const RoundelRound *round = time->round;
  RoundelRoundState state = state_of (screen, entry);
  RoundelStyle style = ROUNDEL_STYLE_NORMAL;
  g_autofree char *clock = NULL;

  if (state == ROUNDEL_ROUND_STATE_NOW || chosen)
    style = ROUNDEL_STYLE_STRONG;
  else if (state != ROUNDEL_ROUND_STATE_AHEAD)
    style = ROUNDEL_STYLE_DIM;
  if (time->starts != 0)
    clock = roundel_run_screen_clock (screen, time->starts);
  if (entry->heading)
    roundel_lines_add (lines, ROUNDEL_STYLE_STRONG, "%s%s", lead,
                       (char *) screen->plan->agenda->parts->pdata[round->part]);
  else if (entry->last > entry->first
           && is_same_for_the_next (round, round_of (screen, entry->first + 1)))
    {
      guint turns = entry->last - entry->first + 1;

      roundel_lines_add (lines, style, ngettext ("%s%5s %s %s (%u turn)", "%s%5s %s %s (%u turns)", turns), lead,
                         clock != NULL ? clock : "", mark (screen, state), round->title, turns);
    }
  else if (entry->last > entry->first)
    {
      g_autofree char *speakers = roundel_cli_describe_speakers (screen->plan, round);
      g_autofree char *turn = g_strdup_printf (_("turn %u of %u"), round->turn, round->turns);

      roundel_lines_add (lines, style, "%s%5s %s %s%s%s", lead, clock != NULL ? clock : "", mark (screen, state), turn,
                         round->speakers->len > 0 ? ": " : "", speakers);
    }
  else
    {
      g_autofree char *turn = round->turn > 0 ? g_strdup_printf ("%u/%u ", round->turn, round->turns) : NULL;

      roundel_lines_add (lines, style, "%s%5s %s %s%s%s", lead, clock != NULL ? clock : "", mark (screen, state),
                         turn != NULL ? turn : "", round->title, round->optional ? _(" (optional)") : "");
    }
}

/* The entries round about PRESENT, no more than ROWS. */
static void
add_entries (const RoundelRunScreen *screen,
             RoundelLines           *lines,
             GArray                 *entries,
             guint                   present,
             guint                   rows,
             gboolean                choose)
{
  guint first = present > rows / 3 ? present - rows / 3 : 0;

  if (entries->len <= rows)
    first = 0;
  else if (entries->len - first < rows)
    first = entries->len - rows;
  for (guint i = first; i < entries->len && i - first < rows; i++)
    {
      gboolean chosen = choose && i == present;

      add_entry (screen, lines, &g_array_index (entries, Entry, i),
                 !choose ? "" : !chosen ? "   " : screen->utf8 ? " → " : "=> ", chosen);
    }
}

/**
 * roundel_run_list_add:
 * @screen: what there is to show
 * @lines: where to add it
 * @rows: how many lines there are
 *
 * The plan with expected times; a turn other than the present one takes one line, and so does a step that each
 * member has in turn, unless it runs.
 */
void
roundel_run_list_add (const RoundelRunScreen *screen,
                      RoundelLines           *lines,
                      guint                   rows)
{
  guint present;
  g_autoptr (GArray) entries = list_entries (screen, TRUE, screen->view->round, &present);

  add_entries (screen, lines, entries, present, rows, FALSE);
}

/**
 * roundel_run_list_choose:
 * @screen: what there is to show
 * @lines: where to add it
 * @rows: how many lines there are
 *
 * All rounds, one of which is chosen.
 */
void
roundel_run_list_choose (const RoundelRunScreen *screen,
                         RoundelLines           *lines,
                         guint                   rows)
{
  guint present;
  g_autoptr (GArray) entries = list_entries (screen, FALSE, screen->chosen, &present);

  add_entries (screen, lines, entries, present, rows, TRUE);
}
