/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/outcome.h"

#include <glib/gi18n-lib.h>

#include "content/json.h"
#include "core/plan.h"

#define MAX_SESSIONS 200
#define MAX_MINUTES 600
#define MAX_PEOPLE 5000

static char *
take_translated (char *text)
{
  char *translation;

  if (*text == '\0')
    return text;
  translation = g_strdup (g_dgettext (GETTEXT_PACKAGE, text));
  g_free (text);
  return translation;
}

static char *
translated_text (RoundelJson *json,
                 const char  *member)
{
  return take_translated (roundel_json_string (json, member));
}

static char **
translated_texts (RoundelJson *json,
                  const char  *member)
{
  char **texts = roundel_json_strings (json, member);

  if (texts[0] == NULL)
    roundel_json_fail (json, member, _("expected a list of at least one text"));
  for (guint i = 0; texts[i] != NULL; i++)
    texts[i] = take_translated (texts[i]);
  return texts;
}

static void
load_at (RoundelJson   *json,
         RoundelRhythm *rhythm)
{
  guint length = roundel_json_length (json);

  rhythm->at = g_array_new (FALSE, FALSE, sizeof (guint));
  rhythm->count = length;
  if (length == 0 || length > MAX_SESSIONS)
    roundel_json_fail (json, NULL, _("expected 1 to %d whole numbers"), MAX_SESSIONS);
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      guint at = roundel_json_whole (json, 0, 10000);

      if (i > 0 && at <= g_array_index (rhythm->at, guint, i - 1))
        roundel_json_fail (json, NULL, _("expected a number greater than the one before"));
      g_array_append_val (rhythm->at, at);
      roundel_json_leave (json);
    }
}

static void
load_rhythm (RoundelJson   *json,
             RoundelRhythm *rhythm)
{
  if (!roundel_json_enter (json, "rhythm"))
    {
      roundel_json_fail (json, "rhythm", _("is missing"));
      return;
    }
  roundel_json_expect_keys (json, "unit every count at");
  rhythm->unit = roundel_json_choice (json, "unit", "days weeks months", -1);
  if (roundel_json_enter (json, "at"))
    {
      load_at (json, rhythm);
      roundel_json_leave (json);
      if (roundel_json_has (json, "every") || roundel_json_has (json, "count"))
        roundel_json_fail (json, "at", _("says when each session is; leave “every” and “count” out"));
    }
  else
    {
      rhythm->every = roundel_json_uint (json, "every", 1, 366, G_MAXUINT);
      rhythm->count = roundel_json_uint (json, "count", 1, MAX_SESSIONS, G_MAXUINT);
    }
  roundel_json_leave (json);
}

static void
load_between (RoundelJson *json,
              GPtrArray   *items)
{
  guint length;

  if (!roundel_json_enter (json, "between"))
    return;
  length = roundel_json_length (json);
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelBetween *item = g_new0 (RoundelBetween, 1);

      roundel_json_expect_keys (json, "kind text before");
      item->kind = roundel_json_choice (json, "kind", ROUNDEL_BETWEEN_WORDS, -1);
      item->text = translated_text (json, "text");
      item->before = roundel_json_uint (json, "before", 0, 366, 0);
      g_ptr_array_add (items, item);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

/* At a list of parts. */
static void
load_parts (RoundelJson *json,
            GPtrArray   *parts)
{
  guint length = roundel_json_length (json);

  if (length == 0)
    roundel_json_fail (json, NULL, _("expected at least one part"));
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelOutlinePart *part = roundel_outline_part_new (NULL, NULL, 0, FALSE);

      roundel_json_expect_keys (json, "format title minutes optional");
      part->format = roundel_json_string (json, "format");
      part->title = roundel_json_has (json, "title") ? translated_text (json, "title") : NULL;
      if (roundel_json_has (json, "minutes"))
        part->seconds = roundel_json_uint (json, "minutes", 1, MAX_MINUTES, 0) * 60;
      else if (roundel_json_is_null (json, "minutes"))
        part->seconds = ROUNDEL_PLAN_REST;
      part->optional = roundel_json_bool (json, "optional");
      g_ptr_array_add (parts, part);
      roundel_json_leave (json);
    }
}

static void
load_session (RoundelJson *json,
              const char  *member,
              GPtrArray   *parts)
{
  if (!roundel_json_enter (json, member))
    {
      roundel_json_fail (json, member, _("is missing"));
      return;
    }
  load_parts (json, parts);
  roundel_json_leave (json);
}

/* At “plan”. */
static void
load_template (RoundelJson     *json,
               RoundelTemplate *template)
{
  guint length;

  roundel_json_expect_keys (json, "first middle last");
  load_session (json, "first", template->first);
  if (roundel_json_enter (json, "middle"))
    {
      length = roundel_json_length (json);
      if (length == 0)
        roundel_json_fail (json, NULL, _("expected at least one session"));
      for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
        {
          g_ptr_array_add (template->middle, roundel_outline_new ());
          load_parts (json, template->middle->pdata[i]);
          roundel_json_leave (json);
        }
      roundel_json_leave (json);
    }
  else
    roundel_json_fail (json, "middle", _("is missing"));
  load_session (json, "last", template->last);
}

