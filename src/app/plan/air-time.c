/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/air-time.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/ring.h"

#define SIZE 84

/* How long each member has the floor, as a ring with a segment for each; only where it is the same for all. */
struct _RoundelAirTime
{
  AdwBin parent_instance;

  RoundelRing *ring;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (RoundelAirTime, roundel_air_time, ADW_TYPE_BIN)

static void
roundel_air_time_class_init (RoundelAirTimeClass *klass)
{
}

static void
roundel_air_time_init (RoundelAirTime *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->ring = g_object_new (ROUNDEL_TYPE_RING, "size", SIZE, NULL);
  self->title = GTK_LABEL (roundel_paragraph_new (NULL, "heading"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), roundel_paragraph_new (_("in their own slots; the rest is shared, or listening"), "note"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ring));
  gtk_box_append (GTK_BOX (box), texts);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Seconds that each has; 0 where they differ. */
static guint
find_share (const RoundelAgenda *agenda)
{
  guint n = agenda != NULL ? agenda->n_members : 0;
  guint seconds = n > 0 ? roundel_agenda_slot_seconds (agenda, 0) : 0;

  for (guint i = 1; i < n; i++)
    if (roundel_agenda_slot_seconds (agenda, i) != seconds)
      return 0;
  return seconds;
}

/**
 * roundel_air_time_show:
 * @self: air time
 * @agenda: (nullable): the rounds of a session
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_air_time_show (RoundelAirTime      *self,
                       const RoundelAgenda *agenda,
                       guint                outcome)
{
  guint seconds = find_share (agenda);
  g_autofree RoundelRingSegment *segments = NULL;
  g_autofree char *span = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (ROUNDEL_IS_AIR_TIME (self));

  gtk_widget_set_visible (GTK_WIDGET (self), seconds > 0);
  if (seconds == 0)
    return;
  segments = g_new0 (RoundelRingSegment, agenda->n_members);
  for (guint i = 0; i < agenda->n_members; i++)
    segments[i].state = ROUNDEL_SEGMENT_MET;
  span = g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
  roundel_outcome_dress (GTK_WIDGET (self->ring), outcome);
  roundel_ring_set_segments (self->ring, segments, agenda->n_members);
  roundel_ring_set_title (self->ring, span, NULL, NULL);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Air time for %u", "Air time, equal for %u", agenda->n_members),
                           agenda->n_members);
  gtk_label_set_text (self->title, title);
}
