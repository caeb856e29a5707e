/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan-keeper.h"

#include "store/programs.h"

G_DEFINE_INTERFACE (RoundelPlanKeeper, roundel_plan_keeper, G_TYPE_OBJECT)

static void
roundel_plan_keeper_default_init (RoundelPlanKeeperInterface *iface)
{
}

/* The plans of a program of the notebook. */
#define ROUNDEL_TYPE_NOTEBOOK_PLANS (roundel_notebook_plans_get_type ())
G_DECLARE_FINAL_TYPE (RoundelNotebookPlans, roundel_notebook_plans, ROUNDEL, NOTEBOOK_PLANS, GObject)

struct _RoundelNotebookPlans
{
  GObject parent_instance;

  RoundelDesk *desk;
  char *program;
};

static guint changed_signal;

static RoundelProgram *
roundel_notebook_plans_read (RoundelPlanKeeper  *keeper,
                             GError            **error)
{
  RoundelNotebookPlans *self = ROUNDEL_NOTEBOOK_PLANS (keeper);

  return roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->program, error);
}

static gboolean
roundel_notebook_plans_write (RoundelPlanKeeper         *keeper,
                              const RoundelSession      *session,
                              const RoundelSessionPlan  *before,
                              const RoundelSessionPlan  *plan,
                              GError                   **error)
{
  RoundelNotebookPlans *self = ROUNDEL_NOTEBOOK_PLANS (keeper);

  return roundel_notebook_edit_plan (roundel_desk_get_notebook (self->desk), self->program, session, before, plan, error);
}

static void
roundel_notebook_plans_keeper_init (RoundelPlanKeeperInterface *iface)
{
  iface->read = roundel_notebook_plans_read;
  iface->write = roundel_notebook_plans_write;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RoundelNotebookPlans, roundel_notebook_plans, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ROUNDEL_TYPE_PLAN_KEEPER, roundel_notebook_plans_keeper_init))

static void
notebook_changed_cb (RoundelNotebookPlans *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
roundel_notebook_plans_finalize (GObject *object)
{
  RoundelNotebookPlans *self = ROUNDEL_NOTEBOOK_PLANS (object);

  g_clear_object (&self->desk);
  g_free (self->program);
  G_OBJECT_CLASS (roundel_notebook_plans_parent_class)->finalize (object);
}

static void
roundel_notebook_plans_class_init (RoundelNotebookPlansClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_notebook_plans_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
roundel_notebook_plans_init (RoundelNotebookPlans *self)
{
}

/**
 * roundel_plan_keeper_read:
 * @self: a keeper of plans
 * @error: return location
 *
 * Returns: (transfer full): the program whose sessions they are, or %NULL
 */
RoundelProgram *
roundel_plan_keeper_read (RoundelPlanKeeper  *self,
                          GError            **error)
{
  g_return_val_if_fail (ROUNDEL_IS_PLAN_KEEPER (self), NULL);

  return ROUNDEL_PLAN_KEEPER_GET_IFACE (self)->read (self, error);
}

/**
 * roundel_plan_keeper_write:
 * @self: a keeper of plans
 * @session: a session of the program
 * @before: its plan as it was read
 * @plan: the plan it is to have
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
roundel_plan_keeper_write (RoundelPlanKeeper         *self,
                           const RoundelSession      *session,
                           const RoundelSessionPlan  *before,
                           const RoundelSessionPlan  *plan,
                           GError                   **error)
{
  g_return_val_if_fail (ROUNDEL_IS_PLAN_KEEPER (self), FALSE);

  return ROUNDEL_PLAN_KEEPER_GET_IFACE (self)->write (self, session, before, plan, error);
}

/**
 * roundel_plan_keeper_new_for_program:
 * @desk: what the screens work on
 * @program: id of a program of its notebook
 *
 * Returns: (transfer full): the plans of that program
 */
RoundelPlanKeeper *
roundel_plan_keeper_new_for_program (RoundelDesk *desk,
                                     const char  *program)
{
  RoundelNotebookPlans *self = g_object_new (ROUNDEL_TYPE_NOTEBOOK_PLANS, NULL);

  self->desk = g_object_ref (desk);
  self->program = g_strdup (program);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (notebook_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return ROUNDEL_PLAN_KEEPER (self);
}
