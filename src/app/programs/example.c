/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/example.h"

#include <glib/gi18n-lib.h>

#include "content/members-csv.h"
#include "core/design.h"
#include "core/program-ids.h"
#include "core/schedule.h"
#include "store/programs.h"

#define PEOPLE "/org/roundel/Roundel/example/people.csv"
#define SEED 1

static RoundelDraft *
set (RoundelDraft *draft,
     RoundelDraft *next)
{
  roundel_draft_unref (draft);
  return next;
}

/* What a designer would have answered. */
static RoundelDraft *
make_draft (RoundelDesk             *desk,
            const RoundelMembersCsv *people)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);
  const char *zone = roundel_zone_is_valid (name) ? name : "UTC";
  g_autofree char *starts = roundel_schedule_suggest (roundel_env_now (roundel_desk_get_env (desk)), zone);
  RoundelDraft *draft = roundel_draft_new ();

  draft = set (draft, roundel_draft_set_outcome (draft, "leadership-development"));
  draft = set (draft, roundel_draft_set_pattern (draft, "weekly-cycle"));
  draft = set (draft, roundel_draft_set_title (draft, _("Example: conscious skills")));
  draft = set (draft, roundel_draft_set_topic (draft, _("Difficult conversations about missed deadlines")));
  draft = set (draft, roundel_draft_set_zone (draft, zone));
  draft = set (draft, roundel_draft_set_start (draft, starts));
  return set (draft, roundel_draft_set_members (draft, people->members));
}

/**
 * roundel_example_add:
 * @desk: what the screens work on
 * @error: return location
 *
 * Adds a program to look around in. It is designed like any other, with people who were made up, and so has what a first draft
 * has: two of them report to one another, and much is still open.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL when it could not be written
 */
char *
roundel_example_add (RoundelDesk  *desk,
                     GError      **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PEOPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (desk));
  g_autoptr (RoundelMembersCsv) people = NULL;
  g_autoptr (RoundelDraft) draft = NULL;
  g_autoptr (RoundelDesign) design = NULL;

  if (bytes != NULL)
    people = roundel_members_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "people.csv", error);
  if (people == NULL)
    return NULL;
  draft = make_draft (desk, people);
  design = roundel_design_new (draft, roundel_outcomes_find (roundel_desk_get_outcomes (desk), draft->outcome),
                               roundel_patterns_find (roundel_desk_get_patterns (desk), draft->pattern), &formats, SEED);
  roundel_program_renew_ids (design->program, roundel_desk_get_env (desk));
  if (!roundel_notebook_add_program (roundel_desk_get_notebook (desk), design->program, error))
    return NULL;
  return g_strdup (design->program->id);
}
