/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/record-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/json.h"
#include "content/library.h"
#include "content/outcome.h"
#include "core/id.h"

/* What of a record is text that a person writes and reads (data/schema/README.md). */
static const struct
{
  const char *key;
  const char *label;
  gboolean list;
} fields[] = {
  { "title", N_("Title"), FALSE },
  { "name", N_("Name"), FALSE },
  { "text", N_("Text"), FALSE },
  { "topic", N_("Topic"), FALSE },
  { "rules", N_("Rules"), TRUE },
  { "starts", N_("Begins"), FALSE },
  { "place", N_("Place"), FALSE },
  { "knowledge", N_("Knowledge input"), FALSE },
  { "question", N_("Question"), FALSE },
  { "source", N_("Source"), FALSE },
  { "facilitation", N_("Who leads"), FALSE },
  { "sponsor", N_("Sponsor"), FALSE },
  { "email", N_("Email"), FALSE },
  { "team", N_("Team"), FALSE },
  { "site", N_("Site"), FALSE },
  { "level", N_("Level"), FALSE },
  { "reports_to", N_("Reports to"), FALSE },
  { "interests", N_("Interests"), TRUE },
  { "can_help_with", N_("Can help with"), TRUE },
  { "goals", N_("Goals"), TRUE },
  { "measure", N_("Measure"), FALSE },
  { "baseline", N_("Now"), FALSE },
  { "target", N_("Target"), FALSE },
  { "evidence", N_("Evidence"), FALSE },
  { "owner", N_("Who sees to it"), FALSE },
  { "due", N_("Until"), FALSE },
  { "status", N_("State"), FALSE },
};

/* What else there is to say of a record, when all of it is shown. */
static const struct
{
  const char *key;
  const char *label;
} facts[] = {
  { "outcome", N_("Outcome") },
  { "pattern", N_("Pattern") },
  { "members", N_("Members") },
  { "member", N_("Member") },
  { "facilitator", N_("Leads") },
  { "zone", N_("Time zone") },
  { "seconds", N_("Length") },
  { "mode", N_("How they meet") },
  { "unheard", N_("Nobody overhears") },
  { "checked_by", N_("Checked by") },
  { "parts", N_("Plan") },
  { "between", N_("Until then") },
  { "groups", N_("Groups") },
  { "agreed", N_("Agreed") },
  { "session", N_("Session") },
  { "began", N_("Began") },
  { "ended", N_("Ended") },
  { "had", N_("Had a case") },
  { "owed", N_("Is owed a case") },
  { "here", N_("Were here") },
  { "guests", N_("Guests") },
  { "by", N_("From") },
  { "check", N_("Check") },
  { "reality", N_("How it is now") },
  { "event", N_("It follows") },
  { "event_on", N_("On") },
  { "archived", N_("Archived") },
  { "informal", N_("Its members started it") },
  { "tried", N_("Tried so far") },
  { "topics", N_("Votes for") },
  { "yes", N_("Says yes to") },
  { "role", N_("As") },
  { "on", N_("On") },
  { "former", N_("Partners before") },
  { "rest", N_("the rest of the time") },
  { "optional", N_("optional") },
};

static gboolean
is_list (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return fields[i].list;
  return FALSE;
}

/**
 * roundel_words_kind:
 * @kind: of a record
 * @reg: its register
 *
 * Returns: (transfer none): what such a record is called
 */
