/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/compare.h"

#include <glib/gi18n-lib.h>

static char *
list_formats (const RoundelOutcome *self,
              const RoundelFormats *formats)
{
  GString *text = g_string_new (NULL);

  for (char **id = self->formats; *id != NULL; id++)
    {
      const RoundelFormat *format = formats->find (formats->library, *id, NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", format != NULL ? format->name : *id);
    }
  return g_string_free (text, FALSE);
}

static char *
list_between (const RoundelOutcome *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->between->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((RoundelBetween *) self->between->pdata[i])->text);
  return g_string_free (text, FALSE);
}

static char *
describe_rhythm (const RoundelOutcome *self)
{
  g_autofree char *rhythm = roundel_rhythm_describe (&self->rhythm);

  /* Translators: a number of sessions, and a rhythm such as “monthly” */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session, %s", "%u sessions, %s", self->rhythm.count),
                          self->rhythm.count, rhythm);
}

/**
 * roundel_design_value_get_name:
 * @self: a value
 *
 * Returns: (transfer none): what it is called, in the reader's language
 */
const char *
roundel_design_value_get_name (RoundelDesignValue self)
{
  switch (self)
    {
    case ROUNDEL_DESIGN_CIRCLE: return _("Who meets");
    case ROUNDEL_DESIGN_MINUTES: return _("How long each time");
    case ROUNDEL_DESIGN_RHYTHM: return _("Rhythm");
    case ROUNDEL_DESIGN_FORMATS: return _("Formats");
    case ROUNDEL_DESIGN_FACILITATION: return _("Who leads");
    case ROUNDEL_DESIGN_BETWEEN: return _("Between sessions");
    case ROUNDEL_DESIGN_MEASURES: return _("Seen by");
    case ROUNDEL_DESIGN_N_VALUES:
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * roundel_design_value_to_string:
 * @self: a value
 *
 * Returns: (transfer none): its word in files and in JSON, not translated
 */
const char *
roundel_design_value_to_string (RoundelDesignValue self)
{
  static const char *const words[ROUNDEL_DESIGN_N_VALUES] = {
    "circle", "minutes", "rhythm", "formats", "facilitation", "between", "measures",
  };

  g_return_val_if_fail (self < ROUNDEL_DESIGN_N_VALUES, NULL);

  return words[self];
}

/**
 * roundel_outcome_describe_facilitation:
 * @self: an outcome
 * @n_sessions: how many sessions there are
 *
 * Returns: (transfer full): who leads, and when the members take over (D7), if a session comes after that
 */
char *
roundel_outcome_describe_facilitation (const RoundelOutcome *self,
                                       guint                 n_sessions)
{
  if (self->handover == 0 || self->handover >= n_sessions)
    return g_strdup (self->facilitation_text);
  /* Translators: who facilitates, in a sentence, and the number of a session */
  return g_strdup_printf (_("%s They take over in session %u."), self->facilitation_text, self->handover);
}

/**
 * roundel_outcome_describe_value:
 * @self: an outcome
 * @value: what its design decides
 * @formats: where the formats come from
 *
 * Returns: (transfer full): how it decides, in words; a line each where it is several things
 */
char *
roundel_outcome_describe_value (const RoundelOutcome *self,
                                RoundelDesignValue    value,
                                const RoundelFormats *formats)
{
  switch (value)
    {
    case ROUNDEL_DESIGN_CIRCLE:
      /* Translators: who meets, and the smallest and the largest number of people in a circle */
      return g_strdup_printf (_("%s (%u to %u in a circle)"), self->who, self->circle_min, self->circle_max);
    case ROUNDEL_DESIGN_MINUTES: return roundel_duration_describe (self->minutes * 60);
    case ROUNDEL_DESIGN_RHYTHM: return describe_rhythm (self);
    case ROUNDEL_DESIGN_FORMATS: return list_formats (self, formats);
    case ROUNDEL_DESIGN_FACILITATION: return roundel_outcome_describe_facilitation (self, self->rhythm.count);
    case ROUNDEL_DESIGN_BETWEEN: return list_between (self);
    case ROUNDEL_DESIGN_MEASURES: return g_strjoinv ("\n", self->measures);
    case ROUNDEL_DESIGN_N_VALUES:
    default: g_return_val_if_reached (NULL);
    }
}
