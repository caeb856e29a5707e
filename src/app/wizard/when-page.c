/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/when-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/day-button.h"
#include "app/widgets/hour-spin.h"
#include "app/widgets/program-words.h"
#include "app/widgets/spin-wheel.h"
#include "core/schedule.h"

/* From when, in which rhythm, how long, and where. */
struct _RoundelWhenPage
{
  RoundelWizardPage parent_instance;

  GtkWidget *event_group; /* only where the sessions are counted from an event */
  GtkEditable *event;
  RoundelDayButton *event_day;
  RoundelDayButton *day;
  RoundelHourSpin *hour;
  GtkEditable *zone;
  GtkLabel *zone_problem;
  GtkEditable *days_off;
  GtkWidget *days_off_hint;
  GtkLabel *days_off_problem;
  AdwComboRow *pattern;
  AdwActionRow *sessions_row;
  GtkSpinButton *sessions;
  AdwActionRow *minutes_row;
  GtkSpinButton *minutes;
  AdwComboRow *mode;
  GtkEditable *place;
  const GPtrArray *patterns; /* of the desk */
  gboolean typing;
};

G_DEFINE_FINAL_TYPE (RoundelWhenPage, roundel_when_page, ROUNDEL_TYPE_WIZARD_PAGE)

static const RoundelDraft *
get_draft (RoundelWhenPage *self)
{
  return roundel_draft_model_get_draft (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)));
}

static void
take (RoundelWhenPage *self,
      RoundelDraft    *draft)
{
  roundel_draft_model_take_draft (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)), draft);
}

static gboolean
is_edit (RoundelWhenPage *self)
{
  return !roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self));
}

static const RoundelRhythm *
get_rhythm (RoundelWhenPage *self)
{
  RoundelDraftModel *model = roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));
  const RoundelPattern *pattern = roundel_draft_model_get_pattern (model);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);

  return pattern != NULL ? &pattern->rhythm : outcome != NULL ? &outcome->rhythm : NULL;
}

/* The first session follows the event, as far as the rhythm counts from one. */
static void
follow_event (RoundelWhenPage *self)
{
  g_autofree char *starts = roundel_schedule_begin (get_draft (self)->event_on, get_rhythm (self), get_draft (self)->starts);

  if (starts != NULL)
    take (self, roundel_draft_set_start (get_draft (self), starts));
}

static void
start_cb (RoundelWhenPage *self)
{
  g_autofree char *hour = roundel_hour_spin_dup_hour (self->hour);
  const char *day = roundel_day_button_get_day (self->day);
  g_autofree char *starts = day != NULL ? g_strconcat (day, "T", hour, NULL) : NULL;

  if (starts != NULL)
    take (self, roundel_draft_set_start (get_draft (self), starts));
}

static void
event_day_cb (RoundelWhenPage *self)
{
  take (self, roundel_draft_set_event_on (get_draft (self), roundel_day_button_get_day (self->event_day)));
  follow_event (self);
}

/* What TYPED holds now becomes an answer; it is not written back while it is typed. */
static void
take_typed (RoundelWhenPage *self,
            GtkEditable     *typed,
            RoundelDraft  *(*set) (const RoundelDraft *draft,
                                   const char         *text))
{
  if (!is_edit (self))
    return;
  self->typing = TRUE;
  take (self, set (get_draft (self), gtk_editable_get_text (typed)));
  self->typing = FALSE;
}

static void
event_changed_cb (RoundelWhenPage *self)
{
  take_typed (self, self->event, roundel_draft_set_event);
}

static void
place_changed_cb (RoundelWhenPage *self)
{
  take_typed (self, self->place, roundel_draft_set_place);
}

static void
zone_changed_cb (RoundelWhenPage *self)
{
  take_typed (self, self->zone, roundel_draft_set_zone);
}

static void
days_off_changed_cb (RoundelWhenPage *self)
{
  take_typed (self, self->days_off, roundel_draft_set_days_off);
}

/* Another pattern begins with its own number and length. */
static void
pattern_changed_cb (RoundelWhenPage *self)
{
  guint selected = adw_combo_row_get_selected (self->pattern);
  g_autoptr (RoundelDraft) chosen = NULL;
  g_autoptr (RoundelDraft) counted = NULL;

  if (!is_edit (self) || selected == GTK_INVALID_LIST_POSITION)
    return;
  chosen = roundel_draft_set_pattern (get_draft (self),
                                      selected > 0 ? ((RoundelPattern *) self->patterns->pdata[selected - 1])->id : NULL);
  counted = roundel_draft_set_session_count (chosen, 0);
  take (self, roundel_draft_set_session_length (counted, 0));
  follow_event (self);
}

static void
sessions_changed_cb (RoundelWhenPage *self)
{
  if (is_edit (self))
    take (self, roundel_draft_set_session_count (get_draft (self), gtk_spin_button_get_value_as_int (self->sessions)));
}

