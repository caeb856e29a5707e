/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/describe.h"
#include "cli/text.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* With more groups than these, the roles are named once and not in each. */
#define FEW_GROUPS 4

/* Empty lines between the parts of a round */
#define MOST_GAPS 5

/* As a clock shows what is left: `4:30`, and `+0:42` when the round runs over. */
static char *
format_left (const RoundelRunScreen *self)
{
  gint64 shown = self->view->shown;
  g_autofree char *minutes = roundel_cli_format_minutes ((guint) ABS (shown));

  return g_strdup_printf ("%s%s", shown < 0 ? "+" : "", minutes);
}

static RoundelStyle
clock_style (const RoundelRunScreen *self)
{
  if (self->view->phase != ROUNDEL_SESSION_PHASE_RUNNING)
    return self->view->phase == ROUNDEL_SESSION_PHASE_PAUSED ? ROUNDEL_STYLE_DIM : ROUNDEL_STYLE_NORMAL;
  switch (self->view->warning)
    {
    case ROUNDEL_SESSION_WARNING_FIFTH:
    case ROUNDEL_SESSION_WARNING_TWENTIETH:
      return ROUNDEL_STYLE_WARNING;
    case ROUNDEL_SESSION_WARNING_OVER:
      return ROUNDEL_STYLE_LATE;
    case ROUNDEL_SESSION_WARNING_NONE:
    default:
      return ROUNDEL_STYLE_NORMAL;
    }
}

/* What the clock means, by word and mark. */
static char *
describe_clock (const RoundelRunScreen *self)
{
  g_autofree char *allowed = roundel_cli_format_length ((guint) (self->view->allowed / SECOND));

  if (self->view->phase == ROUNDEL_SESSION_PHASE_PAUSED)
    return g_strdup_printf (_("%s paused · space goes on"), self->utf8 ? "❚❚" : "||");
  if (self->view->phase != ROUNDEL_SESSION_PHASE_RUNNING)
    return g_strdup_printf (_("of %s"), allowed);
  switch (self->view->warning)
    {
    case ROUNDEL_SESSION_WARNING_FIFTH:
      return g_strdup_printf (_("%s less than a fifth left of %s"), self->utf8 ? "●" : "!", allowed);
    case ROUNDEL_SESSION_WARNING_TWENTIETH:
      return g_strdup_printf (_("%s the last twentieth of %s"), self->utf8 ? "●●" : "!!", allowed);
    case ROUNDEL_SESSION_WARNING_OVER:
      return g_strdup_printf (_("%s over time · n when the room is ready"), self->utf8 ? "▲" : "!!!");
    case ROUNDEL_SESSION_WARNING_NONE:
    default:
      return g_strdup_printf (_("left of %s"), allowed);
    }
}

static const char *
describe_gather (const RoundelRound *round)
{
  switch (round->gather)
    {
    case ROUNDEL_GATHER_ALONE:
      return _("Each alone, in silence");
    case ROUNDEL_GATHER_PAIR:
      return _("In pairs");
    case ROUNDEL_GATHER_TRIO:
      return _("In trios");
    case ROUNDEL_GATHER_FOUR:
      return _("In fours");
    case ROUNDEL_GATHER_GROUP:
      return round->groups->len > 1 ? _("In groups") : _("All together");
    case ROUNDEL_GATHER_ROOM:
    default:
      return _("All together");
    }
}

/* A role that only one in the group has, a host or an observer, is worth naming; a pair knows. */
static const char *
single_role (const GArray *group,
             guint         seat)
{
  const char *role = g_array_index (group, RoundelSeat, seat).role;
  guint count = 0;

  for (guint i = 0; i < group->len; i++)
    count += g_array_index (group, RoundelSeat, i).role == role;
  return count == 1 && group->len > 2 ? role : NULL;
}

