/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/split.h"

#include <glib/gi18n-lib.h>

#include "core/again.h"
#include "core/design.h"
#include "core/groups.h"
#include "core/id.h"
#include "core/pair-again.h"

static void G_GNUC_PRINTF (2, 3)
note (GPtrArray  *notes,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (notes, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Of circles that suit the outcome and break no rule if that can be; else with the reason why not, and as few as can be broken. */
static GPtrArray *
form_circles (const GPtrArray       *members,
              const GArray          *who,
              const RoundelOutcome  *outcome,
              guint32                seed,
              GPtrArray             *notes,
              GError               **error)
{
  g_autoptr (RoundelReporting) lines = outcome->reporting_lines_conflict ? roundel_reporting_new (members) : NULL;
  g_autoptr (GArray) sizes = roundel_group_sizes (who->len, outcome->circle_min, outcome->circle_max, outcome->circle_best, error);
  g_autoptr (GError) why = NULL;
  GPtrArray *circles;
  guint n_broken;

  if (sizes == NULL)
    return NULL;
  circles = roundel_groups_split (members, who, lines, outcome->circle_min, outcome->circle_max, outcome->circle_best, seed, &why);
  if (circles != NULL)
    return circles;
  note (notes, _("No circles without a reporting line can be made. %s"), why->message);
  return roundel_groups_form (who, sizes, NULL, lines, NULL, seed, &n_broken, NULL);
}

static char **
list_ids (const RoundelProgram *self,
          const GArray         *members)
{
  char **ids = g_new0 (char *, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    ids[i] = g_strdup (((RoundelMember *) self->members->pdata[g_array_index (members, guint, i)])->id);
  return ids;
}

static gboolean
was_held (const RoundelProgram *self,
          const RoundelSession *session)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_strcmp0 (((RoundelSessionRecord *) self->records->pdata[i])->session, session->id) == 0)
      return TRUE;
  return FALSE;
}

/* What the circle FROM has before it, CIRCLE has as well: all but the room, which is taken at that hour. */
static void
copy_sessions (RoundelProgram *self,
               const char     *from,
               const char     *circle,
               guint           n_sessions,
               RoundelEnv     *env)
{
  for (guint i = 0; i < n_sessions; i++)
    {
      const RoundelSession *model = self->sessions->pdata[i];
      g_autofree char *id = roundel_id_new (env);
      RoundelSession *session;

      if (g_strcmp0 (model->circle, from) != 0 || was_held (self, model))
        continue;
      session = roundel_program_repeat_session (self, model, id, circle);
      session->starts = g_strdup (model->starts);
      session->title = g_strdup (model->title);
      session->knowledge = g_strdup (model->knowledge);
      session->source = g_strdup (model->source);
      session->checked_by = g_strdup (model->checked_by);
      session->question = g_strdup (model->question);
      g_clear_pointer (&session->place, g_free);
      session->unheard = FALSE;
    }
}

static void
copy_charter (RoundelProgram *self,
              const char     *from,
              const char     *circle,
              RoundelEnv     *env)
{
  for (guint i = 0; i < self->charters->len; i++)
    {
      const RoundelCharter *model = self->charters->pdata[i];
      g_autofree char *id = roundel_id_new (env);
      RoundelCharter *charter;

      if (g_strcmp0 (model->circle, from) != 0)
        continue;
      charter = roundel_program_add_charter (self, id, circle);
      g_strfreev (charter->rules);
      charter->rules = g_strdupv (model->rules);
      return;
    }
}

static void
pair_circle (RoundelProgram       *self,
             const char           *circle,
             RoundelEnv           *env,
             const RoundelOutcome *outcome,
             guint32               seed)
{
  g_autofree char *id = roundel_id_new (env);
  GPtrArray *pairs = roundel_program_pair_again (self, circle, id, outcome, seed, NULL);

  g_clear_pointer (&pairs, g_ptr_array_unref);
}

/**
 * roundel_program_find_large_circle:
 * @self: a program
 * @outcome: (nullable): its outcome
 *
 * Returns: (transfer none) (nullable): the first circle of which @outcome would make two or more
 */
const RoundelCircle *
roundel_program_find_large_circle (const RoundelProgram *self,
                                   const RoundelOutcome *outcome)
{
  for (guint i = 0; outcome != NULL && i < self->circles->len; i++)
    {
      const RoundelCircle *circle = self->circles->pdata[i];

      if (outcome->circle_max > 0 && g_strv_length (circle->members) >= MAX (2 * outcome->circle_min, outcome->circle_max + 1))
        return circle;
    }
  return NULL;
}

/**
 * roundel_program_split_circle:
 * @self: a program
 * @circle: id of a circle that is too large
 * @env: where the ids of the new circles come from
 * @outcome: the outcome of @self
 * @seed: another seed gives other circles of the same worth
 * @error: return location
 *
 * Makes circles of the size that suits the outcome, without a reporting line inside, of one level and of different teams as
 * far as that goes (D4). The first keeps the circle's sessions; each has the sessions still to come, its charter, and partners
 * of its own. Where no rule can be kept, as few as can be are broken, and the reason is said.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it, or %NULL with %ROUNDEL_CORE_ERROR_PEOPLE
 */
GPtrArray *
roundel_program_split_circle (RoundelProgram        *self,
                              const char            *circle,
                              RoundelEnv            *env,
                              const RoundelOutcome  *outcome,
                              guint32                seed,
                              GError               **error)
{
  RoundelCircle *first = roundel_program_find_circle (self, circle);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) circles = NULL;
  g_autoptr (GArray) who = NULL;
  g_autofree char *sizes = NULL;
  guint n_sessions = self->sessions->len;

  g_return_val_if_fail (first != NULL, NULL);

  who = roundel_program_list_circle (self, first);
  circles = form_circles (self->members, who, outcome, seed, notes, error);
  if (circles == NULL)
    return NULL;
  for (guint i = 0; i < circles->len; i++)
    g_ptr_array_add (lists, list_ids (self, circles->pdata[i]));
  sizes = roundel_design_describe_split (circles);
  for (guint i = 0; i < lists->len; i++)
    {
      char *id = i == 0 ? g_strdup (circle) : roundel_id_new (env);
      RoundelCircle *one = i == 0 ? first : roundel_program_add_circle (self, id);

      g_ptr_array_add (ids, id);
      g_strfreev (one->members);
      one->members = g_strdupv (lists->pdata[i]);
      if (i == 0)
        continue;
      copy_sessions (self, circle, id, n_sessions, env);
      copy_charter (self, circle, id, env);
    }
  roundel_program_put_in_order (self);
  for (guint i = 0; i < ids->len; i++)
    pair_circle (self, ids->pdata[i], env, outcome, seed);
  roundel_program_put_in_order (self);
  /* Translators: how many people, and the sizes of their circles, such as “5, 5 and 4” */
  g_ptr_array_insert (notes, 0, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u person in circles: %s. Each has the same dates and plans, and new partners.",
                                                              "%u people in circles: %s. Each has the same dates and plans, and new partners.",
                                                              who->len), who->len, sizes));
  note (notes, _("Each new circle needs a room, and somebody who leads it."));
  return g_steal_pointer (&notes);
}
