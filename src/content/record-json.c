/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/record-json.h"

#include "content/json-write.h"

#define MOST_SECONDS (24 * 60 * 60)
#define MOST_PEOPLE 10000

typedef void (*AddHeldBy) (RoundelSessionRecord *record,
                           const char           *what,
                           const char           *member);

static void
begin_list (JsonBuilder *json,
            const char  *member)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
}

static void
read_parts (RoundelSessionRecord *record,
            RoundelJson          *json)
{
  guint n = roundel_json_length (json);

  for (guint i = 0; i < n && roundel_json_enter_element (json, i); i++)
    {
      g_autofree char *title = roundel_json_text (json, "title");
      RoundelHeldPart *part = roundel_session_record_add_part (record, title,
                                                               roundel_json_uint (json, "planned", 0, MOST_SECONDS, 0),
                                                               roundel_json_uint (json, "used", 0, MOST_SECONDS, 0));

      part->format = roundel_json_text (json, "format");
      roundel_json_leave (json);
    }
}

static void
read_groups (GPtrArray   *groups,
             RoundelJson *json)
{
  guint n = roundel_json_length (json);

  for (guint i = 0; i < n && roundel_json_enter_element (json, i); i++)
    {
      g_ptr_array_add (groups, roundel_json_strings (json, "members"));
      roundel_json_leave (json);
    }
}

static void
read_held_by (RoundelSessionRecord *record,
              RoundelJson          *json,
              const char           *list,
              const char           *what,
              const char           *whose,
              AddHeldBy             add)
{
  guint n;

  if (!roundel_json_enter (json, list))
    return;
  n = roundel_json_length (json);
  for (guint i = 0; i < n && roundel_json_enter_element (json, i); i++)
    {
      g_autofree char *text = roundel_json_text (json, what);
      g_autofree char *member = roundel_json_text (json, whose);

      if (text != NULL && member != NULL)
        add (record, text, member);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

static void
write_held_by (JsonBuilder     *json,
               const GPtrArray *list,
               const char      *name,
               const char      *what,
               const char      *whose)
{
  if (list->len == 0)
    return;
  begin_list (json, name);
  for (guint i = 0; i < list->len; i++)
    {
      const RoundelHeldBy *held = list->pdata[i];

      json_builder_begin_object (json);
      roundel_json_add_text (json, what, held->what);
      roundel_json_add_text (json, whose, held->member);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

void
roundel_record_json_read (RoundelSessionRecord *record,
                          RoundelJson          *json)
{
  g_strfreev (record->had);
  g_strfreev (record->owed);
  record->session = roundel_json_text (json, "session");
  record->had = roundel_json_strings (json, "had");
  record->owed = roundel_json_strings (json, "owed");
  record->began = roundel_json_text (json, "began");
  record->ended = roundel_json_text (json, "ended");
  record->led = roundel_json_text (json, "led");
  record->promises = roundel_json_uint (json, "promises", 0, MOST_PEOPLE, 0);
  if (roundel_json_enter (json, "parts"))
    {
      read_parts (record, json);
      roundel_json_leave (json);
    }
  if (roundel_json_enter (json, "groups"))
    {
      read_groups (record->groups, json);
      roundel_json_leave (json);
    }
  read_held_by (record, json, "roles", "role", "member", roundel_session_record_add_role);
  read_held_by (record, json, "kept", "text", "by", roundel_session_record_add_kept);
}

char *
roundel_record_json_write (const RoundelSessionRecord *record)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "session", record->session);
  roundel_json_add_text (json, "began", record->began);
  roundel_json_add_text (json, "ended", record->ended);
  roundel_json_add_text (json, "led", record->led);
  roundel_json_add_texts (json, "had", record->had);
  roundel_json_add_texts (json, "owed", record->owed);
  roundel_json_add_uint (json, "promises", record->promises);
  if (record->parts->len > 0)
    {
      begin_list (json, "parts");
      for (guint i = 0; i < record->parts->len; i++)
        {
          const RoundelHeldPart *part = record->parts->pdata[i];

          json_builder_begin_object (json);
          roundel_json_add_text (json, "title", part->title);
          roundel_json_add_text (json, "format", part->format);
          roundel_json_add_uint (json, "planned", part->planned);
          roundel_json_add_uint (json, "used", part->used);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
    }
  if (record->groups->len > 0)
    {
      begin_list (json, "groups");
      for (guint i = 0; i < record->groups->len; i++)
        {
          json_builder_begin_object (json);
          roundel_json_add_texts (json, "members", record->groups->pdata[i]);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
    }
  write_held_by (json, record->roles, "roles", "role", "member");
  write_held_by (json, record->kept, "kept", "text", "by");
  return roundel_json_end (json);
}

void
roundel_attendance_json_read (RoundelAttendance *attendance,
                              RoundelJson       *json)
{
  g_strfreev (attendance->here);
  attendance->session = roundel_json_text (json, "session");
  attendance->here = roundel_json_strings (json, "here");
  attendance->guests = roundel_json_uint (json, "guests", 0, MOST_PEOPLE, 0);
}

char *
roundel_attendance_json_write (const RoundelAttendance *attendance)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "session", attendance->session);
  roundel_json_add_texts (json, "here", attendance->here);
  roundel_json_add_uint (json, "guests", attendance->guests);
  return roundel_json_end (json);
}

void
roundel_harvest_json_read (RoundelHarvest *harvest,
                           RoundelJson    *json)
{
  g_strfreev (harvest->lines);
  harvest->session = roundel_json_text (json, "session");
  harvest->lines = roundel_json_strings (json, "lines");
}

char *
roundel_harvest_json_write (const RoundelHarvest *harvest)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "session", harvest->session);
  roundel_json_add_texts (json, "lines", harvest->lines);
  return roundel_json_end (json);
}

