/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * FailingDisk:
 * @FAILING_DISK_FULL: from some moment on nothing can be written or made; what is there can be read and removed
 * @FAILING_DISK_BROKEN: one operation fails, the next ones work
 */
typedef enum
{
  FAILING_DISK_FULL,
  FAILING_DISK_BROKEN,
} FailingDisk;

void     failing_disk_begin (FailingDisk how,
                             guint       nth);
gboolean failing_disk_end   (void);
void     failing_disk_seal  (const char *folder);
