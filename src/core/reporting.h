/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/member.h"

G_BEGIN_DECLS

/**
 * RoundelReporting:
 *
 * Who is above whom among the members of a program, directly or through others (D4). Bosses who are no members put
 * nobody in line: two members may have the same one.
 */
typedef struct _RoundelReporting RoundelReporting;

RoundelReporting *roundel_reporting_new      (const GPtrArray        *members);
void              roundel_reporting_free     (RoundelReporting       *self);
guint             roundel_reporting_size     (const RoundelReporting *self);
const char       *roundel_reporting_label    (const RoundelReporting *self,
                                              guint                   member);
gboolean          roundel_reporting_in_line  (const RoundelReporting *self,
                                              guint                   a,
                                              guint                   b);
char             *roundel_reporting_describe (const RoundelReporting *self,
                                              guint                   a,
                                              guint                   b);
const GPtrArray  *roundel_reporting_unclear  (const RoundelReporting *self);

/**
 * RoundelConflictKind:
 * @ROUNDEL_CONFLICT_REPORTING_LINE: two members are in one reporting line
 * @ROUNDEL_CONFLICT_LEVEL: the level of one is not that of the others
 * @ROUNDEL_CONFLICT_SIZE: too few or too many members
 * @ROUNDEL_CONFLICT_UNCLEAR_BOSS: a member reports to a name that several others have
 * @ROUNDEL_CONFLICT_TEAM: too many are of one team where the outcome wants difference
 */
typedef enum
{
  ROUNDEL_CONFLICT_REPORTING_LINE,
  ROUNDEL_CONFLICT_LEVEL,
  ROUNDEL_CONFLICT_SIZE,
  ROUNDEL_CONFLICT_UNCLEAR_BOSS,
  ROUNDEL_CONFLICT_TEAM,
} RoundelConflictKind;

/**
 * RoundelConflict:
 * @circle: (nullable): id of the circle it is in; %NULL when it is in none, or there is only one
 * @members: (element-type guint): indices of the members it is about; empty for a size
 * @why: what is wrong, a sentence in the reader's language
 * @exception: (nullable): why it may be all the same, as was agreed
 *
 * Something that stands against these members meeting as peers (D4).
 */
typedef struct
{
  RoundelConflictKind kind;
  char *circle;
  GArray *members;
  char *why;
  char *exception;
} RoundelConflict;

RoundelConflict *roundel_conflict_copy           (const RoundelConflict *self);
void             roundel_conflict_free           (RoundelConflict       *self);
const char      *roundel_conflict_kind_to_string (RoundelConflictKind    kind);

GPtrArray *roundel_conflicts_find          (const GPtrArray        *members,
                                            const RoundelReporting *lines,
                                            const GArray           *circle,
                                            guint                   min,
                                            guint                   max);
GPtrArray *roundel_conflicts_find_in_lines (const RoundelReporting *lines,
                                            const GArray           *circle);
GPtrArray *roundel_conflicts_find_levels   (const GPtrArray        *members,
                                            const GArray           *circle);

GPtrArray *roundel_conflicts_find_teams    (const GPtrArray        *members,
                                            const GArray           *circle);

RoundelConflict *roundel_conflict_of_size (guint n,
                                           guint min,
                                           guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelReporting, roundel_reporting_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelConflict, roundel_conflict_free)

G_END_DECLS
