/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/print.h"

#include <glib/gi18n-lib.h>

#include "paper/book.h"

#define BOOK "roundel-book"

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          RoundelJournal    *journal)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  RoundelBook *book = roundel_book_new (pango, gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  g_object_unref (pango);
  /* owned by the operation, which prints what could be read */
  g_object_set_data_full (G_OBJECT (operation), BOOK, book, (GDestroyNotify) roundel_book_free);
  roundel_book_add_journal (book, journal, NULL);
  gtk_print_operation_set_n_pages (operation, (int) MAX (roundel_book_get_n_pages (book), 1));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  roundel_book_draw_page (g_object_get_data (G_OBJECT (operation), BOOK), gtk_print_context_get_cairo_context (context), (guint) page);
}

/**
 * roundel_journal_print_operation_new:
 * @journal: a journal
 *
 * Returns: (transfer full): what prints its entries as pages
 */
GtkPrintOperation *
roundel_journal_print_operation_new (RoundelJournal *journal)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  /* what a printer's queue shows says nothing */
  gtk_print_operation_set_job_name (operation, _("Journal"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_cb), journal, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), NULL);
  return operation;
}
