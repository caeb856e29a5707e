/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/kind.h"

#define MEMBERS ROUNDEL_RING_MEMBERS
#define ORGANISERS ROUNDEL_RING_ORGANISERS
#define PRIVATE ROUNDEL_RING_PRIVATE
#define NONE ROUNDEL_LED_NONE
#define OWN ROUNDEL_LED_OWN
#define ALL ROUNDEL_LED_ALL

/* Rows may be added. A released row keeps its ring and its registers. */
static const RoundelKind kinds[] = {
  { "program", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "" }, ALL },
  { "circle", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "" }, ALL },
  { "member", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "" }, ALL },
  { "session", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "plan", "schedule" }, ALL },
  { "charter", MEMBERS, ROUNDEL_WRITER_FACILITATOR, { "" }, ALL },
  { "record", MEMBERS, ROUNDEL_WRITER_FACILITATOR, { "" }, ALL },
  { "attendance", MEMBERS, ROUNDEL_WRITER_FACILITATOR, { "" }, OWN },
  { "harvest", MEMBERS, ROUNDEL_WRITER_FACILITATOR, { "" }, OWN },
  { "partners", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "topic", MEMBERS, ROUNDEL_WRITER_MEMBER, { "" }, NONE },
  { "ballot", MEMBERS, ROUNDEL_WRITER_MEMBER, { "" }, NONE },
  { "result", MEMBERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "lesson", MEMBERS, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "reply", MEMBERS, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "commitment", MEMBERS, ROUNDEL_WRITER_OWNER, { "" }, OWN },
  { "evaluation", MEMBERS, ROUNDEL_WRITER_FACILITATOR, { "" }, OWN },
  { "card", MEMBERS, ROUNDEL_WRITER_OWNER, { "" }, NONE },

  { "member-notes", ORGANISERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "readiness", ORGANISERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "person", ORGANISERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "decision", ORGANISERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },
  { "support-contact", ORGANISERS, ROUNDEL_WRITER_ORGANISER, { "" }, NONE },

  { "erase", ROUNDEL_RING_OF_ITS_OBJECT, ROUNDEL_WRITER_OWNER, { "" }, ALL },

  { "entry", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "draft", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "promise", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "practice", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "partner-meeting", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "me", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "released", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "run", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "tally", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
  { "setting", PRIVATE, ROUNDEL_WRITER_OWNER, { "" }, NONE },
};

/**
 * roundel_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the table of kinds
 */
const RoundelKind *
roundel_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * roundel_kind_find:
 * @name: the word in the file
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL for one of a newer version
 */
const RoundelKind *
roundel_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

/**
 * roundel_kind_has_register:
 * @self: a kind
 * @reg: name of a register
 *
 * Returns: whether records of this kind have it
 */
gboolean
roundel_kind_has_register (const RoundelKind *self,
                           const char        *reg)
{
  return g_strv_contains ((const char * const *) self->registers, reg);
}

/**
 * roundel_ring_name:
 * @ring: a ring of its own, not that of an object
 *
 * Returns: (transfer none): the word in the file
 */
const char *
roundel_ring_name (RoundelRing ring)
{
  switch (ring)
    {
    case ROUNDEL_RING_PRIVATE:
      return "private";
    case ROUNDEL_RING_MEMBERS:
      return "members";
    case ROUNDEL_RING_ORGANISERS:
      return "organisers";
    case ROUNDEL_RING_OF_ITS_OBJECT:
    default:
      g_return_val_if_reached (NULL);
    }
}
