/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/run-pane.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/run/extra-timer.h"
#include "app/run/guide-page.h"
#include "app/run/plan-list.h"
#include "app/run/rescue-page.h"
#include "app/run/room-rows.h"
#include "app/run/start-form.h"
#include "app/shortcuts.h"
#include "app/widgets/avatar.h"

/* Beside the lobby and the round: the plan with its clock times, and what belongs to the room. What is wanted for a while
 * takes its place: the round in full, the rescue cards, the correction of the start. */
struct _RoundelRunPane
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *back;
  GtkLabel *title;
  GtkWidget *unit;
  GtkStack *pages;
  RoundelPlanList *plan;
  GtkLabel *notes;
  GtkWidget *help;
  RoundelExtraTimer *extra_timer;
  RoundelRoomRows *room;
  GtkWidget *hint;
  GtkListBox *late;
  GtkWidget *groups_box;
  GtkListBox *groups;
  RoundelGuidePage *guide;
  RoundelRescuePage *rescue;
  RoundelStartForm *start;

  RoundelLive *live;
  guint stamp; /* of what is shown */
  char *shown_late;
  char *shown_groups;
};

enum
{
  PROP_0,
  PROP_BELL,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelRunPane, roundel_run_pane, ADW_TYPE_BIN)

static void
clear (GtkListBox *box)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_list_box_remove (box, row);
}

/* Whether KEY is not what is shown; remembers it. */
static gboolean
is_new (char       **shown,
        const char  *key)
{
  if (g_strcmp0 (*shown, key) == 0)
    return FALSE;
  g_free (*shown);
  *shown = g_strdup (key);
  return TRUE;
}

static void
add_late (RoundelRunPane *self,
          guint           member)
{
  RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  g_autofree char *name = roundel_meeting_dup_name (meeting, member);
  g_autofree char *first = roundel_meeting_dup_short (meeting, member);
  g_autofree char *label = g_strdup_printf (_("%s has arrived"), first);
  g_autofree char *escaped = g_markup_escape_text (first, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Has Arrived"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), C_("person", "on the way"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), roundel_avatar_new (32, name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", member);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "run.arrived");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->late, row);
}

static void
show_late (RoundelRunPane *self)
{
  RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_EXPECTED)
      g_string_append_printf (key, "%u ", i);
  gtk_widget_set_visible (GTK_WIDGET (self->late), key->len > 0);
  if (!is_new (&self->shown_late, key->str))
    return;
  clear (self->late);
  for (guint i = 0; i < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_EXPECTED)
      add_late (self, i);
}

static void
add_group (RoundelRunPane     *self,
           const RoundelRound *round,
           guint               group)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  const GArray *seats = round->groups->pdata[group];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (_("Group %u"), group + 1);
  g_autofree char *escaped = NULL;
  GtkWidget *row = adw_action_row_new ();

  for (guint i = 0; i < seats->len; i++)
    {
      const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, i);
      g_autofree char *name = roundel_meeting_dup_short (meeting, seat->member);

      if (i > 0)
        g_string_append (text, C_("names", ", "));
      if (seat->role != NULL && seat->also != NULL)
        g_string_append_printf (text, C_("name, roles", "%s (%s, %s)"), name, seat->role, seat->also);
      else if (seat->role != NULL || seat->also != NULL)
        g_string_append_printf (text, C_("name, role", "%s (%s)"), name, seat->role != NULL ? seat->role : seat->also);
      else
        g_string_append (text, name);
    }
  escaped = g_markup_escape_text (text->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_list_box_append (self->groups, row);
}

static void
show_groups (RoundelRunPane *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  const RoundelRound *round = roundel_live_get_round (self->live);
  g_autofree char *key = g_strdup_printf ("%u %p", view->round, round);

  gtk_widget_set_visible (self->groups_box, round->groups->len > 1);
  if (!is_new (&self->shown_groups, key))
    return;
  clear (self->groups);
  for (guint i = 0; i < round->groups->len && round->groups->len > 1; i++)
    add_group (self, round, i);
}

