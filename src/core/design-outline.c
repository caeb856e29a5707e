/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/design-maker.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

/* Half the time each: the format that works with any number of people */
#define ANY_NUMBER "dyad"

/* In a circle of more than this many a plan works with one person away as well: with one of ten away, four are complete in
 * two of three sessions only. */
#define SMALLEST_WHOLE 3

/* Where more than one part of so many is left in hand, there is time for more, with a break, and one of so many still in hand */
#define MOST_IN_HAND 4
#define LEAST_IN_HAND 10
#define BREAK "break"
#define BREAK_SECONDS (15 * 60)

/**
 * roundel_maker_note:
 * @maker: a design while it is made
 * @format: of printf()
 *
 * Notes once what the designer should know.
 */
void
roundel_maker_note (RoundelMaker *maker,
                    const char   *format,
                    ...)
{
  va_list args;
  char *note;

  va_start (args, format);
  note = g_strdup_vprintf (format, args);
  va_end (args);
  if (g_ptr_array_find_with_equal_func (maker->design->notes, note, g_str_equal, NULL))
    g_free (note);
  else
    g_ptr_array_add (maker->design->notes, note);
}

static RoundelAgenda *
expand_for (RoundelMaker            *maker,
            const GPtrArray  *outline,
            guint             n_members,
            guint             seconds,
            GError          **error)
{
  RoundelExpansion expansion = { n_members, seconds };

  return roundel_outline_expand (outline, maker->formats, &expansion, error);
}

/* For all of a circle; NULL also where it would not work with one of them away. */
RoundelAgenda *
roundel_maker_expand (RoundelMaker            *maker,
        const GPtrArray  *outline,
        guint             n_members,
        guint             seconds,
        GError          **error)
{
  g_autoptr (RoundelAgenda) without_one = NULL;

  if (maker->bears_absence && n_members > SMALLEST_WHOLE &&
      (without_one = expand_for (maker, outline, n_members - 1, seconds, error)) == NULL)
    return NULL;
  return expand_for (maker, outline, n_members, seconds, error);
}

static guint
find_main_part (const GPtrArray *outline)
{
  for (guint i = 0; i < outline->len; i++)
    if (((RoundelOutlinePart *) outline->pdata[i])->seconds == ROUNDEL_PLAN_REST)
      return i;
  return outline->len;
}

/* Whether OUTLINE works with FORMAT as its main part; in BEST a format in which nobody has to wait takes the place of one in
 * which somebody has. */
static gboolean
try_format (RoundelMaker       *maker,
            GPtrArray   *outline,
            const char  *id,
            guint        n_members,
            guint        seconds,
            char       **best)
{
  RoundelOutlinePart *part = outline->pdata[find_main_part (outline)];
  const RoundelFormat *format = maker->formats->find (maker->formats->library, id, NULL);
  g_autoptr (RoundelAgenda) agenda = NULL;

  if (format == NULL || format->steps->len == 0)
    return FALSE;
  g_free (part->format);
  part->format = g_strdup (id);
  agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);
  if (agenda == NULL || (*best != NULL && agenda->waiting->len > 0))
    return FALSE;
  g_free (*best);
  *best = g_strdup (id);
  return agenda->waiting->len == 0;
}

/* Tries the other formats of the outcome for the main part of OUTLINE, and then the one that works with any number. */
static gboolean
try_other_formats (RoundelMaker     *maker,
                   GPtrArray *outline,
                   guint      n_members,
                   guint      seconds)
{
  guint at = find_main_part (outline);
  g_autofree char *best = NULL;
  RoundelOutlinePart *part;
  gboolean found = FALSE;

  if (at == outline->len)
    return FALSE;
  part = outline->pdata[at];
  g_clear_pointer (&part->title, g_free);
  for (char **id = maker->outcome->formats; *id != NULL && !found; id++)
    found = try_format (maker, outline, *id, n_members, seconds, &best);
  if (best == NULL)
    try_format (maker, outline, ANY_NUMBER, n_members, seconds, &best);
  if (best == NULL)
    return FALSE;
  g_free (part->format);
  part->format = g_steal_pointer (&best);
  return TRUE;
}

/* Takes the parts out that do not work with so few or so many. */
static void
drop_parts (RoundelMaker     *maker,
            GPtrArray *outline,
            guint      n_members)
{
  for (guint i = 0; i < outline->len; )
    {
      const RoundelOutlinePart *part = outline->pdata[i];
      g_autoptr (GPtrArray) alone = roundel_outline_new ();
      g_autoptr (RoundelAgenda) agenda = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (alone, roundel_outline_part_new (part->format, NULL, 0, FALSE));
      if (part->seconds != ROUNDEL_PLAN_REST)
        agenda = roundel_maker_expand (maker, alone, n_members, 0, &error);
      if (g_error_matches (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE))
        g_ptr_array_remove_index (outline, i);
      else
        i++;
    }
}

