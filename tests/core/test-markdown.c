/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/markdown.h"

/* “t0-5 m0-2”: the spans of a line */
static void
assert_spans (const char *line,
              gboolean    title,
              const char *expected)
{
  const char letters[] = "thidqbelm.";
  g_autoptr (GArray) spans = roundel_markdown_scan_line (line, title);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const RoundelSpan *span = &g_array_index (spans, RoundelSpan, i);

      g_string_append_printf (all, "%s%c%u-%u", i > 0 ? " " : "", letters[span->style], span->start, span->end);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_words_are_set_off (void)
{
  assert_spans ("from *me* since", FALSE, "m5-6 e6-8 m8-9");
  assert_spans ("**now** or _then_", FALSE, "m0-2 b2-5 m5-7 m11-12 e12-16 m16-17");
  assert_spans ("see [this](https://example.org)", FALSE, "m4-5 l5-9 m9-31");
  assert_spans ("é *ü*", FALSE, "m2-3 e3-4 m4-5");
}

static void
test_signs_that_mean_nothing_stay (void)
{
  assert_spans ("2 * 3 * 4", FALSE, "");
  assert_spans ("snake_case_name", FALSE, "");
  assert_spans ("*", FALSE, "");
  assert_spans ("**", FALSE, "");
  assert_spans ("****", FALSE, "");
  assert_spans ("[x] (y)", FALSE, "");
  assert_spans ("*open", FALSE, "");
}

static void
test_lines_are_headings_lists_and_quotations (void)
{
  assert_spans ("## Then", FALSE, "h0-7 m0-3");
  assert_spans ("- What worked", FALSE, "i0-13 .0-2");
  assert_spans ("- [x] Ask", FALSE, "d0-9 .0-6");
  assert_spans ("- [ ] Ask", FALSE, "i0-9 .0-6");
  assert_spans ("> *Why*", FALSE, "q0-7 m0-2 m2-3 e3-6 m6-7");
  assert_spans ("#no heading", FALSE, "");
  assert_spans ("Asked before it was late", TRUE, "t0-24");
  assert_spans ("", FALSE, "");
}

static void
test_a_short_first_line_is_a_title_when_more_follows (void)
{
  g_assert_true (roundel_markdown_is_title ("Asked before it was late", TRUE));
  g_assert_true (roundel_markdown_is_title ("Why do I wait?", TRUE));
  g_assert_true (roundel_markdown_is_title ("# Said so", FALSE));
  g_assert_false (roundel_markdown_is_title ("Asked before it was late", FALSE));
  g_assert_false (roundel_markdown_is_title ("Today I asked.", TRUE));
  g_assert_false (roundel_markdown_is_title ("- a list", TRUE));
  g_assert_false (roundel_markdown_is_title ("", TRUE));
  g_assert_false (roundel_markdown_is_title ("The estimate for the export job was slipping again and I would have waited", TRUE));
}

static void
assert_listed (const char *text,
               const char *title,
               const char *preview)
{
  g_autofree char *called = roundel_page_dup_title (text);
  g_autofree char *goes_on = roundel_page_dup_preview (text, 40);

  g_assert_cmpstr (called, ==, title);
  g_assert_cmpstr (goes_on, ==, preview);
}

static void
test_a_list_shows_title_and_how_it_goes_on (void)
{
  assert_listed ("# Why do I wait?\n\nI *knew* on Tuesday.\n- I spoke", "Why do I wait?", "I knew on Tuesday. I spoke");
  assert_listed ("I knew on Tuesday. I spoke on Friday.", "I knew on Tuesday.", "I spoke on Friday.");
  assert_listed ("\n\n  ", "", "");
  assert_listed ("A\nééééééééééééééééééééééééééééééééééééééééééééééé", "A", "éééééééééééééééééééééééééééééééééééééééé");
}

static void
test_words_are_marked_up_and_escaped (void)
{
  const RoundelMarkupTags html = { { "<b>", "</b>" }, { "<i>", "</i>" }, TRUE };
  const RoundelMarkupTags plain = { { "", "" }, { "", "" }, FALSE };
  const struct
  {
    const char *line;
    RoundelStyle block;
    const char *html;
    const char *plain;
  } lines[] = {
    { "a < b & **“c”** _d_", ROUNDEL_N_STYLES, "a &lt; b &amp; <b>“c”</b> <i>d</i>", "a &lt; b &amp; “c” d" },
    { "- [x] *done*", ROUNDEL_STYLE_DONE, "<i>done</i>", "done" },
    { "## Über", ROUNDEL_STYLE_HEADING, "Über", "Über" },
    { "see [this](https://a.b/?c=1&d) now", ROUNDEL_N_STYLES, "see <a href=\"https://a.b/?c=1&amp;d\">this</a> now",
      "see this (https://a.b/?c=1&amp;d) now" },
    { "[x](javascript:alert)", ROUNDEL_N_STYLES, "x (javascript:alert)", "x (javascript:alert)" },
    { "", ROUNDEL_N_STYLES, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      RoundelStyle block;
      g_autofree char *marked = roundel_markdown_mark_up (lines[i].line, FALSE, &html, &block);
      g_autofree char *words = roundel_markdown_mark_up (lines[i].line, FALSE, &plain, &block);

      g_assert_cmpint (block, ==, lines[i].block);
      g_assert_cmpstr (marked, ==, lines[i].html);
      g_assert_cmpstr (words, ==, lines[i].plain);
    }
}

static void
test_a_list_goes_on_below (void)
{
  const struct
  {
    const char *line;
    const char *next;
  } lines[] = {
    { "- ask first", "- " }, { "  * ask first", "  * " }, { "- [ ] ask", "- [ ] " }, { "- [x] asked", "- [ ] " },
    { "9. ask", "10. " }, { "1) ask", "2) " },
    { "- ", "" }, { "- [ ] ", "" }, { "  3.  ", "" },
    { "ask", NULL }, { "", NULL }, { "-", NULL }, { "-ask", NULL }, { "2027. ", NULL }, { "1", NULL }, { "# ask", NULL },
    { "- [y] ask", "- " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *next = roundel_markdown_dup_next (lines[i].line);

      g_assert_cmpstr (next, ==, lines[i].next);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/words-are-set-off", test_words_are_set_off);
  g_test_add_func ("/markdown/signs-that-mean-nothing-stay", test_signs_that_mean_nothing_stay);
  g_test_add_func ("/markdown/lines-are-headings-lists-and-quotations", test_lines_are_headings_lists_and_quotations);
  g_test_add_func ("/markdown/a-short-first-line-is-a-title-when-more-follows",
                   test_a_short_first_line_is_a_title_when_more_follows);
  g_test_add_func ("/markdown/a-list-shows-title-and-how-it-goes-on", test_a_list_shows_title_and_how_it_goes_on);
  g_test_add_func ("/markdown/words-are-marked-up-and-escaped", test_words_are_marked_up_and_escaped);
  g_test_add_func ("/markdown/a-list-goes-on-below", test_a_list_goes_on_below);
  return g_test_run ();
}
