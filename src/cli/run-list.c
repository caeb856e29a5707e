/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-list.h"

#include <glib/gi18n-lib.h>

#include "cli/describe.h"

/* One line of the plan; those of other turns than the present one are drawn together. */
typedef struct
{
  guint first;
  guint last;
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
  if (entry->last > entry->first)
    {
      g_autofree char *speakers = roundel_cli_describe_speakers (screen->plan, round);
      g_autofree char *turn = g_strdup_printf (_("turn %u of %u"), round->turn, round->turns);

      roundel_lines_add (lines, style, "%s%5s %s %s%s%s", lead, clock != NULL ? clock : "", mark (screen, state), turn,
                         round->speakers->len > 0 ? ": " : "", speakers);
    }
  else
    {
      g_autofree char *turn = round->turn > 0 ? g_strdup_printf (" %u/%u", round->turn, round->turns) : NULL;

      roundel_lines_add (lines, style, "%s%5s %s %s%s%s", lead, clock != NULL ? clock : "", mark (screen, state),
                         round->title, turn != NULL ? turn : "", round->optional ? _(" (optional)") : "");
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
 * The plan with expected times; a turn other than the present one takes one line.
 */
void
roundel_run_list_add (const RoundelRunScreen *screen,
                      RoundelLines           *lines,
                      guint                   rows)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const RoundelRound *now = roundel_run_screen_time (screen, screen->view->round)->round;
  gboolean runs = screen->view->phase != ROUNDEL_SESSION_PHASE_READY
                  && screen->view->phase != ROUNDEL_SESSION_PHASE_FINISHED;
  guint present = 0;

  for (guint i = 0; i < screen->view->rounds->len; i++)
    {
      const RoundelRound *round = roundel_run_screen_time (screen, i)->round;
      Entry entry = { i, i };

      while (!(runs && roundel_cli_same_turn (round, now)) && entry.last + 1 < screen->view->rounds->len
             && roundel_cli_same_turn (round, roundel_run_screen_time (screen, entry.last + 1)->round))
        entry.last++;
      if (entry.first <= screen->view->round && screen->view->round <= entry.last)
        present = entries->len;
      g_array_append_val (entries, entry);
      i = entry.last;
    }
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
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < screen->view->rounds->len; i++)
    {
      Entry entry = { i, i };

      g_array_append_val (entries, entry);
    }
  add_entries (screen, lines, entries, screen->chosen, rows, TRUE);
}
