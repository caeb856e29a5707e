/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/members-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/json.h"

#define MOST_CHARACTERS 500
#define MOST_EXAMPLES 50 /* rows in which one is looked for */

static const char *const column_names[ROUNDEL_CSV_N_MEANINGS] = {
  "name", "email", "level", "team", "reports_to", "interests", "goals", "can_help_with", "site",
};

/* How the lists of others name the same. */
static const struct
{
  const char *name;
  RoundelCsvMeaning column;
} other_names[] = {
  { "full_name", ROUNDEL_CSV_NAME }, { "member", ROUNDEL_CSV_NAME }, { "person", ROUNDEL_CSV_NAME },
  { "participant", ROUNDEL_CSV_NAME }, { "employee", ROUNDEL_CSV_NAME },
  { "e_mail", ROUNDEL_CSV_EMAIL }, { "mail", ROUNDEL_CSV_EMAIL }, { "email_address", ROUNDEL_CSV_EMAIL },
  { "grade", ROUNDEL_CSV_LEVEL }, { "seniority", ROUNDEL_CSV_LEVEL },
  { "department", ROUNDEL_CSV_TEAM }, { "unit", ROUNDEL_CSV_TEAM },
  { "manager", ROUNDEL_CSV_REPORTS_TO }, { "line_manager", ROUNDEL_CSV_REPORTS_TO }, { "supervisor", ROUNDEL_CSV_REPORTS_TO },
  { "boss", ROUNDEL_CSV_REPORTS_TO },
  { "interest", ROUNDEL_CSV_INTERESTS }, { "goal", ROUNDEL_CSV_GOALS },
  { "offers", ROUNDEL_CSV_CAN_HELP_WITH }, { "skills", ROUNDEL_CSV_CAN_HELP_WITH },
  { "location", ROUNDEL_CSV_SITE }, { "office", ROUNDEL_CSV_SITE }, { "city", ROUNDEL_CSV_SITE },
};

/* Reads rows. libcsv does so too, but passes over blank rows, so that ours would be numbered otherwise than those of the
 * spreadsheet, and says neither where a row began nor which quote was never closed. */
typedef struct
{
  const char *at;
  const char *end;
  char separator;
  guint row;     /* number of the row that was read last */
} Reader;

static void
problem_free (RoundelCsvProblem *self)
{
  g_free (self->column);
  g_free (self->why);
  g_free (self);
}

static gboolean
at_row_end (const Reader *reader)
{
  return reader->at == reader->end || *reader->at == '\n' || *reader->at == '\r';
}

static void
skip_row_end (Reader *reader)
{
  if (reader->at < reader->end && *reader->at == '\r')
    {
      reader->at++;
      if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
    }
  else if (reader->at < reader->end)
    reader->at++;
}

/* FALSE if the quote is never closed. */
static gboolean
read_quoted (Reader  *reader,
             GString *cell)
{
  for (reader->at++; reader->at < reader->end; reader->at++)
    {
      if (*reader->at != '"')
        g_string_append_c (cell, *reader->at);
      else if (reader->at + 1 < reader->end && reader->at[1] == '"')
        g_string_append_c (cell, *reader->at++);
      else
        {
          reader->at++;
          return TRUE;
        }
    }
  return FALSE;
}

