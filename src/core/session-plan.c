/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/session-plan.h"

struct _RoundelPlanHistory
{
  GPtrArray *plans; /* of RoundelSessionPlan, from the oldest */
  guint at;         /* the one that is shown */
  const char *what; /* interned: what the last edit was about, NULL when the next one stands for itself */
};

static RoundelSessionPlan *
copy (const RoundelSessionPlan *self)
{
  RoundelSessionPlan *new = g_new0 (RoundelSessionPlan, 1);

  g_atomic_ref_count_init (&new->refs);
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    new->texts[i] = g_strdup (self->texts[i]);
  new->outline = roundel_outline_copy (self->outline);
  new->between = roundel_between_list_copy (self->between);
  return new;
}

static RoundelOutlinePart *
get_part (const RoundelSessionPlan *self,
          guint                     at)
{
  return self->outline->pdata[at];
}

static gboolean
parts_are_equal (const RoundelOutlinePart *a,
                 const RoundelOutlinePart *b)
{
  return g_strcmp0 (a->format, b->format) == 0 && a->edition == b->edition && g_strcmp0 (a->title, b->title) == 0 &&
         a->seconds == b->seconds && !a->optional == !b->optional && a->begins == b->begins;
}

static gboolean
betweens_are_equal (const RoundelBetween *a,
                    const RoundelBetween *b)
{
  return a->kind == b->kind && a->before == b->before && g_strcmp0 (a->text, b->text) == 0;
}

static char *
dup_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static char **
get_session_text (RoundelSession  *session,
                  RoundelPlanText  text)
{
  char **texts[] = { &session->title, &session->knowledge, &session->source, &session->checked_by, &session->question };

  return texts[text];
}

/**
 * roundel_session_plan_new:
 * @session: a session
 *
 * Returns: (transfer full): its plan, which shares nothing with it
 */
