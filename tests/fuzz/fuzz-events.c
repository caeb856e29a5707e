/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a file of events holds, a rehearsal gets steps in the order of time, or the line that is wrong is named. */

#include <string.h>

#include "cli/events.h"
#include "content/json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc (size + 1);
  g_autoptr (GArray) steps = NULL;
  gint64 at = 0;

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  steps = roundel_cli_events_read (text, size, "events.jsonl", &error);
  if (steps == NULL)
    {
      g_assert_true (error->domain == ROUNDEL_CONTENT_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "events.jsonl"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelRehearsalStep *step = &g_array_index (steps, RoundelRehearsalStep, i);

      g_assert_cmpint (step->at, >=, at);
      g_assert_true (step->amount == 0 || step->kind == ROUNDEL_SESSION_EVENT_ADD);
      at = step->at;
    }
  return 0;
}
