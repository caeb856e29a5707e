/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/this-week.h"

#include "app/journal/about.h"
#include "app/journal/partner.h"
#include "core/markdown.h"
#include "store/journal/draft.h"
#include "store/journal/me.h"
#include "store/journal/search.h"
#include "store/programs.h"

#include <string.h>

#define PHRASE 150 /* characters of a question by which its answers are found; roundel_journal_search() takes 200 */
#define CANDIDATES 8
#define SOON (3 * 24 * 3600) /* seconds after a session in which a question is about it (J) */

/* The session of WHEN as PROGRAM has it, which was read whole. */
static void
take_whole (RoundelWhen          *when,
            const RoundelProgram *program)
{
  if (when->program == NULL || !g_str_equal (when->program->id, program->id))
    return;
  for (guint i = 0; i < program->sessions->len; i++)
    if (g_str_equal (((RoundelSession *) program->sessions->pdata[i])->id, when->session->id))
      {
        when->program = program;
        when->session = program->sessions->pdata[i];
        return;
      }
}

/**
 * roundel_this_week_read:
 * @self: (out caller-allocates): what there is to do
 * @desk: where the programs are
 * @journal: where it is said who its owner is
 * @program: (nullable): id of the program that matters; %NULL for the one in which its owner takes part
 */
void
roundel_this_week_read (RoundelThisWeek *self,
                        RoundelDesk     *desk,
                        RoundelJournal  *journal,
                        const char      *program)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  gint64 now = roundel_env_now (roundel_desk_get_env (desk)) / G_USEC_PER_SEC;
  const RoundelProgram *about, *mine;
  g_autofree char *me = NULL;
  g_autoptr (GArray) whens = NULL;

  *self = (RoundelThisWeek) { 0 };
  self->programs = roundel_notebook_list_programs (notebook, NULL);
  if (self->programs == NULL)
    return;
  mine = program == NULL ? roundel_about_mine (self->programs, journal) : NULL;
  if (mine != NULL)
    program = mine->id;
  whens = roundel_when_list (self->programs);
  self->comes = roundel_week_find (whens, program, now, &self->week);
  if (!self->comes)
    roundel_when_last (whens, program, now, &self->week.last);
  about = self->comes ? self->week.next.program : self->week.last.program;
  if (about == NULL)
    return;
  /* a list has no plans and no people */
  self->program = roundel_notebook_read_program (notebook, about->id, NULL);
  if (self->program == NULL)
    return;
  take_whole (&self->week.last, self->program);
  take_whole (&self->week.next, self->program);
  me = roundel_journal_get_me (journal, self->program->id, NULL);
  self->partner = roundel_partner_dup_names (self->program, me);
}

void
roundel_this_week_clear (RoundelThisWeek *self)
{
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->partner, g_free);
  self->week = (RoundelWeek) { 0 };
}

/**
 * roundel_this_week_get_stage:
 * @self: what there is to do
 * @lapsed: whether a promise rests
 * @now: seconds since 1970
 *
 * Returns: where the owner stands between the sessions, for a question that fits
 */
RoundelPromptStage
roundel_this_week_get_stage (const RoundelThisWeek *self,
                             gboolean               lapsed,
                             gint64                 now)
{
  const RoundelWhen *last = &self->week.last;

  if (last->session != NULL && now < last->end + SOON)
    return ROUNDEL_PROMPT_AFTER_SESSION;
  if (lapsed)
    return ROUNDEL_PROMPT_STUCK;
  if (last->session != NULL && self->week.next.session != NULL && last->session->number * 2 / last->program->sessions->len == 1)
    return ROUNDEL_PROMPT_HALF_WAY;
  return ROUNDEL_PROMPT_SMALL;
}

/* QUESTION as words that follow each other, for the search. */
static char *
dup_phrase (const char *question)
{
  g_autofree char *plain = g_strdelimit (g_strdup (question), "\"\n", ' ');
  g_autofree char *start = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), PHRASE));

  /* no half of a word */
  if (strlen (start) < strlen (plain) && strrchr (start, ' ') != NULL)
    *strrchr (start, ' ') = '\0';
  return g_strdup_printf ("\"%s\"", start);
}

/* What stands below QUESTION, which a page begins with; NULL when it does not, or nothing stands there. */
static char *
dup_answer (const char *text,
            const char *question)
{
  if (!g_str_has_prefix (text, "> ") || !g_str_has_prefix (text + 2, question))
    return NULL;
  text += 2 + strlen (question);
  text += strspn (text, " \n");
  return *text != '\0' ? roundel_page_dup_title (text) : NULL;
}

/**
 * roundel_answer_find:
 * @journal: a journal
 * @question: what roundel_journal_page_write_on() began a page with
 * @answer: (out) (transfer full): the first sentence of what was written on it
 *
 * Returns: (transfer full) (nullable): id of the newest page with an answer
 */
char *
roundel_answer_find (RoundelJournal  *journal,
                     const char      *question,
                     char           **answer)
{
  g_autofree char *phrase = dup_phrase (question);
  g_autoptr (GPtrArray) hits = roundel_journal_search (journal, phrase, NULL, CANDIDATES, NULL);

  *answer = NULL;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const RoundelHit *hit = hits->pdata[i];
      g_autoptr (RoundelEntry) entry = roundel_journal_get_draft (journal, hit->id, NULL);

      if (entry == NULL)
        entry = roundel_journal_get_entry (journal, hit->id, NULL);
      if (entry != NULL)
        *answer = dup_answer (entry->text, question);
      if (*answer != NULL)
        return g_strdup (hit->id);
    }
  return NULL;
}
