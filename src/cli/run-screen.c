/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-screen.h"

#include <glib/gi18n-lib.h>

#include "cli/run-fit.h"
#include "cli/run-list.h"
#include "cli/run-round.h"
#include "cli/text.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)

/* From this width on the plan stands at the side. */
#define WIDE 100
#define SIDE(columns) CLAMP ((columns) / 3, 36, 56)

static char *
describe_late (const RoundelRunScreen *self)
{
  gint64 minutes = self->view->late / MINUTE;

  if (minutes > 0)
    return g_strdup_printf (_("%d min late"), (int) minutes);
  if (minutes < 0)
    return g_strdup_printf (_("%d min early"), (int) -minutes);
  return g_strdup (_("on time"));
}

static void
add_header (const RoundelRunScreen *self,
            RoundelLines           *lines)
{
  g_autofree char *ends = roundel_run_screen_clock (self, self->view->ends);
  g_autofree char *late = describe_late (self);
  g_autofree char *left = g_strdup_printf (ngettext ("%s · %u person", "%s · %u people", self->plan->agenda->n_members),
                                           self->plan->title, self->plan->agenda->n_members);
  g_autofree char *right = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GString) line = NULL;
  g_autoptr (GString) rule = g_string_new (NULL);
  guint width;

  if (self->view->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    right = g_strdup_printf (_("ended %s, %s"), ends, late);
  else
    right = g_strdup_printf (_("ends %s, %s"), ends, late);
  width = roundel_cli_text_width (right);
  title = roundel_cli_text_clip (left, lines->columns > width + 2 ? lines->columns - width - 2 : 0);
  line = g_string_new (title);
  roundel_cli_text_pad (line, lines->columns > width ? lines->columns - width : 0);
  g_string_append (line, right);
  roundel_lines_add (lines, self->view->late >= MINUTE ? ROUNDEL_STYLE_WARNING : ROUNDEL_STYLE_STRONG, "%s", line->str);
  for (guint i = 0; i < lines->columns; i++)
    g_string_append (rule, self->utf8 ? "─" : "-");
  roundel_lines_add (lines, ROUNDEL_STYLE_DIM, "%s", rule->str);
}

/* The keys, most needed first, as many as fit. */
static void
add_footer (const RoundelRunScreen *self,
            RoundelLines           *lines)
{
  static const char *const running[] = {
    N_("space pause"), N_("n next"), N_("b back"), N_("+ − minute"), N_("h hold"), N_("f fit"), N_("? help"), N_("q quit"),
    N_("u undo"), N_("w words"), N_("j jump"), NULL,
  };
  static const char *const paused[] = {
    N_("space go on"), N_("n next"), N_("b back"), N_("+ − minute"), N_("h hold"), N_("f fit"), N_("? help"), N_("q quit"),
    N_("u undo"), N_("w words"), N_("j jump"), NULL,
  };
  static const char *const ready[] = { N_("space begin"), N_("w words"), N_("? help"), N_("q quit"), NULL };
  static const char *const finished[] = { N_("u undo"), N_("q quit"), NULL };
  static const char *const held[] = { N_("h go on"), NULL };
  static const char *const jump[] = { N_("↑ ↓ choose"), N_("Enter jump"), N_("j back to the round"), NULL };
  static const char *const fit[] = { N_("1, 2, 3 do it"), N_("any other key back to the round"), NULL };
  static const char *const other[] = { N_("any key back to the round"), NULL };
  static const char *const *const by_phase[] = { ready, running, paused, held, finished };
  const char *const *keys = by_phase[self->view->phase];
  g_autoptr (GString) line = g_string_new (NULL);

  if (self->view->phase != ROUNDEL_SESSION_PHASE_HELD && self->page != ROUNDEL_RUN_PAGE_ROUND)
    keys = self->page == ROUNDEL_RUN_PAGE_JUMP ? jump : self->page == ROUNDEL_RUN_PAGE_FIT ? fit : other;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *longer = g_strdup_printf ("%s%s%s", line->str, line->len > 0 ? "   " : "", _(keys[i]));

      if (i == 0 || roundel_cli_text_width (longer) <= lines->columns)
        g_string_assign (line, longer);
    }
  if (!self->utf8)
    {
      g_string_replace (line, "−", "-", 0);
      g_string_replace (line, "↑ ↓", _("up down"), 0);
    }
  roundel_lines_add (lines, ROUNDEL_STYLE_DIM, "%s", line->str);
}

