/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/preview.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-ring.h"
#include "app/wizard/timeline.h"

#define MOST_FORMATS 4

/* The program as it stands, beside every page. */
struct _RoundelPreview
{
  RoundelWizardPage parent_instance;

  GtkWidget *tint;
  RoundelRing *ring;
  GtkLabel *title;
  GtkLabel *summary;
  GtkBox *conflicts;
  GtkBox *facts;
  RoundelTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (RoundelPreview, roundel_preview, ROUNDEL_TYPE_WIZARD_PAGE)

static void
clear (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static void
add_fact (RoundelPreview *self,
          const char     *icon_name,
          const char     *name,
          const char     *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  if (text == NULL || *text == '\0')
    return;
  gtk_widget_add_css_class (icon, "dim");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), roundel_paragraph_new (name, "note"));
  gtk_box_append (GTK_BOX (texts), roundel_paragraph_new (text, NULL));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (self->facts, row);
}

/* What fills the sessions, each once: the formats, and a piece only where it gets the time that the others leave. */
static char *
list_formats (RoundelDraftModel    *model,
              const RoundelProgram *program)
{
  RoundelLibrary *library = roundel_desk_get_library (roundel_draft_model_get_desk (model));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < program->sessions->len; i++)
    {
      const GPtrArray *outline = ((RoundelSession *) program->sessions->pdata[i])->outline;

      for (guint k = 0; k < outline->len && names->len < MOST_FORMATS; k++)
        {
          const RoundelOutlinePart *part = outline->pdata[k];
          RoundelFormat *format = (RoundelFormat *) roundel_library_find (library, part->format, NULL);
          gboolean is_piece = g_ptr_array_find (roundel_library_get_pieces (library), format, NULL);

          if (format != NULL && (!is_piece || part->seconds == ROUNDEL_PLAN_REST) && !g_ptr_array_find (names, format->name, NULL))
            g_ptr_array_add (names, format->name);
        }
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
describe_rhythm (RoundelDraftModel    *model,
                 const RoundelProgram *program)
{
  const RoundelPattern *pattern = roundel_draft_model_get_pattern (model);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);
  const RoundelSession *first = program->sessions->len > 0 ? program->sessions->pdata[0] : NULL;
  g_autofree char *rhythm = roundel_rhythm_describe (pattern != NULL ? &pattern->rhythm : &outcome->rhythm);
  g_autofree char *hours = first != NULL ? roundel_duration_describe (first->seconds) : NULL;
  guint n = 0;

  while (n < program->sessions->len && g_strcmp0 (((RoundelSession *) program->sessions->pdata[n])->circle, first->circle) == 0)
    n++;
  if (first == NULL)
    return g_strdup (rhythm);
  /* Translators: “4 sessions of 1 hour, weekly” */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session of %s, %s", "%u sessions of %s, %s", n), n, hours, rhythm);
}

static char *
list_between (const RoundelProgram *program)
{
  const RoundelSession *last = program->sessions->len > 0 ? program->sessions->pdata[program->sessions->len - 1] : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; last != NULL && i < last->between->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((RoundelBetween *) last->between->pdata[i])->text);
  return g_string_free (text, FALSE);
}

static void
show_facts (RoundelPreview       *self,
            RoundelDraftModel    *model,
            const RoundelOutcome *outcome,
            const RoundelProgram *program)
{
  g_autofree char *formats = list_formats (model, program);
  g_autofree char *rhythm = describe_rhythm (model, program);
  g_autofree char *between = list_between (program);
  g_autofree char *cost = roundel_words_cost (program);
  g_autofree char *measures = g_strjoinv ("\n", outcome->measures);

  add_fact (self, "avatar-default-symbolic", _("Who"), outcome->who);
  add_fact (self, "x-office-calendar-symbolic", _("Rhythm"), rhythm);
  add_fact (self, "preferences-system-time-symbolic", _("Working time"), cost);
  add_fact (self, "view-list-symbolic", _("Formats"), formats);
  add_fact (self, "system-users-symbolic", _("Who leads"), outcome->facilitation_text);
  add_fact (self, "document-edit-symbolic", _("Between sessions"), between);
  add_fact (self, "object-select-symbolic", _("Seen by"), measures);
}

static void
show_conflicts (RoundelPreview  *self,
                const GPtrArray *conflicts)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to settle", "%u things to settle",
                                                         conflicts->len), conflicts->len);
  GtkWidget *label = roundel_paragraph_new (title, "heading");

  gtk_widget_add_css_class (heading, "warning-text");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (heading), icon);
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (self->conflicts, heading);
  for (guint i = 0; i < conflicts->len; i++)
    gtk_box_append (GTK_BOX (card), roundel_paragraph_new (((RoundelConflict *) conflicts->pdata[i])->why, NULL));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "conflicts");
  gtk_box_append (self->conflicts, card);
}

static void
roundel_preview_refresh (RoundelWizardPage *page,
                         RoundelDraftModel *model)
{
  RoundelPreview *self = ROUNDEL_PREVIEW (page);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);
  const RoundelDesign *design = roundel_draft_model_get_design (model);
  const GPtrArray *conflicts = roundel_draft_model_get_conflicts (model);
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);
  guint number = outcome != NULL ? outcome->number : 0;
  g_autofree char *people = design != NULL ? roundel_words_people (design->program) : NULL;

  clear (self->conflicts);
  clear (self->facts);
  gtk_widget_set_visible (self->tint, number != 0);
  roundel_outcome_dress (self->tint, number);
  roundel_outcome_dress (GTK_WIDGET (self->ring), number);
  roundel_timeline_show (self->timeline, design != NULL ? design->program : NULL, number);
  if (design == NULL)
    {
      roundel_readiness_ring_set (self->ring, NULL);
      gtk_label_set_text (self->title, draft->title != NULL ? draft->title : _("A new program"));
      gtk_label_set_text (self->summary, _("It takes shape here while you answer."));
      return;
    }
  roundel_readiness_ring_count (self->ring, roundel_draft_model_get_readiness (model));
  gtk_label_set_text (self->title, draft->title != NULL ? draft->title : outcome->name);
  gtk_label_set_text (self->summary, draft->n_seats > 0 || draft->members->len > 0 ? people : _("as the outcome alone suggests"));
  if (conflicts->len > 0)
    show_conflicts (self, conflicts);
  show_facts (self, model, outcome, design->program);
}

static void
roundel_preview_class_init (RoundelPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_preview_refresh;
  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, conflicts);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, facts);
  gtk_widget_class_bind_template_child (widget_class, RoundelPreview, timeline);
}

static void
roundel_preview_init (RoundelPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
