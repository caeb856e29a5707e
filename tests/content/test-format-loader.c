/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/format-loader.h"
#include "content/json.h"

static const char sound[] =
  "{\n"
  " \"id\": \"mine\", \"name\": \"Mine\", \"purpose\": \"To try.\", \"when\": \"Now.\", \"when_not\": \"Never.\",\n"
  " \"people\": [3, null], \"group\": [3, 4], \"turns\": \"all\",\n"
  " \"roles\": [{\"id\": \"client\", \"name\": \"client\", \"kind\": \"turn\"},\n"
  "             {\"id\": \"helper\", \"name\": \"helper\", \"count\": [2, null]}],\n"
  " \"steps\": [{\"id\": \"think\", \"title\": \"Think\", \"in\": \"alone\", \"minutes\": [1, 2], \"speaks\": [\"nobody\"],\n"
  "              \"provenance\": \"P\"},\n"
  "             {\"repeat\": {\"over\": \"member\"}, \"in\": \"group\", \"steps\": [\n"
  "              {\"id\": \"tell\", \"title\": \"Tell\", \"minutes\": [2.5, 3], \"speaks\": [\"client\", \"helper\"],\n"
  "               \"settle\": 2, \"provenance\": \"J\"}]}],\n"
  " \"licence\": \"CC0-1.0\"\n"
  "}\n";

/* What a person mistypes, and what they are told. The first OLD in the sound format becomes NEW. */
static const struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *message;
} mistakes[] = {
  { "a misspelt key", "\"purpose\"", "\"porpose\"",
    "mine.json: porpose: is not known here; known are: id edition name purpose when when_not people group best turns "
    "roles steps paste odd note sources source_edition licence attribution" },
  { "a misspelt key in a step", "\"title\": \"Tell\"", "\"titel\": \"Tell\"",
    "mine.json: steps[1].steps[0].titel: is not known here; known are: id title say minutes in mix speaks optional slot "
    "settle provenance" },
  { "a missing name", "\"name\": \"Mine\", ", "", "mine.json: name: is missing" },
  { "an empty name", "\"Mine\"", "\"\"", "mine.json: name: expected a text in quotes that is not empty" },
  { "a number for a text", "\"Mine\"", "7", "mine.json: name: expected a text in quotes that is not empty" },
  { "people as one number", "[3, null]", "3",
    "mine.json: people: expected two numbers [low, high], from 0 to 5000, the low one first" },
  { "people the wrong way around", "[3, 4]", "[4, 3]",
    "mine.json: group: expected two numbers [low, high], from 0 to 5000, the low one first" },
  { "half a person", "[3, null]", "[2.5, null]",
    "mine.json: people: expected whole numbers, the first at least 1" },
  { "a group of one", "[3, 4]", "[1, 4]", "mine.json: group: expected whole numbers, the first at least 2" },
  { "an unknown word", "\"all\"", "\"everybody\"",
    "mine.json: turns: “everybody” is none of the words expected here: none all one some" },
  { "no minutes", "[1, 2]", "[0, 2]", "mine.json: steps[0].minutes: expected two numbers [low, high] of minutes, more than 0" },
  { "endless minutes", "[1, 2]", "[1, null]",
    "mine.json: steps[0].minutes: expected two numbers [low, high] of minutes, more than 0" },
  { "too many minutes", "[1, 2]", "[1, 1e300]",
    "mine.json: steps[0].minutes: expected two numbers [low, high], from 0 to 600, the low one first" },
  { "a role that is not there", "[\"client\", \"helper\"]", "[\"client\", \"helpr\"]",
    "mine.json: steps[1].steps[0].speaks: there is no role “helpr” in “roles”" },
  { "speakers as a text", "[\"nobody\"]", "\"nobody\"", "mine.json: steps[0].speaks: expected a list in square brackets" },
  { "no speakers", "[\"nobody\"]", "[]",
    "mine.json: steps[0].speaks: expected a list: [\"nobody\"], [\"everyone\"], [\"each\"], [\"reporters\"], "
    "[\"facilitator\"], [\"member\"] or ids of roles" },
  { "two roles of one id", "\"id\": \"helper\"", "\"id\": \"client\"",
    "mine.json: roles[1].id: there is a role “client” already" },
  { "a role named like a word of the language", "\"id\": \"helper\"", "\"id\": \"member\"",
    "mine.json: roles[1].id: “member” has a meaning of its own in “speaks”; choose another id" },
  { "two steps of one id", "\"id\": \"tell\"", "\"id\": \"think\"",
    "mine.json: steps[1].steps[0].id: there is a step “think” already" },
  { "a turn for two", "\"kind\": \"turn\"}", "\"kind\": \"turn\", \"count\": [2, 2]}",
    "mine.json: roles[0].count: only one member of a group has the turn; leave the count out" },
  { "going around a group", "[\"client\", \"helper\"]", "[\"each\"]",
    "mine.json: steps[1].steps[0].speaks: “each” goes around the room; in a group repeat over “member” for equal slots" },
  { "turns without a repeat", "\"over\": \"member\"", "\"over\": \"turn\", \"count\": [2, 2]",
    "mine.json: turns: is “all”, but no step is repeated over “member”" },
  { "a repeat without a count", "\"over\": \"member\"", "\"over\": \"topic\"",
    "mine.json: steps[1].repeat.count: expected how often, as two whole numbers [low, high] from 1 to 100" },
  { "a repeat of nothing", "{\"over\": \"member\"}, \"in\": \"group\", \"steps\": [", "{\"over\": \"member\"}, \"in\": \"group\", \"steps\": [], \"x\": [",
    "mine.json: steps[1].x: is not known here; known are: repeat steps in mix optional" },
  { "settling for hours", "\"settle\": 2", "\"settle\": 90",
    "mine.json: steps[1].steps[0].settle: expected a whole number from 0 to 30" },
  { "a guess for a provenance", "\"J\"", "\"G\"",
    "mine.json: steps[1].steps[0].provenance: expected P for published, R for recalled or J for our judgement" },
  { "more roles than people", "\"count\": [2, null]", "\"count\": [3, null]",
    "mine.json: roles: need 4 people at least, and the smallest group has 3" },
  { "fewer people than a group", "\"people\": [3, null]", "\"people\": [2, null]",
    "mine.json: people: begins with fewer people than a group has at least" },
  { "half a role", "\"count\": [2, null]", "\"count\": [1.5, null]", "mine.json: roles[1].count: expected whole numbers" },
  { "days of talk", "[2.5, 3]", "[2.5, 500]",
    "mine.json: steps: take 33 hours with all repeats in the largest group, and 24 at most make sense" },
  { "a step that is no object", "{\"id\": \"think\"", "7, {\"id\": \"think\"",
    "mine.json: steps[0]: expected an object in braces" },
};

