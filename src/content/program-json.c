/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/program-json.h"

#include "content/json-write.h"
#include "content/json.h"
#include "content/plan-json.h"
#include "content/record-json.h"
#include "core/schedule.h"

#define MOST_SECONDS (24 * 60 * 60)

/* A program while its records are read. */
typedef struct
{
  RoundelProgram *program;
  GHashTable *values; /* kind and entity → what is made of its records */
} Reader;

/* The seat and the notes on it are two records of one member. */
static RoundelMember *
find_member (Reader     *reader,
             const char *id)
{
  RoundelMember *member = g_hash_table_lookup (reader->values, id);

  if (member == NULL)
    {
      member = roundel_member_new (id, NULL);
      g_hash_table_insert (reader->values, member->id, member);
      g_ptr_array_add (reader->program->members, member);
    }
  return member;
}

static RoundelSession *
find_session (Reader                     *reader,
              const RoundelProgramRecord *record)
{
  RoundelSession *session = g_hash_table_lookup (reader->values, record->entity);

  if (session == NULL)
    {
      session = roundel_program_add_session (reader->program, record->entity, record->circle);
      g_hash_table_insert (reader->values, session->id, session);
    }
  return session;
}

static void
read_program (Reader                     *reader,
              const RoundelProgramRecord *record,
              RoundelJson                *json)
{
  RoundelProgram *program = reader->program;

  program->title = roundel_json_text (json, "title");
  program->outcome = roundel_json_text (json, "outcome");
  program->pattern = roundel_json_text (json, "pattern");
  program->topic = roundel_json_text (json, "topic");
  program->facilitation = roundel_json_text (json, "facilitation");
  program->sponsor = roundel_json_text (json, "sponsor");
}

static void
read_circle (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  RoundelCircle *circle = roundel_program_add_circle (reader->program, record->entity);

  g_strfreev (circle->members);
  circle->name = roundel_json_text (json, "name");
  circle->members = roundel_json_strings (json, "members");
  circle->facilitator = roundel_json_text (json, "facilitator");
}

static void
read_member (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  RoundelMember *member = find_member (reader, record->entity);

  member->name = roundel_json_text (json, "name");
  member->email = roundel_json_text (json, "email");
  member->team = roundel_json_text (json, "team");
  member->site = roundel_json_text (json, "site");
  member->interests = roundel_json_strings (json, "interests");
  member->can_help_with = roundel_json_strings (json, "can_help_with");
}

static void
read_member_notes (Reader                     *reader,
                   const RoundelProgramRecord *record,
                   RoundelJson                *json)
{
  RoundelMember *member = find_member (reader, record->entity);

  member->level = roundel_json_text (json, "level");
  member->reports_to = roundel_json_text (json, "reports_to");
  member->goals = roundel_json_strings (json, "goals");
}

static void
read_schedule (RoundelSession *session,
               RoundelJson    *json)
{
  session->starts = roundel_json_text (json, "starts");
  if (!roundel_local_time_is_valid (session->starts))
    g_clear_pointer (&session->starts, g_free);
  session->zone = roundel_json_text (json, "zone");
  session->seconds = roundel_json_uint (json, "seconds", 0, MOST_SECONDS, 0);
  session->mode = roundel_json_choice (json, "mode", ROUNDEL_MODE_WORDS, ROUNDEL_MODE_IN_PERSON);
  session->place = roundel_json_text (json, "place");
}

static void
read_plan (RoundelSession *session,
           RoundelJson    *json)
{
  session->title = roundel_json_text (json, "title");
  session->knowledge = roundel_json_text (json, "knowledge");
  session->source = roundel_json_text (json, "source");
  session->checked_by = roundel_json_text (json, "checked_by");
  session->question = roundel_json_text (json, "question");
  roundel_outline_read_json (session->outline, json);
  roundel_between_list_read_json (session->between, json);
}

