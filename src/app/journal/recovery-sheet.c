/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/recovery-sheet.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/print.h"

#include "store/secret.h"

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *markup =
    g_markup_printf_escaped ("<span size='20pt' weight='bold'>%s</span>\n\n<span size='12pt'>%s</span>\n\n"
                             "<span font_family='monospace' size='17pt'>%s</span>\n\n<span size='12pt'>%s</span>",
                             _("Roundel: recovery key of a journal"),
                             _("It opens the locked journal when the passphrase is forgotten. Type it where the passphrase is "
                               "asked for; small letters and blanks do not matter."),
                             (const char *) user_data,
                             _("Keep this sheet where nobody looks, and not beside the computer. Whoever has both reads "
                               "the journal. A new passphrase makes a new key: then burn this one."));

  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

static void
free_key (gpointer  key,
          GClosure *closure)
{
  roundel_secret_free (key);
}

/**
 * roundel_recovery_sheet_print:
 * @parent: the window
 * @key: a recovery key
 *
 * Prints the key on one page, with what it is for.
 */
void
roundel_recovery_sheet_print (GtkWindow  *parent,
                              const char *key)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (operation, 1);
  roundel_print_operation_set_name (operation, _("Recovery key"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), g_strdup (key), free_key, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
