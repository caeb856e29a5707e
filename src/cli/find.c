/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/find.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

/* A thing that was looked for by its id, by the beginning of its id, or by its name. */
typedef struct
{
  const char *text;
  char *folded;
  gpointer by_id;
  gpointer by_prefix;
  gpointer by_name;
  guint n_prefix;
  guint n_name;
} Search;

static Search
search_begin (const char *text)
{
  return (Search) { text, roundel_fold (text) };
}

static void
search_try (Search     *search,
            gpointer    thing,
            const char *id,
            const char *name)
{
  g_autofree char *folded = roundel_fold (name);

  if (g_str_equal (id, search->text))
    search->by_id = thing;
  if (*search->text != '\0' && g_str_has_prefix (id, search->text))
    {
      search->by_prefix = thing;
      search->n_prefix++;
    }
  if (folded != NULL && g_strcmp0 (folded, search->folded) == 0)
    {
      search->by_name = thing;
      search->n_name++;
    }
}

/* The one that was meant; NULL if there is none, or more than one. */
static gpointer
search_end (Search   *search,
            gboolean *several)
{
  g_free (search->folded);
  *several = FALSE;
  if (search->by_id != NULL)
    return search->by_id;
  if (search->n_name == 1)
    return search->by_name;
  *several = search->n_name > 1 || search->n_prefix > 1;
  return search->n_name == 0 && search->n_prefix == 1 ? search->by_prefix : NULL;
}

/**
 * roundel_cli_find_session:
 * @notebook: a notebook
 * @text: id of a session, or the beginning of it
 * @session: (out): the session, which belongs to its program
 * @error: return location
 *
 * Returns: (transfer full): the program it is of, whole, or %NULL
 */
RoundelProgram *
roundel_cli_find_session (RoundelNotebook       *notebook,
                          const char            *text,
                          const RoundelSession **session,
                          GError               **error)
{
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, error);
  g_autoptr (RoundelProgram) whole = NULL;
  Search search = { NULL };
  RoundelSession *found;
  gboolean several;

  if (programs == NULL)
    return NULL;
  search = search_begin (text);
  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      for (guint k = 0; k < program->sessions->len; k++)
        search_try (&search, program->sessions->pdata[k], ((RoundelSession *) program->sessions->pdata[k])->id, NULL);
    }
  found = search_end (&search, &several);
  for (guint i = 0; found != NULL && whole == NULL && i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      if (roundel_program_find_session (program, found->id) == found
          && (whole = roundel_notebook_read_program (notebook, program->id, error)) == NULL)
        return NULL;
    }
  *session = whole != NULL ? roundel_program_find_session (whole, found->id) : NULL;
  if (*session != NULL)
    return g_steal_pointer (&whole);
  if (several)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("More than one session begins with “%s”; write more of its id."), text);
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("There is no session “%s” in this notebook. “roundel-cli program” lists those of a program."), text);
  return NULL;
}

/**
 * roundel_cli_find_member:
 * @program: a program
 * @text: id of a member, the beginning of it, or a name or first name that only one has
 * @member: (out): index of the member
 * @error: return location
 *
 * Returns: whether there is exactly one
 */
gboolean
roundel_cli_find_member (const RoundelProgram  *program,
                         const char            *text,
                         guint                 *member,
                         GError               **error)
{
  Search whole = search_begin (text);
  Search first = search_begin (text);
  gboolean several, several_first;
  RoundelMember *found, *by_first;

  for (guint i = 0; i < program->members->len; i++)
    {
      RoundelMember *one = program->members->pdata[i];
      g_auto (GStrv) words = g_strsplit (one->name != NULL ? one->name : "", " ", 2);

      search_try (&whole, one, one->id, one->name);
      search_try (&first, one, one->id, words[0]);
    }
  found = search_end (&whole, &several);
  by_first = search_end (&first, &several_first);
  if (found == NULL && !several)
    found = by_first;
  if (found != NULL)
    return g_ptr_array_find (program->members, found, member);
  if (several || several_first)
    g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                 _("More than one member is “%s”; name the one you mean by the whole name or the id."), text);
  else
    g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                 _("“%s” has no member “%s”. “roundel-cli program” lists the members."),
                 program->title != NULL ? program->title : program->id, text);
  return FALSE;
}
