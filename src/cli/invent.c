/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/invent.h"

#include "core/id.h"

#define DAY (24 * 60 * 60)

static const char *const first_names[] = {
  "Amara", "Ben", "Chen", "Dagny", "Elif", "Farid", "Greta", "Hana", "Ingrid", "João", "Kofi", "Lena", "Mei", "Noor", "Olu",
  "Priya", "Quentin", "Rosa", "Søren", "Tomás", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zoë",
};
static const char *const last_names[] = {
  "Abara", "Berg", "Costa", "Dahl", "Eriksen", "Fofana", "García", "Holm", "Ito", "Jansen", "Kaya", "Lund", "Moreau",
  "Nakamura", "Okafor", "Patel", "Quist", "Rossi", "Sato", "Thorsen", "Ueda", "Vargas", "Wolf", "Yılmaz", "Zhang",
};
static const char *const teams[] = { "Sales", "Care", "Finance", "Workshop", "Planning", "Research" };
static const char *const levels[] = { "lead", "manager", "manager", "specialist" };

static const struct
{
  const char *outcome;
  const char *topic;
  const char *format;
} designs[] = {
  { "coaching-culture", "asking before advising", "pcg" },
  { "core-coaching-skills", "listening without a plan", "practice-trio" },
  { "leadership-development", "difficult conversations about missed deadlines", "troika" },
  { "management-development", "handing work over", "pli-topic" },
  { "deep-networking", "asking for help across departments", "impromptu" },
  { "problem-solving", "the queue that never gets shorter", "als" },
  { "supervisory-development", "the first talk about a mistake", "consultancy" },
  { "support", "leaving work at work", "conv-cafe" },
  { "team-building", "meetings that decide", "w3" },
  { "transfer-of-training", "using what the course taught", "lesson-round" },
};

static const char *const begins[] = {
  "Today", "In the review", "Before lunch", "On the phone", "In the hallway", "At the end of the shift", "With my partner",
  "In our last session", "When the report was late", "As the customer grew louder", "While everybody waited", "Once more",
};
static const char *const subjects[] = {
  "I", "my colleague", "the new engineer", "the whole team", "our facilitator", "somebody from planning", "the supplier",
  "a member of our circle", "the one who never speaks", "my boss",
};
static const char *const verbs[] = {
  "asked", "listened to", "interrupted", "avoided", "named", "wrote down", "postponed", "understood", "repeated", "defended",
  "thanked for", "noticed",
};
static const char *const objects[] = {
  "the missed deadline", "what had not been said", "a promise from last week", "the fear behind the question", "my own part in it",
  "the same mistake", "a better question", "the silence afterwards", "an honest answer", "the cost of waiting",
  "two ways to begin", "what worked in another team", "the feedback about my tone", "a smaller first step",
};
static const char *const ends[] = {
  "and it changed the rest of the day", "and nobody was surprised", "but I would begin earlier next time",
  "although the meeting was nearly over", "so we agreed on a date", "and I still think about it", "which took ten minutes",
  "and the answer was simpler than I feared", "because somebody had to", "and then we laughed",
};

static const char *const tags[] = { "asking", "deadlines", "feedback", "my-boss", "partner", "small-steps" };

#define PICK(rand, words) words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]

static void
add_members (RoundelProgram *program,
             RoundelEnv     *env,
             GRand          *rand,
             guint           members)
{
  g_autofree char *id = roundel_id_new (env);
  RoundelCircle *circle = roundel_program_add_circle (program, id);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < members; i++)
    {
      g_autofree char *member_id = roundel_id_new (env);
      g_autofree char *name = g_strdup_printf ("%s %s", PICK (rand, first_names), PICK (rand, last_names));
      RoundelMember *member = roundel_member_new (member_id, name);

      member->team = g_strdup (PICK (rand, teams));
      member->level = g_strdup (PICK (rand, levels));
      g_ptr_array_add (program->members, member);
      g_strv_builder_add (ids, member_id);
    }
  g_strfreev (circle->members);
  circle->members = g_strv_builder_end (ids);
  circle->facilitator = g_strdup (circle->members[0]);
}

static void
add_session (RoundelProgram *program,
             RoundelEnv     *env,
             const char     *format,
             gint64          starts)
{
  const RoundelCircle *circle = program->circles->pdata[0];
  g_autofree char *id = roundel_id_new (env);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (starts);
  RoundelSession *session = roundel_program_add_session (program, id, circle->id);

  session->starts = g_date_time_format (time, "%Y-%m-%dT%H:%M");
  session->zone = g_strdup ("UTC");
  session->seconds = 90 * 60;
  g_ptr_array_add (session->outline, roundel_outline_part_new ("check-in", NULL, 10 * 60, FALSE));
  g_ptr_array_add (session->outline, roundel_outline_part_new (format, NULL, 70 * 60, FALSE));
  g_ptr_array_add (session->outline, roundel_outline_part_new ("closing", NULL, 10 * 60, FALSE));
}

/**
 * roundel_invent_program:
 * @env: the world its ids come from
 * @rand: what decides
 * @members: how many, at least 1
 * @sessions: how many, one each second week
 * @begin: when the first one is, seconds since 1970
 *
 * Returns: (transfer full): a program that nobody has
 */
RoundelProgram *
roundel_invent_program (RoundelEnv *env,
                        GRand      *rand,
                        guint       members,
                        guint       sessions,
                        gint64      begin)
{
  guint design = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (designs));
  g_autofree char *id = roundel_id_new (env);
  RoundelProgram *program = roundel_program_new (id);

  program->title = g_strdup_printf ("%s %u", PICK (rand, teams), g_rand_int_range (rand, 2020, 2030));
  program->outcome = g_strdup (designs[design].outcome);
  program->topic = g_strdup (designs[design].topic);
  add_members (program, env, rand, members);
  for (guint i = 0; i < sessions; i++)
    add_session (program, env, designs[design].format, begin + (gint64) i * 14 * DAY);
  return program;
}

/**
 * roundel_invent_text:
 * @rand: what decides
 *
 * Returns: (transfer full): one to four sentences that somebody might have written
 */
char *
roundel_invent_text (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int sentences = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < sentences; i++)
    g_string_append_printf (text, "%s%s %s %s %s, %s.", i > 0 ? " " : "", PICK (rand, begins), PICK (rand, subjects),
                            PICK (rand, verbs), PICK (rand, objects), PICK (rand, ends));
  if (g_rand_int_range (rand, 0, 5) == 0)
    g_string_append_printf (text, "\n\n%s said so.", PICK (rand, first_names));
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_printf (text, " #%s", PICK (rand, tags));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
