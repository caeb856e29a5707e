/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/outcome.h"

#include <glib/gi18n-lib.h>

#include "content/json.h"
#include "core/plan.h"

#define MAX_SESSIONS 200
#define MAX_MINUTES 600
#define MAX_PEOPLE 5000

static void
between_free (gpointer data)
{
  RoundelBetween *self = data;

  g_free (self->text);
  g_free (self);
}

static void
template_part_free (gpointer data)
{
  RoundelTemplatePart *self = data;

  g_free (self->format);
  g_free (self->title);
  g_free (self);
}

static void
result_free (gpointer data)
{
  RoundelResult *self = data;

  g_free (self->text);
  g_free (self->measure);
  g_free (self);
}

static void
template_clear (RoundelTemplate *self)
{
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_clear_pointer (&self->middle, g_ptr_array_unref);
  g_clear_pointer (&self->last, g_ptr_array_unref);
}

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

static GPtrArray *
load_between (RoundelJson *json)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (between_free);
  guint length;

  if (!roundel_json_enter (json, "between"))
    return items;
  length = roundel_json_length (json);
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelBetween *item = g_new0 (RoundelBetween, 1);

      roundel_json_expect_keys (json, "kind text before");
      item->kind = roundel_json_choice (json, "kind", "overview partner real prompt", -1);
      item->text = translated_text (json, "text");
      item->before = roundel_json_uint (json, "before", 0, 366, 0);
      g_ptr_array_add (items, item);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
  return items;
}

/* At a list of parts. */
static GPtrArray *
load_parts (RoundelJson *json)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (template_part_free);
  guint length = roundel_json_length (json);

  if (length == 0)
    roundel_json_fail (json, NULL, _("expected at least one part"));
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelTemplatePart *part = g_new0 (RoundelTemplatePart, 1);

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
  return parts;
}

static GPtrArray *
load_session (RoundelJson *json,
              const char  *member)
{
  GPtrArray *parts;

  if (!roundel_json_enter (json, member))
    {
      roundel_json_fail (json, member, _("is missing"));
      return g_ptr_array_new ();
    }
  parts = load_parts (json);
  roundel_json_leave (json);
  return parts;
}

/* At “plan”. */
static void
load_template (RoundelJson     *json,
               RoundelTemplate *template)
{
  guint length;

  roundel_json_expect_keys (json, "first middle last");
  template->middle = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  template->first = load_session (json, "first");
  if (roundel_json_enter (json, "middle"))
    {
      length = roundel_json_length (json);
      if (length == 0)
        roundel_json_fail (json, NULL, _("expected at least one session"));
      for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
        {
          g_ptr_array_add (template->middle, load_parts (json));
          roundel_json_leave (json);
        }
      roundel_json_leave (json);
    }
  else
    roundel_json_fail (json, "middle", _("is missing"));
  template->last = load_session (json, "last");
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
      RoundelResult *result = g_new0 (RoundelResult, 1);

      roundel_json_expect_keys (json, "text measure");
      result->text = translated_text (json, "text");
      result->measure = translated_text (json, "measure");
      g_ptr_array_add (outcome->results, result);
      roundel_json_leave (json);
    }
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
                                  "rhythm formats facilitation between measures results plan provenance");
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
  outcome->between = load_between (json);
  outcome->measures = translated_texts (json, "measures");
  load_results (json, outcome);
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
  pattern->between = load_between (json);
  if (roundel_json_enter (json, "plan"))
    {
      pattern->plan = g_new0 (RoundelTemplate, 1);
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
  outcome = g_new0 (RoundelOutcome, 1);
  outcome->results = g_ptr_array_new_with_free_func (result_free);
  load_outcome (json, outcome);
  return roundel_json_finish (json, error) ? g_steal_pointer (&outcome) : NULL;
}

void
roundel_outcome_free (RoundelOutcome *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->question);
  g_free (self->asks);
  g_free (self->description);
  g_free (self->why_one);
  g_free (self->who);
  g_clear_pointer (&self->rhythm.at, g_array_unref);
  g_strfreev (self->formats);
  g_free (self->facilitation_text);
  g_clear_pointer (&self->between, g_ptr_array_unref);
  g_strfreev (self->measures);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  template_clear (&self->plan);
  g_free (self);
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
  pattern = g_new0 (RoundelPattern, 1);
  load_pattern (json, pattern);
  return roundel_json_finish (json, error) ? g_steal_pointer (&pattern) : NULL;
}

void
roundel_pattern_free (RoundelPattern *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_clear_pointer (&self->rhythm.at, g_array_unref);
  g_clear_pointer (&self->between, g_ptr_array_unref);
  if (self->plan != NULL)
    template_clear (self->plan);
  g_free (self->plan);
  g_free (self);
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
 * roundel_outcomes_find:
 * @outcomes: (element-type RoundelOutcome): outcomes
 * @id: id of one
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const RoundelOutcome *
roundel_outcomes_find (const GPtrArray *outcomes,
                       const char      *id)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (g_str_equal (((RoundelOutcome *) outcomes->pdata[i])->id, id))
      return outcomes->pdata[i];
  return NULL;
}

/**
 * roundel_patterns_find:
 * @patterns: (element-type RoundelPattern): patterns
 * @id: id of one
 *
 * Returns: (transfer none) (nullable): the pattern
 */
const RoundelPattern *
roundel_patterns_find (const GPtrArray *patterns,
                       const char      *id)
{
  for (guint i = 0; i < patterns->len; i++)
    if (g_str_equal (((RoundelPattern *) patterns->pdata[i])->id, id))
      return patterns->pdata[i];
  return NULL;
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
  g_autoptr (GPtrArray) plan = roundel_plan_new ();
  const GPtrArray *parts;

  g_return_val_if_fail (self != NULL && library != NULL && session >= 1 && session <= count, NULL);

  if (session == 1)
    parts = self->first;
  else if (session == count)
    parts = self->last;
  else
    parts = self->middle->pdata[(session - 2) % self->middle->len];
  for (guint i = 0; i < parts->len; i++)
    {
      const RoundelTemplatePart *part = parts->pdata[i];
      const RoundelFormat *format = roundel_library_find (library, part->format, error);

      if (format == NULL)
        return NULL;
      g_ptr_array_add (plan, roundel_plan_part_new (format, part->title, part->seconds, part->optional));
    }
  return g_steal_pointer (&plan);
}
