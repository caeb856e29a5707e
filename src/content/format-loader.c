/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/format-loader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "content/json.h"

#define MAX_MINUTES 600.0
#define MAX_PEOPLE 5000
#define MAX_HOURS 24

static const char gather_words[] = "alone pair trio four group room"; /* as in RoundelGather */
static const char *const speaks_words[] = {
  /* as in RoundelSpeaks */
  "nobody", "everyone", "each", "reporters", "facilitator", "member", NULL
};

/* The loader is the validator (architecture: one typed loader): it keeps FORMAT and whether built-in texts are to be
 * shown in the reader's language. */
typedef struct
{
  RoundelJson *json;
  RoundelFormat *format;
  GHashTable *step_ids;
  gboolean translate;
} Loader;

static char *
translated (Loader *loader,
            char   *text)
{
  char *translation;

  if (!loader->translate || text == NULL || *text == '\0')
    return text;
  translation = g_strdup (g_dgettext (GETTEXT_PACKAGE, text));
  g_free (text);
  return translation;
}

static void
load_bounds (Loader     *loader,
             const char *member,
             guint       least,
             guint      *min,
             guint      *max)
{
  double low, high;

  if (!roundel_json_range (loader->json, member, MAX_PEOPLE, &low, &high))
    return;
  if (low < least || low != floor (low) || (high != G_MAXDOUBLE && high != floor (high)))
    roundel_json_fail (loader->json, member, _("expected whole numbers, the first at least %u"), least);
  *min = (guint) low;
  *max = high == G_MAXDOUBLE ? 0 : (guint) high;
}

static RoundelRole *
load_role (Loader *loader)
{
  RoundelRole *role = roundel_role_new ();
  double low, high;

  roundel_json_expect_keys (loader->json, "id name does kind count");
  role->id = roundel_json_string (loader->json, "id");
  role->name = translated (loader, roundel_json_string (loader->json, "name"));
  role->does = translated (loader, roundel_json_text (loader->json, "does"));
  role->kind = roundel_json_choice (loader->json, "kind", "member turn fixed extra leader", ROUNDEL_ROLE_MEMBER);
  role->min = role->max = 1;
  if (roundel_json_range (loader->json, "count", MAX_PEOPLE, &low, &high))
    {
      if (low != floor (low) || (high != G_MAXDOUBLE && high != floor (high)))
        roundel_json_fail (loader->json, "count", _("expected whole numbers"));
      role->min = (guint) low;
      role->max = high == G_MAXDOUBLE ? 0 : (guint) high;
    }
  if (role->kind == ROUNDEL_ROLE_TURN && (role->min != 1 || role->max != 1))
    roundel_json_fail (loader->json, "count", _("only one member of a group has the turn; leave the count out"));
  return role;
}

static void
load_roles (Loader *loader)
{
  guint length;

  if (!roundel_json_enter (loader->json, "roles"))
    return;
  length = roundel_json_length (loader->json);
  for (guint i = 0; i < length && roundel_json_enter_element (loader->json, i); i++)
    {
      RoundelRole *role = load_role (loader);

      if (roundel_format_find_role (loader->format, role->id) >= 0)
        roundel_json_fail (loader->json, "id", _("there is a role “%s” already"), role->id);
      if (g_strv_contains (speaks_words, role->id))
        roundel_json_fail (loader->json, "id", _("“%s” has a meaning of its own in “speaks”; choose another id"), role->id);
      if (role->kind == ROUNDEL_ROLE_TURN && i > 0)
        roundel_json_fail (loader->json, "kind", _("the role with the turn is the first of the list, and the only one"));
      if (role->kind == ROUNDEL_ROLE_FIXED && roundel_format_turn_role (loader->format) >= 0)
        roundel_json_fail (loader->json, "kind", _("where one role has the turn, the others cannot be fixed; use “extra”"));
      g_ptr_array_add (loader->format->roles, role);
      roundel_json_leave (loader->json);
    }
  if (loader->format->roles->len > 64)
    roundel_json_fail (loader->json, NULL, _("a format has at most 64 roles"));
  roundel_json_leave (loader->json);
}

