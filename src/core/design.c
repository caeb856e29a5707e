/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/design.h"

#include <glib/gi18n-lib.h>

#include "core/agreement.h"
#include "core/design-maker.h"
#include "core/groups.h"
#include "core/partners.h"

/* What is said when the members take over */
#define HANDOVER "handover"

/* As many circles are listed one by one */
#define MOST_LISTED 6

static void
add_members (RoundelMaker *maker)
{
  const RoundelDraft *draft = maker->draft;
  GPtrArray *members = maker->design->program->members;
  guint said = roundel_draft_count_people (draft);
  guint people = said > 0 ? said : maker->outcome->circle_best;
  guint64 id = roundel_members_find_id (draft->members);

  for (guint i = 0; i < draft->members->len; i++)
    g_ptr_array_add (members, roundel_member_copy (draft->members->pdata[i]));
  for (; members->len < people; id++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, id);

      g_ptr_array_add (members, roundel_member_new (text, NULL));
    }
}

/* Their sizes differ by one at the most; the larger ones last. */
static GArray *
split_evenly (guint n,
              guint count)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count; i++)
    {
      guint size = (n + i) / count;

      g_array_append_val (sizes, size);
    }
  return sizes;
}

static guint
count_of_size (const GArray *sizes,
               guint         size)
{
  guint count = 0;

  for (guint i = 0; i < sizes->len; i++)
    count += g_array_index (sizes, guint, i) == size;
  return count;
}

/* “5, 5 and 4”, the largest first; “59 of 8 and 4 of 7” when they are many. */
static char *
describe_sizes (const GArray *sizes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  guint largest = 0;

  for (guint i = 0; i < sizes->len; i++)
    largest = MAX (largest, g_array_index (sizes, guint, i));
  for (guint size = largest; size > 0; size--)
    {
      guint count = count_of_size (sizes, size);

      if (count > 0 && sizes->len > MOST_LISTED)
        /* Translators: how many circles, and how many people in each */
        g_ptr_array_add (words, g_strdup_printf (_("%u of %u"), count, size));
      for (; count > 0 && sizes->len <= MOST_LISTED; count--)
        g_ptr_array_add (words, g_strdup_printf ("%u", size));
    }
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : i + 1 < words->len ? ", " : _(" and "), (char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

/* Says why the circles are as large as they are, and notes it. */
static void
say_sizes (RoundelMaker           *maker,
           const GPtrArray *circles)
{
  const RoundelOutcome *outcome = maker->outcome;
  gboolean published = outcome->provenance[ROUNDEL_DESIGN_CIRCLE] == 'P';
  g_autofree char *sizes = roundel_design_describe_split (circles);
  g_autofree char *why = NULL;
  guint n = maker->design->program->members->len;
  char **said = &maker->design->sizes;

  if (published)
    why = g_strdup_printf (_("the published size is %u to %u"), outcome->circle_min, outcome->circle_max);
  else
    why = g_strdup_printf (_("%u to %u suit this outcome"), outcome->circle_min, outcome->circle_max);
  if (circles->len > 1)
    /* Translators: "14 people in circles: 5, 5 and 4; the published size is 4 to 6." */
    *said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person in circles: %s; %s.", "%u people in circles: %s; %s.", n),
                             n, sizes, why);
  else
    *said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person in one circle; %s.", "%u people in one circle; %s.", n), n,
                             why);
  roundel_maker_note (maker, "%s", *said);
}

static GArray *
everybody (guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (all, i);
  return all;
}

/* The sizes of the circles if there are several: as many as the designer said, or of the size that suits the outcome. */
static GArray *
choose_sizes (RoundelMaker *maker)
{
  const RoundelOutcome *outcome = maker->outcome;
  guint n = maker->design->program->members->len;

  if (maker->draft->n_circles > 0)
    return split_evenly (n, MIN (maker->draft->n_circles, MAX (n / 2, 1)));
  return n > outcome->circle_max ? roundel_group_sizes (n, outcome->circle_min, outcome->circle_max, outcome->circle_best, NULL)
                                 : NULL;
}

