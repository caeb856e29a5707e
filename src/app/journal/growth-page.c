/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/growth-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/compat.h"
#include "app/journal/about.h"
#include "app/journal/growth-card.h"
#include "app/journal/growth-chart.h"
#include "app/journal/practice-dots.h"
#include "app/widgets/columns.h"
#include "app/widgets/outcome.h"
#include "app/widgets/page.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/ring.h"
#include "app/window.h"
#include "core/when.h"
#include "store/journal/commitment.h"
#include "store/programs.h"

#define POINTS 40
#define DAY (24 * 3600)

/* One's own growth (J7), each picture with a sentence and a table: no counts of words or days, and no ratio of promises. */
struct _RoundelGrowthPage
{
  AdwBin parent_instance;

  GtkWidget *tint;
  GtkWidget *columns;
  GtkBox *start;
  GtkBox *end;
  GtkBox *below;
  GtkWidget *empty;

  GtkWidget *choices;
  GtkDropDown *program;
  GtkDropDown *span;

  RoundelDesk *desk;
  GPtrArray *programs;    /* those from which something was promised */
  GPtrArray *all;         /* of RoundelCommitment */
  GPtrArray *tried;       /* of RoundelPractice, the oldest first */
  GPtrArray *commitments; /* of these the ones that are shown */
  GPtrArray *practices;
  gint64 now;             /* seconds since 1970 */
};

G_DEFINE_FINAL_TYPE (RoundelGrowthPage, roundel_growth_page, ADW_TYPE_BIN)

static char *
dup_day (gint64 at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (at);

  return g_date_time_format (local, _("%-d %b"));
}

static const RoundelCommitment *
find_commitment (RoundelGrowthPage *self,
                 const char        *id)
{
  for (guint i = 0; i < self->commitments->len; i++)
    if (g_str_equal (((RoundelCommitment *) self->commitments->pdata[i])->id, id))
      return self->commitments->pdata[i];
  return NULL;
}

/* The hue of the program a promise is from, or the accent for one of one's own. */
static void
dress (RoundelGrowthPage *self,
       GtkWidget         *widget,
       const char        *program)
{
  guint outcome = roundel_about_outcome (self->desk, self->programs, program);

  roundel_outcome_dress (widget, outcome);
  if (outcome == 0)
    gtk_widget_add_css_class (widget, "accent");
}

/* The one program of all that is shown; NULL when there are several, or none. */
static const char *
find_program (RoundelGrowthPage *self)
{
  const char *program = NULL;

  for (guint i = 0; i < self->practices->len; i++)
    {
      const RoundelPractice *practice = self->practices->pdata[i];
      const RoundelCommitment *of = find_commitment (self, practice->commitment);

      if (of == NULL || of->program == NULL || (program != NULL && !g_str_equal (program, of->program)))
        return NULL;
      program = of->program;
    }
  return program;
}

/* One practice a line, the newest first. */
static void
fill_table (RoundelGrowthPage *self,
            RoundelGrowthCard *card,
            gboolean           helped)
{
  for (guint i = self->practices->len; i > 0; i--)
    {
      const RoundelPractice *practice = self->practices->pdata[i - 1];
      const RoundelCommitment *of = find_commitment (self, practice->commitment);
      g_autofree char *day = dup_day (g_date_time_to_unix (practice->at));
      /* Translators: how sure one feels, from 1 to 5 */
      g_autofree char *sure = practice->confidence > 0 ? g_strdup_printf (_("%u of 5"), practice->confidence) : g_strdup ("");

      if (!helped || practice->helper)
        roundel_growth_card_add_row (card, day, roundel_practice_result_label (practice->result), sure,
                                     of != NULL ? of->text : "", NULL);
    }
}

static guint
to_step (double value)
{
  return (guint) (value * 4 + 1.5);
}

static char *
say_confidence (const GArray *points,
                const GArray *even)
{
  guint first, last;
  int dip = roundel_growth_find_dip (even);
  g_autofree char *day = dip >= 0 ? dup_day (g_array_index (even, RoundelGrowthPoint, dip).at) : NULL;

  if (points->len == 0)
    return g_strdup (_("How sure you feel shows here once you note it with a practice."));
  first = to_step (g_array_index (points, RoundelGrowthPoint, 0).value);
  last = to_step (g_array_index (points, RoundelGrowthPoint, points->len - 1).value);
  if (first == last && day != NULL)
    return g_strdup_printf (_("Your confidence stands at %u of 5, with a dip around %s."), last, day);
  if (first == last)
    return g_strdup_printf (_("Your confidence stands at %u of 5."), last);
  if (day != NULL)
    return g_strdup_printf (_("Your confidence went from %u to %u of 5, with a dip around %s."), first, last, day);
  return g_strdup_printf (_("Your confidence went from %u to %u of 5."), first, last);
}

