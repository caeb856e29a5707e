/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/conflict-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/record-words.h"
#include "app/share/text-diff.h"
#include "app/window.h"
#include "store/programs.h"

#define MOST_HISTORY 10

/* Texts that two people wrote at the same time, one conflict after the other. Whatever is chosen, all of them stay in the
 * history. */
struct _RoundelConflictPage
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *title;
  GtkFlowBox *cards;
  GtkWidget *own;
  GtkCheckButton *own_button;
  GtkWidget *own_window;
  GtkTextView *own_text;
  GtkListBox *history;
  GtkLabel *trouble;

  RoundelDesk *desk;
  GPtrArray *versions; /* of RoundelRecord: those to choose from */
  GPtrArray *buttons;  /* of GtkCheckButton, one a version */
  char **keys;         /* what differs */
  guint of;            /* how many there were to decide */
};

G_DEFINE_FINAL_TYPE (RoundelConflictPage, roundel_conflict_page, ADW_TYPE_BIN)

static RoundelNotebook *
notebook (RoundelConflictPage *self)
{
  return roundel_desk_get_notebook (self->desk);
}

static gboolean
is_mine (RoundelConflictPage *self,
         const RoundelRecord *record)
{
  return g_strcmp0 (record->device, roundel_notebook_get_device (notebook (self))) == 0;
}

/* “Tuesday 19 January, 21:12” */
static char *
dup_when (const RoundelRecord *record)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (record->written / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, _("%A, %-d %B, %H:%M")) : g_strdup ("");
}

/* The words of one version, with what the others have not in tint and underlined. */
static void
set_marked (GtkLabel   *label,
            const char *text,
            const char *other)
{
  g_autoptr (GArray) marked = roundel_text_diff (text, other);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < marked->len; i++)
    {
      const RoundelStretch *stretch = &g_array_index (marked, RoundelStretch, i);
      PangoAttribute *list[] = {
        pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
        pango_attr_background_new (0xfafa, 0xd6d6, 0x5c5c),
        pango_attr_background_alpha_new (0x6000),
      };

      for (guint k = 0; k < G_N_ELEMENTS (list); k++)
        {
          list[k]->start_index = (guint) stretch->start;
          list[k]->end_index = (guint) stretch->end;
          pango_attr_list_insert (attributes, list[k]);
        }
    }
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What can be chosen */

static void
chosen_cb (RoundelConflictPage *self)
{
  gboolean own = gtk_check_button_get_active (self->own_button);
  gboolean chosen = own;

  for (guint i = 0; self->buttons != NULL && i < self->buttons->len; i++)
    chosen |= gtk_check_button_get_active (self->buttons->pdata[i]);
  gtk_widget_set_visible (self->own_window, own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.keep", chosen);
  if (own)
    gtk_widget_grab_focus (GTK_WIDGET (self->own_text));
}

static void
add_card (RoundelConflictPage *self,
          guint                index)
{
  const RoundelRecord *version = self->versions->pdata[index];
  const RoundelRecord *other = self->versions->pdata[index == 0 ? 1 : 0];
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = gtk_check_button_new_with_label (is_mine (self, version) ? _("Your text") : _("Somebody’s text"));
  GtkWidget *when = new_label ("note");
  GtkWidget *words = new_label ("release-text");
  g_autofree char *written = dup_when (version);
  g_autofree char *text = roundel_words_version (version->body, (const char * const *) self->keys);
  g_autofree char *others = roundel_words_version (other->body, (const char * const *) self->keys);
  g_autofree char *said = g_strdup_printf ("%s: %s", gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), text);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->own_button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  /* two beside each other, where there is room */
  gtk_label_set_max_width_chars (GTK_LABEL (words), 28);
  gtk_label_set_label (GTK_LABEL (when), written);
  if (*text != '\0')
    set_marked (GTK_LABEL (words), text, others);
  else
    gtk_label_set_label (GTK_LABEL (words), _("Nothing stands here."));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "text-choice");
  gtk_box_append (GTK_BOX (card), button);
  gtk_box_append (GTK_BOX (card), when);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_set_size_request (card, 260, -1);
  gtk_flow_box_append (self->cards, card);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
  g_ptr_array_add (self->buttons, button);
}

static void
show_history (RoundelConflictPage *self)
{
  g_autoptr (GPtrArray) history = roundel_notebook_history (notebook (self), self->versions->pdata[0], NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, row);
  for (guint i = 0; history != NULL && i < MIN (history->len, MOST_HISTORY); i++)
    {
      const RoundelRecord *record = history->pdata[i];
      g_autofree char *text = roundel_words_version (record->body != NULL ? record->body : "{}",
                                                     (const char * const *) self->keys);
      g_autofree char *when = dup_when (record);
      g_autofree char *escaped = g_markup_escape_text (record->body != NULL ? text : _("Its words were taken back."), -1);
      g_autofree char *said = g_strdup_printf (is_mine (self, record) ? _("you, %s") : _("somebody, %s"), when);

      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      gtk_list_box_append (self->history, row);
    }
}

