/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/part-pane.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "app/live-text.h"
#include "app/plan/format-popover.h"
#include "app/widgets/plan-blocks.h"
#include "app/widgets/spin-wheel.h"
#include "core/schedule.h"

/* What can be said of one round of the plan. Each change is told by `edited` with the plan as it is then. */
struct _RoundelPartPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *title;
  GtkSpinButton *minutes;
  AdwComboRow *length;
  AdwActionRow *slot_row;
  GtkLabel *slot;
  AdwActionRow *begins_row;
  GtkSwitch *begins;
  GtkEditable *clock;
  AdwActionRow *optional_row;
  GtkSwitch *optional;
  GtkEditable *name;
  RoundelFormatPopover *formats;
  GtkLabel *problem;
  GtkLabel *about;
  GtkBox *steps;

  RoundelLibrary *library;
  const RoundelSessionPlan *plan; /* the editor's, as it stands */
  char *starts;
  guint part;
  guint seconds;  /* as it turned out */
  guint at;       /* seconds after the session's begin, as it turned out */
  gboolean setting;
};

/* In the order of the combo row */
enum
{
  LENGTH_FIXED,
  LENGTH_USUAL,
  LENGTH_REST,
};

static guint edited_signal;

G_DEFINE_FINAL_TYPE (RoundelPartPane, roundel_part_pane, ADW_TYPE_BIN)

/* Takes PLAN over. WHAT joins edits of the same thing, as typing is. */
static void
edit (RoundelPartPane    *self,
      RoundelSessionPlan *plan,
      const char         *what)
{
  g_autoptr (RoundelSessionPlan) owned = plan;
  g_autofree char *of_part = g_strdup_printf ("%s %u", what, self->part);

  g_signal_emit (self, edited_signal, 0, plan, of_part);
}

static gboolean
may_edit (RoundelPartPane *self)
{
  return !self->setting && self->plan != NULL && self->part < self->plan->outline->len;
}

static void
minutes_cb (RoundelPartPane *self)
{
  if (may_edit (self))
    edit (self, roundel_session_plan_set_seconds (self->plan, self->part, 60 * (guint) gtk_spin_button_get_value_as_int (self->minutes)),
          "minutes");
}

static void
length_cb (RoundelPartPane *self)
{
  guint seconds[] = { self->seconds / 60 * 60, 0, ROUNDEL_PLAN_REST };

  if (may_edit (self))
    edit (self, roundel_session_plan_set_seconds (self->plan, self->part, seconds[adw_combo_row_get_selected (self->length)]),
          "length");
}

static void
optional_cb (RoundelPartPane *self)
{
  if (may_edit (self))
    edit (self, roundel_session_plan_set_optional (self->plan, self->part, gtk_switch_get_active (self->optional)), "optional");
}

static void
begins_cb (RoundelPartPane *self)
{
  guint at = MAX (self->at, 60);

  if (may_edit (self))
    edit (self, roundel_session_plan_set_begins (self->plan, self->part, gtk_switch_get_active (self->begins) ? at : 0), "begins");
}

/* Minutes of the day, or -1. */
static int
read_clock (const char *text)
{
  unsigned int hours, minutes;
  char rest;

  if (sscanf (text, " %2u%*1[:.h]%2u %c", &hours, &minutes, &rest) != 2 || hours > 23 || minutes > 59)
    return -1;
  return (int) (hours * 60 + minutes);
}

static int
session_minute (RoundelPartPane *self)
{
  g_autofree char *clock = roundel_text_clock_at (self->starts, 0);

  return self->starts != NULL ? read_clock (clock) : 0;
}

static void
clock_cb (RoundelPartPane *self)
{
  int minute = read_clock (gtk_editable_get_text (self->clock));
  int after = minute - session_minute (self);

  if (!may_edit (self))
    return;
  if (minute >= 0 && after < 0)
    after += 24 * 60; /* past midnight */
  if (minute < 0 || after <= 0 || after * 60 > ROUNDEL_PLAN_MOST_PART)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->clock), "error");
      adw_action_row_set_subtitle (self->begins_row, _("Write a time after the beginning, such as 15:30"));
      return;
    }
  edit (self, roundel_session_plan_set_begins (self->plan, self->part, 60 * (guint) after), "clock");
}

static void
name_cb (RoundelPartPane *self)
{
  if (may_edit (self))
    edit (self, roundel_session_plan_set_name (self->plan, self->part, gtk_editable_get_text (self->name)), "name");
}

static void
format_cb (RoundelPartPane *self,
           const char      *id)
{
  const RoundelFormat *format = roundel_library_find (self->library, id, NULL);

  if (may_edit (self) && format != NULL)
    edit (self, roundel_session_plan_set_format (self->plan, self->part, format), "format");
}

static void
roundel_part_pane_finalize (GObject *object)
{
  g_free (ROUNDEL_PART_PANE (object)->starts);
  G_OBJECT_CLASS (roundel_part_pane_parent_class)->finalize (object);
}

static void
roundel_part_pane_class_init (RoundelPartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_part_pane_finalize;

  /* (the plan with the change, what was changed) */
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  g_type_ensure (ROUNDEL_TYPE_FORMAT_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/part-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, length);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, slot_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, slot);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, begins_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, begins);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, clock);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, optional_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, optional);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, formats);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, about);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartPane, steps);
  gtk_widget_class_bind_template_callback (widget_class, begins_cb);
  gtk_widget_class_bind_template_callback (widget_class, clock_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, optional_cb);
}

