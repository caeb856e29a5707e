/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/programs-screen.h"

#include <glib/gi18n-lib.h>

#include "app/desk.h"
#include "app/draft-file.h"
#include "app/programs/dossier.h"
#include "app/programs/program-list.h"
#include "app/programs/example.h"
#include "app/programs/welcome.h"
#include "app/shortcuts.h"
#include "app/window.h"
#include "store/programs.h"

#define MOST_LESSONS 13 /* one more than a dossier shows */

/* All programs, and the dossier of one. */
struct _RoundelProgramsScreen
{
  RoundelScreen parent_instance;

  GtkStack *stack;
  GtkWidget *leaflet;
  RoundelProgramList *list;
  RoundelDossier *dossier;
  AdwStatusPage *failed;
  GtkWidget *back;
  GtkWidget *new;
  GtkWidget *unfinished;
  GtkLabel *unfinished_title;
  RoundelDraft *draft;  /* what was thrown away and can be brought back */
  RoundelDesk *desk;
  char *title;        /* of the program that is shown */
  char *deleted;      /* id of the program that can be brought back */
  char **deleted_ids;
  AdwToast *deleted_toast; /* weak */
  guint fold_id;
  guint reload_id;
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelProgramsScreen, roundel_programs_screen, ROUNDEL_TYPE_SCREEN)

static void
say (RoundelProgramsScreen *self,
     AdwToast              *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static gboolean
shows_only_dossier (RoundelProgramsScreen *self)
{
  gboolean folded = FALSE;
  g_autofree char *child = NULL;

  g_object_get (self->leaflet, "folded", &folded, "visible-child-name", &child, NULL);
  return folded && g_strcmp0 (child, "dossier") == 0 &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "programs") == 0;
}

static void
fold (RoundelProgramsScreen *self)
{
  gboolean only_dossier = shows_only_dossier (self);
  gboolean folded = FALSE;

  g_object_get (self->leaflet, "folded", &folded, NULL);
  if (folded)
    gtk_widget_add_css_class (self->leaflet, "folded");
  else
    gtk_widget_remove_css_class (self->leaflet, "folded");
  gtk_widget_set_visible (self->back, only_dossier);
  gtk_widget_set_visible (self->new, !only_dossier);
  roundel_screen_set_title (ROUNDEL_SCREEN (self), only_dossier ? self->title : _("Programs"), NULL);
}

static gboolean
fold_cb (gpointer user_data)
{
  RoundelProgramsScreen *self = user_data;

  self->fold_id = 0;
  fold (self);
  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out, when nothing may come or go. */
static void
folded_cb (RoundelProgramsScreen *self)
{
  if (self->leaflet != NULL && self->fold_id == 0)
    self->fold_id = g_idle_add (fold_cb, self);
}

static void
show_selected (RoundelProgramsScreen *self)
{
  const char *id = roundel_program_list_get_selected (self->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) program = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.delete", id != NULL);
  if (id == NULL)
    return;
  program = roundel_notebook_read_program_recent (roundel_desk_get_notebook (self->desk), id, MOST_LESSONS, &error);
  if (program == NULL)
    {
      say (self, adw_toast_new (error->message));
      return;
    }
  g_free (self->title);
  self->title = g_strdup (program->title);
  roundel_dossier_show (self->dossier, self->desk, g_steal_pointer (&program));
  fold (self);
}

static void
selected_cb (RoundelProgramsScreen *self)
{
  show_selected (self);
}

static void
activated_cb (RoundelProgramsScreen *self)
{
  g_object_set (self->leaflet, "visible-child-name", "dossier", NULL);
}

static void
reload (RoundelProgramsScreen *self)
{
  g_autoptr (GError) error = NULL;

  /* what waits to be read is read now */
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (!roundel_program_list_reload (self->list, &error))
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  if (roundel_program_list_get_n (self->list) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "welcome");
      g_object_set (self->leaflet, "visible-child-name", "list", NULL);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "programs");
      if (roundel_program_list_get_selected (self->list) == NULL)
        {
          g_object_set (self->leaflet, "visible-child-name", "list", NULL);
          roundel_program_list_select (self->list, NULL); /* which shows it */
          fold (self);
          return;
        }
    }
  show_selected (self);
  fold (self);
}

static void
show_unfinished (RoundelProgramsScreen *self)
{
  RoundelDraft *draft = roundel_draft_file_read (self->desk);
  const RoundelOutcome *outcome;

  gtk_widget_set_visible (self->unfinished, draft != NULL);
  if (draft == NULL)
    return;
  outcome = roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), draft->outcome);
  gtk_label_set_text (self->unfinished_title, draft->title != NULL ? draft->title
                                              : outcome != NULL ? outcome->name : _("New program"));
  roundel_draft_unref (draft);
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelProgramsScreen *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Many changes at once are read once. */
static void
changed_cb (RoundelProgramsScreen *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

static void
undo_delete (RoundelProgramsScreen *self)
{
  g_autofree char *id = g_steal_pointer (&self->deleted);
  g_auto (GStrv) ids = g_steal_pointer (&self->deleted_ids);
  g_autoptr (GError) error = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.undo", FALSE);
  if (id == NULL)
    return;
  if (roundel_notebook_undelete (roundel_desk_get_notebook (self->desk), id, (const char *const *) ids, &error))
    roundel_programs_screen_open (self, id);
  else
    say (self, adw_toast_new (error->message));
}

static void
bring_draft_back (RoundelProgramsScreen *self)
{
  g_autoptr (RoundelDraft) draft = g_steal_pointer (&self->draft);
  g_autoptr (GError) error = NULL;

  if (draft != NULL && !roundel_draft_file_write (self->desk, draft, &error))
    say (self, adw_toast_new (error->message));
  show_unfinished (self);
}

/* Actions */

static void
drop_draft (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);
  AdwToast *toast = adw_toast_new (_("The draft is thrown away"));

  g_clear_pointer (&self->draft, roundel_draft_unref);
  self->draft = roundel_draft_file_read (self->desk);
  roundel_draft_file_drop (self->desk);
  show_unfinished (self);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_draft_back), self, G_CONNECT_SWAPPED);
  say (self, toast);
}

