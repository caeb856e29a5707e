/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/session-event.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/round-text.h"

/* Which of the words after the instant an event has. */
typedef enum
{
  HAS_NOTHING,
  HAS_AMOUNT,
  HAS_CHANGES,
  HAS_AMOUNT_AND_CHANGES,
  HAS_ROUNDS,
} Has;

static const struct
{
  const char *text;
  Has has;
} kinds[] = {
  [ROUNDEL_SESSION_EVENT_START] = { "start", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_PAUSE] = { "pause", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_RESUME] = { "resume", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_HOLD] = { "hold", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_RELEASE] = { "release", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_NEXT] = { "next", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_BACK] = { "back", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_JUMP] = { "jump", HAS_AMOUNT },
  [ROUNDEL_SESSION_EVENT_ADD] = { "add", HAS_AMOUNT },
  [ROUNDEL_SESSION_EVENT_CORRECT] = { "correct", HAS_AMOUNT },
  [ROUNDEL_SESSION_EVENT_FIT] = { "fit", HAS_CHANGES },
  [ROUNDEL_SESSION_EVENT_CARRY] = { "carry", HAS_CHANGES },
  [ROUNDEL_SESSION_EVENT_AGREE] = { "agree", HAS_CHANGES },
  [ROUNDEL_SESSION_EVENT_EXTEND] = { "extend", HAS_AMOUNT_AND_CHANGES },
  [ROUNDEL_SESSION_EVENT_REPLAN] = { "replan", HAS_ROUNDS },
  [ROUNDEL_SESSION_EVENT_FINISH] = { "finish", HAS_NOTHING },
  [ROUNDEL_SESSION_EVENT_UNDO] = { "undo", HAS_NOTHING },
};

static char *
changes_to_text (GArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const RoundelChange *change = &g_array_index (changes, RoundelChange, i);

      g_string_append_printf (text, "%s%u=%u", i > 0 ? "," : "", change->round, change->seconds);
    }
  return g_string_free (text, FALSE);
}

static gboolean
changes_from_text (const char *text,
                   GArray     *changes)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *equals = strchr (items[i], '=');
      guint64 round, seconds;
      RoundelChange change;

      if (equals == NULL)
        return FALSE;
      *equals = '\0';
      if (!g_ascii_string_to_unsigned (items[i], 10, 0, G_MAXUINT16, &round, NULL) ||
          !g_ascii_string_to_unsigned (equals + 1, 10, 0, ROUNDEL_ROUND_LONGEST, &seconds, NULL))
        return FALSE;
      change.round = round;
      change.seconds = seconds;
      g_array_append_val (changes, change);
    }
  return TRUE;
}

static gboolean
arguments_from_text (RoundelSessionEvent *self,
                     Has                  has,
                     const char          *text)
{
  g_auto (GStrv) words = NULL;

  if (has == HAS_NOTHING)
    return text == NULL;
  if (text == NULL)
    return FALSE;
  if (has == HAS_ROUNDS)
    return (self->rounds = roundel_rounds_from_text (text, NULL)) != NULL;
  if (has == HAS_AMOUNT || has == HAS_AMOUNT_AND_CHANGES)
    {
      words = g_strsplit (text, " ", 2);
      if (!g_ascii_string_to_signed (words[0], 10, -ROUNDEL_ROUND_LONGEST, ROUNDEL_ROUND_LONGEST, &self->amount, NULL))
        return FALSE;
      text = words[1];
      if (text == NULL)
        return TRUE;
    }
  if (has == HAS_AMOUNT)
    return FALSE;
  self->changes = g_array_new (FALSE, FALSE, sizeof (RoundelChange));
  return changes_from_text (text, self->changes);
}

static RoundelSessionEvent *
event_from_words (char **words)
{
  g_autoptr (RoundelSessionEvent) self = NULL;
  RoundelSessionEventKind kind;
  RoundelInstant at;

  if (g_strv_length (words) < 4 || !roundel_session_event_kind_from_text (words[0], &kind) ||
      !g_ascii_string_to_signed (words[1], 10, G_MININT64 / 4, G_MAXINT64 / 4, &at.wall, NULL) ||
      !g_ascii_string_to_signed (words[2], 10, 0, G_MAXINT64 / 4, &at.boot, NULL) ||
      !g_ascii_string_to_unsigned (words[3], 16, 0, G_MAXUINT64, &at.boot_id, NULL))
    return NULL;
  self = roundel_session_event_new (kind, &at, 0);
  return arguments_from_text (self, kinds[kind].has, words[4]) ? g_steal_pointer (&self) : NULL;
}

