/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "content/members-csv.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_memdup2 (data, size);
  g_autoptr (RoundelMembersCsv) csv = roundel_members_csv_read (text != NULL ? text : "", size, "members.csv", &error);

  g_assert_true ((csv == NULL) == (error != NULL));
  if (csv == NULL)
    return 0;
  for (guint i = 0; i < csv->members->len; i++)
    {
      const RoundelMember *member = csv->members->pdata[i];

      g_assert_true (g_utf8_validate (member->name, -1, NULL) && *member->name != '\0');
    }
  for (guint i = 0; i < csv->problems->len; i++)
    {
      const RoundelCsvProblem *problem = csv->problems->pdata[i];

      g_assert_cmpuint (problem->row, >=, 2);
      g_assert_cmpuint (problem->row, <=, ROUNDEL_MEMBERS_CSV_MAX_ROWS);
      if (i > 0)
        g_assert_cmpuint (problem->row, >, ((RoundelCsvProblem *) csv->problems->pdata[i - 1])->row);
    }
  g_assert_cmpuint (csv->members->len + csv->problems->len, <, ROUNDEL_MEMBERS_CSV_MAX_ROWS);
  return 0;
}
