/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/filter-popover.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/journal/day.h"
#include "app/journal/entry-row.h"
#include "store/journal/search.h"
#include "store/programs.h"

#define DAY (24 * 3600)

/* Which pages the list has: of a day or a span, of a kind, about a program, with a tag. The days with a page on them are
 * marked. */
struct _RoundelFilterPopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkDropDown *span;
  GtkDropDown *kind;
  GtkDropDown *program;
  GtkDropDown *tag;

  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *programs;
  gboolean loading;
};

enum
{
  CHANGED,
  TAG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Days back from today; 0 for all, and the last for the day that the calendar has. */
static const struct
{
  const char *label;
  int days;
} spans[] = {
  { N_("At any time"), 0 },
  { N_("The last week"), 7 },
  { N_("The last month"), 30 },
  { N_("The last year"), 365 },
  { N_("The day in the calendar"), 0 },
};

#define ONE_DAY (G_N_ELEMENTS (spans) - 1)

G_DEFINE_FINAL_TYPE (RoundelFilterPopover, roundel_filter_popover, GTK_TYPE_POPOVER)

/* The seconds of the first moment of a day. */
static gint64
day_begins (int year,
            int month,
            int day)
{
  g_autoptr (GDateTime) begin = g_date_time_new_local (year, month, day, 0, 0, 0);

  return g_date_time_to_unix (begin);
}

static gint64
day_after (GDateTime *day)
{
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);

  return day_begins (g_date_time_get_year (next), g_date_time_get_month (next), g_date_time_get_day_of_month (next));
}

/* GTK 4.8 notes the days that are marked, and shows none of them. */
static void
mark_labels (GtkWidget *widget,
             guint32    days)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      guint64 day;

      mark_labels (child, days);
      if (!GTK_IS_LABEL (child) || !gtk_widget_has_css_class (child, "day-number"))
        continue;
      day = g_ascii_strtoull (gtk_label_get_label (GTK_LABEL (child)), NULL, 10);
      if (!gtk_widget_has_css_class (child, "other-month") && day < 32 && (days & (1u << day)) != 0)
        gtk_widget_add_css_class (child, "written");
      else
        gtk_widget_remove_css_class (child, "written");
    }
}

static void
mark_days (RoundelFilterPopover *self)
{
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (self->calendar);
  int year = g_date_time_get_year (shown);
  int month = g_date_time_get_month (shown);
  const RoundelEntryFilter filter = {
    .from = day_begins (year, month, 1),
    .before = month == 12 ? day_begins (year + 1, 1, 1) : day_begins (year, month + 1, 1),
  };
  g_autoptr (GArray) refs = self->journal != NULL ? roundel_journal_list_entries (self->journal, &filter, G_MAXUINT, NULL) : NULL;
  guint32 days = 0;

  for (guint i = 0; refs != NULL && i < refs->len; i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (g_array_index (refs, RoundelEntryRef, i).place);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);

      days |= 1u << g_date_time_get_day_of_month (local);
    }
  mark_labels (GTK_WIDGET (self->calendar), days);
}

static void
fill_programs (RoundelFilterPopover *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->programs, g_ptr_array_unref);
  self->programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  gtk_string_list_append (titles, _("Every program"));
  for (guint i = 0; self->programs != NULL && i < self->programs->len; i++)
    {
      const RoundelProgram *program = self->programs->pdata[i];

      gtk_string_list_append (titles, program->title != NULL ? program->title : _("Untitled program"));
    }
  gtk_drop_down_set_model (self->program, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->program), g_list_model_get_n_items (G_LIST_MODEL (titles)) > 1);
}

static void
fill_kinds (RoundelFilterPopover *self)
{
  const char * const *kinds = roundel_entry_kinds ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Every kind"));
  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (labels, roundel_entry_kind_label (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
}

static void
fill_spans (RoundelFilterPopover *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    gtk_string_list_append (labels, _(spans[i].label));
  gtk_drop_down_set_model (self->span, G_LIST_MODEL (labels));
}

static void
fill_tags (RoundelFilterPopover *self)
{
  g_auto (GStrv) tags = roundel_journal_list_tags (self->journal, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("With or without a tag"));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    gtk_string_list_take (labels, g_strconcat ("#", tags[i], NULL));
  gtk_drop_down_set_model (self->tag, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tags != NULL && tags[0] != NULL);
}

/* What is chosen of a drop-down, whose first choice is everything. */
static guint
get_choice (GtkDropDown *drop_down)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);

  return chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen;
}

/* Callbacks */

