/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/topic.h"

RoundelTopic *
roundel_topic_new (const char *id,
                   const char *text)
{
  RoundelTopic *self = g_new0 (RoundelTopic, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  return self;
}

void
roundel_topic_free (RoundelTopic *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->tried);
  g_free (self->by);
  g_free (self);
}

RoundelBallot *
roundel_ballot_new (const char *id,
                    const char *by)
{
  RoundelBallot *self = g_new0 (RoundelBallot, 1);

  self->id = g_strdup (id);
  self->by = g_strdup (by);
  self->topics = g_new0 (char *, 1);
  return self;
}

void
roundel_ballot_free (RoundelBallot *self)
{
  g_free (self->id);
  g_free (self->by);
  g_strfreev (self->topics);
  g_free (self->yes);
  g_free (self);
}
