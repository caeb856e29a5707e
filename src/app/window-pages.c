/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window-pages.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/formats/formats-screen.h"
#include "app/house/backups-page.h"
#include "app/house/house-page.h"
#include "app/plan/plan-editor.h"
#include "app/papers/paper-page.h"
#include "app/people/members-page.h"
#include "app/readiness/readiness-page.h"
#include "app/results/results-page.h"
#include "app/share/changes-page.h"
#include "app/share/conflict-page.h"
#include "app/share/history-page.h"
#include "app/share/log-page.h"
#include "app/share/partings.h"
#include "app/share/share-page.h"
#include "app/share/shared-file-page.h"
#include "app/shortcuts-window.h"
#include "app/wizard/wizard.h"
#include "app/topic/choice-page.h"

/* What the window works on; NULL while a page has the window, which is finished first. */
static RoundelDesk *
find_desk (RoundelWindow *self)
{
  return roundel_window_get_page (self) == NULL ? roundel_window_get_desk (self) : NULL;
}

static void
push (RoundelWindow *self,
      GtkWidget     *page)
{
  roundel_window_push (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (RoundelWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_open_file_finish (result, &error);

  if (file != NULL)
    roundel_window_open_shared (self, file);
}

/* An editor of the plans of KEEPER, or NULL with the reason said. */
static GtkWidget *
make_plan_editor (RoundelWindow     *self,
                  RoundelPlanKeeper *keeper,
                  const char        *session)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *editor = roundel_plan_editor_new (roundel_window_get_desk (self), keeper, session, &error);

  if (editor == NULL)
    roundel_window_add_toast (self, adw_toast_new (error->message));
  return editor;
}

static void
wizard_closed_cb (RoundelWindow *self,
                  const char    *program)
{
  roundel_window_pop (self);
  if (program == NULL)
    return;
  roundel_window_show_program (self, program);
}

/* The wizard waits below. */
static void
draft_plan_cb (RoundelWindow     *self,
               RoundelPlanKeeper *keeper,
               const char        *session)
{
  GtkWidget *editor = make_plan_editor (self, keeper, session);

  if (editor == NULL)
    return;
  roundel_window_push_over (self, editor);
  gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

static void
new_program (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  GtkWidget *wizard;

  if (desk == NULL)
    return;
  wizard = roundel_wizard_new (desk);
  g_signal_connect_object (wizard, "closed", G_CALLBACK (wizard_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wizard, "edit-plan", G_CALLBACK (draft_plan_cb), self, G_CONNECT_SWAPPED);
  push (self, wizard);
}

/* The target is the id of a program, and that of one of its sessions. */
static void
edit_plan (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  g_autoptr (RoundelPlanKeeper) keeper = NULL;
  const char *program, *session;
  GtkWidget *editor;

  g_variant_get (target, "(&s&s)", &program, &session);
  if (desk == NULL)
    return;
  keeper = roundel_plan_keeper_new_for_program (desk, program);
  editor = make_plan_editor (self, keeper, session);
  if (editor != NULL)
    push (self, editor);
}

static void
show_formats (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  GtkWidget *formats;

  if (desk == NULL)
    return;
  formats = roundel_formats_screen_new (desk);
  push (self, formats);
}

typedef GtkWidget *(*NewProgramPage) (RoundelDesk *desk, const char *program, GError **error);

/* Pages of a program that take the whole window; the target of their actions is its id. */
static const struct
{
  const char *action;
  NewProgramPage new_page;
} program_pages[] = {
  { "win.changes", roundel_changes_page_new },
  { "win.members", roundel_members_page_new },
  { "win.readiness", roundel_readiness_page_new },
  { "win.results", roundel_results_page_new },
  { "win.topic", roundel_choice_page_new },
};

static void
show_program_page (GtkWidget  *widget,
                   const char *action,
                   GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  if (desk == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (program_pages); i++)
    if (g_str_equal (program_pages[i].action, action))
      page = program_pages[i].new_page (desk, g_variant_get_string (target, NULL), &error);
  if (page != NULL)
    push (self, page);
  else
    roundel_window_add_toast (self, adw_toast_new (error->message));
}

/* The target is the id of a program, and the word of one of its papers. */
static void
show_paper (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  const char *program, *paper;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_variant_get (target, "(&s&s)", &program, &paper);
  if (desk == NULL)
    return;
  page = roundel_paper_page_new (desk, program, paper, &error);
  if (page != NULL)
    push (self, page);
  else
    roundel_window_add_toast (self, adw_toast_new (error->message));
}

static void
choose_shared (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) shared = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (shared, _("Shared files of Roundel"));
  gtk_file_filter_add_pattern (shared, "*.roundel");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, shared);
  g_list_store_append (filters, all);
  roundel_compat_open_file (GTK_WINDOW (widget), _("Open Shared File"), G_LIST_MODEL (filters), NULL, file_chosen_cb,
                            g_object_ref (widget));
}

static void
share (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);

  if (desk == NULL)
    return;
  push (self, roundel_share_page_new (desk, roundel_window_get_program (self), NULL));
}

/* The target is the id of a program, and that of the session which was led. */
static void
share_session (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);
  const char *program, *session;

  g_variant_get (target, "(&s&s)", &program, &session);
  if (desk != NULL)
    push (self, roundel_share_page_new (desk, program, session));
}

