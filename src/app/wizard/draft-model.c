/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/draft-model.h"

#include "app/draft-file.h"
#include "app/plan-keeper.h"
#include "core/program-ids.h"
#include "core/schedule.h"

/* What is typed is on the disk within a second. */
#define SAVE_AFTER_MS 400
/* The same draft always gives the same circles and partners, so that the preview is what is made. */
#define SEED 1

/* The draft that all pages of the wizard edit, what follows from it, and the file in which it survives. */
struct _RoundelDraftModel
{
  GObject parent_instance;

  RoundelDesk *desk;
  RoundelDraft *draft;
  guint save_id;
  RoundelDesign *design;   /* NULL until it is asked for, and without an outcome */
  GPtrArray *readiness;
  GPtrArray *conflicts;
  GPtrArray *problems;
};

static guint changed_signal;

static void roundel_draft_model_keeper_init (RoundelPlanKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RoundelDraftModel, roundel_draft_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ROUNDEL_TYPE_PLAN_KEEPER, roundel_draft_model_keeper_init))

static gboolean
save_cb (gpointer user_data)
{
  RoundelDraftModel *self = user_data;
  g_autoptr (GError) error = NULL;

  self->save_id = 0;
  if (!roundel_draft_model_save (self, &error))
    g_message ("%s", error->message);
  return G_SOURCE_REMOVE;
}

static void
forget_what_follows (RoundelDraftModel *self)
{
  g_clear_pointer (&self->design, roundel_design_free);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

static void
keep_soon (RoundelDraftModel *self)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static char *
find_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return g_strdup (roundel_zone_is_valid (name) ? name : "UTC");
}

/* Begins with what this computer can tell; everything can be changed. */
static RoundelDraft *
begin (RoundelDesk *desk)
{
  g_autofree char *zone = find_zone ();
  g_autofree char *starts = roundel_schedule_suggest (roundel_env_now (roundel_desk_get_env (desk)), zone);
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) zoned = roundel_draft_set_zone (empty, zone);

  return roundel_draft_set_start (zoned, starts);
}

static RoundelProgram *
roundel_draft_model_read (RoundelPlanKeeper  *keeper,
                          GError            **error)
{
  RoundelDraftModel *self = ROUNDEL_DRAFT_MODEL (keeper);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (self);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));
  g_autoptr (RoundelDesign) design = NULL;

  g_return_val_if_fail (outcome != NULL, NULL);

  design = roundel_design_new (self->draft, outcome, roundel_draft_model_get_pattern (self), &formats, SEED);
  return g_steal_pointer (&design->program);
}

/* The plan of a session is that of all circles. */
static gboolean
roundel_draft_model_write (RoundelPlanKeeper         *keeper,
                           const RoundelSession      *session,
                           const RoundelSessionPlan  *before,
                           const RoundelSessionPlan  *plan,
                           GError                   **error)
{
  RoundelDraftModel *self = ROUNDEL_DRAFT_MODEL (keeper);

  if (roundel_session_plan_equal (plan, before))
    return TRUE;
  roundel_draft_model_take_draft (self, roundel_draft_set_plan (self->draft, session->number, (RoundelSessionPlan *) plan));
  return roundel_draft_model_save (self, error); /* the editor has waited already */
}

static void
roundel_draft_model_keeper_init (RoundelPlanKeeperInterface *iface)
{
  iface->read = roundel_draft_model_read;
  iface->write = roundel_draft_model_write;
}

static void
roundel_draft_model_dispose (GObject *object)
{
  RoundelDraftModel *self = ROUNDEL_DRAFT_MODEL (object);

  if (self->save_id != 0)
    roundel_draft_model_save (self, NULL);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_draft_model_parent_class)->dispose (object);
}

static void
roundel_draft_model_finalize (GObject *object)
{
  RoundelDraftModel *self = ROUNDEL_DRAFT_MODEL (object);

  forget_what_follows (self);
  g_clear_pointer (&self->draft, roundel_draft_unref);
  G_OBJECT_CLASS (roundel_draft_model_parent_class)->finalize (object);
}

static void
roundel_draft_model_class_init (RoundelDraftModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_draft_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_draft_model_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
roundel_draft_model_init (RoundelDraftModel *self)
{
}

/**
 * roundel_draft_model_new:
 * @desk: what the screens work on
 *
 * Returns: (transfer full): the draft that was left unfinished, or a new one
 */
RoundelDraftModel *
roundel_draft_model_new (RoundelDesk *desk)
{
  RoundelDraftModel *self = g_object_new (ROUNDEL_TYPE_DRAFT_MODEL, NULL);

  self->desk = g_object_ref (desk);
  self->draft = roundel_draft_file_read (desk);
  if (self->draft == NULL)
    self->draft = begin (desk);
  return self;
}

RoundelDesk *
roundel_draft_model_get_desk (RoundelDraftModel *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), NULL);

  return self->desk;
}

const RoundelDraft *
roundel_draft_model_get_draft (RoundelDraftModel *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), NULL);

  return self->draft;
}

/**
 * roundel_draft_model_take_draft:
 * @self: a model
 * @draft: (transfer full): the draft after an edit
 */
