/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/sessions-card.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/programs/move-popover.h"
#include "app/programs/room-popover.h"
#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/plan-blocks.h"
#include "app/widgets/program-stage.h"
#include "app/widgets/program-words.h"
#include "app/widgets/rail.h"
#include "app/widgets/record-history.h"
#include "app/widgets/session-words.h"
#include "app/widgets/width-bin.h"

/* Narrower than this, in px, the date of a session stands below its title */
#define NARROW_BELOW 420

#define MOST_ROWS 40
#define BEFORE 5 /* so many that were held are among them */

/* The timeline of a program: what was, what is next with a button to run it, and what comes later. A row opens on the plan
 * of its session, which is only worked out then. */
struct _RoundelSessionsCard
{
  AdwBin parent_instance;

  GtkWidget *width;
  GtkListBox *list;
  const RoundelProgram *program; /* the dossier's */
  RoundelFormats formats;
  guint outcome;
  gint64 now;
  char *id;        /* of the program */
  guint n_shown;   /* so many rows at the most */
};

G_DEFINE_FINAL_TYPE (RoundelSessionsCard, roundel_sessions_card, ADW_TYPE_BIN)

static char *
describe (const RoundelSession *session,
          RoundelSessionStage   stage)
{
  g_autofree char *time = session->starts != NULL ? roundel_words_time (session->starts) : NULL;
  g_autofree char *hours = roundel_duration_describe (session->seconds);

  if (stage == ROUNDEL_SESSION_HELD)
    return g_strdup (_("Held"));
  if (stage == ROUNDEL_SESSION_PASSED)
    return g_strdup (_("Its time is over, and nothing was recorded"));
  if (time == NULL)
    return g_strdup_printf (_("No date yet · %s"), hours);
  if (session->place == NULL)
    return g_strdup_printf ("%s · %s", time, hours);
  if (session->unheard)
    /* Translators: time, length and place of a session that nobody can overhear */
    return g_strdup_printf (_("%s · %s · %s, not overheard"), time, hours, session->place);
  return g_strdup_printf ("%s · %s · %s", time, hours, session->place);
}

static GtkWidget *
make_date (const char           *date,
           RoundelSessionStage   stage,
           guint                 outcome)
{
  GtkWidget *label = gtk_label_new (date);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, stage == ROUNDEL_SESSION_NEXT ? "heading" : "dim");
  if (stage == ROUNDEL_SESSION_NEXT)
    {
      gtk_widget_add_css_class (label, "outcome-text");
      roundel_outcome_dress (label, outcome);
    }
  return label;
}

