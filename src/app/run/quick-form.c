/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/quick-form.h"
#include "app/widgets/spin-wheel.h"

#include <glib/gi18n-lib.h>

/* Three answers, and a session runs (R10): how many, how long, what for. */
struct _RoundelQuickForm
{
  AdwBin parent_instance;

  GtkSpinButton *people;
  GtkSpinButton *minutes;
  GtkListBox *purposes;
  GtkLabel *attribution;
  GtkLabel *problem;
  GtkWidget *go;

  RoundelLibrary *library; /* not owned */
  GPtrArray *checks;       /* of GtkCheckButton, in the order of purposes */
};

G_DEFINE_FINAL_TYPE (RoundelQuickForm, roundel_quick_form, ADW_TYPE_BIN)

/* What people meet for, the format that serves it, and what a program of such sessions would be for. */
static const struct
{
  const char *format;
  const char *outcome;
  const char *purpose;
} purposes[] = {
  { "troika", "problem-solving", N_("Help each other with a real problem") },
  { "one-two-four-all", "team-building", N_("Find ideas for one question, from everybody") },
  { "practice-trio", "core-coaching-skills", N_("Practise coaching") },
  { "lesson-round", "transfer-of-training", N_("Tell what we have learned") },
  { "impromptu", "deep-networking", N_("Get to know each other") },
  { "aar", "team-building", N_("Look back on something we did") },
  { "dyad", "support", N_("Think aloud in pairs, half the time each") },
};

static const RoundelFormat *
chosen_format (RoundelQuickForm  *self,
               const char       **purpose)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        *purpose = _(purposes[i].purpose);
        return roundel_library_find (self->library, purposes[i].format, NULL);
      }
  return NULL;
}

static const RoundelFormat *
find_format (gpointer     library,
             const char  *id,
             GError     **error)
{
  return roundel_library_find (library, id, error);
}

static void
changed_cb (RoundelQuickForm *self)
{
  RoundelFormats formats = { find_format, self->library };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMeeting) meeting = NULL;
  g_autoptr (RoundelAgenda) agenda = NULL;
  const RoundelFormat *format;
  const char *purpose;
  const char *attribution;

  if (self->library == NULL)
    return;
  meeting = roundel_quick_form_make_meeting (self);
  agenda = meeting != NULL ? roundel_meeting_plan (meeting, &formats, &error) : NULL;
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_widget_set_sensitive (self->go, agenda != NULL);
  format = chosen_format (self, &purpose);
  attribution = format != NULL && format->attribution != NULL ? format->attribution : "";
  gtk_label_set_text (self->attribution, attribution);
  gtk_widget_set_visible (GTK_WIDGET (self->attribution), *attribution != '\0');
}

static void
go_cb (RoundelQuickForm *self)
{
  /* who types a number and presses the button without leaving the field means that number */
  gtk_spin_button_update (self->people);
  gtk_spin_button_update (self->minutes);
  gtk_widget_activate_action (GTK_WIDGET (self), "run.quick", NULL);
}

static void
add_purpose (RoundelQuickForm *self,
             guint             index)
{
  const RoundelFormat *format = roundel_library_find (self->library, purposes[index].format, NULL);
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *name;

  g_return_if_fail (format != NULL);

  name = gtk_label_new (format->name);
  row = adw_action_row_new ();
  check = gtk_check_button_new ();
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(purposes[index].purpose));
  gtk_widget_add_css_class (name, "dim");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->purposes, row);
}

/* The first answer comes first, also when nothing has its place yet. */
static gboolean
roundel_quick_form_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_QUICK_FORM (widget)->people));
  return GTK_WIDGET_CLASS (roundel_quick_form_parent_class)->focus (widget, direction);
}

static void
roundel_quick_form_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_QUICK_FORM (object)->checks);
  G_OBJECT_CLASS (roundel_quick_form_parent_class)->finalize (object);
}

static void
roundel_quick_form_class_init (RoundelQuickFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_quick_form_finalize;
  widget_class->focus = roundel_quick_form_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/quick-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, people);
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, purposes);
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, attribution);
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelQuickForm, go);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
roundel_quick_form_init (RoundelQuickForm *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
}

/**
 * roundel_quick_form_set_library:
 * @self: a form
 * @library: the formats; must outlive the form
 */
void
roundel_quick_form_set_library (RoundelQuickForm *self,
                                RoundelLibrary   *library)
{
  g_return_if_fail (ROUNDEL_IS_QUICK_FORM (self));
  g_return_if_fail (library != NULL);

  if (self->library == library)
    return;
  g_return_if_fail (self->library == NULL);
  self->library = library;
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    add_purpose (self, i);
  gtk_check_button_set_active (self->checks->pdata[0], TRUE);
}

/**
 * roundel_quick_form_find_outcome:
 * @meeting: a quick session
 *
 * Returns: (nullable): id of the outcome that sessions like it serve
 */
const char *
roundel_quick_form_find_outcome (const RoundelMeeting *meeting)
{
  for (guint p = 0; p < meeting->outline->len; p++)
    for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
      if (g_str_equal (((RoundelOutlinePart *) meeting->outline->pdata[p])->format, purposes[i].format))
        return purposes[i].outcome;
  return NULL;
}

/**
 * roundel_quick_form_make_meeting:
 * @self: a form
 *
 * Returns: (transfer full) (nullable): the session that was asked for
 */
RoundelMeeting *
roundel_quick_form_make_meeting (RoundelQuickForm *self)
{
  const char *purpose = NULL;
  const RoundelFormat *format;

  g_return_val_if_fail (ROUNDEL_IS_QUICK_FORM (self), NULL);

  if (self->library == NULL || (format = chosen_format (self, &purpose)) == NULL)
    return NULL;
  return roundel_meeting_new_quick (format, purpose, (guint) gtk_spin_button_get_value_as_int (self->people),
                                    (guint) gtk_spin_button_get_value_as_int (self->minutes) * 60);
}
