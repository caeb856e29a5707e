/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/papers/paper-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/widgets/page.h"
#include "app/widgets/print.h"
#include "paper/papers.h"

/* A paper of a program as it will be printed: to be read, copied, printed or saved. */
struct _RoundelPaperPage
{
  RoundelProgramPage parent_instance;

  RoundelPage *page;
  GtkBox *sheets;
  GPtrArray *papers;    /* of RoundelPaper */
  char *id;             /* of the one that is shown */
};

G_DEFINE_FINAL_TYPE (RoundelPaperPage, roundel_paper_page, ROUNDEL_TYPE_PROGRAM_PAGE)

static const RoundelPaper *
get_paper (RoundelPaperPage *self)
{
  return roundel_papers_find (self->papers, self->id);
}

static void
add_sheet (RoundelPaperPage *self,
           const char       *text)
{
  gsize first = strcspn (text, "\n");
  g_autofree char *head = g_strndup (text, first);
  g_autofree char *markup = g_markup_printf_escaped ("<b><big>%s</big></b>%s", head, text + first);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "sheet-of-paper");
  gtk_box_append (self->sheets, label);
}

/* A paper that there is no longer stays as it was. */
static void
show_paper (RoundelPaperPage *self)
{
  const RoundelPaper *paper = get_paper (self);

  if (paper == NULL)
    return;
  g_object_set (self->page, "title", paper->title, NULL);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL;)
    gtk_box_remove (self->sheets, child);
  for (char **text = paper->texts; *text != NULL; text++)
    add_sheet (self, *text);
}

static GtkPrintOperation *
make_operation (RoundelPaperPage *self)
{
  return roundel_print_operation_new (get_paper (self)->title, (RoundelBookFunc) roundel_book_add_paper,
                                      (gpointer) get_paper (self), NULL);
}

static void
run (RoundelPaperPage        *self,
     GtkPrintOperation       *operation,
     GtkPrintOperationAction  action)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, action, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error);
  if (error != NULL)
    roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), error->message);
  else if (action == GTK_PRINT_OPERATION_ACTION_EXPORT)
    roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), _("Saved"));
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (RoundelPaperPage) self = user_data;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (file == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  operation = make_operation (self);
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  run (self, operation, GTK_PRINT_OPERATION_ACTION_EXPORT);
}

/* Actions */

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelPaperPage *self = ROUNDEL_PAPER_PAGE (widget);
  g_autofree char *text = g_strjoinv ("\n\n", get_paper (self)->texts);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), _("Copied"));
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelPaperPage *self = ROUNDEL_PAPER_PAGE (widget);
  g_autofree char *name = g_strconcat (get_paper (self)->title, ".pdf", NULL);

  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save as PDF"), name, NULL, NULL, save_chosen_cb,
                            g_object_ref (self));
}

static void
print (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelPaperPage *self = ROUNDEL_PAPER_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = make_operation (self);

  run (self, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/* Overrides */

static void
roundel_paper_page_show (RoundelProgramPage *page)
{
  RoundelPaperPage *self = ROUNDEL_PAPER_PAGE (page);
  const RoundelProgram *program = roundel_program_page_get_program (page);
  g_autoptr (GPtrArray) papers = roundel_papers_list (program);

  g_object_set (self->page, "subtitle", program->title, NULL);
  if (self->id != NULL && roundel_papers_find (papers, self->id) == NULL)
    return;
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  self->papers = g_steal_pointer (&papers);
  if (self->id != NULL)
    show_paper (self);
}

static void
roundel_paper_page_finalize (GObject *object)
{
  RoundelPaperPage *self = ROUNDEL_PAPER_PAGE (object);

  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_paper_page_parent_class)->finalize (object);
}

static void
roundel_paper_page_class_init (RoundelPaperPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_paper_page_finalize;
  ROUNDEL_PROGRAM_PAGE_CLASS (klass)->show = roundel_paper_page_show;

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/paper-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPaperPage, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelPaperPage, sheets);

  gtk_widget_class_install_action (widget_class, "paper.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print);
}

static void
roundel_paper_page_init (RoundelPaperPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_paper_page_new:
 * @desk: what the screens work on
 * @program: id of a program
 * @paper: the word of one of its papers
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program or paper
 */
GtkWidget *
roundel_paper_page_new (RoundelDesk  *desk,
                        const char   *program,
                        const char   *paper,
                        GError      **error)
{
  GtkWidget *page = roundel_program_page_new (ROUNDEL_TYPE_PAPER_PAGE, desk, program, error);

  if (page == NULL)
    return NULL;
  if (roundel_papers_find (ROUNDEL_PAPER_PAGE (page)->papers, paper) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This program has no such paper any more."));
      g_object_unref (g_object_ref_sink (page));
      return NULL;
    }
  ROUNDEL_PAPER_PAGE (page)->id = g_strdup (paper);
  show_paper (ROUNDEL_PAPER_PAGE (page));
  return page;
}