/* Reads the next row into CELLS; FALSE after the last. What is wrong with its form is put into WHY. */
static gboolean
read_row (Reader      *reader,
          GPtrArray   *cells,
          const char **why)
{
  const char *begin = reader->at;

  g_ptr_array_set_size (cells, 0);
  *why = NULL;
  if (reader->at == reader->end)
    return FALSE;
  reader->row++;
  while (TRUE)
    {
      GString *cell = g_string_new (NULL);
      const char *first = reader->at;

      while (first < reader->end && *first == ' ')
        first++;
      if (first < reader->end && *first == '"')
        reader->at = first;
      if (reader->at < reader->end && *reader->at == '"')
        {
          if (!read_quoted (reader, cell))
            {
              /* the rest of the file is inside; go on below this line */
              *why = _("a quotation mark is opened and never closed; close it");
              reader->at = begin;
              while (!at_row_end (reader))
                reader->at++;
            }
          else
            while (!at_row_end (reader) && *reader->at != reader->separator)
              if (!g_ascii_isspace (*reader->at++))
                *why = _("there is text behind a closing quotation mark; double the marks that belong to the text");
        }
      else
        while (!at_row_end (reader) && *reader->at != reader->separator)
          g_string_append_c (cell, *reader->at++);
      g_ptr_array_add (cells, g_strstrip (g_string_free (cell, FALSE)));
      if (at_row_end (reader))
        break;
      reader->at++;
    }
  skip_row_end (reader);
  return TRUE;
}

static int
find_column (const char *name,
             gboolean    own_names_only)
{
  g_autofree char *folded = roundel_fold (name);

  if (folded == NULL)
    return -1;
  g_strdelimit (folded, " -", '_');
  for (guint i = 0; i < ROUNDEL_CSV_N_MEANINGS; i++)
    if (g_str_equal (column_names[i], folded))
      return (int) i;
  for (guint i = 0; i < G_N_ELEMENTS (other_names) && !own_names_only; i++)
    if (g_str_equal (other_names[i].name, folded))
      return (int) other_names[i].column;
  return -1;
}

static guint
count_columns (const Reader *reader,
               char          separator)
{
  Reader header = *reader;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *why;
  guint count = 0;

  header.separator = separator;
  if (read_row (&header, cells, &why))
    for (guint i = 0; i < cells->len; i++)
      count += find_column (cells->pdata[i], FALSE) >= 0;
  return count;
}

/* Spreadsheets separate by what is usual in their country. */
static char
find_separator (const Reader *reader)
{
  const char separators[] = { ',', ';', '\t' };
  guint best = 0;
  char separator = ',';

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint count = count_columns (reader, separators[i]);

      if (count > best)
        {
          best = count;
          separator = separators[i];
        }
    }
  return separator;
}

static void
column_free (RoundelCsvColumn *self)
{
  g_free (self->name);
  g_free (self->example);
  g_free (self);
}

/* The names that are our own go before others that may mean the same. */
static void
guess_meanings (RoundelCsvHeader *header)
{
  for (int own = TRUE; own >= FALSE; own--)
    for (guint i = 0; i < header->columns->len; i++)
      {
        RoundelCsvColumn *column = header->columns->pdata[i];
        int meaning = find_column (column->name, own);
        gboolean taken = column->meaning != ROUNDEL_CSV_NOTHING;

        for (guint k = 0; k < header->columns->len && !taken; k++)
          taken = ((RoundelCsvColumn *) header->columns->pdata[k])->meaning == (RoundelCsvMeaning) meaning;
        if (!taken)
          column->meaning = (RoundelCsvMeaning) meaning;
      }
}

static void
add_columns (RoundelCsvHeader *header,
             const GPtrArray  *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      RoundelCsvColumn *column = g_new0 (RoundelCsvColumn, 1);

      column->name = g_strdup (cells->pdata[i]);
      column->meaning = ROUNDEL_CSV_NOTHING;
      g_ptr_array_add (header->columns, column);
    }
}

static void
take_examples (RoundelCsvHeader *header,
               const GPtrArray  *cells)
{
  for (guint i = 0; i < MIN (cells->len, header->columns->len); i++)
    {
      RoundelCsvColumn *column = header->columns->pdata[i];

      if (column->example == NULL && *(const char *) cells->pdata[i] != '\0')
        column->example = g_strdup (cells->pdata[i]);
    }
}

static gboolean
is_readable (const char *cell)
{
  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) && *c != '\n' && *c != '\r' && *c != '\t')
      return FALSE;
  return TRUE;
}

