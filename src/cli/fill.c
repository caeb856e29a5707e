/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/invent.h"
#include "content/program-json.h"
#include "store/journal/entry.h"
#include "store/journal/info.h"

#define MEMBERS 9     /* of one program */
#define BATCH 25000  /* entries in one transaction */
#define DAY (24 * 60 * 60)
#define YEARS (G_GINT64_CONSTANT (10) * 365 * DAY) /* over which the entries are spread */
#define END G_GINT64_CONSTANT (1793520000)         /* 2026-11-01: the same on every day */

typedef struct
{
  int members;
  int sessions;
  int entries;
  int seed;
} Options;

/* A world of its own, so that the same seed gives the same files. */
typedef struct
{
  const Options *options;
  RoundelEnv *env;
  GRand *rand;
  RoundelNotebook *notebook;
  RoundelJournal *journal;
  GPtrArray *programs; /* their ids; the last one is being written */
} Fill;

static gboolean
put_record (const RoundelProgramRecord  *record,
            gpointer                     data,
            GError                     **error)
{
  Fill *fill = data;
  RoundelRecord put = {
    .program = fill->programs->pdata[fill->programs->len - 1], .circle = record->circle, .entity = record->entity,
    .kind = record->kind, .reg = record->reg, .body = record->body,
  };

  return roundel_notebook_put (fill->notebook, &put, NULL, error);
}

