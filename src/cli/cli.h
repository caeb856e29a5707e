/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "content/library.h"
#include "core/env.h"

G_BEGIN_DECLS

/* Exit codes, kept stable: done; could not be done, nothing changed; wrong usage */
#define ROUNDEL_CLI_DONE 0
#define ROUNDEL_CLI_FAILED 1
#define ROUNDEL_CLI_USAGE 2

/**
 * RoundelCli:
 * @json: whether one JSON document is wanted instead of text to read
 * @notebook: (nullable): path of the notebook; %NULL for the default one
 * @passphrase_file: (nullable): where the passphrase is, of whatever the command reads or writes encrypted
 * @library: (nullable): the formats, once a command has asked for them
 *
 * What all commands share.
 */
typedef struct
{
  RoundelEnv *env;
  gboolean json;
  char *notebook;
  char *passphrase_file;
  RoundelLibrary *library;
} RoundelCli;

typedef int (*RoundelCliRun) (RoundelCli  *cli,
                              const char  *name,
                              int          argc,
                              char       **argv);

typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  RoundelCliRun run;
  gboolean writes; /* into notebook or journal: they are backed up once a day */
} RoundelCliCommand;

const RoundelCliCommand *roundel_cli_find_command (const char *name);

gboolean        roundel_cli_parse       (RoundelCli          *cli,
                                         const char          *name,
                                         const GOptionEntry  *entries,
                                         int                 *argc,
                                         char              ***argv);
RoundelLibrary *roundel_cli_get_library (RoundelCli          *cli,
                                         GError             **error);
int             roundel_cli_fail        (const GError        *error);
int             roundel_cli_usage       (const char          *name,
                                         const char          *format,
                                         ...) G_GNUC_PRINTF (2, 3);

void roundel_cli_print (const char *format,
                        ...) G_GNUC_PRINTF (1, 2);

JsonBuilder *roundel_cli_json_new   (void);
void         roundel_cli_json_print (JsonBuilder *builder);
void         roundel_cli_json_text  (JsonBuilder *builder,
                                     const char  *member,
                                     const char  *text);
void         roundel_cli_json_id    (const char  *member,
                                     const char  *id);
void         roundel_cli_json_int   (JsonBuilder *builder,
                                     const char  *member,
                                     gint64       value);
void         roundel_cli_json_date_time (JsonBuilder *builder,
                                         const char  *member,
                                         GDateTime   *time);

int roundel_cli_written (const RoundelCli *cli,
                         const char       *path,
                         const char       *said,
                         const char       *member,
                         guint             n);

char *roundel_cli_format_minutes (guint seconds);
char *roundel_cli_format_length  (guint seconds);

int roundel_cli_outcomes (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_patterns (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_journal (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_commitment (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_practice (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_lessons (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_partner (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_check   (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_backup  (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_restore (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_move_house (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_fill    (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_info    (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_formats  (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_agenda   (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_rehearse (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_print_paper (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_calendar (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_sync     (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_export   (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_merge    (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_conflicts (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_resolve  (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_run      (RoundelCli *cli, const char *name, int argc, char **argv);

int roundel_cli_design    (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_programs  (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_program   (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_results (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_evaluation (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_held (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_readiness (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_change (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_template (RoundelCli *cli, const char *name, int argc, char **argv);
int roundel_cli_stress (RoundelCli *cli, const char *name, int argc, char **argv);

G_END_DECLS
