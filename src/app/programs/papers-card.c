/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/papers-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"
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

static GtkWidget *
add_row (RoundelPapersCard *self,
         const char        *title,
         const char        *note,
         const char        *icon)
{
  GtkWidget *row = roundel_plain_row_new (title, note);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_paper (RoundelPapersCard  *self,
           const RoundelPaper *paper,
           const char         *program)
{
  guint n = g_strv_length (paper->texts);
  g_autofree char *title = n > 1 ? g_strdup_printf ("%s (%u)", paper->title, n) : g_strdup (paper->title);
  GtkWidget *row = add_row (self, title, paper->note, "go-next-symbolic");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", program, paper->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.paper");
}

static gboolean
has_date (const RoundelProgram *program)
{
  for (guint i = 0; i < program->sessions->len; i++)
    if (((RoundelSession *) program->sessions->pdata[i])->starts != NULL)
      return TRUE;
  return FALSE;
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
    add_paper (self, papers->pdata[i], program->id);
  if (has_date (program))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (add_row (self, _("Calendar File…"), _("The sessions, for the members’ calendars"),
                                                             "document-save-symbolic")), "program.calendar");
}
