/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/find.h"
#include "store/journal/me.h"
#include "store/journal/reply.h"

typedef struct
{
  RoundelNotebook *notebook;
  RoundelJournal *journal;
  RoundelProgram *program;
} Shelf;

static void
shelf_clear (Shelf *self)
{
  g_clear_object (&self->notebook);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->program, roundel_program_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

static gboolean
open_shelf (RoundelCli  *cli,
            Shelf       *self,
            const char  *words,
            GError     **error)
{
  g_autofree char *id = NULL;

  self->notebook = roundel_cli_open_notebook (cli, error);
  self->journal = self->notebook != NULL ? roundel_cli_open_journal (cli, error) : NULL;
  if (self->journal == NULL)
    return FALSE;
  if (words == NULL)
    return TRUE;
  id = roundel_cli_find_program (self->notebook, words, error);
  self->program = id != NULL ? roundel_notebook_read_program (self->notebook, id, error) : NULL;
  return self->program != NULL;
}

static const char *
find_name (const RoundelProgram *program,
           const char           *id)
{
  const RoundelMember *member = id != NULL ? roundel_program_find_member (program, id) : NULL;

  return member != NULL && member->name != NULL ? member->name : _("someone");
}

static void
print_replies (const Shelf         *shelf,
               const RoundelLesson *lesson,
               const GPtrArray     *replies,
               JsonBuilder         *json)
{
  for (guint i = 0; i < replies->len; i++)
    {
      const RoundelReply *reply = replies->pdata[i];

      if (!g_str_equal (reply->lesson, lesson->id))
        continue;
      if (json == NULL)
        {
          g_print ("  %s: %s\n", find_name (shelf->program, reply->by), reply->text != NULL ? reply->text : _("thank you"));
          continue;
        }
      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", reply->id);
      roundel_cli_json_text (json, "by", reply->by);
      roundel_cli_json_text (json, "text", reply->text);
      json_builder_end_object (json);
    }
}

static int
list (RoundelCli *cli,
      const char *words)
{
  g_auto (Shelf) shelf = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) replies =
    open_shelf (cli, &shelf, words, &error) ? roundel_reply_list (shelf.notebook, shelf.program->id, &error) : NULL;
  JsonBuilder *json = NULL;

  if (replies == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    json_builder_begin_array (json = roundel_cli_json_new ());
  for (guint i = 0; i < shelf.program->lessons->len; i++)
    {
      const RoundelLesson *lesson = shelf.program->lessons->pdata[i];

      if (json == NULL)
        g_print ("%s\n  %s · %s\n", lesson->text, find_name (shelf.program, lesson->by), lesson->id);
      else
        {
          json_builder_begin_object (json);
          roundel_cli_json_text (json, "id", lesson->id);
          roundel_cli_json_text (json, "text", lesson->text);
          roundel_cli_json_text (json, "by", lesson->by);
          json_builder_set_member_name (json, "replies");
          json_builder_begin_array (json);
        }
      print_replies (&shelf, lesson, replies, json);
      if (json != NULL)
        {
          json_builder_end_array (json);
          json_builder_end_object (json);
        }
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  else if (shelf.program->lessons->len == 0)
    g_print (_("Nobody has released a lesson yet.\n"));
  return ROUNDEL_CLI_DONE;
}

static int
say_me (RoundelCli *cli,
        const char *words,
        const char *who)
{
  g_auto (Shelf) shelf = { NULL };
  g_autoptr (GError) error = NULL;
  const RoundelMember *me;
  guint index;

  if (!open_shelf (cli, &shelf, words, &error) || !roundel_cli_find_member (shelf.program, who, &index, &error))
    return roundel_cli_fail (error);
  me = shelf.program->members->pdata[index];
  if (!roundel_journal_set_me (shelf.journal, shelf.program->id, me->id, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("member", me->id);
  else
    g_print (_("Kept in your journal: there you are %s.\n"), find_name (shelf.program, me->id));
  return ROUNDEL_CLI_DONE;
}

/* TEXT, or thanks. */
static int
reply (RoundelCli *cli,
       const char *id,
       const char *words)
{
  g_auto (Shelf) shelf = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *me = NULL;
  g_autoptr (GPtrArray) lessons = NULL;
  const RoundelRecord *lesson = NULL;

  if ((words != NULL && (text = roundel_cli_read_text (words, &error)) == NULL) || !open_shelf (cli, &shelf, NULL, &error)
      || (lessons = roundel_notebook_list_kind (shelf.notebook, "lesson", &error)) == NULL)
    return roundel_cli_fail (error);
  for (guint i = 0; i < lessons->len; i++)
    if (g_str_equal (((RoundelRecord *) lessons->pdata[i])->entity, id) && ((RoundelRecord *) lessons->pdata[i])->body != NULL)
      lesson = lessons->pdata[i];
  me = lesson != NULL ? roundel_journal_get_me (shelf.journal, lesson->program, NULL) : NULL;
  if (lesson == NULL)
    g_set_error (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                 _("There is no lesson “%s” to read. “roundel-cli lessons list PROGRAM” shows them."), id);
  else if (me == NULL)
    g_set_error_literal (&error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                         _("Nobody would know who says so. Say first who you are: “roundel-cli lessons me PROGRAM MEMBER”."));
  if (error != NULL || !roundel_reply_put (shelf.journal, shelf.notebook, lesson, text, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    roundel_cli_json_id ("lesson", id);
  else
    g_print (_("It goes out with the next exchange; the whole circle reads it.\n"));
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_lessons:
 *
 * The command `lessons`: what the members released, with thanks, questions and answers (J6).
 *
 * Returns: an exit code
 */
int
roundel_cli_lessons (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  const char *verb;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  verb = argc > 1 ? argv[1] : "";
  if (g_str_equal (verb, "list") && argc == 3)
    return list (cli, argv[2]);
  if (g_str_equal (verb, "me") && argc == 4)
    return say_me (cli, argv[2], argv[3]);
  if (g_str_equal (verb, "thank") && argc == 3)
    return reply (cli, argv[2], NULL);
  if (g_str_equal (verb, "ask") && argc > 3)
    {
      g_autofree char *words = g_strjoinv (" ", argv + 3);

      return reply (cli, argv[2], words);
    }
  return roundel_cli_usage (name, "%s", _("Say what to do: list PROGRAM, me PROGRAM MEMBER, thank LESSON, or ask LESSON TEXT."));
}
