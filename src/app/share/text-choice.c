/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/text-choice.h"

#include <glib/gi18n-lib.h>

#include "app/share/marked.h"
#include "app/widgets/record-words.h"
#include "app/widgets/avatar.h"
#include "store/programs.h"

/* Texts that were written at the same time, side by side with what differs marked: one of them is kept, or a new text. */
struct _RoundelTextChoice
{
  AdwBin parent_instance;

  GtkWidget *cards;
  GtkWidget *own_box;
  GtkCheckButton *own_button;
  GtkCheckButton *later_button; /* NULL when it cannot wait */
  GPtrArray *versions;          /* of RoundelRecord: those to choose from */
  GPtrArray *buttons;           /* of GtkCheckButton, one a version */
  GPtrArray *own_texts;         /* of GtkTextView, one a key */
  char **keys;                  /* the words that differ; none when what differs is no text */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RoundelTextChoice, roundel_text_choice, ADW_TYPE_BIN)

static void
chosen_cb (RoundelTextChoice *self)
{
  gboolean own = gtk_check_button_get_active (self->own_button);

  gtk_widget_set_visible (self->own_box, own);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *card = gtk_widget_get_parent (gtk_widget_get_parent (self->buttons->pdata[i]));

      if (gtk_check_button_get_active (self->buttons->pdata[i]))
        gtk_widget_add_css_class (card, "kept");
      else
        gtk_widget_remove_css_class (card, "kept");
    }
  if (own && self->own_texts->len > 0)
    gtk_widget_grab_focus (self->own_texts->pdata[0]);
  g_signal_emit (self, chosen_signal, 0);
}

static GtkCheckButton *
add_button (RoundelTextChoice *self,
            const char        *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  if (self->own_button != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->own_button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (button);
}

static void
card_pressed_cb (GtkCheckButton *button)
{
  gtk_check_button_set_active (button, TRUE);
}

static void
add_card (RoundelTextChoice    *self,
          guint                 index,
          const char           *own,
          GHashTable           *members,
          const RoundelProgram *program)
{
  const RoundelRecord *version = self->versions->pdata[index];
  const RoundelRecord *other = self->versions->pdata[index == 0 ? 1 : 0];
  gboolean mine = g_strcmp0 (version->device, own) == 0;
  gboolean known = members != NULL && g_hash_table_contains (members, version->device);
  g_autofree char *who = roundel_words_who (version->device, own, members, program);
  /* Translators: whose text it is */
  g_autofree char *whose = mine ? g_strdup (_("Your text")) : g_strdup_printf (_("Text of %s"), who);
  g_autofree char *when = roundel_words_when (version->written);
  g_autofree char *text = roundel_words_version (version->body, (const char * const *) self->keys, program);
  g_autofree char *others = roundel_words_version (other->body, (const char * const *) self->keys, program);
  g_autofree char *said = g_strdup_printf ("%s: %s", whose, text);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = roundel_wrapped_label_new (NULL, "release-text");
  GtkCheckButton *button = add_button (self, whose);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (GTK_WIDGET (button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (button));
  if (!mine)
    gtk_box_append (GTK_BOX (head), roundel_avatar_new (32, known ? who : NULL));
  /* two beside each other, where there is room */
  gtk_label_set_max_width_chars (GTK_LABEL (words), 28);
  if (*text != '\0')
    roundel_label_set_marked (GTK_LABEL (words), text, others);
  else
    gtk_label_set_label (GTK_LABEL (words), _("Nothing stands here."));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "text-choice");
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), roundel_wrapped_label_new (when, "note"));
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_set_size_request (card, 240, -1);
  g_signal_connect_object (click, "pressed", G_CALLBACK (card_pressed_cb), button, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
  gtk_flow_box_append (GTK_FLOW_BOX (self->cards), card);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
  g_ptr_array_add (self->buttons, button);
}

/* A new text begins with the one that is shown. */
static void
add_own_text (RoundelTextChoice *self,
              const char        *key)
{
  const RoundelRecord *first = self->versions->pdata[0];
  g_autofree char *text = roundel_words_text (first->body, key);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  const char *label = roundel_words_label (key);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 14);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 14);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), self->keys[1] == NULL ? 110 : 64);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_box_append (GTK_BOX (self->own_box), roundel_wrapped_label_new (label, "note"));
  gtk_box_append (GTK_BOX (self->own_box), scrolled);
  g_ptr_array_add (self->own_texts, view);
}

static void
put_own_first (GPtrArray  *versions,
               const char *own)
{
  for (guint i = 1; i < versions->len; i++)
    if (g_strcmp0 (((RoundelRecord *) versions->pdata[i])->device, own) == 0)
      {
        gpointer mine = versions->pdata[i];

        versions->pdata[i] = versions->pdata[0];
        versions->pdata[0] = mine;
        return;
      }
}