/* TEMPLATE changed so that it works; NULL if it cannot be. */
static GPtrArray *
adapt_outline (RoundelMaker           *maker,
               const GPtrArray *template,
               guint            n_members,
               guint            seconds)
{
  g_autoptr (GPtrArray) outline = roundel_outline_copy (template);
  g_autoptr (RoundelAgenda) agenda = NULL;

  drop_parts (maker, outline, n_members);
  agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);
  if (agenda != NULL || try_other_formats (maker, outline, n_members, seconds))
    return g_steal_pointer (&outline);
  return NULL;
}

/* Seconds that a part takes by itself; 0 where it does not work. */
static guint
part_seconds (RoundelMaker                    *maker,
              const RoundelOutlinePart *part,
              guint                     n_members)
{
  g_autoptr (GPtrArray) alone = roundel_outline_new ();
  g_autoptr (RoundelAgenda) agenda = NULL;

  if (part->seconds != 0)
    return part->seconds;
  g_ptr_array_add (alone, roundel_outline_part_new (part->format, NULL, 0, FALSE));
  agenda = expand_for (maker, alone, n_members, 0, NULL);
  return agenda != NULL ? roundel_agenda_seconds (agenda) : 0;
}

/* TEMPLATE without the longest of what a session can do without, until the rest fits. */
static GPtrArray *
shorten_outline (RoundelMaker           *maker,
                 const GPtrArray *template,
                 guint            n_members,
                 guint            seconds)
{
  const char *const kept[] = { "welcome", "charter-agree", "harvest", "commitments", "evaluation", "closing", NULL };
  GPtrArray *outline = roundel_outline_copy (template);

  drop_parts (maker, outline, n_members);
  for (;;)
    {
      g_autoptr (RoundelAgenda) agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);
      guint longest = outline->len;
      guint most = 0;

      if (agenda != NULL || try_other_formats (maker, outline, n_members, seconds))
        return outline;
      for (guint i = 0; i < outline->len; i++)
        {
          const RoundelOutlinePart *part = outline->pdata[i];
          guint long_is = part->seconds != ROUNDEL_PLAN_REST && !g_strv_contains (kept, part->format)
                            ? part_seconds (maker, part, n_members) : 0;

          if (long_is > most)
            {
              most = long_is;
              longest = i;
            }
        }
      if (longest == outline->len)
        break;
      g_ptr_array_remove_index (outline, longest);
    }
  g_ptr_array_unref (outline);
  return NULL;
}

/* The template changed so that it works, or another of the same program. */
static GPtrArray *
find_another (RoundelMaker                 *maker,
              const RoundelTemplate *templates,
              const GPtrArray       *template,
              guint                  n_members,
              guint                  seconds)
{
  GPtrArray *outline = adapt_outline (maker, template, n_members, seconds);

  for (guint i = 0; i < templates->middle->len && outline == NULL; i++)
    outline = adapt_outline (maker, templates->middle->pdata[i], n_members, seconds);
  return outline != NULL ? outline : shorten_outline (maker, template, n_members, seconds);
}

guint
roundel_maker_find_part (const GPtrArray *outline,
           const char      *format)
{
  guint at = 0;

  while (at < outline->len && !g_str_equal (((RoundelOutlinePart *) outline->pdata[at])->format, format))
    at++;
  return at;
}

static guint
seconds_in_hand (const RoundelAgenda *agenda)
{
  guint seconds = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      seconds += round->kind == ROUNDEL_ROUND_IN_HAND ? round->seconds : 0;
    }
  return seconds;
}

/* Whether too much of it is left in hand. */
static gboolean
is_empty (RoundelMaker           *maker,
          const GPtrArray *outline,
          guint            n_members,
          guint            seconds)
{
  g_autoptr (RoundelAgenda) agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);

  return agenda == NULL || seconds_in_hand (agenda) > seconds / MOST_IN_HAND;
}

/* A copy of OUTLINE with FORMAT in it, before the harvest. */
static GPtrArray *
with_part (const GPtrArray *outline,
           const char      *format,
           guint            seconds)
{
  GPtrArray *copy = roundel_outline_copy (outline);

  g_ptr_array_insert (copy, (int) roundel_maker_find_part (copy, ROUNDEL_DESIGN_BEFORE_CLOSE), roundel_outline_part_new (format, NULL, seconds, FALSE));
  return copy;
}

