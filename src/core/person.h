/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody around a program is to it, as words in files */
#define ROUNDEL_PERSON_COMMITTEE "committee"
#define ROUNDEL_PERSON_GUEST "guest"
#define ROUNDEL_PERSON_HUMAN_RESOURCES "human-resources"

/**
 * RoundelPerson:
 * @name: the name, or the id of a member
 * @role: one of the words above, or one of a newer version
 *
 * Somebody around a program: of the advisory committee (D5), a guest, or from human resources, who get no report (D4).
 */
typedef struct
{
  char *id;
  char *name;
  char *role;
} RoundelPerson;

/**
 * RoundelDecision:
 * @on: (nullable): the day on which the committee met, such as `2027-01-07`
 * @text: what it decided
 *
 * A meeting of the advisory committee (D5).
 */
typedef struct
{
  char *id;
  char *on;
  char *text;
} RoundelDecision;

RoundelPerson   *roundel_person_new    (const char      *id,
                                        const char      *name,
                                        const char      *role);
void             roundel_person_free   (RoundelPerson   *self);
RoundelDecision *roundel_decision_new  (const char      *id,
                                        const char      *on,
                                        const char      *text);
void             roundel_decision_free (RoundelDecision *self);

G_END_DECLS
