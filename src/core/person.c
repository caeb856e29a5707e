/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/person.h"

RoundelPerson *
roundel_person_new (const char *id,
                    const char *name,
                    const char *role)
{
  RoundelPerson *self = g_new0 (RoundelPerson, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->role = g_strdup (role);
  return self;
}

void
roundel_person_free (RoundelPerson *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self);
}

RoundelDecision *
roundel_decision_new (const char *id,
                      const char *on,
                      const char *text)
{
  RoundelDecision *self = g_new0 (RoundelDecision, 1);

  self->id = g_strdup (id);
  self->on = g_strdup (on);
  self->text = g_strdup (text);
  return self;
}

void
roundel_decision_free (RoundelDecision *self)
{
  g_free (self->id);
  g_free (self->on);
  g_free (self->text);
  g_free (self);
}
