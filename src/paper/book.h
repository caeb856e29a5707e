/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * RoundelBook:
 *
 * Texts set on pages of one size.
 */
typedef struct _RoundelBook RoundelBook;

/**
 * RoundelBookFunc:
 * @self: a book
 * @data: what goes into it
 * @error: return location
 *
 * Returns: whether all of it is in the book
 */
typedef gboolean (*RoundelBookFunc) (RoundelBook *self, gpointer data, GError **error);

RoundelBook *roundel_book_new          (PangoContext    *context,
                                        double           width,
                                        double           height);
void         roundel_book_free         (RoundelBook     *self);
void         roundel_book_turn_page    (RoundelBook     *self);
void         roundel_book_add          (RoundelBook     *self,
                                        const char      *heading,
                                        const char      *text);
gboolean     roundel_book_add_journal  (RoundelBook     *self,
                                        RoundelJournal  *journal,
                                        GError         **error);
guint        roundel_book_get_n_pages  (RoundelBook     *self);
void         roundel_book_draw_page    (RoundelBook     *self,
                                        cairo_t         *cr,
                                        guint            page);

gboolean     roundel_book_write_pdf    (RoundelBookFunc  add,
                                        gpointer         data,
                                        const char      *path,
                                        guint           *n_pages,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBook, roundel_book_free)

G_END_DECLS
