/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/member-item.h"

/* A person in the table. The items stay while the draft changes, so that a cell keeps its cursor. */
struct _RoundelMemberItem
{
  GObject parent_instance;

  RoundelMember *member;
  char *conflict;
  guint position;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (RoundelMemberItem, roundel_member_item, G_TYPE_OBJECT)

static void
roundel_member_item_finalize (GObject *object)
{
  RoundelMemberItem *self = ROUNDEL_MEMBER_ITEM (object);

  g_clear_pointer (&self->member, roundel_member_free);
  g_free (self->conflict);
  G_OBJECT_CLASS (roundel_member_item_parent_class)->finalize (object);
}

static void
roundel_member_item_class_init (RoundelMemberItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_member_item_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
roundel_member_item_init (RoundelMemberItem *self)
{
}

RoundelMemberItem *
roundel_member_item_new (void)
{
  return g_object_new (ROUNDEL_TYPE_MEMBER_ITEM, NULL);
}

/**
 * roundel_member_item_set:
 * @self: an item
 * @member: the person, who is copied
 * @position: which of the list
 * @conflict: (nullable): what stands against this person meeting the others as a peer
 */
void
roundel_member_item_set (RoundelMemberItem   *self,
                         const RoundelMember *member,
                         guint                position,
                         const char          *conflict)
{
  g_clear_pointer (&self->member, roundel_member_free);
  g_free (self->conflict);
  self->member = roundel_member_copy (member);
  self->conflict = g_strdup (conflict);
  self->position = position;
  g_signal_emit (self, changed_signal, 0);
}

guint
roundel_member_item_get_position (RoundelMemberItem *self)
{
  return self->position;
}

const char *
roundel_member_item_get_conflict (RoundelMemberItem *self)
{
  return self->conflict;
}

static char **
find_text (RoundelMember      *member,
           RoundelMemberField  field)
{
  switch (field)
    {
    case ROUNDEL_MEMBER_LEVEL: return &member->level;
    case ROUNDEL_MEMBER_TEAM: return &member->team;
    case ROUNDEL_MEMBER_REPORTS_TO: return &member->reports_to;
    case ROUNDEL_MEMBER_NAME:
    default: return &member->name;
    }
}

/**
 * roundel_member_item_dup_text:
 * @self: an item
 * @field: a column
 *
 * Returns: (transfer full): what the cell says; empty for nothing
 */
char *
roundel_member_item_dup_text (RoundelMemberItem  *self,
                              RoundelMemberField  field)
{
  const char *text;

  if (self->member == NULL)
    return g_strdup ("");
  if (field == ROUNDEL_MEMBER_INTERESTS)
    return self->member->interests != NULL ? g_strjoinv (", ", self->member->interests) : g_strdup ("");
  text = *find_text (self->member, field);
  return g_strdup (text != NULL ? text : "");
}

/**
 * roundel_member_set_text:
 * @member: a person
 * @field: a column
 * @text: what was typed; interests with commas or semicolons between them
 */
void
roundel_member_set_text (RoundelMember      *member,
                         RoundelMemberField  field,
                         const char         *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char **place;

  if (field == ROUNDEL_MEMBER_INTERESTS)
    {
      g_auto (GStrv) words = g_strsplit_set (stripped, ",;", -1);
      g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

      for (guint i = 0; words[i] != NULL; i++)
        if (*g_strstrip (words[i]) != '\0')
          g_strv_builder_add (kept, words[i]);
      g_strfreev (member->interests);
      member->interests = g_strv_builder_end (kept);
      return;
    }
  place = find_text (member, field);
  g_free (*place);
  *place = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}
