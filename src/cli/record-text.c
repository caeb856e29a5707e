/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/record-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TELLING 6 /* the last digits of a device are random, the first ones the time it was made */

static const char * const names[][2] = {
  { "program", NC_("record", "program") },
  { "circle", NC_("record", "circle") },
  { "member", NC_("record", "member") },
  { "member-notes", NC_("record", "note on a member") },
  { "session", NC_("record", "session") },
  { "charter", NC_("record", "charter") },
  { "record", NC_("record", "record of a session") },
  { "attendance", NC_("record", "attendance of a session") },
  { "harvest", NC_("record", "harvest") },
  { "partners", NC_("record", "list of partners") },
  { "topic", NC_("record", "proposed topic") },
  { "ballot", NC_("record", "ballot") },
  { "result", NC_("record", "wanted result") },
  { "lesson", NC_("record", "lesson") },
  { "reply", NC_("record", "reply to a lesson") },
  { "commitment", NC_("record", "commitment") },
  { "evaluation", NC_("record", "evaluation") },
  { "card", NC_("record", "card") },
  { "readiness", NC_("record", "note on readiness") },
  { "support-contact", NC_("record", "support contact") },
};

/**
 * roundel_cli_kind_name:
 * @kind: of the table of kinds, or of a newer version
 *
 * Returns: (transfer none): what one record of @kind is called
 */
const char *
roundel_cli_kind_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "record", names[i][1]);
  return kind;
}

/**
 * roundel_cli_count_records:
 * @kind: of the table of kinds, or of a newer version
 * @n: how many
 *
 * Returns: (transfer full): how many there are of what, as `2 sessions`
 */
char *
roundel_cli_count_records (const char *kind,
                           guint       n)
{
  if (g_str_equal (kind, "program"))
    return g_strdup_printf (ngettext ("%u program", "%u programs", n), n);
  if (g_str_equal (kind, "circle"))
    return g_strdup_printf (ngettext ("%u circle", "%u circles", n), n);
  if (g_str_equal (kind, "member"))
    return g_strdup_printf (ngettext ("%u member", "%u members", n), n);
  if (g_str_equal (kind, "member-notes"))
    return g_strdup_printf (ngettext ("%u note on a member", "%u notes on members", n), n);
  if (g_str_equal (kind, "session"))
    return g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);
  if (g_str_equal (kind, "charter"))
    return g_strdup_printf (ngettext ("%u charter", "%u charters", n), n);
  if (g_str_equal (kind, "record"))
    return g_strdup_printf (ngettext ("%u record of a session", "%u records of sessions", n), n);
  if (g_str_equal (kind, "attendance"))
    return g_strdup_printf (ngettext ("%u attendance of a session", "%u attendances of sessions", n), n);
  if (g_str_equal (kind, "harvest"))
    return g_strdup_printf (ngettext ("%u harvest", "%u harvests", n), n);
  if (g_str_equal (kind, "partners"))
    return g_strdup_printf (ngettext ("%u list of partners", "%u lists of partners", n), n);
  if (g_str_equal (kind, "topic"))
    return g_strdup_printf (ngettext ("%u proposed topic", "%u proposed topics", n), n);
  if (g_str_equal (kind, "ballot"))
    return g_strdup_printf (ngettext ("%u ballot", "%u ballots", n), n);
  if (g_str_equal (kind, "result"))
    return g_strdup_printf (ngettext ("%u wanted result", "%u wanted results", n), n);
  if (g_str_equal (kind, "lesson"))
    return g_strdup_printf (ngettext ("%u lesson", "%u lessons", n), n);
  if (g_str_equal (kind, "reply"))
    return g_strdup_printf (ngettext ("%u reply to a lesson", "%u replies to lessons", n), n);
  if (g_str_equal (kind, "commitment"))
    return g_strdup_printf (ngettext ("%u commitment", "%u commitments", n), n);
  if (g_str_equal (kind, "evaluation"))
    return g_strdup_printf (ngettext ("%u evaluation", "%u evaluations", n), n);
  if (g_str_equal (kind, "card"))
    return g_strdup_printf (ngettext ("%u card", "%u cards", n), n);
  if (g_str_equal (kind, "readiness"))
    return g_strdup_printf (ngettext ("%u note on readiness", "%u notes on readiness", n), n);
  if (g_str_equal (kind, "support-contact"))
    return g_strdup_printf (ngettext ("%u support contact", "%u support contacts", n), n);
  if (g_str_equal (kind, "erase"))
    return g_strdup_printf (ngettext ("%u text taken back", "%u texts taken back", n), n);
  return g_strdup_printf (ngettext ("%u record of a newer version", "%u records of a newer version", n), n);
}

/**
 * roundel_cli_writer_name:
 * @notebook: a notebook
 * @device: id of who wrote a revision
 *
 * Revisions are unsigned and carry no name: all that is sure is which were written here.
 *
 * Returns: (transfer full): what to call the writer
 */
char *
roundel_cli_writer_name (RoundelNotebook *notebook,
                         const char      *device)
{
  gsize length = strlen (device);

  if (g_str_equal (device, roundel_notebook_get_device (notebook)))
    return g_strdup (_("you"));
  /* Translators: who wrote something, on a computer of which only a number is known */
  return g_strdup_printf (_("someone (%s)"), device + (length > TELLING ? length - TELLING : 0));
}
