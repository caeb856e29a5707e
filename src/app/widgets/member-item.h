/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/member.h"

G_BEGIN_DECLS

/**
 * RoundelMemberField:
 *
 * What the table of people shows of one, column by column.
 */
typedef enum
{
  ROUNDEL_MEMBER_NAME,
  ROUNDEL_MEMBER_LEVEL,
  ROUNDEL_MEMBER_TEAM,
  ROUNDEL_MEMBER_REPORTS_TO,
  ROUNDEL_MEMBER_INTERESTS,
  ROUNDEL_N_MEMBER_FIELDS,
} RoundelMemberField;

#define ROUNDEL_TYPE_MEMBER_ITEM (roundel_member_item_get_type ())
G_DECLARE_FINAL_TYPE (RoundelMemberItem, roundel_member_item, ROUNDEL, MEMBER_ITEM, GObject)

RoundelMemberItem   *roundel_member_item_new         (void);
void                 roundel_member_item_set         (RoundelMemberItem   *self,
                                                      const RoundelMember *member,
                                                      guint                position,
                                                      const char          *conflict);
guint                roundel_member_item_get_position (RoundelMemberItem  *self);
const char          *roundel_member_item_get_conflict (RoundelMemberItem  *self);
char                *roundel_member_item_dup_text    (RoundelMemberItem   *self,
                                                      RoundelMemberField   field);

void                 roundel_member_set_text         (RoundelMember       *member,
                                                      RoundelMemberField   field,
                                                      const char          *text);

G_END_DECLS