RoundelSessionPlan *
roundel_session_plan_new (const RoundelSession *session)
{
  RoundelSessionPlan *self = g_new0 (RoundelSessionPlan, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    self->texts[i] = dup_filled (*get_session_text ((RoundelSession *) session, i));
  self->outline = roundel_outline_copy (session->outline);
  self->between = roundel_between_list_copy (session->between);
  return self;
}

RoundelSessionPlan *
roundel_session_plan_ref (RoundelSessionPlan *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
roundel_session_plan_unref (RoundelSessionPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->outline);
  g_ptr_array_unref (self->between);
  g_free (self);
}

gboolean
roundel_session_plan_equal (const RoundelSessionPlan *self,
                            const RoundelSessionPlan *other)
{
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;
  if (self->outline->len != other->outline->len || self->between->len != other->between->len)
    return FALSE;
  for (guint i = 0; i < self->outline->len; i++)
    if (!parts_are_equal (get_part (self, i), get_part (other, i)))
      return FALSE;
  for (guint i = 0; i < self->between->len; i++)
    if (!betweens_are_equal (self->between->pdata[i], other->between->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * roundel_session_plan_find_change:
 * @before: a plan
 * @after: what it became
 * @otherwise: what is returned when they have the same parts
 *
 * Returns: the part of @after to look at: the first that is another one, or that after which one is gone
 */
guint
roundel_session_plan_find_change (const RoundelSessionPlan *before,
                                  const RoundelSessionPlan *after,
                                  guint                     otherwise)
{
  guint at = 0;
  guint gone;

  while (at < before->outline->len && at < after->outline->len && parts_are_equal (get_part (before, at), get_part (after, at)))
    at++;
  if (after->outline->len == before->outline->len && at == after->outline->len)
    return otherwise;
  if (after->outline->len >= before->outline->len || at == 0)
    return at;
  gone = before->outline->len - after->outline->len;
  /* the first half of what was split */
  if (at < after->outline->len && g_strcmp0 (get_part (before, at)->format, get_part (after, at)->format) == 0)
    return at;
  for (guint i = at; i < after->outline->len; i++)
    if (!parts_are_equal (get_part (before, i + gone), get_part (after, i)))
      return at;
  return at - 1;
}

/**
 * roundel_session_plan_apply:
 * @self: a plan
 * @session: gets it
 */
void
roundel_session_plan_apply (const RoundelSessionPlan *self,
                            RoundelSession           *session)
{
  for (guint i = 0; i < ROUNDEL_PLAN_N_TEXTS; i++)
    {
      char **text = get_session_text (session, i);

      g_free (*text);
      *text = g_strdup (self->texts[i]);
    }
  g_ptr_array_unref (session->outline);
  session->outline = roundel_outline_copy (self->outline);
  g_ptr_array_unref (session->between);
  session->between = roundel_between_list_copy (self->between);
}

/**
 * roundel_session_plan_set_text:
 * @value: (nullable): the new text; an empty one is none
 *
 * Returns: (transfer full): the plan with it
 */
RoundelSessionPlan *
roundel_session_plan_set_text (const RoundelSessionPlan *self,
                               RoundelPlanText           text,
                               const char               *value)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (text < ROUNDEL_PLAN_N_TEXTS, NULL);

  new = copy (self);
  g_free (new->texts[text]);
  new->texts[text] = dup_filled (value);
  return new;
}

/**
 * roundel_session_plan_add_part:
 * @at: before which part; the number of parts for the end
 * @format: a format or piece
 * @seconds: how long; 0 for as long as it usually takes, %ROUNDEL_PLAN_REST for what the others leave
 *
 * Returns: (transfer full): the plan with one part more
 */
RoundelSessionPlan *
roundel_session_plan_add_part (const RoundelSessionPlan *self,
                               guint                     at,
                               const RoundelFormat      *format,
                               guint                     seconds)
{
  RoundelSessionPlan *new;
  RoundelOutlinePart *part;

  g_return_val_if_fail (at <= self->outline->len, NULL);

  new = copy (self);
  part = roundel_outline_part_new (format->id, NULL, 0, FALSE);
  part->edition = format->edition;
  g_ptr_array_insert (new->outline, at, part);
  if (seconds == 0)
    return new;
  else
    {
      RoundelSessionPlan *timed = roundel_session_plan_set_seconds (new, at, seconds);

      roundel_session_plan_unref (new);
      return timed;
    }
}

/**
 * roundel_session_plan_remove_part:
 * @at: which part
 *
 * Returns: (transfer full): the plan without it
 */
RoundelSessionPlan *
roundel_session_plan_remove_part (const RoundelSessionPlan *self,
                                  guint                     at)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  g_ptr_array_remove_index (new->outline, at);
  return new;
}

/**
 * roundel_session_plan_move_part:
 * @from: which part
 * @to: the place it has afterwards
 *
 * A fixed start stays with its part.
 *
 * Returns: (transfer full): the plan in the new order
 */
RoundelSessionPlan *
roundel_session_plan_move_part (const RoundelSessionPlan *self,
                                guint                     from,
                                guint                     to)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (from < self->outline->len && to < self->outline->len, NULL);

  new = copy (self);
  g_ptr_array_insert (new->outline, to, g_ptr_array_steal_index (new->outline, from));
  return new;
}

/**
 * roundel_session_plan_split_part:
 * @at: which part
 * @seconds: how long it is, as planned or as it turned out
 * @first: how long the first of the two is to be
 *
 * Both halves together are as long as the part was. Where it took what the others leave, the second half does.
 *
 * Returns: (transfer full): the plan with two parts instead of one
 */
RoundelSessionPlan *
roundel_session_plan_split_part (const RoundelSessionPlan *self,
                                 guint                     at,
                                 guint                     seconds,
                                 guint                     first)
{
  RoundelSessionPlan *new;
  RoundelOutlinePart *half;

  g_return_val_if_fail (at < self->outline->len, NULL);
  g_return_val_if_fail (first > 0 && first < seconds, NULL);

  new = copy (self);
  half = roundel_outline_part_copy (get_part (new, at));
  half->begins = 0;
  if (half->seconds != ROUNDEL_PLAN_REST)
    half->seconds = seconds - first;
  get_part (new, at)->seconds = first;
  g_ptr_array_insert (new->outline, at + 1, half);
  return new;
}

/**
 * roundel_session_plan_repeat_part:
 * @at: which part
 * @seconds: how long it turned out to be
 *
 * Where it takes what the others leave, the one after it is as long as it turned out to be.
 *
 * Returns: (transfer full): the plan with the same part once more after it, without a fixed start
 */
RoundelSessionPlan *
roundel_session_plan_repeat_part (const RoundelSessionPlan *self,
                                  guint                     at,
                                  guint                     seconds)
{
  RoundelSessionPlan *new;
  RoundelOutlinePart *again;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  again = roundel_outline_part_copy (get_part (new, at));
  again->begins = 0;
  if (again->seconds == ROUNDEL_PLAN_REST)
    again->seconds = MAX (seconds, ROUNDEL_PLAN_LEAST_PART);
  g_ptr_array_insert (new->outline, at + 1, again);
  return new;
}

/**
 * roundel_session_plan_set_seconds:
 * @at: which part
 * @seconds: how long; 0 for as long as it usually takes, %ROUNDEL_PLAN_REST for what the others leave
 *
 * Returns: (transfer full): the plan with a part of this length, which is kept between the least and the most
 */
RoundelSessionPlan *
roundel_session_plan_set_seconds (const RoundelSessionPlan *self,
                                  guint                     at,
                                  guint                     seconds)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->outline->len, NULL);

  if (seconds != 0 && seconds != ROUNDEL_PLAN_REST)
    seconds = CLAMP (seconds, ROUNDEL_PLAN_LEAST_PART, ROUNDEL_PLAN_MOST_PART);
  new = copy (self);
  get_part (new, at)->seconds = seconds;
  return new;
}

