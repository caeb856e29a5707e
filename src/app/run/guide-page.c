/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/guide-page.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/paragraph.h"

/* The present round in full, for whoever leads it for the first time: what it is for, words to read aloud, what each role
 * does now, and how the turn goes on. */
struct _RoundelGuidePage
{
  AdwBin parent_instance;

  GtkBox *box;

  RoundelFormats formats;
  RoundelLive *live;
  const RoundelRound *shown; /* never followed */
};

G_DEFINE_FINAL_TYPE (RoundelGuidePage, roundel_guide_page, ADW_TYPE_BIN)

static void
add_label (RoundelGuidePage *self,
           const char       *text,
           const char       *css_class)
{
  gtk_box_append (self->box, roundel_paragraph_new (text, css_class));
}

static void
add_section (RoundelGuidePage *self,
             const char       *heading)
{
  add_label (self, heading, "heading");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->box)), 9);
}

/* Who has the role now, or in all rounds when it takes no seat. */
static char *
who_has (RoundelGuidePage   *self,
         const RoundelRound *round,
         const RoundelRole  *role)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (self->live);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint g = 0; g < round->groups->len; g++)
    {
      const GArray *group = round->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, i);

          if (g_strcmp0 (seat->role, role->name) == 0 || g_strcmp0 (seat->also, role->name) == 0)
            g_array_append_val (members, seat->member);
        }
    }
  return members->len > 0 ? roundel_text_names (meeting, members) : NULL;
}

static void
show_roles (RoundelGuidePage    *self,
            const RoundelRound  *round,
            const RoundelFormat *format)
{
  gboolean any = FALSE;

  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];
      g_autofree char *names = who_has (self, round, role);
      g_autofree char *title = names != NULL ? g_strdup_printf (C_("role, names", "%s: %s"), role->name, names)
                                             : g_strdup (role->name);

      if (role->does == NULL || (names == NULL && role->kind != ROUNDEL_ROLE_LEADER))
        continue;
      if (!any)
        add_section (self, _("What each role does"));
      any = TRUE;
      add_label (self, title, "guide-role");
      add_label (self, role->does, "dim");
    }
}

/* The rounds to the end of this turn, or of this part. */
static void
show_course (RoundelGuidePage         *self,
             const RoundelSessionView *view,
             const RoundelRound       *round)
{
  gboolean any = FALSE;

  for (guint i = view->round + 1; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);
      g_autofree char *minutes = roundel_text_minutes ((time->planned + time->added) / G_TIME_SPAN_SECOND);
      g_autofree char *line = NULL;

      if (time->round->part != round->part || time->round->turn != round->turn)
        break;
      if (time->state == ROUNDEL_ROUND_STATE_LEFT_OUT)
        continue;
      if (!any)
        add_section (self, round->turn > 0 ? _("Then, in this turn") : _("Then, in this part"));
      any = TRUE;
      /* Translators: a step and its length in minutes, which may end in ½ */
      line = g_strdup_printf (_("%s, %s min"), time->round->title, minutes);
      add_label (self, line, NULL);
    }
}

static void
show (RoundelGuidePage *self)
{
  const RoundelSessionView *view = roundel_live_get_view (self->live);
  const RoundelRound *round = roundel_live_get_round (self->live);
  const char *id = roundel_live_get_format (self->live, round->part);
  const RoundelFormat *format = id != NULL && self->formats.find != NULL ? self->formats.find (self->formats.library, id, NULL)
                                                                         : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_label (self, round->title, "title-4");
  if (round->say != NULL)
    {
      g_autofree char *words = g_strdup_printf (C_("words to read aloud", "“%s”"), round->say);

      add_section (self, _("Read this aloud"));
      add_label (self, words, "guide-say");
    }
  if (format != NULL)
    show_roles (self, round, format);
  show_course (self, view, round);
  if (round->spare != NULL)
    {
      add_section (self, _("A group that has no turn now"));
      add_label (self, round->spare, NULL);
    }
  if (format != NULL && format->purpose != NULL)
    {
      add_section (self, _("What this is for"));
      add_label (self, format->purpose, NULL);
    }
  if (format != NULL && format->attribution != NULL)
    {
      add_label (self, format->attribution, "note");
      gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->box)), 9);
    }
}

static void
changed_cb (RoundelGuidePage *self)
{
  const RoundelRound *round = roundel_live_get_round (self->live);

  if (round == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->shown = round;
  show (self);
}

static void
roundel_guide_page_map (GtkWidget *widget)
{
  RoundelGuidePage *self = ROUNDEL_GUIDE_PAGE (widget);

  GTK_WIDGET_CLASS (roundel_guide_page_parent_class)->map (widget);
  self->shown = NULL;
  if (self->live != NULL)
    changed_cb (self);
}

static void
roundel_guide_page_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_GUIDE_PAGE (object)->live);
  G_OBJECT_CLASS (roundel_guide_page_parent_class)->dispose (object);
}

static void
roundel_guide_page_class_init (RoundelGuidePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_guide_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = roundel_guide_page_map;
}

static void
roundel_guide_page_init (RoundelGuidePage *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "guide");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * roundel_guide_page_set_formats:
 * @self: the page
 * @formats: where the roles and purposes come from; copied
 */
void
roundel_guide_page_set_formats (RoundelGuidePage     *self,
                                const RoundelFormats *formats)
{
  g_return_if_fail (ROUNDEL_IS_GUIDE_PAGE (self));

  self->formats = *formats;
}

/**
 * roundel_guide_page_set_live:
 * @self: the page
 * @live: (nullable): the session that runs
 */
void
roundel_guide_page_set_live (RoundelGuidePage *self,
                             RoundelLive      *live)
{
  g_return_if_fail (ROUNDEL_IS_GUIDE_PAGE (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_func (self->live, changed_cb, self);
  g_set_object (&self->live, live);
  self->shown = NULL;
  if (live == NULL)
    return;
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
