/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/id.h"

/**
 * roundel_id_new:
 * @env: where time and randomness come from
 *
 * Makes a name for a new program, member, session…: a UUID of version 7, so that what is made together lies
 * together in the file (RFC 9562, 5.7).
 *
 * Returns: (transfer full): the id as text
 */
char *
roundel_id_new (RoundelEnv *env)
{
  guint8 id[ROUNDEL_ID_SIZE];
  guint64 milliseconds = (guint64) MAX (roundel_env_now (env), 0) / 1000;

  roundel_env_random (env, id, sizeof id);
  for (guint i = 0; i < 6; i++)
    id[i] = (guint8) (milliseconds >> (40 - 8 * i));
  id[6] = (id[6] & 0x0f) | 0x70;
  id[8] = (id[8] & 0x3f) | 0x80;
  return roundel_id_text (id);
}

/**
 * roundel_id_parse:
 * @text: (nullable): an id as roundel_id_text() writes it
 * @id: (out caller-allocates): its bytes
 *
 * Reads lower case only, so that an id is written in one way.
 *
 * Returns: whether @text is an id
 */
gboolean
roundel_id_parse (const char *text,
                  guint8      id[ROUNDEL_ID_SIZE])
{
  guint n = 0;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < ROUNDEL_ID_SIZE; i++)
    {
      if ((i == 4 || i == 6 || i == 8 || i == 10) && text[n++] != '-')
        return FALSE;
      if (!g_ascii_isxdigit (text[n]) || g_ascii_isupper (text[n])
          || !g_ascii_isxdigit (text[n + 1]) || g_ascii_isupper (text[n + 1]))
        return FALSE;
      id[i] = (guint8) (g_ascii_xdigit_value (text[n]) << 4 | g_ascii_xdigit_value (text[n + 1]));
      n += 2;
    }
  return text[n] == '\0';
}

/**
 * roundel_id_text:
 * @id: (array fixed-size=16): the bytes of an id
 *
 * Returns: (transfer full): the id as text
 */
char *
roundel_id_text (const guint8 *id)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (ROUNDEL_ID_SIZE * 2 + 5);
  char *end = text;

  /* Many are written for each screen; a formatted print takes ten times as long. */
  for (guint i = 0; i < ROUNDEL_ID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = '-';
      *end++ = digits[id[i] >> 4];
      *end++ = digits[id[i] & 15];
    }
  *end = '\0';
  return text;
}
