/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/avatar.h"

#include <string.h>

#define INITIALS .36 /* of the diameter */

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* AdwAvatar makes letters as large as their own width lets it, so that “AO” shouts beside “GM”. Those that are too wide for
 * the common size stay smaller. */
static void
even_out (AdwAvatar *avatar)
{
  GtkLabel *label = find_label (GTK_WIDGET (avatar));
  PangoAttrList *given = label != NULL ? gtk_label_get_attributes (label) : NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  GSList *list;
  int most = (int) (INITIALS * adw_avatar_get_size (avatar) * PANGO_SCALE);

  if (given == NULL)
    return;
  list = pango_attr_list_get_attributes (given);
  for (GSList *l = list; l != NULL; l = l->next)
    if (((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_ABSOLUTE_SIZE)
      most = MIN (most, ((PangoAttrSize *) l->data)->size);
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (most));
  gtk_label_set_attributes (label, attributes);
}

/**
 * roundel_avatar_new:
 * @size: in pixels
 * @name: (nullable): of the person; %NULL or empty for a seat without one
 *
 * Returns: (transfer floating): a face that is the same everywhere
 */
GtkWidget *
roundel_avatar_new (int         size,
                    const char *name)
{
  GtkWidget *avatar = adw_avatar_new (size, NULL, FALSE);

  roundel_avatar_set_name (ADW_AVATAR (avatar), name);
  return avatar;
}

/**
 * roundel_avatar_set_name:
 * @avatar: a face
 * @name: (nullable): as in roundel_avatar_new()
 *
 * AdwAvatar takes the first letters of the first and the last word: what stands behind a comma is a degree, and no name. A seat
 * shows its number.
 */
void
roundel_avatar_set_name (AdwAvatar  *avatar,
                         const char *name)
{
  g_autofree char *text = name != NULL ? g_strndup (name, strcspn (name, ",")) : NULL;

  const char *last = text != NULL ? strrchr (g_strstrip (text), ' ') : NULL;
  g_autofree char *number = NULL;

  g_return_if_fail (ADW_IS_AVATAR (avatar));

  /* of two digits each is a word to it */
  if (last != NULL && g_ascii_isdigit (last[1]) && strlen (last) <= 3)
    number = last[2] != '\0' ? g_strdup_printf ("%c %c", last[1], last[2]) : g_strdup (last + 1);
  adw_avatar_set_text (avatar, number != NULL ? number : text);
  adw_avatar_set_show_initials (avatar, text != NULL && *text != '\0');
  even_out (avatar);
}
