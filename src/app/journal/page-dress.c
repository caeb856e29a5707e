/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/page-dress.h"

#include <adwaita.h>

#include "app/compat.h"
#include "core/markdown.h"
#include "core/tags.h"

#define HIT "hit"
#define TAG "tag"

static const char *const tag_names[ROUNDEL_N_STYLES] = {
  "title", "heading", "item", "done", "quote", "bold", "italic", "link", "mark", "bullet",
};

static void
dress_line (GtkTextBuffer *buffer,
            int            number,
            gboolean       last)
{
  GtkTextIter start, end;
  g_autofree char *line = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) tags = NULL;

  gtk_text_buffer_get_iter_at_line (buffer, &start, number);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  for (guint i = 0; i < ROUNDEL_N_STYLES; i++)
    gtk_text_buffer_remove_tag_by_name (buffer, tag_names[i], &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
  spans = roundel_markdown_scan_line (line, number == 0 && roundel_markdown_is_title (line, !last));
  for (guint i = 0; i < spans->len; i++)
    {
      const RoundelSpan *span = &g_array_index (spans, RoundelSpan, i);
      GtkTextIter from = start;
      GtkTextIter to = start;

      gtk_text_iter_forward_chars (&from, (int) span->start);
      gtk_text_iter_forward_chars (&to, (int) span->end);
      gtk_text_buffer_apply_tag_by_name (buffer, tag_names[span->style], &from, &to);
    }
  tags = roundel_tags_scan (line);
  for (guint i = 0; i < tags->len; i++)
    {
      const RoundelTagSpan *span = &g_array_index (tags, RoundelTagSpan, i);
      GtkTextIter from = start;
      GtkTextIter to = start;

      gtk_text_iter_forward_chars (&from, (int) g_utf8_pointer_to_offset (line, line + span->start) - 1);
      gtk_text_iter_forward_chars (&to, (int) g_utf8_pointer_to_offset (line, line + span->end));
      gtk_text_buffer_apply_tag_by_name (buffer, TAG, &from, &to);
    }
}

/* What changed, and the first line, which is a title only when others follow. */
static void
dress_lines (GtkTextBuffer *buffer,
             int            from,
             int            to)
{
  int last = gtk_text_buffer_get_line_count (buffer) - 1;

  if (from > 0)
    dress_line (buffer, 0, last == 0);
  for (int i = from; i <= MIN (to, last); i++)
    dress_line (buffer, i, i == last);
}

static void
inserted_cb (GtkTextBuffer *buffer,
             GtkTextIter   *end,
             const char    *text,
             int            length)
{
  GtkTextIter start = *end;
  int mark;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  mark = gtk_text_iter_get_line (&start);
  dress_lines (buffer, mark, gtk_text_iter_get_line (end));
  /* styles move no text, but they age iters */
  gtk_text_buffer_get_iter_at_offset (buffer, end, gtk_text_iter_get_offset (end));
}

static void
deleted_cb (GtkTextBuffer *buffer,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  int line = gtk_text_iter_get_line (start);

  dress_lines (buffer, line, line);
}

static void
set_colors (GtkTextView *view)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));
  GdkRGBA color;

  roundel_compat_get_color (GTK_WIDGET (view), &color);
  color.alpha *= .45f;
  g_object_set (gtk_text_tag_table_lookup (tags, "mark"), "foreground-rgba", &color, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "done"), "foreground-rgba", &color, NULL);
  color.alpha = color.alpha / .45f * .75f;
  g_object_set (gtk_text_tag_table_lookup (tags, "quote"), "foreground-rgba", &color, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, TAG), "foreground-rgba", &color, NULL);
}

/* What an input method is about to write, which Enter then only confirms. */
static void
preedit_cb (GtkWidget  *view,
            const char *preedit)
{
  g_object_set_data (G_OBJECT (view), "preedit", GINT_TO_POINTER (*preedit != '\0'));
}

/* Enter goes on with a list; on a line of it where nothing stands it ends the list. Either is one step to undo. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkTextView           *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, at;
  g_autofree char *line = NULL;
  g_autofree char *next = NULL;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !gtk_text_view_get_editable (view) || gtk_text_buffer_get_has_selection (buffer)
      || g_object_get_data (G_OBJECT (view), "preedit") != NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  start = at;
  gtk_text_iter_set_line_offset (&start, 0);
  line = gtk_text_buffer_get_text (buffer, &start, &at, TRUE);
  next = roundel_markdown_dup_next (line);
  if (next == NULL || (*next == '\0' && !gtk_text_iter_ends_line (&at)))
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  if (*next == '\0')
    gtk_text_buffer_delete (buffer, &start, &at);
  else
    {
      g_autofree char *both = g_strconcat ("\n", next, NULL);

      gtk_text_buffer_insert (buffer, &at, both, -1);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
  return TRUE;
}

/**
 * roundel_page_dress:
 * @view: an empty text view
 *
 * What is written in @view looks as its Markdown says, while it is written. The text itself stays as it is.
 */
void
roundel_page_dress (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const GdkRGBA marked = { .98f, .84f, .36f, .45f };

  gtk_text_buffer_create_tag (buffer, "title", "scale", 1.55, "weight", 800, "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "scale", 1.15, "weight", 700, "pixels-above-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "item", "indent", -12, NULL);
  gtk_text_buffer_create_tag (buffer, "done", "indent", -12,
                              "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "quote", "left-margin", 20, "accumulative-margin", TRUE, "style", PANGO_STYLE_ITALIC,
                              NULL);
  gtk_text_buffer_create_tag (buffer, "bold", "weight", 700, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "mark", NULL);
  gtk_text_buffer_create_tag (buffer, "bullet", "weight", 800, NULL);
  gtk_text_buffer_create_tag (buffer, TAG, "weight", 600, NULL);
  gtk_text_buffer_create_tag (buffer, HIT, "background-rgba", &marked, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  set_colors (view);
  g_signal_connect_object (view, "map", G_CALLBACK (set_colors), NULL, 0);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (set_colors), view,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect (view, "preedit-changed", G_CALLBACK (preedit_cb), NULL);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), NULL);
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb), NULL);
}

/* TEXT, wherever a word begins with it. */
static void
mark (GtkTextBuffer *buffer,
      const char    *text)
{
  GtkTextIter at, from, to;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (*text != '\0'
         && gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &from, &to, NULL))
    {
      if (gtk_text_iter_starts_word (&from))
        gtk_text_buffer_apply_tag_by_name (buffer, HIT, &from, &to);
      at = to;
    }
}

/**
 * roundel_page_mark_words:
 * @view: a text view that roundel_page_dress() has dressed
 * @typed: (nullable): what is searched for, as for roundel_search_query(): its words are marked where they begin one, and what
 *   is in quotes as a whole; nothing of what stands after a minus
 */
void
roundel_page_mark_words (GtkTextView *view,
                         const char  *typed)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_auto (GStrv) parts = g_strsplit (typed != NULL ? typed : "", "\"", -1);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, HIT, &start, &end);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) terms = i % 2 == 0 ? g_strsplit_set (parts[i], " \t\n", -1) : NULL;

      if (i % 2 == 1 && !g_str_has_suffix (parts[i - 1], "-"))
        mark (buffer, parts[i]);
      for (guint k = 0; terms != NULL && terms[k] != NULL; k++)
        {
          g_auto (GStrv) words = g_str_tokenize_and_fold (*terms[k] != '-' ? terms[k] : "", NULL, NULL);

          for (guint n = 0; words[n] != NULL; n++)
            mark (buffer, words[n]);
        }
    }
}
