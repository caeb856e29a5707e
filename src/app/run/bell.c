/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/bell.h"

#include <gsound.h>

struct _RoundelBell
{
  GSoundContext *context; /* NULL: there is no sound here */
};

static char *
sound_path (RoundelChime chime)
{
  const char *folder = g_getenv ("ROUNDEL_SOUNDDIR"); /* a program that is not installed */

  return g_build_filename (folder != NULL ? folder : SOUNDDIR,
                           chime == ROUNDEL_CHIME_END ? "bell-end.wav" : "bell-soft.wav", NULL);
}

/**
 * roundel_bell_new:
 *
 * Returns: (transfer full): a bell, which is silent where there is no sound device
 */
RoundelBell *
roundel_bell_new (void)
{
  RoundelBell *self = g_new0 (RoundelBell, 1);

  self->context = gsound_context_new (NULL, NULL);
  return self;
}

void
roundel_bell_free (RoundelBell *self)
{
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * roundel_bell_ring:
 * @self: a bell
 * @chime: how it sounds
 *
 * Returns: whether it sounds
 */
gboolean
roundel_bell_ring (RoundelBell  *self,
                   RoundelChime  chime)
{
  g_autofree char *path = sound_path (chime);

  return self->context != NULL
         && gsound_context_play_simple (self->context, NULL, NULL, GSOUND_ATTR_MEDIA_FILENAME, path,
                                        GSOUND_ATTR_MEDIA_ROLE, "alert", NULL);
}