static gboolean
is_address (const char *email)
{
  const char *at = strchr (email, '@');

  return at != NULL && at != email && at[1] != '\0' && strchr (at + 1, '@') == NULL && strpbrk (email, " \t\r\n,;<>") == NULL;
}

static char **
split_list (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ";", -1);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (list, parts[i]);
  return g_strv_builder_end (list);
}

/* What is wrong with the row of CELLS, if anything; with COLUMN set to where. SEEN has the rows that came in by name and
 * by address. */
static char *
find_problem (const char *const cells[ROUNDEL_CSV_N_MEANINGS],
              GHashTable       *seen,
              int              *column)
{
  g_autofree char *name = roundel_fold (cells[ROUNDEL_CSV_NAME]);
  g_autofree char *email = roundel_fold (cells[ROUNDEL_CSV_EMAIL]);
  g_autofree char *boss = roundel_fold (cells[ROUNDEL_CSV_REPORTS_TO]);
  guint row;

  for (*column = 0; *column < ROUNDEL_CSV_N_MEANINGS; (*column)++)
    {
      if (g_utf8_strlen (cells[*column], -1) > MOST_CHARACTERS)
        return g_strdup_printf (_("the text is longer than %d characters; shorten it"), MOST_CHARACTERS);
      if (!is_readable (cells[*column]))
        return g_strdup (_("there is a control character in the text; write it anew"));
    }
  *column = ROUNDEL_CSV_NAME;
  if (name == NULL)
    return g_strdup (_("the name is missing; fill it in"));
  if (email == NULL && (row = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name))) != 0)
    return g_strdup_printf (_("row %u has the same name; if they are two people, tell them apart by their email"), row);
  *column = ROUNDEL_CSV_EMAIL;
  if (email != NULL && !is_address (cells[ROUNDEL_CSV_EMAIL]))
    return g_strdup_printf (_("“%s” is no email address; correct it, or leave it empty"), cells[ROUNDEL_CSV_EMAIL]);
  if (email != NULL && (row = GPOINTER_TO_UINT (g_hash_table_lookup (seen, email))) != 0)
    return g_strdup_printf (_("row %u has the same email; take one of them out"), row);
  *column = ROUNDEL_CSV_REPORTS_TO;
  if (boss != NULL && g_str_equal (boss, name))
    return g_strdup (_("nobody reports to themselves; name the boss, or leave it empty"));
  return NULL;
}

