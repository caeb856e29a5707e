/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/people-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/import-page.h"
#include "app/widgets/member-table.h"
#include "app/widgets/spin-wheel.h"

/* Rows of a report that are named one by one */
#define NAMED_ROWS 30

/* Who takes part: a number, or names that are typed or come from a spreadsheet (D4). */
struct _RoundelPeoplePage
{
  RoundelWizardPage parent_instance;

  AdwActionRow *count_row;
  GtkSpinButton *count;
  GtkWidget *circles_group;
  AdwActionRow *circles_row;
  GtkSpinButton *circles;
  GtkButton *fewer;
  RoundelMemberTable *table;
  GtkEditable *name;
  GtkWidget *report;
  GtkLabel *report_title;
  GtkLabel *report_text;
  GtkWidget *undo;
  GPtrArray *before;  /* the people before the last change that can be undone */
  gboolean typing;    /* a space that is being typed is no word yet, and must not go away */
};

G_DEFINE_FINAL_TYPE (RoundelPeoplePage, roundel_people_page, ROUNDEL_TYPE_WIZARD_PAGE)

static RoundelDraftModel *
get_model (RoundelPeoplePage *self)
{
  return roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));
}

static const RoundelDraft *
get_draft (RoundelPeoplePage *self)
{
  return roundel_draft_model_get_draft (get_model (self));
}

static GPtrArray *
copy_members (const GPtrArray *members)
{
  GPtrArray *copy = roundel_members_new ();

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (copy, roundel_member_copy (members->pdata[i]));
  return copy;
}

static void
take_members (RoundelPeoplePage *self,
              const GPtrArray   *members)
{
  roundel_draft_model_take_draft (get_model (self), roundel_draft_set_members (get_draft (self), members));
}

static void
remember (RoundelPeoplePage *self)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = copy_members (get_draft (self)->members);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.undo", TRUE);
}

static void
report (RoundelPeoplePage *self,
        const char        *title,
        const char        *text,
        gboolean           warn,
        gboolean           undo)
{
  gtk_label_set_text (self->report_title, title);
  gtk_label_set_text (self->report_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->report_text), text != NULL && *text != '\0');
  if (warn)
    gtk_widget_add_css_class (GTK_WIDGET (self->report_text), "warning-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->report_text), "warning-text");
  gtk_widget_set_visible (self->undo, undo);
  gtk_widget_set_visible (self->report, TRUE);
  roundel_compat_announce (self->report, title);
}

static RoundelMember *
add_member (GPtrArray           *members,
            const RoundelMember *member)
{
  RoundelMember *copy = roundel_member_copy (member);

  g_free (copy->id);
  copy->id = g_strdup_printf ("%" G_GUINT64_FORMAT, roundel_members_find_id (members));
  g_ptr_array_add (members, copy);
  return copy;
}

/* MEMBERS by their names, as one reads them. */
static GHashTable *
list_names (const GPtrArray *members)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_insert (names, roundel_fold (((RoundelMember *) members->pdata[i])->name), members->pdata[i]);
  return names;
}

static void
close_report_cb (RoundelPeoplePage *self)
{
  gtk_widget_set_visible (self->report, FALSE);
}

static void
circles_changed_cb (RoundelPeoplePage *self)
{
  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    roundel_draft_model_take_draft (get_model (self), roundel_draft_set_circle_count (get_draft (self),
                                                                                     gtk_spin_button_get_value_as_int (self->circles)));
}

static void
fewer_cb (RoundelPeoplePage *self)
{
  gtk_spin_button_spin (self->circles, GTK_SPIN_STEP_BACKWARD, 1);
}

/* How many there are and why, with one circle fewer as an offer; who changes the people may have other sizes again. */
static void
show_circles (RoundelPeoplePage   *self,
              const RoundelDraft  *draft,
              const RoundelDesign *design)
{
  guint people = design != NULL ? design->program->members->len : 0;
  guint n = design != NULL ? design->program->circles->len : 0;
  g_autofree char *sizes = n > 1 ? roundel_design_describe_circles (people, n - 1) : NULL;
  g_autofree char *offer = NULL;

  gtk_widget_set_visible (self->circles_group, roundel_draft_count_people (draft) > 0 && (n > 1 || draft->n_circles > 0));
  gtk_widget_set_visible (GTK_WIDGET (self->fewer), n > 1 && n <= 6);
  if (n == 0)
    return;
  adw_action_row_set_subtitle (self->circles_row, design->sizes);
  gtk_spin_button_set_range (self->circles, 1, MAX (people / 2, 1));
  gtk_spin_button_set_value (self->circles, n);
  if (sizes == NULL)
    return;
  /* Translators: sizes of circles, as in “Make it 7 and 7” */
  offer = n == 2 ? g_strdup (_("Make It One")) : g_strdup_printf (_("Make It %s"), sizes);
  gtk_button_set_label (self->fewer, offer);
}