static void
read_session (Reader                     *reader,
              const RoundelProgramRecord *record,
              RoundelJson                *json)
{
  RoundelSession *session = find_session (reader, record);

  if (g_str_equal (record->reg, "schedule"))
    read_schedule (session, json);
  else if (g_str_equal (record->reg, "plan"))
    read_plan (session, json);
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
read_partners (Reader                     *reader,
               const RoundelProgramRecord *record,
               RoundelJson                *json)
{
  RoundelPartnering *partners = roundel_program_add_partners (reader->program, record->entity, record->circle);

  if (roundel_json_enter (json, "groups"))
    {
      read_groups (partners->groups, json);
      roundel_json_leave (json);
    }
}

static void
read_charter (Reader                     *reader,
              const RoundelProgramRecord *record,
              RoundelJson                *json)
{
  RoundelCharter *charter = roundel_program_add_charter (reader->program, record->entity, record->circle);

  g_strfreev (charter->rules);
  g_strfreev (charter->agreed);
  charter->rules = roundel_json_strings (json, "rules");
  charter->agreed = roundel_json_strings (json, "agreed");
  charter->agreed_on = roundel_json_text (json, "agreed_on");
}

static void
read_result (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  RoundelResult *result = roundel_program_add_result (reader->program, record->entity);

  result->text = roundel_json_text (json, "text");
  result->measure = roundel_json_text (json, "measure");
  result->baseline = roundel_json_text (json, "baseline");
  result->target = roundel_json_text (json, "target");
}

static void
read_lesson (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  RoundelLesson *lesson = roundel_program_add_lesson (reader->program, record->entity);

  lesson->text = roundel_json_text (json, "text");
  lesson->by = roundel_json_text (json, "by");
}

static void
read_record (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  roundel_record_json_read (roundel_program_add_record (reader->program, record->entity), json);
}

static void
read_attendance (Reader                     *reader,
                 const RoundelProgramRecord *record,
                 RoundelJson                *json)
{
  roundel_attendance_json_read (roundel_program_add_attendance (reader->program, record->entity), json);
}

static void
read_harvest (Reader                     *reader,
              const RoundelProgramRecord *record,
              RoundelJson                *json)
{
  roundel_harvest_json_read (roundel_program_add_harvest (reader->program, record->entity), json);
}

static void
read_evaluation (Reader                     *reader,
                 const RoundelProgramRecord *record,
                 RoundelJson                *json)
{
  roundel_evaluation_json_read (roundel_program_add_evaluation (reader->program, record->entity), json);
}

static void
read_readiness (Reader                     *reader,
                const RoundelProgramRecord *record,
                RoundelJson                *json)
{
  RoundelReadinessNote *note = roundel_program_add_note (reader->program, record->entity);

  note->check = roundel_json_text (json, "check");
  note->evidence = roundel_json_text (json, "evidence");
  note->owner = roundel_json_text (json, "owner");
  note->due = roundel_json_text (json, "due");
}

static const struct
{
  const char *kind;
  void (*read) (Reader                     *reader,
                const RoundelProgramRecord *record,
                RoundelJson                *json);
} readers[] = {
  { "program", read_program },
  { "circle", read_circle },
  { "member", read_member },
  { "member-notes", read_member_notes },
  { "session", read_session },
  { "partners", read_partners },
  { "charter", read_charter },
  { "result", read_result },
  { "lesson", read_lesson },
  { "record", read_record },
  { "attendance", read_attendance },
  { "harvest", read_harvest },
  { "evaluation", read_evaluation },
  { "readiness", read_readiness },
};

/**
 * roundel_program_read:
 * @id: names the program
 * @records: (array length=n_records): what its records show, in any order, each register of an entity once
 * @n_records: how many
 *
 * Puts a program together. Kinds, registers and keys of a newer version are passed over, and so is what does not have the
 * form it should: a program that came by a merge must open.
 *
 * Returns: (transfer full): the program
 */
RoundelProgram *
roundel_program_read (const char                 *id,
                      const RoundelProgramRecord *records,
                      gsize                       n_records)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { roundel_program_new (id), values };

  for (gsize i = 0; i < n_records; i++)
    for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
      if (g_str_equal (readers[k].kind, records[i].kind) && records[i].body != NULL)
        {
          g_autoptr (RoundelJson) json = roundel_json_new (records[i].body, -1, records[i].kind, NULL);

          if (json == NULL)
            continue;
          roundel_json_pass_over (json);
          readers[k].read (&reader, &records[i], json);
        }
  roundel_program_put_in_order (reader.program);
  return reader.program;
}

/* Writes the records of a program, one after the other. */
typedef struct
{
  RoundelProgramSink sink;
  gpointer data;
  GError *error;
} Writer;