static void
delete_program (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);
  g_autofree char *id = g_strdup (roundel_program_list_get_selected (self->list));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  AdwToast *toast;

  if (id == NULL)
    return;
  /* Translators: the title of a program */
  text = g_strdup_printf (_("“%s” is deleted"), self->title != NULL ? self->title : "");
  ids = roundel_notebook_delete (roundel_desk_get_notebook (self->desk), id, NULL, &error);
  if (ids == NULL)
    {
      say (self, adw_toast_new (error->message));
      return;
    }
  g_free (self->deleted);
  g_strfreev (self->deleted_ids);
  self->deleted = g_steal_pointer (&id);
  self->deleted_ids = g_steal_pointer (&ids);
  gtk_widget_action_set_enabled (widget, "programs.undo", TRUE);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_delete), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->deleted_toast, toast);
  say (self, toast);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);

  if (self->deleted_toast != NULL)
    adw_toast_dismiss (self->deleted_toast);
  undo_delete (self);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);

  g_object_set (self->leaflet, "visible-child-name", "list", NULL);
}

static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);

  go_back (widget, action, target);
  roundel_program_list_search (self->list);
}

static void
add_example (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = roundel_example_add (self->desk, &error);

  if (id != NULL)
    roundel_programs_screen_open (self, id);
  else
    say (self, adw_toast_new (error->message));
}

/* Overrides */

static void
set_desk (RoundelProgramsScreen *self,
          RoundelDesk           *desk)
{
  if (!g_set_object (&self->desk, desk) || desk == NULL)
    return;
  roundel_program_list_set_desk (self->list, desk);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
roundel_programs_screen_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  g_value_set_object (value, ROUNDEL_PROGRAMS_SCREEN (object)->desk);
}

static void
roundel_programs_screen_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  set_desk (ROUNDEL_PROGRAMS_SCREEN (object), g_value_get_object (value));
}

/* A wizard may have come and gone meanwhile. */
static void
roundel_programs_screen_map (GtkWidget *widget)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (widget);

  if (self->desk != NULL)
    show_unfinished (self);
  GTK_WIDGET_CLASS (roundel_programs_screen_parent_class)->map (widget);
}

static void
roundel_programs_screen_dispose (GObject *object)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_weak_pointer (&self->deleted_toast);
  g_clear_object (&self->desk);
  self->leaflet = NULL;
  G_OBJECT_CLASS (roundel_programs_screen_parent_class)->dispose (object);
}

static void
roundel_programs_screen_finalize (GObject *object)
{
  RoundelProgramsScreen *self = ROUNDEL_PROGRAMS_SCREEN (object);

  g_clear_pointer (&self->draft, roundel_draft_unref);
  g_free (self->title);
  g_free (self->deleted);
  g_strfreev (self->deleted_ids);
  G_OBJECT_CLASS (roundel_programs_screen_parent_class)->finalize (object);
}

static void
roundel_programs_screen_class_init (RoundelProgramsScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_programs_screen_get_property;
  object_class->set_property = roundel_programs_screen_set_property;
  object_class->dispose = roundel_programs_screen_dispose;
  object_class->finalize = roundel_programs_screen_finalize;
  widget_class->map = roundel_programs_screen_map;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, ROUNDEL_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ROUNDEL_TYPE_DOSSIER);
  g_type_ensure (ROUNDEL_TYPE_PROGRAM_LIST);
  g_type_ensure (ROUNDEL_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/programs-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, dossier);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, failed);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, back);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, new);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, unfinished);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramsScreen, unfinished_title);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "programs.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "programs.add-example", NULL, add_example);
  gtk_widget_class_install_action (widget_class, "programs.delete", NULL, delete_program);
  gtk_widget_class_install_action (widget_class, "programs.drop-draft", NULL, drop_draft);
  gtk_widget_class_install_action (widget_class, "programs.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "programs.search", NULL, search);
}

static void
roundel_programs_screen_init (RoundelProgramsScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->leaflet, "visible-child-name", "list", NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.delete", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.undo", FALSE);
  roundel_shortcuts_attach (GTK_WIDGET (self), "programs");
}

/**
 * roundel_programs_screen_open:
 * @self: the screen
 * @id: names a program
 *
 * Selects a program and shows its dossier.
 */
void
roundel_programs_screen_open (RoundelProgramsScreen *self,
                              const char            *id)
{
  g_return_if_fail (ROUNDEL_IS_PROGRAMS_SCREEN (self));

  if (!roundel_program_list_select (self->list, id))
    {
      reload (self);
      roundel_program_list_select (self->list, id);
    }
  g_object_set (self->leaflet, "visible-child-name", "dossier", NULL);
  fold (self);
}

/**
 * roundel_programs_screen_get_open:
 * @self: the screen
 *
 * Returns: (transfer none) (nullable): id of the program whose dossier is shown
 */
const char *
roundel_programs_screen_get_open (RoundelProgramsScreen *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAMS_SCREEN (self), NULL);

  return roundel_program_list_get_selected (self->list);
}
