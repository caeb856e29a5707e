/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/find.h"

#include <glib/gi18n-lib.h>

#include "cli/search.h"
#include "core/error.h"

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
  RoundelCliSearch search = { NULL };
  RoundelSession *found;
  gboolean several;

  if (programs == NULL)
    return NULL;
  search = roundel_cli_search_begin (text);
  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      for (guint k = 0; k < program->sessions->len; k++)
        {
          RoundelSession *of_program = program->sessions->pdata[k];

          roundel_cli_search_try (&search, of_program, of_program->id, NULL);
        }
    }
  found = roundel_cli_search_end (&search, &several);
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
 * roundel_cli_find_circle:
 * @program: a program
 * @text: a circle's name, its id, or the beginning of that
 * @error: return location
 *
 * Returns: (transfer none): the circle, or %NULL
 */
RoundelCircle *
roundel_cli_find_circle (const RoundelProgram  *program,
                         const char            *text,
                         GError               **error)
{
  RoundelCliSearch search = roundel_cli_search_begin (text);
  RoundelCircle *found;
  gboolean several;

  for (guint i = 0; i < program->circles->len; i++)
    {
      RoundelCircle *circle = program->circles->pdata[i];

      roundel_cli_search_try (&search, circle, circle->id, circle->name);
    }
  found = roundel_cli_search_end (&search, &several);
  if (found != NULL)
    return found;
  if (several)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("“%s” means more than one circle. Name it by its id; “roundel-cli program” lists them."), text);
  else
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("The program has no circle “%s”. “roundel-cli program” lists them."), text);
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
  RoundelCliSearch whole = roundel_cli_search_begin (text);
  RoundelCliSearch first = roundel_cli_search_begin (text);
  gboolean several, several_first;
  RoundelMember *found, *by_first;

  for (guint i = 0; i < program->members->len; i++)
    {
      RoundelMember *one = program->members->pdata[i];
      g_auto (GStrv) words = g_strsplit (one->name != NULL ? one->name : "", " ", 2);

      roundel_cli_search_try (&whole, one, one->id, one->name);
      roundel_cli_search_try (&first, one, one->id, words[0]);
    }
  found = roundel_cli_search_end (&whole, &several);
  by_first = roundel_cli_search_end (&first, &several_first);
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
