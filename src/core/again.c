/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/again.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/schedule.h"

#define MINUTE 60
#define DAY (24 * 60 * MINUTE)
#define FOUR_WEEKS (28 * DAY)

/* What differs less from its plan was planned well. */
#define WORTH_CHANGING 0.1

/* How a format was used in the sessions that were held. */
typedef struct
{
  guint held;
  guint left_out;
  guint64 planned; /* seconds, of those that were held */
  guint64 used;
  guint changed;   /* sessions that it has another length in now */
  guint kept;      /* sessions in which that did not fit */
} Use;

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

static GHashTable *
count_uses (const RoundelProgram *self)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->records->len; i++)
    {
      const GPtrArray *parts = ((RoundelSessionRecord *) self->records->pdata[i])->parts;

      for (guint k = 0; k < parts->len; k++)
        {
          const RoundelHeldPart *part = parts->pdata[k];
          Use *use = part->format != NULL ? g_hash_table_lookup (uses, part->format) : NULL;

          if (part->format == NULL || part->planned == 0)
            continue;
          if (use == NULL)
            g_hash_table_insert (uses, part->format, use = g_new0 (Use, 1));
          if (part->used == 0)
            {
              use->left_out++;
              continue;
            }
          use->held++;
          use->planned += part->planned;
          use->used += part->used;
        }
    }
  return uses;
}

static gboolean
took_otherwise (const Use *use)
{
  return use->held > 0 && ABS ((double) use->used / use->planned - 1) >= WORTH_CHANGING;
}

static guint
whole_minutes (double seconds)
{
  return MAX (MINUTE, (guint) (seconds / MINUTE + .5) * MINUTE);
}

/* Gives PART the length that its format took; FALSE when it has that already, or takes what the others leave. */
static gboolean
relearn (RoundelOutlinePart *part,
         const Use          *use)
{
  double planned = part->seconds > 0 ? part->seconds : (double) use->planned / use->held;
  guint seconds = whole_minutes (planned * use->used / use->planned);

  if (!took_otherwise (use) || part->seconds == ROUNDEL_PLAN_REST || part->seconds == seconds)
    return FALSE;
  part->seconds = seconds;
  return TRUE;
}

static gboolean
still_fits (const RoundelProgram *self,
            const RoundelSession *session,
            const RoundelFormats *formats)
{
  g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (self, session, formats, NULL);

  return agenda != NULL && roundel_agenda_seconds (agenda) == session->seconds;
}

/* One part after the other, so that one that does not fit keeps no other from it. */
static void
learn_session (const RoundelProgram *self,
               RoundelSession       *session,
               GHashTable           *uses,
               const RoundelFormats *formats)
{
  for (guint i = 0; i < session->outline->len; i++)
    {
      RoundelOutlinePart *part = session->outline->pdata[i];
      Use *use = g_hash_table_lookup (uses, part->format);
      guint before = part->seconds;

      if (use == NULL)
        continue;
      if (use->left_out > use->held)
        part->optional = TRUE;
      if (!relearn (part, use))
        continue;
      if (still_fits (self, session, formats))
        {
          use->changed++;
          continue;
        }
      part->seconds = before;
      use->kept++;
    }
}

static void
note_uses (GHashTable           *uses,
           const RoundelFormats *formats,
           GPtrArray            *notes)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (uses), (GCompareFunc) strcmp);

  for (GList *id = ids; id != NULL; id = id->next)
    {
      const Use *use = g_hash_table_lookup (uses, id->data);
      const RoundelFormat *format = formats->find (formats->library, id->data, NULL);
      const char *name = format != NULL ? format->name : id->data;

      if (use->left_out > use->held)
        note (notes, _("“%s” was left out more often than not: it is optional now."), name);
      if (use->changed > 0)
        note (notes, _("“%s” took %u minutes where %u were planned: it has the time it takes now."), name,
              (guint) (use->used / use->held) / MINUTE, (guint) (use->planned / use->held) / MINUTE);
      else if (use->kept > 0)
        note (notes, _("“%s” took %u minutes where %u were planned, and there is no room for that: shorten something else, or "
                       "meet for longer."), name,
              (guint) (use->used / use->held) / MINUTE, (guint) (use->planned / use->held) / MINUTE);
    }
}

/**
 * roundel_program_learn:
 * @self: a program of which sessions were held
 * @formats: where its formats come from
 *
 * Gives the parts of all its plans the length that their formats took, by the records of the sessions, and makes optional
 * what was left out more often than not. A plan keeps the length of its session: what does not fit stays as it was.
 *
 * Returns: (transfer full) (element-type utf8): what was learned, sentences in the reader's language
 */
GPtrArray *
roundel_program_learn (RoundelProgram       *self,
                       const RoundelFormats *formats)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) uses = count_uses (self);

  for (guint i = 0; i < self->sessions->len; i++)
    learn_session (self, self->sessions->pdata[i], uses, formats);
  note_uses (uses, formats, notes);
  return notes;
}

static void
leave_seats_empty (RoundelProgram *self)
{
  g_autoptr (GPtrArray) seats = roundel_members_new ();

  for (guint c = 0; c < self->circles->len; c++)
    {
      RoundelCircle *circle = self->circles->pdata[c];

      g_clear_pointer (&circle->facilitator, g_free);
      for (char **id = circle->members; *id != NULL; id++)
        g_ptr_array_add (seats, roundel_member_new (*id, NULL));
    }
  g_ptr_array_unref (self->members);
  self->members = g_steal_pointer (&seats);
}

