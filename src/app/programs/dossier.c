/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/dossier.h"

#include <glib/gi18n-lib.h>

#include "app/programs/people-card.h"
#include "app/programs/readiness-card.h"
#include "app/programs/sessions-card.h"
#include "app/widgets/columns.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-ring.h"

/* A program, whole: what for, when, who, and how ready it is. */
struct _RoundelDossier
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *tint;
  RoundelOutcomeBadge *badge;
  GtkLabel *title;
  GtkLabel *topic;
  GtkBox *facts;
  RoundelRing *ring;
  RoundelSessionsCard *sessions;
  RoundelPeopleCard *people;
  RoundelReadinessCard *readiness;
  char *id;
};

G_DEFINE_FINAL_TYPE (RoundelDossier, roundel_dossier, ADW_TYPE_BIN)

static void
add_fact (RoundelDossier *self,
          const char     *icon_name,
          char           *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (box, "dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->facts, box);
  g_free (text);
}

static void
roundel_dossier_finalize (GObject *object)
{
  g_free (ROUNDEL_DOSSIER (object)->id);
  G_OBJECT_CLASS (roundel_dossier_parent_class)->finalize (object);
}

static void
roundel_dossier_class_init (RoundelDossierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_dossier_finalize;
  g_type_ensure (ROUNDEL_TYPE_COLUMNS);
  g_type_ensure (ROUNDEL_TYPE_OUTCOME_BADGE);
  g_type_ensure (ROUNDEL_TYPE_PEOPLE_CARD);
  g_type_ensure (ROUNDEL_TYPE_READINESS_CARD);
  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_SESSIONS_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/dossier.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, badge);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, topic);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, facts);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, sessions);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, people);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, readiness);
}

static void
roundel_dossier_init (RoundelDossier *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_dossier_show:
 * @self: a dossier
 * @desk: what the screens work on
 * @program: the program to show
 *
 * The same program again, after a change, stays where it was scrolled to.
 */
void
roundel_dossier_show (RoundelDossier *self,
                      RoundelDesk    *desk,
                      RoundelProgram *program)
{
  const RoundelOutcome *outcome;
  RoundelFormats formats;
  g_autoptr (GPtrArray) readiness = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  gint64 now;
  guint number;

  g_return_if_fail (ROUNDEL_IS_DOSSIER (self));
  g_return_if_fail (program != NULL);

  outcome = roundel_outcomes_find (roundel_desk_get_outcomes (desk), program->outcome);
  formats = roundel_library_formats (roundel_desk_get_library (desk));
  readiness = roundel_readiness_check (program, outcome, &formats);
  conflicts = roundel_program_find_conflicts (program, outcome);
  now = roundel_env_now (roundel_desk_get_env (desk));
  number = outcome != NULL ? outcome->number : 0;

  if (g_strcmp0 (self->id, program->id) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_free (self->id);
  self->id = g_strdup (program->id);

  roundel_outcome_dress (self->tint, number);
  roundel_outcome_badge_set (self->badge, number, outcome != NULL ? outcome->name : _("No outcome"));
  gtk_label_set_text (self->title, program->title != NULL ? program->title : _("Without a title"));
  gtk_label_set_text (self->topic, program->topic != NULL ? program->topic : _("The topic is still to be chosen"));
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL;)
    gtk_box_remove (self->facts, child);
  add_fact (self, "avatar-default-symbolic", roundel_words_people (program));
  add_fact (self, "x-office-calendar-symbolic", roundel_words_meetings (program));
  add_fact (self, "preferences-system-time-symbolic", roundel_words_effort (program));
  roundel_outcome_dress (GTK_WIDGET (self->ring), number);
  roundel_readiness_ring_count (self->ring, readiness);
  roundel_sessions_card_show (self->sessions, program, number, now);
  roundel_people_card_show (self->people, program, conflicts);
  roundel_readiness_card_show (self->readiness, readiness, number);
}
