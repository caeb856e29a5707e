/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/program-json.h"

#include "content/json-write.h"
#include "content/json.h"
#include "content/plan-json.h"
#include "content/record-json.h"
#include "core/schedule.h"

#define MOST_SECONDS (24 * 60 * 60)

/* A text of a structure, or a list of them, under its own name. */
typedef struct
{
  const char *key;
  gsize offset;
  gboolean list;
} Field;

#define TEXT(type, key) { #key, G_STRUCT_OFFSET (type, key), FALSE }
#define TEXTS(type, key) { #key, G_STRUCT_OFFSET (type, key), TRUE }

static const Field program_fields[] = {
  TEXT (RoundelProgram, title), TEXT (RoundelProgram, outcome), TEXT (RoundelProgram, pattern), TEXT (RoundelProgram, topic),
  TEXT (RoundelProgram, by_products),
  TEXT (RoundelProgram, facilitation), TEXT (RoundelProgram, sponsor), TEXT (RoundelProgram, reality),
  TEXT (RoundelProgram, event), TEXT (RoundelProgram, event_on), TEXT (RoundelProgram, archived), { 0, },
};
static const Field seat_fields[] = {
  TEXT (RoundelMember, name), TEXT (RoundelMember, email), TEXT (RoundelMember, team), TEXT (RoundelMember, site),
  TEXTS (RoundelMember, interests), TEXTS (RoundelMember, can_help_with), { 0, },
};
static const Field seat_notes_fields[] = {
  TEXT (RoundelMember, level), TEXT (RoundelMember, reports_to), TEXTS (RoundelMember, goals), { 0, },
};
static const Field circle_fields[] = {
  TEXT (RoundelCircle, name), TEXTS (RoundelCircle, members), TEXT (RoundelCircle, facilitator), { 0, },
};
static const Field charter_fields[] = {
  TEXTS (RoundelCharter, rules), TEXTS (RoundelCharter, agreed), TEXT (RoundelCharter, agreed_on), { 0, },
};
static const Field result_fields[] = {
  TEXT (RoundelResult, text), TEXT (RoundelResult, measure), TEXT (RoundelResult, baseline), TEXT (RoundelResult, target), { 0, },
};
static const Field lesson_fields[] = {
  TEXT (RoundelLesson, text), TEXT (RoundelLesson, by), { 0, },
};
static const Field note_fields[] = {
  TEXT (RoundelReadinessNote, check), TEXT (RoundelReadinessNote, evidence), TEXT (RoundelReadinessNote, owner),
  TEXT (RoundelReadinessNote, due), { 0, },
};
static const Field topic_fields[] = {
  TEXT (RoundelTopic, text), TEXT (RoundelTopic, tried), TEXT (RoundelTopic, by), { 0, },
};
static const Field ballot_fields[] = {
  TEXT (RoundelBallot, by), TEXTS (RoundelBallot, topics), TEXT (RoundelBallot, yes), { 0, },
};
static const Field person_fields[] = {
  TEXT (RoundelPerson, name), TEXT (RoundelPerson, role), { 0, },
};
static const Field decision_fields[] = {
  TEXT (RoundelDecision, on), TEXT (RoundelDecision, text), { 0, },
};

/* Kinds that are nothing but an id, texts, and perhaps a circle. */
static const struct
{
  const char *kind;
  gsize size;
  gsize values;  /* where a program has those of the kind */
  gsize circle;  /* where one has its circle; 0 for nowhere */
  const Field *fields;
} plain_kinds[] = {
  { "circle", sizeof (RoundelCircle), G_STRUCT_OFFSET (RoundelProgram, circles), 0, circle_fields },
  { "charter", sizeof (RoundelCharter), G_STRUCT_OFFSET (RoundelProgram, charters), G_STRUCT_OFFSET (RoundelCharter, circle),
    charter_fields },
  { "result", sizeof (RoundelResult), G_STRUCT_OFFSET (RoundelProgram, results), 0, result_fields },
  { "lesson", sizeof (RoundelLesson), G_STRUCT_OFFSET (RoundelProgram, lessons), 0, lesson_fields },
  { "readiness", sizeof (RoundelReadinessNote), G_STRUCT_OFFSET (RoundelProgram, notes), 0, note_fields },
  { "topic", sizeof (RoundelTopic), G_STRUCT_OFFSET (RoundelProgram, topics), 0, topic_fields },
  { "ballot", sizeof (RoundelBallot), G_STRUCT_OFFSET (RoundelProgram, ballots), 0, ballot_fields },
  { "person", sizeof (RoundelPerson), G_STRUCT_OFFSET (RoundelProgram, people), 0, person_fields },
  { "decision", sizeof (RoundelDecision), G_STRUCT_OFFSET (RoundelProgram, decisions), 0, decision_fields },
};

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
read_fields (gpointer     value,
             const Field *fields,
             RoundelJson *json)
{
  for (; fields->key != NULL; fields++)
    if (fields->list)
      {
        char ***texts = &G_STRUCT_MEMBER (char **, value, fields->offset);

        g_strfreev (*texts);
        *texts = roundel_json_strings (json, fields->key);
      }
    else
      {
        char **text = &G_STRUCT_MEMBER (char *, value, fields->offset);

        g_free (*text);
        *text = roundel_json_text (json, fields->key);
      }
}

