/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/meeting-file.h"

#include <string.h>

#define GROUP "meeting"
#define MOST_MEMBERS 5000

static void
set_string (GKeyFile   *file,
            const char *group,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

/**
 * roundel_meeting_to_text:
 * @self: a meeting
 *
 * What a running session is resumed from. History and reporting lines are not in it: roundel_meeting_recall() brings them
 * back from the program.
 *
 * Returns: (transfer full): @self as text
 */
char *
roundel_meeting_to_text (const RoundelMeeting *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  set_string (file, GROUP, "program", self->program);
  set_string (file, GROUP, "circle", self->circle);
  set_string (file, GROUP, "session", self->session);
  set_string (file, GROUP, "title", self->title);
  set_string (file, GROUP, "caption", self->caption);
  g_key_file_set_integer (file, GROUP, "outcome", (int) self->outcome);
  g_key_file_set_int64 (file, GROUP, "starts", self->starts);
  g_key_file_set_integer (file, GROUP, "seconds", (int) self->seconds);
  g_key_file_set_integer (file, GROUP, "guests", (int) self->guests);
  g_key_file_set_int64 (file, GROUP, "seed", self->seed);
  g_key_file_set_integer (file, GROUP, "led", self->led);
  set_string (file, GROUP, "leader", self->leader);
  set_string (file, GROUP, "hand", self->hand_format);
  g_key_file_set_integer (file, GROUP, "promises", (int) self->promises);
  if (self->rules != NULL)
    g_key_file_set_string_list (file, GROUP, "rules", (const char *const *) self->rules, g_strv_length (self->rules));
  g_key_file_set_integer (file, GROUP, "parts", (int) self->outline->len);
  g_key_file_set_integer (file, GROUP, "members", (int) self->members->len);
  for (guint i = 0; i < self->outline->len; i++)
    {
      const RoundelOutlinePart *part = self->outline->pdata[i];
      g_autofree char *group = g_strdup_printf ("part %u", i);

      g_key_file_set_string (file, group, "format", part->format);
      set_string (file, group, "title", part->title);
      g_key_file_set_int64 (file, group, "seconds", part->seconds == ROUNDEL_PLAN_REST ? -1 : (gint64) part->seconds);
      g_key_file_set_boolean (file, group, "optional", part->optional);
      g_key_file_set_integer (file, group, "edition", (int) part->edition);
      g_key_file_set_integer (file, group, "begins", (int) part->begins);
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelMember *member = self->members->pdata[i];
      g_autofree char *group = g_strdup_printf ("member %u", i);

      g_key_file_set_string (file, group, "id", member->id);
      set_string (file, group, "name", member->name);
      g_key_file_set_integer (file, group, "presence", (int) roundel_meeting_get_presence (self, i));
      g_key_file_set_integer (file, group, "group", (int) g_array_index (self->hand, RoundelHand, i).group);
      g_key_file_set_boolean (file, group, "first", g_array_index (self->hand, RoundelHand, i).first);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * roundel_meeting_from_text:
 * @text: from roundel_meeting_to_text()
 * @error: return location for what is wrong with it
 *
 * Returns: (transfer full): the meeting, or %NULL
 */
RoundelMeeting *
roundel_meeting_from_text (const char  *text,
                           GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (RoundelMeeting) self = NULL;
  g_autofree char *title = NULL;
  int n_parts, n_members;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, error)
      || (title = g_key_file_get_string (file, GROUP, "title", error)) == NULL)
    return NULL;
  self = roundel_meeting_new (title, (guint) MAX (g_key_file_get_integer (file, GROUP, "seconds", NULL), 0));
  self->program = g_key_file_get_string (file, GROUP, "program", NULL);
  self->circle = g_key_file_get_string (file, GROUP, "circle", NULL);
  self->session = g_key_file_get_string (file, GROUP, "session", NULL);
  self->caption = g_key_file_get_string (file, GROUP, "caption", NULL);
  self->outcome = (guint) MAX (g_key_file_get_integer (file, GROUP, "outcome", NULL), 0);
  self->starts = g_key_file_get_int64 (file, GROUP, "starts", NULL);
  self->guests = (guint) MAX (g_key_file_get_integer (file, GROUP, "guests", NULL), 0);
  self->seed = (guint32) g_key_file_get_int64 (file, GROUP, "seed", NULL);
  self->leader = g_key_file_get_string (file, GROUP, "leader", NULL);
  self->hand_format = g_key_file_get_string (file, GROUP, "hand", NULL);
  self->promises = (guint) MAX (g_key_file_get_integer (file, GROUP, "promises", NULL), 0);
  self->rules = g_key_file_get_string_list (file, GROUP, "rules", NULL, NULL);
  n_parts = g_key_file_get_integer (file, GROUP, "parts", NULL);
  n_members = g_key_file_get_integer (file, GROUP, "members", NULL);
  for (int i = 0; i < MIN (n_parts, MOST_MEMBERS); i++)
    {
      g_autofree char *group = g_strdup_printf ("part %d", i);
      g_autofree char *format = g_key_file_get_string (file, group, "format", error);
      g_autofree char *name = g_key_file_get_string (file, group, "title", NULL);
      gint64 seconds = g_key_file_get_int64 (file, group, "seconds", NULL);
      RoundelOutlinePart *part;

      if (format == NULL)
        return NULL;
      part = roundel_outline_part_new (format, name, seconds < 0 ? ROUNDEL_PLAN_REST : (guint) seconds,
                                       g_key_file_get_boolean (file, group, "optional", NULL));
      part->edition = (guint) MAX (g_key_file_get_integer (file, group, "edition", NULL), 0);
      part->begins = (guint) MAX (g_key_file_get_integer (file, group, "begins", NULL), 0);
      g_ptr_array_add (self->outline, part);
    }
  for (int i = 0; i < MIN (n_members, MOST_MEMBERS); i++)
    {
      g_autofree char *group = g_strdup_printf ("member %d", i);
      g_autofree char *id = g_key_file_get_string (file, group, "id", error);
      g_autofree char *name = g_key_file_get_string (file, group, "name", NULL);
      int presence = g_key_file_get_integer (file, group, "presence", NULL);

      if (id == NULL)
        return NULL;
      roundel_meeting_add (self, roundel_member_new (id, name),
                           (RoundelPresence) CLAMP (presence, 0, (int) ROUNDEL_PRESENCE_AWAY));
      /* -1 is any group */
      g_array_index (self->hand, RoundelHand, i).group = (guint) g_key_file_get_integer (file, group, "group", NULL);
      g_array_index (self->hand, RoundelHand, i).first = g_key_file_get_boolean (file, group, "first", NULL);
    }
  if (g_key_file_has_key (file, GROUP, "led", NULL))
    self->led = CLAMP (g_key_file_get_integer (file, GROUP, "led", NULL), -1, (int) self->members->len - 1);
  return g_steal_pointer (&self);
}