static void
load_circle (RoundelJson    *json,
             RoundelOutcome *outcome)
{
  if (!roundel_json_enter (json, "circle"))
    {
      roundel_json_fail (json, "circle", _("is missing"));
      return;
    }
  roundel_json_expect_keys (json, "min best max who different_teams");
  outcome->circle_min = roundel_json_uint (json, "min", 2, MAX_PEOPLE, G_MAXUINT);
  outcome->circle_best = roundel_json_uint (json, "best", outcome->circle_min, MAX_PEOPLE, G_MAXUINT);
  outcome->circle_max = roundel_json_uint (json, "max", outcome->circle_best, MAX_PEOPLE, G_MAXUINT);
  outcome->who = translated_text (json, "who");
  outcome->different_teams = roundel_json_bool (json, "different_teams");
  roundel_json_leave (json);
}

static void
load_facilitation (RoundelJson    *json,
                   RoundelOutcome *outcome)
{
  if (!roundel_json_enter (json, "facilitation"))
    {
      roundel_json_fail (json, "facilitation", _("is missing"));
      return;
    }
  roundel_json_expect_keys (json, "model text handover");
  outcome->facilitation = roundel_json_choice (json, "model", "outside inside members", -1);
  outcome->facilitation_text = translated_text (json, "text");
  outcome->handover = roundel_json_uint (json, "handover", 1, MAX (outcome->rhythm.count, 1), 0);
  if (outcome->handover > 0 && outcome->facilitation == ROUNDEL_FACILITATION_MEMBERS)
    roundel_json_fail (json, "handover", _("the members lead from the start; leave the hand-over out"));
  roundel_json_leave (json);
}

