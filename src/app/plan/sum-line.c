/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/sum-line.h"

#include <glib/gi18n-lib.h>

/* The sum of a plan against the length of its session: what fits, what is over, and what stands in the way. */
struct _RoundelSumLine
{
  AdwBin parent_instance;

  GtkWidget *mark;
  GtkWidget *sum;
  GtkWidget *fits;
  GtkWidget *trouble;
};

G_DEFINE_FINAL_TYPE (RoundelSumLine, roundel_sum_line, ADW_TYPE_BIN)

static void
roundel_sum_line_class_init (RoundelSumLineClass *klass)
{
}

static void
roundel_sum_line_init (RoundelSumLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->mark = gtk_image_new ();
  self->sum = gtk_label_new (NULL);
  self->fits = gtk_label_new (NULL);
  self->trouble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->sum, "heading");
  gtk_widget_add_css_class (self->sum, "numeric");
  gtk_widget_add_css_class (self->fits, "dim");
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->trouble), 1);
  gtk_label_set_justify (GTK_LABEL (self->trouble), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (self->trouble, "note");
  gtk_widget_add_css_class (self->trouble, "warning-text");
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (line), self->sum);
  gtk_box_append (GTK_BOX (line), self->fits);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->trouble);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
warn (GtkWidget *widget,
      gboolean   bad)
{
  if (bad)
    gtk_widget_add_css_class (widget, "warning-text");
  else
    gtk_widget_remove_css_class (widget, "warning-text");
}

/**
 * roundel_sum_line_show:
 * @self: a line
 * @measure: a plan, laid out
 */
void
roundel_sum_line_show (RoundelSumLine           *self,
                       const RoundelPlanMeasure *measure)
{
  guint over = (measure->over + 59) / 60;
  g_autofree char *sum = g_strdup_printf (_("%u of %u min"), (measure->sum + 59) / 60, measure->length / 60);
  g_autofree char *is_over = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute over", "%u minutes over", over), over);
  gboolean bad = measure->over > 0 || measure->problem != NULL;
  const char *trouble = measure->problem != NULL ? measure->problem
                        : measure->left_out->len > 0 ? _("A run leaves out what is optional, from the end.") : NULL;

  g_return_if_fail (ROUNDEL_IS_SUM_LINE (self));

  gtk_label_set_text (GTK_LABEL (self->sum), sum);
  gtk_label_set_text (GTK_LABEL (self->fits), measure->over > 0 ? is_over
                                              : measure->problem != NULL ? _("does not work yet") : _("fits exactly"));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), bad ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_label_set_text (GTK_LABEL (self->trouble), trouble != NULL ? trouble : "");
  gtk_widget_set_visible (self->trouble, trouble != NULL);
  warn (self->sum, bad);
  warn (self->mark, bad);
}
