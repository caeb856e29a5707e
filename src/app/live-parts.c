/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/live-parts.h"

static void
part_free (gpointer data)
{
  RoundelLivePart *part = data;

  g_free (part->title);
  g_free (part);
}

static void
add_part (GPtrArray  *parts,
          const char *title,
          guint       outline)
{
  RoundelLivePart *part = g_new0 (RoundelLivePart, 1);

  part->title = g_strdup (title);
  part->outline = outline;
  g_ptr_array_add (parts, part);
}

/**
 * roundel_live_parts_new:
 *
 * Returns: (transfer full) (element-type RoundelLivePart): no parts
 */
GPtrArray *
roundel_live_parts_new (void)
{
  return g_ptr_array_new_with_free_func (part_free);
}

/**
 * roundel_live_parts_add:
 * @parts: (element-type RoundelLivePart): where the parts are added
 * @agenda: a plan
 * @outline: (element-type RoundelOutlinePart): what it was made from
 * @formats: where the formats come from
 * @from: index of the part of @outline with which @agenda begins
 *
 * Parts of the outline for which there was no time are missing in @agenda.
 */
void
roundel_live_parts_add (GPtrArray            *parts,
                        const RoundelAgenda  *agenda,
                        const GPtrArray      *outline,
                        const RoundelFormats *formats,
                        guint                 from)
{
  for (guint i = 0; i < agenda->parts->len; i++)
    {
      const char *title = agenda->parts->pdata[i];
      guint found = G_MAXUINT;

      for (guint j = from; j < outline->len && found == G_MAXUINT; j++)
        {
          const RoundelOutlinePart *part = outline->pdata[j];
          const RoundelFormat *format = formats->find (formats->library, part->format, NULL);

          if (g_strcmp0 (part->title != NULL ? part->title : format != NULL ? format->name : NULL, title) == 0)
            found = j;
        }
      add_part (parts, title, found);
      if (found != G_MAXUINT)
        from = found + 1;
    }
}

/**
 * roundel_live_part_to_text:
 * @self: a part
 *
 * Returns: (transfer full): a line of the journal
 */
char *
roundel_live_part_to_text (const RoundelLivePart *self)
{
  g_autofree char *title = g_strescape (self->title, NULL);

  return g_strdup_printf ("part %d %s", self->outline == G_MAXUINT ? -1 : (int) self->outline, title);
}

/**
 * roundel_live_parts_read:
 * @parts: (element-type RoundelLivePart): where the part is added
 * @text: what roundel_live_part_to_text() wrote, after its first word
 * @n_outline: how many parts the outline has
 *
 * Returns: whether it could be read
 */
gboolean
roundel_live_parts_read (GPtrArray  *parts,
                         const char *text,
                         guint       n_outline)
{
  char *end;
  gint64 outline = g_ascii_strtoll (text, &end, 10);
  g_autofree char *title = *end == ' ' ? g_strcompress (end + 1) : NULL;

  if (title == NULL)
    return FALSE;
  add_part (parts, title, outline < 0 || outline >= n_outline ? G_MAXUINT : (guint) outline);
  return TRUE;
}