/* Who meets, without a reporting line inside if that can be. */
static GPtrArray *
split (RoundelMaker *maker)
{
  const RoundelOutcome *outcome = maker->outcome;
  const GPtrArray *members = maker->design->program->members;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = everybody (members->len);
  g_autoptr (GArray) sizes = choose_sizes (maker);
  GPtrArray *circles;

  if (sizes == NULL || sizes->len < 2)
    {
      circles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_ptr_array_add (circles, g_steal_pointer (&all));
      return circles;
    }
  if (maker->draft->n_circles > 0)
    circles = roundel_groups_form (all, sizes, NULL, maker->lines, NULL, maker->seed, NULL, &error);
  else
    circles = roundel_groups_split (members, all, maker->lines, outcome->circle_min, outcome->circle_max, outcome->circle_best,
                                    maker->seed, &error);
  if (circles == NULL)
    {
      guint n_broken; /* as few as can be; each is a conflict that is named */

      roundel_maker_note (maker, _("No circles without a reporting line can be made. %s"), error->message);
      circles = roundel_groups_form (all, sizes, NULL, maker->lines, NULL, maker->seed, &n_broken, NULL);
    }
  return circles;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static char **
list_ids (const RoundelProgram *program,
          const GArray         *indices)
{
  char **ids = g_new0 (char *, indices->len + 1);

  for (guint i = 0; i < indices->len; i++)
    ids[i] = g_strdup (((RoundelMember *) program->members->pdata[g_array_index (indices, guint, i)])->id);
  return ids;
}

static void
add_partners (RoundelMaker         *maker,
              RoundelCircle *circle,
              const GArray  *indices)
{
  RoundelProgram *program = maker->design->program;
  gboolean same_site = maker->draft->mode == ROUNDEL_MODE_IN_PERSON;
  g_autofree char *id = g_strdup_printf ("partners-%s", circle->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matched = NULL;
  RoundelPartnering *partners;

  if (indices->len < 2)
    return;
  if (same_site)
    matched = roundel_partners_match (program->members, indices, maker->lines, NULL, TRUE, maker->seed, NULL);
  if (matched == NULL)
    {
      matched = roundel_partners_match (program->members, indices, maker->lines, NULL, FALSE, maker->seed, &error);
      if (matched != NULL && same_site)
        roundel_maker_note (maker, _("Some partners work at different sites; they meet on a call."));
    }
  if (matched == NULL)
    {
      roundel_maker_note (maker, _("Nobody has a partner yet: %s"), error->message);
      return;
    }
  partners = roundel_program_add_partners (program, id, circle->id);
  for (guint i = 0; i < matched->len; i++)
    g_ptr_array_add (partners->groups, list_ids (program, ((RoundelPartners *) matched->pdata[i])->members));
}

/* What a circle agrees on in its first session; it may change every word (D11). */
static void
add_charter (RoundelMaker         *maker,
             RoundelCircle *circle)
{
  g_autofree char *id = g_strdup_printf ("charter-%s", circle->id);
  RoundelCharter *charter = roundel_program_add_charter (maker->design->program, id, circle->id);

  g_strfreev (charter->rules);
  charter->rules = roundel_charter_suggest_rules ();
}

static void
add_circles (RoundelMaker *maker)
{
  RoundelProgram *program = maker->design->program;
  g_autoptr (GPtrArray) circles = split (maker);

  say_sizes (maker, circles);
  for (guint i = 0; i < circles->len; i++)
    {
      GArray *indices = circles->pdata[i];
      g_autofree char *id = g_strdup_printf ("circle-%04u", i + 1);
      RoundelCircle *circle = roundel_program_add_circle (program, id);

      g_array_sort (indices, compare_indices);
      if (circles->len > 1)
        circle->name = g_strdup_printf (_("Circle %u"), i + 1);
      g_strfreev (circle->members);
      circle->members = list_ids (program, indices);
      circle->facilitator = g_strdup (maker->draft->facilitator);
      add_partners (maker, circle, indices);
      add_charter (maker, circle);
    }
}

/* The session at which the members take over, if one comes after it; 0 for none (D7). */
static guint
find_handover (const RoundelMaker *maker,
               guint        count)
{
  const RoundelOutcome *outcome = maker->outcome;

  return outcome->facilitation != ROUNDEL_FACILITATION_MEMBERS && outcome->handover < count ? outcome->handover : 0;
}

/* OUTLINE with the hand-over in it, if there is time for it. */
static void
add_handover (RoundelMaker     *maker,
              GPtrArray *outline,
              guint      number,
              guint      n_members,
              guint      seconds)
{
  const RoundelFormat *piece = maker->formats->find (maker->formats->library, HANDOVER, NULL);
  g_autoptr (RoundelAgenda) agenda = NULL;
  RoundelOutlinePart *part;
  guint at = roundel_maker_find_part (outline, ROUNDEL_DESIGN_BEFORE_CLOSE);

  if (piece == NULL)
    return;
  part = roundel_outline_part_new (HANDOVER, NULL, 0, FALSE);
  part->edition = piece->edition;
  g_ptr_array_insert (outline, (int) at, part);
  agenda = roundel_maker_expand (maker, outline, n_members, seconds, NULL);
  if (agenda == NULL)
    g_ptr_array_remove_index (outline, at);
  else
    roundel_maker_note (maker, _("In session %u the members take over the leading."), number);
}

static guint
length_of_sessions (const RoundelMaker *maker)
{
  guint seconds = maker->draft->seconds;

  if (seconds == 0 && maker->pattern != NULL)
    seconds = maker->pattern->minutes * 60;
  if (seconds == 0)
    seconds = maker->outcome->minutes * 60;
  return CLAMP (seconds, ROUNDEL_DRAFT_LEAST_SECONDS, ROUNDEL_DRAFT_MOST_SECONDS);
}

static void
add_sessions_of (RoundelMaker               *maker,
                 const RoundelCircle *circle,
                 char               **starts,
                 guint                count)
{
  const RoundelPattern *pattern = maker->pattern;
  const RoundelTemplate *templates = pattern != NULL && pattern->plan != NULL ? pattern->plan : &maker->outcome->plan;
  gboolean own_cycle = pattern != NULL && pattern->between->len > 0;
  const GPtrArray *between = own_cycle ? pattern->between : maker->outcome->between;
  guint n_members = g_strv_length (circle->members);
  guint seconds = length_of_sessions (maker);

  for (guint number = 1; number <= count; number++)
    {
      g_autofree char *id = g_strdup_printf ("session-%s-%03u", circle->id, number);
      RoundelSession *session = roundel_program_add_session (maker->design->program, id, circle->id);
      const RoundelSessionPlan *own = roundel_draft_find_plan (maker->draft, number);
      const GPtrArray *outline = roundel_maker_find_outline (maker, templates, number, count, n_members, seconds);

      session->starts = starts != NULL ? g_strdup (starts[number - 1]) : NULL;
      session->zone = g_strdup (maker->draft->zone);
      session->seconds = seconds;
      session->mode = maker->draft->mode;
      session->place = g_strdup (maker->draft->place);
      g_ptr_array_unref (session->outline);
      session->outline = roundel_outline_copy (outline);
      /* a cycle of the pattern leads to each session; what an outcome asks for begins when the members have met */
      if (own_cycle || number > 1)
        {
          g_ptr_array_unref (session->between);
          session->between = roundel_between_list_copy (between);
        }
      if (number == find_handover (maker, count))
        add_handover (maker, session->outline, number, n_members, seconds);
      if (own != NULL)
        roundel_session_plan_apply (own, session);
    }
}

static void
add_sessions (RoundelMaker *maker)
{
  const RoundelProgram *program = maker->design->program;
  const RoundelRhythm *rhythm = maker->pattern != NULL ? &maker->pattern->rhythm : &maker->outcome->rhythm;
  guint count = maker->draft->n_sessions > 0 ? MIN (maker->draft->n_sessions, ROUNDEL_DRAFT_MOST_SESSIONS) : rhythm->count;
  g_auto (GStrv) starts = NULL;

  if (roundel_local_time_is_valid (maker->draft->starts))
    starts = roundel_schedule_list (maker->draft->starts, rhythm, count, maker->draft->days_off);
  for (guint i = 0; i < program->circles->len; i++)
    add_sessions_of (maker, program->circles->pdata[i], starts, count);
}

static void
add_results (RoundelMaker *maker)
{
  const GPtrArray *wanted = maker->draft->results != NULL ? maker->draft->results : maker->outcome->results;

  for (guint i = 0; i < wanted->len; i++)
    {
      RoundelResult *result = roundel_result_copy (wanted->pdata[i]);

      g_free (result->id);
      result->id = g_strdup_printf ("result-%02u", i + 1);
      g_ptr_array_add (maker->design->program->results, result);
    }
}

static void
add_logistics (RoundelMaker *maker)
{
  if (maker->draft->logistics != NULL)
    roundel_program_answer (maker->design->program, "note-logistics", "logistics", maker->draft->logistics, NULL, NULL);
}

/**
 * roundel_design_new:
 * @draft: the answers of the designer; what is missing is left out, or is what the outcome usually has
 * @outcome: its one outcome (D1)
 * @pattern: (nullable): its pattern, if it has one
 * @formats: where the formats come from
 * @seed: another seed gives other circles and partners of the same worth
 *
 * Makes a whole program (D20): circles of a size that suits the outcome, sessions with dates, a plan each that works for
 * so many people and sums to the length of the session, partners, a charter to agree on and results to measure.
 *
 * Returns: (transfer full): the design
 */
RoundelDesign *
roundel_design_new (const RoundelDraft   *draft,
                    const RoundelOutcome *outcome,
                    const RoundelPattern *pattern,
                    const RoundelFormats *formats,
                    guint32               seed)
{
  RoundelDesign *self = g_new0 (RoundelDesign, 1);
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GHashTable) fitted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  RoundelMaker maker = { draft, outcome, pattern, formats, seed, self, NULL, fitted, TRUE };
  RoundelProgram *program = roundel_program_new ("program");

  self->program = program;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  program->title = g_strdup (draft->title);
  program->topic = g_strdup (draft->topic);
  program->outcome = g_strdup (outcome->id);
  program->by_products = g_strdup (draft->by_products);
  program->event = g_strdup (draft->event);
  program->event_on = g_strdup (draft->event_on);
  program->pattern = pattern != NULL ? g_strdup (pattern->id) : NULL;
  program->facilitation = g_strdup (outcome->facilitation_text);
  add_members (&maker);
  lines = roundel_reporting_new (program->members);
  maker.lines = outcome->reporting_lines_conflict ? lines : NULL;
  add_circles (&maker);
  add_sessions (&maker);
  add_results (&maker);
  add_logistics (&maker);
  roundel_program_put_in_order (program);
  return self;
}

void
roundel_design_free (RoundelDesign *self)
{
  g_clear_pointer (&self->program, roundel_program_free);
  g_ptr_array_unref (self->notes);
  g_free (self->sizes);
  g_free (self);
}

/**
 * roundel_design_describe_split:
 * @circles: (element-type GArray): circles
 *
 * Returns: (transfer full): how large they are, as “5, 5 and 4”
 */
char *
roundel_design_describe_split (const GPtrArray *circles)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < circles->len; i++)
    g_array_append_val (lengths, ((GArray *) circles->pdata[i])->len);
  return describe_sizes (lengths);
}

/**
 * roundel_design_describe_circles:
 * @n_people: how many people
 * @n_circles: how many circles, at least one
 *
 * Returns: (transfer full): how large the circles are then, as “5, 5 and 4”
 */
char *
roundel_design_describe_circles (guint n_people,
                                 guint n_circles)
{
  g_autoptr (GArray) sizes = NULL;

  g_return_val_if_fail (n_circles > 0, NULL);

  sizes = split_evenly (n_people, n_circles);
  return describe_sizes (sizes);
}
