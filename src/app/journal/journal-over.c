/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/journal-over.h"

#include <glib/gi18n-lib.h>

#include "app/journal/growth-page.h"
#include "app/journal/lessons-page.h"
#include "app/journal/lock-page.h"
#include "app/journal/out-page.h"
#include "app/journal/partner-page.h"
#include "app/journal/release-page.h"
#include "app/journal/version-page.h"
#include "core/markdown.h"

/* What takes the whole window for a while, over the pages of the journal. */

static void
restored_cb (RoundelJournalPage *page,
             const char         *id)
{
  roundel_journal_page_reload (page);
  g_signal_emit_by_name (page, "written");
  g_signal_emit_by_name (page, "said", _("Brought back; the text before is a version"));
}

static void
released_cb (RoundelJournalPage *page)
{
  roundel_journal_page_show_released (page);
  g_signal_emit_by_name (page, "said", _("Released. It can be taken back here."));
}

/* Whether something stands on the page, which is a version of it then. */
static gboolean
is_written (RoundelJournalPage *page,
            const char         *otherwise)
{
  roundel_journal_page_reload (page);
  if (roundel_journal_page_get_id (page) != NULL)
    return TRUE;
  g_signal_emit_by_name (page, "said", otherwise);
  return FALSE;
}

static GtkWidget *
new_versions (RoundelJournal     *journal,
              RoundelJournalPage *page)
{
  GtkWidget *versions;

  if (!is_written (page, _("Nothing stands on this page yet.")))
    return NULL;
  versions = roundel_version_page_new (journal, roundel_journal_page_get_id (page));
  g_signal_connect_object (versions, "restored", G_CALLBACK (restored_cb), page, G_CONNECT_SWAPPED);
  return versions;
}

/* What stands on the page, without the signs that only dress it: those who read a lesson see its words. */
static char *
dup_plain (RoundelJournalPage *page)
{
  g_autofree char *text = roundel_journal_page_dup_text (page);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *plain = roundel_markdown_dup_plain (lines[i]);

      g_free (lines[i]);
      lines[i] = plain;
    }
  return g_strjoinv ("\n", lines);
}

static GtkWidget *
new_release (RoundelDesk        *desk,
             RoundelJournal     *journal,
             RoundelJournalPage *page)
{
  g_autofree char *text = NULL;
  GtkWidget *release;

  if (!is_written (page, _("Write the lesson down first, for yourself.")))
    return NULL;
  text = dup_plain (page);
  release = roundel_release_page_new (desk, journal, roundel_journal_page_get_id (page), roundel_journal_page_get_program (page),
                                      text);
  g_signal_connect_object (release, "released", G_CALLBACK (released_cb), page, G_CONNECT_SWAPPED);
  return release;
}

/**
 * roundel_journal_over_new:
 * @action: the action of the journal's screen that asks for it
 * @desk: what the screens work on
 * @journal: the journal, open
 * @page: the page that is shown; it is told what comes of it
 *
 * Returns: (transfer floating) (nullable): a page for roundel_window_push(); %NULL when there is nothing to show, which
 *   @page has said
 */
GtkWidget *
roundel_journal_over_new (const char         *action,
                          RoundelDesk        *desk,
                          RoundelJournal     *journal,
                          RoundelJournalPage *page)
{
  const char *program = roundel_journal_page_get_program (page);

  if (g_str_equal (action, "journal.growth"))
    return roundel_growth_page_new (desk, journal);
  if (g_str_equal (action, "journal.partner") || g_str_equal (action, "journal.note-meeting"))
    return roundel_partner_page_new (desk, journal, program, g_str_equal (action, "journal.note-meeting"));
  if (g_str_equal (action, "journal.lessons"))
    return roundel_lessons_page_new (desk, journal, program);
  if (g_str_equal (action, "journal.versions"))
    return new_versions (journal, page);
  if (g_str_equal (action, "journal.release"))
    return new_release (desk, journal, page);
  roundel_journal_page_reload (page);
  if (g_str_equal (action, "journal.out"))
    return roundel_out_page_new (journal);
  g_return_val_if_fail (g_str_equal (action, "journal.lock"), NULL);
  return roundel_journal_get_path (journal) != NULL ? roundel_lock_page_new (journal) : NULL;
}
