/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-fit.h"

#include <glib/gi18n-lib.h>

static const RoundelFitPlan *
plan_of (const RoundelFit *fit,
         RoundelFitChoice  choice)
{
  if (choice == ROUNDEL_FIT_CARRY)
    return fit->carry;
  return choice == ROUNDEL_FIT_SHORTER ? fit->shorter : fit->plan;
}

/* What becomes of the rounds; a step that comes back in each turn is told once. */
static void
add_changes (const RoundelRunScreen *screen,
             RoundelLines           *lines,
             const RoundelFitPlan   *plan)
{
  g_autoptr (GArray) changes = roundel_fit_plan_list_lines (plan, screen->view);

  for (guint i = 0; i < changes->len; i++)
    {
      const RoundelFitLine *line = &g_array_index (changes, RoundelFitLine, i);
      g_autofree char *from = roundel_cli_format_length (line->from);
      g_autofree char *to = roundel_cli_format_length (line->to);
      g_autofree char *text = line->to == 0 ? g_strdup_printf (_("%s: left out (%s)"), line->round->title, from)
                                            : g_strdup_printf (_("%s: %s instead of %s"), line->round->title, to, from);

      roundel_lines_wrap (lines, ROUNDEL_STYLE_NORMAL, "     ", text);
    }
}

static char *
describe_choice (const RoundelRunScreen *screen,
                 RoundelFitChoice        choice)
{
  gint64 over = MAX (screen->fit->plan->over, 0);
  g_autofree char *length = roundel_cli_format_length ((guint) over);
  gint64 promised = screen->view->ends - screen->view->late;
  g_autofree char *ends = roundel_run_screen_clock (screen, promised + over * G_USEC_PER_SEC);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; screen->fit->carried != NULL && i < screen->fit->carried->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            screen->plan->names[g_array_index (screen->fit->carried, guint, i)]);
  switch (choice)
    {
    case ROUNDEL_FIT_PLAIN:
      return g_strdup (_("Shorten what can give. Nobody’s slot does."));
    case ROUNDEL_FIT_LATER:
      return g_strdup_printf (_("End %s later than promised, at %s. Nobody’s slot gets shorter."), length, ends);
    case ROUNDEL_FIT_CARRY:
      return g_strdup_printf (_("Carry turns over: %s first next time."), names->str);
    case ROUNDEL_FIT_SHORTER:
    default:
      return g_strdup (_("Turns equally shorter, if the group agrees."));
    }
}

/**
 * roundel_run_fit_choices:
 * @fit: how a session would be made to fit
 * @choices: (out caller-allocates) (array fixed-size=4): what there is to choose from
 *
 * Returns: how many choices there are
 */
guint
roundel_run_fit_choices (const RoundelFit *fit,
                         RoundelFitChoice *choices)
{
  guint count = 0;

  choices[count++] = fit->plan->over > 0 ? ROUNDEL_FIT_LATER : ROUNDEL_FIT_PLAIN;
  if (fit->carry != NULL)
    choices[count++] = ROUNDEL_FIT_CARRY;
  if (fit->shorter != NULL)
    choices[count++] = ROUNDEL_FIT_SHORTER;
  return count;
}

/**
 * roundel_run_fit_draw:
 * @screen: what there is to show, with a fit
 * @lines: where to add it
 *
 * What can be done about being late (R6).
 */
void
roundel_run_fit_draw (const RoundelRunScreen *screen,
                      RoundelLines           *lines)
{
  RoundelFitChoice choices[4];
  guint count = roundel_run_fit_choices (screen->fit, choices);
  g_autofree char *promised = roundel_run_screen_clock (screen, screen->view->ends - screen->view->late);

  roundel_lines_add (lines, ROUNDEL_STYLE_STRONG, _("The end was promised for %s."), promised);
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *lead = g_strdup_printf ("  %u  ", i + 1);
      g_autofree char *text = describe_choice (screen, choices[i]);

      roundel_lines_add (lines, ROUNDEL_STYLE_NORMAL, "%s", "");
      roundel_lines_wrap (lines, ROUNDEL_STYLE_STRONG, lead, text);
      add_changes (screen, lines, plan_of (screen->fit, choices[i]));
    }
}