static void
minutes_changed_cb (RoundelWhenPage *self)
{
  if (is_edit (self))
    take (self, roundel_draft_set_session_length (get_draft (self), 60 * gtk_spin_button_get_value_as_int (self->minutes)));
}

static void
mode_changed_cb (RoundelWhenPage *self)
{
  if (is_edit (self))
    take (self, roundel_draft_set_mode (get_draft (self), adw_combo_row_get_selected (self->mode)));
}

static void
fill_patterns (RoundelWhenPage   *self,
               RoundelDraftModel *model)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->patterns = roundel_desk_get_patterns (roundel_draft_model_get_desk (model));
  gtk_string_list_append (names, _("As the outcome suggests"));
  for (guint i = 0; i < self->patterns->len; i++)
    gtk_string_list_append (names, ((RoundelPattern *) self->patterns->pdata[i])->name);
  adw_combo_row_set_model (self->pattern, G_LIST_MODEL (names));
}

static guint
find_pattern (RoundelWhenPage *self,
              const char      *id)
{
  for (guint i = 0; id != NULL && i < self->patterns->len; i++)
    if (g_str_equal (((RoundelPattern *) self->patterns->pdata[i])->id, id))
      return i + 1;
  return 0;
}

static void
show_rhythm (RoundelWhenPage    *self,
             RoundelDraftModel  *model,
             const RoundelDraft *draft)
{
  const RoundelPattern *pattern = roundel_draft_model_get_pattern (model);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);
  const RoundelRhythm *rhythm = get_rhythm (self);
  guint minutes = pattern != NULL && pattern->minutes > 0 ? pattern->minutes : outcome != NULL ? outcome->minutes : 60;
  guint n = draft->n_sessions > 0 ? draft->n_sessions : rhythm != NULL ? rhythm->count : 1;
  g_autofree char *words = rhythm != NULL ? roundel_rhythm_describe (rhythm) : NULL;
  g_autofree char *until = NULL;

  adw_combo_row_set_selected (self->pattern, find_pattern (self, draft->pattern));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->pattern), pattern != NULL ? pattern->description : words);
  gtk_spin_button_set_value (self->sessions, n);
  gtk_spin_button_set_value (self->minutes, draft->seconds > 0 ? draft->seconds / 60 : minutes);
  adw_combo_row_set_selected (self->mode, draft->mode);
  if (rhythm != NULL && roundel_local_time_is_valid (draft->starts))
    {
      g_auto (GStrv) starts = roundel_schedule_list (draft->starts, rhythm, n, draft->days_off);
      g_autofree char *last = roundel_words_date (starts[n - 1]);

      /* Translators: a date: the last session of a program */
      until = g_strdup_printf (_("The last one is on %s"), last);
    }
  adw_action_row_set_subtitle (self->sessions_row, until);
}

static void
show_typed (RoundelWhenPage *self,
            GtkEditable     *entry,
            const char      *text)
{
  if (!self->typing && g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_problem (GtkLabel                  *label,
              const RoundelDraftProblem *problem)
{
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  gtk_label_set_text (label, problem != NULL ? problem->why : "");
}

static void
roundel_when_page_refresh (RoundelWizardPage *page,
                           RoundelDraftModel *model)
{
  RoundelWhenPage *self = ROUNDEL_WHEN_PAGE (page);
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);

  if (self->patterns == NULL)
    fill_patterns (self, model);
  gtk_widget_set_visible (self->event_group, get_rhythm (self) != NULL && get_rhythm (self)->at != NULL);
  show_typed (self, self->event, draft->event);
  roundel_day_button_set_day (self->event_day, draft->event_on);
  roundel_day_button_set_day (self->day, draft->starts);
  roundel_hour_spin_set_hour (self->hour, draft->starts);
  show_typed (self, self->place, draft->place);
  show_typed (self, self->zone, draft->zone);
  show_problem (self->zone_problem, roundel_draft_model_find_problem (model, ROUNDEL_DRAFT_ZONE));
  show_typed (self, self->days_off, draft->days_off);
  show_problem (self->days_off_problem, roundel_draft_model_find_problem (model, ROUNDEL_DRAFT_DAYS_OFF));
  gtk_widget_set_visible (self->days_off_hint, !gtk_widget_get_visible (GTK_WIDGET (self->days_off_problem)));
  show_rhythm (self, model, draft);
}

static void
roundel_when_page_class_init (RoundelWhenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_when_page_refresh;
  g_type_ensure (ROUNDEL_TYPE_DAY_BUTTON);
  g_type_ensure (ROUNDEL_TYPE_HOUR_SPIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/when-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, event_group);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, event);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, event_day);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, day);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, hour);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, zone);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, zone_problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, days_off);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, days_off_hint);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, days_off_problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, pattern);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, sessions_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, sessions);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, mode);
  gtk_widget_class_bind_template_child (widget_class, RoundelWhenPage, place);
  gtk_widget_class_bind_template_callback (widget_class, event_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_off_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pattern_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sessions_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
roundel_when_page_init (RoundelWhenPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
  roundel_spin_take_typed (GTK_WIDGET (self));
}
