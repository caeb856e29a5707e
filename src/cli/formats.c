/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"

static const char *const turns_words[] = { "none", "all", "one", "some" };
static const char *const gather_words[] = { "alone", "pair", "trio", "four", "group", "room" };
static const char *const repeat_words[] = { "", "member", "storyteller", "topic", "turn", "block" };
static const char *const role_words[] = { "member", "turn", "fixed", "extra", "leader" };
static const char *const speaks_words[] = { "nobody", "everyone", "each", "reporters", "facilitator", "member" };

static void
add_text (JsonBuilder *json,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (json, member);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

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
  add_text (json, "id", format->id);
  add_text (json, "name", format->name);
  add_text (json, "purpose", format->purpose);
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
  add_text (json, "licence", format->licence);
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
      add_text (json, "in", gather_words[step->gather]);
      json_builder_set_member_name (json, "optional");
      json_builder_add_boolean_value (json, step->optional);
      if (step->steps != NULL)
        {
          add_text (json, "repeat", repeat_words[step->repeat]);
          json_builder_set_member_name (json, "share");
          json_builder_add_boolean_value (json, step->share);
          if (step->repeat != ROUNDEL_REPEAT_MEMBER)
            add_bounds (json, "count", step->count_low, step->count_high, TRUE);
          add_steps (json, format, step->steps);
        }
      else
        {
          add_text (json, "id", step->id);
          add_text (json, "title", step->title);
          add_text (json, "say", step->say);
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
          add_text (json, "provenance", provenance);
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
  json_builder_set_member_name (json, "edition");
  json_builder_add_int_value (json, format->edition);
  add_text (json, "when", format->when);
  add_text (json, "when_not", format->when_not);
  add_text (json, "turns", turns_words[format->turns]);
  json_builder_set_member_name (json, "roles");
  json_builder_begin_array (json);
  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "id", role->id);
      add_text (json, "name", role->name);
      add_text (json, "does", role->does);
      add_text (json, "kind", role_words[role->kind]);
      add_bounds (json, "count", role->min, role->max, role->max > 0);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_steps (json, format, format->steps);
  add_text (json, "paste", format->paste);
  add_text (json, "odd", format->odd);
  add_text (json, "note", format->note);
  add_text (json, "source_edition", format->source_edition);
  add_text (json, "attribution", format->attribution);
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
  return high > 0 ? describe_range (low, high, TRUE) : g_strdup ("—");
}

/* How often a step is repeated, as a heading over its steps. */
static char *
describe_repeat (const RoundelStep *step)
{
  g_autofree char *count = describe_range (step->count_low, step->count_high, TRUE);

  switch (step->repeat)
    {
    case ROUNDEL_REPEAT_MEMBER:
      return g_strdup (step->share ? _("Each member in turn; they share the minutes equally:") : _("Each member in turn:"));
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

          g_print ("%*s  %7s  %s%s\n", indent, "", minutes, step->title, step->optional ? _(" (optional)") : "");
        }
    }
}

static void
print_one_text (const RoundelFormat *format)
{
  g_autofree char *people = describe_range (format->people_min, format->people_max, format->people_max > 0);
  g_autofree char *minutes = describe_minutes (format);

  g_print ("%s\n%s\n\n", format->name, format->purpose);
  g_print (_("Use it when     %s\n"), format->when);
  g_print (_("Rather not when %s\n"), format->when_not);
  g_print (_("People          %s\n"), people);
  if (format->group_min > 0)
    {
      g_autofree char *group = describe_range (format->group_min, format->group_max, format->group_max > 0);

      g_print (_("In groups of    %s\n"), group);
    }
  g_print (_("Minutes         %s\n"), minutes);
  if (format->roles->len > 0)
    g_print ("\n%s\n", _("Roles"));
  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];

      g_print ("  %s%s%s\n", role->name, role->does != NULL ? ": " : "", role->does != NULL ? role->does : "");
    }
  if (format->steps->len > 0)
    g_print ("\n%s\n", _("Minutes and steps"));
  print_steps (format->steps, 0);
  if (format->paste != NULL)
    g_print ("\n%s\n", format->paste);
  if (format->odd != NULL)
    g_print ("\n%s\n", format->odd);
  if (format->note != NULL)
    g_print ("\n%s\n", format->note);
  g_print ("\n%s%s%s\n", format->licence, format->attribution != NULL ? ". " : "",
           format->attribution != NULL ? format->attribution : "");
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
        g_print (_("%-18s %s\n%-18s %s people, %s minutes. %s\n\n"), format->id, format->name, "", people, minutes,
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