static void
load_speaks (Loader      *loader,
             RoundelStep *step)
{
  g_auto (GStrv) roles = roundel_json_strings (loader->json, "speaks");

  if (g_strv_length (roles) == 0)
    roundel_json_fail (loader->json, "speaks",
                       _("expected a list: [\"nobody\"], [\"everyone\"], [\"each\"], [\"reporters\"], "
                         "[\"facilitator\"], [\"member\"] or ids of roles"));
  else if (g_strv_length (roles) == 1)
    for (guint i = 0; speaks_words[i] != NULL; i++)
      if (g_str_equal (speaks_words[i], roles[0]))
        {
          step->speaks = i;
          return;
        }
  step->speaks = ROUNDEL_SPEAKS_ROLES;
  for (guint i = 0; roles[i] != NULL; i++)
    {
      int role = roundel_format_find_role (loader->format, roles[i]);

      if (role < 0)
        roundel_json_fail (loader->json, "speaks", _("there is no role “%s” in “roles”"), roles[i]);
      else
        step->speaks_roles |= G_GUINT64_CONSTANT (1) << role;
    }
}

static void load_steps (Loader            *loader,
                        GPtrArray         *steps,
                        const RoundelStep *outer,
                        guint              depth);

static void
load_repeat (Loader            *loader,
             RoundelStep       *step,
             const RoundelStep *outer,
             guint              depth)
{
  double low, high;

  roundel_json_expect_keys (loader->json, "repeat steps in mix optional");
  step->gather = roundel_json_choice (loader->json, "in", gather_words, -1);
  step->mix = roundel_json_choice (loader->json, "mix", "keep new scatter", ROUNDEL_MIX_KEEP);
  step->optional = roundel_json_bool (loader->json, "optional");
  if (roundel_json_enter (loader->json, "repeat"))
    {
      roundel_json_expect_keys (loader->json, "over count share");
      step->repeat = 1 + roundel_json_choice (loader->json, "over", "member storyteller topic turn block", -1);
      step->share = roundel_json_bool (loader->json, "share");
      if (step->repeat == ROUNDEL_REPEAT_MEMBER)
        {
          if (roundel_json_has (loader->json, "count"))
            roundel_json_fail (loader->json, "count", _("each member has a turn; leave the count out"));
          if (outer != NULL && (outer->repeat == ROUNDEL_REPEAT_MEMBER || outer->repeat == ROUNDEL_REPEAT_STORYTELLER))
            roundel_json_fail (loader->json, "over", _("a turn cannot lie within a turn"));
        }
      else if (step->share)
        roundel_json_fail (loader->json, "share", _("only members share their minutes"));
      else if (!roundel_json_range (loader->json, "count", 100, &low, &high) || low < 1 || low != floor (low)
               || high > 100 || high != floor (high))
        roundel_json_fail (loader->json, "count", _("expected how often, as two whole numbers [low, high] from 1 to 100"));
      else
        {
          step->count_low = (guint) low;
          step->count_high = (guint) high;
        }
      roundel_json_leave (loader->json);
    }
  if (depth >= 2)
    roundel_json_fail (loader->json, "repeat", _("repeats can be nested once at most"));
  step->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_step_free);
  load_steps (loader, step->steps, step, depth + 1);
}

