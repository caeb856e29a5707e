/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/page-file.h"

#include "core/markdown.h"
#include "store/journal/journal-body.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An entry as a file that any editor reads: what is known of it stands above the text, between two lines of three dashes,
 * as other programs write it (https://jekyllrb.com/docs/front-matter/). */

#define FENCE "---"
#define MOST_HEAD 64  /* lines between the fences */
#define MOST_SLUG 40  /* characters of the words in a name */
#define OWN "roundel" /* key of the id of an entry */
#define OWN_PROMISE "roundel-promise"

/* What stands above a text. */
typedef struct
{
  char *id;
  char *kind;
  char *program;
  char *session;
  GDateTime *written;
  GStrvBuilder *tags;
  gboolean promise;
} Head;

static void
head_clear (Head *head)
{
  g_free (head->id);
  g_free (head->kind);
  g_free (head->program);
  g_free (head->session);
  g_clear_pointer (&head->written, g_date_time_unref);
  g_clear_pointer (&head->tags, g_strv_builder_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

/* “2027-01-14”, with or without a time, as people and programs write it. */
static GDateTime *
parse_time (const char *text)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *iso = g_strstrip (g_strdup (text));
  g_autofree char *longer = NULL;
  gsize length = strlen (iso);

  if (length > 10 && iso[10] == ' ')
    iso[10] = 'T';
  if (length == 10)
    longer = g_strconcat (iso, "T12:00:00", NULL);
  else if (length == 16)
    longer = g_strconcat (iso, ":00", NULL);
  return g_date_time_new_from_iso8601 (longer != NULL ? longer : iso, local);
}

/* “2027-01-14 Team.md” or “20270114.txt” */
static GDateTime *
parse_name (const char *name)
{
  gboolean dashes = strlen (name) > 4 && name[4] == '-';
  gsize length = dashes ? 10 : 8;
  g_autofree char *day = NULL;

  if (strlen (name) < length)
    return NULL;
  day = dashes ? g_strndup (name, 10) : g_strdup_printf ("%.4s-%.2s-%.2s", name, name + 4, name + 6);
  for (gsize i = 0; i < 10; i++)
    if ((i == 4 || i == 7) ? day[i] != '-' : !g_ascii_isdigit (day[i]))
      return NULL;
  return parse_time (day);
}

static void
add_tag (Head       *head,
         const char *word)
{
  g_autofree char *tag = g_strdup (word);

  g_strdelimit (g_strstrip (tag), "\"'#", ' ');
  g_strstrip (tag);
  if (*tag != '\0')
    g_strv_builder_add (head->tags, tag);
}

/* “[a, b]” or “a, b” */
static void
add_tags (Head       *head,
          const char *value)
{
  g_autofree char *list = g_strdup (value);
  g_auto (GStrv) words = NULL;

  g_strdelimit (list, "[]", ' ');
  words = g_strsplit (list, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    add_tag (head, words[i]);
}

static void
take_time (Head       *head,
           const char *value)
{
  if (head->written == NULL)
    head->written = parse_time (value);
}

/* KEY is lent; FIELD is where VALUE goes. */
static void
take_pair (Head       *head,
           const char *key,
           const char *value)
{
  guint8 id[ROUNDEL_ID_SIZE];

  if (g_str_equal (key, OWN) && roundel_id_parse (value, id) && head->id == NULL)
    head->id = g_strdup (value);
  else if (g_str_equal (key, OWN_PROMISE))
    head->promise = TRUE;
  else if (g_str_equal (key, "kind") && head->kind == NULL)
    head->kind = g_strdup (value);
  else if (g_str_equal (key, "program") && head->program == NULL && roundel_id_parse (value, id))
    head->program = g_strdup (value);
  else if (g_str_equal (key, "session") && head->session == NULL && roundel_id_parse (value, id))
    head->session = g_strdup (value);
  else if (g_str_equal (key, "written") || g_str_equal (key, "date") || g_str_equal (key, "created"))
    take_time (head, value);
  else if (g_str_equal (key, "tags"))
    add_tags (head, value);
}

/* Where the text behind the fences begins; TEXT itself when there are none. */
static const char *
read_head (const char *text,
           Head       *head)
{
  const char *line = text;
  g_autofree char *key = NULL;

  for (guint n = 0; n <= MOST_HEAD + 1; n++)
    {
      const char *end = strchr (line, '\n');
      g_autofree char *whole = NULL;
      char *value;

      if (end == NULL)
        return text;
      whole = g_strchomp (g_strndup (line, (gsize) (end - line)));
      line = end + 1;
      if (n == 0 ? !g_str_equal (whole, FENCE) : n > MOST_HEAD)
        return text;
      if (n > 0 && g_str_equal (whole, FENCE))
        return line;
      g_strchug (whole);
      value = strchr (whole, ':');
      if (g_str_has_prefix (whole, "- ") && g_strcmp0 (key, "tags") == 0)
        add_tag (head, whole + 2);
      else if (n > 0 && value != NULL)
        {
          *value = '\0';
          g_free (key);
          key = g_ascii_strdown (whole, -1);
          take_pair (head, key, g_strstrip (value + 1));
        }
    }
  return text;
}

/* The same words under the same name are the same entry, whenever they come. */
static char *
make_id (const char *name,
         const char *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name) + 1);
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (sum, digest, &length);
  /* RFC 9562, 5.8 */
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  return roundel_id_text (digest);
}

/* Some programs keep the title of a note in the name of its file alone. */
static char *
with_title (const char *name,
            const char *text)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
  g_autofree char *title = roundel_page_dup_title (text);
  const char *c = stem;

  while (*c != '\0' && !g_unichar_isalpha (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  return *c == '\0' || g_str_equal (stem, title) ? g_strdup (text) : g_strdup_printf ("# %s\n\n%s", stem, text);
}

static char *
normalise (const char *text,
           gsize       length)
{
  GString *normal;
  const char *line;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  normal = g_string_new_len (text, (gssize) length);
  line = strchr (normal->str, '\n');
  /* a file that another system wrote, and not a text in which somebody put such a sign */
  if (line != NULL && line > normal->str && line[-1] == '\r')
    g_string_replace (normal, "\r\n", "\n", 0);
  return g_string_free (normal, FALSE);
}

static RoundelCopy *
make_copy (RoundelDb           *db,
           const RoundelEntry  *entry,
           GError             **error)
{
  g_autoptr (RoundelStatement) body = roundel_entry_body (db, entry, error);
  RoundelCopy *copy;

  if (body == NULL)
    return NULL;
  roundel_bind_text (body, ":base", "{}", -1);
  if (!roundel_db_next (db, body, error))
    return NULL;
  copy = g_new0 (RoundelCopy, 1);
  copy->kind = g_strdup ("entry");
  copy->id = g_strdup (entry->id);
  copy->body = g_strdup (roundel_column_text (body, 0));
  copy->partly = TRUE;
  return copy;
}

/**
 * roundel_page_file_read:
 * @db: any connection; nothing is written
 * @name: of the file, without its folders
 * @text: what is in it
 * @length: its bytes
 * @modified: when it was written last, seconds since 1970
 * @copy: (out) (transfer full) (nullable): the entry; %NULL for a file that says nothing, and for a promise that
 *   roundel_promise_page_write() wrote: that comes back from JSON
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when it is no text
 *
 * Of a file that roundel_page_file_write() wrote the same entry comes back. Of any other all its text is kept, and its time
 * and tags are looked for above the text and in @name.
 *
 * Returns: whether it could be read
 */
gboolean
roundel_page_file_read (RoundelDb    *db,
                        const char   *name,
                        const char   *text,
                        gsize         length,
                        gint64        modified,
                        RoundelCopy **copy,
                        GError      **error)
{
  g_autofree char *all = normalise (text, length);
  g_autofree char *own = NULL;
  g_auto (Head) head = { .tags = g_strv_builder_new () };
  g_auto (GStrv) tags = NULL;
  g_autofree char *id = NULL;
  const char *rest;
  RoundelEntry entry = { 0, };

  *copy = NULL;
  if (all == NULL)
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID, _("It is no text in UTF-8."));
      return FALSE;
    }
  rest = read_head (all, &head);
  if (head.promise || rest[strspn (rest, " \t\r\n")] == '\0')
    return TRUE;
  if (head.id != NULL)
    {
      gsize size;

      own = g_strdup (rest + (*rest == '\n' ? 1 : 0));
      size = strlen (own);
      if (size > 0 && own[size - 1] == '\n')
        own[size - 1] = '\0';
    }
  else
    own = with_title (name, all);
  if (head.written == NULL)
    head.written = parse_name (name);
  if (head.written == NULL)
    head.written = g_date_time_new_from_unix_local (modified);
  if (head.written == NULL)
    head.written = g_date_time_new_from_unix_utc (0);
  tags = g_strv_builder_end (head.tags);
  entry.id = head.id != NULL ? head.id : (id = make_id (name, all));
  entry.kind = head.id != NULL && head.kind != NULL && *head.kind != '\0' ? head.kind : "note";
  entry.text = own;
  entry.tags = (const char * const *) tags;
  entry.program = head.program;
  entry.session = head.session;
  entry.written = head.written;
  *copy = make_copy (db, &entry, error);
  return *copy != NULL;
}

