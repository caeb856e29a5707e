/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/partner-card.h"

#include <glib/gi18n-lib.h>

#include "app/journal/partner.h"

/* One's partner, the next meeting, and the way to it. */
struct _RoundelPartnerCard
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *next;
  GtkWidget *meet_button;
  GtkButton *more_button;
};

G_DEFINE_FINAL_TYPE (RoundelPartnerCard, roundel_partner_card, ADW_TYPE_BIN)

static void
roundel_partner_card_class_init (RoundelPartnerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/partner-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerCard, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerCard, next);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerCard, meet_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPartnerCard, more_button);
}

static void
roundel_partner_card_init (RoundelPartnerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
roundel_partner_card_new (void)
{
  return g_object_new (ROUNDEL_TYPE_PARTNER_CARD, NULL);
}

/**
 * roundel_partner_card_set:
 * @self: a card
 * @week: who the partner is
 * @journal: where the meetings are
 */
void
roundel_partner_card_set (RoundelPartnerCard    *self,
                          const RoundelThisWeek *week,
                          RoundelJournal        *journal)
{
  gint64 now = roundel_env_now (roundel_journal_get_env (journal)) / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) meetings = roundel_journal_list_partner_meetings (journal, NULL);
  const RoundelPartnerMeeting *open = roundel_partner_find_open (meetings);
  gboolean over = open != NULL && g_date_time_to_unix (open->at) <= now;
  g_autofree char *when = open != NULL ? roundel_partner_dup_when (open, now) : NULL;
  g_autofree char *next = NULL;

  g_return_if_fail (ROUNDEL_IS_PARTNER_CARD (self));

  if (over)
    next = g_strdup_printf (_("%s: what did each of you take away?"), when);
  else if (open != NULL)
    next = g_strdup_printf (_("You meet on %s"), when);
  else
    next = g_strdup (_("Equal turns, twenty minutes together, whenever it suits you."));
  gtk_label_set_label (self->name, week->partner != NULL ? week->partner : _("Your partner"));
  gtk_label_set_label (self->next, next);
  gtk_widget_set_visible (self->meet_button, !over);
  gtk_button_set_label (self->more_button, over ? _("Note It…") : _("Meetings…"));
}
