/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/change-row.h"

#include <glib/gi18n-lib.h>

#include "app/share/marked.h"
#include "app/widgets/record-words.h"

/* One thing that a file would change: as a row with a word for its sort, and whole, before and after. */

/* The first line of TEXT that does more than repeat the TITLE; empty when none does. */
static char *
dup_first_line (const char *text,
                const char *title)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*title == '\0' || !g_str_has_suffix (lines[i], title))
      return g_strdup (lines[i]);
  return g_strdup ("");
}

static char *
dup_title (const RoundelRecord  *record,
           const RoundelProgram *program)
{
  g_autofree char *named = roundel_words_title (record, program);
  const char *kind = roundel_words_kind (record->kind, record->reg);

  /* “Session 2” says already what it is */
  if (g_str_has_prefix (named, kind))
    return g_steal_pointer (&named);
  return *named != '\0' ? g_strdup_printf (_("%s, “%s”"), kind, named) : g_strdup (kind);
}

/* “written by you and by Grace Mbeki” */
static char *
dup_both (RoundelIncoming          *incoming,
          const RoundelMergeChange *change,
          const char               *own)
{
  const RoundelIncomingProgram *program = roundel_incoming_find (incoming, change->after->program);
  const RoundelRecord *one = change->versions->pdata[0], *other = change->versions->pdata[1];
  gboolean swap = g_strcmp0 (other->device, own) == 0;
  g_autofree char *first = roundel_words_who ((swap ? other : one)->device, own, program->cards, program->program);
  g_autofree char *second = roundel_words_who ((swap ? one : other)->device, own, program->cards, program->program);

  if (change->versions->len > 2)
    return g_strdup_printf (ngettext ("written by %u person", "written by %u people", change->versions->len), change->versions->len);
  /* Translators: who wrote the one and the other of two texts, such as: you, Grace */
  return g_strdup_printf (_("written by %s and by %s"), first, second);
}

/* Its words go from here, with all they were before. */
static gboolean
is_erased (const RoundelMergeChange *change)
{
  return change->after == NULL || change->after->body == NULL;
}

/* The first thing that is other than before, or the first that it says. */
static char *
dup_summary (RoundelIncoming          *incoming,
             const RoundelMergeChange *change,
             const char               *own,
             const char               *who)
{
  const RoundelProgram *program =
    roundel_incoming_find (incoming, change->after != NULL ? change->after->program : change->before->program)->program;
  g_autofree char *after = change->after != NULL ? roundel_words_all (change->after->body, program) : NULL;
  g_autofree char *before = change->before != NULL ? roundel_words_all (change->before->body, program) : NULL;
  g_autofree char *named = NULL;
  g_autofree char *other = NULL;
  g_autofree char *line = NULL;

  if (change->after == NULL)
    return g_strdup_printf (_("erased by %s"), who);
  if (is_erased (change))
    return g_strdup_printf (_("taken back by %s"), who);
  if (change->versions != NULL)
    return dup_both (incoming, change, own);
  if (change->after->deleted)
    return g_strdup_printf (_("deleted by %s"), who);
  if (g_strcmp0 (before, after) == 0)
    return g_strdup_printf (_("decided by %s"), who);
  named = before == NULL ? roundel_words_title (change->after, program) : g_strdup ("");
  other = before != NULL ? roundel_words_without (after, before) : NULL;
  line = dup_first_line (other != NULL && *other != '\0' ? other : after, named);
  /* Translators: who wrote what is new */
  return *line != '\0' ? g_steal_pointer (&line) : g_strdup_printf (_("from %s"), who);
}

static const char *
get_sort (const RoundelMergeChange  *change,
          const char               **css_class)
{
  *css_class = change->versions != NULL || change->after == NULL ? "decide"
               : is_erased (change) || change->after->deleted ? "gone"
               : change->before != NULL ? "changed" : "new";
  if (change->versions != NULL)
    return _("two texts");
  if (is_erased (change))
    return _("erased");
  if (change->after->deleted)
    return _("deleted");
  return change->before != NULL ? _("changed") : _("new");
}

/* Whose doing it is. */
static char *
dup_who (RoundelIncoming          *incoming,
         const RoundelMergeChange *change,
         const char               *own)
{
  const RoundelRecord *record = change->after != NULL ? change->after : change->before;
  const RoundelIncomingProgram *program = roundel_incoming_find (incoming, record->program);
  const char *device = change->eraser != NULL ? change->eraser : record->device;

  for (guint i = 0; change->versions != NULL && i < change->versions->len; i++)
    if (g_strcmp0 (((RoundelRecord *) change->versions->pdata[i])->device, own) != 0)
      device = ((RoundelRecord *) change->versions->pdata[i])->device;
  return roundel_words_who (device, own, program->cards, program->program);
}