static RoundelMember *
make_member (const char *const cells[ROUNDEL_CSV_N_MEANINGS],
             guint             number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  RoundelMember *member = roundel_member_new (id, cells[ROUNDEL_CSV_NAME]);
  struct { char **field; RoundelCsvMeaning column; } texts[] = {
    { &member->email, ROUNDEL_CSV_EMAIL }, { &member->level, ROUNDEL_CSV_LEVEL }, { &member->team, ROUNDEL_CSV_TEAM }, { &member->reports_to, ROUNDEL_CSV_REPORTS_TO },
    { &member->site, ROUNDEL_CSV_SITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*cells[texts[i].column] != '\0')
      *texts[i].field = g_strdup (cells[texts[i].column]);
  member->interests = split_list (cells[ROUNDEL_CSV_INTERESTS]);
  member->goals = split_list (cells[ROUNDEL_CSV_GOALS]);
  member->can_help_with = split_list (cells[ROUNDEL_CSV_CAN_HELP_WITH]);
  return member;
}

static void
add_problem (RoundelMembersCsv *csv,
             guint              row,
             const char        *column,
             const char        *why)
{
  RoundelCsvProblem *problem = g_new0 (RoundelCsvProblem, 1);

  problem->row = row;
  problem->column = g_strdup (column);
  problem->why = g_strdup (why);
  g_ptr_array_add (csv->problems, problem);
}

static void
take_row (RoundelMembersCsv *csv,
          GHashTable        *seen,
          guint              row,
          const GPtrArray   *row_cells,
          const int          places[ROUNDEL_CSV_N_MEANINGS],
          guint              n_cells)
{
  const char *cells[ROUNDEL_CSV_N_MEANINGS];
  g_autofree char *why = NULL;
  int column;

  for (guint i = n_cells; i < row_cells->len; i++)
    if (*(const char *) row_cells->pdata[i] != '\0')
      {
        add_problem (csv, row, NULL, _("there are more cells than columns; a text with a separator in it needs quotation "
                                       "marks around it"));
        return;
      }
  /* spreadsheets leave empty cells at the end of a row out */
  for (guint i = 0; i < ROUNDEL_CSV_N_MEANINGS; i++)
    cells[i] = places[i] >= 0 && (guint) places[i] < row_cells->len ? row_cells->pdata[places[i]] : "";
  why = find_problem (cells, seen, &column);
  if (why != NULL)
    {
      add_problem (csv, row, column_names[column], why);
      return;
    }
  g_hash_table_insert (seen, roundel_fold (cells[ROUNDEL_CSV_NAME]), GUINT_TO_POINTER (row));
  if (*cells[ROUNDEL_CSV_EMAIL] != '\0')
    g_hash_table_insert (seen, roundel_fold (cells[ROUNDEL_CSV_EMAIL]), GUINT_TO_POINTER (row));
  g_ptr_array_add (csv->members, make_member (cells, csv->members->len + 1));
}

static gboolean
is_blank (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
check_text (const char  *text,
            gsize        length,
            const char  *name,
            GError     **error)
{
  if (length > ROUNDEL_MEMBERS_CSV_MAX_BYTES)
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                   _("%s is larger than %d MiB. Is it the right file?"), name,
                   ROUNDEL_MEMBERS_CSV_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                   _("%s is no UTF-8 text, so that names would be misspelt. Save it again as “CSV UTF-8”."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_reader (Reader      *reader,
             const char  *text,
             gsize        length,
             const char  *name,
             GError     **error)
{
  const char *mark = "\xef\xbb\xbf";

  if (!check_text (text, length, name, error))
    return FALSE;
  *reader = (Reader) { .at = text, .end = text + length };
  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    reader->at += strlen (mark);
  reader->separator = find_separator (reader);
  return TRUE;
}

/**
 * roundel_csv_header_read:
 * @text: (array length=length): what is in the file
 * @length: its length in bytes
 * @name: what to call it in a message: the name of its file
 * @error: return location for a #RoundelContentError when nothing of it can be read
 *
 * Looks at the columns, and guesses what they mean from what the first row calls them. When it calls none as we know them,
 * that row is taken for somebody, and the first column for the names.
 *
 * Returns: (transfer full): the columns, or %NULL
 */
RoundelCsvHeader *
roundel_csv_header_read (const char  *text,
                         gsize        length,
                         const char  *name,
                         GError     **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  RoundelCsvHeader *self;
  Reader reader;
  const char *why;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (!open_reader (&reader, text, length, name, error))
    return NULL;
  self = g_new0 (RoundelCsvHeader, 1);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->named = count_columns (&reader, reader.separator) > 0;
  read_row (&reader, cells, &why);
  add_columns (self, cells);
  guess_meanings (self);
  if (!self->named)
    roundel_csv_header_mean (self, 0, ROUNDEL_CSV_NAME);
  while (reader.row < MOST_EXAMPLES && read_row (&reader, cells, &why))
    take_examples (self, cells);
  return self;
}

void
roundel_csv_header_free (RoundelCsvHeader *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * roundel_csv_header_mean:
 * @self: the columns
 * @column: index of one of them
 * @meaning: what it is to be taken for; another column that was means nothing then
 */
void
roundel_csv_header_mean (RoundelCsvHeader  *self,
                         guint              column,
                         RoundelCsvMeaning  meaning)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      RoundelCsvColumn *one = self->columns->pdata[i];

      if (i == column)
        one->meaning = meaning;
      else if (one->meaning == meaning)
        one->meaning = ROUNDEL_CSV_NOTHING;
    }
}

/**
 * roundel_members_csv_read:
 * @text: (array length=length): what is in the file
 * @length: its length in bytes
 * @name: what to call it in a message: the name of its file
 * @error: return location for a #RoundelContentError when nothing of it can be read
 *
 * Reads a list of members (D4) as a spreadsheet saves it: comma, semicolon or tab between the cells, quoted as in
 * RFC 4180, with or without a byte order mark. The first row names the columns, in any order and case. A list in a cell has
 * semicolons in it. A row that is not right is named and left out; the others come in.
 *
 * Returns: (transfer full): the members and the problems, or %NULL
 */
RoundelMembersCsv *
roundel_members_csv_read (const char  *text,
                          gsize        length,
                          const char  *name,
                          GError     **error)
{
  g_autoptr (RoundelCsvHeader) header = roundel_csv_header_read (text, length, name, error);

  if (header == NULL)
    return NULL;
  if (!header->named)
    roundel_csv_header_mean (header, 0, ROUNDEL_CSV_NOTHING); /* nobody has looked at it */
  return roundel_members_csv_read_as (text, length, name, header, error);
}

/**
 * roundel_members_csv_read_as:
 * @text: (array length=length): what is in the file
 * @length: its length in bytes
 * @name: what to call it in a message: the name of its file
 * @header: how to read it, from roundel_csv_header_read()
 * @error: return location for a #RoundelContentError when nothing of it can be read
 *
 * Reads a list of members as roundel_members_csv_read() does, its columns as somebody matched them.
 *
 * Returns: (transfer full): the members and the problems, or %NULL
 */
RoundelMembersCsv *
roundel_members_csv_read_as (const char              *text,
                             gsize                    length,
                             const char              *name,
                             const RoundelCsvHeader  *header,
                             GError                 **error)
{
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) ignored = g_strv_builder_new ();
  int places[ROUNDEL_CSV_N_MEANINGS];
  Reader reader;
  const char *why;

  g_return_val_if_fail (text != NULL && name != NULL && header != NULL, NULL);

  if (!open_reader (&reader, text, length, name, error))
    return NULL;
  for (guint i = 0; i < ROUNDEL_CSV_N_MEANINGS; i++)
    places[i] = -1;
  for (guint i = 0; i < header->columns->len; i++)
    {
      const RoundelCsvColumn *column = header->columns->pdata[i];

      if (column->meaning != ROUNDEL_CSV_NOTHING)
        places[column->meaning] = (int) i;
      else if (header->named && *column->name != '\0')
        g_strv_builder_add (ignored, column->name);
    }
  if (places[ROUNDEL_CSV_NAME] < 0)
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE,
                   _("%s has no column “name”. The first row has to name the columns; known are: %s."), name,
                   "name, email, level, team, reports_to, interests, goals, can_help_with, site");
      return NULL;
    }

  csv = g_new0 (RoundelMembersCsv, 1);
  csv->members = roundel_members_new ();
  csv->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  csv->ignored = g_strv_builder_end (ignored);
  if (header->named)
    read_row (&reader, cells, &why);
  while (read_row (&reader, cells, &why))
    {
      if (reader.row > ROUNDEL_MEMBERS_CSV_MAX_ROWS)
        {
          g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                       _("%s has more than %d rows. Is it the right file?"), name, ROUNDEL_MEMBERS_CSV_MAX_ROWS);
          return NULL;
        }
      if (why != NULL)
        add_problem (csv, reader.row, NULL, why);
      else if (!is_blank (cells))
        take_row (csv, seen, reader.row, cells, places, header->columns->len);
    }
  return g_steal_pointer (&csv);
}

void
roundel_members_csv_free (RoundelMembersCsv *self)
{
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->problems);
  g_strfreev (self->ignored);
  g_free (self);
}
