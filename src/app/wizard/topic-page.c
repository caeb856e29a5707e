/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/topic-page.h"

/* What the program is called and what it is about (D3). */
struct _RoundelTopicPage
{
  RoundelWizardPage parent_instance;

  GtkEditable *title;
  GtkEditable *topic;
  gboolean editing; /* a space that is being typed is no word yet, and must not go away */
};

G_DEFINE_FINAL_TYPE (RoundelTopicPage, roundel_topic_page, ROUNDEL_TYPE_WIZARD_PAGE)

static const char *
get_answer (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? text : NULL;
}

static void
edited_cb (RoundelTopicPage *self)
{
  RoundelWizardPage *page = ROUNDEL_WIZARD_PAGE (self);
  RoundelDraftModel *model = roundel_wizard_page_get_model (page);
  g_autoptr (RoundelDraft) titled = NULL;

  if (roundel_wizard_page_is_refreshing (page))
    return;
  self->editing = TRUE;
  titled = roundel_draft_set_title (roundel_draft_model_get_draft (model), get_answer (self->title));
  roundel_draft_model_take_draft (model, roundel_draft_set_topic (titled, get_answer (self->topic)));
  self->editing = FALSE;
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  if (g_strcmp0 (get_answer (entry), text) != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
roundel_topic_page_refresh (RoundelWizardPage *page,
                            RoundelDraftModel *model)
{
  RoundelTopicPage *self = ROUNDEL_TOPIC_PAGE (page);
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);

  if (self->editing)
    return;
  set_text (self->title, draft->title);
  set_text (self->topic, draft->topic);
}

static void
roundel_topic_page_class_init (RoundelTopicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_topic_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/topic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelTopicPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelTopicPage, topic);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
roundel_topic_page_init (RoundelTopicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
