/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/secret.h"

#include <sodium.h>
#include <string.h>

/* Crockford's base 32, https://www.crockford.com/base32.html: nothing that is mistaken for something else on paper. */
#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define RANDOM 26 /* symbols, 130 bits */
#define CHECK 4   /* symbols, 20 bits that find a slip of the pen */
#define SYMBOLS (RANDOM + CHECK)
#define GROUP 5

static void
add_check (char symbols[SYMBOLS])
{
  guint8 digest[crypto_generichash_BYTES];

  crypto_generichash (digest, sizeof digest, (const guint8 *) symbols, RANDOM, NULL, 0);
  for (guint i = 0; i < CHECK; i++)
    symbols[RANDOM + i] = ALPHABET[digest[i] & 31];
}

static char *
write_groups (const char symbols[SYMBOLS])
{
  GString *text = g_string_sized_new (SYMBOLS + SYMBOLS / GROUP);

  for (guint i = 0; i < SYMBOLS; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, symbols[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * roundel_recovery_key_new:
 *
 * Returns: (transfer full): thirty letters and digits in groups of five, for a sheet of paper; free it with
 *   roundel_secret_free()
 */
char *
roundel_recovery_key_new (void)
{
  guint8 random[RANDOM];
  char symbols[SYMBOLS];
  char *text;

  if (sodium_init () < 0)
    g_error ("libsodium does not start");
  randombytes_buf (random, sizeof random);
  for (guint i = 0; i < RANDOM; i++)
    symbols[i] = ALPHABET[random[i] & 31];
  add_check (symbols);
  text = write_groups (symbols);
  sodium_memzero (random, sizeof random);
  sodium_memzero (symbols, sizeof symbols);
  return text;
}

static char
read_symbol (char c)
{
  c = g_ascii_toupper (c);
  if (c == 'O')
    return '0';
  return c == 'I' || c == 'L' ? '1' : c;
}

/**
 * roundel_recovery_key_parse:
 * @text: what somebody typed
 *
 * Reads a key as it is copied by hand: in small letters, with other blanks, O for 0.
 *
 * Returns: (transfer full) (nullable): the key as it was made, or %NULL when it is none
 */
char *
roundel_recovery_key_parse (const char *text)
{
  char symbols[SYMBOLS], checked[SYMBOLS];
  char *key = NULL;
  guint n = 0;
  gboolean sound = TRUE;

  if (sodium_init () < 0)
    g_error ("libsodium does not start");
  for (const char *p = text; sound && *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '-')
      {
        sound = n < SYMBOLS && strchr (ALPHABET, read_symbol (*p)) != NULL;
        if (sound)
          symbols[n++] = read_symbol (*p);
      }
  if (sound && n == SYMBOLS)
    {
      memcpy (checked, symbols, sizeof checked);
      add_check (checked);
      if (memcmp (checked, symbols, sizeof checked) == 0)
        key = write_groups (symbols);
    }
  sodium_memzero (symbols, sizeof symbols);
  sodium_memzero (checked, sizeof checked);
  return key;
}

/**
 * roundel_secret_free:
 * @secret: (nullable) (transfer full): a passphrase or a recovery key
 *
 * Overwrites it and gives its memory back.
 */
void
roundel_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}
