/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/journal/commitment.h"
#include "store/journal/folder.h"
#include "store/journal/out.h"
#include "store/journal/page-file.h"

#include <string.h>

static char *
name_in (Fixture    *f,
         const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
write_out (Fixture    *f,
           RoundelOut  out,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  guint pages;

  roundel_journal_write_out (f->journal, out, path, NULL, NULL, NULL, &pages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages, ==, count_entries (f, NULL));
}

static RoundelCopied
read_path (RoundelJournal *journal,
           const char     *path,
           guint           skipped)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) passed = NULL;
  g_autoptr (GPtrArray) copies = roundel_copies_read_path (path, &passed, NULL, &error);
  RoundelCopied copied = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (passed->len, ==, skipped);
  g_assert_true (roundel_journal_take (journal, copies, 0, copies->len, &copied, &error));
  g_assert_no_error (error);
  return copied;
}

static int
compare_pages (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that says something, by id. */
static char *
list_texts (RoundelJournal *journal)
{
  g_autoptr (GArray) refs = roundel_journal_list_entries (journal, NULL, G_MAXUINT, NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; i < refs->len; i++)
    {
      g_autofree char *id = roundel_id_text (g_array_index (refs, RoundelEntryRef, i).id);
      g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (journal, id, NULL);

      if (entry->text[strspn (entry->text, " \n")] != '\0')
        g_ptr_array_add (pages, roundel_page_file_write (entry));
    }
  g_ptr_array_sort (pages, compare_pages);
  return g_strjoinv ("", (char **) pages->pdata);
}

static void
write_all_sorts (Fixture *f)
{
  static const char *const texts[] = {
    "Plain", "", " \n", "# Title\n\n- [x] done\n", "ends with two lines\n\n", "\n\nbegins with two", "---\nfences: inside\n---\n",
    "carriage\r\nreturns", "tags #one and #two", "今日 – „quotes“", "same", "same",
  };
  const char *const tags[] = { "given", "two", NULL };
  const RoundelEntry full = {
    .kind = "coming-up", .text = "With all there is #two", .tags = tags,
    .program = "01890000-0000-7000-8000-000000000001", .session = "01890000-0000-7000-8000-000000000002",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = write_entry (f, roundel_entry_kinds ()[i % 7], texts[i]);
    }
  g_assert_true (roundel_journal_put_entry (f->journal, &full, NULL, NULL));
}

static void
test_pages_come_back_as_they_were (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr (RoundelJournal) other = roundel_journal_open (NULL, f->env, 1000, NULL);
  const RoundelCommitment promise = { .text = "Ask first", .cue = "when he is late" };
  g_autofree char *folder = name_in (f, "pages");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  RoundelCopied copied;

  write_all_sorts (f);
  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, NULL, NULL));
  write_out (f, ROUNDEL_OUT_MARKDOWN, folder);
  copied = read_path (f->journal, folder, 0);
  g_assert_cmpuint (copied.added + copied.changed, ==, 0);
  copied = read_path (other, folder, 0);
  /* two say nothing */
  g_assert_cmpuint (copied.added, ==, 11);
  copied = read_path (other, folder, 0);
  g_assert_cmpuint (copied.added + copied.changed, ==, 0);
  g_assert_cmpuint (copied.unchanged, ==, 11);
  before = list_texts (f->journal);
  after = list_texts (other);
  g_assert_cmpstr (before, ==, after);
}

static void
test_json_comes_back_whole (Fixture       *f,
                            gconstpointer  data)
{
  g_autoptr (RoundelJournal) other = roundel_journal_open (NULL, f->env, 1000, NULL);
  const RoundelCommitment promise = { .text = "Ask first" };
  g_autofree char *file = name_in (f, "journal.json");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_all_sorts (f);
  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, NULL, NULL));
  write_out (f, ROUNDEL_OUT_JSON, file);
  g_assert_cmpuint (read_path (other, file, 0).added, ==, 14);
  before = list_texts (f->journal);
  after = list_texts (other);
  g_assert_cmpstr (before, ==, after);
}

static void
test_an_edited_page_is_a_version_of_its_entry (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", "As it was");
  g_autoptr (RoundelEntry) entry = read_entry (f, id);
  g_autofree char *text = roundel_page_file_write (entry);
  g_autofree char *path = name_in (f, "edited.md");
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (RoundelEntry) after = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_string_replace (edited, "As it was", "As it is, #new", 1);
  g_string_replace (edited, "\n", "\r\n", 0);
  g_assert_true (g_file_set_contents (path, edited->str, -1, NULL));
  g_assert_cmpuint (read_path (f->journal, path, 0).changed, ==, 1);
  after = read_entry (f, id);
  g_assert_cmpstr (after->text, ==, "As it is, #new");
  g_assert_cmpstr (after->kind, ==, "lesson");
  g_assert_cmpstr (after->tags[0], ==, "new");
  versions = roundel_journal_list_versions (f->journal, id, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
}

static void
test_a_broken_off_export_leaves_nothing (Fixture       *f,
                                         gconstpointer  data)
{
  static const RoundelOut outs[] = { ROUNDEL_OUT_MARKDOWN, ROUNDEL_OUT_HTML };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = name_in (f, "out");
  g_autoptr (GDir) folder = NULL;
  const char *name;

  write_all_sorts (f);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      g_autoptr (GError) error = NULL;
      guint pages;

      g_assert_false (roundel_journal_write_out (f->journal, outs[i], path, cancellable, NULL, NULL, &pages, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  folder = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, "out"));
}

static void
test_a_file_for_a_browser_runs_nothing (Fixture       *f,
                                        gconstpointer  data)
{
  g_autofree char *path = name_in (f, "journal.html");
  g_autofree char *id = write_entry (f, "note", "<script>alert (1)</script> [x](javascript:alert) & more\n> said\n- one");
  g_autofree char *html = NULL;

  write_out (f, ROUNDEL_OUT_HTML, path);
  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;"));
  g_assert_nonnull (strstr (html, "<blockquote>said</blockquote>\n<ul>\n<li>one</li>\n</ul>\n"));
  g_assert_true (g_str_has_suffix (html, "</html>\n"));
}

static void
test_what_is_too_long_is_named (Fixture       *f,
                                gconstpointer  data)
{
  g_autofree char *folder = name_in (f, "notes");
  g_autofree char *longer = g_build_filename (folder, "longer.txt", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.md", NULL);
  g_autofree char *text = g_strnfill (70 * 1024, 'a');
  g_autofree char *more = g_strnfill (ROUNDEL_PAGE_FILE_MAX + 1, 'a');

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (longer, text, -1, NULL));
  g_assert_true (g_file_set_contents (huge, more, -1, NULL));
  g_assert_cmpuint (read_path (f->journal, folder, 2).added, ==, 0);
}

#define ADD(name, function) g_test_add ("/journal-out/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pages-come-back-as-they-were", test_pages_come_back_as_they_were);
  ADD ("json-comes-back-whole", test_json_comes_back_whole);
  ADD ("an-edited-page-is-a-version-of-its-entry", test_an_edited_page_is_a_version_of_its_entry);
  ADD ("a-broken-off-export-leaves-nothing", test_a_broken_off_export_leaves_nothing);
  ADD ("a-file-for-a-browser-runs-nothing", test_a_file_for_a_browser_runs_nothing);
  ADD ("what-is-too-long-is-named", test_what_is_too_long_is_named);
  return g_test_run ();
}
