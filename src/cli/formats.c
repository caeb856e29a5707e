/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/text.h"

/* Columns of a line that is easy to read, in any terminal */
#define READABLE 79

static const char *const turns_words[] = { "none", "all", "one", "some" };
static const char *const gather_words[] = { "alone", "pair", "trio", "four", "group", "room" };
static const char *const repeat_words[] = { "", "member", "storyteller", "topic", "turn", "block" };
static const char *const role_words[] = { "member", "turn", "fixed", "extra", "leader" };
static const char *const speaks_words[] = { "nobody", "everyone", "each", "reporters", "facilitator", "member" };

/* MAX 0 means that there is no bound. */
static void
add_bounds (JsonBuilder *json,
            const char  *member,
            double       low,
            double       high,
            gboolean     bounded)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  json_builder_add_double_value (json, low);
  if (bounded)
    json_builder_add_double_value (json, high);
  else
    json_builder_add_null_value (json);
  json_builder_end_array (json);
}

static void
add_count (JsonBuilder *json,
           const char  *member,
           guint        count)
{
  json_builder_set_member_name (json, member);
  if (count > 0)
    json_builder_add_int_value (json, count);
  else
    json_builder_add_null_value (json);
}

static void
add_summary (JsonBuilder         *json,
             const RoundelFormat *format)
{
  double low, high;

  roundel_format_minutes (format, &low, &high);
  roundel_cli_json_text (json, "id", format->id);
  roundel_cli_json_text (json, "name", format->name);
  roundel_cli_json_text (json, "purpose", format->purpose);
  add_count (json, "group_min", format->group_min > 0 ? format->group_min : format->people_min);
  add_count (json, "group_max", format->group_min > 0 ? format->group_max : format->people_max);
  add_count (json, "people_min", format->people_min);
  add_count (json, "people_max", format->people_max);
  add_bounds (json, "minutes", low, high, TRUE);
  json_builder_set_member_name (json, "source");
  json_builder_begin_array (json);
  for (char **source = format->sources; *source != NULL; source++)
    json_builder_add_string_value (json, *source);
  json_builder_end_array (json);
  roundel_cli_json_text (json, "licence", format->licence);
}

static void
add_steps (JsonBuilder         *json,
           const RoundelFormat *format,
           const GPtrArray     *steps)
{
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];
      char provenance[] = { step->provenance, '\0' };

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "in", gather_words[step->gather]);
      json_builder_set_member_name (json, "optional");
      json_builder_add_boolean_value (json, step->optional);
      if (step->steps != NULL)
        {
          roundel_cli_json_text (json, "repeat", repeat_words[step->repeat]);
          json_builder_set_member_name (json, "share");
          json_builder_add_boolean_value (json, step->share);
          if (step->repeat != ROUNDEL_REPEAT_MEMBER)
            add_bounds (json, "count", step->count_low, step->count_high, TRUE);
          add_steps (json, format, step->steps);
        }
      else
        {
          roundel_cli_json_text (json, "id", step->id);
          roundel_cli_json_text (json, "title", step->title);
          roundel_cli_json_text (json, "say", step->say);
          add_bounds (json, "minutes", step->low / 60.0, step->high / 60.0, TRUE);
          add_count (json, "settle", step->settle / 60);
          json_builder_set_member_name (json, "speaks");
          json_builder_begin_array (json);
          if (step->speaks != ROUNDEL_SPEAKS_ROLES)
            json_builder_add_string_value (json, speaks_words[step->speaks]);
          for (guint r = 0; r < format->roles->len; r++)
            if ((step->speaks_roles >> r & 1) != 0)
              json_builder_add_string_value (json, ((RoundelRole *) format->roles->pdata[r])->id);
          json_builder_end_array (json);
          roundel_cli_json_text (json, "provenance", provenance);
        }
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_one_json (const RoundelFormat *format)
{
  JsonBuilder *json = roundel_cli_json_new ();

  json_builder_begin_object (json);
  add_summary (json, format);
  roundel_cli_json_int (json, "edition", format->edition);
  roundel_cli_json_text (json, "when", format->when);
  roundel_cli_json_text (json, "when_not", format->when_not);
  roundel_cli_json_text (json, "turns", turns_words[format->turns]);
  json_builder_set_member_name (json, "roles");
  json_builder_begin_array (json);
  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];

      json_builder_begin_object (json);
      roundel_cli_json_text (json, "id", role->id);
      roundel_cli_json_text (json, "name", role->name);
      roundel_cli_json_text (json, "does", role->does);
      roundel_cli_json_text (json, "kind", role_words[role->kind]);
      add_bounds (json, "count", role->min, role->max, role->max > 0);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_steps (json, format, format->steps);
  roundel_cli_json_text (json, "paste", format->paste);
  roundel_cli_json_text (json, "odd", format->odd);
  roundel_cli_json_text (json, "note", format->note);
  roundel_cli_json_text (json, "source_edition", format->source_edition);
  roundel_cli_json_text (json, "attribution", format->attribution);
  json_builder_end_object (json);
  roundel_cli_json_print (json);
}

static char *
describe_range (double   low,
                double   high,
                gboolean bounded)
{
  if (!bounded)
    return g_strdup_printf (_("%g or more"), low);
  if (low >= high)
    return g_strdup_printf ("%g", low);
  return g_strdup_printf ("%g–%g", low, high);
}

static char *
describe_minutes (const RoundelFormat *format)
{
  double low, high;

  roundel_format_minutes (format, &low, &high);
  if (high > 0)
    {
      g_autofree char *range = describe_range (low, high, TRUE);

      return g_strdup_printf (_("%s min"), range);
    }
  return g_strdup (_("no meeting"));
}

