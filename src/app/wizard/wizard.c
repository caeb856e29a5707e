/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/wizard.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/shortcuts.h"
#include "app/widgets/fold.h"
#include "app/window.h"
#include "app/wizard/goals-page.h"
#include "app/wizard/outcome-page.h"
#include "app/wizard/people-page.h"
#include "app/wizard/plan-page.h"
#include "app/wizard/preview.h"
#include "app/wizard/review-page.h"
#include "app/wizard/topic-page.h"
#include "app/wizard/when-page.h"
#include "store/programs.h"

/* Questions that make a program, one a page, with the program as it stands beside them. */
struct _RoundelWizard
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  GtkWidget *back;
  GtkButton *next;
  GtkWidget *leaflet;
  GtkWidget *foot;       /* the buttons, where the header bar has no room for them */
  GtkButton *foot_next;
  GtkScrolledWindow *scroller;
  GtkLevelBar *level;
  GtkLabel *question;
  GtkLabel *why;
  GtkStack *pages;
  GtkWidget *shortcut;
  RoundelWizardPage *preview;
  RoundelDraftModel *model;
};

enum
{
  CLOSED,
  EDIT_PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *name;
  const char *title;
  const char *question;
  const char *why;
  GType (*get_type) (void);
} Page;

static const Page table[] = {
  { "outcome", N_("Outcome"), N_("What should this program achieve, above all?"),
    N_("Choose one. The whole design follows from it, and two would be two houses on one foundation."),
    roundel_outcome_page_get_type },
  { "when", N_("Dates"), N_("When will they meet?"),
    N_("Long enough to build a habit, often enough to keep it. The dates follow from the first one."),
    roundel_when_page_get_type },
  { "people", N_("People"), N_("Who will learn together?"),
    N_("Peers speak freely when nobody in the group is anybody’s boss. A number will do for now."),
    roundel_people_page_get_type },
  { "topic", N_("Topic"), N_("What will it be about?"),
    N_("People come for what concerns them all; a topic from above is the second of the seven reasons to fail."),
    roundel_topic_page_get_type },
  { "goals", N_("Results"), N_("What should be different afterwards?"),
    N_("What is named can be seen. Say how, what it is now and what it should be; or go on, and say it later."),
    roundel_goals_page_get_type },
  { "plan", N_("Sessions"), N_("How will each session be spent?"),
    N_("Colour is time that belongs to one member: equal for all, and never cut when you run late."),
    roundel_plan_page_get_type },
  { "review", N_("Review"), N_("Is this your program?"),
    N_("Everything can be changed later as well. Nothing is sent to anybody."),
    roundel_review_page_get_type },
};

#define DATES_PAGE 1
#define FIRST_DRAFT_PAGE 2

G_DEFINE_FINAL_TYPE (RoundelWizard, roundel_wizard, ADW_TYPE_BIN)

static guint
get_page (RoundelWizard *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].name, name) == 0)
      return i;
  return 0;
}

/* Whether the page has its answer, so that the next one makes sense. */
static gboolean
is_answered (RoundelWizard *self,
             guint          page)
{
  if (page == 0)
    return roundel_draft_model_get_outcome (self->model) != NULL;
  if (page == 1)
    return roundel_draft_model_find_problem (self->model, ROUNDEL_DRAFT_ZONE) == NULL &&
           roundel_draft_model_find_problem (self->model, ROUNDEL_DRAFT_DAYS_OFF) == NULL &&
           roundel_draft_model_find_problem (self->model, ROUNDEL_DRAFT_START) == NULL;
  if (page == 2)
    return roundel_draft_model_find_problem (self->model, ROUNDEL_DRAFT_PEOPLE) == NULL;
  return page + 1 < G_N_ELEMENTS (table) || roundel_draft_model_is_first_draft (self->model);
}

/* Where it was left; before a page that has no answer any more. */
static guint
find_page (RoundelWizard *self)
{
  const char *left = roundel_draft_model_get_draft (self->model)->page;
  guint page = 0;

  while (page + 1 < G_N_ELEMENTS (table) && g_strcmp0 (table[page].name, left) != 0 && left != NULL && is_answered (self, page))
    page++;
  return page;
}