static void
show_conflicts (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);

  if (desk == NULL)
    return;
  if (roundel_conflict_page_has (desk))
    push (self, roundel_conflict_page_new (desk, NULL));
  else
    roundel_window_add_toast (self, adw_toast_new (_("Nothing was written twice at the same time")));
}

static void
show_log (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);

  if (desk != NULL)
    push (self, roundel_log_page_new (desk));
}

/* What an action about one record is given: program, kind, entity, register. */
static RoundelRecord
read_target (GVariant *target)
{
  RoundelRecord record = { 0, };

  g_variant_get (target, "(&s&s&s&s)", &record.program, &record.kind, &record.entity, &record.reg);
  return record;
}

/* A page about RECORD, over whatever is shown. */
static void
push_over (RoundelWindow *self,
           GtkWidget   *(*new_page) (RoundelDesk         *desk,
                                     const RoundelRecord *record),
           const RoundelRecord *record)
{
  RoundelDesk *desk = roundel_window_get_desk (self);
  GtkWidget *page;

  if (desk == NULL)
    return;
  page = new_page (desk, record);
  roundel_window_push_over (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_history (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  const RoundelRecord record = read_target (target);

  push_over (ROUNDEL_WINDOW (widget), roundel_history_page_new, &record);
}

static void
decide (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  const RoundelRecord record = read_target (target);

  push_over (ROUNDEL_WINDOW (widget), roundel_conflict_page_new, &record);
}

static void
erase (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelDesk *desk = roundel_window_get_desk (ROUNDEL_WINDOW (widget));
  const RoundelRecord record = read_target (target);

  if (desk != NULL)
    roundel_ask_to_erase (ROUNDEL_WINDOW (widget), desk, &record);
}

static void
leave (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = roundel_window_get_desk (self);
  const char *program = roundel_window_get_program (self);

  if (desk != NULL && program != NULL)
    roundel_ask_to_leave (self, desk, program);
}

static void
move_house (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = roundel_window_get_desk (self);
  GtkWidget *page;

  /* over the page for sharing, too, which may say that everything should move */
  if (desk == NULL || ROUNDEL_IS_HOUSE_PAGE (roundel_window_get_page (self)))
    return;
  page = roundel_house_page_new (desk);
  roundel_window_push_over (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_backups (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelWindow *self = ROUNDEL_WINDOW (widget);
  RoundelDesk *desk = find_desk (self);

  if (desk != NULL)
    push (self, roundel_backups_page_new (desk));
}

static void
show_shortcuts (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  gtk_window_present (GTK_WINDOW (roundel_shortcuts_window_new (GTK_WINDOW (widget))));
}

static void
show_about (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_compat_show_about (GTK_WINDOW (widget));
}

/**
 * roundel_window_pages_install:
 * @klass: the class of the window
 *
 * Installs the actions that open a page on the whole window, a dialog or a question.
 */
void
roundel_window_pages_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-program", NULL, new_program);
  gtk_widget_class_install_action (klass, "win.edit-plan", "(ss)", edit_plan);
  gtk_widget_class_install_action (klass, "win.formats", NULL, show_formats);
  for (guint i = 0; i < G_N_ELEMENTS (program_pages); i++)
    gtk_widget_class_install_action (klass, program_pages[i].action, "s", show_program_page);
  gtk_widget_class_install_action (klass, "win.paper", "(ss)", show_paper);
  gtk_widget_class_install_action (klass, "win.open-shared", NULL, choose_shared);
  gtk_widget_class_install_action (klass, "win.share", NULL, share);
  gtk_widget_class_install_action (klass, "win.share-session", "(ss)", share_session);
  gtk_widget_class_install_action (klass, "win.conflicts", NULL, show_conflicts);
  gtk_widget_class_install_action (klass, "win.decide", "(ssss)", decide);
  gtk_widget_class_install_action (klass, "win.history", "(ssss)", show_history);
  gtk_widget_class_install_action (klass, "win.erase", "(ssss)", erase);
  gtk_widget_class_install_action (klass, "win.incoming-log", NULL, show_log);
  gtk_widget_class_install_action (klass, "win.leave", NULL, leave);
  gtk_widget_class_install_action (klass, "win.move-house", NULL, move_house);
  gtk_widget_class_install_action (klass, "win.backups", NULL, show_backups);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (klass, "win.about", NULL, show_about);
}

/**
 * roundel_window_open_shared:
 * @self: the window
 * @file: a share file, from the command line, the file dialog or dropped on the window
 */
void
roundel_window_open_shared (RoundelWindow *self,
                            GFile         *file)
{
  GtkWidget *page;
  RoundelDesk *desk;

  g_return_if_fail (ROUNDEL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  page = roundel_window_get_page (self);
  desk = roundel_window_get_desk (self);
  if (desk == NULL || (page != NULL && !ROUNDEL_IS_SHARED_FILE_PAGE (page)))
    {
      roundel_window_add_toast (self, adw_toast_new (_("Finish what is open first, and open the file again")));
      return;
    }
  if (page == NULL)
    {
      page = roundel_shared_file_page_new (desk);
      roundel_window_push (self, page);
    }
  roundel_shared_file_page_add (ROUNDEL_SHARED_FILE_PAGE (page), file);
}

/**
 * roundel_window_show_trouble:
 * @self: the window
 * @message: why there is nothing to work on
 *
 * Shows that, and nothing else.
 */
void
roundel_window_show_trouble (RoundelWindow *self,
                             const char    *message)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (ROUNDEL_IS_WINDOW (self));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("The notebook does not open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), message);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  roundel_window_push (self, box);
}
