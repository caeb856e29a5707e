/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/stress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How people are, by our own judgement of workshops at work; there is no published figure for these.
 * Who is away: one in ten, a session. When it begins: three minutes late on average, a quarter of an hour at most.
 * A step takes from a tenth less to three tenths more than planned; a slot, which the ring guards, goes over in one of
 * four, by a tenth at most. */
#define AWAY 0.1
#define BEGINS_LATE 180.0
#define BEGINS_LATE_MOST 900.0
#define STEP_LEAST -0.1
#define STEP_MOST 0.3
#define SLOT_GOES_OVER 0.25
#define SLOT_MOST 0.1

#define ON_TIME 60   /* seconds */

typedef struct
{
  guint seconds;
  guint gives;    /* seconds that fitting may take (R6) */
  gboolean slot;
  gboolean in_hand; /* nothing happens in it that could go over */
} Stretch;

/* The plan of a session for so many people. */
typedef struct
{
  GArray *stretches;  /* of Stretch */
  guint *cases;       /* of each place in the order of claims */
} Plan;

typedef struct
{
  const RoundelProgram *program;
  const RoundelFormats *formats;
  GRand *rand;
  GPtrArray *circles;   /* of GArray: the members of each session's circle */
  GPtrArray **plans;    /* of each session: of Plan, by the number of people; NULL where there is none */
  gboolean **tried;
  GArray **late;        /* of each session: how late it was, run by run */
  RoundelStress *stress;
  guint *first;         /* runs × members: the number of the session of the first case, 0 for none */
} Work;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  if (plan == NULL)
    return;
  g_array_unref (plan->stretches);
  g_free (plan->cases);
  g_free (plan);
}

static Plan *
plan_new (const RoundelAgenda *agenda)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  plan->cases = g_new0 (guint, agenda->n_members);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      Stretch stretch = { round->seconds, round->slot > 0 ? 0 : round->seconds - round->least, round->slot > 0,
                          round->kind == ROUNDEL_ROUND_IN_HAND };

      g_array_append_val (plan->stretches, stretch);
    }
  for (guint i = 0; i < agenda->n_members; i++)
    plan->cases[i] = roundel_agenda_cases (agenda, i);
  return plan;
}

/* Members differ only by their claims here, so that one plan serves all who are so many. */
static const Plan *
find_plan (Work  *work,
           guint  session,
           guint  n_people)
{
  const RoundelSession *what = work->program->sessions->pdata[session];

  if (!work->tried[session][n_people])
    {
      RoundelExpansion expansion = { n_people, what->seconds, NULL, NULL, 1 };
      g_autoptr (RoundelAgenda) agenda = roundel_outline_expand (what->outline, work->formats, &expansion, NULL);

      work->tried[session][n_people] = TRUE;
      if (agenda != NULL)
        work->plans[session]->pdata[n_people] = plan_new (agenda);
    }
  return work->plans[session]->pdata[n_people];
}

/* From LEAST to MOST, most often nothing. */
static double
draw_triangular (GRand  *rand,
                 double  least,
                 double  most)
{
  double u = g_rand_double (rand);
  double middle = -least / (most - least);

  return u < middle ? least + sqrt (u * (most - least) * -least) : most - sqrt ((1 - u) * (most - least) * most);
}

/* Seconds after its time at which a session ends when whatever may give time does so once it is late. */
static double
rehearse (const Plan *plan,
          GRand      *rand)
{
  double late = MIN (-log (1 - g_rand_double (rand)) * BEGINS_LATE, BEGINS_LATE_MOST);

  for (guint i = 0; i < plan->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (plan->stretches, Stretch, i);
      double taken = CLAMP (late, 0, stretch->gives);
      double seconds = stretch->seconds - taken;

      late -= taken;
      if (stretch->in_hand)
        continue;
      if (!stretch->slot)
        late += seconds * draw_triangular (rand, STEP_LEAST, STEP_MOST);
      else if (g_rand_double (rand) < SLOT_GOES_OVER)
        late += seconds * g_rand_double (rand) * SLOT_MOST;
    }
  return MAX (late, 0);
}