static RoundelLines *
draw_ready (const RoundelRunScreen *self,
            guint                   columns,
            guint                   rows)
{
  RoundelLines *lines = roundel_lines_new (columns, self->utf8);
  const RoundelRound *first = roundel_run_screen_time (self, self->view->round)->round;
  g_autofree char *length = roundel_cli_format_length (roundel_agenda_seconds (self->plan->agenda));
  g_autofree char *begin = g_strdup_printf (_("%s in all. Press space when everybody is ready."), length);

  roundel_lines_wrap (lines, ROUNDEL_STYLE_STRONG, "", begin);
  roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
  for (guint i = 0; i < self->plan->agenda->notes->len; i++)
    {
      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "", self->plan->agenda->notes->pdata[i]);
      roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
    }
  if (self->words && first->say != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("“%s”"), first->say);
      g_autofree char *lead = g_strdup_printf (_("First: "));

      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, lead, words);
      roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
    }
  if (self->rows == 0)
    roundel_run_list_add (self, lines, G_MAXUINT);
  else if (self->columns < WIDE && rows > roundel_lines_count (lines))
    roundel_run_list_add (self, lines, rows - roundel_lines_count (lines));
  return lines;
}

static RoundelLines *
draw_finished (const RoundelRunScreen *self,
               guint                   columns)
{
  RoundelLines *lines = roundel_lines_new (columns, self->utf8);
  g_autofree char *took = roundel_cli_format_length ((guint) (self->view->elapsed / SECOND));
  g_autofree char *planned = roundel_cli_format_length (roundel_agenda_seconds (self->plan->agenda));
  g_autofree char *sentence = g_strdup_printf (_("It took %s with all pauses; %s were planned."), took, planned);
  g_autoptr (GString) waiting = g_string_new (NULL);

  roundel_lines_add (lines, ROUNDEL_STYLE_STRONG, "%s", _("The session is over."));
  roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
  roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "", sentence);
  for (guint i = 0; i < self->plan->agenda->n_members; i++)
    if (roundel_session_view_turn (self->view, i) == ROUNDEL_TURN_WAITING)
      g_string_append_printf (waiting, "%s%s", waiting->len > 0 ? ", " : "", self->plan->names[i]);
  if (waiting->len > 0)
    {
      roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
      roundel_lines_wrap (lines, ROUNDEL_STYLE_WARNING, _("No turn today, so first next time: "), waiting->str);
    }
  roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
  roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "",
                      _("Nothing of it was stored. If something was to be remembered, write it down now."));
  return lines;
}

static RoundelLines *
draw_held (const RoundelRunScreen *self,
           guint                   columns,
           guint                   rows)
{
  RoundelLines *lines = roundel_lines_new (columns, self->utf8);

  for (guint i = 0; i + 1 < rows / 2 && self->rows > 0; i++)
    roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
  roundel_lines_centre (lines, ROUNDEL_STYLE_NORMAL, _("One moment, please."));
  return lines;
}

static RoundelLines *
draw_help (const RoundelRunScreen *self,
           guint                   columns)
{
  static const struct
  {
    const char *keys;
    const char *what;
  } help[] = {
    { N_("space"), N_("begin, pause, go on") },
    { N_("n, right, page down"), N_("next round; at the end of the last one the session is over") },
    { N_("b, left, page up"), N_("back to the round before, with the time it had left") },
    { N_("+"), N_("a minute more for this round") },
    { N_("-"), N_("a minute less") },
    { N_("u"), N_("undo the last step; time went on meanwhile") },
    { N_("h, full stop"), N_("hold: cover the screen and stop the clock; again to go on") },
    { N_("f"), N_("what to do when it is late; nobody’s slot gets shorter by itself") },
    { N_("w"), N_("show or hide the words to read aloud") },
    { N_("g"), N_("all groups") },
    { N_("j"), N_("the whole plan; jump to a round") },
    { N_("q"), N_("quit") },
  };
  RoundelLines *lines = roundel_lines_new (columns, self->utf8);

  for (guint i = 0; i < G_N_ELEMENTS (help); i++)
    {
      g_autoptr (GString) lead = g_string_new (_(help[i].keys));

      roundel_cli_text_pad (lead, MIN (columns / 2, 22));
      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, lead->str, _(help[i].what));
    }
  roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
  roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "",
                      _("A round whose time is over runs on until you move on: the room hears a bell, and nobody is "
                        "cut off. Going on to another round does not end a pause."));
  return lines;
}