static void
move_to (RoundelProgram *self,
         const char     *starts)
{
  const char *first = NULL;
  gint64 days;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];

      if (session->starts != NULL && (first == NULL || strcmp (session->starts, first) < 0))
        first = session->starts;
    }
  days = first != NULL && starts != NULL ? roundel_local_time_distance (first, starts) : 0;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      RoundelSession *session = self->sessions->pdata[i];
      char *moved = starts != NULL && session->starts != NULL ? roundel_local_time_add (session->starts, days) : NULL;

      g_free (session->starts);
      session->starts = moved;
    }
}

/**
 * roundel_program_make_template:
 * @self: a program
 * @title: what the new one is called
 * @starts: (nullable): local time of its first session; without it no session has a date
 * @formats: where its formats come from
 *
 * Makes of @self a program that can be held again: it has its plans, as they turned out, its rhythm, the rules of its charter
 * and the results wanted; it has no names, and nothing of what was said, agreed or written in it. Give it ids of its own with
 * roundel_program_renew_ids().
 *
 * Returns: (transfer full) (element-type utf8): what was learned, and what is still to be done
 */
GPtrArray *
roundel_program_make_template (RoundelProgram       *self,
                               const char           *title,
                               const char           *starts,
                               const RoundelFormats *formats)
{
  GPtrArray *gone[] = { self->lessons, self->records, self->attendances, self->harvests, self->evaluations, self->notes,
                        self->topics, self->ballots, self->people, self->decisions };
  char **texts[] = { &self->title, &self->topic, &self->reality, &self->event_on, &self->archived };
  GPtrArray *notes = roundel_program_learn (self, formats);

  g_return_val_if_fail (starts == NULL || roundel_local_time_is_valid (starts), notes);

  leave_seats_empty (self);
  move_to (self, starts);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_ptr_array_set_size (gone[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  self->title = g_strdup (title);
  for (guint i = 0; i < self->charters->len; i++)
    {
      RoundelCharter *charter = self->charters->pdata[i];

      g_strfreev (charter->agreed);
      charter->agreed = g_new0 (char *, 1);
      g_clear_pointer (&charter->agreed_on, g_free);
    }
  for (guint i = 0; i < self->partners->len; i++)
    g_ptr_array_set_size (((RoundelPartnering *) self->partners->pdata[i])->former, 0);
  for (guint i = 0; i < self->results->len; i++)
    g_clear_pointer (&((RoundelResult *) self->results->pdata[i])->baseline, g_free);
  if (starts == NULL)
    note (notes, _("Choose the dates."));
  else
    note (notes, _("The dates keep their distance; look whether one falls on a holiday."));
  note (notes, _("Name those who take part, and let them choose the topic."));
  return notes;
}

static char *
find_next_date (const RoundelSession *before,
                const RoundelSession *last,
                guint                 n)
{
  gint64 every = before != NULL && before->starts != NULL && last->starts != NULL
                 ? roundel_local_time_distance (before->starts, last->starts) : 0;

  if (last->starts == NULL)
    return NULL;
  return roundel_local_time_add (last->starts, n * (every >= DAY ? every : FOUR_WEEKS));
}

/**
 * roundel_program_repeat_session:
 * @self: a program
 * @model: one of its sessions
 * @id: names the new one
 * @circle: id of the circle that meets
 *
 * Returns: (transfer none): a new session of @self that is held as @model is, without a date and a title
 */
RoundelSession *
roundel_program_repeat_session (RoundelProgram       *self,
                                const RoundelSession *model,
                                const char           *id,
                                const char           *circle)
{
  RoundelSession *session = roundel_program_add_session (self, id, circle);

  session->zone = g_strdup (model->zone);
  session->seconds = model->seconds;
  session->mode = model->mode;
  session->place = g_strdup (model->place);
  session->unheard = model->unheard;
  g_ptr_array_unref (session->outline);
  session->outline = roundel_outline_copy (model->outline);
  g_ptr_array_unref (session->between);
  session->between = roundel_between_list_copy (model->between);
  return session;
}

/**
 * roundel_program_carry_on:
 * @self: a program
 * @circle: id of a circle that has sessions
 * @new_ids: %ROUNDEL_CARRY_ON_SESSIONS ids
 *
 * Plans three sessions that the members hold by themselves when the program is over, in its rhythm and with the plan of the
 * last one but one.
 *
 * Returns: (transfer full) (element-type utf8): what follows from it
 */
GPtrArray *
roundel_program_carry_on (RoundelProgram    *self,
                          const char        *circle,
                          const char *const *new_ids)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  const RoundelSession *before = NULL;
  const RoundelSession *last = NULL;
  const RoundelSession *model;

  for (guint i = 0; i < self->sessions->len; i++)
    if (g_strcmp0 (((RoundelSession *) self->sessions->pdata[i])->circle, circle) == 0)
      {
        before = last;
        last = self->sessions->pdata[i];
      }
  g_return_val_if_fail (last != NULL, notes);

  model = before != NULL ? before : last;
  for (guint i = 0; i < ROUNDEL_CARRY_ON_SESSIONS; i++)
    {
      RoundelSession *session = roundel_program_repeat_session (self, model, new_ids[i], circle);

      session->starts = find_next_date (before, last, i + 1);
      session->title = g_strdup (_("By ourselves"));
      session->question = g_strdup (_("What did we try since, and what is next?"));
    }
  roundel_program_put_in_order (self);
  note (notes, _("The members lead these in turn: whoever led one asks the next to lead, and sees to the room."));
  if (last->starts == NULL)
    note (notes, _("Choose the dates."));
  return notes;
}