/* Returns the sound format with the first OLD replaced by NEW. */
static char *
change (const char *old,
        const char *new)
{
  const char *at = strstr (sound, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - sound), sound, new, at + strlen (old));
}

static void
test_a_sound_format_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelFormat) format = roundel_format_load (sound, -1, "mine.json", FALSE, &error);
  const RoundelStep *repeat, *tell;

  g_assert_no_error (error);
  g_assert_cmpstr (format->id, ==, "mine");
  g_assert_cmpuint (format->edition, ==, 1);
  g_assert_cmpuint (format->people_min, ==, 3);
  g_assert_cmpuint (format->people_max, ==, 0);
  g_assert_cmpuint (format->group_max, ==, 4);
  g_assert_cmpint (format->turns, ==, ROUNDEL_TURNS_ALL);
  g_assert_cmpint (roundel_format_turn_role (format), ==, 0);
  repeat = format->steps->pdata[1];
  g_assert_cmpint (repeat->repeat, ==, ROUNDEL_REPEAT_MEMBER);
  tell = repeat->steps->pdata[0];
  g_assert_cmpint (tell->gather, ==, ROUNDEL_GATHER_GROUP);
  g_assert_cmpuint (tell->low, ==, 150);
  g_assert_cmpuint (tell->high, ==, 180);
  g_assert_cmpuint (tell->settle, ==, 120);
  g_assert_cmpuint (tell->speaks_roles, ==, 3);
  g_assert_cmpint (tell->provenance, ==, 'J');
}

static void
test_each_mistake_is_told_with_its_place_and_what_was_expected (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *text = change (mistakes[i].old, mistakes[i].new);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", mistakes[i].name);
      g_assert_null (roundel_format_load (text, -1, "mine.json", FALSE, &error));
      g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, mistakes[i].message);
    }
}

static void
assert_no_json (const char *text,
                gssize      length,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_format_load (text, length, "mine.json", FALSE, &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, message));
}

static void
test_what_is_no_json_is_refused_with_a_reason (void)
{
  g_autofree char *deep = g_strnfill (1000, '[');
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, ' ');
  g_autofree char *cut = g_strndup (sound, strlen (sound) / 2);

  assert_no_json ("", 0, "mine.json cannot be read as JSON: it is empty");
  assert_no_json ("   ", -1, "mine.json cannot be read as JSON: it is empty");
  assert_no_json (deep, -1, "mine.json cannot be read as JSON: its brackets are nested more than 32 deep");
  assert_no_json (large, -1, "mine.json cannot be read as JSON: it is larger than 4 MiB");
  assert_no_json ("{\"id\": \"\xff\"}", -1, "mine.json cannot be read as JSON: it is no UTF-8 text; save it as UTF-8");
  assert_no_json ("{\"id\": \"a\0b\"}", 13, "mine.json cannot be read as JSON: it is no UTF-8 text; save it as UTF-8");
  assert_no_json (cut, -1, "mine.json cannot be read as JSON: ");
  assert_no_json ("format: troika", -1, "mine.json cannot be read as JSON: ");
}

static void
test_a_syntax_error_names_the_line (void)
{
  g_autofree char *text = change ("\"people\": [3, null],", "\"people\": [3, null]");
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_format_load (text, -1, "mine.json", FALSE, &error));
  g_assert_true (g_str_has_prefix (error->message, "mine.json cannot be read as JSON: 3:"));
}

static void
test_a_list_instead_of_a_format_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_format_load ("[]", -1, "mine.json", FALSE, &error));
  g_assert_cmpstr (error->message, ==, "mine.json: expected an object in braces");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-loader/a-sound-format-is-read", test_a_sound_format_is_read);
  g_test_add_func ("/format-loader/each-mistake-is-told-with-its-place-and-what-was-expected",
                   test_each_mistake_is_told_with_its_place_and_what_was_expected);
  g_test_add_func ("/format-loader/what-is-no-JSON-is-refused-with-a-reason", test_what_is_no_json_is_refused_with_a_reason);
  g_test_add_func ("/format-loader/a-syntax-error-names-the-line", test_a_syntax_error_names_the_line);
  g_test_add_func ("/format-loader/a-list-instead-of-a-format-is-refused", test_a_list_instead_of_a_format_is_refused);
  return g_test_run ();
}
