/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/partner-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/me-row.h"
#include "app/journal/meeting-form.h"
#include "app/journal/partner.h"
#include "app/widgets/focus.h"
#include "app/widgets/page.h"
#include "app/widgets/program-words.h"
#include "app/widgets/programs-row.h"
#include "app/window.h"
#include "core/names.h"
#include "store/journal/commitment.h"
#include "store/journal/me.h"
#include "store/journal/release.h"
#include "store/programs.h"

/* One's partner (J4): when they meet, what each took away, and what others can read. */
struct _RoundelPartnerPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *me_list;
  AdwComboRow *program_row;
  AdwComboRow *me_row;
  GtkStack *stack;
  GtkWidget *steps;
  RoundelMeetingForm *form;
  GtkWidget *meetings_heading;
  GtkListBox *meetings;
  GtkListBox *shown;

  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *programs;     /* of RoundelProgram, as a list has them */
  RoundelProgram *program; /* NULL while there is none */
  char *partner;           /* name, NULL while nobody knows it */
  GPtrArray *list;         /* of RoundelPartnerMeeting */
  AdwToast *toast;         /* what was said last, or NULL */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RoundelPartnerPage, roundel_partner_page, ADW_TYPE_BIN)

static void
undelete_cb (AdwToast           *toast,
             RoundelPartnerPage *self)
{
  roundel_journal_undelete_partner_meeting (self->journal, g_object_get_data (G_OBJECT (toast), "id"), NULL);
}

/* What is said takes the place of what was said before, which may be true no more. With DELETED, the id of a meeting, it can
 * be undone: no action of the page reaches what lies over it. */
static void
add_toast (RoundelPartnerPage *self,
           const char         *text,
           const char         *deleted)
{
  AdwToast *toast = adw_toast_new (text);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  if (deleted != NULL)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (deleted), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undelete_cb), self, 0);
    }
  roundel_window_add_toast (ROUNDEL_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), toast);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);
  return row;
}

static void
add_button (GtkWidget  *row,
            const char *icon,
            const char *label,
            const char *action,
            const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *said = g_strdup_printf ("%s: %s", label, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* “You: ask first” and “Benoît: wait”, a line each. */
static char *
dup_taken_away (const RoundelPartnerMeeting *meeting)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!meeting->held)
    return g_strdup (_("Not noted yet"));
  if (meeting->mine != NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("You: %s"), meeting->mine));
  if (meeting->theirs != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", meeting->with != NULL ? meeting->with : _("Your partner"), meeting->theirs));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
show_meetings (RoundelPartnerPage *self)
{
  gint64 now = roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC;

  clear_list (self->meetings);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = roundel_journal_list_partner_meetings (self->journal, NULL);
  for (guint i = 0; self->list != NULL && i < self->list->len; i++)
    {
      const RoundelPartnerMeeting *meeting = self->list->pdata[i];
      gboolean coming = !meeting->held && g_date_time_to_unix (meeting->at) > now;
      g_autofree char *when = roundel_partner_dup_when (meeting, now);
      g_autofree char *title = meeting->with != NULL ? g_strdup_printf (_("%s, with %s"), when, meeting->with) : g_strdup (when);
      g_autofree char *subtitle = coming ? g_strdup (_("Planned")) : dup_taken_away (meeting);
      GtkWidget *row = add_row (self->meetings, title, subtitle);

      if (coming)
        add_button (row, "document-edit-symbolic", _("Move"), "partner.edit", meeting->id);
      else
        add_button (row, "document-edit-symbolic", meeting->held ? _("Change") : _("Note what each took away"), "partner.hold",
                    meeting->id);
      add_button (row, "user-trash-symbolic", _("Delete"), "partner.delete", meeting->id);
    }
  gtk_widget_set_visible (self->meetings_heading, self->list != NULL && self->list->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->meetings), self->list != NULL && self->list->len > 0);
}

/* The last time ID went out, if it was not taken back. */
static const RoundelRelease *
find_release (GPtrArray  *released,
              const char *id)
{
  for (guint i = 0; released != NULL && i < released->len; i++)
    {
      const RoundelRelease *one = released->pdata[i];

      if (g_str_equal (one->from, id) && one->text != NULL)
        return one;
    }
  return NULL;
}

static void
switched_cb (GtkSwitch          *button,
             GParamSpec         *pspec,
             RoundelPartnerPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  g_autoptr (GPtrArray) released = roundel_release_list (self->journal, notebook, id, NULL);
  const RoundelRelease *one = find_release (released, id);
  g_autoptr (GError) error = NULL;

  if (self->loading || gtk_switch_get_active (button) == (one != NULL))
    return;
  if (one != NULL)
    roundel_release_take_back (self->journal, notebook, one->id, &error);
  else
    roundel_release_commitment (self->journal, notebook, id, NULL, &error);
  add_toast (self, error != NULL ? error->message
                   : one != NULL ? _("Taken back: only you can read it now") : _("Your circle and your partner can read it"), NULL);
}

