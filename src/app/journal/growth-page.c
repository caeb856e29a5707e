/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/growth-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/journal/growth-chart.h"
#include "app/journal/practice-dots.h"
#include "app/widgets/page.h"
#include "app/widgets/ring.h"
#include "app/window.h"
#include "store/journal/commitment.h"
#include "store/programs.h"

#define POINTS 40
#define DAY (24 * 3600)

/* One's own growth (J7), each picture with a sentence and a table: no counts of words or days, and no ratio of promises. */
struct _RoundelGrowthPage
{
  AdwBin parent_instance;

  GtkBox *cards;
  GtkWidget *empty;

  GtkWidget *choices;
  GtkDropDown *program;
  GtkDropDown *span;

  GPtrArray *programs;    /* those from which something was promised */
  GPtrArray *all;         /* of RoundelCommitment */
  GPtrArray *tried;       /* of RoundelPractice, the oldest first */
  GPtrArray *commitments; /* of these the ones that are shown */
  GPtrArray *practices;
  gint64 now;           /* seconds since 1970 */
};

G_DEFINE_FINAL_TYPE (RoundelGrowthPage, roundel_growth_page, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
dup_day (GDateTime *at)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (at);

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

/* The table behind a picture: one practice a line, the newest first. */
static GtkWidget *
new_table (RoundelGrowthPage *self,
           const char        *commitment,
           gboolean           helped)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = self->practices->len; i > 0; i--)
    {
      const RoundelPractice *practice = self->practices->pdata[i - 1];
      const RoundelCommitment *of = find_commitment (self, practice->commitment);
      g_autofree char *day = dup_day (practice->at);
      /* Translators: how sure one feels, from 1 to 5 */
      g_autofree char *sure = practice->confidence > 0 ? g_strdup_printf (_("%u of 5"), practice->confidence) : g_strdup ("");

      if ((commitment != NULL && !g_str_equal (commitment, practice->commitment)) || (helped && !practice->helper))
        continue;
      gtk_grid_attach (GTK_GRID (grid), new_label (day, "dim"), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_label (roundel_practice_result_label (practice->result), NULL), 1, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_label (sure, NULL), 2, row, 1, 1);
      if (commitment == NULL && of != NULL)
        {
          GtkWidget *text = new_label (of->text, "dim");

          gtk_widget_set_hexpand (text, TRUE);
          gtk_grid_attach (GTK_GRID (grid), text, 3, row, 1, 1);
        }
      row++;
    }
  return grid;
}

/* A picture under its title and its sentence, which is also what a screen reader says of it, and the table behind. */
static GtkWidget *
add_card (RoundelGrowthPage *self,
          const char        *title,
          const char        *said,
          GtkWidget         *picture,
          GtkWidget         *table)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *expander = gtk_expander_new (_("As a table"));
  g_autofree char *name = g_strdup_printf (_("%s, as a table"), title);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "growth");
  gtk_box_append (GTK_BOX (card), new_label (title, "title-4"));
  gtk_box_append (GTK_BOX (card), new_label (said, "dim"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (GTK_BOX (card), picture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), table);
  gtk_box_append (GTK_BOX (card), expander);
  gtk_box_append (self->cards, card);
  return card;
}

static char *
say_confidence (const GArray *points)
{
  guint first, last;

  if (points->len == 0)
    return g_strdup (_("How sure you feel shows here once you note it with a practice."));
  first = (guint) (g_array_index (points, RoundelGrowthPoint, 0).value * 4 + 1.5);
  last = (guint) (g_array_index (points, RoundelGrowthPoint, points->len - 1).value * 4 + 1.5);
  if (first == last)
    return g_strdup_printf (_("Your confidence stands at %u of 5."), last);
  return g_strdup_printf (_("Your confidence went from %u to %u of 5."), first, last);
}

/* Where no confidence was noted there is no height to draw the practices at. */
static void
add_results (RoundelGrowthPage *self,
             const char        *said)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
  GtkWidget *dots = roundel_practice_dots_new ();

  for (guint i = 0; i < self->practices->len; i++)
    g_array_append_val (results, ((RoundelPractice *) self->practices->pdata[i])->result);
  roundel_practice_dots_set (ROUNDEL_PRACTICE_DOTS (dots), results);
  gtk_widget_add_css_class (dots, "accent");
  add_card (self, _("Practice and confidence"), said, dots, new_table (self, NULL, FALSE));
}