static void
end (Writer      *writer,
     JsonBuilder *json,
     const char  *kind,
     const char  *reg,
     const char  *entity,
     const char  *circle)
{
  g_autofree char *body = roundel_json_end (json);
  RoundelProgramRecord record = { kind, reg, entity, circle, body };

  if (writer->error == NULL)
    writer->sink (&record, writer->data, &writer->error);
}

static void
write_member (Writer              *writer,
              const RoundelMember *member)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "name", member->name);
  roundel_json_add_text (json, "email", member->email);
  roundel_json_add_text (json, "team", member->team);
  roundel_json_add_text (json, "site", member->site);
  roundel_json_add_texts (json, "interests", member->interests);
  roundel_json_add_texts (json, "can_help_with", member->can_help_with);
  end (writer, json, "member", "", member->id, NULL);

  json = roundel_json_begin ();
  roundel_json_add_text (json, "level", member->level);
  roundel_json_add_text (json, "reports_to", member->reports_to);
  roundel_json_add_texts (json, "goals", member->goals);
  end (writer, json, "member-notes", "", member->id, NULL);
}

static void
write_circle (Writer              *writer,
              const RoundelCircle *circle)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "name", circle->name);
  roundel_json_add_texts (json, "members", circle->members);
  roundel_json_add_text (json, "facilitator", circle->facilitator);
  end (writer, json, "circle", "", circle->id, NULL);
}

static void
write_session (Writer               *writer,
               const RoundelSession *session)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "starts", session->starts);
  roundel_json_add_text (json, "zone", session->zone);
  roundel_json_add_uint (json, "seconds", session->seconds);
  roundel_json_add_word (json, "mode", ROUNDEL_MODE_WORDS, session->mode);
  roundel_json_add_text (json, "place", session->place);
  end (writer, json, "session", "schedule", session->id, session->circle);

  json = roundel_json_begin ();
  roundel_json_add_text (json, "title", session->title);
  roundel_outline_add_json (session->outline, json);
  roundel_json_add_text (json, "knowledge", session->knowledge);
  roundel_json_add_text (json, "source", session->source);
  roundel_json_add_text (json, "checked_by", session->checked_by);
  roundel_json_add_text (json, "question", session->question);
  roundel_between_list_add_json (session->between, json);
  end (writer, json, "session", "plan", session->id, session->circle);
}

static void
add_groups (JsonBuilder     *json,
            const GPtrArray *groups)
{
  json_builder_set_member_name (json, "groups");
  json_builder_begin_array (json);
  for (guint i = 0; i < groups->len; i++)
    {
      json_builder_begin_object (json);
      roundel_json_add_texts (json, "members", groups->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_partners (Writer                  *writer,
                const RoundelPartnering *partners)
{
  JsonBuilder *json = roundel_json_begin ();

  add_groups (json, partners->groups);
  end (writer, json, "partners", "", partners->id, partners->circle);
}

static void
write_charter (Writer               *writer,
               const RoundelCharter *charter)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_texts (json, "rules", charter->rules);
  roundel_json_add_texts (json, "agreed", charter->agreed);
  roundel_json_add_text (json, "agreed_on", charter->agreed_on);
  end (writer, json, "charter", "", charter->id, charter->circle);
}

static void
write_result (Writer              *writer,
              const RoundelResult *result)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "text", result->text);
  roundel_json_add_text (json, "measure", result->measure);
  roundel_json_add_text (json, "baseline", result->baseline);
  roundel_json_add_text (json, "target", result->target);
  end (writer, json, "result", "", result->id, NULL);
}

static void
write_lesson (Writer              *writer,
              const RoundelLesson *lesson)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "text", lesson->text);
  roundel_json_add_text (json, "by", lesson->by);
  end (writer, json, "lesson", "", lesson->id, NULL);
}

static void
end_with (Writer     *writer,
          char       *body,
          const char *kind,
          const char *entity,
          const char *circle)
{
  RoundelProgramRecord record = { kind, "", entity, circle, body };

  if (writer->error == NULL)
    writer->sink (&record, writer->data, &writer->error);
  g_free (body);
}

static void
write_note (Writer                     *writer,
            const RoundelReadinessNote *note)
{
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "check", note->check);
  roundel_json_add_text (json, "evidence", note->evidence);
  roundel_json_add_text (json, "owner", note->owner);
  roundel_json_add_text (json, "due", note->due);
  end (writer, json, "readiness", "", note->id, NULL);
}

