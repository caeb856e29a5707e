/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/decisions.h"

#include "app/share/change-row.h"
#include "app/share/text-choice.h"

/* What was looked at of files that were read, and what was decided: a view for each change, made when it is first seen. */
struct _RoundelDecisions
{
  GObject parent_instance;

  RoundelIncoming *incoming;
  RoundelNotebook *notebook;
  const GPtrArray *changes;
  GtkWidget **views;
  GtkWidget **choices; /* NULL where there is nothing to decide, or it was not seen */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelDecisions, roundel_decisions, G_TYPE_OBJECT)

static void
chosen_cb (RoundelDecisions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
roundel_decisions_finalize (GObject *object)
{
  RoundelDecisions *self = ROUNDEL_DECISIONS (object);

  for (guint i = 0; i < self->changes->len; i++)
    {
      g_clear_object (&self->choices[i]);
      g_clear_object (&self->views[i]);
    }
  g_free (self->choices);
  g_free (self->views);
  g_clear_object (&self->incoming);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (roundel_decisions_parent_class)->finalize (object);
}

static void
roundel_decisions_class_init (RoundelDecisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_decisions_finalize;
  /**
   * RoundelDecisions::changed:
   *
   * Something was decided, or put off.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_decisions_init (RoundelDecisions *self)
{
}

/**
 * roundel_decisions_new:
 * @incoming: files that were read
 * @notebook: where they go
 *
 * Returns: (transfer full): nothing decided yet
 */
RoundelDecisions *
roundel_decisions_new (RoundelIncoming *incoming,
                       RoundelNotebook *notebook)
{
  RoundelDecisions *self = g_object_new (ROUNDEL_TYPE_DECISIONS, NULL);

  self->incoming = g_object_ref (incoming);
  self->notebook = g_object_ref (notebook);
  self->changes = roundel_incoming_get_changes (incoming);
  self->views = g_new0 (GtkWidget *, self->changes->len);
  self->choices = g_new0 (GtkWidget *, self->changes->len);
  return self;
}

/**
 * roundel_decisions_get_view:
 * @self: decisions
 * @index: of a change
 *
 * Returns: (transfer none): all there is to see of it, and the choice where there is one
 */
GtkWidget *
roundel_decisions_get_view (RoundelDecisions *self,
                            guint             index)
{
  const char *own = roundel_notebook_get_device (self->notebook);
  const RoundelMergeChange *change;

  g_return_val_if_fail (index < self->changes->len, NULL);

  change = self->changes->pdata[index];
  if (self->views[index] == NULL && change->versions != NULL)
    {
      const RoundelIncomingProgram *program = roundel_incoming_find (self->incoming, change->after->program);

      self->choices[index] = g_object_ref_sink (roundel_text_choice_new (change->versions, own, program->cards,
                                                                         program->program, TRUE));
      g_signal_connect_object (self->choices[index], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->views[index] == NULL)
    self->views[index] = g_object_ref_sink (roundel_change_view_new (self->incoming, change, own, self->choices[index]));
  return self->views[index];
}

/**
 * roundel_decisions_count_open:
 * @self: decisions
 *
 * Returns: how many conflicts nobody has decided or put off
 */
guint
roundel_decisions_count_open (RoundelDecisions *self)
{
  guint n = 0;

  for (guint i = 0; i < self->changes->len; i++)
    if (((RoundelMergeChange *) self->changes->pdata[i])->versions != NULL)
      n += self->choices[i] == NULL || !roundel_text_choice_is_made (ROUNDEL_TEXT_CHOICE (self->choices[i]));
  return n;
}

/**
 * roundel_decisions_wait:
 * @self: decisions
 *
 * Returns: whether any was put off
 */
gboolean
roundel_decisions_wait (RoundelDecisions *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (self->choices[i] != NULL && roundel_text_choice_waits (ROUNDEL_TEXT_CHOICE (self->choices[i])))
      return TRUE;
  return FALSE;
}

/**
 * roundel_decisions_keep:
 * @self: decisions on what has come in
 * @error: return location
 *
 * Returns: whether all that was decided is in the notebook
 */
gboolean
roundel_decisions_keep (RoundelDecisions  *self,
                        GError           **error)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (self->choices[i] != NULL
        && !roundel_text_choice_keep (ROUNDEL_TEXT_CHOICE (self->choices[i]), self->notebook, error))
      return FALSE;
  return TRUE;
}