static void
add_pair (GString    *file,
          const char *key,
          const char *value)
{
  if (value != NULL)
    g_string_append_printf (file, "%s: %s\n", key, value);
}

/**
 * roundel_page_file_write:
 * @entry: an entry
 *
 * Returns: (transfer full): what a file of Markdown says of it
 */
char *
roundel_page_file_write (const RoundelEntry *entry)
{
  GString *file = g_string_new (FENCE "\n");
  g_autofree char *written = g_date_time_format_iso8601 (entry->written);

  add_pair (file, OWN, entry->id);
  add_pair (file, "kind", entry->kind);
  add_pair (file, "written", written);
  add_pair (file, "program", entry->program);
  add_pair (file, "session", entry->session);
  if (entry->tags != NULL && entry->tags[0] != NULL)
    {
      g_autofree char *tags = g_strjoinv (", ", (char **) entry->tags);

      g_string_append_printf (file, "tags: [%s]\n", tags);
    }
  g_string_append_printf (file, FENCE "\n\n%s\n", entry->text);
  return g_string_free (file, FALSE);
}

/**
 * roundel_page_file_name:
 * @entry: an entry
 *
 * Returns: (transfer full): `2027/2027-01-14-1400-she-asked-first`, for a file without its ending
 */
char *
roundel_page_file_name (const RoundelEntry *entry)
{
  g_autofree char *title = roundel_page_dup_title (entry->text);
  g_autofree char *when = g_date_time_format (entry->written, "%Y/%Y-%m-%d-%H%M");
  GString *name = g_string_new (when);
  gboolean dash = TRUE;
  guint n = 0;

  for (const char *c = title; *c != '\0' && n < MOST_SLUG; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      {
        if (dash)
          g_string_append_c (name, '-');
        g_string_append_unichar (name, g_unichar_tolower (g_utf8_get_char (c)));
        dash = FALSE;
        n++;
      }
    else
      dash = TRUE;
  return g_string_free (name, FALSE);
}

static void
add_line (GString    *page,
          const char *format,
          const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append (page, "- ");
  g_string_append (page, format);
  g_string_append_printf (page, ": %s\n", value);
}

static const char *
status_title (const char *status)
{
  static const char *const titles[] = { N_("Open"), N_("Kept"), N_("Partly kept"), N_("Let go") };
  const char *const *statuses = roundel_commitment_statuses ();

  for (guint i = 0; statuses[i] != NULL; i++)
    if (g_str_equal (statuses[i], status))
      return _(titles[i]);
  return status;
}

static const char *
result_title (RoundelPracticeResult result)
{
  static const char *const titles[] = { N_("not yet"), N_("partly"), N_("worked") };

  return _(titles[CLAMP ((guint) result, 0, 2)]);
}

/**
 * roundel_promise_page_write:
 * @promise: a commitment
 * @practices: (element-type RoundelPractice): the practices of all, the newest first
 *
 * Returns: (transfer full): what a file of Markdown says of it, to be read by people
 */
char *
roundel_promise_page_write (const RoundelCommitment *promise,
                            GPtrArray               *practices)
{
  GString *page = g_string_new (FENCE "\n");
  gboolean first = TRUE;

  add_pair (page, OWN_PROMISE, promise->id);
  g_string_append_printf (page, FENCE "\n\n# %s\n\n", promise->text);
  add_line (page, _("Status"), status_title (promise->status));
  add_line (page, _("Cue"), promise->cue);
  add_line (page, _("First step"), promise->first_step);
  add_line (page, _("With"), promise->with);
  add_line (page, _("Until"), promise->due);
  add_line (page, _("Learned"), promise->learned);
  for (guint i = practices->len; i > 0; i--)
    {
      const RoundelPractice *practice = practices->pdata[i - 1];
      g_autofree char *when = NULL;

      if (!g_str_equal (practice->commitment, promise->id))
        continue;
      if (first)
        g_string_append_printf (page, "\n## %s\n\n", _("Practice"));
      first = FALSE;
      when = g_date_time_format (practice->at, "%Y-%m-%d %H:%M");
      g_string_append_printf (page, "- %s: %s", when, result_title (practice->result));
      if (practice->confidence > 0)
        g_string_append_printf (page, _(", confidence %u of 5"), practice->confidence);
      if (practice->what != NULL)
        g_string_append_printf (page, ". %s", practice->what);
      g_string_append_c (page, '\n');
    }
  return g_string_free (page, FALSE);
}
