/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"

#include <stdio.h>
#include <stdlib.h>

static guint every = 1; /* of so many flips, one */

/* Everything a merge gets to see of a file; NULL when it is refused. */
static GString *
read_share_file (const char *path,
                 RoundelDb  *trusted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, NULL, NULL, &error);
  g_autoptr (GString) seen = NULL;

  if (file == NULL)
    return NULL;
  seen = g_string_new (roundel_audience_name (roundel_share_file_get_audience (file)));
  g_string_append_len (seen, (const char *) roundel_share_file_get_program (file), ROUNDEL_ID_SIZE);
  while (roundel_share_file_next (file, &error) != NULL)
    {
      RoundelRevision revision;
      guint8 digest[ROUNDEL_HASH_SIZE];

      if (!roundel_share_file_read (file, trusted, &revision, digest, &error))
        return NULL;
      g_string_append_len (seen, (const char *) revision.id, ROUNDEL_HASH_SIZE);
      g_string_append_len (seen, revision.body, (gssize) revision.body_length);
    }
  return error == NULL ? g_steal_pointer (&seen) : NULL;
}

/* Every byte: one bit, and all of them. What is not refused has no effect. */
static void
test_every_byte (void)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "share-1.0.roundel", NULL);
  const char *folder = g_getenv ("XDG_CACHE_HOME");
  g_autofree char *path = g_build_filename (folder, "flipped.roundel", NULL);
  g_autoptr (RoundelNotebook) notebook = test_notebook_new (NOW, 1);
  RoundelDb *trusted = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_autoptr (GString) sound = read_share_file (source, trusted);
  g_autofree char *bytes = NULL;
  gsize length;
  guint refused = 0, same = 0;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  for (gsize i = 0; i < length * 2; i += every)
    {
      g_autoptr (GString) seen = NULL;
      char kept = bytes[i / 2];
      FILE *file = fopen (path, "w");

      bytes[i / 2] = (char) (i % 2 == 0 ? kept ^ (1 << (i / 2 % 8)) : ~kept);
      g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
      fclose (file);
      bytes[i / 2] = kept;

      seen = read_share_file (path, trusted);
      if (seen != NULL)
        g_assert_true (g_string_equal (seen, sound));
      if (seen == NULL)
        refused++;
      else
        same++;
    }
  g_test_message ("%u flips refused, %u without effect", refused, same);
  g_assert_cmpuint (refused, >, 1500 / every);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = test_folder_new ();
  int status;

  /* Where share files are copied to; g_test's own folders would make the sanitizers ten times slower. */
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (argc == 2)
    every = (guint) atoi (argv[1]);
  g_test_add_func ("/share-file/cases-12-and-13-every-byte", test_every_byte);
  status = g_test_run ();
  test_folder_remove (folder);
  return status;
}
