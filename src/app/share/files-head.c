/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/files-head.h"

#include <glib/gi18n-lib.h>

#include "app/share/file-row.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"

/* What files from others are, and how much they would bring. One is named by its program; several are a list. */
struct _RoundelFilesHead
{
  AdwBin parent_instance;

  RoundelRing *ring;
  GtkLabel *title;
  GtkLabel *from;
  GtkListBox *files;
  GtkLabel *join;
  GtkBox *counts;
};

G_DEFINE_FINAL_TYPE (RoundelFilesHead, roundel_files_head, ADW_TYPE_BIN)

static void
add_count (RoundelFilesHead *self,
           guint             n,
           const char       *what,
           gboolean          decide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *digits = gtk_label_new (number);
  GtkWidget *word = gtk_label_new (what);

  gtk_widget_add_css_class (box, "count");
  if (decide)
    gtk_widget_add_css_class (box, "decide");
  gtk_widget_add_css_class (digits, "count-number");
  gtk_widget_add_css_class (word, "note");
  gtk_label_set_xalign (GTK_LABEL (digits), 0);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_box_append (GTK_BOX (box), digits);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (self->counts, box);
}

static void
show_counts (RoundelFilesHead *self,
             RoundelIncoming  *incoming)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (incoming);
  GtkWidget *count;

  while ((count = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, count);
  add_count (self, result->added, _("new"), FALSE);
  add_count (self, result->changed, _("changed"), FALSE);
  if (result->deleted > 0)
    add_count (self, result->deleted, _("deleted"), FALSE);
  if (result->erased > 0)
    add_count (self, result->erased, _("erased"), FALSE);
  if (result->conflicts + result->erased_by_others > 0)
    add_count (self, result->conflicts + result->erased_by_others, _("to decide"), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), roundel_incoming_get_changes (incoming)->len > 0);
}

static void
show_files (RoundelFilesHead *self,
            const GPtrArray  *outcomes,
            RoundelIncoming  *incoming)
{
  const GPtrArray *files = roundel_incoming_get_files (incoming);
  guint n_programs = roundel_incoming_get_programs (incoming)->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u file", "%u files", files->len), files->len);
  g_autofree char *from = g_strdup_printf (ngettext ("of %u program", "of %u programs", n_programs), n_programs);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->from, from);
  for (guint i = 0; i < files->len; i++)
    {
      const RoundelIncomingFile *file = files->pdata[i];

      gtk_list_box_append (self->files,
                           roundel_file_row_new (file, file->error == NULL ? roundel_incoming_find (incoming, file->program)->program
                                                                           : NULL, outcomes));
    }
}

static void
show_program (RoundelFilesHead *self,
              const GPtrArray  *outcomes,
              RoundelIncoming  *incoming)
{
  const RoundelIncomingFile *file = roundel_incoming_get_files (incoming)->pdata[0];
  const RoundelProgram *program = roundel_incoming_find (incoming, file->program)->program;
  const RoundelMergeResult *result = roundel_incoming_get_result (incoming);
  g_autofree char *from = g_strdup_printf (_("from %s"), file->writers);

  gtk_label_set_label (self->title, program->title != NULL ? program->title : _("Untitled program"));
  roundel_file_dress_ring (GTK_WIDGET (self->ring), program, outcomes);
  gtk_label_set_label (self->from, result->revisions + result->erased_by_others == 0 ? _("All of it is here already.")
                                   : *file->writers == '\0'                          ? _("from this notebook")
                                                                                     : from);
}

static void
roundel_files_head_class_init (RoundelFilesHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/files-head.ui");
#define bind(name) gtk_widget_class_bind_template_child (widget_class, RoundelFilesHead, name)
  bind (ring);
  bind (title);
  bind (from);
  bind (files);
  bind (join);
  bind (counts);
#undef bind
}

static void
roundel_files_head_init (RoundelFilesHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_files_head_show:
 * @self: the head
 * @desk: for the outcomes
 * @incoming: files that were read
 */
void
roundel_files_head_show (RoundelFilesHead *self,
                         RoundelDesk      *desk,
                         RoundelIncoming  *incoming)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (incoming);
  const GPtrArray *outcomes = roundel_desk_get_outcomes (desk);
  gboolean several = roundel_incoming_get_files (incoming)->len > 1;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_list_box_remove (self->files, row);
  if (several)
    show_files (self, outcomes, incoming);
  else
    show_program (self, outcomes, incoming);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), !several);
  gtk_widget_set_visible (GTK_WIDGET (self->files), several);
  gtk_label_set_label (self->join, result->joined > 1
                                     ? _("Programs that are not in your notebook yet: joining takes them up. Your journal stays yours.")
                                     : _("A program that is not in your notebook yet: joining takes up its sessions, people and "
                                         "charter. Your journal stays yours."));
  gtk_widget_set_visible (GTK_WIDGET (self->join), result->joined > 0);
  show_counts (self, incoming);
}
