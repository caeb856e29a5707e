/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/calendar-file.h"
#include "app/programs/dossier.h"

#include <glib/gi18n-lib.h>

#include "app/programs/again.h"
#include "app/programs/lessons-card.h"
#include "app/programs/life.h"
#include "app/programs/papers-card.h"
#include "app/programs/people-card.h"
#include "app/program-change.h"
#include "app/programs/readiness-card.h"
#include "app/programs/sessions-card.h"
#include "app/programs/stress-card.h"
#include "app/programs/title-popover.h"
#include "app/widgets/columns.h"
#include "app/widgets/conflict-card.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-ring.h"
#include "app/widgets/results-card.h"

/* The cards below the head, in the order in which they are filled. */
typedef enum
{
  CARD_SESSIONS,
  CARD_READINESS,
  CARD_PEOPLE,
  CARD_RESULTS,
  CARD_LESSONS,
  CARD_PAPERS,
  CARD_STRESS,
  N_CARDS,
} Card;

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
  RoundelConflictCard *to_decide;
  RoundelSessionsCard *sessions;
  RoundelPeopleCard *people;
  RoundelLessonsCard *lessons;
  RoundelReadinessCard *readiness_card;
  RoundelResultsCard *results;
  RoundelStressCard *stress;
  RoundelPapersCard *papers;
  RoundelTitlePopover *title_popover;
  RoundelDesk *desk;
  GPtrArray *programs;   /* the last is shown; a card that waits to be filled still shows an earlier one */
  GPtrArray *readiness;  /* of the last */
  char *id;
  Card card;             /* the next one to fill */
  guint fill_id;
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
replace (char       **text,
         const char  *by)
{
  g_free (*text);
  *text = by != NULL && *by != '\0' ? g_strdup (by) : NULL;
}

static void
title_saved_cb (RoundelDossier *self,
                const char     *title,
                const char     *topic)
{
  RoundelProgramChange *change = roundel_dossier_begin_change (self);

  if (change == NULL)
    return;
  replace (&change->after->title, title);
  replace (&change->after->topic, topic);
  roundel_program_change_do (change, g_strdup (_("Title and topic are changed")));
}

static void
member_saved_cb (RoundelDossier *self,
                 RoundelMember  *saved)
{
  RoundelProgramChange *change = roundel_dossier_begin_change (self);
  RoundelMember *member = change != NULL ? roundel_program_find_member (change->after, saved->id) : NULL;

  if (member == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  replace (&member->name, saved->name);
  replace (&member->team, saved->team);
  replace (&member->level, saved->level);
  replace (&member->reports_to, saved->reports_to);
  /* Translators: %s is a name */
  roundel_program_change_do (change, member->name != NULL ? g_strdup_printf (_("%s is saved"), member->name) : g_strdup (_("The seat is saved")));
}

static const RoundelOutcome *
find_outcome (RoundelDossier       *self,
              const RoundelProgram *program)
{
  return roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome);
}

static GtkWidget *
get_card (RoundelDossier *self,
          Card            card)
{
  gpointer widgets[] = {
    self->sessions, self->readiness_card, self->people, self->results, self->lessons, self->papers, self->stress,
  };

  return GTK_WIDGET (widgets[card]);
}

static void
fill_card (RoundelDossier *self,
           Card            card)
{
  const RoundelProgram *program = self->programs->pdata[self->programs->len - 1];
  const RoundelOutcome *outcome = find_outcome (self, program);
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (self->desk));
  g_autoptr (GPtrArray) conflicts = NULL;
  guint number = outcome != NULL ? outcome->number : 0;

  gtk_widget_set_visible (get_card (self, card), TRUE);
  switch (card)
    {
    case CARD_SESSIONS:
      roundel_sessions_card_show (self->sessions, program, &formats, number, roundel_env_now (roundel_desk_get_env (self->desk)));
      break;
    case CARD_READINESS:
      roundel_readiness_card_show (self->readiness_card, program->id, self->readiness, number);
      break;
    case CARD_PEOPLE:
      conflicts = roundel_program_find_conflicts (program, outcome);
      roundel_people_card_show (self->people, program, conflicts);
      break;
    case CARD_RESULTS:
      roundel_results_card_show (self->results, program);
      break;
    case CARD_LESSONS:
      roundel_lessons_card_show (self->lessons, self->desk, program);
      break;
    case CARD_PAPERS:
      roundel_papers_card_show (self->papers, program);
      break;
    case CARD_STRESS:
      break; /* done at once: it may be running */
    case N_CARDS:
    default:
      g_assert_not_reached ();
    }
}

/* One a frame: to make and to lay out all of them takes longer than a frame may. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RoundelDossier *self = ROUNDEL_DOSSIER (widget);

  if (self->card < N_CARDS)
    {
      fill_card (self, self->card++);
      return G_SOURCE_CONTINUE;
    }
  /* what is lowest and longest comes last */
  if (roundel_lessons_card_fill (self->lessons))
    return G_SOURCE_CONTINUE;
  g_ptr_array_remove_range (self->programs, 0, self->programs->len - 1);
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
roundel_dossier_finalize (GObject *object)
{
  RoundelDossier *self = ROUNDEL_DOSSIER (object);

  g_clear_object (&self->desk);
  g_ptr_array_unref (self->programs);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_dossier_parent_class)->finalize (object);
}

