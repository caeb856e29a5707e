/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelMember:
 * @id: names the member in its program; never shown
 * @name: (nullable): %NULL or empty for a seat without a name yet
 * @reports_to: (nullable): the name or id of the boss, who need not be a member
 *
 * A seat in a circle (D4, D18). Everything but @id may be missing.
 */
typedef struct
{
  char *id;
  char *name;
  char *email;
  char *level;
  char *team;
  char *reports_to;
  char *site;
  char **interests;
  char **goals;
  char **can_help_with;
} RoundelMember;

RoundelMember *roundel_member_new  (const char          *id,
                                    const char          *name);
RoundelMember *roundel_member_copy (const RoundelMember *self);
void           roundel_member_free (RoundelMember       *self);
gboolean       roundel_member_fill (RoundelMember       *self,
                                    const RoundelMember *from);
GPtrArray     *roundel_members_new (void);
GPtrArray     *roundel_members_new_unnamed (guint count);
guint64        roundel_members_find_id     (const GPtrArray *members);

char *roundel_members_dup_label (const GPtrArray *members,
                                 guint            index);
char *roundel_fold              (const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMember, roundel_member_free)

G_END_DECLS