/**
 * roundel_session_plan_set_format:
 * @at: which part
 * @format: what it is made of from now on
 *
 * Its time stays, its own name goes.
 *
 * Returns: (transfer full): the plan with it
 */
RoundelSessionPlan *
roundel_session_plan_set_format (const RoundelSessionPlan *self,
                                 guint                     at,
                                 const RoundelFormat      *format)
{
  RoundelSessionPlan *new;
  RoundelOutlinePart *part;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  part = get_part (new, at);
  g_free (part->format);
  part->format = g_strdup (format->id);
  part->edition = format->edition;
  g_clear_pointer (&part->title, g_free);
  return new;
}

/**
 * roundel_session_plan_set_name:
 * @at: which part
 * @name: (nullable): what to call it instead of the name of its format
 *
 * Returns: (transfer full): the plan with it
 */
RoundelSessionPlan *
roundel_session_plan_set_name (const RoundelSessionPlan *self,
                               guint                     at,
                               const char               *name)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  g_free (get_part (new, at)->title);
  get_part (new, at)->title = dup_filled (name);
  return new;
}

RoundelSessionPlan *
roundel_session_plan_set_optional (const RoundelSessionPlan *self,
                                   guint                     at,
                                   gboolean                  optional)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  get_part (new, at)->optional = optional;
  return new;
}

/**
 * roundel_session_plan_set_begins:
 * @at: which part
 * @begins: seconds after the session's begin; 0 for when the parts before it end
 *
 * Returns: (transfer full): the plan with it
 */
RoundelSessionPlan *
roundel_session_plan_set_begins (const RoundelSessionPlan *self,
                                 guint                     at,
                                 guint                     begins)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->outline->len, NULL);

  new = copy (self);
  get_part (new, at)->begins = MIN (begins, ROUNDEL_PLAN_MOST_PART);
  return new;
}

