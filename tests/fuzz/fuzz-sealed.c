/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sealed file from anybody: its content comes out as it went in, or nothing does. */

#include "store/schema.h"
#include "store/seal-file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MOST (1 << 20)

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
try_bytes (const guint8 *data,
           gsize         size)
{
  FILE *file = tmpfile ();
  int fd = file != NULL ? fileno (file) : -1;
  g_autoptr (RoundelSeal) seal = NULL;
  guint8 *content;
  gsize length = 0;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  lseek (fd, 0, SEEK_SET);
  content = roundel_seal_read_bytes (fd, "fuzz", ROUNDEL_SHARE_ID, "fuzz", MOST, &length, &seal, NULL, NULL);
  if (content != NULL)
    g_assert_cmpuint (length, <, size);
  sqlite3_free (content);
  fclose (file);
}

/* Lets a head through that was altered, so that what is behind its digest is tried, too. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  gsize head = size >= ROUNDEL_SEAL_PREFIX_SIZE ? roundel_seal_head_size (data) : 0;
  g_autofree guint8 *mended = NULL;

  if (size > MOST)
    return 0;
  try_bytes (data, size);
  if (head == 0 || head > size)
    return 0;
  mended = g_memdup2 (data, size);
  crypto_generichash (mended + head - ROUNDEL_SEAL_DIGEST_SIZE, ROUNDEL_SEAL_DIGEST_SIZE, mended,
                      head - ROUNDEL_SEAL_DIGEST_SIZE, NULL, 0);
  try_bytes (mended, size);
  return 0;
}