/* When the programs of what is shown had a session, from FROM to now. */
static GArray *
list_sessions (RoundelGrowthPage *self,
               gint64             from)
{
  g_autoptr (GArray) whens = roundel_when_list (self->programs);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < whens->len; i++)
    {
      const RoundelWhen *when = &g_array_index (whens, RoundelWhen, i);
      gboolean shown = FALSE;

      for (guint k = 0; k < self->commitments->len; k++)
        shown |= g_strcmp0 (((RoundelCommitment *) self->commitments->pdata[k])->program, when->program->id) == 0;
      if (shown && when->begin >= from && when->begin <= self->now)
        g_array_append_val (times, when->begin);
    }
  return times;
}

static GtkWidget *
new_dots (RoundelGrowthPage *self,
          GArray            *results)
{
  GtkWidget *dots = roundel_practice_dots_new ();

  roundel_practice_dots_set (ROUNDEL_PRACTICE_DOTS (dots), results);
  dress (self, dots, find_program (self));
  return dots;
}

/* What the signs in the picture mean. */
static GtkWidget *
new_legend (RoundelGrowthPage *self,
            gboolean           sessions)
{
  GtkWidget *legend = gtk_flow_box_new ();

  /* Tab would stay on the first of its children */
  gtk_widget_set_can_focus (legend, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 6);
  for (int i = ROUNDEL_PRACTICE_WORKED; i >= -2 + !sessions; i--)
    {
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
      RoundelPracticeResult result = (RoundelPracticeResult) MAX (i, 0);
      GtkWidget *sign;

      g_array_append_val (results, result);
      if (i >= 0)
        sign = new_dots (self, results);
      else
        {
          sign = gtk_label_new (i == -1 ? "━" : "┊");
          dress (self, sign, find_program (self));
        }
      gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (item), sign);
      gtk_box_append (GTK_BOX (item), roundel_paragraph_new (i >= 0 ? roundel_practice_result_label (result)
                                                             : i == -1 ? _("confidence, evened out") : _("session"),
                                                             "note"));
      gtk_flow_box_insert (GTK_FLOW_BOX (legend), item, -1);
    }
  return legend;
}

static GtkWidget *
new_confidence_chart (RoundelGrowthPage *self,
                      GArray            *dots,
                      GArray            *even,
                      const char        *said)
{
  const char *const levels[] = { _("not sure"), "", _("half way"), "", _("confident"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  RoundelGrowthChart *chart = ROUNDEL_GROWTH_CHART (roundel_growth_chart_new ());
  gint64 first = g_date_time_to_unix (((RoundelPractice *) self->practices->pdata[0])->at) / DAY * DAY;
  g_autoptr (GArray) sessions = list_sessions (self, first);

  roundel_growth_chart_set_axis (chart, first, MAX (self->now, first + DAY), levels);
  roundel_growth_chart_set_marks (chart, sessions);
  roundel_growth_chart_set_dots (chart, dots);
  roundel_growth_chart_set_line (chart, even);
  dress (self, GTK_WIDGET (chart), find_program (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chart));
  gtk_box_append (GTK_BOX (box), new_legend (self, sessions->len > 0));
  return box;
}

static void
add_confidence (RoundelGrowthPage *self)
{
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
  g_autoptr (GArray) even = NULL;
  g_autofree char *said = NULL;
  GtkWidget *card;

  for (guint i = 0; i < self->practices->len; i++)
    {
      const RoundelPractice *practice = self->practices->pdata[i];
      RoundelGrowthPoint point = { g_date_time_to_unix (practice->at), (practice->confidence - 1.0) / 4, practice->result };

      g_array_append_val (results, practice->result);
      if (practice->confidence > 0)
        g_array_append_val (dots, point);
    }
  even = roundel_growth_even (dots);
  said = say_confidence (dots, even);
  /* where no confidence was noted there is no height to draw the practices at */
  card = roundel_growth_card_new (_("Practice and confidence"), said,
                                  dots->len > 0 ? new_confidence_chart (self, dots, even, said) : new_dots (self, results));
  fill_table (self, ROUNDEL_GROWTH_CARD (card), FALSE);
  gtk_box_append (self->start, card);
}

/* When it was practised last of what is shown; NULL for never. */
static const RoundelPractice *
find_last (RoundelGrowthPage       *self,
           const RoundelCommitment *commitment)
{
  for (guint i = self->practices->len; i > 0; i--)
    if (g_str_equal (((RoundelPractice *) self->practices->pdata[i - 1])->commitment, commitment->id))
      return self->practices->pdata[i - 1];
  return NULL;
}

/* Of one promise: how firm it is as a ring, and how it came to that as a line. */
static GtkWidget *
new_strength (RoundelGrowthPage       *self,
              const RoundelCommitment *commitment,
              RoundelGrowthCard       *card)
{
  g_autoptr (GArray) attempts = roundel_practice_attempts (self->tried, commitment->id);
  g_autoptr (GArray) shown = roundel_practice_attempts (self->practices, commitment->id);
  const RoundelAttempt *data = (const RoundelAttempt *) (gpointer) attempts->data;
  g_autoptr (GArray) points = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *said = NULL;
  g_autofree char *day = NULL;
  GtkWidget *line, *ring, *chart, *text;
  gint64 from = g_array_index (shown, RoundelAttempt, 0).at / G_USEC_PER_SEC;
  gint64 to = roundel_practice_time (self->now) / G_USEC_PER_SEC;
  double strength = roundel_commitment_strength (commitment, self->tried, self->now);

  points = roundel_growth_strength (data, attempts->len, commitment->rhythm, commitment->off, MIN (from, to), to, POINTS);
  percent = g_strdup_printf ("%d", (int) (strength * 100 + .5));
  said = g_strdup_printf (_("%s: a strength of %s of 100"), commitment->text, percent);
  day = dup_day (g_date_time_to_unix (find_last (self, commitment)->at));
  roundel_growth_card_add_row (card, day, percent, commitment->text, NULL);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  ring = roundel_ring_new (44);
  roundel_ring_set_progress (ROUNDEL_RING (ring), strength);
  roundel_ring_set_title (ROUNDEL_RING (ring), percent, NULL, NULL);
  dress (self, ring, commitment->program);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  text = roundel_paragraph_new (commitment->text, "promise-text");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  chart = roundel_growth_chart_new ();
  roundel_growth_chart_set_axis (ROUNDEL_GROWTH_CHART (chart), from, MAX (to, from + DAY), NULL);
  roundel_growth_chart_set_line (ROUNDEL_GROWTH_CHART (chart), points);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  dress (self, chart, commitment->program);
  gtk_widget_set_valign (chart, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), ring);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), chart);
  return line;
}