static GtkWidget *
make_run_button (const RoundelSession *session,
                 const char           *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = g_strdup_printf (_("Run %s"), title);

  /* AdwButtonContent would name it a second time */
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("media-playback-start-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_("Run")));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.run-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", session->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
append_words (GtkBox     *box,
              const char *text,
              const char *css_class)
{
  gtk_box_append (box, roundel_paragraph_new (text, css_class));
}

/* What a session left that was held; FALSE when it was not. */
static gboolean
fill_record (RoundelSessionsCard  *self,
             GtkBox               *box,
             const RoundelSession *session)
{
  g_autoptr (GPtrArray) sections = roundel_session_words_new (self->program, session);

  for (guint i = 0; i < sections->len; i++)
    {
      const RoundelSessionWords *words = sections->pdata[i];

      append_words (box, words->heading, "heading");
      for (guint k = 0; k < words->lines->len; k++)
        append_words (box, words->lines->pdata[k], "dim");
    }
  return sections->len > 0;
}

static GtkWidget *
make_edit_button (RoundelSessionsCard  *self,
                  const RoundelSession *session)
{
  GtkWidget *button = gtk_button_new_with_label (_("Edit Plan"));
  g_autofree char *title = roundel_words_session_title (self->program, session);
  /* Translators: the title of a session */
  g_autofree char *name = g_strdup_printf (_("Edit the plan of %s"), title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", self->program->id, session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-plan");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_popover_button (const char *label,
                     const char *name,
                     GtkWidget  *popover)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* When and where it is, each behind a button. */
static GtkWidget *
make_move_buttons (const RoundelSession *session,
                   const char           *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is the title of a session that is to be at another time */
  g_autofree char *move = g_strdup_printf (_("Move %s"), title);
  /* Translators: %s is the title of a session of which it is to be said where it is */
  g_autofree char *room = g_strdup_printf (_("Place of %s"), title);

  gtk_box_append (GTK_BOX (box), make_popover_button (_("Move…"), move, roundel_move_popover_new (session)));
  gtk_box_append (GTK_BOX (box), make_popover_button (_("Place…"), room, roundel_room_popover_new (session)));
  return box;
}

/* What is to be done before a session, and its plan. */
static void
fill_plan (RoundelSessionsCard  *self,
           GtkBox               *box,
           const RoundelSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (self->program, session, &self->formats, &error);
  g_autofree char *own = agenda != NULL ? roundel_agenda_dup_air_time (agenda) : NULL;
  GtkWidget *blocks;

  if (session->knowledge != NULL)
    append_words (box, session->knowledge, "heading");
  if (session->question != NULL)
    append_words (box, session->question, "dim");
  if (session->between->len > 0)
    append_words (box, _("Before it"), "heading");
  for (guint i = 0; i < session->between->len; i++)
    append_words (box, ((RoundelBetween *) session->between->pdata[i])->text, "dim");
  if (agenda == NULL)
    {
      append_words (box, error->message, "warning-text");
      gtk_box_append (box, make_edit_button (self, session));
      return;
    }
  blocks = roundel_plan_blocks_new ();
  roundel_plan_blocks_set (ROUNDEL_PLAN_BLOCKS (blocks), agenda, session->starts, self->outcome);
  gtk_box_append (box, blocks);
  if (own != NULL)
    append_words (box, own, "note");
  gtk_box_append (box, make_edit_button (self, session));
}

static gboolean
is_last (const RoundelProgram *program,
         const RoundelSession *session)
{
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *other = program->sessions->pdata[i];

      if (g_strcmp0 (other->circle, session->circle) == 0 && other->number > session->number)
        return FALSE;
    }
  return session->circle != NULL;
}

/* At the last session of a circle: it need not be the last. */
static void
add_carry_on (RoundelSessionsCard  *self,
              GtkBox               *box,
              const RoundelSession *session)
{
  GtkWidget *button;

  if (!is_last (self->program, session))
    return;
  append_words (box, _("Carry on"), "heading");
  append_words (box, _("The last session is the place to choose three dates more, which the members lead in turn."), "dim");
  button = gtk_button_new_with_label (_("Plan Three More…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", session->circle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "life.carry-on");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

static void
add_history (RoundelSessionsCard  *self,
             GtkBox               *box,
             const RoundelSession *session)
{
  const RoundelRecord records[] = {
    { .program = self->program->id, .kind = "session", .entity = session->id, .reg = "schedule" },
    { .program = self->program->id, .kind = "session", .entity = session->id, .reg = "plan" },
  };
  g_autofree char *title = roundel_words_session_title (self->program, session);

  gtk_box_append (box, roundel_record_history_new (title, records, G_N_ELEMENTS (records)));
}

static void
expanded_cb (RoundelSessionsCard *self,
             GParamSpec          *pspec,
             AdwExpanderRow      *row)
{
  GtkBox *box = g_object_get_data (G_OBJECT (row), "plan");
  const RoundelSession *session = roundel_program_find_session (self->program, g_object_get_data (G_OBJECT (row), "session"));

  if (!adw_expander_row_get_expanded (row) || gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL || session == NULL)
    return;
  if (fill_record (self, box, session))
    {
      add_carry_on (self, box, session);
      add_history (self, box, session);
      return;
    }
  if (roundel_session_get_stage (self->program, session, self->now) != ROUNDEL_SESSION_HELD)
    {
      g_autofree char *title = roundel_words_session_title (self->program, session);

      gtk_box_append (box, make_move_buttons (session, title));
    }
  fill_plan (self, box, session);
  add_carry_on (self, box, session);
  add_history (self, box, session);
}

static gboolean
say_when (GBinding     *binding,
          const GValue *narrow,
          GValue       *subtitle,
          gpointer      row)
{
  const char *date = g_object_get_data (row, "date");
  const char *said = g_object_get_data (row, "said");

  if (g_value_get_boolean (narrow) && date != NULL)
    g_value_take_string (subtitle, g_strdup_printf ("%s · %s", date, said));
  else
    g_value_set_string (subtitle, said);
  return TRUE;
}

static GtkWidget *
make_row (RoundelSessionsCard  *self,
          const RoundelProgram *program,
          guint                 at,
          guint                 outcome,
          gint64                now)
{
  const RoundelSession *session = program->sessions->pdata[at];
  const RoundelSession *before = at > 0 ? program->sessions->pdata[at - 1] : NULL;
  const RoundelSession *after = at + 1 < program->sessions->len ? program->sessions->pdata[at + 1] : NULL;
  RoundelSessionStage stage = roundel_session_get_stage (program, session, now);
  const RoundelRailState states[] = { ROUNDEL_RAIL_DONE, ROUNDEL_RAIL_LATER, ROUNDEL_RAIL_NEXT, ROUNDEL_RAIL_LATER };
  g_autofree char *title = roundel_words_session_title (program, session);
  g_autofree char *date = session->starts != NULL ? roundel_words_short_date (session->starts) : NULL;
  GtkWidget *when = make_date (date != NULL ? date : "–", stage, outcome);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *rail = roundel_rail_new ();
  GtkWidget *prefix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *plan = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *plan_row = gtk_list_box_row_new ();

  roundel_rail_set (ROUNDEL_RAIL (rail), states[stage], session->number,
                    before == NULL || g_strcmp0 (before->circle, session->circle) != 0,
                    after == NULL || g_strcmp0 (after->circle, session->circle) != 0);
  roundel_outcome_dress (rail, outcome);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), "date", g_steal_pointer (&date), g_free);
  g_object_set_data_full (G_OBJECT (row), "said", describe (session, stage), g_free);
  g_object_bind_property_full (self->width, "narrow", row, "subtitle", G_BINDING_SYNC_CREATE, say_when, NULL, row, NULL);
  g_object_bind_property (self->width, "narrow", when, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (prefix), rail);
  gtk_box_append (GTK_BOX (prefix), when);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), prefix);
  if (stage == ROUNDEL_SESSION_NEXT)
    roundel_compat_add_suffix (ADW_EXPANDER_ROW (row), make_run_button (session, title));
  gtk_widget_add_css_class (plan, "session-plan");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (plan_row), plan);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (plan_row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), plan_row);
  g_object_set_data (G_OBJECT (row), "plan", plan);
  g_object_set_data_full (G_OBJECT (row), "session", g_strdup (session->id), g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (row, "session-row");
  return row;
}

