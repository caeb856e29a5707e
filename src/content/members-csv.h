/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/member.h"

G_BEGIN_DECLS

/* More is no list of people who learn together */
#define ROUNDEL_MEMBERS_CSV_MAX_BYTES (4 * 1024 * 1024)
#define ROUNDEL_MEMBERS_CSV_MAX_ROWS 5000

/**
 * RoundelCsvMeaning:
 *
 * What a column says of a member.
 */
typedef enum
{
  ROUNDEL_CSV_NOTHING = -1,
  ROUNDEL_CSV_NAME,
  ROUNDEL_CSV_EMAIL,
  ROUNDEL_CSV_LEVEL,
  ROUNDEL_CSV_TEAM,
  ROUNDEL_CSV_REPORTS_TO,
  ROUNDEL_CSV_INTERESTS,
  ROUNDEL_CSV_GOALS,
  ROUNDEL_CSV_CAN_HELP_WITH,
  ROUNDEL_CSV_SITE,
  ROUNDEL_CSV_N_MEANINGS
} RoundelCsvMeaning;

/**
 * RoundelCsvColumn:
 * @name: what stands in the first row
 * @example: (nullable): the first text below it
 * @meaning: what it is taken for; no two columns have the same but for %ROUNDEL_CSV_NOTHING
 */
typedef struct
{
  char *name;
  char *example;
  RoundelCsvMeaning meaning;
} RoundelCsvColumn;

/**
 * RoundelCsvHeader:
 * @columns: (element-type RoundelCsvColumn): the columns
 * @named: whether the first row names them; if not, it is somebody
 *
 * How a list of members is to be read.
 */
typedef struct
{
  GPtrArray *columns;
  gboolean named;
} RoundelCsvHeader;

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

RoundelCsvHeader  *roundel_csv_header_read     (const char              *text,
                                                gsize                    length,
                                                const char              *name,
                                                GError                 **error);
void               roundel_csv_header_free     (RoundelCsvHeader        *self);
void               roundel_csv_header_mean     (RoundelCsvHeader        *self,
                                                guint                    column,
                                                RoundelCsvMeaning        meaning);
RoundelMembersCsv *roundel_members_csv_read    (const char              *text,
                                                gsize                    length,
                                                const char              *name,
                                                GError                 **error);
RoundelMembersCsv *roundel_members_csv_read_as (const char              *text,
                                                gsize                    length,
                                                const char              *name,
                                                const RoundelCsvHeader  *header,
                                                GError                 **error);
void               roundel_members_csv_free    (RoundelMembersCsv       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelCsvHeader, roundel_csv_header_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelMembersCsv, roundel_members_csv_free)

G_END_DECLS