/* How a group is named when there are many: who has the turn first, then the others. */
static char *
describe_briefly (const RoundelRunScreen *self,
                  const RoundelRound     *round,
                  const GArray           *group)
{
  g_autoptr (GString) turn = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < group->len; i++)
    {
      const RoundelSeat *seat = &g_array_index (group, RoundelSeat, i);
      const char *role = single_role (group, i);
      GString *where = others;

      for (guint k = 0; k < round->speakers->len; k++)
        if (g_array_index (round->speakers, guint, k) == seat->member)
          {
            where = turn;
            role = NULL;
          }
      g_string_append_printf (where, "%s%s", where->len > 0 ? ", " : "", self->plan->names[seat->member]);
      if (role != NULL && seat->also != NULL)
        g_string_append_printf (where, " (%s, %s)", role, seat->also);
      else if (role != NULL || seat->also != NULL)
        g_string_append_printf (where, " (%s)", role != NULL ? role : seat->also);
    }
  if (turn->len > 0 && others->len > 0)
    return g_strdup_printf ("%s%s · %s", self->utf8 ? "▸" : ">", turn->str, others->str);
  return g_strdup (turn->len > 0 ? turn->str : others->str);
}

static GPtrArray *
describe_groups (const RoundelRunScreen *self,
                 const RoundelRound     *round)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];
      gboolean briefly = round->groups->len > FEW_GROUPS;
      gboolean idle = round->spare != NULL && !roundel_cli_has_turn (round, group);
      g_autofree char *text = briefly ? describe_briefly (self, round, group)
                                      : roundel_cli_describe_group (self->plan, round, group);

      if (round->groups->len == 1)
        g_ptr_array_add (entries, g_strdup (text));
      else
        g_ptr_array_add (entries, g_strdup_printf ("%2u  %s%s", i + 1, text, idle ? _(" (no turn)") : ""));
    }
  return entries;
}

/* What those are whose turn it is. */
static const char *
turn_role (const RoundelRound *round)
{
  guint speaker = g_array_index (round->speakers, guint, 0);

  for (guint i = 0; i < round->groups->len; i++)
    {
      const GArray *group = round->groups->pdata[i];

      for (guint k = 0; k < group->len; k++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, k);

          if (seat->member == speaker && seat->role != NULL)
            return seat->role;
        }
    }
  return _("whose turn it is");
}

static void
add_turn (const RoundelRunScreen *self,
          RoundelLines           *lines)
{
  const RoundelRound *round = roundel_run_screen_time (self, self->view->round)->round;
  g_autofree char *speakers = roundel_cli_describe_speakers (self->plan, round);
  g_autoptr (GString) text = g_string_new (describe_gather (round));

  if (round->turn > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("turn %u of %u"), round->turn, round->turns);
    }
  if (round->speakers->len > 0 && round->speakers->len <= FEW_GROUPS)
    g_string_append_printf (text, ": %s", speakers);
  else if (round->speakers->len > 0)
    g_string_append_printf (text, ": %s %s", self->utf8 ? "▸" : ">", turn_role (round));
  roundel_lines_wrap (lines, ROUNDEL_STYLE_STRONG, "", text->str);
}

/**
 * roundel_run_round_add_groups:
 * @self: what there is to show
 * @lines: where to add them
 * @rows: how many lines there are; %G_MAXUINT for as many as it takes
 *
 * Who sits with whom, as what.
 */
void
roundel_run_round_add_groups (const RoundelRunScreen *self,
                              RoundelLines           *lines,
                              guint                   rows)
{
  const RoundelRound *round = roundel_run_screen_time (self, self->view->round)->round;
  g_autoptr (GPtrArray) entries = describe_groups (self, round);
  gboolean fit = TRUE;

  /* the room as one group needs no list unless there are roles */
  if (entries->len == 0
      || (entries->len == 1 && g_array_index ((GArray *) round->groups->pdata[0], RoundelSeat, 0).role == NULL))
    return;
  for (guint i = 0; i < entries->len; i++)
    fit = fit && roundel_cli_text_width (entries->pdata[i]) <= lines->columns;
  if (fit || rows < G_MAXUINT)
    {
      if (rows >= 2)
        roundel_lines_table (lines, entries, rows);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = entries->pdata[i];
      g_autofree char *lead = g_strndup (entry, round->groups->len > 1 ? 4 : 0);

      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, lead, entry + strlen (lead));
    }
}