static void
load_leaf (Loader            *loader,
           RoundelStep       *step,
           const RoundelStep *outer)
{
  RoundelJson *json = loader->json;
  double low, high;
  g_autofree char *provenance = NULL;

  roundel_json_expect_keys (json, "id title say minutes in mix speaks optional slot settle provenance");
  step->id = roundel_json_string (json, "id");
  if (!g_hash_table_add (loader->step_ids, g_strdup (step->id)))
    roundel_json_fail (json, "id", _("there is a step “%s” already"), step->id);
  step->title = translated (loader, roundel_json_string (json, "title"));
  step->say = translated (loader, roundel_json_text (json, "say"));
  if (!roundel_json_range (json, "minutes", MAX_MINUTES, &low, &high) || low <= 0 || high == G_MAXDOUBLE)
    roundel_json_fail (json, "minutes", _("expected two numbers [low, high] of minutes, more than 0"));
  step->low = (guint) lround (low * 60);
  step->high = (guint) lround (high * 60);
  step->gather = roundel_json_choice (json, "in", gather_words, outer != NULL ? (int) outer->gather : -1);
  step->mix = roundel_json_choice (json, "mix", "keep new scatter", ROUNDEL_MIX_KEEP);
  load_speaks (loader, step);
  step->optional = roundel_json_bool (json, "optional");
  step->slot = roundel_json_bool (json, "slot");
  step->settle = roundel_json_uint (json, "settle", 0, 30, 0) * 60;
  provenance = roundel_json_string (json, "provenance");
  if (!g_str_equal (provenance, "P") && !g_str_equal (provenance, "R") && !g_str_equal (provenance, "J"))
    roundel_json_fail (json, "provenance", _("expected P for published, R for recalled or J for our judgement"));
  step->provenance = provenance[0];
  if (step->slot && (outer != NULL || loader->format->turns != ROUNDEL_TURNS_ONE))
    roundel_json_fail (json, "slot", _("only in a format with “turns”: “one”; repeated steps are slots by themselves"));
  if (step->speaks == ROUNDEL_SPEAKS_MEMBER && (outer == NULL || outer->repeat != ROUNDEL_REPEAT_MEMBER))
    roundel_json_fail (json, "speaks", _("“member” is the one whose slot it is; only in a repeat over “member”"));
  if (step->speaks == ROUNDEL_SPEAKS_EACH && step->gather != ROUNDEL_GATHER_ROOM)
    roundel_json_fail (json, "speaks", _("“each” goes around the room; in a group repeat over “member” for equal slots"));
}

static void
load_steps (Loader            *loader,
            GPtrArray         *steps,
            const RoundelStep *outer,
            guint              depth)
{
  guint length;

  if (!roundel_json_enter (loader->json, "steps"))
    {
      roundel_json_fail (loader->json, "steps", _("is missing"));
      return;
    }
  length = roundel_json_length (loader->json);
  if (length > 64)
    roundel_json_fail (loader->json, NULL, _("a format has at most 64 steps"));
  if (length == 0 && depth > 0)
    roundel_json_fail (loader->json, NULL, _("expected at least one step"));
  for (guint i = 0; i < length && roundel_json_enter_element (loader->json, i); i++)
    {
      RoundelStep *step = roundel_step_new ();

      g_ptr_array_add (steps, step);
      if (roundel_json_has (loader->json, "repeat"))
        load_repeat (loader, step, outer, depth);
      else
        load_leaf (loader, step, outer);
      roundel_json_leave (loader->json);
    }
  roundel_json_leave (loader->json);
}

static gboolean
any_step (GPtrArray *steps,
          gboolean (*is) (const RoundelStep *step))
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];

      if (is (step) || (step->steps != NULL && any_step (step->steps, is)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_slot (const RoundelStep *step)
{
  return step->slot;
}

static gboolean
is_over_member (const RoundelStep *step)
{
  return step->repeat == ROUNDEL_REPEAT_MEMBER;
}

static gboolean
is_over_storyteller (const RoundelStep *step)
{
  return step->repeat == ROUNDEL_REPEAT_STORYTELLER;
}

/* What “turns” promises has to stand in the steps. */
static void
check_turns (Loader *loader)
{
  GPtrArray *steps = loader->format->steps;

  switch (loader->format->turns)
    {
    case ROUNDEL_TURNS_NONE:
      if (any_step (steps, is_over_member))
        roundel_json_fail (loader->json, "turns", _("is “none”, but a step is repeated over “member”"));
      break;

    case ROUNDEL_TURNS_ALL:
      if (!any_step (steps, is_over_member))
        roundel_json_fail (loader->json, "turns", _("is “all”, but no step is repeated over “member”"));
      break;

    case ROUNDEL_TURNS_ONE:
      if (!any_step (steps, is_slot) || roundel_format_turn_role (loader->format) < 0)
        roundel_json_fail (loader->json, "turns",
                           _("is “one”, so a role has the kind “turn” and at least one step is marked “slot”: true"));
      break;

    case ROUNDEL_TURNS_SOME:
      if (!any_step (steps, is_over_storyteller))
        roundel_json_fail (loader->json, "turns", _("is “some”, but no step is repeated over “storyteller”"));
      break;

    default:
      g_assert_not_reached ();
    }
}

/* The smallest group has to have everybody that the roles need. */
static void
check_sizes (Loader *loader)
{
  const RoundelFormat *format = loader->format;
  guint smallest = format->group_min > 0 ? format->group_min : format->people_min;
  guint needed = 0;

  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];

      if (role->kind != ROUNDEL_ROLE_EXTRA && role->kind != ROUNDEL_ROLE_LEADER)
        needed += role->min;
    }
  if (format->people_min < format->group_min)
    roundel_json_fail (loader->json, "people", _("begins with fewer people than a group has at least"));
  if (needed > smallest)
    roundel_json_fail (loader->json, "roles", _("need %u people at least, and the smallest group has %u"), needed, smallest);
}

