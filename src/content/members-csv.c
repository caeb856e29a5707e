/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/members-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/json.h"

#define MOST_CHARACTERS 500

typedef enum
{
  NAME,
  EMAIL,
  LEVEL,
  TEAM,
  REPORTS_TO,
  INTERESTS,
  GOALS,
  CAN_HELP_WITH,
  SITE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "name", "email", "level", "team", "reports_to", "interests", "goals", "can_help_with", "site",
};

/* How the lists of others name the same. */
static const struct
{
  const char *name;
  Column column;
} other_names[] = {
  { "full_name", NAME }, { "member", NAME }, { "person", NAME }, { "participant", NAME }, { "employee", NAME },
  { "e_mail", EMAIL }, { "mail", EMAIL }, { "email_address", EMAIL },
  { "grade", LEVEL }, { "seniority", LEVEL },
  { "department", TEAM }, { "unit", TEAM },
  { "manager", REPORTS_TO }, { "line_manager", REPORTS_TO }, { "supervisor", REPORTS_TO }, { "boss", REPORTS_TO },
  { "interest", INTERESTS }, { "goal", GOALS },
  { "offers", CAN_HELP_WITH }, { "skills", CAN_HELP_WITH },
  { "location", SITE }, { "office", SITE }, { "city", SITE },
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
  for (guint i = 0; i < N_COLUMNS; i++)
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

/* Which cell of a row belongs to each column; -1 if there is none. */
static gboolean
read_header (Reader             *reader,
             RoundelMembersCsv  *csv,
             int                 places[N_COLUMNS],
             guint              *n_cells,
             const char         *name,
             GError            **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) ignored = g_strv_builder_new ();
  const char *why;

  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  reader->separator = find_separator (reader);
  read_row (reader, cells, &why);
  *n_cells = cells->len;
  for (guint i = 0; i < cells->len; i++)
    {
      int column = find_column (cells->pdata[i], TRUE);

      if (column >= 0 && places[column] < 0)
        places[column] = (int) i;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      int column = find_column (cells->pdata[i], FALSE);

      if (column >= 0 && (places[column] < 0 || places[column] == (int) i))
        places[column] = (int) i;
      else if (*(char *) cells->pdata[i] != '\0')
        g_strv_builder_add (ignored, cells->pdata[i]);
    }
  csv->ignored = g_strv_builder_end (ignored);
  if (places[NAME] >= 0)
    return TRUE;
  g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE,
               _("%s has no column “name”. The first row has to name the columns; known are: %s."), name,
               "name, email, level, team, reports_to, interests, goals, can_help_with, site");
  return FALSE;
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
find_problem (const char *const cells[N_COLUMNS],
              GHashTable       *seen,
              int              *column)
{
  g_autofree char *name = roundel_fold (cells[NAME]);
  g_autofree char *email = roundel_fold (cells[EMAIL]);
  g_autofree char *boss = roundel_fold (cells[REPORTS_TO]);
  guint row;

  for (*column = 0; *column < N_COLUMNS; (*column)++)
    {
      if (g_utf8_strlen (cells[*column], -1) > MOST_CHARACTERS)
        return g_strdup_printf (_("the text is longer than %d characters; shorten it"), MOST_CHARACTERS);
      if (!is_readable (cells[*column]))
        return g_strdup (_("there is a control character in the text; write it anew"));
    }
  *column = NAME;
  if (name == NULL)
    return g_strdup (_("the name is missing; fill it in"));
  if (email == NULL && (row = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name))) != 0)
    return g_strdup_printf (_("row %u has the same name; if they are two people, tell them apart by their email"), row);
  *column = EMAIL;
  if (email != NULL && !is_address (cells[EMAIL]))
    return g_strdup_printf (_("“%s” is no email address; correct it, or leave it empty"), cells[EMAIL]);
  if (email != NULL && (row = GPOINTER_TO_UINT (g_hash_table_lookup (seen, email))) != 0)
    return g_strdup_printf (_("row %u has the same email; take one of them out"), row);
  *column = REPORTS_TO;
  if (boss != NULL && g_str_equal (boss, name))
    return g_strdup (_("nobody reports to themselves; name the boss, or leave it empty"));
  return NULL;
}

static RoundelMember *
make_member (const char *const cells[N_COLUMNS],
             guint             number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  RoundelMember *member = roundel_member_new (id, cells[NAME]);
  struct { char **field; Column column; } texts[] = {
    { &member->email, EMAIL }, { &member->level, LEVEL }, { &member->team, TEAM }, { &member->reports_to, REPORTS_TO },
    { &member->site, SITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*cells[texts[i].column] != '\0')
      *texts[i].field = g_strdup (cells[texts[i].column]);
  member->interests = split_list (cells[INTERESTS]);
  member->goals = split_list (cells[GOALS]);
  member->can_help_with = split_list (cells[CAN_HELP_WITH]);
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
          const int          places[N_COLUMNS],
          guint              n_cells)
{
  const char *cells[N_COLUMNS];
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
  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = places[i] >= 0 && (guint) places[i] < row_cells->len ? row_cells->pdata[places[i]] : "";
  why = find_problem (cells, seen, &column);
  if (why != NULL)
    {
      add_problem (csv, row, column_names[column], why);
      return;
    }
  g_hash_table_insert (seen, roundel_fold (cells[NAME]), GUINT_TO_POINTER (row));
  if (*cells[EMAIL] != '\0')
    g_hash_table_insert (seen, roundel_fold (cells[EMAIL]), GUINT_TO_POINTER (row));
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
  const char *mark = "\xef\xbb\xbf";
  g_autoptr (RoundelMembersCsv) csv = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { text, text + length };
  int places[N_COLUMNS];
  guint n_cells;
  const char *why;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (!check_text (text, length, name, error))
    return NULL;
  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    reader.at += strlen (mark);

  csv = g_new0 (RoundelMembersCsv, 1);
  csv->members = roundel_members_new ();
  csv->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  if (!read_header (&reader, csv, places, &n_cells, name, error))
    return NULL;
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
        take_row (csv, seen, reader.row, cells, places, n_cells);
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
