/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/pad.h"

#include <string.h>

#define GROUP "pad"
#define MOST 500 /* challenges, and promises */

static void
challenge_free (gpointer data)
{
  RoundelChallenge *challenge = data;

  g_free (challenge->by);
  g_free (challenge->text);
  g_free (challenge);
}

static void
promise_free (gpointer data)
{
  RoundelPadPromise *promise = data;

  g_free (promise->member);
  g_free (promise->id);
  g_free (promise->text);
  g_free (promise);
}

/* TEXT as one line, not too long. */
static char *
tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *line = g_strdelimit (g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), ROUNDEL_PAD_TEXT)),
                                        "\n\r\t", ' ');

  return g_strdup (g_strstrip (line));
}

/**
 * roundel_pad_new:
 *
 * Returns: (transfer full): a pad on which nothing is written
 */
RoundelPad *
roundel_pad_new (void)
{
  RoundelPad *self = g_new0 (RoundelPad, 1);

  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    self->harvest[i] = g_strdup ("");
  self->challenges = g_ptr_array_new_with_free_func (challenge_free);
  self->promises = g_ptr_array_new_with_free_func (promise_free);
  return self;
}

void
roundel_pad_free (RoundelPad *self)
{
  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    g_free (self->harvest[i]);
  g_ptr_array_unref (self->challenges);
  g_ptr_array_unref (self->promises);
  g_free (self);
}

/**
 * roundel_pad_set_line:
 * @self: a pad
 * @line: which line of the harvest, from 0
 * @text: what it says
 */
void
roundel_pad_set_line (RoundelPad *self,
                      guint       line,
                      const char *text)
{
  g_return_if_fail (line < ROUNDEL_PAD_LINES);

  g_free (self->harvest[line]);
  self->harvest[line] = tidy (text);
}

/**
 * roundel_pad_add_challenge:
 * @self: a pad
 * @by: (nullable): id of the member who brought it
 * @text: what it says
 *
 * Returns: (transfer none) (nullable): the challenge; %NULL when @text says nothing, or there are too many
 */
RoundelChallenge *
roundel_pad_add_challenge (RoundelPad *self,
                           const char *by,
                           const char *text)
{
  g_autofree char *line = tidy (text);
  RoundelChallenge *challenge;

  if (*line == '\0' || self->challenges->len >= MOST)
    return NULL;
  challenge = g_new0 (RoundelChallenge, 1);
  challenge->by = g_strdup (by);
  challenge->text = g_steal_pointer (&line);
  g_ptr_array_add (self->challenges, challenge);
  return challenge;
}

/**
 * roundel_pad_get_promise:
 * @self: a pad
 * @member: id of a member
 *
 * Returns: (transfer none) (nullable): what is noted of the member's promise
 */
RoundelPadPromise *
roundel_pad_get_promise (RoundelPad *self,
                         const char *member)
{
  for (guint i = 0; i < self->promises->len; i++)
    if (g_str_equal (((RoundelPadPromise *) self->promises->pdata[i])->member, member))
      return self->promises->pdata[i];
  return NULL;
}

/**
 * roundel_pad_set_promise:
 * @self: a pad
 * @member: id of a member
 * @word: what the member said
 * @id: (nullable): names the commitment the circle will read; an id that is there already stays
 * @text: (nullable): its words; dropped unless @word is %ROUNDEL_PROMISE_CIRCLE
 */
void
roundel_pad_set_promise (RoundelPad         *self,
                         const char         *member,
                         RoundelPromiseWord  word,
                         const char         *id,
                         const char         *text)
{
  RoundelPadPromise *promise = roundel_pad_get_promise (self, member);

  if (promise == NULL)
    {
      promise = g_new0 (RoundelPadPromise, 1);
      promise->member = g_strdup (member);
      g_ptr_array_add (self->promises, promise);
    }
  promise->word = word;
  if (promise->id == NULL)
    promise->id = g_strdup (id);
  g_clear_pointer (&promise->text, g_free);
  if (word == ROUNDEL_PROMISE_CIRCLE && text != NULL)
    promise->text = tidy (text);
}

/**
 * roundel_pad_count_promises:
 * @self: a pad
 *
 * Returns: how many made one
 */
guint
roundel_pad_count_promises (const RoundelPad *self)
{
  guint n = 0;

  for (guint i = 0; i < self->promises->len; i++)
    n += ((RoundelPadPromise *) self->promises->pdata[i])->word >= ROUNDEL_PROMISE_MADE;
  return n;
}

