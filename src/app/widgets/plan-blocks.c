/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/plan-blocks.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"
#include "core/schedule.h"

/* All blocks of a plan together, and the smallest, in pixels */
#define PLAN_HEIGHT 430
#define LEAST_HEIGHT 30
#define MOST_DASHES 12
#define LEAST_TITLE 16 /* characters of it that are always shown */

/* The plan of a session as blocks as high as they are long. The hue is time that belongs to one member. */
struct _RoundelPlanBlocks
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (RoundelPlanBlocks, roundel_plan_blocks, ADW_TYPE_BIN)

/**
 * roundel_text_clock_at:
 * @starts: (nullable): local time, such as `2027-01-14T15:00`
 * @seconds: after it
 *
 * Returns: (transfer full): the clock time then, or minutes and seconds when there is no @starts
 */
char *
roundel_text_clock_at (const char *starts,
                       guint       seconds)
{
  g_autoptr (GDateTime) time = starts != NULL ? roundel_local_time_resolve (starts, "UTC", seconds, NULL) : NULL;

  return time != NULL ? g_date_time_format (time, "%H:%M") : roundel_text_span (seconds);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_clock (GtkBox     *row,
           const char *starts,
           guint       seconds,
           gboolean    end)
{
  g_autofree char *clock = roundel_text_clock_at (starts, seconds);
  GtkWidget *label = make_label (clock, end ? "heading" : "dim");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (row, label);
}

/**
 * roundel_shares_describe:
 * @shares: slots of a part
 *
 * Returns: (transfer full) (nullable): how many, and how long each is; %NULL when there are none
 */
char *
roundel_shares_describe (const RoundelShares *shares)
{
  g_autofree char *span = roundel_text_span (shares->seconds);

  if (shares->n == 0)
    return NULL;
  if (shares->seconds == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u turn", "%u turns", shares->n), shares->n);
  /* Translators: how many turns, and how long each is: “4 turns × 7:00” */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u turn × %s", "%u turns × %s", shares->n), shares->n, span);
}

/* Where there is no outcome the hue is the accent. */
static void
dress (GtkWidget *widget,
       guint      outcome)
{
  roundel_outcome_dress (widget, outcome);
  if (outcome == 0)
    gtk_widget_add_css_class (widget, "hue");
}

static GtkWidget *
make_dashes (guint n,
             guint outcome)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "shares");
  for (guint i = 0; i < n && i < MOST_DASHES; i++)
    {
      GtkWidget *dash = adw_bin_new ();

      gtk_widget_add_css_class (dash, "share");
      gtk_box_append (GTK_BOX (box), dash);
    }
  dress (box, outcome);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_block (const RoundelPlanLine *line,
            const RoundelShares   *shares,
            guint                  outcome)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = make_label (line->title, "heading");
  gboolean whole = shares->n == 1 && shares->seconds == line->seconds;   /* which the minutes say */
  g_autofree char *detail = whole ? NULL : roundel_shares_describe (shares);
  g_autofree char *minutes = roundel_text_minutes (line->seconds);
  /* Translators: a number of minutes, such as 7½ */
  g_autofree char *length = g_strdup_printf (_("%s min"), minutes);
  GtkWidget *words = make_label (detail, "note");

  gtk_label_set_width_chars (GTK_LABEL (title), MIN (g_utf8_strlen (line->title, -1), LEAST_TITLE));
  gtk_widget_add_css_class (block, "plan-block");
  gtk_box_append (GTK_BOX (block), title);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (block), words);
  if (line->optional)
    gtk_box_append (GTK_BOX (block), make_label (line->in_hand ? _("in hand") : _("optional"), "note"));
  if (line->slots)
    gtk_box_append (GTK_BOX (block), make_dashes (shares->n, outcome));
  title = make_label (length, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (title, "numeric");
  gtk_box_append (GTK_BOX (block), title);
  return block;
}

