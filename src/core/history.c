/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/history.h"

#define OFTEN 2         /* from how many sessions on something is said */
#define SLACK_SHARE 10  /* a tenth more is no overrun */
#define SLACK 30        /* seconds */

static void
overrun_free (gpointer data)
{
  RoundelOverrun *overrun = data;

  g_free (overrun->title);
  g_free (overrun);
}

static gboolean
find_member (const RoundelProgram *self,
             const char           *id,
             guint                *index)
{
  return id != NULL && g_ptr_array_find (self->members, roundel_program_find_member (self, id), index);
}

/* The last of VALUES that is of the session; each is an id and the id of its session. */
static gpointer
find_of_session (const GPtrArray *values,
                 const char      *session)
{
  for (guint i = values->len; session != NULL && i-- > 0;)
    if (g_strcmp0 (((char *const *) values->pdata[i])[1], session) == 0)
      return values->pdata[i];
  return NULL;
}

/**
 * roundel_program_find_record:
 * @self: a program
 * @session: (nullable): id of a session
 *
 * Returns: (transfer none) (nullable): what it left, if it was held
 */
const RoundelSessionRecord *
roundel_program_find_record (const RoundelProgram *self,
                             const char           *session)
{
  return find_of_session (self->records, session);
}

/**
 * roundel_program_find_attendance:
 * @self: a program
 * @session: (nullable): id of a session
 *
 * Returns: (transfer none) (nullable): who was there
 */
const RoundelAttendance *
roundel_program_find_attendance (const RoundelProgram *self,
                                 const char           *session)
{
  return find_of_session (self->attendances, session);
}

/**
 * roundel_program_find_harvest:
 * @self: a program
 * @session: (nullable): id of a session
 *
 * Returns: (transfer none) (nullable): what was learned
 */
const RoundelHarvest *
roundel_program_find_harvest (const RoundelProgram *self,
                              const char           *session)
{
  return find_of_session (self->harvests, session);
}

/**
 * roundel_program_find_evaluation:
 * @self: a program
 * @session: (nullable): id of a session
 *
 * Returns: (transfer none) (nullable): the sums of the slips
 */
const RoundelEvaluation *
roundel_program_find_evaluation (const RoundelProgram *self,
                                 const char           *session)
{
  return find_of_session (self->evaluations, session);
}

/**
 * roundel_program_fold_roles:
 * @self: a program
 *
 * Returns: (transfer full): who had which role in the sessions that have been held, that of the facilitator as
 *   %ROUNDEL_ROLE_LED (R2)
 */
RoundelRoles *
roundel_program_fold_roles (const RoundelProgram *self)
{
  RoundelRoles *roles = roundel_roles_new (self->members->len);

  for (guint s = 0; s < self->sessions->len; s++)
    {
      const RoundelSessionRecord *record = roundel_program_find_record (self, ((RoundelSession *) self->sessions->pdata[s])->id);
      guint member;

      if (record == NULL)
        continue;
      if (find_member (self, record->led, &member))
        roundel_roles_add (roles, ROUNDEL_ROLE_LED, member, s + 1);
      for (guint i = 0; i < record->roles->len; i++)
        {
          const RoundelHeldBy *held = record->roles->pdata[i];

          if (find_member (self, held->member, &member))
            roundel_roles_add (roles, held->what, member, s + 1);
        }
    }
  return roles;
}

static const RoundelHeldPart *
find_part (const RoundelSessionRecord *record,
           const char                 *format)
{
  for (guint i = 0; i < record->parts->len; i++)
    {
      const RoundelHeldPart *part = record->parts->pdata[i];

      if (g_strcmp0 (part->format, format) == 0 && part->planned > 0 && part->used > 0)
        return part;
    }
  return NULL;
}

/* How often FORMAT ran over, back from the last session of CIRCLE in which it was held. */
static RoundelOverrun *
measure (const RoundelProgram *self,
         const char           *circle,
         const char           *format)
{
  RoundelOverrun *overrun = g_new0 (RoundelOverrun, 1);

  for (guint s = self->sessions->len; s-- > 0;)
    {
      const RoundelSession *session = self->sessions->pdata[s];
      const RoundelSessionRecord *record = g_strcmp0 (session->circle, circle) == 0
                                           ? roundel_program_find_record (self, session->id) : NULL;
      const RoundelHeldPart *part = record != NULL ? find_part (record, format) : NULL;

      if (part == NULL)
        continue;
      if (part->used <= part->planned + part->planned / SLACK_SHARE + SLACK)
        break;
      if (overrun->title == NULL)
        overrun->title = g_strdup (part->title);
      overrun->times++;
      overrun->seconds += part->used - part->planned;
    }
  if (overrun->times > 0)
    overrun->seconds /= overrun->times;
  return overrun;
}

/**
 * roundel_program_find_overruns:
 * @self: a program
 * @session: one of its sessions
 *
 * Compares planned and used of the parts that the plan of @session has again: what ran over in the last two sessions in
 * which it was held, or more, will do so once more.
 *
 * Returns: (transfer full) (element-type RoundelOverrun): the formats that always take longer, in the order of the plan
 */
GPtrArray *
roundel_program_find_overruns (const RoundelProgram *self,
                               const RoundelSession *session)
{
  GPtrArray *overruns = g_ptr_array_new_with_free_func (overrun_free);

  for (guint i = 0; i < session->outline->len; i++)
    {
      const RoundelOutlinePart *part = session->outline->pdata[i];
      RoundelOverrun *overrun = measure (self, session->circle, part->format);

      if (overrun->times >= OFTEN)
        g_ptr_array_add (overruns, overrun);
      else
        overrun_free (overrun);
    }
  return overruns;
}
