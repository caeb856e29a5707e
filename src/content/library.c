/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "content/library.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/content-resources.h"
#include "content/format-loader.h"
#include "content/json.h"

#define PREFIX "/org/roundel/Roundel/content/"

/* An id is the name of a file as well. */
#define ID_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

struct _RoundelLibrary
{
  GPtrArray *formats;
  GPtrArray *pieces;
  GPtrArray *former; /* what was written over; somebody may still look at it */
};

static const RoundelFormat *
find (GPtrArray  *formats,
      const char *id)
{
  for (guint i = 0; i < formats->len; i++)
    if (g_str_equal (((RoundelFormat *) formats->pdata[i])->id, id))
      return formats->pdata[i];
  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static int
compare_formats (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate ((*(RoundelFormat *const *) a)->name, (*(RoundelFormat *const *) b)->name);
}

static gboolean
load_built_in (GPtrArray   *formats,
               const char  *folder,
               GError     **error)
{
  g_auto (GStrv) names = roundel_content_list (folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", folder, names[i], NULL);
      g_autoptr (GBytes) bytes = roundel_content_read (path, error);
      RoundelFormat *format;

      if (bytes == NULL)
        return FALSE;
      format = roundel_format_load (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), names[i], TRUE, error);
      if (format == NULL)
        return FALSE;
      g_ptr_array_add (formats, format);
    }
  return TRUE;
}

static gboolean
load_own (GPtrArray   *formats,
          const char  *folder,
          GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (RoundelFormat) format = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, error)
          || (format = roundel_format_load (text, length, path, FALSE, error)) == NULL)
        return FALSE;
      if (find (formats, format->id) != NULL)
        {
          g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE,
                       _("%s: id: there is a format “%s” already; give yours another id"), path, format->id);
          return FALSE;
        }
      g_ptr_array_add (formats, g_steal_pointer (&format));
    }
  return TRUE;
}

static const RoundelFormat *
find_for_core (gpointer     library,
               const char  *id,
               GError     **error)
{
  return roundel_library_find (library, id, error);
}

/**
 * roundel_content_list:
 * @folder: a folder of the built-in content, such as `formats`
 *
 * Returns: (transfer full): the names of its files, in order
 */
char **
roundel_content_list (const char *folder)
{
  g_autofree char *path = g_strconcat (PREFIX, folder, NULL);
  char **names;

  g_resources_register (roundel_content_get_resource ());
  names = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

/**
 * roundel_content_read:
 * @path: folder and name of a built-in file, such as `outcomes/support.json`
 * @error: return location for %ROUNDEL_CONTENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): its bytes, or %NULL
 */
GBytes *
roundel_content_read (const char  *path,
                      GError     **error)
{
  g_autofree char *whole = g_strconcat (PREFIX, path, NULL);
  GBytes *bytes;

  g_resources_register (roundel_content_get_resource ());
  bytes = g_resources_lookup_data (whole, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_NOT_FOUND, _("There is no content “%s”."), path);
  return bytes;
}

/**
 * roundel_library_new:
 * @folder: (nullable): the user's own formats, one JSON file each; need not exist
 * @error: return location for what is wrong with a file
 *
 * Returns: (transfer full): all formats, or %NULL
 */
RoundelLibrary *
roundel_library_new (const char  *folder,
                     GError     **error)
{
  g_autoptr (RoundelLibrary) self = g_new0 (RoundelLibrary, 1);

  self->formats = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_format_free);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_format_free);
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_format_free);
  if (!load_built_in (self->formats, "formats", error) || !load_built_in (self->pieces, "pieces", error)
      || (folder != NULL && !load_own (self->formats, folder, error)))
    return NULL;
  g_ptr_array_sort (self->formats, compare_formats);
  return g_steal_pointer (&self);
}

void
roundel_library_free (RoundelLibrary *self)
{
  g_ptr_array_unref (self->formats);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->former);
  g_free (self);
}

/**
 * roundel_library_get_formats:
 * @self: the library
 *
 * Returns: (transfer none) (element-type RoundelFormat): the formats by name, without the pieces
 */
GPtrArray *
roundel_library_get_formats (RoundelLibrary *self)
{
  return self->formats;
}

/**
 * roundel_library_get_pieces:
 * @self: the library
 *
 * Returns: (transfer none) (element-type RoundelFormat): what sessions are made of besides formats
 */
GPtrArray *
roundel_library_get_pieces (RoundelLibrary *self)
{
  return self->pieces;
}

/**
 * roundel_library_find:
 * @self: the library
 * @id: id of a format or piece
 * @error: return location for %ROUNDEL_CONTENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer none): the format, or %NULL
 */
const RoundelFormat *
roundel_library_find (RoundelLibrary  *self,
                      const char      *id,
                      GError         **error)
{
  const RoundelFormat *format = find (self->formats, id);

  if (format == NULL)
    format = find (self->pieces, id);
  if (format == NULL)
    g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_NOT_FOUND, _("There is no format “%s”."), id);
  return format;
}

