/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/session-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/live-text.h"
#include "core/history.h"

static void
words_free (gpointer data)
{
  RoundelSessionWords *words = data;

  g_free (words->heading);
  g_ptr_array_unref (words->lines);
  g_free (words);
}

static GPtrArray *
add_heading (GPtrArray  *sections,
             const char *heading)
{
  RoundelSessionWords *words = g_new0 (RoundelSessionWords, 1);

  words->heading = g_strdup (heading);
  words->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sections, words);
  return words->lines;
}

static const char *
name_of (const RoundelProgram *program,
         const char           *id)
{
  const RoundelMember *member = roundel_program_find_member (program, id);

  return member != NULL && member->name != NULL ? member->name : _("a seat without a name");
}

static char *
join_names (const RoundelProgram *program,
            char                **ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? C_("names", ", ") : "", name_of (program, *id));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The clock in a local time such as 2027-01-14T15:02:10+01:00. */
static char *
clock_of (const char *time)
{
  const char *t = time != NULL ? strchr (time, 'T') : NULL;

  return t != NULL && strlen (t) > 5 ? g_strndup (t + 1, 5) : NULL;
}

static void
add_how (GPtrArray                  *sections,
         const RoundelProgram       *program,
         const RoundelSession       *session,
         const RoundelSessionRecord *record)
{
  GPtrArray *lines = add_heading (sections, _("How it went"));
  const RoundelAttendance *attendance = roundel_program_find_attendance (program, session->id);
  const RoundelCircle *circle = roundel_program_find_circle (program, session->circle);
  g_autofree char *began = clock_of (record->began);
  g_autofree char *ended = clock_of (record->ended);

  if (began != NULL && ended != NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("From %s to %s"), began, ended));
  if (attendance != NULL && circle != NULL)
    {
      guint here = g_strv_length (attendance->here);
      g_autofree char *names = join_names (program, attendance->here);

      g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u of %u came: %s", "%u of %u came: %s", here), here,
                                               g_strv_length (circle->members), names));
    }
  if (attendance != NULL && attendance->guests > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u guest", "%u guests", attendance->guests), attendance->guests));
  if (record->led != NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("Led by %s"), name_of (program, record->led)));
}

static void
add_parts (GPtrArray                  *sections,
           const RoundelSessionRecord *record)
{
  GPtrArray *lines = record->parts->len > 0 ? add_heading (sections, _("Planned and used")) : NULL;

  for (guint i = 0; i < record->parts->len; i++)
    {
      const RoundelHeldPart *part = record->parts->pdata[i];
      g_autofree char *planned = roundel_text_minutes (part->planned);
      g_autofree char *used = roundel_text_minutes (part->used);
      const char *title = part->title != NULL ? part->title : _("A part without a name");

      g_ptr_array_add (lines, part->used > 0 ? g_strdup_printf (_("%s: %s of %s min"), title, used, planned)
                                             : g_strdup_printf (_("%s: left out"), title));
    }
}

static void
add_cases (GPtrArray                  *sections,
           const RoundelProgram       *program,
           const RoundelSessionRecord *record)
{
  g_autofree char *had = join_names (program, record->had);
  g_autofree char *owed = join_names (program, record->owed);
  GPtrArray *lines;

  if (*had == '\0' && *owed == '\0')
    return;
  lines = add_heading (sections, _("Cases"));
  if (*had != '\0')
    g_ptr_array_add (lines, g_strdup_printf (_("Had one: %s"), had));
  if (*owed != '\0')
    g_ptr_array_add (lines, g_strdup_printf (_("Go first next time: %s"), owed));
}

static void
add_left (GPtrArray                  *sections,
          const RoundelProgram       *program,
          const RoundelSession       *session,
          const RoundelSessionRecord *record)
{
  const RoundelHarvest *harvest = roundel_program_find_harvest (program, session->id);
  GPtrArray *lines;

  if (harvest != NULL && *harvest->lines != NULL)
    {
      lines = add_heading (sections, _("Harvest"));
      for (char **line = harvest->lines; *line != NULL; line++)
        g_ptr_array_add (lines, g_strdup (*line));
    }
  if (record->promises > 0)
    g_ptr_array_add (add_heading (sections, _("Promises")),
                     g_strdup_printf (ngettext ("%u was made; its words are with its owner",
                                                "%u were made; their words are with their owners", record->promises),
                                      record->promises));
}

static void
add_evaluation (GPtrArray               *sections,
                const RoundelEvaluation *evaluation)
{
  GPtrArray *lines;

  if (evaluation == NULL)
    return;
  lines = add_heading (sections, _("Was it worth the time?"));
  if (evaluation->mean > 0 || evaluation->slips >= ROUNDEL_EVALUATION_LEAST)
    {
      g_autofree char *mean = roundel_text_minutes (evaluation->mean * 30);

      g_ptr_array_add (lines, g_strdup_printf (ngettext ("%s of %u, from %u slip", "%s of %u, from %u slips", evaluation->slips),
                                               mean, ROUNDEL_WORTH_MOST, evaluation->slips));
    }
  for (char **change = evaluation->changes; *change != NULL; change++)
    g_ptr_array_add (lines, g_strdup_printf (_("Change: %s"), *change));
}

/**
 * roundel_session_words_new:
 * @program: a whole program
 * @session: one of its sessions
 *
 * Returns: (transfer full) (element-type RoundelSessionWords): what it left, section by section; none when it was not held
 */
GPtrArray *
roundel_session_words_new (const RoundelProgram *program,
                           const RoundelSession *session)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (words_free);
  const RoundelSessionRecord *record = roundel_program_find_record (program, session->id);

  if (record == NULL)
    return sections;
  add_how (sections, program, session, record);
  add_parts (sections, record);
  add_cases (sections, program, record);
  add_left (sections, program, session, record);
  add_evaluation (sections, roundel_program_find_evaluation (program, session->id));
  return sections;
}