/* What others will read of it, and whom it may name (J6). */
static char *
dup_question (RoundelPartnerPage      *self,
              const RoundelCommitment *commitment)
{
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GArray) names = NULL;
  g_autofree char *named = NULL;

  if (commitment->program == NULL)
    return g_strdup (_("A promise from no program: only you can read it"));
  program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), commitment->program, NULL);
  names = roundel_names_find (commitment->text, program != NULL ? program->members : NULL);
  if (names->len == 0)
    return g_strdup (_("A promise: may your circle read it?"));
  named = g_strndup (commitment->text + g_array_index (names, RoundelName, 0).start,
                     g_array_index (names, RoundelName, 0).end - g_array_index (names, RoundelName, 0).start);
  return g_strdup_printf (_("It may name somebody, “%s”: have they agreed?"), named);
}

static void
add_promise (RoundelPartnerPage      *self,
             const RoundelCommitment *commitment,
             GPtrArray               *released)
{
  gboolean can = commitment->program != NULL;
  g_autofree char *question = dup_question (self, commitment);
  GtkWidget *row = add_row (self->shown, commitment->text, question);
  GtkWidget *button;

  if (!can)
    return;
  button = gtk_switch_new ();
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), find_release (released, commitment->id) != NULL);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (commitment->id), g_free);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (switched_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
show_shown (RoundelPartnerPage *self)
{
  g_autoptr (GPtrArray) commitments = roundel_journal_list_commitments (self->journal, NULL);
  g_autoptr (GPtrArray) released = roundel_release_list (self->journal, roundel_desk_get_notebook (self->desk), NULL, NULL);
  guint n = 0;

  self->loading = TRUE;
  clear_list (self->shown);
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const RoundelCommitment *commitment = commitments->pdata[i];

      if (!g_str_equal (commitment->status, "open") && find_release (released, commitment->id) == NULL)
        continue;
      add_promise (self, commitment, released);
      n++;
    }
  for (guint i = 0; released != NULL && i < released->len; i++)
    {
      const RoundelRelease *one = released->pdata[i];
      gboolean promise = FALSE;

      for (guint k = 0; commitments != NULL && k < commitments->len; k++)
        promise |= g_str_equal (((RoundelCommitment *) commitments->pdata[k])->id, one->from);
      if (promise || one->text == NULL)
        continue;
      add_row (self->shown, one->text, _("A lesson that you released"));
      n++;
    }
  if (n == 0)
    add_row (self->shown, _("Nothing"), _("Promises and lessons stand here, to be shown or not."));
  self->loading = FALSE;
}

static void
show_partner (RoundelPartnerPage *self)
{
  g_autofree char *me = self->program != NULL ? roundel_journal_get_me (self->journal, self->program->id, NULL) : NULL;
  g_autofree char *title = NULL;

  g_free (self->partner);
  self->partner = self->program != NULL ? roundel_partner_dup_names (self->program, me) : NULL;
  title = self->program != NULL ? roundel_partner_dup_title (self->program, me) : NULL;
  gtk_label_set_label (self->title, title != NULL ? title : _("You and your partner"));
}

/* Whoever never said who that is in the program is asked. */
static void
ask_me (RoundelPartnerPage *self)
{
  g_autofree char *me = self->program != NULL ? roundel_journal_get_me (self->journal, self->program->id, NULL) : NULL;

  self->loading = TRUE;
  roundel_me_row_fill (self->me_row, self->program, me, _("Not said"));
  self->loading = FALSE;
  gtk_widget_set_visible (self->me_list, self->program != NULL);
}

static void
open_form (RoundelPartnerPage          *self,
           const RoundelPartnerMeeting *meeting)
{
  roundel_meeting_form_open (self->form, self->journal, meeting);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* Callbacks */

static void
program_chosen_cb (RoundelPartnerPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->program_row);

  if (self->loading || self->programs == NULL || chosen >= self->programs->len)
    return;
  g_clear_pointer (&self->program, roundel_program_free);
  self->program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk),
                                                 ((RoundelProgram *) self->programs->pdata[chosen])->id, NULL);
  ask_me (self);
  show_partner (self);
}

static void
me_chosen_cb (RoundelPartnerPage *self)
{
  const RoundelMember *me = roundel_me_row_get (self->me_row, self->program);

  if (self->loading || self->program == NULL || adw_combo_row_get_selected (self->me_row) == GTK_INVALID_LIST_POSITION)
    return;
  roundel_journal_set_me (self->journal, self->program->id, me != NULL ? me->id : NULL, NULL);
  show_partner (self);
}