static void
update (RoundelWizard *self)
{
  guint page = get_page (self);
  gboolean last = page + 1 == G_N_ELEMENTS (table);
  g_autofree char *where = g_strdup_printf (_("New program · %u of %u"), page + 1, (guint) G_N_ELEMENTS (table));

  adw_window_title_set_title (self->header_title, _(table[page].title));
  adw_window_title_set_subtitle (self->header_title, where);
  gtk_label_set_text (self->question, _(table[page].question));
  gtk_label_set_text (self->why, _(table[page].why));
  gtk_level_bar_set_value (self->level, page + 1);
  gtk_button_set_label (self->next, last ? _("Make the Program") : _("Next"));
  gtk_button_set_label (self->foot_next, last ? _("Make the Program") : _("Next"));
  gtk_widget_set_visible (self->shortcut, page == FIRST_DRAFT_PAGE && roundel_draft_model_is_first_draft (self->model));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next", is_answered (self, page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.finish", roundel_draft_model_is_first_draft (self->model));
}

static void
page_cb (RoundelWizard *self)
{
  if (self->model == NULL || gtk_stack_get_visible_child (self->pages) == NULL)
    return;
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
leave_page (RoundelWizard *self)
{
  roundel_wizard_page_leave (ROUNDEL_WIZARD_PAGE (gtk_stack_get_visible_child (self->pages)));
}

static void
show_page (RoundelWizard *self,
           guint          page)
{
  leave_page (self);
  g_object_set (self->leaflet, "visible-child-name", "pages", NULL);
  gtk_stack_set_visible_child_name (self->pages, table[page].name);
  roundel_draft_model_turn_page (self->model, table[page].name);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
folded (GtkWidget  *owner,
        gboolean    is_folded,
        const char *page)
{
  RoundelWizard *self = ROUNDEL_WIZARD (owner);

  gtk_widget_set_visible (self->foot, is_folded);
  gtk_widget_set_visible (self->back, !is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->next), !is_folded);
}

static void
answered_cb (const char *id,
             gpointer    user_data)
{
}

/* The second outcome has a program of its own, which is the next draft (D1). */
static void
begin_second (RoundelWizard *self,
              RoundelDraft  *draft)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const RoundelOutcome *outcome;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  AdwToast *toast;

  roundel_draft_model_take_draft (self->model, draft);
  roundel_draft_model_turn_page (self->model, table[DATES_PAGE].name);
  outcome = roundel_draft_model_get_outcome (self->model);
  if (!roundel_draft_model_save (self->model, &error))
    g_message ("%s", error->message);
  if (outcome == NULL || !ROUNDEL_IS_WINDOW (root))
    return;
  /* Translators: the name of an outcome */
  said = g_strdup_printf (_("The program for “%s” is begun"), outcome->name);
  toast = adw_toast_new (said);
  adw_toast_set_button_label (toast, _("Go On"));
  adw_toast_set_action_name (toast, "win.new-program");
  adw_toast_set_timeout (toast, 0);
  roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
}

/* Actions */

static void
finish (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelWizard *self = ROUNDEL_WIZARD (widget);
  g_autoptr (RoundelProgram) program = NULL;
  g_autoptr (GError) error = NULL;
  RoundelDraft *second;

  leave_page (self);
  program = roundel_draft_model_make_program (self->model);
  if (!roundel_notebook_add_program (roundel_desk_get_notebook (roundel_draft_model_get_desk (self->model)), program, &error))
    {
      const RoundelAnswer answers[] = { { "close", _("_Close"), ADW_RESPONSE_DEFAULT } };

      roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("The program could not be written"), error->message,
                          answers, G_N_ELEMENTS (answers), "close", answered_cb, NULL);
      return;
    }
  second = roundel_draft_make_second (roundel_draft_model_get_draft (self->model));
  roundel_draft_model_discard (self->model);
  if (second != NULL)
    begin_second (self, second);
  g_signal_emit (self, signals[CLOSED], 0, program->id);
}

