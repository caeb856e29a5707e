/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "paper/papers.h"

#include <glib/gi18n-lib.h>

#include "core/agreement.h"
#include "core/ballot.h"

static void
paper_free (RoundelPaper *self)
{
  g_free (self->title);
  g_free (self->note);
  g_strfreev (self->texts);
  g_free (self);
}

static void
add_paper (GPtrArray   *papers,
           const char  *id,
           const char  *title,
           const char  *note,
           GPtrArray   *texts)
{
  RoundelPaper *self;

  if (texts->len > 0)
    {
      self = g_new0 (RoundelPaper, 1);
      self->id = id;
      self->title = g_strdup (title);
      self->note = g_strdup (note);
      g_ptr_array_add (texts, NULL);
      self->texts = (char **) g_ptr_array_steal (texts, NULL);
      g_ptr_array_add (papers, self);
    }
  g_ptr_array_unref (texts);
}

static GPtrArray *
take_text (char *text)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, text);
  return texts;
}

static GPtrArray *
write_letters (const RoundelProgram *program)
{
  g_auto (GStrv) supervisors = roundel_program_list_supervisors (program);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; supervisors[i] != NULL; i++)
    g_ptr_array_add (texts, roundel_program_write_letter (program, supervisors[i]));
  return texts;
}

/* Who meets agrees to it name by name (D11): each has a line. */
static char *
write_charter (const RoundelProgram *program,
               guint                 index)
{
  const RoundelCircle *circle = program->circles->pdata[index];
  const RoundelCharter *charter = roundel_program_find_charter (program, circle->id);
  g_autofree char *name = roundel_program_dup_circle_name (program, index);
  g_auto (GStrv) kept = roundel_charter_never_leaves ();
  GString *text;

  if (charter == NULL || charter->rules[0] == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (program->circles->len > 1)
    /* Translators: %s is the name of a circle */
    g_string_append_printf (text, _("Charter of %s"), name);
  else
    g_string_append (text, _("Charter"));
  g_string_append (text, "\n\n");
  for (char **rule = charter->rules; *rule != NULL; rule++)
    g_string_append_printf (text, "- %s\n", *rule);
  g_string_append_printf (text, "\n%s\n\n", _("Never reported:"));
  for (char **one = kept; *one != NULL; one++)
    g_string_append_printf (text, "- %s\n", *one);
  g_string_append_printf (text, "\n%s\n\n", _("We agree:"));
  for (char **id = circle->members; *id != NULL; id++)
    {
      const RoundelMember *member = roundel_program_find_member (program, *id);

      if (member != NULL && member->name != NULL)
        g_string_append_printf (text, "______________________________  %s\n\n", member->name);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
write_charters (const RoundelProgram *program)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < program->circles->len; i++)
    {
      char *text = write_charter (program, i);

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }
  return texts;
}

/**
 * roundel_papers_list:
 * @program: a program
 *
 * Returns: (transfer full) (element-type RoundelPaper): what can be printed of it, in the order in which it is needed
 */
GPtrArray *
roundel_papers_list (const RoundelProgram *program)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);

  add_paper (papers, "expectation-letter", _("Letter to the Organisation"), _("what to expect, and what not"),
             take_text (roundel_program_write_expectation_letter (program)));
  if (program->topics->len > 0)
    add_paper (papers, "ballot", _("Ballot"), _("for the topic, without a name"), take_text (roundel_program_write_ballot (program)));
  add_paper (papers, "support-letter", _("Support Letters"), _("to each supervisor, to be signed"), write_letters (program));
  add_paper (papers, "talk-sheet", _("Talk Sheet"), _("for a member who asks for time"),
             take_text (roundel_program_write_talk_sheet (program)));
  add_paper (papers, "charter", _("Charter"), _("to be agreed name by name"), write_charters (program));
  return papers;
}

/**
 * roundel_papers_find:
 * @papers: (element-type RoundelPaper): papers
 * @id: the word of one
 *
 * Returns: (transfer none) (nullable): the paper
 */
RoundelPaper *
roundel_papers_find (const GPtrArray *papers,
                     const char      *id)
{
  for (guint i = 0; i < papers->len; i++)
    if (g_str_equal (((RoundelPaper *) papers->pdata[i])->id, id))
      return papers->pdata[i];
  return NULL;
}

/**
 * roundel_book_add_paper:
 * @self: a book
 * @paper: a paper
 * @error: return location; nothing is reported
 *
 * Adds its texts, each on a page of its own.
 *
 * Returns: %TRUE
 */
gboolean
roundel_book_add_paper (RoundelBook         *self,
                        const RoundelPaper  *paper,
                        GError             **error)
{
  for (char **text = paper->texts; *text != NULL; text++)
    {
      roundel_book_turn_page (self);
      roundel_book_add (self, paper->title, *text);
    }
  return TRUE;
}
