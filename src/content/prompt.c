/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/prompt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/json.h"
#include "content/library.h"

static void
prompt_free (gpointer data)
{
  RoundelPrompt *self = data;

  g_free (self->id);
  g_free (self->outcome);
  g_free (self->text);
  g_free (self);
}

static char *
translated (char *text)
{
  char *translation = *text != '\0' ? g_strdup (g_dgettext (GETTEXT_PACKAGE, text)) : g_strdup ("");

  g_free (text);
  return translation;
}

static void
load_prompts (RoundelJson *json,
              GPtrArray   *prompts)
{
  g_autofree char *outcome = NULL;
  guint length;

  roundel_json_expect_keys (json, "outcome prompts");
  outcome = roundel_json_text (json, "outcome");
  if (!roundel_json_enter (json, "prompts"))
    {
      roundel_json_fail (json, "prompts", _("is missing"));
      return;
    }
  length = roundel_json_length (json);
  for (guint i = 0; i < length && roundel_json_enter_element (json, i); i++)
    {
      RoundelPrompt *prompt = g_new0 (RoundelPrompt, 1);

      roundel_json_expect_keys (json, "id stage text");
      prompt->id = roundel_json_string (json, "id");
      prompt->outcome = g_strdup (outcome);
      prompt->stage = roundel_json_choice (json, "stage", "after-session before-talk half-way stuck small", -1);
      prompt->text = translated (roundel_json_string (json, "text"));
      g_ptr_array_add (prompts, prompt);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

/**
 * roundel_prompts_load:
 * @error: return location for what is wrong with a file
 *
 * Returns: (transfer full) (element-type RoundelPrompt): all prompts, in the reader's language, or %NULL
 */
GPtrArray *
roundel_prompts_load (GError **error)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (prompt_free);
  g_auto (GStrv) names = roundel_content_list ("prompts");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", "prompts", names[i], NULL);
      g_autoptr (GBytes) bytes = roundel_content_read (path, error);
      g_autoptr (RoundelJson) json = NULL;

      if (bytes == NULL
          || (json = roundel_json_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), names[i], error)) == NULL)
        return NULL;
      load_prompts (json, prompts);
      if (!roundel_json_finish (json, error))
        return NULL;
    }
  return g_steal_pointer (&prompts);
}

/**
 * roundel_prompt_choose:
 * @prompts: (element-type RoundelPrompt): the library
 * @own: (nullable): questions of one's own, one on a line
 * @outcome: (nullable): id of the outcome of the program
 * @stage: where one stands
 * @turn: how often another was asked for
 *
 * One is offered at a time, never two. Of each %ROUNDEL_PROMPT_OWN the first is one's own, if there are some; the others are
 * of the stage and of the outcome, or of any, all of them in turn.
 *
 * Returns: (transfer none) (nullable): a text, of @own up to the end of its line; %NULL when there is none
 */
const char *
roundel_prompt_choose (GPtrArray          *prompts,
                       const char         *own,
                       const char         *outcome,
                       RoundelPromptStage  stage,
                       guint               turn)
{
  g_autoptr (GPtrArray) fit = g_ptr_array_new ();
  g_autoptr (GPtrArray) mine = g_ptr_array_new ();

  for (guint i = 0; i < prompts->len; i++)
    {
      RoundelPrompt *prompt = prompts->pdata[i];

      if (prompt->stage == stage && (prompt->outcome == NULL || g_strcmp0 (prompt->outcome, outcome) == 0))
        g_ptr_array_add (fit, prompt->text);
    }
  for (const char *line = own; line != NULL && *line != '\0'; line = strchr (line, '\n') != NULL ? strchr (line, '\n') + 1 : NULL)
    if (line[strspn (line, " \t")] != '\n' && line[strspn (line, " \t")] != '\0')
      g_ptr_array_add (mine, (gpointer) line);
  if (mine->len > 0 && (turn % ROUNDEL_PROMPT_OWN == 0 || fit->len == 0))
    return mine->pdata[turn / ROUNDEL_PROMPT_OWN % mine->len];
  if (mine->len > 0)
    turn -= turn / ROUNDEL_PROMPT_OWN + 1;
  return fit->len > 0 ? fit->pdata[turn % fit->len] : NULL;
}