/**
 * roundel_pad_leave:
 * @self: a pad
 * @left: what the session leaves, with its record
 *
 * Takes out what stays: the harvest; how many promises there are, and the words of those that the circle may read; the
 * challenges that those who brought them want to keep. Whose promise it was, and who passed, stays nowhere.
 */
void
roundel_pad_leave (const RoundelPad   *self,
                   RoundelSessionLeft *left)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n = 0;

  left->record->promises = roundel_pad_count_promises (self);
  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    if (*self->harvest[i] != '\0')
      {
        g_strv_builder_add (lines, self->harvest[i]);
        n++;
      }
  if (n > 0)
    {
      g_clear_pointer (&left->harvest, roundel_harvest_free);
      left->harvest = roundel_harvest_new (left->record->id, left->record->session);
      g_strfreev (left->harvest->lines);
      left->harvest->lines = g_strv_builder_end (lines);
    }
  for (guint i = 0; i < self->challenges->len; i++)
    {
      const RoundelChallenge *challenge = self->challenges->pdata[i];

      if (challenge->keep && challenge->by != NULL)
        roundel_session_record_add_kept (left->record, challenge->text, challenge->by);
    }
  for (guint i = 0; i < self->promises->len; i++)
    {
      const RoundelPadPromise *promise = self->promises->pdata[i];

      if (promise->text != NULL && *promise->text != '\0' && promise->id != NULL)
        roundel_session_left_add_promise (left, promise->id, promise->text, promise->member);
    }
}

static void
set_string (GKeyFile   *file,
            const char *group,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

/**
 * roundel_pad_to_text:
 * @self: a pad
 *
 * Returns: (transfer full): @self as text
 */
char *
roundel_pad_to_text (const RoundelPad *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    {
      g_autofree char *key = g_strdup_printf ("line-%u", i);

      g_key_file_set_string (file, GROUP, key, self->harvest[i]);
    }
  for (guint i = 0; i < self->challenges->len; i++)
    {
      const RoundelChallenge *challenge = self->challenges->pdata[i];
      g_autofree char *group = g_strdup_printf ("challenge %u", i);

      set_string (file, group, "by", challenge->by);
      set_string (file, group, "text", challenge->text);
      g_key_file_set_boolean (file, group, "chosen", challenge->chosen);
      g_key_file_set_boolean (file, group, "keep", challenge->keep);
    }
  for (guint i = 0; i < self->promises->len; i++)
    {
      const RoundelPadPromise *promise = self->promises->pdata[i];
      g_autofree char *group = g_strdup_printf ("promise %u", i);

      set_string (file, group, "member", promise->member);
      set_string (file, group, "id", promise->id);
      set_string (file, group, "text", promise->text);
      g_key_file_set_integer (file, group, "word", (int) promise->word);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * roundel_pad_from_text:
 * @text: (nullable): from roundel_pad_to_text()
 *
 * Returns: (transfer full): the pad, as much of it as can be read
 */
RoundelPad *
roundel_pad_from_text (const char *text)
{
  RoundelPad *self = roundel_pad_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return self;
  for (guint i = 0; i < ROUNDEL_PAD_LINES; i++)
    {
      g_autofree char *key = g_strdup_printf ("line-%u", i);
      g_autofree char *line = g_key_file_get_string (file, GROUP, key, NULL);

      if (line != NULL)
        roundel_pad_set_line (self, i, line);
    }
  for (guint i = 0; i < MOST; i++)
    {
      g_autofree char *group = g_strdup_printf ("challenge %u", i);
      g_autofree char *by = g_key_file_get_string (file, group, "by", NULL);
      g_autofree char *line = g_key_file_get_string (file, group, "text", NULL);
      RoundelChallenge *challenge = line != NULL ? roundel_pad_add_challenge (self, by, line) : NULL;

      if (challenge == NULL)
        break;
      challenge->chosen = g_key_file_get_boolean (file, group, "chosen", NULL);
      challenge->keep = g_key_file_get_boolean (file, group, "keep", NULL);
    }
  for (guint i = 0; i < MOST; i++)
    {
      g_autofree char *group = g_strdup_printf ("promise %u", i);
      g_autofree char *member = g_key_file_get_string (file, group, "member", NULL);
      g_autofree char *id = g_key_file_get_string (file, group, "id", NULL);
      g_autofree char *line = g_key_file_get_string (file, group, "text", NULL);
      int word = g_key_file_get_integer (file, group, "word", NULL);

      if (member == NULL)
        break;
      roundel_pad_set_promise (self, member, (RoundelPromiseWord) CLAMP (word, 0, (int) ROUNDEL_PROMISE_CIRCLE), id, line);
    }
  return self;
}
