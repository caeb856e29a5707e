/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper/book.h"

#define WIDTH 400.
#define HEIGHT 500.

static RoundelBook *
make_book (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  RoundelBook *book;

  pango_cairo_context_set_resolution (context, 72);
  book = roundel_book_new (context, WIDTH, HEIGHT);
  g_object_unref (context);
  return book;
}

/* What of a page is covered with ink. */
static cairo_rectangle_t
ink_of (RoundelBook *book,
        guint        page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  roundel_book_draw_page (book, cr, page);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_a_book_without_text_has_no_page (void)
{
  g_autoptr (RoundelBook) book = make_book ();

  g_assert_cmpuint (roundel_book_get_n_pages (book), ==, 0);
}

static void
test_nothing_stands_outside_of_its_page (void)
{
  g_autoptr (RoundelBook) book = make_book ();
  g_autofree char *word = g_strnfill (300, 'w');
  g_autofree char *text = g_strdup_printf ("# A title\n\n%s\n\n- one **bold** < & >\n- [x] done\n> said\n\n## More\nשלום עולם", word);
  guint n;

  for (guint i = 0; i < 40; i++)
    roundel_book_add (book, "Thursday, 14 January 2027 · Note", text);
  n = roundel_book_get_n_pages (book);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <, 40);
  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle_t ink = ink_of (book, i);

      g_assert_cmpfloat (ink.x, >=, -1);
      g_assert_cmpfloat (ink.y, >=, 0);
      g_assert_cmpfloat (ink.x + ink.width, <=, WIDTH + 1);
      g_assert_cmpfloat (ink.y + ink.height, <=, HEIGHT);
      /* a page is turned when it is full */
      if (i + 1 < n)
        g_assert_cmpfloat (ink.height, >, HEIGHT * 0.7);
    }
}

static void
test_a_text_does_not_begin_at_the_very_end (void)
{
  g_autoptr (RoundelBook) book = make_book ();
  g_autoptr (GString) text = g_string_new ("line");
  guint before;

  while (roundel_book_get_n_pages (book) < 2)
    {
      g_autoptr (RoundelBook) next = make_book ();

      g_string_append (text, "\nline");
      roundel_book_add (next, "h", text->str);
      g_clear_pointer (&book, roundel_book_free);
      book = g_steal_pointer (&next);
    }
  /* one line less fills the first page */
  g_string_truncate (text, text->len - 5);
  g_clear_pointer (&book, roundel_book_free);
  book = make_book ();
  roundel_book_add (book, "h", text->str);
  before = roundel_book_get_n_pages (book);
  g_assert_cmpuint (before, ==, 1);
  roundel_book_add (book, "h", "next");
  g_assert_cmpuint (roundel_book_get_n_pages (book), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book/a-book-without-text-has-no-page", test_a_book_without_text_has_no_page);
  g_test_add_func ("/book/nothing-stands-outside-of-its-page", test_nothing_stands_outside_of_its_page);
  g_test_add_func ("/book/a-text-does-not-begin-at-the-very-end", test_a_text_does_not_begin_at_the_very_end);
  return g_test_run ();
}