/**
 * roundel_library_formats:
 * @self: the library
 *
 * Returns: @self as core knows it; valid as long as @self is
 */
RoundelFormats
roundel_library_formats (RoundelLibrary *self)
{
  return (RoundelFormats) { find_for_core, self };
}

static gboolean
is_built_in (const char *id)
{
  g_autofree char *format = g_strconcat ("formats/", id, ".json", NULL);
  g_autofree char *piece = g_strconcat ("pieces/", id, ".json", NULL);
  g_autoptr (GBytes) bytes = roundel_content_read (format, NULL);
  g_autoptr (GBytes) others = roundel_content_read (piece, NULL);

  return bytes != NULL || others != NULL;
}

/**
 * roundel_library_dup_source:
 * @self: the library
 * @folder: the user's own formats
 * @id: id of a format
 * @error: return location
 *
 * Returns: (transfer full): the format as JSON, to be handed on, or %NULL
 */
char *
roundel_library_dup_source (RoundelLibrary  *self,
                            const char      *folder,
                            const char      *id,
                            GError         **error)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *built_in = g_strconcat ("formats/", name, NULL);
  g_autofree char *own = g_build_filename (folder, name, NULL);
  char *text = NULL;

  if (roundel_library_find (self, id, error) == NULL)
    return NULL;
  if (is_built_in (id))
    {
      g_autoptr (GBytes) bytes = roundel_content_read (built_in, error);

      return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
    }
  g_file_get_contents (own, &text, NULL, error);
  return text;
}

/**
 * roundel_library_dup_copy:
 * @self: the library
 * @folder: the user's own formats
 * @id: id of a format
 * @error: return location
 *
 * Returns: (transfer full): the format as JSON, to be edited: one of the user's own as it is, of one that is built in a
 *   copy with an id of its own; or %NULL
 */
char *
roundel_library_dup_copy (RoundelLibrary  *self,
                          const char      *folder,
                          const char      *id,
                          GError         **error)
{
  g_autofree char *text = roundel_library_dup_source (self, folder, id, error);
  g_autofree char *was = g_strdup_printf ("\"id\": \"%s\"", id);
  g_autofree char *becomes = NULL;
  g_autofree char *own_id = NULL;
  const char *at;

  if (text == NULL || !is_built_in (id) || (at = strstr (text, was)) == NULL)
    return g_steal_pointer (&text);
  own_id = g_strdup_printf ("my-%s", id);
  for (guint i = 2; find (self->formats, own_id) != NULL; i++)
    {
      g_free (own_id);
      own_id = g_strdup_printf ("my-%s-%u", id, i);
    }
  becomes = g_strdup_printf ("%.*s\"id\": \"%s\"%s", (int) (at - text), text, own_id, at + strlen (was));
  return g_steal_pointer (&becomes);
}

/**
 * roundel_library_keep:
 * @self: the library
 * @folder: the user's own formats; it is made if need be
 * @text: a format as JSON
 * @length: its length in bytes, or -1
 * @name: what to call it in errors
 * @error: return location for what is wrong and where
 *
 * Takes a format in, and writes it into @folder. One of the user's own with the same id is written over.
 *
 * Returns: (transfer none): the format, or %NULL
 */
const RoundelFormat *
roundel_library_keep (RoundelLibrary  *self,
                      const char      *folder,
                      const char      *text,
                      gssize           length,
                      const char      *name,
                      GError         **error)
{
  gsize size = length >= 0 ? (gsize) length : strlen (text);
  g_autoptr (RoundelFormat) format = roundel_format_load (text, (gssize) size, name, FALSE, error);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  const RoundelFormat *kept = format;

  if (format == NULL)
    return NULL;
  if (strspn (format->id, ID_LETTERS) != strlen (format->id))
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE,
                   _("%s: id: “%s” is to be written in small letters, digits and hyphens"), name, format->id);
      return NULL;
    }
  if (is_built_in (format->id))
    {
      g_set_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE,
                   _("%s: id: there is a format “%s” already; give yours another id"), name, format->id);
      return NULL;
    }
  file = g_strconcat (format->id, ".json", NULL);
  path = g_build_filename (folder, file, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("The folder %s cannot be made: %s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents (path, text, (gssize) size, error))
    return NULL;
  for (guint i = 0; i < self->formats->len; i++)
    if (g_str_equal (((RoundelFormat *) self->formats->pdata[i])->id, format->id))
      {
        g_ptr_array_add (self->former, self->formats->pdata[i]);
        self->formats->pdata[i] = g_steal_pointer (&format);
        break;
      }
  if (format != NULL)
    g_ptr_array_add (self->formats, g_steal_pointer (&format));
  g_ptr_array_sort (self->formats, compare_formats);
  return kept;
}
