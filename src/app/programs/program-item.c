/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/program-item.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/member.h"

/* A program in the list. */
struct _RoundelProgramItem
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  guint to_decide; /* texts that were written twice at the same time */
  char *outcome_name;
  char *folded;   /* what a search looks at */
  guint outcome;
  RoundelStage stage;
  gint64 when;    /* what the programs of a stage are ordered by */
  gboolean heading;
  GPtrArray *readiness; /* NULL until it is worked out */
};

enum
{
  PROP_0,
  PROP_HEADING,
  N_PROPS
};

static guint ready_signal;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelProgramItem, roundel_program_item, G_TYPE_OBJECT)

static void
roundel_program_item_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RoundelProgramItem *self = ROUNDEL_PROGRAM_ITEM (object);

  g_value_set_string (value, self->heading ? roundel_stage_get_name (self->stage) : NULL);
}

static void
roundel_program_item_finalize (GObject *object)
{
  RoundelProgramItem *self = ROUNDEL_PROGRAM_ITEM (object);

  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->outcome_name);
  g_free (self->folded);
  G_OBJECT_CLASS (roundel_program_item_parent_class)->finalize (object);
}

static void
roundel_program_item_class_init (RoundelProgramItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roundel_program_item_get_property;
  object_class->finalize = roundel_program_item_finalize;

  /* the name of the stage, at the first program of each */
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* its readiness is known */
  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_program_item_init (RoundelProgramItem *self)
{
}

/* The next session of what is to come, the last one of what is over. */
static gint64
find_when (const RoundelProgram *program,
           gint64                now)
{
  const RoundelSession *next = roundel_program_find_next (program, now);
  gint64 last = 0;

  if (next != NULL)
    return roundel_session_get_begin (next);
  for (guint i = 0; i < program->sessions->len; i++)
    last = MAX (last, roundel_session_get_begin (program->sessions->pdata[i]));
  return -last;
}

/**
 * roundel_program_item_new:
 * @program: a program
 * @outcome: (nullable): its outcome
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): what a list shows of @program
 */
RoundelProgramItem *
roundel_program_item_new (const RoundelProgram *program,
                          const RoundelOutcome *outcome,
                          gint64                now)
{
  RoundelProgramItem *self = g_object_new (ROUNDEL_TYPE_PROGRAM_ITEM, NULL);
  g_autofree char *all = NULL;

  self->id = g_strdup (program->id);
  self->title = g_strdup (program->title != NULL && *program->title != '\0' ? program->title : _("Without a title"));
  self->summary = roundel_words_summary (program, now);
  self->outcome = outcome != NULL ? outcome->number : 0;
  self->outcome_name = g_strdup (outcome != NULL ? outcome->name : NULL);
  self->stage = roundel_program_get_stage (program, now);
  self->when = find_when (program, now);
  all = g_strjoin ("\n", self->title, program->topic != NULL ? program->topic : "", outcome != NULL ? outcome->name : "",
                   NULL);
  self->folded = roundel_fold (all);
  return self;
}

const char *
roundel_program_item_get_id (RoundelProgramItem *self)
{
  return self->id;
}

const char *
roundel_program_item_get_title (RoundelProgramItem *self)
{
  return self->title;
}

guint
roundel_program_item_get_to_decide (RoundelProgramItem *self)
{
  return self->to_decide;
}

/**
 * roundel_program_item_set_to_decide:
 * @self: a program that is in no list yet
 * @n: how many texts were written twice at the same time; its summary says so first
 */
void
roundel_program_item_set_to_decide (RoundelProgramItem *self,
                                    guint               n)
{
  g_autofree char *summary = g_steal_pointer (&self->summary);
  g_autofree char *said = g_strdup_printf (ngettext ("%u text to decide", "%u texts to decide", n), n);

  self->to_decide = n;
  /* Translators: what is to be decided, and what comes next */
  self->summary = n > 0 ? g_strdup_printf (_("%s · %s"), said, summary) : g_steal_pointer (&summary);
}

const char *
roundel_program_item_get_summary (RoundelProgramItem *self)
{
  return self->summary;
}

guint
roundel_program_item_get_outcome (RoundelProgramItem *self)
{
  return self->outcome;
}

const char *
roundel_program_item_get_outcome_name (RoundelProgramItem *self)
{
  return self->outcome_name;
}

RoundelStage
roundel_program_item_get_stage (RoundelProgramItem *self)
{
  return self->stage;
}

/**
 * roundel_program_item_matches:
 * @self: a program
 * @words: (nullable): what is searched for
 *
 * Returns: whether title, topic or outcome contain each of the words
 */
gboolean
roundel_program_item_matches (RoundelProgramItem *self,
                              const char         *words)
{
  g_autofree char *folded = roundel_fold (words);
  g_auto (GStrv) list = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (strstr (self->folded, list[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * roundel_program_item_compare:
 * @a: (type RoundelProgramItem): a program
 * @b: (type RoundelProgramItem): another
 *
 * By stage; within it what comes next first, and of what is over the latest; then by title.
 *
 * Returns: as strcmp() does
 */
int
roundel_program_item_compare (gconstpointer a,
                              gconstpointer b)
{
  const RoundelProgramItem *first = a;
  const RoundelProgramItem *second = b;
  int titles;

  if (first->stage != second->stage)
    return first->stage < second->stage ? -1 : 1;
  if (first->when != second->when)
    return first->when < second->when ? -1 : 1;
  titles = g_utf8_collate (first->title, second->title);
  return titles != 0 ? titles : strcmp (first->id, second->id);
}

/**
 * roundel_program_item_get_readiness:
 * @self: a program
 *
 * Returns: (transfer none) (nullable) (element-type RoundelReadiness): how ready it is; %NULL until that is worked out
 */
const GPtrArray *
roundel_program_item_get_readiness (RoundelProgramItem *self)
{
  return self->readiness;
}

void
roundel_program_item_take_readiness (RoundelProgramItem *self,
                                     GPtrArray          *readiness)
{
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  self->readiness = readiness;
  g_signal_emit (self, ready_signal, 0);
}

/**
 * roundel_program_item_set_heading:
 * @self: a program
 * @heading: whether it is the first of its stage
 */
void
roundel_program_item_set_heading (RoundelProgramItem *self,
                                  gboolean            heading)
{
  if (self->heading == heading)
    return;
  self->heading = heading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}
