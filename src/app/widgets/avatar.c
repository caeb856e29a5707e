/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/avatar.h"

#include <string.h>

#define INITIALS .38 /* of the diameter */

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* AdwAvatar makes letters as large as their width lets it, so that “IL” shouts beside “GM”. Two capitals of any width fit. */
static void
even_out (AdwAvatar *avatar)
{
  GtkLabel *label = find_label (GTK_WIDGET (avatar));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (label == NULL)
    return;
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (INITIALS * adw_avatar_get_size (avatar) * PANGO_SCALE)));
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
  /* without a text its colour would be another each time */
  adw_avatar_set_text (avatar, number != NULL ? number : text != NULL && *text != '\0' ? text : "?");
  adw_avatar_set_show_initials (avatar, text != NULL && *text != '\0');
  even_out (avatar);
  /* it measures them again in a new window */
  g_signal_handlers_disconnect_by_func (avatar, even_out, NULL);
  g_signal_connect (avatar, "notify::root", G_CALLBACK (even_out), NULL);
}