/* The next one, or back to where it began. */
static void
show_next (RoundelConflictPage *self)
{
  g_autoptr (GPtrArray) conflicts = roundel_notebook_conflicts (notebook (self), NULL, NULL);
  g_autoptr (RoundelProgram) program = NULL;
  g_autofree char *named = NULL;
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  const RoundelRecord *first;
  GtkWidget *card;

  if (conflicts == NULL || conflicts->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "conflict.later", NULL);
      return;
    }
  self->of = MAX (self->of, conflicts->len);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, card);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  self->versions = g_ptr_array_ref (conflicts->pdata[0]);
  self->buttons = g_ptr_array_new ();
  self->keys = roundel_words_differing (self->versions);
  first = self->versions->pdata[0];
  program = roundel_notebook_read_program (notebook (self), first->program, NULL);
  named = roundel_words_title (first, program);
  title = *named != '\0' ? g_strdup_printf (_("%s, “%s”: written twice at the same time"),
                                            roundel_words_kind (first->kind, first->reg), named)
                         : g_strdup_printf (_("%s: written twice at the same time"),
                                            roundel_words_kind (first->kind, first->reg));
  gtk_label_set_label (self->title, title);
  count = g_strdup_printf (_("%u of %u"), self->of - conflicts->len + 1, self->of);
  adw_window_title_set_subtitle (self->window_title, count);
  gtk_check_button_set_active (self->own_button, FALSE);
  for (guint i = 0; i < self->versions->len; i++)
    add_card (self, i);
  /* a new text is written where one field differs, and that is words */
  gtk_widget_set_visible (self->own, self->keys[0] != NULL && self->keys[1] == NULL);
  if (self->keys[0] != NULL)
    {
      g_autofree char *text = roundel_words_text (first->body, self->keys[0]);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->own_text), text != NULL ? text : "", -1);
    }
  show_history (self);
  chosen_cb (self);
}

/* Actions */

static void
later (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

/* Writes over all the versions; a new text is one more change on top of the first of them. */
static void
keep (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelConflictPage *self = ROUNDEL_CONFLICT_PAGE (widget);
  gboolean own = gtk_check_button_get_active (self->own_button);
  g_autoptr (GError) error = NULL;
  RoundelRecord chosen;
  gboolean done;

  chosen = *(RoundelRecord *) self->versions->pdata[0];
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      chosen.body = ((RoundelRecord *) self->versions->pdata[i])->body;
  done = roundel_notebook_resolve (notebook (self), &chosen, NULL, &error);
  if (done && own)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own_text);
      GtkTextIter start, end;
      g_autofree char *text = NULL;
      g_autofree char *patch = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      patch = roundel_words_patch (self->keys[0], text);
      chosen.revision = NULL;
      chosen.body = patch;
      done = roundel_notebook_edit (notebook (self), &chosen, NULL, &error);
    }
  gtk_label_set_label (self->trouble, done ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), !done);
  if (done)
    show_next (self);
}

/* Overrides */

static void
roundel_conflict_page_dispose (GObject *object)
{
  RoundelConflictPage *self = ROUNDEL_CONFLICT_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  G_OBJECT_CLASS (roundel_conflict_page_parent_class)->dispose (object);
}

static void
roundel_conflict_page_class_init (RoundelConflictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_conflict_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/conflict-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, own);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, own_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, own_window);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, own_text);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, history);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "conflict.later", NULL, later);
  gtk_widget_class_install_action (widget_class, "conflict.keep", NULL, keep);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "conflict.later", NULL);
}

static void
roundel_conflict_page_init (RoundelConflictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_conflict_page_new:
 * @desk: where the programs are; something in them is in conflict
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_conflict_page_new (RoundelDesk *desk)
{
  RoundelConflictPage *self = g_object_new (ROUNDEL_TYPE_CONFLICT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  show_next (self);
  return GTK_WIDGET (self);
}

/**
 * roundel_conflict_page_has:
 * @desk: where the programs are
 *
 * Returns: whether anything in them was written twice at the same time
 */
gboolean
roundel_conflict_page_has (RoundelDesk *desk)
{
  g_autoptr (GPtrArray) conflicts = roundel_notebook_conflicts (roundel_desk_get_notebook (desk), NULL, NULL);

  return conflicts != NULL && conflicts->len > 0;
}
