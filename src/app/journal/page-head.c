/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/page-head.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/day.h"
#include "app/journal/entry-row.h"
#include "app/widgets/late-menu.h"
#include "app/widgets/outcome.h"
#include "store/programs.h"

/* What stands above a page: its day, the program it is about, its kind. The last two can be chosen. */
struct _RoundelPageHead
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkLabel *date;
  GtkMenuButton *program_button;
  GtkImage *program_icon;
  GtkLabel *program_label;
  GtkMenuButton *kind_button;
  GtkImage *kind_icon;
  GtkLabel *kind_label;

  RoundelDesk *desk;
  char *kind;
  char *program; /* empty for none */
};

enum
{
  PROP_KIND = 1,
  PROP_PROGRAM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RoundelPageHead, roundel_page_head, ADW_TYPE_BIN)

/* The mark and the name of the program this page is about, and the menu to choose another. */
static void
show_program (RoundelPageHead *self)
{
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  const RoundelProgram *program = roundel_about_find (programs, self->program);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *described = NULL;
  const char *title = program == NULL ? _("No program") : program->title != NULL ? program->title : _("Untitled program");
  guint number = roundel_about_outcome (self->desk, programs, self->program);

  for (guint i = 0; programs != NULL && i < programs->len; i++)
    {
      RoundelProgram *one = programs->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (one->title != NULL ? one->title : _("Untitled program"), NULL);

      g_menu_item_set_action_and_target (item, "page.program", "s", one->id);
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("No program"), "page.program::");
  roundel_late_menu_set (self->program_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->program_button), programs != NULL && programs->len > 0);
  gtk_label_set_label (self->program_label, title);
  gtk_image_set_from_icon_name (self->program_icon, number > 0 ? roundel_outcome_icon_name (number) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->program_icon), number > 0);
  roundel_outcome_dress (GTK_WIDGET (self->program_button), number);
  /* Translators: what a screen reader says of the button that chooses the program a page is about */
  described = g_strdup_printf (_("About: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->program_button), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
}

static void
show_kind (RoundelPageHead *self)
{
  g_autofree char *described = g_strdup_printf (_("Kind: %s"), roundel_entry_kind_label (self->kind));

  gtk_label_set_label (self->kind_label, roundel_entry_kind_label (self->kind));
  gtk_image_set_from_icon_name (self->kind_icon, roundel_entry_kind_icon (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
}

static void
fill_kinds (RoundelPageHead *self)
{
  const char * const *kinds = roundel_entry_kinds ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (roundel_entry_kind_label (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "page.kind", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  roundel_late_menu_set (self->kind_button, G_MENU_MODEL (menu));
}

/* Overrides */

static void
roundel_page_head_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RoundelPageHead *self = ROUNDEL_PAGE_HEAD (object);

  g_value_set_string (value, prop_id == PROP_KIND ? self->kind : self->program);
}

static void
roundel_page_head_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoundelPageHead *self = ROUNDEL_PAGE_HEAD (object);
  char **place = prop_id == PROP_KIND ? &self->kind : &self->program;

  if (self->desk == NULL || g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  if (prop_id == PROP_KIND)
    show_kind (self);
  else
    show_program (self);
  g_object_notify_by_pspec (object, pspec);
  g_signal_emit (self, chosen_signal, 0);
}

static void
roundel_page_head_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_PAGE_HEAD (object)->desk);
  G_OBJECT_CLASS (roundel_page_head_parent_class)->dispose (object);
}

static void
roundel_page_head_finalize (GObject *object)
{
  RoundelPageHead *self = ROUNDEL_PAGE_HEAD (object);

  g_free (self->kind);
  g_free (self->program);
  G_OBJECT_CLASS (roundel_page_head_parent_class)->finalize (object);
}

static void
roundel_page_head_class_init (RoundelPageHeadClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_page_head_get_property;
  object_class->set_property = roundel_page_head_set_property;
  object_class->dispose = roundel_page_head_dispose;
  object_class->finalize = roundel_page_head_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "reflection", flags);
  /* id of the program the page is about, empty for none */
  properties[PROP_PROGRAM] = g_param_spec_string ("program", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RoundelPageHead::chosen:
   *
   * Another kind or program was chosen.
   */
  chosen_signal = g_signal_new ("chosen", ROUNDEL_TYPE_PAGE_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/page-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, date);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, program_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, program_icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, program_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, kind_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelPageHead, kind_label);
  gtk_widget_class_install_property_action (widget_class, "page.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "page.program", "program");
}

static void
roundel_page_head_init (RoundelPageHead *self)
{
  self->kind = g_strdup ("reflection");
  self->program = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
}

/**
 * roundel_page_head_show:
 * @self: a head
 * @desk: where the programs are
 * @entry: what the page below it shows; it can be changed unless it is in the bin
 */
void
roundel_page_head_show (RoundelPageHead    *self,
                        RoundelDesk        *desk,
                        const RoundelEntry *entry)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = NULL;

  g_return_if_fail (ROUNDEL_IS_PAGE_HEAD (self) && entry != NULL && entry->written != NULL);

  g_set_object (&self->desk, desk);
  g_free (self->kind);
  g_free (self->program);
  self->kind = g_strdup (entry->kind);
  self->program = g_strdup (entry->program != NULL ? entry->program : "");
  date = roundel_day_dup_date (g_date_time_to_unix (entry->written),
                               roundel_env_now (roundel_desk_get_env (desk)) / G_USEC_PER_SEC, zone);
  gtk_label_set_label (self->date, date);
  show_kind (self);
  show_program (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_button), !entry->deleted);
  gtk_widget_set_sensitive (GTK_WIDGET (self->program_button), !entry->deleted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAM]);
}

const char *
roundel_page_head_get_kind (RoundelPageHead *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PAGE_HEAD (self), NULL);

  return self->kind;
}

/**
 * roundel_page_head_get_program:
 * @self: a head
 *
 * Returns: (transfer none) (nullable): id of the program the page is about
 */
const char *
roundel_page_head_get_program (RoundelPageHead *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PAGE_HEAD (self), NULL);

  return *self->program != '\0' ? self->program : NULL;
}

/**
 * roundel_page_head_set_narrow:
 * @self: a head
 * @narrow: whether the date stands in the header bar
 * @stacked: whether there is no room for all of it in one line
 */
void
roundel_page_head_set_narrow (RoundelPageHead *self,
                              gboolean         narrow,
                              gboolean         stacked)
{
  g_return_if_fail (ROUNDEL_IS_PAGE_HEAD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), stacked ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->date), !narrow);
}