static void
add_block (RoundelPlanBlocks     *self,
           const RoundelPlanLine *line,
           const RoundelShares   *shares,
           const char            *starts,
           guint                  total,
           guint                  outcome)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *ground = adw_bin_new ();
  int height = MAX (LEAST_HEIGHT, (int) (PLAN_HEIGHT * line->seconds / MAX (total, 1)));

  /* the hue is on a ground below the words, so that it does not colour them */
  gtk_widget_add_css_class (ground, "plan-ground");
  if (line->slots)
    {
      gtk_widget_add_css_class (ground, "slots");
      dress (ground, outcome);
    }
  if (line->optional)
    gtk_widget_add_css_class (ground, "optional");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), ground);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_block (line, shares, outcome));
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), gtk_widget_get_last_child (overlay), TRUE);
  gtk_widget_set_size_request (overlay, -1, height);
  gtk_widget_set_hexpand (overlay, TRUE);
  add_clock (GTK_BOX (row), starts, line->starts / G_TIME_SPAN_SECOND, FALSE);
  gtk_box_append (GTK_BOX (row), overlay);
  gtk_box_append (self->box, row);
}

static void
roundel_plan_blocks_class_init (RoundelPlanBlocksClass *klass)
{
}

static void
roundel_plan_blocks_init (RoundelPlanBlocks *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
roundel_plan_blocks_new (void)
{
  return g_object_new (ROUNDEL_TYPE_PLAN_BLOCKS, NULL);
}

/**
 * roundel_plan_blocks_set:
 * @self: the blocks
 * @agenda: (nullable): the plan; %NULL for none
 * @starts: (nullable): local time at which it begins; %NULL to count from 0:00
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_plan_blocks_set (RoundelPlanBlocks   *self,
                         const RoundelAgenda *agenda,
                         const char          *starts,
                         guint                outcome)
{
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *end;
  guint total;

  g_return_if_fail (ROUNDEL_IS_PLAN_BLOCKS (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, child);
  if (agenda == NULL || agenda->rounds->len == 0)
    return;
  total = roundel_agenda_seconds (agenda);
  lines = roundel_plan_lines_of_agenda (agenda, 0);
  for (guint i = 0, r = 0; i < lines->len; i++)
    {
      guint part = ((RoundelRound *) agenda->rounds->pdata[r])->part;
      RoundelShares shares = roundel_agenda_count_shares (agenda, part);

      add_block (self, lines->pdata[i], &shares, starts, total, outcome);
      while (r < agenda->rounds->len && ((RoundelRound *) agenda->rounds->pdata[r])->part == part)
        r++;
    }
  end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  add_clock (GTK_BOX (end), starts, total, TRUE);
  gtk_box_append (self->box, end);
}

/**
 * roundel_agenda_count_shares:
 * @agenda: a plan
 * @part: index of one of its parts
 *
 * Returns: the slots of the part
 */
RoundelShares
roundel_agenda_count_shares (const RoundelAgenda *agenda,
                             guint                part)
{
  g_autoptr (GHashTable) slots = g_hash_table_new (NULL, NULL); /* slot → seconds */
  RoundelShares shares = { 0 };
  GHashTableIter iter;
  gpointer seconds;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      gpointer slot = GUINT_TO_POINTER (round->slot);

      if (round->part == part && round->slot > 0)
        g_hash_table_insert (slots, slot,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (slots, slot)) + round->seconds));
    }
  shares.n = g_hash_table_size (slots);
  g_hash_table_iter_init (&iter, slots);
  while (g_hash_table_iter_next (&iter, NULL, &seconds))
    {
      if (shares.seconds != 0 && shares.seconds != GPOINTER_TO_UINT (seconds))
        return (RoundelShares) { shares.n, 0 };
      shares.seconds = GPOINTER_TO_UINT (seconds);
    }
  return shares;
}

/**
 * roundel_agenda_dup_air_time:
 * @agenda: a plan
 *
 * Returns: (transfer full) (nullable): how much time is each member's own; %NULL where it is not the same for all
 */
char *
roundel_agenda_dup_air_time (const RoundelAgenda *agenda)
{
  guint seconds = agenda->n_members > 0 ? roundel_agenda_slot_seconds (agenda, 0) : 0;
  g_autofree char *span = roundel_text_span (seconds);

  for (guint i = 1; i < agenda->n_members; i++)
    if (roundel_agenda_slot_seconds (agenda, i) != seconds)
      return NULL;
  if (seconds == 0)
    return NULL;
  /* Translators: minutes and seconds, and how many members */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of own time for the %u member", "%s of own time, equal for %u members",
                                       agenda->n_members), span, agenda->n_members);
}
