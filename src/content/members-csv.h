/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/member.h"

G_BEGIN_DECLS

/* More is no list of people who learn together */
#define ROUNDEL_MEMBERS_CSV_MAX_BYTES (4 * 1024 * 1024)
#define ROUNDEL_MEMBERS_CSV_MAX_ROWS 5000

/**
 * RoundelCsvProblem:
 * @row: the row as a spreadsheet numbers it, the header being 1
 * @column: (nullable): name of the column, or %NULL when it is about the whole row
 * @why: what is wrong and what to do, a sentence
 *
 * A row that was left out, and why.
 */
typedef struct
{
  guint row;
  char *column;
  char *why;
} RoundelCsvProblem;

/**
 * RoundelMembersCsv:
 * @members: (element-type RoundelMember): those of the rows that are right, with the ids `1`, `2`, …
 * @problems: (element-type RoundelCsvProblem): one for each row that was left out
 * @ignored: names of columns that mean nothing here
 *
 * A list of members as a spreadsheet saves it.
 */
typedef struct
{
  GPtrArray *members;
  GPtrArray *problems;
  char **ignored;
} RoundelMembersCsv;

RoundelMembersCsv *roundel_members_csv_read (const char         *text,
                                             gsize               length,
                                             const char         *name,
                                             GError            **error);
void               roundel_members_csv_free (RoundelMembersCsv  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMembersCsv, roundel_members_csv_free)

G_END_DECLS
