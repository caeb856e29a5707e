/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/review-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"
#include "app/widgets/program-words.h"
#include "core/next-steps.h"

/* What will be made, what stands against it, and what is still open; each with a way back to where it is answered. */
struct _RoundelReviewPage
{
  RoundelWizardPage parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (RoundelReviewPage, roundel_review_page, ROUNDEL_TYPE_WIZARD_PAGE)

static GtkWidget *
add_group (RoundelReviewPage *self,
           const char        *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return group;
}

/* TO is the page that answers it, or NULL */
static GtkWidget *
make_row (const char *icon_name,
          const char *title,
          const char *subtitle,
          const char *to)
{
  GtkWidget *row = roundel_plain_row_new (title, subtitle);
  gboolean warn = g_strcmp0 (icon_name, "dialog-warning-symbolic") == 0;
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, warn ? "warning-mark" : "dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, warn ? _("to settle") : "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (to != NULL)
    roundel_plain_row_leads (row, "wizard.go", g_variant_new_string (to));
  return row;
}

static void
add_row (GtkWidget  *group,
         const char *icon_name,
         const char *title,
         const char *subtitle,
         const char *to)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (icon_name, title, subtitle, to));
}

static const char *
find_page (RoundelDraftField field)
{
  switch (field)
    {
    case ROUNDEL_DRAFT_OUTCOME: return "outcome";
    case ROUNDEL_DRAFT_TITLE:
    case ROUNDEL_DRAFT_TOPIC: return "topic";
    case ROUNDEL_DRAFT_PEOPLE: return "people";
    case ROUNDEL_DRAFT_START:
    case ROUNDEL_DRAFT_ZONE:
    case ROUNDEL_DRAFT_DAYS_OFF:
    case ROUNDEL_DRAFT_SESSIONS:
    case ROUNDEL_DRAFT_LENGTH:
    default: return "when";
    }
}

static void
show_open (RoundelReviewPage *self,
           RoundelDraftModel *model)
{
  GtkWidget *group = NULL;

  for (guint field = ROUNDEL_DRAFT_OUTCOME; field <= ROUNDEL_DRAFT_PEOPLE; field++)
    {
      const RoundelDraftProblem *problem = roundel_draft_model_find_problem (model, field);
      gboolean can_wait = field == ROUNDEL_DRAFT_TITLE || field == ROUNDEL_DRAFT_TOPIC;

      if (problem == NULL)
        continue;
      if (group == NULL)
        group = add_group (self, _("Still to answer"));
      add_row (group, can_wait ? "document-edit-symbolic" : "dialog-warning-symbolic", problem->why,
               can_wait ? _("It may wait.") : NULL, find_page (field));
    }
}

static void
show_conflicts (RoundelReviewPage *self,
                RoundelDraftModel *model)
{
  const GPtrArray *conflicts = roundel_draft_model_get_conflicts (model);
  GtkWidget *group;

  if (conflicts == NULL || conflicts->len == 0)
    return;
  group = add_group (self, _("To settle"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("You can make the program all the same; it says so until it is settled. Who is in a "
                                           "reporting line is never put into one group or pair."));
  for (guint i = 0; i < conflicts->len; i++)
    add_row (group, "dialog-warning-symbolic", ((RoundelConflict *) conflicts->pdata[i])->why, NULL, "people");
}

/* The steps from FIRST on that have the same time, folded away; returns how many. */
static guint
add_steps (GtkWidget  *group,
           const char *title,
           GArray     *steps,
           guint       first)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = first; i < steps->len; i++)
    {
      const RoundelNextStep *step = &g_array_index (steps, RoundelNextStep, i);

      if (step->time != g_array_index (steps, RoundelNextStep, first).time)
        break;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                make_row ("view-list-bullet-symbolic", roundel_step_get_text (step->check), NULL, NULL));
      n++;
    }
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to do", "%u things to do", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return n;
}

/* What is open afterwards, in the order in which it is best worked off. Conflicts are shown by themselves. */
static void
show_steps (RoundelReviewPage *self,
            RoundelDraftModel *model)
{
  const char *titles[] = { _("Before you invite anybody"), _("Before the first session"), _("In the first session") };
  const GPtrArray *readiness = roundel_draft_model_get_readiness (model);
  g_autoptr (GArray) steps = readiness != NULL ? roundel_next_steps_list (readiness) : NULL;
  GtkWidget *group;

  for (guint i = steps != NULL ? steps->len : 0; i > 0; i--)
    if (g_array_index (steps, RoundelNextStep, i - 1).check->status == ROUNDEL_STATUS_FAILED)
      g_array_remove_index (steps, i - 1);
  if (steps == NULL || steps->len == 0)
    return;
  group = add_group (self, _("What comes afterwards"));
  for (guint i = 0; i < steps->len;)
    i += add_steps (group, titles[g_array_index (steps, RoundelNextStep, i).time], steps, i);
}

static void
show_program (RoundelReviewPage   *self,
              const RoundelDesign *design)
{
  const RoundelProgram *program = design->program;
  GtkWidget *group = add_group (self, _("What will be made"));
  g_autofree char *people = roundel_words_people (program);
  g_autofree char *meetings = roundel_words_meetings (program);
  g_autofree char *effort = roundel_words_cost (program);
  guint n_partners = 0;
  g_autofree char *partners = NULL;

  add_row (group, "avatar-default-symbolic", people, NULL, "people");
  add_row (group, "x-office-calendar-symbolic", meetings, effort, "when");
  for (guint i = 0; i < program->partners->len; i++)
    n_partners += ((RoundelPartnering *) program->partners->pdata[i])->groups->len;
  partners = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pair or trio of partners", "%u pairs or trios of partners",
                                           n_partners), n_partners);
  if (n_partners > 0)
    add_row (group, "system-users-symbolic", partners, _("by interests and goals, never along a reporting line"), NULL);
  for (guint i = 0; i < design->notes->len; i++)
    add_row (group, "dialog-information-symbolic", design->notes->pdata[i], NULL, NULL);
}

static void
roundel_review_page_refresh (RoundelWizardPage *page,
                             RoundelDraftModel *model)
{
  RoundelReviewPage *self = ROUNDEL_REVIEW_PAGE (page);
  const RoundelDesign *design;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, child);
  design = roundel_draft_model_get_design (model);
  show_open (self, model);
  show_conflicts (self, model);
  if (design != NULL)
    show_program (self, design);
  show_steps (self, model);
}

static void
roundel_review_page_class_init (RoundelReviewPageClass *klass)
{
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_review_page_refresh;
}

static void
roundel_review_page_init (RoundelReviewPage *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