/* Whom the outcome asks for, until there are names; then how many seats have none. */
static void
show_count (RoundelPeoplePage    *self,
            const RoundelDraft   *draft,
            const RoundelOutcome *outcome)
{
  guint unnamed = roundel_draft_count_people (draft) - draft->members->len;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u seat without a name yet", "%u seats without a name yet",
                                                        unnamed), unnamed);

  if (draft->members->len == 0)
    adw_action_row_set_subtitle (self->count_row, outcome != NULL ? outcome->who : "");
  else
    adw_action_row_set_subtitle (self->count_row, unnamed > 0 ? text : _("All of them have names"));
}

static void
count_changed_cb (RoundelPeoplePage *self)
{
  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    roundel_draft_model_take_draft (get_model (self), roundel_draft_set_seat_count (
                                      get_draft (self), gtk_spin_button_get_value_as_int (self->count)));
}

static void
typed_cb (RoundelPeoplePage *self)
{
  if (roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    return;
  self->typing = TRUE;
  roundel_draft_model_take_draft (get_model (self), roundel_draft_set_typed (get_draft (self), gtk_editable_get_text (self->name)));
  self->typing = FALSE;
}

static void
add_cb (RoundelPeoplePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *folded = roundel_fold (name);
  g_autoptr (GPtrArray) members = copy_members (get_draft (self)->members);
  g_autoptr (GHashTable) names = list_names (members);
  g_autoptr (RoundelMember) member = roundel_member_new ("", name);

  if (*name == '\0')
    return;
  if (g_hash_table_contains (names, folded))
    {
      g_autofree char *text = g_strdup_printf (_("%s is in the list already"), name);

      report (self, text, _("If it is another person, write something to the name that tells them apart."), TRUE, FALSE);
      return;
    }
  add_member (members, member);
  gtk_editable_set_text (self->name, "");
  take_members (self, members);
}

static void
edited_cb (RoundelPeoplePage  *self,
           guint               position,
           RoundelMemberField  field,
           const char         *text)
{
  g_autoptr (GPtrArray) members = copy_members (get_draft (self)->members);

  if (position >= members->len || (field == ROUNDEL_MEMBER_NAME && *text == '\0'))
    return;
  roundel_member_set_text (members->pdata[position], field, text);
  take_members (self, members);
}

static void
removed_cb (RoundelPeoplePage *self,
            guint              position)
{
  g_autoptr (GPtrArray) members = copy_members (get_draft (self)->members);
  g_autofree char *text = NULL;

  if (position >= members->len)
    return;
  text = g_strdup_printf (_("%s is no longer in the list"), ((RoundelMember *) members->pdata[position])->name);
  remember (self);
  g_ptr_array_remove_index (members, position);
  take_members (self, members);
  report (self, text, NULL, FALSE, TRUE);
}

/* The people of CSV who are not in the list yet; of the others what is not known yet. */
static guint
add_members (RoundelPeoplePage *self,
             const GPtrArray   *csv)
{
  g_autoptr (GPtrArray) members = copy_members (get_draft (self)->members);
  g_autoptr (GHashTable) names = list_names (members);
  guint n_before = members->len;

  for (guint i = 0; i < csv->len; i++)
    {
      const RoundelMember *member = csv->pdata[i];
      g_autofree char *folded = roundel_fold (member->name);
      RoundelMember *known = g_hash_table_lookup (names, folded);

      if (known != NULL)
        roundel_member_fill (known, member);
      else
        g_hash_table_insert (names, g_steal_pointer (&folded), add_member (members, member));
    }
  remember (self);
  take_members (self, members);
  return members->len - n_before;
}

/* What is to be known of those who did not come in, or not as new ones. */
static char *
describe_problems (const RoundelMembersCsv *csv,
                   guint                    n_known)
{
  GString *text = g_string_new (NULL);

  if (n_known > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u was in the list already; what was empty is filled in now.\n",
                                               "%u were in the list already; what was empty is filled in now.\n", n_known), n_known);
  for (guint i = 0; i < csv->problems->len && i < NAMED_ROWS; i++)
    {
      const RoundelCsvProblem *problem = csv->problems->pdata[i];

      if (problem->column != NULL)
        /* Translators: the number of a row, the name of a column, and what is wrong */
        g_string_append_printf (text, _("Row %u, %s: %s"), problem->row, problem->column, problem->why);
      else
        g_string_append_printf (text, _("Row %u: %s"), problem->row, problem->why);
      g_string_append_c (text, '\n');
    }
  if (csv->problems->len > NAMED_ROWS)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more row", "and %u more rows",
                                               csv->problems->len - NAMED_ROWS), csv->problems->len - NAMED_ROWS);
  if (csv->ignored != NULL && *csv->ignored != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", csv->ignored);

      g_string_append_printf (text, _("Columns that mean nothing here: %s"), names);
    }
  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