static void
hold_session (Work          *work,
              guint          session,
              RoundelLedger *ledger,
              guint         *first)
{
  const RoundelSession *what = work->program->sessions->pdata[session];
  const GArray *circle = work->circles->pdata[session];
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) claims = NULL;
  const Plan *plan;
  guint late;

  for (guint i = 0; i < circle->len; i++)
    if (g_rand_double (work->rand) >= AWAY)
      g_array_append_val (present, g_array_index (circle, guint, i));
  plan = present->len > 0 ? find_plan (work, session, present->len) : NULL;
  if (plan == NULL)
    return;

  claims = roundel_ledger_choose (ledger, present, G_MAXUINT);
  for (guint i = 0; i < claims->len; i++)
    for (guint k = 0; k < plan->cases[i]; k++)
      {
        guint member = g_array_index (claims, guint, i);

        g_array_append_val (cases, member);
        if (first[member] == 0)
          first[member] = what->number;
      }
  roundel_ledger_add_session (ledger, cases, NULL);
  work->stress->has_cases |= cases->len > 0;

  late = (guint) rehearse (plan, work->rand);
  g_array_append_val (work->late[session], late);
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* What NUMBERS, which it sorts, are at most in nine of ten. */
static guint
ninth_tenth (GArray *numbers)
{
  g_array_sort (numbers, compare_numbers);
  return numbers->len > 0 ? g_array_index (numbers, guint, (numbers->len - 1) * 9 / 10) : 0;
}

static void
sum_up_sessions (Work *work)
{
  for (guint s = 0; s < work->program->sessions->len; s++)
    {
      RoundelStressSession sum = { .session = s, .held = work->late[s]->len };

      for (guint i = 0; i < work->late[s]->len; i++)
        sum.on_time += g_array_index (work->late[s], guint, i) <= ON_TIME;
      sum.late = ninth_tenth (work->late[s]);
      work->stress->held += sum.held;
      work->stress->on_time += sum.on_time;
      if (((RoundelSession *) work->program->sessions->pdata[s])->outline->len > 0)
        g_array_append_val (work->stress->sessions, sum);
    }
}

static void
sum_up_members (Work *work)
{
  const guint n = work->program->members->len;
  g_autofree gboolean *seated = g_new0 (gboolean, n);

  for (guint s = 0; s < work->circles->len; s++)
    for (guint i = 0; i < ((GArray *) work->circles->pdata[s])->len; i++)
      seated[g_array_index ((GArray *) work->circles->pdata[s], guint, i)] = TRUE;
  for (guint m = 0; m < n; m++)
    {
      RoundelStressMember sum = { .member = m };
      g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint run = 0; run < work->stress->runs; run++)
        {
          guint number = work->first[(gsize) run * n + m];

          sum.without += number == 0;
          number = number > 0 ? number : G_MAXUINT;
          g_array_append_val (first, number);
        }
      sum.first = ninth_tenth (first);
      sum.first = sum.first < G_MAXUINT ? sum.first : 0;
      if (seated[m])
        g_array_append_val (work->stress->members, sum);
    }
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
}