static RoundelLines *
draw_body (const RoundelRunScreen *self,
           guint                   columns,
           guint                   rows)
{
  RoundelLines *lines;

  if (self->view->phase == ROUNDEL_SESSION_PHASE_HELD)
    return draw_held (self, columns, rows);
  switch (self->page)
    {
    case ROUNDEL_RUN_PAGE_HELP:
      return draw_help (self, columns);
    case ROUNDEL_RUN_PAGE_GROUPS:
      lines = roundel_lines_new (columns, self->utf8);
      roundel_run_round_add_groups (self, lines, self->rows > 0 ? MAX (rows, 2) : G_MAXUINT);
      return lines;
    case ROUNDEL_RUN_PAGE_JUMP:
      lines = roundel_lines_new (columns, self->utf8);
      roundel_run_list_choose (self, lines, self->rows > 0 ? rows : G_MAXUINT);
      return lines;
    case ROUNDEL_RUN_PAGE_FIT:
      lines = roundel_lines_new (columns, self->utf8);
      roundel_run_fit_draw (self, lines);
      return lines;
    case ROUNDEL_RUN_PAGE_ROUND:
    default:
      break;
    }
  if (self->view->phase == ROUNDEL_SESSION_PHASE_READY)
    return draw_ready (self, columns, rows);
  if (self->view->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    return draw_finished (self, columns);
  return roundel_run_round_draw (self, columns, rows);
}

static void
take_row (GStrvBuilder           *builder,
          const RoundelRunScreen *self,
          const RoundelLines     *left,
          const RoundelLines     *side,
          guint                   i)
{
  g_autoptr (GString) row = g_string_new (NULL);

  roundel_lines_append (left, i, row, self->bold, self->colour, side != NULL);
  if (side != NULL)
    {
      g_string_append (row, self->utf8 ? " │ " : " | ");
      roundel_lines_append (side, i, row, self->bold, self->colour, FALSE);
    }
  g_strv_builder_add (builder, row->str);
}

/**
 * roundel_run_screen_time:
 * @self: what there is to show
 * @round: index of a round
 *
 * Returns: (transfer none): that round, and where its time is
 */
const RoundelRoundTime *
roundel_run_screen_time (const RoundelRunScreen *self,
                         guint                   round)
{
  return &g_array_index (self->view->rounds, RoundelRoundTime, round);
}

/**
 * roundel_run_screen_clock:
 * @self: what there is to show
 * @wall: a wall time, in microseconds since 1970
 *
 * Returns: (transfer full): what a clock on the wall shows then
 */
char *
roundel_run_screen_clock (const RoundelRunScreen *self,
                          gint64                  wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, g_date_time_get_timezone (self->plan->begin));

  return g_date_time_format (local, "%H:%M");
}

/**
 * roundel_run_screen_draw:
 * @self: what there is to show
 *
 * Returns: (transfer full): the lines of the screen from top to bottom, as many as it has rows
 */
GStrv
roundel_run_screen_draw (const RoundelRunScreen *self)
{
  gboolean held = self->view->phase == ROUNDEL_SESSION_PHASE_HELD;
  guint rows = self->rows > 4 ? self->rows - 4 : self->rows;
  gboolean wide = self->columns >= WIDE && self->rows > 0 && !held && self->page != ROUNDEL_RUN_PAGE_JUMP;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (RoundelLines) header = roundel_lines_new (self->columns, self->utf8);
  g_autoptr (RoundelLines) footer = roundel_lines_new (self->columns, self->utf8);
  guint columns = wide ? self->columns - SIDE (self->columns) - 3 : self->columns;
  g_autoptr (RoundelLines) body = draw_body (self, columns, rows);
  g_autoptr (RoundelLines) side = wide ? roundel_lines_new (SIDE (self->columns), self->utf8) : NULL;

  if (wide)
    roundel_run_list_add (self, side, rows);
  if (self->rows == 0)
    rows = roundel_lines_count (body);
  if (held)
    {
      roundel_lines_add (header, ROUNDEL_STYLE_NORMAL, "%s", "");
      roundel_lines_add (header, ROUNDEL_STYLE_NORMAL, "%s", "");
    }
  else
    add_header (self, header);
  roundel_lines_add (footer, ROUNDEL_STYLE_WARNING, "%s", self->message != NULL ? self->message : "");
  add_footer (self, footer);

  for (guint i = 0; i < 2 && (self->rows == 0 || self->rows > 4); i++)
    take_row (builder, self, header, NULL, i);
  for (guint i = 0; i < rows; i++)
    take_row (builder, self, body, side, i);
  for (guint i = 0; i < 2 && (self->rows == 0 || self->rows > 4); i++)
    take_row (builder, self, footer, NULL, i);
  return g_strv_builder_end (builder);
}

/**
 * roundel_run_screen_status:
 * @self: what there is to show
 *
 * Returns: (transfer full): the clock in one line, for a terminal that only prints lines
 */
char *
roundel_run_screen_status (const RoundelRunScreen *self)
{
  g_autoptr (RoundelLines) lines = roundel_lines_new (MIN (self->columns, 60) - 1, self->utf8);
  GString *row = g_string_new (NULL);
  g_autofree char *clock = roundel_run_round_describe_clock (self);

  if (self->view->phase == ROUNDEL_SESSION_PHASE_RUNNING || self->view->phase == ROUNDEL_SESSION_PHASE_PAUSED)
    roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", clock);
  roundel_lines_append (lines, 0, row, FALSE, FALSE, TRUE);
  return g_string_free (row, FALSE);
}