/**
 * roundel_session_plan_set_between:
 * @at: which; the number of them for one more
 * @kind: what it is
 * @text: what is to be done
 * @before: how many days before the session; 0 for any time
 *
 * Returns: (transfer full): the plan with it
 */
RoundelSessionPlan *
roundel_session_plan_set_between (const RoundelSessionPlan *self,
                                  guint                     at,
                                  RoundelBetweenKind        kind,
                                  const char               *text,
                                  guint                     before)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at <= self->between->len, NULL);

  new = copy (self);
  if (at < new->between->len)
    g_ptr_array_remove_index (new->between, at);
  g_ptr_array_insert (new->between, at, roundel_between_new (kind, text, before));
  return new;
}

RoundelSessionPlan *
roundel_session_plan_remove_between (const RoundelSessionPlan *self,
                                     guint                     at)
{
  RoundelSessionPlan *new;

  g_return_val_if_fail (at < self->between->len, NULL);

  new = copy (self);
  g_ptr_array_remove_index (new->between, at);
  return new;
}

/**
 * roundel_plan_history_new:
 * @plan: (transfer full): the plan as it was opened
 *
 * Returns: (transfer full): a history of it alone
 */
RoundelPlanHistory *
roundel_plan_history_new (RoundelSessionPlan *plan)
{
  RoundelPlanHistory *self = g_new0 (RoundelPlanHistory, 1);

  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_session_plan_unref);
  g_ptr_array_add (self->plans, plan);
  return self;
}

void
roundel_plan_history_free (RoundelPlanHistory *self)
{
  g_ptr_array_unref (self->plans);
  g_free (self);
}

/**
 * roundel_plan_history_get:
 *
 * Returns: (transfer none): the plan as it stands
 */
const RoundelSessionPlan *
roundel_plan_history_get (RoundelPlanHistory *self)
{
  return self->plans->pdata[self->at];
}

/**
 * roundel_plan_history_push:
 * @plan: (transfer full): the plan after an edit
 * @what: (nullable): what was edited; edits of the same thing one after the other, as typing is, are one step back
 *
 * What was undone goes.
 *
 * Returns: whether it differs from what was there
 */
gboolean
roundel_plan_history_push (RoundelPlanHistory *self,
                           RoundelSessionPlan *plan,
                           const char         *what)
{
  const char *name = g_intern_string (what);
  gboolean goes_on = name != NULL && name == self->what && self->at > 0 && self->at + 1 == self->plans->len;

  if (roundel_session_plan_equal (plan, roundel_plan_history_get (self)))
    {
      roundel_session_plan_unref (plan);
      return FALSE;
    }
  self->what = name;
  if (goes_on)
    {
      g_ptr_array_remove_index (self->plans, self->at--);
      if (roundel_session_plan_equal (plan, roundel_plan_history_get (self)))
        {
          self->what = NULL;
          roundel_session_plan_unref (plan);
          return TRUE;
        }
    }
  g_ptr_array_set_size (self->plans, self->at + 1);
  g_ptr_array_add (self->plans, plan);
  self->at++;
  return TRUE;
}

gboolean
roundel_plan_history_can_undo (RoundelPlanHistory *self)
{
  return self->at > 0;
}

gboolean
roundel_plan_history_can_redo (RoundelPlanHistory *self)
{
  return self->at + 1 < self->plans->len;
}

/**
 * roundel_plan_history_undo:
 *
 * Returns: whether there was something to undo
 */
gboolean
roundel_plan_history_undo (RoundelPlanHistory *self)
{
  if (!roundel_plan_history_can_undo (self))
    return FALSE;
  self->at--;
  self->what = NULL;
  return TRUE;
}

gboolean
roundel_plan_history_redo (RoundelPlanHistory *self)
{
  if (!roundel_plan_history_can_redo (self))
    return FALSE;
  self->at++;
  self->what = NULL;
  return TRUE;
}
