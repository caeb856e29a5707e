/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "content/draft-json.h"
#include "content/program-json.h"
#include "core/kind.h"
#include "core/readiness.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static gboolean
pass (const RoundelProgramRecord  *record,
      gpointer                     data,
      GError                     **error)
{
  g_assert_true (g_utf8_validate (record->body, -1, NULL));
  return TRUE;
}

static const RoundelFormat *
find_nothing (gpointer     library,
              const char  *id,
              GError     **error)
{
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_NOT_FOUND, "There is no format “%s”.", id);
  return NULL;
}

/* The text as the body of a record of each kind, and as a draft. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *body = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (RoundelProgramRecord));
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (RoundelDraft) draft = NULL;
  const RoundelFormats formats = { find_nothing, NULL };
  guint n_kinds;
  const RoundelKind *kinds = roundel_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint r = 0; kinds[i].registers[r] != NULL; r++)
      {
        /* one id for all, so that what refers to “a” finds something */
        RoundelProgramRecord record = { kinds[i].name, kinds[i].registers[r], kinds[i].name[0] == 'm' ? "a" : kinds[i].name,
                                        "circle", body };

        g_array_append_val (records, record);
      }
  program = roundel_program_read ("program", (RoundelProgramRecord *) (gpointer) records->data, records->len);
  reasons = roundel_readiness_check (program, NULL, &formats);
  g_assert_cmpuint (reasons->len, ==, ROUNDEL_N_REASONS);
  g_assert_true (roundel_program_write (program, pass, NULL, NULL));
  draft = roundel_draft_from_json (body, NULL);
  if (draft != NULL)
    {
      g_autofree char *text = roundel_draft_to_json (draft);
      g_autoptr (GPtrArray) problems = roundel_draft_list_problems (draft);

      g_assert_nonnull (problems);
      g_assert_cmpint (text[0], ==, '{');
    }
  return 0;
}