void
roundel_stress_free (RoundelStress *self)
{
  g_array_unref (self->sessions);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * roundel_program_stress:
 * @program: a whole program
 * @formats: where the formats come from
 * @runs: how often it is rehearsed
 * @seed: the same seed draws the same absences and delays
 * @stop: (nullable): what another thread sets to end it early
 *
 * Rehearses a program from its first session to its last, again and again, with absences and delays as people have
 * them. Cases go by the turn ledger (R1); lateness takes time in hand, optional rounds and open discussion, never a slot
 * (R6). A session to which too few come for its plan is not held.
 *
 * Returns: (transfer full) (nullable): how it bore that, or %NULL when it was stopped
 */
RoundelStress *
roundel_program_stress (const RoundelProgram *program,
                        const RoundelFormats *formats,
                        guint                 runs,
                        guint32               seed,
                        const gint           *stop)
{
  const guint n = program->members->len;
  const guint n_sessions = program->sessions->len;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) circles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *first = g_new0 (guint, (gsize) runs * n);
  RoundelStress *stress = g_new0 (RoundelStress, 1);
  Work work = { program, formats, rand, circles, g_new0 (GPtrArray *, n_sessions), g_new0 (gboolean *, n_sessions),
                g_new0 (GArray *, n_sessions), stress, first };

  stress->runs = runs;
  stress->sessions = g_array_new (FALSE, FALSE, sizeof (RoundelStressSession));
  stress->members = g_array_new (FALSE, FALSE, sizeof (RoundelStressMember));
  for (guint s = 0; s < n_sessions; s++)
    {
      const RoundelSession *session = program->sessions->pdata[s];
      const RoundelCircle *circle = roundel_program_find_circle (program, session->circle);

      g_ptr_array_add (circles, circle != NULL ? roundel_program_list_circle (program, circle)
                                               : g_array_new (FALSE, FALSE, sizeof (guint)));
      work.plans[s] = g_ptr_array_new_with_free_func (plan_free);
      g_ptr_array_set_size (work.plans[s], (gint) n + 1);
      work.tried[s] = g_new0 (gboolean, n + 1);
      work.late[s] = g_array_new (FALSE, FALSE, sizeof (guint));
    }

  for (guint run = 0; run < runs && !is_stopped (stop); run++)
    {
      g_autoptr (RoundelLedger) ledger = roundel_ledger_new (n);

      for (guint s = 0; s < n_sessions; s++)
        hold_session (&work, s, ledger, first + (gsize) run * n);
    }
  if (is_stopped (stop))
    g_clear_pointer (&stress, roundel_stress_free);
  else
    {
      sum_up_sessions (&work);
      sum_up_members (&work);
    }

  for (guint s = 0; s < n_sessions; s++)
    {
      g_ptr_array_unref (work.plans[s]);
      g_free (work.tried[s]);
      g_array_unref (work.late[s]);
    }
  g_free (work.plans);
  g_free (work.tried);
  g_free (work.late);
  return stress;
}

static void
describe_time (const RoundelStress *self,
               GPtrArray           *lines)
{
  guint worst = 0;

  if (self->held == 0)
    {
      g_ptr_array_add (lines, g_strdup (_("No session has a plan that can be rehearsed yet.")));
      return;
    }
  for (guint i = 0; i < self->sessions->len; i++)
    worst = MAX (worst, g_array_index (self->sessions, RoundelStressSession, i).late);
  g_ptr_array_add (lines, g_strdup_printf (_("Sessions end on time in %u %%, and no turn is shortened for it."),
                                           (guint) round (100.0 * self->on_time / self->held)));
  if (worst > ON_TIME)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("Keep %u minute after the end free: in nine of ten that is enough.",
                                                       "Keep %u minutes after the end free: in nine of ten that is enough.",
                                                       (worst + 59) / 60), (worst + 59) / 60));
}

static void
describe_cases (const RoundelStress *self,
                GPtrArray           *lines)
{
  guint last = 0, n_last = 0, n_without = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelStressMember *member = &g_array_index (self->members, RoundelStressMember, i);

      n_without += member->first == 0;
      if (member->first > last)
        n_last = 0;
      last = MAX (last, member->first);
      n_last += member->first == last && last > 0;
    }
  if (n_without > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u member may end without a case: add a session, or a round with one.",
                                                       "%u members may end without a case: add a session, or a round with one.",
                                                       n_without), n_without));
  else
    g_ptr_array_add (lines, g_strdup (_("Every member gets a case.")));
  if (last > 1)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u member may get it only in session %u.",
                                                       "%u members may get it only in session %u.", n_last), n_last, last));
}

static void
describe_cancelled (const RoundelStress *self,
                    GPtrArray           *lines)
{
  guint fewest = self->runs;

  for (guint i = 0; i < self->sessions->len; i++)
    fewest = MIN (fewest, g_array_index (self->sessions, RoundelStressSession, i).held);
  if (self->held > 0 && fewest < self->runs)
    g_ptr_array_add (lines, g_strdup_printf (_("In %u of 100 runs too few come to a session for its plan: have one for fewer "
                                               "at hand."), MAX (1, 100 - (guint) (100.0 * fewest / self->runs))));
}

/**
 * roundel_stress_describe:
 * @self: how a program bore it
 *
 * Returns: (transfer full) (element-type utf8): what a designer should know of it, sentences in the reader's language
 */
GPtrArray *
roundel_stress_describe (const RoundelStress *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  describe_time (self, lines);
  if (self->has_cases)
    describe_cases (self, lines);
  describe_cancelled (self, lines);
  return lines;
}
