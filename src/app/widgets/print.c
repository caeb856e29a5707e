/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/print.h"

#define BOOK "roundel-book"
#define DATA "roundel-data"

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          RoundelBookFunc    add)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  RoundelBook *book = roundel_book_new (pango, gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  g_object_unref (pango);
  /* owned by the operation, which prints what could be read */
  g_object_set_data_full (G_OBJECT (operation), BOOK, book, (GDestroyNotify) roundel_book_free);
  add (book, g_object_get_data (G_OBJECT (operation), DATA), NULL);
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
 * roundel_print_operation_new:
 * @job: as for roundel_print_operation_set_name()
 * @add: adds what is printed to a book
 * @data: for @add
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): what prints it as pages
 */
GtkPrintOperation *
roundel_print_operation_new (const char      *job,
                             RoundelBookFunc  add,
                             gpointer         data,
                             GDestroyNotify   destroy)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  roundel_print_operation_set_name (operation, job);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), DATA, data, destroy);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), add);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), NULL);
  return operation;
}

/**
 * roundel_print_operation_set_name:
 * @operation: what prints
 * @name: what a printer's queue shows; the file is called so when it is printed to one
 */
void
roundel_print_operation_set_name (GtkPrintOperation *operation,
                                  const char        *name)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *file = g_strdelimit (g_strdup (name), "/", '-');

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file);
  gtk_print_operation_set_print_settings (operation, settings);
}
