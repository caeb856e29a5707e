/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/cli.h"

#include <glib/gi18n-lib.h>

#include "cli/text.h"
#include "store/error.h"

/**
 * roundel_cli_parse:
 * @cli: what all commands share
 * @name: the command
 * @entries: (nullable): the options of the command
 * @argc: (inout): number of arguments, the name first
 * @argv: (inout): the arguments
 *
 * Takes the options out of @argv. A mistake is said on standard error.
 *
 * Returns: whether they make sense; otherwise exit with %ROUNDEL_CLI_USAGE
 */
gboolean
roundel_cli_parse (RoundelCli           *cli,
                   const char           *name,
                   const GOptionEntry   *entries,
                   int                  *argc,
                   char               ***argv)
{
  const RoundelCliCommand *command = roundel_cli_find_command (name);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print one JSON document"), NULL },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->passphrase_file,
      N_("The file whose first line is the passphrase of what is encrypted"), N_("FILE") },
    { NULL },
  };

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  roundel_cli_usage (name, "%s", error->message);
  return FALSE;
}

/**
 * roundel_cli_get_library:
 * @cli: what all commands share
 * @error: return location for what is wrong with a format
 *
 * Returns: (transfer none): the formats, built in and the user's own, or %NULL
 */
RoundelLibrary *
roundel_cli_get_library (RoundelCli  *cli,
                         GError     **error)
{
  if (cli->library == NULL)
    {
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);

      cli->library = roundel_library_new (folder, error);
    }
  return cli->library;
}

/**
 * roundel_cli_fail:
 * @error: why it could not be done
 *
 * Returns: %ROUNDEL_CLI_FAILED, having said why
 */
int
roundel_cli_fail (const GError *error)
{
  if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED))
    g_printerr ("roundel-cli: %s %s\n", error->message, _("Name a file that has it with --passphrase-file."));
  else
    g_printerr ("roundel-cli: %s\n", error->message);
  return ROUNDEL_CLI_FAILED;
}

/**
 * roundel_cli_usage:
 * @name: (nullable): the command
 * @format: what is wrong with its arguments
 * @...: what @format asks for
 *
 * Returns: %ROUNDEL_CLI_USAGE, having said what is wrong and where help is
 */
int
roundel_cli_usage (const char *name,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("roundel-cli: %s\n", message);
  if (name != NULL)
    g_printerr (_("See “roundel-cli %s --help”.\n"), name);
  else
    g_printerr (_("See “roundel-cli --help”.\n"));
  return ROUNDEL_CLI_USAGE;
}

/**
 * roundel_cli_print:
 * @format: what to print
 * @...: what @format asks for
 *
 * Prints texts that may have come from somebody else: they must not be able to steer the terminal.
 */
void
roundel_cli_print (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  plain = roundel_cli_text_plain (text);
  g_print ("%s", plain);
}

/**
 * roundel_cli_json_new:
 *
 * Returns: (transfer full): a builder for the one document that --json prints
 */
JsonBuilder *
roundel_cli_json_new (void)
{
  return json_builder_new ();
}

/**
 * roundel_cli_json_print:
 * @builder: (transfer full): a complete document
 */
void
roundel_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
  g_object_unref (builder);
}

/**
 * roundel_cli_json_text:
 * @builder: a document, inside an object
 * @member: name of a member
 * @text: (nullable): its text; %NULL for null
 */
void
roundel_cli_json_text (JsonBuilder *builder,
                       const char  *member,
                       const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * roundel_cli_json_id:
 * @member: what was made
 * @id: its id
 *
 * Prints the whole document of a command that has nothing more to say.
 */
void
roundel_cli_json_id (const char *member,
                     const char *id)
{
  JsonBuilder *builder = roundel_cli_json_new ();

  json_builder_begin_object (builder);
  roundel_cli_json_text (builder, member, id);
  json_builder_end_object (builder);
  roundel_cli_json_print (builder);
}

/**
 * roundel_cli_json_int:
 * @builder: a document, inside an object
 * @member: name of a member
 * @value: its value
 */
void
roundel_cli_json_int (JsonBuilder *builder,
                      const char  *member,
                      gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * roundel_cli_written:
 * @cli: what all commands share
 * @path: the file that was written
 * @said: the same for a reader, in a line
 * @member: what @n counts, for --json
 * @n: how many of them are in the file
 *
 * The last word of a command that wrote a file.
 *
 * Returns: an exit code
 */
int
roundel_cli_written (const RoundelCli *cli,
                     const char       *path,
                     const char       *said,
                     const char       *member,
                     guint             n)
{
  g_autofree char *file = g_filename_display_name (path);
  JsonBuilder *json;

  if (!cli->json)
    {
      roundel_cli_print ("%s", said);
      return ROUNDEL_CLI_DONE;
    }
  json = roundel_cli_json_new ();
  json_builder_begin_object (json);
  roundel_cli_json_text (json, "file", file);
  roundel_cli_json_int (json, member, n);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_json_date_time:
 * @builder: a document, inside an object
 * @member: name of a member
 * @time: its value
 */
void
roundel_cli_json_date_time (JsonBuilder *builder,
                       const char  *member,
                       GDateTime   *time)
{
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  roundel_cli_json_text (builder, member, text);
}

/**
 * roundel_cli_format_minutes:
 * @seconds: a length
 *
 * Returns: (transfer full): minutes and seconds, as `4:30`
 */
char *
roundel_cli_format_minutes (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

/**
 * roundel_cli_format_length:
 * @seconds: a length
 *
 * Returns: (transfer full): a length as one says it, as `39 min` or `4 min 30 s`
 */
char *
roundel_cli_format_length (guint seconds)
{
  if (seconds % 60 == 0)
    return g_strdup_printf (_("%u min"), seconds / 60);
  if (seconds < 60)
    return g_strdup_printf (_("%u s"), seconds);
  return g_strdup_printf (_("%u min %u s"), seconds / 60, seconds % 60);
}