/**
 * roundel_program_write:
 * @self: a program that is written for the first time
 * @sink: takes each of its records
 * @data: handed to @sink
 * @error: return location for what @sink says
 *
 * Only for what is new: a change to a record that is kept already touches the keys it changes, so that those of a newer
 * version stay.
 *
 * Returns: whether @sink took all
 */
gboolean
roundel_program_write (const RoundelProgram  *self,
                       RoundelProgramSink     sink,
                       gpointer               data,
                       GError               **error)
{
  Writer writer = { sink, data };
  JsonBuilder *json = roundel_json_begin ();

  roundel_json_add_text (json, "title", self->title);
  roundel_json_add_text (json, "outcome", self->outcome);
  roundel_json_add_text (json, "pattern", self->pattern);
  roundel_json_add_text (json, "topic", self->topic);
  roundel_json_add_text (json, "facilitation", self->facilitation);
  roundel_json_add_text (json, "sponsor", self->sponsor);
  end (&writer, json, "program", "", self->id, NULL);

  for (guint i = 0; i < self->members->len; i++)
    write_member (&writer, self->members->pdata[i]);
  for (guint i = 0; i < self->circles->len; i++)
    write_circle (&writer, self->circles->pdata[i]);
  for (guint i = 0; i < self->sessions->len; i++)
    write_session (&writer, self->sessions->pdata[i]);
  for (guint i = 0; i < self->partners->len; i++)
    write_partners (&writer, self->partners->pdata[i]);
  for (guint i = 0; i < self->charters->len; i++)
    write_charter (&writer, self->charters->pdata[i]);
  for (guint i = 0; i < self->results->len; i++)
    write_result (&writer, self->results->pdata[i]);
  for (guint i = 0; i < self->lessons->len; i++)
    write_lesson (&writer, self->lessons->pdata[i]);
  for (guint i = 0; i < self->records->len; i++)
    end_with (&writer, roundel_record_json_write (self->records->pdata[i]), "record",
              ((RoundelSessionRecord *) self->records->pdata[i])->id, NULL);
  for (guint i = 0; i < self->attendances->len; i++)
    end_with (&writer, roundel_attendance_json_write (self->attendances->pdata[i]), "attendance",
              ((RoundelAttendance *) self->attendances->pdata[i])->id, NULL);
  for (guint i = 0; i < self->harvests->len; i++)
    end_with (&writer, roundel_harvest_json_write (self->harvests->pdata[i]), "harvest",
              ((RoundelHarvest *) self->harvests->pdata[i])->id, NULL);
  for (guint i = 0; i < self->evaluations->len; i++)
    end_with (&writer, roundel_evaluation_json_write (self->evaluations->pdata[i]), "evaluation",
              ((RoundelEvaluation *) self->evaluations->pdata[i])->id, NULL);
  for (guint i = 0; i < self->notes->len; i++)
    write_note (&writer, self->notes->pdata[i]);

  if (writer.error == NULL)
    return TRUE;
  g_propagate_error (error, writer.error);
  return FALSE;
}

/**
 * roundel_session_left_write:
 * @self: what a session left
 * @sink: takes each of its records
 * @data: handed to @sink
 * @error: return location for what @sink says
 *
 * Returns: whether @sink took all
 */
gboolean
roundel_session_left_write (const RoundelSessionLeft  *self,
                            RoundelProgramSink         sink,
                            gpointer                   data,
                            GError                   **error)
{
  Writer writer = { sink, data };

  end_with (&writer, roundel_record_json_write (self->record), "record", self->record->id, self->circle);
  end_with (&writer, roundel_attendance_json_write (self->attendance), "attendance", self->attendance->id, self->circle);
  if (self->harvest != NULL)
    end_with (&writer, roundel_harvest_json_write (self->harvest), "harvest", self->harvest->id, self->circle);
  if (self->evaluation != NULL)
    end_with (&writer, roundel_evaluation_json_write (self->evaluation), "evaluation", self->evaluation->id, self->circle);
  for (guint i = 0; i < self->promises->len; i++)
    end_with (&writer, roundel_said_promise_json_write (self->promises->pdata[i], self->record->session), "commitment",
              ((RoundelSaidPromise *) self->promises->pdata[i])->id, self->circle);
  if (writer.error == NULL)
    return TRUE;
  g_propagate_error (error, writer.error);
  return FALSE;
}