static void
add_next (const RoundelRunScreen *self,
          RoundelLines           *lines)
{
  const RoundelRound *now = roundel_run_screen_time (self, self->view->round)->round;
  const RoundelRound *next;
  g_autofree char *clock = NULL;
  g_autofree char *length = NULL;
  g_autofree char *lead = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->view->next >= self->view->rounds->len)
    {
      clock = roundel_run_screen_clock (self, self->view->ends);
      roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, _("Next  %s  the end"), clock);
      return;
    }
  next = roundel_run_screen_time (self, self->view->next)->round;
  clock = roundel_run_screen_clock (self, roundel_run_screen_time (self, self->view->next)->starts);
  length = roundel_cli_format_length ((guint) ((roundel_run_screen_time (self, self->view->next)->planned
                                                + roundel_run_screen_time (self, self->view->next)->added) / SECOND));
  lead = g_strdup_printf (_("Next  %s  "), clock);
  g_string_append (text, next->title);
  if (next->turn > 0 && !roundel_cli_same_turn (now, next))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("turn %u of %u"), next->turn, next->turns);
      if (next->speakers->len > 0 && next->speakers->len <= FEW_GROUPS)
        {
          g_autofree char *speakers = roundel_cli_describe_speakers (self->plan, next);

          g_string_append_printf (text, ": %s", speakers);
        }
    }
  g_string_append_printf (text, " (%s%s)", length, next->optional ? _(", optional") : "");
  roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, lead, text->str);
}

/**
 * Fit:
 * @scale: size of the clock's figures; 0 for a line of text
 * @gaps: how many empty lines set the parts off
 * @group_rows: how many lines the groups may have
 * @words: whether there is room for the words to read aloud
 *
 * How the same contents are made smaller.
 */
typedef struct
{
  guint scale;
  guint gaps;
  guint group_rows;
  gboolean words;
} Fit;

/* An empty line, if there is room for so many. */
static void
add_gap (RoundelLines *lines,
         const Fit    *fit,
         guint         rank)
{
  if (fit->gaps >= rank)
    roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
}

static void
add_clock (const RoundelRunScreen *self,
           RoundelLines           *lines,
           const Fit              *fit)
{
  g_autofree char *left = format_left (self);
  g_autofree char *meaning = describe_clock (self);
  RoundelStyle style = clock_style (self);
  gint64 over = MAX (-self->view->left, 0);

  if (fit->scale > 0)
    {
      roundel_lines_digits (lines, style, left, fit->scale);
      add_gap (lines, fit, 5);
      roundel_lines_centre (lines, style, meaning);
    }
  else
    {
      g_autofree char *both = roundel_run_round_describe_clock (self);

      roundel_lines_add (lines, style, "%s", self->rows > 0 ? both : meaning);
    }
  if (self->rows > 0)
    roundel_lines_bar (lines, style, self->view->share,
                       self->view->shown < 0 ? (double) over / (double) MAX (self->view->allowed, SECOND) : 0);
}

static RoundelLines *
draw_round (const RoundelRunScreen *self,
            guint                   columns,
            const Fit              *fit)
{
  RoundelLines *lines = roundel_lines_new (columns, self->utf8);
  const RoundelRound *round = roundel_run_screen_time (self, self->view->round)->round;
  const GPtrArray *parts = self->plan->agenda->parts;
  g_autofree char *title = NULL;

  if (parts->len > 1 && !g_str_equal (parts->pdata[round->part], round->title))
    title = g_strdup_printf ("%s · %s%s", (char *) parts->pdata[round->part], round->title,
                             round->optional ? _(" (optional)") : "");
  else
    title = g_strdup_printf ("%s%s", round->title, round->optional ? _(" (optional)") : "");
  roundel_lines_wrap (lines, ROUNDEL_STYLE_STRONG, "", title);
  add_gap (lines, fit, 4);
  add_clock (self, lines, fit);
  add_gap (lines, fit, 1);
  if (self->words && fit->words && round->say != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("“%s”"), round->say);

      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "", words);
      add_gap (lines, fit, 3);
    }
  add_turn (self, lines);
  roundel_run_round_add_groups (self, lines, fit->group_rows);
  if (round->spare != NULL)
    roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "    ", round->spare);
  add_gap (lines, fit, 2);
  add_next (self, lines);
  return lines;
}

