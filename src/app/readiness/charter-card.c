/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/charter-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-words.h"
#include "app/widgets/record-history.h"
#include "core/agreement.h"

/* The ground rules of a circle, one a line, and who agreed to them, name by name (D11). */
struct _RoundelCharterCard
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkLabel *about;
  GtkTextBuffer *rules;
  GtkButton *save;
  GtkLabel *agreed;
  GtkFlowBox *names;
  GtkWidget *history;   /* NULL as long as there is no charter */

  char *circle;
  gboolean edited;
  gboolean setting;
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
  if (self->setting)
    return;
  self->edited = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
}

static void
agreed_cb (RoundelCharterCard *self,
           GtkCheckButton     *check)
{
  if (!self->setting)
    g_signal_emit (self, signals[AGREED], 0, gtk_widget_get_name (GTK_WIDGET (check)), gtk_check_button_get_active (check));
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

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_rules (RoundelCharterCard *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->rules = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 5);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "charter-rules");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rules of the charter, one a line"), -1);
  g_signal_connect_object (self->rules, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static void
roundel_charter_card_init (RoundelCharterCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "lesson-card");
  self->about = append_label (self->box, "note");
  gtk_box_append (self->box, make_rules (self));
  self->save = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->save), GTK_ALIGN_START);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->save));
  self->agreed = append_label (self->box, "heading");
  self->names = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->names, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->names, 3);
  gtk_flow_box_set_homogeneous (self->names, TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->names));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
append_check (RoundelCharterCard *self)
{
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (agreed_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->names, check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
  return check;
}

/* A check is named by its member. */
static void
show_names (RoundelCharterCard   *self,
            const RoundelProgram *program,
            const RoundelCharter *charter,
            const GArray         *members)
{
  GtkFlowBoxChild *child;

  for (guint i = 0; i < members->len; i++)
    {
      guint at = g_array_index (members, guint, i);
      const RoundelMember *member = program->members->pdata[at];
      g_autofree char *name = roundel_words_name (program, at);
      GtkWidget *check;

      child = gtk_flow_box_get_child_at_index (self->names, (int) i);
      check = child != NULL ? gtk_flow_box_child_get_child (child) : append_check (self);
      gtk_widget_set_name (check, member->id);
      gtk_check_button_set_label (GTK_CHECK_BUTTON (check), name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char *const *) charter->agreed, member->id));
    }
  while ((child = gtk_flow_box_get_child_at_index (self->names, (int) members->len)) != NULL)
    gtk_flow_box_remove (self->names, GTK_WIDGET (child));
}

static void
show_history (RoundelCharterCard   *self,
              const RoundelProgram *program,
              const RoundelCharter *charter)
{
  const RoundelRecord record = { .program = program->id, .kind = "charter", .entity = charter->id, .reg = "" };

  if (self->history != NULL)
    return;
  self->history = roundel_record_history_new (_("the charter"), &record, 1);
  gtk_widget_add_css_class (self->history, "flat");
  gtk_box_append (self->box, self->history);
}

static char *
describe_agreed (const RoundelCharter *charter,
                 guint                 n_members)
{
  g_autofree char *date = charter->agreed_on != NULL ? roundel_words_day (charter->agreed_on) : NULL;

  if (date == NULL)
    return g_strdup (_("Who agrees to it? It is asked in the first session, name by name."));
  return g_strdup_printf (_("%u of %u agree · %s"), g_strv_length (charter->agreed), n_members, date);
}

/**
 * roundel_charter_card_new:
 * @circle: id of a circle
 *
 * Returns: (transfer floating): a card, which emits `rules` and `agreed`
 */
GtkWidget *
roundel_charter_card_new (const char *circle)
{
  RoundelCharterCard *self = g_object_new (ROUNDEL_TYPE_CHARTER_CARD, NULL);

  self->circle = g_strdup (circle);
  return GTK_WIDGET (self);
}

/**
 * roundel_charter_card_show:
 * @self: a card
 * @program: the program of its circle
 *
 * Without a charter it shows the rules that are suggested, to be edited and saved. Rules that are being edited stay.
 */
void
roundel_charter_card_show (RoundelCharterCard   *self,
                           const RoundelProgram *program)
{
  const RoundelCircle *circle;
  const RoundelCharter *charter;
  gboolean has;

  g_return_if_fail (ROUNDEL_IS_CHARTER_CARD (self));

  circle = roundel_program_find_circle (program, self->circle);
  charter = roundel_program_find_charter (program, self->circle);
  has = charter != NULL && charter->rules[0] != NULL;
  self->setting = TRUE;
  if (!self->edited)
    {
      g_auto (GStrv) suggested = has ? NULL : roundel_charter_suggest_rules ();
      g_autofree char *text = g_strjoinv ("\n", has ? charter->rules : suggested);
      g_autofree char *shown = dup_text (self);

      if (!g_str_equal (text, shown))
        gtk_text_buffer_set_text (self->rules, text, -1);
    }
  gtk_label_set_text (self->about, has ? _("One rule a line. When the rules change, everybody is asked again.")
                                       : _("These rules are suggested: one a line, to be changed as the group likes, and saved."));
  gtk_button_set_label (self->save, has ? _("Save the Rules") : _("Use These Rules"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), !has || self->edited);
  gtk_widget_set_visible (GTK_WIDGET (self->agreed), has);
  gtk_widget_set_visible (GTK_WIDGET (self->names), has);
  if (has && circle != NULL)
    {
      g_autoptr (GArray) members = roundel_program_list_circle (program, circle);
      g_autofree char *agreed = describe_agreed (charter, members->len);

      gtk_label_set_text (self->agreed, agreed);
      show_names (self, program, charter, members);
      show_history (self, program, charter);
    }
  self->setting = FALSE;
}

const char *
roundel_charter_card_get_circle (RoundelCharterCard *self)
{
  return self->circle;
}