static void
load_results (RoundelJson    *json,
              RoundelOutcome *outcome)
{
  guint length;

  if (!roundel_json_enter (json, "results"))
    {
      roundel_json_fail (json, "results", _("is missing"));
      return;
    }
  length = roundel_json_length (json);
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelResult *result = roundel_result_new ("", NULL, NULL);

      roundel_json_expect_keys (json, "text measure");
      result->text = translated_text (json, "text");
      result->measure = translated_text (json, "measure");
      g_ptr_array_add (outcome->results, result);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

static void
load_evaluation (RoundelJson    *json,
                 RoundelOutcome *outcome)
{
  if (!roundel_json_enter (json, "evaluation"))
    {
      roundel_json_fail (json, "evaluation", _("is missing"));
      return;
    }
  roundel_json_expect_keys (json, "individual later");
  outcome->evaluate_individual = translated_text (json, "individual");
  outcome->evaluate_later = roundel_json_has (json, "later") ? translated_text (json, "later") : NULL;
  roundel_json_leave (json);
}

static void
load_provenance (RoundelJson    *json,
                 RoundelOutcome *outcome)
{
  static const char *values[] = { "circle", "minutes", "rhythm", "formats", "facilitation", "between", "measures" };

  G_STATIC_ASSERT (G_N_ELEMENTS (values) == ROUNDEL_DESIGN_N_VALUES);
  if (!roundel_json_enter (json, "provenance"))
    {
      roundel_json_fail (json, "provenance", _("is missing"));
      return;
    }
  roundel_json_expect_keys (json, "circle minutes rhythm formats facilitation between measures");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    outcome->provenance[i] = "PJ"[roundel_json_choice (json, values[i], "P J", -1)];
  roundel_json_leave (json);
}

static void
load_outcome (RoundelJson    *json,
              RoundelOutcome *outcome)
{
  roundel_json_expect_keys (json, "number id name question asks description why_one circle reporting_lines_conflict minutes "
                                  "rhythm formats facilitation between measures results evaluation plan provenance");
  outcome->number = roundel_json_uint (json, "number", 1, 1000, G_MAXUINT);
  outcome->id = roundel_json_string (json, "id");
  outcome->name = translated_text (json, "name");
  outcome->question = translated_text (json, "question");
  outcome->asks = translated_text (json, "asks");
  outcome->description = translated_text (json, "description");
  outcome->why_one = translated_text (json, "why_one");
  load_circle (json, outcome);
  if (!roundel_json_has (json, "reporting_lines_conflict"))
    roundel_json_fail (json, "reporting_lines_conflict", _("is missing"));
  outcome->reporting_lines_conflict = roundel_json_bool (json, "reporting_lines_conflict");
  outcome->minutes = roundel_json_uint (json, "minutes", 10, MAX_MINUTES, G_MAXUINT);
  load_rhythm (json, &outcome->rhythm);
  outcome->formats = roundel_json_strings (json, "formats");
  if (outcome->formats[0] == NULL)
    roundel_json_fail (json, "formats", _("expected a list of at least one text"));
  load_facilitation (json, outcome);
  load_between (json, outcome->between);
  outcome->measures = translated_texts (json, "measures");
  load_results (json, outcome);
  load_evaluation (json, outcome);
  if (roundel_json_enter (json, "plan"))
    {
      load_template (json, &outcome->plan);
      roundel_json_leave (json);
    }
  else
    roundel_json_fail (json, "plan", _("is missing"));
  load_provenance (json, outcome);
}

static void
load_pattern (RoundelJson    *json,
              RoundelPattern *pattern)
{
  roundel_json_expect_keys (json, "id name description rhythm minutes between plan");
  pattern->id = roundel_json_string (json, "id");
  pattern->name = translated_text (json, "name");
  pattern->description = translated_text (json, "description");
  load_rhythm (json, &pattern->rhythm);
  pattern->minutes = roundel_json_uint (json, "minutes", 10, MAX_MINUTES, 0);
  load_between (json, pattern->between);
  if (roundel_json_enter (json, "plan"))
    {
      pattern->plan = g_new0 (RoundelTemplate, 1);
      roundel_template_init (pattern->plan);
      load_template (json, pattern->plan);
      roundel_json_leave (json);
    }
}

/**
 * roundel_outcome_load:
 * @text: an outcome in JSON (data/outcomes)
 * @length: length of @text in bytes, or -1
 * @name: what to call it in a message: the name of its file
 * @error: return location for a #RoundelContentError that names the file, the place in it and what was expected
 *
 * Returns: (transfer full): the outcome, or %NULL
 */
RoundelOutcome *
roundel_outcome_load (const char  *text,
                      gssize       length,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (RoundelJson) json = roundel_json_new (text, length, name, error);
  g_autoptr (RoundelOutcome) outcome = NULL;

  if (json == NULL)
    return NULL;
  outcome = roundel_outcome_new ();
  load_outcome (json, outcome);
  return roundel_json_finish (json, error) ? g_steal_pointer (&outcome) : NULL;
}

/**
 * roundel_pattern_load:
 * @text: a pattern in JSON (data/patterns)
 * @length: length of @text in bytes, or -1
 * @name: what to call it in a message: the name of its file
 * @error: return location for a #RoundelContentError that names the file, the place in it and what was expected
 *
 * Returns: (transfer full): the pattern, or %NULL
 */
RoundelPattern *
roundel_pattern_load (const char  *text,
                      gssize       length,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (RoundelJson) json = roundel_json_new (text, length, name, error);
  g_autoptr (RoundelPattern) pattern = NULL;

  if (json == NULL)
    return NULL;
  pattern = roundel_pattern_new ();
  load_pattern (json, pattern);
  return roundel_json_finish (json, error) ? g_steal_pointer (&pattern) : NULL;
}

typedef gpointer (*LoadFunc) (const char  *text,
                              gssize       length,
                              const char  *name,
                              GError     **error);

static gboolean
load_folder (GPtrArray   *items,
             const char  *folder,
             LoadFunc     load,
             GError     **error)
{
  g_auto (GStrv) names = roundel_content_list (folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", folder, names[i], NULL);
      g_autoptr (GBytes) bytes = roundel_content_read (path, error);
      gpointer item;

      if (bytes == NULL
          || (item = load (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), names[i], error)) == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
    }
  return TRUE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const RoundelOutcome *one = *(RoundelOutcome *const *) a;
  const RoundelOutcome *two = *(RoundelOutcome *const *) b;

  return (one->number > two->number) - (one->number < two->number);
}

/**
 * roundel_outcomes_load:
 * @error: return location for what is wrong with a file
 *
 * Returns: (transfer full) (element-type RoundelOutcome): the outcomes by their numbers, or %NULL
 */
GPtrArray *
roundel_outcomes_load (GError **error)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_outcome_free);

  if (!load_folder (outcomes, "outcomes", (LoadFunc) roundel_outcome_load, error))
    return NULL;
  g_ptr_array_sort (outcomes, compare_numbers);
  return g_steal_pointer (&outcomes);
}

/**
 * roundel_patterns_load:
 * @error: return location for what is wrong with a file
 *
 * Returns: (transfer full) (element-type RoundelPattern): the patterns, by their ids, or %NULL
 */
GPtrArray *
roundel_patterns_load (GError **error)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_pattern_free);

  return load_folder (patterns, "patterns", (LoadFunc) roundel_pattern_load, error) ? g_steal_pointer (&patterns) : NULL;
}

/**
 * roundel_template_plan:
 * @self: what the sessions of an outcome or pattern are made of
 * @library: where its formats are
 * @session: number of the session, from 1
 * @count: how many sessions there are; a single one is a first one
 * @error: return location for %ROUNDEL_CONTENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (element-type RoundelPlanPart): a plan whose formats belong to @library, or %NULL
 */
GPtrArray *
roundel_template_plan (const RoundelTemplate  *self,
                       RoundelLibrary         *library,
                       guint                   session,
                       guint                   count,
                       GError                **error)
{
  RoundelFormats formats = roundel_library_formats (library);

  return roundel_outline_plan (roundel_template_get (self, session, count), &formats, error);
}