static void
read_program (Reader                     *reader,
              const RoundelProgramRecord *record,
              RoundelJson                *json)
{
  read_fields (reader->program, program_fields, json);
  reader->program->informal = roundel_json_bool (json, "informal");
}

static void
read_member (Reader                     *reader,
             const RoundelProgramRecord *record,
             RoundelJson                *json)
{
  read_fields (find_member (reader, record->entity), seat_fields, json);
}

static void
read_member_notes (Reader                     *reader,
                   const RoundelProgramRecord *record,
                   RoundelJson                *json)
{
  read_fields (find_member (reader, record->entity), seat_notes_fields, json);
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
  session->unheard = roundel_json_bool (json, "unheard");
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
             RoundelJson *json,
             const char  *key)
{
  guint n;

  if (!roundel_json_enter (json, key))
    return;
  n = roundel_json_length (json);
  for (guint i = 0; i < n && roundel_json_enter_element (json, i); i++)
    {
      g_ptr_array_add (groups, roundel_json_strings (json, "members"));
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

static void
read_partners (Reader                     *reader,
               const RoundelProgramRecord *record,
               RoundelJson                *json)
{
  RoundelPartnering *partners = roundel_program_add_partners (reader->program, record->entity, record->circle);

  read_groups (partners->groups, json, "groups");
  read_groups (partners->former, json, "former");
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

static const struct
{
  const char *kind;
  void (*read) (Reader                     *reader,
                const RoundelProgramRecord *record,
                RoundelJson                *json);
} readers[] = {
  { "program", read_program },
  { "member", read_member },
  { "member-notes", read_member_notes },
  { "session", read_session },
  { "partners", read_partners },
  { "record", read_record },
  { "attendance", read_attendance },
  { "harvest", read_harvest },
  { "evaluation", read_evaluation },
};

static void
read_plain (RoundelProgram             *program,
            const RoundelProgramRecord *record,
            RoundelJson                *json)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_kinds); i++)
    if (g_str_equal (plain_kinds[i].kind, record->kind))
      {
        gpointer value = g_malloc0 (plain_kinds[i].size);

        G_STRUCT_MEMBER (char *, value, 0) = g_strdup (record->entity);
        if (plain_kinds[i].circle > 0)
          G_STRUCT_MEMBER (char *, value, plain_kinds[i].circle) = g_strdup (record->circle);
        read_fields (value, plain_kinds[i].fields, json);
        g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, program, plain_kinds[i].values), value);
      }
}

static void
read_one (Reader                     *reader,
          const RoundelProgramRecord *record)
{
  g_autoptr (RoundelJson) json = record->body != NULL ? roundel_json_new (record->body, -1, record->kind, NULL) : NULL;

  if (json == NULL)
    return;
  roundel_json_pass_over (json);
  read_plain (reader->program, record, json);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].kind, record->kind))
      readers[i].read (reader, record, json);
}

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
    read_one (&reader, &records[i]);
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
add_fields (JsonBuilder   *json,
            gconstpointer  value,
            const Field   *fields)
{
  for (; fields->key != NULL; fields++)
    if (fields->list)
      roundel_json_add_texts (json, fields->key, G_STRUCT_MEMBER (char **, value, fields->offset));
    else
      roundel_json_add_text (json, fields->key, G_STRUCT_MEMBER (char *, value, fields->offset));
}

static void
write_plain (Writer               *writer,
             const RoundelProgram *program)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_kinds); i++)
    {
      const GPtrArray *values = G_STRUCT_MEMBER (GPtrArray *, program, plain_kinds[i].values);

      for (guint k = 0; k < values->len; k++)
        {
          gconstpointer value = values->pdata[k];
          JsonBuilder *json = roundel_json_begin ();

          add_fields (json, value, plain_kinds[i].fields);
          end (writer, json, plain_kinds[i].kind, "", G_STRUCT_MEMBER (char *, value, 0),
               plain_kinds[i].circle > 0 ? G_STRUCT_MEMBER (char *, value, plain_kinds[i].circle) : NULL);
        }
    }
}

static void
write_member (Writer              *writer,
              const RoundelMember *member)
{
  JsonBuilder *json = roundel_json_begin ();

  add_fields (json, member, seat_fields);
  end (writer, json, "member", "", member->id, NULL);

  json = roundel_json_begin ();
  add_fields (json, member, seat_notes_fields);
  end (writer, json, "member-notes", "", member->id, NULL);
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
  roundel_json_add_true (json, "unheard", session->unheard);
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
            const char      *key,
            const GPtrArray *groups)
{
  json_builder_set_member_name (json, key);
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

  add_groups (json, "groups", partners->groups);
  if (partners->former->len > 0)
    add_groups (json, "former", partners->former);
  end (writer, json, "partners", "", partners->id, partners->circle);
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

  add_fields (json, self, program_fields);
  roundel_json_add_true (json, "informal", self->informal);
  end (&writer, json, "program", "", self->id, NULL);

  for (guint i = 0; i < self->members->len; i++)
    write_member (&writer, self->members->pdata[i]);
  for (guint i = 0; i < self->sessions->len; i++)
    write_session (&writer, self->sessions->pdata[i]);
  for (guint i = 0; i < self->partners->len; i++)
    write_partners (&writer, self->partners->pdata[i]);
  write_plain (&writer, self);
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