static void
add_strengths (RoundelGrowthPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *card = roundel_growth_card_new (_("Strength of each promise"), _("It bends. It does not break."), box);

  gtk_widget_set_margin_top (box, 6);
  for (guint i = 0; i < self->commitments->len; i++)
    if (find_last (self, self->commitments->pdata[i]) != NULL)
      gtk_box_append (GTK_BOX (box), new_strength (self, self->commitments->pdata[i], ROUNDEL_GROWTH_CARD (card)));
  gtk_box_append (self->end, card);
}

/* Helping is coaching practice. When it was, and not how often. */
static void
add_helping (RoundelGrowthPage *self)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
  const RoundelPractice *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *said = NULL;
  GtkWidget *card;

  for (guint i = 0; i < self->practices->len; i++)
    {
      const RoundelPractice *practice = self->practices->pdata[i];

      if (practice->helper)
        {
          last = practice;
          g_array_append_val (results, practice->result);
        }
    }
  if (last == NULL)
    return;
  day = dup_day (g_date_time_to_unix (last->at));
  said = g_strdup_printf (_("The turns in which you helped somebody else, the last on %s."), day);
  card = roundel_growth_card_new (_("Helping"), said, new_dots (self, results));
  fill_table (self, ROUNDEL_GROWTH_CARD (card), TRUE);
  gtk_box_append (self->below, card);
}

/* The formula of roundel_practice_strength(), where a person can read it. */
static void
add_reckoning (RoundelGrowthPage *self)
{
  GtkWidget *expander = gtk_expander_new (_("How strength is reckoned"));
  g_autofree char *said = g_strdup_printf (
    _("After each occasion: strength = strength × m + v × (1 − m), with m = ½ to the power of √rhythm ÷ %g, and v = 1 when it "
      "worked, ¾ for partly, ½ for not yet, 0 when nothing was tried. So half of it is forgotten after %g × √rhythm days without "
      "practice: %.0f days for what you do daily, %.0f for what you do weekly. Days that you planned off do not count. The "
      "formula is that of the Loop Habit Tracker; that one occasion missed does not undo a habit, and that it grows with "
      "repetition at the same cue, was found by Lally and others in 2010 (doi.org/10.1002/ejsp.674). The values of v are our "
      "own judgement."),
    ROUNDEL_PRACTICE_HALF_LIFE, ROUNDEL_PRACTICE_HALF_LIFE, ROUNDEL_PRACTICE_HALF_LIFE, ROUNDEL_PRACTICE_HALF_LIFE * sqrt (7));
  GtkWidget *text = roundel_paragraph_new (said, "dim");

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How strength is reckoned"), -1);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_top (text, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), text);
  gtk_box_append (self->below, expander);
}