static void
add_confidence (RoundelGrowthPage *self)
{
  const char *const levels[] = { _("not sure"), "", _("half way"), "", _("confident"), NULL };
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));
  g_autoptr (GArray) even = NULL;
  g_autofree char *said = NULL;
  GtkWidget *chart;
  const RoundelPractice *first = self->practices->pdata[0];

  for (guint i = 0; i < self->practices->len; i++)
    {
      const RoundelPractice *practice = self->practices->pdata[i];
      RoundelGrowthPoint point = { g_date_time_to_unix (practice->at), (practice->confidence - 1.0) / 4, practice->result };

      if (practice->confidence > 0)
        g_array_append_val (dots, point);
    }
  said = say_confidence (dots);
  if (dots->len == 0)
    {
      add_results (self, said);
      return;
    }
  chart = roundel_growth_chart_new ();
  even = roundel_growth_even (dots);
  roundel_growth_chart_set_axis (ROUNDEL_GROWTH_CHART (chart), g_date_time_to_unix (first->at),
                                 MAX (self->now, g_date_time_to_unix (first->at) + DAY), levels);
  roundel_growth_chart_set_dots (ROUNDEL_GROWTH_CHART (chart), dots);
  roundel_growth_chart_set_line (ROUNDEL_GROWTH_CHART (chart), even);
  gtk_widget_add_css_class (chart, "accent");
  add_card (self, _("Practice and confidence"), said, chart, new_table (self, NULL, FALSE));
}

static GPtrArray *
newest_first (GPtrArray *practices)
{
  GPtrArray *turned = g_ptr_array_new ();

  for (guint i = practices->len; i > 0; i--)
    g_ptr_array_add (turned, practices->pdata[i - 1]);
  return turned;
}

static void
add_strength (RoundelGrowthPage       *self,
              const RoundelCommitment *commitment)
{
  g_autoptr (GPtrArray) turned = newest_first (self->practices);
  g_autoptr (GArray) attempts = roundel_practice_attempts (turned, commitment->id);
  const RoundelAttempt *data = (const RoundelAttempt *) (gpointer) attempts->data;
  g_autoptr (GArray) points = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *said = NULL;
  GtkWidget *line, *ring, *chart;
  gint64 from = self->now;
  double strength;

  if (attempts->len == 0)
    return;
  for (guint i = 0; i < attempts->len; i++)
    from = MIN (from, data[i].at / G_USEC_PER_SEC);
  strength = roundel_practice_strength (data, attempts->len, commitment->rhythm, commitment->off, self->now * G_USEC_PER_SEC);
  points = roundel_growth_strength (data, attempts->len, commitment->rhythm, commitment->off, from, self->now, POINTS);
  percent = g_strdup_printf ("%d", (int) (strength * 100 + .5));
  said = g_strdup_printf (_("A strength of %s of 100. It bends with a lapse, and does not break."), percent);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  ring = roundel_ring_new (44);
  roundel_ring_set_progress (ROUNDEL_RING (ring), strength);
  roundel_ring_set_title (ROUNDEL_RING (ring), percent, NULL, NULL);
  gtk_widget_add_css_class (ring, "accent");
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  chart = roundel_growth_chart_new ();
  roundel_growth_chart_set_axis (ROUNDEL_GROWTH_CHART (chart), from, MAX (self->now, from + DAY), NULL);
  roundel_growth_chart_set_line (ROUNDEL_GROWTH_CHART (chart), points);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_add_css_class (chart, "accent");
  gtk_widget_set_hexpand (chart, TRUE);
  gtk_box_append (GTK_BOX (line), ring);
  gtk_box_append (GTK_BOX (line), chart);
  add_card (self, commitment->text, said, line, new_table (self, commitment->id, FALSE));
}

/* Helping is coaching practice. When it was, and not how often. */
static void
add_helping (RoundelGrowthPage *self)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
  const RoundelPractice *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *said = NULL;
  GtkWidget *dots;

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
  day = dup_day (last->at);
  said = g_strdup_printf (_("The turns in which you helped somebody else, the last on %s."), day);
  dots = roundel_practice_dots_new ();
  roundel_practice_dots_set (ROUNDEL_PRACTICE_DOTS (dots), results);
  gtk_widget_add_css_class (dots, "accent");
  add_card (self, _("Helping"), said, dots, new_table (self, NULL, TRUE));
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
  GtkWidget *text = new_label (said, "dim");

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_top (text, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), text);
  gtk_box_append (self->cards, expander);
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
show (RoundelGrowthPage *self)
{
  GtkWidget *card;

  if (self->tried == NULL)
    return;
  choose (self);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  gtk_widget_set_visible (self->empty, self->practices->len == 0);
  if (self->practices->len == 0)
    return;
  add_confidence (self);
  for (guint i = 0; i < self->commitments->len; i++)
    add_strength (self, self->commitments->pdata[i]);
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
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/growth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelGrowthPage, cards);
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
