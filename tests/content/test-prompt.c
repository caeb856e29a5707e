/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/outcome.h"
#include "content/prompt.h"

static GPtrArray *prompts;

static guint
count (const char         *outcome,
       RoundelPromptStage  stage)
{
  guint n = 0;

  for (guint i = 0; i < prompts->len; i++)
    {
      const RoundelPrompt *prompt = prompts->pdata[i];

      n += g_strcmp0 (prompt->outcome, outcome) == 0 && prompt->stage == stage;
    }
  return n;
}

static void
test_there_are_some_for_each_outcome_and_stage (void)
{
  g_autoptr (GPtrArray) outcomes = roundel_outcomes_load (NULL);

  g_assert_cmpuint (prompts->len, >=, 120);
  for (guint stage = ROUNDEL_PROMPT_AFTER_SESSION; stage <= ROUNDEL_PROMPT_SMALL; stage++)
    {
      g_assert_cmpuint (count (NULL, stage), >=, 6);
      for (guint i = 0; i < outcomes->len; i++)
        g_assert_cmpuint (count (((RoundelOutcome *) outcomes->pdata[i])->id, stage), >=, 2);
    }
}

static void
test_each_is_for_an_outcome_that_is_there (void)
{
  g_autoptr (GPtrArray) outcomes = roundel_outcomes_load (NULL);

  for (guint i = 0; i < prompts->len; i++)
    {
      const RoundelPrompt *prompt = prompts->pdata[i];

      g_assert_true (prompt->outcome == NULL || roundel_outcomes_find (outcomes, prompt->outcome) != NULL);
    }
}

static void
test_none_is_there_twice (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < prompts->len; i++)
    {
      const RoundelPrompt *prompt = prompts->pdata[i];

      g_assert_true (g_hash_table_add (ids, prompt->id));
      g_assert_true (g_hash_table_add (texts, prompt->text));
      g_assert_cmpuint (strlen (prompt->text), <=, 140);
    }
}

static void
test_one_is_chosen (void)
{
  RoundelPrompt any = { .stage = ROUNDEL_PROMPT_STUCK, .text = "any" };
  RoundelPrompt of_it = { .stage = ROUNDEL_PROMPT_STUCK, .outcome = "support", .text = "of it" };
  RoundelPrompt other = { .stage = ROUNDEL_PROMPT_STUCK, .outcome = "team-building", .text = "other" };
  RoundelPrompt later = { .stage = ROUNDEL_PROMPT_SMALL, .text = "later" };
  g_autoptr (GPtrArray) four = g_ptr_array_new ();

  g_ptr_array_add (four, &any);
  g_ptr_array_add (four, &of_it);
  g_ptr_array_add (four, &other);
  g_ptr_array_add (four, &later);
  g_assert_cmpstr (roundel_prompt_choose (four, NULL, "support", ROUNDEL_PROMPT_STUCK, 0), ==, "any");
  g_assert_cmpstr (roundel_prompt_choose (four, NULL, "support", ROUNDEL_PROMPT_STUCK, 1), ==, "of it");
  g_assert_cmpstr (roundel_prompt_choose (four, NULL, "support", ROUNDEL_PROMPT_STUCK, 2), ==, "any");
  g_assert_cmpstr (roundel_prompt_choose (four, NULL, NULL, ROUNDEL_PROMPT_STUCK, 1), ==, "any");
  g_assert_null (roundel_prompt_choose (four, NULL, NULL, ROUNDEL_PROMPT_HALF_WAY, 0));
  g_assert_cmpstr (roundel_prompt_choose (four, "mine\nsecond", NULL, ROUNDEL_PROMPT_STUCK, 0), ==, "mine\nsecond");
  g_assert_cmpstr (roundel_prompt_choose (four, "mine\nsecond", NULL, ROUNDEL_PROMPT_STUCK, 3), ==, "second");
  g_assert_cmpstr (roundel_prompt_choose (four, "mine", NULL, ROUNDEL_PROMPT_HALF_WAY, 1), ==, "mine");
  g_assert_cmpstr (roundel_prompt_choose (four, "mine", "support", ROUNDEL_PROMPT_STUCK, 1), ==, "any");
  g_assert_cmpstr (roundel_prompt_choose (four, "mine", "support", ROUNDEL_PROMPT_STUCK, 2), ==, "of it");
  g_assert_cmpstr (roundel_prompt_choose (four, "mine", "support", ROUNDEL_PROMPT_STUCK, 4), ==, "any");
  g_assert_cmpstr (roundel_prompt_choose (four, " \n\nmine\n", NULL, ROUNDEL_PROMPT_STUCK, 3), ==, "mine\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  prompts = roundel_prompts_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/prompt/there-are-some-for-each-outcome-and-stage", test_there_are_some_for_each_outcome_and_stage);
  g_test_add_func ("/prompt/each-is-for-an-outcome-that-is-there", test_each_is_for_an_outcome_that_is_there);
  g_test_add_func ("/prompt/none-is-there-twice", test_none_is_there_twice);
  g_test_add_func ("/prompt/one-is-chosen", test_one_is_chosen);
  status = g_test_run ();
  g_ptr_array_unref (prompts);
  return status;
}