static void
go_next (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelWizard *self = ROUNDEL_WIZARD (widget);
  guint page = get_page (self);

  if (page + 1 < G_N_ELEMENTS (table))
    show_page (self, page + 1);
  else
    finish (widget, action, target);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelWizard *self = ROUNDEL_WIZARD (widget);

  if (get_page (self) > 0)
    show_page (self, get_page (self) - 1);
}

static void
go (GtkWidget  *widget,
    const char *action,
    GVariant   *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, g_variant_get_string (target, NULL)))
      show_page (ROUNDEL_WIZARD (widget), i);
}

static void
finish_later (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelWizard *self = ROUNDEL_WIZARD (widget);
  const RoundelDraft *draft = roundel_draft_model_get_draft (self->model);

  if (draft->outcome == NULL && draft->title == NULL && draft->topic == NULL && draft->members->len == 0 && draft->n_seats == 0)
    roundel_draft_model_discard (self->model);
  else
    roundel_draft_model_save (self->model, NULL);
  g_signal_emit (self, signals[CLOSED], 0, NULL);
}

static void
edit_plan (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  g_signal_emit (widget, signals[EDIT_PLAN], 0, ROUNDEL_WIZARD (widget)->model, g_variant_get_string (target, NULL));
}

static void
show_preview (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelWizard *self = ROUNDEL_WIZARD (widget);
  g_autofree char *shown = NULL;

  g_object_get (self->leaflet, "visible-child-name", &shown, NULL);
  g_object_set (self->leaflet, "visible-child-name", g_strcmp0 (shown, "preview") == 0 ? "pages" : "preview", NULL);
}

/* Overrides */

static void
roundel_wizard_dispose (GObject *object)
{
  RoundelWizard *self = ROUNDEL_WIZARD (object);

  g_clear_object (&self->model);
  G_OBJECT_CLASS (roundel_wizard_parent_class)->dispose (object);
}

static void
roundel_wizard_class_init (RoundelWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_wizard_dispose;

  /* (id of the program that was made, or NULL when it is to be finished later) */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /* (RoundelPlanKeeper, id of a session): its plan is to be edited */
  signals[EDIT_PLAN] = g_signal_new ("edit-plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_STRING);

  g_type_ensure (ROUNDEL_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, next);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, back);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, foot);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, foot_next);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, level);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, question);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, why);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, pages);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, shortcut);
  gtk_widget_class_bind_template_child (widget_class, RoundelWizard, preview);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);

  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "wizard.go", "s", go);
  gtk_widget_class_install_action (widget_class, "wizard.later", NULL, finish_later);
  gtk_widget_class_install_action (widget_class, "wizard.finish", NULL, finish);
  gtk_widget_class_install_action (widget_class, "wizard.edit-plan", "s", edit_plan);
  gtk_widget_class_install_action (widget_class, "wizard.preview", NULL, show_preview);
}

static void
roundel_wizard_init (RoundelWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_fold_watch (self->leaflet, GTK_WIDGET (self), folded);
  g_object_set (self->leaflet, "visible-child-name", "pages", NULL);
  gtk_level_bar_set_max_value (self->level, G_N_ELEMENTS (table));
  roundel_shortcuts_attach (GTK_WIDGET (self), "wizard");
}

/**
 * roundel_wizard_new:
 * @desk: what the screens work on
 *
 * Goes on with the draft that was left unfinished, on the page on which it was left.
 *
 * Returns: (transfer floating): a wizard
 */
GtkWidget *
roundel_wizard_new (RoundelDesk *desk)
{
  RoundelWizard *self = g_object_new (ROUNDEL_TYPE_WIZARD, NULL);

  self->model = roundel_draft_model_new (desk);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *child = g_object_new (table[i].get_type (), NULL);

      roundel_wizard_page_set_model (ROUNDEL_WIZARD_PAGE (child), self->model);
      gtk_stack_add_named (self->pages, child, table[i].name);
    }
  roundel_wizard_page_set_model (self->preview, self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->pages, table[find_page (self)].name);
  update (self);
  return GTK_WIDGET (self);
}