void
roundel_draft_model_take_draft (RoundelDraftModel *self,
                                RoundelDraft      *draft)
{
  g_return_if_fail (ROUNDEL_IS_DRAFT_MODEL (self));

  roundel_draft_unref (self->draft);
  self->draft = draft;
  forget_what_follows (self);
  keep_soon (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * roundel_draft_model_turn_page:
 * @self: a model
 * @page: the word of a page, on which to go on next time
 */
void
roundel_draft_model_turn_page (RoundelDraftModel *self,
                               const char        *page)
{
  RoundelDraft *draft;

  g_return_if_fail (ROUNDEL_IS_DRAFT_MODEL (self));

  draft = roundel_draft_set_page (self->draft, page);
  roundel_draft_unref (self->draft);
  self->draft = draft;
  keep_soon (self);
}

const RoundelOutcome *
roundel_draft_model_get_outcome (RoundelDraftModel *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), NULL);

  return roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), self->draft->outcome);
}

const RoundelPattern *
roundel_draft_model_get_pattern (RoundelDraftModel *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), NULL);

  return roundel_patterns_find (roundel_desk_get_patterns (self->desk), self->draft->pattern);
}

/**
 * roundel_draft_model_get_design:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the program as it stands; %NULL without an outcome
 */
const RoundelDesign *
roundel_draft_model_get_design (RoundelDraftModel *self)
{
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (self);

  if (self->design == NULL && outcome != NULL)
    {
      RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));

      self->design = roundel_design_new (self->draft, outcome, roundel_draft_model_get_pattern (self), &formats, SEED);
    }
  return self->design;
}

/**
 * roundel_draft_model_get_readiness:
 * @self: a model
 *
 * Returns: (transfer none) (nullable) (element-type RoundelReadiness): the seven reasons; %NULL without an outcome
 */
const GPtrArray *
roundel_draft_model_get_readiness (RoundelDraftModel *self)
{
  const RoundelDesign *design = roundel_draft_model_get_design (self);

  if (self->readiness == NULL && design != NULL)
    {
      RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));

      self->readiness = roundel_readiness_check (design->program, roundel_draft_model_get_outcome (self), &formats);
    }
  return self->readiness;
}

/**
 * roundel_draft_model_get_conflicts:
 * @self: a model
 *
 * Returns: (transfer none) (nullable) (element-type RoundelConflict): what stands against these people meeting as peers;
 *   the members are indices into those of the design. %NULL without an outcome
 */
const GPtrArray *
roundel_draft_model_get_conflicts (RoundelDraftModel *self)
{
  const RoundelDesign *design = roundel_draft_model_get_design (self);

  if (self->conflicts == NULL && design != NULL)
    self->conflicts = roundel_program_find_conflicts (design->program, roundel_draft_model_get_outcome (self));
  return self->conflicts;
}

/**
 * roundel_draft_model_find_problem:
 * @self: a model
 * @field: an answer
 *
 * Returns: (transfer none) (nullable): what is wrong with it, or that it is missing
 */
const RoundelDraftProblem *
roundel_draft_model_find_problem (RoundelDraftModel *self,
                                  RoundelDraftField  field)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), NULL);

  if (self->problems == NULL)
    self->problems = roundel_draft_list_problems (self->draft);
  for (guint i = 0; i < self->problems->len; i++)
    if (((RoundelDraftProblem *) self->problems->pdata[i])->field == field)
      return self->problems->pdata[i];
  return NULL;
}

/**
 * roundel_draft_model_is_first_draft:
 * @self: a model
 *
 * Returns: whether the three answers are there that make a program (D20): which question, when, and how many
 */
gboolean
roundel_draft_model_is_first_draft (RoundelDraftModel *self)
{
  const RoundelDraftField needed[] = { ROUNDEL_DRAFT_OUTCOME, ROUNDEL_DRAFT_START, ROUNDEL_DRAFT_ZONE, ROUNDEL_DRAFT_DAYS_OFF,
                                       ROUNDEL_DRAFT_SESSIONS, ROUNDEL_DRAFT_LENGTH, ROUNDEL_DRAFT_PEOPLE };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (roundel_draft_model_find_problem (self, needed[i]) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * roundel_draft_model_save:
 * @self: a model
 * @error: return location
 *
 * Keeps the draft for another time.
 *
 * Returns: whether it is on the disk
 */
gboolean
roundel_draft_model_save (RoundelDraftModel  *self,
                          GError            **error)
{
  g_return_val_if_fail (ROUNDEL_IS_DRAFT_MODEL (self), FALSE);

  g_clear_handle_id (&self->save_id, g_source_remove);
  return roundel_draft_file_write (self->desk, self->draft, error);
}

/**
 * roundel_draft_model_discard:
 * @self: a model
 *
 * Begins anew: the draft on the disk is gone.
 */
void
roundel_draft_model_discard (RoundelDraftModel *self)
{
  g_return_if_fail (ROUNDEL_IS_DRAFT_MODEL (self));

  roundel_draft_model_take_draft (self, begin (self->desk));
  g_clear_handle_id (&self->save_id, g_source_remove);
  roundel_draft_file_drop (self->desk);
}

/**
 * roundel_draft_model_make_program:
 * @self: a model with at least an outcome
 *
 * Returns: (transfer full): the program, with ids of its own; without a title it has the name of its outcome
 */
RoundelProgram *
roundel_draft_model_make_program (RoundelDraftModel *self)
{
  RoundelProgram *program;

  g_return_val_if_fail (roundel_draft_model_get_outcome (self) != NULL, NULL);

  program = roundel_draft_model_read (ROUNDEL_PLAN_KEEPER (self), NULL);
  if (program->title == NULL)
    program->title = g_strdup (roundel_draft_model_get_outcome (self)->name);
  roundel_program_renew_ids (program, roundel_desk_get_env (self->desk));
  return program;
}