/* Longer sessions than OUTLINE was meant for have a break, and further formats: of the outcome, then others that work with
 * few. Takes OUTLINE over. */
static GPtrArray *
fill_time (RoundelMaker      *maker,
           GPtrArray  *outline,
           guint       n_members,
           guint       seconds)
{
  g_autoptr (RoundelAgenda) agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);

  const char *const others[] = { "troika", "fifteen", "conv-cafe", "appreciative", "w3", NULL };
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) candidates = NULL;

  g_strv_builder_addv (list, (const char **) maker->outcome->formats);
  g_strv_builder_addv (list, (const char **) others);
  candidates = g_strv_builder_end (list);
  for (char **id = candidates; *id != NULL && agenda != NULL && seconds_in_hand (agenda) > seconds / MOST_IN_HAND; id++)
    {
      g_autoptr (GPtrArray) rested = roundel_maker_find_part (outline, BREAK) < outline->len ? roundel_outline_copy (outline)
                                                                              : with_part (outline, BREAK, BREAK_SECONDS);
      g_autoptr (GPtrArray) longer = with_part (rested, *id, 0);
      g_autoptr (RoundelAgenda) filled = NULL;

      if (roundel_maker_find_part (outline, *id) < outline->len
          || (filled = roundel_maker_expand (maker, longer, n_members, seconds, NULL)) == NULL
          || filled->waiting->len > agenda->waiting->len || seconds_in_hand (filled) < seconds / LEAST_IN_HAND)
        continue;
      g_ptr_array_unref (outline);
      outline = g_steal_pointer (&longer);
      roundel_agenda_free (agenda);
      agenda = g_steal_pointer (&filled);
    }
  return outline;
}

/* The template as it works for so many people in so much time, or what takes its place. What had to be changed, or
 * cannot be done, is noted. */
static GPtrArray *
fit_outline (RoundelMaker                 *maker,
             const RoundelTemplate *templates,
             const GPtrArray       *template,
             guint                  number,
             guint                  n_members,
             guint                  seconds)
{
  GPtrArray *outline = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = NULL;
  g_autoptr (RoundelAgenda) whole = NULL;

  maker->bears_absence = TRUE;
  if ((agenda = roundel_maker_expand (maker, template, n_members, seconds, NULL)) == NULL)
    {
      whole = expand_for (maker, template, n_members, seconds, &error);
      outline = find_another (maker, templates, template, n_members, seconds);
      if (outline != NULL)
        outline = fill_time (maker, outline, n_members, seconds);
      if (outline != NULL && whole != NULL && is_empty (maker, outline, n_members, seconds))
        g_clear_pointer (&outline, g_ptr_array_unref);
      maker->bears_absence = outline != NULL;
      if (outline == NULL && whole == NULL)
        outline = find_another (maker, templates, template, n_members, seconds);
      if (outline != NULL && whole != NULL)
        roundel_maker_note (maker, _("Session %u goes another way than usual, so that it works with one person away."), number);
      else if (outline != NULL)
        roundel_maker_note (maker, _("Session %u goes another way than usual. %s"), number, error->message);
      else if (whole == NULL)
        roundel_maker_note (maker, _("Session %u has no plan that works yet. %s"), number, error->message);
      agenda = outline != NULL ? expand_for (maker, outline, n_members, seconds, NULL) : g_steal_pointer (&whole);
    }
  for (guint i = 0; agenda != NULL && i < agenda->notes->len; i++)
    roundel_maker_note (maker, _("Session %u: %s"), number, (char *) agenda->notes->pdata[i]);
  if (outline == NULL)
    outline = roundel_outline_copy (template);
  if (agenda != NULL)
    outline = fill_time (maker, outline, n_members, seconds);
  for (guint i = 0; i < outline->len; i++)
    {
      RoundelOutlinePart *part = outline->pdata[i];
      const RoundelFormat *format = maker->formats->find (maker->formats->library, part->format, NULL);

      part->edition = format != NULL ? format->edition : 0;
    }
  return outline;
}

const GPtrArray *
roundel_maker_find_outline (RoundelMaker                 *maker,
              const RoundelTemplate *templates,
              guint                  number,
              guint                  count,
              guint                  n_members,
              guint                  seconds)
{
  const GPtrArray *template = roundel_template_get (templates, number, count);
  g_autofree char *key = g_strdup_printf ("%p %u", (const void *) template, n_members);
  GPtrArray *outline = g_hash_table_lookup (maker->fitted, key);

  if (outline == NULL)
    {
      outline = fit_outline (maker, templates, template, number, n_members, seconds);
      g_hash_table_insert (maker->fitted, g_steal_pointer (&key), outline);
    }
  return outline;
}
