/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live.h"
#include "content/library.h"

static inline const RoundelFormat *
fixture_find (gpointer     library,
              const char  *id,
              GError     **error)
{
  return roundel_library_find (library, id, error);
}

static inline RoundelFormats
fixture_formats (void)
{
  static RoundelLibrary *library;
  g_autoptr (GError) error = NULL;

  if (library == NULL)
    library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  return (RoundelFormats) { fixture_find, library };
}

/* Nine members of whom HERE are in the room, the others on the way. */
static inline RoundelMeeting *
fixture_meeting (guint here)
{
  static const char *const names[] = { "Amara Okafor", "Benoît Lefèvre", "Chen Wei", "Dagny Sørensen", "Eitan Levi",
                                       "Farida Nazari", "Grace Mbeki", "Hiro Tanaka", "Benoît Marchal" };
  RoundelMeeting *meeting = roundel_meeting_new ("Say it early", 60 * 60);

  meeting->outcome = 3;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      roundel_meeting_add (meeting, roundel_member_new (id, names[i]),
                           i < here ? ROUNDEL_PRESENCE_HERE : ROUNDEL_PRESENCE_EXPECTED);
    }
  g_ptr_array_add (meeting->outline, roundel_outline_part_new ("welcome", NULL, 0, FALSE));
  g_ptr_array_add (meeting->outline, roundel_outline_part_new ("troika", NULL, ROUNDEL_PLAN_REST, FALSE));
  g_ptr_array_add (meeting->outline, roundel_outline_part_new ("evaluation", NULL, 0, TRUE));
  return meeting;
}