const char *
roundel_words_kind (const char *kind,
                    const char *reg)
{
  static const struct
  {
    const char *kind;
    const char *label;
  } kinds[] = {
    { "program", N_("Program") },
    { "circle", N_("Circle") },
    { "member", N_("Member") },
    { "member-notes", N_("Notes on a member") },
    { "session", N_("Session") },
    { "charter", N_("Charter") },
    { "record", N_("What a session left") },
    { "attendance", N_("Who came") },
    { "harvest", N_("Harvest") },
    { "partners", N_("Partners") },
    { "topic", N_("Proposed topic") },
    { "ballot", N_("Ballot") },
    { "result", N_("Result wanted") },
    { "lesson", N_("Lesson") },
    { "reply", N_("Thanks or a question for a lesson") },
    { "commitment", N_("Promise, shown to the circle") },
    { "evaluation", N_("Evaluation") },
    { "card", N_("Who writes where") },
    { "readiness", N_("Readiness") },
    { "person", N_("Around the program") },
    { "decision", N_("Decision of the committee") },
    { "support-contact", N_("Support contact") },
    { "erase", N_("Taken back") },
  };

  if (g_str_equal (kind, "session") && g_strcmp0 (reg, "plan") == 0)
    return _("Plan of a session");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _(kinds[i].label);
  /* Translators: something of a kind that only a newer version of the program knows */
  return _("Something newer");
}

/**
 * roundel_words_kinds:
 * @kind: of several records
 *
 * Returns: (transfer none): what they are called together
 */
const char *
roundel_words_kinds (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *label;
  } kinds[] = {
    { "circle", N_("Circles") },
    { "member", N_("Members") },
    { "member-notes", N_("Notes on members: levels, reporting lines, goals") },
    { "session", N_("Sessions, with dates and plans") },
    { "record", N_("What sessions left: whose turn it is, and groups") },
    { "topic", N_("Proposed topics") },
    { "result", N_("Results wanted") },
    { "lesson", N_("Released lessons") },
    { "reply", N_("Thanks and questions for lessons") },
    { "commitment", N_("Promises shown to the circle") },
    { "evaluation", N_("Evaluations") },
    { "card", N_("Who writes where") },
    { "support-contact", N_("Support contacts") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _(kinds[i].label);
  return roundel_words_kind (kind, NULL);
}

/**
 * roundel_words_title:
 * @record: a record
 * @program: (nullable): the program it belongs to, for names
 *
 * Returns: (transfer full): what tells it from others of its kind; empty when its kind says all
 */
char *
roundel_words_title (const RoundelRecord  *record,
                     const RoundelProgram *program)
{
  const char *keys[] = { "title", "name", "text" };
  const RoundelSession *session;
  const RoundelMember *member;

  for (guint i = 0; record->body != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      char *text = roundel_words_text (record->body, keys[i]);

      if (text != NULL)
        return text;
    }
  session = program != NULL ? roundel_program_find_session (program, record->entity) : NULL;
  if (session != NULL)
    return session->title != NULL ? g_strdup (session->title) : g_strdup_printf (_("Session %u"), session->number);
  member = program != NULL ? roundel_program_find_member (program, record->entity) : NULL;
  return g_strdup (member != NULL && member->name != NULL ? member->name : "");
}

/**
 * roundel_words_text:
 * @body: (nullable): of a record
 * @key: one of its keys
 *
 * Returns: (transfer full) (nullable): what stands there, a line each for a list; %NULL for nothing
 */
char *
roundel_words_text (const char *body,
                    const char *key)
{
  g_autoptr (RoundelJson) json = body != NULL ? roundel_json_new (body, -1, "body", NULL) : NULL;
  g_auto (GStrv) lines = NULL;

  if (json == NULL || !roundel_json_has (json, key) || roundel_json_is_null (json, key))
    return NULL;
  if (!is_list (key))
    return roundel_json_text (json, key);
  lines = roundel_json_strings (json, key);
  return lines != NULL && lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/**
 * roundel_words_label:
 * @key: of a record
 *
 * Returns: (transfer none): what stands there
 */
const char *
roundel_words_label (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return _(fields[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].key, key))
      return _(facts[i].label);
  return key;
}

static void
add_name (GHashTable *names,
          const char *key,
          const char *id,
          const char *name)
{
  g_hash_table_insert (names, g_strconcat (key, "/", id, NULL), g_strdup (name));
}

static GHashTable *
read_names (void)
{
  g_autoptr (GPtrArray) outcomes = roundel_outcomes_load (NULL);
  g_autoptr (GPtrArray) patterns = roundel_patterns_load (NULL);
  g_autoptr (RoundelLibrary) library = roundel_library_new (NULL, NULL);
  GPtrArray *formats[] = { library != NULL ? roundel_library_get_formats (library) : NULL,
                           library != NULL ? roundel_library_get_pieces (library) : NULL };
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    add_name (names, "outcome", ((RoundelOutcome *) outcomes->pdata[i])->id, ((RoundelOutcome *) outcomes->pdata[i])->name);
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    add_name (names, "pattern", ((RoundelPattern *) patterns->pdata[i])->id, ((RoundelPattern *) patterns->pdata[i])->name);
  for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
    for (guint i = 0; formats[k] != NULL && i < formats[k]->len; i++)
      add_name (names, "format", ((RoundelFormat *) formats[k]->pdata[i])->id, ((RoundelFormat *) formats[k]->pdata[i])->name);
  return names;
}

/* What the outcomes, patterns and formats that are built in are called; they are read once. */
static const char *
find_name (const char *key,
           const char *id)
{
  static gsize names = 0;
  g_autofree char *named = g_strconcat (key, "/", id, NULL);

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, (gsize) read_names ());
  return g_hash_table_lookup ((GHashTable *) names, named);
}

