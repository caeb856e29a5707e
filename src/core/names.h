/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/member.h"

G_BEGIN_DECLS

/**
 * RoundelNameKind:
 * @ROUNDEL_NAME_MEMBER: the name of a member, or a part of it
 * @ROUNDEL_NAME_OTHER: written as a name is, with a capital letter
 * @ROUNDEL_NAME_ROLE: “my boss”: somebody the readers may know
 */
typedef enum
{
  ROUNDEL_NAME_MEMBER,
  ROUNDEL_NAME_OTHER,
  ROUNDEL_NAME_ROLE,
} RoundelNameKind;

/**
 * RoundelName:
 * @start: where in the text it begins, in bytes
 * @end: where it ends
 * @member: for %ROUNDEL_NAME_MEMBER, which of the members; the first of those who share the name
 *
 * Words in a text by which somebody may be known.
 */
typedef struct
{
  gsize start;
  gsize end;
  RoundelNameKind kind;
  guint member;
} RoundelName;

GArray *roundel_names_find (const char      *text,
                            const GPtrArray *members);

G_END_DECLS
