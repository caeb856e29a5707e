/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/week-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/paragraph.h"

/* What the circle does until it meets again, each with one's answer, or the way to write it down. */
struct _RoundelWeekCard
{
  AdwBin parent_instance;

  GtkBox *box;
  RoundelJournal *journal; /* while it is filled */
};

G_DEFINE_FINAL_TYPE (RoundelWeekCard, roundel_week_card, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = roundel_paragraph_new (text, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* What one wrote on QUESTION, which opens its page. */
static gboolean
add_answer (RoundelWeekCard *self,
            const char      *question)
{
  g_autofree char *answer = NULL;
  g_autofree char *id = roundel_answer_find (self->journal, question, &answer);
  g_autofree char *said = NULL;
  GtkWidget *button, *label;

  if (id == NULL)
    return FALSE;
  /* Translators: what its reader wrote on a question, in the first words */
  said = g_strdup_printf (_("You wrote: “%s”"), answer);
  label = new_label (said, "note");
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journal.open-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (self->box, button);
  return TRUE;
}

/* TEXT under what it is; with KIND, one's answer, or a button with which a page of that kind begins. */
static void
add_part (RoundelWeekCard *self,
          const char      *what,
          const char      *text,
          const char      *kind)
{
  GtkWidget *heading;
  GtkWidget *button;
  g_autofree char *said = NULL;

  if (text == NULL || *text == '\0')
    return;
  heading = new_label (what, "note");
  gtk_widget_set_margin_top (heading, 8);
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, new_label (text, NULL));
  if (kind == NULL || add_answer (self, text))
    return;
  button = gtk_button_new_with_label (_("Write on This"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", kind, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journal.write-on");
  said = g_strdup_printf (_("Write on this: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (self->box, button);
}

/* What is brought in, and where it is to be found; an address on the web opens there. */
static void
add_knowledge (RoundelWeekCard      *self,
               const RoundelSession *session)
{
  const char *source = session->source != NULL ? session->source : "";
  GtkWidget *label;

  add_part (self, _("To read or watch"), session->knowledge != NULL ? session->knowledge : source, NULL);
  if (session->knowledge == NULL || *source == '\0')
    return;
  label = new_label (source, "note");
  if (g_str_has_prefix (source, "https://") || g_str_has_prefix (source, "http://"))
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", source, source);

      gtk_label_set_markup (GTK_LABEL (label), link);
    }
  gtk_box_append (self->box, label);
}

static void
add_between (RoundelWeekCard       *self,
             const RoundelThisWeek *now)
{
  const RoundelSession *session = now->week.next.session;

  for (guint i = 0; i < session->between->len; i++)
    {
      const RoundelBetween *between = session->between->pdata[i];
      g_autofree char *with = NULL;

      switch (between->kind)
        {
        /* the question of an overview, where it has one, stands above */
        case ROUNDEL_BETWEEN_OVERVIEW: add_part (self, _("Overview"), between->text, session->question == NULL ? "question" : NULL); break;
        case ROUNDEL_BETWEEN_PARTNER:
          if (now->partner != NULL)
            with = g_strdup_printf (_("With %s"), now->partner);
          add_part (self, with != NULL ? with : _("With your partner"), between->text, "reflection");
          break;
        case ROUNDEL_BETWEEN_REAL: add_part (self, _("For real"), between->text, "reflection"); break;
        case ROUNDEL_BETWEEN_PROMPT:
        default: add_part (self, _("A small thing"), between->text, "reflection"); break;
        }
    }
}

static void
roundel_week_card_class_init (RoundelWeekCardClass *klass)
{
}

static void
roundel_week_card_init (RoundelWeekCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "week");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
roundel_week_card_new (void)
{
  return g_object_new (ROUNDEL_TYPE_WEEK_CARD, NULL);
}

/**
 * roundel_week_card_set:
 * @self: a card
 * @now: what there is to do, until a session that comes
 * @journal: where the answers are
 */
void
roundel_week_card_set (RoundelWeekCard       *self,
                       const RoundelThisWeek *now,
                       RoundelJournal        *journal)
{
  const RoundelSession *session;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  GtkWidget *child;

  g_return_if_fail (ROUNDEL_IS_WEEK_CARD (self) && now != NULL && now->comes);

  session = now->week.next.session;
  self->journal = journal;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  utc = g_date_time_new_from_unix_utc (now->week.next.begin);
  local = g_date_time_to_local (utc);
  /* Translators: when the circle meets next: Thursday 21 January, 15:00 */
  when = g_date_time_format (local, _("%A %-d %B, %H:%M"));
  title = session->title != NULL ? g_strdup_printf ("%s · %s", session->title, when) : g_strdup (when);
  gtk_box_append (self->box, new_label (_("You meet next"), "note"));
  gtk_box_append (self->box, new_label (title, "promise-text"));
  add_knowledge (self, session);
  add_part (self, _("To discuss"), session->question, "question");
  add_between (self, now);
  self->journal = NULL;
}
