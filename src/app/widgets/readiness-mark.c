/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/readiness-mark.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"

/**
 * roundel_status_get_name:
 * @status: how it stands with a check, or a reason
 *
 * Returns: (transfer none): in a word or two, in the reader's language
 */
const char *
roundel_status_get_name (RoundelStatus status)
{
  const char *names[] = { N_("met"), N_("later"), N_("open"), N_("to settle") };

  return _(names[status]);
}

/**
 * roundel_readiness_mark_new:
 * @status: how it stands with a check, or a reason
 * @outcome: 1 to 10, or 0 for none
 *
 * Returns: (transfer floating): the sign of it, which a screen reader says as its name
 */
GtkWidget *
roundel_readiness_mark_new (RoundelStatus status,
                            guint         outcome)
{
  GtkWidget *mark = gtk_image_new ();

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  roundel_readiness_mark_show (mark, status, outcome);
  return mark;
}

/**
 * roundel_readiness_mark_show:
 * @mark: a sign
 * @status: how it stands now
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_readiness_mark_show (GtkWidget     *mark,
                             RoundelStatus  status,
                             guint          outcome)
{
  const char *icons[] = { "object-select-symbolic", "document-open-recent-symbolic", NULL, "dialog-warning-symbolic" };
  const char *classes[] = { "met", "dim", "open-mark", "warning-mark" };

  gtk_image_set_from_icon_name (GTK_IMAGE (mark), icons[status]);
  roundel_outcome_dress (mark, status == ROUNDEL_STATUS_MET ? outcome : 0);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == status)
      gtk_widget_add_css_class (mark, classes[i]);
    else
      gtk_widget_remove_css_class (mark, classes[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, roundel_status_get_name (status), -1);
}