/* “Thursday, 14 January 2027, 15:00” of 2027-01-14T15:00, in whatever zone it is. */
static char *
dup_instant (const char *starts)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = g_strconcat (starts, ":00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, utc);

  return time != NULL ? g_date_time_format (time, _("%A, %-d %B %Y, %H:%M")) : g_strdup (starts);
}

/* Ids become names; one that names nothing here says nothing. */
static char *
dup_value (const RoundelJsonValue *value,
           const RoundelProgram   *program)
{
  const char *last = *value->sub != '\0' ? value->sub : value->key;
  const RoundelMember *member = program != NULL ? roundel_program_find_member (program, value->value) : NULL;
  const RoundelSession *session = program != NULL ? roundel_program_find_session (program, value->value) : NULL;
  const char *name = find_name (last, value->value);
  guint8 id[ROUNDEL_ID_SIZE];

  if (name != NULL)
    return g_strdup (name);
  if (member != NULL)
    return g_strdup (member->name != NULL ? member->name : _("a seat without a name"));
  if (session != NULL)
    return session->title != NULL ? g_strdup (session->title) : g_strdup_printf (_("Session %u"), session->number);
  if (strlen (value->value) == 36 && roundel_id_parse (value->value, id))
    return NULL;
  if (g_str_equal (last, "starts"))
    return dup_instant (value->value);
  /* of a format, which says nothing to a reader */
  if (g_str_equal (last, "edition"))
    return NULL;
  if (g_str_equal (last, "seconds"))
    {
      guint minutes = (guint) g_ascii_strtoull (value->value, NULL, 10) / 60;

      return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
    }
  if (g_str_equal (value->value, "true"))
    return g_strdup (roundel_words_label (last));
  return g_strdup (value->value);
}

/**
 * roundel_words_all:
 * @body: (nullable): of a record
 * @program: (nullable): the program it belongs to, for names
 *
 * Returns: (transfer full): all that it says, a line for each thing
 */
