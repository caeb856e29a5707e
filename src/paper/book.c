/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "paper/book.h"

#include "core/markdown.h"
#include "store/journal/entry.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define FONT "Cantarell,sans-serif"
#define PAPER_WIDTH 595.276  /* points: A4 */
#define PAPER_HEIGHT 841.890
#define MARGIN 62.4          /* points: 22 mm */
#define FOOT 28.             /* points for the number of the page */
#define INDENT 14.           /* points before a line of a list, or a quotation */
#define BETWEEN 26.          /* points between two texts */
#define AFTER 5.             /* points behind a paragraph */
#define TOGETHER 78.         /* points that stay on the page below the beginning of a text */

struct _RoundelBook
{
  PangoContext *context;
  double width;
  double height; /* without the foot */
  GPtrArray *layouts;
  GArray *lines;
  guint page;
  double y;
};

/* Where a line of a layout stands. */
typedef struct
{
  PangoLayoutLine *line; /* of one of the layouts */
  guint page;
  double x;
  double baseline;
} Line;

/**
 * roundel_book_new:
 * @context: how texts are set; its font is chosen here
 * @width: of a page, without its margins, in points
 * @height: of a page
 *
 * Returns: (transfer full): a book without a page
 */
RoundelBook *
roundel_book_new (PangoContext *context,
                  double        width,
                  double        height)
{
  RoundelBook *self = g_new0 (RoundelBook, 1);
  PangoFontDescription *font = pango_font_description_from_string (FONT " 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  self->context = g_object_ref (context);
  self->width = width;
  self->height = height - FOOT;
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return self;
}

void
roundel_book_free (RoundelBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_ptr_array_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

static void
turn_page (RoundelBook *self)
{
  self->page++;
  self->y = 0;
}

static void
add_markup (RoundelBook *self,
            const char  *markup,
            double       indent)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoLayoutIter *iter;

  g_ptr_array_add (self->layouts, layout);
  pango_layout_set_width (layout, (int) ((self->width - indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25f);
  pango_layout_set_markup (layout, markup, -1);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle extents;
      double height, ascent;
      Line line;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      ascent = (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE;
      if (self->y > 0 && self->y + height > self->height)
        turn_page (self);
      line = (Line) {
        .line = pango_layout_iter_get_line_readonly (iter),
        .page = self->page,
        .x = indent + (double) extents.x / PANGO_SCALE,
        .baseline = self->y + ascent,
      };
      g_array_append_val (self->lines, line);
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  self->y += AFTER;
}

static void
add_line (RoundelBook *self,
          const char  *line,
          gboolean     title)
{
  static const RoundelMarkupTags tags = { { "<b>", "</b>" }, { "<i>", "</i>" }, FALSE };
  RoundelStyle block;
  g_autofree char *words = roundel_markdown_mark_up (line, title, &tags, &block);
  g_autofree char *markup = NULL;

  if (*words == '\0')
    {
      self->y += AFTER;
      return;
    }
  switch (block)
    {
    case ROUNDEL_STYLE_TITLE:
      markup = g_strdup_printf ("<span size='15pt' weight='bold'>%s</span>", words);
      break;
    case ROUNDEL_STYLE_HEADING:
      markup = g_strdup_printf ("<span size='12.5pt' weight='bold'>%s</span>", words);
      break;
    case ROUNDEL_STYLE_ITEM:
    case ROUNDEL_STYLE_DONE:
      markup = g_strdup_printf ("<span size='11pt'>%s %s</span>", block == ROUNDEL_STYLE_DONE ? "✓" : "•", words);
      break;
    case ROUNDEL_STYLE_QUOTE:
      markup = g_strdup_printf ("<span size='11pt' style='italic'>%s</span>", words);
      break;
    default:
      markup = g_strdup_printf ("<span size='11pt'>%s</span>", words);
      break;
    }
  add_markup (self, markup, block >= ROUNDEL_STYLE_ITEM && block <= ROUNDEL_STYLE_QUOTE ? INDENT : 0);
}

/**
 * roundel_book_turn_page:
 * @self: a book
 *
 * What is added next begins a page.
 */
void
roundel_book_turn_page (RoundelBook *self)
{
  if (self->lines->len > 0)
    self->y = self->height;
}

/**
 * roundel_book_add:
 * @self: a book
 * @heading: a small line above the text
 * @text: Markdown
 *
 * Sets a text below the last one; a page is not turned right after its beginning.
 */
void
roundel_book_add (RoundelBook *self,
                  const char  *heading,
                  const char  *text)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span size='9pt'>%s</span>", heading);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean begun = self->lines->len > 0;

  if (begun && self->y + BETWEEN + TOGETHER > self->height)
    turn_page (self);
  else if (begun)
    self->y += BETWEEN;
  add_markup (self, markup, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, g_strchomp (lines[i]), i == 0 && roundel_markdown_is_title (lines[0], lines[1] != NULL));
}

/**
 * roundel_book_add_journal:
 * @self: a book
 * @journal: a journal
 * @error: return location
 *
 * Adds the entries that are not in the bin, the oldest first.
 *
 * Returns: whether all could be read
 */
gboolean
roundel_book_add_journal (RoundelBook     *self,
                          RoundelJournal  *journal,
                          GError         **error)
{
  g_autoptr (GArray) refs = roundel_journal_list_entries (journal, NULL, G_MAXUINT, error);

  if (refs == NULL)
    return FALSE;
  for (guint i = refs->len; i > 0; i--)
    {
      g_autofree char *id = roundel_id_text (g_array_index (refs, RoundelEntryRef, i - 1).id);
      g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (journal, id, error);
      g_autofree char *heading = NULL;

      if (entry == NULL)
        return FALSE;
      heading = roundel_entry_dup_heading (entry);
      roundel_book_add (self, heading, entry->text);
    }
  return TRUE;
}

/**
 * roundel_book_get_n_pages:
 * @self: a book
 *
 * Returns: how many pages it has; 0 when nothing was added
 */
guint
roundel_book_get_n_pages (RoundelBook *self)
{
  return self->lines->len > 0 ? g_array_index (self->lines, Line, self->lines->len - 1).page + 1 : 0;
}

/**
 * roundel_book_draw_page:
 * @self: a book
 * @cr: a page, its origin inside of the margins, in points
 * @page: index of the page
 */
void
roundel_book_draw_page (RoundelBook *self,
                        cairo_t     *cr,
                        guint        page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  PangoLayout *foot = pango_layout_new (self->context);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->page != page)
        continue;
      cairo_move_to (cr, line->x, line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
    }
  pango_layout_set_text (foot, number, -1);
  pango_layout_set_width (foot, (int) (self->width * PANGO_SCALE));
  pango_layout_set_alignment (foot, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, self->height + FOOT / 2);
  pango_cairo_show_layout (cr, foot);
  g_object_unref (foot);
}

/**
 * roundel_book_write_pdf:
 * @add: adds to the book
 * @data: for @add
 * @path: a file, which is written over
 * @n_pages: (out): how many pages it has
 * @error: return location
 *
 * Writes what @add adds as pages of A4.
 *
 * Returns: whether all of it is there
 */
gboolean
roundel_book_write_pdf (RoundelBookFunc   add,
                        gpointer          data,
                        const char       *path,
                        guint            *n_pages,
                        GError          **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAPER_WIDTH, PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (RoundelBook) book = NULL;
  cairo_status_t status;
  gboolean sound;

  pango_cairo_context_set_resolution (context, 72);
  book = roundel_book_new (context, PAPER_WIDTH - 2 * MARGIN, PAPER_HEIGHT - 2 * MARGIN);
  g_object_unref (context);
  sound = add (book, data, error);
  *n_pages = roundel_book_get_n_pages (book);
  for (guint i = 0; sound && i < *n_pages; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      roundel_book_draw_page (book, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sound && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("“%s” cannot be written: %s."), path,
                 cairo_status_to_string (status));
  return sound && status == CAIRO_STATUS_SUCCESS;
}