/* What is left of all by the choices above. */
static void
choose (RoundelGrowthPage *self)
{
  static const int spans[] = { 0, 30, 91, 365 };
  guint chosen = gtk_drop_down_get_selected (self->program);
  const char *program = chosen > 0 && chosen != GTK_INVALID_LIST_POSITION && self->programs != NULL
                          ? ((RoundelProgram *) self->programs->pdata[chosen - 1])->id : NULL;
  int days = spans[MIN (gtk_drop_down_get_selected (self->span), G_N_ELEMENTS (spans) - 1)];

  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->practices, g_ptr_array_unref);
  self->commitments = g_ptr_array_new ();
  self->practices = g_ptr_array_new ();
  for (guint i = 0; i < self->all->len; i++)
    if (program == NULL || g_strcmp0 (((RoundelCommitment *) self->all->pdata[i])->program, program) == 0)
      g_ptr_array_add (self->commitments, self->all->pdata[i]);
  for (guint i = 0; i < self->tried->len; i++)
    {
      const RoundelPractice *practice = self->tried->pdata[i];

      if (find_commitment (self, practice->commitment) != NULL
          && (days == 0 || g_date_time_to_unix (practice->at) >= self->now - days * DAY))
        g_ptr_array_add (self->practices, self->tried->pdata[i]);
    }
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show (RoundelGrowthPage *self)
{
  if (self->tried == NULL)
    return;
  choose (self);
  empty_box (self->start);
  empty_box (self->end);
  empty_box (self->below);
  gtk_widget_set_visible (self->empty, self->practices->len == 0);
  gtk_widget_set_visible (self->columns, self->practices->len > 0);
  roundel_outcome_dress (self->tint, roundel_about_outcome (self->desk, self->programs, find_program (self)));
  if (self->practices->len == 0)
    return;
  add_confidence (self);
  add_strengths (self);
  add_helping (self);
  add_reckoning (self);
}

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
roundel_growth_page_dispose (GObject *object)
{
  RoundelGrowthPage *self = ROUNDEL_GROWTH_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->practices, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->tried, g_ptr_array_unref);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_growth_page_parent_class)->dispose (object);
}

static void
roundel_growth_page_class_init (RoundelGrowthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_growth_page_dispose;
  g_type_ensure (ROUNDEL_TYPE_COLUMNS);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/growth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, columns);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, start);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, end);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, below);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, choices);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, program);
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, span);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_install_action (widget_class, "growth.close", NULL, close_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "growth.close", NULL);
}

static void
roundel_growth_page_init (RoundelGrowthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_compat_name_drop_down (GTK_WIDGET (self->program));
  roundel_compat_name_drop_down (GTK_WIDGET (self->span));
}

static int
by_time (gconstpointer a,
         gconstpointer b)
{
  const RoundelPractice *one = *(RoundelPractice **) a, *two = *(RoundelPractice **) b;

  return g_date_time_compare (one->at, two->at);
}

static void
list_programs (RoundelGrowthPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("Every promise"));
  for (guint i = 0; self->programs != NULL && i < self->programs->len;)
    {
      const RoundelProgram *program = self->programs->pdata[i];
      gboolean promised = FALSE;

      for (guint k = 0; k < self->all->len; k++)
        promised |= g_strcmp0 (((RoundelCommitment *) self->all->pdata[k])->program, program->id) == 0;
      if (promised)
        {
          gtk_string_list_append (titles, program->title != NULL ? program->title : _("Untitled program"));
          i++;
        }
      else
        g_ptr_array_remove_index (self->programs, i);
    }
  gtk_drop_down_set_model (self->program, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->program), g_list_model_get_n_items (G_LIST_MODEL (titles)) > 1);
}

/**
 * roundel_growth_page_new:
 * @desk: where the programs are
 * @journal: a journal
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_growth_page_new (RoundelDesk    *desk,
                         RoundelJournal *journal)
{
  RoundelGrowthPage *self;

  g_return_val_if_fail (ROUNDEL_IS_DESK (desk) && ROUNDEL_IS_JOURNAL (journal), NULL);

  self = g_object_new (ROUNDEL_TYPE_GROWTH_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->now = roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC;
  self->all = roundel_journal_list_commitments (journal, NULL);
  self->tried = roundel_journal_list_practices (journal, NULL, NULL);
  if (self->all == NULL || self->tried == NULL || self->tried->len == 0)
    return GTK_WIDGET (self);
  self->programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), NULL);
  g_ptr_array_sort (self->tried, by_time);
  list_programs (self);
  gtk_widget_set_visible (self->choices, TRUE);
  show (self);
  return GTK_WIDGET (self);
}
