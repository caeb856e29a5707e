/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/json.h"

#define DAY (24 * 60 * 60)

/* Reads one line; PLACE says which, for a message. */
static gboolean
read_step (const char            *line,
           const char            *place,
           RoundelRehearsalStep  *step,
           GError               **error)
{
  static const RoundelSessionEventKind kinds[] = {
    ROUNDEL_SESSION_EVENT_PAUSE, ROUNDEL_SESSION_EVENT_RESUME, ROUNDEL_SESSION_EVENT_NEXT,
    ROUNDEL_SESSION_EVENT_BACK, ROUNDEL_SESSION_EVENT_ADD,
  };
  g_autoptr (RoundelJson) json = roundel_json_new (line, -1, place, error);
  gint64 before = step->at;

  if (json == NULL)
    return FALSE;
  roundel_json_expect_keys (json, "at do seconds");
  step->at = roundel_json_int (json, "at", 0, 30 * DAY);
  step->kind = kinds[roundel_json_choice (json, "do", "pause resume next back add", -1)];
  step->amount = 0;
  if (step->kind == ROUNDEL_SESSION_EVENT_ADD)
    step->amount = roundel_json_int (json, "seconds", -DAY, DAY);
  else if (roundel_json_has (json, "seconds"))
    roundel_json_fail (json, "seconds", _("only “add” has seconds"));
  if (step->at < before)
    roundel_json_fail (json, "at", _("expected no less than %d, as in the event before: they go in the order of time"),
                       (int) before);
  return roundel_json_finish (json, error);
}

/**
 * roundel_cli_events_read:
 * @text: a text with a JSON object a line, such as `{"at": 120, "do": "add", "seconds": 60}`
 * @length: its length in bytes; a zero stands behind it
 * @name: what to call it in a message: the name of its file
 * @error: return location for a %ROUNDEL_CONTENT_ERROR, which names the line
 *
 * Returns: (transfer full) (element-type RoundelRehearsalStep): what happens in a rehearsal, or %NULL
 */
GArray *
roundel_cli_events_read (const char  *text,
                         gsize        length,
                         const char  *name,
                         GError     **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (RoundelRehearsalStep));
  RoundelRehearsalStep step = { 0 };
  g_auto (GStrv) lines = NULL;

  if (strlen (text) < length)
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX,
                   _("%s is no text: write one event a line, as {\"at\": 120, \"do\": \"pause\"}"), name);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf (_("%s, line %u"), name, i + 1);

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (!read_step (lines[i], place, &step, error))
        return NULL;
      g_array_append_val (steps, step);
    }
  return g_steal_pointer (&steps);
}