static gboolean
fill_notebook (Fill    *fill,
               GError **error)
{
  guint members = (guint) fill->options->members;
  guint sessions = (guint) fill->options->sessions;
  guint programs = (MAX (members, sessions > 0) + MEMBERS - 1) / MEMBERS;

  for (guint i = 0; i < programs; i++)
    {
      guint of_this = sessions * (i + 1) / programs - sessions * i / programs;
      gint64 begin = END - (gint64) g_rand_int_range (fill->rand, 0, 300) * DAY + 15 * 60 * 60;
      guint seats = MIN (MEMBERS, members - MIN (i * MEMBERS, members));
      g_autoptr (RoundelProgram) program = roundel_invent_program (fill->env, fill->rand, MAX (seats, 1), of_this, begin);
      gboolean written;

      g_ptr_array_add (fill->programs, g_strdup (program->id));
      roundel_notebook_begin (fill->notebook);
      written = roundel_program_write (program, put_record, fill, error);
      if (!roundel_notebook_commit (fill->notebook, written ? error : NULL) || !written)
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_entry (Fill    *fill,
           GError **error)
{
  const char * const *kinds = roundel_entry_kinds ();
  guint n_kinds = g_strv_length ((char **) kinds);
  g_autofree char *text = roundel_invent_text (fill->rand);
  g_autoptr (GDateTime) written = g_date_time_new_from_unix_utc (roundel_env_now (fill->env) / G_USEC_PER_SEC);
  RoundelEntry entry = { .kind = kinds[g_rand_int_range (fill->rand, 0, (gint32) n_kinds)], .text = text, .written = written };

  /* every third page belongs to a program */
  if (fill->programs->len > 0 && g_rand_int_range (fill->rand, 0, 3) == 0)
    entry.program = fill->programs->pdata[g_rand_int_range (fill->rand, 0, (gint32) fill->programs->len)];

  return roundel_journal_put_entry (fill->journal, &entry, NULL, error);
}

static gboolean
put_entries (Fill    *fill,
             guint    n,
             gint64   span,
             GError **error)
{
  gboolean written = TRUE;

  roundel_journal_begin (fill->journal);
  for (guint i = 0; written && i < n; i++)
    {
      roundel_env_advance (fill->env, span * G_USEC_PER_SEC);
      written = put_entry (fill, error);
    }
  return roundel_journal_commit (fill->journal, written ? error : NULL) && written;
}

static gboolean
fill_journal (Fill    *fill,
              GError **error)
{
  guint entries = (guint) fill->options->entries;
  gint64 span = entries > 0 ? MAX (YEARS / entries, 60) : 0;

  roundel_env_advance (fill->env, (END - span * entries) * G_USEC_PER_SEC - roundel_env_now (fill->env));
  /* room for a batch, so that no page of it is written twice */
  if (!roundel_db_script (roundel_journal_get_db (fill->journal), "PRAGMA cache_size = -200000", error))
    return FALSE;
  for (guint i = 0; i < entries; i += BATCH)
    if (!put_entries (fill, MIN (BATCH, entries - i), span, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (Fill    *fill,
          GError **error)
{
  RoundelInfo info;

  if (!roundel_info_read (fill->notebook, fill->journal, &info, error))
    return FALSE;
  if (info.revisions == 0)
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
               _("“%s” or the journal beside it is not empty. Name a new one with --notebook."),
               roundel_notebook_get_path (fill->notebook));
  return FALSE;
}

static int
fill_files (RoundelCli *cli,
            Fill       *fill)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = roundel_cli_notebook_path (cli);
  g_autofree char *journal = roundel_journal_path (path);
  RoundelInfo info;

  fill->notebook = roundel_notebook_open (path, fill->env, 5000, &error);
  if (fill->notebook != NULL)
    fill->journal = roundel_journal_open (journal, fill->env, 5000, &error);
  if (fill->journal == NULL || !is_empty (fill, &error) || !fill_notebook (fill, &error) || !fill_journal (fill, &error)
      || !roundel_info_read (fill->notebook, fill->journal, &info, &error))
    return roundel_cli_fail (error);
  if (cli->json)
    {
      JsonBuilder *json = roundel_cli_json_new ();

      json_builder_begin_object (json);
      roundel_cli_json_int (json, "programs", info.programs);
      roundel_cli_json_int (json, "members", fill->options->members);
      roundel_cli_json_int (json, "sessions", info.sessions);
      roundel_cli_json_int (json, "entries", info.entries);
      roundel_cli_json_int (json, "revisions", info.revisions);
      json_builder_end_object (json);
      roundel_cli_json_print (json);
    }
  else
    g_print (_("Invented: %d programs, %d sessions, %d entries.\n"), (int) info.programs, (int) info.sessions,
             (int) info.entries);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_fill:
 *
 * The command `fill`: an invented notebook and journal, for benchmarks and rehearsals; only into empty ones.
 *
 * Returns: an exit code
 */
int
roundel_cli_fill (RoundelCli  *cli,
                  const char  *name,
                  int          argc,
                  char       **argv)
{
  Options options = { 0 };
  Fill fill = { &options };
  const GOptionEntry entries[] = {
    { "members", 0, 0, G_OPTION_ARG_INT, &options.members, N_("How many members"), N_("N") },
    { "sessions", 0, 0, G_OPTION_ARG_INT, &options.sessions, N_("How many sessions"), N_("N") },
    { "entries", 0, 0, G_OPTION_ARG_INT, &options.entries, N_("How many entries of the journal"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options.seed, N_("Another seed invents other things"), N_("N") },
    { NULL },
  };
  int code;

  if (!roundel_cli_parse (cli, name, entries, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc != 1 || MIN (options.members, MIN (options.sessions, options.entries)) < 0
      || MAX (options.members, MAX (options.sessions, options.entries)) > 10000000)
    return roundel_cli_usage (name, "%s", _("How much? --members, --sessions and --entries take a number each."));
  fill.env = roundel_env_new_simulated ((END - YEARS) * G_USEC_PER_SEC, (guint32) options.seed);
  fill.programs = g_ptr_array_new_with_free_func (g_free);
  fill.rand = g_rand_new_with_seed ((guint32) options.seed);
  code = fill_files (cli, &fill);
  g_clear_object (&fill.notebook);
  g_clear_object (&fill.journal);
  g_ptr_array_unref (fill.programs);
  g_rand_free (fill.rand);
  roundel_env_unref (fill.env);
  return code;
}