/* Of many sessions those are shown that come next, with a few before them: a thousand rows would take seconds. */
static guint
find_first (RoundelSessionsCard *self)
{
  guint n = self->program->sessions->len;
  guint first = 0;

  if (n <= self->n_shown)
    return 0;
  while (first < n && roundel_session_get_stage (self->program, self->program->sessions->pdata[first], self->now) == ROUNDEL_SESSION_HELD)
    first++;
  return MIN (first > BEFORE ? first - BEFORE : 0, n - self->n_shown);
}

static void
more_cb (RoundelSessionsCard *self)
{
  const RoundelFormats formats = self->formats;

  self->n_shown = 2 * self->n_shown;
  roundel_sessions_card_show (self, self->program, &formats, self->outcome, self->now);
}

static void
add_more (RoundelSessionsCard *self)
{
  /* Translators: how many sessions are shown, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u are shown; show more"), self->n_shown, self->program->sessions->len);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
roundel_sessions_card_finalize (GObject *object)
{
  g_free (ROUNDEL_SESSIONS_CARD (object)->id);
  G_OBJECT_CLASS (roundel_sessions_card_parent_class)->finalize (object);
}

static void
roundel_sessions_card_class_init (RoundelSessionsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_sessions_card_finalize;
}

static void
roundel_sessions_card_init (RoundelSessionsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Sessions"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->width = g_object_new (ROUNDEL_TYPE_WIDTH_BIN, "narrow-below", NARROW_BELOW, "child", box, NULL);
  adw_bin_set_child (ADW_BIN (self), self->width);
}

/**
 * roundel_sessions_card_show:
 * @self: a card
 * @program: whose sessions; it has to stay until the next one is shown
 * @formats: where the formats come from
 * @outcome: 1 to 10, or 0 for none
 * @now: microseconds since 1970
 */
void
roundel_sessions_card_show (RoundelSessionsCard  *self,
                            const RoundelProgram *program,
                            const RoundelFormats *formats,
                            guint                 outcome,
                            gint64                now)
{
  guint first;

  g_return_if_fail (ROUNDEL_IS_SESSIONS_CARD (self));

  self->program = program;
  self->formats = *formats;
  self->outcome = outcome;
  self->now = now;
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  if (g_strcmp0 (self->id, program->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (program->id);
      self->n_shown = MOST_ROWS;
    }
  first = find_first (self);
  for (guint i = 0; i < program->sessions->len; i++)
    if (i >= first && i < first + self->n_shown)
      gtk_list_box_append (self->list, make_row (self, program, i, outcome, now));
  if (program->sessions->len > self->n_shown)
    add_more (self);
  if (program->sessions->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No session is planned yet"));
      gtk_list_box_append (self->list, row);
    }
}
