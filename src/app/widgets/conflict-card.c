/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/conflict-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"
#include "app/widgets/record-words.h"

#define MOST 5 /* of those that are named */

/* Where something was written twice at the same time, and the way to decide it; hidden where nothing was. */
struct _RoundelConflictCard
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RoundelConflictCard, roundel_conflict_card, ADW_TYPE_BIN)

static void
add_conflict (RoundelConflictCard  *self,
              const GPtrArray      *versions,
              const RoundelProgram *program)
{
  const RoundelRecord *record = versions->pdata[0];
  const char *kind = roundel_words_kind (record->kind, record->reg);
  g_autofree char *named = roundel_words_title (record, program);
  /* Translators: a kind of record and its name, such as: Session, “Listening” */
  g_autofree char *title = *named != '\0' ? g_strdup_printf (_("%s, “%s”"), kind, named) : g_strdup (kind);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u text written at the same time: decide which one holds",
                                                         "%u texts written at the same time: decide which one holds",
                                                         versions->len), versions->len);
  GtkWidget *row = roundel_plain_row_new (title, subtitle);
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (mark, "warning-mark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("to decide"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  roundel_plain_row_leads (row, "win.decide",
                           g_variant_new ("(ssss)", record->program, record->kind, record->entity, record->reg));
  gtk_list_box_append (self->list, row);
}

static void
roundel_conflict_card_class_init (RoundelConflictCardClass *klass)
{
}

static void
roundel_conflict_card_init (RoundelConflictCard *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Texts to decide"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * roundel_conflict_card_show:
 * @self: a card, whose ways are the actions `win.decide` and `win.conflicts`
 * @desk: where the program is
 * @program: a program
 * @entity: (nullable): id of the one record that is meant; %NULL for all of the program
 *
 * Names what is to be decided.
 */
void
roundel_conflict_card_show (RoundelConflictCard  *self,
                            RoundelDesk          *desk,
                            const RoundelProgram *program,
                            const char           *entity)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  guint n = 0;

  g_return_if_fail (ROUNDEL_IS_CONFLICT_CARD (self));

  conflicts = roundel_notebook_conflicts (roundel_desk_get_notebook (desk), program->id, NULL);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const GPtrArray *versions = conflicts->pdata[i];

      if (entity != NULL && !g_str_equal (((RoundelRecord *) versions->pdata[0])->entity, entity))
        continue;
      if (n++ < MOST)
        add_conflict (self, versions, program);
    }
  if (n > MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - MOST), n - MOST);
      GtkWidget *row = roundel_plain_row_new (more, _("They come one after the other"));

      roundel_plain_row_leads (row, "win.conflicts", NULL);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
