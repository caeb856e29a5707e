/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/papers-card.h"

#include <glib/gi18n-lib.h>

#include "paper/papers.h"

/* What can be printed of a program; each opens as it will be on paper. */
struct _RoundelPapersCard
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RoundelPapersCard, roundel_papers_card, ADW_TYPE_BIN)

static void
roundel_papers_card_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_PAPERS_CARD (object)->rows);
  G_OBJECT_CLASS (roundel_papers_card_parent_class)->finalize (object);
}

static void
roundel_papers_card_class_init (RoundelPapersCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_papers_card_finalize;
}

static void
roundel_papers_card_init (RoundelPapersCard *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Papers"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static void
add_row (RoundelPapersCard  *self,
         const RoundelPaper *paper,
         const char         *program)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");
  guint n = g_strv_length (paper->texts);
  g_autofree char *title = n > 1 ? g_strdup_printf ("%s (%u)", paper->title, n) : g_strdup (paper->title);

  gtk_accessible_update_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), paper->note);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", program, paper->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.paper");
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/**
 * roundel_papers_card_show:
 * @self: a card
 * @program: whose papers it shows
 */
void
roundel_papers_card_show (RoundelPapersCard    *self,
                          const RoundelProgram *program)
{
  g_autoptr (GPtrArray) papers = NULL;

  g_return_if_fail (ROUNDEL_IS_PAPERS_CARD (self));

  papers = roundel_papers_list (program);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < papers->len; i++)
    add_row (self, papers->pdata[i], program->id);
}
