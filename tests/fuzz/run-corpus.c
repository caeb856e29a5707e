/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Takes the place of libFuzzer in the ordinary tests: each file of the corpus once. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, &error) : NULL;
  const char *name;
  guint count = 0;

  g_assert_no_error (error);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *text = NULL;
      g_autofree uint8_t *data = NULL;
      gsize size;

      g_file_get_contents (path, &text, &size, &error);
      g_assert_no_error (error);
      /* without the zero behind it, so that a sanitizer sees a step too far */
      data = g_malloc (size);
      if (size > 0)
        memcpy (data, text, size);
      LLVMFuzzerTestOneInput (data, size);
      count++;
    }
  g_assert_cmpuint (count, >, 0);
  g_print ("1..1\nok 1 %u files\n", count);
  return 0;
}