char *
roundel_words_all (const char           *body,
                   const RoundelProgram *program)
{
  g_autoptr (RoundelJson) json = body != NULL ? roundel_json_new (body, -1, "body", NULL) : NULL;
  g_autoptr (GPtrArray) values = json != NULL ? roundel_json_list_values (json) : NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  const RoundelJsonValue *before = NULL;

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const RoundelJsonValue *value = values->pdata[i];
      g_autofree char *text = dup_value (value, program);

      if (text == NULL)
        continue;
      if (before == NULL || !g_str_equal (before->key, value->key))
        g_string_append_printf (all, "%s%s: ", all->len > 0 ? "\n" : "", roundel_words_label (value->key));
      else
        g_string_append (all, before->item == value->item ? " · " : *value->sub != '\0' ? "; "
                              : g_str_has_suffix (all->str, ".") ? " " : ", ");
      g_string_append (all, text);
      before = value;
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/**
 * roundel_words_without:
 * @lines: of roundel_words_all()
 * @others: those of another version
 *
 * Returns: (transfer full): the lines that @others has not
 */
char *
roundel_words_without (const char *lines,
                       const char *others)
{
  g_auto (GStrv) own = g_strsplit (lines, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (others, "\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; own[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) theirs, own[i]))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", own[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/**
 * roundel_words_who:
 * @device: who wrote it
 * @own: who writes here
 * @cards: (nullable): of roundel_cards_read()
 * @program: (nullable): the program, for names
 *
 * Returns: (transfer full): “you”, the name of a member who gave a card, or “someone”
 */
char *
roundel_words_who (const char           *device,
                   const char           *own,
                   GHashTable           *cards,
                   const RoundelProgram *program)
{
  const char *id = cards != NULL && device != NULL ? g_hash_table_lookup (cards, device) : NULL;
  const RoundelMember *member = id != NULL && program != NULL ? roundel_program_find_member (program, id) : NULL;

  if (g_strcmp0 (device, own) == 0)
    return g_strdup (_("you"));
  return g_strdup (member != NULL && member->name != NULL ? member->name : _("someone"));
}

/**
 * roundel_words_when:
 * @time: microseconds since 1970
 *
 * Returns: (transfer full): “Tuesday, 19 January, 21:12”, in the zone of this computer
 */
char *
roundel_words_when (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return local != NULL ? g_date_time_format (local, _("%A, %-d %B, %H:%M")) : g_strdup ("");
}

/**
 * roundel_words_differing:
 * @versions: (element-type RoundelRecord): texts of one register that stand side by side
 *
 * Returns: (transfer full): the keys whose words are not the same in all of them; none when what differs is no text
 */
char **
roundel_words_differing (const GPtrArray *versions)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *first = roundel_words_text (((RoundelRecord *) versions->pdata[0])->body, fields[i].key);

      for (guint k = 1; k < versions->len; k++)
        {
          g_autofree char *other = roundel_words_text (((RoundelRecord *) versions->pdata[k])->body, fields[i].key);

          if (g_strcmp0 (first, other) != 0)
            {
              g_strv_builder_add (keys, fields[i].key);
              break;
            }
        }
    }
  return g_strv_builder_end (keys);
}

/**
 * roundel_words_version:
 * @body: one of the texts
 * @keys: what differs
 * @program: (nullable): the program it belongs to, for names
 *
 * Returns: (transfer full): the words of one, as they are shown beside the others
 */
char *
roundel_words_version (const char           *body,
                       const char * const   *keys,
                       const RoundelProgram *program)
{
  g_autoptr (GString) all = g_string_new (NULL);

  if (keys[0] == NULL)
    return roundel_words_all (body, program);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *raw = roundel_words_text (body, keys[i]);
      g_autofree char *text = raw != NULL && g_str_equal (keys[i], "starts") ? dup_instant (raw) : g_steal_pointer (&raw);

      if (keys[1] != NULL)
        g_string_append_printf (all, "%s%s: ", i > 0 ? "\n" : "", roundel_words_label (keys[i]));
      g_string_append (all, text != NULL ? text : "");
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
append_quoted (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guchar) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

/**
 * roundel_words_patch:
 * @key: the one key that differs
 * @text: the new words, UTF-8; for a list a line each
 *
 * Returns: (transfer full): a JSON object for roundel_notebook_edit()
 */
char *
roundel_words_patch (const char *key,
                     const char *text)
{
  g_autoptr (GString) json = g_string_new ("{\"");
  g_auto (GStrv) lines = NULL;
  gboolean first = TRUE;

  g_string_append_printf (json, "%s\":", key);
  if (!is_list (key))
    append_quoted (json, text);
  else
    {
      lines = g_strsplit (text, "\n", -1);
      g_string_append_c (json, '[');
      for (guint i = 0; lines[i] != NULL; i++)
        if (*g_strstrip (lines[i]) != '\0')
          {
            g_string_append (json, first ? "" : ",");
            append_quoted (json, lines[i]);
            first = FALSE;
          }
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
  return g_string_free (g_steal_pointer (&json), FALSE);
}