static void
load_format (Loader *loader)
{
  RoundelJson *json = loader->json;
  RoundelFormat *format = loader->format;
  double low, high;

  roundel_json_expect_keys (json, "id edition name purpose when when_not people group best turns roles steps paste odd note "
                                  "sources source_edition licence attribution");
  format->id = roundel_json_string (json, "id");
  format->edition = roundel_json_uint (json, "edition", 1, 10000, 1);
  format->name = translated (loader, roundel_json_string (json, "name"));
  format->purpose = translated (loader, roundel_json_string (json, "purpose"));
  format->when = translated (loader, roundel_json_string (json, "when"));
  format->when_not = translated (loader, roundel_json_string (json, "when_not"));
  load_bounds (loader, "people", 1, &format->people_min, &format->people_max);
  if (format->people_min == 0)
    roundel_json_fail (json, "people", _("is missing: how many people it works with, as [fewest, most or null]"));
  load_bounds (loader, "group", 2, &format->group_min, &format->group_max);
  format->group_best = roundel_json_uint (json, "best", format->group_min, format->group_max > 0 ? format->group_max : MAX_PEOPLE, 0);
  format->turns = roundel_json_choice (json, "turns", "none all one some", -1);
  format->paste = translated (loader, roundel_json_text (json, "paste"));
  format->odd = translated (loader, roundel_json_text (json, "odd"));
  format->note = translated (loader, roundel_json_text (json, "note"));
  format->sources = roundel_json_strings (json, "sources");
  format->source_edition = roundel_json_text (json, "source_edition");
  format->licence = roundel_json_string (json, "licence");
  format->attribution = translated (loader, roundel_json_text (json, "attribution"));
  load_roles (loader);
  load_steps (loader, format->steps, NULL, 0);
  if (format->steps->len == 0 && format->paste == NULL)
    roundel_json_fail (json, "steps", _("is empty, and there is no text in “paste” instead"));
  check_turns (loader);
  check_sizes (loader);
  roundel_format_minutes (format, &low, &high);
  if (high > MAX_HOURS * 60)
    roundel_json_fail (json, "steps", _("take %.0f hours with all repeats in the largest group, and %d at most make sense"),
                       high / 60, MAX_HOURS);
}

/**
 * roundel_format_load:
 * @text: a format in our JSON language (data/formats/README.md)
 * @length: length of @text in bytes, or -1
 * @name: what to call it in a message: the name of its file
 * @translate: whether the texts are built in and come in the reader's language
 * @error: return location for a #RoundelContentError that names the file, the place in it and what was expected
 *
 * Returns: (transfer full): the format, or %NULL
 */
RoundelFormat *
roundel_format_load (const char  *text,
                     gssize       length,
                     const char  *name,
                     gboolean     translate,
                     GError     **error)
{
  g_autoptr (RoundelJson) json = roundel_json_new (text, length, name, error);
  g_autoptr (RoundelFormat) format = NULL;
  g_autoptr (GHashTable) step_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loader loader;

  if (json == NULL)
    return NULL;
  format = roundel_format_new ();
  loader = (Loader) { json, format, step_ids, translate };
  load_format (&loader);
  return roundel_json_finish (json, error) ? g_steal_pointer (&format) : NULL;
}