/**
 * roundel_instant_now:
 * @env: the world
 *
 * Returns: this moment
 */
RoundelInstant
roundel_instant_now (RoundelEnv *env)
{
  RoundelInstant now = { roundel_env_now (env), roundel_env_boottime (env), roundel_env_boot_id (env) };

  return now;
}

/**
 * roundel_instant_span:
 * @from: a moment
 * @to: a later one
 *
 * Returns: microseconds from @from to @to; 0 if the clocks say that @to was earlier
 */
gint64
roundel_instant_span (const RoundelInstant *from,
                      const RoundelInstant *to)
{
  gboolean one_start = from->boot_id != 0 && from->boot_id == to->boot_id;
  gint64 span = one_start ? to->boot - from->boot : to->wall - from->wall;

  return MAX (span, 0);
}

/**
 * roundel_session_event_kind_to_text:
 * @kind: a kind of event
 *
 * Returns: its name in stored events and in the events of a rehearsal; never translated
 */
const char *
roundel_session_event_kind_to_text (RoundelSessionEventKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].text;
}

/**
 * roundel_session_event_kind_from_text:
 * @text: a name
 * @kind: (out): the kind of event
 *
 * Returns: whether @text names one
 */
gboolean
roundel_session_event_kind_from_text (const char              *text,
                                      RoundelSessionEventKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].text, text) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * roundel_session_event_new:
 * @kind: what happened
 * @at: when
 * @amount: seconds, or the index of a round; 0 for the kinds that need none
 *
 * Returns: (transfer full): an event; @changes and @rounds are for the caller to fill in
 */
RoundelSessionEvent *
roundel_session_event_new (RoundelSessionEventKind  kind,
                           const RoundelInstant    *at,
                           gint64                   amount)
{
  RoundelSessionEvent *self = g_new0 (RoundelSessionEvent, 1);

  self->kind = kind;
  self->at = *at;
  self->amount = amount;
  return self;
}

RoundelSessionEvent *
roundel_session_event_copy (const RoundelSessionEvent *self)
{
  RoundelSessionEvent *copy = g_memdup2 (self, sizeof *self);

  copy->changes = self->changes != NULL ? g_array_copy (self->changes) : NULL;
  copy->rounds = self->rounds != NULL ? roundel_rounds_copy (self->rounds) : NULL;
  return copy;
}

void
roundel_session_event_free (RoundelSessionEvent *self)
{
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self);
}

/**
 * roundel_session_event_to_text:
 * @self: an event
 *
 * The stored form: `KIND WALL BOOT BOOT-ID [AMOUNT] [ROUND=SECONDS,…] [ROUNDS]`, with microseconds, and the boot id
 * in hexadecimal digits: `add 1800000000000000 5000000 9f86d081 -60`.
 *
 * Returns: (transfer full): one line without its end
 */
char *
roundel_session_event_to_text (const RoundelSessionEvent *self)
{
  GString *text = g_string_new (NULL);
  Has has = kinds[self->kind].has;

  g_string_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_MODIFIER "x",
                   kinds[self->kind].text, self->at.wall, self->at.boot, self->at.boot_id);
  if (has == HAS_AMOUNT || has == HAS_AMOUNT_AND_CHANGES)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, self->amount);
  if ((has == HAS_CHANGES || has == HAS_AMOUNT_AND_CHANGES) && self->changes != NULL)
    {
      g_autofree char *changes = changes_to_text (self->changes);

      g_string_append_printf (text, " %s", changes);
    }
  if (has == HAS_ROUNDS)
    {
      g_autofree char *rounds = roundel_rounds_to_text (self->rounds);

      g_string_append_printf (text, " %s", rounds);
    }
  return g_string_free (text, FALSE);
}

/**
 * roundel_session_event_from_text:
 * @text: what roundel_session_event_to_text() wrote
 * @error: return location; %ROUNDEL_CORE_ERROR_NONSENSE
 *
 * Strict: only what would be written again letter by letter is an event.
 *
 * Returns: (transfer full): the event, or %NULL if @text is anything else
 */
RoundelSessionEvent *
roundel_session_event_from_text (const char  *text,
                                 GError     **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 5);
  g_autoptr (RoundelSessionEvent) self = event_from_words (words);
  g_autofree char *shown = NULL;

  if (self != NULL)
    {
      g_autofree char *again = roundel_session_event_to_text (self);

      if (strcmp (text, again) == 0)
        return g_steal_pointer (&self);
    }
  shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 60));
  g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
               _("“%s” is no step of a session."), shown);
  return NULL;
}