static void
changed_cb (RoundelRunPane *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  g_autoptr (GPtrArray) lines = NULL;

  if (self->stamp == roundel_live_get_stamp (self->live))
    return;
  self->stamp = roundel_live_get_stamp (self->live);
  lines = roundel_plan_lines_of_live (self->live);
  roundel_plan_lines_add_turns (lines, self->live);
  roundel_plan_list_set (self->plan, lines, view->ends, roundel_live_get_meeting (self->live)->outcome,
                         TRUE);
  show_late (self);
  show_groups (self);
}

static void
rang_cb (RoundelRunPane *self)
{
  g_signal_emit (self, signals[RANG], 0);
}

static void
bell_cb (RoundelRunPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BELL]);
}

static void
projector_cb (RoundelRunPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}

/* A presenter's clicker works wherever the focus is: what is here would turn pages of its own. */
static gboolean
key_cb (RoundelRunPane  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  return self->live != NULL && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down)
         && roundel_shortcuts_activate (GTK_WIDGET (self), "run", keyval, state);
}

static void
roundel_run_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RoundelRunPane *self = ROUNDEL_RUN_PANE (object);

  switch (prop_id)
    {
    case PROP_BELL: g_object_get_property (G_OBJECT (self->room), "bell", value); break;
    case PROP_PROJECTOR: g_object_get_property (G_OBJECT (self->room), "projector", value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_run_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RoundelRunPane *self = ROUNDEL_RUN_PANE (object);

  switch (prop_id)
    {
    case PROP_BELL: g_object_set_property (G_OBJECT (self->room), "bell", value); break;
    case PROP_PROJECTOR: g_object_set_property (G_OBJECT (self->room), "projector", value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_run_pane_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_RUN_PANE (object)->live);
  G_OBJECT_CLASS (roundel_run_pane_parent_class)->dispose (object);
}

static void
roundel_run_pane_finalize (GObject *object)
{
  RoundelRunPane *self = ROUNDEL_RUN_PANE (object);

  g_free (self->shown_late);
  g_free (self->shown_groups);
  G_OBJECT_CLASS (roundel_run_pane_parent_class)->finalize (object);
}

static void
roundel_run_pane_class_init (RoundelRunPaneClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_run_pane_get_property;
  object_class->set_property = roundel_run_pane_set_property;
  object_class->dispose = roundel_run_pane_dispose;
  object_class->finalize = roundel_run_pane_finalize;

  /* whether a bell sounds, and whether there is a window for the room */
  properties[PROP_BELL] = g_param_spec_boolean ("bell", NULL, NULL, TRUE, flags);
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* the extra timer is over */
  signals[RANG] = g_signal_new ("rang", ROUNDEL_TYPE_RUN_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ROUNDEL_TYPE_PLAN_LIST);
  g_type_ensure (ROUNDEL_TYPE_EXTRA_TIMER);
  g_type_ensure (ROUNDEL_TYPE_ROOM_ROWS);
  g_type_ensure (ROUNDEL_TYPE_GUIDE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_RESCUE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_START_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/run-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, back);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, unit);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, pages);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, plan);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, notes);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, help);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, extra_timer);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, room);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, hint);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, late);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, groups_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, groups);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, guide);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, rescue);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunPane, start);
  gtk_widget_class_bind_template_callback (widget_class, rang_cb);
}

static void
roundel_run_pane_init (RoundelRunPane *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->room, "notify::bell", G_CALLBACK (bell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->room, "notify::projector", G_CALLBACK (projector_cb), self, G_CONNECT_SWAPPED);
  roundel_run_pane_show (self, "plan");
}

/**
 * roundel_run_pane_set_agenda:
 * @self: the pane
 * @agenda: (nullable): the plan of the lobby
 * @starts: wall time at which it would begin
 * @outcome: whose hue it has
 */