static void
roundel_dossier_class_init (RoundelDossierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_dossier_finalize;

  roundel_again_install_actions (widget_class);
  roundel_life_install_actions (widget_class);
  roundel_calendar_file_install_action (widget_class);
  g_type_ensure (ROUNDEL_TYPE_COLUMNS);
  g_type_ensure (ROUNDEL_TYPE_CONFLICT_CARD);
  g_type_ensure (ROUNDEL_TYPE_LESSONS_CARD);
  g_type_ensure (ROUNDEL_TYPE_RESULTS_CARD);
  g_type_ensure (ROUNDEL_TYPE_OUTCOME_BADGE);
  g_type_ensure (ROUNDEL_TYPE_PAPERS_CARD);
  g_type_ensure (ROUNDEL_TYPE_PEOPLE_CARD);
  g_type_ensure (ROUNDEL_TYPE_READINESS_CARD);
  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_SESSIONS_CARD);
  g_type_ensure (ROUNDEL_TYPE_STRESS_CARD);
  g_type_ensure (ROUNDEL_TYPE_TITLE_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/dossier.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, badge);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, topic);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, facts);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, to_decide);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, sessions);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, people);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, lessons);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, readiness_card);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, results);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, stress);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, papers);
  gtk_widget_class_bind_template_child (widget_class, RoundelDossier, title_popover);
  gtk_widget_class_bind_template_callback (widget_class, member_saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_saved_cb);
}

static void
roundel_dossier_init (RoundelDossier *self)
{
  self->programs = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_dossier_show:
 * @self: a dossier
 * @desk: what the screens work on
 * @program: (transfer full): the program to show
 *
 * Its head at once, its cards in the frames that follow. The same program again, after a change, stays where it was
 * scrolled to.
 */
void
roundel_dossier_show (RoundelDossier *self,
                      RoundelDesk    *desk,
                      RoundelProgram *program)
{
  const RoundelOutcome *outcome;
  RoundelFormats formats;
  guint number;

  g_return_if_fail (ROUNDEL_IS_DOSSIER (self));
  g_return_if_fail (program != NULL);

  g_set_object (&self->desk, desk);
  outcome = find_outcome (self, program);
  formats = roundel_library_formats (roundel_desk_get_library (desk));
  number = outcome != NULL ? outcome->number : 0;
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  self->readiness = roundel_readiness_check (program, outcome, &formats);
  g_ptr_array_add (self->programs, program);
  if (g_strcmp0 (self->id, program->id) != 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      for (Card card = 0; card < N_CARDS; card++)
        gtk_widget_set_visible (get_card (self, card), FALSE);
    }
  g_free (self->id);
  self->id = g_strdup (program->id);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "program.archive", program->archived == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "program.unarchive", program->archived != NULL);
  roundel_outcome_dress (self->tint, number);
  roundel_outcome_badge_set (self->badge, number, outcome != NULL ? outcome->name : _("No outcome"));
  gtk_label_set_text (self->title, program->title != NULL ? program->title : _("Without a title"));
  gtk_label_set_text (self->topic, program->topic != NULL ? program->topic : _("The topic is still to be chosen"));
  roundel_title_popover_set (self->title_popover, program->title, program->topic);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL;)
    gtk_box_remove (self->facts, child);
  add_fact (self, "avatar-default-symbolic", roundel_words_people (program));
  add_fact (self, "x-office-calendar-symbolic", roundel_words_meetings (program));
  add_fact (self, "preferences-system-time-symbolic", roundel_words_effort (program));
  roundel_outcome_dress (GTK_WIDGET (self->ring), number);
  roundel_readiness_ring_count (self->ring, self->readiness);
  roundel_conflict_card_show (self->to_decide, desk, program, NULL);
  roundel_stress_card_show (self->stress, desk, program->id);
  self->card = 0;
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

/**
 * roundel_dossier_get_desk:
 * @self: a dossier that shows a program
 *
 * Returns: (transfer none): what it works on
 */
RoundelDesk *
roundel_dossier_get_desk (RoundelDossier *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DOSSIER (self), NULL);

  return self->desk;
}

/**
 * roundel_dossier_get_program:
 * @self: a dossier that shows a program
 *
 * Returns: (transfer none): id of the program
 */
const char *
roundel_dossier_get_program (RoundelDossier *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DOSSIER (self), NULL);

  return self->id;
}

/**
 * roundel_dossier_begin_change:
 * @self: a dossier that shows a program
 *
 * Returns: (transfer full) (nullable): a change of the program; %NULL when it is gone
 */
RoundelProgramChange *
roundel_dossier_begin_change (RoundelDossier *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DOSSIER (self), NULL);

  return roundel_program_change_new (GTK_WIDGET (self), self->desk, self->id);
}