static void
roundel_part_pane_init (RoundelPartPane *self)
{
  static const struct
  {
    const char *icon;
    const char *action;
    const char *name;
  } buttons[] = {
    { "go-up-symbolic", "block.earlier", N_("Earlier") },
    { "go-down-symbolic", "block.later", N_("Later") },
    { "edit-cut-symbolic", "block.split", N_("Split in two") },
    { "edit-copy-symbolic", "block.repeat", N_("Once more") },
    { "edit-delete-symbolic", "block.remove", N_("Remove") },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_widget_set_tooltip_text (button, _(buttons[i].name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(buttons[i].name), -1);
      gtk_box_append (self->steps, button);
    }
}

/**
 * roundel_part_pane_fill:
 * @self: a pane, which emits `edited`
 * @library: where the formats come from; it has to stay
 * @people: how many come
 */
void
roundel_part_pane_fill (RoundelPartPane *self,
                        RoundelLibrary  *library,
                        guint            people)
{
  g_return_if_fail (ROUNDEL_IS_PART_PANE (self));

  self->library = library;
  roundel_format_popover_fill (self->formats, library, people);
}

static void
set_entry (GtkEditable *entry,
           const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_format (const RoundelFormat *format)
{
  GString *text = g_string_new (format->purpose);

  if (format->attribution != NULL)
    g_string_append_printf (text, " %s", format->attribution);
  return g_string_free (text, FALSE);
}

/* Why it is not as long as was asked for, or does not work at all. */
static char *
describe_problem (const RoundelPlanBlock   *block,
                  const RoundelOutlinePart *part)
{
  if (block->problem != NULL)
    return g_strdup (block->problem);
  if (block->agenda != NULL && block->agenda->notes->len > 0)
    return g_strdup (block->agenda->notes->pdata[0]);
  if (part->seconds != 0 && part->seconds != ROUNDEL_PLAN_REST && block->seconds < part->seconds)
    return g_strdup_printf (_("Of %u minutes it takes %u at most for so many people; the rest stays in hand."), part->seconds / 60,
                            (block->seconds + 59) / 60);
  if (block->seconds > part->seconds && part->seconds != 0)
    return g_strdup_printf (_("It takes %u minutes at least for so many people."), (block->seconds + 59) / 60);
  return NULL;
}

static void
show_slots (RoundelPartPane        *self,
            const RoundelPlanBlock *block)
{
  RoundelShares shares = { 0 };
  g_autofree char *span = NULL;
  g_autofree char *turns = NULL;

  if (block->agenda != NULL)
    shares = roundel_agenda_count_shares (block->agenda, 0);
  span = roundel_text_span (shares.seconds);
  turns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u turn", "%u turns", shares.n), shares.n);
  gtk_widget_set_visible (GTK_WIDGET (self->slot_row), shares.n > 0);
  adw_action_row_set_subtitle (self->slot_row, turns);
  gtk_label_set_text (self->slot, shares.seconds > 0 ? span : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->optional_row), shares.n == 0 || gtk_switch_get_active (self->optional));
  adw_action_row_set_subtitle (self->optional_row, shares.n > 0 ? _("not where members have slots")
                                                                : _("may be left out when time is short"));
}

/**
 * roundel_part_pane_set:
 * @self: a pane
 * @measure: the plan in time
 * @plan: the plan; it has to stay until the next one
 * @part: index into its outline; %ROUNDEL_PLAN_NO_PART for none
 * @starts: (nullable): local time at which the session begins
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_part_pane_set (RoundelPartPane          *self,
                       const RoundelPlanMeasure *measure,
                       const RoundelSessionPlan *plan,
                       guint                     part,
                       const char               *starts,
                       guint                     outcome)
{
  const RoundelPlanBlock *block = part < plan->outline->len ? roundel_plan_measure_find (measure, part) : NULL;
  const RoundelOutlinePart *of = block != NULL ? plan->outline->pdata[part] : NULL;
  g_autofree char *problem = NULL;
  g_autofree char *about = NULL;
  g_autofree char *clock = NULL;

  g_return_if_fail (ROUNDEL_IS_PART_PANE (self));

  self->plan = plan;
  self->part = part;
  g_free (self->starts);
  self->starts = g_strdup (starts);
  gtk_stack_set_visible_child_name (self->stack, block != NULL ? "part" : "none");
  if (block == NULL)
    return;

  self->setting = TRUE;
  self->seconds = block->seconds;
  self->at = block->starts / 60 * 60;
  problem = describe_problem (block, of);
  about = block->format != NULL ? describe_format (block->format) : NULL;
  clock = roundel_text_clock_at (starts, of->begins > 0 ? of->begins : block->starts);
  gtk_label_set_text (self->title, of->title != NULL ? of->title : block->format != NULL ? block->format->name : of->format);
  gtk_spin_button_set_value (self->minutes, (of->seconds != 0 && of->seconds != ROUNDEL_PLAN_REST ? of->seconds : block->seconds) / 60);
  adw_combo_row_set_selected (self->length, of->seconds == 0 ? LENGTH_USUAL
                                            : of->seconds == ROUNDEL_PLAN_REST ? LENGTH_REST : LENGTH_FIXED);
  gtk_switch_set_active (self->optional, of->optional);
  gtk_switch_set_active (self->begins, of->begins > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), of->begins > 0);
  adw_action_row_set_subtitle (self->begins_row, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "error");
  if (read_clock (gtk_editable_get_text (self->clock)) != read_clock (clock))
    set_entry (self->clock, clock);
  set_entry (self->name, of->title);
  gtk_widget_set_visible (GTK_WIDGET (self->begins_row), starts != NULL && (part > 0 || of->begins > 0));
  set_label (self->problem, problem);
  set_label (self->about, about);
  show_slots (self, block);
  self->setting = FALSE;
}