static void
build (RoundelTextChoice    *self,
       const char           *own,
       GHashTable           *cards,
       const RoundelProgram *program,
       gboolean              can_wait)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->own_button = add_button (self, _("Write a new text from both"));
  self->cards = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), 2);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->cards), 14);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->cards), 14);
  self->own_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < self->versions->len; i++)
    add_card (self, i, own, cards, program);
  for (guint i = 0; self->keys[i] != NULL; i++)
    add_own_text (self, self->keys[i]);
  /* which of its words, where the texts do not say so themselves */
  if (self->keys[0] != NULL && self->keys[1] == NULL)
    gtk_box_append (GTK_BOX (box), roundel_wrapped_label_new (roundel_words_label (self->keys[0]), "heading"));
  gtk_box_append (GTK_BOX (box), self->cards);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->own_button));
  gtk_box_append (GTK_BOX (box), self->own_box);
  gtk_widget_set_visible (GTK_WIDGET (self->own_button), self->keys[0] != NULL);
  if (can_wait)
    {
      self->later_button = add_button (self, _("Decide later: both stay side by side"));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->later_button));
    }
  gtk_box_append (GTK_BOX (box), roundel_wrapped_label_new (_("Underlined is where they differ. Whatever you choose, the other "
                                                              "text stays in the history."), "note"));
  gtk_widget_set_visible (self->own_box, FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
roundel_text_choice_finalize (GObject *object)
{
  RoundelTextChoice *self = ROUNDEL_TEXT_CHOICE (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->own_texts, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  G_OBJECT_CLASS (roundel_text_choice_parent_class)->finalize (object);
}

static void
roundel_text_choice_class_init (RoundelTextChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_text_choice_finalize;

  /* another answer was given */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_text_choice_init (RoundelTextChoice *self)
{
  self->buttons = g_ptr_array_new ();
  self->own_texts = g_ptr_array_new ();
}

/**
 * roundel_text_choice_new:
 * @versions: (element-type RoundelRecord): the texts; one's own comes first afterwards
 * @own: who writes here
 * @cards: (nullable): of roundel_cards_read()
 * @program: (nullable): the program, for names
 * @can_wait: whether to decide later is an answer
 *
 * Returns: (transfer floating): a choice that is not made yet
 */
GtkWidget *
roundel_text_choice_new (GPtrArray            *versions,
                         const char           *own,
                         GHashTable           *cards,
                         const RoundelProgram *program,
                         gboolean              can_wait)
{
  RoundelTextChoice *self;

  g_return_val_if_fail (versions != NULL && versions->len > 1, NULL);

  self = g_object_new (ROUNDEL_TYPE_TEXT_CHOICE, NULL);
  self->versions = g_ptr_array_ref (versions);
  put_own_first (self->versions, own);
  self->keys = roundel_words_differing (versions);
  build (self, own, cards, program, can_wait);
  return GTK_WIDGET (self);
}

/**
 * roundel_text_choice_is_made:
 * @self: a choice
 *
 * Returns: whether an answer was given, be it to decide later
 */
gboolean
roundel_text_choice_is_made (RoundelTextChoice *self)
{
  gboolean made = roundel_text_choice_waits (self) || gtk_check_button_get_active (self->own_button);

  for (guint i = 0; i < self->buttons->len; i++)
    made |= gtk_check_button_get_active (self->buttons->pdata[i]);
  return made;
}

/**
 * roundel_text_choice_waits:
 * @self: a choice
 *
 * Returns: whether the answer is to decide later
 */
gboolean
roundel_text_choice_waits (RoundelTextChoice *self)
{
  return self->later_button != NULL && gtk_check_button_get_active (self->later_button);
}

static gboolean
write_own (RoundelTextChoice  *self,
           RoundelNotebook    *notebook,
           RoundelRecord      *record,
           GError            **error)
{
  for (guint i = 0; i < self->own_texts->len; i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own_texts->pdata[i]);
      GtkTextIter start, end;
      g_autofree char *text = NULL;
      g_autofree char *patch = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      patch = roundel_words_patch (self->keys[i], text);
      record->revision = NULL;
      record->body = patch;
      if (!roundel_notebook_edit (notebook, record, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * roundel_text_choice_keep:
 * @self: a choice that is made
 * @notebook: where the texts stand side by side
 * @error: return location
 *
 * Writes what was chosen over all of them; a new text is one more change on top of the first. To decide later writes nothing.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_text_choice_keep (RoundelTextChoice  *self,
                          RoundelNotebook    *notebook,
                          GError            **error)
{
  RoundelRecord chosen = *(RoundelRecord *) self->versions->pdata[0];

  if (roundel_text_choice_waits (self))
    return TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      chosen.body = ((RoundelRecord *) self->versions->pdata[i])->body;
  return roundel_notebook_resolve (notebook, &chosen, NULL, error)
         && (!gtk_check_button_get_active (self->own_button) || write_own (self, notebook, &chosen, error));
}