/* Actions */

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
meet (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GError) error = NULL;

  if (!roundel_partner_meet (window, self->journal, self->program != NULL ? self->program->id : NULL, self->partner, &error))
    add_toast (self, error->message, NULL);
  else
    roundel_window_pop (ROUNDEL_WINDOW (window));
}

static void
write_meeting (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);
  gboolean held = g_str_equal (action, "partner.note");
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) at = g_date_time_add_days (now, held ? 0 : 1);
  const RoundelPartnerMeeting meeting = {
    .program = self->program != NULL ? self->program->id : NULL, .with = self->partner, .at = at, .held = held,
  };

  open_form (self, &meeting);
}

static void
change_meeting (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);
  const char *id = g_variant_get_string (target, NULL);

  for (guint i = 0; self->list != NULL && i < self->list->len; i++)
    {
      RoundelPartnerMeeting meeting = *(RoundelPartnerMeeting *) self->list->pdata[i];

      if (!g_str_equal (meeting.id, id))
        continue;
      meeting.held |= g_str_equal (action, "partner.hold");
      open_form (self, &meeting);
    }
}

static void
delete_meeting (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);
  g_autofree char *id = g_variant_dup_string (target, NULL);
  g_autoptr (GError) error = NULL;

  if (roundel_journal_delete_partner_meeting (self->journal, id, &error))
    add_toast (self, _("Meeting deleted"), id);
  else
    add_toast (self, error->message, NULL);
}

static void
leave_form (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);

  if (g_str_equal (action, "partner.cancel"))
    roundel_meeting_form_forget (self->form);
  else if (!roundel_meeting_form_save (self->form))
    return;
  gtk_stack_set_visible_child (self->stack, self->steps);
  gtk_widget_child_focus (self->steps, GTK_DIR_TAB_FORWARD);
}

/* Overrides */

static void
roundel_partner_page_dispose (GObject *object)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->partner, g_free);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_object (&self->toast);
  G_OBJECT_CLASS (roundel_partner_page_parent_class)->dispose (object);
}

/* The form, where there is one that waits for an answer. */
static gboolean
roundel_partner_page_grab_focus (GtkWidget *widget)
{
  RoundelPartnerPage *self = ROUNDEL_PARTNER_PAGE (widget);

  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->form) && gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
roundel_partner_page_class_init (RoundelPartnerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_partner_page_dispose;
  widget_class->grab_focus = roundel_partner_page_grab_focus;
  widget_class->focus = roundel_focus_through;
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_MEETING_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/partner-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, me_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, program_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, me_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, steps);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, form);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, meetings_heading);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerPage, shown);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, me_chosen_cb);

  gtk_widget_class_install_action (widget_class, "partner.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "partner.meet", NULL, meet);
  gtk_widget_class_install_action (widget_class, "partner.plan", NULL, write_meeting);
  gtk_widget_class_install_action (widget_class, "partner.note", NULL, write_meeting);
  gtk_widget_class_install_action (widget_class, "partner.edit", "s", change_meeting);
  gtk_widget_class_install_action (widget_class, "partner.hold", "s", change_meeting);
  gtk_widget_class_install_action (widget_class, "partner.delete", "s", delete_meeting);
  gtk_widget_class_install_action (widget_class, "partner.save", NULL, leave_form);
  gtk_widget_class_install_action (widget_class, "partner.cancel", NULL, leave_form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "partner.close", NULL);
}

static void
roundel_partner_page_init (RoundelPartnerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_partner_page_new:
 * @desk: where the partners are
 * @journal: where the meetings are
 * @program: (nullable): id of the program a page is about
 * @note: whether a meeting is over, and it is asked at once what was taken away from it
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_partner_page_new (RoundelDesk    *desk,
                          RoundelJournal *journal,
                          const char     *program,
                          gboolean        note)
{
  RoundelPartnerPage *self = g_object_new (ROUNDEL_TYPE_PARTNER_PAGE, NULL);
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, NULL);
  const RoundelProgram *mine = roundel_about_pick (programs, journal, program);
  const RoundelPartnerMeeting *open;

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  self->loading = TRUE;
  self->programs = roundel_programs_row_fill (self->program_row, desk, mine != NULL ? mine->id : NULL);
  self->loading = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->program_row), self->programs->len > 1);
  if (self->programs->len > 0)
    program_chosen_cb (self);
  else
    show_partner (self);
  g_signal_connect_object (journal, "changed", G_CALLBACK (show_meetings), self, G_CONNECT_SWAPPED);
  show_meetings (self);
  show_shown (self);
  open = note ? roundel_partner_find_open (self->list) : NULL;
  if (open != NULL)
    {
      RoundelPartnerMeeting meeting = *open;

      meeting.held = TRUE;
      open_form (self, &meeting);
    }
  return GTK_WIDGET (self);
}