void
roundel_evaluation_json_read (RoundelEvaluation *evaluation,
                              RoundelJson       *json)
{
  g_strfreev (evaluation->changes);
  evaluation->session = roundel_json_text (json, "session");
  evaluation->slips = roundel_json_uint (json, "slips", 0, MOST_PEOPLE, 0);
  evaluation->mean = roundel_json_uint (json, "twice_mean", 0, 2 * ROUNDEL_WORTH_MOST, 0);
  evaluation->changes = roundel_json_strings (json, "changes");
  if (roundel_json_enter (json, "worth"))
    {
      guint n = roundel_json_length (json);

      for (guint i = 0; i < n && i <= ROUNDEL_WORTH_MOST && roundel_json_enter_element (json, i); i++)
        {
          evaluation->worth[i] = roundel_json_whole (json, 0, MOST_PEOPLE);
          roundel_json_leave (json);
        }
      roundel_json_leave (json);
    }
}

char *
roundel_evaluation_json_write (const RoundelEvaluation *evaluation)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "session", evaluation->session);
  roundel_json_add_uint (json, "slips", evaluation->slips);
  roundel_json_add_uint (json, "twice_mean", evaluation->mean);
  if (evaluation->slips >= ROUNDEL_EVALUATION_COUNTS)
    {
      begin_list (json, "worth");
      for (guint i = 0; i <= ROUNDEL_WORTH_MOST; i++)
        json_builder_add_int_value (json, evaluation->worth[i]);
      json_builder_end_array (json);
    }
  roundel_json_add_texts (json, "changes", evaluation->changes);
  return roundel_json_end (json);
}

/**
 * roundel_said_promise_json_write:
 * @promise: a promise whose owner wants the circle to read it
 * @session: (nullable): id of the session in which it was made
 *
 * Returns: (transfer full): the body of a `commitment`
 */
char *
roundel_said_promise_json_write (const RoundelSaidPromise *promise,
                                 const char               *session)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "text", promise->text);
  roundel_json_add_text (json, "status", "open");
  roundel_json_add_text (json, "by", promise->by);
  roundel_json_add_text (json, "session", session);
  return roundel_json_end (json);
}
