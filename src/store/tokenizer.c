/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tokenizer.h"

/* Chinese and Japanese are written without blanks: each of their characters is a word of its own here, and what was
 * typed of them is found as a phrase. All else goes to SQLite's unicode61, case and diacritics aside. */
typedef struct
{
  fts5_tokenizer module;
  Fts5Tokenizer *words;
} Tokenizer;

typedef int (*TokenFunc) (void       *data,
                          int         flags,
                          const char *token,
                          int         length,
                          int         start,
                          int         end);

/* What a stretch of words inside a text is handed on with. */
typedef struct
{
  TokenFunc token;
  void *data;
  int base;
} Stretch;

static gboolean
stands_alone (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x2fdf)       /* radicals */
         || (c >= 0x3005 && c <= 0x3007)
         || (c >= 0x3041 && c <= 0x3096)    /* hiragana */
         || (c >= 0x30a1 && c <= 0x30fa)    /* katakana */
         || c == 0x30fc
         || (c >= 0x3105 && c <= 0x312f)    /* bopomofo */
         || (c >= 0x31a0 && c <= 0x31bf)
         || (c >= 0x31f0 && c <= 0x31ff)
         || (c >= 0x3400 && c <= 0x4dbf)    /* Han */
         || (c >= 0x4e00 && c <= 0x9fff)
         || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0xff66 && c <= 0xff9f)    /* katakana of half width */
         || (c >= 0x20000 && c <= 0x3ffff);
}

static int
token_cb (void       *data,
          int         flags,
          const char *token,
          int         length,
          int         start,
          int         end)
{
  const Stretch *stretch = data;

  return stretch->token (stretch->data, flags, token, length, stretch->base + start, stretch->base + end);
}

static int
tokenizer_create (void           *data,
                  const char    **args,
                  int             n_args,
                  Fts5Tokenizer **tokenizer)
{
  static const char *words_args[] = { "remove_diacritics", "2" };
  fts5_api *api = data;
  Tokenizer *self = g_new0 (Tokenizer, 1);
  void *words_data = NULL;
  int code = api->xFindTokenizer (api, "unicode61", &words_data, &self->module);

  if (code == SQLITE_OK)
    code = self->module.xCreate (words_data, words_args, G_N_ELEMENTS (words_args), &self->words);
  if (code != SQLITE_OK)
    g_clear_pointer (&self, g_free);
  *tokenizer = (Fts5Tokenizer *) self;
  return code;
}

static void
tokenizer_delete (Fts5Tokenizer *tokenizer)
{
  Tokenizer *self = (Tokenizer *) tokenizer;

  self->module.xDelete (self->words);
  g_free (self);
}

static int
tokenize_words (Tokenizer  *self,
                TokenFunc   token,
                void       *data,
                int         flags,
                const char *text,
                int         start,
                int         end)
{
  Stretch stretch = { token, data, start };

  if (start == end)
    return SQLITE_OK;
  return self->module.xTokenize (self->words, &stretch, flags, text + start, end - start, token_cb);
}

static int
tokenizer_tokenize (Fts5Tokenizer *tokenizer,
                    void          *data,
                    int            flags,
                    const char    *text,
                    int            length,
                    TokenFunc      token)
{
  Tokenizer *self = (Tokenizer *) tokenizer;
  int start = 0, i = 0;
  int code = SQLITE_OK;

  while (i < length && code == SQLITE_OK)
    {
      gunichar c;
      int next;

      /* No such character begins with a lesser byte. */
      if ((guchar) text[i] < 0xe2)
        {
          i++;
          continue;
        }
      c = g_utf8_get_char_validated (text + i, length - i);
      next = c >= (gunichar) -2 ? i + 1 : i + g_unichar_to_utf8 (c, NULL);
      if (c < (gunichar) -2 && stands_alone (c))
        {
          code = tokenize_words (self, token, data, flags, text, start, i);
          if (code == SQLITE_OK)
            code = token (data, 0, text + i, next - i, i, next);
          start = next;
        }
      i = next;
    }
  if (code == SQLITE_OK)
    code = tokenize_words (self, token, data, flags, text, start, length);
  return code;
}

/**
 * roundel_tokenizer_is_word:
 * @c: a character
 *
 * Returns: whether it can be found; all else only stands between words
 */
gboolean
roundel_tokenizer_is_word (gunichar c)
{
  return g_unichar_isalnum (c) || stands_alone (c);
}

/**
 * roundel_tokenizer_register:
 * @handle: a connection
 *
 * Makes the tokenizer `roundel` known, without which a file with an index can be neither searched nor checked.
 *
 * Returns: SQLite's result code
 */
int
roundel_tokenizer_register (sqlite3 *handle)
{
  static fts5_tokenizer module = { tokenizer_create, tokenizer_delete, tokenizer_tokenize };
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (:api)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api != NULL ? api->xCreateTokenizer (api, "roundel", api, &module, NULL) : SQLITE_ERROR;
}