/* How it has come to it. */
static char *
dup_story (const RoundelMergeChange     *change,
           const RoundelIncomingProgram *program,
           const char                   *who,
           const char                   *own)
{
  const RoundelRecord *record = change->after != NULL ? change->after : change->before;
  g_autofree char *when = roundel_words_when (record->written);
  g_autofree char *writer = roundel_words_who (record->device, own, program->cards, program->program);

  if (change->versions != NULL)
    return g_strdup (_("Choose what it says from now on. The other text stays in its history."));
  if (change->after == NULL)
    /* Translators: who wrote it, and who erased it */
    return g_strdup_printf (_("Written by %s and erased by %s. Since they are not the same, it stays here unless you take it away, too."),
                            writer, who);
  if (is_erased (change))
    return g_strdup_printf (_("Taken back by %s, who wrote it. With this file its words go from here, and all they were before. "
                              "Backups made earlier still have them."), who);
  if (change->after->deleted)
    /* Translators: who deleted it, and when */
    return g_strdup_printf (_("Deleted by %s, %s. What it said stays in its history."), who, when);
  /* Translators: who wrote it, and when */
  return g_strdup_printf (_("%s, %s"), who, when);
}

/**
 * roundel_change_row_new:
 * @incoming: files that were read
 * @change: one thing that they would change
 * @own: who writes here
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
roundel_change_row_new (RoundelIncoming          *incoming,
                        const RoundelMergeChange *change,
                        const char               *own)
{
  const RoundelRecord *record = change->after != NULL && !is_erased (change) ? change->after : change->before;
  const RoundelProgram *program = roundel_incoming_find (incoming, record->program)->program;
  g_autofree char *who = dup_who (incoming, change, own);
  g_autofree char *title = dup_title (record, program);
  g_autofree char *summary = dup_summary (incoming, change, own, who);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *subtitle = g_markup_escape_text (summary, -1);
  const char *css_class;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (get_sort (change, &css_class));

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, css_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), chip);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_card (GtkWidget  *box,
          const char *heading,
          const char *text,
          const char *other)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = roundel_wrapped_label_new (NULL, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "text-choice");
  if (heading != NULL)
    gtk_box_append (GTK_BOX (card), roundel_wrapped_label_new (heading, "note"));
  if (*text == '\0')
    gtk_label_set_label (GTK_LABEL (words), _("Nothing stands here."));
  else if (other != NULL)
    roundel_label_set_marked (GTK_LABEL (words), text, other);
  else
    gtk_label_set_label (GTK_LABEL (words), text);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 32);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_set_size_request (card, 240, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (box), card);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

static GtkWidget *
make_texts (const RoundelProgram     *program,
            const RoundelMergeChange *change)
{
  g_autofree char *before = change->before != NULL ? roundel_words_all (change->before->body, program) : NULL;
  g_autofree char *after = change->after != NULL ? roundel_words_all (change->after->body, program) : NULL;
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), change->before != NULL && !is_erased (change) ? 2 : 1);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 14);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 14);
  if (is_erased (change))
    add_card (box, _("It says here"), before, NULL);
  else if (change->after->deleted)
    add_card (box, _("It said"), after, NULL);
  else if (before != NULL && !g_str_equal (before, after))
    {
      g_autofree char *was = roundel_words_without (before, after);
      g_autofree char *is = roundel_words_without (after, before);

      add_card (box, _("Now"), was, is);
      add_card (box, _("Afterwards"), is, was);
    }
  else
    add_card (box, before != NULL ? _("Now and afterwards") : NULL, after, NULL);
  return box;
}

/**
 * roundel_change_view_new:
 * @incoming: files that were read
 * @change: one thing that they would change
 * @own: who writes here
 * @choice: (nullable): a choice between the texts in conflict, instead of before and after
 *
 * Returns: (transfer floating): all there is to see of it
 */
GtkWidget *
roundel_change_view_new (RoundelIncoming          *incoming,
                         const RoundelMergeChange *change,
                         const char               *own,
                         GtkWidget                *choice)
{
  const RoundelRecord *record = change->after != NULL && !is_erased (change) ? change->after : change->before;
  const RoundelIncomingProgram *program = roundel_incoming_find (incoming, record->program);
  g_autofree char *who = dup_who (incoming, change, own);
  g_autofree char *title = dup_title (record, program->program);
  g_autofree char *asked = choice != NULL ? g_strdup_printf (_("%s: written twice at the same time"), title) : NULL;
  g_autofree char *said = dup_story (change, program, who, own);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), roundel_wrapped_label_new (asked != NULL ? asked : title, "question"));
  gtk_box_append (GTK_BOX (box), roundel_wrapped_label_new (said, "dim"));
  gtk_box_append (GTK_BOX (box), choice != NULL ? choice : make_texts (program->program, change));
  return box;
}