/* How often a step is repeated, as a heading over its steps. */
static char *
describe_repeat (const RoundelStep *step)
{
  g_autofree char *count = describe_range (step->count_low, step->count_high, TRUE);

  switch (step->repeat)
    {
    case ROUNDEL_REPEAT_MEMBER:
      return g_strdup (step->share ? _("Each member in turn; they share the minutes equally:")
                                   : _("Each member in turn:"));
    case ROUNDEL_REPEAT_STORYTELLER:
      return g_strdup_printf (_("Each of %s storytellers:"), count);
    case ROUNDEL_REPEAT_TOPIC:
      return g_strdup_printf (_("Each of %s topics:"), count);
    case ROUNDEL_REPEAT_TURN:
      return g_strdup_printf (_("%s times, with others each time:"), count);
    default:
      return g_strdup_printf (_("%s times:"), count);
    }
}

static void
print_steps (const GPtrArray *steps,
             int              indent)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];

      if (step->steps != NULL)
        {
          g_autofree char *repeat = describe_repeat (step);

          g_print ("%*s          %s%s\n", indent, "", repeat, step->optional ? _(" (optional)") : "");
          print_steps (step->steps, indent + 2);
        }
      else
        {
          g_autofree char *minutes = describe_range (step->low / 60.0, step->high / 60.0, TRUE);

          int before = indent + 9 - (int) roundel_cli_text_width (minutes);

          g_print ("%*s%s  %s%s\n", before, "", minutes, step->title, step->optional ? _(" (optional)") : "");
        }
    }
}

/* TEXT in lines that are easy to read, all but the first of them under the text after LEAD. */
static void
print_wrapped (const char *lead,
               const char *text)
{
  guint indent = roundel_cli_text_width (lead);
  g_auto (GStrv) lines = roundel_cli_text_wrap (text, READABLE - indent);

  for (guint i = 0; lines[i] != NULL; i++)
    if (i == 0)
      g_print ("%s%s\n", lead, lines[i]);
    else
      g_print ("%*s%s\n", (int) indent, "", lines[i]);
}

static void
print_field (const char *name,
             const char *text)
{
  g_autoptr (GString) lead = g_string_new (name);

  roundel_cli_text_pad (lead, 16);
  print_wrapped (lead->str, text);
}

static void
print_paragraph (const char *text)
{
  if (text == NULL)
    return;
  g_print ("\n");
  print_wrapped ("", text);
}

static void
print_one_text (const RoundelFormat *format)
{
  g_autofree char *people = describe_range (format->people_min, format->people_max, format->people_max > 0);
  g_autofree char *minutes = describe_minutes (format);

  g_print ("%s\n", format->name);
  print_wrapped ("", format->purpose);
  g_print ("\n");
  print_field (_("Use it when"), format->when);
  print_field (_("Rather not when"), format->when_not);
  print_field (_("People"), people);
  if (format->group_min > 0)
    {
      g_autofree char *group = describe_range (format->group_min, format->group_max, format->group_max > 0);

      print_field (_("In groups of"), group);
    }
  print_field (_("Time"), minutes);
  if (format->roles->len > 0)
    g_print ("\n%s\n", _("Roles"));
  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];
      g_autofree char *lead = g_strdup_printf ("  %s%s", role->name, role->does != NULL ? ": " : "");

      print_wrapped (lead, role->does != NULL ? role->does : "");
    }
  if (format->steps->len > 0)
    g_print ("\n%s\n", _("Minutes and steps"));
  print_steps (format->steps, 0);
  print_paragraph (format->paste);
  print_paragraph (format->odd);
  print_paragraph (format->note);
  print_paragraph (format->licence);
  if (format->attribution != NULL)
    print_wrapped ("", format->attribution);
  for (char **source = format->sources; *source != NULL; source++)
    g_print ("%s\n", *source);
}

static int
print_list (RoundelCli *cli,
            GPtrArray  *formats)
{
  JsonBuilder *json = cli->json ? roundel_cli_json_new () : NULL;

  if (json != NULL)
    json_builder_begin_array (json);
  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];
      g_autofree char *minutes = describe_minutes (format);
      g_autofree char *people = describe_range (format->people_min, format->people_max, format->people_max > 0);

      if (json != NULL)
        {
          json_builder_begin_object (json);
          add_summary (json, format);
          json_builder_end_object (json);
        }
      else
        g_print (_("%-18s %s\n%-18s %s people, %s\n%-18s %s\n\n"), format->id, format->name, "", people, minutes, "",
                 format->purpose);
    }
  if (json != NULL)
    {
      json_builder_end_array (json);
      roundel_cli_json_print (json);
    }
  return ROUNDEL_CLI_DONE;
}

/**
 * roundel_cli_formats:
 *
 * The command `formats`: all formats, or one whole.
 *
 * Returns: an exit code
 */
int
roundel_cli_formats (RoundelCli  *cli,
                     const char  *name,
                     int          argc,
                     char       **argv)
{
  g_autoptr (GError) error = NULL;
  const RoundelFormat *format;
  RoundelLibrary *library;

  if (!roundel_cli_parse (cli, name, NULL, &argc, &argv))
    return ROUNDEL_CLI_USAGE;
  if (argc > 2)
    return roundel_cli_usage (name, "%s", _("One format at a time, please."));
  library = roundel_cli_get_library (cli, &error);
  if (library == NULL)
    return roundel_cli_fail (error);
  if (argc < 2)
    return print_list (cli, roundel_library_get_formats (library));
  format = roundel_library_find (library, argv[1], &error);
  if (format == NULL)
    return roundel_cli_fail (error);
  if (cli->json)
    print_one_json (format);
  else
    print_one_text (format);
  return ROUNDEL_CLI_DONE;
}