static RoundelLines *
try_round (const RoundelRunScreen *self,
           guint                   columns,
           guint                   rows,
           const Fit              *fit)
{
  g_autoptr (RoundelLines) lines = draw_round (self, columns, fit);

  return roundel_lines_count (lines) <= rows ? g_steal_pointer (&lines) : NULL;
}

/* With all groups, and as many gaps as there is room for. */
static RoundelLines *
try_whole (const RoundelRunScreen *self,
           guint                   columns,
           guint                   rows,
           guint                   scale)
{
  RoundelLines *lines = NULL;

  for (guint gaps = MOST_GAPS + 1; lines == NULL && gaps-- > 0;)
    lines = try_round (self, columns, rows, &(Fit) { scale, gaps, G_MAXUINT, TRUE });
  return lines;
}

/* With as many groups as there is room for, two lines of them at least. */
static RoundelLines *
try_some_groups (const RoundelRunScreen *self,
                 guint                   columns,
                 guint                   rows,
                 guint                   scale)
{
  g_autoptr (RoundelLines) without = try_round (self, columns, rows, &(Fit) { scale, 0, 0, TRUE });
  guint used = without != NULL ? roundel_lines_count (without) : rows;

  return used + 2 <= rows ? draw_round (self, columns, &(Fit) { scale, 0, rows - used, TRUE }) : NULL;
}

/**
 * roundel_run_round_draw:
 * @self: what there is to show
 * @columns: how wide it may be
 * @rows: how high
 *
 * The round as large as it fits. The clock can be read from further away than a list of groups, and comes first.
 *
 * Returns: (transfer full): the clock, the words, who has the turn, the groups and what comes next
 */
RoundelLines *
roundel_run_round_draw (const RoundelRunScreen *self,
                        guint                   columns,
                        guint                   rows)
{
  g_autofree char *left = format_left (self);
  g_autofree char *whole = roundel_cli_format_minutes ((guint) (self->view->allowed / SECOND));
  RoundelLines *lines = NULL;
  guint scale = 3;

  if (self->rows == 0)
    return try_whole (self, columns, G_MAXUINT, 0);
  /* as large throughout the round */
  while (scale > 0 && (roundel_lines_digits_width (left, scale) + 4 > columns
                       || roundel_lines_digits_width (whole, scale) + 4 > columns))
    scale--;
  for (guint s = scale; lines == NULL && s > 0; s--)
    lines = try_whole (self, columns, rows, s);
  if (lines == NULL && scale > 0)
    lines = try_some_groups (self, columns, rows, 1);
  if (lines == NULL)
    lines = try_whole (self, columns, rows, 0);
  if (lines == NULL)
    lines = try_some_groups (self, columns, rows, 0);
  if (lines == NULL)
    lines = try_round (self, columns, rows, &(Fit) { 0, 0, 0, TRUE });
  return lines != NULL ? lines : draw_round (self, columns, &(Fit) { 0, 0, 0, FALSE });
}

/**
 * roundel_run_round_describe_clock:
 * @self: what there is to show
 *
 * Returns: (transfer full): the clock in one line
 */
char *
roundel_run_round_describe_clock (const RoundelRunScreen *self)
{
  g_autofree char *left = format_left (self);
  g_autofree char *meaning = describe_clock (self);

  return g_strdup_printf ("%s  %s", left, meaning);
}
