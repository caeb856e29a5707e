/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/json.h"

static RoundelJson *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  RoundelJson *json = roundel_json_new (text, -1, "a.json", &error);

  g_assert_no_error (error);
  return json;
}

static void
assert_fails (RoundelJson *json,
              const char  *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (roundel_json_finish (json, &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_values_are_read_where_they_stand (void)
{
  g_autoptr (RoundelJson) json = read_text ("{\"a\": {\"b\": [1, {\"c\": \"x\"}]}, \"t\": true, \"n\": null, \"r\": [2, null]}");
  g_autofree char *text = NULL;
  double low, high;

  g_assert_true (roundel_json_enter (json, "a"));
  g_assert_true (roundel_json_enter (json, "b"));
  g_assert_cmpuint (roundel_json_length (json), ==, 2);
  g_assert_true (roundel_json_enter_element (json, 0));
  g_assert_cmpuint (roundel_json_whole (json, 0, 9), ==, 1);
  roundel_json_leave (json);
  g_assert_true (roundel_json_enter_element (json, 1));
  text = roundel_json_string (json, "c");
  g_assert_cmpstr (text, ==, "x");
  roundel_json_leave (json);
  g_assert_false (roundel_json_enter_element (json, 2));
  roundel_json_leave (json);
  roundel_json_leave (json);
  g_assert_true (roundel_json_bool (json, "t"));
  g_assert_true (roundel_json_is_null (json, "n"));
  g_assert_false (roundel_json_has (json, "n"));
  g_assert_false (roundel_json_is_null (json, "not there"));
  g_assert_true (roundel_json_range (json, "r", 5, &low, &high));
  g_assert_cmpfloat (low, ==, 2);
  g_assert_cmpfloat (high, ==, G_MAXDOUBLE);
  g_assert_true (roundel_json_finish (json, NULL));
}

static void
test_the_first_mistake_is_kept (void)
{
  g_autoptr (RoundelJson) json = read_text ("{\"a\": [{\"b\": 1}, {\"b\": \"x\"}]}");

  roundel_json_enter (json, "a");
  for (guint i = 0; i < 2 && roundel_json_enter_element (json, i); i++)
    {
      roundel_json_uint (json, "b", 0, 9, 0);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
  g_assert_false (roundel_json_has (json, "a"));
  g_assert_cmpuint (roundel_json_uint (json, "missing", 3, 9, G_MAXUINT), ==, 3);
  assert_fails (json, "a.json: a[1].b: expected a whole number from 0 to 9");
}

static void
test_numbers_have_bounds (void)
{
  static const char *wrong[] = { "-1", "10", "1.5", "\"1\"", "true", "[1]", "1e300" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"n\": %s}", wrong[i]);
      g_autoptr (RoundelJson) json = read_text (text);

      g_assert_cmpuint (roundel_json_uint (json, "n", 0, 9, 5), ==, 0);
      assert_fails (json, "a.json: n: expected a whole number from 0 to 9");
    }
}

static void
test_an_array_is_no_object_and_the_other_way_around (void)
{
  g_autoptr (RoundelJson) array = read_text ("[1]");
  g_autoptr (RoundelJson) object = read_text ("{\"a\": {}}");
  g_autofree char *nothing = roundel_json_string (array, "a");

  g_assert_cmpstr (nothing, ==, "");
  assert_fails (array, "a.json: expected an object in braces");
  roundel_json_enter (object, "a");
  g_assert_cmpuint (roundel_json_length (object), ==, 0);
  roundel_json_leave (object);
  assert_fails (object, "a.json: a: expected a list in square brackets");
}

static void
test_a_misspelt_key_is_not_passed_over (void)
{
  g_autoptr (RoundelJson) json = read_text ("{\"nmae\": 1}");

  roundel_json_expect_keys (json, "id name");
  assert_fails (json, "a.json: nmae: is not known here; known are: id name");
}

static void
test_half_a_surrogate_is_no_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJson) value = roundel_json_new ("{\"a\": \"\\ud800x\"}", -1, "a.json", &error);
  g_autoptr (RoundelJson) key = NULL;
  g_autofree char *text = NULL;

  if (value == NULL) /* json-glib 1.10 sees it itself */
    {
      g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX);
      return;
    }
  text = roundel_json_string (value, "a");
  key = read_text ("{\"\\ud800x\": 1}");
  g_assert_cmpstr (text, ==, "");
  assert_fails (value, "a.json: a: expected a text in quotes that is not empty");
  roundel_json_expect_keys (key, "a");
  g_assert_false (roundel_json_finish (key, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_brackets_may_be_32_deep (void)
{
  g_autofree char *open = g_strnfill (ROUNDEL_JSON_MAX_DEPTH, '[');
  g_autofree char *close = g_strnfill (ROUNDEL_JSON_MAX_DEPTH, ']');
  g_autofree char *deep = g_strconcat (open, close, NULL);
  g_autofree char *deeper = g_strconcat ("[", open, close, "]", NULL);
  g_autofree char *quoted = g_strconcat ("[\"\\\"", deeper, deeper, "\"]", NULL);
  g_autoptr (RoundelJson) json = read_text (deep);
  g_autoptr (RoundelJson) brackets_in_a_text = read_text (quoted);
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_json_new (deeper, -1, "a.json", &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX);
}

static void
test_every_value_is_listed_with_its_place (void)
{
  g_autoptr (RoundelJson) json = read_text ("{\"title\":\"Skills\",\"rules\":[\"Stay\",\"Ask\"],\"none\":null,"
                                            "\"parts\":[{\"format\":\"troika\"},{\"seconds\":600,\"deep\":{\"x\":true}}]}");
  g_autoptr (GPtrArray) values = roundel_json_list_values (json);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const RoundelJsonValue *value = values->pdata[i];

      g_string_append_printf (said, "%s[%u]%s=%s ", value->key, value->item, value->sub, value->value);
    }
  g_assert_cmpstr (said->str, ==, "title[0]=Skills rules[0]=Stay rules[1]=Ask parts[0]format=troika parts[1]seconds=600 "
                                  "parts[1]deep.x=true ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/values-are-read-where-they-stand", test_values_are_read_where_they_stand);
  g_test_add_func ("/json/the-first-mistake-is-kept", test_the_first_mistake_is_kept);
  g_test_add_func ("/json/numbers-have-bounds", test_numbers_have_bounds);
  g_test_add_func ("/json/an-array-is-no-object-and-the-other-way-around", test_an_array_is_no_object_and_the_other_way_around);
  g_test_add_func ("/json/a-misspelt-key-is-not-passed-over", test_a_misspelt_key_is_not_passed_over);
  g_test_add_func ("/json/half-a-surrogate-is-no-text", test_half_a_surrogate_is_no_text);
  g_test_add_func ("/json/every-value-is-listed-with-its-place", test_every_value_is_listed_with_its_place);
  g_test_add_func ("/json/brackets-may-be-32-deep", test_brackets_may_be_32_deep);
  return g_test_run ();
}