static void
chosen_cb (RoundelFilterPopover *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
day_chosen_cb (RoundelFilterPopover *self)
{
  if (self->loading)
    return;
  self->loading = TRUE;
  gtk_drop_down_set_selected (self->span, ONE_DAY);
  self->loading = FALSE;
  chosen_cb (self);
}

static void
span_chosen_cb (RoundelFilterPopover *self)
{
  chosen_cb (self);
}

/* A tag is looked for with the words. */
static void
tag_chosen_cb (RoundelFilterPopover *self)
{
  GObject *tag = gtk_drop_down_get_selected_item (self->tag);

  if (self->loading || get_choice (self->tag) == 0)
    return;
  g_signal_emit (self, signals[TAG], 0, gtk_string_object_get_string (GTK_STRING_OBJECT (tag)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
month_cb (RoundelFilterPopover *self)
{
  mark_days (self);
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  roundel_filter_popover_clear (ROUNDEL_FILTER_POPOVER (widget));
  gtk_popover_popdown (GTK_POPOVER (widget));
}

/* Overrides */

static void
roundel_filter_popover_map (GtkWidget *widget)
{
  RoundelFilterPopover *self = ROUNDEL_FILTER_POPOVER (widget);

  GTK_WIDGET_CLASS (roundel_filter_popover_parent_class)->map (widget);
  if (self->desk == NULL)
    return;
  self->loading = TRUE;
  if (gtk_drop_down_get_selected (self->program) == 0 || self->programs == NULL)
    fill_programs (self);
  fill_tags (self);
  self->loading = FALSE;
  mark_days (self);
}

static void
roundel_filter_popover_dispose (GObject *object)
{
  RoundelFilterPopover *self = ROUNDEL_FILTER_POPOVER (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_filter_popover_parent_class)->dispose (object);
}

static void
roundel_filter_popover_class_init (RoundelFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_filter_popover_dispose;
  widget_class->map = roundel_filter_popover_map;

  /**
   * RoundelFilterPopover::changed:
   *
   * Other pages are wanted.
   */
  signals[CHANGED] = g_signal_new ("changed", ROUNDEL_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * RoundelFilterPopover::tag:
   * @tag: a tag that is to be looked for, as `#talk`
   */
  signals[TAG] = g_signal_new ("tag", ROUNDEL_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelFilterPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoundelFilterPopover, span);
  gtk_widget_class_bind_template_child (widget_class, RoundelFilterPopover, kind);
  gtk_widget_class_bind_template_child (widget_class, RoundelFilterPopover, program);
  gtk_widget_class_bind_template_child (widget_class, RoundelFilterPopover, tag);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_chosen_cb);
  gtk_widget_class_install_action (widget_class, "filter.show-all", NULL, show_all);
}

static void
roundel_filter_popover_init (RoundelFilterPopover *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_compat_name_drop_down (GTK_WIDGET (self->span));
  roundel_compat_name_drop_down (GTK_WIDGET (self->kind));
  roundel_compat_name_drop_down (GTK_WIDGET (self->program));
  roundel_compat_name_drop_down (GTK_WIDGET (self->tag));
  fill_spans (self);
  fill_kinds (self);
  self->loading = FALSE;
}

/**
 * roundel_filter_popover_set_desk:
 * @self: a popover
 * @desk: where the programs are
 * @journal: where the pages are
 */
void
roundel_filter_popover_set_desk (RoundelFilterPopover *self,
                                 RoundelDesk          *desk,
                                 RoundelJournal       *journal)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) today = NULL;

  g_return_if_fail (ROUNDEL_IS_FILTER_POPOVER (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->journal, journal);
  utc = g_date_time_new_from_unix_utc (roundel_env_now (roundel_desk_get_env (desk)) / G_USEC_PER_SEC);
  today = g_date_time_to_local (utc);
  self->loading = TRUE;
  gtk_calendar_select_day (self->calendar, today);
  self->loading = FALSE;
}

/**
 * roundel_filter_popover_clear:
 * @self: a popover
 *
 * Every page is wanted again.
 */
void
roundel_filter_popover_clear (RoundelFilterPopover *self)
{
  g_return_if_fail (ROUNDEL_IS_FILTER_POPOVER (self));

  self->loading = TRUE;
  gtk_drop_down_set_selected (self->span, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  if (self->programs != NULL)
    gtk_drop_down_set_selected (self->program, 0);
  self->loading = FALSE;
  chosen_cb (self);
}

/**
 * roundel_filter_popover_get:
 * @self: a popover
 * @filter: (out caller-allocates): which pages are wanted; its texts belong to @self, until it changes
 */
void
roundel_filter_popover_get (RoundelFilterPopover *self,
                            RoundelEntryFilter   *filter)
{
  guint kind, program;

  g_return_if_fail (ROUNDEL_IS_FILTER_POPOVER (self) && filter != NULL);

  kind = get_choice (self->kind);
  program = self->programs != NULL ? get_choice (self->program) : 0;
  *filter = (RoundelEntryFilter) {
    .kind = kind > 0 ? roundel_entry_kinds ()[kind - 1] : NULL,
    .program = program > 0 ? ((RoundelProgram *) self->programs->pdata[program - 1])->id : NULL,
  };
  if (spans[get_choice (self->span)].days > 0)
    filter->from = roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC - spans[get_choice (self->span)].days * DAY;
  if (get_choice (self->span) == ONE_DAY)
    {
      g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

      filter->from = day_begins (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));
      filter->before = day_after (day);
    }
}

/**
 * roundel_filter_popover_dup_said:
 * @self: a popover
 *
 * Returns: (transfer full) (nullable): which pages are wanted, in words; %NULL for all
 */
char *
roundel_filter_popover_dup_said (RoundelFilterPopover *self)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  RoundelEntryFilter filter;

  g_return_val_if_fail (ROUNDEL_IS_FILTER_POPOVER (self), NULL);

  roundel_filter_popover_get (self, &filter);
  if (filter.kind != NULL)
    g_ptr_array_add (said, g_strdup (roundel_entry_kind_label (filter.kind)));
  if (get_choice (self->span) != ONE_DAY && filter.from != 0)
    g_ptr_array_add (said, g_strdup (_(spans[get_choice (self->span)].label)));
  else if (filter.from != 0)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

      g_ptr_array_add (said, roundel_day_dup_date (filter.from, roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC,
                                                   zone));
    }
  if (filter.program != NULL)
    g_ptr_array_add (said, g_strdup (gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->program))));
  if (said->len == 0)
    return NULL;
  g_ptr_array_add (said, NULL);
  return g_strjoinv (" · ", (char **) said->pdata);
}