static void
bring_in (GtkWidget               *widget,
          const RoundelMembersCsv *csv,
          const char              *name)
{
  RoundelPeoplePage *self = ROUNDEL_PEOPLE_PAGE (widget);
  guint added = add_members (self, csv->members);
  g_autofree char *problems = describe_problems (csv, csv->members->len - added);
  g_autofree char *title = NULL;

  if (csv->problems->len > 0)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person came in from %s; rows left out: %u",
                                          "%u people came in from %s; rows left out: %u", added),
                             added, name, csv->problems->len);
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person came in from %s", "%u people came in from %s", added),
                             added, name);
  report (self, title, problems, csv->problems->len > 0, TRUE);
  roundel_member_table_scroll_to (self->table, get_draft (self)->members->len - added);
}

static gboolean
dropped_cb (RoundelPeoplePage *self,
            const GValue      *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    roundel_import_file (GTK_WIDGET (self), l->data, bring_in);
  return files != NULL;
}

/* Actions */

static void
paste (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  roundel_import_paste (widget, bring_in);
}

static void
open_csv (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  roundel_import_choose (widget, bring_in);
}

static void
load_file (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (target, NULL));

  roundel_import_file (widget, file, bring_in);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelPeoplePage *self = ROUNDEL_PEOPLE_PAGE (widget);
  g_autoptr (GPtrArray) members = g_steal_pointer (&self->before);

  gtk_widget_action_set_enabled (widget, "people.undo", FALSE);
  close_report_cb (self);
  if (members != NULL)
    take_members (self, members);
}

/* Overrides */

static void
roundel_people_page_refresh (RoundelWizardPage *page,
                             RoundelDraftModel *model)
{
  RoundelPeoplePage *self = ROUNDEL_PEOPLE_PAGE (page);
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);
  const RoundelDesign *design = roundel_draft_model_get_design (model);
  gboolean names = draft->members->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->table), names);
  gtk_spin_button_set_range (self->count, draft->members->len, ROUNDEL_DRAFT_MOST_SEATS);
  gtk_spin_button_set_value (self->count, roundel_draft_count_people (draft));
  if (!self->typing && g_strcmp0 (gtk_editable_get_text (self->name), draft->typed) != 0)
    gtk_editable_set_text (self->name, draft->typed != NULL ? draft->typed : "");
  show_circles (self, draft, roundel_draft_model_get_design (model));
  show_count (self, draft, outcome);
  roundel_member_table_show (self->table, draft->members,
                             design != NULL ? design->program->members : NULL, roundel_draft_model_get_conflicts (model));
}

static void
roundel_people_page_leave (RoundelWizardPage *page)
{
  add_cb (ROUNDEL_PEOPLE_PAGE (page));
}

static void
roundel_people_page_finalize (GObject *object)
{
  RoundelPeoplePage *self = ROUNDEL_PEOPLE_PAGE (object);

  g_clear_pointer (&self->before, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_people_page_parent_class)->finalize (object);
}

static void
roundel_people_page_class_init (RoundelPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_people_page_finalize;
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_people_page_refresh;
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->leave = roundel_people_page_leave;

  g_type_ensure (ROUNDEL_TYPE_MEMBER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, count_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, count);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, circles_group);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, circles_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, circles);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, fewer);
  gtk_widget_class_bind_template_callback (widget_class, circles_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fewer_cb);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, table);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, report);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, report_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, report_text);
  gtk_widget_class_bind_template_child (widget_class, RoundelPeoplePage, undo);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_report_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);

  gtk_widget_class_install_action (widget_class, "people.open-csv", NULL, open_csv);
  gtk_widget_class_install_action (widget_class, "people.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "people.load", "s", load_file);
  gtk_widget_class_install_action (widget_class, "people.undo", NULL, undo);
}

static void
roundel_people_page_init (RoundelPeoplePage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
  roundel_spin_take_typed (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.undo", FALSE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  roundel_import_watch_paste (self->name, "people.paste");
}