void
roundel_run_pane_set_agenda (RoundelRunPane      *self,
                             const RoundelAgenda *agenda,
                             gint64               starts,
                             guint                outcome)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  roundel_run_pane_set_live (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plan), agenda != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), agenda != NULL && agenda->notes->len > 0);
  if (agenda != NULL)
    {
      g_autoptr (GPtrArray) lines = roundel_plan_lines_of_agenda (agenda, starts);
      g_autoptr (GString) notes = g_string_new (NULL);

      for (guint i = 0; i < agenda->notes->len; i++)
        g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", (char *) agenda->notes->pdata[i]);
      gtk_label_set_text (self->notes, notes->str);
      roundel_plan_list_set (self->plan, lines, starts + roundel_agenda_seconds (agenda) * G_TIME_SPAN_SECOND, outcome,
                             FALSE);
    }
}

/**
 * roundel_run_pane_set_live:
 * @self: the pane
 * @live: (nullable): the session that runs; %NULL in the lobby
 */
void
roundel_run_pane_set_live (RoundelRunPane *self,
                           RoundelLive    *live)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_func (self->live, changed_cb, self);
  g_set_object (&self->live, live);
  self->stamp = 0;
  g_clear_pointer (&self->shown_late, g_free);
  g_clear_pointer (&self->shown_groups, g_free);
  gtk_widget_set_visible (self->hint, live == NULL);
  gtk_widget_set_visible (self->help, live != NULL);
  roundel_extra_timer_set_live (self->extra_timer, live);
  roundel_room_rows_set_live (self->room, live);
  roundel_guide_page_set_live (self->guide, live);
  roundel_start_form_set_live (self->start, live);
  roundel_run_pane_show (self, "plan");
  gtk_widget_set_visible (GTK_WIDGET (self->late), FALSE);
  gtk_widget_set_visible (self->groups_box, FALSE);
  if (live == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->plan), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * roundel_run_pane_set_formats:
 * @self: the pane
 * @formats: where the formats of the plan come from
 */
void
roundel_run_pane_set_formats (RoundelRunPane       *self,
                              const RoundelFormats *formats)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  roundel_guide_page_set_formats (self->guide, formats);
}

/**
 * roundel_run_pane_show:
 * @self: the pane
 * @page: `plan`, `guide`, `rescue` or `start`
 */
void
roundel_run_pane_show (RoundelRunPane *self,
                       const char     *page)
{
  gboolean plan = g_str_equal (page, "plan");
  const char *title = _("The plan");

  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  if (g_str_equal (page, "guide"))
    title = _("This round in full");
  else if (g_str_equal (page, "rescue"))
    title = _("When it gets difficult");
  else if (g_str_equal (page, "start"))
    title = _("Correct the start");
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->back, !plan);
  gtk_widget_set_visible (self->unit, plan);
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * roundel_run_pane_get_page:
 * @self: the pane
 *
 * Returns: (transfer none): which page is shown
 */
const char *
roundel_run_pane_get_page (RoundelRunPane *self)
{
  g_return_val_if_fail (ROUNDEL_IS_RUN_PANE (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * roundel_run_pane_focus:
 * @self: the pane
 *
 * In the plan, the line that comes next: from there a round is chosen with the arrows and gone to with Return. On the
 * other pages, what can be done there.
 */
void
roundel_run_pane_focus (RoundelRunPane *self)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  if (g_str_equal (roundel_run_pane_get_page (self), "plan"))
    roundel_plan_list_focus (self->plan);
  else if (g_str_equal (roundel_run_pane_get_page (self), "start"))
    gtk_widget_grab_focus (GTK_WIDGET (self->start));
  else if (g_str_equal (roundel_run_pane_get_page (self), "rescue"))
    gtk_widget_child_focus (GTK_WIDGET (self->rescue), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->back);
}

/**
 * roundel_run_pane_focus_message:
 * @self: the pane
 *
 * Puts the cursor where a message to the room is written.
 */
void
roundel_run_pane_focus_message (RoundelRunPane *self)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  roundel_run_pane_show (self, "plan");
  roundel_room_rows_focus_message (self->room);
}

/**
 * roundel_run_pane_toggle_timer:
 * @self: the pane
 *
 * Starts the extra timer, or stops it.
 */
void
roundel_run_pane_toggle_timer (RoundelRunPane *self)
{
  g_return_if_fail (ROUNDEL_IS_RUN_PANE (self));

  roundel_extra_timer_toggle (self->extra_timer);
}
