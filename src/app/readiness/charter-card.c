/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/charter-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-words.h"
#include "app/widgets/record-history.h"
#include "core/agreement.h"
#include "core/schedule.h"

/* The ground rules of a circle, one a line, and who agreed to them, name by name (D11). */
struct _RoundelCharterCard
{
  AdwBin parent_instance;

  char *circle;
  GtkTextBuffer *rules;
  gboolean edited;
  GtkWidget *save;
};

enum
{
  RULES,
  AGREED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelCharterCard, roundel_charter_card, ADW_TYPE_BIN)

static char *
dup_text (RoundelCharterCard *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->rules, &start, &end);
  return gtk_text_buffer_get_text (self->rules, &start, &end, FALSE);
}

static void
save_cb (RoundelCharterCard *self)
{
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) rules = g_strsplit (text, "\n", -1);

  self->edited = FALSE;
  g_signal_emit (self, signals[RULES], 0, rules);
}

static void
changed_cb (RoundelCharterCard *self)
{
  self->edited = TRUE;
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
agreed_cb (RoundelCharterCard *self,
           GtkCheckButton     *check)
{
  g_signal_emit (self, signals[AGREED], 0, g_object_get_data (G_OBJECT (check), "member"), gtk_check_button_get_active (check));
}

static void
roundel_charter_card_finalize (GObject *object)
{
  g_free (ROUNDEL_CHARTER_CARD (object)->circle);
  G_OBJECT_CLASS (roundel_charter_card_parent_class)->finalize (object);
}

static void
roundel_charter_card_class_init (RoundelCharterCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_charter_card_finalize;

  /* (the rules, as strings) */
  signals[RULES] = g_signal_new ("rules", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRV);
  /* (id of a member, whether) */
  signals[AGREED] = g_signal_new ("agreed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
roundel_charter_card_init (RoundelCharterCard *self)
{
}

static void
append_note (GtkBox     *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "note");
  gtk_box_append (box, label);
}

static void
append_names (RoundelCharterCard   *self,
              GtkBox               *box,
              const RoundelProgram *program,
              const RoundelCharter *charter,
              const GArray         *members)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  for (guint i = 0; i < members->len; i++)
    {
      guint at = g_array_index (members, guint, i);
      const RoundelMember *member = program->members->pdata[at];
      g_autofree char *name = roundel_words_name (program, at);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char *const *) charter->agreed, member->id));
      gtk_widget_set_name (check, member->id); /* by which the focus comes back when the page is built anew */
      g_object_set_data_full (G_OBJECT (check), "member", g_strdup (member->id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (agreed_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  gtk_box_append (box, flow);
}

static void
append_history (GtkBox               *box,
                const RoundelProgram *program,
                const RoundelCharter *charter)
{
  const RoundelRecord record = { .program = program->id, .kind = "charter", .entity = charter->id, .reg = "" };
  GtkWidget *history = roundel_record_history_new (_("the charter"), &record, 1);

  gtk_widget_add_css_class (history, "flat");
  gtk_box_append (box, history);
}

/**
 * roundel_charter_card_new:
 * @program: a program
 * @circle: one of its circles
 *
 * Without a charter it shows the rules that are suggested, to be edited and saved.
 *
 * Returns: (transfer floating): a card, which emits `rules` and `agreed`
 */
GtkWidget *
roundel_charter_card_new (const RoundelProgram *program,
                          const RoundelCircle  *circle)
{
  RoundelCharterCard *self = g_object_new (ROUNDEL_TYPE_CHARTER_CARD, NULL);
  const RoundelCharter *charter = roundel_program_find_charter (program, circle->id);
  gboolean has = charter != NULL && charter->rules[0] != NULL;
  g_auto (GStrv) suggested = has ? NULL : roundel_charter_suggest_rules ();
  g_autofree char *text = g_strjoinv ("\n", has ? charter->rules : suggested);
  g_autoptr (GArray) members = roundel_program_list_circle (program, circle);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *view = gtk_text_view_new ();

  self->circle = g_strdup (circle->id);
  self->rules = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (self->rules, text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 5);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "charter-rules");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rules of the charter, one a line"), -1);
  append_note (GTK_BOX (box), has ? _("One rule a line. When the rules change, everybody is asked again.")
                                  : _("These rules are suggested: one a line, to be changed as the group likes, and saved."));
  gtk_box_append (GTK_BOX (box), view);
  self->save = gtk_button_new_with_label (has ? _("Save the Rules") : _("Use These Rules"));
  gtk_widget_set_halign (self->save, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->save, !has);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->save);
  if (has)
    {
      guint n = g_strv_length (charter->agreed);
      g_autofree char *local = g_strconcat (charter->agreed_on != NULL ? charter->agreed_on : "", "T00:00", NULL);
      g_autofree char *date = roundel_local_time_is_valid (local) ? roundel_words_date (local) : NULL;
      g_autofree char *agreed = date != NULL ? g_strdup_printf (_("%u of %u agree · %s"), n, members->len, date)
                                             : g_strdup (_("Who agrees to it? It is asked in the first session, name by name."));
      GtkWidget *label = gtk_label_new (agreed);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
      append_names (self, GTK_BOX (box), program, charter, members);
      append_history (GTK_BOX (box), program, charter);
    }
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "lesson-card");
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * roundel_charter_card_take_unsaved:
 * @self: a card
 * @before: the one in whose place it is
 *
 * Rules that were edited in @before and not saved stay.
 */
void
roundel_charter_card_take_unsaved (RoundelCharterCard *self,
                                   RoundelCharterCard *before)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ROUNDEL_IS_CHARTER_CARD (self) && ROUNDEL_IS_CHARTER_CARD (before));

  text = before->edited ? dup_text (before) : NULL;
  if (text != NULL)
    gtk_text_buffer_set_text (self->rules, text, -1);
}

const char *
roundel_charter_card_get_circle (RoundelCharterCard *self)
{
  return self->circle;
}
